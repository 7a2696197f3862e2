"""What a decoder hands over: the lines of a document without markup, each with its place and what is known of it."""

from collections.abc import Iterable
from typing import NamedTuple

from plantrack.errors import Problem
from plantrack.value import value

STYLES = frozenset(
    "title heading list table footnote header footer comment textbox toc menu caption struck link mark".split()
)
"""What a format may know a line to be. `struck`: words struck through, given as a line of their own after the line they
stood in; `link`: where a link leads, and `mark`: the mark of a footnote, likewise."""


class SourceLine(NamedTuple):
    """One line of a document, or one paragraph where the format keeps paragraphs whole."""

    text: str
    """Plain text, as printed: no markup, no number that `marker` gives. Cells of a table row are parted by tabs."""
    line: int = 0
    """The line of the file, from 1; else the paragraph, counted on its page where there are pages."""
    page: int | None = None
    """From 1; None in formats without pages."""
    starts: bool = True
    """It begins a paragraph; False for a line that goes on from the one before (a wrapped line of a PDF)."""
    style: str | None = None
    """One of STYLES; None for running text, and where the format does not say."""
    level: int = 0
    """Depth of a heading, from 1; of a list item, from 1."""
    marker: str | None = None
    """A number or bullet that the format adds and the text lacks, as it is printed: `3.`, `(a)`, `10.b`, `•`."""
    bold: int = 0
    """How many characters at its start are bold, whether or not a number or bullet before them is too."""
    indent: float = 0.0
    """How far in it stands, in characters (about 2 mm); only compared with other lines of the document."""
    cells: tuple[str, ...] = ()
    """The cells of a table row; its first row is no different. Paragraphs in a cell are parted by line breaks."""


@value
class Decoded:
    """A document as lines in reading order."""

    lines: tuple[SourceLine, ...]
    title: str | None = None
    """As the format states it (the metadata of a file, the title of a page); not a line of the text."""
    language: str | None = None
    """As the format states it (BCP 47)."""
    earlier: tuple[SourceLine, ...] = ()
    """The text before its tracked changes; empty where there are none. `lines` is the text with all of them made."""
    paged: bool = False
    """Lines are printed lines of pages: words may be cut at their ends, and heads and feet repeat."""
    remarks: tuple[Problem, ...] = ()
    """What could not be decoded, or only with doubt."""


def lines_of_runs(runs: Iterable[tuple[str, bool]]) -> list[tuple[str, int]]:
    r"""The lines of a paragraph, each with how many of its first characters are bold.

    Args:
        runs: Its text in order, each with whether it is bold.

    >>> lines_of_runs([("Art. 1", True), (" Peace\nholds", False)])
    [('Art. 1 Peace', 6), ('holds', 0)]
    """
    found: list[tuple[str, int]] = []
    line: list[tuple[str, bool]] = []
    for text, bold in runs:
        first, *others = text.split("\n")
        line.append((first, bold))
        for other in others:
            found.append(_line_of(line))
            line = [(other, bold)]
    return [*found, _line_of(line)]


def _line_of(line: list[tuple[str, bool]]) -> tuple[str, int]:
    text = " ".join("".join(part for part, _ in line).split())
    start = ""
    for part, bold in line:
        if not bold and part.strip():
            break
        start += part
    return text, min(len(" ".join(start.split())), len(text))
