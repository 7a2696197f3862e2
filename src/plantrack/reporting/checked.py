"""What a check of a corpus found, as text."""

from plantrack.checking import CorpusCheck
from plantrack.plain import printable

_STATE_WORDS = {
    "exact": "where the record says",
    "moved": "elsewhere in the text",
    "normalised": "with other white space, quotes or dashes",
    "fuzzy": "with other words",
    "ambiguous": "at several places",
    "orphaned": "not found",
    "unchecked": "not checked, text not at hand",
}


def check_as_text(check: CorpusCheck) -> str:
    """The problems, a line each, then what was checked and what could not be."""
    lines = [printable(str(problem)) for problem in (*check.problems, *check.remarks)]
    counts = ((check.plans, "plan"), (check.versions, "version"), (check.sources, "source"))
    lines.append(", ".join(f"{count} {noun}{'' if count == 1 else 's'}" for count, noun in counts))
    states = check.evidence.states
    if states:
        found = ", ".join(f"{count} {_STATE_WORDS[state]}" for state, count in states.items())
        lines.append(f"{sum(states.values())} passages: {found}")
    quoted = check.evidence.quotations
    if quoted:
        most = max(quoted, key=lambda one: (one.share or 0, one.source))
        share = f"{most.share:.1%} of {most.source}" if most.share is not None else most.source
        lines.append(f"{sum(one.words for one in quoted)} words quoted from {len(quoted)} sources; the most is {share}")
    count = len(check.problems)
    lines.append("no problems" if not count else f"{count} problem{'' if count == 1 else 's'}")
    return "\n".join(lines) + "\n"
