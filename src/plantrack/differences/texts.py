"""Compare the wordings of matched points, and the lines outside the points, as changes and silences of a diff."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from plantrack.differences.hunks import Silence
from plantrack.differences.naming import Named
from plantrack.differences.renumbering import UNCHANGED, Renumbering
from plantrack.differences.result import UNREAD, Change, Silenced, Words, WordSpan
from plantrack.differences.stretches import Range, cut
from plantrack.differences.views import View
from plantrack.differences.wordings import WordingComparison, compare_wordings
from plantrack.errors import PlantrackError
from plantrack.facts.numbered_nouns import numbered_nouns
from plantrack.facts.references import may_refer
from plantrack.language.folding import look_alikes_in
from plantrack.language.names import Names
from plantrack.language.tokens import Token, tokens_of
from plantrack.value import evolve, value

_BETWEEN = "\n\n"
"""What stands between the wordings of several points that are compared as one."""
FULL = "full"
_OPEN = "wording-unexplained"


@value
class Wording:
    """The words of one point or of one line, or a part of them."""

    id: str
    text: str
    at: int = 0
    """Where they begin in the text of the point."""


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
    renumbered: Renumbering = UNCHANGED,
) -> TextComparison:
    """Compare the wordings of a match group; several points of a side are read as one after the other.

    Args:
        old: The old wordings, in order.
        new: The new ones.
        names: Who and what may be named.
        skip_status: Words that leave the matter to later, or call it disputed, are told elsewhere.
        mode: `full` for English; `words` where both are in another language; `figures` where they are in two.
        renumbered: The numbers that points bear in the other paper, for references to points.
    """
    one, other = _Joined(old), _Joined(new)
    same = one.text.split() == other.text.split()
    if same and (mode != FULL or not renumbered.differs or not may_refer(one.text)):
        return TextComparison()
    if mode != FULL:
        from plantrack.differences.plain_words import compare_plainly

        told = compare_plainly(old, new, mode)
        return TextComparison(changes=told[0], silenced=told[1])
    tokens, theirs = tokens_of(one.text), tokens_of(other.text)
    turned = [token.low for token in tokens] > [token.low for token in theirs]
    if turned:  # both directions are computed the same way round, so that one mirrors the other
        one, other, tokens, theirs = other, one, theirs, tokens
        renumbered = renumbered.turned()
    cuts = cut(tokens, theirs, numbered_nouns().nouns if renumbered.differs else ())
    compared = [
        _read(
            one.part(tokens, stretch.old), other.part(theirs, stretch.new), names, renumbered, skip_status=skip_status
        )
        for stretch in cuts.stretches
    ]
    if cuts.moved_old:
        moved = one.part(tokens, cuts.moved_old).whole_spans(), other.part(theirs, cuts.moved_new).whole_spans()
        compared.append(TextComparison(changes=(_open(*moved, one, other),)))
    found = _as_one(compared)
    if not found.changes and not found.silenced and not same:
        found = TextComparison(silenced=(_marks_only(one, other),))
    return _turned(found) if turned else found


def _read(
    one: "_Joined", other: "_Joined", names: Names, renumbered: Renumbering, *, skip_status: bool
) -> TextComparison:
    """What the rules find in two texts; where they stumble, all words of both are left to the reader, and why."""
    try:
        compared = compare_wordings(one.text, other.text, names, skip_status=skip_status, counterparts=renumbered.new)
    except PlantrackError:
        raise
    except Exception as error:  # noqa: BLE001 - one sentence that stumps a rule ends no comparison
        unread = _open(one.whole_spans(), other.whole_spans(), one, other)
        return TextComparison(changes=(evolve(unread, rule=f"{UNREAD}: {type(error).__name__}"),))
    changes = [_change(named, compared, one, other) for named in compared.named]
    if compared.open_old or compared.open_new:
        olds = one.spans(compared.aligned.old, compared.open_old)
        news = other.spans(compared.aligned.new, compared.open_new)
        changes.append(_open(olds, news, one, other))
    return TextComparison(
        changes=tuple(changes),
        silenced=tuple(_silenced(silence, compared, one, other) for silence in compared.silences),
    )


def _as_one(compared: Sequence[TextComparison]) -> TextComparison:
    """What was found stretch by stretch: the same is said once, and all that no rule explains is one change."""
    if len(compared) == 1:
        return compared[0]
    found: dict[tuple[object, ...], list[Change]] = {}
    for change in (change for one in compared for change in one.changes):
        said = () if change.kind == _OPEN else (change.before, change.after, change.effect)
        found.setdefault((change.kind, change.part, change.rule, *said), []).append(change)
    return TextComparison(
        changes=tuple(map(_joined, found.values())),
        silenced=tuple(silence for one in compared for silence in one.silenced),
    )


def _joined(changes: Sequence[Change]) -> Change:
    """What is said of several stretches, as said of all."""
    if len(changes) == 1:
        return changes[0]
    spans = [change.words for change in changes if change.words is not None]
    words = Words(
        old=tuple(span for each in spans for span in each.old), new=tuple(span for each in spans for span in each.new)
    )
    quoted = changes[0].kind == _OPEN
    return evolve(
        changes[0],
        words=words,
        before=_quoted(words.old) if quoted else changes[0].before,
        after=_quoted(words.new) if quoted else changes[0].after,
        old_ids=tuple(dict.fromkeys(one for change in changes for one in change.old_ids)),
        new_ids=tuple(dict.fromkeys(one for change in changes for one in change.new_ids)),
    )


class _Joined:
    """Wordings read as one text, with the way back from places in it to places in each."""

    def __init__(self, wordings: Sequence[Wording], every: Sequence[Wording] = ()) -> None:
        self.wordings = wordings
        self.every = every or wordings
        """All of the side, where these are a part of them."""
        self.text = _BETWEEN.join(wording.text for wording in wordings)
        self.starts = []
        start = 0
        for wording in wordings:
            self.starts.append(start)
            start += len(wording.text) + len(_BETWEEN)

    def part(self, tokens: Sequence[Token], ranges: Sequence[Range]) -> "_Joined":
        """What some ranges of its tokens hold."""
        if list(ranges) == [(0, len(tokens))]:
            return self
        found = []
        for first, last in ranges:
            start, end = tokens[first].start, tokens[last - 1].end
            for index in range(self._index(start), self._index(end - 1) + 1):
                wording, base = self.wordings[index], self.starts[index]
                cut_at = max(start - base, 0)
                text = wording.text[cut_at : max(end - base, 0)]
                if text:
                    found.append(Wording(id=wording.id, text=text, at=cut_at))
        return _Joined(found, self.wordings)

    def spans(self, view: View, places: Iterable[int]) -> list[tuple[str, WordSpan]]:
        """Items as spans, each in the wording that it stands in."""
        found: list[tuple[str, WordSpan]] = []
        last, within = -2, -1
        for place in sorted(set(places)):
            item = view.items[place]
            index = self._index(item.start)
            wording, base = self.wordings[index], self.starts[index]
            start, end = item.start - base, min(item.end - base, len(wording.text))
            if place == last + 1 and index == within:
                start = found.pop()[1].start - wording.at
            found.append((wording.id, _span(wording, start, end)))
            last, within = place, index
        return found

    def whole_spans(self) -> list[tuple[str, WordSpan]]:
        """Each wording as a span."""
        return [(wording.id, _span(wording, 0, len(wording.text))) for wording in self.wordings]

    def _index(self, start: int) -> int:
        return max(0, bisect_right(self.starts, start) - 1)

    def ids(self, spans: Sequence[tuple[str, WordSpan]]) -> tuple[str, ...]:
        """The wordings that some spans lie in; all of them where there is no span."""
        held = [one for one, _ in spans] or [wording.id for wording in (self.wordings or self.every)]
        return tuple(dict.fromkeys(held))


def _span(wording: Wording, start: int, end: int) -> WordSpan:
    return WordSpan(wording.at + start, wording.at + end, wording.text[start:end])


_Spans = Sequence[tuple[str, WordSpan]]


def _change(named: Named, compared: WordingComparison, one: _Joined, other: _Joined) -> Change:
    olds = one.spans(compared.aligned.old, named.old)
    news = other.spans(compared.aligned.new, named.new)
    delta = None if named.delta is None else {name: float(moved) for name, moved in named.delta.items()}
    return Change(
        kind=named.kind, part=named.part, old_ids=one.ids(olds), new_ids=other.ids(news), before=named.before,
        after=named.after, delta=delta, effect=named.effect,
        words=_words(olds, news), rule=named.rule, bearer=named.bearer,
    )  # fmt: skip


def _words(olds: _Spans, news: _Spans) -> Words:
    return Words(old=tuple(span for _, span in olds), new=tuple(span for _, span in news))


def _open(olds: _Spans, news: _Spans, one: _Joined, other: _Joined) -> Change:
    """All words that no rule explains, as one change."""
    words = _words(olds, news)
    return Change(
        kind=_OPEN, old_ids=one.ids(olds), new_ids=other.ids(news), effect=None, certainty=None,
        before=_quoted(words.old), after=_quoted(words.new), words=words,
    )  # fmt: skip


def _quoted(spans: Iterable[WordSpan]) -> str | None:
    return " … ".join(span.words for span in spans) or None


def _silenced(silence: Silence, compared: WordingComparison, one: _Joined, other: _Joined) -> Silenced:
    olds = one.spans(compared.aligned.old, silence.old)
    news = other.spans(compared.aligned.new, silence.new)
    return Silenced(rule=silence.rule, words=_words(olds, news), old_ids=one.ids(olds), new_ids=other.ids(news))


def _marks_only(one: _Joined, other: _Joined) -> Silenced:
    of_script = sorted(look_alikes_in(one.text)) != sorted(look_alikes_in(other.text))
    return Silenced(
        rule="look-alikes" if of_script else "marks", words=Words(),
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
