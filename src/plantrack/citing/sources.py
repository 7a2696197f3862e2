"""Add a source to a corpus, note what became of it, and keep its passages true when its text changes."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from plantrack.anchoring import (
    PreparedText,
    Reanchored,
    compare_passages,
    count_words,
    normalise_text,
    text_digest,
    with_reanchored,
)
from plantrack.citing.bibliography import guess_bibliography
from plantrack.citing.copies import NearCopy, near_copies
from plantrack.citing.noise import scrape_noise
from plantrack.citing.passages import folder_of
from plantrack.corpus import Corpus
from plantrack.corpus.texts import NOT_PUBLISHED, TextFolder, TextShelf, read_article, read_texts, texts_folder
from plantrack.errors import InputError, Problem, UsageError, nearest_name, quoted
from plantrack.model import Source, TextDigest
from plantrack.model.dates import EXPECTED, date_bounds
from plantrack.reading.documents import SCHEMA, read_source
from plantrack.value import evolve, value
from plantrack.vocabulary import SOURCE_STATUSES
from plantrack.writing.documents import as_yaml
from plantrack.writing.edits import set_field, set_fields
from plantrack.writing.files import create_file, edit_file

_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_ASKED = ("title", "outlet", "date", "language")
"""What a record needs and a text may not plainly say; all are options of the command."""


@value
class Details:
    """What a person says of a source; None where the text is to say it."""

    id: str | None = None
    title: str | None = None
    outlet: str | None = None
    """The id or name of an outlet in actors.yaml, or any other name, which is kept as it is."""
    date: str | None = None
    language: str | None = None
    url: str | None = None
    archive: str | None = None
    type: str = "article-newspaper"


@value
class Added:
    """What adding a source did, or found that it would have to do."""

    source: Source
    file: str
    """The record, as a person would name it."""
    state: str
    """`added`, `replaced`, `same` (nothing to do), `changed`, `cut_short` (nothing done), `reanchored`."""
    noise: tuple[Problem, ...] = ()
    copies: tuple[NearCopy, ...] = ()
    passages: tuple[Reanchored, ...] = ()
    """Where the passages of a source stand whose text changed."""


def missing_details(text: str, details: Details, corpus: Corpus) -> tuple[Details, tuple[str, ...]]:
    """The details with what the text plainly says, and the names of those that are still missing."""
    guess = guess_bibliography(text, corpus.actors)
    found = evolve(
        details,
        title=details.title or guess.title,
        outlet=details.outlet or guess.outlet,
        date=details.date or guess.issued,
        language=details.language or guess.language,
    )
    return found, tuple(name for name in _ASKED if not getattr(found, name))


def add_source(
    file: Path,
    corpus: Corpus,
    details: Details | None = None,
    *,
    texts: Path | None = None,
    force: bool = False,
    reanchor: bool = False,
) -> Added:
    """Write the record of a source from its text, and keep the text beside the others, where git does not see it.

    A record that is there is never overwritten: where the text is the same, nothing happens; where it changed, its
    passages are compared, and with `reanchor` those that moved are anchored anew, by the line.

    Args:
        file: The article: plain text, Word, PDF, a web page, RTF or OpenDocument; `-` for the standard input.
        corpus: The corpus, a folder.
        details: What a person says of it.
        texts: The folder of texts; `$PLANTRACK_TEXTS`, else `seeds/texts`, which is made if it is not there.
        force: Whether to write the record anew; passages that are still there are kept.
        reanchor: Whether to anchor anew what moved.

    Raises:
        UsageError: if something is missing that the text does not plainly say; names all of it.
        InputError: if the text cannot be read.
        OutputError: if a file cannot be written.
    """
    root = folder_of(corpus)
    text = normalise_text(read_article(file))
    if not count_words(text):
        raise InputError([Problem(what="no words in it", file=str(file), expected="the text of an article")])
    wanted, missing = missing_details(text, details or Details(), corpus)
    if wanted.id in corpus.source_ids and not force:
        return _known(wanted.id or "", file, text, corpus, texts, reanchor=reanchor)
    if missing:
        options = " ".join(f"--{name}" for name in missing)
        what = f"the text does not plainly say its {', '.join(missing)}"
        raise UsageError(what, found=quoted(str(file)), expected=options)
    source = _record(text, wanted, corpus, name=file.name if _is_kept(file, corpus, texts) else None)
    if source.id in corpus.source_ids and not force:
        return _known(source.id, file, text, corpus, texts, reanchor=reanchor)
    path, shown = root / "seeds" / f"{source.id}.yaml", corpus.files.shown(f"seeds/{source.id}.yaml")
    compared: tuple[Reanchored, ...] = ()
    if source.id in corpus.source_ids:
        old = corpus.source(source.id)
        compared = compare_passages(old, PreparedText(text))
        source = evolve(source, passages=with_reanchored(old, compared))
    noise, copies = tuple(scrape_noise(text, file=str(file))), _copies(text, source, corpus, texts)
    written = as_yaml(source)
    read_source(written.encode(), file=str(path), source=source.id)
    _keep_text(text, source, file, corpus, texts)
    create_file(written, path, root=root, overwrite=force)
    state = "replaced" if source.id in corpus.source_ids else "added"
    return Added(source=source, file=shown, state=state, noise=noise, copies=copies, passages=compared)


def _record(text: str, wanted: Details, corpus: Corpus, *, name: str | None) -> Source:
    """The record; `name` is that of the text's file where it is kept already, else it is called like its source."""
    if date_bounds(wanted.date or "") is None:
        raise UsageError("no date", found=quoted(wanted.date or ""), expected=EXPECTED)
    outlet = _outlet_id(wanted.outlet or "", corpus)
    publisher = corpus.actors[outlet].name if outlet else wanted.outlet
    day = (wanted.date or "").partition("/")[0].rstrip("?~%")
    proposed = _NOT_SLUG.sub("-", f"{outlet or publisher} {day}".casefold()).strip("-")
    source_id = wanted.id or proposed
    return Source(
        id=source_id,
        schema=SCHEMA,
        type=wanted.type,
        title=wanted.title or "",
        container_title=publisher,
        issued=wanted.date,
        URL=wanted.url,
        archive=wanted.archive,
        language=wanted.language or "en",
        outlet=f"outlet:{outlet}" if outlet else None,
        text=TextDigest(sha256=text_digest(text), characters=len(text)),
        file=name or f"{source_id}.txt",
    )


