"""The force of a clause: what is read, what says the same, and what a change of it does."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantrack.facts.force import CHAIN, Force, compare_force, find_force, rank
from plantrack.facts.force_words import MODALS, STATES, verb_forms
from plantrack.language.closed_words import closed_phrases
from plantrack.language.tokens import tokens_of

FORCES = [
    Force(force, negated, grade)
    for force, grades in {
        "duty": [""],
        "best_efforts": ["", "reasonable", "all_reasonable", "best", "every"],
        "expectation": ["", "effort"],
        "declaration": ["readiness", "intention"],
        "permission": ["", "retain"],
        "no_duty": [""],
        "performative": [""],
        "request": ["urge"],
        "ability": [""],
        "permission of duty": [""],
    }.items()
    for grade in grades
    for negated in ("", "not", "never", "no_longer")
]
MIRROR = {
    "modality-strengthened": "modality-weakened",
    "modality-weakened": "modality-strengthened",
    "modality-changed": "modality-changed",
    "modality-reversed": "modality-reversed",
}
EFFECTS = {"strengthened": "weakened", "weakened": "strengthened", "mixed": "mixed", None: None}

SAME = {
    "duty": """
        shall pay | must pay | will pay | is to pay | are to pay | has to pay | shall have to pay | is obliged to pay
        is required to pay | is bound to pay | shall be obliged to pay | undertakes to pay | agrees to pay
        commits to pay | commits itself to pay | pledges to pay | has agreed to pay | have undertaken to pay
        hereby undertakes to pay | engages to pay | binds itself to pay | has the obligation to pay
        is under an obligation to pay | assumes the obligation to pay | shall not fail to pay | has a duty to pay
        shall not refuse to pay | shall also pay | shall not refrain from paying | covenants to pay | ought""",
    "ban": """
        shall not pay | must not pay | will not pay | may not pay | is not to pay | is forbidden to pay
        is prohibited from paying | shall be prohibited from paying | is not allowed to pay | undertakes not to pay
        shall not be allowed to pay | shall refrain from paying | refrains from paying | agrees to refrain from paying
        is obliged not to pay | won't pay | agrees not to pay | it is forbidden to pay | is not permitted to pay""",
    "permission": """
        may pay | is allowed to pay | has the right to pay | is entitled to pay | shall be entitled to pay
        shall have the right to pay | is free to pay | is permitted to pay | is authorised to pay | is at liberty to pay
        shall be authorized to pay | enjoys the right to pay | shall be free to pay | is not forbidden to pay""",
    "no_duty": """
        is not obliged to pay | need not pay | is under no obligation to pay | shall not be obliged to pay
        is not required to pay | is not bound to pay | has no obligation to pay | does not have to pay""",
    "best_efforts": """
        shall endeavour to pay | shall strive to pay | shall seek to pay | endeavours to pay | undertakes to seek to pay
        agrees to endeavor to pay""",
    "expectation": "should pay | is expected to pay | ought to pay | are expected to pay | is supposed to pay",
    "readiness": """
        is ready to pay | declares its readiness to pay | expresses its willingness to pay | is prepared to pay
        declares itself ready to pay | confirm their preparedness to pay""",
    "intention": "intends to pay | plans to pay | declares its intention to pay | announces its intention of paying",
}
WORDS_OF = {
    "Arland shall immediately withdraw.": ["shall"],
    "Arland shall in no case withdraw.": ["shall in no case"],
    "Arland is not obliged to withdraw.": ["is not obliged to"],
    "Both have the right to enter and shall not fail to pay.": ["have the right to", "shall not fail to"],
    "The Council urges all parties to leave.": ["urges"],
    "The Council calls upon Arland to leave.": ["calls upon"],
    "It is agreed that Arland leaves.": ["It is agreed that"],
    "The sovereignty of Arland is confirmed.": ["is"],
    "The aim of the talks is to end the war.": [],
    "The political will to leave. The will of the people. Its plans to leave. His attempts to pay.": [],
    "On 5 May troops left; in May 2027 others. Rain is likely to fall.": [],
    "Crimes committed to frighten people and aid pledged to Arland.": [],
    "Persons who seek to return and those who plan to stay are helped.": [],
    "Troops have access to and from the sea.": [],
    "Arland may seek to enter.": ["may"],
}
NEGATIONS = {
    "No restrictions apply to the army.": ["no"],
    "Neither party may enter, nor may Belmark.": ["neither", "nor"],
    "None of the prisoners stays.": ["none"],
    "Arland does not leave the zone.": ["not"],
    "Arland no longer leaves the zone.": ["no_longer"],
    "if Arland fails to leave": ["fails_to"],
    "Not all prisoners leave, not only soldiers, not later than May.": [],
    "Whether or not Arland agrees, including but not limited to gas": [],
    "Resolution No. 242 and No 5": [],
    "Arland shall not pay": [],
}


