"""Printing and writing: everything that leaves the program passes here, and nothing from a file commands a reader.

A control character or a mark of direction is written as an escape, whatever the form and wherever it goes: in JSON that
is the same text, in all else it is seen. Folders of pages leave by `plantrack.site.rendering`, which does the same.
"""

import io
import os
import re
import shutil
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, TypeVar

import click

from plantrack.errors import OutputError, Problem, UsageError
from plantrack.plain import printable

if TYPE_CHECKING:
    from plantrack.answers.tree import Answer

T = TypeVar("T")

_PIPED, _NARROWEST, _WIDEST = 80, 40, 200
_PATIENCE = 0.5
"""Seconds after which work is long."""
_colour: ContextVar[str] = ContextVar("colour", default="auto")
_COLOUR = re.compile(r"(\x1b\[(?:0|1|31|32)m)")
"""What is printed in colour; a text of others has other ways to command a terminal, and these only mark words."""


def write_problems(problems: Iterable[Problem]) -> None:
    """Problems on stderr, a line each."""
    for problem in problems:
        click.echo(str(problem), err=True)


def write_note(text: str) -> None:
    """A line on stderr beside the answer."""
    click.echo(printable(text), err=True)


def write_refusal(error: click.ClickException) -> None:
    """What click says of a command line that it cannot read, with its usage; what was typed stays on its line."""
    shown = io.StringIO()
    error.show(shown)
    said = shown.getvalue()
    if "\n" in error.message:
        said = said.replace(error.message, error.message.replace("\n", "\\n"))
    click.echo(printable(said), err=True, nl=False)


def write_answer(content: str | bytes, output: Path | None = None) -> None:
    """The answer on stdout, or in a file, which is replaced as a whole or not at all.

    Raises:
        OutputError: if it cannot be written. A closed pipe is left to the command, which ends quietly.
    """
    if output is not None and not _is_standard(output):
        from plantrack.writing.files import write_file

        write_file(content if isinstance(content, bytes) else printable(content), output)
        return
    with _standard_output(binary=isinstance(content, bytes)) as stream:
        if isinstance(content, bytes):
            stream.buffer.write(content)
        else:
            stream.write(_coloured(content) if stream.isatty() or takes_colour() else printable(content))


def write_pieces(pieces: Iterator[str] | Iterator[bytes], output: Path | None = None) -> None:
    """As `write_answer`, for what is too much to hold: nothing is written before all of it was made."""
    import tempfile

    from plantrack.writing.files import told, write_file

    with ExitStack() as stack:
        with told(Path(tempfile.gettempdir())):
            whole = stack.enter_context(tempfile.TemporaryFile())
        binary = False
        for piece in pieces:
            binary = isinstance(piece, bytes)
            data = piece if isinstance(piece, bytes) else printable(piece).encode("utf-8", "backslashreplace")
            with told(Path(tempfile.gettempdir())):
                whole.write(data)
        whole.seek(0)
        if output is not None and not _is_standard(output):
            write_file(whole, output)
            return
        with _standard_output(binary=binary) as stream:
            shutil.copyfileobj(whole, stream.buffer)


@contextmanager
def _standard_output(*, binary: bool) -> Iterator[TextIO]:
    """The standard output while it is written to. Raises OutputError, or UsageError if it shows no such file."""
    stream = sys.stdout
    if stream is None:
        raise OutputError([Problem(what="nowhere to write to: the standard output is closed")])
    if binary and stream.isatty():
        raise UsageError("a file of this format is no text for a terminal", expected="-o FILE, or a pipe")
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        yield stream
        stream.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        close_standard_output()
        raise OutputError([_problem(error, "the standard output")]) from None


def write_rendered(
    form: str,
    output: Path | None,
    answer: "Callable[[], Answer]",
    data: Callable[[], Mapping[str, object]] | None = None,
) -> None:
    """An answer in a format: by its renderer, or as JSON beside the values that `data` makes."""
    if form == "json" and data is not None:
        from plantrack.rendering.json import as_told

        write_answer(as_told(data(), answer()), output)
        return
    from plantrack.rendering import rendered

    write_answer(rendered(answer(), form, colour=takes_colour(output), width=answer_width(output)), output)


def stands_already(content: str, output: Path | None) -> bool:
    """Whether a new file is there already, just so. Raises OutputError if it is there with anything else in it."""
    if output is None or not output.is_file():
        return False
    try:
        if output.read_bytes() == printable(content).encode("utf-8", "backslashreplace"):
            return True
    except OSError as error:
        raise OutputError([_problem(error, str(output))]) from None
    raise OutputError([Problem(what="is there already", file=str(output), expected="a new name, or --force")])


def close_standard_output() -> None:
    """Gives up the standard output: what is left in it would be tried again at exit."""
    sys.stdout = None


def answer_width(output: Path | None = None) -> int:
    """How many columns an answer may fill: those of the terminal or `$COLUMNS`, 80 in a pipe and in a file."""
    if output is not None:
        return _PIPED
    return max(min(shutil.get_terminal_size((_PIPED, 24)).columns, _WIDEST), _NARROWEST)


@contextmanager
def coloured(when: str) -> Iterator[None]:
    """A time in which answers are coloured `auto`, `always` or `never`."""
    token = _colour.set(when)
    try:
        yield
    finally:
        _colour.reset(token)


def takes_colour(output: Path | None = None) -> bool:
    """Whether an answer is coloured: as said, else on a terminal whose user did not refuse (https://no-color.org)."""
    stream, when = sys.stdout, _colour.get()
    if stream is None or when == "never" or (output is not None and not _is_standard(output)):
        return False
    return when == "always" or (stream.isatty() and not os.environ.get("NO_COLOR"))


def watched(steps: Sequence[T], what: str) -> Iterator[T]:
    """Yields each step, with a bar on a terminal's stderr once the work takes long; in a pipe nothing is shown."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield from steps
        return
    began = time.monotonic()
    with ExitStack() as stack:
        bar = None
        for done, step in enumerate(steps):
            if bar is None and time.monotonic() - began > _PATIENCE:
                bar = stack.enter_context(click.progressbar(length=len(steps), label=what, file=sys.stderr))
                bar.update(done)
            yield step
            if bar is not None:
                bar.update(1)


def _is_standard(output: Path) -> bool:
    """Whether a name stands for the standard output: `-`, `/dev/stdout`."""
    return str(output) in ("-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1")


def _problem(error: OSError, file: str) -> Problem:
    return Problem(what=f"cannot be written: {(error.strerror or 'unknown reason').lower()}", file=file)


def _coloured(text: str) -> str:
    """The text with our colours, and every other sign that a terminal might obey as an escape."""
    return "".join(part if _COLOUR.fullmatch(part) else printable(part) for part in _COLOUR.split(text))
