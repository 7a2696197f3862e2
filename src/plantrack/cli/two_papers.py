"""Options of every command that compares two papers, and the comparison they ask for."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from plantrack.cli.reading_options import options_for_reading, reading_options_of_two, relation_asked
from plantrack.corpus import Corpus
from plantrack.errors import UsageError

if TYPE_CHECKING:
    from plantrack.differences.papers import Compared

F = TypeVar("F", bound=Callable[..., Any])

_OPTIONS = (
    click.option("--match", "matched", multiple=True, metavar="OLD=NEW", help="Join two points, by number or id."),
    click.option("--no-match", "unmatched", multiple=True, metavar="OLD=NEW", help="Keep two points apart."),
    click.option(
        "--same", "read_same", multiple=True, metavar="OLD=NEW", help="Take two points for the same: you read both."
    ),
    click.option(
        "--decisions", type=click.Path(path_type=Path, dir_okay=False), help="Start from what this file decided before."
    ),
    click.option("--partial", multiple=True, type=click.Choice(["old", "new"]), help="This text is an excerpt."),
    click.option("--amends", metavar="BASE", help="NEW says how BASE changes; compare with BASE changed so."),
)


def comparing_options(command: F) -> F:
    """Give a command the options by which a person overrules how two papers are compared."""
    command = reading_options_of_two(command)
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def compare_as_said(
    old: str | None, new: str | None, corpus: Corpus, options: Mapping[str, Any], *, save: bool = False
) -> "Compared":
    """The comparison of two papers as the options ask for it.

    Args:
        old: A reference; None where the two texts of one file are compared.
        new: Another.
        corpus: Where plans are looked for.
        options: The values of `comparing_options`.
        save: Whether what was said now is kept in the file of decisions.

    Raises:
        PlantrackError: with everything that is wrong with the input.
    """
    from plantrack.differences.asked import Question, compare_as_asked

    question = Question(
        matched=pairs_in(options["matched"]),
        unmatched=pairs_in(options["unmatched"]),
        read_same=pairs_in(options["read_same"]),
        relation=relation_asked(options),
        read=options_for_reading(options),
        partial=tuple(options["partial"]),
        amends=options["amends"],
        tracked=str(options["tracked"]) if options.get("tracked") else None,
        decisions=options["decisions"],
    )
    return compare_as_asked(old, new, corpus, question, save=save)


def pairs_in(written: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Pairs of points from `14=9`. Raises UsageError."""
    pairs = []
    for pair in written:
        old, equals, new = pair.partition("=")
        if not (old and equals and new):
            raise UsageError("not a pair of points", found=repr(pair), expected="OLD=NEW, such as 14=9")
        pairs.append((old, new))
    return tuple(pairs)