def _outlet_id(name: str, corpus: Corpus) -> str | None:
    wanted = name.removeprefix("outlet:").casefold()
    for actor in corpus.actors.values():
        if actor.kind == "outlet" and wanted in (one.casefold() for one in (actor.id, actor.name, *actor.aliases)):
            return actor.id
    return None


def _known(source_id: str, file: Path, text: str, corpus: Corpus, texts: Path | None, *, reanchor: bool) -> Added:
    """What became of a source that is recorded already."""
    source = corpus.source(source_id)
    path, shown = folder_of(corpus) / "seeds" / f"{source_id}.yaml", corpus.files.shown(f"seeds/{source_id}.yaml")
    if source.text is not None and source.text.sha256 == text_digest(text):
        _keep_text(text, source, file, corpus, texts)
        return Added(source=source, file=shown, state="same")
    compared = compare_passages(source, PreparedText(text))
    if not reanchor:
        return Added(source=source, file=shown, state="changed", passages=compared)
    lost = [one.passage.position for one in compared if one.now is None]
    if any(position is not None and position.end > len(text) for position in lost):
        return Added(source=source, file=shown, state="cut_short", passages=compared)

    def edit(record: str) -> str:
        changed = _reanchored_record(record, compared, text)
        read_source(changed.encode(), file=str(path), source=source_id)
        return changed

    edit_file(path, edit, root=folder_of(corpus))
    _keep_text(text, source, file, corpus, texts)
    return Added(source=source, file=shown, state="reanchored", passages=compared)


def reanchor_sources(corpus: Corpus, texts: Path | None = None) -> tuple[Added, ...]:
    """Anchor anew the passages of every source whose text was saved anew.

    Args:
        corpus: The corpus, a folder.
        texts: A folder of texts; `$PLANTRACK_TEXTS`, else `seeds/texts`, if None.

    Returns:
        What became of each source whose text changed.

    Raises:
        UsageError: if the folder given is none.
        InputError: if a text or a record cannot be read.
        OutputError: if a record cannot be written.
    """
    folder = texts_folder(folder_of(corpus), texts)
    shelf = TextShelf(read_texts(folder) if folder is not None else {})
    found = [(source_id, shelf.find(corpus.source(source_id))) for source_id in corpus.source_ids]
    return tuple(
        _known(source_id, Path(text.file), text.text.text, corpus, folder, reanchor=True)
        for source_id, text in found
        if text.state == "changed" and text.text is not None
    )


