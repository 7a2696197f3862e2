"""A write is whole or not there, stays in the corpus, and leaves what a person wrote as it was."""

import os
import re
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from plantrack.errors import OutputError
from plantrack.writing.edits import append_item, set_field, set_fields
from plantrack.writing.files import create_file, edit_file, write_file

ROOT = Path(__file__).parents[1]
RECORD = """\
# A record that somebody wrote by hand.
schema: plantrack/1
title:   "The \\"Harbour\\" accord"   # as printed
language: en

# What was quoted.
text: {sha256: aa, characters: 9}
passages:
  # the first
  one:
    says: |
      Two lines
      # no comment
  two: {says: It is said., chain: [a, b]}  # the last
notes: kept
"""


def others_than(before, after, changed):
    """The lines of the two texts without those that hold the change."""
    kept = [line for line in before.splitlines() if not any(each in line for each in changed)]
    return kept == [line for line in after.splitlines() if not any(each in line for each in changed)]


@pytest.mark.parametrize(
    ("edit", "changed"),
    [
        (lambda text: set_field(text, ["status"], "withdrawn", before=["text"]), ["status:"]),
        (lambda text: set_field(text, ["language"], "no"), ["language:"]),
        (lambda text: set_field(text, ["title"], "a: b # c"), ["title:"]),
        (lambda text: set_field(text, ["text"], {"sha256": "bb", "characters": 8}), ["text:"]),
        (lambda text: set_field(text, ["passages", "three"], {"says": "- x", "words": 3}), ["three:"]),
        (lambda text: append_item(text, ["passages", "two", "chain"], "c, d"), ["two:"]),
        (lambda text: append_item(text, ["passages", "one", "chain"], "c"), ["chain: [c]", "two:"]),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_an_edit_changes_its_own_line_and_no_other(edit, changed, newline):
    before = RECORD.replace("\n", newline)
    after = edit(before)
    assert after != before
    assert others_than(before, after, changed)
    assert after.count("\n") == after.count(newline)


def test_a_new_field_stands_after_what_comes_before_it_and_not_below_a_strange_comment():
    after = set_field(RECORD, ["status"], "withdrawn", before=["text", "passages"])
    assert "language: en\nstatus: withdrawn\n\n# What was quoted." in after


def test_a_file_without_a_last_line_end_is_added_to():
    assert set_field("a: 1", ["b"], "2") == "a: 1\nb: '2'\n"


@pytest.mark.parametrize("path", [["missing", "x"], ["title", "x"], ["passages", "one", "says", 0]])
def test_a_place_that_is_not_there_is_refused(path):
    with pytest.raises(OutputError):
        set_field(RECORD, path, "x")


def test_what_stands_behind_an_alias_is_not_changed_in_two_places_at_once():
    shared = "a: &x {k: 1}\nb: *x\n"
    with pytest.raises(OutputError):
        set_field(shared, ["b", "k"], "2")


WORDS = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=12)


@given(WORDS, st.lists(WORDS, max_size=3), st.sampled_from(["status", "language", "title"]))
def test_any_words_that_are_set_are_read_back_and_all_else_is_the_same(words, items, key):
    after = set_field(RECORD, [key], words, before=["text"])
    for item in items:
        after = append_item(after, ["passages", "two", "chain"], item)
    expected = yaml.load(RECORD, yaml.BaseLoader)
    expected[key] = words
    expected["passages"]["two"]["chain"] += items
    assert yaml.load(after, yaml.BaseLoader) == expected


def test_a_new_file_is_not_written_over_an_old_one(tmp_path):
    create_file("one", tmp_path / "seeds" / "a.yaml", root=tmp_path)
    with pytest.raises(OutputError, match="is there already"):
        create_file("two", tmp_path / "seeds" / "a.yaml", root=tmp_path)
    create_file("two", tmp_path / "seeds" / "a.yaml", root=tmp_path, overwrite=True)
    assert (tmp_path / "seeds" / "a.yaml").read_text() == "two"
    assert [path.name for path in (tmp_path / "seeds").iterdir()] == ["a.yaml"]


@pytest.fixture
def corpus(tmp_path):
    root = tmp_path / "corpus"
    (root / "seeds").mkdir(parents=True)
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "a.yaml").write_text("theirs")
    return root


@pytest.mark.parametrize(
    "name", ["../outside/a.yaml", "seeds/../../outside/a.yaml", "linked/a.yaml", "seeds/link.yaml"]
)
def test_nothing_outside_the_corpus_is_written_nor_through_links(corpus, name):
    (corpus / "linked").symlink_to(corpus.parent / "outside")
    (corpus / "seeds" / "link.yaml").symlink_to(corpus.parent / "outside" / "a.yaml")
    for write in (
        lambda path: create_file("ours", path, root=corpus, overwrite=True),
        lambda path: edit_file(path, lambda _: "ours", root=corpus),
    ):
        with pytest.raises(OutputError):
            write(corpus / name)
    assert (corpus.parent / "outside" / "a.yaml").read_text() == "theirs"


def test_a_link_inside_the_corpus_is_refused_too(corpus):
    (corpus / "seeds" / "real.yaml").write_text("theirs")
    (corpus / "seeds" / "link.yaml").symlink_to("real.yaml")
    with pytest.raises(OutputError, match="a link"):
        create_file("ours", corpus / "seeds" / "link.yaml", root=corpus, overwrite=True)
    assert (corpus / "seeds" / "real.yaml").read_text() == "theirs"


