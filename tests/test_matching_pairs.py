"""Whole papers whose matches a person has written down.

`aceh`, `dayton` and `good-friday` retell a published agreement twice, in two hands; `satellite-protocols`,
`seat-agreements` and `air-services` are the beginnings of the articles of published treaties that share clauses, without
their headings; all others are invented. In `truth.json` stand the matches, those on which readers may differ, and in
`never` pairs that share a name, a word or a place and are about different things.
"""

import json
from functools import cache
from pathlib import Path

import pytest

from plantrack.documents.reading import read_document
from plantrack.matching import match_provisions

PAIRS = Path(__file__).with_name("matching_pairs")
NAMES = sorted(path.name for path in PAIRS.iterdir())
LONG_ARTICLES = {"air-services", "satellite-protocols", "seat-agreements"}
"""Clauses of one kind of treaty: what two articles share is often the kind."""
Numbers = tuple[str, str]


def pairs_in(groups: list[dict[str, list[str]]]) -> set[Numbers]:
    return {(old, new) for group in groups for old in group["old"] for new in group["new"]}


@cache
def truth_of(name: str) -> dict[str, set[Numbers]]:
    truth = json.loads((PAIRS / name / "truth.json").read_text(encoding="utf-8"))
    wanted = pairs_in(truth["matches"])
    return {
        "wanted": wanted,
        "optional": pairs_in(truth["optional_matches"]) - wanted,
        "never": pairs_in(truth.get("never", [])),
    }


@cache
def told_of(name: str) -> set[Numbers]:
    old, new = (
        read_document((PAIRS / name / f"{side}.md").read_text(encoding="utf-8"), side).provisions
        for side in ("old", "new")
    )
    numbers = {f"{side}{each.id}": each.number for side, points in (("o", old), ("n", new)) for each in points}
    return {
        (numbers[f"o{one}"] or "", numbers[f"n{other}"] or "")
        for match in match_provisions(old, new, local=True)
        for one in match.old_ids
        for other in match.new_ids
    }


def measured(names: list[str]) -> tuple[float, float]:
    """Precision and recall over several papers."""
    right = wrong = missed = 0
    for name in names:
        truth, told = truth_of(name), told_of(name)
        right += len(told & truth["wanted"])
        wrong += len(told - truth["wanted"] - truth["optional"])
        missed += len(truth["wanted"] - told)
    return right / (right + wrong), right / (right + missed)


@pytest.mark.parametrize("name", NAMES)
def test_points_that_only_share_a_name_a_word_or_a_place_are_never_joined(name):
    assert told_of(name) & truth_of(name)["never"] == set()


@pytest.mark.parametrize("name", NAMES)
def test_a_paper_has_at_most_one_wrong_pair(name):
    wrong = told_of(name) - truth_of(name)["wanted"] - truth_of(name)["optional"]
    assert len(wrong) <= (2 if name in LONG_ARTICLES else 1), wrong


def test_of_the_pairs_of_papers_in_other_words_nearly_all_are_right_and_most_are_found():
    precision, recall = measured([name for name in NAMES if name not in LONG_ARTICLES])
    assert precision >= 0.98
    assert recall >= 0.84


def test_of_the_articles_of_treaties_with_common_clauses_most_pairs_are_right_and_found():
    precision, recall = measured(sorted(LONG_ARTICLES))
    assert precision >= 0.9
    assert recall >= 0.84
