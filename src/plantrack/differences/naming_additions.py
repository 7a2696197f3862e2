"""What came or went: words that restrict, members of lists, passages and whole sentences."""

from collections.abc import Sequence

from plantrack.differences.hunks import Hunk
from plantrack.differences.list_members import members_around
from plantrack.differences.naming import Named, Setting, named
from plantrack.facts.values import Deadline
from plantrack.language import lexicon

_ALIEN = 0.3
"""A sentence of whose matter less than this has a counterpart is a sentence of its own."""
_KNOWN = 0.5
"""How much of a sentence must have a counterpart for one addition to it to be named."""
_LONG = 4
"""Heavy words from which a stretch is a passage."""
_WORDY = 5
"""Heavy words from which a stretch says something even if no verb was found in it."""
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


def _sided(side: str, places: Sequence[int]) -> tuple[Sequence[int], Sequence[int]]:
    return (places, ()) if side == "old" else ((), places)


def name_passages(setting: Setting, hunk: Hunk) -> list[Named]:
    """A long stretch on one side only, with a clause of its own."""
    side, places = one_side(setting, hunk)
    if not places:
        return []
    view = setting.view(side)
    heavy = [place for place in places if view.items[place].heavy and not _is_address(view.items[place].words)]
    if len(heavy) < _LONG or setting.is_elsewhere(side, heavy) or not _is_row(setting, side, places):
        return []
    if setting.carriers(side, places) * 2 >= len(heavy):
        return []
    clause = setting.clause(side, places)
    if clause is not None and clause.kind == "condition":
        return []
    verbs = [verb for place in places if (verb := view.structure.verb_at(place)) is not None]
    if len(heavy) < _WORDY and not verbs:
        return []
    joins = view.items[places[0]].kind == "inclusion" or view.items[places[0]].low in ("and", "or")
    if joins and not verbs:
        kind = "scope-narrowed" if side == "old" else "scope-widened"
        return [named(setting, kind, "item", *_sided(side, places), rule="member of a list")]
    kind = "term-removed" if side == "old" else "term-added"
    return [named(setting, kind, "sentence", *_sided(side, places), rule="passage")]


def _is_address(words: str) -> bool:
    """Whether words are an address on the web, which says nothing."""
    return "://" in words or words.startswith("www.")


def name_attributes(setting: Setting, hunk: Hunk) -> list[Named]:
    """An adjective or adverb right before a word that both sides have, which stands there bare on the other side."""
    found = []
    for side, places in (("old", hunk.old), ("new", hunk.new)):
        view, other_side = setting.view(side), "new" if side == "old" else "old"
        for end in places:
            partner = setting.partner(side, end + 1) if end + 1 < len(view.items) else None
            if end + 1 in places or partner is None or not _describes(setting, side, end):
                continue
            bare = (
                partner == 0
                or not _describes(setting, other_side, partner - 1)
                or setting.partner(other_side, partner - 1) is not None
            )
            row = [end]
            while row[0] - 1 in places and (
                _describes(setting, side, row[0] - 1) or view.items[row[0] - 1].low == "and"
            ):
                row.insert(0, row[0] - 1)
            if (
                bare
                and not setting.is_elsewhere(side, row)
                and not _is_told_elsewhere(setting, side, row)
                and not any(setting.item(other_side, spot).heavy for spot in (hunk.new if side == "old" else hunk.old))
                and setting.likeness(side, view.items[end].sentence, row) >= _KNOWN
            ):
                kind = "restriction-removed" if side == "old" else "restriction-added"
                olds, news = (row, []) if side == "old" else ([], row)
                found.append(named(setting, kind, "restriction", olds, news, rule="restriction"))
    return found


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
    if set(item.low) <= _ROMAN:
        return True
    before = view.items[place - 1] if place and view.items[place - 1].sentence == item.sentence else None
    return item.words[:1].isupper() and before is not None and "n" in lexicon.pos_of(item.low)


_ROMAN = frozenset("ivx")


