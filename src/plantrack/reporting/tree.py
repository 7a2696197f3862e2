"""The family tree of versions: which paper comes from which, across plans, rival papers of one process side by side."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from plantrack.model import Plan, Version
from plantrack.model.dates import date_order
from plantrack.plain import one_line
from plantrack.reporting.dates import human_date
from plantrack.reporting.layout import WIDTH, paragraph
from plantrack.value import field, value

_NO_PROCESS = "of no process"
_FROM_ABOVE = {"revises": "revised by", "answers": "answered by", "continues": "continued by"}
_DOWN, _FORK, _LAST = "\u2502", "\u251c\u2500", "\u2514\u2500"
_LEAST = 20
"""Characters a line of words has at least, however deep the tree."""


@value
class Family:
    """All versions, with those that come from each."""

    versions: Mapping[str, Version]
    """By reference, the oldest first."""
    children: Mapping[str, Sequence[str]] = field(factory=dict)
    """The versions that come first of all from one, the oldest first."""
    processes: Mapping[str, str] = field(factory=dict)
    """The process of each version."""


def tree_as_text(plans: Iterable[tuple[Plan, Sequence[Version]]], only: str | None = None) -> str:
    """The versions of a process below each other as they come from each other; rival papers stand side by side.

    A version that comes from several stands below the first, and names the others.

    Args:
        plans: All plans with their versions.
        only: A plan; only the papers that share a process or a line with it are shown.
    """
    family = gather_family(plans)
    roots = list(_roots(family))
    if only is not None:
        wanted = {family.processes[ref] for ref, version in family.versions.items() if version.plan == only}
        roots = [
            root
            for root in roots
            if any(family.processes[ref] in wanted or family.versions[ref].plan == only for ref in _line(root, family))
        ]
    lines: list[str] = []
    for process in sorted({family.processes[root] for root in roots}, key=lambda name: (name == _NO_PROCESS, name)):
        lines += [one_line(process), ""]
        for root in (root for root in roots if family.processes[root] == process):
            lines += _drawn(root, family, first="", rest="")
        lines.append("")
    return "\n".join(lines).rstrip() + "\n" if lines else "No versions.\n"


def gather_family(plans: Iterable[tuple[Plan, Sequence[Version]]]) -> Family:
    """Which version comes from which."""
    held = [(plan, version) for plan, versions in plans for version in versions]
    held.sort(key=lambda pair: (date_order(pair[1].date), pair[1].ref))
    versions = {version.ref: version for _, version in held}
    children: dict[str, list[str]] = {}
    for version in versions.values():
        parent = next((descent.version for descent in version.derived_from if descent.version in versions), None)
        if parent is not None:
            children.setdefault(parent, []).append(version.ref)
    processes = {version.ref: plan.process or _NO_PROCESS for plan, version in held}
    return Family(versions=versions, children=children, processes=processes)


def _roots(family: Family) -> Iterator[str]:
    """The versions that come from none, and one of every circle, each the oldest first."""
    below = {child for children in family.children.values() for child in children}
    shown: set[str] = set()
    for ref in (*(ref for ref in family.versions if ref not in below), *family.versions):
        if ref not in shown:
            shown |= set(_line(ref, family))
            yield ref


def _line(root: str, family: Family) -> list[str]:
    """A version and all that come from it."""
    line = [root]
    for ref in line:
        line += [child for child in family.children.get(ref, ()) if child not in line]
    return line


def _drawn(ref: str, family: Family, *, first: str, rest: str, above: tuple[str, ...] = ()) -> list[str]:
    """A version and all that come from it; `first` and `rest` stand before its first line and before the others."""
    version = family.versions[ref]
    others = [f"{descent.relation} {descent.version}" for descent in version.derived_from[1:]]
    words = "; ".join([f"{one_line(version.title)}, {human_date(version.date)}", *others])
    head, *more = paragraph(words, width=max(WIDTH - len(first) - len(ref) - 2, _LEAST))
    children = [child for child in family.children.get(ref, ()) if child not in (*above, ref)]
    gap = " " * (len(first) - len(rest) - 1 + len(ref) + 2)
    lines = [f"{first}{ref}  {head}", *(f"{rest}{_DOWN if children else ' '}{gap}{line}" for line in more)]
    for child in children:
        how = next(descent.relation for descent in family.versions[child].derived_from if descent.version == ref)
        last = child == children[-1]
        lines += _drawn(
            child,
            family,
            first=f"{rest}{_LAST if last else _FORK} {_FROM_ABOVE[how]} ",
            rest=f"{rest}{' ' if last else _DOWN}  ",
            above=(*above, ref),
        )
    return lines
