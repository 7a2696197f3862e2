"""What a reference stands for: a version, with the corpus its evidence is looked up in."""

from pathlib import Path

from plantrack.corpus.corpus import Corpus, read_bytes
from plantrack.corpus.knowledge import as_known
from plantrack.corpus.references import TEXT_SUFFIXES, parse_reference
from plantrack.errors import InputError, Problem
from plantrack.model import Version
from plantrack.value import evolve, field, value

MAX_TEXT_BYTES = 16_000_000
_FORMATS = {b"%P": "a PDF", b"PK": "a zipped document", b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
"""What files that are no text begin with."""


@value
class Paper:
    """A version as somebody asked for it."""

    asked: str
    ref: str
    """What it resolved to: `28pt@2025-11-20`, with revision and date of knowledge where they were given."""
    version: Version
    corpus: Corpus = field(eq=False, repr=False)
    local: bool = False
    """Read on the spot from a text: its ids mean nothing elsewhere."""
    remarks: tuple[Problem, ...] = ()
    """What was not understood of a text, with lines."""


def resolve(asked: str, corpus: Corpus, *, partial: bool = False) -> Paper:
    """The version that a reference stands for.

    Args:
        asked: The reference.
        corpus: Where plans are looked for.
        partial: The text is an excerpt: what does not stand in it is not absent.

    Raises:
        UsageError: if it is no reference.
        UnknownNameError: if it names nothing, with near matches.
        InputError: if what it names cannot be read.
    """
    reference = parse_reference(asked)
    if reference.path is not None:
        if reference.path.suffix.lower() in TEXT_SUFFIXES:
            return _text_paper(asked, reference.path, corpus, partial=partial)
        return Paper(asked=asked, ref=asked, version=corpus.version_file(reference.path), corpus=corpus)
    used = corpus.at_revision(reference.revision) if reference.revision else corpus
    version = used.version(reference.plan, reference.version)
    ref = f"{reference.revision}:{version.ref}" if reference.revision else version.ref
    if reference.known_by is None:
        return Paper(asked=asked, ref=ref, version=version, corpus=used)
    known, remarks = as_known(version, reference.known_by, used)
    return Paper(asked=asked, ref=f"{ref}~{reference.known_by}", version=known, corpus=used, remarks=remarks)


def _text_paper(asked: str, path: Path, corpus: Corpus, *, partial: bool) -> Paper:
    from plantrack.reading.points import read_points

    text = read_text(path)
    points = read_points(text, name=str(path))
    if not points.provisions:
        expected = "points such as '1. ...', 'Article 1' or '(a) ...'"
        raise InputError([Problem(what="no numbered points found", file=str(path), expected=expected)])
    version = Version(
        schema="plantrack/1", plan=str(path), version="", date="", title=points.title or path.name,
        publication="leaked", text_basis="partial_text" if partial else "full_text",
        provisions={
            provision.id: evolve(provision, text_basis="full_text") if partial else provision
            for provision in points.provisions
        },
    )  # fmt: skip
    remarks = tuple(evolve(remark, file=str(path)) for remark in points.remarks)
    return Paper(asked=asked, ref=str(path), version=version, corpus=corpus, local=True, remarks=remarks)


def read_text(path: Path) -> str:
    """A text file as text, line ends as LF. Raises InputError if it is too large or not UTF-8."""
    data = read_bytes(path)
    if len(data) > MAX_TEXT_BYTES:
        found, expected = f"{len(data):,} bytes", f"at most {MAX_TEXT_BYTES:,}"
        raise InputError([Problem(what="the file is too large", file=str(path), found=found, expected=expected)])
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        column = len(data[: error.start].rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
        found = _FORMATS.get(data[:2], f"byte 0x{data[error.start]:02x}")
        expected = "a text saved as UTF-8"
        raise InputError(
            [Problem(what="not UTF-8", file=str(path), line=line, column=column, found=found, expected=expected)]
        ) from None
