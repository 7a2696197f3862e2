"""What came or went: words that restrict."""

from collections.abc import Sequence

from plantrack.differences.hunks import Hunk
from plantrack.differences.list_members import is_run_in_heading
from plantrack.differences.naming import Named, Setting, named, sided
from plantrack.differences.views import View
from plantrack.facts.prose import Item
from plantrack.language import lexicon

_MODIFIERS = frozenset(
    ("word", "restriction", "name", "determiner", "preposition", "negation", "quantifier", "pronoun")
)


def one_side(setting: Setting, hunk: Hunk) -> tuple[str, tuple[int, ...]]:
    """The side of a hunk that alone has matter, with its items; none where both have some, or neither."""
    heavy = {
        side: any(setting.item(side, place).heavy for place in places)
        for side, places in (("old", hunk.old), ("new", hunk.new))
    }
    if heavy["old"] == heavy["new"]:
        return "old", ()
    return ("old", hunk.old) if heavy["old"] else ("new", hunk.new)


def name_attributes(setting: Setting, hunk: Hunk) -> list[Named]:
    """An adjective or adverb right before a word that both sides have, which stands there bare on the other side."""
    found = []
    for side, places in (("old", hunk.old), ("new", hunk.new)):
        view, other_side = setting.view(side), "new" if side == "old" else "old"
        for end in places:
            partner = setting.partner(side, end + 1) if end + 1 < len(view.items) else None
            joins = joins_descriptions(setting, side, end)  # *comprehensive and* permanent
            if end + 1 in places or partner is None or not (joins or _is_before_head(setting, side, end)):
                continue
            row = [end]
            while row[0] - 1 in places and (
                _is_before_head(setting, side, row[0] - 1) or view.items[row[0] - 1].low == "and"
            ):
                row.insert(0, row[0] - 1)
            if (
                not is_cut_from_compound(view, row)
                and _is_bare(setting, other_side, partner)
                and not setting.is_elsewhere(side, row)
                and not _is_told_elsewhere(setting, side, row)
                and not _may_be_said_otherwise(setting, other_side, hunk, partner, [view.items[place] for place in row])
                and setting.has_twin(side, row)
            ):
                kind = "restriction-removed" if side == "old" else "restriction-added"
                found.append(named(setting, kind, "restriction", *sided(side, row), rule="restriction"))
    return found


def joins_descriptions(setting: Setting, side: str, place: int) -> bool:
    """Whether *and* came or went with the adjective before it, and joins another that both sides have."""
    items = setting.view(side).items
    if items[place].low != "and" or place < _LEAST or place + 2 >= len(items):
        return False
    gone, kept, head, opens = (items[place + step] for step in (-1, 1, 2, -2))
    return (
        setting.partner(side, place - 1) is None and opens.kind in _OPENING and head.kind in ("word", "name")
        and all(one.kind in ("restriction", "duration") or "a" in lexicon.pos_of(one.low) for one in (gone, kept))
        and len({one.sentence for one in (gone, kept, head, opens)}) == 1
    )  # fmt: skip


_LEAST = 2


def _is_bare(setting: Setting, side: str, head: int) -> bool:
    """Whether nothing of its own describes or points at a word: no adjective, no *this* or *such*."""
    items, before = setting.view(side).items, _before(setting, side, head)
    if any(setting.partner(side, place) is None for place in before):
        return False
    opens = min([*before, head]) - 1
    return opens < 0 or items[opens].low not in _POINTING or items[opens].sentence != items[head].sentence


_POINTING = frozenset("this these that those such same said".split())


def _before(setting: Setting, side: str, head: int) -> list[int]:
    """The words right before a noun that may describe it, back to the article or preposition that opens its phrase."""
    items, found = setting.view(side).items, list[int]()
    for place in range(head - 1, -1, -1):
        item = items[place]
        joins = item.low == "and" and bool(found)
        if item.sentence != items[head].sentence or not (joins or item.kind in ("word", "restriction")):
            break
        if not joins and not lexicon.pos_of(item.low) & {"a", "r", "n"} and item.kind == "word":
            break
        found.append(place)
    return [place for place in found if items[place].heavy]


