"""One tree of errors. Every problem says where it is, what was found and what was expected."""

from collections.abc import Iterable

from attrs import frozen


@frozen(kw_only=True)
class Problem:
    """One thing that is wrong in one place.

    A problem is data; `str()` gives the line that people see.
    """

    what: str
    """What is wrong, as a short sentence without a full stop."""
    file: str = ""
    """The file as the user would name it; empty where no file is involved."""
    line: int | None = None
    """Counted from 1."""
    column: int | None = None
    """In Unicode code points, counted from 1."""
    path: str = ""
    """Where in the structure: `provisions.ua-armed-forces-cap.terms.cap.quantity.value`."""
    found: str | None = None
    """What stands there."""
    expected: str | None = None
    """What could stand there."""
    nearest: str | None = None
    """The nearest right spelling, where one is near."""

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part not in ("", None))
        pieces = [f"{place}: " if place else "", f"{self.path}: " if self.path else "", self.what]
        if self.found is not None:
            pieces.append(f"; found {self.found}")
        if self.expected is not None:
            pieces.append(f"; expected {self.expected}")
        if self.nearest is not None:
            pieces.append(f"; did you mean {self.nearest}?")
        return "".join(pieces)


class PlantrackError(Exception):
    """The base of all errors that plantrack raises on purpose.

    Attributes:
        problems: Everything that is wrong, in the order of files and lines.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class InputError(PlantrackError):
    """A file, or several, cannot be read as what they should be."""


class UnknownNameError(PlantrackError):
    """A reference names nothing that is there.

    Attributes:
        name: What was asked for.
        near: Names that are there and look like it, the nearest first.
    """

    def __init__(self, *, kind: str, name: str, near: Iterable[str] = (), expected: str | None = None) -> None:
        self.name = name
        self.near = tuple(near)
        nearest = " or ".join(self.near) or None
        super().__init__([Problem(what=f"no {kind} has this name", found=f"{name!r}", expected=expected, nearest=nearest)])


class UsageError(PlantrackError):
    """What was asked for makes no sense as asked."""

    def __init__(self, what: str, *, found: str | None = None, expected: str | None = None) -> None:
        super().__init__([Problem(what=what, found=found, expected=expected)])
