"""The laws of the order of strength, and the settled readings it must agree with."""

import itertools
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantrack import strength
from plantrack.model import Deadline, Quantity, Term
from plantrack.vocabulary import MODALITIES, OPERATORS

MODALITY = st.sampled_from(sorted(MODALITIES))
QUANTITY = st.builds(
    Quantity,
    operator=st.sampled_from(sorted(OPERATORS)),
    value=st.one_of(st.none(), st.integers(-3, 6).map(Decimal)),
    upper=st.integers(0, 9).map(Decimal),
    unit=st.sampled_from(["person", "tank"]),
)
DEADLINE = st.one_of(
    st.none(),
    st.builds(
        Deadline,
        within=st.sampled_from(
            ["immediately", "open", "30 days", "31 days", "60 days", "1 month", "2 months", "12 months", "366 days"]
        ),
        of=st.sampled_from([None, "signature", "vote"]),
    ),
    st.builds(Deadline, by=st.sampled_from(["2027-03-01", "2027-03", "2027", "2028-01-01", "the rains"])),
)
MEMBERS = st.lists(st.sampled_from(["a", "b", "c", "north a"]), unique=True, max_size=3).map(tuple)
SCOPE = st.lists(st.sampled_from(["peacetime", "wartime", "at all times"]), unique=True, max_size=2).map(tuple)
TERM = st.builds(
    Term,
    action=st.just("withdraw"),
    modality=st.sampled_from(["obligation", "commitment", "permission", "prohibition"]),
    bearer=MEMBERS,
    jointly=st.booleans(),
    place=MEMBERS,
    scope=SCOPE,
    conditions=MEMBERS,
    exceptions=MEMBERS,
    deadline=DEADLINE,
    quantity=st.lists(QUANTITY, max_size=1).map(tuple),
)
ORDERS = [
    ("modalities", strength.rank_modalities, MODALITY),
    ("quantities", strength.rank_quantities, QUANTITY),
    ("deadlines", strength.rank_deadlines, DEADLINE),
    ("bearers", strength.rank_bearers, MEMBERS),
    ("places", strength.rank_places, MEMBERS),
    ("scopes", strength.rank_scopes, SCOPE),
    ("reservations", strength.rank_reservations, MEMBERS),
    ("terms", strength.rank_terms, TERM),
]
NAMED = pytest.mark.parametrize(("rank", "values"), [row[1:] for row in ORDERS], ids=[row[0] for row in ORDERS])
AT_LEAST = (strength.EQUAL, strength.STRONGER)


@NAMED
@given(data=st.data())
def test_the_order_is_reflexive(rank, values, data) -> None:  # type: ignore[no-untyped-def]
    value = data.draw(values)
    assert rank(value, value) == strength.EQUAL


@NAMED
@given(data=st.data())
def test_the_order_is_antisymmetric(rank, values, data) -> None:  # type: ignore[no-untyped-def]
    one, other = data.draw(values), data.draw(values)
    assert rank(one, other) == strength.INVERSE[rank(other, one)]


@NAMED
@given(data=st.data())
def test_the_order_is_transitive(rank, values, data) -> None:  # type: ignore[no-untyped-def]
    first, second, third = data.draw(values), data.draw(values), data.draw(values)
    if rank(first, second) in AT_LEAST and rank(second, third) in AT_LEAST:
        assert rank(first, third) in AT_LEAST


def quantity(operator: str, value: int | None = 10, upper: int | None = None) -> Quantity:
    return Quantity(
        operator=operator,
        value=None if value is None else Decimal(value),
        upper=None if upper is None else Decimal(upper),
        unit="person",
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
    ],
)
def test_bounds_rank_by_what_they_allow(old: Quantity, new: Quantity, answer: str) -> None:
    assert strength.rank_quantities(old, new) == answer


@pytest.mark.parametrize(
    ("old", "new", "answer"),
    [
        (Deadline(within="30 days"), Deadline(within="20 days"), "stronger"),
        (Deadline(within="immediately"), Deadline(within="3 days"), "weaker"),
        (Deadline(within="30 days"), Deadline(within="open"), "weaker"),
        (None, Deadline(by="2027-03-01"), "stronger"),
        (Deadline(within="30 days", of="vote"), Deadline(within="30 days", of="signature"), "mixed"),
        (Deadline(within="immediately"), Deadline(by="2027-03-01"), "mixed"),
        (Deadline(within="1 month"), Deadline(within="30 days"), "mixed"),
        (Deadline(by="2027-03-01"), Deadline(by="2027-06-01"), "weaker"),
    ],
)
def test_an_earlier_deadline_binds_more(old: Deadline | None, new: Deadline, answer: str) -> None:
    assert strength.rank_deadlines(old, new) == answer


def test_the_ladder_of_duties_runs_from_declaration_to_obligation() -> None:
    ladder = ["declaration", "expectation", "best_efforts", "commitment", "obligation"]
    assert all(strength.rank_modalities(low, high) == "stronger" for low, high in itertools.pairwise(ladder))
    assert strength.rank_modalities("permission", "obligation") == "mixed"
    assert strength.rank_modalities("permission", "right") == "stronger"


def test_a_joint_duty_that_gains_bearers_is_mixed() -> None:
    assert strength.rank_bearers(["a"], ["a", "b"], jointly=(True, True)) == "mixed"
    assert strength.rank_bearers(["a"], ["a", "b"]) == "stronger"


def test_a_part_named_after_the_whole_lies_within_it() -> None:
    assert strength.rank_places(["Darfur"], ["North Darfur"]) == "weaker"
    assert strength.rank_places(["Upper Sael"], ["Lower Sael"]) == "mixed"
