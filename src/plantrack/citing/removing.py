"""Take a passage off what rests on it, and out of its record: the inverse of citing."""

from plantrack.citing.passages import folder_of, place_of
from plantrack.corpus import Corpus
from plantrack.corpus.inspection import citing_places
from plantrack.errors import UnknownNameError, UsageError, quoted
from plantrack.model import Source
from plantrack.reading.documents import read_source, read_version
from plantrack.value import value
from plantrack.writing.edits import remove
from plantrack.writing.files import Edit, edit_files


@value
class Uncited:
    """What was taken back."""

    ref: str
    """`source#passage`."""
    place: str | None = None
    """What rests on it no more, as `provisions.id.claims.0.evidence`; None if only the record changed."""
    resting: tuple[str, ...] = ()
    """Where else something rests on it, as `plan@version: provision`; then it stays in its record."""
    removed: bool = False
    """Whether it was taken out of its source's record, too."""


def uncite(
    corpus: Corpus, ref: str, *, plan: str | None = None, provision: str | None = None, claim: int | None = None
) -> Uncited:
    """Take a passage off a provision or one of its reported states, and out of its record if nothing rests on it then.

    A passage that keeps no words stays in its record. All else in the files stays as it was: citing and taking back
    gives the same bytes.

    Args:
        corpus: The corpus, a folder.
        ref: `source#passage`.
        plan: A reference to a version of the corpus; None takes a passage on which nothing rests out of its record.
        provision: An id or number.
        claim: The index of the reported state; None for a provision without any.

    Raises:
        UnknownNameError: if there is no such source or passage.
        UsageError: if nothing there rests on it, or without `plan` something does.
        OutputError: if a file cannot be written.
    """
    source_id, _, passage_id = ref.partition("#")
    source, root = corpus.source(source_id), folder_of(corpus)
    if passage_id not in source.passages:
        raise UnknownNameError(kind="passage", name=passage_id, near=source.passages)
    uses = citing_places(corpus, ref)
    if plan is None or provision is None:
        if uses:
            expected = "--for PLAN#PROVISION, to take it off first"
            raise UsageError("something rests on this passage", found=", ".join(uses), expected=expected)
        edit_files([_out_of_record(corpus, source, passage_id)], root=root)
        return Uncited(ref=ref, removed=True)
    version, path = place_of(corpus, plan=plan, provision=provision, claim=claim)
    point = version.provisions[str(path[1])]
    evidence = point.evidence if claim is None else point.claims[claim].evidence
    number = next((at for at, item in enumerate(evidence) if item.passage == ref), None)
    if number is None:
        raise UsageError("it does not rest on this passage", found=quoted(ref), expected=", ".join(uses) or None)
    if claim is not None and len(evidence) == 1:
        what = "a reported state must rest on something, and this is all it rests on"
        raise UsageError(what, found=quoted(ref), expected="another passage cited for it first")
    file = root / "plans" / version.plan / f"{version.version}.yaml"

    def edit(text: str) -> str:
        changed = remove(text, path if len(evidence) == 1 else (*path, number))
        read_version(changed.encode(), file=str(file), plan=version.plan, version=version.version)
        return changed

    left = list(uses)
    left.remove(f"{version.plan}@{version.version}: {point.id}")
    gone = not left and source.passages[passage_id].quote is not None
    edits: list[Edit] = [(file, edit)]
    if gone:
        edits.append(_out_of_record(corpus, source, passage_id))
    edit_files(edits, root=root)
    return Uncited(ref=ref, place=".".join(map(str, path)), resting=tuple(left), removed=gone)


def _out_of_record(corpus: Corpus, source: Source, passage_id: str) -> Edit:
    path = folder_of(corpus) / "seeds" / f"{source.id}.yaml"

    def edit(text: str) -> str:
        record: Source = read_source(text.encode(), file=str(path), source=source.id).value
        changed = remove(text, ["passages"] if len(record.passages) == 1 else ["passages", passage_id])
        read_source(changed.encode(), file=str(path), source=source.id)
        return changed

    return path, edit
