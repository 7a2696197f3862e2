"""`plantrack help`, `kinds` and `schema`: what commands, the words of the output and the files mean."""

from pathlib import Path

import click

from plantrack.cli.command import command
from plantrack.cli.language import answer_options
from plantrack.cli.output import write_answer, write_rendered
from plantrack.errors import OutputError, Problem, UnknownNameError, nearest_name


@command("help")
@click.argument("command", nargs=-1)
@click.pass_context
def help_command(ctx: click.Context, command: tuple[str, ...]) -> None:
    """All there is to say of a command.

    \b
    plantrack help
    plantrack help diff
    plantrack help source add
    """
    place = ctx.find_root()
    for word in command:
        group = place.command
        below = group.get_command(place, word) if isinstance(group, click.Group) else None
        if below is None:
            known = group.list_commands(place) if isinstance(group, click.Group) else ()
            near = nearest_name(word, known)
            raise UnknownNameError(kind="command", name=" ".join(command), near=(near,) if near else ())
        place = click.Context(below, info_name=word, parent=place, **below.context_settings)
    write_answer(place.get_help() + "\n")


@command("kinds")
@answer_options("markdown", "html", "csv")
def kinds_command(form: str, output: Path | None) -> None:
    """Every kind of change, with its mirror and meaning.

    \b
    plantrack kinds
    """
    from plantrack.answers.kinds import answer_kinds

    write_rendered(form, output, answer_kinds)


@command("schema")
@click.argument("kind", required=False)
@click.option("-o", "--output", type=click.Path(path_type=Path, file_okay=False), help="Write all schemas to a folder.")
def schema_command(kind: str | None, output: Path | None) -> None:
    """The JSON Schema of a kind of file, or of what a command prints as JSON, for editors and programs that check.

    \b
    plantrack schema                 the kinds there are
    plantrack schema version         one of them
    plantrack schema -o schemas      all of them, as files
    """
    import json

    from plantrack.schemas import SCHEMA_KINDS, schema_for, write_schemas

    if output is not None:
        try:
            paths = write_schemas(output)
        except OSError as error:
            what = f"cannot be written: {(error.strerror or 'unknown reason').lower()}"
            raise OutputError([Problem(what=what, file=str(error.filename or output))]) from None
        write_answer("".join(f"{path}\n" for path in paths))
    elif kind is None:
        write_answer("".join(f"{name}\n" for name in SCHEMA_KINDS))
    else:
        write_answer(json.dumps(schema_for(kind), indent=2, ensure_ascii=False) + "\n")
