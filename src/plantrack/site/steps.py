"""What each paper changed against the one it comes from, as one line says it."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from plantrack.answers.entries import Entries, Entry, arrange
from plantrack.answers.history_words import beside_words
from plantrack.answers.names import provision_label
from plantrack.catalogue import say
from plantrack.differences.changes import QUIET
from plantrack.differences.history import predecessor
from plantrack.differences.papers import Compared
from plantrack.differences.result import Change
from plantrack.model import Version
from plantrack.plain import first_up
from plantrack.site.contents import Contents
from plantrack.value import value


@value
class StepPoint:
    """A point that a step changed."""

    provision: str
    label: str


@value
class StepGroup:
    """The points of one section of the comparison."""

    section: str
    words: str
    points: tuple[StepPoint, ...]


@value
class Step:
    """One paper, against the one it comes from."""

    version: Version
    against: Version | None
    relation: str | None
    """How it comes from that; None where it merely follows by date."""
    groups: tuple[StepGroup, ...] = ()
    not_reported: int = 0
    beside: tuple[str, ...] = ()
    """What differs and is of no point, counted: `1 fact of the paper (standing)`."""
    changes: tuple[Change, ...] = ()

    @property
    def news(self) -> str:
        """What changed, in numbers."""
        if self.against is None:
            return "The first known."
        counts = {group.section: len(group.points) for group in self.groups}
        return news(counts, self.not_reported, self.beside)


_WORDS = (
    ("changed", "group.changed"),
    ("unopposed", "group.unopposed"),
    ("at_odds", "group.at-odds"),
    ("compatible", "group.compatible"),
)


def news(counts: Mapping[str, int], not_reported: int, beside: Sequence[str] = (), *, rival: bool = False) -> str:
    """What changed, or between rival papers differs, in numbers.

    >>> news({"changed": 2, "at-odds": 1, "compatible": 6}, 18, ["1 fact of the paper (standing)"])
    '2 points changed; on 7 points reports differ; of 18 points nothing is reported; 1 fact of the paper (standing).'
    """
    differ = counts.get("at-odds", 0) + counts.get("compatible", 0)
    parts = []
    if counts.get("changed"):
        parts.append(say("news.differ" if rival else "news.changed", count=counts["changed"]))
    if counts.get("unopposed"):
        parts.append(say("news.unopposed-rival" if rival else "news.unopposed", count=counts["unopposed"]))
    if differ:
        parts.append(say("news.reports-differ", count=differ))
    if not_reported:
        parts.append(say("news.not-reported", count=not_reported))
    parts += beside
    if not counts and not beside:
        parts.insert(0, say("news.none"))
    text = "; ".join(parts)
    return f"{first_up(text)}."


class Steps:
    """The steps of all papers, worked out once."""

    def __init__(self, contents: Contents) -> None:
        self._contents = contents

    @cached_property
    def by_ref(self) -> Mapping[str, Step]:
        """The step that leads to each version, by reference, the oldest first."""
        return {version.ref: self._step(version) for version in self._contents.versions}

    def _step(self, version: Version) -> Step:
        against = predecessor(version, self._contents.corpus)
        if against is None:
            return Step(version=version, against=None, relation=None)
        compared = self._contents.compared(against, version.ref)
        return _step(compared, next((d.relation for d in version.derived_from if d.version == against), None))


def _step(compared: Compared, relation: str | None) -> Step:
    entries = arrange(compared)
    return Step(
        version=compared.new.version,
        against=compared.old.version,
        relation=relation,
        groups=step_groups(entries),
        not_reported=len(entries.silence.unmentioned),
        beside=tuple(beside_words(entries.beside, named=True)),
        changes=compared.diff.changes,
    )


def step_groups(entries: Entries, *, rival: bool = False) -> tuple[StepGroup, ...]:
    """The points of a comparison that changed, by section; those that are only worded otherwise left out."""
    found = []
    for section, words in _WORDS:
        points = [point for entry in getattr(entries, section) if _is_loud(entry) for point in _points(entry)]
        if points:
            said = say("reported.different" if rival and section == "changed" else words)
            found.append(StepGroup(section=section.replace("_", "-"), words=said, points=tuple(points)))
    return tuple(found)


def _is_loud(entry: Entry) -> bool:
    return any(change.kind not in QUIET for change in entry.changes) or bool(entry.reported)


def _points(entry: Entry) -> list[StepPoint]:
    return [StepPoint(provision=one.id, label=provision_label(one)) for one in entry.points]
