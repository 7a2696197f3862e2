"""A folder is written as a whole; what others put there stays, and links lead nowhere."""

import json
import os
from contextlib import suppress
from pathlib import Path

import pytest

from plantrack.errors import OutputError
from plantrack.writing.folders import refuse_folder, write_folder

MARKER = ".written"


def written(folder, **files):
    return write_folder(
        [(name.replace("__", "/"), text.encode()) for name, text in files.items()], folder, marker=MARKER
    )


def names(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_second_time_replaces_and_takes_away_what_the_first_wrote_and_nothing_else(tmp_path):
    folder = tmp_path / "site"
    written(folder, a="1", sub__b="1", gone__c="1", gone__d="1")
    (folder / "CNAME").write_text("mine")
    (folder / "gone/e").write_text("mine")
    (folder / "gone/d").write_text("changed by hand")
    assert written(folder, a="2", sub__b="1") == ("a", "sub/b")
    assert names(folder) == [MARKER, "CNAME", "a", "gone/d", "gone/e", "sub/b"]
    assert (folder / "a").read_text() == "2"


def test_a_folder_that_is_empty_after_taking_away_goes_too(tmp_path):
    folder = tmp_path / "site"
    written(folder, deep__er__a="1", b="1")
    written(folder, b="1")
    assert names(folder) == [MARKER, "b"]
    assert not (folder / "deep").exists()


def test_a_failure_on_the_way_leaves_the_old_files(tmp_path):
    folder = tmp_path / "site"
    written(folder, a="1")

    def breaking():
        yield "a", b"2"
        message = "no more"
        raise RuntimeError(message)

    with pytest.raises(RuntimeError):
        write_folder(breaking(), folder, marker=MARKER)
    assert names(folder) == [MARKER, "a"]
    assert (folder / "a").read_text() == "1"


@pytest.mark.parametrize("name", ["../out", "/out", "a/../../out", "a\\b"])
def test_no_name_leads_outside(tmp_path, name):
    with pytest.raises(ValueError, match="leads outside"):
        write_folder([(name, b"")], tmp_path / "site", marker=MARKER)
    assert not (tmp_path / "out").exists()


def test_a_list_that_names_files_outside_is_refused(tmp_path):
    folder, other = tmp_path / "site", tmp_path / "other"
    other.write_text("mine")
    written(folder, a="1")
    for listed in ({"files": {"../other": "0"}}, {"files": []}, [], {"files": {"a": 1}}):
        (folder / MARKER).write_text(json.dumps(listed))
        with pytest.raises(OutputError, match="not a list of files"):
            written(folder, a="2")
    assert other.read_text() == "mine"


@pytest.mark.parametrize("content", ["", "[" * 100_000, "\xff"])
def test_a_list_that_is_none_is_refused(tmp_path, content):
    (tmp_path / MARKER).write_bytes(content.encode("latin-1"))
    with pytest.raises(OutputError, match="not a list of files"):
        refuse_folder(tmp_path, marker=MARKER)


def test_files_of_others_are_not_replaced(tmp_path):
    folder = tmp_path / "site"
    written(folder, a="1")
    (folder / "b").write_text("mine")
    with pytest.raises(OutputError, match="somebody else"):
        written(folder, a="2", b="2")
    assert ((folder / "a").read_text(), (folder / "b").read_text()) == ("1", "mine")


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links here")
def test_links_lead_nowhere(tmp_path):
    folder, outside = tmp_path / "site", tmp_path / "outside"
    outside.mkdir()
    (outside / "b").write_text("mine")
    written(folder, a="1", sub__b="1")
    (folder / "sub/b").unlink()
    (folder / "sub").rmdir()
    (folder / "sub").symlink_to(outside)
    with pytest.raises(OutputError, match="a link"):
        written(folder, a="2", sub__b="2")
    written(folder, a="3")
    (folder / "a").unlink()
    (folder / "a").symlink_to(outside / "b")
    with pytest.raises(OutputError, match="somebody else"):
        written(folder, a="4")
    linked = tmp_path / "linked"
    linked.symlink_to(outside)
    with pytest.raises(OutputError, match="a link"):
        written(linked, a="1")
    assert names(outside) == ["b"]
    assert (outside / "b").read_text() == "mine"


def test_what_a_writer_that_was_killed_left_behind_is_taken_away(tmp_path):
    folder = tmp_path / "site"
    (folder / ".plantrack-1-x.staging/sub").mkdir(parents=True)
    (folder / ".plantrack-1-x.staging/sub/a").write_text("half")
    written(folder, a="1")
    assert names(folder) == [MARKER, "a"]


def test_a_writer_that_is_killed_at_any_moment_leaves_a_folder_that_the_next_one_writes(tmp_path):
    sound, whole = Path.replace, {"a": "1", "b": "1", "sub__c": "1"}
    for moment in range(6):
        folder, left = tmp_path / str(moment), iter(range(moment))

        def killed(place, target, left=left):
            if next(left, None) is None:
                raise KeyboardInterrupt
            return sound(place, target)

        with pytest.MonkeyPatch.context() as patched, suppress(KeyboardInterrupt):
            patched.setattr(Path, "replace", killed)
            written(folder, **whole)
        written(folder, **whole)
        assert names(folder) == [MARKER, "a", "b", "sub/c"]