def _is_before_head(setting: Setting, side: str, place: int) -> bool:
    """Whether an item describes the one that follows it: by its kind alone, or inside a phrase that an article opens.

    A participle tells of an act, which a verb may tell on the other side: *freed towns*, *towns that were freed*.
    """
    if _describes(setting, side, place):
        return True
    items = setting.view(side).items
    low = items[place].low
    if not _may_describe(setting, side, place) or "a" not in lexicon.pos_of(low):
        return False
    if lexicon.is_past_participle(low) or low.endswith("ing"):
        return False
    if any(token.kind == "mark" for token in setting.view(side).prose.between(*items[place : place + 2])):
        return False
    head = place + 1
    while head < len(items) and items[head].kind == "word" and "n" not in lexicon.pos_of(items[head].low):
        head += 1
    inside = _before(setting, side, head) if head < len(items) else []
    opens = min(inside, default=0) - 1
    heads = head < len(items) and (items[head].kind in ("word", "name") or items[head].low == "and")
    return heads and place in inside and opens >= 0 and items[opens].kind in _OPENING


_OPENING = ("determiner", "preposition", "quantifier", "figure", "owner", "pronoun")
"""What a phrase of a noun begins with."""


def _may_be_said_otherwise(setting: Setting, side: str, hunk: Hunk, head: int, row: Sequence[Item]) -> bool:
    """Whether words of a hunk may say of its word what an adjective or adverb says on the other side.

    What describes another word, and what acts or is acted on before the word, does not say it: *hold a truce* has no
    *general truce* in it. A phrase behind the word may, and so may a predicate, an adverb, or a word of the same root.

    Args:
        setting: The two wordings.
        side: The side without the adjective.
        hunk: The stretch that the adjective is in.
        head: The word that it describes there.
        row: The adjective or adverb, with what joins it to another.
    """
    view = setting.view(side)
    verb = next((one.place for one in view.structure.verbs if one.place > head), len(view.items))
    beside = hunk.old if side == "old" else hunk.new
    for place in setting.hunk_of[side]:
        item = view.items[place]
        if not item.heavy or item.sentence != view.items[head].sentence:
            continue
        if any(item.low[:_ROOT] == one.low[:_ROOT] for one in row):
            return True
        if place not in beside:
            continue
        if place == head - 1 or head < place <= min(head + _PHRASE, verb) or item.kind not in ("word", "name", "force"):
            return True
        if item.kind == "word" and not _acts_or_describes_another(setting, side, place):
            return True
    return False


_PHRASE = 5
"""Items behind a word that may still describe it."""
_ROOT = 4
"""Letters that words of one root share."""


def _acts_or_describes_another(setting: Setting, side: str, place: int) -> bool:
    """Whether a word can only be a noun or a verb, or an adjective right before a word that it describes."""
    kinds = lexicon.pos_of(setting.item(side, place).low)
    return (bool(kinds) and kinds <= {"n", "v"}) or (
        _describes(setting, side, place) and place + 1 < len(setting.view(side).items)
        and setting.item(side, place + 1).kind in ("word", "name")
    )  # fmt: skip


def _describes(setting: Setting, side: str, place: int) -> bool:
    """Whether an item can only be an adjective, or an adverb of manner, before the item that follows it."""
    item = setting.item(side, place)
    if item.kind == "restriction":
        return item.value not in _STRESSING
    if item.kind != "word" or _is_label_or_name(setting, side, place):
        return False
    kinds = lexicon.pos_of(item.low)
    return bool(kinds) and kinds <= {"a", "r"}


def _is_label_or_name(setting: Setting, side: str, place: int) -> bool:
    """Whether a word counts a member of a list (*iv*), or is printed as part of a name: *the Karst Foundation's*."""
    view = setting.view(side)
    item = view.items[place]
    if set(item.low) <= set("ivx"):
        return True
    before = view.items[place - 1] if place and view.items[place - 1].sentence == item.sentence else None
    return item.words[:1].isupper() and before is not None and "n" in lexicon.pos_of(item.low)


