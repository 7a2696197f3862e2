"""The laws of the order of strength, and the settled readings it must agree with."""

import itertools
import re
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from generated import deadlines, durations, frequencies, starts
from hypothesis import example, given
from hypothesis import strategies as st
from ranked_terms import rank_terms

from plantrack.differences.parts import PARTS
from plantrack.differences.strength.figures import rank_figures, rank_quantities
from plantrack.differences.strength.forces import BAN, DUTY, LIBERTY, rank_modalities
from plantrack.differences.strength.members import (
    rank_bearers,
    rank_circles,
    rank_places,
    rank_quantifiers,
    rank_reservations,
    rank_restrictions,
    rank_scopes,
)
from plantrack.differences.strength.order import EQUAL, INVERSE, STRONGER
from plantrack.differences.strength.times import rank_deadlines, rank_durations, rank_frequencies, rank_starts
from plantrack.differences.terms import OwnedTerm, compare_terms
from plantrack.model import Deadline, Duration, Frequency, Quantity, Start, Term
from plantrack.reading.documents import read_version
from plantrack.vocabulary import MODALITIES, OPERATORS, QUANTIFIERS

MODALITY = st.sampled_from(sorted(MODALITIES))
QUANTITY = st.builds(
    Quantity,
    operator=st.sampled_from(sorted(OPERATORS)),
    value=st.one_of(st.none(), st.integers(-3, 6).map(Decimal)),
    upper=st.integers(0, 9).map(Decimal),
    unit=st.sampled_from(["person", "signature"]),
)
MEMBERS = st.lists(st.sampled_from(["a", "b", "c", "north a"]), unique=True, max_size=3).map(tuple)
SCOPE = st.lists(st.sampled_from(["peacetime", "wartime", "at all times"]), unique=True, max_size=2).map(tuple)
RESTRICTIONS = st.lists(
    st.sampled_from(["where possible", "in principle", "legally binding", "under supervision"]), unique=True, max_size=3
).map(tuple)
QUANTIFIER = st.none() | st.sampled_from(sorted(QUANTIFIERS))
FIGURES = st.lists(QUANTITY, max_size=2).map(tuple)
TERM = st.builds(
    Term,
    action=st.sampled_from(["withdraw", "not withdraw"]),
    modality=st.sampled_from(["obligation", "commitment", "best_efforts", "permission", "right", "prohibition"]),
    bearer=MEMBERS,
    jointly=st.booleans(),
    place=MEMBERS,
    scope=SCOPE,
    conditions=MEMBERS,
    exceptions=MEMBERS,
    restrictions=RESTRICTIONS,
    quantifier=QUANTIFIER,
    references=MEMBERS,
    deadline=st.none() | deadlines,
    start=st.none() | starts,
    duration=st.none() | durations,
    frequency=st.none() | frequencies,
    quantity=FIGURES,
)


def under(rank, force):
    return lambda old, new: rank(old, new, force)


ORDERS = [
    ("modalities", rank_modalities, MODALITY),
    ("deadlines", rank_deadlines, st.none() | deadlines),
    ("starts", rank_starts, st.none() | starts),
    ("durations", rank_durations, st.none() | durations),
    ("bearers", rank_bearers, MEMBERS),
    ("circles", rank_circles, MEMBERS),
    ("places", rank_places, MEMBERS),
    ("scopes", rank_scopes, SCOPE),
    ("reservations", rank_reservations, MEMBERS),
    ("quantifiers", rank_quantifiers, QUANTIFIER),
    ("terms", rank_terms, TERM),
    *((f"quantities of a {force}", under(rank_quantities, force), QUANTITY) for force in (DUTY, BAN, LIBERTY)),
    *((f"figures of a {force}", under(rank_figures, force), FIGURES) for force in (DUTY, BAN, LIBERTY)),
    *(
        (f"frequencies of a {force}", under(rank_frequencies, force), st.none() | frequencies)
        for force in (DUTY, BAN, LIBERTY)
    ),
    *((f"restrictions of a {force}", under(rank_restrictions, force), RESTRICTIONS) for force in (DUTY, BAN)),
]
NAMED = pytest.mark.parametrize(("rank", "values"), [row[1:] for row in ORDERS], ids=[row[0] for row in ORDERS])
AT_LEAST = (EQUAL, STRONGER)


