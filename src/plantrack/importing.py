"""A document to a version that a person can go on curating."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path

from plantrack import vocabulary
from plantrack.corpus import Corpus, Paper, parse_reference
from plantrack.corpus.papers import is_document_reference, resolve
from plantrack.documents.characters import normalise
from plantrack.documents.options import ReadOptions
from plantrack.errors import Problem, UsageError, one_of
from plantrack.language.closed_words import phrase_at
from plantrack.language.tokens import tokens_of
from plantrack.matching import match_provisions
from plantrack.model import Provision, Version
from plantrack.model.dates import EXPECTED, date_bounds, date_order
from plantrack.model.fields import PointNumber, marks_of
from plantrack.value import evolve, value

ID_WORDS = 4
"""How many words of a text an id is made of."""
SURE = 0.75
"""How alike two points must be for one to take the id of the other; what is only like stays to be decided."""
_CERTAIN = frozenset({"id", "lineage", "same-text", "text"})
_SLUG = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+)*")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_NUMBER = re.compile(marks_of(PointNumber)[1][0].regex)


@value
class Imported:
    """A version made from a document."""

    version: Version
    recognised: tuple[str, ...] = ()
    """Ids that the plan's family already knew."""
    remarks: tuple[Problem, ...] = ()
    """What was read with doubt, with lines, and what the version cannot hold."""
    is_newest: bool = False
    """In the corpus it is the newest version of its plan, which other commands then take."""
    next_steps: tuple[str, ...] = ()
    """What is left to do, a sentence each."""


def import_text(
    path: str | Path,
    *,
    plan: str,
    version: str,
    corpus: Corpus,
    date: str | None = None,
    publication: str | None = None,
    newest: bool = False,
    options: ReadOptions | None = None,
) -> Imported:
    """A version from a document, with ids proposed from the words and known ones where the match is sure.

    Args:
        path: The document.
        plan: The plan it is a version of; need not be in the corpus yet.
        version: What the version is called.
        corpus: Where the plan's family is looked for.
        date: The version's date (EDTF); its name, if None.
        publication: How it was published; left for the curator if None.
        newest: It may become the newest version of a plan that has others.
        options: How the document is read.

    Raises:
        UsageError: if plan or version is no name for a file, the date is none, or it would be the newest unasked.
        InputError: if the document cannot be read, or has no words.
    """
    _check_names(plan, version, publication)
    dated = date or version
    if date_bounds(dated) is None:
        raise UsageError("no date", found=repr(dated), expected=f"{EXPECTED}, as the version or with --date")
    is_newest = _refuse_newest(plan, version, dated, corpus, newest=newest)
    if not is_document_reference(parse_reference(str(path))):
        raise UsageError("not a document", found=repr(str(path)), expected="a text, Word, PDF or web page")
    paper = resolve(str(path), corpus, options=options)
    known = _recognised(paper, plan, corpus)
    ids = _ids(paper.version.provisions.values(), known)
    provisions = {
        ids[provision.id]: _kept(provision, ids[provision.id], ids.get(provision.parent or ""))
        for provision in paper.version.provisions.values()
    }
    made = evolve(
        paper.version, plan=plan, version=version, date=dated, provisions=provisions,
        title=_title_on_file(paper.version.title), publication=publication or "reported",
    )  # fmt: skip
    return Imported(
        version=made, recognised=tuple(known.values()), remarks=(*paper.remarks, *_left_out(paper)),
        is_newest=is_newest, next_steps=tuple(_next_steps(made, publication, corpus)),
    )  # fmt: skip


def _check_names(plan: str, version: str, publication: str | None) -> None:
    for what, name in (("plan", plan), ("version", version)):
        if not _SLUG.fullmatch(name):
            expected = "lower-case letters, digits and hyphens"
            raise UsageError(f"not a name for a {what}", found=repr(name), expected=expected)
    if publication is not None and publication not in vocabulary.PUBLICATIONS:
        raise UsageError("not a publication", found=repr(publication), expected=one_of(vocabulary.PUBLICATIONS))


def _refuse_newest(plan: str, version: str, date: str, corpus: Corpus, *, newest: bool) -> bool:
    """Whether a version of this date is the newest of its plan; refused where others are there and nobody asked."""
    held = corpus.versions(plan) if plan in corpus.plan_ids else ()
    others = [one for one in held if one.version != version]
    is_newest = all(date_order(other.date) <= date_order(date) for other in others)
    if others and is_newest and not newest:
        what = f"this would be the newest version of {plan}, which every command takes that names the plan alone"
        raise UsageError(what, found=repr(date), expected=f"--newest, or a --date before {others[-1].date}")
    return is_newest


