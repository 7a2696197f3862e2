"""The states a point may be in, in a few words."""

from plantrack.differences.states import State
from plantrack.plain import one_line

LOST = "LOST ITS GROUND: all that bore it out was withdrawn"


def state_words(state: State) -> str:
    """A state without its terms: `removed, expected, not yet so`."""
    matter = state.matter if state.matter != "settled" else None
    words = [word.replace("_", " ") for word in (state.wording, matter) if word]
    words += [f"to {one_line(state.to)}"] if state.to else []
    words += ["expected, not yet so"] if state.expected else []
    words += ["in part"] if state.partly else []
    return ", ".join(words) or "terms reported"
