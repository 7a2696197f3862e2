"""Cut a passage out of a source's text, put it into the source's record, and let a statement rest on it."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path

from plantrack.anchoring import PreparedText, count_words, find_words, make_passage
from plantrack.corpus import Corpus
from plantrack.corpus.finding import PACKED
from plantrack.corpus.lookup import find_provision
from plantrack.corpus.papers import resolve
from plantrack.corpus.texts import FoundText, TextFolder, TextShelf, texts_folder
from plantrack.differences.states import letter_of
from plantrack.errors import InputError, Problem, UsageError, nearest_name, quoted
from plantrack.language.capitals import sentence_starts
from plantrack.language.closed_words import is_closed
from plantrack.language.numbers import numbered
from plantrack.language.tokens import tokens_of
from plantrack.model import Evidence, Passage, Source, Version
from plantrack.model.sources import QUOTED_WORDS
from plantrack.reading.documents import read_source, read_version
from plantrack.value import evolve, value
from plantrack.writing.edits import append_item, set_field
from plantrack.writing.files import Edit, edit_files

LEAST_WORDS = 4
"""Words that are cut shorter than they were given keep at least so many: one name alone says nothing."""
ID_WORDS = 5
_WORD = re.compile(r"[a-z0-9]+")
_NEGATION = re.compile(r"^\W*(?:no|not|never|nor|neither|none|without)\W*$|n['’]t\b", re.IGNORECASE)
_MARKS = "\"'()[].,;:!?“”‘’"
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


@value
class Entered:
    """What became of what was to be entered."""

    place: str
    """Where it stands in the file, as `provisions.id.claims.0.evidence`."""
    is_new: bool
    """Whether anything was written; nothing is where all of it stands there already."""


def cut_passage(
    corpus: Corpus,
    source_id: str,
    words: str,
    *,
    texts: Path | None = None,
    passage_id: str | None = None,
    paragraph: int | None = None,
    start: int | None = None,
    force: bool = False,
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
        force: Whether words that are too many for one passage may lose a figure, a negation or a name.

    Raises:
        UnknownNameError: if there is no such source.
        UsageError: if its text is not at hand, or the words stand nowhere or at several places, or would lose what a
            claim may rest on.
        InputError: if the text is another one than was recorded.
    """
    source = corpus.source(source_id)
    text = _recorded_text(source, find_text(corpus, source, texts))
    chosen, place = words, start
    if count_words(words) > QUOTED_WORDS:
        chosen, place = _shortest_run(text, words, paragraph, start, force=force)
    wanted = passage_id or _free_id(chosen, source.passages)
    passage = make_passage(text, chosen, id=wanted, start=place, paragraph=paragraph if place is None else None)
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


def _shortest_run(
    text: PreparedText, words: str, paragraph: int | None, start: int | None, *, force: bool = False
) -> tuple[str, int | None]:
    """The shortest run that keeps each figure, negation and name, best one that stands once, and where it starts.

    The place is None where the words stand at several places and nobody said which.

    Raises:
        UsageError: if the words do not stand there, or what a claim may rest on does not fit into one passage.
    """
    places = [
        place
        for place in find_words(text, words)
        if start in (None, place.start) and paragraph in (None, text.paragraph_at(place.start))
    ]
    if not places:
        raise UsageError("these words do not stand there as whole words", found=quoted(words))
    held = text.text[places[0].start : places[0].end]
    split = [(found.start(), found.end()) for found in re.finditer(r"\S+", held)]
    bearing = _bearing(held, split)
    figures = [number for number, is_name in bearing.items() if not is_name] or [0]
    kept = sorted(bearing) or [0]
    if kept[-1] - kept[0] >= QUOTED_WORDS:
        if not force:
            lost = ", ".join(held[slice(*split[number])].strip(_MARKS) for number in kept)
            what = f"what these words name and count does not fit into {QUOTED_WORDS} words"
            raise UsageError(what, found=lost, expected=f"at most {QUOTED_WORDS} words of them, or --force")
        fitting = [one for one in sorted(figures) if one - min(figures) < QUOTED_WORDS]
        kept = [fitting[0], fitting[-1]]
    first_kept, last_kept = (kept[0], kept[-1]) if bearing else (len(split) - 1, 0)
    runs = [
        (first, first + length)
        for length in range(LEAST_WORDS, QUOTED_WORDS + 1)
        for first in range(max(0, last_kept - length + 1), min(first_kept, len(split) - length) + 1)
    ]
    slices = [(split[first][0], split[last - 1][1]) for first, last in runs]
    once = (one for one in slices if len(find_words(text, held[slice(*one)])) == 1)
    chosen = next(once, None)
    if chosen is not None:
        return held[slice(*chosen)], None
    chosen = slices[-1]
    return held[slice(*chosen)], places[0].start + chosen[0] if len(places) == 1 else None


