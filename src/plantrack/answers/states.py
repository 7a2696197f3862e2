"""The states a point may be in, in a few words."""

from plantrack.catalogue import say
from plantrack.differences.states import State
from plantrack.plain import one_line


def state_words(state: State) -> str:
    """A state without its terms: `gone, expected, not yet so`."""
    matter = state.matter if state.matter != "settled" else None
    words = [say(f"state.{word}") for word in (state.wording, matter) if word]
    words += [say("state.to", place=one_line(state.to))] if state.to else []
    words += [say("state.expected")] if state.expected else []
    words += [say("state.partly")] if state.partly else []
    return ", ".join(words) or say("reported.terms")


def lost_words() -> str:
    """What is said of a statement of which every source was withdrawn."""
    return say("state.lost")
