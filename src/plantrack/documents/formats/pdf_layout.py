"""Words of a page to lines in reading order: columns one after the other, under and above what runs across them."""

from itertools import pairwise
from statistics import median
from typing import NamedTuple

from plantrack.documents.formats.pdf_tables import Cells, tables
from plantrack.documents.formats.pdf_words import Page, Word

_SAME_BASE = 0.35
"""Words whose feet differ by less than this part of their height stand in one line."""
_GAP = 0.75
"""Letters' heights between words from which on they may belong to two columns."""
_BIN = 2.0
"""Points in which the width of a page is counted."""
_FEWEST_LINES = 6
"""Lines that each of two columns has."""
_FEWEST_WORDS = 3.0
"""Words that such a line has in the middle of all; cells of a table have fewer."""
_NARROWEST = 0.18
"""Part of the width of the text that a column takes."""
_ACROSS = 0.12
"""Part of the lines that may run across the gap between columns: titles, notes, tables."""
_MOST_COLUMNS = 4


class Line(NamedTuple):
    """Words that stand in one line of one column."""

    words: list[Word]
    page: int
    column: tuple[float, float]
    """Left and right edge of the column."""
    left: float
    right: float
    base: float
    """Where its letters stand, from the top of the page."""
    size: float
    """The size that most of its letters have."""
    text: str
    cells: tuple[str, ...] = ()
    """The cells of a row of a table, each of its lines by itself."""


def line_of(words: list[Word], page: int, column: tuple[float, float]) -> Line:
    """A line of words that stand in order."""
    sizes: dict[float, int] = {}
    for word in words:
        size = round(word.size, 1)
        sizes[size] = sizes.get(size, 0) + len(word.text)
    return Line(
        words, page, column, left=words[0].left, right=max(word.right for word in words),
        base=max(words, key=_size).base, size=max(sizes, key=sizes.__getitem__),
        text=" ".join(word.text for word in words),
    )  # fmt: skip


def _size(word: Word) -> float:
    return word.size


class _Segment(NamedTuple):
    """Words that follow each other without a gap."""

    words: list[Word]

    @property
    def left(self) -> float:
        return self.words[0].left

    @property
    def right(self) -> float:
        return self.words[-1].right

    @property
    def base(self) -> float:
        return self.words[0].base

    @property
    def size(self) -> float:
        return max(word.size for word in self.words)


def lines_of(page: Page) -> list[Line]:
    """The lines of a page in reading order; words that are turned are left out."""
    segments = _segments([word for word in page.words if word.level])
    if not segments:
        return []
    gaps = _gaps(segments)
    edges = [min(one.left for one in segments), *gaps, max(one.right for one in segments)]
    columns = list(pairwise(edges))
    if not gaps:
        return _joined(segments, page.number, columns[0])
    lines: list[Line] = []
    for band, across in _bands(segments, gaps):
        if across:
            lines += _joined(band, page.number, (edges[0], edges[-1]))
        else:
            for left, right in columns:
                inside = [
                    one for one in band if left <= (one.left + one.right) / 2 < right or right == edges[-1] == one.left
                ]
                if inside:
                    lines += _joined(
                        inside, page.number, (min(one.left for one in inside), max(one.right for one in inside))
                    )
    return lines


def turned_of(page: Page) -> str:
    """The words of a page that are turned, such as a stamp across it."""
    return " ".join(word.text for word in page.words if not word.level)


def _segments(words: list[Word]) -> list[_Segment]:
    """Words joined with those beside them, whatever order the file gives them in."""
    rows = _rows(words)
    found: list[_Segment] = []
    for row in rows:
        held: list[Word] = []
        for word in sorted(row, key=lambda one: one.left):
            if held and not word.glued and word.left - held[-1].right > _GAP * max(word.size, held[-1].size):
                found.append(_Segment(held))
                held = []
            held.append(word)
        found.append(_Segment(held))
    return found


def _rows(words: list[Word]) -> list[list[Word]]:
    """Words at one height. Small raised ones go with the word before them."""
    level = sorted((word for word in words if not word.raised), key=lambda one: one.base)
    rows: list[list[Word]] = []
    for word in level:
        if rows and word.base - rows[-1][-1].base < _SAME_BASE * max(word.size, rows[-1][-1].size):
            rows[-1].append(word)
        else:
            rows.append([word])
    bases = [row[0].base for row in rows]
    for word in (one for one in words if one.raised):
        below = [at for at in _near(bases, word.base) if 0 <= rows[at][0].base - word.base < 1.5 * word.size + 3]
        if below:
            rows[below[0]].append(word)
        else:
            rows.append([word])
    return _with_marks(sorted(rows, key=lambda row: row[0].base))