def _bearing(held: str, split: Sequence[tuple[int, int]]) -> Mapping[int, bool]:
    """The words on which a claim may rest, by number: figures with what they count, and negations; true for names."""
    read = numbered(tokens_of(held))
    starts = sentence_starts(read.tokens)
    found: dict[int, bool] = {}
    for place, token in enumerate(read.tokens):
        number = next((at for at, (_, end) in enumerate(split) if token.start < end), len(split) - 1)
        if token.kind == "word" and token.capital and not starts[place] and token.low != "i":
            found.setdefault(number, True)
    for place, span in read.numbers.items():
        last = min(span.last, len(read.tokens) - 1)
        if is_closed(read.tokens[last].low) or read.tokens[last].kind == "mark":
            last = span.last - 1
        first_at, last_at = read.tokens[place].start, read.tokens[last].start
        found |= {at: False for at, (begin, end) in enumerate(split) if end > first_at and begin <= last_at}
    found |= {at: False for at, (begin, end) in enumerate(split) if _NEGATION.search(held[begin:end])}
    return found


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


def add_passage(corpus: Corpus, cut: Cut) -> bool:
    """Put a passage at the end of its source's record; all else in the file stays as it was.

    Returns:
        Whether it was written; it is not where it stands there just so.

    Raises:
        UsageError: if the corpus is no folder, or another passage of this name is there.
        UnknownNameError: if its chain or speaker names somebody who is not in actors.yaml.
        InputError: if the record would be wrong.
        OutputError: if it cannot be written.
    """
    return bool(edit_files([adding(corpus, as_recorded(cut))], root=folder_of(corpus)))


def adding(corpus: Corpus, cut: Cut) -> Edit:
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

    return path, edit


def _refuse_unknown(corpus: Corpus, passage: Passage) -> None:
    known = [f"{actor.kind}:{actor.id}" for actor in corpus.actors.values()]
    for origin in passage.chain:
        if origin not in (*known, "unattributed"):
            near = nearest_name(origin, known)
            what = f"nobody in actors.yaml is called {origin}"
            raise UsageError(
                what, found=quoted(origin), expected=near or "outlet:, person:, organisation:, group: or doc: and an id"
            )
    if passage.speaker is not None and passage.speaker not in corpus.actors:
        near = nearest_name(passage.speaker, corpus.actors)
        raise UsageError("no such actor", found=quoted(passage.speaker), expected=near)


def let_rest(
    corpus: Corpus, cut: Cut, *, plan: str, provision: str, claim: int | None = None, stance: str = "supports"
) -> Entered:
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

    Raises:
        UsageError: if it rests on the passage in another way.
        PlantrackError: if one of them is not there, or the file cannot be written.
    """
    cut = as_recorded(cut)
    version, path = place_of(corpus, plan=plan, provision=provision, claim=claim)
    item = Evidence(passage=cut.ref, stance=stance)

    def change(text: str, now: Version) -> str:
        evidence = evidence_at(now, path)
        return text if rests(evidence, item) else append_item(text, path, item)

    is_new = change_version(corpus, version, change, before=[adding(corpus, cut)])
    return Entered(place=".".join(map(str, path)), is_new=is_new)


def rests(evidence: Sequence[Evidence], item: Evidence) -> bool:
    """Whether a piece of evidence is there already. Raises UsageError if the same passage is there in another way."""
    held = next((one for one in evidence if one.passage == item.passage), None)
    if held is not None and held.stance != item.stance:
        what = "it rests on this passage already, in another way"
        raise UsageError(what, found=f"{held.passage}, {held.stance}", expected=f"--stance {held.stance}")
    return held is not None


def evidence_at(version: Version, path: Sequence[str | int]) -> tuple[Evidence, ...]:
    """What stands in a version where `place_of` says, or stood there."""
    point = version.provisions.get(str(path[1]))
    claims = point.claims if point is not None else ()
    if path[2] == "claims":
        return claims[int(path[3])].evidence if int(path[3]) < len(claims) else ()
    return point.evidence if point is not None else ()


def change_version(
    corpus: Corpus,
    version: Version,
    change: Callable[[str, Version], str],
    *,
    before: Sequence[Edit] = (),
    after: Sequence[Edit] = (),
) -> bool:
    """Change the file of a version, as it is by then.

    Args:
        corpus: The corpus, a folder.
        version: The version.
        change: From the file's text, and what it says, to what it is to be.
        before: What must be in place before it.
        after: What may change only when it is in place.

    Returns:
        Whether any file was written.

    Raises:
        PlantrackError: if a file cannot be written, or would be wrong.
    """
    root = folder_of(corpus)
    file = root / "plans" / version.plan / f"{version.version}.yaml"

    def read(text: str) -> Version:
        found: Version = read_version(text.encode(), file=str(file), plan=version.plan, version=version.version).value
        return found

    def edit(text: str) -> str:
        changed = change(text, read(text))
        read(changed)
        return changed

    return bool(edit_files([*before, (file, edit), *after], root=root))


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
