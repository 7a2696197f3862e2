"""Figures of a text: amounts with bound, unit and what they count; and the numbers that are left, which name."""

from decimal import Context, Decimal
from typing import NamedTuple

from plantrack.facts.bounds import BoundSpan, bound_after, bound_before, bound_behind_noun
from plantrack.facts.counting import Noun, counts, noun_behind, unit_of
from plantrack.facts.fact import Fact
from plantrack.facts.labels import label_fact
from plantrack.facts.reference_numbers import plain_label
from plantrack.facts.values import Bound, Figure
from plantrack.language.digits import as_digits
from plantrack.language.numbers import NumberedText, NumberSpan
from plantrack.language.units import MONEY, Unit, convert, currency_before, money_label, unit_at, unit_named

_EXACT = Context(prec=240)
_LOOSE_BOUNDS = frozenset({"over", "under", "above", "below", "beyond", "some", "around", "about"})
"""Bounds that are also plain prepositions: alone they make no number count."""
_GROWTH = frozenset(
    """raise raised raises raising increase increased increases increasing reduce reduced reduces reducing lower lowered
    lowers cut cuts grow grows grew rise rises rose fall falls fell drop dropped expand expanded extend extended change
    changed move moved shrink""".split()
)
"""Verbs before *from 20 to 30* that speak of two amounts, not of a range."""
_PART_JOINS = frozenset({"/", "-", ":", "to"})
_LIST_JOINS = frozenset({"and", "or", ","})
_SHARED = frozenset({"lteq", "lt", "gteq", "gt"})
_SIGNED = frozenset({"temperature", "share", "points", "angle"})
"""What may be below zero."""
_AGE_BOUNDS = {
    (join, word): operator
    for operator, words in (("gteq", ("older", "over", "above", "more")), ("lteq", ("younger", "under", "below")))
    for word in words
    for join in ("and", "or")
}
_REACH = 8


class _Amount(NamedTuple):
    """A number with its unit."""

    first: int
    last: int
    span: NumberSpan
    unit: Unit | None


def read_figures(text: NumberedText, taken: bytearray) -> list[Fact]:
    """The figures of a text in the tokens that nothing has taken yet; the tokens are taken."""
    found: list[Fact] = []
    before: Fact | None = None
    for place in sorted(text.numbers):
        span = text.numbers[place]
        if 1 in taken[span.first : span.last]:
            continue
        facts = [fact for fact in _read(text, span, taken) if 1 not in taken[fact.first : fact.last]]
        for fact in facts:
            taken[fact.first : fact.last] = b"\1" * (fact.last - fact.first)
        figure = next((fact for fact in facts if fact.kind == "figure"), None)
        if figure is not None:
            shared = _with_shared_bound(text, figure, before)
            facts[facts.index(figure)] = before = shared
        found += facts
    return sorted(found, key=lambda fact: fact.first)


def read_rest(text: NumberedText, taken: bytearray) -> list[Fact]:
    """The numbers and labels that nothing has taken: they name. The tokens are taken."""
    found: list[Fact] = []
    for place, token in enumerate(text.tokens):
        if taken[place] or token.kind not in ("number", "label"):
            continue
        span = text.numbers.get(place)
        last, label = place + 1, plain_label(token.text) if token.kind == "label" else as_digits(token.text)
        if span is not None and span.kind in ("digits", "ordinal") and 1 not in taken[place : span.last]:
            last = span.last
            label = f"{span.value.normalize():f}" if span.value is not None else span.raw
        taken[place:last] = b"\1" * (last - place)
        found.append(label_fact(place, last, label))
    return found


def _read(text: NumberedText, span: NumberSpan, taken: bytearray) -> list[Fact]:
    parts = _parts(text, span)
    if parts is not None:
        return [parts]
    amount = _amount(text, span)
    return _range(text, amount) or _single(text, amount, taken)


