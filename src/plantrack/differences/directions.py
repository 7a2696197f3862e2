"""Which way a change binds, by its part and by the kind of norm.

It is the table of `docs/explanation/stronger-and-weaker.md`, and a test holds the two together. What is not in it has
no direction that is sure, and none is said.
"""

from plantrack.facts.force import CHAIN, Force

NORMS = ("duty", "ban", "permission")
_MORE, _LESS, _UNSAID = "strengthened", "weakened", None
_TURNED = {_MORE: _LESS, _LESS: _MORE, "mixed": "mixed", _UNSAID: _UNSAID}
_OPPOSITES = {
    "lowered": "raised", "earlier": "later", "fixed": "opened", "longer": "shorter", "more_often": "less_often",
    "widened": "narrowed", "added": "removed", "together_widened": "together_narrowed",
}  # fmt: skip
_TABLE = {
    ("ceiling", "lowered"): (_MORE, _MORE, _MORE),
    ("floor", "lowered"): (_LESS, _UNSAID, _UNSAID),
    ("figure", "lowered"): (_LESS, _UNSAID, _MORE),
    ("threshold", "lowered"): (_MORE, _UNSAID, _LESS),
    ("deadline", "earlier"): (_MORE, _UNSAID, _UNSAID),
    ("deadline", "fixed"): (_MORE, _UNSAID, _UNSAID),
    ("start", "earlier"): (_MORE, _MORE, _LESS),
    ("duration", "longer"): (_MORE, _MORE, _LESS),
    ("interval", "longer"): (_LESS, _UNSAID, _MORE),
    ("frequency", "more_often"): (_MORE, _UNSAID, _LESS),
    ("bearer", "widened"): (_MORE, _MORE, _LESS),
    ("bearer", "together_widened"): ("mixed", "mixed", "mixed"),
    ("counterparty", "widened"): (_MORE, _MORE, _LESS),
    ("place", "widened"): (_MORE, _MORE, _LESS),
    ("scope", "widened"): (_MORE, _MORE, _LESS),
    ("condition", "added"): (_LESS, _LESS, _MORE),
    ("exception", "added"): (_LESS, _LESS, _MORE),
    ("softening", "added"): (_LESS, _LESS, _MORE),
    ("restriction", "added"): (_UNSAID, _LESS, _UNSAID),
    ("quantifier", "widened"): (_MORE, _UNSAID, _LESS),
    ("term", "added"): (_MORE, _MORE, _UNSAID),
}
"""Effects on a duty, on a ban and on a permission; the opposite direction has the opposite effect."""


def effect_of(part: str, direction: str, norm: object) -> str | None:
    """What a change of one part does to whom a norm binds, if all else stays equal.

    Args:
        part: `ceiling`, `deadline`, `condition`, ...: a row of the table. The figure of a limit is a `ceiling`, of a
            least amount a `floor`, without a word of either a `figure`, of what must be reached before anything follows
            a `threshold`. `softening` leaves the bearer to judge (*where possible*); any other is a `restriction`.
        direction: `lowered`, `earlier`, `added`, ..., or its opposite.
        norm: `duty`, `ban` or `permission`, or the force that was read.

    Returns:
        `strengthened`, `weakened` or `mixed`; None where it is not sure.

    >>> effect_of("condition", "added", "duty"), effect_of("condition", "added", Force("permission"))
    ('weakened', 'strengthened')
    >>> effect_of("ceiling", "raised", Force("duty", "not")), effect_of("deadline", "earlier", "permission")
    ('weakened', None)
    """
    name = norm_of(norm) if isinstance(norm, Force) else norm
    if name not in NORMS:
        return None
    column = NORMS.index(str(name))
    effects = _TABLE.get((part, direction))
    if effects is not None:
        return effects[column]
    opposite = next((one for one, other in _OPPOSITES.items() if other == direction), None)
    effects = _TABLE.get((part, opposite)) if opposite is not None else None
    return _TURNED[effects[column]] if effects is not None else None


def norm_of(force: Force) -> str | None:
    """Whether a force is that of a duty, a ban or a permission; None where it is of neither.

    >>> norm_of(Force("best_efforts")), norm_of(Force("duty", "never")), norm_of(Force("no_duty"))
    ('duty', 'ban', None)
    """
    if force.force in CHAIN:
        return "ban" if force.negated else "duty"
    return "permission" if force.force == "permission" and not force.negated else None


def figure_part(operator: str, *, bare: bool) -> str | None:
    """The row of the table that a figure belongs to by its operator; None for what has no row.

    >>> figure_part("lteq", bare=False), figure_part("eq", bare=True), figure_part("between", bare=False)
    ('ceiling', 'figure', None)
    """
    if operator in ("lt", "lteq"):
        return "ceiling"
    if operator in ("gt", "gteq"):
        return "floor"
    return "figure" if operator == "eq" and bare else None


def table_rows() -> tuple[tuple[str, str], ...]:
    """Every part with each direction that has a row, and its opposite."""
    return tuple(row for part, direction in _TABLE for row in ((part, direction), (part, _OPPOSITES[direction])))
