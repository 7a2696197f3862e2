"""A strict check asks of a record where and when its source was seen, and of a statement that it rests on enough."""

import pytest
from small_corpus import SmallCorpus

from plantrack.checking.records import record_problems
from plantrack.corpus import find_corpus

CAP = """
cap:
  claims:
    - {{wording: removed, evidence: [page#cap{more}]}}
"""
SEEN = "URL: https://example.org/page\nseen: 2031-05-06\n"


def problems(tmp_path, *, record=SEEN, more="", others=()):
    small = SmallCorpus(tmp_path)
    small.source("page", ("cap", "outlet:herald", "named"))
    path = tmp_path / "seeds" / "page.yaml"
    path.write_text(path.read_text().replace("passages:", f"{record}passages:"))
    for name, issued in others:
        small.source(name, ("cap", "outlet:post", "named"), outlet="post", issued=issued)
        other = tmp_path / "seeds" / f"{name}.yaml"
        other.write_text(other.read_text().replace("passages:", f"{SEEN}passages:"))
    small.version("lake", "2031-05-03", CAP.format(more=more))
    return [(problem.what, problem.path) for problem in record_problems(find_corpus(tmp_path))]


def test_a_record_that_says_where_and_when_is_enough(tmp_path):
    assert problems(tmp_path) == []


@pytest.mark.parametrize(
    ("record", "missing"),
    [
        ("seen: 2031-05-06\n", ["URL"]),
        ("seen: 2031-05-06\nwhy_no_url: Only in print.\n", []),
        ("URL: https://example.org/page\nlanguage: und\n", ["language", "seen"]),
    ],
)
def test_what_a_record_lacks_is_named(tmp_path, record, missing):
    assert problems(tmp_path, record=record) == [("missing", one) for one in missing]


def test_a_page_that_nobody_could_identify_carries_nothing_alone(tmp_path):
    alone = problems(tmp_path, record=f"{SEEN}stands_alone: false\n")
    assert alone == [("rests on nothing that stands alone", "provisions.cap.claims.0")]


def test_with_another_page_it_may_stand(tmp_path):
    more, others = ", other#cap", [("other", "2031-05-02")]
    assert problems(tmp_path, record=f"{SEEN}stands_alone: false\n", more=more, others=others) == []


@pytest.mark.parametrize(("issued", "wrong"), [("2031-05-09", True), ("2031-05-01", False)])
def test_a_later_paper_explains_no_earlier_report(tmp_path, issued, wrong):
    more = ", {passage: other#cap, stance: mentions, reason: other_paper}"
    found = problems(tmp_path, more=more, others=[("other", issued)])
    expected = [("a later paper explains no earlier report", "provisions.cap.claims.0")]
    assert found == (expected if wrong else [])


def test_a_claim_that_is_only_disputed_is_reported_by_nobody(tmp_path):
    small = SmallCorpus(tmp_path)
    small.source("page", ("cap", "outlet:herald", "named"))
    small.version(
        "lake",
        "2031-05-03",
        "cap:\n  claims:\n    - {wording: removed, evidence: [{passage: page#cap, stance: disputes}]}",
    )
    found = [(problem.what, problem.path) for problem in record_problems(find_corpus(tmp_path))]
    assert ("nobody reports it", "provisions.cap.claims.0") in found
