"""What a wording states in the values of a term: quantities, times and force, as far as its facts can be put so."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from plantrack.facts.fact import Fact
from plantrack.facts.force import Force
from plantrack.facts.values import Deadline as DeadlineRead
from plantrack.facts.values import Duration as DurationRead
from plantrack.facts.values import Figure, Moment
from plantrack.facts.values import Frequency as FrequencyRead
from plantrack.facts.values import Start as StartRead
from plantrack.language.periods import Length
from plantrack.model import Deadline, Duration, Frequency, Quantity, Start
from plantrack.vocabulary import TIME_UNITS

_MODALITIES = {
    "duty": ("obligation", "prohibition"),
    "permission": ("permission", "prohibition"),
    "best_efforts": ("best_efforts", None),
    "expectation": ("expectation", None),
    "declaration": ("declaration", None),
    "performative": ("performative", None),
}
"""The modality of a force, and of its negation; None where a term has no word for it."""
_IN_UNITS = {"fortnight": ("day", 14), "quarter": ("month", 3), "decade": ("year", 10), "century": ("year", 100)}


class Stated(NamedTuple):
    """Something that a wording states in a part of a term."""

    part: str
    """The name of the part; `date` for a date of which nothing says what it is."""
    value: object
    """As the part holds it: a Quantity, a Deadline, a modality."""
    fact: Fact
    bare: bool = False
    """Whether no bound is written."""


def stated_in(facts: Sequence[Fact]) -> list[Stated]:
    """What the facts of a wording state, in order; what cannot be put as a term has it is left out."""
    return [stated for fact in facts for stated in _stated(fact)]


def _stated(fact: Fact) -> Iterator[Stated]:
    said = fact.value
    bare = bool(getattr(said, "bare", False))
    if isinstance(said, Figure):
        if said.value is not None and not said.parts and said.also is None:
            quantity = Quantity(operator=said.operator, value=said.value, upper=said.upper, unit=said.unit or "item")
            yield Stated("quantity", quantity, fact, bare)
    elif isinstance(said, StartRead | Moment):
        if said.at and not said.part:
            starts = isinstance(said, StartRead)
            yield Stated("start" if starts else "date", Start(on=said.at) if starts else said.at, fact)
    elif type(said) in _READERS:
        part, read = _READERS[type(said)]
        value = read(said)
        if value is not None:
            yield Stated(part, value, fact, bare or (isinstance(said, DurationRead) and _is_bare(said.length)))


def _is_bare(length: Length | None) -> bool:
    return length is not None and length.bare


def _modality(said: Force) -> str | None:
    return _MODALITIES.get(said.force, (None, None))[bool(said.negated)]


def _deadline(said: DeadlineRead) -> Deadline | None:
    if said.immediate or said.open:
        return Deadline(within="immediately" if said.immediate else "open")
    if said.by and not said.part:
        return Deadline(by=said.by)
    within = _period(said.length) if said.length is not None and said.counted != "before" else None
    return None if within is None else Deadline(within=within)


def _duration(said: DurationRead) -> Duration | None:
    if said.word in ("permanently", "temporarily"):
        return Duration(lasting=said.word)
    if said.length is None or said.frame or said.length.quality:
        return None
    unit, factor = _IN_UNITS.get(said.length.unit, (said.length.unit, 1))
    if unit not in TIME_UNITS:
        return None
    upper = said.length.upper
    return Duration(
        operator="between" if upper is not None else said.length.operator,
        value=said.length.value * factor,
        upper=None if upper is None else upper * factor,
        unit=unit,
    )


def _frequency(said: FrequencyRead) -> Frequency | None:
    per = None if said.per is None else _period(said.per)
    operator = "between" if said.upper is not None else said.operator
    return None if per is None else Frequency(operator=operator, times=said.times, upper=said.upper, per=per)


def _period(length: Length) -> str | None:
    """A length of time as a term has it: `30 days`; None for a range, and for what is shorter than an hour."""
    unit, factor = _IN_UNITS.get(length.unit, (length.unit, 1))
    if unit not in TIME_UNITS or length.upper is not None or length.quality not in ("", "working"):
        return None
    count = length.value * factor
    name = f"working {unit}" if length.quality else unit
    return f"{count.normalize():f} {name}{'' if count == 1 else 's'}"


_READERS: dict[type, tuple[str, Callable[[Any], object]]] = {
    Force: ("modality", _modality),
    DeadlineRead: ("deadline", _deadline),
    DurationRead: ("duration", _duration),
    FrequencyRead: ("frequency", _frequency),
}
