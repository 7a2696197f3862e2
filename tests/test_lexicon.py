"""The lexicon joins what says the same, and never what the field keeps apart."""

import subprocess
import sys
import time
from collections import Counter
from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantrack.language import lexicon, wordgroups
from plantrack.language.lexicon import (
    GROUNDS,
    Words,
    are_contrary,
    is_finite_present,
    is_gerund,
    is_past_participle,
    kept_apart,
    lemma,
    lemmas,
    phrases_at,
    pos_of,
    same_phrase,
    same_sense,
)
from plantrack.language.wordlist import DATA, entry_of, spelled, unjoined
from plantrack.model.lexicon import Lexicon

DISTINCT = """
armistice ceasefire | ceasefire truce | truce armistice | guarantee assure | guarantees assurances | recognise acknowledge
recognition acknowledgement | recognised acknowledged | monitor supervise | supervise manage | monitoring supervision
disarm demilitarise | disarmament demilitarisation | suspend freeze | suspension freezing | cede surrender | territory district
amnesty pardon | annex occupy | annexation occupation | signature ratification | ratified signed | accession ratification
treaty memorandum | sign initial | signed initialled | protocol annex | withdraw redeploy | withdrawal disengagement
peacekeeping peacemaking | observer monitor | observer inspector | prisoner detainee | hostage detainee | internee hostage
refugee displaced | return repatriation | repatriated resettled | autonomy independence | autonomous sovereign
border boundary | frontier border | demarcation delimitation | lifted suspended | lift ease | frozen seized | seized confiscated
compensation reparation | restitution compensation | grant loan | elected appointed | consult consent | consultation consent
notify consult | verify monitor | verification monitoring | ensure guarantee | ensure assure | condemn regret
agreement understanding | militia army | police gendarmerie | investigation prosecution | investigated prosecuted
mediation arbitration | conciliation mediation | facilitation mediation | reinsertion reintegration | adopt accept
deport extradite | urge demand | endorse recognise | election referendum | temporary provisional | temporary interim
damages damage | force forces | people peoples | immunity amnesty | citizens residents | commission committee | war conflict
"""
SPELLINGS = """
organise organize | organisations organizations | defence defense | centre center | programme program | judgement judgment
centres centers | labour labor | neighbouring neighboring | licence license | practise practice | fulfil fulfill | enrol enroll
demilitarisation demilitarization | travelled traveled | cancelled canceled | analyse analyze | enquiry inquiry | catalogue catalog
"""
INFLECTIONS = """
withdraw withdrew | withdraws withdrawn | organised organize | leave left | found find | party parties | criterion criteria | hold held
crisis crises | city cities | carried carries | planned planning | agree agreed | are been | build rebuilt | lose lost | child children
"""
SAME = """
halted cease | stops ended | pulled-back withdrawn | fighting hostilities | establish created | establishment creation
implementation execution | swap exchange | reliable robust | released freed | permitted allow | prohibited forbid | ban prohibit
rebuild reconstruct | reconstruction rebuilding | obstruct hinder | void invalid | chance opportunity | immediately forthwith
violation breach | respected observed | supplies provides | elections election | withdrawal withdraw | implement implementation
talks negotiations | soldiers troops | weapons arms | lawyer attorney | aid assistance | purchase buy | permanent permanently
"""
NEAR_MISSES = """
reliable authentic | note recognize
stop suspend | begin continue | resume begin | continue resume | hostilities war | respect recognize | violate circumvent
contact_line border | front_line border | demilitarized_zone buffer_zone | shoot aim | withdraw redeploy | leave enter
troops police | armed_forces army | armed_group armed_forces | weapon ammunition | warplane helicopter | drone missile
landmine ammunition | ship aircraft | airplane helicopter | demolish dismantle | limit reduce | release exchange
exchange release | return repatriate | hand_over cede | remains property | dead missing | missing dead | prisoner_of_war detainee
wounded killed | abduct arrest | jail camp | come_back repatriate | live settle | implement enforce | fulfill accept
establish recognize | abolish suspend | disband disarm | participate observe | cooperate coordinate | obstruct prevent
take_measures consider | resign suspend | dismiss suspend | replace supplement | supervise monitor | ensure guarantee
accelerate begin | postpone cancel | cancel postpone | facilitate mediate | promote ensure | strengthen maintain
retain acquire | refuse deny | refrain_from stop | use possess | resort_to threaten | choose appoint | investigate prosecute
sever suspend | occur begin | expire terminate | deadline date | timetable plan | opportunity right | issue claim | aim duty
party signatory | take_into_account respect | reach_agreement negotiate | mutual joint | domestic foreign | former future
quickly immediately | quick immediate | gradually immediately | simultaneously successively | immediately promptly
unconditionally conditionally | complete comprehensive | completely partially | consist_of include | lead participate
bear_responsibility_for contribute | enter_into negotiate | robust binding | protect monitor | receive request | provide sell | help supervise
prohibit restrict | allow require | deem declare | invalid unlawful | enter_into_force provisionally | in_force binding
become_a_member_of associate | settle mediate | agreement treaty | extend renew | text annex | hold_talks consult
negotiation dialogue | emphasize demand | lead_to prevent | prime_minister president | parliament government | grant lend
abuse use | put_on_trial convict | unhindered safe | appropriate necessary | disabled wounded | free_of_charge subsidized
region district | country nation | rebuild repair | build rebuild | buy lease | trade investment | reduce eliminate
increase extend | expand strengthen | improve rebuild | contribute finance | lend grant | nuclear_power_plant power_plant
power_plant grid | electricity gas | airspace territory | lift suspend | reimpose impose | unfreeze confiscate | publish submit
illegal illegitimate | illegally wrongly | try seek | equipment ammunition | military_exercise military_operation | measure sanction
send deploy | draft adopt | finance lend | cost price | sanction tariff | peace_treaty ceasefire | foreign_minister prime_minister
defense_minister general | mother_tongue official_language | serviceman policeman | necessary appropriate | current former
supply stock | submit adopt | governorate district | ruling mediation | peacetime wartime | wartime peacetime
"""
CONTRARIES = """
allow refuse | lifted imposed | lift keep | open close | raise lower | admit exclude | permanent temporary | withdraw deploy
include exclude | begin end | arrive leave | in out | lawful unlawful | conditional unconditional | directly indirectly
accept reject | with without | military civilian | peace war | legal illegal | release detention | created dissolved
"""


