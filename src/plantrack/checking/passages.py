"""Check that every passage stands where its record says."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from plantrack.anchoring import (
    STATES,
    Location,
    PreparedText,
    Reanchored,
    compare_passages,
    count_words,
    locate,
    words_digest,
)
from plantrack.checking.quotations import Quotations, quotation_problems, quoted_words
from plantrack.corpus.packing import stating
from plantrack.corpus.texts import TEXT_STATES, FoundText, TextShelf
from plantrack.errors import Problem
from plantrack.model import Passage, Source, Span
from plantrack.model.sources import QUOTED_WORDS
from plantrack.value import value


@value
class SourceCheck:
    """What was found of a source's text."""

    source: str
    state: str
    """One of `TEXT_STATES`."""
    file: str = ""


@value
class PassageCheck:
    """Where a passage stands."""

    ref: str
    """`source#passage`."""
    location: Location | None
    """None where the text is not at hand."""
    file: str = ""
    paragraph: int | None = None
    """Where the passage, or what resembles it most, begins now; None if nowhere."""


@value
class EvidenceCheck:
    """What became of all passages, and everything that is wrong with them."""

    sources: tuple[SourceCheck, ...] = ()
    passages: tuple[PassageCheck, ...] = ()
    """Those with a selector; a public page whose text was never at hand has none."""
    quotations: tuple[Quotations, ...] = ()
    """Of the sources that are quoted."""
    problems: tuple[Problem, ...] = ()
    remarks: tuple[Problem, ...] = ()
    """Texts that were saved anew since, and how many of their passages stand there."""

    @property
    def states(self) -> Mapping[str, int]:
        """How many passages are in each state that occurs, in the order of `STATES`; `unchecked` stands last."""
        counted = Counter(check.location.state if check.location else "unchecked" for check in self.passages)
        return {state: counted[state] for state in (*STATES, "unchecked") if counted[state]}


def check_passages(
    sources: Mapping[str, Source], texts: Mapping[str, str] | None = None, *, resting: Collection[str] | None = None
) -> EvidenceCheck:
    """Checks texts, selectors and the amount of quotation.

    Args:
        sources: The sources by id.
        texts: Texts by the path of their file; None or fewer than sources if not all are at hand.
        resting: `source#passage` of all passages on which something rests; only those may keep their words. None
            leaves that unchecked.

    Returns:
        The state of each source and passage, and all problems in the order of sources and passages. Whether the words
        bear out what rests on them is for people to check.
    """
    shelf = TextShelf(texts or {})
    checks: list[SourceCheck] = []
    passages: list[PassageCheck] = []
    quotations: list[Quotations] = []
    problems: list[Problem] = []
    remarks: list[Problem] = []
    for source in sources.values():
        found = shelf.find(source)
        checks.append(SourceCheck(source=source.id, state=found.state, file=found.file))
        anew = _found_anew(source, found)
        if found.state == "changed":
            remarks.append(_saved_anew(source, found, anew))
        anchored = frozenset().union(*(stating(source.passages, part) for part in ("quote", "position", "digest")))
        for passage in (source.passages[name] for name in source.passages if name in anchored):
            problems += _record_problems(source, passage)
            if passage.quote is None and passage.digest is None:
                continue
            check = _check(source, passage, found, anew.get(passage.id))
            passages.append(check)
            if not _stands(anew, passage.id):
                problems += _problems(source, passage, check, found.text)
        quoted = quoted_words(source, found.text)
        problems += quotation_problems(source, quoted, resting)
        if quoted.words:
            quotations.append(quoted)
    return EvidenceCheck(
        sources=tuple(checks), passages=tuple(passages), quotations=tuple(quotations), problems=tuple(problems),
        remarks=tuple(remarks),
    )  # fmt: skip


