"""`plantrack timeline`."""

from pathlib import Path

import click

from plantrack.cli.command import command
from plantrack.cli.language import answer_options
from plantrack.cli.output import write_answer, write_rendered
from plantrack.corpus import find_corpus
from plantrack.rendering import FORMATS


@command("timeline")
@click.option("--from", "since", metavar="DATE", help="Nothing that is surely over before this date (EDTF).")
@click.option("--to", "until", metavar="DATE", help="Nothing that surely comes after this date (EDTF).")
@click.option("--actor", help="Only what this actor took part in, is party to, or says.")
@click.option("--sources", is_flag=True, help="Articles and pages, too, by the day they appeared.")
@click.option("--brief", is_flag=True, help="Without who says so.")
@click.option("--corpus", type=click.Path(path_type=Path), help="The folder with plans/ and seeds/.")
@answer_options(*FORMATS[1:], "json")
def timeline_command(
    since: str | None,
    until: str | None,
    actor: str | None,
    corpus: Path | None,
    form: str,
    output: Path | None,
    *,
    sources: bool,
    brief: bool,
) -> None:
    """Events, papers and positions in order, with what is not certain of their dates.

    What may lie in the span asked for is shown; what has no date stands last, and is left out of a span.

    \b
    plantrack timeline
    plantrack timeline --from 2025-11 --to 2025-12
    plantrack timeline --actor Ukraine --brief
    """
    from plantrack.answers.positions_words import points_by_id
    from plantrack.chronology import chronology_of
    from plantrack.stances import find_actor

    found = find_corpus(corpus)
    actor_id = find_actor(actor, found.actors).id if actor is not None else None
    chronology = chronology_of(found, since, until, actor=actor_id, sources=sources)
    points = points_by_id(found, None)
    if form == "csv":
        from plantrack.rendering.chronology_csv import chronology_as_csv

        write_answer(chronology_as_csv(chronology, found, points), output)
        return
    from plantrack.answers.timeline import answer_timeline, timeline_as_data

    write_rendered(
        form, output, lambda: answer_timeline(chronology, found, points, grounds=not brief),
        lambda: timeline_as_data(chronology, found, points),
    )  # fmt: skip
