"""Lines outside the points: preamble, headings, closing and signature lines, in the same ledger as the points.

They are paired by text, then by place and order. Title and date are the header of an answer and no change.
"""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from textwrap import shorten

from plantrack.differences.places import moved, traded
from plantrack.differences.result import Change, Silenced, Words, WordSpan
from plantrack.differences.texts import TextComparison, Wording, compare_texts
from plantrack.documents.openings import standing_words
from plantrack.language.names import Names
from plantrack.language.tokens import tokens_of
from plantrack.model.readings import OutsideLine
from plantrack.value import evolve

_ALIKE = 0.3
"""The least share of words that two lines of one place must have in common to be one line in two states."""
_SHOWN = 120
"""Characters of the points below a heading that are shown with it."""
_IN_ORDER = frozenset(("preamble", "text", "closing"))
"""Places of paragraphs whose order is theirs; headings and notes go with their points, signatures with no order."""
_MOST_COMPARED = 40_000
"""Pairs of lines that are compared by their words; in longer papers only lines next to each other are."""


def compare_outside(
    old: Sequence[OutsideLine], new: Sequence[OutsideLine], names: Names, *, mode: str = "full"
) -> TextComparison:
    """What differs outside the points; each change has a place and no point.

    Args:
        old: The lines of one paper outside its points.
        new: Those of the other.
        names: Who and what may be named.
        mode: How far the language of the texts is read; see `compare_texts`.
    """
    stands = [[standing_words(line.text) for line in lines if line.place == "title"] for lines in (old, new)]
    olds, news = ([line for line in lines if line.place != "title" or stands[0] != stands[1]] for lines in (old, new))
    pairs = _pairs(olds, news)
    changes: list[Change] = _in_other_order(olds, news, pairs)
    silenced: list[Silenced] = []
    for one, other in pairs:
        if one is None or other is None:
            changes.append(_one_sided(one, other))
            continue
        found = compare_texts([Wording(id="", text=one.text)], [Wording(id="", text=other.text)], names, mode=mode)
        silenced += [evolve(each, old_ids=(), new_ids=(), place=other.place) for each in found.silenced]
        if found.changes:
            changes.append(_changed(one, other, found.changes))
    return TextComparison(changes=tuple(changes), silenced=tuple(silenced))


def points_under_other_headings(
    old: Sequence[OutsideLine],
    new: Sequence[OutsideLine],
    points: tuple[Mapping[str, str], ...],
    pairs: Iterable[tuple[str, str]],
) -> list[Change]:
    """Points that stand under another heading now, although both papers have both; one change for each two headings.

    Args:
        old: The lines of one paper outside its points.
        new: Those of the other.
        points: The words of the points of each paper by id, in the order of the text.
        pairs: The points that are paired.
    """
    above = [_headings(lines, ids) for lines, ids in zip((old, new), points, strict=True)]
    known = set(map(_folded, above[0].values())) & set(map(_folded, above[1].values()))
    met: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for one, other in pairs:
        first, second = above[0].get(one), above[1].get(other)
        if first and second and _folded(first) != _folded(second) and {_folded(first), _folded(second)} <= known:
            met.setdefault((first, second), []).append((one, other))
    return [
        Change(
            kind="outside-changed", place="heading", before=_with_words(first, points[0], (one for one, _ in ids)),
            after=_with_words(second, points[1], (other for _, other in ids)), effect=None,
            old_ids=tuple(one for one, _ in ids), new_ids=tuple(other for _, other in ids), words=Words(),
        )
        for (first, second), ids in met.items()
    ]  # fmt: skip


def notes_at_other_points(
    old: Sequence[OutsideLine],
    new: Sequence[OutsideLine],
    points: tuple[Mapping[str, str], ...],
    pairs: Iterable[tuple[str, str]],
) -> list[Change]:
    """Footnotes in the same words whose marks stand in points that are no pair, where both papers tell the points.

    Args:
        old: The lines of one paper outside its points.
        new: Those of the other.
        points: The words of the points of each paper by id.
        pairs: The points that are paired.
    """
    partners: dict[str, set[str]] = {}
    for one, other in pairs:
        partners.setdefault(one, set()).add(other)
    found = []
    for line, same in _pairs([line for line in old if line.marked], [line for line in new if line.marked]):
        if line is None or same is None:
            continue
        expected = {other for one in line.marked for other in partners.get(one, ())}
        if expected and not expected & set(same.marked):
            found.append(
                Change(
                    kind="outside-changed", place=same.place, before=_noted(line, points[0]),
                    after=_noted(same, points[1]), effect=None, old_ids=line.marked,
                    new_ids=same.marked, words=Words(),
                )
            )  # fmt: skip
    return found


def _noted(note: OutsideLine, points: Mapping[str, str]) -> str:
    """The first words of the points that bear the mark of a note, and the note."""
    return f"{shorten(' / '.join(points[one] for one in note.marked), _SHOWN, placeholder=' …')} [{note.text}]"


