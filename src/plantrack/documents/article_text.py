"""A document as the plain text of a source, on whose words passages are anchored."""

from collections.abc import Iterator, Sequence

from plantrack.documents.drafts import Joining
from plantrack.documents.formats import decoder_for
from plantrack.documents.formats.text import decode, text_of
from plantrack.documents.lines import Line, prepare_lines
from plantrack.errors import named_in_fault


def article_text(source: bytes, name: str) -> str:
    """The words of an article, page or paper: paragraphs parted by empty lines.

    A plain text stays as it was saved, since positions count in it. Of other formats menus, comments, heads and feet of
    pages, marks of footnotes and struck words are left out, and words cut at line ends are joined.

    Args:
        source: The bytes of a file.
        name: The file as the user names it; its suffix tells the format where its bytes do not.

    Raises:
        InputError: where it cannot be read.
        UsageError: where a library is missing that reads the format.
    """
    with named_in_fault("in the file", name):
        decoder = decoder_for(name, source[:4096])
        if decoder is decode:
            return text_of(source, name).replace("\r\n", "\n").replace("\r", "\n")
        decoded = decoder(source, name)
        lines = [line for line in prepare_lines(decoded.lines, paged=decoded.paged) if not line.why]
        return "".join(f"{paragraph}\n\n" for paragraph in _paragraphs(lines)).rstrip("\n") + "\n"


def _paragraphs(lines: Sequence[Line]) -> Iterator[str]:
    joining = Joining([line.text for line in lines])
    held: list[str] = []
    for line in lines:
        if line.starts and held:
            yield joining.join(held)
            held = []
        held.append(f"{line.marker} {line.text}" if line.marker else line.text)
    if held:
        yield joining.join(held)