def name_restrictions(setting: Setting, hunk: Hunk) -> list[Named]:
    """Words on one side only that narrow what both sides have: an adjective, an adverb, a phrase with a preposition."""
    if hunk.old and hunk.new and (found := _one_for_another(setting, hunk)):
        return found
    side, places = one_side(setting, hunk)
    view = setting.view(side)
    if not places or setting.is_elsewhere(side, places) or not _is_row(setting, side, places):
        return []
    sentence = view.items[places[0]].sentence
    if setting.likeness(side, sentence, places) < _KNOWN or any(
        view.items[place].kind not in _MODIFIERS for place in places
    ):
        return []
    if not (_is_attribute(setting, side, places) or _is_phrase(setting, side, places)):
        return []
    if setting.could_be_carried(side, places) or _is_told_elsewhere(setting, side, places):
        return []
    if _only_stresses(setting, side, places):
        return []
    if _says_when(setting, side, places):
        kind = f"scope-{'widened' if side == 'old' else 'narrowed'}"
        return [named(setting, kind, "scope", *_sided(side, places), rule="restriction")]
    kind = f"restriction-{'removed' if side == 'old' else 'added'}"
    return [named(setting, kind, "restriction", *_sided(side, places), rule="restriction")]


def _only_stresses(setting: Setting, side: str, places: Sequence[int]) -> bool:
    """Whether words make a ban no narrower: *not under any circumstances*, *no claim whatsoever*."""
    return all(setting.item(side, place).value in _STRESSING for place in places if setting.item(side, place).heavy)


def _says_when(setting: Setting, side: str, places: Sequence[int]) -> bool:
    """Whether words say in which state of things it holds: *in peacetime*, *in times of war*."""
    heavy = [setting.item(side, place).low for place in places if setting.item(side, place).heavy]
    return bool(heavy) and setting.item(side, places[0]).low in ("in", "during") and set(heavy) <= _STATES


_STRESSING = frozenset(("under_any_circumstances", "whatsoever", "at_all", "else", "even", "just"))
_STATES = frozenset("peacetime wartime peace war time times crisis emergency emergencies".split())


def _is_told_elsewhere(setting: Setting, side: str, places: Sequence[int]) -> bool:
    """Whether an adverb may be said in other words anywhere on the other side: *jointly*, *together*."""
    if not all(lexicon.pos_of(setting.item(side, place).low) <= {"r"} for place in places):
        return False
    other = "new" if side == "old" else "old"
    return any(hunk.new if side == "old" else hunk.old for hunk in setting.hunks) and any(
        setting.item(other, place).kind not in ("determiner", "marker")
        for hunk in setting.hunks
        for place in (hunk.new if side == "old" else hunk.old)
    )


def _is_row(setting: Setting, side: str, places: Sequence[int]) -> bool:
    """Whether items follow each other, but for words that were silenced between them."""
    inside = range(min(places), max(places) + 1)
    return all(place in places or setting.partner(side, place) is None for place in inside)


def _is_attribute(setting: Setting, side: str, places: Sequence[int]) -> bool:
    """Whether words stand right before a word that has its counterpart, or are adverbs."""
    view = setting.view(side)
    items = [view.items[place] for place in places]
    if all(
        item.kind == "restriction"
        or (item.kind == "word" and lexicon.pos_of(item.low) <= {"r"} and lexicon.pos_of(item.low))
        for item in items
    ):
        return True
    if any(item.kind not in ("word", "restriction") for item in items):
        return False
    following = places[-1] + 1
    if following >= len(view.items) or setting.partner(side, following) is None:
        return False
    head = view.items[following]
    if head.kind not in ("word", "name") or head.sentence != items[0].sentence:
        return False
    begins = places[0] == 0 or view.items[places[0] - 1].sentence != items[0].sentence
    if begins and "v" in lexicon.pos_of(items[0].low):
        return False
    verb = view.structure.verb_at(places[0])
    if verb is not None and verb.place == places[0]:
        return False
    if any(token.low in ",;:" for token in view.prose.between(items[-1], head)):
        return False
    return all(
        _may_describe(item.low) and not _is_label_or_name(setting, side, place)
        for place, item in zip(places, items, strict=True)
    )


