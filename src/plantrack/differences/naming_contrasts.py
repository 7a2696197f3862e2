"""One word against another in the same place: words that the field keeps apart, *and* against *or*, roles."""

from collections.abc import Sequence

from plantrack.differences.hunks import Hunk
from plantrack.differences.naming import Named, Setting, named
from plantrack.facts.clauses import CLAUSES
from plantrack.language import lexicon

_ALIKE = 0.5
"""How much of the rest of a sentence must have counterparts for one word of it to be held against another."""
_LEAVES_OPEN = frozenset("any each every either neither no whether".split())
"""Before them *and* and *or* may say the same: *any member or staff*, *no arms and munitions*."""
_WAITING = frozenset("on upon when once after following before until pending".split())
"""What stands before an event that something waits for."""
_SPANS = frozenset("basis condition day date terms".split())
_FACTS = ("name", "figure", "date", "reference", "number", "label")
"""What may differ in a sentence beside one of its words, and tells of itself."""
_TOGETHER = frozenset(("jointly", "together", "collectively"))
_ASKED = frozenset("request demand invitation call instruction".split())
"""What somebody gives a sign by, so that a thing is done: *on request*."""


def name_joints(setting: Setting, hunk: Hunk) -> list[Named]:
    """*And* against *or* between two things or acts of a duty: both of them, or one."""
    if len(hunk.old) != 1 or len(hunk.new) != 1:
        return []
    places = _sides(hunk.old[0], hunk.new[0])
    if {setting.item(side, place).low for side, place in places} != {"and", "or"}:
        return []
    if not _stands_alike(setting, hunk.old[0], hunk.new[0], both=True):
        return []
    if not all(_joins_what_is_owed(setting, side, place) for side, place in places):
        return []
    shown = [range(place - 1, place + 2) for _, place in places]
    kind = f"quantifier-{'narrowed' if setting.item(*places[0]).low == 'and' else 'widened'}"
    return [named(setting, kind, "quantifier", hunk.old, hunk.new, rule="and and or", shown=(shown[0], shown[1]))]


def _joins_what_is_owed(setting: Setting, side: str, place: int) -> bool:
    """Whether *and* or *or* stands right in what a duty is to do, and nothing describes, denies or leaves it open."""
    view = setting.view(side)
    verbs = [verb for verb in view.verbs_beside(place) if verb.force is not None and verb.place < place]
    if not verbs or getattr(view.items[verbs[-1].force or 0].value, "force", "") != "duty":
        return False
    beside = [view.items[spot] for spot in view.beside(place)]
    if any(item.kind == "negation" or item.low in _LEAVES_OPEN for item in beside):
        return False
    if any(getattr(item.value, "negated", "") for item in beside):
        return False
    between = view.items[verbs[-1].place + 1 : place]
    return not any(item.kind in ("preposition", "pronoun", "auxiliary", *CLAUSES) for item in between)


def name_heads(setting: Setting, hunk: Hunk) -> list[Named]:
    """A word against one that the field keeps apart from it, or two that take each other's place, in one role."""
    found = [_single(setting, side, places) for side, places in (("old", hunk.old), ("new", hunk.new))]
    if found[0] is None or found[1] is None or found[0][1] != found[1][1]:
        return []
    (old, waits), (new, _) = found[0], found[1]
    if not _stands_alike(setting, old, new):
        return []
    exchanged = _take_turns(setting, old, new)
    values = [str(setting.item(side, at).value) for side, at in _sides(old, new)]
    if not exchanged and (
        not lexicon.kept_apart(values[0], values[1])
        or any(setting.open_negations(side, at) for side, at in _sides(old, new))
    ):
        return []
    if values[0] == values[1] or not all(_is_alone(setting, side, at) for side, at in _sides(old, new)):
        return []
    part = "condition" if waits else _part(setting, old, new)
    if part is None or (exchanged and part == "object"):  # whose verb was not read
        return []
    rule = "role" if exchanged else "kept apart"
    return [named(setting, f"{part}-changed", part, hunk.old, hunk.new, rule=rule)]


