"""`plantrack timeline`."""

from pathlib import Path

import click

from plantrack.cli.command import command
from plantrack.cli.language import language_option
from plantrack.cli.output import answer_width, write_answer
from plantrack.corpus import find_corpus
from plantrack.rendering import FORMATS, rendered


@command("timeline")
@click.option("--from", "since", metavar="DATE", help="Nothing that is surely over before this date (EDTF).")
@click.option("--to", "until", metavar="DATE", help="Nothing that surely comes after this date (EDTF).")
@click.option("--actor", help="Only what this actor took part in, is party to, or says.")
@click.option("--sources", is_flag=True, help="Articles and pages, too, by the day they appeared.")
@click.option("--brief", is_flag=True, help="Without who says so.")
@click.option("--corpus", type=click.Path(path_type=Path), help="The folder with plans/ and seeds/.")
@click.option("--format", "form", type=click.Choice([*FORMATS, "json"]), default="text", show_default=True)
@language_option
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to a file.")
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
    from plantrack.chronology import chronology_of
    from plantrack.reporting.positions_words import points_by_id
    from plantrack.stances import find_actor

    found = find_corpus(corpus)
    actor_id = find_actor(actor, found.actors).id if actor is not None else None
    chronology = chronology_of(found, since, until, actor=actor_id, sources=sources)
    answer: str | bytes
    if form == "json":
        from plantrack.reporting.chronology_json import chronology_as_json

        answer = chronology_as_json(chronology, found, points_by_id(found, None))
    elif form == "csv":
        from plantrack.reporting.chronology_csv import chronology_as_csv

        answer = chronology_as_csv(chronology, found, points_by_id(found, None))
    else:
        from plantrack.answers.timeline import answer_timeline

        made = answer_timeline(chronology, found, points_by_id(found, None), grounds=not brief)
        answer = rendered(made, form, width=answer_width(output))
    write_answer(answer, output)