def _title_on_file(title: str) -> str:
    """A title, which may be the name of a file, without what no file of a corpus may hold."""
    return normalise(title.encode("utf-8", "replace").decode()).strip() or "[title not recorded]"


def _kept(provision: Provision, name: str, parent: str | None) -> Provision:
    """A provision as its file can hold it."""
    number = provision.number if provision.number and _NUMBER.fullmatch(provision.number) else None
    return evolve(provision, id=name, number=number, parent=parent, variants=())


def _left_out(paper: Paper) -> Iterable[Problem]:
    """What a version has no place for."""
    count = len(paper.outside)
    if count:
        lines = "1 line outside the points is" if count == 1 else f"{count} lines outside the points are"
        read = paper.reading
        left = f", {read.words - read.in_points - read.outside:,} left out as no part of it" if read else ""
        words = f" ({read.in_points:,} words in points, {read.outside:,} outside{left})" if read else ""
        what = f"{lines} not in the version, which holds points only{words}"
        yield Problem(what=what, file=paper.asked, expected=f"plantrack outline {paper.asked} shows them")


def _next_steps(made: Version, publication: str | None, corpus: Corpus) -> Iterable[str]:
    folder = f"plans/{made.plan}/"
    if made.plan not in corpus.plan_ids:
        yield f"start the plan: plantrack new plan {made.plan}"
    yield f"put the file at {folder}{made.version}.yaml and give each point a summary and topics"
    if publication is None:
        words = one_of(vocabulary.PUBLICATIONS).removeprefix("one of ")
        yield f"say how the paper came out (publication: {words}) and who proposed it (parties)"
    yield "record where the text is from: plantrack source add, then plantrack cite"
    yield "then plantrack check"


def _recognised(paper: Paper, plan: str, corpus: Corpus) -> dict[str, str]:
    """Local ids to ids of the family: the newest version first, each id once, and only where the pair is sure."""
    found: dict[str, str] = {}
    text = list(paper.version.provisions.values())
    for relative in _family(plan, corpus):
        older = [one for one in relative.provisions.values() if one.id not in found.values()]
        newer = [one for one in text if one.id not in found]
        for match in match_provisions(older, newer, local=True):
            sure = match.by in _CERTAIN or match.score >= SURE
            if sure and len(match.old_ids) == len(match.new_ids) == 1:
                found[match.new_ids[0]] = match.old_ids[0]
    return found


def _family(plan: str, corpus: Corpus) -> list[Version]:
    """The versions of the plan, then of the plans of its process, the newest first."""
    if plan not in corpus.plan_ids:
        return []
    process = corpus.plan(plan).process
    others = [one for one in corpus.plan_ids if one != plan and process and corpus.plan(one).process == process]
    return [version for one in (plan, *others) for version in reversed(corpus.versions(one))]


def _ids(provisions: Iterable[Provision], known: Mapping[str, str]) -> dict[str, str]:
    """An id for every local one: the known one, else words of the title or text, made unique by a number."""
    taken = set(known.values())
    ids = dict(known)
    times: dict[str, int] = {}
    for provision in provisions:
        if provision.id not in ids:
            proposed = _proposed(provision)
            unique = proposed
            while unique in taken:
                times[proposed] = times.get(proposed, 1) + 1
                unique = f"{proposed}-{times[proposed]}"
            ids[provision.id] = unique
            taken.add(unique)
    return ids


def _proposed(provision: Provision) -> str:
    words = _telling_words(provision.title or "") or _telling_words((provision.text or "")[:500])
    slug = _NOT_SLUG.sub("-", "-".join(words)).strip("-")
    return slug or f"point-{_NOT_SLUG.sub('-', (provision.number or provision.id).lower()).strip('-') or 'unnumbered'}"


def _telling_words(text: str) -> list[str]:
    """The first words that are no words of a closed class, in plain letters."""
    tokens = tokens_of(text)
    words: list[str] = []
    place = 0
    while place < len(tokens) and len(words) < ID_WORDS:
        phrase = phrase_at(tokens, place)
        if phrase is not None:
            place = max(phrase.last, place + 1)
            continue
        if tokens[place].kind == "word":
            plain = unicodedata.normalize("NFKD", tokens[place].low).encode("ascii", "ignore").decode()
            words += [plain] if plain.strip("'") else []
        place += 1
    return words