def test_a_full_disk_leaves_the_old_file_and_nothing_else(corpus, monkeypatch):
    target = corpus / "seeds" / "a.yaml"
    target.write_text("old")

    def no_space(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", no_space)
    with pytest.raises(OutputError, match="no space left on device"):
        edit_file(target, lambda text: text + " and new", root=corpus)
    with pytest.raises(OutputError, match="no space left on device"):
        write_file("new", target)
    assert {path.name: path.read_text() for path in target.parent.iterdir()} == {"a.yaml": "old"}


def test_a_kill_leaves_the_old_file_and_the_next_writer_clears_up(corpus):
    target = corpus / "seeds" / "a.yaml"
    target.write_text("old")
    program = f"""
        import os, time
        from pathlib import Path
        from plantrack.writing import files
        files.os.fsync = lambda _: (print("written", flush=True), time.sleep(60))
        files.write_file("new", Path({str(target)!r}))
    """
    with subprocess.Popen([sys.executable, "-c", textwrap.dedent(program)], stdout=subprocess.PIPE) as writer:
        assert writer.stdout.readline() == b"written\n"
        writer.send_signal(signal.SIGKILL)
    assert target.read_text() == "old"
    assert len(list(target.parent.iterdir())) == 2
    edit_file(target, lambda text: text + "er", root=corpus)
    assert {path.name: path.read_text() for path in target.parent.iterdir()} == {"a.yaml": "older"}


def test_of_two_writers_at_once_neither_loses_its_change(corpus):
    target = corpus / "seeds" / "a.yaml"
    target.write_text("items: []\n")
    program = f"""
        import sys
        from pathlib import Path
        from plantrack.writing.edits import append_item
        from plantrack.writing.files import edit_file
        for number in range(15):
            item = f"{{sys.argv[1]}}{{number}}"
            edit_file(Path({str(target)!r}), lambda text: append_item(text, ["items"], item), root=Path({str(corpus)!r}))
    """
    writers = [subprocess.Popen([sys.executable, "-c", textwrap.dedent(program), name]) for name in "ab"]
    assert [writer.wait() for writer in writers] == [0, 0]
    found = yaml.safe_load(target.read_text())["items"]
    assert sorted(found) == sorted(f"{name}{number}" for name in "ab" for number in range(15))


def test_a_file_that_changed_without_a_lock_is_not_overwritten(corpus):
    target = corpus / "seeds" / "a.yaml"
    target.write_text("old")

    def slow(text):
        target.write_text("somebody's")
        return text + " and new"

    with pytest.raises(OutputError, match="changed it meanwhile"):
        edit_file(target, slow, root=corpus)
    assert target.read_text() == "somebody's"


def test_a_reader_never_sees_half_a_file(corpus):
    target = corpus / "seeds" / "a.yaml"
    target.write_text("a" * 100_000)
    program = f"""
        from pathlib import Path
        from plantrack.writing.files import write_file
        for number in range(60):
            write_file("ab"[number % 2] * 100_000, Path({str(target)!r}))
    """
    with subprocess.Popen([sys.executable, "-c", textwrap.dedent(program)]) as writer:
        seen = set()
        while writer.poll() is None:
            seen.add(target.read_text())
            time.sleep(0.001)
    assert seen <= {"a" * 100_000, "b" * 100_000}


def test_the_permissions_of_a_file_stay(corpus):
    target = corpus / "seeds" / "a.yaml"
    target.write_text("old")
    target.chmod(0o640)
    write_file("new", target)
    assert target.stat().st_mode & 0o777 == 0o640


WRITES = re.compile(r"""(?<!formatter)\.write_text\(|\.write_bytes\(|open\("w""")
"""What writes a file; click's formatter of help has a method of the same name."""


def test_only_the_layer_that_writes_writes_files():
    found = [
        path.relative_to(ROOT).as_posix()
        for path in sorted((ROOT / "src").rglob("*.py"))
        if WRITES.search(path.read_text(encoding="utf-8"))
    ]
    scratch = {
        "src/plantrack/browser/answering.py": "into the memory of a browser",
        "src/plantrack/browser/compiled.py": "into a folder that is gone with the call",
        "src/plantrack/corpus/git.py": "into a folder that is gone with the call",
    }
    caches = "src/plantrack/writing/kept.py"
    assert found == [*scratch, "src/plantrack/writing/files.py", caches]


@given(
    st.lists(
        st.tuples(st.sampled_from(["a", "b", "new", "other"]), st.text(max_size=8)),
        max_size=4,
        unique_by=lambda pair: pair[0],
    )
)
def test_several_fields_set_at_once_say_what_they_say_set_one_by_one(pairs):
    text = "# kept\na: 1  # beside\nb: {c: 2}\nlast: [x, y]\n"
    one_by_one = text
    for key, value in pairs:
        one_by_one = set_field(one_by_one, [key], value)
    at_once = set_fields(text, [([key], value) for key, value in pairs])
    assert yaml.safe_load(at_once) == yaml.safe_load(one_by_one)
    assert at_once.startswith("# kept\n")
