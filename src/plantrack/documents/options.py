"""What a person may decide of how a document is read."""

from plantrack.value import value

FORMS = ("numbers", "bullets", "headings", "paragraphs")
"""What may be the points of a document."""


@value
class ReadOptions:
    """What a person decided of how a document is read."""

    form: str | None = None
    """One of FORMS; chosen by what takes most words if None."""
    points: str | None = None
    """A regular expression: lines that begin with it, and no others, begin points; its first group is the number."""
    drop: tuple[str, ...] = ()
    """Regular expressions: lines in which one of them is found are left out."""
    earlier: bool = False
    """Read the text before its tracked changes."""