@NAMED
@given(data=st.data())
def test_the_order_is_reflexive(rank, values, data):
    value = data.draw(values)
    assert rank(value, value) == EQUAL


@NAMED
@given(data=st.data())
def test_the_order_is_antisymmetric(rank, values, data):
    one, other = data.draw(values), data.draw(values)
    assert rank(one, other) == INVERSE[rank(other, one)]


@NAMED
@given(data=st.data())
def test_the_order_is_transitive(rank, values, data):
    first, second, third = data.draw(values), data.draw(values), data.draw(values)
    if rank(first, second) in AT_LEAST and rank(second, third) in AT_LEAST:
        assert rank(first, third) in AT_LEAST


PERIODS = ["1 hour", "23 hours", "28 days", "29 days", "31 days", "60 days", "2 weeks", "1 month", "2 months",
           "5 working days", "364 days", "366 days", "1 year", "12 months", "3650 days", "10 years"]  # fmt: skip


@given(*(3 * [st.sampled_from([None, *PERIODS]).map(lambda within: within and Deadline(within=within))]))
@example(Deadline(within="2 weeks"), Deadline(within="14 days"), Deadline(within="1 month"))
def test_periods_in_any_units_are_one_order(first, second, third):
    if rank_deadlines(first, second) in AT_LEAST and rank_deadlines(second, third) in AT_LEAST:
        assert rank_deadlines(first, third) in AT_LEAST


def quantity(operator, value=10, upper=None, unit="person"):
    return Quantity(
        operator=operator,
        value=None if value is None else Decimal(value),
        upper=None if upper is None else Decimal(upper),
        unit=unit,
    )


@pytest.mark.parametrize(
    ("old", "new", "answer"),
    [
        (quantity("lteq", 6), quantity("lteq", 8), "weaker"),
        (quantity("gteq", 6), quantity("gteq", 8), "stronger"),
        (quantity("lteq"), quantity("lt"), "stronger"),
        (quantity("lteq"), quantity("gteq"), "mixed"),
        (quantity("about"), quantity("eq"), "stronger"),
        (quantity("lteq"), quantity("eq"), "stronger"),
        (quantity("between", 4, 6), quantity("between", 5, 7), "mixed"),
        (quantity("between", 4, 6), quantity("between", 4, 5), "stronger"),
        (quantity("lteq"), quantity("eq", None), "weaker"),
        (quantity("eq", 10, unit="signature"), quantity("eq", 20, unit="signature"), "weaker"),
    ],
)
def test_the_bounds_of_a_duty_rank_by_what_they_allow_and_a_threshold_is_a_condition(old, new, answer):
    assert rank_quantities(old, new, DUTY) == answer


@pytest.mark.parametrize(
    ("old", "new", "answer"),
    [
        (quantity("lteq", 15), quantity("lteq", 8), "stronger"),
        (quantity("eq", 15), quantity("eq", 8), "stronger"),
        (quantity("gteq", 15), quantity("gteq", 8), "mixed"),
        (quantity("eq", 50, unit="signature"), quantity("eq", 150, unit="signature"), "stronger"),
    ],
)
def test_the_lower_ceiling_of_a_liberty_binds_more_and_so_does_the_higher_threshold(old, new, answer):
    assert rank_quantities(old, new, LIBERTY) == answer


