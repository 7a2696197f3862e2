"""Which formats there are, and what each needs."""

import json
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from plantrack.corpus import Corpus
from plantrack.corpus.knowledge import newest_page
from plantrack.errors import UsageError, nearest_name, quoted
from plantrack.exporting.annotations import annotation_collection
from plantrack.exporting.bibliographies import bibtex_entries, csl_items
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
    """A corpus in one of `FORMATS`; the same corpus gives the same bytes.

    Text, but for `sqlite`, which is the bytes of a file.

    Args:
        corpus: The corpus.
        form: One of `FORMATS`.
        wide: For csv: a row a version, in place of a row a value.

    Raises:
        UsageError: if there is no such format, or `wide` goes with another than csv.
        InputError: if a file of the corpus cannot be read.
    """
    makers: dict[str, Callable[[Corpus], str | bytes]] = {
        "annotations": lambda one: as_json(annotation_collection(one)),
        "bibtex": bibtex_entries,
        "csl": lambda one: as_json(csl_items(one)),
        "csv": wide_table if wide else long_table,
        "json": lambda one: as_json(corpus_values(one)),
        "sqlite": _database,
    }
    if form not in makers:
        near = nearest_name(form, FORMATS)
        raise UsageError("no such format", found=quoted(form), expected=near or ", ".join(FORMATS))
    if wide and form != "csv":
        raise UsageError("only a table can be wide", found=form, expected="--format csv --wide")
    return makers[form](corpus)


def _database(corpus: Corpus) -> bytes:
    from plantrack.exporting.database import database

    return database(corpus)


def corpus_values(corpus: Corpus) -> dict[str, Any]:
    """The whole corpus as its files have it, under the names of the files."""
    return {
        "schema": SCHEMA,
        "as_of": newest_page(corpus),
        "actors": {actor.id: plain(actor) for actor in corpus.actors.values()},
        "events": {event.id: plain(event) for event in corpus.events()},
        "lexicon": plain(corpus.lexicon()),
        "plans": {
            plan_id: {
                "plan": plain(corpus.plan(plan_id)),
                "versions": {version.version: plain(version) for version in corpus.versions(plan_id)},
            }
            for plan_id in corpus.plan_ids
        },
        "positions": {held.actor: plain(held) for held in corpus.positions()},
        "sources": {source_id: plain(corpus.source(source_id)) for source_id in corpus.source_ids},
    }


def as_json(value: object) -> str:
    """JSON with a line end; figures stay figures."""
    return json.dumps(_with_figures(value), indent=2, ensure_ascii=False) + "\n"


def _with_figures(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _with_figures(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_with_figures(part) for part in value]
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value
