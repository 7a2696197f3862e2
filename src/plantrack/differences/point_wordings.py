"""Compare what the points of a match group say in words: their wordings, and their headings."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from plantrack.differences.renumbering import UNCHANGED, Renumbering
from plantrack.differences.result import Change, Words, WordSpan
from plantrack.differences.status_in_text import status_facts
from plantrack.differences.texts import TextComparison, Wording, compare_texts
from plantrack.language.names import Names
from plantrack.model import Provision
from plantrack.value import evolve

if TYPE_CHECKING:
    from plantrack.differences.result import Silenced


def compare_group(
    old: Sequence[Provision],
    new: Sequence[Provision],
    names: Names,
    *,
    mode: str = "full",
    renumbered: Renumbering = UNCHANGED,
) -> TextComparison:
    """Everything that the words of two groups of points give.

    Points of which one side keeps no wording are compared by their terms alone.
    """
    changes: list[Change] = []
    silenced: list[Silenced] = []
    olds = [Wording(id=one.id, text=one.text) for one in old if one.text]
    news = [Wording(id=one.id, text=one.text) for one in new if one.text]
    if bool(olds) != bool(news) and _only_heads(new if olds else old):
        bare = [Wording(id=one.id, text="") for one in (new if olds else old)]
        olds, news = olds or bare, news or bare
    if olds and news:
        found = compare_texts(
            olds, news, names, skip_status=_statuses(old) != _statuses(new), mode=mode, renumbered=renumbered
        )
        changes += found.changes
        silenced += found.silenced
    titles = (
        [Wording(id=one.id, text=one.title) for one in old if one.title],
        [Wording(id=one.id, text=one.title) for one in new if one.title],
    )
    if titles[0] and titles[1]:
        found = compare_texts(*titles, names, mode=mode, renumbered=renumbered)
        changes += (evolve(change, place="heading") for change in found.changes)
        silenced += (evolve(one, place="heading") for one in found.silenced)
    elif olds and news:
        changes += _heads_of_one_side(titles, (old, new))
    return TextComparison(changes=tuple(changes), silenced=tuple(silenced))


def _heads_of_one_side(
    titles: tuple[Sequence[Wording], Sequence[Wording]], points: tuple[Sequence[Provision], Sequence[Provision]]
) -> list[Change]:
    """Headings of points that the other paper has none for, unless its points say their words themselves."""
    said = [" ".join((one.text or "").casefold() for one in side) for side in reversed(points)]
    found = []
    for side, held in enumerate(titles):
        for one in (one for one in held if one.text.casefold() not in said[side]):
            span = (WordSpan(0, len(one.text), one.text),)
            found.append(
                Change(
                    kind="outside-changed", place="heading", before=None if side else one.text,
                    after=one.text if side else None, effect=None,
                    old_ids=tuple(point.id for point in points[0]), new_ids=tuple(point.id for point in points[1]),
                    words=Words(new=span) if side else Words(old=span),
                )
            )  # fmt: skip
    return found


def _only_heads(provisions: Sequence[Provision]) -> bool:
    """Whether points say nothing themselves, and only hold points below them: nothing is kept back of their wording."""
    return not any(one.terms or one.summary or one.variants or one.claims or one.text_basis for one in provisions)


def _statuses(provisions: Sequence[Provision]) -> set[str]:
    return {str(fact.value) for one in provisions if one.text for fact in status_facts(one.text)}
