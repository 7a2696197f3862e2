"""Cut a passage out of a source's text, put it into the source's record, and let a statement rest on it."""

import re
from collections.abc import Collection, Sequence
from pathlib import Path

from plantrack.anchoring import PreparedText, count_words, find_words, make_passage
from plantrack.corpus import Corpus
from plantrack.corpus.corpus import PACKED
from plantrack.corpus.lookup import find_provision
from plantrack.corpus.papers import resolve
from plantrack.corpus.texts import FoundText, TextFolder, TextShelf, texts_folder
from plantrack.differences.states import letter_of
from plantrack.errors import InputError, Problem, UsageError, nearest_name, quoted
from plantrack.model import Passage, Provision, Source, Version
from plantrack.model.sources import QUOTED_WORDS
from plantrack.reading.documents import read_source, read_version
from plantrack.value import evolve, value
from plantrack.writing.edits import append_item, set_field
from plantrack.writing.files import Edit, edit_files

LEAST_WORDS = 4
"""Words that are cut shorter than they were given keep at least so many: one name alone says nothing."""
ID_WORDS = 5
_WORD = re.compile(r"[a-z0-9]+")
_BEARS = re.compile(r"\b\d|^\W*(?:no|not|never|nor|neither|none|without)\W*$|n['’]t\b", re.IGNORECASE)
"""A word on which a claim may rest and which a passage that is cut shorter must keep: a figure or a negation."""
_FILLERS = frozenset(
    "a an and at be by for from had has have in is it of on or that the their to was were will".split()
)


@value
class Cut:
    """A passage with the record it belongs to."""

    source: Source
    passage: Passage
    shortened: bool = False
    """Whether fewer words were taken than were given, as no more than twelve may be kept."""

    @property
    def ref(self) -> str:
        """`source#passage`."""
        return f"{self.source.id}#{self.passage.id}"


def cut_passage(
    corpus: Corpus,
    source_id: str,
    words: str,
    *,
    texts: Path | None = None,
    passage_id: str | None = None,
    paragraph: int | None = None,
    start: int | None = None,
) -> Cut:
    """Cut the shortest selector for some words of a source: quote, position, digest, and context only if needed.

    Args:
        corpus: Where the source's record is.
        source_id: The source.
        words: Words of its text, in any rendering of spaces, quotation marks and dashes.
        texts: A folder with texts; `$PLANTRACK_TEXTS`, else `seeds/texts`, if None.
        passage_id: What the passage is to be called; made of its words if None.
        paragraph: In which paragraph they stand, if they stand more than once.
        start: At which position they stand, likewise.

    Raises:
        UnknownNameError: if there is no such source.
        UsageError: if its text is not at hand, or the words stand nowhere or at several places.
        InputError: if the text is another one than was recorded.
    """
    source = corpus.source(source_id)
    text = _recorded_text(source, find_text(corpus, source, texts))
    chosen = words if count_words(words) <= QUOTED_WORDS else _shortest_run(text, words, paragraph, start)
    wanted = passage_id or _free_id(chosen, source.passages)
    passage = make_passage(text, chosen, id=wanted, start=None if chosen != words else start, paragraph=paragraph)
    return Cut(source=source, passage=passage, shortened=chosen != words)


def find_text(corpus: Corpus, source: Source, texts: Path | None) -> FoundText:
    """The text of a source, as far as it is at hand. Raises UsageError if the folder given is none."""
    folder = texts_folder(corpus.root, texts)
    return TextShelf(TextFolder(folder) if folder is not None else {}).find(source)


def _recorded_text(source: Source, found: FoundText) -> PreparedText:
    if found.text is None:
        what = f"the text of {source.id} is not at hand"
        raise UsageError(what, expected="its folder in --texts, $PLANTRACK_TEXTS or seeds/texts")
    if found.state == "changed":
        what = "another text than was recorded"
        expected = f"plantrack source add {found.file} --id {source.id} --reanchor"
        raise InputError([Problem(what=what, file=found.file, expected=expected)])
    return found.text


