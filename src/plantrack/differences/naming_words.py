"""Who, where, and which act: a name against a name, a preposition against another, a word against its contrary."""

from collections.abc import Sequence

from plantrack.differences.hunks import Hunk
from plantrack.differences.list_members import members_around
from plantrack.differences.naming import Named, Setting, are_other_names, named
from plantrack.facts.clauses import CLAUSES, Verb
from plantrack.facts.prose import Item
from plantrack.language import lexicon

_PLACES = frozenset("in at from into near within on around along outside inside beyond across behind to".split())
_WHERE = ("from", "to", "into", "out of", "inside", "outside", "within", "beyond", "in", "near", "above", "below")
_RECIPIENT = frozenset(("to", "for", "with", "towards"))
_SHARED = 0.3
"""How much of two sentences must have counterparts for a name in one to stand against a name in the other."""
_TWINS = 0.6
"""How much of a sentence must have counterparts for roles to be compared in it."""


def name_parties(setting: Setting, hunk: Hunk) -> list[Named]:
    """A name against another in the same place, or one that joined or left a list of names."""
    olds, news = _names(setting, "old", hunk.old), _names(setting, "new", hunk.new)
    rest = len(hunk.old) - len(olds) + len(hunk.new) - len(news)
    if not olds and not news:
        return _one_of_them(setting, hunk)
    if not olds or not news:
        return _name_on_one_side(setting, hunk, olds, news)
    joined = any(
        setting.item(side, at).kind == "sign" for side, row in (("old", hunk.old), ("new", hunk.new)) for at in row
    )
    if rest > 2 or len(olds) != 1 or len(news) != 1 or joined:  # not *the Press & Trade Office*
        return []
    if not are_other_names(setting.item("old", olds[0]), setting.item("new", news[0]), setting.names):
        return []
    if any(
        setting.likeness(side, setting.item(side, places[0]).sentence, places) < _SHARED
        for side, places in (("old", olds), ("new", news))
    ):
        return []
    part = _role(setting, "old", olds[0])
    if part is None or part != _role(setting, "new", news[0]):
        return []
    return [named(setting, f"{part}-changed", part, olds, news, rule="name")]


def _one_of_them(setting: Setting, hunk: Hunk) -> list[Named]:
    """*And* against *or* between two who act: both have to, or one of them."""
    places = (*hunk.old, *hunk.new)
    if (
        len(hunk.old) != 1
        or len(hunk.new) != 1
        or {setting.item("old", places[0]).low, setting.item("new", places[1]).low} != {"and", "or"}
    ):
        return []
    around = [(side, at + step) for side, at in zip(("old", "new"), places, strict=True) for step in (-1, 1)]
    names = all(
        0 <= at < len(setting.view(side).items) and setting.item(side, at).kind == "name" for side, at in around
    )
    if not names or any(_role(setting, side, at) != "bearer" for side, at in around[::2]):
        return []
    shown = tuple(range(at - 1, at + 2) for at in places)
    return [named(setting, "bearer-changed", "bearer", hunk.old, hunk.new, rule="name", shown=(shown[0], shown[1]))]


def _name_on_one_side(setting: Setting, hunk: Hunk, olds: Sequence[int], news: Sequence[int]) -> list[Named]:
    """A name that joined or left a list of names."""
    side, places = ("old", olds) if olds else ("new", news)
    if setting.is_elsewhere(side, places):
        return []
    others = [("old", place) for place in hunk.old] + [("new", place) for place in hunk.new]
    mine = {(side, place) for place in places}
    if any(setting.item(*other).heavy and other not in mine for other in others):
        return []
    members = members_around(setting.view(side), places[0])
    beside = [member for member in members if not set(member) & set(places)]
    if not any(setting.partner(side, place) is not None for member in beside for place in member):
        return []
    other = "new" if side == "old" else "old"
    twins = setting.partner_sentences(side, places[0])
    if any(
        setting.item(other, spot).kind == "name"
        and (
            setting.item(other, spot).sentence in twins  # it may have come in its place
            or not are_other_names(setting.item(side, places[0]), setting.item(other, spot), setting.names)
        )
        for spot in setting.hunk_of[other]
    ):
        return []
    part = _role(setting, side, places[0])
    joins_name = any(setting.item(side, place).kind == "name" for member in beside for place in member)
    if part is None or part == "object" or not joins_name:
        part = "item"
    directions = ("removed", "added") if part == "restriction" else ("narrowed", "widened")
    kind = f"{'scope' if part == 'item' else part}-{directions[0 if olds else 1]}"
    shown = olds, news
    joints = [place for place in (hunk.old if olds else hunk.new) if setting.item(side, place).kind == "connective"]
    olds, news = (sorted([*olds, *joints]), news) if olds else (olds, sorted([*news, *joints]))
    return [named(setting, kind, part, olds, news, rule="name", shown=shown)]


