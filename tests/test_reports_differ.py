"""What is certain, unopposed or possible where a side is known from reports."""

import pytest
from small_corpus import SmallCorpus
from two_texts_samples import compared_as_text

OLD = """
cap:
  number: "1"
  summary: Veldia keeps at most 100 tanks.
  terms:
    cap: {bearer: veldia, modality: obligation, action: keep, object: tanks,
          quantity: {operator: lteq, value: 100, unit: tank}}
  evidence: [leak#text]
camps:
  number: "2"
  summary: Arland closes its camps.
  terms:
    close: {bearer: arland, modality: obligation, action: close, object: camps, conditions: the ceasefire holds}
  links: [{to: cap, kind: after}]
  evidence: [leak#text]
"""
HEAD = "derived_from: [{version: draft@2031-05-01, relation: revises}]\n"


@pytest.fixture
def corpus(tmp_path):
    small = SmallCorpus(tmp_path)
    small.version("draft", "2031-05-01", OLD, "text_basis: full_text\npublication: leaked\nclaimed_points: 2\n")
    small.source("leak", ("text", "outlet:herald, doc:leaked-text", "named"))
    small.source(
        "herald-1", ("gone", "outlet:herald, person:dorn", "named"), ("topic", "outlet:herald, person:dorn", "topic")
    )
    small.source("post-1", ("kept", "outlet:post, person:keller", "named"), outlet="post")
    small.source(
        "wire-1",
        ("open", "outlet:wire, person:keller", "named"),
        ("all", "outlet:wire, group:arlandic-officials", "collective"),
        outlet="wire",
    )
    return small


def changes(diff):
    return {(change.kind, change.certainty) for change in diff.changes}


def test_a_single_report_that_names_the_point_is_unopposed(corpus):
    corpus.version("answer", "2031-05-03", "cap:\n  claims: [{wording: removed, evidence: [herald-1#gone]}]", HEAD)
    diff = corpus.diff("draft", "answer")
    assert changes(diff) == {("provision-removed", "unopposed")}
    (change,) = diff.changes
    assert (change.old, change.new, change.linked) == (("1",), (), ("camps",))
    assert change.claims == ((None, 0),)
    assert change.evidence_new.lineages == (1, 1)


def test_a_report_of_a_group_of_points_makes_a_change_only_possible(corpus):
    corpus.version("answer", "2031-05-03", "cap:\n  claims: [{wording: removed, evidence: [wire-1#all]}]", HEAD)
    assert changes(corpus.diff("draft", "answer")) == {("provision-removed", "possible")}


def test_a_report_that_names_the_topic_alone_is_no_change(corpus):
    corpus.version("answer", "2031-05-03", "cap:\n  claims: [{matter: deferred, evidence: [herald-1#topic]}]", HEAD)
    diff = corpus.diff("draft", "answer")
    assert diff.changes == ()
    assert [(gap.id, gap.reach) for gap in diff.unreported] == [("cap", "topic"), ("camps", "none")]


def test_reports_that_cannot_all_hold_are_all_possible_and_pull_each_other_down(corpus):
    provisions = """
cap:
  claims:
    - {wording: removed, evidence: [herald-1#gone]}
    - wording: in_text
      terms:
        cap: {bearer: veldia, modality: obligation, action: keep, object: tanks,
              quantity: {operator: lteq, value: 150, unit: tank}}
      evidence: [post-1#kept]
"""
    corpus.version("answer", "2031-05-03", provisions, HEAD)
    diff = corpus.diff("draft", "answer")
    assert changes(diff) == {("provision-removed", "possible"), ("quantity-raised", "possible")}
    raised = next(change for change in diff.changes if change.kind == "quantity-raised")
    assert (raised.effect, raised.delta["absolute"]) == ("weakened", 50)
    assert {change.evidence_new.credibility for change in diff.changes} == {4}


def test_wording_out_and_matter_open_can_both_hold_and_neither_is_what_every_report_says(corpus):
    provisions = """
cap:
  claims:
    - {wording: removed, evidence: [herald-1#gone]}
    - {matter: deferred, evidence: [wire-1#open]}
"""
    corpus.version("answer", "2031-05-03", provisions, HEAD)
    diff = corpus.diff("draft", "answer")
    assert changes(diff) == {("provision-removed", "possible"), ("status-deferred", "possible")}
    assert all(change.evidence_new.credibility == 2 for change in diff.changes), "they are not at odds"