def forces(text):
    return [fact.value for fact in find_force(tokens_of(text)) if fact.kind == "force"]


def variants(table):
    return [phrase.strip() for line in table.splitlines() for phrase in line.split("|") if " " in phrase.strip()]


@pytest.mark.parametrize(("name", "phrase"), [(name, phrase) for name in SAME for phrase in variants(SAME[name])])
def test_ways_to_say_one_force_have_one_value(name, phrase):
    expected = {
        "ban": Force("duty", "not"),
        "readiness": Force("declaration", "", "readiness"),
        "intention": Force("declaration", "", "intention"),
    }.get(name, Force(name))
    assert forces(f"Arland {phrase} the sum.") == [expected]


@pytest.mark.parametrize(("text", "found"), WORDS_OF.items())
def test_a_force_covers_the_words_that_carry_it_and_no_others(text, found):
    tokens = tokens_of(text)
    facts = [fact for fact in find_force(tokens) if fact.kind == "force"]
    assert [" ".join(token.text for token in tokens[fact.first : fact.last]) for fact in facts] == found


@pytest.mark.parametrize(("text", "found"), NEGATIONS.items())
def test_negations_outside_a_group_of_verbs_are_facts_of_their_own(text, found):
    assert [fact.value for fact in find_force(tokens_of(text)) if fact.kind == "negation"] == found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("is not obliged to pay", "shall not pay"),
        ("may pay", "may not pay"),
        ("shall not pay", "shall no longer pay"),
        ("shall not pay", "shall never pay"),
        ("agrees not to pay", "does not agree to pay"),
        ("is not entitled to pay", "shall not pay"),
        ("shall endeavour to pay", "shall use its best efforts to pay"),
        ("shall use its best efforts to pay", "shall use reasonable efforts to pay"),
        ("shall use all reasonable efforts to pay", "shall use reasonable efforts to pay"),
        ("declares its readiness to pay", "declares its intention to pay"),
        ("shall pay", "is expected to pay"),
        ("may pay", "can pay"),
        ("may be required to pay", "may pay"),
        ("urges Belmark to pay", "requests Belmark to pay"),
        ("is permitted to pay", "is strictly permitted to pay"),
        ("was obliged to pay", "is obliged to pay"),
        ("intends not to pay", "does not intend to pay"),
    ],
)
def test_forces_that_bind_in_different_ways_differ(one, other):
    assert forces(f"Arland {one} the sum.") != forces(f"Arland {other} the sum.")


