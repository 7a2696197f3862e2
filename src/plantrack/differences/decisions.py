"""Compare two papers from what a person decided before: points joined, kept apart, or read and found the same."""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path, PurePath
from unicodedata import normalize

from plantrack.corpus import Paper
from plantrack.differences.changes import KINDS
from plantrack.differences.fingerprints import fingerprint
from plantrack.differences.papers import Compared, compare_papers
from plantrack.differences.result import Change, Decided, Diff, Point, Silenced
from plantrack.errors import InputError, Problem, UnknownNameError
from plantrack.model.decisions import Decisions, HowRead, ReadSame
from plantrack.reading.documents import read_decisions
from plantrack.value import evolve
from plantrack.writing.documents import as_yaml
from plantrack.writing.files import write_file

RULE = "read and found the same"
"""The rule under which differences are listed that a person found to be none."""
_MAX_BYTES = 1_000_000
_KEPT = ("provision", "status")
"""Subjects of changes that no reading of two wordings does away with."""


def load_decisions(path: Path, *, old: str | None = None, new: str | None = None) -> Decisions:
    """The decisions of a file.

    Args:
        path: The file.
        old: The reference of the paper that is compared from; a file on other papers is refused. Not checked if None.
        new: The reference of the paper that is compared to.

    Raises:
        InputError: if it cannot be read, with everything that is wrong in it.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        what = f"cannot be read: {(error.strerror or 'unknown reason').lower()}"
        raise InputError([Problem(what=what, file=str(path))]) from None
    if len(data) > _MAX_BYTES:
        found, expected = f"{len(data):,} bytes", f"at most {_MAX_BYTES:,}"
        raise InputError([Problem(what="the file is too large", file=str(path), found=found, expected=expected)])
    names = (None if ref is None else paper_name(ref) for ref in (old, new))
    loaded: Decisions = read_decisions(data, file=str(path), old=next(names), new=next(names)).value
    return loaded


def save_decisions(decisions: Decisions, path: Path) -> None:
    """Write a file of decisions. Raises OutputError."""
    write_file(decisions_as_yaml(decisions), path)


def decisions_as_yaml(decisions: Decisions) -> str:
    """The text of a file of decisions; what nobody decided is left out."""
    held: dict[str, object] = {"schema": decisions.schema}
    held |= {"old": decisions.old, "new": decisions.new, "relation": decisions.relation}
    held |= {"match": decisions.match, "no_match": decisions.no_match, "read_same": decisions.read_same}
    held |= {"accepted": decisions.accepted}
    held["reading"] = {
        side: form
        for side, how in (("old", decisions.reading.old), ("new", decisions.reading.new))
        if how is not None and (form := _how_form(how))
    }
    return as_yaml({key: part for key, part in held.items() if part})


def _how_form(how: HowRead) -> Mapping[str, object]:
    form = {"as": how.taken_as, "points": how.points, "drop": list(how.drop)}
    return {key: part for key, part in form.items() if part}


def paper_name(ref: str) -> str:
    """What a file of decisions calls a paper: a file without its folders, any other paper by its reference."""
    return PurePath(ref).name or ref


def with_pairs(
    decisions: Decisions, *, match: Iterable[tuple[str, str]] = (), no_match: Iterable[tuple[str, str]] = ()
) -> Decisions:
    """The decisions with further pairs; what is said now beats what was said before."""
    joined, apart = tuple(match), tuple(no_match)
    return evolve(
        decisions,
        match=tuple(dict.fromkeys((*(pair for pair in decisions.match if pair not in apart), *joined))),
        no_match=tuple(dict.fromkeys((*(pair for pair in decisions.no_match if pair not in joined), *apart))),
    )


def with_read_same(decisions: Decisions, diff: Diff, pairs: Iterable[tuple[str, str]]) -> Decisions:
    """The decisions with pairs of points that were read and found the same, as their words are now.

    Raises:
        UnknownNameError: if a name is neither an id nor a number of its side.
    """
    read = list(decisions.read_same)
    for old, new in pairs:
        one, other = _named(diff.points_old, old, diff.old.ref), _named(diff.points_new, new, diff.new.ref)
        read = [known for known in read if (known.old, known.new) != (old, new)]
        read.append(ReadSame(old=old, new=new, digest=wordings_digest(one, other)))
    return evolve(decisions, read_same=tuple(read))


def compare_as_decided(
    old: Paper,
    new: Paper,
    decisions: Decisions,
    *,
    file: str = "",
    read_same: Sequence[tuple[str, str]] = (),
) -> tuple[Compared, Decisions]:
    """What changed from one paper to another, as far as a person did not decide it already.

    Args:
        old: The paper to compare from.
        new: The paper to compare to.
        decisions: What was decided.
        file: Where that is kept.
        read_same: Pairs that somebody says now to have read and found the same.

    Returns:
        The comparison, and the decisions with what was said now.

    Raises:
        PlantrackError: if a decision or evidence names what is not there.
    """
    compared = compare_papers(
        old, new, matched=_pairs(decisions.match), unmatched=_pairs(decisions.no_match), relation=decisions.relation
    )
    decided = with_read_same(decisions, compared.diff, read_same)
    diff = apply_decisions(compared.diff, decided, file=file)
    return evolve(compared, diff=diff, all_changes=diff.changes), decided


def apply_decisions(diff: Diff, decisions: Decisions, *, file: str = "") -> Diff:
    """The diff without differences between points that were read and found the same; it says what rests on that."""
    held: list[ReadSame] = []
    lapsed: list[tuple[str, str]] = []
    for read in decisions.read_same:
        one, other = _find(diff.points_old, read.old), _find(diff.points_new, read.new)
        if one is None or other is None or wordings_digest(one, other) != read.digest:
            lapsed.append((read.old, read.new))
        else:
            held.append(read)
            diff = _without_differences(diff, one, other)
    diff = evolve(diff, silenced=_in_old_order(diff))
    decided = Decided(
        file=file,
        matched=_pairs(decisions.match),
        unmatched=_pairs(decisions.no_match),
        read_same=tuple((read.old, read.new) for read in held),
        lapsed=tuple(lapsed),
        reading=tuple(side for side in ("old", "new") if file and getattr(decisions.reading, side) is not None),
        relation=decisions.relation if file else None,
    )
    return evolve(diff, decided=None if decided == Decided(file=file) else decided)


def _in_old_order(diff: Diff) -> tuple[Silenced, ...]:
    """Lines outside the points first, then points in OLD's order; what belongs to one point stays as it was."""
    places = {point.id: place for place, point in enumerate(diff.points_old)}
    end = len(places)

    def place(one: Silenced) -> int:
        return min((places[each] for each in one.old_ids if each in places), default=-1 if one.place else end)

    return tuple(sorted(diff.silenced, key=place))