def _found_anew(source: Source, found: FoundText) -> Mapping[str, Reanchored]:
    """In a text that was saved anew, each passage with where it stands now, told from others by its neighbours."""
    if found.state != "changed" or found.text is None:
        return {}
    return {one.passage.id: one for one in compare_passages(source, found.text)}


def _stands(anew: Mapping[str, Reanchored], passage_id: str) -> bool:
    """Whether the same words stand in the text that was saved anew, so that its record needs but another place."""
    return passage_id in anew and anew[passage_id].now is not None


def _saved_anew(source: Source, found: FoundText, anew: Mapping[str, Reanchored]) -> Problem:
    standing = sum(_stands(anew, passage_id) for passage_id in anew)
    what = f"{TEXT_STATES['changed']}; {standing} of {len(anew)} passages stand there"
    if anew:
        what += ", and --reanchor writes where" if standing else ""
    return Problem(what=what, file=found.file, path=f"{source.id}.text.sha256")


def _check(source: Source, passage: Passage, found: FoundText, anew: Reanchored | None) -> PassageCheck:
    ref = f"{source.id}#{passage.id}"
    if found.text is None:
        return PassageCheck(ref=ref, location=None)
    location = anew.location if anew else locate(found.text, passage)
    place = _place(passage, location)
    paragraph = found.text.paragraph_at(place.start) if place else None
    return PassageCheck(ref=ref, location=location, file=found.file, paragraph=paragraph)


def _place(passage: Passage, location: Location) -> Span | None:
    """Returns where to look: the place, the first of several, what resembles it most, else where it used to stand."""
    if location.places:
        return location.places[0]
    return location.nearest or (passage.position if passage.quote is None else None)


def _record_problems(source: Source, passage: Passage) -> Iterator[Problem]:
    """Yields where the parts of a record contradict each other; needs no text."""
    path = f"{source.id}.passages.{passage.id}"
    quote, position = passage.quote, passage.position
    if position is not None and not 0 <= position.start < position.end:
        found = f"{position.start} to {position.end}"
        yield Problem(what="the position is no span of text", path=f"{path}.position", found=found)
    if quote is None:
        return
    if passage.digest is not None and words_digest(quote.exact) != passage.digest:
        yield Problem(what="the digest is not that of the quoted words", path=f"{path}.digest")
    if passage.words is not None and count_words(quote.exact) != passage.words:
        expected = str(count_words(quote.exact))
        yield Problem(
            what="not as many words as are quoted", path=f"{path}.words", found=str(passage.words), expected=expected
        )


def _problems(source: Source, passage: Passage, check: PassageCheck, text: PreparedText | None) -> Iterator[Problem]:
    location = check.location
    if location is None or text is None:
        return
    path = f"{source.id}.passages.{passage.id}"
    if location.state == "exact":
        if passage.paragraph not in (None, check.paragraph):
            yield Problem(
                what="another paragraph than recorded",
                file=check.file,
                path=f"{path}.paragraph",
                found=str(passage.paragraph),
                expected=str(check.paragraph),
            )
        return
    what = STATES[location.state] + (f": {location.why}" if location.why else "")
    place = _place(passage, location)
    yield Problem(
        what=what,
        file=check.file,
        line=text.text.count("\n", 0, place.start) + 1 if place else None,
        path=path,
        found=_shown(text, location, place, check.paragraph),
        expected=repr(passage.quote.exact) if passage.quote else None,
    )


def _shown(text: PreparedText, location: Location, place: Span | None, paragraph: int | None) -> str | None:
    """Returns what stands there now, in no more words than may be quoted."""
    if len(location.places) > 1:
        paragraphs = [text.paragraph_at(span.start) for span in location.places]
        return "it in paragraphs " + ", ".join(str(number) for number in dict.fromkeys(paragraphs))
    if place is None:
        return None
    words = text.text[place.start : place.end].split()
    shown = " ".join(words[:QUOTED_WORDS]) + (" ..." if len(words) > QUOTED_WORDS else "")
    return f"{shown!r} in paragraph {paragraph}"