def _amount(text: NumberedText, span: NumberSpan) -> _Amount:
    """A number with the currency before it or the unit behind it."""
    label = money_label(text.tokens[span.first]) if text.tokens[span.first].kind == "label" else None
    before = (span.first, label[0]) if label else currency_before(text.tokens, span.first)
    at = span.last
    at += text.lows[at] == "-" and at < len(text.tokens) and text.tokens[at].start == text.tokens[at - 1].end
    if span.kind == "share":
        at += text.lows[at] == "of"
        at += text.lows[at] in ("a", "an")
        behind = unit_at(text.tokens, text.lows, at, digits=False) if at > span.last else None
    else:
        at += span.kind == "vague" and text.lows[at] == "of"
        digits = text.tokens[span.last - 1].kind == "number" or span.kind == "digits"
        behind = unit_at(text.tokens, text.lows, at, digits=digits)
    if behind is not None and behind.unit.dimension in _SIGNED and _is_negative(text, span.first):
        negative = span._replace(value=None if span.value is None else -span.value)
        return _Amount(span.first - 1, behind.last, negative, behind.unit)
    if before is not None:
        again = behind is not None and behind.unit.dimension == MONEY
        return _Amount(before[0], behind.last if behind and again else span.last, span, before[1])
    if behind is None:
        return _Amount(span.first, span.last, span, None)
    return _Amount(span.first, behind.last, span, behind.unit)


def _is_negative(text: NumberedText, place: int) -> bool:
    """Whether the sign before a number is a minus, and no hyphen or dash."""
    if place == 0 or text.lows[place - 1] != "-" or text.tokens[place - 1].end != text.tokens[place].start:
        return False
    return place == 1 or text.tokens[place - 2].end < text.tokens[place - 1].start or text.lows[place - 2] == "("


def _parts(text: NumberedText, span: NumberSpan) -> Fact | None:
    """`60/40`, `50-50`, `3:1`, `3 to 1`: what each gets."""
    join = text.lows[span.last]
    second = text.numbers.get(span.last + 1) if join in _PART_JOINS else None
    if span.value is None or second is None or second.value is None:
        return None
    if span.kind not in ("digits", "words") or second.kind not in ("digits", "words"):
        return None
    alone = unit_at(text.tokens, text.lows, second.last) is None
    whole = span.value + second.value == 100 and alone
    if join == "to":
        whole = whole and noun_behind(text, second.last) is None
        ratio = alone and _is_ratio(text, span, second)
    else:
        ratio = join == ":"
    if not whole and not ratio:
        return None
    parts = (span.value, second.value)
    value = Figure("eq", None, unit="%" if whole else "ratio", dimension="ratio", parts=parts)
    return Fact("figure", span.first, second.last, value)


def _is_ratio(text: NumberedText, first: NumberSpan, second: NumberSpan) -> bool:
    """Whether `3 to 1` is a ratio, and no range or fall from one to the other."""
    named = "ratio" in text.lows[max(0, first.first - 4) : first.first] or text.lows[second.last] in ("ratio", "basis")
    falls = first.value is not None and second.value is not None and first.value >= second.value
    before = text.lows[first.first - 1] if first.first else ""
    plain = before != "from" and not any(
        low in _GROWTH for low in text.lows[max(0, first.first - _REACH) : first.first]
    )
    return named or (falls and plain and noun_behind(text, second.last) is None)


def _range(text: NumberedText, low: _Amount) -> list[Fact]:
    """`7 to 9 million`, `between 10 and 20 km`, `$5-7 billion`, `from 5 % to 10 %`."""
    before = text.lows[low.first - 1] if low.first else ""
    at = low.last
    joins = text.lows[at] in ("to", "-") or (before == "between" and text.lows[at] == "and")
    if not joins or low.span.value is None or low.span.kind == "ordinal":
        return []
    at += 1
    while at < len(text.tokens) and at < low.last + 4 and at not in text.numbers:
        at += 1
    span = text.numbers.get(at)
    high = _amount(text, span) if span is not None else None
    if high is None or high.first != low.last + 1 or high.span.value is None or high.span.kind != low.span.kind:
        return []
    ends = _ends(low, high)
    if ends is None or (before == "from" and _speaks_of_growth(text, low.first)):
        return []
    noun = noun_behind(text, high.last)
    unit = high.unit or low.unit
    if unit is None and not counts(text, high.span, noun, bounded=before in ("between", "from")):
        return []
    first = low.first - (before in ("between", "from"))
    value = _figure(high._replace(unit=unit), "between", noun, value=ends[0], upper=ends[1])
    after = bound_after(text, high.last)
    return [Fact("figure", first, after.place if after and after.operator == "about" else high.last, value)]


