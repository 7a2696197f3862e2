"""Points that nobody mentions and that hang on points of which something is reported."""

from plantrack.answers.entries import Entries
from plantrack.answers.names import provision_label
from plantrack.catalogue import named, say
from plantrack.differences.papers import Compared
from plantrack.vocabulary import LINK_KINDS


def tied_sentences(compared: Compared, entries: Entries) -> tuple[str, ...]:
    """A sentence for each, as `22 (no force) takes effect after 21, on which reports differed.` is one."""
    labels = {one.number: provision_label(one) for one in compared.old.version.provisions.values() if one.number}
    differ = {one.number for entry in (*entries.at_odds, *entries.compatible) for one in entry.old}
    found = []
    for number, kind, to in entries.silence.hanging:
        contested = any(one == to or (one or "").startswith(f"{to}.") for one in differ)
        point = f"{number} ({labels[number]})" if number in labels else number
        tie = named("tie", kind, LINK_KINDS[kind].words).format(point=to)
        found.append(say("tied.differed" if contested else "tied.changed", point=point, tie=tie))
    return tuple(found)
