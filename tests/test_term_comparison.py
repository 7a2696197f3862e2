"""Changes between paired terms: the kinds, their effects, and what a side that was not seen leaves open."""

from decimal import Decimal

import pytest
from clause_details import DETAILS
from clause_variations import VARIATIONS
from held_out_clauses import CASES, LATER, MISSED, POINTS, RENDERINGS, STATUSES

from plantrack.differences.changes import KINDS, MIRROR_EFFECT
from plantrack.differences.terms import OwnedTerm, TermComparison, compare_terms
from plantrack.extraction import ActorNames, extract
from plantrack.model import Deadline, Quantity, Term

NAMES = ActorNames()
ROWS = [*CASES, *((*row, []) for row in RENDERINGS), *POINTS, *LATER]


def owned(text: str, owner: str) -> list[OwnedTerm]:
    return [OwnedTerm(owner=owner, key=key, term=term, text=text) for key, term in extract(text, NAMES).terms.items()]


def compare(old: str, new: str) -> TermComparison:
    return compare_terms(owned(old, "o"), owned(new, "n"), old_complete=True, new_complete=True, by_key=False)


def told(comparison: TermComparison) -> list[str]:
    return sorted(f"{change.kind} {change.effect}" for change in comparison.changes)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            old,
            new,
            expected,
            id=name,
            marks=pytest.mark.xfail(reason=MISSED[name], strict=True) if name in MISSED else (),
        )
        for name, old, new, expected in ROWS
    ],
)
def test_a_pair_of_clauses_gives_the_changes_a_careful_reader_finds(old: str, new: str, expected: list[str]) -> None:
    assert told(compare(old, new)) == sorted(expected)


@pytest.mark.parametrize(("old", "new"), [row[1:3] for row in ROWS], ids=[row[0] for row in ROWS])
def test_the_way_back_mirrors_the_way_there(old: str, new: str) -> None:
    there = told(compare(old, new))
    back = [(KINDS[change.kind].mirror, MIRROR_EFFECT[change.effect]) for change in compare(new, old).changes]
    assert there == sorted(" ".join(row) for row in back)


@pytest.mark.parametrize("text", sorted({text for row in ROWS for text in row[1:3]}))
def test_a_clause_does_not_differ_from_itself(text: str) -> None:
    assert compare(text, text) == TermComparison()


@pytest.mark.parametrize(("text", "matter"), STATUSES)
def test_a_remark_gives_the_status_of_the_matter(text: str, matter: str) -> None:
    assert extract(text, NAMES).matter == matter


def cap(value: int | None = 600_000, **parts: object) -> Term:
    quantity = () if value is None else (Quantity(operator="lteq", value=Decimal(value), unit="person"),)
    return Term(bearer=("UA",), modality="obligation", action="limit armed forces", quantity=quantity, **parts)  # type: ignore[arg-type]


def by_key(old: Term, new: Term, *, old_complete: bool = True, new_complete: bool = True) -> TermComparison:
    return compare_terms(
        [OwnedTerm(owner="o", key="cap", term=old)],
        [OwnedTerm(owner="n", key="cap", term=new)],
        old_complete=old_complete,
        new_complete=new_complete,
        by_key=True,
    )


def test_curated_terms_pair_by_key_and_carry_values_and_delta() -> None:
    (change,) = by_key(cap(), cap(800_000)).changes
    assert (change.kind, change.effect, change.term) == ("quantity-raised", "weakened", ("cap", "cap"))
    assert change.before == {"operator": "lteq", "value": 600_000, "unit": "person"}
    assert change.delta == {"absolute": 200_000, "relative": 0.3333}


@pytest.mark.parametrize(
    ("part", "richer"),
    [
        ("quantity", cap()),
        ("condition", cap(None, conditions=("if ratified",))),
        ("exception", cap(None, exceptions=("the coast guard",))),
        ("deadline", cap(None, deadline=Deadline(within="30 days"))),
        ("place", cap(None, place=("Crimea",))),
        ("scope", cap(None, scope=("peacetime",))),
    ],
)
def test_what_a_side_that_was_not_seen_lacks_is_a_gap_and_no_change(part: str, richer: Term) -> None:
    poor = cap(None)
    seen = by_key(richer, poor)
    assert len(seen.changes) == 1
    assert not seen.gaps
    unseen = by_key(richer, poor, new_complete=False)
    assert unseen.changes == ()
    assert [(gap.side, gap.owner, gap.term, gap.part) for gap in unseen.gaps] == [("new", "o", "cap", part)]
    backwards = by_key(poor, richer, old_complete=False)
    assert [(gap.side, gap.owner, gap.part) for gap in backwards.gaps] == [("old", "n", part)]


def test_a_term_that_only_one_side_has_is_a_gap_where_the_other_was_not_seen() -> None:
    terms = [OwnedTerm(owner="o", key="cap", term=cap())]
    seen = compare_terms(terms, [], old_complete=True, new_complete=True, by_key=True)
    assert told(seen) == ["term-removed weakened"]
    unseen = compare_terms(terms, [], old_complete=True, new_complete=False, by_key=True)
    assert not unseen.changes
    assert [(gap.side, gap.term, gap.part) for gap in unseen.gaps] == [("new", "cap", None)]


def test_terms_of_a_group_are_pooled_and_name_their_own_provision() -> None:
    old = owned("Morova shall clear the mines within 60 days, and it shall return the land within 60 days.", "2")
    new = [
        *owned("Morova shall clear the mines within 60 days.", "2"),
        *owned("Morova shall return the land within 120 days.", "3"),
    ]
    (change,) = compare_terms(old, new, old_complete=True, new_complete=True, by_key=False).changes
    assert (change.kind, change.old_ids, change.new_ids) == ("deadline-later", ("2",), ("3",))


def test_very_many_terms_are_compared_in_linear_time() -> None:
    text = "".join(f"Morova shall close gate {number}. " for number in range(2_000))
    assert compare(text, text) == TermComparison()


@pytest.mark.parametrize(("old", "new", "expected"), [*VARIATIONS, *DETAILS])
def test_a_variation_of_one_part_gives_the_change_of_that_part_there_and_back(
    old: str, new: str, expected: list[str]
) -> None:
    assert told(compare(old, new)) == expected
    back = [f"{KINDS[change.kind].mirror} {MIRROR_EFFECT[change.effect]}" for change in compare(new, old).changes]
    assert sorted(back) == expected
    assert compare(old, old) == compare(new, new) == TermComparison()


def test_a_time_for_two_verbs_is_told_once() -> None:
    (change,) = compare(
        "Morova shall leave the fort and free the crew within 30 days.",
        "Morova shall leave the fort and free the crew within 60 days.",
    ).changes
    assert change.kind == "deadline-later"


def test_bearers_of_whom_either_will_do_are_no_bearers_who_both_must() -> None:
    (change,) = compare("Morova and Kestria shall run the ferry.", "Morova or Kestria shall run the ferry.").changes
    assert (change.kind, change.before, change.after) == (
        "bearer-changed", ["Morova", "Kestria"], ["Morova or Kestria"],
    )  # fmt: skip
