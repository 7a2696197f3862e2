"""Look at how a document is read."""

from collections.abc import Sequence
from pathlib import Path

from plantrack.documents.document import Document
from plantrack.documents.inputs import read_input
from plantrack.documents.options import ReadOptions


def outline(
    file: str | Path,
    *,
    form: str | None = None,
    points: str | None = None,
    drop: Sequence[str] = (),
    earlier: bool = False,
    amends: str | Path | None = None,
) -> Document:
    """How a document is read: its blocks in order, its points, its lines outside, and what became of its words.

    Args:
        file: The document: Markdown, plain text, Word, PDF, a web page, RTF or OpenDocument; `-` for standard input.
        form: What its points are: numbers, bullets, headings or paragraphs; what fits best if None.
        points: A regular expression; lines that begin with it, and no others, begin points.
        drop: Regular expressions; lines in which one of them is found are left out.
        earlier: Read the text before its tracked changes.
        amends: The document that this one says how to change; what comes back is that one, changed so.

    Raises:
        PlantrackError: if the document cannot be read, or an option makes no sense.

    Example:
        >>> import plantrack
        >>> document = plantrack.outline("examples/river/old.md")
        >>> document.reading.form, document.reading.words, document.reading.outside
        ('6 numbered points', 62, 5)
    """
    from plantrack.answers.outline import answer_outline
    from plantrack.notebooks import shown

    options = ReadOptions(form=form, points=points, drop=tuple(drop), earlier=earlier)
    made = outlined(file, options, amends=amends)
    return shown(made, lambda: answer_outline(made))


def outlined(file: str | Path, options: ReadOptions, *, amends: str | Path | None = None) -> Document:
    """As `outline`, with the options as one value. Raises PlantrackError."""
    from plantrack.documents.amending import apply_amendments
    from plantrack.documents.reading import read_document

    document = read_document(read_input(file), str(file), options)
    if amends is None:
        return document
    return apply_amendments(read_document(read_input(amends), str(amends), options), document)
