"""A document in one shape: its blocks in order, its points, its lines outside, and what became of its words."""

import re
from typing import Annotated, NamedTuple

from plantrack.errors import Problem
from plantrack.model import Provision
from plantrack.model.fields import OneOf
from plantrack.model.readings import OutsideLine, Reading
from plantrack.value import value

BLOCK_KINDS = {
    "title": "The title of the document.",
    "heading": "A heading of a part, or the title of a point on a line of its own.",
    "preamble": "A paragraph before the first point.",
    "point": "A point.",
    "sub-point": "A part of a point with a number or bullet of its own.",
    "paragraph": "A further paragraph of a point.",
    "table row": "A row of a table inside a point.",
    "annex": "The heading of an annex.",
    "text": "A paragraph below a heading that is of no point.",
    "closing": "A paragraph after the last point.",
    "signature": "Who signs, where and when.",
    "note": "A footnote, a caption, a remark on the text.",
    "furniture": "What is left out: page numbers, running heads, tables of contents, menus, struck words.",
}
"""What blocks there are, in the words of the command `outline`."""
_SIGNS = r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
"""Of scripts that part no words by space: each counts as one."""
_FROM_LETTER = re.compile(r"[^\W_]\S*")
"""A run of characters from its first letter or figure on."""


class Block(NamedTuple):
    """A piece of a document: every word of it stands in exactly one."""

    kind: Annotated[str, OneOf("block", BLOCK_KINDS)]
    text: str
    line: int
    """In the source, from 1; the paragraph, in formats without lines."""
    page: int | None = None
    marker: str = ""
    """The number or bullet as printed; not in the text."""
    title: str = ""
    """Words before the text that are the title of its point."""
    provision: str | None = None
    """The id of the point that it belongs to; None outside the points."""
    place: str = ""
    """Of a line outside: `title`, `preamble`, `heading`, `annex-a heading`, `text`, `closing`, `signature`, `note`."""
    why: str = ""
    """Of furniture: why it is left out."""

    @property
    def words(self) -> int:
        """How many words it has, with its marker and title."""
        return count_words(self.marker) + count_words(self.title) + count_words(self.text)


@value
class Document:
    """A document as it was read."""

    name: str
    """As the user names it."""
    title: str | None
    blocks: tuple[Block, ...]
    provisions: tuple[Provision, ...]
    """In the order of the text, without terms; ids are local."""
    outside: tuple[OutsideLine, ...]
    reading: Reading
    remarks: tuple[Problem, ...] = ()
    """What was read with doubt, by line."""


def count_words(text: str) -> int:
    """How many words a text has: runs of characters with a letter or figure among them."""
    signs = 0 if text.isascii() else len(re.findall(_SIGNS, text))  # compiled only where it is needed, for that is slow
    return signs + len(_FROM_LETTER.findall(re.sub(_SIGNS, " ", text) if signs else text))
