"""What a version says and no longer rests on anything, told in sentences."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from plantrack.corpus import Corpus
from plantrack.corpus.shaken import Shaken, shaken_statements
from plantrack.differences.states import letter_of
from plantrack.model import Version
from plantrack.value import evolve


def lost_statements(version: Version, corpus: Corpus, ids: Collection[str] | None = None) -> tuple[Shaken, ...]:
    """The statements of a version of which all sources were withdrawn.

    Args:
        version: The version.
        corpus: Where its sources are.
        ids: Only of these points; of everything that the version says if None.

    Raises:
        InputError: if a source cannot be read.
    """
    shaken = shaken_statements(version, corpus) if ids is None else _of_points(version, corpus, ids)
    return tuple(one for one in shaken if one.lost)


def _of_points(version: Version, corpus: Corpus, ids: Collection[str]) -> Iterator[Shaken]:
    for provision in version.provisions.values():
        if provision.id in ids:
            for one in shaken_statements(provision, corpus):
                yield evolve(one, path=("provisions", provision.id, *one.path))


def lost_sentences(called: str, lost: Iterable[Shaken]) -> tuple[str, ...]:
    """A sentence for all statements that lost the same sources.

    Args:
        called: Whose statements they are: `NEW`, `19pt@2025-11-24`.
        lost: The statements.
    """
    found: dict[str, list[str]] = {}
    for one in lost:
        found.setdefault(", ".join(one.withdrawn), []).append(_statement_words(one.path))
    return tuple(
        f"What {called} says of {', '.join(dict.fromkeys(named))} lost its ground: all sources were withdrawn ({gone})."
        for gone, named in found.items()
    )


def _statement_words(path: Sequence[str]) -> str:
    """What a statement is of: a point by its id and which part of it, else by the names of fields."""
    if path[:1] == ("provisions",):
        return f"{path[1]}{_part_words(path[2:])}"
    return _field_words(path)


def _part_words(path: Sequence[str]) -> str:
    """Which part of a provision: its reported state by letter, else by the names of fields."""
    if not path:
        return ""
    return f" (state {letter_of(int(path[1]))})" if path[0] == "claims" else f" ({_field_words(path)})"


def _field_words(path: Sequence[str]) -> str:
    return " ".join(name.replace("_", " ") for name in path if not name.isdecimal())