def _single(setting: Setting, side: str, places: Sequence[int]) -> tuple[int, bool] | None:
    """The one word of a stretch, and whether the act waits for what it names: *when ratified*, *upon signature*."""
    words = [place for place in places if setting.item(side, place).kind not in ("determiner", "auxiliary")]
    waits = len(words) > 1 and setting.item(side, words[0]).value in _WAITING
    words = words[waits:]
    if len(words) != 1 or setting.item(side, words[0]).kind != "word":
        return None
    before = _beside(setting, side, words[0], -1)
    waits = before is not None and setting.item(side, before).value in _WAITING
    return words[0], waits and setting.item(side, words[0]).low not in _SPANS


def _is_alone(setting: Setting, side: str, place: int) -> bool:
    """Whether no other plain word of its sentence is left without counterpart: it was not recast."""
    view = setting.view(side)
    own = setting.hunk_of[side].get(place)
    rest = [spot for spot in view.beside(place) if setting.hunk_of[side].get(spot, own) != own]
    words = [spot for spot in rest if view.items[spot].heavy and not _turns(setting, side, spot)]
    return all(view.items[spot].kind in _FACTS for spot in words) and (
        setting.likeness(side, view.items[place].sentence, [place, *rest]) >= _ALIKE
    )


def _turns(setting: Setting, side: str, place: int) -> bool:
    """Whether a word only stands in another place of the sentence."""
    other = "new" if side == "old" else "old"
    key = setting.item(side, place).key
    return any(setting.item(other, spot).key == key for spot in setting.hunk_of[other])


def _sides(old: int, new: int) -> tuple[tuple[str, int], tuple[str, int]]:
    return ("old", old), ("new", new)


def _stands_alike(setting: Setting, old: int, new: int, *, both: bool = False) -> bool:
    """Whether what stands beside two items, on one side or on both, is paired."""
    met = []
    for step in (-1, 1):
        here = _beside(setting, "old", old, step), _beside(setting, "new", new, step)
        met.append(here == (None, None) or (None not in here and setting.partner("old", here[0] or 0) == here[1]))
    return all(met) if both else any(met)


def _beside(setting: Setting, side: str, place: int, step: int) -> int | None:
    """The next item of its sentence that is no article; None at the edge."""
    items = setting.view(side).items
    near = place + step
    while 0 <= near < len(items) and items[near].kind == "determiner":
        near += step
    return near if 0 <= near < len(items) and items[near].sentence == items[place].sentence else None


def _take_turns(setting: Setting, old: int, new: int) -> bool:
    """Whether each of two words stands in the place of the other: *A leads and B pays*, *B leads and A pays*."""
    keys = setting.item("old", old).key, setting.item("new", new).key
    return any(
        (setting.item("old", hunk.old[0]).key, setting.item("new", hunk.new[0]).key) == keys[::-1]
        for hunk in setting.hunks if len(hunk.old) == len(hunk.new) == 1
    )  # fmt: skip


def _part(setting: Setting, old: int, new: int) -> str | None:
    """The role that two words have, where it is one: an act, who acts, what describes a noun, or what is acted on."""
    verbs = [setting.view(side).structure.verb_at(place) for side, place in _sides(old, new)]
    kinds = [lexicon.pos_of(setting.item(side, place).low) for side, place in _sides(old, new)]
    if all(verbs):
        return "action"
    if any(verbs):
        return None
    if all("a" in kind and _is_before_noun(setting, side, at)
           for kind, (side, at) in zip(kinds, _sides(old, new), strict=True)):  # fmt: skip
        return "restriction"
    if not all("n" in kind for kind in kinds):
        return None
    acts = [_acts(setting, side, place) for side, place in _sides(old, new)]
    if all(acts):
        return "bearer"
    ruled = [setting.ruling_verb(side, place) for side, place in _sides(old, new)]
    suffers = all(verb is not None and (verb.passive or verb.place < at)
                  for verb, at in zip(ruled, (old, new), strict=True))  # fmt: skip
    return "object" if suffers and not any(acts) else None


