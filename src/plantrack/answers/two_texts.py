"""Two texts as people read them: the points that differ with the words of both papers, in OLD's order.

What stands here is the same for every format; nothing here decides what anything means.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePath

from plantrack.answers.counting import shortened
from plantrack.answers.marking import Run, marked_spans
from plantrack.answers.two_texts_labels import Names, change_label, read_both
from plantrack.catalogue import say
from plantrack.differences.changes import KINDS, QUIET
from plantrack.differences.groups import Group, PointGroups
from plantrack.differences.result import Change, Diff, Point, Side, WordSpan
from plantrack.model import Actor
from plantrack.plain import one_line, printable
from plantrack.value import evolve, value

GONE, NEW, BOTH = "gone", "new", "both"
HEADING = "heading"
"""The place of a change that lies in the headings of two points."""
_SPACE = re.compile(r"\s")
_WORDS_OF_NAME = 40
"""Characters of its words that a point without a number is called by."""
_TITLE = 140
"""Characters of a title."""


@value
class Wording:
    """The words of a point, or of a line, of one side."""

    number: str
    """Empty where the side has only this one."""
    runs: tuple[Run, ...]


@value
class Block:
    """A point of both papers, or of one, or a line outside the points, with all that differs of it."""

    state: str
    """`both`, `gone`, `new`."""
    numbers: str
    """`3`, `3→2`, `5→5, 6`, `→8`; empty for a line outside the points."""
    name: str
    """What the map calls it: its number in OLD, else in NEW; its first words where it has none."""
    anchor: str = ""
    """Its place in the answer."""
    title: str = ""
    old: tuple[Wording, ...] = ()
    new: tuple[Wording, ...] = ()
    labels: tuple[str, ...] = ()
    brief: tuple[str, ...] = ()
    """The labels as they read without the words of the papers above them."""
    changes: tuple[Change, ...] = ()


@value
class TwoTexts:
    """A comparison of two texts, arranged for reading."""

    diff: Diff
    names: Names
    papers: tuple[Block, ...]
    """Facts of the papers that differ."""
    outside: tuple[Block, ...]
    """Lines outside the points that differ."""
    points: tuple[Block, ...]
    """Points that differ in substance, or of which that is not known."""
    left_out: int = 0
    """Changes that a selection left out."""

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All of them, as they follow each other."""
        return (*self.papers, *self.outside, *self.points)


def arrange_two_texts(diff: Diff, actors: Mapping[str, Actor] | None = None, *, left_out: int = 0) -> TwoTexts:
    """The points and lines that differ, each with its words and labels.

    Args:
        diff: The comparison.
        actors: The registry, for changes of curated terms.
        left_out: How many changes a selection left out.
    """
    names = paper_names(diff)
    loud = [change for change in diff.changes if change.kind not in QUIET]
    papers = tuple(_fact(change, names, actors) for change in loud if KINDS[change.kind].subject == "paper")
    outside = tuple(_line(change, names, actors) for change in loud if KINDS[change.kind].subject == "outside")
    rest = [change for change in loud if KINDS[change.kind].subject not in ("paper", "outside")]
    points = tuple(_Points(diff, names, actors).blocks(rest))
    papers, outside, points = (
        tuple(evolve(block, anchor=f"{kind}-{index}") for index, block in enumerate(blocks, 1))
        for kind, blocks in (("paper", papers), ("line", outside), ("point", points))
    )
    return TwoTexts(diff=diff, names=names, papers=papers, outside=outside, points=points, left_out=left_out)


def paper_names(diff: Diff) -> Names:
    """How sentences call the papers: files without their folders; OLD and NEW where that is one name."""
    old, new = (_short_ref(side) for side in (diff.old, diff.new))
    revision = diff.relation == "revision"
    return Names("OLD", "NEW", revision) if old == new else Names(old, new, revision)


def _short_ref(side: Side) -> str:
    return one_line(PurePath(side.ref).name or side.ref)


def point_name(point: Point) -> str:
    """A point by its number, else by its label or title, else by its first words."""
    if point.number:
        return one_line(point.number)
    name = point.label or point.title
    if name:
        return one_line(name)
    return f"\u201c{shortened(one_line(point.text or point.summary or point.id), _WORDS_OF_NAME)}\u201d"


def title_of(names: Names, message: str) -> str:
    """The title of an answer on two papers."""
    return shortened(say(message, old=names.old, new=names.new), _TITLE)


def _fact(change: Change, names: Names, actors: Mapping[str, Actor] | None) -> Block:
    label = change_label(change, names, actors)
    return Block(state=BOTH, numbers="", name=change.place or "", labels=(label,), brief=(label,), changes=(change,))


def _line(change: Change, names: Names, actors: Mapping[str, Actor] | None) -> Block:
    """A line outside the points: `before` and `after` hold it whole."""
    label = change_label(change, names, actors)
    if change.place and change.place != "preamble":
        label += f" ({one_line(change.place)})"
    words = change.words
    old, new = (
        (_wording("", side, spans),) if isinstance(side, str) else ()
        for side, spans in ((change.before, words.old if words else ()), (change.after, words.new if words else ()))
    )
    state = BOTH if old and new else GONE if old else NEW
    name = one_line(change.place or "")
    return Block(
        state=state, numbers="", name=name, old=old, new=new, labels=(label,), brief=(label,), changes=(change,)
    )


def _wording(number: str, text: str, spans: Iterable[WordSpan]) -> Wording:
    """A wording of others on one line, and safe to print wherever it is shown."""
    runs = marked_spans(text, spans)
    return Wording(
        number=number,
        runs=tuple(Run(text=printable(_SPACE.sub(" ", run.text)), changed=run.changed) for run in runs),
    )


