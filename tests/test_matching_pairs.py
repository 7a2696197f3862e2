"""Whole papers whose matches a person has written down; all sentences are our own.

`aceh`, `dayton` and `good-friday` retell a published agreement twice, in two hands; the others are invented.
"""

import json
from pathlib import Path

import pytest

from plantrack.matching import match_provisions
from plantrack.reading.points import read_points

PAIRS = Path(__file__).with_name("matching_pairs")
LEAST_F1 = {  # what was reached, less a little
    "aceh-two-hands": 0.95,
    "dayton-two-hands": 0.95,
    "good-friday-two-hands": 0.95,
    "island-truce": 0.80,
    "lake-accord": 0.95,
    "river-drafts": 0.90,
}


def pairs_in(groups: list[dict[str, list[str]]]) -> set[tuple[str, str]]:
    return {(old, new) for group in groups for old in group["old"] for new in group["new"]}


@pytest.mark.parametrize("name", sorted(path.name for path in PAIRS.iterdir()))
def test_points_of_a_paper_retold_find_each_other(name):
    folder = PAIRS / name
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    old, new = (
        read_points((folder / f"{side}.md").read_text(encoding="utf-8"), name=side).provisions
        for side in ("old", "new")
    )
    numbers = {f"{side}{each.id}": each.number for side, points in (("o", old), ("n", new)) for each in points}
    told = {
        (numbers[f"o{one}"], numbers[f"n{other}"])
        for match in match_provisions(old, new, local=True)
        for one in match.old_ids
        for other in match.new_ids
    }
    optional = pairs_in(truth["optional_matches"])
    wanted = pairs_in(truth["matches"]) - optional
    assert 2 * len(told & wanted) / (len(told - optional) + len(wanted)) >= LEAST_F1[name]
