"""What the mere count of points proves."""

from collections.abc import Iterable

from plantrack.corpus.packing import stating
from plantrack.differences.result import Bounds, Change
from plantrack.model import Version

GONE = frozenset({"provision-removed", "provision-moved-out"})


def points_of(version: Version) -> int | None:
    """How many top-level points a version has: as claimed, else as listed; None where only reports are known."""
    if version.claimed_points is not None:
        return version.claimed_points.count
    if version.text_basis != "full_text":
        return None
    points = version.provisions
    return len(stating(points, "number") - stating(points, "parent") - stating(points, "wording"))


def top_level_numbers(version: Version) -> list[str]:
    """The numbers of the points that stand in a version on their own."""
    return [
        provision.number
        for provision in version.provisions.values()
        if provision.parent is None and provision.number is not None and provision.wording == "in_text"
    ]


def count_bounds(old: Version, new: Version, changes: Iterable[Change], spoken_of: Iterable[str]) -> Bounds | None:
    """How many points are gone at the least, and how many of those nobody has named.

    Args:
        old: The older version, whose points are known.
        new: The newer one.
        changes: What is known to have changed.
        spoken_of: Ids of old provisions that are said to be going, by some or in part.

    Returns:
        None where the newer text was seen, or its number of points is not known: then there is nothing to bound.
    """
    before, after = points_of(old), points_of(new)
    if new.text_basis == "full_text" or before is None or after is None or old.text_basis != "full_text":
        return None
    numbers = top_level_numbers(old)
    surely = {
        provision_id
        for change in changes
        if change.kind in GONE and change.certainty in ("certain", "unopposed") and not change.partly
        for provision_id in change.old_ids
    }
    identified = [number for number in numbers if _whole_point_in(old, number, surely)]
    touched = {_top_number(old, provision_id) for provision_id in spoken_of}
    touched |= {_top_number(old, provision_id) for c in changes if c.kind in GONE for provision_id in c.old_ids}
    contested = [number for number in numbers if number in touched and number not in identified]
    gone = max(before - after, 0)
    most = max(gone - len(identified), 0)
    return Bounds(
        gone_at_least=gone,
        identified=tuple(identified),
        contested=tuple(contested),
        unidentified=(max(most - len(contested), 0), most),
    )


def _top_number(version: Version, provision_id: str) -> str | None:
    provision = version.provisions[provision_id]
    while provision.parent is not None and provision.parent in version.provisions:
        provision = version.provisions[provision.parent]
    return provision.number


def _whole_point_in(version: Version, number: str, ids: set[str]) -> bool:
    for provision in version.provisions.values():
        if provision.parent is None and provision.number == number:
            children = [child.id for child in version.provisions.values() if child.parent == provision.id]
            return provision.id in ids or (bool(children) and all(child in ids for child in children))
    return False
