"""Nouns and modifiers of agreements, as data: a line a meaning, its first word the one that stands for all."""

MEANINGS = """
party, side, both sides, the parties, belligerent, warring party, conflicting party, conflict party, contracting party
state, country, nation
person, people, individual, anyone, everyone, nobody, no-one, anybody, member of the public, inhabitant, resident, human being, everybody
soldier, troop, serviceman, military personnel, servicemen, man under arms
armed forces, army, military forces, armed force, force
prisoner, captive, detainee, inmate, internee, person deprived of liberty, detained person, held person
prisoner of war, pow
hostage, abductee, kidnapped person
fighter, combatant, militant, militiaman, insurgent
militia, paramilitary
armed group, armed formation, armed band, armed unit, armed faction
mercenary, soldier of fortune, hired fighter
weapon, arm, armament, weaponry
military equipment, military hardware, materiel, war material
heavy weapon, heavy weaponry, heavy armament
border, frontier, boundary, border region, frontier district, border area
territory, soil, land, territorial
region, oblast, province, area, district, county, zone, territory unit
ceasefire line, line of contact, front line, contact line
buffer zone, buffer strip, security zone, zone of security, separation zone
government, authority, administration, cabinet
parliament, assembly, legislature
law, statute, legislation, act of parliament
special status law, special-status law, law on special status
constitution, basic law
agreement, accord, pact, treaty, deal, plan, proposal, document, paper, arrangement
interim, provisional, temporary, transitional
local government, self-government, self-rule, self government, local self-government, local autonomy
power, authority, competence
vote, election, poll
referendum, plebiscite
early, ahead of schedule, snap, prompt
personal security, personal safety
security, safety
illegal, unlawful, illicit, unauthorised, unauthorized, illegally, unlawfully
foreign, alien
permanent, lasting, enduring, constant, at all times, permanently
bilateral, mutual, of both sides, reciprocal
inclusive, open to all, all-inclusive, all take part
participant, those who take part, those taking part, person who takes part
refugee, displaced person, forced to leave home, displaced people, forced from home, person displaced, displaced
home, house, dwelling
damaged, destroyed, ruined, wrecked
clinic, health post
hospital, infirmary
humanitarian
situation, condition, circumstance, state of affairs
measure, step, action taken
aid, help, assistance, relief
equipment, hardware, gear, material
lorry, truck
vehicle, car
aircraft, plane, aeroplane, airplane
ship, vessel, boat
fighter jet, combat aircraft, warplane, fighter aircraft, jet
child, minor
woman, female
economy, economic
programme, program, scheme
fund, money, resource, financing
sum, amount
observer, monitor, truce monitor
member state
military base, base, military facility, military installation
contingent, detachment
military alliance, military bloc, alliance
remains, body, dead body, corpse, bodies
peace force, peacekeeping force, stabilisation force, stabilization force, peacekeeper
citizen, national
church, place of worship
language, tongue
mine, landmine, land mine
school
railway, railroad, rail line
airport, airfield
harbour, harbor, port
road, highway
dollar, us dollar, united states dollar
court, tribunal
commission, committee, panel
secretariat, office
resolution
entire, whole, full, complete, completely, fully, in full, entirely
without, free of
war, conflict, fighting, hostility
terrorism, terror
peaceful, peacefully, in peace
fair, free and fair
joint, common, together, jointly
zone free of, free zone
supervision, oversight
neutrality, neutral, neutral status
non-aligned, without alliances, nonaligned, bloc-free
nuclear-free, without nuclear weapons, non-nuclear, free of nuclear weapons
compliance, observance
event, occurrence
journalist, reporter, correspondent, member of the press
worker, employee, staff
annually, yearly, every year, each year, a year, per year, per annum, once a year, annual
monthly, every month, each month, a month, per month, once a month
weekly, every week, each week, a week, per week, once a week
daily, every day, each day, a day, per day, once a day
quarterly, every quarter, each quarter, every three months
continuously, without interruption, uninterruptedly, uninterrupted, continuous, without a break, without break
calibre, caliber
"""  # noqa: E501 - a row of a table is a line

MODIFIERS = frozenset(
    """permanent bilateral inclusive interim entire humanitarian joint illegal foreign
    peaceful early fair peacetime""".split()
)
"""Meanings above that only describe a thing."""

STOP = frozenset(
    """a an the this that these those such said its their his her it they them he she him hers theirs itself themselves
    him of and or nor as by for to in on at with from into onto upon about any all every each both either
    neither some other others another which who whom whose what shall will must is are was were be been being to
    has have had do does did also too there here then thus so than not no only own same more most very per out
    up off over under within without between among through during against towards toward across along throughout
    around near including include includes included namely notably respective respectively concerned relevant
    necessary may can could should would might cannot if when once while until unless after before since because
    where whether provided but however moreover furthermore accordingly therefore hereby herein thereof thereby
    way means order view well one ones new certain accordance line case particular immediately immediate
    promptly prompt urgently""".split()
)
"""Words that carry no matter of their own in a comparison of meaning."""

PARTIES = frozenset("party parties side sides belligerents states governments government countries signatories".split())
"""Heads of a noun phrase that means the contracting parties, whoever they are."""

GENERIC_PLACES = frozenset(
    """region regions oblast oblasts province provinces district districts area areas county counties city cities town
    towns village villages port ports department departments valley sector strip zone peninsula island islands
    territory governorate governorates municipality municipalities state states republic country countries
    corridor crossing heights hills hill river lake sea strait straits gulf bay coast cape fields field line camp
    camps base airport mountain mountains desert canyon plateau enclave enclaves exclave quarter harbour soil
    border frontier basin delta highlands lowlands mouth pass fort ground""".split()
)
"""Common nouns of places."""

SUBNATIONAL = frozenset(
    """region regions oblast oblasts province provinces district districts county counties city cities town towns
    village villages port ports department departments valley governorate governorates municipality
    municipalities sector""".split()
)
"""Those that are always part of a state."""

DIRECTIONS = frozenset(
    """north south east west northern southern eastern western north-eastern north-western south-eastern south-western
    northeast northwest southeast southwest upper lower central inner outer coastal greater mid""".split()
)
"""Modifiers that make another, smaller place out of a name."""

CONTRASTS = frozenset(
    """illegal foreign domestic local national military civil civilian heavy light nuclear conventional northern
    southern eastern western upper lower inner outer land naval air ground coastal armed unarmed political
    economic regular irregular private public bilateral multilateral offensive defensive short-range
    long-range living dead""".split()
)
"""Modifiers that choose among things of one kind."""
