"""What a named difference does to a duty: said only where bearer, force and the part that changed were all read."""

from plantrack.differences.changes import KINDS
from plantrack.differences.directions import effect_of
from plantrack.differences.naming import RELATIVES, Named, Setting
from plantrack.facts.clauses import Verb
from plantrack.facts.force import Force
from plantrack.language import lexicon

_PARTS = frozenset("condition exception deadline quantifier bearer counterparty place scope restriction".split())
_SOFTENING = frozenset(
    """where_possible whenever_possible where_feasible where_practicable as_far_as_possible as_far_as_practicable
    as_far_as_feasible to_the_maximum_extent_possible where_appropriate where_necessary""".split()
)
"""Restrictions that leave the bearer to judge."""


def with_effect(setting: Setting, named: Named) -> Named:
    """A named difference with its effect and whom it binds, where both are sure."""
    subject, _, direction = named.kind.partition("-")
    if subject == "term" and named.rule == "sentence":
        return _of_sentence(setting, named, direction)
    if named.effect is not None or subject not in _PARTS or KINDS[named.kind].mirror == named.kind:
        return named
    side, places = ("old", named.old) if named.old else ("new", named.new)
    if not places or (subject not in ("condition", "exception") and setting.clause(side, places) is not None):
        return named
    verb = setting.ruling_verb(side, max(places) if side == "old" else min(places))
    clause = setting.clause(side, places)
    if clause is not None and verb is not None and clause.first <= verb.place < clause.last:
        verb = _outside(setting, side, clause.first, clause.last)
    partner = _partner(setting, side, verb)
    if verb is None or partner is None or verb.passive or partner.passive:
        return named
    other = "new" if side == "old" else "old"
    forces = _force(setting, side, verb), _force(setting, other, partner)
    if forces[0] is None or forces[0] != forces[1]:
        return named
    bearer = _bearer(setting, side, verb, other, partner)
    if bearer is None:
        return named
    part = "softening" if subject == "restriction" and _softens(setting, side, places) else subject
    return named._replace(effect=effect_of(part, direction, forces[0]), bearer=bearer)


def _of_sentence(setting: Setting, named: Named, direction: str) -> Named:
    """A duty or ban that came or went whole, where it is one, and of one who is named."""
    side, places = ("old", named.old) if named.old else ("new", named.new)
    verbs = [verb for verb in setting.view(side).structure.verbs if verb.place in places]
    if not verbs or verbs[0].force is None or verbs[0].passive:
        return named
    if setting.item(side, verbs[0].place).value in _DEFINING:
        return named
    forces = {setting.item(side, verb.force).value for verb in verbs if verb.force is not None}
    subject = setting.subject(side, verbs[0].place)
    names = [setting.item(side, place) for place in subject if setting.item(side, place).kind == "name"]
    plain = not any(setting.item(side, place).kind in ("preposition", "negation") for place in subject)
    plain = plain and (not subject or setting.item(side, subject[-1]).kind == "name")  # not *the Arlandian report*
    if len(forces) != 1 or len(names) != 1 or not plain:
        return named
    effect = effect_of("term", direction, forces.pop())
    return named._replace(effect=effect, bearer=names[0].words if effect else None)


_DEFINING = frozenset("have mean refer include be consist comprise constitute denote apply".split())
"""What a definition says of a word, and a charter of a body: nobody has to do it."""


def _force(setting: Setting, side: str, verb: Verb) -> object | None:
    """The force of a verb; the plain present of a treaty is a duty, where nothing negates or describes."""
    if verb.force is not None:
        return setting.item(side, verb.force).value
    view = setting.view(side)
    before = view.items[max(0, verb.group - 3) : verb.place]
    if verb.group != verb.place or any(item.kind in ("negation", "pronoun", "auxiliary") for item in before):
        return None
    return Force("duty")


def _softens(setting: Setting, side: str, places: tuple[int, ...]) -> bool:
    return any(setting.item(side, place).value in _SOFTENING for place in places)


def _outside(setting: Setting, side: str, first: int, last: int) -> Verb | None:
    """The verb of the sentence that a condition hangs on."""
    view = setting.view(side)
    verbs = [verb for verb in view.verbs_beside(first) if not first <= verb.place < last]
    return verbs[0] if len(verbs) == 1 else None


def _partner(setting: Setting, side: str, verb: Verb | None) -> Verb | None:
    if verb is None:
        return None
    place = setting.partner(side, verb.place)
    other = setting.view("new" if side == "old" else "old")
    return None if place is None else other.structure.verb_of(place)


def _bearer(setting: Setting, side: str, verb: Verb, other: str, partner: Verb) -> str | None:
    """The one name that is the subject of a verb on both sides."""
    names = []
    for one, found in ((side, verb), (other, partner)):
        subject = setting.subject(one, found.place)
        names.append([setting.item(one, place) for place in subject if setting.item(one, place).kind == "name"])
        if any(setting.item(one, place).kind in ("preposition", "negation") for place in subject):
            return None
    if any(len(found) != 1 for found in names) or names[0][0].key != names[1][0].key:
        return None
    return names[1][0].words


_RECEIVING = frozenset(
    """receive get obtain gain acquire earn enjoy inherit profit be wait stay remain pause suspend
    tolerate accept allow admit permit suffer endure host""".split()
)
"""Verbs of which more of what they govern binds their subject to nothing more: others owe it, or it is borne."""
_HOLDING = frozenset("own hold have".split())
"""Verbs that a ceiling binds, and a bare figure does not."""
_GIVING = frozenset("pay give provide deliver invest contribute send supply fund finance grant".split())
"""Verbs of which a ceiling bounds what is given, and not what is kept."""

_DESCRIBING = frozenset("above over below under beyond exceeding".split())
"""First words of a figure that, behind a noun, says which of it are meant (*artillery above 82 mm*), not how many."""


def leaves_effect_open(setting: Setting, part: str, old: int) -> bool:
    """Whether the verb around a fact leaves open whom more or less of it binds.

    Args:
        setting: The two wordings.
        part: What the fact is: `deadline`, `ceiling`, ...
        old: The place of the fact in the old wording.
    """
    verb = setting.ruling_verb("old", old)
    if verb is None:
        return False
    said = setting.item("old", verb.place).value
    notice = part == "duration" and any(
        "notice" in item.low for item in setting.aligned.old.items[max(0, old - 1) : old + 3]
    )
    describes = _tells_which_are_meant(setting, old, verb)
    return notice or describes or said in _RECEIVING or said in (_GIVING if part == "ceiling" else _HOLDING)


def _tells_which_are_meant(setting: Setting, old: int, verb: Verb) -> bool:
    """Whether a fact tells which things are meant, and not how much is owed: *exercises involving 9,000 troops*."""
    if setting.item("old", old).low.partition(" ")[0] in _DESCRIBING and old - 1 != verb.place:
        return True
    view = setting.view("old")
    first = verb.place + 1 if verb.place < old else next(iter(view.beside(old)), old)
    between = view.items[first:old]
    if not between:
        return False
    last = between[-1]
    carries = len(between) > 1 and (
        last.low == "with" or (last.low.endswith("ing") and "v" in lexicon.pos_of(last.low))
    )
    return carries or any(item.low in RELATIVES for item in between)
