"""Witnesses are origins, not outlets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantrack.lineage import count_witnesses, lineage_range, origins
from plantrack.model import Actor, Passage, Source

ACTORS = {
    actor.id: actor
    for actor in (
        Actor(id="ann", name="Ann", kind="person", of=("AA",)),
        Actor(id="ben", name="Ben", kind="person", of=("BB",)),
        Actor(id="aa-officials", name="officials of A", kind="group", of=("AA",)),
        Actor(id="aa-aides", name="aides of A", kind="group", of=("AA",)),
        Actor(id="bb-officials", name="officials of B", kind="group", of=("BB",)),
        Actor(id="herald-source", name="source of the Herald", kind="group"),
        Actor(id="times-source", name="source of the Times", kind="group"),
        Actor(id="herald", name="Herald", kind="outlet"),
        Actor(id="league", name="League", kind="organisation"),
        Actor(id="aa-ministry", name="ministry of A", kind="organisation", of=("AA",)),
        Actor(id="accord", name="text of the accord", kind="doc"),
    )
}


def passage(chain, *, source=None, outlet=None, status="live"):
    links = tuple(chain.split())
    name = source or "-".join(links).replace(":", "-") or "page"
    record = Source(id=name, schema="plantrack/1", title="A page", outlet=outlet, status=status)
    return record, Passage(id="words", chain=links)


def witnesses(*chains, against=(), **rest):
    rest.setdefault("actors", ACTORS)
    return count_witnesses([passage(chain) for chain in chains], [passage(chain) for chain in against], **rest)


@pytest.mark.parametrize(
    ("chains", "lineages", "credibility"),
    [
        pytest.param([], (0, 0), 6, id="nobody"),
        pytest.param(["outlet:a person:ann", "outlet:b group:herald-source"], (1, 2), 2, id="a person and a group"),
        pytest.param(["outlet:a organisation:league"], (1, 1), 2, id="a statement of an organisation"),
        pytest.param(
            ["outlet:a person:ann organisation:aa-ministry", "outlet:b organisation:aa-ministry"],
            (1, 1),
            2,
            id="one statement, read out by a person of the ministry",
        ),
        pytest.param(["outlet:a unattributed"], (0, 1), 3, id="one site that names no source"),
        pytest.param(
            ["outlet:a group:herald-source", "outlet:b group:times-source", "outlet:c group:bb-officials"],
            (1, 3),
            3,
            id="three groups may be three or one",
        ),
        pytest.param(["outlet:a person:ann", "outlet:b unattributed"], (1, 2), 2, id="passive voice counts at most"),
        pytest.param(["outlet:a person:ann", "outlet:b person:ben"], (2, 2), 1, id="two who are named"),
        pytest.param(["outlet:a doc:accord"], (1, 1), 2, id="a text that was seen, but is not official"),
        pytest.param(["outlet:a"], (0, 1), 3, id="an outlet alone"),
    ],
)
def test_origins_are_counted_from_least_to_most(chains, lineages, credibility):
    found = witnesses(*chains)
    assert (found.lineages, found.credibility) == (lineages, credibility)


@pytest.mark.parametrize(
    "chains",
    [
        pytest.param(["outlet:a person:ann", "outlet:b outlet:c person:ann"], id="the same speaker in two papers"),
        pytest.param(["outlet:a group:aa-officials", "outlet:b group:aa-officials"], id="the same group"),
        pytest.param(["outlet:a group:aa-officials", "outlet:b group:aa-aides"], id="two groups of one delegation"),
        pytest.param(["outlet:a outlet:wire", "outlet:b outlet:wire"], id="two copies of one wire report"),
        pytest.param(["outlet:wire", "outlet:b outlet:wire person:ann"], id="the wire and what it rests on"),
        pytest.param(
            ["outlet:a unattributed", "outlet:b outlet:a unattributed"], id="a copy of an unattributed report"
        ),
        pytest.param(
            ["outlet:a person:ann", "outlet:b person:ann group:herald-source"], id="a speaker who passes it on"
        ),
    ],
)
def test_chains_that_meet_count_once(chains):
    assert witnesses(*chains).lineages[1] == 1


def test_an_outlet_on_the_way_to_two_speakers_does_not_make_them_one():
    found = witnesses("outlet:wire", "outlet:a outlet:wire person:ann", "outlet:b outlet:wire person:ben")
    assert found.lineages == (2, 2)


def test_unattributed_reports_of_different_publishers_may_be_different():
    assert witnesses("outlet:a unattributed", "outlet:b unattributed").lineages == (0, 2)


def test_groups_of_two_delegations_are_two_at_most():
    assert witnesses("outlet:a group:aa-officials", "outlet:b group:bb-officials").lineages == (1, 2)


def test_a_passage_without_a_chain_goes_back_to_its_outlet():
    found = count_witnesses([passage("", outlet="outlet:a"), passage("outlet:a", source="other")], actors=ACTORS)
    assert (found.lineages, found.articles, found.outlets) == ((0, 1), 2, 1)


def test_copies_add_articles_and_outlets_but_no_lineage():
    found = witnesses("outlet:a person:ann", "outlet:b person:ann", "outlet:c outlet:a person:ann")
    assert (found.articles, found.outlets, found.lineages) == (3, 3, (1, 1))


@pytest.mark.parametrize(
    ("chains", "against", "rest", "credibility"),
    [
        pytest.param(
            ["outlet:a"], ["outlet:b group:bb-officials", "outlet:c"], {}, 4, id="single, at odds with others"
        ),
        pytest.param(["outlet:a"], ["outlet:b person:ann", "outlet:c person:ben"], {}, 5, id="two lineages against it"),
        pytest.param(["outlet:a person:ann"], ["outlet:b doc:accord"], {}, 5, id="a seen text against it"),
        pytest.param(
            ["outlet:a group:herald-source", "outlet:b group:times-source"],
            ["outlet:c person:ann"],
            {},
            3,
            id="several anonymous ones, one against",
        ),
        pytest.param(["outlet:a doc:accord"], [], {"official_text": True}, 1, id="the official text"),
        pytest.param(["outlet:a person:ann"], [], {"official_text": True}, 2, id="a speaker is no official text"),
        pytest.param(["outlet:a person:ann"], [], {"parties": {"AA"}}, 3, id="a party alone"),
        pytest.param(["outlet:a person:ann"], [], {"parties": {"BB"}}, 2, id="somebody who is no party"),
        pytest.param(
            ["outlet:a person:ann", "outlet:b group:aa-officials"], [], {"parties": {"AA"}}, 3, id="a party twice"
        ),
        pytest.param(
            ["outlet:a person:ann", "outlet:b person:ben"], [], {"parties": {"AA", "BB"}}, 1, id="two parties agree"
        ),
        pytest.param(
            ["outlet:a person:ann", "outlet:b person:ben"], ["outlet:c"], {}, 2, id="two named, somebody against"
        ),
    ],
)
def test_the_first_digit_that_fits_is_given(chains, against, rest, credibility):
    assert witnesses(*chains, against=against, **rest).credibility == credibility


def test_the_facts_behind_the_digit_name_the_origins():
    found = witnesses("outlet:b group:herald-source", "outlet:a person:ann", "outlet:herald unattributed")
    assert found.facts == (
        "one origin is known by name",
        "known by name: Ann",
        "unnamed, but grouped: source of the Herald",
        "no speaker named: unattributed in Herald",
    )


def test_a_withdrawn_source_is_said():
    found = count_witnesses([passage("outlet:a person:ann", source="gone", status="withdrawn")], actors=ACTORS)
    assert "withdrawn since: gone" in found.facts


def test_a_withdrawn_source_bears_nothing_out():
    gone = passage("outlet:a person:ann", source="gone", status="withdrawn")
    beside = count_witnesses([gone, passage("outlet:b")], actors=ACTORS)
    assert (beside.articles, beside.lineages, beside.credibility) == (1, (0, 1), 3)
    alone = count_witnesses([gone], actors=ACTORS)
    assert (alone.articles, alone.lineages, alone.credibility) == (0, (0, 0), 6)


def test_who_names_only_the_subject_lifts_no_grade():
    said = [passage("outlet:a person:ann"), passage("outlet:b person:ben"), passage("outlet:c group:herald-source")]
    refs = [f"{source.id}#{one.id}" for source, one in said]
    grades = {
        tuple(sorted(lifting)): count_witnesses(said, actors=ACTORS, lifting=lifting).credibility
        for lifting in ((), refs[:1], refs[:2], refs[2:])
    }
    assert list(grades.values()) == [3, 2, 1, 3]
    assert count_witnesses(said, actors=ACTORS, lifting=()).lineages == (2, 3)


CHAINS = st.lists(
    st.sampled_from(
        [
            "outlet:a",
            "outlet:b",
            "outlet:a outlet:b",
            "outlet:b outlet:a",
            "outlet:a unattributed",
            "outlet:b outlet:a unattributed",
            "outlet:a person:ann",
            "outlet:b person:ann group:aa-officials",
            "outlet:c group:aa-aides",
            "outlet:c group:herald-source person:ben",
            "outlet:a doc:accord",
            "unattributed",
        ]
    ),
    max_size=6,
)


@given(CHAINS, st.randoms(use_true_random=False))
def test_the_order_of_passages_decides_nothing(chains, random):
    shuffled = list(chains)
    random.shuffle(shuffled)
    assert witnesses(*chains) == witnesses(*shuffled)


@given(CHAINS, CHAINS)
def test_another_passage_never_takes_a_known_speaker_away(chains, more):
    assert witnesses(*chains, *more).lineages[0] >= min(1, witnesses(*chains).lineages[0])


@given(CHAINS)
def test_every_passage_belongs_to_one_origin(chains):
    found = origins([passage(chain) for chain in chains], ACTORS)
    least, most = lineage_range(found)
    assert 0 <= least <= most <= len(set(chains))
    listed = [ref for origin in found for ref in origin.passages]
    assert sorted(listed) == sorted(set(listed)) == list(witnesses(*chains).passages)


@given(CHAINS)
def test_saying_it_again_changes_nothing_but_the_articles(chains):
    again = [passage(chain, source=f"copy-{number}") for number, chain in enumerate(chains) if chain != "unattributed"]
    once = [passage(chain) for chain in chains]
    assert lineage_range(origins([*once, *again], ACTORS)) == lineage_range(origins(once, ACTORS))


def test_an_organisation_that_is_a_party_or_belongs_to_one_speaks_for_itself():
    for chain, party in (("organisation:league", "league"), ("organisation:aa-ministry", "AA")):
        said = witnesses(f"outlet:a {chain}", parties=[party])
        assert (said.credibility, said.facts[0]) == (3, "only one party to the paper says so")
    assert witnesses("outlet:a organisation:league", "outlet:b person:ann", parties=["AA"]).credibility == 1
