"""What stands above a diff: the two papers, how they are known, and what their numbers of points prove."""

from plantrack.answers.counting import number_ranges
from plantrack.answers.names import witness_name
from plantrack.catalogue import say
from plantrack.corpus import Paper
from plantrack.differences.papers import Compared
from plantrack.model import Evidence, Version
from plantrack.model.readings import Reading
from plantrack.plain import one_line

_KNOWN = {
    ("official", "full_text"): "published", ("leaked", "full_text"): "leaked", ("briefed", "reported_only"): "briefed",
    ("reported", "reported_only"): "reported",
}  # fmt: skip
"""How a version is known, as a message."""


def header_rows(compared: Compared) -> list[list[str]]:
    """A row a paper: reference, title, how it is known."""
    return [
        [paper.ref, one_line(paper.version.title), known_words(paper.version)] for paper in (compared.old, compared.new)
    ]


def reading_words(reading: Reading) -> str:
    """What became of the words of a document: `412 words; 14 outside, 0 left out`, the first of them in points."""
    left = reading.words - reading.in_points - reading.outside
    return say("reading.words", count=reading.in_points, outside=reading.outside, left=left)


def known_words(version: Version) -> str:
    """How a version is known: `leaked; 12.c 13 known from reports only`."""
    if not version.version:
        return say("known.file" if version.text_basis == "full_text" else "known.excerpt")
    basis = version.text_basis.replace("_", " ")
    message = _KNOWN.get((version.publication, version.text_basis))
    known = say(f"known.{message}") if message else f"{version.publication}; {basis}"
    other = [
        provision.number
        for provision in version.provisions.values()
        if provision.text_basis not in (None, version.text_basis)
        and provision.number
        and not _inside(version, provision.parent)
    ]
    if not other:
        return known
    return say("known.in-summary", known=known, points=_listed(number_ranges(other).split()))


def _listed(numbers: list[str]) -> str:
    """Numbers as in a sentence: `12.c-f and 13`."""
    return say("and", a=", ".join(numbers[:-1]), b=numbers[-1]) if len(numbers) > 1 else numbers[0]


def _inside(version: Version, parent: str | None) -> bool:
    """Whether the point above is itself known otherwise than the version, so that its parts need no mention."""
    above = version.provisions.get(parent or "")
    return above is not None and above.text_basis not in (None, version.text_basis)


def count_sentences(compared: Compared) -> list[str]:
    """What the number of points proves, and who gives it."""
    bounds, claimed = compared.diff.bounds, compared.new.version.claimed_points
    if bounds is None or claimed is None:
        return []
    supporting, disputing = number_claims(compared.new)
    count = f"Points: {claimed.count}" + (f" ({supporting})" if supporting else "")
    count += f"; not settled, says {disputing}" if disputing else ""
    condition = f"If {claimed.count}, at" if disputing else "At"
    stand = "stands on its own" if bounds.gone_at_least == 1 else "stand on their own"
    gone = f"{condition} least {bounds.gone_at_least} of {compared.diff.old.points} no longer {stand}."
    identified = f"Reported gone and unopposed: {_list(bounds.identified)}."
    contested = f"Gone by some reports, or in part: {_list(bounds.contested)}."
    least, most = bounds.unidentified
    unnamed = f"{least} to {most}" if least != most else str(least)
    rest = f"So {unnamed} of those nobody has named." if most else "All of those were named."
    if not bounds.gone_at_least:
        gone = rest = ""
    return [" ".join(filter(None, [f"{count}.", gone, identified, contested, rest]))]


def number_claims(paper: Paper) -> tuple[str, str]:
    """Who gives the number of points of a paper, and who says that it is another or not settled; empty where nobody."""
    evidence = paper.version.claimed_points.evidence if paper.version.claimed_points else ()
    supporting, disputing = (
        _named(paper, [item for item in evidence if item.stance == stance]) for stance in ("supports", "disputes")
    )
    return supporting, disputing


def _named(paper: Paper, evidence: list[Evidence]) -> str:
    names = (witness_name(paper.corpus.actors, *paper.corpus.passage(item.passage)) for item in evidence)
    return ", ".join(dict.fromkeys(names))


def _list(numbers: tuple[str, ...]) -> str:
    return f"{len(numbers)} ({number_ranges(numbers)})" if numbers else "none"
