"""Articles that decide nothing, and *the parties* beside *both parties* and *the two parties*."""

from plantrack.differences.hunks import Aligned, Hunk, Silence, is_plural
from plantrack.differences.silencing_nouns import head_after
from plantrack.differences.silencing_sides import both_sides, one_by_one
from plantrack.differences.views import View
from plantrack.facts.prose import Item
from plantrack.language import lexicon


def silence_article(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """An article that decides nothing: not before a bare plural, which may mean some where *the* means all."""
    heavy = any(aligned.old.items[place].heavy for place in hunk.old) or any(
        aligned.new.items[place].heavy for place in hunk.new
    )

    def idle(view: View, place: int) -> bool:
        known = aligned.old_to_new if view is aligned.old else aligned.new_to_old
        head = head_after(view, place)
        return _is_idle_article(view, place) and (not heavy or head is None or place + 1 in known)

    return one_by_one(aligned, hunk, "article", idle)


def _is_idle_article(view: View, place: int) -> bool:
    """Whether an article tells nothing: before a name, a singular, or a noun of an act with *of*."""
    items = view.items
    item = items[place]
    if item.kind != "determiner" or item.low not in {"a", "an", "the"}:
        return False
    head = head_after(view, place)
    if head is None or item.low != "the":
        return True
    noun = items[head]
    if noun.kind != "word":
        return True
    after = items[head + 1] if head + 1 < len(items) and items[head + 1].sentence == noun.sentence else None
    if is_plural(noun.low):
        return after is not None and after.low == "of" and _is_act(noun.low)
    return after is None or after.kind not in ("pronoun", "name")


def _is_act(low: str) -> bool:
    """Whether a noun names what is done: *movements*, *violations*."""
    singular = lexicon.lemma(low)
    return singular.endswith(("ment", "tion", "sion", "ance", "ence", "al", "ing"))


def silence_both_articles(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """*A commission* and *the commission*: an article on both sides."""
    old = next((place for place in hunk.old if _is_article(aligned.old.items[place])), None)
    new = next((place for place in hunk.new if _is_article(aligned.new.items[place])), None)
    return None if old is None or new is None else Silence("article", (old,), (new,))


def _is_article(item: Item) -> bool:
    return item.kind == "determiner" and item.low in {"a", "an", "the"}


_PARTIES = frozenset({"party", "side"})


def silence_the_two(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """*Both towns* and *the two towns*."""
    for view, other, places, old in both_sides(aligned, hunk):
        theirs = hunk.new if old else hunk.old
        known = aligned.old_to_new if old else aligned.new_to_old
        for place in places:
            if _says_both(view.items[place]) != "both" or place + 1 not in known:
                continue
            row = tuple(p for p in range(known[place + 1] - 2, known[place + 1]) if p in theirs)
            if len(row) == 2 and other.items[row[0]].low == "the" and other.items[row[1]].low in {"two", "2"}:
                return Silence("both parties", *(((place,), row) if old else (row, (place,))))
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