def _is_before_noun(setting: Setting, side: str, place: int) -> bool:
    items = setting.view(side).items
    after = items[place + 1] if place + 1 < len(items) else None
    return (
        after is not None and after.sentence == items[place].sentence and after.kind == "word"
        and "n" in lexicon.pos_of(after.low)
    )  # fmt: skip


def _acts(setting: Setting, side: str, place: int) -> bool:
    """Whether a noun is who acts: the subject of an active verb, or behind *by* and a passive one."""
    verb = setting.ruling_verb(side, place)
    if verb is None:
        return False
    if verb.passive:
        before = setting.preposition_before(side, place)
        return before is not None and before.low == "by" and verb.place < place
    view = setting.view(side)
    near = _beside(setting, side, place, -1)
    joined = near is not None and view.items[near].kind == "connective"
    return setting.is_subject(side, place) or (joined and view.structure.verb_at(place + 1) is not None)


def name_leaves(setting: Setting, hunk: Hunk) -> list[Named]:
    """*With the consent of the Council* against *in consultation with the Council*: who has what say."""
    if len(hunk.old) != 1 or len(hunk.new) != 1:
        return []
    places = _sides(hunk.old[0], hunk.new[0])
    values = {str(setting.item(side, place).value) for side, place in places}
    if len(values) != 2 or not values <= _SAY or not _stands_alike(setting, hunk.old[0], hunk.new[0], both=True):
        return []
    return [named(setting, "restriction-changed", "restriction", hunk.old, hunk.new, rule="restriction")]


_SAY = frozenset(
    """with_the_consent_of without_the_consent_of in_consultation_with in_coordination_with in_cooperation_with
    at_the_request_of at_the_invitation_of on_the_proposal_of on_the_recommendation_of on_the_advice_of""".split()
)
"""What leads those who have a say in an act."""


def name_agents(setting: Setting, hunk: Hunk) -> list[Named]:
    """*By Arland* against *jointly*, behind one and the same verb."""
    for side, alone, theirs in (("old", hunk.old, hunk.new), ("new", hunk.new, hunk.old)):
        other = "new" if side == "old" else "old"
        lows = [setting.item(side, place).low for place in alone]
        if len(lows) < 2 or lows[0] != "by" or not any(setting.item(side, p).kind == "name" for p in alone):
            continue
        if len(theirs) != 1 or setting.item(other, theirs[0]).low not in _TOGETHER:
            continue
        verb = setting.ruling_verb(side, alone[0])
        if verb is not None and verb.passive and setting.partner(side, verb.place) is not None:
            return [named(setting, "bearer-changed", "bearer", hunk.old, hunk.new, rule="name")]
    return []


def name_when_asked(setting: Setting, hunk: Hunk) -> list[Named]:
    """*Every month* against *on request* or *when asked*: a fixed time is left to somebody, or the other way round."""
    for side, mine, theirs in (("old", hunk.old, hunk.new), ("new", hunk.new, hunk.old)):
        other = "new" if side == "old" else "old"
        if len(mine) != 1 or setting.item(side, mine[0]).kind != "frequency" or not theirs:
            continue
        if _is_whole_condition(setting, other, theirs) or _is_on_request(setting, other, theirs):
            kind = f"quantity-{'unfixed' if side == 'old' else 'fixed'}"
            return [named(setting, kind, "frequency", hunk.old, hunk.new, rule="time")]
    return []


def _is_whole_condition(setting: Setting, side: str, places: Sequence[int]) -> bool:
    clause = setting.view(side).structure.clause_at(places[0])
    return (
        clause is not None and setting.item(side, places[0]).kind in CLAUSES and clause.kind == "condition"
        and clause.first == places[0] and clause.last == places[-1] + 1
    )  # fmt: skip


def _is_on_request(setting: Setting, side: str, places: Sequence[int]) -> bool:
    first, last = setting.item(side, places[0]), setting.item(side, places[-1])
    asked = any(setting.item(side, place).value in _ASKED for place in places)
    return asked and first.low in ("on", "upon", "at") and last.kind in ("word", "name")