def _copies(text: str, source: Source, corpus: Corpus, texts: Path | None) -> tuple[NearCopy, ...]:
    folder = texts_folder(corpus.root, texts)
    if folder is None or not folder.is_dir():
        return ()
    held = TextFolder(folder)
    shelf = TextShelf(held)
    sources = {each: corpus.source(each) for each in corpus.source_ids if each != source.id}
    files = {each: file for each, record in sources.items() if (file := shelf.look_up(record)[1])}
    digests = {each: held.digest(file) for each, file in files.items()}
    known = _Lazily(held, files)
    return near_copies(text, known, sources, outlet=source.outlet, issued=source.issued, digests=digests)


class _Lazily(Mapping[str, str]):
    """The texts of sources, each read from its file when it is asked for."""

    def __init__(self, held: Mapping[str, str], files: Mapping[str, str]) -> None:
        self._held, self._files = held, files

    def __getitem__(self, source_id: str) -> str:
        return self._held[self._files[source_id]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


def _is_kept(file: Path, corpus: Corpus, texts: Path | None) -> bool:
    folder = texts_folder(corpus.root, texts)
    plain = file.suffix.lower() == ".txt"
    return plain and folder is not None and folder.is_dir() and file.resolve().parent == folder.resolve()


def _keep_text(text: str, source: Source, file: Path, corpus: Corpus, texts: Path | None) -> None:
    """Puts the text where others look for it, if it is not there. A text of another source is never overwritten."""
    if _is_kept(file, corpus, texts):
        return
    root = folder_of(corpus)
    usual = root / "seeds" / "texts"
    folder = texts_folder(root, texts) or usual
    top = root if folder == usual else folder  # a folder that somebody named may be anywhere
    if not (folder.is_dir() if folder != usual else (folder / ".gitignore").exists()):
        create_file(NOT_PUBLISHED, folder / ".gitignore", root=top)
    own, path = source.id in corpus.source_ids, folder / (source.file or f"{source.id}.txt")
    if path.is_file() and not path.is_symlink() and normalise_text(read_article(path)) == text:
        return  # kept by an earlier run that was stopped before its record was written
    create_file(text, path, root=top, overwrite=own)


def set_status(corpus: Corpus, source_id: str, status: str | None, *, archive: str | None = None) -> Source:
    """Note that a source was corrected or withdrawn, or where its archive copy is; all else stays as it was.

    Args:
        corpus: The corpus, a folder.
        source_id: The source.
        status: One of `SOURCE_STATUSES`; None leaves it as it is.
        archive: The address of an archived copy.

    Raises:
        UnknownNameError: if there is no such source.
        UsageError: if there is no such status.
        InputError: if the record would be wrong.
        OutputError: if it cannot be written.
    """
    root = folder_of(corpus)
    corpus.source(source_id)
    if status is not None and status not in SOURCE_STATUSES:
        near = nearest_name(status, SOURCE_STATUSES)
        expected = f"one of {', '.join(SOURCE_STATUSES)}" + (f"; did you mean {near}?" if near else "")
        raise UsageError("no such status", found=quoted(status), expected=expected)
    path = root / "seeds" / f"{source_id}.yaml"
    fields = {"status": status, "archive": archive}

    def edit(text: str) -> str:
        for key, held in fields.items():
            if held is not None:
                text = set_field(text, [key], held, before=("notes", "text", "file", "passages"))
        read_source(text.encode(), file=str(path), source=source_id)
        return text

    edit_file(path, edit, root=root)
    found: Source = read_source(path.read_bytes(), file=str(path), source=source_id).value
    return found


def _reanchored_record(record: str, compared: Sequence[Reanchored], text: str) -> str:
    """The text of a record with the positions, paragraphs and words that changed; all else stays as it was."""
    changed = [
        (["passages", one.passage.id, key], getattr(one.now, key))
        for one in compared
        if one.now is not None
        for key in ("quote", "position", "digest", "words", "paragraph")
        if getattr(one.now, key) != getattr(one.passage, key)
    ]
    return set_fields(record, [(["text"], {"sha256": text_digest(text), "characters": len(text)}), *changed])
