"""The map above two texts: a few lines that say which points went, came, or differ in what way."""

import shlex
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from plantrack.answers.counting import number_runs
from plantrack.answers.tree import Row, Span, Words, plain
from plantrack.answers.two_texts import NEW as ONLY_NEW
from plantrack.answers.two_texts import Block, TwoTexts, point_name
from plantrack.answers.two_texts_labels import Names, called_part, kind_meaning, part_name
from plantrack.catalogue import say
from plantrack.differences.changes import KINDS, QUIET
from plantrack.differences.result import Change, Diff, Silenced, Unreported
from plantrack.plain import one_line, printable

GONE, NEW, SPLIT, MOVED = "gone", "new", "split", "moved"
FIGURES, WHO, WHERE, WHAT, HOW_MANY = "figures", "who", "where", "what", "how-many"
CONDITIONS, FORCE, LEFT_OUT, PUT_IN = "conditions", "force", "left-out", "put-in"
REFERENCES, STATUS, PAPERS, OTHER = "references", "status", "papers", "other"
UNREPORTED, READ_BOTH, SAME = "not-known", "read-both", "same"
ROWS = (
    PAPERS, GONE, NEW, SPLIT, MOVED, FIGURES, HOW_MANY, WHO, WHERE, WHAT, CONDITIONS, FORCE, LEFT_OUT, PUT_IN,
    REFERENCES, STATUS, OTHER, UNREPORTED, READ_BOTH, SAME,
)  # fmt: skip
"""The rows in order; only those that have something to say are shown."""
RIVAL = frozenset((GONE, NEW, MOVED, LEFT_OUT, PUT_IN))
"""Rows that are called otherwise of papers of which neither is the later state of the other."""
_BY_SUBJECT = {
    "provision": SPLIT, "status": STATUS, "paper": PAPERS, "outside": READ_BOTH, "wording": READ_BOTH, "term": WHAT,
    "action": WHAT, "object": WHAT, "restriction": CONDITIONS, "quantifier": HOW_MANY, "reference": REFERENCES,
    "modality": FORCE, "quantity": FIGURES, "bearer": WHO, "counterparty": WHO, "place": WHERE, "scope": CONDITIONS,
    "deadline": FIGURES, "condition": CONDITIONS, "exception": CONDITIONS, "evidence": OTHER, "field": OTHER,
}  # fmt: skip
_BY_KIND = {
    "provision-removed": GONE, "provision-moved-out": GONE, "provision-added": NEW, "provision-moved-in": NEW,
    "provision-replaced": GONE, "provision-renumbered": MOVED, "provision-reworded": SAME,
    "term-added": PUT_IN, "term-removed": LEFT_OUT, "restriction-added": PUT_IN, "restriction-removed": LEFT_OUT,
    "exception-added": PUT_IN, "exception-removed": LEFT_OUT,
}  # fmt: skip
_DETAILED = frozenset(
    """modality-strengthened modality-weakened modality-reversed provision-replaced provision-moved-out
    provision-moved-in status-deferred status-settled status-disputed status-undisputed""".split()
)
"""Kinds that are told beside their point."""
_PLAIN_PARTS = {
    FIGURES: {"quantity", "deadline", "start", "duration", "frequency"},
    WHO: {"bearer", "counterparty"},
    WHERE: {"place"},
    CONDITIONS: {"condition"},
}
"""Parts of which a row need not say that it means them."""
_TIMES = {"start", "duration", "frequency", "deadline"}
_THINGS = ("condition", "exception", "restriction", "term", "item", "deadline")
"""Parts that can be counted."""
_WHOLES = {"item", "sentence"}
"""What is left out or put in as such, whatever that does to what the point reaches."""


def row_of(change: Change) -> str:
    """The row of the map that a change belongs to."""
    subject = KINDS[change.kind].subject
    if change.part in _TIMES and subject not in ("wording", "outside"):
        return FIGURES
    if change.part in _WHOLES and change.kind.endswith(("-narrowed", "-widened")):
        return LEFT_OUT if change.kind.endswith("-narrowed") else PUT_IN
    return _BY_KIND.get(change.kind) or _BY_SUBJECT[subject]


def map_of(shown: TwoTexts) -> tuple[Row, ...]:
    """The rows that have something to say, in order."""
    by_row: dict[str, list[tuple[Block, Change]]] = {}
    for block in shown.blocks:
        for change in block.changes:
            by_row.setdefault(row_of(change), []).append((block, change))
    rows = {row: _row(row, found, shown) for row, found in by_row.items()}
    rows |= {row: made for row, made in (
        (MOVED, _moved(shown)), (UNREPORTED, _unknown(shown)), (SAME, _same(shown)),
    ) if made is not None}  # fmt: skip
    return tuple(rows[row] for row in ROWS if row in rows)


def row_name(row: str, names: Names) -> str:
    """What a row is called."""
    return say(f"map.{row}" if names.revision or row not in RIVAL else f"map.rival.{row}")


def _row(row: str, found: Sequence[tuple[Block, Change]], shown: TwoTexts) -> Row:
    names = shown.names
    if row == PAPERS:
        facts = dict.fromkeys(part_name(change) for _, change in found)
        return Row(name=row_name(row, names), items=tuple(map(plain, facts)))
    if row == READ_BOTH:
        return _to_read(found, names)
    details: dict[str, Counter[str]] = {}
    anchors: dict[str, str] = {}
    for block, change in found:
        called = block.name if row in (GONE, NEW) else _called(block, names)
        anchors.setdefault(called, block.anchor)
        details.setdefault(called, Counter())[_detail(row, change)] += 1
    return Row(name=row_name(row, names), items=_items(details, anchors), lead=_lead(row, details, names))


