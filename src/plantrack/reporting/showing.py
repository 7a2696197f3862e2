"""One version, or one point of it, as text: what it says and who says so."""

from collections.abc import Mapping, Sequence

from plantrack.corpus import Corpus, Paper
from plantrack.corpus.shaken import lost_its_ground
from plantrack.differences.bounds import points_of
from plantrack.differences.lost_grounds import lost_sentences, lost_statements
from plantrack.differences.parts import PARTS, value_form
from plantrack.differences.states import letter_of
from plantrack.model import Actor, Claim, Evidence, Provision, Term, Version
from plantrack.plain import one_line
from plantrack.reporting.dates import human_date
from plantrack.reporting.layout import count_of, hanging, paragraph
from plantrack.reporting.messages import led_words, value_words
from plantrack.reporting.names import actor_name, actor_names, provision_label, provision_name, witness_name
from plantrack.reporting.states import LOST

_LEAVING = frozenset("withdraw leave depart retreat evacuate".split())
"""Acts of which the place is where they lead from."""


def version_as_text(paper: Paper) -> str:
    """A version: its header, and a line a point."""
    version, actors = paper.version, paper.corpus.actors
    points = points_of(version)
    count = "" if points is None else f", {count_of(points, 'point')}"
    if version.claimed_points is not None and any(e.stance == "disputes" for e in version.claimed_points.evidence):
        count += " (disputed)"
    known = f"{version.publication}, {version.text_basis.replace('_', ' ')}"
    if version.text_basis == "reported_only":
        known = "told to reporters" if version.publication == "briefed" else "known from reports only"
    dated = human_date(version.date) if version.date else ""
    described = ", ".join(filter(None, [dated, version.standing.replace("_", " "), known]))
    lines = [f"{paper.ref}  {one_line(version.title)}", described + count]
    header = _parties(version, actors)
    header += [f"{descent.relation} {descent.version}" for descent in version.derived_from]
    for companion in version.companions:
        seen = "" if companion.published else " (not published)"
        header.append(f"companion: {one_line(companion.title)}{seen}")
    header += lost_sentences("it", lost_statements(version, paper.corpus))
    lines += [line for text in header for line in paragraph(text)]
    lines.append("")
    for provision in version.provisions.values():
        indent = 0 if provision.parent is None else 2
        said = provision.summary or provision.text or "; ".join(c.summary or "" for c in provision.claims)
        label = provision_label(provision)
        text = (
            f"{label}: {one_line(said)}" if said and (provision.label or provision.title) else one_line(said or label)
        )
        lines += hanging(provision_name(provision), text, column=7 + indent, indent=indent)
        if provision.claims:
            lines += paragraph(
                f"{count_of(len(provision.claims), 'reported state')}: plantrack show {paper.asked} {provision.id}",
                indent=7,
            )
    return "\n".join(lines) + "\n"


def _parties(version: Version, actors: Mapping[str, Actor]) -> list[str]:
    by_role: dict[str, list[str]] = {}
    for party in version.parties:
        disputed = any(item.stance == "disputes" for item in party.evidence)
        remarks = [one_line(party.notes).rstrip(".")] if party.notes else []
        remarks += ["disputed"] if disputed else []
        shown = f" ({'; '.join(remarks)})" if remarks else ""
        by_role.setdefault(party.role, []).append(actor_name(actors, party.actor) + shown)
    return [f"{role}: {', '.join(dict.fromkeys(names))}" for role, names in sorted(by_role.items())]


