"""What a person decided of two papers is kept in a file, read strictly, and lapses when words change."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_two_texts import samples
from two_texts_samples import Sample, karsk, two_texts_as_text, unexplained

from plantrack.differences.changes import QUIET
from plantrack.differences.decisions import (
    RULE,
    apply_decisions,
    decisions_as_yaml,
    load_decisions,
    save_decisions,
    with_pairs,
    with_read_same,
    wordings_digest,
)
from plantrack.errors import InputError, UnknownNameError
from plantrack.model.decisions import BothRead, Decisions, HowRead, ReadSame
from plantrack.value import evolve

DIGEST = "0" * 64
FULL = Decisions(
    old="january.md", new="march.md", match=(("3", "2"), ("10.b", "9.c")), no_match=(("4", "4"),),
    read_same=(ReadSame(old="5", new="4", digest=DIGEST, note="both free all of them"),),
    reading=BothRead(old=HowRead(points=r"Art\. \d+", drop=("Page .*", "DRAFT"), taken_as="headings"), new=HowRead(drop=("x",))),
    relation="comparison",
)  # fmt: skip


def load(text, tmp_path, **papers):
    path = tmp_path / "decisions.yaml"
    path.write_text(text, encoding="utf-8")
    return load_decisions(path, **papers)


def problems(text, tmp_path, **papers):
    with pytest.raises(InputError) as caught:
        load(text, tmp_path, **papers)
    return [str(problem).rpartition("decisions.yaml:")[2] for problem in caught.value.problems]


def test_what_was_saved_is_read_back(tmp_path):
    save_decisions(FULL, tmp_path / "decisions.yaml")
    assert load_decisions(tmp_path / "decisions.yaml") == FULL


PRINTED = st.characters(exclude_categories=("C", "Z")) | st.just(" ")
NAMES = st.text(PRINTED, min_size=1, max_size=9).map(str.strip).filter(bool)
PAIRS = st.lists(st.tuples(NAMES, NAMES), max_size=4, unique=True)


@given(PAIRS, PAIRS, st.lists(st.tuples(NAMES, NAMES, st.none() | NAMES), max_size=3))
def test_any_decisions_are_read_back_as_they_were_written(tmp_path_factory, joined, apart, read):
    apart = [pair for pair in apart if pair not in joined]
    decisions = with_pairs(
        Decisions(read_same=tuple(ReadSame(old=a, new=b, digest=DIGEST, note=note) for a, b, note in read)),
        match=joined, no_match=apart,
    )  # fmt: skip
    folder = tmp_path_factory.mktemp("decisions")
    assert load(decisions_as_yaml(decisions), folder) == decisions


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("match: [[3]]", "1:9: match.0: not a pair of points; found 1 point; expected [OLD, NEW], such as [3, 2]"),
        ("match: [3, 2]", "1:9: match.0: not a list; found '3'; expected a list"),
        ("mtach: [[3, 2]]", "1:1: unknown key; found 'mtach'"),
        ("read_same: [{old: 3, new: 2, digest: abc}]", "1:38: read_same.0.digest: of the wrong shape; found 'abc'"),
        ("read_same: [{old: 3, new: 2}]", "1:13: read_same.0: digest is missing"),
        ("match: [[3, 2]]\nno_match: [[3, 2]]", "1:9: match.0: joined here, and kept apart in no_match; found 3=2"),
        ("reading: {old: {points: '['}}", "1:25: reading.old.points: no regular expression"),
        ("reading: {old: {as: heading}}", "1:21: reading.old.as: no way to read a text of this name; found 'heading'"),
        ("relation: rival", "1:11: relation: no relation of this name"),
        ("schema: plantrack/2", "1:9: schema: not a schema that is read here"),
        ("- 1", "1:1: not a decisions; found a list"),
    ],
)
def test_every_mistake_is_told_with_its_place(text, said, tmp_path):
    assert any(problem.startswith(said) for problem in problems(text, tmp_path))


def test_a_mistake_names_what_was_nearest(tmp_path):
    assert "did you mean match?" in problems("mtach: [[3, 2]]", tmp_path)[0]
    assert "did you mean headings?" in problems("reading: {old: {as: heading}}", tmp_path)[0]


def test_decisions_on_other_papers_are_refused(tmp_path):
    text = "old: january.md\nnew: march.md\n"
    assert load(text, tmp_path, old="some/folder/january.md", new="march.md").old == "january.md"
    assert problems(text, tmp_path, old="january.md", new="april.md") == [
        "2:6: new: new is not the paper that is compared to; found 'march.md'; expected 'april.md'"
    ]


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(InputError, match="cannot be read"):
        load_decisions(tmp_path / "none.yaml")


def test_what_is_said_now_beats_what_was_said_before():
    said = with_pairs(FULL, match=[("4", "4")], no_match=[("3", "2")])
    assert said.match == (("10.b", "9.c"), ("4", "4"))
    assert said.no_match == (("3", "2"),)


def read(diff, *pairs):
    return apply_decisions(diff, with_read_same(Decisions(), diff, pairs), file="karsk.yaml")


def test_points_read_and_found_the_same_differ_no_more_and_the_answer_says_so():
    diff = read(karsk().diff(), ("6", "5"))
    assert not [change for change in diff.changes if change.new == ("5",) and change.kind not in QUIET]
    assert [one.rule for one in diff.silenced if one.old == ("6",)] == [RULE]
    assert len(diff.changes) == len(karsk().diff().changes)  # one went, that it is reworded came
    text = " ".join(two_texts_as_text(diff).split())
    assert "By karsk.yaml: 6=5 read and found the same." in text
    assert "12 other differences of words" in text


@given(samples())
def test_a_decision_takes_nothing_from_other_points(diff):
    for match in diff.matches[:3]:
        pair = (match.old_ids[0], match.new_ids[0])
        after = read(diff, pair)
        others = [c for c in diff.changes if not (set(c.old_ids) <= {pair[0]} and set(c.new_ids) <= {pair[1]})]
        assert [c for c in after.changes if c in others] == others
        assert len(after.silenced) - len(diff.silenced) == len([c for c in diff.changes if c not in after.changes])


@pytest.mark.parametrize("side", ["old", "new"])
def test_a_decision_lapses_when_words_change(side):
    sample = Sample().pair(("1", "Guns {a|leave}."), ("1", "Guns {a|go}."), a=unexplained())
    decisions = with_read_same(Decisions(), sample.diff(), [("1", "1")])
    one = f"{side}-1"
    sample.points[side][one] = evolve(sample.points[side][one], text="Guns stay.")
    diff = apply_decisions(sample.diff(), decisions, file="karsk.yaml")
    assert diff.decided.lapsed == (("1", "1"),)
    assert diff.decided.read_same == ()
    assert [change.kind for change in diff.changes] == ["wording-unexplained"]
    assert "Words changed since 1=1 was read and found the same" in " ".join(two_texts_as_text(diff).split())


def test_a_decision_survives_other_spaces_and_no_other_change():
    one, other = karsk().points["old"]["old-1"], karsk().points["new"]["new-1"]
    digest = wordings_digest(one, other)
    assert wordings_digest(evolve(one, text=one.text.replace(" ", "\n  ")), other) == digest
    assert wordings_digest(evolve(one, text=one.text.rstrip(".")), other) != digest
    assert wordings_digest(evolve(one, title="Truce"), other) != digest
    assert wordings_digest(other, one) != digest


def test_a_point_that_was_found_the_same_can_still_be_gone():
    diff = karsk().diff()
    decisions = Decisions(read_same=(ReadSame(old="2", new="8", digest=DIGEST),))
    assert apply_decisions(diff, decisions).changes == diff.changes


def test_a_name_that_no_point_has_is_refused():
    with pytest.raises(UnknownNameError):
        with_read_same(Decisions(), karsk().diff(), [("99", "1")])


OLD = "1. Guns leave the valley of Karsk in ten days.\n2. Roads open for carts of both towns.\n"
NEW = "1. Roads open for carts of both towns.\n2. Guns quit the vale of Karsk in ten days.\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "old.md").write_text(OLD, encoding="utf-8")
    (tmp_path / "new.md").write_text(NEW, encoding="utf-8")
    return tmp_path


def plantrack(folder, *words):
    command = [Path(sys.executable).with_name("plantrack"), *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)


def test_what_the_command_was_told_is_kept_and_the_next_comparison_starts_from_it(folder):
    done = plantrack(
        folder, "diff", "old.md", "new.md", "--match", "1=2", "--same", "1=2", "--decisions", "kept.yaml", "--save"
    )
    assert done.returncode == 0, done.stderr
    kept = load_decisions(folder / "kept.yaml", old="old.md", new="new.md")
    assert kept.match == (("1", "2"),)
    assert [(one.old, one.new) for one in kept.read_same] == [("1", "2")]
    again = plantrack(folder, "diff", "old.md", "new.md", "--decisions", "kept.yaml")
    assert again.stdout == done.stdout
    other = plantrack(folder, "diff", "new.md", "old.md", "--decisions", "kept.yaml")
    assert other.returncode == 2
    assert "kept.yaml:2:6: old: old is not the paper that is compared from" in other.stderr


def test_to_keep_decisions_takes_a_file(folder):
    done = plantrack(folder, "diff", "old.md", "new.md", "--match", "1=2", "--save")
    assert done.returncode == 2
    assert "--decisions FILE" in done.stderr


def test_a_file_of_decisions_that_is_not_there_is_no_empty_one(folder):
    done = plantrack(folder, "diff", "old.md", "new.md", "--decisions", "nowhere.yaml")
    assert done.returncode == 2
    assert "nowhere.yaml: cannot be read" in done.stderr
