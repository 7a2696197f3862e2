"""What a selection shows, and that it changes nothing of what is known."""

import pytest

from plantrack.answers.silence import find_silence
from plantrack.corpus import find_corpus, resolve
from plantrack.differences.papers import compare_papers
from plantrack.differences.selection import Selection, kinds_named, select_changes
from plantrack.errors import UnknownNameError


@pytest.fixture(scope="module")
def compared():
    corpus = find_corpus()
    return compare_papers(resolve("28pt", corpus), resolve("19pt", corpus))


def chosen(compared, **parts):
    return {change.kind for change in select_changes(compared, Selection(**parts)).diff.changes}


def test_a_subject_stands_for_its_kinds(compared):
    assert chosen(compared, only=("quantity",)) == {"quantity-raised"}
    assert kinds_named(["status"]) == {kind for kind in kinds_named(["*"]) if kind.startswith("status-")}


def test_what_is_ignored_goes_and_the_rest_stays(compared):
    everything = {change.kind for change in compared.diff.changes}
    assert chosen(compared, ignore=("quantity-*",)) == everything - {"quantity-raised"}


def test_a_topic_keeps_the_points_on_it(compared):
    kept = select_changes(compared, Selection(topics=("amnesty_accountability",))).diff.changes
    assert {change.old for change in kept} == {("26",)}


def test_an_actor_by_name_keeps_what_it_owes_or_is_owed(compared):
    kept = select_changes(compared, Selection(actors=("Ukraine",))).diff.changes
    assert ("6",) in {change.old for change in kept}
    assert ("14",) not in {change.old for change in kept}


def test_a_selection_changes_nothing_of_what_is_not_known(compared):
    selected = select_changes(compared, Selection(only=("quantity",)))
    assert find_silence(selected) == find_silence(compared)
    assert selected.left_out == len(compared.diff.changes) - 1


@pytest.mark.parametrize(
    ("parts", "near"),
    [
        ({"only": ("quantity-rased",)}, "quantity-raised"),
        ({"topics": ("amnesty",)}, None),
        ({"actors": ("Ukrane",)}, "Ukraine"),
    ],
)
def test_a_mistyped_name_is_told_with_what_is_near(compared, parts, near):
    with pytest.raises(UnknownNameError) as caught:
        select_changes(compared, Selection(**parts))
    assert near is None or near in caught.value.near
