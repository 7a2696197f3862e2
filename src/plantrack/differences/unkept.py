"""Points of which the wording is not kept here, so that only terms are compared."""

from collections.abc import Iterable, Iterator

from plantrack.catalogue import parts_of, say
from plantrack.model import Version
from plantrack.plain import one_line

_SEEN = ("full_text", "partial_text")
_MOST = 12
"""So many points are named."""


def unkept_points(version: Version) -> tuple[str, ...]:
    """The ids of points whose wording was seen and is not kept; of those known from reports nobody has it."""
    return tuple(
        one.id
        for one in version.provisions.values()
        if not one.text
        and (one.text_basis or version.text_basis) in _SEEN
        and one.wording == "in_text"
        and (one.terms or one.summary or one.variants)
        and not one.claims
    )


def unkept_note(papers: Iterable[tuple[str, Version]]) -> Iterator[str]:
    """What is said once of papers whose wording is not kept: it was not compared.

    Args:
        papers: All papers that are compared, with what they are called.
    """
    told = [_told(ref, version) for ref, version in papers if unkept_points(version)]
    if told:
        yield say("note.not-kept", papers="; ".join(dict.fromkeys(told)))


def is_unkept_note(note: str) -> bool:
    """Whether a note is this one, of whatever papers."""
    return note.startswith(parts_of("note.not-kept")[0])


def _told(ref: str, version: Version) -> str:
    """The paper, where none of its points has its wording; else the points."""
    unkept = unkept_points(version)
    if not any(one.text for one in version.provisions.values()):
        return one_line(ref)
    names = [one_line(version.provisions[one].number or version.provisions[one].label or one) for one in unkept]
    more = f" and {len(names) - _MOST} more" if len(names) > _MOST else ""
    return f"{one_line(ref)}, {', '.join(names[:_MOST])}{more}"