def pairs(text):
    return [each.split() for line in text.strip().splitlines() for each in line.split(" | ")]


def words(entry):
    return tuple(entry.split())


@pytest.mark.parametrize("group", wordgroups.apart(), ids=lambda group: group.name)
def test_words_that_the_field_keeps_apart_are_never_the_same(group):
    for one, other in combinations(group.members, 2):
        for first, second in product(one, other):
            assert kept_apart(first, second), (first, second)
            assert kept_apart(second, first)
            assert same_phrase(words(first), words(second)) is None, (first, second)
            assert same_sense(first, second) is None
            assert lemma(first) != lemma(second)


@pytest.mark.parametrize("group", wordgroups.apart(), ids=lambda group: group.name)
def test_forms_of_one_word_are_not_kept_apart_and_stand_in_their_dictionary_form(group):
    forms = [form for member in group.members for form in member]
    assert [form for form, times in Counter(forms).items() if times > 1] == []
    for member in group.members:
        assert not any(kept_apart(one, other) for one, other in combinations(member, 2))
        assert [form for form in member if " " not in form and spelled(form) != form] == []


@pytest.mark.parametrize(("one", "other"), pairs(DISTINCT))
def test_words_of_glossaries_are_kept_apart_in_any_form(one, other):
    assert kept_apart(one, other)
    assert kept_apart(other, one)
    assert same_sense(one, other) is None


@pytest.mark.parametrize(("one", "other"), pairs(SPELLINGS))
def test_british_and_american_spellings_are_one_word(one, other):
    assert lemma(one) == lemma(other)
    assert same_sense(one, other) == "spelling"


@pytest.mark.parametrize(("one", "other"), pairs(INFLECTIONS))
def test_forms_of_a_word_share_a_dictionary_form(one, other):
    if "are" in (one, other):
        assert lemma(one) == lemma(other) == "be"
    elif other == "rebuilt":
        assert lemma(other) == "rebuild"
    else:
        assert set(lemmas(one)) & set(lemmas(other))
        assert same_sense(one, other) == "inflection"


@pytest.mark.parametrize(("one", "other"), pairs(SAME))
def test_words_of_one_sense_are_the_same_in_any_form(one, other):
    found = same_phrase(tuple(one.split("-")), tuple(other.split("-")))
    assert found in GROUNDS
    assert found == same_phrase(tuple(other.split("-")), tuple(one.split("-")))


@pytest.mark.parametrize("group", wordgroups.senses(), ids=lambda group: group.name)
def test_every_sense_joins_its_words_and_has_a_near_miss_that_it_does_not_join(group):
    entries = [form for (form, *_) in group.members]
    for one, other in combinations(entries, 2):
        assert same_phrase(words(one), words(other)) is not None, (one, other)
        assert not kept_apart(one, other)
        assert not are_contrary(one, other)
    near = {one.replace("_", " "): other.replace("_", " ") for one, other in pairs(NEAR_MISSES)}
    for entry in entries:
        assert same_phrase(words(entry), words(near[group.name])) is None, (entry, near[group.name])
        assert same_phrase(words(near[group.name]), words(entry)) is None


