"""The command `plantrack`."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import click

from plantrack.cli.command import SETTINGS, Group
from plantrack.cli.contents import HOMES, SECTIONS
from plantrack.cli.output import close_standard_output, write_answer, write_problems, write_refusal
from plantrack.errors import PlantrackError, Problem

STOPPED, READER_GONE = 130, 141
"""As shells report a program that SIGINT or SIGPIPE ended."""
FAULT = 70
"""An internal fault, as EX_SOFTWARE of sysexits.h; never 1, which is an answer."""


@contextmanager
def _quietly(asked: str) -> Iterator[None]:
    """Turns what is raised into problems on stderr; who stops it, or stops to read it, is told nothing.

    Args:
        asked: The command with its arguments, which a fault names.
    """
    try:
        yield
    except PlantrackError as error:
        write_problems(error.problems)
        sys.exit(2)
    except (KeyboardInterrupt, click.Abort):
        sys.exit(STOPPED)
    except BrokenPipeError:
        close_standard_output()
        sys.exit(READER_GONE)
    except click.exceptions.Exit:
        raise
    except click.ClickException as error:
        write_refusal(error)
        sys.exit(error.exit_code)
    except Exception as error:  # noqa: BLE001 - the last door: nobody is shown a traceback, and no fault passes for an answer
        write_problems([_fault(asked, error)])
        sys.exit(FAULT)


def _fault(asked: str, error: Exception) -> Problem:
    """What is told of an exception that nobody foresaw."""
    said = " ".join(str(error).split())
    about = "".join(f", {note}" for note in getattr(error, "__notes__", ()))
    what = f"internal fault in `{asked}`{about}: {type(error).__name__}" + (f" ({said})" if said else "")
    return Problem(what=f"{what}; please report this line, with the files it names, as a defect of plantrack")


class _Main(Group):
    """Loads a command when it is asked for."""

    _asked = "plantrack"
    """The command line as it was given."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run the program, or answer a shell that asks what could come next."""
        if "_PLANTRACK_COMPLETE" in os.environ:
            import plantrack.cli.shells  # noqa: F401 - makes the shells known to click
        return super().main(*args, **kwargs)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as click has it
        return sorted(HOMES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as click has it
        if cmd_name not in HOMES:
            return None
        command = getattr(import_module(f"plantrack.cli.{HOMES[cmd_name]}"), f"{cmd_name}_command")
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or tell the nearest one. Raises click.UsageError."""
        if args and args[0] not in HOMES and not args[0].startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(args[0], HOMES, n=1)
            ctx.fail(f"No such command {args[0]!r}." + (f" Did you mean {near[0]!r}?" if near else ""))
        return super().resolve_command(ctx, args)

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        """Read the command line; answers `--help` and `--version`."""
        given = args[1] if len(args) > 1 else kwargs.get("args", [])
        self._asked = " ".join(["plantrack", *given])
        with _quietly(self._asked):
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command."""
        with _quietly(self._asked):
            return super().invoke(ctx)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Each command with its first sentence, by what it is needed for."""
        for title, names in SECTIONS.items():
            with formatter.section(title):
                formatter.write_dl(self._rows(ctx, names))


def _version(ctx: click.Context, param: click.Parameter, value: bool) -> None:  # noqa: ARG001, FBT001 - as click has it
    """The version, and which corpus and files of defaults a command would work with."""
    if not value or ctx.resilient_parsing:
        return
    from plantrack import __version__
    from plantrack.cli.defaults import corpus_file, user_file
    from plantrack.corpus import find_corpus

    lines = [f"plantrack {__version__}"]
    try:
        corpus = find_corpus()
        lines.append(f"corpus {corpus.root}, digest {corpus.digest()}")
    except PlantrackError as error:
        lines += [f"corpus: {problem}" for problem in error.problems]
    lines += [f"defaults {path}" for path in (corpus_file(), user_file()) if path is not None]
    write_answer("\n".join(lines) + "\n")
    ctx.exit()


@click.group(cls=_Main, context_settings=dict(SETTINGS))
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_version,
    help="Show the version, and which corpus and defaults are found from here.",
)
def main() -> None:
    """What changed in substance between versions of a peace proposal, who says so, and what is not known.

    \b
    plantrack diff 28pt 19pt          two papers of the corpus
    plantrack diff old.md new.md      two documents
    plantrack show 19pt 6             one point, with who says what
    plantrack help diff               all there is to say of a command
    """
