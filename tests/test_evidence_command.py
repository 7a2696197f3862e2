"""`evidence` says who says what, by how many independent origins, and on which passage a statement hangs."""

import json
import re

import pytest
from click.testing import CliRunner
from small_corpus import SmallCorpus

import plantrack
from plantrack.cli import main
from plantrack.corpus import find_corpus

CLAIMS = """
cap:
  topics: [armed_forces_limits]
  label: the garrison
  claims:
    - wording: removed
      summary: gone
      evidence: [{gone}]
    - wording: in_text
      summary: kept
      evidence: [{kept}]
    - matter: deferred
      summary: left open
      evidence: [{left}]
"""
OFFICIALS = "outlet:{outlet}, group:arlandic-officials"


@pytest.fixture
def corpus(tmp_path):
    made = SmallCorpus(tmp_path)
    made.source("herald-1", ("out", OFFICIALS.format(outlet="herald"), "collective"))
    made.source("post-1", ("out", OFFICIALS.format(outlet="post"), "named"), outlet="post")
    made.source("wire-1", ("stays", "outlet:wire, person:keller", "named"), outlet="wire")
    made.source("wire-2", ("later", "outlet:wire, person:dorn", "topic"), outlet="wire")
    made.version(
        "p", "2031-05-01", CLAIMS.format(gone="herald-1#out, post-1#out", kept="wire-1#stays", left="wire-2#later")
    )
    return made


def grounds(corpus):
    (found,) = plantrack.evidence("p", "cap", corpus=corpus.root)
    return found.grounds


def printed(*arguments):
    done = CliRunner().invoke(main, ["evidence", *arguments], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return re.split(r"(?<=\n)\n(?=As of |No page in )", done.output)[0]


def test_two_articles_that_had_it_from_one_delegation_are_one_lineage(corpus):
    gone = grounds(corpus)[0]
    assert (gone.witnesses.articles, gone.witnesses.lineages) == (2, (1, 1))
    assert [origin.id for origin in gone.origins] == ["group:arlandic-officials"]


def test_a_passage_is_the_hinge_where_no_other_names_the_point(corpus):
    assert [(hinge.passage, hinge.takes) for hinge in grounds(corpus)[0].hinges] == [("post-1#out", "named")]


def test_the_only_passage_takes_the_last_lineage(corpus):
    assert [(hinge.passage, hinge.takes) for hinge in grounds(corpus)[1].hinges] == [("wire-1#stays", "lineage")]


def test_states_that_cannot_both_hold_contradict_each_other_and_open_matters_do_not(corpus):
    gone, kept, left = grounds(corpus)
    assert (gone.at_odds, kept.at_odds, left.at_odds) == ((1,), (0,), ())
    for form in ([], ["--full"]):
        assert "Cannot both hold: a or b." in printed("p", "cap", "--corpus", str(corpus.root), *form)


def test_a_statement_whose_sources_were_all_withdrawn_lost_its_ground(corpus):
    record = corpus.root / "seeds" / "wire-1.yaml"
    record.write_text(record.read_text().replace("outlet:", "status: withdrawn\noutlet:", 1))
    assert [ground.is_lost for ground in grounds(corpus)] == [False, True, False]
    for form in ([], ["--full"]):
        assert "LOST ITS GROUND" in printed("p", "cap", "--corpus", str(corpus.root), *form)


def test_removed_rests_on_one_group_of_officials_as_far_as_the_articles_go():
    answer = printed("19pt", "donetsk-region-forces", "--full")
    plain = " ".join(answer.split())
    assert "rests on one group of unnamed people, Ukrainian officials, however many print it" in plain
    assert "elsewhere Kyslytsya in FT (topic only)" in plain
    assert "b left to later (left to presidents)" in plain
    assert "a, b and c can all hold" in plain
    assert max(map(len, answer.splitlines())) <= 80


def test_a_screen_tells_what_a_contested_removal_rests_on():
    title, blank, *lines = printed("19pt", "donetsk-region-forces").splitlines()
    assert len(lines) < 20
    assert (title, blank) == ("19pt@2025-11-23, Donetsk region (donetsk-region-forces)", "")
    assert [line[:2] for line in lines if line[1] == " " and line[0] != " "] == ["a ", "b ", "c "]
    assert "read: rests on one group of unnamed people, Ukrainian" in " ".join(" ".join(lines).split())
    assert " ".join(lines[-2:]).endswith("a, b and c can all hold. 5 articles read. More: --full.")


def test_a_point_takes_twenty_lines_at_most_and_every_state_of_it_has_one(tmp_path):
    made = SmallCorpus(tmp_path)
    made.source("herald-1", *((f"p{n}", "outlet:herald, outlet:wire, person:dorn", "named") for n in range(9)))
    states = [
        f"    - wording: in_text\n      summary: {'a long story ' * 5}{n}\n      evidence: [herald-1#p{n}]\n"
        for n in range(9)
    ]
    for count in range(1, 10):
        shown = "".join(states[:count])
        made.version("p", f"2031-01-0{count}", f"cap:\n  claims:\n{shown}")
        lines = printed(f"p@2031-01-0{count}", "cap", "--corpus", str(made.root)).splitlines()
        assert len(lines) <= max(20, count + 3)
        assert max(map(len, lines)) <= 80
        letters = [line[0] for line in lines if line[1:2] == " " and "a long story" in line]
        assert len(letters) == (count if count > 1 else 0)


def test_the_articles_alone_may_give_fewer_lineages_than_all_reports():
    (found,) = plantrack.evidence("19pt", "6")
    gone = found.grounds[0]
    assert len(gone.origins_read) == 1
    assert len(gone.origins) > 1


def test_a_version_lists_every_point(corpus):
    assert len(plantrack.evidence("28pt")) == len(find_corpus().version("28pt").provisions)
    assert "the garrison (cap)" in printed("p", "--corpus", str(corpus.root))


def test_as_json_it_says_the_same():
    (point,) = json.loads(printed("19pt", "21.d", "--format", "json"))["provisions"]
    gone = point["states"][0]
    assert (gone["wording"], gone["lineages"], gone["origins_read"]) == ("removed", [1, 1], ["group:ua-officials"])
    assert point["states"][2]["hinges"] == [{"passage": "gb-news-2025-11-26#territory-not-covered", "takes": "lineage"}]


def test_a_passage_at_odds_with_a_wording_that_no_passage_bears_out_is_shown(tmp_path):
    made = SmallCorpus(tmp_path)
    made.source("herald-1", ("out", "outlet:herald, person:dorn", "named"))
    disputing = "evidence: [{passage: herald-1#out, stance: disputes, reason: contradiction}]"
    made.version("p", "2031-05-01", f"cap:\n  text: The garrison stays.\n  {disputing}\n", "text_basis: full_text\n")
    for form in ([], ["--full"]):
        said = printed("p", "cap", "--corpus", str(made.root), *form)
        assert "no passage bears it out" in said
        assert "Dorn" in said
