"""A wording against terms: of another paper, whose wording is not kept, and of its own point."""

from decimal import Decimal

import pytest
from generated import terms as any_terms
from hypothesis import given, settings
from hypothesis import strategies as st
from small_corpus import SmallCorpus

from plantrack.checking import check_corpus
from plantrack.corpus import find_corpus
from plantrack.differences.borne_out import terms_borne_out
from plantrack.differences.changes import KINDS
from plantrack.differences.findings import Naming, compare_states
from plantrack.differences.states import State
from plantrack.differences.terms import OwnedTerm
from plantrack.differences.text_and_terms import compare_text_with_terms
from plantrack.language.names import Names
from plantrack.model import Actor, Deadline, Duration, Frequency, Quantity, Start, Term
from plantrack.value import evolve

ACTORS = {name: Actor(id=name, name=name.title(), kind="state") for name in ("arland", "veldia")}
NAMES = Names(ACTORS.values())


def cap(value=800_000, **parts):
    quantity = Quantity(operator="lteq", value=Decimal(value), unit="person", measure="troops")
    held = {
        "bearer": ("arland",),
        "modality": "obligation",
        "action": "limit",
        "object": "army",
        "quantity": (quantity,),
    }
    return Term(**(held | parts))


def compare(text, *terms, complete=True, text_is_old=True):
    owned = [OwnedTerm(owner="p", key=f"t{number}", term=term) for number, term in enumerate(terms)]
    return compare_text_with_terms(
        text, owned, NAMES, text_is_old=text_is_old, complete=complete, actors=ACTORS
    ).changes


LIMIT = "Arland shall limit its army to at most {} people"


@pytest.mark.parametrize(
    ("text", "term", "expected"),
    [
        (LIMIT.format("600,000"), cap(), ["quantity-raised weakened"]),
        (LIMIT.format("800,000"), cap(), []),
        ("Arland shall limit its army to 800,000 people", cap(), []),
        (LIMIT.format("800,000") + " within 30 days", cap(deadline=Deadline(within="60 days")), ["deadline-later weakened"]),
        (LIMIT.format("800,000") + " within two weeks", cap(deadline=Deadline(within="14 days")), []),
        (LIMIT.format("800,000") + " within 30 days of signature", cap(deadline=Deadline(within="30 days", of="signature")), []),
        (LIMIT.format("800,000") + " from 1 May 2027", cap(start=Start(on="2027-05-15")), ["deadline-later weakened"]),
        (LIMIT.format("800,000") + " for five years", cap(duration=Duration(value=Decimal(10), unit="year")), ["quantity-raised strengthened"]),
        (LIMIT.format("800,000") + " for five years", cap(duration=Duration(value=Decimal(60), unit="month")), []),
        ("Arland shall report to Veldia every 30 days", cap(action="report", object=None, quantity=(), counterparty=("veldia",), frequency=Frequency(per="90 days")), ["quantity-lowered weakened"]),
        ("The zone shall be 20 km wide", Term(modality="obligation", action="be wide", object="zone", quantity=(Quantity(value=Decimal(30_000), unit="m"),)), ["quantity-raised mixed"]),
        ("The zone shall be 20 km wide", Term(modality="obligation", action="be wide", object="zone", quantity=(Quantity(value=Decimal(20_000), unit="m"),)), []),
        ("Arland may limit its army", cap(quantity=()), ["modality-changed mixed"]),
        ("Arland shall not limit its army", cap(quantity=()), ["modality-reversed mixed"]),
        ("Arland shall not limit its army", cap(quantity=(), action="not limit"), []),
        ("Arland undertakes to limit its army", cap(quantity=()), []),
    ],
)  # fmt: skip
def test_what_was_read_on_both_sides_contrasts_or_says_the_same(text, term, expected):
    found = [f"{change.kind} {change.effect}" for change in compare(text + ".", term, complete=False)]
    assert found == expected


def test_a_contrast_names_its_words_and_is_told_of_the_side_of_the_term():
    (change,) = compare(LIMIT.format("600,000") + ".", cap(), text_is_old=False)[:1]
    assert (change.kind, change.old_ids, change.new_ids, change.term) == ("quantity-lowered", ("p",), (), ("t0", None))
    assert [span.words for span in change.words.new] == ["at most 600,000"]
    assert change.words.old == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Arland shall limit its army to at most 800,000 people and shall open its ports.", ["open", "ports"]),
        ("Arland shall limit its army to at most 800,000 people, 600,000 of them under arms, within 30 days.", ["600,000", "arms", "within 30 days"]),
    ],
)  # fmt: skip
def test_what_a_wording_has_beyond_the_terms_is_unexplained_once(text, words):
    (change,) = compare(text, cap())
    assert (change.kind, change.effect, change.certainty) == ("wording-unexplained", None, None)
    assert [span.words for span in change.words.old] == words
    assert compare(text, cap(), complete=False) == ()


