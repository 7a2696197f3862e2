"""Verbs of agreements, as data: a line a meaning, its first word the one that stands for all.

Verbs stand in the infinitive; `+` marks nouns of the same act, which are found in every number and not conjugated.
Two verbs share a line only where one could translate the other without a change of duty: to watch is not to enforce,
to set free is not to exchange. Words that mean little without their noun are in `LIGHT`.
"""

MEANINGS = """
withdraw, pull out, pull back, retreat, move back, draw back, vacate, evacuate, leave, depart, quit, go out, clear out, exit, remove + withdrawal, pull-back, pullback, pull-out, pullout, retreat, evacuation, departure, exit, removal
release, set free, free, liberate, let go, go free, unblock, unfreeze + release, liberation
exchange, swap, trade places + exchange, swap
return, give back, go home, come home, hand back, restore to, come back, go back, send back, repatriate, bring back + return, repatriation, restitution
hand over, hand in, surrender, turn over, turn in, deliver, transfer, cede, give up, pass, hand, relinquish, lay down, yield + handover, surrender, transfer, cession, delivery
cease fire, end fighting, cease hostilities, stop fighting, end hostilities + ceasefire, cease-fire, truce, armistice, cessation of hostilities, end of hostilities, cessation of fire
cease, stop, end, halt, terminate, discontinue, bring to an end, put an end, conclude, finish, be over, abandon + cessation, halt, end, termination, discontinuation
arrive + arrival
expire, lapse + expiry, expiration
suspend, pause, freeze, interrupt + suspension, pause
begin, start, commence, launch, initiate, open talks + beginning, start, launch, commencement, outset, outbreak
continue, go on, proceed, carry on, keep going, keep up, pursue + continuation
resume, restart, renew, reopen + resumption, renewal, reopening
open + opening
close, shut, shut down, close down + closure, closing
monitor, observe, watch, watch over, supervise, oversee, keep watch, keep under observation, track, survey, observe compliance + monitoring, observation, supervision, oversight, surveillance
verify, check, certify, validate, ascertain, confirm compliance + verification, certification, validation
inspect, examine on site + inspection
enforce, impose by force, compel + enforcement
guarantee, assure, ensure, secure, safeguard, underwrite, make sure, see to it, vouch + guarantee, assurance, guaranty
protect, defend, shield, guard + protection, defence, defense
destroy, demolish, dismantle, scrap, eliminate, take apart, tear down, take down, pull down, raze, break up, put beyond use, decommission, liquidate + destruction, demolition, dismantling, elimination, dismantlement, scrapping, decommissioning
store, stockpile, keep in store, warehouse, stow, put in storage + storage, storing
disband, dissolve, demobilise, demobilize, disperse, break up units + dissolution, demobilisation, demobilization, disbandment
disarm, demilitarise, demilitarize + disarmament, demilitarisation, demilitarization
arm, rearm + rearmament
rebuild, reconstruct, restore, repair, revive, rehabilitate, renovate, recover + reconstruction, rebuilding, restoration, rehabilitation, renovation, recovery, repair, revival
build, construct, erect + construction, building
develop, expand economically + development
establish, set up, create, form, found, constitute, institute, put in place, bring about, arise + establishment, creation, formation
abolish, do away, scrap law, repeal, revoke, rescind, annul, cancel, cancel law + abolition, repeal, revocation, annulment, cancellation
lift, remove restrictions, end restrictions, waive, raise siege + lifting
impose, introduce, levy, apply restrictions + imposition
adopt, pass law, enact, approve, endorse, promulgate + adoption, enactment, approval
ratify + ratification
sign + signature, signing
accede, join, enter alliance, become member + accession, membership
accept, agree, consent, acquiesce, welcome + acceptance, consent, agreement to
refuse, reject, decline, deny + refusal, rejection, denial
recognise, recognize, acknowledge + recognition, acknowledgement
confirm, affirm, reaffirm + confirmation, affirmation
respect, honour, honor, uphold, abide, comply, adhere, observe rules, heed, keep to + respect, compliance, adherence, observance, abidance
implement, execute, carry out, put into effect, give effect, fulfil, fulfill, carry into effect, put into practice + implementation, execution, fulfilment, fulfillment
violate, breach, infringe, break + violation, breach, infringement
attack, invade, strike, assault, shell, bomb, raid + attack, invasion, aggression, strike, assault, raid
occupy, seize, capture, take over + occupation, seizure, capture
annex, incorporate territory + annexation
enter, move into, cross into, set foot, penetrate + entry
deploy, station, base, post, place troops, quarter + deployment, stationing
send, dispatch, despatch, field, second + dispatch
patrol + patrol
train, instruct, school, teach + training, instruction
host, receive forces + hosting
allow, permit, let, enable, authorise, authorize + authorisation, authorization
ban, forbid, prohibit, outlaw, bar, rule out + ban, prohibition
prevent, block, hinder, obstruct, impede + prevention, obstruction
recruit, draft, enlist, conscript + recruitment, conscription
register, record, enrol, enroll, list + registration, enrolment
submit, put before, lay before + submission
report, inform, notify, tell, communicate, brief, give notice + notification, report, notice
publish, make public, release documents, disclose, announce + publication, disclosure, announcement
appoint, name, nominate, designate, select + appointment, nomination, designation
elect, hold elections, vote + election, vote, poll, ballot
participate, take part + participation
meet, convene, gather, assemble, hold meetings + meeting, session
negotiate, hold talks, discuss, talk, consult, enter into talks, confer, enter into negotiations + negotiation, talk, discussion, consultation, dialogue
consider, examine, study, explore, look into, review, assess, weigh, evaluate + consideration, examination, review, assessment, evaluation
prepare, plan, draw up, draft text, elaborate, work out + preparation, planning
cooperate, co-operate, collaborate, work together, work + cooperation, co-operation, collaboration
coordinate, co-ordinate + coordination, co-ordination
assist, help, support, aid, back, facilitate, give assistance, promote, foster, encourage + assistance, support, help, aid, facilitation, promotion
appeal, call on, call upon, urge, invite, ask, request + appeal, call, request
provide, supply, furnish, grant, give, offer, contribute, make available, extend, allocate, donate, award, send supplies, confer upon + provision, supply, contribution, grant, allocation
pay, repay, pay back, disburse, remit, compensate, reimburse, indemnify + payment, disbursement, compensation, reimbursement
lend, loan + loan
lease, rent + lease
buy, purchase, acquire + purchase, acquisition
sell + sale
finance, fund, bankroll + financing, funding
invest + investment
receive, obtain, get + receipt
use, employ, make use, resort + use, recourse
share, divide, distribute, split, apportion, hand out + sharing, division, distribution
keep, maintain, retain, preserve, hold, have, possess, own + maintenance, retention, preservation
limit, cap, restrict, number, total, exceed, comprise, consist, compose, make up, be limited, stay below, amount + limitation, restriction
reduce, cut, decrease, lower, downsize, halve, shrink, diminish + reduction, decrease, cut
increase, raise, enlarge, augment, boost, step up, intensify, strengthen, expand + increase, enlargement, expansion
improve, better, relieve, alleviate, ease, get better, ameliorate + improvement, relief, alleviation
decentralise, decentralize, devolve + decentralisation, decentralization, devolution
reform, amend, revise, modify, change + reform, amendment, revision
integrate, reintegrate, reinsert + integration, reintegration
prosecute, try, punish, put on trial, bring to justice, indict, charge + prosecution, punishment, trial
pardon, amnesty, grant an amnesty, grant amnesty + pardon, amnesty, clemency
investigate, inquire + investigation, inquiry
extradite + extradition
arrest, detain, imprison, hold prisoner, intern, hold unlawfully + arrest, detention, imprisonment
hand down, rule, decide, determine, settle, resolve, adjudicate + decision, settlement, determination, resolution of disputes
administer, govern, run, manage, operate, control, regain control, exercise control, take control, take charge + administration, management, governance, control, government of
chair, lead, head, preside + chairmanship, leadership
mark, delimit, demarcate, delineate + delimitation, demarcation
clear, demine, sweep, clear of + demining, clearance, mine-clearing
lay, plant, emplace + laying
remain, stay, abide in place + stay
declare, proclaim + declaration, proclamation
exercise rights, avail + exercise
visit, reach, have access, gain access, get access + visit, access
settle people, resettle + resettlement
displace, expel, drive out, force out, deport, force to leave, make to leave, compel to leave, oblige to leave + displacement, expulsion, deportation
travel, move, move freely, go, fly, sail, transit, ship, transport, carry + travel, movement, passage, transit, transport
cross + crossing of
broadcast + broadcast
levy, tax + tax, levy, taxation
produce, manufacture + production, manufacture
test, trial weapons + testing
export + export
import + import
connect, link, join up + connection, link
harbour, harbor, shelter, give refuge + shelter, refuge
renounce, forgo, forswear, give up claims, waive claims + renunciation
threaten + threat
apologise, apologize, express regret + apology
vet, screen + vetting
leave behind, abandon equipment
stand, run for office, stand for election + candidacy
follow, run along
apply
serve
redraw
read
represent + representation
replace, substitute + replacement
enrich + enrichment
convert, downblend, dilute
separate, disengage + separation, disengagement
relocate, shift + relocation
unify, merge, unite + unification, merger
hoist, fly a flag
name after
cover, extend to, apply to, encompass, apply, fall under + coverage
include, comprise
"""  # noqa: E501 - a row of a table is a line

