"""A text with numbered points to a version that a person can go on curating."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from plantrack.corpus import Corpus, Paper, resolve
from plantrack.differences.understanding import understand
from plantrack.errors import Problem, UsageError
from plantrack.extraction.nouns import STOP
from plantrack.matching import match_provisions
from plantrack.model import Provision, Version
from plantrack.model.dates import EXPECTED, date_bounds
from plantrack.value import evolve, value

ID_WORDS = 4
"""How many words of a text an id is made of."""
_SLUG = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+)*")
_WORD = re.compile(r"[^\W\d_]+")
_MODALS = frozenset({"be", "can", "may", "must", "not", "shall", "should", "will", "would"})
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


@value
class Imported:
    """A version made from a text."""

    version: Version
    recognised: tuple[str, ...] = ()
    """Ids that the plan's family already knew."""
    remarks: tuple[Problem, ...] = ()
    """What was not understood of the text, with lines."""


def import_text(path: str | Path, *, plan: str, version: str, corpus: Corpus, date: str | None = None) -> Imported:
    """A version from a text, with ids proposed from the words and known ones where the match is one-to-one.

    Args:
        path: The text, Markdown or plain.
        plan: The plan it is a version of; need not be in the corpus yet.
        version: What the version is called.
        corpus: Where the plan's family is looked for.
        date: The version's date (EDTF); its name, if None.

    Raises:
        UsageError: if plan or version is no name for a file, or the date is none.
        InputError: if the text cannot be read, or has no points.
    """
    for what, name in (("plan", plan), ("version", version)):
        if not _SLUG.fullmatch(name):
            expected = "lower-case letters, digits and hyphens"
            raise UsageError(f"not a name for a {what}", found=repr(name), expected=expected)
    dated = date or version
    if date_bounds(dated) is None:
        raise UsageError("no date", found=repr(dated), expected=f"{EXPECTED}, as the version or with --date")
    paper = resolve(str(path), corpus)
    if not paper.local:
        raise UsageError("not a text with numbered points", found=repr(str(path)), expected="a .md or .txt file")
    known = _recognised(paper, plan, corpus)
    ids = _ids(paper.version.provisions.values(), known)
    provisions = {
        ids[provision.id]: evolve(provision, id=ids[provision.id], parent=ids.get(provision.parent or ""))
        for provision in paper.version.provisions.values()
    }
    made = evolve(paper.version, plan=plan, version=version, date=dated, provisions=provisions)
    return Imported(version=made, recognised=tuple(known.values()), remarks=paper.remarks)


def _recognised(paper: Paper, plan: str, corpus: Corpus) -> dict[str, str]:
    """Local ids to ids of the family: the newest version first, each id once, and only one-to-one matches."""
    found: dict[str, str] = {}
    text = understand(paper.version, corpus.actors)
    for relative in _family(plan, corpus):
        older = [p for p in understand(relative, corpus.actors).provisions.values() if p.id not in found.values()]
        newer = [provision for provision in text.provisions.values() if provision.id not in found]
        for match in match_provisions(older, newer, local=True):
            if len(match.old_ids) == len(match.new_ids) == 1:
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
    for provision in provisions:
        if provision.id not in ids:
            proposed = _proposed(provision)
            unique, count = proposed, 2
            while unique in taken:
                unique, count = f"{proposed}-{count}", count + 1
            ids[provision.id] = unique
            taken.add(unique)
    return ids


def _proposed(provision: Provision) -> str:
    words = [word for word in _WORD.findall(provision.title or provision.text or "") if _tells(word)][:ID_WORDS]
    slug = _NOT_SLUG.sub("-", "-".join(words).lower()).strip("-")
    return slug or f"point-{_NOT_SLUG.sub('-', (provision.number or provision.id).lower()).strip('-') or 'unnumbered'}"


def _tells(word: str) -> bool:
    return word.casefold() not in STOP and word.casefold() not in _MODALS