def test_what_is_to_go_has_not_gone(corpus):
    provisions = "cap:\n  claims: [{wording: removed, outlook: expected, evidence: [herald-1#gone]}]"
    corpus.version("answer", "2031-05-03", provisions, HEAD)
    diff = corpus.diff("draft", "answer")
    assert diff.changes == ()


def test_silence_of_a_paper_that_nobody_saw_is_no_removal(corpus):
    corpus.version("answer", "2031-05-03", "camps:\n  claims: [{wording: removed, evidence: [herald-1#gone]}]", HEAD)
    diff = corpus.diff("draft", "answer")
    assert all(change.old_ids != ("cap",) for change in diff.changes)
    assert [(gap.id, gap.side, gap.reach) for gap in diff.unreported] == [("cap", "new", "none")]


def test_silence_of_a_full_text_is_removal_inferred_from_absence(corpus):
    terms = OLD.split("camps:", maxsplit=1)[0]
    corpus.version("answer", "2031-05-03", terms, HEAD + "text_basis: full_text\n")
    (change,) = corpus.diff("draft", "answer").changes
    assert (change.kind, change.old, change.basis, change.certainty) == (
        "provision-removed",
        ("2",),
        "inferred_absence",
        "certain",
    )


def test_a_condition_that_no_report_mentions_is_not_dropped(corpus):
    provisions = """
camps:
  terms:
    close: {bearer: arland, modality: obligation, action: close, object: camps}
  evidence: [herald-1#gone]
"""
    corpus.version("answer", "2031-05-03", provisions, HEAD)
    diff = corpus.diff("draft", "answer")
    assert diff.changes == ()
    assert ("camps", "close", "condition") in {(gap.id, gap.term, gap.part) for gap in diff.unreported}


def test_the_count_of_points_bounds_what_nobody_has_named(corpus):
    corpus.version(
        "answer",
        "2031-05-03",
        "camps:\n  claims: [{wording: removed, evidence: [wire-1#all]}]",
        HEAD + "claimed_points: 1\n",
    )
    bounds = corpus.diff("draft", "answer").bounds
    assert (bounds.gone_at_least, bounds.identified, bounds.contested, bounds.unidentified) == (1, (), ("2",), (0, 1))


def test_rival_papers_are_compared_and_not_revised(corpus):
    corpus.version("rival", "2031-05-03", OLD, "text_basis: full_text\n")
    assert corpus.diff("draft", "rival").relation == "comparison"
    corpus.version("rival", "2031-05-03", OLD, HEAD + "text_basis: full_text\n")
    assert corpus.diff("draft", "rival").relation == "revision"
    assert corpus.diff("rival", "draft").relation == "reverse"


def test_descent_is_followed_through_papers_in_between(corpus):
    corpus.version("second", "2031-05-03", OLD, HEAD)
    corpus.version("third", "2031-05-05", OLD, "derived_from: [{version: second@2031-05-03, relation: continues}]\n")
    assert corpus.diff("draft", "third").relation == "revision"


def test_renderings_at_odds_with_a_seen_text_leave_it_as_it_is(corpus):
    disputed = OLD.replace(
        "[leak#text]", "[leak#text, {passage: post-1#kept, stance: disputes, reason: paraphrase}]", 1
    )
    corpus.version("copy", "2031-05-02", disputed, "text_basis: full_text\n")
    assert corpus.diff("draft", "copy").changes == ()
    corpus.version("answer", "2031-05-03", "cap:\n  claims: [{wording: removed, evidence: [herald-1#gone]}]")
    (change,) = corpus.diff("copy", "answer").changes
    assert change.evidence_old.credibility == 2


FULL = "text_basis: full_text\npublication: leaked\n"
GONE = "cap:\n  label: tank cap\n  claims: [{wording: removed, evidence: [herald-1#gone]}]\n"
KEPT = "{wording: in_text, evidence: [post-1#kept]}"


@pytest.mark.parametrize(("first", "second"), [("answer", "later"), ("later", "answer")])
def test_a_point_that_is_reported_gone_and_is_not_in_the_other_text_is_no_change(corpus, first, second):
    corpus.version("answer", "2031-05-03", GONE, HEAD)
    corpus.version("later", "2031-05-04", "camps: {summary: Arland closes its camps.}", FULL)
    kinds = {(change.kind, one) for change in corpus.diff(first, second).changes for one in change.old_ids}
    assert not any(one == "cap" for _, one in kinds)


