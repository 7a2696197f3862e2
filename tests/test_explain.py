"""`explain` lists every difference of two papers, and what became of it by which rule."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator
from test_two_texts import samples
from two_texts_samples import Sample, explanation_as_text, karsk, unexplained

from plantrack.answers.explain import EXPLANATION, answer_explanation, answer_rules, rules_as_data
from plantrack.differences.changes import KINDS, QUIET
from plantrack.differences.explanation import OUTCOMES, explain_diff, rule_meaning
from plantrack.differences.result import Silenced, Words, WordSpan
from plantrack.differences.rules import RULES
from plantrack.errors import UnknownNameError
from plantrack.rendering import rendered
from plantrack.rendering.json import as_told
from plantrack.schemas import schema_for
from plantrack.value import evolve

GOLDEN = Path(__file__).parent / "two_texts"


def ledger():
    """Point 4 with differences of all three ends, and a line outside the points."""
    sample = Sample().line("{a|Signed} in Oslo.", "{a|Initialled} in Oslo.", place="closing")
    sample.pair(
        ("4", "Vardia {s|may keep} {a|up to 1,500} peacekeepers for {b|five} years{c|, with {} pay}.".replace("{}", "full")),
        ("3", "Vardia {s|has the right to maintain} {a|not more than 800} peacekeepers for {b|three} years."),
        a={"kind": "quantity-lowered", "part": "ceiling", "before": "1,500", "after": "800", "rule": "figure"},
        b={"kind": "quantity-lowered", "part": "duration", "before": "five years", "after": "three years", "rule": "time"},
        c=unexplained(),
    )  # fmt: skip
    words = Words(old=(WordSpan(7, 15, "may keep"),), new=(WordSpan(7, 28, "has the right to maintain"),))
    where = {"old_ids": ("old-1",), "new_ids": ("new-1",), "old": ("4",), "new": ("3",)}
    sample.silenced.append(Silenced(rule="one force", words=words, **where))
    sample.silenced.append(
        Silenced(rule="spelling", words=Words(old=(WordSpan(0, 1, "a"),), new=(WordSpan(0, 1, "b"),)), place="closing")
    )
    sample.pair(("5", "Roads open."))
    return sample.diff()


def test_every_difference_stands_there_with_its_words_and_its_rule(request):
    made = explanation_as_text(explain_diff(ledger()))
    path = GOLDEN / "explained.txt"
    if request.config.getoption("--rewrite"):
        path.write_text(made, encoding="utf-8", newline="\n")
    assert made == path.read_text(encoding="utf-8")


@given(samples())
def test_every_difference_ends_in_exactly_one_way(diff):
    explanation = explain_diff(diff)
    every = [one for point in explanation.points for one in point.differences]
    changes = [change for change in diff.changes if change.kind != "provision-reworded"]
    assert len(every) == len(changes) + len(diff.silenced) == sum(explanation.counts.values())
    to_read = sum(change.kind in ("wording-unexplained", "outside-changed") for change in changes)
    assert explanation.counts["unexplained"] == to_read
    assert explanation.counts["silenced"] == len(diff.silenced)
    assert all((one.kind is None) == (one.outcome == "silenced") for one in every)


@given(samples())
def test_text_and_json_list_the_same_and_json_is_as_its_schema_says(diff):
    explanation = explain_diff(diff)
    form = json.loads(as_told(EXPLANATION.answer(explanation), answer_explanation(explanation)))
    assert [error.message for error in Draft202012Validator(schema_for("explain")).iter_errors(form)] == []
    text = explanation_as_text(explanation)
    assert max(map(len, text.splitlines())) <= 80
    listed = sum(line.startswith(("       named", "       silenced", "       read both")) for line in text.splitlines())
    assert listed == sum(len(point["differences"]) for point in form["points"])


def test_one_point_is_explained_by_its_number_in_either_paper():
    diff = ledger()
    for name in ("4", "3", "old-1", "new-1"):
        (point,) = explain_diff(diff, name).points
        assert [one.number for one in (*point.old, *point.new)] == ["4", "3"]
    assert [point.place for point in explain_diff(diff, "outside").points] == ["closing"]


def test_a_point_without_differences_has_none_and_one_that_is_not_there_is_refused():
    assert explanation_as_text(explain_diff(karsk().diff(), "1.b")).count("read both") == 2
    sample = Sample().pair(("1", "Roads open."), ("1", "Roads open."))
    assert "No difference." in explanation_as_text(explain_diff(sample.diff(), "1"))
    with pytest.raises(UnknownNameError, match="no point has this name") as caught:
        explain_diff(karsk().diff(), "1.x")
    assert "did you mean" in str(caught.value)


def test_differences_stand_in_the_order_of_the_words():
    words = [one.words.old[0].words for one in explain_diff(ledger(), "4").points[0].differences if one.words.old]
    assert words == ["may keep", "up to 1,500", "five", ", with full pay"]


def test_every_rule_that_was_used_is_told_with_its_meaning():
    explanation = explain_diff(ledger())
    assert set(explanation.rules) == {"figure", "time", "one force", "spelling"}
    assert all(explanation.rules.values())
    assert rule_meaning("read and found the same", "silenced")
    assert rule_meaning("unheard of", "silenced") == ""


def test_the_list_of_rules_has_all_of_them():
    text = rendered(answer_rules(), "text")
    form = json.loads(as_told(rules_as_data(), answer_rules()))
    assert [error.message for error in Draft202012Validator(schema_for("rules")).iter_errors(form)] == []
    assert len(form["rules"]) == len(RULES)
    for rule in RULES.values():
        assert f"\n{rule.name}" in text
        assert " ".join(rule.meaning.split()) in " ".join(text.split())


def test_outcomes_cover_every_kind_of_change():
    for kind in KINDS:
        if kind not in QUIET:
            diff = evolve(ledger(), changes=(evolve(ledger().changes[1], kind=kind),), silenced=())
            assert explain_diff(diff).points[0].differences[0].outcome in OUTCOMES


def plantrack(*words, cwd):
    command = [Path(sys.executable).with_name("plantrack"), *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=cwd)


def test_the_command_takes_two_papers_a_point_and_a_format(tmp_path):
    (tmp_path / "old.md").write_text("1. Guns leave in ten days.\n2. Roads open.\n", encoding="utf-8")
    (tmp_path / "new.md").write_text("1. Guns leave in six days.\n2. Roads open.\n", encoding="utf-8")
    text = plantrack("explain", "old.md", "new.md", cwd=tmp_path)
    assert "“" in text.stdout
    assert text.returncode == 0
    point = json.loads(plantrack("explain", "old.md", "new.md", "1", "--format", "json", cwd=tmp_path).stdout)
    assert [one["number"] for one in point["points"][0]["old"]] == ["1"]
    assert "synonym" in plantrack("explain", "--rules", cwd=tmp_path).stdout
    lonely = plantrack("explain", "old.md", cwd=tmp_path)
    assert lonely.returncode == 2
    assert "two papers are needed" in lonely.stderr
    missing = plantrack("explain", "old.md", "new.md", "9", cwd=tmp_path)
    assert missing.returncode == 2
    assert "no point has this name; found '9'" in missing.stderr
