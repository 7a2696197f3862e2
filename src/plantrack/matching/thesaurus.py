# ruff: noqa: E501 - a line a field
"""Words of agreements by field of meaning, as data: a line a field.

Words of one field may stand for each other in a paraphrase.

The fields are wider than what terms are compared by: here *prisoner* and *hostage* are near, because two points about
either are likely the same matter. Words are found in every inflection; `_` joins words of a phrase. A word may stand in two fields.
"""

FIELDS = """
ceasefire cease-fire truce armistice cease_fire cessation_of_hostilities end_hostilities cease_hostilities stop_fighting stop_firing silence_guns hostilities_cease fighting_ends fighting_stop fighting_cease hostilities_end halt_fighting
hostility fighting combat battle war fight firing shooting shelling fire gunfire bombardment hostilities warfare conflict
stop end cease halt terminate discontinue finish quit over conclude ended expire lapse
suspend pause freeze interrupt moratorium halt_temporarily
attack strike invade invasion aggression assault raid offensive incursion bomb aggressor invader
withdraw withdrawal pull_back pull_out pullback pullout retreat leave depart departure vacate evacuate go_out draw_back move_back exit pull_their_forces brought_back depart left out_of go_away redeploy quit
remove removal take_away clear clearance eliminate get_rid
release free liberate liberation let_go go_free set_free set_at_liberty released freed let_out leave_prison
prisoner captive detainee inmate internee hostage abductee held jailed imprisoned detained imprison imprisonment arrested arrest custody jail pow prison kidnapped captured detention captivity
return give_back hand_back repatriate repatriation restitution come_back go_back send_back brought_home go_home hand_over_bodies
handover hand_over hand_in surrender turn_over turn_in deliver transfer cede give_up pass relinquish lay_down yield convey hands
exchange swap trade reciprocal all_for_all mutual
body remains corpse dead deceased fallen killed died death
missing disappeared unaccounted
weapon arm armament weaponry arms munition ammunition rifle firearm gun
artillery gun cannon howitzer mortar battery
missile rocket launcher ballistic
tank armour armored armoured vehicle
aircraft plane jet warplane fighter_jet fighter_aircraft aviation airplane
drone uav unmanned
ship vessel boat naval navy maritime craft fleet
mine landmine demine demining ordnance unexploded
nuclear atomic
enrich enrichment uranium centrifuge
equipment hardware materiel gear
troop soldier force military army armed_forces serviceman personnel contingent servicemen garrison
fighter combatant militant militiaman insurgent rebel guerrilla gunman volunteer mercenary
militia paramilitary armed_group armed_formation armed_faction formation unit
foreign alien abroad overseas outside external other_states other_countries third_country third_countries third_state third_states
base facility installation barracks
disarm demilitarise demilitarize decommission disarmament demilitarisation demilitarization beyond_use laying_down weapon-free
disband dissolve demobilise demobilize demobilisation dissolution stand_down break_up
destroy demolish dismantle scrap raze tear_down take_down pull_down take_apart wreck ruin damage dismantlement demolition destruction
deploy station post deployment stationing dispatch send field host
border frontier boundary borderline
line contact front demarcation separation separate disengage disengagement
zone area strip belt region territory district province oblast county land soil locality sector
buffer demilitarised_zone security_zone safety_zone neutral_zone no-man
withhold retain keep remain maintain stay preserve continue retained
continue go_on proceed carry_on ongoing resume renew restart pursue
begin start commence launch initiate opening
open reopen reopening opened opens opening
close shut closure closing closed
monitor observe watch supervise oversee observer monitoring observation supervision oversight surveillance track watch_over
verify check certify inspect verification inspection certification ascertain validate confirm
report inform notify notification tell communicate information
guarantee assure assurance ensure secure guarantor underwrite pledge
protect defend safeguard shield guard protection defence defense security safety safe
attack_on respond response react reaction retaliate snapback snap_back reinstate reimpose
violate breach infringe violation infringement non-compliance
comply respect abide honour honor adhere observe_the uphold compliance respected
implement execute carry_out fulfil fulfill give_effect implementation execution effect put_into enforce enforcement
agree agreement accord pact treaty deal consent settlement arrangement understanding accept approval
document text paper framework plan memorandum protocol proposal declaration package
sign signature signing initial signed conclude conclusion
ratify ratification approve approve adoption adopt pass enact endorsement endorse
law legislation statute act legislative code decree bill legal lawful
constitution constitutional basic_law charter
bind binding legally_binding force_of_law enshrine
effect in_force enter_into_force take_effect takes_effect valid validity effective
reform amend amendment revise revision modify change alter overhaul
parliament assembly legislature legislative_body rada knesset senate congress diet lawmaker deputies
government cabinet administration authority ministry executive governing govern administer rule run
president presidency head_of_state
minister premier prime_minister
police constabulary policeman policemen law_enforcement officer
court tribunal judge judicial judiciary justice judges
prosecute prosecution punish punishment trial charge indict criminal liability prosecuted tried convict accountability put_on_trial
amnesty pardon clemency forgive immunity impunity exempt_from no_prosecution nobody_is_prosecuted amnestied
prosecute amnesty pardon punish immunity immune
crime atrocity offence war_crime killing murder genocide massacre abuse
investigate inquiry inquire investigation examine truth probe look_into
arbitrate arbitration arbitrator arbiter tribunal mediate mediation mediator dispute disagreement quarrel controversy
resolve settle resolution decide decision determine solve rule settled final say
negotiate negotiation talk dialogue discussion discuss consult consultation talks conversation conference confer
meeting meet convene gather session summit
commission committee council board panel body commissioner
mission observer_mission envoy representative delegate delegation mandate
multinational international many_nations multilateral world global
peacekeeping peacekeeper peace_force stabilisation stabilization stabilise blue_helmets peacekeepers
coordinate coordination co-ordinate joint jointly together common shared cooperation cooperate co-operate co-operation collaborate
interpret interpretation reading
election vote ballot poll elect electoral voter go_to_the_polls voting elected polling
referendum plebiscite consultation_of_the_people popular_vote
determine self-determination decide_their future destiny choose freely
independence independent sovereign sovereignty statehood secede secession
integrity territorial_integrity territorial indivisible inviolable unity
autonomy self-rule self-government self-governing decentralise decentralize decentralisation decentralization devolve devolution autonomous special_status local_government federal federation
power authority competence competency jurisdiction responsible responsibility
recognise recognize recognition acknowledge acknowledgement de_facto de_jure accept
neutral neutrality non-aligned nonaligned bloc bloc-free non-bloc permanently_neutral
alliance nato membership league pact military_bloc
accede accession join admission membership member candidate become_a_member enlarge enlargement
union eu european bloc
renounce forgo forswear renunciation waive abandon give_up claims
claim demand complaint grievance
sanction embargo restriction punitive_measure blockade ban
lift ease remove_restrictions waive relax relief_from
impose levy introduce
tax tariff duty customs toll levy fee excise taxation
asset fund reserve deposit holdings frozen account money capital
frozen freeze blocked immobilise immobilised immobilized confiscate seize confiscated seizure
invest investment investor
bank loan credit lend borrow borrowing debt financing finance monetary currency money
pay payment compensate compensation reparation indemnity disburse reimburse damages owe redress
price cost rate interest
revenue income earnings proceeds profit receipts yield
share portion percent proportion per_cent split quota
oil petroleum gas hydrocarbon energy fuel crude
electricity power_plant power electric grid plant
water river dam lake canal
trade commerce commercial export import business merchant trader market
goods cargo freight merchandise commodity grain ware
fish fishing fishery fisherman catch fishermen
farm farmer agriculture agricultural land crop seed
economy economic prosperity prosperous growth development develop
rebuild reconstruct reconstruction restore repair revive revival recovery rehabilitate rehabilitation renovate rebuilding reconstruct renew
build construct erect establish found
establish set_up create form institute creation formation establishment put_in_place come_into_being make_up constitute consist
abolish repeal revoke annul cancel abolition rescind do_away
aid help relief assistance humanitarian support assist supply relieve
humanitarian relief civilian_suffering
provide supply furnish grant give offer contribute allocate make_available grant extend receive obtain
deliver distribute distribution delivery hand_out
train instruct training advise advice mentor coach
medical hospital clinic health medicine doctor sick ill wounded injured
food nutrition famine hunger
school education teach classroom pupil student university teacher curriculum
child children minor orphan kid
woman women gender female
family relative reunite reunification kin
refugee displaced fled flee expelled driven_out expel displace exile uprooted forced_out displacement deport deported
home house dwelling property housing
citizen national inhabitant resident people population civilian islander local person
citizenship nationality passport
minority ethnic community communities
language tongue speak spoken linguistic mother_tongue
religion religious faith church worship confession holy sacred
culture cultural heritage monument museum
radical deradicalise deradicalised extremism extremist terror terrorism terrorist radicalism
hate tolerance hatred discrimination nazi ideology prejudice racism
media press journalist newspaper broadcast broadcasting radio television propaganda
right freedom liberty entitled entitlement free_to rights
equal equality equally
move movement travel passage transit freely access crossing
road highway route corridor
bridge crossing
railway railroad train rail track line
airport air airspace flight airfield
port harbour harbor dock seaport
sea ocean shore coast coastal gulf strait
navigation shipping navigate sail
phone telephone telecommunication communication hotline
limit cap restrict ceiling maximum exceed size limited no_more_than reduce strength reduction restriction
reduce cut lower decrease downsize shrink bring_down fewer halve reduction drop
increase raise expand enlarge more boost step_up intensify strengthen
many number amount quantity total
temporary provisional interim transitional transition for_a_time
permanent lasting enduring constantly at_all_times long-term perpetual always forever
immediate immediately at_once without_delay instant promptly forthwith straight_away urgently
deadline period term timetable schedule within date phase stage step
early ahead_of_schedule snap prompt soon
first initial opening
last final end ultimate
year annual twelve_months
month monthly
week weekly
day daily
forbid ban prohibit bar prohibited prohibition outlaw may_not barred forbidden
allow permit permission authorise authorize let enable may licence license allowed
prevent block hinder obstruct impede obstacle interfere interference hindrance
require need necessary oblige obligation commitment undertake commit pledge promise
ask request call appeal invite urge
appoint name nominate designate appointment select choose
chair lead head chairmanship preside led leader command chaired
office post position public_office seat
party side faction signatory parties
political politics party
symbol flag crest anthem hymn emblem coat_of_arms
name title style called
register list record registration registered enrol catalogue map
publish public disclose publication announce make_public
store storage stockpile depot
recruit recruitment conscript draft enlist join
integrate reintegrate integration reintegration
vet screen screening vetting
uniform dress
technology technical science scientific technological satellite radar
experts expert specialist engineer technocrat apolitical
environment climate pollution ecological
space area site place
mountain hill valley
city town village settlement settler
island isle
artefact museum treasure jewel heritage archive
infrastructure utilities sewage network
airlift convoy lorry truck
agreement_void null void invalid terminate
exception except save other_than apart_from excluding exempt
diplomacy diplomatic foreign_affairs foreign_policy embassy consulate ambassador diplomat relations
relation relationship ties normalise normalize normalisation normalization
threat threaten danger endanger menace
non-aggression nonaggression use_of_force renounce_force no_attack
peace peaceful peacefully coexist coexistence reconciliation reconcile harmony
hostile aggressive enemy
victim suffer suffering survivor
pension salary wage wages benefit allowance social
worker employment job employee labour labor
mineral mining resource rare_earth seabed
lease rent
sell sale buy purchase acquire
artificial data digital internet cyber
neighbour neighbouring neighbor regional adjacent
east eastern easterly
west western westerly
north northern northerly
south southern southerly
evacuate ceasing
democracy democratic democratically pluralism pluralist
dispute quarrel difference disagreement conflict contentious controversy
means method way instrument tool
people inhabitant population islander resident person citizen public folk
majority most consent backing approval support_of support
unite united unification reunification reunify become_one unity
identify identity regard_themselves
hold possess own have keep
enter access visit go_into set_foot admission free_access unhindered
barracks camp garrison compound post installation
hour time moment whenever
observer monitor inspector supervisor watcher
vote ballot referendum plebiscite poll put_to_the_vote decide_on
executive government leader ministers
chosen elected selected picked appointed named
recommend recommendation propose proposal suggest suggestion put_forward advise
review examine examination study assess assessment evaluate evaluation look_at revisit
reinstate restore reappoint get_back rehire return_to
dismissed removed sacked ousted fired purged
prolong extend extension renew renewal lasts_for lengthen
truce pause respite lull hold_fire hold_their_fire
caretaker acting interim provisional provisionally
governor mayor administrator head prefect
shepherd herder flock herd livestock cattle animal pasture grazing graze
turbine dam hydroelectric power-station
map chart plan_of record sketch
populated inhabited residential built-up urban
torture ill-treatment cruelty mistreatment rape
relative family kin kinsman next_of_kin
incite inflame hatred agitation stir
radio broadcast station television channel
encourage promote foster further advance stimulate support
emergency special_powers martial_law curfew
installation watchtower post fortification fortress tower
incorporate become_part integrate transpose embed enter_into
convention treaty charter covenant
human_rights rights liberties freedoms
seat place chair mandate
proportional proportionate
jointly together both
ministerial minister ministers
private home domestic
use usage employment using
influence sway leverage pressure
total full complete entire whole comprehensive all-round
affirm confirm reaffirm commit declare state recognise
exclusively only solely alone
wish want desire will
impediment interference hindrance obstacle
unambiguous unequivocal clear
book text written
criminal penal crime
north northern south southern
capital seat_of_government
equipment supplies stores
intelligence information secret espionage spy
cyber hacking computer internet
prosthetic disabled disability veteran
veteran ex-combatant former_fighter former_combatant reintegration
land estate plot field farmland acreage
landowner tenant peasant smallholder farmer rural
coca narcotics drug drugs opium trafficking smuggling smuggle contraband
forest timber logging wildlife
gold diamond mine mining mineral
church mosque monastery temple synagogue shrine worship clergy pilgrim pilgrimage holy_site
teacher pupil curriculum textbook schoolbook
grain wheat food crop harvest fertiliser fertilizer
pipeline gas oil transit
reactor nuclear plant fuel_rod
currency banknote exchange_rate money coin
budget fiscal treasury finance
debt loan repayment creditor
insurance insure
market bazaar trade
price tariff rate cost
shipment cargo consignment load
truck lorry convoy vehicle
plane aircraft flight
submarine warship frigate naval
helicopter aircraft
bomb explosive mine shell
sniper gunman shooter
trench fortification bunker defensive
checkpoint roadblock barrier barricade crossing_point
siege blockade encircle encirclement besiege
corridor passage route safe_passage
wounded injured casualty sick
doctor medic nurse surgeon hospital
vaccine disease epidemic health
tent camp shelter
orphan child minor
pregnant woman mother
grave cemetery burial mass_grave exhume
identity passport papers document card
visa permit licence
census count enumeration register
anthem hymn flag emblem symbol
holiday commemorate commemoration memorial anniversary
apology apologise regret remorse
truth reconciliation commission
reparation compensation indemnity damages redress
restitution return_of_property give_back
rank grade promotion salary
ombudsman complaint petition
audit inspection accounts transparency
corruption bribery graft
procurement contract tender
monopoly concession
strike walkout
demonstrate demonstration protest rally assembly
arrest detain seize custody
extradite extradition hand_over_suspects
witness testimony evidence testify
verdict sentence judgment ruling ruling
appeal review
prison jail detention penitentiary
death_penalty execution capital_punishment
bodyguard escort guard protection
uniform insignia badge
oath swear allegiance loyalty
coup overthrow mutiny
exile banishment expel
asylum refuge shelter
host receive house accommodate
venue site place location
invite invitation host
mediator facilitator go-between mediate broker
guarantor surety guarantee sponsor
friend ally partner
enemy foe adversary hostile
preamble principle aim purpose objective
annex appendix schedule attachment
signatory party adherent
depositary deposit
text language version authentic
equal parity same balanced
half fifty_percent
double twofold twice
third thirds
quarter fourth
daily each_day every_day
weekly each_week every_week
annually each_year every_year yearly
midnight dawn noon
winter summer spring autumn season
leave_to defer postpone deferred postponed later later_talks
"""

COMMON = """
shall must will should party side state agreement accord country government territory area region point provision measure plan
provide ensure establish take make give hold place set all any each both other another every under accordance
international national relevant necessary following include respective appropriate concern effect date period within day
bring come go put get run use work keep stay begin end start call person war question issue matter step case new
people means majority hold hour total only wish use private text book identify clear enter personal continue proceed zone space venue
whole full common joint general together part first last final way allow need begin status
"""
"""Words so frequent in agreements that sharing them says little."""

STOP = """
a an the of to in on at by for from with and or nor but as is are was were be been being it its this that these those such
their his her they them he she him who whom whose which what where when while there here than then so too very also only just own same
shall will must should would may might can could has have had having do does did not no into onto upon over under between
among through during before after since until unless if about up down out off again any all each every both either neither
some other another more most less few one two's which however therefore thereby thereof hereby said within without
including include includes in_order become becomes
"""
"""Words that carry no matter."""
