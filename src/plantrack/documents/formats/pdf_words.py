"""The words of a PDF with their places, as PDFium finds them."""

import ctypes
import math
import unicodedata
from typing import Any, NamedTuple

_HYPHEN = "\x02"
"""What PDFium puts for a hyphen at the end of a line."""
_BOLD = 600
_BOLD_NAMES = ("bold", "black", "heavy", "semibold", "demi")
FEW_WORDS = 4
"""Words that scanners put on a page of pictures."""
_CONTROLS = "\t\r\n\x02\x0c\0"
_SMALL = 0.8
"""Marks of notes are at most this part of the size of the words before them."""
_LIGATURES = frozenset("\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06")
_SYMBOLS = frozenset(map(chr, range(0xF020, 0xF100)))
"""Where fonts of symbols have their signs; alone, one is the bullet of an item."""
_UPRIGHT = 0.02
"""Slope up to which a text is level."""


class Word(NamedTuple):
    """A word on a page; lengths in points, from the left and the top."""

    text: str
    left: float
    right: float
    base: float
    """Where the letters stand."""
    size: float
    bold: bool = False
    level: bool = True
    """False for words that are turned, as a stamp across the page."""
    raised: bool = False
    """Small and above the line, as marks of notes are."""
    glued: bool = False
    """It follows the word before it without a space."""


class Page(NamedTuple):
    """A page."""

    number: int
    width: float
    height: float
    words: list[Word]
    unreadable: int
    """Letters that the font does not explain."""
    pictures: bool
    """Whether pictures cover most of it."""


class PageReader:
    """Reads pages through the C interface of PDFium, character by character."""

    def __init__(self, document: Any, raw: Any) -> None:
        """Begin.

        Args:
            document: A `pypdfium2.PdfDocument`.
            raw: `pypdfium2.raw`.
        """
        self._document = document
        self._raw = raw
        self._box = raw.FS_RECTF()
        self._origin = (ctypes.c_double(), ctypes.c_double())
        self._matrix = raw.FS_MATRIX()
        self._name = ctypes.create_string_buffer(200)
        self._flags = ctypes.c_int()

    def page(self, index: int) -> Page:
        """One page; text, places and pictures."""
        page = self._document[index]
        width, height = page.get_size()
        turned = page.get_rotation() // 90
        text = page.get_textpage()
        place = _Place(width, height, turned)
        words, unreadable = self._words(text.raw, text.count_chars(), place)
        pictures = len(words) <= FEW_WORDS and self._has_pictures(page)
        text.close()
        page.close()
        return Page(index + 1, width, height, words, unreadable, pictures)

    def _words(self, text: Any, count: int, place: "_Place") -> tuple[list[Word], int]:
        words: list[Word] = []
        unreadable = 0
        letters: list[tuple[int, str]] = []
        for index in range(count):
            code = self._raw.FPDFText_GetUnicode(text, index)
            letter = chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
            unreadable += _is_unreadable(letter)
            if letter.isspace() or letter == "\0" or (letter == _HYPHEN and not letters):
                self._finish(text, letters, words, place)
                letters = []
            else:
                letters.append((index, "-" if letter == _HYPHEN else letter))
                if letter == _HYPHEN:
                    self._finish(text, letters, words, place)
                    letters = []
        self._finish(text, letters, words, place)
        return words, unreadable

    def _finish(self, text: Any, letters: list[tuple[int, str]], words: list[Word], place: "_Place") -> None:
        """Make words of letters that follow each other; marks of notes among them are words of their own."""
        marked = _holds_figure(letters)
        start = 0
        while start < len(letters):
            first, last = (self._measured(text, letters[at][0], place) for at in (start, -1))
            end = len(letters)
            if marked or _differs(first, last):
                end = self._cut(text, letters, start, first, place)
                last = self._measured(text, letters[end - 1][0], place)
            shown = "".join(letter for _, letter in letters[start:end])
            if _LIGATURES.intersection(shown):
                shown = unicodedata.normalize("NFKC", shown)
            if len(shown) == 1 and shown in _SYMBOLS:
                shown = "•"
            raised = bool(words) and _is_raised(words[-1], first)
            bold = self._bold(text, letters[start][0])
            words.append(
                Word(shown, first.left, last.right, first.base, first.size, bold, first.level, raised, glued=start > 0)
            )
            start = end

    def _cut(self, text: Any, letters: list[tuple[int, str]], start: int, first: "_Measure", place: "_Place") -> int:
        """Where letters of another size or height begin; else the end."""
        for at in range(start + 1, len(letters)):
            if _differs(first, self._measured(text, letters[at][0], place)):
                return at
        return len(letters)

    def _measured(self, text: Any, index: int, place: "_Place") -> "_Measure":
        raw, matrix, box = self._raw, self._matrix, self._box
        raw.FPDFText_GetLooseCharBox(text, index, box)
        raw.FPDFText_GetMatrix(text, index, matrix)
        size = raw.FPDFText_GetFontSize(text, index) * math.hypot(matrix.c, matrix.d)
        x, y = self._origin
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        one, other = place.shown(box.left, box.bottom)[0], place.shown(box.right, box.top)[0]
        base = place.shown(x.value, y.value)[1]
        across, down = place.direction(matrix.a, matrix.b)
        level = abs(down) <= _UPRIGHT * across
        return _Measure(min(one, other), max(one, other), base, size or 1.0, level)

    def _bold(self, text: Any, index: int) -> bool:
        if self._raw.FPDFText_GetFontWeight(text, index) >= _BOLD:
            return True
        size = self._raw.FPDFText_GetFontInfo(text, index, self._name, len(self._name), self._flags)
        name = self._name.raw[: max(0, min(size, len(self._name)) - 1)].lower()
        return any(part.encode() in name for part in _BOLD_NAMES)

    def _has_pictures(self, page: Any) -> bool:
        return any(True for _ in page.get_objects(filter=[self._raw.FPDF_PAGEOBJ_IMAGE], max_depth=3))


