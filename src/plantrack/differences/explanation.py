"""The ledger of two papers: every difference, point by point, and what became of it by which rule."""

from collections.abc import Iterable, Mapping
from typing import Annotated

from plantrack.differences.changes import ChangeKind
from plantrack.differences.decisions import RULE as READ_SAME
from plantrack.differences.groups import Group, PointGroups
from plantrack.differences.result import Change, Diff, Point, Silenced, Words
from plantrack.errors import UnknownNameError, nearest_name, one_of
from plantrack.model.fields import OneOf
from plantrack.value import field, value

NAMED, SILENCED, UNEXPLAINED = "named", "silenced", "unexplained"
OUTCOMES = {
    NAMED: "a rule says what the difference does",
    SILENCED: "a rule shows that both say the same",
    UNEXPLAINED: "no rule knows what the difference does; read both",
}
"""What can become of a difference."""
Outcome = Annotated[str, OneOf("outcome", OUTCOMES)]
OUTSIDE = "outside"
"""What a person asks for to see the lines outside the points."""
_TO_READ = ("wording-unexplained", "outside-changed")
"""Kinds that say no more than that words differ."""
_NO_DIFFERENCE = "provision-reworded"
"""A change that only sums up what was silenced."""


@value
class Difference:
    """One difference, and what became of it."""

    outcome: Outcome
    kind: ChangeKind | None
    """The kind of change it was named; None where it was silenced."""
    rule: str | None
    """The rule that named or silenced it; None where none did."""
    words: Words
    """The words of both sides that it lies in; none where whole points came or went."""
    old_ids: tuple[str, ...]
    new_ids: tuple[str, ...]
    place: str | None = None
    """Where it is, outside the points; `heading` in the headings of two points."""
    change: Change | None = field(default=None, repr=False)
    """The change, where it is one."""


@value
class ExplainedPoint:
    """Points of both papers that hang together, or a place outside the points, with all that differs there."""

    old: tuple[Point, ...] = ()
    new: tuple[Point, ...] = ()
    place: str | None = None
    """Where it is, outside the points."""
    differences: tuple[Difference, ...] = ()


@value
class Explanation:
    """Every difference of two papers."""

    diff: Diff = field(repr=False)
    points: tuple[ExplainedPoint, ...]
    """Lines outside the points first, then points in OLD's order; only where something differs."""

    @property
    def counts(self) -> Mapping[Outcome, int]:
        """How many differences ended in each way."""
        outcomes = [one.outcome for point in self.points for one in point.differences]
        return {outcome: outcomes.count(outcome) for outcome in OUTCOMES}

    @property
    def rules(self) -> Mapping[str, str]:
        """The rules that were used, by the alphabet, each with what it means."""
        used = {(one.rule, one.outcome) for point in self.points for one in point.differences if one.rule}
        return {name: rule_meaning(name, outcome) for name, outcome in sorted(used)}


def explain_diff(diff: Diff, point: str | None = None) -> Explanation:
    """Every difference of a diff, what became of it, and by which rule.

    Args:
        diff: The comparison.
        point: A point by number or id, in either paper; `outside` for the lines outside the points; all if None.

    Raises:
        UnknownNameError: if neither paper has such a point.
    """
    groups = PointGroups(diff)
    places: dict[str, list[Difference]] = {}
    gathered: dict[Group, list[Difference]] = {}
    for found in _differences(diff):
        if found.old_ids or found.new_ids:
            gathered.setdefault(groups.group(_as_change(found)), []).append(found)
        else:
            places.setdefault(found.place or "", []).append(found)
    points = [ExplainedPoint(place=place, differences=tuple(held)) for place, held in places.items()]
    for group in groups.in_order(gathered):
        old, new = groups.points(group)
        held = sorted(gathered[group], key=_place_in_text)
        points.append(ExplainedPoint(old=tuple(old), new=tuple(new), differences=tuple(held)))
    if point is not None:
        points = _asked(points, point, diff)
    return Explanation(diff=diff, points=tuple(points))


def rule_meaning(name: str, outcome: str) -> str:
    """What a rule means, in a sentence; empty for one that nobody described."""
    if name == READ_SAME:
        return "A person read both and found them the same."
    from plantrack.differences.rules import NAMES, RULES, SILENCES

    rule = RULES.get((SILENCES if outcome == SILENCED else NAMES, name))
    return rule.meaning if rule is not None else ""


def _differences(diff: Diff) -> Iterable[Difference]:
    for change in diff.changes:
        if change.kind != _NO_DIFFERENCE:
            yield Difference(
                outcome=UNEXPLAINED if change.kind in _TO_READ else NAMED,
                kind=change.kind, rule=change.rule, words=change.words or Words(), old_ids=change.old_ids,
                new_ids=change.new_ids, place=change.place, change=change,
            )  # fmt: skip
    for one in diff.silenced:
        yield Difference(
            outcome=SILENCED, kind=None, rule=one.rule, words=one.words, old_ids=one.old_ids, new_ids=one.new_ids,
            place=one.place,
        )  # fmt: skip


def _as_change(found: Difference) -> Change | Silenced:
    return found.change or Silenced(rule="", words=found.words, old_ids=found.old_ids, new_ids=found.new_ids)


def _place_in_text(found: Difference) -> tuple[bool, int, int]:
    """What has no words first, then in the order of OLD's words; what only NEW has, where it stands there."""
    old, new = found.words.old, found.words.new
    if not old and not new:
        return False, -1, -1
    return True, old[0].start if old else new[0].start, new[0].start if new else -1


def _asked(points: list[ExplainedPoint], name: str, diff: Diff) -> list[ExplainedPoint]:
    """Only the points of this name, of which there may be no difference."""
    if name == OUTSIDE:
        return [each for each in points if each.place is not None]
    every = (*diff.points_old, *diff.points_new)
    if not any(name in (point.number, point.id) for point in every):
        known = list(dict.fromkeys(point.number or point.id for point in every))
        near = nearest_name(name, known)
        raise UnknownNameError(
            kind="point", name=name, near=(near,) if near else (), expected=one_of([*known, OUTSIDE], near=name)
        )
    return [each for each in points if any(name in (point.number, point.id) for point in (*each.old, *each.new))]
