"""When two members of a set mean the same: parties, places, conditions and exceptions in other words."""

import re
from collections.abc import Callable, Sequence

from plantrack import strength
from plantrack.differences.term_senses import likeness, meaning_set
from plantrack.extraction.meaning import is_act, root, verb_forms_or_none
from plantrack.extraction.names import BODIES, GENERIC_NAME_WORDS
from plantrack.extraction.nouns import GENERIC_PLACES, SUBNATIONAL
from plantrack.extraction.verbs import TALK
from plantrack.strength.order import wider

_ALIKE = 0.5
_NAME_WORD = re.compile(r"[^\W_]+")
_CAPITAL = re.compile(r"\b[A-Z][\w]*")
_NAME_LINKS = frozenset("of for the and de del la las los el du des le les y et to in".split())
_RELATIVE = re.compile(r"\b(?:who|which|that|whose|whom)\b")


def matched_elements(
    old: Sequence[str], new: Sequence[str], same: Callable[[str, str], bool]
) -> tuple[list[str], list[str]]:
    """What is left of both sides once equal members, and then members of equal meaning, are taken away."""
    only_new = [item for item in new if item not in old]
    only_old = [item for item in old if item not in new]
    for item in list(only_old):
        twin = next((other for other in only_new if same(item, other)), None)
        if twin is not None:
            only_old.remove(item)
            only_new.remove(twin)
    return only_old, only_new


def is_mentioned(text: str, meaning: frozenset[str]) -> bool:
    """Whether another text speaks of nearly all that some words mean."""
    wanted = meaning_set(text)
    return bool(wanted) and len(wanted & meaning) / len(wanted) >= 0.8


def same_party(one: str, other: str) -> bool:
    """One name in two forms, or one common noun phrase in other words or with a further modifier."""
    if one.casefold() == other.casefold():
        return True
    first, second = meaning_set(one), meaning_set(other)
    if first == second:
        return bool(first)
    if same_name(one, other):
        return True
    if not (one[:1].isupper() or other[:1].isupper()):
        return _same_description(one, other)
    if one[:1].isupper() and other[:1].isupper() and len(first) == len(second):
        return False
    if not first or not second or not (first < second or second < first):
        return False
    return not (one[:1].isupper() and other[:1].isupper() and _is_body_of(one, other))


def _is_body_of(one: str, other: str) -> bool:
    """Whether the longer of two names only adds that it is a body: the front or army of what the shorter names."""
    shorter, longer = sorted((_name_words(one), _name_words(other)), key=len)
    further = set(longer) - set(shorter)
    return bool(further & BODIES) and not set(shorter) & BODIES and not min(one, other, key=len).isupper()


def same_name(one: str, other: str) -> bool:
    """One proper name in two languages or orders, or by its initials.

    >>> same_name("Frente POLISARIO", "Polisario Front"), same_name("MLO", "Movement for the Liberation of Ostara")
    (True, True)
    """
    first, second = _name_words(one), _name_words(other)
    if len(first) > 1 and sorted(first) == sorted(second):
        return True
    for short, words in ((one, other), (other, one)):
        if short.isupper() and len(short) >= 3 and short.isalpha():
            initials = "".join(word[0] for word in _CAPITAL.findall(words))
            if len(initials) >= 3 and initials.upper() == short:
                return True
    return False


def _name_words(name: str) -> list[str]:
    words = [word for word in _NAME_WORD.findall(name.casefold()) if word not in _NAME_LINKS]
    return [GENERIC_NAME_WORDS.get(word, word) for word in words]


def _same_description(one: str, other: str) -> bool:
    """One common noun with its relative clause in other words: the head the same, the rest nearly."""
    heads = [meaning_set(_RELATIVE.split(text, maxsplit=1)[0]) for text in (one, other)]
    first, second = meaning_set(one), meaning_set(other)
    if not first or not second:
        return False
    if first < second or second < first:
        return True
    if _figures(first) != _figures(second) or not heads[0] & heads[1] or not _RELATIVE.search(one + " " + other):
        return False
    return likeness(first, second) >= _ALIKE + 0.1


def same_place(one: str, other: str) -> bool:
    """One place under two names, or with and without the noun that says what it is."""
    return place_name(one) == place_name(other)


def place_name(place: str) -> str:
    """A place without *province of* and the like, in one spelling; a common noun phrase as its meaning."""
    words = place.removeprefix("all of ").split()
    if len(words) > 2 and words[1] == "of" and words[0] in GENERIC_PLACES:
        words = words[2:]
    bare = [word for word in words if word.lower() not in GENERIC_PLACES and word != "of"]
    name = " ".join(bare or words)
    meaning = meaning_set(name)
    return " ".join(sorted(meaning)) if meaning else name.casefold()


