"""Two texts in one, as lawyers hand them on: NEW with every difference from OLD tracked, and our labels as comments.

To reject every change gives the words of OLD, to accept them the words of NEW. Marked is where the words differ, letter
by letter, also where both say the same in other words; what a difference does stands in the comment.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from plantrack.answers.marking import merged_words
from plantrack.answers.tree import NEW, OLD, Answer, Revised, Span, Words, plain
from plantrack.answers.two_texts import TwoTexts, arrange_two_texts
from plantrack.answers.two_texts_answer import title_of_two
from plantrack.answers.two_texts_header import said_above
from plantrack.catalogue import language, say
from plantrack.differences.result import Diff, Point
from plantrack.model import Actor
from plantrack.model.readings import OutsideLine
from plantrack.plain import one_line
from plantrack.value import value

Told = dict[tuple[str, str], tuple[str, ...]]
"""Comments by side and key of what they are on."""


@value
class _Part:
    """A point or a line outside the points, of one paper."""

    key: str
    """`point:` or `line:` with its id or place in the paper."""
    number: str = ""
    title: str = ""
    text: str = ""
    depth: int = 0
    style: str = "point"


def answer_redline(diff: Diff, actors: Mapping[str, Actor] | None = None, *, left_out: int = 0) -> Answer:
    """Every point and line of both papers, in NEW's order as far as both have one.

    Args:
        diff: The comparison of two texts.
        actors: The registry, for changes of curated terms.
        left_out: How many changes a selection left out.
    """
    shown = arrange_two_texts(diff, actors, left_out=left_out)
    told = _comments(shown)
    old, new = _parts(diff.points_old, diff.outside_old), _parts(diff.points_new, diff.outside_new)
    partners = _partners(diff, old, new)
    blocks = tuple(
        block for before, after in _aligned(old, new, partners) for block in _revised(before, after, told)
    )  # fmt: skip
    title = title_of_two(shown)
    above = (title, *said_above(shown))
    return Answer(title=title, blocks=_with_note(blocks, above), language=language())


def _with_note(blocks: tuple[Revised, ...], sentences: Sequence[str]) -> tuple[Revised, ...]:
    """The paragraphs, with what is said of both papers as the first comment."""
    if not blocks:
        return blocks
    first = blocks[0]
    said = tuple(map(plain, sentences))
    return (
        Revised(words=first.words, style=first.style, depth=first.depth, side=first.side,
                comments=(*said, *first.comments)),
        *blocks[1:],
    )  # fmt: skip


def _parts(points: Sequence[Point], outside: Sequence[OutsideLine]) -> list[_Part]:
    """Points and lines of one paper in the order of the text."""
    before: dict[str | None, list[_Part]] = {}
    for index, line in enumerate(outside):
        style = line.place if line.place == "title" else "heading" if line.place.endswith("heading") else "line"
        follows = points[0].id if points and line.place == "title" else line.point
        before.setdefault(follows, []).append(_Part(key=f"line:{index}", text=one_line(line.text), style=style))
    parts: list[_Part] = []
    depths: dict[str, int] = {}
    for point in points:
        depths[point.id] = depths.get(point.parent, -1) + 1 if point.parent else 0
        parts += before.pop(point.id, [])
        parts.append(
            _Part(
                key=f"point:{point.id}", number=one_line((point.number or "").rpartition(".")[2]),
                title=one_line(point.title or ""), text=one_line(point.text or ""), depth=depths[point.id],
            )
        )  # fmt: skip
    return [*parts, *(part for left in before.values() for part in left)]


def _partners(diff: Diff, old: Sequence[_Part], new: Sequence[_Part]) -> dict[str, str]:
    """What of OLD goes with what of NEW: points that were paired, lines of one text or with the same change."""
    found = {
        f"point:{match.old_ids[0]}": f"point:{match.new_ids[0]}"
        for match in diff.matches
        if len(match.old_ids) == len(match.new_ids) == 1
    }
    changed = {
        one_line(change.before): one_line(change.after)
        for change in diff.changes
        if change.kind == "outside-changed" and isinstance(change.before, str) and isinstance(change.after, str)
    }
    titles = [next((part.text for part in side if part.style == "title"), "") for side in (old, new)]
    if all(titles):
        changed.setdefault(*titles)
    lines: dict[str, list[str]] = {}
    for part in new:
        if part.key.startswith("line:"):
            lines.setdefault(part.text, []).append(part.key)
    for part in old:
        if part.key.startswith("line:"):
            held = lines.get(part.text) or lines.get(changed.get(part.text, ""))
            if held:
                found[part.key] = held.pop(0)
    return found


def _aligned(
    old: Sequence[_Part], new: Sequence[_Part], partners: Mapping[str, str]
) -> Iterator[tuple[_Part | None, _Part | None]]:
    """Both papers beside each other: what stands in another order stands alone on either side."""
    places = {part.key: index for index, part in enumerate(new)}
    pairs = [(index, places[partners[part.key]]) for index, part in enumerate(old) if partners.get(part.key) in places]
    start, start_new = 0, 0
    for index, index_new in [*_rising(pairs), (len(old), len(new))]:
        yield from ((part, None) for part in old[start:index])
        yield from ((None, part) for part in new[start_new:index_new])
        if index < len(old):
            yield old[index], new[index_new]
        start, start_new = index + 1, index_new + 1


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most pairs that stand in the same order on both sides: the longest increasing subsequence."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, place) in enumerate(pairs):
        at = bisect_left(tails, place)
        before.append(ends[at - 1] if at else -1)
        tails[at : at + 1] = [place]
        ends[at : at + 1] = [index]
    found: list[tuple[int, int]] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        found.append(pairs[index])
        index = before[index]
    return found[::-1]


def _revised(old: _Part | None, new: _Part | None, told: Told) -> Iterator[Revised]:
    """The paragraphs of a point: its title on a line of its own, then its words."""
    comments = (
        *(told.get((OLD, old.key), ()) if old else ()),
        *(told.get((NEW, new.key), ()) if new and not (old and (OLD, old.key) in told) else ()),
    )
    shape = new or old
    if shape is None:
        return
    side = "" if old and new else OLD if old else NEW
    numbers = _merged(*(f"{part.number}. " if part and part.number else "" for part in (old, new)))
    titles = _merged(*(part.title if part else "" for part in (old, new)))
    words = _merged(*(part.text if part else "" for part in (old, new)))
    rows = [(titles, "heading"), (words, shape.style)] if titles else [(words, shape.style)]
    for index, (row, style) in enumerate(rows):
        if row or index == 0:
            yield Revised(
                words=(*numbers, *row) if index == 0 else row, style=style, depth=shape.depth, side=side,
                comments=tuple(map(plain, comments)) if index == len(rows) - 1 else (),
            )  # fmt: skip


def _merged(old: str, new: str) -> Words:
    return tuple(Span(text=text, mark=mark) for text, mark in merged_words(old, new))


def _comments(shown: TwoTexts) -> Told:
    """The labels of each point and line, at the side that shows them: OLD where both do."""
    found: Told = {}
    outside = {side: {one_line(line.text): index for index, line in reversed(list(enumerate(lines)))}
               for side, lines in ((OLD, shown.diff.outside_old), (NEW, shown.diff.outside_new))}  # fmt: skip
    for block in shown.points:
        labels = block.labels or (say(f"diff.{block.state}"),)
        for change in block.changes[:1]:
            side, one = (OLD, change.old_ids[0]) if change.old_ids else (NEW, (*change.new_ids, "")[0])
            found[side, f"point:{one}"] = labels
    for block in shown.outside:
        for change in block.changes:
            side, text = (OLD, change.before) if isinstance(change.before, str) else (NEW, change.after)
            place = outside[side].get(one_line(str(text)))
            if place is not None:
                found[side, f"line:{place}"] = block.labels
    return found
