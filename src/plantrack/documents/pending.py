"""Paragraphs below a point without a place of their own: of the point if another follows, else outside the points."""

from typing import NamedTuple

from plantrack.documents.drafts import Draft
from plantrack.errors import Problem, quoted


class Tails(NamedTuple):
    """What is known of paragraphs that may be of the last point, from the document that this one is compared with."""

    inside: frozenset[str] = frozenset()
    """Texts, as `folded` gives them, that are of a point."""
    outside: frozenset[str] = frozenset()


def folded(text: str) -> str:
    """A paragraph without what print changes."""
    return " ".join(text.casefold().split())


class Pending:
    """The paragraphs that are not decided yet."""

    def __init__(self, known: Tails) -> None:
        self.known = known
        self.held: list[Draft] = []
        self.takes_more = False
        """A point had further paragraphs."""
        self.tails: list[Draft] = []
        """Paragraphs below the last point: their own words do not tell whose they are."""
        self.remarks: list[Problem] = []

    def hold(self, block: Draft) -> None:
        """Keep a paragraph of the point it stands below until it is known what follows."""
        self.held.append(block)

    def settle(self, *, more: bool, place: str) -> None:
        """Decide on all of them.

        Args:
            more: A further point follows.
            place: Where those stand that are of no point.
        """
        self.takes_more = self.takes_more or (more and bool(self.held))
        for block in self.held:
            text = folded(" ".join(block.pieces))
            if not more:
                self.tails.append(block)
            if more or text in self.known.inside or (self.takes_more and text not in self.known.outside):
                name = block.point.path if block.point is not None and block.point.path else "above"
                what = f"not indented, taken as a further paragraph of point {name}"
                self.remarks.append(Problem(what=what, line=block.line, found=quoted(block.pieces[0])))
            elif block.point is not None:
                block.point.blocks.remove(block)
                block.point, block.place = None, place
                block.kind = "closing" if place == "closing" else "paragraph outside"
        self.held = []
