"""Compare the wordings of matched points, and the lines outside the points, as changes and silences of a diff."""

from collections.abc import Iterable, Mapping, Sequence

from plantrack.differences.naming import Named
from plantrack.differences.result import Change, Silenced, Words, WordSpan
from plantrack.differences.views import View
from plantrack.differences.wordings import FULL, WordingComparison, compare_wordings
from plantrack.language.names import Names
from plantrack.language.tokens import tokens_of
from plantrack.value import evolve, value

_BETWEEN = "\n\n"
"""What stands between the wordings of several points that are compared as one."""


@value
class Wording:
    """The words of one point or of one line."""

    id: str
    text: str


@value
class TextComparison:
    """What the words of a match group give; numbers, certainty and evidence are for the caller to fill in."""

    changes: tuple[Change, ...] = ()
    silenced: tuple[Silenced, ...] = ()


def compare_texts(
    old: Sequence[Wording],
    new: Sequence[Wording],
    names: Names,
    *,
    skip_status: bool = False,
    mode: str = "full",
    counterparts: Mapping[str, str] | None = None,
) -> TextComparison:
    """Compare the wordings of a match group; several points of a side are read as one after the other.

    Args:
        old: The old wordings, in order.
        new: The new ones.
        names: Who and what may be named.
        skip_status: Words that leave the matter to later, or call it disputed, are told elsewhere.
        mode: How far the language of the texts is read; see `compare_wordings`.
        counterparts: The number that each old point has in the new paper, for references to points.
    """
    one, other = _Joined(old), _Joined(new)
    if one.folded == other.folded:
        return TextComparison()
    if mode != FULL:
        from plantrack.differences.plain_words import compare_plainly

        told = compare_plainly(old, new, mode)
        return TextComparison(changes=told[0], silenced=told[1])
    turned = one.lows > other.lows
    if turned:  # both directions are computed the same way round, so that one mirrors the other
        one, other = other, one
        counterparts = {found: number for number, found in (counterparts or {}).items()}
    compared = compare_wordings(
        one.text, other.text, names, skip_status=skip_status, mode=mode, counterparts=counterparts
    )
    changes = [_change(named, compared, one, other) for named in compared.named]
    left = _unexplained(compared, one, other)
    if left is not None:
        changes.append(left)
    silenced = [_silenced(rule, places, compared, one, other) for rule, places in _by_rule(compared)]
    if not changes and not silenced:
        silenced = [_marks_only(one, other)]
    found = TextComparison(changes=tuple(changes), silenced=tuple(silenced))
    return _turned(found) if turned else found


class _Joined:
    """Wordings read as one text, with the way back from places in it to places in each."""

    def __init__(self, wordings: Sequence[Wording]) -> None:
        self.wordings = wordings
        self.text = _BETWEEN.join(wording.text for wording in wordings)
        self.folded = " ".join(self.text.split())
        self.lows = [token.low for token in tokens_of(self.text)]
        self.starts = []
        start = 0
        for wording in wordings:
            self.starts.append(start)
            start += len(wording.text) + len(_BETWEEN)

    def spans(self, view: View, places: Iterable[int]) -> list[tuple[str, WordSpan]]:
        """Items as spans, each in the wording that it stands in."""
        found: list[tuple[str, WordSpan]] = []
        last = None
        for place in sorted(set(places)):
            item = view.items[place]
            index = self._index(item.start)
            wording, base = self.wordings[index], self.starts[index]
            start, end = item.start - base, min(item.end - base, len(wording.text))
            joined = last is not None and place == last + 1 and found and found[-1][0] == wording.id
            if joined:
                start = found[-1][1].start
                found.pop()
            found.append((wording.id, WordSpan(start, end, wording.text[start:end])))
            last = place
        return found

    def _index(self, start: int) -> int:
        from bisect import bisect_right

        return max(0, bisect_right(self.starts, start) - 1)

    def ids(self, spans: Sequence[tuple[str, WordSpan]]) -> tuple[str, ...]:
        """The wordings that some spans lie in; all of them where there is no span."""
        return tuple(dict.fromkeys(one for one, _ in spans)) or tuple(wording.id for wording in self.wordings)


def _change(named: Named, compared: WordingComparison, one: _Joined, other: _Joined) -> Change:
    olds = one.spans(compared.aligned.old, named.old)
    news = other.spans(compared.aligned.new, named.new)
    return Change(
        kind=named.kind, part=named.part, old_ids=one.ids(olds), new_ids=other.ids(news), before=named.before,
        after=named.after, delta=None if named.delta is None else {name: float(moved) for name, moved in named.delta.items()}, effect=named.effect,
        words=_words(olds, news), rule=named.rule, bearer=named.bearer,
    )  # fmt: skip


def _words(olds: Sequence[tuple[str, WordSpan]], news: Sequence[tuple[str, WordSpan]]) -> Words:
    return Words(old=tuple(span for _, span in olds), new=tuple(span for _, span in news))


def _unexplained(compared: WordingComparison, one: _Joined, other: _Joined) -> Change | None:
    """All words of a match group that no rule explains, as one change."""
    if not compared.open_old and not compared.open_new:
        return None
    olds = one.spans(compared.aligned.old, compared.open_old)
    news = other.spans(compared.aligned.new, compared.open_new)
    return Change(
        kind="wording-unexplained", old_ids=one.ids(olds), new_ids=other.ids(news),
        before=" … ".join(span.words for _, span in olds) or None,
        after=" … ".join(span.words for _, span in news) or None,
        effect=None, certainty=None, words=_words(olds, news),
    )  # fmt: skip


def _by_rule(compared: WordingComparison) -> list[tuple[str, tuple[tuple[int, ...], tuple[int, ...]]]]:
    return [(silence.rule, (silence.old, silence.new)) for silence in compared.silences]


def _silenced(
    rule: str,
    places: tuple[tuple[int, ...], tuple[int, ...]],
    compared: WordingComparison,
    one: _Joined,
    other: _Joined,
) -> Silenced:
    olds = one.spans(compared.aligned.old, places[0])
    news = other.spans(compared.aligned.new, places[1])
    return Silenced(rule=rule, words=_words(olds, news), old_ids=one.ids(olds), new_ids=other.ids(news))


def _marks_only(one: _Joined, other: _Joined) -> Silenced:
    return Silenced(
        rule="marks", words=Words(),
        old_ids=tuple(wording.id for wording in one.wordings), new_ids=tuple(wording.id for wording in other.wordings),
    )  # fmt: skip


def _turned(found: TextComparison) -> TextComparison:
    """The comparison in the other direction."""
    from plantrack.differences.mirrors import mirror_change

    return TextComparison(
        changes=tuple(mirror_change(change) for change in found.changes),
        silenced=tuple(
            evolve(
                one, old_ids=one.new_ids, new_ids=one.old_ids, words=Words(old=one.words.new, new=one.words.old)
            )
            for one in found.silenced
        ),
    )  # fmt: skip