def _in_other_order(
    old: Sequence[OutsideLine],
    new: Sequence[OutsideLine],
    pairs: Iterable[tuple[OutsideLine | None, OutsideLine | None]],
) -> list[Change]:
    """Paragraphs outside the points that traded places: each with the one that it stood and stands behind or before."""
    places = [{id(line): place for place, line in enumerate(lines)} for lines in (old, new)]
    kept = [
        (places[0][id(one)], places[1][id(other)])
        for one, other in pairs
        if one is not None and other is not None and one.place == other.place
        and one.place.rpartition(" ")[2] in _IN_ORDER and _folded(one.text) == _folded(other.text)
    ]  # fmt: skip
    ranks = {there: rank for rank, there in enumerate(sorted(there for _, there in kept))}
    order = [ranks[there] for _, there in kept]
    apart = moved(order) | traded(order)
    found = {
        (_beside(old, here), _beside(new, there)): new[there].place
        for at, (here, there) in enumerate(kept)
        if at in apart
    }
    return [
        Change(
            kind="outside-changed", place=place, before=before, after=after, effect=None, words=Words()
        )
        for (before, after), place in found.items()
    ]  # fmt: skip


def _beside(lines: Sequence[OutsideLine], place: int) -> str:
    """A line with the one before it, or with the next where it is the first."""
    first = max(0, place - 1)
    return " / ".join(shorten(line.text, _SHOWN, placeholder=" …") for line in lines[first : first + 2])


def _with_words(heading: str, points: Mapping[str, str], ids: Iterable[str]) -> str:
    """A heading with the first words of the points below it."""
    return f"{heading}: {shorten(' / '.join(points[one] for one in ids), _SHOWN, placeholder=' …')}"


def _headings(lines: Sequence[OutsideLine], points: Iterable[str]) -> dict[str, str]:
    """The heading that each point stands under."""
    begins = {line.point: line.text for line in lines if line.place.endswith(("heading", "title")) and line.point}
    found: dict[str, str] = {}
    current: str | None = None
    for one in points:
        current = begins.get(one, current)
        if current is not None:
            found[one] = current
    return found


def _one_sided(old: OutsideLine | None, new: OutsideLine | None) -> Change:
    line = old or new
    assert line is not None  # noqa: S101 - one of the two is there
    span = (WordSpan(0, len(line.text), line.text),)
    return Change(
        kind="outside-changed", place=line.place, before=old.text if old else None, after=new.text if new else None,
        effect=None, words=Words(old=span if old else (), new=span if new else ()),
    )  # fmt: skip


def _changed(old: OutsideLine, new: OutsideLine, changes: Sequence[Change]) -> Change:
    """One change for a line, with all of its words that differ."""
    words = [change.words for change in changes if change.words is not None]
    return Change(
        kind="outside-changed", place=new.place, before=old.text, after=new.text, effect=None,
        words=Words(
            old=tuple(sorted({span for each in words for span in each.old})),
            new=tuple(sorted({span for each in words for span in each.new})),
        ),
    )  # fmt: skip


def _pairs(
    old: Sequence[OutsideLine], new: Sequence[OutsideLine]
) -> list[tuple[OutsideLine | None, OutsideLine | None]]:
    """Lines paired by text, then by likeness within one place; in OLD's order, then what only NEW has."""
    waiting: dict[str, deque[int]] = {}
    for place, line in enumerate(new):
        waiting.setdefault(_folded(line.text), deque()).append(place)
    partner: dict[int, int] = {}
    for place, line in enumerate(old):
        same = waiting.get(_folded(line.text))
        if same:
            partner[place] = same.popleft()
    taken = set(partner.values())
    rest_old = [place for place in range(len(old)) if place not in partner]
    rest_new = [place for place in range(len(new)) if place not in taken]
    partner |= _by_likeness(old, new, rest_old, rest_new)
    taken = set(partner.values())
    found: list[tuple[OutsideLine | None, OutsideLine | None]] = [
        (line, new[partner[place]] if place in partner else None) for place, line in enumerate(old)
    ]
    return [*found, *((None, line) for place, line in enumerate(new) if place not in taken)]


def _by_likeness(
    old: Sequence[OutsideLine], new: Sequence[OutsideLine], rest_old: Sequence[int], rest_new: Sequence[int]
) -> dict[int, int]:
    old_words = {place: _words(old[place].text) for place in rest_old}
    new_words = {place: _words(new[place].text) for place in rest_new}
    scores = []
    if len(rest_old) * len(rest_new) <= _MOST_COMPARED:
        candidates = [(i, j) for i in rest_old for j in rest_new]
    else:
        candidates = list(zip(rest_old, rest_new, strict=False))
    for i, j in candidates:
        shared = len(old_words[i] & new_words[j])
        score = 2 * shared / max(1, len(old_words[i]) + len(new_words[j]))
        if (score >= _ALIKE and old[i].place == new[j].place) or score >= 2 * _ALIKE:
            scores.append((-score, abs(i - j), i, j))
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in sorted(scores):
        if i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    return partner


def _folded(text: str) -> str:
    return " ".join(token.low for token in tokens_of(text))


def _words(text: str) -> frozenset[str]:
    return frozenset(token.low for token in tokens_of(text) if token.kind != "mark")
