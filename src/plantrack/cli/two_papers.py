"""Options of every command that compares two papers, and the comparison they ask for."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from plantrack.cli.reading_options import options_for_reading, reading_options
from plantrack.corpus import Corpus, Paper
from plantrack.corpus.papers import resolve_pair, resolve_tracked
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
    command = reading_options(command)
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def compare_as_asked(
    old: str | None, new: str | None, corpus: Corpus, options: Mapping[str, Any], *, save: bool = False
) -> "Compared":
    """The comparison of two papers as the options ask for it.

    Args:
        old: A reference; None where the two texts of one file are compared.
        new: Another.
        corpus: Where plans are looked for.
        options: The values of `comparing_options`.
        save: Whether what was decided now is kept in the file of decisions.

    Raises:
        PlantrackError: with everything that is wrong with the input.
    """
    matched, unmatched, same = (pairs_in(options[name]) for name in ("matched", "unmatched", "read_same"))
    path: Path | None = options["decisions"]
    if save and path is None:
        raise UsageError("nowhere to keep what was decided", expected="--decisions FILE")
    one, other = _papers(old, new, corpus, options)
    if not (path or same):
        from plantrack.differences.papers import compare_papers

        return compare_papers(one, other, matched=matched, unmatched=unmatched)
    from plantrack.differences import decisions as kept
    from plantrack.model.decisions import Decisions
    from plantrack.value import evolve

    names = [kept.paper_name(paper.ref) for paper in (one, other)]
    known = Decisions(old=names[0], new=names[1])
    if path is not None and (path.exists() or not save):
        known = kept.load_decisions(path, old=one.ref, new=other.ref)
    known = kept.with_pairs(known, match=matched, no_match=unmatched)
    compared, decided = kept.compare_as_decided(one, other, known, file=str(path or ""), read_same=same)
    if save and path is not None:
        kept.save_decisions(evolve(decided, old=names[0], new=names[1]), path)
    return compared


def _papers(old: str | None, new: str | None, corpus: Corpus, options: Mapping[str, Any]) -> tuple[Paper, Paper]:
    read = options_for_reading(options)
    if options.get("tracked"):
        if old is not None:
            raise UsageError("--tracked compares the two texts of one file", found=repr(old), expected="no OLD and NEW")
        return resolve_tracked(str(options["tracked"]), corpus, options=(read, read))
    if old is None or new is None:
        raise UsageError("two papers are compared", found=repr(old) if old else "none", expected="OLD and NEW")
    return resolve_pair(old, new, corpus, partial=options["partial"], options=(read, read), amends=options["amends"])


def pairs_in(written: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Pairs of points from `14=9`. Raises UsageError."""
    pairs = []
    for pair in written:
        old, equals, new = pair.partition("=")
        if not (old and equals and new):
            raise UsageError("not a pair of points", found=repr(pair), expected="OLD=NEW, such as 14=9")
        pairs.append((old, new))
    return tuple(pairs)
