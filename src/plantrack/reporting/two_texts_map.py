"""The map above two texts: a few lines that say which points went, came, or differ in what way."""

import shlex
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence

from plantrack.differences.changes import KINDS, QUIET
from plantrack.differences.result import Change, Diff, Silenced, Unreported
from plantrack.plain import one_line, printable
from plantrack.reporting.layout import count_of, folded_numbers
from plantrack.reporting.two_texts import NEW as ONLY_NEW
from plantrack.reporting.two_texts import Block, TwoTexts, point_name
from plantrack.reporting.two_texts_labels import PARTS, Names, part_name
from plantrack.value import evolve, value

GONE, NEW, SPLIT, MOVED = "Gone", "New", "Split, merged", "Moved"
FIGURES, WHO, WHERE, WHAT, HOW_MANY = "Figures, dates", "Who", "Where", "What is done", "For how many"
CONDITIONS, FORCE, LEFT_OUT, PUT_IN = "Conditions", "Force", "Left out", "Put in"
REFERENCES, STATUS, PAPERS, OTHER = "References", "Not agreed", "The papers", "Other fields"
UNREPORTED, READ_BOTH, SAME = "Not known", "Read both", "Same meaning"
ROWS = (
    PAPERS, GONE, NEW, SPLIT, MOVED, FIGURES, HOW_MANY, WHO, WHERE, WHAT, CONDITIONS, FORCE, LEFT_OUT, PUT_IN,
    REFERENCES, STATUS, OTHER, UNREPORTED, READ_BOTH, SAME,
)  # fmt: skip
"""The rows in order; only those that have something to say are shown."""
RIVAL_NAMES = {
    GONE: "Only in first", NEW: "Only in second", MOVED: "Elsewhere", LEFT_OUT: "First says also",
    PUT_IN: "Second says also",
}  # fmt: skip
"""What rows are called of papers of which neither is the later state of the other."""
_BY_SUBJECT = {
    "provision": SPLIT, "status": STATUS, "paper": PAPERS, "outside": READ_BOTH, "wording": READ_BOTH, "term": WHAT,
    "action": WHAT, "object": WHAT, "restriction": CONDITIONS, "quantifier": HOW_MANY, "reference": REFERENCES,
    "modality": FORCE, "quantity": FIGURES, "bearer": WHO, "counterparty": WHO, "place": WHERE, "scope": WHERE,
    "deadline": FIGURES, "condition": CONDITIONS, "exception": CONDITIONS, "evidence": OTHER, "field": OTHER,
}  # fmt: skip
_BY_KIND = {
    "provision-removed": GONE, "provision-moved-out": GONE, "provision-added": NEW, "provision-moved-in": NEW,
    "provision-replaced": GONE, "provision-renumbered": MOVED, "provision-reworded": SAME,
    "term-added": PUT_IN, "term-removed": LEFT_OUT, "restriction-added": PUT_IN, "restriction-removed": LEFT_OUT,
    "exception-added": PUT_IN, "exception-removed": LEFT_OUT,
}  # fmt: skip
_DETAILS = {
    "modality-strengthened": "firmer",
    "modality-weakened": "looser",
    "modality-reversed": "the opposite",
    "provision-replaced": "another matter in its place",
    "provision-moved-out": "to another paper",
    "provision-moved-in": "from another paper",
    "status-deferred": "left to later",
    "status-settled": "no longer left to later",
    "status-disputed": "not agreed",
    "status-undisputed": "no longer marked as not agreed",
}
_PLAIN_PARTS = {
    FIGURES: {"quantity", "deadline", "start", "duration", "frequency"},
    WHO: {"bearer", "counterparty"},
    WHERE: {"place", "scope"},
    CONDITIONS: {"condition"},
}
"""Parts of which a row need not say that it means them."""
_TIMES = {"start", "duration", "frequency", "deadline"}
_THINGS = {PARTS[part] for part in ("condition", "exception", "restriction", "term", "item", "deadline")}
"""Parts that can be counted."""
_WHOLES = {"item", "sentence"}
"""What is left out or put in as such, whatever that does to what the point reaches."""
_UNREAD = ": words that no rule explains"


