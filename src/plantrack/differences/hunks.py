"""What an alignment of two wordings leaves over, gap by gap, with what its rules need to know of the words around."""

from bisect import bisect_left
from collections.abc import Container, Iterable, Sequence
from typing import NamedTuple

from plantrack.differences.alignment import Alignment, Pair, align, in_order
from plantrack.differences.turned_senses import turns_sense
from plantrack.differences.views import Order, View, active_order, plain_order
from plantrack.facts.prose import Item
from plantrack.language import lexicon
from plantrack.language.names import Named
from plantrack.value import value

_GROUNDS = {
    "word": "inflection", "name": "name", "force": "one force", "auxiliary": "verb form",
    **dict.fromkeys(("figure", "deadline", "start", "duration", "frequency", "date", "number"), "number form"),
    **dict.fromkeys(("reference", "label"), "spelling"),
}  # fmt: skip
"""By the kind of an item, the rule by which two ways to print it say the same."""
_ONE_SIDE = frozenset({"", "government", "side"})
"""Forms of a name that mean one party: *Arland*, *the government of Arland*, *the Arlandian side*."""
_SHARED = 0.3
"""The least share of the matter of a sentence that makes it the same one as another, for single words to count."""
_ROW = 2
"""Heavy words in a row that count anywhere."""
_SURE = 0.97
"""From this share of the words on, nothing is gained by turning a passive round."""


class Hunk(NamedTuple):
    """Items without counterparts between two pairs."""

    old: tuple[int, ...]
    """Places of items of the old wording, in the order in which they were compared."""
    new: tuple[int, ...]
    before: Pair | None
    """The pair before it, by places of items."""
    after: Pair | None

    def without(self, old: Container[int], new: Container[int]) -> "Hunk":
        """What is left of it without some items of either side."""
        return self._replace(
            old=tuple(place for place in self.old if place not in old),
            new=tuple(place for place in self.new if place not in new),
        )


class Silence(NamedTuple):
    """Items that a rule shows to say the same, or nothing."""

    rule: str
    old: tuple[int, ...]
    new: tuple[int, ...]


@value
class Aligned:
    """Two wordings laid against each other."""

    old: View
    new: View
    pairs: tuple[Pair, ...]
    """Pairs in order, by places of items."""
    moved: tuple[tuple[Pair, ...], ...]
    silences: tuple[Silence, ...]
    """What the alignment itself accounts for: pairs with a ground, words that the other voice needs."""
    old_to_new: dict[int, int]
    """All pairs, moved ones among them."""
    new_to_old: dict[int, int]


def lay_out(old: View, new: View) -> Aligned:
    """Align two wordings, with passives turned round where that leaves less over."""
    order_old, order_new = plain_order(old), plain_order(new)
    best = _aligned(old, new, order_old, order_new)
    whole = sum(item.weight for item in (*old.items, *new.items)) or 1.0
    if _open_weight(old, new, best) > (1 - _SURE) * whole:
        turned_old, turned_new = active_order(old, new), active_order(new, old)
        if turned_old is not None or turned_new is not None:
            orders = turned_old or order_old, turned_new or order_new
            other = _aligned(old, new, *orders)
            if _open_weight(old, new, other) < _open_weight(old, new, best):
                best, (order_old, order_new) = other, orders
    return _as_places(old, new, best, order_old, order_new)


def _aligned(old: View, new: View, order_old: Order, order_new: Order) -> tuple[Alignment, Order, Order]:
    found = align(
        [old.items[place] for place in order_old.places], [new.items[place] for place in order_new.places], same_item
    )
    return found, order_old, order_new


def _open_weight(old: View, new: View, aligned: tuple[Alignment, Order, Order]) -> float:
    """How much of both wordings an alignment leaves without a counterpart; what moved counts half."""
    found, order_old, order_new = aligned
    weight = sum(old.items[place].weight for place in order_old.places)
    weight += sum(new.items[place].weight for place in order_new.places)
    weight -= sum(
        old.items[order_old.places[p.old]].weight + new.items[order_new.places[p.new]].weight for p in found.pairs
    )
    return weight - sum(old.items[order_old.places[pair.old]].weight for run in found.moved for pair in run)


