"""One matter through all papers, as text."""

from collections.abc import Mapping

from plantrack.differences.tracing import Trace, TracedState, TracedVersion, said_of
from plantrack.model import Actor
from plantrack.model.dates import date_bounds
from plantrack.plain import one_line
from plantrack.reporting.dates import human_date
from plantrack.reporting.layout import hanging, paragraph, shortened
from plantrack.reporting.names import provision_label, witness_name
from plantrack.reporting.showing import term_words
from plantrack.reporting.states import LOST, state_words

_COLUMN = 4
_SEEN = {"full_text": "not in it", "partial_text": "not in what was seen of it", "reported_only": "not reported"}
_LINEAGE = {"split": "split off from", "join": "joins", "continues": "continues"}
_SAYS = 150
"""Characters of a summary: two lines."""


def trace_as_text(trace: Trace, actors: Mapping[str, Actor]) -> str:
    """A block a paper, the oldest first; under each state the passage that first shows it."""
    points = [state.provision for one in trace.versions for state in one.states]
    named = next((each for each in points if each.label or each.title), points[0] if points else None)
    lines = [f"{provision_label(named) if named else trace.id}  ({trace.id})"]
    others = [each for each in trace.ids if each != trace.id]
    if others:
        lines += paragraph("by lineage also: " + ", ".join(others))
    quiet = False
    for one in trace.versions:
        lines += [] if quiet and one.presence != "stands" else [""]
        lines += _version(one, actors)
        quiet = one.presence != "stands"
    if trace.plans_without:
        lines += ["", *paragraph("no word of it in other families: " + ", ".join(trace.plans_without))]
    if any(one.presence == "not_reported" for one in trace.versions):
        lines += ["", *paragraph("Not reported is not removed: the whole text of those papers was not seen.")]
    return "\n".join(lines) + "\n"


def _version(one: TracedVersion, actors: Mapping[str, Actor]) -> list[str]:
    version = one.version
    head = f"{human_date(version.date):<12} {version.ref}"
    if one.presence != "stands":
        seen = _SEEN[version.text_basis] if one.presence != "absent" else _SEEN["full_text"]
        return [f"{head}  {seen}"]
    lines = [f"{head}  {one_line(version.title)}"]
    for op, origins in one.came_from:
        lines += paragraph(f"{_LINEAGE.get(op, op)} {', '.join(origins)}", indent=_COLUMN)
    if not one.states:
        lines.append("    spoken of, and no state of it reported")
    for state in one.states:
        lines += _state(state, actors)
    return lines


def _state(traced: TracedState, actors: Mapping[str, Actor]) -> list[str]:
    provision, state = traced.provision, traced.state
    head = state_words(state)
    said = said_of(provision, state)
    number = f"point {provision.number}: " if provision.number else ""
    text = f"{number}{head}" + (f"; {one_line(said)}" if said else "")
    lines = hanging("-", shortened(text, _SAYS), column=_COLUMN, indent=2)
    if traced.since is not None:
        lines += paragraph(f"as in {traced.since}", indent=6)
    else:
        for term in state.terms.values():
            lines += paragraph(term_words(term, actors), indent=6)
    if traced.first is None:
        lines.append("      no passage is recorded")
    else:
        source, passage = traced.first
        place = f", \u00b6{passage.paragraph}" if passage.paragraph is not None else ""
        who = witness_name(actors, source, passage)
        dated = date_bounds(passage.said or source.issued or "") is not None
        lead = "earliest page here:" if dated and len(state.evidence) > 1 else "on the page of"
        lines += paragraph(f"{lead} {who}, {human_date(passage.said or source.issued)}{place}", indent=6)
        lines.append(f"      {source.id}#{passage.id}")
    lines += [f"      {LOST}"] if traced.lost else []
    return lines
