"""What stands above and below the changes: the title, the two papers, and what was compared."""

from plantrack.corpus import Paper
from plantrack.differences.papers import Compared
from plantrack.plain import one_line
from plantrack.publishing.attributions import Demand
from plantrack.publishing.markup import arrowed
from plantrack.reporting.dates import human_date
from plantrack.reporting.footnotes import Footnotes
from plantrack.reporting.header import known_words
from plantrack.reporting.layout import shortened
from plantrack.reporting.markup import escaped
from plantrack.value import evolve

TITLE = 140
"""The most characters of a title."""
_ARTICLES = ("The ", "the ", "A ", "An ")
_RELATIONS = {
    "revision": "The new paper derives from the old one.",
    "reverse": "The old paper derives from the new one.",
    "comparison": "Neither paper derives from the other.",
}


def title_of(compared: Compared) -> str:
    """A title that says what the report says: of at most `TITLE` characters."""
    old, new = name_of(compared.old), name_of(compared.new)
    if compared.diff.clock == "knowledge":
        return _fitting(f"What was learned of {new}", new)
    if compared.diff.relation == "comparison":
        return _fitting(f"Where {old} and {new} differed", f"{old} and {new}")
    if compared.diff.new.text_basis != "full_text":
        said = "what was reported to have changed, and what was not"
        return _fitting(f"From {old} to {new}: {said}", f"{old} and {new}: what was reported to have changed")
    return _fitting(f"From {old} to {new}: what changed", f"{old} and {new}")


def title_of_many(papers: tuple[Paper, ...]) -> str:
    """The same for three papers and more."""
    first, last = name_of(papers[0]), name_of(papers[-1])
    return _fitting(f"From {first} to {last}, step by step: what changed", f"{first} to {last}, step by step")


def name_of(paper: Paper) -> str:
    """What a paper is called in a sentence, as Markdown: `the Geneva draft`, `Resolution 2202`, `old.md`."""
    title = escaped(paper.version.title)
    bare = paper.local or title.startswith(_ARTICLES) or any(word.isdigit() for word in title.split()[1:2])
    return title if bare else f"the {title}"


def _fitting(title: str, shorter: str) -> str:
    if len(title) > TITLE:
        title = shortened(shorter, TITLE)
    return title[:1].upper() + title[1:]


def heading_of(compared: Compared) -> str:
    """The heading of a step."""
    return f"{escaped(compared.old.version.title)} \u2192 {escaped(compared.new.version.title)}"


def papers_of(compared: Compared, notes: Footnotes, demand: Demand) -> tuple[tuple[str, str, str], ...]:
    """What each paper is, how it is known, and how it stands."""
    old, new = compared.old, compared.new
    rows = [
        ("Paper", _paper_words(old), _paper_words(new)),
        ("Known from", arrowed(known_words(old.version)), arrowed(known_words(new.version))),
        ("Standing", _standing(old, notes, demand), _standing(new, notes, demand)),
    ]
    return tuple(row for row in rows if any(row[1:]))


def _paper_words(paper: Paper) -> str:
    date = f", {human_date(paper.version.date)}" if paper.version.date else ""
    claimed = paper.version.claimed_points
    count = f"; reported as {claimed.count} points" if claimed and paper.version.text_basis != "full_text" else ""
    return escaped(paper.version.title) + date + count


def _standing(paper: Paper, notes: Footnotes, demand: Demand) -> str:
    version = paper.version
    if not version.version:
        return ""
    authors = [party for party in version.parties if party.role == "author"]
    contested = [item for party in authors for item in party.evidence]
    words = version.standing.replace("_", " ")
    if any(item.stance == "disputes" for item in contested):
        accounts = {item.passage: evolve(item, stance="supports", reason=None) for item in contested}
        words += "; who wrote it is contested" + notes.mark(paper.corpus, demand.of(accounts.values(), paper))
    signed = version.standing in ("signed", "in_force") or any(party.role == "signatory" for party in version.parties)
    return words if signed else words + "; nobody was reported to have signed"


def foot_of(compared: Compared) -> str:
    """How the papers stand to each other, and what exactly was compared."""
    old, new = (_code(side.ref) for side in (compared.diff.old, compared.diff.new))
    return f"{_relation(compared)} Compared: {old} and {new}."


def _relation(compared: Compared) -> str:
    if compared.diff.clock == "knowledge":
        return "What was learned of one paper; the paper did not change."
    if compared.old.local or compared.new.local:
        whole = all(paper.version.text_basis == "full_text" for paper in (compared.old, compared.new))
        return f"The new text was taken for the later state of the old one{', and both for whole' if whole else ''}."
    return _RELATIONS[compared.diff.relation]


def _code(ref: str) -> str:
    """A reference as code, or as text where it would end the code."""
    return escaped(ref) if "`" in ref else f"`{one_line(ref)}`"
