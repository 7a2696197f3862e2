"""The command `plantrack`."""

import sys
from importlib import import_module

import click

from plantrack.cli.output import write_problems
from plantrack.errors import PlantrackError

_HOMES = {
    "check": "checking",
    "cite": "quoting",
    "compare": "tabling",
    "diff": "comparing",
    "evidence": "witnesses",
    "explain": "explaining",
    "export": "exporting",
    "import": "importing",
    "kinds": "reference",
    "list": "looking",
    "log": "histories",
    "positions": "standing",
    "report": "reporting",
    "schema": "reference",
    "show": "looking",
    "source": "sourcing",
    "timeline": "dating",
    "trace": "tracing",
}
"""The module of each command, imported when the command is asked for."""


class _Group(click.Group):
    """Loads a command when it is asked for; turns what plantrack raises on purpose into problems and exit status 2."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as click has it
        return sorted(_HOMES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as click has it
        if cmd_name not in _HOMES:
            return None
        command = getattr(import_module(f"plantrack.cli.{_HOMES[cmd_name]}"), f"{cmd_name}_command")
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or tell the nearest one. Raises click.UsageError."""
        if args and args[0] not in _HOMES and not args[0].startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(args[0], _HOMES, n=1)
            ctx.fail(f"No such command {args[0]!r}." + (f" Did you mean {near[0]!r}?" if near else ""))
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; problems go to stderr."""
        try:
            return super().invoke(ctx)
        except PlantrackError as error:
            write_problems(error.problems)
            sys.exit(2)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
def main() -> None:
    """What changed in substance between versions of a peace proposal, who says so, and what is not known.

    \b
    plantrack diff 28pt 19pt          two papers of the corpus
    plantrack diff old.md new.md      two texts with numbered points
    plantrack show 19pt 6             one point, with who says what
    """