def name_restrictions(setting: Setting, hunk: Hunk) -> list[Named]:
    """Words on one side only that narrow what both sides have: an adjective, an adverb, a phrase with a preposition."""
    if hunk.old and hunk.new and (found := _one_for_another(setting, hunk)):
        return found
    side, places = one_side(setting, hunk)
    view = setting.view(side)
    if not places or setting.is_elsewhere(side, places) or not is_row(setting, side, places):
        return []
    if not setting.has_twin(side, places) or any(view.items[place].kind not in _MODIFIERS for place in places):
        return []
    when = _says_when(setting, side, places)
    cut = is_cut_from_compound(view, places) or is_run_in_heading(view, places[0])
    if cut or not (when or _is_attribute(setting, side, places) or _is_phrase(setting, side, places)):
        return []
    if setting.could_be_carried(side, places) or _is_told_elsewhere(setting, side, places):
        return []
    if _only_stresses(setting, side, places) or _points(setting, side, hunk):
        return []
    if when:
        kind = f"scope-{'widened' if side == 'old' else 'narrowed'}"
        return [named(setting, kind, "scope", *sided(side, places), rule="restriction")]
    kind = f"restriction-{'removed' if side == 'old' else 'added'}"
    return [named(setting, kind, "restriction", *sided(side, places), rule="restriction")]


def is_cut_from_compound(view: View, places: Sequence[int]) -> bool:
    """Whether a hyphen joins words to one that is not among them: *co-chaired*, *at-large*."""
    return any(
        place > 0 and ((place in places) != (place - 1 in places)) and _is_hyphenated(view, place)
        for place in (min(places), max(places) + 1) if place < len(view.items)
    )  # fmt: skip


def _is_hyphenated(view: View, place: int) -> bool:
    """Whether nothing but a hyphen stands between an item and the one before it."""
    return view.prose.text[view.items[place - 1].end : view.items[place].start] in _HYPHENS


_HYPHENS = frozenset("-\u2010\u2011")


def _points(setting: Setting, side: str, hunk: Hunk) -> bool:
    """Whether the other side points at the same word in place of it: *this year*, *the current year*."""
    other = "new" if side == "old" else "old"
    return any(setting.item(other, at).low in _POINTING for at in (hunk.new if side == "old" else hunk.old))


def _only_stresses(setting: Setting, side: str, places: Sequence[int]) -> bool:
    """Whether words make a ban no narrower: *not under any circumstances*, *no claim whatsoever*."""
    return all(setting.item(side, place).value in _STRESSING for place in places if setting.item(side, place).heavy)


def _says_when(setting: Setting, side: str, places: Sequence[int]) -> bool:
    """Whether words say in which state of things it holds: *in peacetime*, *in times of famine*."""
    lows = [setting.item(side, place).low for place in places]
    if lows[0] not in ("in", "during") or any(setting.item(side, place).kind == "name" for place in places):
        return False
    return lows[1:] in (["peacetime"], ["wartime"]) or lows[1:3] in (["times", "of"], ["time", "of"])


def _state_around(setting: Setting, side: str, place: int) -> range:
    """The words that end at an item and may say in which state of things it holds."""
    first = place - 1
    while first > 0 and setting.item(side, first).low in ("times", "time", "of"):
        first -= 1
    return range(max(0, first), place + 1)


_STRESSING = frozenset(("under_any_circumstances", "whatsoever", "at_all", "else", "even", "just", "too"))


def _is_told_elsewhere(setting: Setting, side: str, places: Sequence[int]) -> bool:
    """Whether an adverb may be said in other words anywhere on the other side: *jointly*, *together*."""
    if not all(lexicon.pos_of(setting.item(side, place).low) <= {"r"} for place in places):
        return False
    other = "new" if side == "old" else "old"
    partners = setting.partner_sentences(side, places[0])
    return any(
        setting.item(other, place).sentence in partners and _may_say_how(setting, other, place)
        for place in setting.hunk_of[other]
    )


def _may_say_how(setting: Setting, side: str, place: int) -> bool:
    """Whether a word may say how something is done: an adverb, a reservation, a preposition before new words."""
    items = setting.view(side).items
    item = items[place]
    if item.kind == "preposition":
        governed = next((at for at in range(place + 1, len(items)) if items[at].heavy), None)
        if governed is None or setting.partner(side, governed) is None:
            return True
        return governed == place + 1 and "v" in lexicon.pos_of(items[governed].low)
    return item.kind == "restriction" or (item.kind == "word" and "r" in lexicon.pos_of(item.low))


def is_row(setting: Setting, side: str, places: Sequence[int]) -> bool:
    """Whether items follow each other, but for words that were silenced between them."""
    inside = range(min(places), max(places) + 1)
    return all(place in places or setting.partner(side, place) is None for place in inside)


