"""The four answers of a partial order, and how the answers for parts make one for the whole."""

from collections.abc import Callable, Iterable, Sequence

EQUAL = "equal"
STRONGER = "stronger"
WEAKER = "weaker"
MIXED = "mixed"
"""Neither is at least as strong as the other."""

INVERSE = {EQUAL: EQUAL, STRONGER: WEAKER, WEAKER: STRONGER, MIXED: MIXED}
EFFECT = {EQUAL: "none", STRONGER: "strengthened", WEAKER: "weakened", MIXED: "mixed"}
"""What it does to a duty if the second stands in place of the first."""


def combined(parts: Iterable[str]) -> str:
    """The product order: stronger if no part is weaker and one is stronger.

    >>> combined(["equal", "stronger"]), combined(["weaker", "stronger"])
    ('stronger', 'mixed')
    """
    seen = set(parts)
    if MIXED in seen or {STRONGER, WEAKER} <= seen:
        return MIXED
    return STRONGER if STRONGER in seen else WEAKER if WEAKER in seen else EQUAL


def from_both(old_covers_new: bool, new_covers_old: bool) -> str:  # noqa: FBT001 - the two halves of one relation
    """The answer, given which side is at least as strong as the other."""
    if old_covers_new and new_covers_old:
        return EQUAL
    return WEAKER if old_covers_new else STRONGER if new_covers_old else MIXED


def from_ends(low: int | None, high: int | None) -> str:
    """The answer for two ranges, of which the one binds more that has the greater ends.

    Args:
        low: Whether the lower end of the new one is less (-1), the same (0) or greater (1); None if nobody can say.
        high: The same for the upper end.
    """
    if low is None or high is None:
        return MIXED
    return from_both(low <= 0 and high <= 0, low >= 0 and high >= 0)


def same_or_mixed(old: object, new: object) -> str:
    """The answer for what has no order of its own."""
    return EQUAL if old == new else MIXED


def wider(old: Sequence[str], new: Sequence[str], within: Callable[[str, str], bool]) -> str:
    """Sets of which the wider binds more: each member of the narrower lies within some member of the wider."""
    return from_both(
        all(any(within(item, other) for other in old) for item in new),
        all(any(within(item, other) for other in new) for item in old),
    )
