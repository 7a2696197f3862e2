"""The command `plantrack`."""

import sys

import click

from plantrack.cli.checking import check_command
from plantrack.cli.comparing import diff_command
from plantrack.cli.looking import list_command, show_command
from plantrack.cli.output import write_problems
from plantrack.cli.reference import kinds_command, schema_command
from plantrack.errors import PlantrackError


class _Group(click.Group):
    """Turns what plantrack raises on purpose into problems on stderr and exit status 2."""

    def invoke(self, context: click.Context) -> object:
        try:
            return super().invoke(context)
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


for _command in (check_command, diff_command, list_command, show_command, kinds_command, schema_command):
    main.add_command(_command)
