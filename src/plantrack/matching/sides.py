"""The points of one paper that are to be matched: what is read of each, and where it stands."""

import re
from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import cached_property

from plantrack.language.folding import fold_word
from plantrack.model import Provision, Term
from plantrack.vocabulary import OUT_OF_TEXT

_MARKS = re.compile(r"[^\w%$€£]+|_+")
_BLOCK = 200
"""Points that are read together at most, so that points under points under points cost no more than their number."""
NOWHERE = "nowhere"
"""What a parent without a partner is about."""


def words_of(provision: Provision) -> str:
    """What matching reads of a provision: its text, else its terms and summary, else its label and what is reported.

    Empty for an empty number. A report that the point is gone says nothing of its matter.
    """
    if provision.text:
        return f"{provision.title}. {provision.text}" if provision.title else provision.text
    pieces = [provision.title or "", provision.summary or "", *_stated(provision.terms.values())]
    if provision.claims:
        kept = [claim for claim in provision.claims if claim.wording not in OUT_OF_TEXT]
        pieces += [provision.label or "", *(claim.summary or "" for claim in kept)]
        pieces += [piece for claim in kept for piece in _stated(claim.terms.values())]
    return ". ".join(dict.fromkeys(piece for piece in pieces if piece))


def _stated(terms: Iterable[Term]) -> list[str]:
    pieces: list[str] = []
    for term in terms:
        figures = [f"{each.value:f} {each.unit}" for each in term.quantity if each.value is not None]
        pieces += [term.action, term.object or "", *term.place, *figures, *term.conditions, *term.exceptions]
    return pieces


def folded(text: str) -> str:
    """A text without case, marks and spacing, for comparing whole texts.

    >>> folded("The  Parties’ forces; 50 %")
    'the parties forces 50 %'
    """
    return _MARKS.sub(" ", fold_word(text)).strip()


class Side:
    """The points of one paper that nothing declared has joined."""

    def __init__(
        self, points: Sequence[Provision], matters: Mapping[str, Hashable], foldings: dict[str, str] | None = None
    ) -> None:
        """Read the points.

        Args:
            points: In the order of the paper.
            matters: What points that are already matched are about, by id: equal on both sides for partners.
            foldings: Texts that are folded already; those of the other side mostly stand here, too.
        """
        self.points = points
        self.texts = [words_of(each) for each in points]
        self.numbers = [each.number for each in points]
        self.places = {each.id: place for place, each in enumerate(points)}
        self._matters = matters
        self._foldings = {"": ""} if foldings is None else foldings

    def __len__(self) -> int:
        return len(self.points)

    @cached_property
    def parents(self) -> list[int | None]:
        """The place of each one's parent, if that is among these points."""
        return [None if each.parent is None else self.places.get(each.parent) for each in self.points]

    @cached_property
    def children(self) -> dict[int, list[int]]:
        """The places of sub-points by that of their parent."""
        found: dict[int, list[int]] = {}
        for place, above in enumerate(self.parents):
            if above is not None:
                found.setdefault(above, []).append(place)
        return found

    @cached_property
    def levels(self) -> list[list[int]]:
        """Places by how many parents stand above them, whole points first."""
        found: list[list[int]] = []
        level = [place for place, above in enumerate(self.parents) if above is None]
        while level:
            found.append(level)
            level = sorted(child for place in level for child in self.children.get(place, ()))
        return found

    @cached_property
    def words(self) -> list[str]:
        """The folded words of each point."""
        known = self._foldings
        for text in self.texts:
            if text not in known:
                known[text] = folded(text)
        return [known[text] for text in self.texts]

    def block(self, place: int) -> list[int]:
        """A point and what stands under it, the nearest first, as far as anybody reads a point as one."""
        found = [place]
        for here in found:
            if len(found) >= _BLOCK:
                break
            found += self.children.get(here, ())
        return found[:_BLOCK]

    def matter_above(self, place: int, partners: Mapping[int, Hashable]) -> Hashable:
        """What the parent of a point is about: None for a whole point.

        Args:
            place: The point's place.
            partners: What the points matched so far are about, by place.
        """
        above = self.parents[place]
        if above is not None:
            return partners.get(above, NOWHERE)
        return self._matters.get(self.points[place].parent or "")

    def as_key(self) -> list[tuple[str, str, str]]:
        """All that matching reads of the points, by which two papers can be told apart."""
        return [
            (text, number or "", each.parent or "")
            for text, number, each in zip(self.texts, self.numbers, self.points, strict=True)
        ]
