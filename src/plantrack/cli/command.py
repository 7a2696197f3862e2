"""What every command of plantrack is: a command of click whose help says all of a manual page.

The text is the docstring; its paragraphs that begin with a backspace and `plantrack` are the examples. What it says of
arguments, exits, files and environment comes from `plantrack.cli.manual`.
"""

import inspect
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import click
from click.types import StringParamType

from plantrack.cli import manual
from plantrack.errors import InputError

_WIDTH = 100
_SENTENCE = 10_000
_COLUMN = 34
_MOST_CHOICES = 30
"""Characters of choices that stand beside an option; more are listed in its text."""
SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": _WIDTH, "show_default": True}


class NamedText(StringParamType):
    """Text that names something of a corpus; which names there are is looked up when a shell asks."""

    def __init__(self, name: str) -> None:
        self.asked = name

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[Any]":  # noqa: ARG002 - as click has it
        """The names that begin like this."""
        from plantrack.cli.candidates import candidates

        return candidates(self.asked, ctx, incomplete)


class NamedPath(click.Path):
    """A file or folder with a name: an empty one, as of a variable that is not set, would be the working folder."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path. Raises click.BadParameter."""
        if value == "":
            self.fail("an empty name", param, ctx)
        try:
            return super().convert(value, param, ctx)
        except ValueError:  # NUL, or a half of a surrogate pair
            self.fail("not the name of a file", param, ctx)


class Command(click.Command):
    """Lays its help out like a manual page, and takes defaults from files."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for param in self.params:
            name = name_of(param)
            if isinstance(param, click.Option):
                param.help = param.help or manual.PARAMETERS.get(name)
                _list_choices(param)
                if param.multiple and param.help:
                    param.help += " May be repeated."
            if type(param.type) is StringParamType:
                param.type = NamedText(name)
            if type(param.type) is click.Path:
                param.type.__class__ = NamedPath

    def get_short_help_str(self, limit: int = _SENTENCE) -> str:  # noqa: ARG002 - as click has it
        """The first sentence, which is never cut short."""
        return super().get_short_help_str(limit=_SENTENCE)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the arguments, with defaults from files for what they leave out. Raises InputError."""
        if not isinstance(self, click.Group) and any(isinstance(param, click.Option) for param in self.params):
            self._take_defaults(ctx, args)
        return super().parse_args(ctx, args)

    def _take_defaults(self, ctx: click.Context, args: list[str]) -> None:
        from plantrack.cli.defaults import defaults_for

        program = ctx.find_root().command
        if not isinstance(program, click.Group):
            return
        named = any(each.startswith("--corpus") for each in args)
        given = self.make_parser(ctx).parse_args(list(args))[0].get("corpus") if named else None
        try:
            ctx.default_map = defaults_for(words_of(ctx), self, program, corpus=Path(given) if given else None)
        except InputError:
            if not ctx.resilient_parsing and not set(args) & set(ctx.help_option_names):
                raise

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What the command does, without its examples."""
        text, _ = self._text_and_examples()
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(text)
        self._format_arguments(ctx, formatter)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Examples, exit status, environment, files, and where to go next."""
        words = words_of(ctx)
        options = [name_of(param) for param in self.params]
        _, examples = self._text_and_examples()
        _section(formatter, "Examples", lines=examples)
        if not isinstance(self, click.Group):
            exits = manual.EXITS | ({"1": manual.NO[words]} if words in manual.NO else {})
            _section(formatter, "Exit status", rows=sorted(exits.items(), key=lambda row: int(row[0])))
        _section(formatter, "Environment", rows=[manual.ENVIRONMENT[o] for o in options if o in manual.ENVIRONMENT])
        _section(formatter, "Files", rows=[row for o in options for row in manual.FILES.get(o, ())])
        if words in manual.SEE_ALSO:
            with formatter.section("See also"):
                formatter.write_text(", ".join(f"plantrack {other}" for other in manual.SEE_ALSO[words]))

    def _format_arguments(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        named = [name_of(param) for param in self.params if isinstance(param, click.Argument)]
        _section(formatter, "Arguments", rows=[(name, about(words_of(ctx), name)) for name in named])

    def _text_and_examples(self) -> tuple[str, list[str]]:
        paragraphs = inspect.cleandoc(self.help or "").split("\n\n")
        shown = [one for one in paragraphs if one.startswith("\b\nplantrack ")]
        examples = [line for one in shown for line in one.splitlines()[1:]]
        return "\n\n".join(one for one in paragraphs if one not in shown), examples


class Group(Command, click.Group):
    """Commands below a command."""

    command_class = Command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Each command with its first sentence, in whole."""
        _section(formatter, "Commands", rows=self._rows(ctx, self.list_commands(ctx)))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Commands before options: they are what is looked for."""
        self.format_commands(ctx, formatter)
        click.Command.format_options(self, ctx, formatter)

    def _rows(self, ctx: click.Context, names: Iterable[str]) -> list[tuple[str, str]]:
        commands = ((name, self.get_command(ctx, name)) for name in names)
        return [(name, each.get_short_help_str()) for name, each in commands if each is not None]


def _list_choices(option: click.Option) -> None:
    """Moves many choices from beside an option, where they would not fit a line, into its text."""
    if isinstance(option.type, click.Choice) and not option.metavar:
        choices = [str(choice) for choice in option.type.choices]
        if len("|".join(choices)) > _MOST_CHOICES:
            option.metavar = "WORD"
            option.help = f"{option.help or ''} One of {', '.join(choices)}.".strip()


def command(name: str) -> Callable[[Callable[..., Any]], Command]:
    """Make a function a command."""
    return click.command(name, cls=Command, context_settings=dict(SETTINGS))


def group(name: str) -> Callable[[Callable[..., Any]], Group]:
    """Make a function a command with commands below it."""
    return click.group(name, cls=Group, context_settings=dict(SETTINGS))


def name_of(param: click.Parameter) -> str:
    """What a person calls a parameter: `--corpus`, `OLD`; several words beside an argument are no name of it."""
    if isinstance(param, click.Option):
        return next((one for one in param.opts if one.startswith("--")), param.opts[0])
    shown = param.metavar or ""
    return shown if shown.isalpha() else (param.name or "").upper()


def words_of(ctx: click.Context) -> str:
    """The words of a command without the program's: `source add`."""
    words = []
    while ctx.parent is not None:
        words.append(ctx.info_name or "")
        ctx = ctx.parent
    return " ".join(reversed(words))


def about(words: str, name: str) -> str:
    """What is said of an argument of a command."""
    return manual.PARAMETERS.get(f"{words} {name}") or manual.PARAMETERS.get(name, "")


def _section(
    formatter: click.HelpFormatter, title: str, *, rows: Iterable[tuple[str, str]] = (), lines: Iterable[str] = ()
) -> None:
    rows, lines = list(rows), list(lines)
    if not rows and not lines:
        return
    with formatter.section(title):
        if rows:
            formatter.write_dl(rows, col_max=_COLUMN)
        for line in lines:
            formatter.write(f"{'':>{formatter.current_indent}}{line}\n")
