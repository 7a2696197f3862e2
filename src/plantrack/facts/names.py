"""Who and what a text names, with the words of each name."""

from collections.abc import Sequence

from plantrack.facts.fact import Fact
from plantrack.language.capitals import headline_places, sentence_starts
from plantrack.language.closed_words import is_closed
from plantrack.language.names import Named, Names
from plantrack.language.printed_names import TERMS, capitals_end
from plantrack.language.tokens import Token

_GOVERNMENTS = {"government": "government", "side": "side", "authorities": "government"}
"""Behind a name or its adjective: *the Russian side*."""
_STYLES = frozenset("republic kingdom state federation commonwealth principality sultanate emirate".split())
"""Before *of* and a name: its style, which says something of what it is."""
_PARTICLES = frozenset("de al el bin ibn van von der del la du di da ul abu".split())
"""Words without capitals inside the name of a person or place."""
_INSIDE, _START, _HEADLINE = range(3)
"""Where a capital stands, from where it tells most."""


def find_names(tokens: Sequence[Token], names: Names) -> list[Fact]:
    """The names in a text, in order, as facts of kind `name` whose value is a `Named`.

    >>> from plantrack.language.tokens import tokens_of
    >>> [fact.value for fact in find_names(tokens_of("the UN and Ukrainian forces in Kiev"), Names())]
    ... # doctest: +NORMALIZE_WHITESPACE
    [Named(canonical='United Nations', form=''), Named(canonical='Ukraine', form='adjective'),
     Named(canonical='Kyiv', form='capital')]
    """
    starts, headlines = sentence_starts(tokens), headline_places(tokens)
    told = [
        _HEADLINE if heading else _START if first else _INSIDE for first, heading in zip(starts, headlines, strict=True)
    ]
    facts: list[Fact] = []
    place = 0
    while place < len(tokens):
        found = None
        if tokens[place].kind in ("word", "label"):
            found = _named_at(tokens, place, names, told[place])
        if found is None:
            place += 1
            continue
        facts.append(Fact("name", place, *found))
        place = found[0]
    return facts


def _named_at(tokens: Sequence[Token], place: int, names: Names, told: int) -> tuple[int, Named] | None:
    """The name that begins at a place, with what belongs to it: where it ends and who it is."""
    low = tokens[place].low
    if (low == "government" or low in _STYLES) and _low(tokens, place + 1) == "of":
        known = names.match(tokens, place)
        return known or _styled(tokens, place, names)
    found = _plain_name(tokens, place, names, told)
    if found is None:
        return None
    last, named = found
    owner = _low(tokens, last) == "'s"
    form = _GOVERNMENTS.get(_low(tokens, last + owner))
    if form and named.form in ("", "adjective") and (not owner or not named.form):
        return last + owner + 1, Named(named.canonical, form)
    return last, named


def _styled(tokens: Sequence[Token], place: int, names: Names) -> tuple[int, Named] | None:
    """*Government of Arland*, *Republic of Arland*, *Government of the Republic of Arland*."""
    government = tokens[place].low == "government"
    step = place + 2 + (_low(tokens, place + 2) == "the")
    if step >= len(tokens) or not (tokens[step].capital and (government or tokens[place].capital)):
        return None
    inner = names.match(tokens, step)
    if inner is None and government and _low(tokens, step) in _STYLES and _low(tokens, step + 1) == "of":
        inner = _styled(tokens, step, names)
    inner = inner or _plain_name(tokens, step, names, _INSIDE)
    if inner is None or inner[1].form not in ("", "style"):
        return None
    return inner[0], Named(inner[1].canonical, "government" if government else "style")


def _plain_name(tokens: Sequence[Token], place: int, names: Names, told: int) -> tuple[int, Named] | None:
    """The name that begins at a place, known or only printed as one."""
    known = names.match(tokens, place)
    token = tokens[place]
    if not token.capital or token.kind != "word" or (known is None and is_closed(token.low)):
        return known
    last = _run_end(tokens, place)
    if known is not None:
        longer = known[0] < last and _is_longer_name(tokens, known, last, names)
        return _printed(tokens, place, last) if longer else known
    if not _is_told(tokens, place, last, names, told) or _known_at_end(tokens, place, last, names):
        return None
    adjective = names.adjective_of(token.low)
    if all(one.low in TERMS for one in tokens[place + 1 : last]):
        if adjective is not None:
            return place + 1, adjective
        if names.stands_alone(token.low):
            last = place + 1
    return _printed(tokens, place, last)


def _is_told(tokens: Sequence[Token], place: int, last: int, names: Names, told: int) -> bool:
    """Whether capitals tell that a run of words is a name.

    Inside a sentence they do, but for a word of the language alone; at its beginning only if more than one word has
    one; in a heading they tell nothing.
    """
    low = tokens[place].low
    if all(one.low in TERMS for one in tokens[place:last]):
        return False
    if last - place == 1 and (names.is_plain(low) or len(low) == 1):
        return False
    if told == _INSIDE or names.begins_name(low):
        return True
    return told == _START and last - place > 1 and not names.is_plain(low)


def _is_longer_name(tokens: Sequence[Token], known: tuple[int, Named], last: int, names: Names) -> bool:
    """Whether capitalised words behind a known name make another name of it: *Ukraine Contact Group*."""
    behind = tokens[known[0] : last]
    if behind[0].low == "-" and names.match(tokens, known[0] + 1) is not None:
        return False
    return not all(token.low in TERMS for token in behind)


def _known_at_end(tokens: Sequence[Token], place: int, last: int, names: Names) -> bool:
    """Whether words that are none by themselves stand before a known name: *President Orrin*, *Eastern Ukraine*."""
    if not names.is_plain(tokens[place].low):
        return False
    for step in range(place + 1, last):
        found = names.match(tokens, step)
        if found is not None and found[0] >= last:
            return True
        if not names.is_plain(tokens[step].low):
            return False
    return False


def _run_end(tokens: Sequence[Token], place: int) -> int:
    """Where a run of capitalised words ends, with *al*, *von* and the like inside it."""
    last = capitals_end(tokens, place)
    while last + 1 < len(tokens) and tokens[last].low in _PARTICLES and not tokens[last].capital:
        if tokens[last + 1].kind != "word" or not tokens[last + 1].capital:
            break
        last = capitals_end(tokens, last + 1)
    return last


def _printed(tokens: Sequence[Token], place: int, last: int) -> tuple[int, Named]:
    return last, Named(" ".join(token.low for token in tokens[place:last]))


def _low(tokens: Sequence[Token], place: int) -> str:
    return tokens[place].low if place < len(tokens) else ""
