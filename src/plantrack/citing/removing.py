"""Take a passage off what rests on it, and out of its record: the inverse of citing."""

from typing import TYPE_CHECKING

from plantrack.citing.passages import change_version, evidence_at, folder_of, place_of
from plantrack.corpus import Corpus, find_corpus
from plantrack.corpus.inspection import citing_places
from plantrack.errors import UnknownNameError, UsageError, nearest_name, quoted
from plantrack.model import Source, Version
from plantrack.reading.documents import read_source
from plantrack.value import value
from plantrack.writing.edits import remove
from plantrack.writing.files import edit_file

if TYPE_CHECKING:
    from collections.abc import Sequence


@value
class Uncited:
    """What was taken back."""

    ref: str
    """`source#passage`."""
    place: str | None = None
    """What rested on it until now, as `provisions.id.claims.0.evidence`; None if nothing there did."""
    resting: tuple[str, ...] = ()
    """Where else something rests on it, as `plan@version: provision`; then it stays in its record."""
    removed: bool = False
    """Whether it was taken out of its source's record, too."""


def uncite(
    corpus: Corpus, ref: str, *, plan: str | None = None, provision: str | None = None, claim: int | None = None
) -> Uncited:
    """Take a passage off a provision or one of its reported states, and out of its record if nothing rests on it then.

    A passage that keeps no words stays in its record. All else in the files stays as it was: citing and taking back
    gives the same bytes. What is taken off already stays as it is.

    Args:
        corpus: The corpus, a folder.
        ref: `source#passage`.
        plan: A reference to a version of the corpus; None takes a passage on which nothing rests out of its record.
        provision: An id or number.
        claim: The index of the reported state; None for a provision without any.

    Raises:
        UnknownNameError: if there is no such source, or a passage has almost this name and none has it.
        UsageError: if without `plan` something rests on it, or a reported state rests on nothing else.
        OutputError: if a file cannot be written.
    """
    source_id, _, passage_id = ref.partition("#")
    source, root = corpus.source(source_id), folder_of(corpus)
    if passage_id not in source.passages and nearest_name(passage_id, source.passages):
        raise UnknownNameError(kind="passage", name=passage_id, near=source.passages)
    file = root / "seeds" / f"{source_id}.yaml"
    path: Sequence[str | int] = ()
    rested, left, removed = False, [], False

    def leave(text: str) -> str:
        """Out of the record as it is by then, unless something rests on it by then."""
        nonlocal left, removed
        left = citing_places(find_corpus(root), ref)
        if rested:
            left.remove(f"{version.ref}: {path[1]}")
        elif left and not path:
            expected = "--for PLAN#PROVISION, to take it off first"
            raise UsageError("something rests on this passage", found=", ".join(left), expected=expected)
        record: Source = read_source(text.encode(), file=str(file), source=source_id).value
        held = record.passages.get(passage_id)
        removed = held is not None and not left and (held.quote is not None or not path)
        if not removed:
            return text
        changed = remove(text, ["passages"] if len(record.passages) == 1 else ["passages", passage_id])
        read_source(changed.encode(), file=str(file), source=source_id)
        return changed

    if plan is None or provision is None:
        edit_file(file, leave, root=root)
        return Uncited(ref=ref, removed=removed)
    version, path = place_of(corpus, plan=plan, provision=provision, claim=claim)

    def change(text: str, now: Version) -> str:
        nonlocal rested
        evidence = evidence_at(now, path)
        number = next((at for at, item in enumerate(evidence) if item.passage == ref), None)
        rested = number is not None
        if number is None:
            return text
        if claim is not None and len(evidence) == 1:
            what = "a reported state must rest on something, and this is all it rests on"
            raise UsageError(what, found=quoted(ref), expected="another passage cited for it first")
        return remove(text, path if len(evidence) == 1 else (*path, number))

    change_version(corpus, version, change, after=[(file, leave)])
    return Uncited(ref=ref, place=".".join(map(str, path)) if rested else None, resting=tuple(left), removed=removed)
