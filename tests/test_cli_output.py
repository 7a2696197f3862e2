"""A file is written as a whole or not at all."""

import errno
import io
import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from plantrack.cli import main
from plantrack.cli.output import write_answer
from plantrack.errors import OutputError
from plantrack.writing.files import write_file

ROOT = Path(__file__).parents[1]


def only(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_is_written_with_the_permissions_of_new_files(tmp_path):
    write_file("ä\n", tmp_path / "new.txt")
    assert (tmp_path / "new.txt").read_bytes() == "ä\n".encode()
    (tmp_path / "usual.txt").touch()
    assert (tmp_path / "new.txt").stat().st_mode == (tmp_path / "usual.txt").stat().st_mode


def test_an_old_file_is_replaced_and_keeps_its_permissions(tmp_path):
    path = tmp_path / "old.txt"
    path.write_text("old, and longer")
    path.chmod(0o640)
    write_file("new", path)
    assert (path.read_text(), path.stat().st_mode & 0o777, only(tmp_path)) == ("new", 0o640, ["old.txt"])


@pytest.mark.parametrize("step", ["fsync", "replace", "write"])
@pytest.mark.parametrize(
    "fault", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()], ids=["full", "stopped"]
)
def test_whatever_happens_on_the_way_the_old_file_stays_and_nothing_else_does(tmp_path, monkeypatch, step, fault):
    path = tmp_path / "old.txt"
    path.write_text("old")

    def fail(*_, **__):
        raise fault

    if step == "replace":
        monkeypatch.setattr(Path, "replace", fail)
    elif step == "fsync":
        monkeypatch.setattr(os, "fsync", fail)
    else:
        monkeypatch.setattr("builtins.open", fail)
    with pytest.raises((OutputError, KeyboardInterrupt)) as stopped:
        write_file("new", path)
    monkeypatch.undo()
    assert (path.read_text(), only(tmp_path)) == ("old", ["old.txt"])
    assert (
        isinstance(stopped.value, KeyboardInterrupt)
        or str(stopped.value) == f"{path}: cannot be written: no space left on device"
    )


def test_a_link_is_followed_within_its_folder_and_stays_a_link(tmp_path):
    (tmp_path / "link.txt").symlink_to("target.txt")
    write_file("new", tmp_path / "link.txt")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "target.txt").read_text() == "new"


def test_a_link_to_another_folder_is_refused(tmp_path):
    outside = tmp_path / "outside.txt"
    outside.write_text("old")
    (tmp_path / "inside").mkdir()
    link = tmp_path / "inside" / "link.txt"
    link.symlink_to(outside)
    with pytest.raises(OutputError, match="a link that leads to another folder; expected the file itself"):
        write_file("new", link)
    assert outside.read_text() == "old"


@pytest.mark.parametrize(
    "name", ["missing/x.txt", "pipe", "folder", "a\0b", "x" * 300], ids=["folder", "pipe", "a folder", "NUL", "long"]
)
def test_what_cannot_be_written_is_told(tmp_path, name):
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    before = only(tmp_path)
    with pytest.raises(OutputError) as refused:
        write_file("new", tmp_path / name)
    assert str(refused.value).isprintable()
    assert only(tmp_path) == before


@pytest.mark.parametrize("name", ["", "\ud800", "a\0b"], ids=["empty", "no letter", "NUL"])
def test_what_can_be_no_name_of_a_file_is_refused(name):
    refused = CliRunner().invoke(main, ["source", "add", name])
    assert refused.exit_code == 2
    assert "name" in refused.output or "no such file" in refused.output


def test_devices_are_written_to_as_they_are(capsys):
    write_file("gone", Path("/dev/null"))
    write_answer("shown\n", Path("-"))
    write_answer("shown\n", Path("/dev/stdout"))
    assert capsys.readouterr().out == "shown\nshown\n"


class Terminal:
    """A terminal that remembers what it was sent."""

    def __init__(self):
        self.sent = ""

    def isatty(self):
        return True

    def write(self, text):
        self.sent += text

    def flush(self):
        pass


def test_a_terminal_gets_colours_and_no_other_command(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr("sys.stdout", terminal)
    write_answer("\x1b[31mred\x1b[0m \x1b[8mhidden \x1b[2J\x1b]0;t\x07 \u202e\n")
    assert terminal.sent == "\x1b[31mred\x1b[0m \\u001b[8mhidden \\u001b[2J\\u001b]0;t\\u0007 \\u202e\n"


@pytest.mark.parametrize(
    ("when", "stream", "refused", "coloured"),
    [
        ("auto", Terminal, "", True), ("auto", Terminal, "1", False), ("auto", io.StringIO, "", False),
        ("always", io.StringIO, "", True), ("always", Terminal, "1", True), ("never", Terminal, "", False),
    ],
)  # fmt: skip
def test_colour_comes_where_it_is_asked_for_else_on_a_terminal_that_does_not_refuse(
    monkeypatch, when, stream, refused, coloured
):
    made = stream()
    monkeypatch.setattr("sys.stdout", made)
    monkeypatch.setenv("NO_COLOR", refused)
    old, new = (str(ROOT / "examples" / "river" / f"{name}.md") for name in ("old", "new"))
    with pytest.raises(SystemExit) as ended:
        main(["diff", old, new, "--color", when])
    assert ended.value.code == 0
    sent = made.sent if stream is Terminal else made.getvalue()
    assert ("\x1b[31m" in sent) == coloured
    assert "60,000" in sent
