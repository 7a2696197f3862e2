"""References: parts of the same paper, other instruments, and numbers and labels that name."""

import re
from collections.abc import Callable

from plantrack.facts.counting import VERBS
from plantrack.facts.fact import Fact
from plantrack.facts.labels import (
    chain_at,
    coordinates_at,
    label_token_at,
    marker_at,
    number_sign_at,
    point_plan_at,
)
from plantrack.facts.numbered_nouns import NumberedNoun, numbered_nouns
from plantrack.facts.reference_numbers import Numbers, numbers_at
from plantrack.facts.values import Reference
from plantrack.language import closed_words, lexicon
from plantrack.language.closed_words import is_closed
from plantrack.language.dates import date_at, first_words_of_dates
from plantrack.language.numbers import NumberedText
from plantrack.language.periods import UNITS
from plantrack.language.units import unit_at
from plantrack.language.years import year_at

_NEIGHBOURS = {
    "preceding": "preceding", "previous": "preceding", "foregoing": "preceding", "above": "preceding",
    "following": "following", "next": "following", "subsequent": "following", "succeeding": "following",
}  # fmt: skip
_BY_ORDINAL = frozenset(
    """paragraph subparagraph sentence clause article section indent chapter phase stage step round tranche subsection
    edition""".split()
)
"""Nouns that an ordinal numbers: *the second paragraph*, *phase two* and *the second phase*."""
_OWN = frozenset({"this", "present", "these", "same"})
_LIKE = frozenset("like resembling similar comparable akin nato".split())
_OTHER = frozenset({"said", "aforementioned", "aforesaid"})
_TYPED = frozenset({"type", "style", "like"})
_BEFORE_COMMON = frozenset("this that some any one each every no".split())
"""*At this point 300 men stood*: the noun has no number of its own."""
_ALSO_VERBS = frozenset("order act form post note model line track block route file map level group table".split())
_BEFORE_VERB = frozenset("to shall may must will not".split())
_SMALL_UNITS = frozenset({"day", "week", "month", "year"})
_OWN_PAPERS = frozenset(
    "agreement accord treaty protocol memorandum declaration document convention decision communique".split()
)
"""*Article 5 of the Agreement* is a part of the same paper."""
_REACH = 10
"""Words between a part and the instrument that it is of."""

_WORDS = re.compile(r"[^\W\d_]+|§+|[^\w\s]")
_LABEL = re.compile(r"[(\[№#]|\d[.)]|\d[.:/-]?[^\W\d_]|\d[.:/-]\d|[^\W\d_][.-]?\d|\bnos?\b", re.IGNORECASE)


def may_refer(text: str) -> bool:
    """Whether a text may refer to a part of its own paper, told fast by its words; where it says no, it does not."""
    nouns = numbered_nouns().nouns
    return _LABEL.search(text) is not None or any(
        low == "sub" or (low in nouns and nouns[low].kind == "part") for low in _WORDS.findall(text.casefold())
    )


def read_references(text: NumberedText, taken: bytearray) -> list[Fact]:
    """The references of a text in the tokens that nothing has taken yet; the tokens are taken.

    What names by its place alone (*bay 14*, with no word of the table) is read with the figures.
    """
    found: list[Fact] = []
    nouns, place, count = numbered_nouns().nouns, 0, len(text.tokens)
    dates = first_words_of_dates()
    while place < count:
        low = text.lows[place]
        fact = None
        if taken[place]:
            pass
        elif low in nouns or low == "sub":
            fact = _behind_noun(text, place)
        elif place in text.numbers or text.tokens[place].kind == "label":
            fact = _by_number(text, place)
        elif low in _NEIGHBOURS:
            fact = _neighbour(text, place)
        elif low in dates:
            fact = _date_of_thing(text, place)
        elif low in ("no", "nos", "№", "#"):
            fact = number_sign_at(text, place)
        if fact is None or 1 in taken[fact.first : fact.last]:
            place += 1
            continue
        taken[fact.first : fact.last] = b"\1" * (fact.last - fact.first)
        found.append(fact)
        place = max(place + 1, fact.last)
    return found


_BY_NUMBER: tuple[Callable[[NumberedText, int], Fact | None], ...] = (
    point_plan_at, coordinates_at, marker_at, chain_at, label_token_at,
)  # fmt: skip


def _by_number(text: NumberedText, place: int) -> Fact | None:
    """What begins at a number or label."""
    dated = _date_of_thing(text, place) or _by_ordinal(text, place)
    if dated is not None:
        return dated
    for read in _BY_NUMBER:
        fact = read(text, place)
        if fact is not None:
            return fact
    return None


def _noun_at(text: NumberedText, place: int) -> tuple[NumberedNoun, int] | None:
    """The noun of the table at a place, *sub-paragraph* as one, and the place behind it."""
    nouns, at = numbered_nouns().nouns, place
    low = text.lows[place]
    if low == "sub" and text.lows[place + 1] == "-":
        at, low = place + 2, "sub" + text.lows[place + 2]
    noun = nouns.get(low)
    if noun is None:
        return None
    dotted = text.lows[at + 1] == "." and text.tokens[at + 1].start == text.tokens[at].end
    return noun, at + 1 + (dotted and at + 2 < len(text.tokens) and low not in (noun.name, noun.name + "s"))