def test_what_terms_have_beyond_a_wording_is_unexplained_too():
    (change,) = compare("Arland shall limit its army.", cap(deadline=Deadline(within="30 days")))
    assert change.kind == "wording-unexplained"
    assert change.after[0]["deadline"] == {"within": "30 days"}


def test_where_two_values_could_be_meant_none_is_claimed():
    text = "Arland shall free 300 people by May and 500 people by June."
    two = [
        cap(action="free", object=None, quantity=(Quantity(value=Decimal(value), unit="person"),)) for value in (7, 9)
    ]
    assert {change.kind for change in compare(text, *two)} == {"wording-unexplained"}


@settings(max_examples=60, deadline=None)
@given(
    any_terms,
    st.sampled_from(["30 days", "1 May 2027", "at least 200 tanks", "not", "five years", "twice a year"]),
    st.booleans(),
)
def test_backwards_a_wording_against_terms_is_the_mirror(term, words, complete):
    text = f"Arland shall withdraw tanks {words}."
    there = compare(text, term, complete=complete)
    back = compare(text, term, complete=complete, text_is_old=False)
    assert [(one.kind, one.before, one.after) for one in there] == [
        (KINDS[one.kind].mirror, one.after, one.before) for one in back
    ]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), any_terms)
def test_any_text_is_compared_and_checked_against_any_term(text, term):
    compare(text, term)
    terms_borne_out({"t": term}, text, NAMES, ACTORS)


def test_states_of_which_one_is_a_wording_and_one_has_terms_are_compared_so():
    seen = State(provision="a", text=LIMIT.format("600,000") + ".")
    entered = State(provision="b", terms={"cap": cap()})
    found = compare_states(seen, entered, Naming(names=NAMES, actors=ACTORS))
    assert [change.kind for change in found.terms.changes] == ["quantity-raised"]
    assert found.terms.changes[0].old_ids == ("a",)
    both = evolve(entered, text="Arland shall limit its army.")
    assert compare_states(seen, both, Naming(names=NAMES)).terms.changes == ()


@pytest.mark.parametrize(
    ("text", "term", "expected"),
    [
        (LIMIT.format("800,000") + ".", cap(), []),
        (LIMIT.format("600,000") + ".", cap(), ["quantity"]),
        ("The army is limited.", cap(), ["quantity", "bearer"]),
        ("The parties limit their armies to 800,000 people each.", cap(), []),
        ("Arland shall limit its army within 30 days.", cap(quantity=(), deadline=Deadline(within="60 days")), ["deadline"]),
        ("Arland shall limit its army by 1 May 2027.", cap(quantity=(), deadline=Deadline(by="2027-05-01")), []),
        ("Arland shall limit its army before the vote.", cap(quantity=(), deadline=Deadline(by="the vote")), []),
        ("Arland may limit its army.", cap(quantity=()), ["modality"]),
        ("Arland shall not limit its army.", cap(quantity=(), modality="prohibition"), []),
        ("Arland limits its army permanently.", cap(quantity=(), duration=Duration(lasting="permanently")), []),
        ("Arland limits its army for five years.", cap(quantity=(), duration=Duration(lasting="permanently")), ["duration"]),
    ],
)  # fmt: skip
def test_a_term_that_its_own_wording_does_not_bear_out_is_a_problem(text, term, expected):
    found = terms_borne_out({"cap": term}, text, NAMES, ACTORS)
    assert [problem.path for problem in found] == [f"terms.cap.{part}" for part in expected]


def test_a_lead_in_may_name_the_party_that_a_point_below_it_does_not():
    below = cap(quantity=())
    assert terms_borne_out({"cap": below}, "Limit the army.", NAMES, ACTORS)
    assert not terms_borne_out({"cap": below}, "Limit the army.", NAMES, ACTORS, lead_in="Arland undertakes to:")


WORDED = """\
cap:
  number: "1"
  text: Arland shall limit its army to at most {} people.
  terms: {{cap: {{bearer: arland, modality: obligation, action: limit, object: army, quantity: {{operator: lteq, value: 800000, unit: person}}}}}}
"""


@pytest.mark.parametrize(("figure", "paths"), [("800,000", []), ("600,000", ["provisions.cap.terms.cap.quantity"])])
def test_check_tells_a_term_that_the_wording_beside_it_does_not_bear_out(tmp_path, figure, paths):
    small = SmallCorpus(tmp_path)
    small.version("draft", "2031-05-01", WORDED.format(figure), "text_basis: full_text\n")
    problems = check_corpus(find_corpus(tmp_path)).problems
    assert [problem.path for problem in problems] == paths
    assert all(problem.file.endswith("2031-05-01.yaml") and "600,000" in problem.found for problem in problems)