def test_senses_have_names_of_their_own_and_each_phrase_stands_in_one():
    senses = wordgroups.senses()
    assert len({group.name for group in senses}) == len(senses)
    phrases = [form for group in senses for member in group.members for form in member if " " in form]
    assert [phrase for phrase, times in Counter(phrases).items() if times > 1] == []


@pytest.mark.parametrize("name", ["domain.tsv", "contraries.tsv"])
def test_lists_are_in_the_one_spelling(name):
    groups = wordgroups.senses() if name == "domain.tsv" else wordgroups.contraries()
    forms = [form for group in groups for member in group.members for form in member if " " not in form]
    assert [form for form in forms if spelled(form) != form] == []


@pytest.mark.parametrize(("one", "other"), pairs(CONTRARIES))
def test_contraries_are_contrary_both_ways_and_never_the_same(one, other):
    assert are_contrary(one, other)
    assert are_contrary(other, one)
    assert same_sense(one, other) is None


def test_no_contraries_share_a_sense_or_a_line():
    for group in wordgroups.contraries():
        left, right = group.members
        assert not set(left) & set(right), group.name
        assert not any(same_sense(one, other) for one in left for other in right)


@pytest.mark.parametrize(
    "one", ["not", "all", "some", "with", "and", "shall", "five", "third", "kilometre", "may", "only"]
)
@pytest.mark.parametrize(
    "other", ["no", "every", "any", "without", "or", "will", "six", "fourth", "mile", "june", "solely"]
)
def test_closed_words_figures_and_units_are_the_same_as_nothing_else(one, other):
    assert same_sense(one, other) is None
    assert {one, other} <= unjoined() | {"kilometre"}


@pytest.mark.parametrize("name", ["turkey", "china", "georgia", "arland", "nato"])
def test_names_have_no_synonyms(name):
    entry = entry_of(name)
    assert entry is None or not entry.synonyms | entry.acts | entry.kin | entry.similar


def test_an_ambiguous_form_has_all_its_dictionary_forms_and_one_that_comes_first():
    assert lemmas("leaves") == ("leave", "leaf")
    assert lemma("leaves") == "leave"
    assert lemmas("lives") == ("life", "live")
    assert lemma("xyzzy") == "xyzzy"


def test_degrees_and_plurals_with_a_meaning_of_their_own_are_words_of_their_own():
    for word, other in (
        ("larger", "large"),
        ("damages", "damage"),
        ("forces", "force"),
        ("goods", "good"),
        ("arms", "arm"),
    ):
        assert lemma(word) == word
        assert same_sense(word, other) is None


def test_parts_of_speech_and_forms_of_verbs():
    assert pos_of("withdrawals") == {"n"}
    assert pos_of("larger") == {"a"}
    assert pos_of("xyzzy") == frozenset()
    assert pos_of("supplies") == {"n", "v"}
    for word in ("withdrawn", "held", "organised", "set", "been", "agreed"):
        assert is_past_participle(word), word
    for word in ("withdrew", "went", "withdraw", "treaty"):
        assert not is_past_participle(word), word
    assert is_finite_present("withdraws")
    assert is_finite_present("withdraw")
    assert is_finite_present("is")
    assert not is_finite_present("withdrew")
    assert is_gerund("withdrawing")
    assert not is_gerund("king")


def test_the_longest_phrase_at_a_place_counts_as_the_name_of_its_sense():
    assert phrases_at("prisoners are set free at once".split(), 2) == (2, "release")
    assert phrases_at("prisoners are set free at once".split(), 4) == (2, "immediately")
    assert phrases_at("it took part in talks".split(), 1) == (2, "participate")
    assert phrases_at("is deemed null and void .".split(), 2) == (3, "invalid")
    assert phrases_at("they stood in the way of aid".split(), 1) == (5, "obstruct")
    assert phrases_at("a pull - back of arms".split(), 1) == (3, "withdraw")
    assert phrases_at("economic co - operation".split(), 1) == (3, "cooperation")
    assert phrases_at("they re - sign it".split(), 1) is None
    assert phrases_at("set aside".split(), 0) is None
    assert phrases_at("set".split(), 0) is None


