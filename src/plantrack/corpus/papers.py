"""What a reference stands for: a version, with the corpus its evidence is looked up in."""

from collections.abc import Container
from pathlib import Path
from typing import TYPE_CHECKING

from plantrack.corpus.corpus import Corpus
from plantrack.corpus.knowledge import as_known
from plantrack.corpus.references import VERSION_SUFFIXES, Reference, parse_reference
from plantrack.documents.inputs import STANDARD_INPUT, read_input
from plantrack.documents.options import ReadOptions
from plantrack.errors import InputError, Problem, UsageError
from plantrack.model import Version
from plantrack.model.readings import OutsideLine, Reading
from plantrack.value import evolve, field, value

if TYPE_CHECKING:
    from plantrack.documents.document import Document

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
    """What was read of a text with doubt, with lines."""
    reading: Reading | None = None
    """What became of the words of a document; None for a version on file."""
    outside: tuple[OutsideLine, ...] = ()
    """The lines of a document outside its points."""


def resolve(asked: str, corpus: Corpus, *, partial: bool = False, options: ReadOptions | None = None) -> Paper:
    """The version that a reference stands for.

    Args:
        asked: The reference.
        corpus: Where plans are looked for.
        partial: The text is an excerpt: what does not stand in it is not absent.
        options: How a document is read.

    Raises:
        UsageError: if it is no reference.
        UnknownNameError: if it names nothing, with near matches.
        InputError: if what it names cannot be read.
    """
    reference = parse_reference(asked)
    if is_document_reference(reference):
        from plantrack.documents.reading import read_document

        source = read_input(asked)
        return _document_paper(asked, read_document(source, asked, options), corpus, partial=partial)
    return _version_paper(asked, reference, corpus)


def resolve_pair(
    old: str,
    new: str,
    corpus: Corpus,
    *,
    partial: Container[str] = (),
    options: tuple[ReadOptions, ReadOptions] | None = None,
    amends: str | None = None,
) -> tuple[Paper, Paper]:
    """The versions that two references stand for; two documents are read by the same rules.

    Args:
        old: A reference.
        new: Another.
        corpus: Where plans are looked for.
        partial: Which of them are excerpts: `old`, `new`.
        options: How each document is read.
        amends: The document that NEW says how to change; it takes the place of NEW, changed so.

    Raises:
        PlantrackError: as for one reference.
    """
    if amends is not None:
        return _amended_pair((old, new), amends, corpus, partial=partial, options=options)
    if old == new == STANDARD_INPUT:
        raise UsageError("the standard input can be read once only", expected="'-' for one of the two")
    ours, theirs = options or (None, None)
    if not (is_document_reference(parse_reference(old)) and is_document_reference(parse_reference(new))):
        return _telling_each_other(
            resolve(old, corpus, partial="old" in partial, options=ours),
            resolve(new, corpus, partial="new" in partial, options=theirs),
        )
    from plantrack.documents.reading import read_pair

    documents = read_pair((read_input(old), old), (read_input(new), new), options)
    return _telling_each_other(
        _document_paper(old, documents[0], corpus, partial="old" in partial),
        _document_paper(new, documents[1], corpus, partial="new" in partial),
    )


def resolve_tracked(
    name: str, corpus: Corpus, *, options: tuple[ReadOptions, ReadOptions] | None = None
) -> tuple[Paper, Paper]:
    """The two texts of a document that tracks changes: before them, and with all of them made.

    Raises:
        InputError: if it cannot be read, or tracks no changes.
    """
    from plantrack.documents.reading import read_pair

    source = read_input(name)
    ours, theirs = options or (ReadOptions(), ReadOptions())
    documents = read_pair((source, name), (source, name), (evolve(ours, earlier=True), theirs))
    papers = _telling_each_other(*(_document_paper(name, document, corpus, partial=False) for document in documents))
    told = tuple(
        remark for remark in papers[1].remarks if remark.expected is None or "--tracked" not in remark.expected
    )
    first = tuple(remark for remark in papers[0].remarks if remark not in papers[1].remarks)
    return evolve(papers[0], ref=f"{name} before its changes", remarks=first), evolve(papers[1], remarks=told)


def _amended_pair(
    asked: tuple[str, str],
    amends: str,
    corpus: Corpus,
    *,
    partial: Container[str],
    options: tuple[ReadOptions, ReadOptions] | None,
) -> tuple[Paper, Paper]:
    from plantrack.documents.amending import apply_amendments
    from plantrack.documents.reading import read_document, read_pair

    old, new = asked
    ours, theirs = options or (ReadOptions(), ReadOptions())
    changing = read_document(read_input(new), new, theirs)
    source = read_input(amends)
    if is_document_reference(parse_reference(old)):
        first, base = read_pair((source if old == amends else read_input(old), old), (source, amends), (ours, theirs))
        older = _document_paper(old, first, corpus, partial="old" in partial)
    else:
        older, base = resolve(old, corpus), read_document(source, amends, theirs)
    newer = _document_paper(new, apply_amendments(base, changing), corpus, partial="new" in partial)
    return _telling_each_other(older, newer)


def _telling_each_other(old: Paper, new: Paper) -> tuple[Paper, Paper]:
    """Two papers, of which a document that is too short to tell its language has that of the other."""
    return _told_by(old, new), _told_by(new, old)


def _told_by(paper: Paper, other: Paper) -> Paper:
    if paper.reading is None:
        return paper
    from plantrack.language.detection import told_by

    known = other.version.language if other.reading is None else other.reading.language
    language = told_by(paper.reading.language, known)
    if language == paper.reading.language:
        return paper
    version = evolve(paper.version, language=language)
    return evolve(paper, reading=evolve(paper.reading, language=language), version=version)


def is_document_reference(reference: Reference) -> bool:
    """Whether a reference is to a document, which is read on the spot."""
    return reference.path is not None and reference.path.suffix.lower() not in VERSION_SUFFIXES


def _version_paper(asked: str, reference: Reference, corpus: Corpus) -> Paper:
    if reference.path is not None:
        return Paper(asked=asked, ref=asked, version=corpus.version_file(reference.path), corpus=corpus)
    used = corpus.at_revision(reference.revision) if reference.revision else corpus
    version = used.version(reference.plan, reference.version)
    ref = f"{reference.revision}:{version.ref}" if reference.revision else version.ref
    if reference.known_by is None:
        return Paper(asked=asked, ref=ref, version=version, corpus=used)
    known, remarks = as_known(version, reference.known_by, used)
    return Paper(asked=asked, ref=f"{ref}~{reference.known_by}", version=known, corpus=used, remarks=remarks)


def _document_paper(asked: str, document: "Document", corpus: Corpus, *, partial: bool) -> Paper:
    if not document.reading.words:
        raise InputError([Problem(what="no words in this document", file=asked, expected="a document with text")])
    language = document.reading.language
    version = Version(
        schema="plantrack/1", plan=asked, version="", date="", title=document.title or Path(asked).name,
        publication="leaked", text_basis="partial_text" if partial else "full_text",
        language="en" if language == "und" else language,
        provisions={
            provision.id: evolve(provision, text_basis="full_text") if partial else provision
            for provision in document.provisions
        },
    )  # fmt: skip
    return Paper(
        asked=asked, ref=asked, version=version, corpus=corpus, local=True, remarks=document.remarks,
        reading=document.reading, outside=document.outside,
    )  # fmt: skip
