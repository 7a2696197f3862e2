"""A *no* or *not* that only one side has, and *none* against *all*."""

from plantrack.differences.hunks import Hunk
from plantrack.differences.naming import Named, Setting, named
from plantrack.differences.views import View


def name_negation(setting: Setting, hunk: Hunk) -> list[Named]:
    """A *no* or *not* on one side only, before words that both sides have."""
    side, places = ("old", hunk.old) if hunk.old else ("new", hunk.new)
    if _denies_whole(setting, hunk):
        return [named(setting, "modality-reversed", "negation", hunk.old, hunk.new, rule="negation")]
    if hunk.old and hunk.new:
        lights = hunk.old if len(hunk.old) <= len(hunk.new) else hunk.new
        light_side = "old" if lights is hunk.old else "new"
        if any(setting.item(light_side, place).heavy for place in lights):
            return []
        side, places = ("new", hunk.new) if light_side == "old" else ("old", hunk.old)
    heavy = [place for place in places if setting.item(side, place).heavy]
    if len(heavy) != 1 or setting.item(side, heavy[0]).kind != "negation" or setting.is_elsewhere(side, heavy):
        return []
    view = setting.view(side)
    if setting.item(side, heavy[0]).low in ("non", "nor") or _negates_member(view, heavy[0]):  # not of the act
        return []
    following = heavy[0] + 1
    if following >= len(view.items):
        return []
    if not any(
        setting.partner(side, place) is not None for place in range(following, min(following + 3, len(view.items)))
    ):
        return []
    if not setting.is_negated_otherwise(side, heavy[0]):
        return []
    return [named(setting, "modality-reversed", "negation", hunk.old, hunk.new, rule="negation")]


def _negates_member(view: View, place: int) -> bool:
    """Whether a *not* behind a comma stands before no verb: *churches, not mosques*."""
    if view.items[place].low != "not" or not place:
        return False
    acts = view.structure.verb_at(place + 1) is not None or view.structure.verb_at(place) is not None
    return not acts and any(token.low == "," for token in view.prose.between(*view.items[place - 1 : place + 1]))


def _denies_whole(setting: Setting, hunk: Hunk) -> bool:
    """Whether one side says of none what the other says of all: *both Parties shall*, and *neither Party shall*."""
    heads = [next((place for place in places if setting.item(side, place).kind in ("quantifier", "negation")), None)
             for side, places in (("old", hunk.old), ("new", hunk.new))]  # fmt: skip
    if heads[0] is None or heads[1] is None:
        return False
    for (side, none), (other, whole) in (
        (("old", heads[0]), ("new", heads[1])), (("new", heads[1]), ("old", heads[0]))
    ):  # fmt: skip
        if setting.item(side, none).low in _NONE and getattr(setting.item(other, whole).value, "value", "") in _WHOLE:
            theirs = hunk.new if other == "new" else hunk.old
            alone = all(not setting.item(other, place).heavy for place in theirs if place != whole)
            return alone and setting.partner(side, none + 1) == whole + 1 and setting.is_negated_otherwise(side, none)
    return False


_NONE = frozenset(("no", "neither", "none"))
_WHOLE = frozenset("all each every both either any".split())
