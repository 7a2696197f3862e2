"""What the points of a document are: numbers, bullets, headings or paragraphs, chosen by what takes most words."""

from typing import NamedTuple

from plantrack.documents.document import count_words
from plantrack.documents.lines import Line
from plantrack.documents.options import FORMS
from plantrack.documents.pending import Tails
from plantrack.documents.structure import Part, read_part
from plantrack.documents.survey import Survey, survey
from plantrack.documents.titles import is_title

ENOUGH, WELL, MOST, LEAST, NEARLY_ALL = 0.5, 0.7, 0.8, 0.25, 0.9
"""Shares of the words outside furniture that stand in points: numbers with less than LEAST are an aside; between LEAST
and ENOUGH they stay the points unless another form takes MOST."""


_ASIDE = frozenset("furniture closing signature note title".split())
"""Blocks whose words no form would take."""


class Readings:
    """A part of a document, read in each form once it is asked for."""

    def __init__(self, lines: list[Line], *, prefix: str = "", main: bool = True) -> None:
        self.lines = lines
        self.prefix = prefix
        self.main = main
        self.survey: Survey = survey(lines)
        self._read: dict[str, Fit] = {}

    def fit(self, form: str) -> "Fit":
        """How a form fits."""
        if form not in self._read:
            part = read_part(self.lines, self.survey, form, prefix=self.prefix, main=self.main)
            self._read[form] = _fit_of(part)
        return self._read[form]

    def part(self, form: str, tails: Tails | None = None) -> Part:
        """The part in a form; not kept, since later work changes it."""
        if tails is None and form in self._read:
            return self._read.pop(form).part
        return read_part(self.lines, self.survey, form, prefix=self.prefix, main=self.main, tails=tails)

    def best(self) -> str:
        """The form for the part alone."""
        numbers = self.fit("numbers")
        if any(line.own is not None for line in self.lines):
            return "numbers"
        if numbers.tops == 1 and numbers.share >= NEARLY_ALL and not numbers.titled:
            return "numbers"
        if numbers.tops >= 2 and (numbers.share >= ENOUGH or (numbers.worded and numbers.share >= LEAST)):
            return "numbers"
        others = [form for form in self.possible() if self.fit(form).tops >= 2]
        best = max(others, key=lambda form: self.fit(form).share, default=None)
        share = self.fit(best).share if best else 0.0
        if numbers.tops >= 2 and numbers.share >= LEAST and share < MOST:
            return "numbers"
        for form, least in (("bullets", WELL), ("headings", MOST), ("bullets", ENOUGH), ("headings", ENOUGH)):
            if form in others and self.fit(form).share >= least:
                return form
        if numbers.tops and numbers.share >= ENOUGH:
            return "numbers"
        return "paragraphs"

    def possible(self) -> list[str]:
        """The forms besides numbers and paragraphs that the part has the signs of."""
        bullets = sum(marker is not None and marker.style == "bullet" for marker in self.survey.first)
        headings = sum(level > 0 for level in self.survey.headings)
        return [form for form, signs in (("bullets", bullets), ("headings", headings)) if signs >= 2]


class Fit(NamedTuple):
    """How much of a part stands in points, when it is read in a form."""

    part: Part
    tops: int
    """Points that are no part of another."""
    share: float
    """Of the words outside furniture."""
    worded: bool
    """Words such as `Article` number the points."""
    titled: bool
    """The first point has a title, which may be no more than a heading with a number."""


def _fit_of(part: Part) -> Fit:
    inside = outside = 0
    for block in part.blocks:
        words = count_words(block.marker) + count_words(block.title) + sum(map(count_words, block.pieces))
        if block.point is not None:
            inside += words
        elif block.kind not in _ASIDE:
            outside += words
    tops = [point for point in part.points if point.parent is None]
    marked = [point for point in tops if point.style != "paragraph"]
    count = len(tops) if part.form == "paragraphs" else len(marked)
    if part.form in ("bullets", "headings"):
        wanted = "bullet" if part.form == "bullets" else "heading"
        count = sum(point.style == wanted for point in part.points)
    share = inside / max(1, inside + outside)
    worded = any(point.style.startswith("point:") for point in tops)
    titled = (
        bool(tops) and bool(tops[0].blocks) and (bool(tops[0].blocks[0].title) or is_title(tops[0].blocks[0].pieces[0]))
    )
    return Fit(part, count, share, worded, titled)


def common_form(old: Readings, new: Readings) -> tuple[str, str]:
    """The forms for two documents that are compared: one and the same where it fits both."""
    ours, theirs = old.best(), new.best()
    if ours == theirs:
        return ours, theirs
    both = [
        form
        for form in FORMS
        if form != "paragraphs" and min(old.fit(form).tops, new.fit(form).tops) >= 2
        and min(old.fit(form).share, new.fit(form).share) >= ENOUGH
    ]  # fmt: skip
    if both:
        form = max(both, key=lambda form: min(old.fit(form).share, new.fit(form).share))
        return form, form
    return ours, theirs