def _shortest_run(text: PreparedText, words: str, paragraph: int | None, start: int | None) -> str:
    """The shortest run that stands once and keeps each figure and negation, the first of several; else the longest.

    Raises:
        UsageError: if the words do not stand there, or their figures and negations are too far apart for one passage.
    """
    places = find_words(text, words)
    if not any(
        start in (None, place.start) and paragraph in (None, text.paragraph_at(place.start)) for place in places
    ):
        raise UsageError("these words do not stand there as whole words", found=quoted(words))
    split = words.split()
    kept = [number for number, word in enumerate(split) if _BEARS.search(word)] or [0]
    if kept[-1] - kept[0] >= QUOTED_WORDS:
        what = f"the figures and negations of these words do not fit into {QUOTED_WORDS} words"
        raise UsageError(what, found=quoted(words), expected=f"at most {QUOTED_WORDS} words that carry the claim")
    latest = len(split) if not _BEARS.search(split[kept[0]]) else kept[0] + 1
    for length in range(LEAST_WORDS, QUOTED_WORDS + 1):
        for first in range(min(latest, len(split) - length + 1)):
            run = " ".join(split[first : first + length])
            if first + length > kept[-1] and len(find_words(text, run)) == 1:
                return run
    first = max(0, kept[-1] - QUOTED_WORDS + 1)
    return " ".join(split[first : first + QUOTED_WORDS])


def _free_id(words: str, taken: Collection[str]) -> str:
    found = [word for word in _WORD.findall(words.casefold()) if word not in _FILLERS][:ID_WORDS]
    base = "-".join(found) or "passage"
    free, number = base, 2
    while free in taken:
        free, number = f"{base}-{number}", number + 1
    return free


def as_recorded(cut: Cut) -> Cut:
    """The same passage under the name it has already, if its source's record has it just so.

    Raises:
        UsageError: if its name is that of another passage.
    """
    for held in cut.source.passages.values():
        if evolve(held, id=cut.passage.id) == cut.passage:
            return evolve(cut, passage=held)
    if cut.passage.id in cut.source.passages:
        what = "a passage of this name is there already"
        raise UsageError(what, found=quoted(cut.passage.id), expected="another --id")
    return cut


def add_passage(corpus: Corpus, cut: Cut) -> None:
    """Put a passage at the end of its source's record; all else in the file stays as it was.

    Nothing happens if it is there just so.

    Raises:
        UsageError: if the corpus is no folder, or another passage of this name is there.
        UnknownNameError: if its chain or speaker names somebody who is not in actors.yaml.
        InputError: if the record would be wrong.
        OutputError: if it cannot be written.
    """
    edit_files(_adding(corpus, as_recorded(cut)), root=folder_of(corpus))


def _adding(corpus: Corpus, cut: Cut) -> list[Edit]:
    """The edit that adds a passage to the record as it is by then; it changes nothing where it has the passage."""
    _refuse_unknown(corpus, cut.passage)
    path = folder_of(corpus) / "seeds" / f"{cut.source.id}.yaml"

    def edit(text: str) -> str:
        record: Source = read_source(text.encode(), file=str(path), source=cut.source.id).value
        if record.passages.get(cut.passage.id) == cut.passage:
            return text
        as_recorded(evolve(cut, source=record))
        where = ["passages", cut.passage.id] if record.passages else ["passages"]
        changed = set_field(text, where, cut.passage if record.passages else {cut.passage.id: cut.passage})
        read_source(changed.encode(), file=str(path), source=cut.source.id)
        return changed

    return [(path, edit)]


def _refuse_unknown(corpus: Corpus, passage: Passage) -> None:
    known = [f"{actor.kind}:{actor.id}" for actor in corpus.actors.values()]
    for origin in passage.chain:
        if origin not in (*known, "unattributed"):
            near = nearest_name(origin, known)
            what = f"nobody in actors.yaml is called {origin}"
            raise UsageError(what, found=quoted(origin), expected=near or "outlet:, person:, group: or doc: and an id")
    if passage.speaker is not None and passage.speaker not in corpus.actors:
        near = nearest_name(passage.speaker, corpus.actors)
        raise UsageError("no such actor", found=quoted(passage.speaker), expected=near)


