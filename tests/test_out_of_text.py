"""Not in the text is not the same as taken out of it; beside an older paper both mean that the point went."""

import pytest
from small_corpus import SmallCorpus

import plantrack
from plantrack.differences.states import State, can_both_hold

FULL = "text_basis: full_text\n"


@pytest.mark.parametrize(
    ("one", "other", "holds"),
    [
        ("removed", "not_in_text", True),
        ("moved", "not_in_text", True),
        ("in_text", "not_in_text", False),
        ("in_text", "removed", False),
        (None, "not_in_text", True),
    ],
)
def test_what_is_not_in_the_text_may_have_been_taken_out_or_moved(one, other, holds):
    first, second = (
        State(provision="p", claim=n, wording=wording, matter=None) for n, wording in enumerate([one, other])
    )
    assert can_both_hold(first, second) is can_both_hold(second, first) is holds


@pytest.fixture
def corpus(tmp_path):
    made = SmallCorpus(tmp_path)
    made.source("herald-1", ("says", "outlet:herald, person:keller", "named"))
    made.version("p", "2031-01-01", "zone: {summary: There is a zone., evidence: [herald-1#says]}", FULL)
    for day, wording in (("02", "not_in_text"), ("03", "removed")):
        claim = f"zone: {{claims: [{{wording: {wording}, evidence: [herald-1#says]}}]}}"
        made.version("p", f"2031-01-{day}", claim)
    return made.root


def kinds(old, new, corpus):
    return [change.kind for change in plantrack.diff(f"p@2031-01-{old}", f"p@2031-01-{new}", corpus=corpus).changes]


def test_beside_a_paper_that_has_the_point_both_say_that_it_went(corpus):
    assert kinds("01", "02", corpus) == kinds("01", "03", corpus) == ["provision-removed"]
    assert kinds("02", "01", corpus) == kinds("03", "01", corpus) == ["provision-added"]


def test_between_the_two_nothing_changed(corpus):
    assert kinds("02", "03", corpus) == kinds("03", "02", corpus) == []


def test_nobody_is_said_to_have_taken_out_what_somebody_says_is_not_covered():
    (point,) = plantrack.evidence("19pt", "donetsk-region-forces")
    by_speaker = {
        ground.state.wording for ground in point.grounds if "person:starmer" in [o.id for o in ground.origins]
    }
    assert by_speaker == {"not_in_text"}