def name_swaps(setting: Setting, hunk: Hunk) -> list[Named]:
    """Words that stand in another role on the other side: who pays whom, from where to where."""
    found: list[Named] = []
    for old in hunk.old:
        new = setting.aligned.old_to_new.get(old)
        if new is None or old not in setting.elsewhere_old or not _may_act(setting, "old", old):
            continue
        if any(old in one.old for one in found):
            continue
        if any(_times(setting, side, setting.item("old", old)) > 1 for side in ("old", "new")):
            continue
        if setting.likeness("old", setting.item("old", old).sentence) < _TWINS or not _same_verb(setting, old, new):
            continue
        ways = _direction(setting, "old", old), _direction(setting, "new", new)
        roles = _role(setting, "old", old), _role(setting, "new", new)
        if None not in ways and ways[0] != ways[1]:
            part = "place"
        elif "bearer" in roles and set(roles) <= {"bearer", "object", "counterparty"} and roles[0] != roles[1]:
            part = "bearer"
        else:
            continue
        olds, news = _traded(setting, old, new)
        shown = _in_role(setting, old, new)
        found.append(named(setting, f"{part}-changed", part, olds, news, rule="role", shown=shown))
    return found


def _traded(setting: Setting, old: int, new: int) -> tuple[list[int], list[int]]:
    """Two items in other roles, with what their sentences have in common that stands elsewhere only for them."""
    olds, news = {old}, {new}
    sentences = setting.item("old", old).sentence, setting.item("new", new).sentence
    left = {side: [p for p in setting.hunk_of[side] if setting.item(side, p).sentence == sentences[side == "new"]]
            for side in ("old", "new")}  # fmt: skip
    for one in left["old"]:
        for other in left["new"]:
            if setting.item("old", one).key == setting.item("new", other).key and other not in news and one not in olds:
                olds.add(one)
                news.add(other)
    return sorted(olds), sorted(news)


def _same_verb(setting: Setting, old: int, new: int) -> bool:
    """Whether the verbs that rule two items are one and the same."""
    verbs = setting.ruling_verb("old", old), setting.ruling_verb("new", new)
    return verbs[0] is not None and verbs[1] is not None and setting.partner("old", verbs[0].place) == verbs[1].place


def _times(setting: Setting, side: str, item: Item) -> int:
    return sum(other.key == item.key for other in setting.view(side).items)


def _may_act(setting: Setting, side: str, place: int) -> bool:
    """Whether an item is a name, or a noun that stands behind an article or a preposition and before no other noun."""
    view = setting.view(side)
    item = view.items[place]
    if item.kind == "name":
        return True
    if item.kind != "word" or "n" not in lexicon.pos_of(item.low) or not place:
        return False
    following = view.items[place + 1] if place + 1 < len(view.items) else None
    if following is not None and following.kind == "word" and "n" in lexicon.pos_of(following.low):
        return False
    return view.items[place - 1].kind in ("determiner", "preposition", "quantifier", "figure")


def _in_role(setting: Setting, old: int, new: int) -> tuple[list[int], list[int]]:
    """Two items with the preposition or the verb that gives each its role."""
    shown = []
    for side, place in (("old", old), ("new", new)):
        view = setting.view(side)
        first = place
        while first and place - first < 3 and view.items[first - 1].kind in ("determiner", "word", "preposition"):
            first -= 1
            if view.items[first].kind == "preposition":
                break
        verb = view.structure.verb_after(place)
        near = verb is not None and verb.place - place <= 3 and setting.is_subject(side, place)
        shown.append(list(range(first, (verb.place if near and verb is not None else place) + 1)))
    return shown[0], shown[1]


def _direction(setting: Setting, side: str, place: int) -> str | None:
    """The preposition of place before an item."""
    preposition = setting.preposition_before(side, place)
    return None if preposition is None or preposition.value not in _WHERE else str(preposition.value)


