"""The words of one conflict: what its corpus adds to the lexicon (`plans/lexicon.yaml`)."""

from collections.abc import Mapping
from typing import Annotated

from plantrack.model.fields import Pattern
from plantrack.value import value

Phrase = Annotated[str, Pattern("words on one line, at most 200 characters", r"\S.{0,199}")]


@value
class Lexicon:
    """Words and phrases as people write them, in any case."""

    schema: str = "plantrack/1"
    senses: tuple[tuple[Phrase, ...], ...] = ()
    """Words and phrases that mean the same in the papers of this conflict."""
    aliases: Mapping[Phrase, tuple[Phrase, ...]] = {}
    """Names of things, with the other names that each goes by; actors have theirs in actors.yaml."""
    apart: tuple[tuple[Phrase, ...], ...] = ()
    """Words that are never taken for each other here, whatever else says so."""
