"""The rules that silence: each shows that two stretches of words say the same, and has a name.

A rule takes what the alignment left over and gives back what it accounts for. What is not silenced is named or left
unexplained; no rule may guess. `plantrack.differences.rules` says of each rule what it means, with examples. The rules
are functions of the modules `silencing_*`, and stand here in the order in which they are asked.
"""

from collections.abc import Callable, Mapping

from plantrack.differences.hunks import Aligned, Hunk, Silence
from plantrack.differences.silencing_articles import (
    silence_article,
    silence_both_articles,
    silence_both_parties,
    silence_every,
    silence_the_two,
)
from plantrack.differences.silencing_lists import silence_list_joint, silence_marker, silence_sentence_for_and
from plantrack.differences.silencing_negation import (
    silence_negated_subject,
    silence_no_before_act,
    silence_not_until,
    silence_stress,
)
from plantrack.differences.silencing_nouns import (
    silence_governed,
    silence_noun_for_act,
    silence_possessive,
    silence_to_and_for,
)
from plantrack.differences.silencing_phrases import (
    silence_abbreviation,
    silence_bound,
    silence_filler,
    silence_happening,
    silence_phrases,
)
from plantrack.differences.silencing_verbs import (
    silence_agreement_frame,
    silence_auxiliary,
    silence_one_force,
    silence_relative,
    silence_there_is,
)
from plantrack.facts.values import Reference

Rule = Callable[[Aligned, Hunk], "Silence | None"]


def silence_hunk(
    aligned: Aligned, hunk: Hunk, counterparts: Mapping[str, str] | None = None
) -> tuple[Hunk, list[Silence]]:
    """A hunk without what rules silence in it, and those silences.

    Args:
        aligned: Two wordings laid against each other.
        hunk: What has no counterpart.
        counterparts: The number that each old point has in the new paper.
    """
    silences: list[Silence] = []
    followed = _renumbered(aligned, hunk, counterparts or {})
    if followed is not None:
        silences.append(followed)
        hunk = hunk.without(followed.old, followed.new)
    for rule in RULES_OF_HUNKS:
        while (found := rule(aligned, hunk)) is not None:
            silences.append(found)
            hunk = hunk.without(found.old, found.new)
            if not hunk.old and not hunk.new:
                return hunk, silences
    return hunk, silences


def _renumbered(aligned: Aligned, hunk: Hunk, counterparts: Mapping[str, str]) -> Silence | None:
    """A reference to a point that bears another number now."""
    if not counterparts:
        return None
    news = [place for place in hunk.new if isinstance(aligned.new.items[place].value, Reference)]
    for i in hunk.old:
        for j in news if isinstance(aligned.old.items[i].value, Reference) else ():
            one, other = aligned.old.items[i].value, aligned.new.items[j].value
            if not (isinstance(one, Reference) and isinstance(other, Reference)) or one.kind != "internal":
                continue
            moved = tuple(counterparts.get(number, "") for number in one.numbers)
            if other.kind == "internal" and one.noun == other.noun and moved == other.numbers:
                return Silence("renumbered reference", (i,), (j,))
    return None


RULES_OF_HUNKS: tuple[Rule, ...] = (
    silence_phrases, silence_relative, silence_there_is, silence_every, silence_negated_subject, silence_no_before_act,
    silence_agreement_frame, silence_marker, silence_filler, silence_bound, silence_possessive, silence_abbreviation,
    silence_list_joint, silence_sentence_for_and, silence_happening, silence_the_two, silence_not_until, silence_stress,
    silence_both_parties, silence_governed, silence_both_articles, silence_article, silence_one_force,
    silence_auxiliary, silence_noun_for_act, silence_to_and_for,
)  # fmt: skip
"""In the order in which they are asked."""