class _Points:
    """The points of a diff, to be gathered with the changes that are of them."""

    def __init__(self, diff: Diff, names: Names, actors: Mapping[str, Actor] | None) -> None:
        self.names = names
        self.actors = actors
        self.groups = PointGroups(diff)

    def blocks(self, changes: Iterable[Change]) -> list[Block]:
        """The blocks in OLD's order."""
        grouped: dict[Group, list[Change]] = {}
        for change in changes:
            grouped.setdefault(self.groups.group(change), []).append(change)
        return [self._block(group, grouped[group]) for group in self.groups.in_order(grouped)]

    def _block(self, group: Group, changes: Sequence[Change]) -> Block:
        old, new = self.groups.points(group)
        state = BOTH if old and new else GONE if old else NEW
        told = [change for change in changes if not _says_no_more_than(change, state)]
        labels, brief = (tuple(self._labels(told, group, alone=alone)) for alone in (False, True))
        return Block(
            state=state,
            numbers=_numbers(old, new),
            name=", ".join(point_name(point) for point in old or new),
            title="" if any(change.place == HEADING for change in changes) else _title(old, new),
            old=tuple(self._wordings(old, changes, "old")),
            new=tuple(self._wordings(new, changes, "new")),
            labels=(*labels, *self._tied(changes)),
            brief=brief,
            changes=tuple(changes),
        )

    def _labels(self, changes: Sequence[Change], group: Group, *, alone: bool) -> Iterator[str]:
        """A label a change, with its points where those are not all; whatever only says to read both is one label."""
        unexplained = 0
        for change in changes:
            label = change_label(change, self.names, self.actors, alone=alone)
            if change.kind == "wording-unexplained" and label == read_both():
                unexplained += 1
            else:
                narrower = (change.old_ids, change.new_ids) != group and KINDS[change.kind].subject != "provision"
                yield f"{_of(change)}: {label}" if narrower and len(group.old_ids + group.new_ids) > 2 else label
        if unexplained:
            yield say("label.read-both", count=unexplained)

    def _tied(self, changes: Iterable[Change]) -> tuple[str, ...]:
        """The points that hang on what changed here."""
        ids = dict.fromkeys(one for change in changes for one in change.linked)
        points = [self.groups.old.get(one) or self.groups.new.get(one) for one in ids]
        names = [point_name(point) for point in points if point is not None]
        return (say("label.tied", points=", ".join(names)),) if names else ()

    def _wordings(self, points: Sequence[Point], changes: Sequence[Change], side: str) -> Iterator[Wording]:
        """The words of the points of a side; their headings, too, where those differ."""
        in_text, in_heading = self._spans(points, changes, side), self._spans(points, changes, side, heading=True)
        for point in points:
            number = point_name(point) if len(points) > 1 else ""
            if in_heading and point.title:
                yield _wording(number, point.title, in_heading.get(point.id, ()))
                number = ""
            if point.text:
                yield _wording(number, point.text, in_text.get(point.id, ()))

    def _spans(
        self, points: Sequence[Point], changes: Sequence[Change], side: str, *, heading: bool = False
    ) -> dict[str, list[WordSpan]]:
        """The words that changes speak of, by the point that has them."""
        spans: dict[str, list[WordSpan]] = {}
        for change in changes:
            if change.words is None or (change.place == HEADING) != heading:
                continue
            ids = (change.old_ids if side == "old" else change.new_ids) or [point.id for point in points]
            for one, span in self._held(ids, change.words.old if side == "old" else change.words.new, side):
                spans.setdefault(one, []).append(span)
        return spans

    def _held(self, ids: Sequence[str], spans: Iterable[WordSpan], side: str) -> Iterator[tuple[str, WordSpan]]:
        """Spans with the points that hold them: one point after the other, as their words go on."""
        points = self.groups.old if side == "old" else self.groups.new
        index, end = 0, 0
        for span in spans:
            if span.start < end:
                index += 1
            after = [*range(index, len(ids)), *range(min(index, len(ids)))]
            index = next((place for place in after if _has(points.get(ids[place]), span)), 0)
            end = span.end
            yield ids[index] if ids else "", span


def _has(point: Point | None, span: WordSpan) -> bool:
    """Whether a point has these words at this place."""
    held = () if point is None else (point.text, point.title)
    return any(text is not None and text[span.start : span.end] == span.words for text in held)


def _says_no_more_than(change: Change, state: str) -> bool:
    """Whether a change is told by where its words stand: under GONE or NEW."""
    return (state == GONE and change.kind == "provision-removed") or (state == NEW and change.kind == "provision-added")


def _of(change: Change) -> str:
    """The points of a change inside a group: `5→6`."""
    old, new = (", ".join(one_line(number or "") for number in side) for side in (change.old, change.new))
    return old if old == new else f"{old}\u2192{new}" if old else f"\u2192{new}" if new else ""


def _numbers(old: Sequence[Point], new: Sequence[Point]) -> str:
    before, after = (", ".join(one_line(point.number or "\u2022") for point in side) for side in (old, new))
    if not old:
        return f"\u2192{after}"
    return before if not new or before == after else f"{before}\u2192{after}"


def _title(old: Sequence[Point], new: Sequence[Point]) -> str:
    """The heading of a point, of both where they differ; none where its words begin with it."""
    titles = [
        one_line(side[0].title)
        for side in (old, new)
        if len(side) == 1 and side[0].title and not (side[0].text or "").startswith(side[0].title)
    ]
    return " \u2192 ".join(dict.fromkeys(titles))
