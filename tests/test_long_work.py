"""Long work shows a bar on a terminal's stderr and nothing in a pipe; answers fit the terminal they go to."""

import io

import pytest

from plantrack.cli import output
from plantrack.cli.output import answer_width, watched


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize("stream", [io.StringIO, Terminal])
@pytest.mark.parametrize("patience", [-1.0, 60.0])
def test_every_step_is_yielded_once_and_only_a_terminal_sees_a_bar_of_long_work(monkeypatch, stream, patience):
    err = stream()
    monkeypatch.setattr("sys.stderr", err)
    monkeypatch.setattr(output, "_PATIENCE", patience)
    assert list(watched(range(5), "comparing")) == list(range(5))
    assert ("comparing" in err.getvalue()) == (stream is Terminal and patience < 0)


def test_nothing_is_shown_where_stderr_is_closed(monkeypatch):
    monkeypatch.setattr("sys.stderr", None)
    assert list(watched("ab", "comparing")) == ["a", "b"]


@pytest.mark.parametrize(("columns", "width"), [("100", 100), ("5", 40), ("9999", 200), ("", 80)])
def test_an_answer_is_as_wide_as_the_terminal_within_reason(monkeypatch, columns, width):
    monkeypatch.setenv("COLUMNS", columns)
    assert answer_width() == width


def test_a_file_is_as_wide_as_a_pipe_whatever_the_terminal(monkeypatch, tmp_path):
    monkeypatch.setenv("COLUMNS", "200")
    assert answer_width(tmp_path / "answer.txt") == 80