@pytest.mark.parametrize(
    ("old", "new", "answer"),
    [
        (quantity("gt", 5), quantity("gt", 4), "stronger"),
        (quantity("lteq", 5), quantity("lteq", 4), "stronger"),
        (quantity("gt", 5), quantity("lteq", 5), "equal"),
        (quantity("gteq", 5), quantity("gteq", 4), "mixed"),
        (quantity("eq", 5), quantity("eq", 4), "mixed"),
    ],
)
def test_the_lower_figure_of_a_ban_bans_more(old, new, answer):
    assert rank_quantities(old, new, BAN) == answer


@pytest.mark.parametrize(
    ("old", "new", "answer"),
    [
        (Deadline(within="30 days"), Deadline(within="20 days"), "stronger"),
        (Deadline(within="2 weeks"), Deadline(within="14 days"), "equal"),
        (Deadline(within="48 hours"), Deadline(within="2 days"), "equal"),
        (Deadline(within="30 days"), Deadline(within="30 working days"), "weaker"),
        (Deadline(within="immediately"), Deadline(within="3 days"), "weaker"),
        (Deadline(within="30 days"), Deadline(within="open"), "weaker"),
        (None, Deadline(by="2027-03-01"), "stronger"),
        (Deadline(within="30 days", of="vote"), Deadline(within="30 days", of="signature"), "mixed"),
        (Deadline(within="immediately"), Deadline(by="2027-03-01"), "mixed"),
        (Deadline(within="1 month"), Deadline(within="30 days"), "mixed"),
        (Deadline(by="2027-03-01"), Deadline(by="2027-06-01"), "weaker"),
        (Deadline(by="30 days before the vote"), Deadline(by="60 days before the vote"), "stronger"),
    ],
)
def test_an_earlier_deadline_binds_more(old, new, answer):
    assert rank_deadlines(old, new) == answer


def test_what_begins_earlier_binds_more_and_a_start_that_is_not_said_may_be_any():
    assert rank_starts(Start(on="2027-05-15"), Start(on="2027-05-01")) == "stronger"
    assert rank_starts(Start(after="open"), Start(after="30 days")) == "stronger"
    assert rank_starts(None, Start(on="2027-05-01")) == "mixed"


def years(value, operator="eq", unit="year"):
    return Duration(value=Decimal(value), operator=operator, unit=unit)


@pytest.mark.parametrize(
    ("old", "new", "answer"),
    [
        (years(5), years(3), "weaker"),
        (years(5), years(60, unit="month"), "equal"),
        (years(5, "gteq"), years(10, "gteq"), "stronger"),
        (years(5, "gteq"), years(10, "lteq"), "weaker"),
        (years(5, "about"), years(10, "lteq"), "mixed"),
        (years(5), Duration(lasting="permanently"), "stronger"),
        (Duration(lasting="permanently"), Duration(lasting="temporarily"), "weaker"),
        (years(5), Duration(lasting="temporarily"), "mixed"),
        (None, years(5), "mixed"),
    ],
)
def test_what_lasts_longer_binds_more(old, new, answer):
    assert rank_durations(old, new) == answer


def every(per, times=1, operator="eq"):
    return Frequency(per=per, times=Decimal(times), operator=operator)


@pytest.mark.parametrize(
    ("old", "new", "force", "answer"),
    [
        (every("30 days"), every("90 days"), DUTY, "weaker"),
        (every("1 month"), every("1 month", 2), DUTY, "stronger"),
        (every("1 year", 12), every("1 month"), DUTY, "equal"),
        (every("1 month"), every("1 month", 2), LIBERTY, "weaker"),
        (every("1 year", 2, "lteq"), every("1 year", 4, "lteq"), DUTY, "weaker"),
        (every("1 year", 2, "gt"), every("1 year", 4, "gt"), BAN, "weaker"),
        (every("1 month"), every("30 days"), DUTY, "mixed"),
    ],
)
def test_a_shorter_interval_of_a_repeated_duty_binds_more(old, new, force, answer):
    assert rank_frequencies(old, new, force) == answer