def name_only(setting: Setting, hunk: Hunk) -> list[Named]:
    """*All* or *only* on one side, before words that both sides have."""
    side, places = ("old", hunk.old) if hunk.old else ("new", hunk.new)
    if (hunk.old and hunk.new) or len(places) != 1:
        return []
    said, following = getattr(setting.item(side, places[0]).value, "value", None), places[0] + 1
    if said in _OF_THEM and _is_known(setting, side, following):
        kind = f"quantifier-{'narrowed' if side == 'new' else 'widened'}"
        return [named(setting, kind, "quantifier", hunk.old, hunk.new, rule="quantifier")]
    if said not in ("only", "all") or setting.is_elsewhere(side, places) or _is_definite(setting, side, following):
        return []
    if all(setting.partner(side, place) is None for place in (following, following + 1)):
        return []
    kind = f"quantifier-{'widened' if (said == 'all') == (side == 'new') else 'narrowed'}"
    return [named(setting, kind, "quantifier", hunk.old, hunk.new, rule="quantifier")]


_OF_THEM = frozenset("most some many a_few few half part_of parts_of in_part_of one_of".split())
"""Quantifiers that, before *the*, leave some of it out."""


def _is_known(setting: Setting, side: str, place: int) -> bool:
    """Whether both sides have *the*, *its* or a name, and what it stands before: *most of the funds*, *the funds*."""
    items = setting.view(side).items
    if place + 1 >= len(items) or setting.partner(side, place) is None:
        return False
    leads = items[place].kind in ("determiner", "pronoun", "owner") and items[place].low not in ("a", "an")
    return items[place].kind == "name" or (leads and setting.partner(side, place + 1) is not None)


def _is_definite(setting: Setting, side: str, place: int) -> bool:
    """Whether *the* or *these* stands before the counterpart of a word: *the members*, and *all members*."""
    other = "new" if side == "old" else "old"
    partner = setting.partner(side, place)
    return (
        partner is not None
        and partner > 0
        and setting.item(other, partner - 1).low in ("the", "these", "those", "both")
    )


def _names(setting: Setting, side: str, places: Sequence[int]) -> list[int]:
    return [place for place in places if setting.item(side, place).kind == "name"]


def _role(setting: Setting, side: str, place: int) -> str | None:
    """What a name is in its sentence: bearer, counterparty, place, object, or a restriction of something."""
    preposition = setting.preposition_before(side, place)
    if _is_attribute(setting, side, place):
        return "restriction" if preposition is not None and preposition.low == "under" else None
    verb = setting.ruling_verb(side, place)
    if preposition is None:
        if setting.is_subject(side, place):
            return "object" if verb is not None and verb.passive else "bearer"
        if verb is None or verb.place > place:
            return None
        return "counterparty" if _receives(setting, side, verb, place) else "object"
    low = preposition.low
    if low == "of" and _is_area(setting, side, place):
        return "place"
    if low in _RECIPIENT or (low == "to" and verb is not None and verb.place < place):
        return "counterparty"
    return _ROLES.get(low, "place" if low in _PLACES else "restriction" if " " in low else None)


def _is_area(setting: Setting, side: str, place: int) -> bool:
    """Whether a name says of what area something is done: *in the districts of Dorn and Hesk*."""
    view = setting.view(side)
    of = next((at for at in range(place - 1, -1, -1) if view.items[at].low == "of"), 0)
    where = setting.preposition_before(side, of - 1) if of > 1 else None
    return of > 0 and view.items[of - 1].value in _AREAS and where is not None and where.low in _PLACES


_AREAS = frozenset(
    """district province region oblast port city town village valley island area territory department county
    municipality state canton bay sector zone""".split()
)


def _receives(setting: Setting, side: str, verb: Verb, place: int) -> bool:
    """Whether a name behind a verb of giving stands before what is given: *shall pay Belmark 400 dollars*."""
    view = setting.view(side)
    if verb.passive or view.items[verb.place].value not in _GIVING or place + 1 >= len(view.items):
        return False
    following = view.items[place + 1]
    given = following.kind in ("determiner", "figure", "quantifier", "word", "pronoun")
    return given and following.sentence == view.items[place].sentence


_GIVING = frozenset("give pay grant send lend provide offer supply return owe deliver sell show hand tell".split())
"""Verbs whose receiver may stand right behind them."""
_ROLES = {"by": "bearer", "under": "restriction", "of": "restriction", "without": "restriction"}
"""What a name is behind a preposition."""


def _is_attribute(setting: Setting, side: str, place: int) -> bool:
    """Whether a name only belongs to the noun behind it: *Ukraine's partners*, *Russian troops*."""
    view = setting.view(side)
    if place + 1 >= len(view.items):
        return False
    following = view.items[place + 1]
    if following.kind == "owner":
        return True
    glued = not view.prose.between(view.items[place], following) and following.sentence == view.items[place].sentence
    return glued and following.kind == "word" and view.structure.verb_at(place + 1) is None


