"""Which number each point of one paper bears in the other: what a reference to a point means there."""

from collections.abc import Mapping
from typing import NamedTuple


class Renumbering(NamedTuple):
    """The numbers of points that have one counterpart each."""

    new: Mapping[str, str]
    """By the old number."""
    old: Mapping[str, str]
    """By the new one."""
    differs: bool
    """Whether any point bears another number now, so that the same reference may name another point."""

    def turned(self) -> "Renumbering":
        """The same from the new paper to the old one."""
        return Renumbering(self.old, self.new, self.differs)


UNCHANGED = Renumbering({}, {}, differs=False)


def renumbering(new: Mapping[str, str]) -> Renumbering:
    """The renumbering by the new number of each old point."""
    return Renumbering(
        new, {found: number for number, found in new.items()}, differs=any(one != other for one, other in new.items())
    )
