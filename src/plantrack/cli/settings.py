"""What a file of defaults says, held against the options that commands have."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from plantrack.cli.contents import SHARED, WRITING
from plantrack.corpus.files import read_file
from plantrack.errors import PlantrackError, Problem, nearest_name, one_of, quoted
from plantrack.reading.settings import Settings, line_of, read_settings
from plantrack.value import evolve, value

_NOT_OF_CORPUS = "not set by the file of a corpus, which may come from anybody"
_OWN_FILE = "your own file, ~/.config/plantrack/config.toml"


@value
class _Place:
    """A table of a file: of one command, or above all."""

    settings: Settings
    path: tuple[str, ...]
    of_corpus: bool

    def wrong(self, key: str, what: str, **said: str | None) -> Problem:
        """A problem with a key; the rest as Problem has it."""
        path = (*self.path, key)
        line = line_of(self.settings.text, path)
        return evolve(Problem(what=what, file=self.settings.file, line=line, path=".".join(path)), **said)

    def folder_of(self, held: str) -> str:
        """A file or folder that is named from where the file of defaults stands, or from home."""
        return os.path.join(os.path.dirname(self.settings.file), os.path.expanduser(held))  # noqa: PTH111, PTH118, PTH120 - an unknown home stays as it is written


def defaults_of(
    path: Path,
    words: str,
    command: click.Command,
    program: click.Group,
    problems: list[Problem],
    *,
    of_corpus: bool,
) -> dict[str, Any]:
    """What a file sets of a command; everything that is wrong in it is added to the problems, by line."""
    wrong: list[Problem] = []
    found = _read(path, words, command, program, wrong, of_corpus=of_corpus)
    problems += sorted(wrong, key=lambda problem: problem.line or 0)
    return found


def _read(
    path: Path,
    words: str,
    command: click.Command,
    program: click.Group,
    problems: list[Problem],
    *,
    of_corpus: bool,
) -> dict[str, Any]:
    if of_corpus and path.is_symlink():
        problems.append(Problem(what="a link, which is not followed", file=str(path), expected="a file"))
        return {}
    try:
        settings = read_settings(read_file(path, lambda: str(path)), file=str(path))
    except PlantrackError as error:
        problems += error.problems
        return {}
    top = _Place(settings=settings, path=(), of_corpus=of_corpus)
    named = {str(param.name) for param in command.params}
    found: dict[str, Any] = {}
    for key, held in settings.tables.items():
        if key in SHARED:
            folder = _shared(top, key, held, problems)
            found |= {key: folder} if folder is not None and key in named else {}
    for each_words, each_command, place, table in _tables(top, program, problems):
        values = dict(_values(place, each_words, each_command, table, problems))
        if each_words == words:
            found |= values
    return found


def _shared(place: _Place, key: str, held: object, problems: list[Problem]) -> str | None:
    """The folder that an option above the tables names."""
    if place.of_corpus:
        problems.append(place.wrong(key, _NOT_OF_CORPUS, expected=_OWN_FILE))
        return None
    wrong = _wrong_one(click.Path(), held)
    if wrong is not None:
        problems.append(place.wrong(key, "not a folder", found=_shown(held), expected=wrong[0]))
        return None
    return place.folder_of(str(held))


def _tables(
    top: _Place, program: click.Group, problems: list[Problem]
) -> Iterator[tuple[str, click.Command, _Place, Mapping[str, Any]]]:
    """Each command that a file has a table for."""
    waiting: list[tuple[_Place, click.Group, Mapping[str, Any]]] = [(top, program, top.settings.tables)]
    while waiting:
        place, group, tables = waiting.pop(0)
        context = click.Context(group)
        known = group.list_commands(context)
        for key, held in tables.items():
            if not place.path and key in SHARED:
                continue
            command = group.get_command(context, key)
            if command is None or not isinstance(held, Mapping):
                problems.append(_no_table(place, key, held, known, command))
                continue
            inner = _Place(settings=top.settings, path=(*place.path, key), of_corpus=top.of_corpus)
            if isinstance(command, click.Group):
                waiting.append((inner, command, held))
            else:
                yield " ".join(inner.path), command, inner, held


def _no_table(place: _Place, key: str, held: object, known: list[str], command: click.Command | None) -> Problem:
    if command is not None:
        return place.wrong(key, "not a table", found=_shown(held), expected=f"[{'.'.join((*place.path, key))}]")
    if isinstance(held, Mapping) or place.path:
        what = "no command has this name"
        return place.wrong(
            key, what, found=quoted(key), expected=one_of(known, near=key), nearest=nearest_name(key, known)
        )
    expected = f"{' or '.join(SHARED)}, or the table of a command, such as [diff]"
    what = "not an option of all commands"
    return place.wrong(key, what, found=quoted(key), expected=expected, nearest=nearest_name(key, SHARED))


def _values(
    place: _Place, words: str, command: click.Command, table: Mapping[str, Any], problems: list[Problem]
) -> Iterator[tuple[str, Any]]:
    """What a table sets, by the names in Python."""
    options = dict(options_of(command))
    for key, held in table.items():
        param = options.get(key)
        if param is None:
            what, expected = f"plantrack {words} has no such option", one_of(options, near=key) if options else None
            nearest = nearest_name(key, options)
            problems.append(place.wrong(key, what, found=quoted(key), expected=expected, nearest=nearest))
        elif place.of_corpus and not may_be_set_by_corpus(words, param):
            problems.append(place.wrong(key, _NOT_OF_CORPUS, expected=_OWN_FILE))
        elif (wrong := wrong_value(param, held)) is not None:
            what, (expected, nearest) = "not a value of this option", wrong
            problems.append(place.wrong(key, what, found=_shown(held), expected=expected, nearest=nearest))
        elif isinstance(param.type, click.Path):
            yield str(param.name), place.folder_of(held)
        else:
            yield str(param.name), tuple(held) if isinstance(held, list) else held


def options_of(command: click.Command) -> Iterator[tuple[str, click.Option]]:
    """The options of a command that a file may set, by their long names without hyphens before them."""
    for param in command.params:
        if isinstance(param, click.Option):
            yield max(param.opts, key=len).removeprefix("--"), param


def may_be_set_by_corpus(words: str, param: click.Option) -> bool:
    """Whether the file of a corpus may set an option: of a command that only reads, and no file or folder."""
    return words.partition(" ")[0] not in WRITING and not isinstance(param.type, click.Path | click.File)


def wrong_value(param: click.Option, held: object) -> tuple[str, str | None] | None:
    """What an option expects, and the nearest right word, where a value is not it."""
    if param.is_flag:
        return None if isinstance(held, bool) else ("true or false", None)
    if param.multiple or param.nargs != 1:
        count = f"a list of {param.nargs}" if param.nargs != 1 else "a list"
        if not isinstance(held, list) or (param.nargs != 1 and len(held) != param.nargs):
            return f'{count}, such as ["..."]' if param.nargs == 1 else f"{count} texts", None
        return next((wrong for each in held if (wrong := _wrong_one(param.type, each)) is not None), None)
    return _wrong_one(param.type, held)


def _wrong_one(kind: object, held: object) -> tuple[str, str | None] | None:
    if isinstance(kind, click.types.IntParamType):
        return _wrong_number(kind, held)
    if not isinstance(held, str) or not held or "\0" in held:
        return "text in quotation marks", None
    if isinstance(kind, click.Choice) and held not in kind.choices:
        choices = [str(choice) for choice in kind.choices]
        return one_of(choices, near=held), nearest_name(held, choices)
    return None


def _wrong_number(kind: object, held: object) -> tuple[str, None] | None:
    least, most = (kind.min, kind.max) if isinstance(kind, click.IntRange) else (None, None)
    whole = held if isinstance(held, int) and not isinstance(held, bool) else None
    if whole is not None and (least is None or whole >= least) and (most is None or whole <= most):
        return None
    bounds = (f" {word} {bound:g}" for word, bound in (("from", least), ("to", most)) if bound is not None)
    return f"a whole number{''.join(bounds)}", None


def _shown(held: object) -> str:
    if isinstance(held, bool):
        return str(held).lower()
    return quoted(held) if isinstance(held, str) else quoted(str(held))[1:-1]
