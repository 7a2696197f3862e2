"""The corpus as it ships: what readers are told of its papers, and nothing that an article does not carry."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

import plantrack
from plantrack.answers.list import answer_family
from plantrack.cli.main import main
from plantrack.corpus import find_corpus
from plantrack.rendering import rendered

ROOT = Path(__file__).parents[1]
MINSK = ROOT / "examples" / "minsk"
CORPUS = find_corpus(ROOT)
VERSIONS = [version for plan_id in CORPUS.plan_ids for version in CORPUS.versions(plan_id)]
TAKING_SIDES = re.compile(
    r"\b(occup\w+|annex\w+|capitulat\w+|regime|terroris\w+|surrender\w*|hand(?:s|ed)? over)\b", re.IGNORECASE
)
CODE = re.compile(r"\b(?:" + "|".join(sorted(actor.code for actor in CORPUS.actors.values() if actor.code)) + r")\b")


def printed(*arguments):
    done = CliRunner().invoke(main, [*arguments, "--corpus", str(ROOT)])
    assert done.exit_code == 0, done.output
    return done.output


def one_line(text):
    return " ".join(text.split())


@pytest.fixture(scope="module")
def force():
    asked = ("reassurance-force@2025-02-20", "reassurance-force@2025-11-25")
    return plantrack.diff(*asked, corpus=ROOT), one_line(printed("diff", *asked))


def test_the_force_of_november_names_tuerkiye_and_no_text_says_that_it_is_new(force):
    diff, text = force
    assert ("deployment (who is bound): France, Türkiye, United Kingdom") in text
    assert all(change.kind.split("-")[0] != "bearer" for change in diff.changes)


def test_two_sentences_of_one_speaker_that_can_both_hold_are_no_dispute(force):
    diff, text = force
    assert "Disputed" not in text
    assert not [change for change in diff.changes if change.certainty == "possible"]


def test_size_air_cover_and_backstop_are_not_reported_for_november_and_no_change(force):
    diff, text = force
    silent = {(gap.id, gap.part) for gap in diff.unreported if gap.side == "new"}
    assert {("force-size", None), ("force-deployment", "condition"), ("us-backstop", None)} <= silent
    assert {one for change in diff.changes for one in change.old_ids} <= {"force-deployment"}
    assert "size of the force: up to 30,000" in text
    assert "deployment (condition): air cover by the United States and other NATO countries" in text
    assert "US backstop" in text


def verdicts(actor, ref):
    (found,) = plantrack.positions(actor, on=ref, corpus=ROOT)
    return {
        stance.position.id: (stance.time, stance.standing.verdict, stance.standing.reason.kind)
        for stance in found.own
        if stance.standing
    }


def test_the_positions_of_russia_on_the_19_points_are_undecidable_where_reports_differ_or_are_silent():
    found = verdicts("Russia", "19pt")
    assert found["unacceptable"] == ("held", "undecidable", "not-reported")
    assert found["the-28-points"] == ("later", "undecidable", "whole-paper")
    assert {verdict for _, verdict, _ in found.values()} == {"undecidable"}


def test_the_answers_of_the_kremlin_hardened_and_the_last_one_decides():
    (russia,) = plantrack.positions("Russia", on="reassurance-force@2025-02-20", corpus=ROOT)
    answers = [(one.position.stance, one.time) for one in russia.own if one.position.provision == "force-deployment"]
    assert answers == [("open", "earlier"), ("objects", "earlier"), ("rejects", "held")]
    assert verdicts("Russia", "reassurance-force@2025-02-20")["unacceptable"][1] == "unmet"


def test_what_others_say_that_an_actor_wants_is_ascribed_for_every_side():
    (russia,) = plantrack.positions("Russia", corpus=ROOT)
    assert {"more-territory", "no-foreign-troops-at-the-border", "no-nato-presence"} <= {
        one.position.id for one in russia.ascribed
    }
    (ukraine,) = plantrack.positions("Ukraine", corpus=ROOT)
    assert {"annexed-land", "nato-membership"} <= {one.position.id for one in ukraine.ascribed}
    (states,) = plantrack.positions("United States", corpus=ROOT)
    assert {"no-ground-troops", "opposes-nato-entry"} <= {one.position.id for one in states.ascribed}
    assert "said by others: it decides nothing" in one_line(printed("positions", "Russia"))


def test_the_200000_of_zelensky_is_no_term_of_a_paper_and_undecided_where_reports_of_the_size_differ():
    figures = {
        quantity.value
        for version in VERSIONS
        for provision in version.provisions.values()
        for terms in (provision.terms, *(claim.terms for claim in provision.claims))
        for term in terms.values()
        for quantity in term.quantity
    }
    assert 200_000 not in figures
    assert verdicts("Ukraine", "reassurance-force@2025-02-20")["size-required"] == (
        "held",
        "undecidable",
        "reports-differ",
    )


@pytest.mark.parametrize("actor", ["Ukraine", "United States"])
def test_both_negotiators_have_a_stand_on_the_19_points(actor):
    assert "the 19 points" in printed("positions", actor, "--on", "19pt")


@pytest.mark.parametrize("arguments", [(), ("--on", "19pt"), ("--on", "28pt"), ("--change", "28pt", "19pt")])
def test_positions_print_names_and_never_codes_nor_words_that_take_sides(arguments):
    text = printed("positions", *arguments)
    assert all(len(line) <= 80 for line in text.splitlines())
    own_words = re.sub(r"\u2014 .*?(?=\n\S|\n +- |\n \(|\Z)", "", text, flags=re.DOTALL)
    assert "GB News" in text
    assert "\u2014" not in own_words
    assert CODE.findall(own_words.replace("US ", "").replace("CANNOT BE SAID", "").replace("TOWARDS IT", "")) == []
    assert TAKING_SIDES.findall(own_words) == []


def test_a_person_leads_to_the_positions_of_its_side():
    assert (
        printed("positions", "Lavrov") == "No position of Lavrov is recorded. What was said for Russia stands there.\n"
    )
    assert printed("positions", "Poland") == "No position of Poland is recorded.\n"


def test_robust_guarantees_cannot_be_ranked_with_reliable_ones():
    assert verdicts("UK", "28pt")["robust-guarantees"][1:] == ("undecidable", "not-comparable")


def test_an_alias_finds_the_actor():
    assert printed("positions", "Britain") == printed("positions", "United Kingdom")


def test_the_family_tree_shows_what_comes_from_what_and_rivals_side_by_side():
    lines = printed("list", "--tree").splitlines()
    assert "28pt@2025-11-20  28-point draft, 20 Nov 2025" in lines
    assert "\u251c\u2500 revised by 19pt@2025-11-23  Geneva draft, 23 Nov 2025" in lines
    assert any(line.startswith("ceasefire-30-day@2025-03") for line in lines)
    assert all(len(line) <= 80 for line in lines)


def test_a_circle_of_descent_and_a_paper_of_two_parents_are_drawn_once(tmp_path):
    from small_corpus import SmallCorpus

    small = SmallCorpus(tmp_path)
    point = "cap: {label: tanks}"
    small.version("a", "2031-01-01", point, "derived_from: [{version: b@2031-01-02, relation: answers}]\n")
    small.version("b", "2031-01-02", point, "derived_from: [{version: a@2031-01-01, relation: revises}]\n")
    two = "[{version: a@2031-01-01, relation: answers}, {version: b@2031-01-02, relation: continues}]"
    small.version("c", "2031-01-03", point, f"derived_from: {two}\n")
    corpus = find_corpus(tmp_path)
    every = ((corpus.plan(plan_id), corpus.versions(plan_id)) for plan_id in corpus.plan_ids)
    text = rendered(answer_family(every), "text")
    drawn = [re.search(r"[abc]@\S+", line).group() for line in text.splitlines()[1:]]
    assert drawn == ["a@2031-01-01", "b@2031-01-02", "c@2031-01-03"]
    assert "answered by c@2031-01-03  c, 3 Jan 2031; continues b@2031-01-02" in text


@pytest.mark.parametrize("version", VERSIONS, ids=lambda version: version.ref)
def test_every_statement_of_a_paper_stands_on_a_passage(version):
    bare = [
        provision.id
        for provision in version.provisions.values()
        if not (provision.evidence or (provision.claims and all(claim.evidence for claim in provision.claims)))
    ]
    assert bare == []
    assert [party.actor for party in version.parties if not party.evidence] == []
    assert [descent.version for descent in version.derived_from if not descent.evidence] == []


@pytest.mark.parametrize("version", VERSIONS, ids=lambda version: version.ref)
def test_our_own_words_take_no_side_and_name_no_code(version):
    words = [version.title, version.summary or ""]
    for provision in version.provisions.values():
        words += [provision.summary or "", provision.label or "", *(claim.summary or "" for claim in provision.claims)]
    assert [found for text in words for found in TAKING_SIDES.findall(text)] == []
    assert [text for text in words if CODE.search(text.replace("US", ""))] == []


@pytest.mark.parametrize("root", [ROOT, MINSK], ids=["plans", "minsk"])
def test_the_corpus_has_no_problems(root):
    assert plantrack.check(corpus=root).problems == ()


def test_the_example_reads_as_well_as_the_main_job():
    done = CliRunner().invoke(main, ["diff", "minsk-1", "minsk-2", "--corpus", str(MINSK)])
    text = one_line(done.output)
    assert "deadline: immediately → by 15 Feb 2015" in text
    assert "hangs on: nothing → after heavy weapons" in text
    assert "New 2 heavy weapons, 11 constitutional reform, 13 contact group" in text
    assert "Gone 7 national dialogue, 12 safety of participants" in text
    assert "links." not in text


def test_the_texts_of_the_example_are_found_whole():
    checked = plantrack.check(corpus=MINSK, texts=MINSK / "seeds" / "texts")
    assert checked.problems == ()


def test_the_two_sides_of_the_example_stand_differently_to_the_border():
    found = plantrack.positions(on="minsk-2", corpus=MINSK)
    border = {one.name: stance.standing for one in found for stance in one.own if stance.position.provision == "border"}
    assert {name: standing.verdict for name, standing in border.items()} == {"certain areas": "met", "Ukraine": "unmet"}
    assert border["Ukraine"].reason.parts == ("condition",)


def test_the_example_says_what_is_invented():
    text = one_line((MINSK / "README.md").read_text(encoding="utf-8"))
    assert "What is invented." in text
    assert all(name in text for name in ("the Wire", "the Gazette", "plans/positions/"))