@value
class MapRow:
    """One line of the map."""

    name: str
    items: tuple[str, ...]
    """Points, with what is meant in brackets where the row can mean several things."""
    lead: str = ""
    """Words before the items."""
    tail: str = ""
    """Words after them."""
    command: str = ""
    """A command that shows more."""


def row_of(change: Change) -> str:
    """The row of the map that a change belongs to."""
    subject = KINDS[change.kind].subject
    if change.part in _TIMES and subject not in ("wording", "outside"):
        return FIGURES
    if change.part in _WHOLES and change.kind.endswith(("-narrowed", "-widened")):
        return LEFT_OUT if change.kind.endswith("-narrowed") else PUT_IN
    return _BY_KIND.get(change.kind) or _BY_SUBJECT[subject]


def map_of(shown: TwoTexts) -> tuple[MapRow, ...]:
    """The rows that have something to say, in order."""
    by_row: dict[str, list[tuple[Block, Change]]] = {}
    for block in shown.blocks:
        for change in block.changes:
            by_row.setdefault(row_of(change), []).append((block, change))
    rows = {name: _row(name, found, shown) for name, found in by_row.items()}
    rows |= {row.name: row for row in (_moved(shown.diff), _unknown(shown.diff), _same(shown.diff)) if row is not None}
    found = (rows[name] for name in ROWS if name in rows)
    if shown.names.revision:
        return tuple(found)
    return tuple(evolve(row, name=RIVAL_NAMES.get(row.name, row.name)) for row in found)


def _row(name: str, found: Sequence[tuple[Block, Change]], shown: TwoTexts) -> MapRow:
    if name == PAPERS:
        return MapRow(name=name, items=tuple(dict.fromkeys(part_name(change) for _, change in found)))
    if name == READ_BOTH:
        return _to_read(found, shown.names)
    details: dict[str, Counter[str]] = {}
    for block, change in found:
        called = block.name if name in (GONE, NEW) else _called(block, shown.names)
        details.setdefault(called, Counter())[_detail(name, change)] += 1
    return MapRow(name=name, items=_items(details), lead=_lead(name, details, shown.names))


def _lead(name: str, details: Collection[str], names: Names) -> str:
    """`point `, `march's points `; what points are called by their words needs no such word."""
    if name not in (GONE, NEW):
        return ""
    many = "point" if len(details) == 1 else "points"
    if any(one.startswith("\u201c") for one in details):
        return "" if name == GONE else f"in {names.new}: "
    return f"{many if name == GONE else _of_new(many, names)} "


def _called(block: Block, names: Names) -> str:
    """A point by its number in OLD; one of NEW alone says that it is."""
    return _of_new(block.name, names) if block.state == ONLY_NEW and block.numbers else block.name


def _of_new(name: str, names: Names) -> str:
    """What is of NEW: `march's 8`."""
    stem, dot, suffix = names.new.rpartition(".")
    return f"{stem if dot and stem and suffix.isalpha() else names.new}'s {name}"


def _detail(row: str, change: Change) -> str:
    """What a row says of a change beside its point; empty where the row says it."""
    if change.kind in _DETAILS:
        return _DETAILS[change.kind]
    part = change.part or KINDS[change.kind].subject
    if row in (LEFT_OUT, PUT_IN):
        return part_name(change)
    if part in _PLAIN_PARTS.get(row, ()) or row in (GONE, NEW, FIGURES, FORCE, SPLIT, REFERENCES, HOW_MANY, WHAT):
        return ""
    return part_name(change)


def _items(details: dict[str, Counter[str]]) -> tuple[str, ...]:
    """Points with their details in brackets; runs of numbers folded where there are none."""
    if all(set(found) == {""} for found in details.values()):
        return tuple(folded_numbers(list(details)))
    return tuple(_with_details(name, found) for name, found in details.items())


def _with_details(name: str, found: Counter[str]) -> str:
    told = ", ".join(_counted(detail, count) for detail, count in found.items() if detail)
    return f"{name} ({told})" if told else name


