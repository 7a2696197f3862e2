"""Whole sentences and long stretches that came or went, and duties that only one side proposes."""

from collections.abc import Sequence

from plantrack.differences.hunks import Hunk
from plantrack.differences.naming import Named, Setting, named, sided
from plantrack.differences.naming_additions import ends_phrase, is_row, one_side
from plantrack.differences.views import View
from plantrack.facts.clauses import Verb

_LONG = 4
"""Heavy words from which a stretch is a passage."""
_WORDY = 5
"""Heavy words from which a stretch says something even if no verb was found in it."""
_ALIEN = 0.3
"""A sentence of whose matter less than this has a counterpart is a sentence of its own."""


def name_sentences(setting: Setting, hunk: Hunk) -> list[Named]:
    """Whole sentences of which the other side has nothing."""
    found = []
    for side, places, others in (("old", hunk.old, hunk.new), ("new", hunk.new, hunk.old)):
        view = setting.view(side)
        for sentence in sorted({view.items[place].sentence for place in places}):
            whole = view.inside(sentence)
            if setting.likeness(side, sentence) >= _ALIEN or _proposes(view, whole):
                continue
            mine = [place for place in places if view.items[place].sentence == sentence]
            if not _is_whole_sentence(setting, side, whole, mine):
                continue
            carriers = sum(setting.item("new" if side == "old" else "old", place).heavy for place in others)
            if carriers * 3 >= sum(view.items[place].heavy for place in whole) or _is_said_again(setting, side, mine):
                continue
            kind = "term-removed" if side == "old" else "term-added"
            shown = sided(side, whole)
            found.append(named(setting, kind, "sentence", *sided(side, mine), rule="sentence", shown=shown))
    return found


def name_proposals(setting: Setting, hunk: Hunk) -> list[Named]:
    """*Belmark proposes that Arland leave*, where the other side has it as a duty: nobody is bound by a proposal."""
    for side, places, others in (("old", hunk.old, hunk.new), ("new", hunk.new, hunk.old)):
        view, other = setting.view(side), "new" if side == "old" else "old"
        asks = next((place for place in places if _proposes(view, [place])), None)
        if asks is None or any(setting.item(other, place).heavy for place in others):
            continue
        after = [place for place in view.beside(asks) if place > asks and view.items[place].heavy]
        known = [place for place in after if setting.partner(side, place) is not None]
        twins = setting.partner_sentences(side, asks)
        if len(known) < 2 or len(known) < _MOST * len(after) or len(twins) != 1:
            continue
        whole = setting.view(other).inside(min(twins))
        duty = next((verb for verb in setting.view(other).structure.verbs if _binds(setting, other, verb, whole)), None)
        rest = [place for place in whole if place in setting.hunk_of[other]]
        if duty is None or _proposes(setting.view(other), whole) or any(place != duty.force for place in rest):
            continue
        mine = [place for place in places if place <= asks + 1]
        kind = f"term-{'added' if side == 'old' else 'removed'}"
        words, shown = ((mine, rest), (mine, whole)) if side == "old" else ((rest, mine), (whole, mine))
        return [named(setting, kind, "sentence", *words, rule="proposal", shown=shown)]
    return []


_MOST = 0.6
"""How much of what is proposed must have counterparts in the duty."""


def _binds(setting: Setting, side: str, verb: Verb, whole: Sequence[int]) -> bool:
    """Whether a verb of a sentence has the force of a duty, outside conditions."""
    if verb.place not in whole or verb.force is None or setting.clause(side, [verb.place]) is not None:
        return False
    return getattr(setting.item(side, verb.force).value, "force", "") == "duty"


def _proposes(view: View, whole: Sequence[int]) -> bool:
    """Whether a sentence only tells what somebody proposes or asks for: that is no duty of anybody."""
    return any(getattr(view.items[place].value, "force", "") == "request" for place in whole)


def _is_said_again(setting: Setting, side: str, places: Sequence[int]) -> bool:
    """Whether much of a sentence also stands in one of the other side, among what only that has: it was recast."""
    other = "new" if side == "old" else "old"
    keys = {setting.item(side, place).key for place in places if setting.item(side, place).kind in ("word", "name")}
    met: dict[int, set[object]] = {}
    for place in setting.hunk_of[other]:
        item = setting.item(other, place)
        met.setdefault(item.sentence, set()).update({item.key} & keys)
    return any(len(found) > _RECAST * len(keys) for found in met.values())