LIGHT = frozenset(
    """be become make take do have give hold carry-out carry-out keep bring bring-about put place get see
    set-up establish create conduct undertake implement execute effect organise organize arrange perform proceed receive
    exist arise happen occur take-place take-effect come achieve reach ensure secure assure""".split()
)
"""Verbs that may only carry a noun of action: to make a payment, to bring about a withdrawal."""

TALK = frozenset({"negotiate", "consider", "prepare"})
"""Meanings that bind to talk or study and not to the act."""

NEAR = (
    frozenset({"hand over", "return", "release", "provide"}),
    frozenset({"provide", "receive", "send", "pay", "finance", "assist", "allow"}),
    frozenset({"monitor", "verify", "inspect"}),
    frozenset({"establish", "build", "adopt", "begin", "develop"}),
    frozenset({"rebuild", "build", "develop", "improve"}),
    frozenset({"guarantee", "protect", "respect", "keep"}),
    frozenset({"withdraw", "separate", "relocate", "return"}),
    frozenset({"cease", "cease fire", "lift", "abolish", "withdraw"}),
    frozenset({"destroy", "disarm", "abolish"}),
    frozenset({"visit", "enter", "travel", "cross"}),
    frozenset({"negotiate", "meet"}),
    frozenset({"continue", "remain", "keep", "resume"}),
    frozenset({"open", "resume", "begin"}),
    frozenset({"improve", "increase", "assist"}),
    frozenset({"report", "publish", "declare"}),
    frozenset({"divide", "share"}),
    frozenset({"administer", "monitor", "chair"}),
    frozenset({"recognise", "confirm", "accept", "respect"}),
    frozenset({"implement", "respect", "adopt"}),
)
"""Meanings between which translators slip where the rest is reworded too; in the same words they are different acts."""

