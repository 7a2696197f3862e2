"""Runs of words that stand elsewhere and say the same there: sentences, adjuncts, members of lists, nouns of acts."""

from collections.abc import Sequence

from plantrack.differences.alignment import Pair
from plantrack.differences.hunks import Aligned, Silence
from plantrack.differences.silencing_adjuncts import is_adjunct, jumps_adjunct
from plantrack.differences.silencing_lists import is_act_in_list, is_in_list, joints_of_list
from plantrack.differences.silencing_nouns import agent_of_noun, given_to, noun_before_noun, noun_of_act, owner_of_noun
from plantrack.differences.silencing_sides import sides_of_run
from plantrack.differences.views import View
from plantrack.facts.prose import Item


def silenced_moves(aligned: Aligned) -> list[Silence]:
    """Runs that stand elsewhere and say the same there."""
    found = []
    for run in aligned.moved:
        silence = _silence(aligned, run)
        if silence is not None:
            old, new = tuple(pair.old for pair in run), tuple(pair.new for pair in run)
            found.append(Silence(silence.rule, old + silence.old, new + silence.new))
    return found


def _silence(aligned: Aligned, run: Sequence[Pair]) -> Silence | None:
    """The rule by which a run may stand elsewhere, with the words around it that go with the move."""
    if _is_sentence(aligned, run):
        return Silence("order of sentences", (), ())
    if is_adjunct(aligned, run) or jumps_adjunct(aligned, run):
        return Silence("moved words", (), ())
    if is_in_list(aligned, run) or is_act_in_list(aligned, run):
        return Silence("order of a list", *joints_of_list(aligned, run))
    for rule in (noun_of_act, agent_of_noun, noun_before_noun, owner_of_noun, given_to):
        for side in sides_of_run(aligned, run):
            found = rule(side)
            if found is not None:
                return found
    return None


def _is_sentence(aligned: Aligned, run: Sequence[Pair]) -> bool:
    """Whether a run is a whole sentence on both sides, and no sentence of the point leans on the one before it."""
    if any(
        view.once("points back", -1, lambda view=view: any(map(_points_back, view.items)))  # type: ignore[misc]
        for view in (aligned.old, aligned.new)
    ):
        return False
    return _covers_sentence(aligned.old, [pair.old for pair in run]) and _covers_sentence(
        aligned.new, [pair.new for pair in run]
    )


_BACKWARDS = frozenset(
    """this these that those such such_a the_said the_former the_latter the_same thereafter then next afterwards
    simultaneously""".split()
)


def _points_back(item: Item) -> bool:
    """Whether a word points to a sentence before its own: *it*, *this*, *then*."""
    if item.kind == "pronoun":
        return item.low in {"it", "they", "them", "he", "she", "its", "their", "his", "her"}
    return item.value in _BACKWARDS or item.low in _BACKWARDS


def _covers_sentence(view: View, places: Sequence[int]) -> bool:
    items = view.items
    first, last = places[0], places[-1]
    sentence = items[first].sentence
    starts = first == 0 or items[first - 1].sentence != sentence
    ends = last + 1 == len(items) or items[last + 1].sentence != sentence
    return starts and ends and items[last].sentence == sentence