def _as_places(
    old: View, new: View, best: tuple[Alignment, Order, Order], order_old: Order, order_new: Order
) -> Aligned:
    found = best[0]

    def placed(pair: Pair) -> Pair:
        return Pair(order_old.places[pair.old], order_new.places[pair.new], pair.ground)

    pairs = tuple(pair for pair in (placed(one) for one in found.pairs) if not turns_sense(old, new, pair))
    pairs = without_strays(old, new, pairs)
    moved = tuple(tuple(placed(pair) for pair in run) for run in found.moved)
    every = [*pairs, *(pair for run in moved for pair in run)]
    recast = any(list(order.places) != sorted(order.places) for order in (order_old, order_new))
    turned = set(out_of_step(pairs)) if recast else set()
    silences = [Silence(pair.ground, (pair.old,), (pair.new,)) for pair in pairs if pair.ground and pair not in turned]
    silences += [
        Silence(_ground_of(old.items[pair.old], new.items[pair.new]), (pair.old,), (pair.new,))
        for pair in pairs
        if not pair.ground and pair not in turned and _differ(old, new, pair)
    ]
    if recast or order_old.dropped or order_new.dropped:
        olds = {*order_old.dropped, *(pair.old for pair in turned)}
        news = {*order_new.dropped, *(pair.new for pair in turned)}
        silences.append(Silence("active and passive", tuple(sorted(olds)), tuple(sorted(news))))
    return Aligned(
        old=old, new=new, pairs=pairs, moved=moved, silences=tuple(silences),
        old_to_new={pair.old: pair.new for pair in every},
        new_to_old={pair.new: pair.old for pair in every},
    )  # fmt: skip