def name_places(setting: Setting, hunk: Hunk) -> list[Named]:
    """A preposition of place or manner against another before the same words: *to* and *from*, *with* and *without*."""
    if len(hunk.old) != 1 or len(hunk.new) != 1:
        return []
    old, new = hunk.old[0], hunk.new[0]
    one, other = setting.item("old", old), setting.item("new", new)
    if one.kind != "preposition" or other.kind != "preposition":
        return []
    following = setting.view("old").items[old + 1 : old + 2]
    if any(item.kind == "preposition" for item in following):  # *as described above in Part 2*: where it stands written
        return []
    if setting.partner("old", old + 1) != new + 1 or (old and new and setting.partner("old", old - 1) != new - 1):
        return []
    shown = _phrase(setting, "old", old), _phrase(setting, "new", new)
    if one.value in _WHERE and other.value in _WHERE:
        return [named(setting, "place-changed", "place", hunk.old, hunk.new, rule="preposition", shown=shown)]
    if {one.value, other.value} == {"without", "with"}:
        return [
            named(setting, "restriction-changed", "restriction", hunk.old, hunk.new, rule="preposition", shown=shown)
        ]
    return []


def _phrase(setting: Setting, side: str, place: int) -> list[int]:
    """A preposition with the next few words, so that people see what it governs."""
    view = setting.view(side)
    found = [place]
    for after in range(place + 1, min(place + 4, len(view.items))):
        item = view.items[after]
        if item.sentence != view.items[place].sentence or item.kind in ("preposition", "connective", "force", *CLAUSES):
            break
        found.append(after)
        if item.heavy and item.kind in ("word", "name") and "n" in (lexicon.pos_of(item.low) or {"n"}):
            break
    return found


def name_acts(setting: Setting, hunk: Hunk) -> list[Named]:
    """A word against its contrary, where nothing negates one of the two; an act that is only talked of on one side."""
    olds, news = _words(setting, "old", hunk.old), _words(setting, "new", hunk.new)
    for side, mine, others in (("old", olds, news), ("new", news, olds)):
        if len(mine) == 1 and len(others) <= 1 and _puts_off(setting, side, mine[0], others):
            return [named(setting, "action-changed", "action", hunk.old, hunk.new, rule="talk")]
    if len(olds) > 3 or len(news) > 3:
        return []
    for old in olds:
        for new in news:
            one, other = setting.item("old", old), setting.item("new", new)
            if not lexicon.are_contrary(str(one.value), str(other.value)) or setting.open_negations("old", old):
                continue
            if len(olds) > 1 or len(news) > 1:
                return []
            kind, part = _kind_of_words(setting, old, new)
            return [named(setting, kind, part, hunk.old, hunk.new, rule="contrary")]
    return []


def _puts_off(setting: Setting, side: str, place: int, others: Sequence[int]) -> bool:
    """Whether a verb is of talk or preparation where the other side has the act: *consider lifting*, and *lift*."""
    view = setting.view(side)
    verb = view.structure.verb_of(place)
    if verb is None or view.items[place].value not in _TALK:
        return False
    other = setting.view("new" if side == "old" else "old")
    if others:
        twin = other.structure.verb_of(others[0])
        talks = view.items[place].value not in _PREPARING and other.items[others[0]].value not in _TALK
        return talks and twin is not None and twin.force is not None
    act = place + 1
    act += act < len(view.items) and view.items[act].low == "to"  # *apply to join*
    partner = setting.partner(side, act)
    return partner is not None and other.structure.verb_of(partner) is not None


_TALK = frozenset("negotiate discuss consider explore debate prepare plan apply aspire offer".split())
"""What is not yet the act."""
_PREPARING = frozenset("prepare plan apply aspire offer".split())
"""Only where the act stands behind them: a map may be prepared, too."""


def _kind_of_words(setting: Setting, old: int, new: int) -> tuple[str, str]:
    both = (("old", old), ("new", new))
    if all(setting.view(side).structure.verb_at(place) is not None for side, place in both):
        return "action-changed", "action"
    if all(
        "v" in lexicon.pos_of(setting.item(side, place).low) and _after_to(setting, side, place) for side, place in both
    ):
        return "action-changed", "action"
    if all(lexicon.pos_of(setting.item(side, place).low) <= {"a", "r"} for side, place in both):
        return "restriction-changed", "restriction"
    return "object-changed", "object"


def _after_to(setting: Setting, side: str, place: int) -> bool:
    return (place > 0 and setting.item(side, place - 1).low in {"to", "and", "or"}) or (
        place > 0 and setting.item(side, place - 1).kind == "force"
    )  # fmt: skip


def _words(setting: Setting, side: str, places: Sequence[int]) -> list[int]:
    return [place for place in places if setting.item(side, place).kind == "word"]
