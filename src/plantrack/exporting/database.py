"""A corpus as one SQLite file: tables with keys, a search over all words, views for the usual questions."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, suppress
from decimal import Decimal
from importlib import resources
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from plantrack.citing.grounds import grounds_of
from plantrack.corpus import Corpus, Paper
from plantrack.corpus.knowledge import newest_page
from plantrack.exporting.one_by_one import each_source, each_version
from plantrack.exporting.tables import leaves
from plantrack.model import Evidence, Provision, Version
from plantrack.plain import printable
from plantrack.writing.documents import plain

VIEWS = {
    "what_stands": "what stands in each paper: a row a point and state, `mentioned` where no state is reported",
    "who_says_so": "the passages under each paper, point and state, with speaker, outlet and quotation",
    "how_many_origins": "the least and the most independent origins of each state, its credibility and why",
    "where_it_appears": "each point in every paper that has it, with its number and wordings there",
    "search": "all words, as an FTS5 table; a plain one of the same columns where SQLite has no FTS5",
}
"""What answers the usual questions."""

Row = tuple[Any, ...]
_PIECE = 2**20


def database_pieces(corpus: Corpus) -> Iterator[bytes]:
    """The corpus as an SQLite file; the same corpus and SQLite give the same bytes. Raises InputError."""
    with TemporaryDirectory(prefix="plantrack-") as folder:
        path = Path(folder) / "corpus.db"
        with closing(sqlite3.connect(path)) as made:
            made.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")  # a kill leaves nothing to mend
            made.executescript(resources.files("plantrack.exporting").joinpath("database.sql").read_text("utf-8"))
            _insert(made, "corpus", [(newest_page(corpus),)])
            for table, rows in _tables(corpus):
                _insert(made, table, rows)
            _make_search(made)
            made.commit()
            made.execute("VACUUM")
        with path.open("rb") as file:
            yield from iter(lambda: file.read(_PIECE), b"")


def _insert(made: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    for row in rows:
        places = ", ".join("?" * len(row))
        made.execute(f"INSERT INTO {table} VALUES ({places})", [_cell(cell) for cell in row])  # noqa: S608 - names of ours


def _cell(held: Any) -> Any:
    """What SQLite keeps; figures stay figures, and no text commands the terminal it is read on."""
    if isinstance(held, Decimal):
        return int(held) if held == held.to_integral_value() and abs(held) < 2**63 else float(held)
    return printable(held) if isinstance(held, str) else held


def _make_search(made: sqlite3.Connection) -> None:
    """Words of all kinds in one table. Where FTS5 is missing, the same table answers `LIKE`."""
    with suppress(sqlite3.OperationalError):
        made.execute(
            "CREATE VIRTUAL TABLE search USING fts5"
            "(kind UNINDEXED, id UNINDEXED, version UNINDEXED, title, body, tokenize = 'unicode61 remove_diacritics 2')"
        )
    made.execute("CREATE TABLE IF NOT EXISTS search (kind, id, version, title, body)")
    made.execute("INSERT INTO search SELECT * FROM searched")


def _tables(corpus: Corpus) -> Iterator[tuple[str, Iterable[Row]]]:
    yield "actors", ((one.id, one.name, one.kind) for one in corpus.actors.values())
    yield "plans", ((one.id, one.title, one.summary) for one in map(corpus.plan, corpus.plan_ids))
    yield from _sources(corpus)
    for version in each_version(corpus):
        yield "versions", [_version(version)]
        yield "derived_from", dict.fromkeys((version.ref, old.version, old.relation) for old in version.derived_from)
        yield "evidence", (_evidence(version.ref, None, None, item) for item in version.evidence)
        paper = Paper(asked=version.ref, ref=version.ref, version=version, corpus=corpus)
        for provision in version.provisions.values():
            yield from _provision(paper, provision)
    yield "positions", (
        (held.actor, one.id, one.date, one.provision, one.paper, one.stance, one.summary)
        for held in corpus.positions()
        for one in held.positions.values()
    )  # fmt: skip
    yield "events", ((one.id, one.date, one.title, one.place, one.outlook) for one in corpus.events())


def _version(one: Version) -> Row:
    claimed = one.claimed_points.count if one.claimed_points else None
    facts = (one.standing, one.publication, one.text_basis, claimed, one.summary)
    return (one.ref, one.plan, one.date, one.title, *facts)


def _sources(corpus: Corpus) -> Iterator[tuple[str, Iterable[Row]]]:
    for source in each_source(corpus):
        kept = (source.language, source.status, source.URL, source.archive)
        yield "sources", [(source.id, source.type, source.title, source.container_title, source.issued, *kept)]
        yield "passages", (
            (
                f"{source.id}#{one.id}", source.id, one.quote.exact if one.quote else None, one.says, one.hedge,
                one.speaker, one.said, one.directness, one.reach, one.fidelity,
            )
            for one in source.passages.values()
        )  # fmt: skip


def _provision(paper: Paper, provision: Provision) -> Iterator[tuple[str, Iterable[Row]]]:
    ref, one = paper.ref, provision
    label = one.label or one.title
    basis = one.text_basis or paper.version.text_basis
    yield "provisions", [(ref, one.id, one.number, one.parent, label, one.summary, one.text, basis)]
    yield "topics", ((ref, one.id, topic) for topic in dict.fromkeys(one.topics))
    grounds = grounds_of(paper, one).grounds
    for place, ground in enumerate(grounds):
        state, witnesses = ground.state, ground.witnesses
        name = f"{ref}:{one.id}:{place}"
        since = state.unchanged.since if state.unchanged is not None else None
        said = (state.wording, state.to, state.matter, state.expected, state.partly, since, ground.summary or None)
        counted = (*witnesses.lineages, witnesses.credibility, "; ".join(witnesses.facts))
        yield "states", [(name, ref, one.id, state.claim, *said, *counted)]
        yield "terms", _terms(name, state.terms)
        yield "evidence", (_evidence(ref, one.id, name, item) for item in state.evidence)
    if one.claims or not grounds:
        yield "evidence", (_evidence(ref, one.id, None, item) for item in one.evidence)


def _terms(state: str, terms: Mapping[str, Any]) -> Iterator[Row]:
    for key, term in terms.items():
        for part, held in leaves(plain(term), ""):
            yield state, key, part, held


def _evidence(ref: str, provision: str | None, state: str | None, item: Evidence) -> Row:
    return ref, provision, state, item.passage, item.stance, item.reason
