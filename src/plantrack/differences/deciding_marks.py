"""Marks that decide what a sentence says, where all words are the same: a comma before *who*, a bracket, a stop."""

from plantrack.differences.hunks import Aligned
from plantrack.differences.silencing_adjuncts import ADJUNCTS
from plantrack.differences.views import View
from plantrack.facts.clauses import CLAUSES
from plantrack.facts.prose import Item

_RELATIVES = frozenset("who whom whose which where".split())
_TIGHT = frozenset("immediately shortly directly only just soon".split())
"""Adverbs that belong to a time right behind them, unless a comma parts them."""
_BEGINS_CLAUSE = ("determiner", "name", "pronoun", "quantifier", "connective", "negation", "figure")
_BRACKETS = frozenset("()")
_LIKE_BRACKETS = frozenset(",-–—:;.")


def deciding_marks(aligned: Aligned) -> list[tuple[int, int]]:
    """The places of words behind which the marks of the two sides differ in a way that may change the sense."""
    return [
        (pair.old, pair.new)
        for pair in aligned.pairs
        if aligned.old_to_new.get(pair.old + 1) == pair.new + 1 and _decide(aligned, pair.old, pair.new)
    ]


def _decide(aligned: Aligned, i: int, j: int) -> bool:
    if _touch(aligned.old, i) and _touch(aligned.new, j):
        return False
    one, other = _marks(aligned.old, i), _marks(aligned.new, j)
    if one == other:
        return False
    if _ends_sentence(aligned.old, i) != _ends_sentence(aligned.new, j):
        if ";" in one | other and ("," in one | other or aligned.old.items[i + 1].kind == "connective"):
            return False
        view, place = (aligned.new, j) if _ends_sentence(aligned.old, i) else (aligned.old, i)
        return not _may_be_cut(view, place)
    if one & _BRACKETS != other & _BRACKETS:
        return not (one & _BRACKETS or one & _LIKE_BRACKETS) or not (other & _BRACKETS or other & _LIKE_BRACKETS)
    return ("," in one) != ("," in other) and not (one | other) & _BRACKETS and _comma_decides(aligned.old, i)


def _touch(view: View, place: int) -> bool:
    """Whether nothing stands between an item and the next."""
    return view.items[place].last == view.items[place + 1].first


def _marks(view: View, place: int) -> set[str]:
    return {token.low for token in view.prose.between(view.items[place], view.items[place + 1])}


def _ends_sentence(view: View, place: int) -> bool:
    return view.items[place].sentence != view.items[place + 1].sentence


def _comma_decides(view: View, place: int) -> bool:
    """Whether a comma behind an item parts a relative clause, a time, members of a list, or what a clause governs."""
    before, after = view.items[place], view.items[place + 1]
    if after.low in _RELATIVES:
        return True
    if before.low in _TIGHT:
        return after.kind in (*CLAUSES, "time", "deadline")
    if after.kind == "connective" and after.low in ("and", "or"):
        beside = [view.items[spot] for spot in view.beside(place)]
        if {"and", "or"} <= {item.low for item in beside}:
            return True
        return any(
            item.low in _RELATIVES or item.kind in CLAUSES or _describes_from_behind(item)
            for item in beside if item.start > after.start
        )  # fmt: skip
    if not (before.kind in ("word", "name") and after.kind in ("word", "name") and before.heavy and after.heavy):
        return False
    return not before.low.endswith("ly") and not _ends_fronted(view, place)


def _describes_from_behind(item: Item) -> bool:
    """Whether a word behind a list may describe its last member or all: *shells exceeding 5 tons*."""
    if item.kind in ("figure", "preposition"):
        return item.low.partition(" ")[0] in _MEASURING
    return item.kind == "word" and (item.low.endswith("ing") or "than" in item.low.split())


_MEASURING = frozenset("above below over under beyond exceeding more less longer larger heavier".split())


def _ends_fronted(view: View, place: int) -> bool:
    """Whether an item may be the last of an adjunct at the beginning of its sentence."""
    first = view.beside(place).start
    if view.items[first].kind not in (*ADJUNCTS, "connective", "time"):
        return False
    return not any("," in _marks(view, spot) for spot in range(first, place))


def _may_be_cut(view: View, place: int) -> bool:
    """Whether a sentence may as well end behind an item: a main clause is on either side, and nothing governs both."""
    inside, after = view.beside(place), view.items[place + 1]
    if after.kind not in _BEGINS_CLAUSE or after.low in _RELATIVES or view.items[inside.start].kind in ADJUNCTS:
        return False
    verbs = [verb for verb in view.verbs_beside(place) if view.items[verb.group - 1].low != "to"]
    second = next((verb for verb in verbs if verb.place > place), None)
    if second is None or verbs[0].place > place:
        return False
    if any("," in _marks(view, spot) for spot in range(place + 1, second.group)):
        return False
    return not any(view.items[spot].kind in (*CLAUSES, "negation") for spot in (*inside[: place - inside.start + 1],))
