"""The plans and versions of a corpus, as text."""

from collections.abc import Iterable, Sequence

from plantrack.differences.bounds import points_of
from plantrack.model import Plan, Version
from plantrack.plain import one_line
from plantrack.reporting.dates import human_date
from plantrack.reporting.layout import columns


def list_as_text(plans: Iterable[tuple[Plan, Sequence[Version]]]) -> str:
    """A block a plan, a line a version, the oldest first."""
    rows: list[list[str]] = []
    heads: dict[int, list[str]] = {}
    for plan, versions in plans:
        heads.setdefault(len(rows), []).append(f"{plan.id}  {one_line(plan.title)}")
        for version in versions:
            points = points_of(version)
            count = "" if points is None else f"{points} pts"
            dated = "" if version.version == version.date else human_date(version.date)
            rows.append([f" {version.ref}", version.standing.replace("_", " "), _known(version), count or dated])
    if not heads:
        return "No plan is recorded.\n"
    shown: list[str] = []
    for index, line in enumerate([*columns(rows), None]):
        for head in heads.get(index, ()):
            shown += ["", head]
        shown += [line] if line is not None else []
    return "\n".join(shown[1:]) + "\n"


def _known(version: Version) -> str:
    """How a version is known, in two or three words."""
    basis = version.text_basis.replace("_", " ")
    return "reports only" if version.text_basis == "reported_only" else f"{version.publication}, {basis}"