def wider_place(old: Sequence[str], new: Sequence[str]) -> str:
    """The order of places that only one side has, a part of a state within *all of* a state."""
    if old and new:
        return wider(old, new, _within)
    return strength.WEAKER if old else strength.STRONGER


def _within(inner: str, outer: str) -> bool:
    if same_place(inner, outer) or strength.lies_within(inner, outer):
        return True
    kind = inner.split(maxsplit=1)[0] if " of " in inner else ""
    return outer.startswith("all of ") and not inner.startswith("all of ") and kind in SUBNATIONAL


_AND = re.compile(r",? and ")


def members_of(text: str) -> tuple[str, ...]:
    """The events that words name together; the words as they are where not every member is an event.

    >>> members_of("signature and the return of refugees"), members_of("withdrawal of Arden and Belmark")
    (('signature', 'the return of refugees'), ('withdrawal of Arden and Belmark',))
    """
    members = tuple(_AND.split(text))
    events = all(any(map(is_act, meaning_set(member))) for member in members)
    return members if events and not any(map(_goes_on, members[1:])) else (text,)


def _goes_on(member: str) -> bool:
    """Whether a member begins with a verb, so that its subject stands before it, perhaps in another clause."""
    form = verb_forms_or_none(member.split(maxsplit=1)[0].lower()) if member else None
    return form is not None and form.shape in ("participle", "past", "third")


def with_members_apart(old: Sequence[str], new: Sequence[str]) -> tuple[list[str], list[str]]:
    """Reservations of which one only names more events than its twin, as one reservation for each event."""
    apart_old, apart_new = list(old), list(new)
    for one in old:
        for other in new:
            if one == other or one not in apart_old or other not in apart_new or not same_reservation(one, other):
                continue
            first, second = _each_with_marker(one), _each_with_marker(other)
            only_old, only_new = matched_elements(first, second, same_reservation)
            if len(first) != len(second) and not (only_old and only_new):
                apart_old[apart_old.index(one) : apart_old.index(one) + 1] = first
                apart_new[apart_new.index(other) : apart_new.index(other) + 1] = second
    return apart_old, apart_new


def _each_with_marker(reservation: str) -> list[str]:
    marker = reservation.split(maxsplit=1)[0]
    first, *others = members_of(reservation)
    return [first, *(f"{marker} {other}" for other in others)]


_MARKERS = {
    "if": "if", "when": "if", "provided": "if", "on": "if", "in": "if", "should": "if", "as": "if", "once": "if",
    "after": "if", "where": "if", "subject": "if", "only": "if", "upon": "if", "following": "if", "whenever": "if",
    "assuming": "if", "with": "if", "unless": "unless", "without": "unless", "until": "until", "till": "until",
    "for": "while", "so": "while", "pending": "until",
}  # fmt: skip
_MONTHS = frozenset(
    root(month) for month in "january february march april june july august september october november december".split()
)
_FIGHTING = frozenset({"cease", "war"})


def _spelled_out(meaning: frozenset[str]) -> frozenset[str]:
    """*The end of hostilities* as *hostilities have ended*."""
    return meaning - {"cease fire"} | _FIGHTING if "cease fire" in meaning else meaning


_CONTRARY = ({"if", "unless"}, {"while", "until"})


def _figures(meaning: frozenset[str]) -> frozenset[str]:
    """Numbers and months: what two names of one thing never differ in."""
    return frozenset(item for item in meaning if item.startswith("#") or item in _MONTHS)


def same_reservation(one: str, other: str) -> bool:
    """One condition or exception in other words; *if* and *unless* the same words are not the same."""
    first, second = _spelled_out(meaning_set(one)), _spelled_out(meaning_set(other))
    marks = {_MARKERS.get(text.split()[0].lower(), "") if text else "" for text in (one, other)}
    if marks in _CONTRARY and not {" not ", " no "} & {
        part for part in (" not ", " no ") if part in one or part in other
    }:
        return False
    if one.split(maxsplit=1)[0].lower() in _MARKERS and one.casefold().split()[1:] == other.casefold().split()[1:]:
        return True
    if not first or not second:
        return first == second
    if _figures(first) != _figures(second) or _talk_for_act(first, second) or _talk_for_act(second, first):
        return False
    return first <= second or second <= first or likeness(first, second) >= _ALIKE + 0.1


def _talk_for_act(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one is only about talk, and the other about an act: *after consultation* and *with the consent*."""
    acts, others = ({item for item in meaning if is_act(item)} for meaning in (one, other))
    return bool(acts) and acts <= TALK and bool(others) and not others & TALK
