"""What joined the points of two papers, as text."""

from collections.abc import Mapping

from plantrack.differences.papers import Compared
from plantrack.model import Provision
from plantrack.plain import one_line
from plantrack.reporting.layout import hanging
from plantrack.reporting.names import provision_name


def matches_as_text(compared: Compared) -> str:
    """A block a pair or group: by what it was joined, how strongly, and why; then the points that stand alone."""
    old, new = compared.old.version.provisions, compared.new.version.provisions
    lines = ["MATCHED"]
    for match in compared.diff.matches:
        points = f" {_names(match.old_ids, old)} = {_names(match.new_ids, new)}"
        why = f": {'; '.join(match.why)}" if match.why else ""
        lines += hanging(points, one_line(f"by {match.by}, {match.score:.2f}{why}"), column=16)
    joined = {one for match in compared.diff.matches for one in match.old_ids}
    joined_new = {one for match in compared.diff.matches for one in match.new_ids}
    alone = (
        ("ONLY IN OLD", [one for one in old if one not in joined], old),
        ("ONLY IN NEW", [one for one in new if one not in joined_new], new),
    )
    for title, ids, provisions in alone:
        if ids:
            lines += hanging(title, _names(ids, provisions), column=16)
    return "\n".join(lines) + "\n"


def _names(ids: "tuple[str, ...] | list[str]", provisions: Mapping[str, Provision]) -> str:
    return " ".join(one_line(provision_name(provisions[one])) for one in ids)