PASSING = frozenset({"law", "resolution", "agreement", "constitution", "budget", "bill", "act", "measure"})
"""What is adopted where it is *passed*."""

SIZE = frozenset({"limit", "keep"})
"""Meanings that, with a figure, only say how large something is."""

LASTING = frozenset(
    """guarantee keep remain respect protect cease suspend monitor limit administer allow host accept recognise continue
    enforce cooperate coordinate patrol assist""".split()
) | {"cease fire"}
"""Meanings that go on until something ends them, so that a length of time makes them end."""

DEALING = frozenset("go accrue belong flow fall".split())
"""Verbs with which a share comes to its holder."""

RESIZING = frozenset({"reduce", "increase", "limit", "improve"})
"""Meanings whose share is by how much, and not of what."""

DELIVERY_TO = frozenset({
    "hand over", "return", "provide", "pay", "lend", "lease", "report", "sell", "send", "guarantee", "appeal", "share",
    "publish", "open", "extradite", "assist", "release", "receive", "export", "negotiate", "recognise", "protect",
    "allow", "serve", "apologise", "submit", "transmit", "forward", "refer", "present", "address", "entrust",
    "delegate", "assign", "allot", "owe", "explain",
})  # fmt: skip
"""Meanings whose *to* names the one who gets it, and not a place."""

IRREGULAR = """
withdraw withdrew withdrawn, give gave given, take took taken, bring brought brought, hold held held, keep kept kept,
leave left left, set set set, let let let, build built built, rebuild rebuilt rebuilt, send sent sent, lend lent lent,
pay paid paid, sell sold sold, buy bought bought, meet met met, lead led led, get got got, go went gone, come came come,
become became become, begin began begun, make made made, do did done, have had had, be was been, put put put, cut cut cut,
shut shut shut, draw drew drawn, redraw redrew redrawn, fly flew flown, forbid forbade forbidden, forgo forwent forgone,
tear tore torn, lay laid laid, tell told told, see saw seen, stand stood stood, read read read, run ran run,
teach taught taught, seek sought sought, choose chose chosen, uphold upheld upheld, undertake undertook undertaken,
oversee oversaw overseen, break broke broken, strike struck struck, drive drove driven, grow grew grown, show showed shown,
speak spoke spoken, spend spent spent, hand handed handed, fall fell fallen, rise rose risen, bear bore borne, arise arose arisen,
split split split, sink sank sunk, hide hid hidden, steal stole stolen, write wrote written, throw threw thrown, feed fed fed, catch caught caught, sit sat sat, win won won, lose lost lost, sweep swept swept, bind bound bound, find found found, say said said, swear swore sworn, fight fought fought
"""  # noqa: E501 - a row of a table is a line
