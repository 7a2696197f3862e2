"""What a record must say of its source before others can find it, and what no statement may rest on alone."""

from collections.abc import Iterator, Sequence

from plantrack.corpus import Corpus
from plantrack.corpus.shaken import BEARS_OUT, statement_files, statements
from plantrack.errors import Problem
from plantrack.model import Evidence, Source, Version
from plantrack.model.dates import date_bounds
from plantrack.model.positions import Positions

_UNDETERMINED = "und"


def record_problems(corpus: Corpus) -> Iterator[Problem]:
    """Yields what is missing in the records of sources, then the statements whose evidence is too thin.

    A record says who published it and when, in which language, where it stands or why no address is given, and when it
    was looked at; where its text is at hand the publisher may be unknown. Not checked: whether an address answers.

    Raises:
        InputError: if a file cannot be read.
    """
    for source_id in corpus.source_ids:
        source = corpus.source(source_id)
        file = corpus.files.shown(f"seeds/{source_id}.yaml")
        yield from (
            Problem(what="missing", file=file, path=path, expected=expected) for path, expected in _gaps(source)
        )
    for file, held in statement_files(corpus):
        for path, evidence in statements(held, ()):
            for what, found in _thin([(item, corpus.passage(item.passage)[0]) for item in evidence]):
                yield Problem(what=what, file=file, path=".".join(path), found=found)
        yield from _unreported(file, held)


def _thin(cited: Sequence[tuple[Evidence, Source]]) -> Iterator[tuple[str, str]]:
    """What is wrong with the evidence of one statement, and with which source or passage."""
    bearing = [source for item, source in cited if item.stance in BEARS_OUT]
    if bearing and not any(source.stands_alone for source in bearing):
        yield "rests on nothing that stands alone", ", ".join(sorted({source.id for source in bearing}))
    reported = [bounds[1] for source in bearing if source.issued and (bounds := date_bounds(source.issued))]
    for item, source in cited:
        bounds = date_bounds(source.issued) if source.issued and item.reason == "other_paper" else None
        if bounds and reported and bounds[0] > max(reported):
            yield "a later paper explains no earlier report", item.passage


def _unreported(file: str, held: Version | Positions) -> Iterator[Problem]:
    """Claims that are only disputed or mentioned: nobody reports them."""
    if not isinstance(held, Version):
        return
    for provision in held.provisions.values():
        for number, claim in enumerate(provision.claims):
            if not any(item.stance in BEARS_OUT for item in claim.evidence):
                path = f"provisions.{provision.id}.claims.{number}"
                yield Problem(what="nobody reports it", file=file, path=path, expected="evidence that bears it out")


def _gaps(source: Source) -> Iterator[tuple[str, str]]:
    if not (source.outlet or source.container_title or source.text):
        yield "outlet", "who published it"
    if source.issued is None:
        yield "issued", "when it was published; a span such as 2025-11-20/2025-11-25 where the day is not known"
    if source.language == _UNDETERMINED:
        yield "language", "the language of the page"
    if source.URL is None and not source.why_no_url:
        yield "URL", "an address, or in why_no_url the reason why there is none"
    if source.seen is None:
        yield "seen", "when it was looked at"
