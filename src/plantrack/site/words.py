"""Words and signs of the pages that no other output needs: what a cell, a badge or a section is called."""

from plantrack.catalogue import named
from plantrack.differences.states import State

PRESENCE_SIGNS = {
    "stands": ("\u25cf", "stands"),
    "removed": ("\u25cb", "gone"),
    "moved": ("\u2192", "in another paper"),
    "expected": ("\u25d4", "to become so"),
    "open": ("\u25c7", "left open"),
    "several": ("\u25c8", "reports differ; all can hold"),
    "at_odds": ("\u2260", "reports differ; not all can hold"),
    "by_topic": ("\u2248", "topic only"),
    "spoken_of": ("\u2026", "spoken of"),
    "parts_only": ("\u2026", "only parts of it spoken of"),
    "absent": ("\u2013", "not in it"),
    "not_reported": ("?", "not reported"),
}
"""A sign and two or three words for each presence of a cell; the sign never stands without them or a legend."""
CERTAINTY_SIGNS = {"certain": "\u25cf", "unopposed": "\u25d0", "possible": "\u25cb"}
"""Full, half and empty: both texts seen, every report, some reports."""


SEARCHED = ("Paper", "Point", "Actor", "Topic", "Event", "Position", "Source", "Passage")
"""What a search may find, in the order in which equally good finds stand."""
UNCHANGED = {
    "same": "nothing is known to differ",
    "not-reported": "",
    "only-new": "no text of the older paper was seen, so it may be older than this",
    "kept": "reported unchanged",
    "spoken-of": "",
    "by-topic": "reports name its topic, not the point, so no change is counted",
}
"""What a row without changes says of itself."""


def presence_name(kind: str) -> str:
    """Two or three words for a presence."""
    return named("presence", kind, PRESENCE_SIGNS[kind][1])


def unchanged_words(section: str) -> str:
    """What a row without changes says of itself; empty where its words say it already."""
    english = UNCHANGED[section]
    return named("unchanged", section, english) if english else ""


def state_kind(state: State) -> str:
    """The key in `PRESENCE_SIGNS` that one state of a point has."""
    if state.expected:
        return "expected"
    if state.wording == "moved":
        return "moved"
    if state.is_out:
        return "removed"
    return "open" if state.matter in ("deferred", "disputed") else "stands"