@pytest.mark.parametrize(
    ("one", "other", "ground"),
    [
        ("took part", "participates", "domain"),
        ("carried out", "implemented", "domain"),
        ("carry out", "carrying out", "inflection"),
        ("set free", "frees", "domain"),
        ("takes part in", "participate in", "domain"),
        ("permanently compete", "permanently vie", "synonym"),
        ("takes part in", "participate with", None),
        ("bring to an end", "ended", "domain"),
        ("cease - fire", "ceasefires", "inflection"),
        ("joint commission", "joint commissions", "inflection"),
        ("joint commission", "joint committee", None),
        ("prisoner of war", "detainee", None),
        ("prisoners of war", "prisoner of war", "inflection"),
        ("demilitarised zone", "demilitarized zone", "inflection"),
        ("buffer zone", "demilitarised zone", None),
        ("call on", "urge", None),
        ("not free", "free", None),
    ],
)
def test_phrases_are_the_same_on_a_named_ground_or_not_at_all(one, other, ground):
    assert same_phrase(words(one), words(other)) == ground
    assert same_phrase(words(other), words(one)) == ground


def test_a_corpus_adds_senses_aliases_and_words_kept_apart():
    extra = Lexicon(
        senses=(("Blue Line", "line of the Litani"),),
        aliases={"Northern power station": ("NPS", "the Oss plant")},
        apart=(("corridor", "passageway"), ("help", "aid")),
    )
    kit = Words(extra)
    assert kit.same_phrase(("blue", "line"), ("line", "of", "the", "litani")) == "corpus"
    assert kit.phrases_at(["nps"], 0) == (1, "northern power station")
    assert kit.phrases_at("at northern power stations".split(), 1) == (3, "northern power station")
    assert kit.same_phrase(("nps",), ("the", "oss", "plant")) == "alias"
    assert kit.same_phrase(("nps",), ("northern", "power", "station")) == "alias"
    assert kit.kept_apart("helping", "aided")
    assert kit.same_sense("help", "aid") is None
    assert same_sense("help", "aid") is not None
    assert phrases_at(["nps"], 0) is None


WORDS = st.sampled_from(
    sorted(
        {form for group in (*wordgroups.apart(), *wordgroups.senses()) for member in group.members for form in member}
    )
) | st.text(max_size=12)


@given(WORDS, WORDS)
def test_every_answer_is_the_same_both_ways_and_nothing_crashes(one, other):
    assert same_sense(one, other) == same_sense(other, one)
    assert same_phrase((one,), (other,)) == same_phrase((other,), (one,))
    assert are_contrary(one, other) == are_contrary(other, one)
    assert kept_apart(one, other) == kept_apart(other, one)
    if one != other and (kept_apart(one, other) or are_contrary(one, other)):
        assert same_sense(one, other) is None
    assert phrases_at([one, other], 0) is None or phrases_at([one, other], 0)[0] in (1, 2)


@given(st.lists(WORDS, max_size=6).map(tuple), st.lists(WORDS, max_size=6).map(tuple))
def test_phrases_are_compared_the_same_both_ways(one, other):
    assert same_phrase(one, other) == same_phrase(other, one)
    assert same_phrase(one, one) == "spelling"


def test_links_between_words_stand_on_both_sides():
    for line in (DATA / "words.tsv").read_text(encoding="ascii").splitlines():
        word = line.split("\t", 1)[0]
        entry = entry_of(word)
        assert entry is not None
        for kind in ("synonyms", "acts", "kin", "similar", "contraries"):
            for other in getattr(entry, kind):
                assert word in getattr(entry_of(other), kind), (kind, word, other)
                if kind != "contraries":
                    assert not are_contrary(word, other)
                if kind in ("acts", "kin"):
                    assert ("less" in word) == ("less" in other), (word, other)


def test_the_table_is_sorted_for_the_search_and_small():
    table = (DATA / "words.tsv").read_text(encoding="ascii").splitlines()
    assert table == sorted(table)
    assert sum(path.stat().st_size for path in DATA.iterdir()) < 3_000_000
    assert "Princeton University" in (DATA / "WORDNET-LICENSE.txt").read_text(encoding="utf-8")


def test_nothing_is_read_at_import_and_the_first_use_is_quick():
    script = (
        "import time, plantrack.language.lexicon as lexicon, plantrack.language.wordlist as wordlist;"
        "assert not wordlist._lines.cache_info().currsize;"
        "start = time.process_time(); lexicon.same_sense('halted', 'cease'); lexicon.phrases_at(['set', 'free'], 0);"
        "print(time.process_time() - start)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert float(done.stdout) < 0.1


def test_phrases_of_a_long_text_take_time_in_proportion_to_it():
    def seconds(count):
        lows = ("set free by step in the way of a cease - fire " * count).split()
        start = time.process_time()
        for place in range(len(lows)):
            phrases_at(lows, place)
        return time.process_time() - start

    seconds(10)
    assert seconds(8_000) < 24 * seconds(1_000) + 0.2


def test_the_lexicon_exports_what_it_says():
    assert all(hasattr(lexicon, name) for name in lexicon.__all__)
