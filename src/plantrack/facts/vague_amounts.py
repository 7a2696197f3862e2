"""Amounts that no number gives: *a sufficient number of*, *an appropriate sum*, *adequate funds*."""

from plantrack.facts.bounds import bound_before
from plantrack.facts.counting import noun_behind, unit_of
from plantrack.facts.fact import Fact
from plantrack.facts.values import Figure
from plantrack.language.counted import singular
from plantrack.language.numbers import NumberedText

_ADJECTIVES = frozenset(
    """sufficient adequate appropriate agreed suitable reasonable substantial considerable significant necessary
    required limited large larger small smaller equal""".split()
)
"""Seen in pledges and force tables whose figures were left open."""
_AMOUNTS = frozenset(
    "number numbers sum sums amount amounts quantity quantities proportion proportions funds money".split()
)


def read_vague_amounts(text: NumberedText, taken: bytearray) -> list[Fact]:
    """The amounts without a number in the tokens that nothing has taken yet; the tokens are taken."""
    found = []
    for place in range(1, len(text.tokens)):
        if text.lows[place] not in _AMOUNTS or text.lows[place - 1] not in _ADJECTIVES:
            continue
        fact = _vague_amount(text, place)
        if 1 not in taken[fact.first : fact.last]:
            taken[fact.first : fact.last] = b"\1" * (fact.last - fact.first)
            found.append(fact)
    return found


def _vague_amount(text: NumberedText, place: int) -> Fact:
    first, last = place - 1, place + 1
    first -= first > 0 and text.lows[first - 1] in ("a", "an")
    noun = None
    if text.lows[last] == "of" and last + 1 < len(text.tokens):
        noun = noun_behind(text, last + 1)
        last += 1
    bound = bound_before(text, first)
    words = f"{text.lows[place - 1]} {singular(text.lows[place])}"
    figure = Figure(
        bound.operator if bound else "eq", None, unit=unit_of(noun), dimension=None, noun=noun.words if noun else None,
        bare=bound is None, vague=words,
    )  # fmt: skip
    return Fact("figure", bound.place if bound else first, last, figure)