def test_of_reports_that_differ_only_those_by_which_a_point_stood_give_that_it_went(corpus):
    said = GONE.replace("}]", f"}}, {KEPT}]")
    corpus.version("answer", "2031-05-03", said, HEAD)
    corpus.version("later", "2031-05-04", "camps: {summary: Arland closes its camps.}", FULL)
    (change,) = [each for each in corpus.diff("answer", "later").changes if "cap" in each.old_ids]
    assert (change.kind, change.certainty, change.claims) == ("provision-removed", "possible", ((1, None),))
    assert change.evidence_old.passages == ("post-1#kept",)


def test_a_point_that_is_kept_although_it_is_out_renumbers_what_follows_and_that_is_an_echo(corpus):
    camps = OLD[OLD.index("camps:") :]
    kept = f"cap: {{number: '1', summary: Out., wording: removed}}\n{camps.replace(chr(34) + '2', chr(34) + '1')}"
    corpus.version("later", "2031-05-04", kept, FULL)
    for first, second, kind in (("draft", "later", "removed"), ("later", "draft", "added")):
        diff = corpus.diff(first, second)
        assert {change.kind for change in diff.changes} == {f"provision-{kind}"}


@pytest.mark.parametrize("turned", [False, True])
def test_a_text_finds_what_is_reported_by_its_words_and_what_it_cannot_find_is_never_certain(corpus, tmp_path, turned):
    claims = """
cap:
  label: tank limit
  claims:
    - wording: in_text
      summary: at most 150 tanks
      terms:
        cap: {bearer: veldia, modality: obligation, action: keep, object: tanks,
              quantity: {operator: lteq, value: 150, unit: tank}}
      evidence: [post-1#kept]
fish:
  label: fishing rights
  claims: [{wording: in_text, summary: fishing rights, evidence: [post-1#kept]}]
"""
    corpus.version("answer", "2031-05-03", claims, HEAD)
    text = tmp_path / "text.md"
    text.write_text("1. Veldia shall keep at most 100 tanks.\n2. Arland shall close its camps.\n")
    sides = ("answer", str(text))
    diff = corpus.diff(*(reversed(sides) if turned else sides))
    (match,) = diff.matches
    assert {*match.old_ids, *match.new_ids} == {"p1", "cap"}
    figure = next(change for change in diff.changes if change.kind.startswith("quantity"))
    assert (figure.certainty, figure.delta["absolute"]) == ("unopposed", 50 if turned else -50)
    fish = [change for change in diff.changes if "fish" in (*change.old_ids, *change.new_ids)]
    assert [change.certainty for change in fish] == ["unopposed"]
    assert any("fishing rights" in note for note in diff.notes)


def test_what_stands_in_a_text_that_was_seen_is_not_called_reported(corpus):
    corpus.version("answer", "2031-05-03", GONE, HEAD)
    corpus.version("part", "2031-05-03", "cap: {summary: A cap.}", "text_basis: partial_text\npublication: official\n")
    corpus.version("later", "2031-05-04", "camps: {summary: Arland closes its camps.}", FULL)
    assert "IN THE NEWER PAPER, AND NOT KNOWN WHETHER NEW: NO TEXT OF THE OLDER ONE WAS" in compared_as_text(
        corpus.compare("answer", "later")
    )
    part = compared_as_text(corpus.compare("part", "later"))
    assert "IN THE NEWER PAPER, AND NOT KNOWN WHETHER NEW: ONLY A PART OF THE OLDER ONE WAS" in part


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (2, 1, "at least 1 of 2 no longer stands on its own"),
        (3, 1, "at least 2 of 3 no longer stand on their own"),
        (2, 2, "2 points, according to Dorn"),
    ],
)
def test_counts_of_points_are_told_in_words_that_fit_them(corpus, old, new, said):
    corpus.version("long", "2031-05-01", OLD, FULL + f"claimed_points: {old}\n")
    head = HEAD.replace("draft", "long") + f"claimed_points: {{count: {new}, evidence: [herald-1#topic]}}\n"
    corpus.version("answer", "2031-05-03", "cap:\n  claims: [{wording: removed, evidence: [herald-1#gone]}]", head)
    text = " ".join(compared_as_text(corpus.compare("long", "answer")).split())
    assert said.lower() in text.lower()
    assert ("no longer stand" in text) == (old > new)
    assert "So 0" not in text
    assert ("nobody has named" in text) == (old > new + 1)