def _ends(low: _Amount, high: _Amount) -> tuple[Decimal, Decimal] | None:
    """Both ends in the unit of the upper one; None if they are no range."""
    first, second = low.span.value, high.span.value
    if first is None or second is None:
        return None
    if low.span.kind == "share":
        first, second = _percent(first), _percent(second)
    if low.span.scale == 1 and high.span.scale > 1 and (low.unit is None or low.unit.dimension == MONEY):
        scaled = _EXACT.multiply(first, Decimal(high.span.scale))
        first = scaled if scaled <= second else first
    if low.unit is not None and high.unit is not None:
        converted = convert(first, low.unit, high.unit)
        if converted is None:
            return None
        first = converted
    return (first, second) if first < second else None


def _speaks_of_growth(text: NumberedText, place: int) -> bool:
    return any(low in _GROWTH for low in text.lows[max(0, place - _REACH) : place])


def _single(text: NumberedText, amount: _Amount, taken: bytearray) -> list[Fact]:
    age = _age(text, amount)
    if age is not None:
        return [age]
    bound = bound_before(text, amount.first)
    if bound is not None and 1 in taken[bound.place : amount.first]:
        bound = None
    after = bound_after(text, amount.last) if bound is None else None
    noun = _noun(text, amount, after)
    forced = after is not None or (bound is not None and text.lows[bound.place] not in _LOOSE_BOUNDS)
    if amount.unit is None and not counts(text, amount.span, noun, bounded=forced):
        return []
    first, last = bound.place if bound else amount.first, after.place if after else amount.last
    operator, apart = _operator(text, bound or after, noun, last)
    value = _figure(amount, operator or "eq", noun, bare=not operator)
    return [*apart, Fact("figure", first, _with_repetition(text, last, amount), value)]


def _noun(text: NumberedText, amount: _Amount, after: BoundSpan | None) -> Noun | None:
    """What the figure counts: behind *of* for shares and vague numbers."""
    at = after.place if after else amount.last
    if text.lows[at] == "of" and (amount.span.kind in ("share", "vague") or amount.unit is not None):
        at += 1 + (text.lows[at + 1] in ("the", "all", "its", "their"))
    elif amount.span.kind == "share" and text.lows[at] in ("the", "all", "its", "their"):
        at += 1
    return noun_behind(text, at) if at < len(text.tokens) else None


def _operator(text: NumberedText, bound: BoundSpan | None, noun: Noun | None, last: int) -> tuple[str, list[Fact]]:
    """The operator of a figure, and the facts of bounding words that stand apart from it."""
    if bound is not None:
        apart = [] if bound.negation is None else [_apart(bound.negation, bound.negation + 1, bound.operator)]
        return bound.operator, apart
    if noun is None or noun.last <= last:
        return "", []
    behind = bound_behind_noun(text, noun.last)
    return ("", []) if behind is None else (behind.operator, [_apart(noun.last, behind.place, behind.operator)])


def _apart(first: int, last: int, operator: str) -> Fact:
    return Fact("bound", first, last, Bound(operator))


def _percent(part: Decimal) -> Decimal:
    return _EXACT.multiply(part, Decimal(100))


def _figure(
    amount: _Amount,
    operator: str,
    noun: Noun | None,
    *,
    bare: bool = False,
    value: Decimal | None = None,
    upper: Decimal | None = None,
) -> Figure:
    span, unit = amount.span, amount.unit
    shown = value if value is not None else span.value
    if span.kind == "share" and unit is None:
        unit = unit_named("%")
        shown = _percent(span.value) if value is None and span.value is not None else shown
    name, dimension = (unit.name, unit.dimension) if unit is not None else (unit_of(noun), "count")
    raw = span.raw if span.ambiguous else ""
    if unit is not None and unit_named(unit.name) is None:
        dimension = MONEY
    return Figure(
        operator, shown, upper, name, dimension, noun.words if noun else None, bare,
        vague=span.raw if span.kind == "vague" else "", also=span.also, raw=raw or _too_long(span),
    )  # fmt: skip


