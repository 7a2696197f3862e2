"""What describes a noun from behind, on one side only: *an alliance hostile to Arland*."""

from collections.abc import Sequence

from plantrack.differences.hunks import Hunk
from plantrack.differences.naming import RELATIVES, Named, Setting, named, sided
from plantrack.differences.naming_additions import one_side
from plantrack.facts.clauses import CLAUSES
from plantrack.language import lexicon

_SHORTEST = 2
"""Items of a description: what it says, and of whom."""


def name_descriptions(setting: Setting, hunk: Hunk) -> list[Named]:
    """An adjective, participle or *who* with what it governs, right behind a noun that stands bare there else."""
    side, places = one_side(setting, hunk)
    if len(places) < _SHORTEST or setting.is_elsewhere(side, places) or setting.could_be_carried(side, places):
        return []
    if list(places) != list(range(places[0], places[-1] + 1)):
        return []
    if not _describes_noun(setting, side, places) and not _tells_which(setting, side, places):
        return []
    if not setting.has_twin(side, places):
        return []
    kind = f"restriction-{'removed' if side == 'old' else 'added'}"
    return [named(setting, kind, "restriction", *sided(side, places), rule="description")]


def _describes_noun(setting: Setting, side: str, places: Sequence[int]) -> bool:
    """Whether a stretch is a whole description of the noun before it, whose sentence has a verb of its own."""
    view = setting.view(side)
    first, last = places[0], places[-1]
    noun, opens, governs = first - 1, view.items[first], view.items[first + 1]
    if noun < 0 or view.items[noun].sentence != opens.sentence or setting.partner(side, noun) is None:
        return False
    named_before = view.items[noun].kind == "word" and "n" in lexicon.pos_of(view.items[noun].low)
    if not named_before or opens.kind != "word" or governs.kind != "preposition":
        return False
    describes = "a" in lexicon.pos_of(opens.low) or lexicon.is_past_participle(opens.low)
    if not describes or "r" in lexicon.pos_of(opens.low) or opens.low == view.items[noun].low:
        return False
    inside = range(first, last + 1)
    verbs = [verb for verb in view.verbs_beside(first) if verb.place not in inside]
    if not any(setting.partner(side, verb.place) is not None for verb in verbs):
        return False
    if any(verb.place == first and verb.group < first for verb in view.structure.verbs):
        return False
    return view.items[last].kind in ("word", "name", "date", "reference") and _ends_there(setting, side, last)


def _tells_which(setting: Setting, side: str, places: Sequence[int]) -> bool:
    """Whether a stretch is a whole clause that tells which are meant: *those | who left after 2019 | may return*."""
    view = setting.view(side)
    first, last = places[0], places[-1]
    noun = first - 1
    if view.items[first].low not in RELATIVES or noun < 0 or setting.partner(side, noun) is None:
        return False
    before, after = view.items[noun], view.items[last + 1] if last + 1 < len(view.items) else None
    is_noun = before.kind == "word" and "n" in lexicon.pos_of(before.low) and view.structure.verb_at(noun) is None
    if not is_noun or view.prose.between(before, view.items[first]):  # behind a comma it only tells of them
        return False
    if any(view.items[place].kind in (*CLAUSES, "connective", "negation") for place in places):
        return False
    ends = after is None or after.sentence != view.items[last].sentence
    return ends or view.structure.verb_at(last + 1) is not None


def _ends_there(setting: Setting, side: str, last: int) -> bool:
    view = setting.view(side)
    if last + 1 >= len(view.items) or view.items[last + 1].sentence != view.items[last].sentence:
        return True
    after = view.items[last + 1]
    marks = any(token.low in ",;:()" for token in view.prose.between(view.items[last], after))
    return marks or after.kind not in ("word", "name", "figure", "date", "reference", "number", "owner")