def test_an_agreement_binds_by_itself_or_leaves_the_force_to_its_clause():
    assert forces("The parties agree that Arland withdraws.") == [Force("duty")]
    assert forces("The parties agree that Arland may withdraw.") == [Force("agreement"), Force("permission")]
    assert forces("The parties agree that Arland withdraws. Belmark may stay.") == [Force("duty"), Force("permission")]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("shall pay", "shall endeavour to pay", ("modality-weakened", "weakened")),
        ("shall pay", "should pay", ("modality-weakened", "weakened")),
        ("should pay", "must pay", ("modality-strengthened", "strengthened")),
        ("shall pay", "declares its readiness to pay", ("modality-weakened", "weakened")),
        ("shall not pay", "shall endeavour not to pay", ("modality-weakened", "weakened")),
        ("shall use its best efforts to pay", "shall use reasonable efforts to pay", ("modality-weakened", "weakened")),
        ("may pay", "may not pay", ("modality-reversed", "mixed")),
        ("shall pay", "shall not pay", ("modality-reversed", "mixed")),
        ("shall pay", "should not pay", ("modality-reversed", "mixed")),
        ("may pay", "shall pay", ("modality-changed", "mixed")),
        ("shall pay", "is not obliged to pay", ("modality-weakened", "weakened")),
        ("shall not pay", "is not obliged to pay", ("modality-changed", None)),
        ("may pay", "is not obliged to pay", ("modality-changed", None)),
        ("shall not pay", "shall no longer pay", ("modality-changed", None)),
        ("declares its readiness to pay", "declares its intention to pay", ("modality-changed", None)),
        ("shall pay", "urges Belmark to pay", ("modality-changed", None)),
        ("may pay", "can pay", ("modality-changed", None)),
        ("shall pay", "undertakes to pay", None),
        ("is permitted to pay", "is strictly permitted to pay", None),
    ],
)
def test_a_change_of_force_is_told_as_the_order_says(old, new, expected):
    (before,), (after,) = forces(f"Arland {old} the sum."), forces(f"Arland {new} the sum.")
    assert compare_force(before, after) == expected


def test_the_mirror_of_a_change_of_force_is_its_mirror():
    for old, new in product(FORCES, repeat=2):
        there, back = compare_force(old, new), compare_force(new, old)
        if there is None:
            assert old == new
            assert back is None
        else:
            assert back == (MIRROR[there[0]], EFFECTS[there[1]]), (old, new)


def test_what_binds_more_than_a_third_binds_more_than_what_that_binds_more_than():
    stronger = {
        (old, new)
        for old, new in product(FORCES, repeat=2)
        if (compare_force(old, new) or "")[-1:] == ("strengthened",)
    }
    for (one, two), (three, four) in product(stronger, repeat=2):
        if two == three:
            assert (one, four) in stronger


def test_the_chain_of_a_duty_is_ranked_and_nothing_else_is():
    ranks = [rank(Force(force)) for force in CHAIN]
    assert ranks == sorted(ranks)
    assert all(rank(force) is None for force in FORCES if force.force not in CHAIN)


def test_verbs_are_inflected_by_rule():
    forms = verb_forms()
    assert {"undertook", "committed", "pledges", "agreeing", "tried", "sought", "does"} <= forms.keys()
    assert forms["committing"] == ("commit", "ing")


WORDS = sorted(
    {*verb_forms(), *MODALS, *STATES, *(word for row in closed_phrases() for word in row[0].split())}
    | set("obligation right readiness efforts best power under duty agreed . , ; : Arland war 5 F-16 May".split())
)


@given(st.lists(st.sampled_from(WORDS), max_size=60))
def test_any_soup_is_read_in_order_without_overlap(words):
    tokens = tokens_of(" ".join(words))
    place = 0
    for fact in find_force(tokens):
        assert place <= fact.first < fact.last <= len(tokens)
        place = fact.last


@given(st.text(max_size=200))
def test_any_text_is_read(text):
    assert find_force(tokens_of(text)) is not None


class Counted(list):
    """A list that counts how often its members are read."""

    reads = 0

    def __getitem__(self, key):
        found = super().__getitem__(key)
        self.reads += len(found) if isinstance(key, slice) else 1
        return found


@pytest.mark.parametrize(
    "words",
    """is not |calls on Arland |shall use all its best |agree that |has been |shall endeavour to |does not |it is
    |have the very |the aim of the talks is to |whether or not jointly |shall not be allowed to be free to """.split(
        "|"
    ),
)
def test_the_work_of_reading_grows_with_the_length_of_a_text(words):
    short, long = Counted(tokens_of(words * 100)), Counted(tokens_of(words * 400))
    find_force(short)
    find_force(long)
    assert long.reads < 4.2 * short.reads