def _too_long(span: NumberSpan) -> str:
    """The digits of a number that is too long to count with."""
    return span.raw if span.value is None and span.kind == "digits" else ""


def _age(text: NumberedText, amount: _Amount) -> Fact | None:
    """`18 years of age`, `18-year-old`, `aged 18 to 60`, `the age of 18`."""
    span, lows = amount.span, text.lows
    before = lows[max(0, amount.first - 2) : amount.first]
    if amount.unit is not None or span.value is None or span.kind not in ("digits", "words"):
        return None
    aged = before[-1:] == ["aged"] or before in (["age", "of"], ["ages", "of"]) or (
        before[-1:] == ["between"] and "age" in lows[max(0, amount.first - 4) : amount.first]
    )  # fmt: skip
    last, upper = _years_of_age(text, amount.last), None
    high = text.numbers.get(amount.last + 1) if aged and lows[amount.last] in ("to", "and", "-") else None
    if high is not None and high.value is not None and high.value > span.value:
        last, upper = _years_of_age(text, high.last), high.value
    if last == amount.last and not aged:
        return None
    first, operator = amount.first, "between" if upper is not None else ""
    bound = bound_before(text, amount.first) if not operator else None
    if bound is not None:
        first, operator = bound.place, bound.operator
    elif not operator and (lows[last], lows[last + 1]) in _AGE_BOUNDS:
        last, operator = last + 2, _AGE_BOUNDS[lows[last], lows[last + 1]]
    value = Figure(operator or "eq", span.value, upper, "year", "age", bare=not operator)
    return Fact("figure", first, last, value)


def _years_of_age(text: NumberedText, at: int) -> int:
    """The place behind *years of age*, *years old* or *-year-old*; the same place where they do not stand there."""
    begin = at + (text.lows[at] == "-")
    if text.lows[begin] not in ("year", "years"):
        return at
    for words in (["of", "age"], ["-", "old"], ["-", "olds"], ["old"]):
        if text.lows[begin + 1 : begin + 1 + len(words)] == words:
            return begin + 1 + len(words)
    return at


def _with_repetition(text: NumberedText, last: int, amount: _Amount) -> int:
    """The place behind *fifty per cent (50 %)*, where the brackets repeat the amount."""
    if text.lows[last] != "(":
        return last
    at = last + 1
    while at < len(text.tokens) and at < last + 4 and at not in text.numbers:
        at += 1
    span = text.numbers.get(at)
    if span is None:
        return last
    inner = _amount(text, span)
    same = inner.first == last + 1 and text.lows[inner.last] == ")" and inner.span.value == amount.span.value
    return inner.last + 1 if same and inner.span.value is not None and inner.unit in (amount.unit, None) else last


def _with_shared_bound(text: NumberedText, fact: Fact, before: Fact | None) -> Fact:
    """A bare figure in a list under the bound of the first: *no more than 40 tanks and 100 guns*."""
    value, first = fact.value, before.value if before else None
    if before is None or not isinstance(value, Figure) or not isinstance(first, Figure):
        return fact
    between = text.lows[before.last : fact.first]
    listed = 0 < len(between) <= _REACH and between[-1] in _LIST_JOINS and not _turns(text, before.last, fact.first)
    if not listed or not value.bare or first.bare or first.operator not in _SHARED or value.value is None:
        return fact
    if (value.dimension == "count") != (first.dimension == "count"):
        return fact
    return fact._replace(value=value._replace(operator=first.operator, bare=False))


def _turns(text: NumberedText, first: int, last: int) -> bool:
    """Whether a verb, preposition or stop between two figures ends the list."""
    return any(
        text.lows[at] in _LIST_ENDS or (text.tokens[at].kind == "mark" and text.lows[at] not in (",", "-"))
        for at in range(first, last)
    )


_LIST_ENDS = frozenset(
    """shall may must will should is are be to from in at on by for with within of under over after before until if
    unless that which who while but""".split()
)
