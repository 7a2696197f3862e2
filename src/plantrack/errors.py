"""One tree of errors. Every problem says where it is, what was found and what was expected."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from plantrack.plain import printable
from plantrack.value import value

_MOST_WORDS = 12
_NEAR_WORDS = 5
_MOST_COMPARED = 2_000


@value
class Problem:
    """One thing that is wrong in one place.

    A problem is data; `str()` gives the one line that people see, safe for a terminal whatever the file holds.
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
        return printable("".join(pieces)).replace("\n", "\\n").replace("\t", "\\t")


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


class OutputError(PlantrackError):
    """A file cannot be written."""


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
        what = f"no {kind} has this name"
        super().__init__([Problem(what=what, found=quoted(name), expected=expected, nearest=nearest)])


class UsageError(PlantrackError):
    """What was asked for makes no sense as asked."""

    def __init__(
        self, what: str, *, found: str | None = None, expected: str | None = None, nearest: str | None = None
    ) -> None:
        super().__init__([Problem(what=what, found=found, expected=expected, nearest=nearest)])


@contextmanager
def named_in_fault(what: str, asked: str) -> Iterator[None]:
    """Has an exception that nobody foresaw name what was read when it came.

    Args:
        what: What kind of thing it is: `the file`, `the wording`.
        asked: Its name or its words; of long ones only how they begin is told.
    """
    try:
        yield
    except PlantrackError:
        raise
    except Exception as error:
        error.add_note(f"{what} {quoted(asked)}")
        raise


def quoted(text: str) -> str:
    """What stands somewhere, in quotation marks and no longer than a line takes."""
    return repr(text if len(text) <= 60 else text[:57] + "...")


def nearest_name(word: str, known: Iterable[str]) -> str | None:
    """The name that is spelt most like a word, if one is near.

    >>> nearest_name("obligatoin", ["obligation", "permission"])
    'obligation'
    """
    near = _near_names(word, known, 1)
    return near[0] if near else None


def one_of(names: Iterable[str], *, near: str = "") -> str:
    """Names as a choice; of more than twelve, those nearest to a word, and how many others there are.

    >>> one_of(["first", "newest"])
    'one of first, newest'
    >>> one_of((f"point-{number}" for number in range(40)), near="point-7")
    'one of point-7, point-37, point-27, point-17, point-9 or 35 others'
    """
    every = list(names)
    if not every:
        return "none, for there are none yet"
    if len(every) <= _MOST_WORDS:
        return "one of " + ", ".join(every)
    shown = list(dict.fromkeys((*_near_names(near, every, _NEAR_WORDS), *every)))[:_NEAR_WORDS]
    return f"one of {', '.join(shown)} or {len(every) - len(shown)} others"


def _near_names(word: str, known: Iterable[str], most: int) -> list[str]:
    """The nearest names, the nearest first. Case does not count, nor what follows the first hundred characters."""
    from difflib import get_close_matches

    folded = word[:100].casefold()
    by_fold = {name.casefold(): name for name in known}
    among = list(by_fold)
    if len(among) > _MOST_COMPARED:  # comparing takes time for each name; a slip at both ends is rare
        among = [name for name in among if name[:2] == folded[:2] or name[-2:] == folded[-2:]][:_MOST_COMPARED]
    return [by_fold[name] for name in get_close_matches(folded, among, n=most, cutoff=0.6)]