def _behind_noun(text: NumberedText, place: int) -> Fact | None:
    """`Article 4(2)(a)`, `points 2 and 3`, `resolution 242 (1967)`, `phase II`."""
    found = _noun_at(text, place)
    if found is None:
        return None
    noun, at = found
    sign = number_sign_at(text, at) if text.lows[at] in ("no", "nos", "№", "#") else None
    if sign is not None and noun.kind != "part":
        return None
    at = sign.last - 1 if sign is not None and sign.last == at + 2 else at
    if at in text.numbers and (date_at(text, at) is not None or _is_measured(text, at)):
        return None
    numbers = numbers_at(text, at, plural=noun.plural)
    if noun.kind == "part" and place and text.lows[place - 1] in _BEFORE_COMMON:
        return None
    if numbers is None or (noun.kind != "part" and not _names(text, place, at, numbers, noun)):
        return None
    if noun.kind == "part":
        return _part(text, place, noun, numbers)
    if noun.kind == "instrument":
        year, last = _year_in_brackets(text, numbers.last)
        return Fact("reference", at, last, Reference("external", "", numbers.numbers, year))
    return Fact("reference", at, numbers.last, Reference("label", "", numbers.numbers))


def _is_measured(text: NumberedText, at: int) -> bool:
    """Whether a unit follows the number: *a point 5 km from the sea*."""
    last = text.numbers[at].last
    last += text.lows[last] == "-"
    return text.lows[last] in UNITS or unit_at(text.tokens, text.lows, last) is not None


def _names(text: NumberedText, place: int, at: int, numbers: Numbers, noun: NumberedNoun) -> bool:
    """Whether the number behind an instrument or a labelled thing names, and does not count what follows."""
    first = numbers.numbers[0]
    if noun.name in _SMALL_UNITS and (len(first) > 3 or not first.isdecimal() or noun.plural):
        return False
    if "," in first or (len(first) == 4 and year_at(text, at, expected=True) and noun.kind != "instrument"):
        return False
    behind = text.lows[numbers.last]
    plain = numbers.last < len(text.tokens) and text.tokens[numbers.last].kind == "word" and not is_closed(behind)
    counts = plain and behind.endswith("s") and behind not in VERBS and not _is_verb_of(text, numbers.last, noun)
    verb = noun.name in _ALSO_VERBS and place > 0 and text.lows[place - 1] in _BEFORE_VERB
    return not counts and not verb


def _is_verb_of(text: NumberedText, place: int, noun: NumberedNoun) -> bool:
    """Whether a word in *-s* is what one numbered thing does: *Map 2 shows the line*, not *zone 3 troops*."""
    after = closed_words.phrase_at(text.tokens, place + 1) if place + 1 < len(text.tokens) else None
    return not noun.plural and lexicon.is_finite_present(text.lows[place]) and after is not None


def _year_in_brackets(text: NumberedText, at: int) -> tuple[str, int]:
    """The year of *resolution 242 (1967)*."""
    if (
        text.lows[at] == "("
        and text.lows[at + 2] == ")"
        and text.lows[at + 1].isdecimal()
        and len(text.lows[at + 1]) == 4
    ):
        return text.lows[at + 1], at + 3
    return "", at


def _part(text: NumberedText, place: int, noun: NumberedNoun, numbers: Numbers) -> Fact:
    """A part with those that it lies in or that lie in it: *paragraph 3 of Article 4*, *Article 4, paragraph 3*."""
    last, found, outer = numbers.last, numbers.numbers, noun
    while True:
        inner = _deeper_part(text, last, outer)
        if inner is None or len(found) > 1:
            break
        last, found = inner.last, tuple(f"{found[0]}.{number}" for number in inner.numbers)
    while True:
        holder = _holding_part(text, last, outer)
        if holder is None:
            break
        outer, holding = holder
        last, found = holding.last, tuple(f"{holding.numbers[0]}.{number}" for number in found)
    kind = "external" if _is_of_other(text, place, last) else "internal"
    return Fact("reference", place, last, Reference(kind, outer.name, found))


def _deeper_part(text: NumberedText, at: int, outer: NumberedNoun) -> Numbers | None:
    """The `, paragraph 3` behind `Article 4`."""
    found = _noun_at(text, at + (text.lows[at] == ","))
    if found is None or found[0].kind != "part" or found[0].rank <= outer.rank:
        return None
    return numbers_at(text, found[1], plural=found[0].plural)


def _holding_part(text: NumberedText, at: int, inner: NumberedNoun) -> tuple[NumberedNoun, Numbers] | None:
    """The `of Article 4` behind `paragraph 3`."""
    if text.lows[at] not in ("of", "to", "in"):
        return None
    found = _noun_at(text, at + 1)
    if found is None or found[0].kind != "part" or found[0].rank > inner.rank or found[0].plural:
        return None
    noun, behind = found
    if noun.rank == inner.rank and text.lows[at] != "of":
        return None
    numbers = numbers_at(text, behind, plural=False)
    return None if numbers is None or len(numbers.numbers) > 1 else (noun, numbers)