def test_the_ladder_of_duties_runs_from_declaration_to_duty_and_words_of_one_force_are_one():
    ladder = ["declaration", "expectation", "best_efforts", "commitment"]
    assert all(rank_modalities(low, high) == "stronger" for low, high in itertools.pairwise(ladder))
    assert rank_modalities("commitment", "obligation") == "equal"
    assert rank_modalities("permission", "right") == "equal"
    assert rank_modalities("permission", "obligation") == "mixed"
    assert rank_modalities("performative", "obligation") == "mixed"


def test_a_ban_is_a_duty_not_to():
    ban = Term(modality="prohibition", action="enter", bearer=("a",))
    assert rank_terms(ban, Term(modality="obligation", action="not enter", bearer=("a",))) == "equal"
    assert rank_terms(ban, Term(modality="obligation", action="enter", bearer=("a",))) == "mixed"


def test_a_joint_duty_that_gains_bearers_is_mixed_and_so_is_one_that_names_nobody():
    assert rank_bearers(["a"], ["a", "b"], jointly=(True, True)) == "mixed"
    assert rank_bearers(["a"], ["a", "b"]) == "stronger"
    assert rank_bearers([], ["a", "b"]) == "mixed"


def test_a_part_named_after_the_whole_lies_within_it():
    assert rank_places(["Darfur"], ["North Darfur"]) == "weaker"
    assert rank_places(["Upper Sael"], ["Lower Sael"]) == "mixed"


PAGE = Path(__file__).parents[1] / "docs" / "explanation" / "stronger-and-weaker.md"
TABLE = PAGE.read_text(encoding="utf-8").partition("| what differs |")[2].partition("\n\n")[0].splitlines()[2:]
ROWS = [[cell.strip() for cell in line.strip("|").split("|")] for line in TABLE]
FORCES = {DUTY: "obligation", BAN: "prohibition", LIBERTY: "permission"}
SAID = {"stronger": "more", "weaker": "less", "mixed": "neither"}
EFFECTS = {"strengthened": "more", "weakened": "less", "mixed": "neither"}


def entered(cell, force):
    """The term with the fields of a cell, as a file holds it."""
    fields = {
        "bearer": ["a"],
        "action": "keep",
        "modality": FORCES[force],
        **yaml.load(cell.strip("`"), yaml.BaseLoader),
    }
    file = yaml.safe_dump(
        {"schema": "plantrack/1", "plan": "p", "version": "v", "date": "2031-05-01", "title": "T",
         "provisions": {"x": {"terms": {"t": fields}}}}
    )  # fmt: skip
    return (
        read_version(re.sub(r"'(\d+|null|true)'", r"\1", file).encode(), file="v.yaml").value.provisions["x"].terms["t"]
    )


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_every_row_of_the_page_on_strength_is_true_there_and_back(row):
    before, after, *told = row[1:]
    for force, said in zip((DUTY, BAN, LIBERTY), told, strict=True):
        old, new = (entered(cell, force) for cell in (before, after))
        assert SAID[rank_terms(old, new)] == said
        assert rank_terms(new, old) == INVERSE[rank_terms(old, new)]
        owned = [[OwnedTerm(owner="x", key="t", term=term)] for term in (old, new)]
        (change,) = compare_terms(*owned, old_complete=True, new_complete=True).changes
        assert EFFECTS[change.effect] == said


def test_the_page_on_strength_has_a_row_for_every_part_that_is_ranked():
    shown = {field for row in ROWS for field in yaml.load(row[2].strip("`"), yaml.BaseLoader)}
    assert shown == {part.field for part in PARTS.values()} - {"action", "object", "modality", "manner"}


def test_every_part_of_a_term_has_a_row_and_every_row_a_field():
    fields = {field.name for field in Term.__attrs_attrs__}
    assert fields - {"basis", "notes", "extra"} == {part.field for part in PARTS.values()}
