"""What figures, times and references say. Two of a class are equal if they say the same, whatever their words."""

from decimal import Context, Decimal
from typing import NamedTuple

from plantrack.language.periods import Length
from plantrack.language.units import in_base_units, unit_named

_EXACT = Context(prec=240)


class Figure(NamedTuple):
    """An amount: *no more than 800 peacekeepers*, *half*, `$5bn`, *tens of thousands*, `3:1`.

    Equality is that of `canonical`: 2 tonnes are 2,000 kg, and half is 50 %. The noun is not part of it: it is no
    token of the fact, and is compared as a word.
    """

    operator: str
    """One of `vocabulary.OPERATORS`."""
    value: Decimal | None
    """In the unit as written; None where it is vague or ambiguous."""
    upper: Decimal | None = None
    """The upper end, with the operator `between`."""
    unit: str = ""
    """By the table of units (`km`, `%`, `USD`); `person` or the noun in the singular for what is counted."""
    dimension: str | None = None
    """`length`, `money`, `share`, ...; `count` for what is counted, `ratio` for 3:1; None where nothing says."""
    noun: str | None = None
    """The words that the number governs: *armoured vehicles*."""
    bare: bool = True
    """Whether no bound is written: a bare figure is a floor in a duty to deliver, a ceiling in a limit."""
    parts: tuple[Decimal, ...] = ()
    """Of a ratio or of shares: 3 and 1, 60 and 40."""
    vague: str = ""
    """Words in place of a number: *several hundred*."""
    also: Decimal | None = None
    """The number in brackets, where it disagrees: 60 in *thirty (60)*."""
    raw: str = ""
    """The digits of a number that can be read in two ways (`120.000`)."""

    def base(self, value: Decimal) -> Decimal:
        """A value of its unit in the base unit of the dimension."""
        unit = unit_named(self.unit) if self.dimension not in (None, "count", "ratio") else None
        return value if unit is None else in_base_units(value, unit)

    @property
    def kind_of_unit(self) -> str:
        """What figures must have in common to be subtracted: the dimension, or a unit that nothing converts."""
        if self.dimension in (None, "count", "ratio", "age"):
            return self.dimension or "count"
        unit = unit_named(self.unit)
        return self.unit if unit is None or unit.factor is None else str(self.dimension)

    def canonical(self) -> tuple[object, ...]:
        """What it says: equal for equal amounts in whatever unit and words."""
        value = None if self.value is None else self.base(self.value)
        upper = None if self.upper is None else self.base(self.upper)
        said = (self.operator, self.bare, value, upper, self.kind_of_unit)
        return (*said, self.parts, self.vague, self.also, self.raw)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Figure) and self.canonical() == other.canonical()

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self.canonical())


class Bound(NamedTuple):
    """A word apart from its figure that bounds it (*500 guns or fewer*, *shall not keep more than*).

    The figure says the same in its operator; this fact only takes the word, so that nobody reads it again.
    """

    operator: str


class Reference(NamedTuple):
    """A number or label that names: an article, a resolution, a version, the year of a border."""

    kind: str
    """`internal` (a part of the same paper), `external` (of another instrument), `label`, or `marker` (the number of an
    item inside a sentence)."""
    noun: str
    """What is numbered, for a part: *article*, *point*; empty for others, whose noun stands beside the fact."""
    numbers: tuple[str, ...]
    """`4.2.a` for *Article 4(2)(a)*; several for *points 2 and 3*; `preceding` and `following` for the neighbours."""
    year: str = ""
    """*(1967)* behind the number of a resolution."""


class Deadline(NamedTuple):
    """By when: a length of time, a date, or a word such as *immediately*. Equality leaves `event` out."""

    length: Length | None = None
    """*Within 30 days*; its operator is `eq` for *within*, `gteq` for *at least two days before*."""
    on: bool = False
    """Whether the end of the length is meant and not the time until then: *30 days after the vote*."""
    counted: str = ""
    """`after` or `before` an event; empty where none is named."""
    by: str = ""
    """EDTF."""
    part: str = ""
    """A part of that date: `early`."""
    edge: str = ""
    """`by` or `before`, for a date."""
    clock: str = ""
    """An hour: `06:00`."""
    word: str = ""
    """`immediately` or `without_delay`, or how an open deadline is put: `as_soon_as_possible`."""
    event: tuple[int, int] | None = None
    """The places of the words of the event. They are no tokens of this fact."""

    @property
    def immediate(self) -> bool:
        """Whether it is due at once."""
        return self.word in ("immediately", "without_delay")

    @property
    def open(self) -> bool:
        """Whether no time can be told: *as soon as possible*."""
        return bool(self.word) and not self.immediate

    def canonical(self) -> tuple[object, ...]:
        """What it says, the event apart."""
        return tuple(self[:-1])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Deadline) and self.canonical() == other.canonical()

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self.canonical())


class Start(NamedTuple):
    """From when."""

    at: str
    """EDTF; empty where only an hour is given."""
    part: str = ""
    edge: str = "from"
    """`from`, `after` that day, `since` it in the past, `earliest` (not before it)."""
    clock: str = ""


class Duration(NamedTuple):
    """How long: a length of time, an end, or a word."""

    length: Length | None = None
    until: str = ""
    """EDTF."""
    part: str = ""
    clock: str = ""
    word: str = ""
    """`permanently`, `temporarily`, `indefinitely`, ..."""
    frame: str = ""
    """`past` (*the last ten years*), `next`, `first`, `ago`, `remaining`."""


class Frequency(NamedTuple):
    """How often, or the time that a rate is for: *twice a year*, *every 30 days*, *100 million a year*."""

    times: Decimal
    per: Length | None
    """None for `always`."""
    upper: Decimal | None = None
    operator: str = "eq"
    bare: bool = True


class Moment(NamedTuple):
    """A date or hour without any role that is read."""

    at: str
    """EDTF; two days that are no range stand with a comma between; empty where only an hour is given."""
    part: str = ""
    clock: str = ""


Time = Deadline | Start | Duration | Frequency | Moment