def let_rest(
    corpus: Corpus, cut: Cut, *, plan: str, provision: str, claim: int | None = None, stance: str = "supports"
) -> str:
    """Let a provision, or one of its reported states, rest on a passage; all else in the files stays as it was.

    The passage is put into its source's record, too, if it is not there; both new files are on the disk before either
    is put in place, the source first, so that nothing ever refers to what is not there.

    Args:
        corpus: The corpus, a folder.
        cut: The passage.
        plan: A reference to a version of the corpus.
        provision: An id or number.
        claim: The index of the reported state; None for a provision without any.
        stance: What the passage does for the statement.

    Returns:
        Where it was put, as `provisions.id.claims.0.evidence`.

    Raises:
        PlantrackError: if one of them is not there, or the file cannot be written.
    """
    root, cut = folder_of(corpus), as_recorded(cut)
    version, path = place_of(corpus, plan=plan, provision=provision, claim=claim)
    file = root / "plans" / version.plan / f"{version.version}.yaml"

    def edit(text: str) -> str:
        item = cut.ref if stance == "supports" else {"passage": cut.ref, "stance": stance}
        changed = append_item(text, path, item)
        read_version(changed.encode(), file=str(file), plan=version.plan, version=version.version)
        return changed

    _refuse_twice(version.provisions[str(path[1])], claim, cut.ref)
    edit_files([*_adding(corpus, cut), (file, edit)], root=root)
    return ".".join(map(str, path))


def place_of(
    corpus: Corpus, *, plan: str, provision: str, claim: int | None = None
) -> tuple[Version, Sequence[str | int]]:
    """The version, and where in it the evidence of a provision or of one state of it stands. Raises PlantrackError."""
    paper = resolve(plan, corpus)
    found = find_provision(paper, provision)
    if paper.local or paper.corpus is not corpus:
        raise UsageError("not a version of this corpus", found=quoted(plan), expected="PLAN or PLAN@VERSION")
    return paper.version, _claim_path(found.id, len(found.claims), claim)


def _claim_path(provision_id: str, claims: int, claim: int | None) -> Sequence[str | int]:
    if claims and claim is None:
        what = "this point has several reported states" if claims > 1 else "what is known of this point is a report"
        raise UsageError(what, found=provision_id, expected=f"--claim {_letters(claims)}")
    if claim is None:
        return ["provisions", provision_id, "evidence"]
    if claim >= claims:
        if not claims:
            what = "this point has no reported states to choose from"
            raise UsageError(what, found=provision_id, expected="no --claim")
        raise UsageError("no such reported state", found=letter_of(claim), expected=f"--claim {_letters(claims)}")
    return ["provisions", provision_id, "claims", claim, "evidence"]


def _letters(claims: int) -> str:
    """The reported states to choose from: `a`, `a or b`, `a to f`."""
    last = letter_of(claims - 1)
    return "a" if claims == 1 else f"a or {last}" if claims == 2 else f"a to {last}"


def _refuse_twice(provision: Provision, claim: int | None, ref: str) -> None:
    held = provision.evidence if claim is None else provision.claims[claim].evidence
    if any(item.passage == ref for item in held):
        raise UsageError("it rests on this passage already", found=quoted(ref))


def folder_of(corpus: Corpus) -> Path:
    """The folder of a corpus that can be written to; not that of the corpus packed in the wheel. Raises UsageError."""
    if corpus.root is None or corpus.files.label:
        raise UsageError("this corpus is no folder, so nothing can be written", expected="--corpus DIR")
    if corpus.root == PACKED:
        raise UsageError("the corpus that comes with the program is not written to", expected="--corpus DIR")
    return corpus.root


def described(cut: Cut, **fields: object) -> Cut:
    """The same passage with what a person says of it."""
    return evolve(cut, passage=evolve(cut.passage, **fields))
