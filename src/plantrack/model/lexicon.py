"""The words of one conflict: what its corpus adds to the lexicon (`plans/lexicon.yaml`)."""

from collections.abc import Mapping

from plantrack.value import value


@value
class Lexicon:
    """Words and phrases as people write them, in any case."""

    senses: tuple[tuple[str, ...], ...] = ()
    """Words and phrases that mean the same in the papers of this conflict."""
    aliases: Mapping[str, tuple[str, ...]] = {}
    """Names of things, with the other names that each goes by."""
    apart: tuple[tuple[str, ...], ...] = ()
    """Words that are never taken for each other here, whatever else says so."""
