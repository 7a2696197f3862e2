"""What a check of a corpus found, as text."""

from plantrack.checking import CorpusCheck
from plantrack.plain import printable
from plantrack.reporting.layout import count_of

_STATE_WORDS = {
    "exact": "where the record says",
    "moved": "elsewhere in the text",
    "normalised": "with other white space, quotes or dashes",
    "fuzzy": "with other words",
    "ambiguous": "at several places",
    "unsure": "not placed for certain",
    "orphaned": "not found",
    "unchecked": "not checked, as the texts are not at hand",
}


def check_as_text(check: CorpusCheck) -> str:
    """The problems, a line each, then what was checked and what could not be."""
    lines = [printable(str(problem)) for problem in (*check.problems, *check.remarks)]
    counts = ((check.plans, "plan"), (check.versions, "version"), (check.sources, "source"))
    lines.append(", ".join(count_of(count, noun) for count, noun in counts))
    states = check.evidence.states
    if states:
        found = ", ".join(f"{count} {_STATE_WORDS[state]}" for state, count in states.items())
        lines.append(f"{count_of(sum(states.values()), 'passage')} with a place in a text: {found}")
    quoted = check.evidence.quotations
    if quoted:
        most = max(quoted, key=lambda one: (one.share or 0, one.source))
        share = f"{most.share:.1%} of {most.source}" if most.share is not None else most.source
        words = count_of(sum(one.words for one in quoted), "word")
        most_of = f"; the most is {share}" if len(quoted) > 1 else f": {share}"
        lines.append(f"{words} quoted from {count_of(len(quoted), 'source')}{most_of}")
    count = len(check.problems)
    lines.append(count_of(count, "problem") if count else "no problems")
    return "\n".join(lines) + "\n"
