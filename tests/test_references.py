"""What a reference stands for."""

import os
import re
import subprocess
import threading
from pathlib import Path

import pytest
from small_corpus import SmallCorpus

from plantrack.corpus import find_corpus, parse_reference, resolve
from plantrack.corpus.lookup import find_provision
from plantrack.differences.papers import compare_papers
from plantrack.errors import InputError, PlantrackError, UnknownNameError, UsageError

GIT = [
    "git",
    "-c",
    "user.name=T",
    "-c",
    "user.email=t@example.org",
    "-c",
    "commit.gpgsign=false",
    "-c",
    "core.hooksPath=/dev/null",
]


@pytest.fixture
def small(tmp_path):
    corpus = SmallCorpus(tmp_path)
    corpus.version("lake", "2031-01", "cap: {number: 1.a, summary: Old.}")
    corpus.version(
        "lake", "2031-02", "cap: {summary: New.}", head="derived_from: [{version: lake@2031-01, relation: revises}]\n"
    )
    plan = tmp_path / "plans" / "lake" / "plan.yaml"
    plan.write_text("schema: plantrack/1\ntitle: Lake\naliases: [The Lake Accord]\n")
    return corpus


def git(folder, *arguments):
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    subprocess.run([*GIT, *arguments], cwd=folder, check=True, capture_output=True, env=environment)


@pytest.mark.parametrize(
    ("asked", "ref"),
    [
        ("lake", "lake@2031-02"),
        ("LAKE", "lake@2031-02"),
        ("the lake accord", "lake@2031-02"),
        ("lake@newest", "lake@2031-02"),
        ("lake@first", "lake@2031-01"),
        ("lake@2031-01", "lake@2031-01"),
        ("lake~2031-05", "lake@2031-02~2031-05"),
        ("lake@first~2031-05-01", "lake@2031-01~2031-05-01"),
    ],
)
def test_a_reference_stands_for_a_version(small, asked, ref):
    assert resolve(asked, find_corpus(small.root)).ref == ref


@pytest.mark.parametrize("below", [".", "research/ukraine"])
def test_a_revision_reads_the_corpus_as_it_was(tmp_path, below):
    root = tmp_path / below
    root.mkdir(parents=True, exist_ok=True)
    small = SmallCorpus(root)
    small.source("page", ("cap", "outlet:herald", "named"))
    small.version("lake", "2031-01", "cap: {summary: Old., evidence: [page#cap]}")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "One")
    git(tmp_path, "tag", "one")
    small.version("lake", "2031-01", "cap: {summary: New., evidence: [page#cap]}")
    corpus = find_corpus(root)
    then, now = resolve("one:lake", corpus), resolve("lake", corpus)
    assert (then.ref, then.version.provisions["cap"].summary) == ("one:lake@2031-01", "Old.")
    assert now.version.provisions["cap"].summary == "New."
    assert then.corpus.passage("page#cap")[1].id == "cap"
    with pytest.raises(UsageError, match="no such revision; found 'two'"):
        resolve("two:lake", corpus)
    with pytest.raises(UnknownNameError, match="no plan has this name; found 'river'"):
        resolve("one:river", corpus)
    git(tmp_path, "commit", "-qam", "Two")
    assert resolve("HEAD~1:lake", corpus).version == then.version


def test_a_folder_without_history_has_no_revisions(small, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(small.root.parent))
    with pytest.raises(UsageError, match="the corpus has no history in git; found 'HEAD'"):
        resolve("HEAD:lake", find_corpus(small.root))


@pytest.mark.parametrize("revision", ["-x", "--output=x", "a..b", "a b", "a\nb", "\x1b[31m"])
def test_a_revision_that_git_might_take_for_something_else_never_reaches_it(small, revision, monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UsageError, match="not a name of one revision"):
        resolve(f"{revision}:lake", find_corpus(small.root))


@pytest.mark.parametrize(
    "asked", ["", "~", "@", "lake@", ":lake", "lake~", "lake~2031-99", "lake~soon", "HEAD:", "HEAD:@first"]
)
def test_what_cannot_be_a_reference_is_refused(asked):
    with pytest.raises(UsageError):
        parse_reference(asked)


@pytest.mark.parametrize(
    "asked",
    [
        "lak",
        "lake@@",
        "lake@2031-3",
        "x" * 1_000_000,
        "lake@" + "y" * 1_000_000,
        "\x1b[31m",
        "\u202elake",
        "/",
        "..",
        "x.md",
        "z" * 100_000 + ".md",
        "a\0b.md",
        "a\0b",
    ],
)
def test_a_reference_to_nothing_says_so_in_a_line(small, asked, monkeypatch):
    monkeypatch.chdir(small.root)
    with pytest.raises(PlantrackError) as refused:
        resolve(asked, find_corpus())
    assert str(refused.value).isprintable()
    assert len(str(refused.value)) < 500


def test_a_version_file_anywhere_is_a_version(small, tmp_path):
    path = tmp_path / "draft.yaml"
    path.write_text(
        (small.root / "plans" / "lake" / "2031-01.yaml").read_text().replace("plan: lake", "plan: elsewhere")
    )
    assert resolve(str(path), find_corpus(small.root)).version.plan == "elsewhere"
    path.write_text(path.read_text().replace("number: 1.a", "evidence: [gone#p]"))
    with pytest.raises(InputError, match="no source of this name; found 'gone#p'"):
        resolve(str(path), find_corpus(small.root))


