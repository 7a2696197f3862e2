"""The laws of the ledger on whole papers, from the file to the answer."""

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from ledger_checks import uncovered_words
from test_every_difference_is_accounted_for import POOL
from wording_pool import TREATIES, texts

import plantrack
from plantrack.cli import main
from plantrack.differences.changes import QUIET
from plantrack.language.wordlist import DATA

sys.path.insert(0, str(Path(__file__).parents[1]))
from generated import texts as papers

WORDS = [line.split("\t")[0] for line in (DATA / "words.tsv").read_text("utf-8").splitlines()[::53]]
SIGNS = [*"., ; : ( ) [ ] - % $5 1. (a) 12 not if shall".split(), "\n", "\n\n"]
PLAIN = [one for one in POOL if one[0].isalpha() and one.endswith((".", ";")) and not set("|#<>`") & set(one)]
"""Sentences that are no markup."""
UNNUMBERED = [sentence for sentence in PLAIN if not any(map(str.isdecimal, sentence))]
"""Those without figures, none of which can name a point."""
FILES = sorted(TREATIES.glob("*.md"))


@pytest.fixture(scope="module")
def compared(tmp_path_factory):
    folder = tmp_path_factory.mktemp("papers")

    def compare(old, new):
        for name, text in (("old", old), ("new", new)):
            (folder / f"{name}.md").write_text(text, encoding="utf-8")
        return plantrack.diff(str(folder / "old.md"), str(folder / "new.md"))

    return compare


def points(sentences):
    return "".join(f"{number}. {sentence}\n" for number, sentence in enumerate(sentences, 1))


def several(pool):
    return st.lists(st.sampled_from(pool), min_size=1, max_size=6, unique=True)


def edited(sentences, random, pool=PLAIN):
    """Some sentences left out, put in, moved, and changed by a word; each ends as it did."""
    found = [one for one in sentences if random.random() > 0.2]
    found = [random.choice(pool) if random.random() < 0.1 else one for one in found]
    for place, sentence in enumerate(found):
        words = sentence.split()
        if random.random() < 0.5:
            words[random.randrange(len(words) - 1)] = random.choice(random.choice(pool).split())
        found[place] = " ".join(words)
    if random.random() < 0.3:
        random.shuffle(found)
    return found or [random.choice(pool)]


@pytest.mark.parametrize("text", texts(), ids=range(len(texts())))
def test_a_text_of_these_tests_against_itself_is_empty(text, compared):
    diff = compared(text, text)
    assert (diff.changes, diff.silenced) == ((), ())


@pytest.mark.parametrize(
    "path",
    FILES or [pytest.param(None, marks=pytest.mark.skip(reason="the treaties are not at hand"))],
    ids=lambda path: path.stem[-11:] if path else "none",
)
def test_a_treaty_against_itself_is_empty(path, compared):
    text = path.read_text(encoding="utf-8", errors="replace")
    diff = compared(text, text)
    assert (diff.changes, diff.silenced) == ((), ())


@settings(max_examples=60)
@given(several(PLAIN), st.randoms(use_true_random=False))
def test_every_word_of_two_papers_is_the_same_or_told_or_silenced(compared, sentences, random):
    diff = compared(points(sentences), points(edited(sentences, random)))
    assume(diff.mode == "full")  # in other languages words are not compared
    for match in diff.matches:
        if len(match.old_ids) == len(match.new_ids) == 1:
            left = [left_of(diff, side, getattr(match, f"{side}_ids")[0]) for side in ("old", "new")]
            assert left[0] == left[1], match
    for side, alone in (("old", "provision-removed"), ("new", "provision-added")):
        kinds = {alone, "provision-replaced"}
        matched = {one for match in diff.matches for one in getattr(match, f"{side}_ids")}
        told = {one for change in diff.changes if change.kind in kinds for one in getattr(change, f"{side}_ids")}
        assert {point.id for point in getattr(diff, f"points_{side}")} == matched | told


def left_of(diff, side, provision_id):
    """The words of a point that no change and no silence covers; one that only holds others has none."""
    (text,) = (point.text for point in getattr(diff, f"points_{side}") if point.id == provision_id)
    told = [one for one in (*diff.changes, *diff.silenced) if provision_id in getattr(one, f"{side}_ids") and one.words]
    return uncovered_words(text or "", [span for one in told for span in getattr(one.words, side)])


@settings(max_examples=60)
@given(several(UNNUMBERED), st.randoms(use_true_random=False))
def test_a_renumbering_that_keeps_the_order_changes_nothing_that_is_said(compared, sentences, random):
    new = edited(sentences, random, UNNUMBERED)
    plain = compared(points(sentences), points(new))
    assume(plain.mode == "full")
    numbered = compared(points(sentences), "".join(f"{number * 3 + 10}. {one}\n" for number, one in enumerate(new)))
    said = [sorted(said for change in diff.changes for said in said_of(change)) for diff in (plain, numbered)]
    assert said[0] == said[1], (points(sentences), points(new))


def said_of(change):
    """What a change says, wherever it stands; that another point took the place of one rests on its number."""
    if change.kind in QUIET:
        return []
    if change.kind == "provision-replaced":
        return ["provision-removed", "provision-added"]
    return [" ".join(filter(None, (change.kind, change.before, change.after, change.effect if change.words else None)))]


@settings(max_examples=150)
@given(
    st.lists(st.sampled_from([*WORDS, *SIGNS]), max_size=60), st.lists(st.sampled_from([*WORDS, *SIGNS]), max_size=60)
)
def test_no_soup_of_words_ends_in_anything_but_an_answer_or_a_refusal(tmp_path_factory, old, new):
    folder = tmp_path_factory.getbasetemp()
    for name, words in (("soup-old.md", old), ("soup-new.md", new)):
        (folder / name).write_text(" ".join(words), encoding="utf-8")
    done = CliRunner().invoke(
        main, ["diff", str(folder / "soup-old.md"), str(folder / "soup-new.md"), "--format", "json"]
    )
    assert done.exit_code in (0, 2), done.output
    if done.exit_code == 0:
        assert json.loads(done.stdout)["schema"] == "plantrack-diff/1"
    else:
        assert "Traceback" not in done.stderr


@settings(max_examples=40)
@given(papers(), papers())
def test_every_format_answers_of_any_two_papers(tmp_path_factory, old, new):
    folder = tmp_path_factory.getbasetemp()
    (folder / "one.md").write_text(old)
    (folder / "two.md").write_text(new)
    for command in ("diff", "explain"):
        for form in ("text", "markdown", "html", "json") if command == "diff" else ("text", "json"):
            done = CliRunner().invoke(main, [command, str(folder / "one.md"), str(folder / "two.md"), "--format", form])
            assert done.exit_code == 0, done.output
