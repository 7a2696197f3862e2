"""The answers to `list`: the plans of a corpus with their versions, and which version comes from which."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from plantrack.answers.dates import human_date
from plantrack.answers.forms import Form, Key
from plantrack.answers.tree import Answer, Block, Branch, Branches, Heading, Paragraph, Span, Table, plain
from plantrack.catalogue import language, named, say
from plantrack.differences.bounds import points_of
from plantrack.model import Descent, Plan, Version
from plantrack.model.dates import date_order
from plantrack.plain import one_line
from plantrack.value import field, value

_HEADS = ("plan", "version", "standing", "known", "points", "date", "title-head", "date", "comes-from")
_ONLY_SHOWN, _ONLY_DATA = (5,), (6, 7, 8)


def answer_list(plans: Iterable[tuple[Plan, Sequence[Version]]]) -> Answer:
    """A line a version below its plan, the oldest first."""
    plans = tuple(plans)
    rows = tuple(tuple(map(plain, _cells(plan, version))) for plan, versions in plans for version in versions)
    heads = tuple(say(f"list.{head}") for head in _HEADS)
    table = Table(heads=heads, rows=rows, bare=True, grouped=True, only_data=_ONLY_DATA, only_shown=_ONLY_SHOWN)
    empty = [f"{plan.id}  {one_line(plan.title)}: {say('list.no-version')}" for plan, versions in plans if not versions]
    blocks: list[Block] = [table] if rows else []
    blocks += [Paragraph(words=plain(one)) for one in (empty if plans else [say("list.no-plan")])]
    return Answer(title=say("list.title"), blocks=tuple(blocks), language=language())


def _cells(plan: Plan, version: Version) -> Iterator[str]:
    yield f"{plan.id}  {one_line(plan.title)}"
    yield version.ref
    yield named("word", version.standing, version.standing.replace("_", " "))
    yield basis_words(version)
    points = points_of(version)
    yield say("count.points", count=points) if points else ""
    yield _unlike_its_name(version)
    yield one_line(version.title)
    yield version.date or ""
    yield "; ".join(f"{descent.relation} {descent.version}" for descent in version.derived_from)


def _unlike_its_name(version: Version) -> str:
    """The date of a version, as far as its name does not say it."""
    return "" if version.version == version.date else human_date(version.date)


def basis_words(version: Version) -> str:
    """How a version is known, in a few words: `leaked, whole text`."""
    if version.text_basis == "reported_only":
        return say("basis.reported_only")
    known = named("word", version.publication, version.publication)
    return f"{known}, {say(f'basis.{version.text_basis}')}"


@value
class Family:
    """All versions, with those that come from each."""

    versions: Mapping[str, Version]
    """By reference, the oldest first."""
    children: Mapping[str, Sequence[str]] = field(factory=dict)
    """The versions that come first of all from one, the oldest first."""
    processes: Mapping[str, str] = field(factory=dict)
    """The process of each version; empty where it is of none."""


def answer_family(plans: Iterable[tuple[Plan, Sequence[Version]]], only: str | None = None) -> Answer:
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
    blocks: list[Block] = []
    for process in sorted({family.processes[root] for root in roots}, key=lambda name: (not name, name)):
        blocks.append(Heading(words=(Span(text=one_line(process) or say("family.no-process"), mark="strong"),)))
        shown = (one for root in roots if family.processes[root] == process for one in _branches(root, family))
        blocks.append(Branches(branches=tuple(shown), drawn=True))
    if not blocks:
        blocks.append(Paragraph(words=plain(say("list.no-version-at-all"))))
    return Answer(title=say("family.title"), blocks=tuple(blocks), language=language())


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
    processes = {version.ref: plan.process or "" for plan, version in held}
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


def _branches(ref: str, family: Family, above: tuple[str, ...] = ()) -> Iterator[Branch]:
    """A version and all that come from it, each with how it does."""
    version, parent = family.versions[ref], above[-1] if above else None
    how = [descent.relation for descent in version.derived_from if descent.version == parent]
    others = [f"{descent.relation} {descent.version}" for descent in version.derived_from[1:]]
    words = "; ".join([f"{ref}  {one_line(version.title)}, {human_date(version.date)}", *others])
    yield Branch(words=plain(words), label=say(f"family.{how[0]}") if how else "", depth=len(above))
    for child in family.children.get(ref, ()):
        if child not in (*above, ref):
            yield from _branches(child, family, (*above, ref))


class Listed(NamedTuple):
    """A plan and its versions."""

    plan: Plan
    versions: tuple[Version, ...]
    """The oldest first."""


class Listing(NamedTuple):
    """Plans and their versions."""

    plans: tuple[Listed, ...]
    """By id."""


LIST = Form(
    "list", Listing, "plans", holds=[Form(
        "plan", Listed, "id=plan.id title=plan.title process=plan.process versions", holds=[Form(
            "version", Version, "ref title standing publication text_basis date?",
            Key("points", int | None, points_of, "Its points, as claimed, else as counted; or null."), "derived_from",
            holds=[Form("descent", Descent, "ref=version relation")],
        )],
    )],
)  # fmt: skip
"""What `list` gives as JSON."""
