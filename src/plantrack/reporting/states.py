"""The states a point may be in, in a few words."""

from plantrack.comparison.states import State
from plantrack.plain import one_line


def letter_of(index: int) -> str:
    """The letter of a reported state: `a` for the first."""
    return chr(ord("a") + index) if index < 26 else str(index + 1)


def state_words(state: State) -> str:
    """A state without its terms: `removed, expected, not yet so`."""
    matter = state.matter if state.matter != "settled" else None
    words = [word.replace("_", " ") for word in (state.wording, matter) if word]
    words += [f"to {one_line(state.to)}"] if state.to else []
    words += ["expected, not yet so"] if state.expected else []
    words += ["in part"] if state.partly else []
    return ", ".join(words) or "terms reported"
