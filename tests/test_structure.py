"""What became of whole points."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantrack.differences.changes import KINDS
from plantrack.differences.places import moved, traded
from plantrack.differences.structure import structural_changes
from plantrack.matching import Match, match_provisions
from plantrack.model import Provision, Version
from plantrack.reading.points import read_points

POINTS = [
    "Kestria shall close the transit camp at Dorn.",
    "Morova shall reopen the railway between Sevra and Tolm.",
    "The two sides shall exchange maps of their minefields.",
    "Former judges may apply for their old posts.",
    "A joint council shall meet on the first Monday of each month.",
    "Farmers on both banks shall receive seed before the rains.",
    "Ferries shall carry passengers of either community.",
    "Customs duties on glass shall be abolished.",
]


def version(text: str) -> Version:
    provisions = {point.id: point for point in read_points(text, name="x").provisions}
    return Version(
        schema="plantrack/1",
        plan="x",
        version="v",
        date="2025",
        title="x",
        text_basis="full_text",
        provisions=provisions,
    )


def listed(points: list[str]) -> str:
    return "\n".join(f"{number}. {point}" for number, point in enumerate(points, 1))


Told = set[tuple[str, tuple[str | None, ...], tuple[str | None, ...]]]


def told(old: str, new: str) -> Told:
    one, other = version(old), version(new)
    matches = match_provisions(tuple(one.provisions.values()), tuple(other.provisions.values()), local=True)
    return {
        (
            change.kind.removeprefix("provision-"),
            tuple(one.provisions[each].number for each in change.old_ids),
            tuple(other.provisions[each].number for each in change.new_ids),
        )
        for change in structural_changes(one, other, matches)
    }


A, B, C, D, *_ = POINTS
SUBS = "1. The mission shall:\n   a. patrol the strip;\n   b. train customs officers;\n   c. count the trucks.\n"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (listed([A, B, C]), listed([A, B, C]), set()),
        (listed([A, B, C]), listed([A, C]), {("removed", ("2",), ())}),
        (listed([A, B, C]), listed([D, A, B, C]), {("added", (), ("1",))}),
        (listed([A, B, C]), listed([A, C, B]), {("renumbered", ("2",), ("3",)), ("renumbered", ("3",), ("2",))}),
        (listed([A, B, C, D]), listed([D, A, B, C]), {("renumbered", ("4",), ("1",))}),
        (listed([A, B, C]), listed([A, D, C]), {("replaced", ("2",), ("2",))}),
        (listed([A, B, C]), listed([A, C, D]), {("removed", ("2",), ()), ("added", (), ("3",))}),
        (listed([A, f"{B} {C}", D]), listed([A, B, C, D]), {("split", ("2",), ("2", "3"))}),
        (listed([A, B, C]), f"1. {A}\n2. [deleted]\n3. {C}", {("removed", ("2",), ())}),
        (f"1. {A}\n2. [deleted]\n3. {C}", f"1. {A}\n2. [deleted]\n3. {C}", set()),
        (f"1. {A}\n2. {B}", f"1. {A}\n3. {B}", {("renumbered", ("2",), ("3",))}),
        (f"1. {A}\n2. {B}", f"I. {A}\nII. {B}", set()),
        (SUBS, SUBS.replace("   b. train customs officers;\n   c.", "   b."), {("removed", ("1.b",), ())}),
        (SUBS + f"2. {A}", f"1. {D}\n" + SUBS.replace("1.", "2.") + f"3. {A}", {("added", (), ("1",))}),
        (
            SUBS + f"2. {A}",
            SUBS.replace("   c. count the trucks.\n", "") + f"2. The mission shall count the trucks.\n3. {A}",
            {("renumbered", ("1.c",), ("2",))},
        ),
    ],
)
def test_points_that_come_go_and_move_are_told_and_echoes_are_not(old, new, expected):
    assert told(old, new) == expected
    mirrored = {
        (KINDS[f"provision-{kind}"].mirror.removeprefix("provision-"), news, olds) for kind, olds, news in expected
    }
    assert told(new, old) == mirrored


@given(st.permutations(range(8)), st.permutations(range(8)), st.integers(3, 8), st.integers(3, 8))
def test_structure_of_swapped_versions_is_the_mirror(first, second, old_size, new_size):
    old = listed([POINTS[place] for place in first[:old_size]])
    new = listed([POINTS[place] for place in second[:new_size]])
    mirrored = {(KINDS[f"provision-{kind}"].mirror.removeprefix("provision-"), n, o) for kind, o, n in told(old, new)}
    assert told(new, old) == mirrored


@given(st.permutations(range(8)), st.integers(3, 8))
def test_a_text_against_itself_has_no_structural_change(order, size):
    text = listed([POINTS[place] for place in order[:size]])
    assert told(text, text) == set()


@given(st.permutations(range(7)))
def test_what_is_out_of_step_mirrors_and_leaves_the_rest_in_order(permutation):
    inverse = [permutation.index(rank) for rank in range(len(permutation))]
    out = moved(permutation)
    told_out = {permutation[place] for place in out | traded(permutation)}
    assert told_out == moved(inverse) | traded(inverse)
    kept = [rank for place, rank in enumerate(permutation) if place not in out | traded(permutation)]
    assert kept == sorted(kept)


def test_rival_groups_of_lineage_are_told_as_split_and_merged():
    old = Version(
        schema="plantrack/1", plan="x", version="a", date="2025", title="x",
        provisions={key: Provision(id=key, number=key) for key in "ab"},
    )  # fmt: skip
    match = Match(old_ids=("a", "b"), new_ids=("a", "b"), by="lineage", score=1.0)
    kinds = [change.kind for change in structural_changes(old, old, [match])]
    assert kinds == ["provision-split", "provision-merged"]


def test_nothing_is_replaced_where_a_text_was_not_seen():
    full = version(listed([A, B, C]))
    reported = Version(
        schema="plantrack/1", plan="x", version="v", date="2025", title="x", text_basis="reported_only",
        provisions=version(listed([A, D, C])).provisions,
    )  # fmt: skip
    matches = match_provisions(tuple(full.provisions.values()), tuple(reported.provisions.values()), local=True)
    kinds = {change.kind for change in structural_changes(full, reported, matches)}
    assert kinds == {"provision-removed", "provision-added"}