def without_strays(old: View, new: View, pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    """The pairs without single words that two sentences happen to share, which have little else in common.

    A word is the same in two texts only where what stands around it is; rows of words in order always are.
    """
    met: dict[tuple[int, int], list[Pair]] = {}
    for pair in pairs:
        met.setdefault((old.items[pair.old].sentence, new.items[pair.new].sentence), []).append(pair)
    if len(met) < 2:
        return tuple(pairs)
    heavy_old, heavy_new = _heavy_by_sentence(old), _heavy_by_sentence(new)
    kept: set[Pair] = set()
    for (first, second), shared in met.items():
        heavy = sum(old.items[pair.old].heavy for pair in shared)
        share = max(heavy / max(1, heavy_old.get(first, 0)), heavy / max(1, heavy_new.get(second, 0)))
        if share >= _SHARED:
            kept |= set(shared)
        else:
            kept |= {
                pair for row in _rows_of(shared) if sum(old.items[p.old].heavy for p in row) >= _ROW for pair in row
            }
    return tuple(pair for pair in pairs if pair in kept)


def _heavy_by_sentence(view: View) -> dict[int, int]:
    found: dict[int, int] = {}
    for item in view.items:
        found[item.sentence] = found.get(item.sentence, 0) + item.heavy
    return found


def _rows_of(pairs: Sequence[Pair]) -> list[list[Pair]]:
    """Pairs in rows that follow each other on both sides."""
    rows: list[list[Pair]] = []
    for pair in sorted(pairs):
        if rows and rows[-1][-1].old + 1 == pair.old and rows[-1][-1].new + 1 == pair.new:
            rows[-1].append(pair)
        else:
            rows.append([pair])
    return rows


def _ground_of(one: Item, other: Item) -> str:
    """The rule by which two items of one key, printed differently, say the same."""
    if one.kind == "word":
        if lexicon.same_sense(one.low.replace(" - ", ""), other.low.replace(" - ", "")) == "spelling":
            return "spelling"
        return lexicon.same_phrase(tuple(one.low.split()), tuple(other.low.split())) or "inflection"
    return _GROUNDS.get(one.kind, "same connective")


def out_of_step(pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs that do not stand in the same order on both sides: all but a longest row that does."""
    ordered = sorted(pairs)
    row = set(in_order([(pair.old, pair.new) for pair in ordered]))
    return [pair for pair in ordered if (pair.old, pair.new) not in row]


def _differ(old: View, new: View, pair: Pair) -> bool:
    """Whether two items of one key are printed differently."""
    return old.items[pair.old].low != new.items[pair.new].low


def same_item(one: Item, other: Item) -> str | None:
    """The ground by which two items of different keys say the same; None if they do not, as far as is known."""
    if one.kind == other.kind == "name" and isinstance(one.value, Named) and isinstance(other.value, Named):
        forms = {one.value.form, other.value.form}
        return "name" if one.value.canonical == other.value.canonical and forms <= _ONE_SIDE else None
    if one.kind != "word" or other.kind != "word":
        return None
    ground = lexicon.same_sense(one.low, other.low)
    if ground == "inflection" and lexicon.lemma(one.low) != lexicon.lemma(other.low):
        return None
    return ground


def hunks_of(aligned: Aligned, accounted_old: Iterable[int], accounted_new: Iterable[int]) -> list[Hunk]:
    """What lies between the pairs, without what is already accounted for.

    Args:
        aligned: Two wordings laid against each other.
        accounted_old: Items of the old wording that a rule silenced.
        accounted_new: Items of the new one.
    """
    gone_old, gone_new = set(accounted_old), set(accounted_new)
    paired_old, paired_new = {pair.old for pair in aligned.pairs}, {pair.new for pair in aligned.pairs}
    free_old = [place for place in range(len(aligned.old.items)) if place not in paired_old | gone_old]
    free_new = [place for place in range(len(aligned.new.items)) if place not in paired_new | gone_new]
    by_old, by_new = sorted(pair.old for pair in aligned.pairs), sorted(pair.new for pair in aligned.pairs)
    to_new = {pair.old: pair for pair in aligned.pairs}
    to_old = {pair.new: pair for pair in aligned.pairs}
    gaps: dict[tuple[Pair | None, Pair | None], tuple[list[int], list[int]]] = {}
    for place in free_old:
        around = _neighbours(place, by_old, to_new)
        gaps.setdefault(around, ([], []))[0].append(place)
    for place in free_new:
        around = _neighbours(place, by_new, to_old)
        gaps.setdefault(around, ([], []))[1].append(place)
    found = [Hunk(tuple(olds), tuple(news), before, after) for (before, after), (olds, news) in gaps.items()]
    found = _met(found)
    return sorted(found, key=lambda hunk: (min(hunk.old, default=10**9), min(hunk.new, default=10**9)))


def _neighbours(place: int, places: Sequence[int], pairs: dict[int, Pair]) -> tuple[Pair | None, Pair | None]:
    """The pairs next to an item that has none."""
    spot = bisect_left(places, place)
    before = pairs[places[spot - 1]] if spot else None
    after = pairs[places[spot]] if spot < len(places) else None
    return before, after


def _met(hunks: list[Hunk]) -> list[Hunk]:
    """Hunks of one side joined with those of the other that share a neighbour, where the two orders differ there."""
    whole = [hunk for hunk in hunks if hunk.old and hunk.new]
    alone = [hunk for hunk in hunks if hunk.old and not hunk.new]
    waiting = [hunk for hunk in hunks if hunk.new and not hunk.old]
    by_before = {hunk.before: hunk for hunk in waiting if hunk.before is not None}
    by_after = {hunk.after: hunk for hunk in waiting if hunk.after is not None}
    taken: set[Hunk] = set()
    for hunk in alone:
        partner = by_before.get(hunk.before) if hunk.before is not None else None
        if partner is None or partner in taken:
            partner = by_after.get(hunk.after) if hunk.after is not None else None
        if partner is None or partner in taken:
            whole.append(hunk)
        else:
            taken.add(partner)
            whole.append(Hunk(hunk.old, partner.new, hunk.before, hunk.after))
    return [*whole, *(hunk for hunk in waiting if hunk not in taken)]