def _counted(detail: str, count: int) -> str:
    """`an exception`, `2 items`; what is no thing stays as it is."""
    if detail not in _THINGS:
        return detail
    if count > 1:
        return f"{count} {detail}s"
    return f"{'an' if detail[0] in 'aeiou' else 'a'} {detail}"


def _to_read(found: Sequence[tuple[Block, Change]], names: Names) -> MapRow:
    """What people must read themselves: points, then lines outside of them."""
    points = dict.fromkeys(_called(block, names) for block, change in found if KINDS[change.kind].subject == "wording")
    lines = sum(KINDS[change.kind].subject == "outside" for _, change in found)
    outside = "" if not lines else "the line outside" if lines == 1 else f"{lines} lines outside"
    joined = f" and {outside}" if points and outside else outside
    return MapRow(name=READ_BOTH, items=tuple(folded_numbers(list(points))), tail=f"{joined}{_UNREAD}")


def _moved(diff: Diff) -> MapRow | None:
    """Points that stand elsewhere though nothing before them came or went."""
    moved = [change for change in diff.changes if change.kind == "provision-renumbered"]
    items = [
        "\u2192".join(", ".join(one_line(number or "\u2022") for number in side) for side in (change.old, change.new))
        for change in moved
    ]
    return MapRow(name=MOVED, items=tuple(items)) if items else None


def _unknown(diff: Diff) -> MapRow | None:
    """What one text has and the other, of which only a part was seen, does not."""
    if not diff.unreported:
        return None
    return MapRow(name=UNREPORTED, items=tuple(unreported_names(diff.unreported)), tail=", see below")


def unreported_names(gaps: Iterable[Unreported]) -> list[str]:
    """Points, or parts of them, that one side does not report: `4`, `5 (deadline)`."""
    found: dict[str, Counter[str]] = {}
    for gap in gaps:
        part = "" if gap.part is None and gap.term is None else PARTS.get(gap.part or "term", gap.part or "")
        found.setdefault(one_line(gap.number or gap.id), Counter())[part] += 1
    return list(_items(found))


def _same(diff: Diff) -> MapRow | None:
    """How many differences of words were silenced, and where."""
    if not diff.silenced:
        return None
    called = {point.id: point_name(point) for point in (*diff.points_new, *diff.points_old)}
    where = dict.fromkeys(_place_of(one, called) for one in sorted(diff.silenced, key=_in_old_order(diff)))
    outside = "outside the points" if "" in where else ""
    points = folded_numbers([name for name in where if name])
    items = tuple(filter(None, [*points, outside]))
    loud = any(change.kind not in QUIET for change in diff.changes)
    lead = f"{count_of(len(diff.silenced), 'other difference' if loud else 'difference')} of words, in "
    return MapRow(name=SAME, items=items, lead=lead, tail=": see", command=explain_command(diff))


def _in_old_order(diff: Diff) -> Callable[[Silenced], tuple[int, int]]:
    """Points in OLD's order, then those that only NEW has."""
    old, new = ({point.id: place for place, point in enumerate(side)} for side in (diff.points_old, diff.points_new))

    def place(silenced: Silenced) -> tuple[int, int]:
        first, second = ([side[one] for one in ids if one in side] for side, ids in (
            (old, silenced.old_ids), (new, silenced.new_ids),
        ))  # fmt: skip
        return min(first, default=len(old)), min(second, default=0)

    return place


def _place_of(silenced: Silenced, called: dict[str, str]) -> str:
    """The point of a silenced difference, by its number in OLD; empty outside the points."""
    ids, numbers = (*silenced.old_ids, *silenced.new_ids), (*silenced.old, *silenced.new)
    if not ids:
        return ""
    return one_line(numbers[0]) if numbers and numbers[0] else called.get(ids[0], one_line(ids[0]))


def explain_command(diff: Diff) -> str:
    """The command that lists every difference of two papers."""
    return f"plantrack explain {printable(shlex.quote(diff.old.ref))} {printable(shlex.quote(diff.new.ref))}"