def _is_of_other(text: NumberedText, first: int, last: int) -> bool:
    """Whether a part belongs to another instrument than the paper itself."""
    before = text.lows[max(0, first - 2) : first]
    if before[-1:] and (before[-1] in _LIKE or (before[-1] == "to" and before[0] in _LIKE)):
        return True
    if first > 1 and _is_name(text, first - 1):
        return True
    if text.lows[last] == "-" and text.lows[last + 1] in _TYPED:
        return True
    if text.lows[last] != "of" or text.lows[last + 1] in _OWN or text.lows[last + 2] in _OWN:
        return False
    return _names_instrument(text, last + 1)


def _is_name(text: NumberedText, place: int) -> bool:
    """Whether a word with a capital, not at the head of its sentence, names the holder of a part: *NATO Article 5*."""
    token = text.tokens[place]
    if not token.capital or token.kind != "word" or token.low in numbered_nouns().nouns:
        return False
    return not is_closed(token.low) and text.lows[place - 1] not in (".", ";", ":", "?")


def _names_instrument(text: NumberedText, first: int) -> bool:
    """Whether the words behind *of* name an instrument that is not the paper itself."""
    instruments = numbered_nouns().instruments
    named = False
    for at in range(first, min(first + _REACH, len(text.tokens))):
        token = text.tokens[at]
        if token.kind == "mark" and token.low not in ("-", "'s", "'"):
            return False
        if token.low in instruments:
            of_its_own = (
                token.low in _OWN_PAPERS and not named and text.lows[at + 1] not in ("of", "on", "for", "between")
            )
            return not of_its_own
        named = named or token.capital or token.kind != "word" or token.low in _OTHER
        if token.kind == "word" and not named and is_closed(token.low) and token.low not in ("the", "of", "on"):
            return False
    return False


def _neighbour(text: NumberedText, place: int) -> Fact | None:
    """`the preceding paragraph`, `the following article`."""
    noun = numbered_nouns().nouns.get(text.lows[place + 1])
    if noun is None or noun.kind != "part" or noun.rank < 2:
        return None
    if numbers_at(text, place + 2, plural=noun.plural) is not None:
        return None
    number = _NEIGHBOURS[text.lows[place]] + ("s" if noun.plural else "")
    return Fact("reference", place, place + 2, Reference("internal", noun.name, (number,)))


def _by_ordinal(text: NumberedText, place: int) -> Fact | None:
    """`the second paragraph of Article 4`, `the 2nd phase`."""
    span = text.numbers.get(place)
    if span is None or span.kind != "ordinal" or span.value is None:
        return None
    noun = numbered_nouns().nouns.get(text.lows[span.last])
    if noun is None or noun.name not in _BY_ORDINAL or noun.plural:
        return None
    number = str(int(span.value))
    if noun.kind == "part":
        return _part(text, place, noun, Numbers(span.last + 1, (number,)))
    return Fact("reference", place, span.last, Reference("label", "", (number,)))


def _date_of_thing(text: NumberedText, place: int) -> Fact | None:
    """`the border of 1991`, `the memorandum of 19 September 2014`, `the 1949 conventions`: dates that name."""
    before = text.lows[place - 1] if place else ""
    if before not in ("of", "dated") and (before not in ("the", "") or len(text.lows[place]) != 4):
        return None
    date = date_at(text, place) or year_at(text, place)
    if date is None:
        return None
    if before in ("of", "dated"):
        noun = _dated_before(text, place - 2)
    else:
        noun = _dated_behind(text, date.last) if len(date.at) == 4 and before in ("the", "") else ""
    if not noun:
        return None
    kind = "external" if noun in numbered_nouns().instruments else "label"
    return Fact("reference", date.first, date.last, Reference(kind, "", (f"{date.part} {date.at}".strip(),)))


def _dated_before(text: NumberedText, at: int) -> str:
    """The dated thing of *the line of contact of 1994*."""
    dated = numbered_nouns().dated
    for step in range(at, max(-1, at - 5), -1):
        low = text.lows[step]
        if text.tokens[step].kind == "mark" and low not in ("(", ")") and not (low == "." and _is_sign(text, step - 1)):
            break
        if low in dated:
            return text.lows[step]
    return ""


def _is_sign(text: NumberedText, place: int) -> bool:
    return place >= 0 and text.lows[place] in ("no", "nos", "art")


def _dated_behind(text: NumberedText, at: int) -> str:
    """The dated thing of *the 1949 Geneva Conventions*."""
    dated = numbered_nouns().dated
    for step in range(at, min(at + 4, len(text.tokens))):
        if text.tokens[step].kind != "word" or (is_closed(text.lows[step]) and not text.tokens[step].capital):
            break
        if text.lows[step] in dated:
            return text.lows[step]
    return ""
