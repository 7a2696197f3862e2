"""What was read in a text, with its place."""

from collections.abc import Hashable
from typing import NamedTuple


class Fact(NamedTuple):
    """Something read in the tokens of one text. Two facts of equal kind and value say the same."""

    kind: str
    """What part of speech it is: figure, deadline, name, reference, quantifier, force, ..."""
    first: int
    """The place of its first token."""
    last: int
    """The place after its last token."""
    value: Hashable