def _may_describe(low: str) -> bool:
    kinds = lexicon.pos_of(low)
    return not kinds or bool(kinds & {"a", "r", "n"}) or lexicon.is_past_participle(low)


def _is_phrase(setting: Setting, side: str, places: Sequence[int]) -> bool:
    """Whether words are one phrase with a preposition that may be left out: all of it, and nothing else."""
    view = setting.view(side)
    first = view.items[places[0]]
    if first.kind == "restriction" and len(places) > 1 and _ends_phrase(setting, side, places):
        return True
    if first.kind != "preposition" or first.low in {"by", "to"} or len(places) < 2:
        return False
    if any(view.structure.verb_at(place) is not None for place in places[1:]):
        return False
    return _ends_phrase(setting, side, places)


def _ends_phrase(setting: Setting, side: str, places: Sequence[int]) -> bool:
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
    """One word of a restricting class against another."""
    if len(hunk.old) != 1 or len(hunk.new) != 1:
        return []
    one, other = setting.item("old", hunk.old[0]), setting.item("new", hunk.new[0])
    if one.kind == other.kind == "restriction":
        return [named(setting, "restriction-changed", "restriction", hunk.old, hunk.new, rule="restriction")]
    return []


def name_members(setting: Setting, hunk: Hunk) -> list[Named]:
    """A member of a list that only one side has."""
    side, places = one_side(setting, hunk)
    heavy = [place for place in places if setting.item(side, place).heavy]
    if not heavy or setting.is_elsewhere(side, heavy):
        return []
    view = setting.view(side)
    if setting.likeness(side, view.items[heavy[0]].sentence, heavy) < _KNOWN:
        return []
    if (
        not _is_member(setting, side, heavy)
        or setting.could_be_carried(side, places)
        or _defines(setting, side, places)
    ):
        return []
    gone = side == "old"
    if any(view.items[place].kind == "negation" for place in places):
        kind, part = f"exception-{'removed' if gone else 'added'}", "exception"
    elif _is_of_event(setting, side, heavy[0]):
        kind, part = "deadline-changed", "deadline"
    elif _begins_with_verb(setting, side, heavy):
        kind, part = f"term-{'removed' if gone else 'added'}", "sentence"
    else:
        kind, part = f"scope-{'narrowed' if gone else 'widened'}", "item"
    return [named(setting, kind, part, *_sided(side, places), rule="member of a list")]


def _is_of_event(setting: Setting, side: str, place: int) -> bool:
    """Whether an item lies in the event from which a deadline counts: *within 30 days of the truce and the vote*."""
    view = setting.view(side)
    first = view.items[place].first
    times = [value for at in view.beside(place) if isinstance(value := view.items[at].value, Deadline)]
    return any(time.event is not None and time.event[0] <= first <= time.event[1] + 2 for time in times)


def _defines(setting: Setting, side: str, places: Sequence[int]) -> bool:
    """Whether words only say what something is called: *each a “Member”*."""
    view = setting.view(side)
    gaps = [view.prose.between(*view.items[place - 1 : place + 1]) for place in places if place]
    return any(token.low in _QUOTES for gap in gaps for token in gap)


_QUOTES = frozenset("\"“”„«»'")


def _is_member(setting: Setting, side: str, heavy: Sequence[int]) -> bool:
    """Whether a stretch is a whole member of a list, another member of which has its counterpart."""
    view = setting.view(side)
    members = members_around(view, heavy[0])
    if len(members) > 1:
        whole = any(set(member) == set(heavy) & set(member) for member in members if heavy[0] in member)
        others = [member for member in members if not set(member) & set(heavy)]
        return whole and any(setting.partner(side, place) is not None for member in others for place in member)
    return _is_set_off(setting, side, heavy)


