"""The states a point may be in, in a few words."""

from typing import TYPE_CHECKING

from plantrack.answers.forms import Form, Key, within
from plantrack.catalogue import say
from plantrack.differences.states import State
from plantrack.model import Claim, Unchanged
from plantrack.plain import one_line
from plantrack.value import evolve

if TYPE_CHECKING:
    from plantrack.citing.grounds import Ground
    from plantrack.differences.tracing import TracedState


def state_words(state: State) -> str:
    """A state without its terms: `gone, expected, not yet so`."""
    matter = state.matter if state.matter != "settled" else None
    stays = state.unchanged is not None
    words = [say(f"state.{word}") for word in (None if stays else state.wording, matter) if word]
    words += [unchanged_words(state.unchanged)] if state.unchanged is not None else []
    words += [say("state.to", place=one_line(state.to))] if state.to else []
    words += [say("state.expected")] if state.expected else []
    words += [say("state.partly")] if state.partly else []
    return ", ".join(words) or say("reported.terms")


def unchanged_words(unchanged: Unchanged) -> str:
    """That something stays as in an earlier version, and which terms where it is not all: `as in 28pt: withdrawal`."""
    keys = ", ".join(key.replace("-", " ") for key in unchanged.terms)
    if keys:
        return say("state.unchanged-part", version=unchanged.since, terms=keys)
    return say("state.unchanged", version=unchanged.since)


def claim_words(claim: Claim) -> str:
    """A reported state: our summary of it, else its status."""
    status = ", ".join(say(f"state.{word}") for word in (claim.wording, claim.matter) if word)
    stays = unchanged_words(claim.unchanged) if claim.unchanged is not None else ""
    told = one_line(
        "; ".join(filter(None, (claim.summary or ("" if stays else status), stays))) or say("reported.terms")
    )
    return say("reported.partly", state=told) if claim.partly else told


def lost_words() -> str:
    """What is said of a statement of which every source was withdrawn."""
    return say("state.lost")


def _kept(held: "Ground | TracedState") -> Unchanged | None:
    kept = held.state.unchanged
    return None if kept is None else evolve(kept, terms=kept.terms or tuple(held.state.terms))


STATE_KEYS = (
    within("state", "claim wording to matter expected partly"),
    Key("unchanged", Form("unchanged", Unchanged, "since terms"), _kept, "What reports say stays.", or_null=True),
)
"""What is told of the state of a value that has one."""