def _is_attribute(setting: Setting, side: str, places: Sequence[int]) -> bool:
    """Whether words stand right before a word that has its counterpart, or are adverbs."""
    view = setting.view(side)
    items = [view.items[place] for place in places]
    if all(item.kind == "restriction" or (item.kind == "word" and lexicon.pos_of(item.low) == {"r"}) for item in items):
        return True
    following = places[-1] + 1
    if setting.partner(side, following) is None or view.structure.verb_of(places[0]) is not None:
        return False
    head = view.items[following]
    begins = places[0] == 0 or view.items[places[0] - 1].sentence != items[0].sentence
    if head.sentence != items[0].sentence or head.kind not in ("word", "name"):
        return False
    if (begins and "v" in lexicon.pos_of(items[0].low)) or any(
        token.low in ",;:" for token in view.prose.between(items[-1], head)
    ):
        return False
    return all(_may_describe(setting, side, place) for place in places)


def _may_describe(setting: Setting, side: str, place: int) -> bool:
    item = setting.item(side, place)
    kinds = lexicon.pos_of(item.low)
    describes = not kinds or bool(kinds & {"a", "r", "n"}) or lexicon.is_past_participle(item.low)
    return item.kind in ("word", "restriction") and describes and not _is_label_or_name(setting, side, place)


def _is_phrase(setting: Setting, side: str, places: Sequence[int]) -> bool:
    """Whether words are one phrase with a preposition that may be left out: all of it, and nothing else."""
    view = setting.view(side)
    first = view.items[places[0]]
    if _is_part_of(setting, side, places):
        return True
    if first.kind == "restriction" and len(places) > 1 and ends_phrase(setting, side, places):
        return True
    if first.kind != "preposition" or first.low in {"by", "to"} or len(places) < 2:
        return False
    if any(view.structure.verb_at(place) is not None for place in places[1:]):
        return False
    return ends_phrase(setting, side, places)


def _is_part_of(setting: Setting, side: str, places: Sequence[int]) -> bool:
    """Whether words take a part of what follows: *the northern half of* the valley."""
    view = setting.view(side)
    following = places[-1] + 1
    places = places[:-1] if view.items[places[-1]].kind == "determiner" else places
    if (
        not places
        or view.items[places[-1]].low != "of"
        or following >= len(view.items)
        or setting.partner(side, following) is None
    ):
        return False
    return len(places) > 1 and view.items[places[-2]].low in _PARTS


_PARTS = frozenset("part parts half portion section area areas bank side end outskirts suburbs centre center".split())


def ends_phrase(setting: Setting, side: str, places: Sequence[int]) -> bool:
    """Whether a phrase ends with some items: with its sentence, before a mark, or before what it does not govern."""
    view = setting.view(side)
    last = view.items[places[-1]]
    if last.kind in ("preposition", "determiner"):
        return False
    if places[-1] + 1 >= len(view.items):
        return True
    following = view.items[places[-1] + 1]
    if following.sentence != last.sentence or any(t.low in ",;:()" for t in view.prose.between(last, following)):
        return True
    return following.kind not in ("word", "name", "figure", "bound", "date", "reference", "number")


def _one_for_another(setting: Setting, hunk: Hunk) -> list[Named]:
    """One word of a restricting class against another, one state of things against another or against any."""
    for side, here, there in (("old", hunk.old, hunk.new), ("new", hunk.new, hunk.old)):
        always = len(here) == 1 and setting.item(side, here[0]).low in ("at all times", "always")
        if always and there and _says_when(setting, "new" if side == "old" else "old", there):
            kind = f"scope-{'narrowed' if side == 'old' else 'widened'}"
            return [named(setting, kind, "scope", hunk.old, hunk.new, rule="restriction")]
    if hunk.old and hunk.new and _says_when(setting, "old", hunk.old) and _says_when(setting, "new", hunk.new):
        return [named(setting, "scope-changed", "scope", hunk.old, hunk.new, rule="restriction")]
    if len(hunk.old) != 1 or len(hunk.new) != 1:
        return []
    one, other = setting.item("old", hunk.old[0]), setting.item("new", hunk.new[0])
    if all(
        _says_when(setting, side, _state_around(setting, side, at[0]))
        for side, at in (("old", hunk.old), ("new", hunk.new))
    ):
        return [named(setting, "scope-changed", "scope", hunk.old, hunk.new, rule="restriction")]
    if one.kind == other.kind == "restriction":
        return [named(setting, "restriction-changed", "restriction", hunk.old, hunk.new, rule="restriction")]
    return []