def _with_marks(rows: list[list[Word]]) -> list[list[Word]]:
    """Small raised signs that make a row of their own, put into the row below: before a note, or after a word."""
    found: list[list[Word]] = []
    for row in rows:
        marks = found[-1] if found else []
        size = max(one.size for one in row)
        small = all(len(one.text) <= 4 and one.size < 0.8 * size for one in marks)
        if marks and small and row[0].base - marks[0].base < 0.8 * size and all(_has_place(one, row) for one in marks):
            first = min(one.left for one in row)
            found[-1] = [
                *(one._replace(base=row[0].base) if one.left < first else one._replace(raised=True) for one in marks),
                *row,
            ]
        else:
            found.append(row)
    return found


def _has_place(mark: Word, row: list[Word]) -> bool:
    """Whether a sign stands close after a word of a row, or before all of it."""
    room = row[0].size
    if any(-room < mark.left - one.right < room for one in row):
        return True
    return 0 <= min(one.left for one in row) - mark.right + 1 < 3 * room


def _near(bases: list[float], base: float) -> range:
    from bisect import bisect_left

    first = bisect_left(bases, base - 1)
    return range(first, min(first + 3, len(bases)))


def _gaps(segments: list[_Segment]) -> list[float]:
    """Where the columns of a page part, from the left; none for a page of one column."""
    found: list[float] = []
    _part(segments, found, min(one.left for one in segments), max(one.right for one in segments))
    return sorted(found)


def _part(segments: list[_Segment], found: list[float], left: float, right: float) -> None:
    """Find the clearest gap, and those on either side of it."""
    if len(segments) < 2 * _FEWEST_LINES or len(found) >= _MOST_COLUMNS - 1:
        return
    at = _clearest(segments, left, right)
    if at is None:
        return
    found.append(at)
    _part([one for one in segments if one.right <= at], found, left, at)
    _part([one for one in segments if one.left >= at], found, at, right)


def _clearest(segments: list[_Segment], left: float, right: float) -> float | None:
    """A place that few lines run across, with running text on both sides."""
    width = right - left
    bins = int(width / _BIN) + 2
    steps = [0] * (bins + 1)
    for one in segments:
        steps[max(0, int((one.left - left) / _BIN))] += 1
        steps[min(bins, int((one.right - left) / _BIN) + 1)] -= 1
    covered, held = [], 0
    for step in steps:
        held += step
        covered.append(held)
    margin = int(width * _NARROWEST / _BIN)
    most = max(covered)
    candidates = range(margin, bins - margin)
    lowest = min((covered[at] for at in candidates), default=most)
    if lowest > _ACROSS * most:
        return None
    free = [at for at in candidates if covered[at] == lowest]
    runs = _runs(free)
    middle = max(runs, key=lambda run: (len(run), -abs(run[len(run) // 2] - bins / 2)))
    at = left + middle[len(middle) // 2] * _BIN
    before, after = [one for one in segments if one.right <= at], [one for one in segments if one.left >= at]
    return at if _is_running(before) and _is_running(after) else None


def _is_running(side: list[_Segment]) -> bool:
    """Whether the segments are lines of text, and not cells of a table."""
    rows = _segment_rows(side)
    return len(rows) >= _FEWEST_LINES and median(sum(len(one.words) for one in row) for row in rows) >= _FEWEST_WORDS


def _runs(places: list[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for place in places:
        if runs and place == runs[-1][-1] + 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


def _bands(segments: list[_Segment], gaps: list[float]) -> list[tuple[list[_Segment], bool]]:
    """Segments from the top, in bands that run across the columns, and bands of columns."""
    bands: list[tuple[list[_Segment], bool]] = []
    for row in _segment_rows(segments):
        across = any(one.left < gap < one.right for one in row for gap in gaps)
        if bands and bands[-1][1] == across:
            bands[-1][0].extend(row)
        else:
            bands.append((list(row), across))
    return bands


def _segment_rows(segments: list[_Segment]) -> list[list[_Segment]]:
    rows: list[list[_Segment]] = []
    for one in sorted(segments, key=lambda segment: segment.base):
        if rows and one.base - rows[-1][-1].base < _SAME_BASE * max(one.size, rows[-1][-1].size):
            rows[-1].append(one)
        else:
            rows.append([one])
    return rows


def _joined(segments: list[_Segment], page: int, column: tuple[float, float]) -> list[Line]:
    """Segments of one column as lines, from the top; those of a table as its rows."""
    rows = [
        [word for one in sorted(row, key=lambda segment: segment.left) for word in one.words]
        for row in _segment_rows(segments)
    ]
    return [
        line_of(row, page, column)
        if not isinstance(row, Cells)
        else line_of(row.words(), page, column)._replace(cells=tuple(_cell(cell) for cell in row.cells))
        for row in tables(rows)
    ]


def _cell(lines: list[list[Word]]) -> str:
    return "\n".join(" ".join(word.text for word in line) for line in lines)
