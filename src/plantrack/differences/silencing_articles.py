"""Articles that decide nothing, and *the parties* beside *both parties* and *the two parties*."""

from plantrack.differences.hunks import Aligned, Hunk, Silence
from plantrack.differences.silencing_nouns import head_after
from plantrack.differences.silencing_sides import Side, one_by_one, sides_of
from plantrack.differences.views import View
from plantrack.facts.prose import Item
from plantrack.language import lexicon
from plantrack.language.wordlist import uncounted


def silence_article(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """An article on one side that decides nothing: not before several, nor before what counts no pieces."""
    return one_by_one(aligned, hunk, "article", _is_idle)


def _is_idle(side: Side, place: int) -> bool:
    item = side.view.items[place]
    head = head_after(side.view, place) if _is_article(item) else None
    if head is None:
        return _is_article(item)
    if head not in side.known:
        return head not in side.places and (item.low != "the" or not _may_mean_all(side.view, head))
    if _has_article(side.other, side.known[head]) and not _has_article(side.view, head, but=place):
        return False
    return item.low != "the" or not _may_mean_all(side.view, head)


def _has_article(view: View, head: int, but: int = -1) -> bool:
    """Whether an article stands before a noun, with no more than what describes it between."""
    return any(
        _is_article(view.items[place]) and head_after(view, place) == head
        for place in range(max(0, head - 5), head) if place != but
    )  # fmt: skip


def _may_mean_all(view: View, head: int) -> bool:
    """Whether *the* before a noun may take in all, and the bare noun only some: *territories*, *aid*."""
    noun = view.items[head]
    if noun.kind != "word":
        return noun.kind == "figure"
    if lexicon.is_plural(noun.low) or lexicon.lemma(noun.low) in uncounted():
        return True
    after = view.items[head + 1] if head + 1 < len(view.items) else None
    return after is not None and after.sentence == noun.sentence and after.kind in ("pronoun", "name")


def silence_both_articles(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """*A violation of the pact* and *the violation of the pact*: an article on both sides, before an act."""
    for i in hunk.old:
        for j in hunk.new:
            if not (_is_article(aligned.old.items[i]) and _is_article(aligned.new.items[j])):
                continue
            head = head_after(aligned.old, i)
            if head is None or aligned.old_to_new.get(head) != head_after(aligned.new, j):
                continue
            if lexicon.names_act(aligned.old.items[head].low):
                return Silence("article", (i,), (j,))
    return None


def _is_article(item: Item) -> bool:
    return item.kind == "determiner" and item.low in {"a", "an", "the"}


_PARTIES = frozenset({"party", "side"})


def silence_the_two(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """*Both towns* and *the two towns*."""
    for side in sides_of(aligned, hunk):
        for place in side.places:
            if _says_both(side.view.items[place]) != "both" or place + 1 not in side.known:
                continue
            noun = side.known[place + 1]
            row = [p for p in (noun - 2, noun - 1) if p in side.theirs]
            if [side.other.items[p].low for p in row] in (["the", "two"], ["the", "2"]):
                return side.silence("both parties", (place,), row)
    return None


_COUNTED = ("figure", "negation")


def silence_every(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """*All sites* and *every site*, where no figure is dealt out and nothing is denied."""
    for i in hunk.old:
        for j in hunk.new:
            said = {getattr(view.items[p].value, "value", "") for view, p in ((aligned.old, i), (aligned.new, j))}
            if said != {"all", "each"} or aligned.old_to_new.get(i + 1) != j + 1:
                continue
            beside = [view.items[p] for view, spot in ((aligned.old, i), (aligned.new, j)) for p in view.beside(spot)]
            if not any(item.kind in _COUNTED or getattr(item.value, "negated", "") for item in beside):
                return Silence("every and all", (i,), (j,))
    return None


def silence_both_parties(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """*The parties*, *both parties* and *the two sides*."""
    for i in hunk.old:
        for j in hunk.new:
            one, other = aligned.old.items[i], aligned.new.items[j]
            if {_says_both(one), _says_both(other)} <= {"the", "both"} and aligned.old_to_new.get(i + 1) == j + 1:
                if one.kind == other.kind:
                    continue
                noun = aligned.old.items[i + 1]
                if noun.kind == "word" and (
                    noun.value in _PARTIES or "the" not in (_says_both(one), _says_both(other))
                ):
                    return Silence("both parties", (i,), (j,))
    return None


def _says_both(item: Item) -> str | None:
    if item.kind == "determiner" and item.low == "the":
        return "the"
    return "both" if item.kind == "quantifier" and getattr(item.value, "value", None) == "both" else None