def _is_set_off(setting: Setting, side: str, heavy: Sequence[int]) -> bool:
    """Whether a stretch is joined to what both sides have by a comma, a label, *and*, *or* or *including*."""
    view = setting.view(side)
    first, last = min(heavy), max(heavy)
    while first and view.items[first - 1].kind in ("preposition", "determiner", "pronoun"):
        first -= 1
    before = view.items[first - 1] if first else None
    joined_before = before is not None and (
        before.kind in ("connective", "marker", "inclusion")
        or any(token.low in ",;" or token.low == ")" for token in view.prose.between(before, view.items[first]))
    )
    following = view.items[last + 1] if last + 1 < len(view.items) else None
    joined_after = (
        following is None or following.sentence != view.items[last].sentence or following.kind == "connective"
        or any(token.low in ",;()" for token in view.prose.between(view.items[last], following))
    )  # fmt: skip
    return joined_before and joined_after


def _begins_with_verb(setting: Setting, side: str, heavy: Sequence[int]) -> bool:
    """Whether a member of a list is an act, as the member before it is: *tortured or starved*, *to go and to stay*."""
    view = setting.view(side)
    place = heavy[0]
    before = view.items[place - 1] if place else None
    if before is not None and before.low == "to" and lexicon.lemma(view.items[place].low) == view.items[place].low:
        return "v" in lexicon.pos_of(view.items[place].low)
    if before is not None and before.kind in ("determiner", "quantifier", "pronoun", "preposition"):
        return False
    joined = next((at for at in range(place - 1, -1, -1) if view.items[at].kind not in ("connective", "marker")), None)
    verb = None if joined is None else view.structure.verb_of(joined)
    if verb is not None:
        return "v" in lexicon.pos_of(lexicon.lemma(view.items[place].low))
    low = view.items[place].low
    if joined is not None and "n" in lexicon.pos_of(low) and "v" not in lexicon.pos_of(view.items[joined].low):
        return False
    if "n" in lexicon.pos_of(low) and setting.preposition_before(side, place) is not None:
        return False
    if view.structure.verb_at(place) is not None:
        return True
    if "v" not in lexicon.pos_of(low) or lexicon.lemma(low) != low:
        return False
    return any(verb.force is not None for verb in view.structure.verbs_in(range(place)))


def name_sentences(setting: Setting, hunk: Hunk) -> list[Named]:
    """Whole sentences of which the other side has nothing."""
    found = []
    for side, places, others in (("old", hunk.old, hunk.new), ("new", hunk.new, hunk.old)):
        view = setting.view(side)
        for sentence in sorted({view.items[place].sentence for place in places}):
            whole = view.inside(sentence)
            if setting.likeness(side, sentence) >= _ALIEN:
                continue
            mine = [place for place in places if view.items[place].sentence == sentence]
            if not _is_whole_sentence(setting, side, whole, mine):
                continue
            carriers = sum(setting.item("new" if side == "old" else "old", place).heavy for place in others)
            if carriers * 3 >= sum(view.items[place].heavy for place in whole) or _is_said_again(setting, side, mine):
                continue
            kind = "term-removed" if side == "old" else "term-added"
            olds, news = (mine, []) if side == "old" else ([], mine)
            shown = (list(whole), []) if side == "old" else ([], list(whole))
            found.append(named(setting, kind, "sentence", olds, news, rule="sentence", shown=shown))
    return found


def _is_said_again(setting: Setting, side: str, places: Sequence[int]) -> bool:
    """Whether much of a sentence also stands among the words that the other side has of its own: it was recast."""
    other = "new" if side == "old" else "old"
    keys = {setting.item(side, place).key for place in places if setting.item(side, place).kind in ("word", "name")}
    theirs = {setting.item(other, place).key for place in setting.hunk_of[other]}
    return len(keys & theirs) > 0.3 * len(keys)


def _is_whole_sentence(setting: Setting, side: str, whole: Sequence[int], mine: Sequence[int]) -> bool:
    """Whether the words that are left of a sentence are nearly all of it, and it says something: it has a verb."""
    view = setting.view(side)
    heavy = [place for place in whole if view.items[place].heavy]
    if len(heavy) < 2 or sum(place in mine for place in heavy) < min(len(heavy) - 1, (1 - _ALIEN) * len(heavy)):
        return False
    return len(heavy) >= _WORDY or any(view.structure.verb_at(place) is not None for place in whole)