def provision_as_text(paper: Paper, provision: Provision) -> str:
    """One point with its terms, its reported states, and every passage it rests on."""
    lines = [f"{paper.ref}  {provision_name(provision)}  {provision_label(provision)}", f"id: {provision.id}"]
    if provision.topics:
        lines.append("topics: " + ", ".join(topic.replace("_", " ") for topic in provision.topics))
    if provision.summary:
        lines += ["", *paragraph(one_line(provision.summary))]
    if provision.text:
        lines += ["", *paragraph(one_line(provision.text), indent=2)]
    status = [
        word
        for word in (provision.wording, provision.matter, provision.outlook)
        if word not in ("in_text", "settled", "done")
    ]
    if status and not provision.claims:
        lines += ["", "status: " + ", ".join(status)]
    lines += _terms(provision.terms, paper.corpus.actors, indent=0)
    for index, claim in enumerate(provision.claims):
        lines += _claim(index, claim, paper)
    if provision.evidence:
        lines += ["", "evidence", *_evidence(provision.evidence, paper)]
    for link in provision.links:
        lines += ["", f"{link.kind.replace('_', ' ')}: {link.to}", *_evidence(link.evidence, paper)]
    if provision.notes:
        lines += ["", *paragraph("note: " + one_line(provision.notes))]
    return "\n".join(lines) + "\n"


def _claim(index: int, claim: Claim, paper: Paper) -> list[str]:
    letter = letter_of(index)
    state = [word for word in (claim.wording, claim.matter) if word]
    state += ["expected, not yet so"] if claim.outlook == "expected" else []
    state += ["in part"] if claim.partly else []
    state += [f"to {claim.to}"] if claim.to else []
    head = f"reported state {letter}: {one_line(claim.summary or ', '.join(state))}"
    lines = ["", head]
    if claim.summary and state:
        lines.append(f"  {', '.join(state).replace('_', ' ')}")
    return [*lines, *_terms(claim.terms, paper.corpus.actors, indent=2), *_evidence(claim.evidence, paper)]


def _terms(terms: Mapping[str, Term], actors: Mapping[str, Actor], *, indent: int) -> list[str]:
    lines: list[str] = []
    for key, term in terms.items():
        lines += ["", *hanging(f"term {key}", term_words(term, actors), column=18 + indent, indent=indent)]
    return lines


def term_words(term: Term, actors: Mapping[str, Actor]) -> str:
    """A term in one line: who, how bindingly, what, with its figures and limits."""
    who = actor_names(actors, term.bearer) + (" jointly" if term.jointly else "")
    binding = "" if term.modality == "unspecified" else f"{term.modality.replace('_', ' ')}, "
    act = " ".join(one_line(word) for word in (term.action, term.quantifier, term.object) if word)
    words = [f"{who}: {binding}{act}" if who else binding + act]
    for part in PARTS.values():
        if part.lead is not None and part.of(term):
            lead = "from" if part.id == "place" and _leads_away(term.action) else part.lead
            held = part.of(term)
            together = part.shape == "members" or not isinstance(held, tuple)
            words += [led_words(lead, value_words(value_form(one), actors)) for one in ([held] if together else held)]
    return ", ".join(words) + ("; how binding is not said" if term.modality == "unspecified" else "")


def _leads_away(action: str) -> bool:
    """Whether the place of an act is where it leads from: to withdraw, to leave."""
    return action.removeprefix("not ").partition(" ")[0] in _LEAVING


def _evidence(evidence: Sequence[Evidence], paper: Paper) -> list[str]:
    lines: list[str] = []
    for item in evidence:
        _, passage = paper.corpus.passage(item.passage)
        lines += hanging("-", witness_line(paper.corpus, item), column=4, indent=2)
        if passage.says:
            lines += paragraph(one_line(passage.says), indent=4)
        if passage.quote is not None:
            lines += paragraph(f'"{one_line(passage.quote.exact)}"', indent=4)
        lines.append(f"    {item.passage}")
    return [*lines, *([f"  {LOST}"] if lost_its_ground(tuple(evidence), paper.corpus) else [])]


def witness_line(corpus: Corpus, item: Evidence) -> str:
    """Who says so, when, where, and why it is at odds: `disputes: TVP, 25 Nov 2025, \u00b64 (paraphrase)`."""
    source, passage = corpus.passage(item.passage)
    stance = "" if item.stance == "supports" else f"{item.stance}: "
    reason = f" ({item.reason.replace('_', ' ')})" if item.reason else ""
    where = f", \u00b6{passage.paragraph}" if passage.paragraph is not None else ""
    who = witness_name(corpus.actors, source, passage)
    return f"{stance}{who}, {human_date(passage.said or source.issued)}{where}{reason}"