def _lead(row: str, details: Collection[str], names: Names) -> str:
    """`point `, `march's points `; what points are called by their words needs no such word."""
    if row not in (GONE, NEW):
        return ""
    if any(one.startswith("\u201c") for one in details):
        return "" if row == GONE else say("map.in", paper=names.new) + " "
    paper = _stem(names.new)
    return say("map.points" if row == GONE else "map.points-of", count=len(details), paper=paper) + " "


def _called(block: Block, names: Names) -> str:
    """A point by its number in OLD; one of NEW alone says that it is."""
    if block.state == ONLY_NEW and block.numbers:
        return say("map.point-of", paper=_stem(names.new), point=block.name)
    return block.name


def _stem(name: str) -> str:
    """A file without its suffix."""
    stem, dot, suffix = name.rpartition(".")
    return stem if dot and stem and suffix.isalpha() else name


def _detail(row: str, change: Change) -> str:
    """What a row says of a change beside its point, as a part or a kind; empty where the row says it."""
    if change.kind in _DETAILED:
        return change.kind
    part = change.part or KINDS[change.kind].subject
    if row in (LEFT_OUT, PUT_IN):
        return part
    if part in _PLAIN_PARTS.get(row, ()) or row in (GONE, NEW, FIGURES, FORCE, SPLIT, REFERENCES, HOW_MANY, WHAT):
        return ""
    return part


def _items(details: Mapping[str, Counter[str]], anchors: Mapping[str, str]) -> tuple[Words, ...]:
    """Points with their details in brackets; runs of numbers folded where there are none."""
    if all(set(found) == {""} for found in details.values()):
        return _linked(number_runs(list(details)), anchors)
    return _linked(((_with_details(name, found), name) for name, found in details.items()), anchors)


def _linked(shown: Iterable[tuple[str, str]], anchors: Mapping[str, str]) -> tuple[Words, ...]:
    return tuple((Span(text=words, to=anchors.get(name, "")),) for words, name in shown)


def _with_details(name: str, found: Counter[str]) -> str:
    told = ", ".join(dict.fromkeys(_counted(detail, count) for detail, count in found.items() if detail))
    return f"{name} ({told})" if told else name


def _counted(detail: str, count: int) -> str:
    """`an exception`, `2 items`; what is no thing stays as it is."""
    if detail in _THINGS:
        return say(f"thing.{detail}", count=count)
    if detail in _DETAILED:
        return say(f"map.detail.{detail}") if detail.startswith(("modality", "status-disp")) else kind_meaning(detail)
    return called_part(detail)


def _to_read(found: Sequence[tuple[Block, Change]], names: Names) -> Row:
    """What people must read themselves: points, then lines outside of them."""
    anchors: dict[str, str] = {}
    for block, change in found:
        if KINDS[change.kind].subject == "wording":
            anchors.setdefault(_called(block, names), block.anchor)
    lines = sum(KINDS[change.kind].subject == "outside" for _, change in found)
    outside = say("map.lines-outside", count=lines) if lines else ""
    joined = say("map.and", more=outside) if anchors and outside else outside
    return Row(
        name=row_name(READ_BOTH, names), items=_linked(number_runs(list(anchors)), anchors),
        tail=joined + say("map.no-rule"),
    )  # fmt: skip


def _moved(shown: TwoTexts) -> Row | None:
    """Points that stand elsewhere though nothing before them came or went."""
    items = [
        "\u2192".join(", ".join(one_line(number or "\u2022") for number in side) for side in (change.old, change.new))
        for change in shown.diff.changes
        if change.kind == "provision-renumbered"
    ]
    return Row(name=row_name(MOVED, shown.names), items=tuple(map(plain, items))) if items else None


def _unknown(shown: TwoTexts) -> Row | None:
    """What one text has and the other, of which only a part was seen, does not."""
    gaps = shown.diff.unreported
    if not gaps:
        return None
    return Row(name=row_name(UNREPORTED, shown.names), items=unreported_points(gaps), tail=say("map.see-below"))


def unreported_points(gaps: Iterable[Unreported]) -> tuple[Words, ...]:
    """Points, or parts of them, that one side does not report: `4`, `5 (deadline)`."""
    found: dict[str, Counter[str]] = {}
    for gap in gaps:
        part = "" if gap.part is None and gap.term is None else gap.part or "term"
        found.setdefault(one_line(gap.number or gap.id), Counter())[part] += 1
    return _items(found, {})


def _same(shown: TwoTexts) -> Row | None:
    """How many differences of words were silenced, and where."""
    diff = shown.diff
    if not diff.silenced:
        return None
    called = {point.id: point_name(point) for point in (*diff.points_new, *diff.points_old)}
    where = dict.fromkeys(_place_of(one, called) for one in sorted(diff.silenced, key=_in_old_order(diff)))
    anchors = {block.name: block.anchor for block in reversed(shown.points)}
    items = _linked(number_runs([name for name in where if name]), anchors)
    if "" in where:
        items += (plain(say("map.outside")),)
    loud = any(change.kind not in QUIET for change in diff.changes)
    lead = say("map.other-differences" if loud else "map.differences", count=len(diff.silenced))
    name = row_name(SAME, shown.names)
    return Row(name=name, items=items, lead=f"{lead} ", tail=say("map.see"), command=explain_command(diff))


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
