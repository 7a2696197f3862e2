"""What became of whole points."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantrack.differences.changes import KINDS
from plantrack.differences.places import moved, traded
from plantrack.differences.structure import structural_changes
from plantrack.documents.reading import read_document
from plantrack.matching import Match, match_provisions
from plantrack.model import Provision, Version

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
    provisions = {point.id: point for point in read_document(text, "x").provisions}
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
PARTS = f"## Part one\n\n1. {A}\n2. {B}\n3. {C}\n\n## Part two\n\n1. {D}\n2. {POINTS[4]}\n3. {POINTS[5]}\n"
"""The numbers begin anew under the second heading."""
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
        (listed([A, "[deleted]", C]), listed([A, C]), set()),
        (listed([A, "[deleted]", C]), f"1. {A}\n2. [deleted]\n4. {C}", {("renumbered", ("3",), ("4",))}),
        (listed([A, B, C, D]), f"1. {A}\n2. [deleted]\n3. {D}", {("removed", ("2",), ()), ("removed", ("3",), ())}),
        (listed([A, *POINTS[3:]]), listed(POINTS[3:]), {("removed", ("1",), ())}),
        (listed(POINTS), listed([*POINTS[:2], *POINTS[4:]]), {("removed", ("3",), ()), ("removed", ("4",), ())}),
        (PARTS, PARTS.replace(f"2. {B}\n3. {C}", f"2. {C}"), {("removed", ("2",), ())}),
        (PARTS, PARTS.replace(f"1. {D}\n2.", f"1. {D}\n2. {POINTS[6]}\n3."), {("added", (), ("2",))}),
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


@given(st.lists(st.sampled_from([None, *POINTS[:3], "within 30 days;"]), max_size=7), st.data())
def test_points_that_repeat_a_text_a_number_or_nothing_have_no_structural_change_against_themselves(texts, data):
    provisions: dict[str, Provision] = {}
    for place, text in enumerate(texts):
        number = data.draw(st.sampled_from([None, "1", "2", str(place)]))
        above = data.draw(st.sampled_from([None, *provisions]))
        provisions[f"p{place}"] = Provision(
            id=f"p{place}", number=number, parent=above, text=text, wording="in_text" if text else "removed"
        )
    paper = Version(
        schema="plantrack/1", plan="x", version="v", date="2025", title="x", text_basis="full_text",
        provisions=provisions,
    )  # fmt: skip
    matches = match_provisions(tuple(provisions.values()), tuple(provisions.values()), local=True)
    assert structural_changes(paper, paper, matches) == []


@given(st.sets(st.integers(0, 7), max_size=5))
def test_numbers_that_only_close_up_behind_removed_points_are_no_change(gone):
    kept = [point for place, point in enumerate(POINTS) if place not in gone]
    if kept:
        removed = {("removed", (str(place + 1),), ()) for place in gone}
        assert told(listed(POINTS), listed(kept)) == removed


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
