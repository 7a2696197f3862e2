"""Write into a corpus: first files, texts, sources."""

from pathlib import Path
from typing import TYPE_CHECKING

from plantrack.corpus import find_corpus

if TYPE_CHECKING:
    from plantrack.citing.removing import Uncited
    from plantrack.citing.sources import Added
    from plantrack.importing import Imported
    from plantrack.model import Passage, Source
    from plantrack.starting import Started


def new_corpus(folder: str | Path) -> "Started":
    """Start a corpus in a folder. Raises PlantrackError if one is there."""
    from plantrack.starting import start_corpus

    return start_corpus(Path(folder))


def new_plan(plan: str, *, title: str | None = None, corpus: str | Path | None = None) -> "Started":
    """Start a plan with a file that explains its fields; nothing is overwritten.

    Args:
        plan: What it is called: lower-case letters, digits, dots and hyphens.
        title: As it is printed; made of the name if None.
        corpus: The folder of the corpus.

    Raises:
        PlantrackError: if it cannot be called so, is there already, or cannot be written.
    """
    from plantrack.starting import start_plan

    return start_plan(plan, title=title, corpus=corpus)


def new_version(
    plan: str, version: str, *, date: str | None = None, title: str | None = None, corpus: str | Path | None = None
) -> "Started":
    """Start a version of a plan with a file that explains its fields; nothing is overwritten.

    Args:
        plan: The plan, by id or alias.
        version: What it is called, best its date.
        date: Its date (EDTF), if its name is none.
        title: As it is printed; that of the plan if None.
        corpus: The folder of the corpus.

    Raises:
        PlantrackError: if it cannot be called so, is there already, or cannot be written.
    """
    from plantrack.starting import start_version

    return start_version(plan, version, date=date, title=title, corpus=corpus)


def new_source(
    source: str, *, title: str | None = None, date: str | None = None, corpus: str | Path | None = None
) -> "Started":
    """Start the record of a source whose text is not at hand; nothing is overwritten.

    Args:
        source: What it is called, best outlet and date.
        title: As printed.
        date: The day it was published (EDTF), if the name does not end in it.
        corpus: The folder of the corpus.

    Raises:
        PlantrackError: if it cannot be called so, is there already, or cannot be written.
    """
    from plantrack.starting import start_source

    return start_source(source, title=title, date=date, corpus=corpus)


def import_text(
    file: str | Path,
    *,
    plan: str,
    version: str,
    date: str | None = None,
    publication: str | None = None,
    newest: bool = False,
    corpus: str | Path | None = None,
) -> "Imported":
    """A document as a version to curate; `plantrack import`.

    Args:
        file: The document: Markdown, plain text, Word, PDF, a web page, RTF or OpenDocument.
        plan: The plan it is a version of; need not be in the corpus yet.
        version: What the version is called.
        date: The version's date (EDTF); its name, if None.
        publication: How it came out: official, leaked, briefed or reported; left for the curator if None.
        newest: It may become the newest version of a plan that has others.
        corpus: The folder of the corpus, where the plan's family is looked for.

    Raises:
        PlantrackError: if a name is none, the document cannot be read, or it would be the newest unasked.
    """
    from plantrack import importing

    return importing.import_text(
        file, plan=plan, version=version, date=date, publication=publication, newest=newest, corpus=find_corpus(corpus)
    )


def cite(
    source: str,
    words: str,
    *,
    corpus: str | Path | None = None,
    texts: str | Path | None = None,
    paragraph: int | None = None,
) -> "Passage":
    """Some words of a source as a passage: position, digest, and context only where it would be ambiguous without.

    Nothing is written. Raises PlantrackError.
    """
    from plantrack.citing.passages import cut_passage

    folder = Path(texts) if texts is not None else None
    return cut_passage(find_corpus(corpus), source, words, texts=folder, paragraph=paragraph).passage


def uncite(
    passage: str,
    *,
    plan: str | None = None,
    provision: str | None = None,
    claim: int | None = None,
    corpus: str | Path | None = None,
) -> "Uncited":
    """Take a passage off a provision or one of its reported states, the inverse of citing.

    It leaves its source's record, too, once nothing rests on it.

    Args:
        passage: `source#passage`.
        plan: A version; None takes a passage on which nothing rests out of its record.
        provision: An id or number.
        claim: The index of the reported state, from 0.
        corpus: The folder of the corpus.

    Raises:
        PlantrackError: if nothing there rests on it, or a file cannot be written.
    """
    from plantrack.citing import removing

    return removing.uncite(find_corpus(corpus), passage, plan=plan, provision=provision, claim=claim)


def source_add(
    file: str | Path,
    *,
    corpus: str | Path | None = None,
    texts: str | Path | None = None,
    force: bool = False,
    reanchor: bool = False,
    **details: str,
) -> "Added":
    """Write the record of a source from its text.

    Args:
        file: The article: plain text, Word, PDF, a web page, RTF or OpenDocument; `-` for the standard input.
        corpus: The folder of the corpus.
        texts: A folder with the texts of sources; a copy is kept there.
        force: Whether to write a record anew that is there.
        reanchor: Whether to anchor the passages anew that moved in a text saved again.
        details: What the text does not plainly say: id, title, outlet, date, language, url, archive, type.

    Raises:
        PlantrackError: if something is missing, or cannot be read or written.
    """
    from plantrack.citing.sources import Details, add_source

    folder = Path(texts) if texts is not None else None
    given = Details(**details)
    return add_source(Path(file), find_corpus(corpus), given, texts=folder, force=force, reanchor=reanchor)


def source_set(
    source: str, status: str | None = None, *, archive: str | None = None, corpus: str | Path | None = None
) -> "Source":
    """Note that a source was corrected or withdrawn, or where its archived copy is. Raises PlantrackError."""
    from plantrack.citing.sources import set_status

    return set_status(find_corpus(corpus), source, status, archive=archive)
