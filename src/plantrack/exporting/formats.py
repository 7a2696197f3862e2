"""Which formats there are, and what each needs."""

from collections.abc import Callable, Iterator

from plantrack.corpus import Corpus
from plantrack.corpus.knowledge import newest_page
from plantrack.errors import UsageError, nearest_name, quoted
from plantrack.exporting.annotations import annotation_collection
from plantrack.exporting.bibliographies import bibtex_entries, csl_items
from plantrack.exporting.json_pieces import Entries, json_pieces
from plantrack.exporting.one_by_one import each_source
from plantrack.exporting.tables import long_table, wide_table
from plantrack.writing.documents import plain

SCHEMA = "plantrack-corpus/1"
FORMATS = {
    "annotations": "every passage as a W3C Web Annotation (JSON-LD)",
    "bibtex": "every source as a BibTeX entry",
    "csl": "every source as a CSL-JSON item",
    "csv": "every state and term of every version as rows; with --wide a row a version and a column a topic",
    "json": "the whole corpus, described by `plantrack schema corpus`",
    "sqlite": "one SQLite file: tables with keys, a search over all words, views for the usual questions",
}


def export_corpus(corpus: Corpus, form: str, *, wide: bool = False) -> str | bytes:
    """A corpus in one of `FORMATS`, as a whole; as `export_pieces`."""
    pieces = list(export_pieces(corpus, form, wide=wide))
    return b"".join(pieces) if form == "sqlite" else "".join(pieces)  # type: ignore[arg-type]


def export_pieces(corpus: Corpus, form: str, *, wide: bool = False) -> Iterator[str] | Iterator[bytes]:
    """A corpus in one of `FORMATS`, piece by piece; the same corpus gives the same bytes.

    Text, but for `sqlite`, which is the bytes of a file. Of a corpus of any size, little is held at a time.

    Args:
        corpus: The corpus.
        form: One of `FORMATS`.
        wide: For csv: a row a version, in place of a row a value.

    Raises:
        UsageError: if there is no such format, or `wide` goes with another than csv.
        InputError: if a file of the corpus cannot be read; also while the pieces are made.
    """
    makers: dict[str, Callable[[Corpus], Iterator[str] | Iterator[bytes]]] = {
        "annotations": lambda one: json_pieces(annotation_collection(one)),
        "bibtex": lambda one: iter([bibtex_entries(one)]),
        "csl": lambda one: json_pieces(csl_items(one)),
        "csv": wide_table if wide else long_table,
        "json": lambda one: json_pieces(corpus_values(one)),
        "sqlite": _database,
    }
    if form not in makers:
        near = nearest_name(form, FORMATS)
        raise UsageError("no such format", found=quoted(form), expected=near or ", ".join(FORMATS))
    if wide and form != "csv":
        raise UsageError("only a table can be wide", found=form, expected="--format csv --wide")
    return makers[form](corpus)


def _database(corpus: Corpus) -> Iterator[bytes]:
    from plantrack.exporting.database import database_pieces

    return database_pieces(corpus)


def corpus_values(corpus: Corpus) -> Entries:
    """The whole corpus as its files have it, under the names of the files."""
    head = {
        "schema": SCHEMA,
        "as_of": newest_page(corpus),
        "actors": {actor.id: plain(actor) for actor in corpus.actors.values()},
        "events": {event.id: plain(event) for event in corpus.events()},
        "lexicon": plain(corpus.lexicon()),
    }
    positions = {held.actor: plain(held) for held in corpus.positions()}
    sources = ((source.id, plain(source)) for source in each_source(corpus))
    lists = (("plans", Entries(pairs=_plans(corpus))), ("positions", positions), ("sources", Entries(pairs=sources)))
    return Entries(pairs=(*head.items(), *lists))


def _plans(corpus: Corpus) -> Iterator[tuple[str, Entries]]:
    for plan_id in corpus.plan_ids:
        versions = ((version.version, plain(version)) for version in corpus.versions(plan_id))
        yield plan_id, Entries(pairs=(("plan", plain(corpus.plan(plan_id))), ("versions", Entries(pairs=versions))))
        corpus.let_go()