_RECAST = 0.35


def _is_whole_sentence(setting: Setting, side: str, whole: Sequence[int], mine: Sequence[int]) -> bool:
    """Whether the words that are left of a sentence are nearly all of it, and it says something: it has a verb."""
    view = setting.view(side)
    heavy = [place for place in whole if view.items[place].heavy]
    if _is_title(view, whole):
        return False
    if len(heavy) < 2 or sum(place in mine for place in heavy) < min(len(heavy) - 1, (1 - _ALIEN) * len(heavy)):
        return False
    return len(heavy) >= _WORDY or any(view.structure.verb_at(place) is not None for place in whole)


def _is_title(view: View, whole: Sequence[int]) -> bool:
    """Whether a sentence asks something, or is a heading: no verb, and capitals on nearly all of its words."""
    if view.items[whole[-1]].low == "?":
        return True
    if any(view.structure.verb_at(place) is not None for place in whole):
        return False
    words = [view.items[place].words for place in whole if view.items[place].kind == "word"]
    return len(words) > 1 and sum(word[:1].isupper() for word in words) >= _TITLE * len(words)


_TITLE = 0.8


def name_passages(setting: Setting, hunk: Hunk) -> list[Named]:
    """A long stretch on one side only, with a clause of its own."""
    side, places = one_side(setting, hunk)
    if not places:
        return []
    view = setting.view(side)
    heavy = [place for place in places if view.items[place].heavy and not _is_address(view.items[place].words)]
    if len(heavy) < _LONG or setting.is_elsewhere(side, heavy) or not is_row(setting, side, places):
        return []
    clause = setting.clause(side, places)
    if setting.carriers(side, places) * 2 >= len(heavy) or (clause is not None and clause.kind == "condition"):
        return []
    verbs = [verb for place in places if (verb := view.structure.verb_at(place)) is not None]
    finite = bool(verbs) or any(view.items[place].kind in ("auxiliary", "force") for place in places)
    if (len(heavy) < _WORDY and not verbs) or len({view.items[place].sentence for place in places}) > 1:
        return []
    told = _kind_of_passage(setting, side, places, acts=finite)
    if told is None or not ends_phrase(setting, side, places):
        return []
    return [named(setting, told[0], told[1], *sided(side, places), rule=told[2])]


def _kind_of_passage(setting: Setting, side: str, places: Sequence[int], *, acts: bool) -> tuple[str, str, str] | None:
    """Whether a stretch is a place, a member of a list, or narrows what stands before it; by which rule."""
    gone, first = side == "old", setting.item(side, places[0])
    if not acts and _is_where(setting, side, places):
        return f"place-{'widened' if gone else 'narrowed'}", "place", "passage"
    if first.kind == "inclusion" or (first.low in ("and", "or") and not acts):
        return f"scope-{'narrowed' if gone else 'widened'}", "item", "member of a list"
    if first.kind in ("preposition", "restriction"):
        return f"restriction-{'removed' if gone else 'added'}", "restriction", "passage"
    if first.kind == "connective" and not _is_clause_of_being(setting, side, places):
        return f"term-{'removed' if gone else 'added'}", "sentence", "passage"
    return None


def _is_clause_of_being(setting: Setting, side: str, places: Sequence[int]) -> bool:
    """Whether words have an auxiliary and no force: *and is not exempt* narrows, and binds nobody."""
    kinds = {setting.item(side, place).kind for place in places}
    return "auxiliary" in kinds and "force" not in kinds


def _is_where(setting: Setting, side: str, places: Sequence[int]) -> bool:
    """Whether words are a phrase that says where: *in the Karst and Halden districts*."""
    names = any(setting.item(side, place).kind == "name" for place in places)
    return names and setting.item(side, places[0]).low in ("in", "within", "inside", "along", "around", "at", "near")


def _is_address(words: str) -> bool:
    """Whether words are an address on the web, which says nothing."""
    return "://" in words or words.startswith("www.")