class _Measure(NamedTuple):
    left: float
    right: float
    base: float
    size: float
    level: bool


class _Place:
    """Places of a page as its reader holds it: from the left and the top, turned as the page is."""

    def __init__(self, width: float, height: float, turned: int) -> None:
        self._width = width
        self._height = height
        self._turned = turned

    def shown(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page."""
        if self._turned == 1:
            return y, x
        if self._turned == 2:
            return self._width - x, y
        if self._turned == 3:
            return self._width - y, self._height - x
        return x, self._height - y

    def direction(self, x: float, y: float) -> tuple[float, float]:
        """A direction of the page; down is positive."""
        if self._turned == 1:
            return y, x
        if self._turned == 2:
            return -x, y
        if self._turned == 3:
            return -y, -x
        return x, -y


def _is_unreadable(letter: str) -> bool:
    """Whether a font does not explain a letter."""
    if letter in _SYMBOLS:
        return False
    return letter == "\ufffd" or "\ue000" <= letter <= "\uf8ff" or (letter < " " and letter not in _CONTROLS)


def _differs(first: _Measure, other: _Measure) -> bool:
    """Whether letters are a mark of a note and the word that bears it."""
    small = min(first.size, other.size) < _SMALL * max(first.size, other.size)
    return small and first.level and abs(other.base - first.base) > 0.1 * max(first.size, other.size)


def _holds_figure(letters: list[tuple[int, str]]) -> bool:
    """Whether a figure or sign that marks notes stands after the first letter."""
    return any(letter.isdigit() or letter in "*†‡§" for _, letter in letters[1:])


def _is_raised(before: Word, first: _Measure) -> bool:
    return (
        before.level
        and first.size < before.size * _SMALL
        and 0.1 * before.size < before.base - first.base < before.size
        and -before.size < first.left - before.right < before.size
    )
