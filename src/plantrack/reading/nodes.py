"""The tree of a YAML file: text as it was written, with the place where each part stands."""

from typing import Protocol

MAX_DEPTH = 100
MAX_BYTES = 16_000_000
MAX_EXPANDED = 100_000
MAX_PROBLEMS = 100
"""Of one file; a file with more has one cause, and nobody reads them all."""


class Mark(Protocol):
    """A place in the text as the parser counts, from 0."""

    line: int
    column: int


class _Placed:
    __slots__ = ("mark",)

    mark: Mark

    @property
    def line(self) -> int:
        """Counted from 1."""
        return self.mark.line + 1

    @property
    def column(self) -> int:
        """In code points, counted from 1."""
        return self.mark.column + 1


class Scalar(_Placed):
    """Text as written; `plain` if it stood without quotation marks."""

    __slots__ = ("plain", "value")

    def __init__(self, value: str, plain: bool, mark: Mark) -> None:  # noqa: FBT001 - built a million times a file
        self.value = value
        self.plain = plain
        self.mark = mark


class Listing(_Placed):
    """A YAML sequence."""

    __slots__ = ("items",)

    def __init__(self, mark: Mark) -> None:
        self.items: list[Node] = []
        self.mark = mark


class Table(_Placed):
    """A YAML mapping; entries keep their order, and `marks` says where each key stands."""

    __slots__ = ("entries", "marks")

    def __init__(self, mark: Mark) -> None:
        self.entries: dict[str, Node] = {}
        self.marks: list[Mark] = []
        self.mark = mark

    def key(self, name: str) -> Scalar:
        """The key of an entry, as the text it is."""
        return Scalar(name, True, self.marks[list(self.entries).index(name)])  # noqa: FBT003 - as above


Node = Scalar | Listing | Table
