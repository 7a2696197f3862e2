"""On which changes a comparison fails, and on which somebody said until a day that it does not."""

import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

import plantrack
from plantrack.cli import main
from plantrack.differences.gates import Gate, pass_gate
from plantrack.errors import UnknownNameError
from plantrack.model.decisions import Accepted

ROOT = Path(__file__).parents[1]
RIVER = ROOT / "examples" / "river"
TODAY = "2027-03-01"
PAPERS = [str(RIVER / "old.md"), str(RIVER / "new.md")]


@pytest.fixture(scope="module")
def river():
    return plantrack.diff(*PAPERS)


def kinds(passed):
    return {change.kind for change in passed.failing}


def test_a_kind_a_subject_and_a_pattern_are_gates(river):
    for name in ("quantity-raised", "quantity", "quantity-*"):
        assert kinds(pass_gate(river, Gate(kinds=(name,)), today=TODAY)) == {"quantity-raised"}


def test_what_a_change_does_is_a_gate(river):
    found = pass_gate(river, Gate(kinds=("weakened",)), today=TODAY).failing
    assert found
    assert {change.effect for change in found} == {"weakened"}
    assert not pass_gate(river, Gate(kinds=("strengthened",)), today=TODAY).failing


def test_what_nobody_could_explain_is_a_gate(river):
    assert kinds(pass_gate(river, Gate(kinds=("unexplained",)), today=TODAY)) == {"wording-unexplained"}


def test_only_the_allowed_points_may_change(river):
    assert not pass_gate(river, Gate(allowed=("2", "3", "4", "5", "6")), today=TODAY).failing
    failing = pass_gate(river, Gate(allowed=("2", "4", "5", "6")), today=TODAY).failing
    assert failing
    assert {change.old for change in failing} == {("3",)}


def test_a_point_allows_all_below_it(tmp_path):
    for name, coins in (("old", 5), ("new", 6)):
        (tmp_path / f"{name}.md").write_text(f"1. A shall:\n\n(a) go;\n\n(b) pay {coins} coins.\n")
    diff = plantrack.diff(str(tmp_path / "old.md"), str(tmp_path / "new.md"))
    assert not pass_gate(diff, Gate(allowed=("1",)), today=TODAY).failing
    assert not pass_gate(diff, Gate(allowed=("1.b",)), today=TODAY).failing
    assert pass_gate(diff, Gate(allowed=("1.a",)), today=TODAY).failing


@pytest.mark.parametrize(("gate", "near"), [(Gate(kinds=("weakend",)), "weakened"), (Gate(allowed=("22",)), "2")])
def test_a_wrong_name_tells_the_nearest(river, gate, near):
    with pytest.raises(UnknownNameError) as raised:
        pass_gate(river, gate, today=TODAY)
    assert near in raised.value.near


def test_what_is_accepted_fails_nothing_until_its_day_is_over(river):
    gate = Gate(kinds=("quantity",))
    one = Accepted(kind="quantity-*", point="2", reason="agreed in May", until=TODAY)
    passed = pass_gate(river, gate, [one], today=TODAY)
    assert not passed.failing
    assert [reason for _, reason in passed.accepted] == [one]
    later = pass_gate(river, gate, [one], today="2027-03-02")
    assert later.failing
    assert later.expired == (one,)


def test_what_is_accepted_and_not_there_is_told(river):
    one = Accepted(kind="bearer", point="2", reason="no longer needed", until=TODAY)
    assert pass_gate(river, Gate(kinds=("quantity",)), [one], today=TODAY).idle == (one,)


@pytest.mark.parametrize(
    ("options", "status"),
    [
        (["--fail-on", "weakened"], 1), (["--fail-on", "strengthened"], 0), (["--allow", "2,3,4,5,6"], 0),
        (["--allow", "4,5"], 1), (["--fail-on", "weakend"], 2), (["--allow", "22"], 2),
    ],
)  # fmt: skip
def test_the_command_ends_as_the_gate_says(options, status):
    done = CliRunner().invoke(main, ["diff", *PAPERS, *options])
    assert done.exit_code == status, done.output


def test_a_file_of_decisions_says_what_is_accepted_and_the_command_tells_it(tmp_path):
    day = (datetime.now(UTC).date() + timedelta(days=1)).isoformat()
    kept = tmp_path / "river.yaml"
    kept.write_text(f"accepted:\n  - {{kind: quantity, point: '2', reason: agreed in May, until: {day}}}\n")
    asked = ["diff", *PAPERS, "--decisions", str(kept), "--fail-on", "quantity"]
    done = CliRunner().invoke(main, asked)
    assert done.exit_code == 0, done.output
    assert f"accepted until {day}: quantity-raised of 2 (agreed in May)" in done.stderr
    kept.write_text("accepted:\n  - {kind: quantity, point: '2', reason: agreed in May, until: 2001-01-01}\n")
    done = CliRunner().invoke(main, asked)
    assert done.exit_code == 1
    assert "which is over" in done.stderr


def test_the_script_for_pull_requests_writes_a_comment_and_ends_as_the_gate_says(tmp_path):
    script = ROOT / "examples" / "ci" / "comment.py"
    out = tmp_path / "comment.md"
    done = subprocess.run(
        [sys.executable, str(script), *PAPERS, "--output", str(out), "--fail-on", "weakened"],
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    text = out.read_text(encoding="utf-8")
    assert text.startswith("<!-- plantrack -->\n")
    assert "old.md" in text
    assert len(text) < 65_536


def test_the_action_runs_what_the_script_does():
    action = yaml.safe_load((ROOT / "examples" / "ci" / "action.yml").read_text(encoding="utf-8"))
    assert action["runs"]["using"] == "composite"
    steps = "\n".join(step.get("run", "") for step in action["runs"]["steps"])
    assert "comment.py" in steps
    for name in re.findall(r"inputs\.([\w-]+)", str(action["runs"])):
        assert name in action["inputs"], name
