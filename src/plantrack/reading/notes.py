"""What is noted while a file is read: what is wrong, and names that must stand elsewhere."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from plantrack.errors import Problem, nearest_name, quoted
from plantrack.reading.nodes import MAX_PROBLEMS, Listing, Node, Scalar

BAD: Any = object()
"""In place of a value that could not be read."""


class Mention(NamedTuple):
    """A name in a file that must stand elsewhere."""

    kind: str
    name: str
    line: int
    column: int
    path: str


class Reading:
    """One file being read: collects problems and the names it mentions."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.path: list[str] = []
        self.problems: list[Problem] = []
        self.mentions: list[Mention] = []
        self.unread: set[str] = set()
        """Fields of the whole file that are wrong in themselves; nothing can be concluded from them."""

    def wrong(
        self,
        node: Node,
        what: str,
        *,
        found: str | None = None,
        expected: str | None = None,
        near: tuple[str, Mapping[str, Any]] | None = None,
    ) -> Any:
        """Note a problem at a node.

        Args:
            node: Where it is.
            what: What is wrong.
            found: What stands there.
            expected: What could stand there.
            near: A word and the names among which the nearest is looked for.

        Returns:
            The mark of a value that could not be read.
        """
        if len(self.problems) < MAX_PROBLEMS:
            problem = Problem(
                what=what, file=self.file, line=node.line, column=node.column, path=".".join(self.path),
                found=found, expected=expected, nearest=nearest_name(*near) if near else None,
            )  # fmt: skip
            self.problems.append(problem)
        return BAD


def kind_of(node: Node) -> str:
    """What stands at a node, in a word or two."""
    if type(node) is Scalar:
        return shown(node) if node.value else "nothing"
    return "a list" if type(node) is Listing else "a mapping"


def shown(node: Scalar) -> str:
    """What a scalar says, and whether it says so in quotation marks."""
    return quoted(node.value) if node.plain else f"the quoted text {quoted(node.value)}"