def wordings_digest(old: Point, new: Point) -> str:
    """SHA-256 over the words of two points and their headings, whatever spaces stand between them."""
    parts = [normalize("NFC", " ".join((part or "").split())) for part in (old.title, old.text, new.title, new.text)]
    return sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _without_differences(diff: Diff, old: Point, new: Point) -> Diff:
    """The diff with every difference of words between two points as one that a person found to be none."""
    kept: list[Change] = []
    found: list[Silenced] = []
    for change in diff.changes:
        if not _is_between(change, old, new) or change.words is None or KINDS[change.kind].subject in _KEPT:
            kept.append(change)
        else:
            found.append(
                Silenced(
                    rule=RULE, words=change.words, old_ids=change.old_ids, new_ids=change.new_ids, old=change.old,
                    new=change.new, place=change.place,
                )
            )  # fmt: skip
    if found and not any(_is_between(change, old, new) for change in kept):
        reworded = Change(
            kind="provision-reworded", old_ids=(old.id,), new_ids=(new.id,), old=(old.number,), new=(new.number,),
            before=old.text, after=new.text,
        )  # fmt: skip
        kept.append(fingerprint(reworded))
    return evolve(diff, changes=tuple(kept), silenced=(*diff.silenced, *found))


def _is_between(change: Change, old: Point, new: Point) -> bool:
    """Whether a change is of these two points and of no other."""
    ids = set(change.old_ids), set(change.new_ids)
    return any(ids) and ids[0] <= {old.id} and ids[1] <= {new.id}


def _pairs(pairs: Iterable[Sequence[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((old, new) for old, new in pairs)


def _find(points: Iterable[Point], name: str) -> Point | None:
    """A point by id, else by number."""
    known = list(points)
    return next((point for point in known if point.id == name), None) or next(
        (point for point in known if point.number == name), None
    )


def _named(points: Iterable[Point], name: str, ref: str) -> Point:
    point = _find(points, name)
    if point is None:
        raise UnknownNameError(kind=f"point in {ref}", name=name, expected="an id or a number of that text")
    return point