@pytest.mark.parametrize("suffix", [".md", ".TXT", ".markdown"])
def test_a_text_with_numbered_points_is_read_on_the_spot(small, tmp_path, suffix):
    path = tmp_path / f"draft{suffix}"
    path.write_bytes(b"\xef\xbb\xbf1. Arland shall withdraw.\r\n2. Veldia shall pay.\r\n")
    paper = resolve(str(path), find_corpus(small.root))
    assert paper.local
    assert [provision.number for provision in paper.version.provisions.values()] == ["1", "2"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no words in this document"),
        (b"---\n\n***\n", "no words in this document"),
        (b"1. One.\n2. \xff\n", "draft.md:2:4: not UTF-8; found byte 0xff; expected a text saved as UTF-8"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "draft.md"),
        (b"1. One.\n" * 2_500_000, "the file is too large; found 20,000,000 bytes"),
    ],
    ids=["empty", "rules", "not UTF-8", "a broken PDF", "too large"],
)
def test_a_text_that_cannot_be_read_says_why(small, tmp_path, data, said):
    path = tmp_path / "draft.md"
    path.write_bytes(data)
    with pytest.raises(InputError, match=said):
        resolve(str(path), find_corpus(small.root))


@pytest.mark.parametrize(
    ("text", "points"),
    [("No points.", 1), ("Stop.\n\nGo.\n", 2), ("1. Stop.\n2. Go.\n", 2)],
    ids=["a sentence", "paragraphs", "UTF-16"],
)
def test_a_text_is_refused_in_no_form_as_long_as_it_has_words(small, tmp_path, text, points):
    path = tmp_path / "draft.txt"
    path.write_text(text, encoding="utf-16" if "1." in text else "utf-8")
    paper = resolve(str(path), find_corpus(small.root))
    assert len(paper.version.provisions) == points
    assert paper.reading.words == len(text.split())


@pytest.mark.parametrize("name", ["lake", "28pt", "leaked paper", "old.text", "x.y"])
def test_a_file_that_is_there_is_never_taken_for_the_name_of_a_plan(small, tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    Path(name).write_text("1. Stop.\n2. Go.\n")
    paper = resolve(name, find_corpus(small.root))
    assert (paper.local, len(paper.version.provisions)) == (True, 2)


def test_a_folder_is_said_to_be_one_unless_a_plan_bears_its_name(small, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path / "plans")
    assert resolve("lake", find_corpus(small.root)).ref == "lake@2031-02"
    for name in ("./lake", "."):
        with pytest.raises(InputError, match="a folder, not a file; expected one document"):
            resolve(name, find_corpus(small.root))


def test_a_document_may_come_through_a_pipe(small, tmp_path):
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writing = threading.Thread(target=path.write_text, args=("1. Stop.\n2. Go.\n" * 20_000,))
    writing.start()
    paper = resolve(str(path), find_corpus(small.root))
    writing.join()
    assert len(paper.version.provisions) == 40_000


def test_a_point_is_found_by_id_by_number_and_by_its_number_in_an_earlier_paper(small):
    corpus = find_corpus(small.root)
    for ref in ("lake@first", "lake"):
        paper = resolve(ref, corpus)
        assert find_provision(paper, "cap").id == find_provision(paper, "1.a").id == "cap"
    with pytest.raises(
        UnknownNameError, match=r"no provision in lake@2031-01 has this name; found 'cape'; .* did you mean cap"
    ):
        find_provision(resolve("lake@first", corpus), "cape")


@pytest.mark.parametrize(
    ("ref", "name", "said"),
    [
        ("28pt", "66", "one of 28, 27, 26, 25, 24 or 43 others"),
        ("28pt", "12.z", "one of 12.f, 12.e, 12.d, 12.c, 12.b or 43 others; did you mean 12.f?"),
        ("28pt", "9" * 5000, "one of 28, 27, 26, 25, 24 or 43 others"),
        ("19pt", "66", "one of 26, 21.d, 21.c, 21.b, 21.a or 9 others"),
        ("19pt", "frozen-asset", "did you mean frozen-assets?"),
    ],
)
def test_who_asks_for_a_number_that_no_point_has_is_offered_the_nearest_numbers(ref, name, said):
    with pytest.raises(UnknownNameError, match=re.escape(said)):
        find_provision(resolve(ref, find_corpus()), name)


def test_a_point_that_nobody_reports_is_called_unreported_and_not_unknown():
    paper = resolve("19pt", find_corpus())
    with pytest.raises(UsageError, match="silence is not removal"):
        find_provision(paper, "1")
    with pytest.raises(UsageError, match=r"21\.a or 21\.b or 21\.c or 21\.d"):
        find_provision(paper, "21")


def test_what_an_excerpt_lacks_is_not_removed(small, tmp_path):
    (tmp_path / "old.md").write_text("1. Arland shall withdraw its guns.\n2. Veldia shall pay 5 million francs.\n")
    (tmp_path / "page.md").write_text("1. Arland shall withdraw its guns within 10 days.\n")
    corpus = find_corpus(small.root)
    old, page = resolve(str(tmp_path / "old.md"), corpus), resolve(str(tmp_path / "page.md"), corpus, partial=True)
    diff = compare_papers(old, page).diff
    assert [(change.kind, change.certainty) for change in diff.changes] == [("deadline-fixed", "certain")]
    assert [gap.number for gap in diff.unreported] == ["2"]
