"""A version as it was known by a date."""

import pytest
from small_corpus import SmallCorpus

from plantrack.corpus import find_corpus, resolve

HEAD = "claimed_points: {count: 2, evidence: [late#p]}\nparties: [{actor: arland, role: author, evidence: [late#p]}, {actor: veldia, role: proposer}]\n"
PROVISIONS = """
both: {claims: [{wording: removed, evidence: [early#p]}, {wording: in_text, evidence: [late#p]}]}
early-only: {evidence: [early#p]}
late-only: {evidence: [late#p]}
late-claim: {claims: [{wording: removed, evidence: [late#p]}]}
nobody: {summary: Said by nobody.}
undated: {evidence: [undated#p]}
vague: {evidence: [vague#p, late#p]}
"""


@pytest.fixture
def corpus(tmp_path):
    small = SmallCorpus(tmp_path)
    for source, issued in (("early", "2031-05-01"), ("late", "2031-05-03"), ("vague", "2031-05"), ("undated", "2031")):
        small.source(source, ("p", "outlet:herald", "named"), issued=issued)
    path = tmp_path / "seeds" / "undated.yaml"
    path.write_text(path.read_text().replace("issued: 2031\n", ""))
    small.version("lake", "2031-04-30", PROVISIONS, head=HEAD)
    return find_corpus(tmp_path)


def known(corpus, date):
    return resolve(f"lake~{date}", corpus).version


@pytest.mark.parametrize(
    ("date", "ids"),
    [
        ("2031-04", ["nobody", "undated"]),
        ("2031-05-01", ["both", "early-only", "nobody", "undated", "vague"]),
        ("2031-05-02", ["both", "early-only", "nobody", "undated", "vague"]),
        ("2031-05-03", ["both", "early-only", "late-only", "late-claim", "nobody", "undated", "vague"]),
        ("2031-05", ["both", "early-only", "late-only", "late-claim", "nobody", "undated", "vague"]),
    ],
)
def test_what_nothing_published_bears_out_is_not_known_yet(corpus, date, ids):
    assert list(known(corpus, date).provisions) == ids


def test_claims_count_of_points_and_parties_come_with_their_evidence(corpus):
    before, after = known(corpus, "2031-05-02"), known(corpus, "2031-05-03")
    assert [len(version.provisions["both"].claims) for version in (before, after)] == [1, 2]
    assert [version.claimed_points is not None for version in (before, after)] == [False, True]
    assert [[party.actor for party in version.parties] for version in (before, after)] == [
        ["veldia"],
        ["arland", "veldia"],
    ]
    assert [item.passage for item in before.provisions["vague"].evidence] == ["vague#p"]


def test_a_date_after_everything_changes_nothing(corpus):
    assert known(corpus, "2040") == corpus.version("lake")


def test_a_later_date_never_knows_less(corpus):
    known_so_far: set[str] = set()
    for date in ("2030", "2031-04-30", "2031-05-01", "2031-05-02", "2031-05-03", "2032"):
        now = set(known(corpus, date).provisions)
        assert known_so_far <= now
        known_so_far = now


def test_sources_whose_date_decides_nothing_are_named(corpus):
    remarks = resolve("lake~2031-05-02", corpus).remarks
    assert [str(remark) for remark in remarks] == [
        "undated: its date is not known; counted as known",
        "vague: its date is an interval that ends later; counted as known",
    ]
