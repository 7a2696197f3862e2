"""The facts of two papers: what differs, what is not known to, how sure it is, and that backwards is the mirror."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_corpus import SmallCorpus

from plantrack.corpus import find_corpus
from plantrack.differences.evidence_counter import EvidenceCounter
from plantrack.differences.paper_facts import PLACES, paper_changes
from plantrack.model import ClaimedPoints, Companion, Evidence, Party, Version
from plantrack.vocabulary import PUBLICATIONS, ROLES, STANDINGS, TEXT_BASES


def paper(**facts):
    given_ = {"title": "Paper", "date": "2031-05-01", "text_basis": "full_text", **facts}
    return Version(schema="plantrack/1", plan="paper", version="draft", **given_)


def parties(**roles):
    return tuple(Party(actor=actor, role=role) for role, actors in roles.items() for actor in actors.split())


def told(old, new):
    return [(one.place, one.part, one.before, one.after, one.certainty) for one in paper_changes(old, new)]


REPORTED = {"text_basis": "reported_only"}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (paper(), paper(standing="signed"), [("standing", None, "draft", "signed", "certain")]),
        (paper(publication="leaked"), paper(publication="official"), [("publication", None, "leaked", "official", "certain")]),
        (paper(language="en"), paper(language="fr"), [("language", None, "en", "fr", "certain")]),
        (
            paper(claimed_points=ClaimedPoints(count=28)),
            paper(claimed_points=ClaimedPoints(count=19)),
            [("claimed_points", None, 28, 19, "certain")],
        ),
        (
            paper(parties=parties(signatory="arland")),
            paper(parties=parties(signatory="arland veldia")),
            [("parties", "signatory", ["arland"], ["arland", "veldia"], "certain")],
        ),
        (paper(), paper(parties=parties(guarantor="arland")), [("parties", "guarantor", [], ["arland"], "certain")]),
        (
            paper(parties=parties(author="arland")),
            paper(parties=parties(author="veldia")),
            [("parties", "author", ["arland"], ["veldia"], "certain")],
        ),
        (
            paper(companions=(Companion(title="Map", binding="separate"),)),
            paper(),
            [("companions", "Map", {"binding": "separate", "published": False}, None, "certain")],
        ),
        (
            paper(companions=(Companion(title="Map", binding="separate"),)),
            paper(companions=(Companion(title="Map", binding="integral", standing="draft"),)),
            [("companions", "Map", {"binding": "separate", "published": False}, {"binding": "integral", "published": False}, "certain")],
        ),
    ],
)  # fmt: skip
def test_each_fact_that_differs_is_told_with_its_place(old, new, expected):
    assert told(old, new) == expected


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (paper(title="A"), paper(title="B", date="2032-01-01")),
        (paper(claimed_points=ClaimedPoints(count=28)), paper()),
        (paper(parties=parties(author="arland")), paper()),
        (paper(parties=parties(signatory="arland")), paper(**REPORTED)),
        (paper(parties=parties(author="arland veldia")), paper(parties=parties(author="arland"), **REPORTED)),
        (paper(companions=(Companion(title="Map"),)), paper(**REPORTED)),
        (paper(companions=(Companion(title="Map"),)), paper(companions=(Companion(title="Map", binding="integral"),))),
        (paper(language="fr"), paper(**REPORTED)),
        (paper(publication="leaked"), paper(publication="briefed", **REPORTED)),
        (paper(standing="signed"), paper(date="", standing="draft")),
    ],
)
def test_what_a_paper_is_not_known_to_say_is_no_difference_and_neither_are_title_and_date(old, new):
    assert told(old, new) == told(new, old) == []


def test_a_party_that_only_a_report_names_is_told_where_the_text_of_the_other_names_others():
    reported = paper(parties=parties(signatory="veldia"), **REPORTED)
    (change,) = paper_changes(paper(parties=parties(signatory="arland")), reported)
    assert (change.part, change.certainty, change.effect) == ("signatory", "possible", None)


def test_certainty_and_witnesses_come_from_the_evidence_of_the_fact(tmp_path):
    small = SmallCorpus(tmp_path)
    small.source("herald-1", ("count", "outlet:herald, person:dorn", "named"), ("other", "outlet:herald", "named"))
    counter = EvidenceCounter(find_corpus(tmp_path))
    said = Evidence(passage="herald-1#count")
    disputed = Evidence(passage="herald-1#other", stance="disputes", reason="contradiction")
    old = paper(claimed_points=ClaimedPoints(count=28))
    for evidence, certainty in (((said,), "unopposed"), ((said, disputed), "possible"), ((), "possible")):
        new = paper(claimed_points=ClaimedPoints(count=19, evidence=evidence), **REPORTED)
        (change,) = paper_changes(old, new, counter)
        assert change.certainty == certainty
        assert change.evidence_new.passages == (("herald-1#count",) if evidence else ())
        assert change.evidence_old.articles == 0


ACTORS = st.lists(st.sampled_from(["arland", "veldia", "kestria"]), max_size=3, unique=True)
papers = st.builds(
    paper,
    standing=st.sampled_from(sorted(STANDINGS)),
    publication=st.sampled_from(sorted(PUBLICATIONS)),
    text_basis=st.sampled_from(sorted(TEXT_BASES)),
    language=st.sampled_from(["en", "fr"]),
    claimed_points=st.none() | st.builds(ClaimedPoints, count=st.integers(1, 3)),
    parties=st.dictionaries(st.sampled_from(sorted(ROLES)), ACTORS, max_size=3).map(
        lambda roles: parties(**{role: " ".join(actors) for role, actors in roles.items()})
    ),
    companions=st.lists(
        st.builds(
            Companion,
            title=st.sampled_from(["Map", "Annex"]),
            standing=st.sampled_from([None, "draft", "signed"]),
            binding=st.sampled_from(["integral", "unknown"]),
        ),
        max_size=2,
        unique_by=lambda companion: companion.title,
    ).map(tuple),
)


@given(papers)
def test_a_paper_does_not_differ_from_itself(one):
    assert told(one, one) == []


@given(papers, papers)
def test_backwards_every_fact_is_its_mirror(old, new):
    assert told(old, new) == [
        (place, part, before, after, certainty) for place, part, after, before, certainty in told(new, old)
    ]
    assert {change.place for change in paper_changes(old, new)} <= set(PLACES)


@given(papers, papers)
def test_of_two_texts_that_were_seen_no_standing_and_no_signatory_is_passed_over(old, new):
    told_ = {(change.place, change.part) for change in paper_changes(old, new)}
    if old.standing != new.standing:
        assert ("standing", None) in told_
    signed = [{party.actor for party in one.parties if party.role == "signatory"} for one in (old, new)]
    if signed[0] != signed[1] and old.text_basis == new.text_basis == "full_text":
        assert ("parties", "signatory") in told_
