"""Whether two terms order the same act on the same thing.

Two renderings of one clause differ in words, so a difference of words is not enough: the act or thing of each side must
be absent from all that the other side says, and either both are known to mean different things, or all else stands in
the same words.
"""

import re
from collections.abc import Collection, Sequence
from functools import cache

from plantrack.differences.term_senses import Sense, meaning_set, verbatim
from plantrack.extraction.meaning import is_act, is_known
from plantrack.extraction.nouns import CONTRASTS
from plantrack.extraction.verbs import NEAR, SIZE, TALK

_AND = re.compile(r",? and |,? or |,? as well as |, ")
_NAME = re.compile(r"(?<=, )(?:the )?[A-Z]\w+|(?<=and )(?:the )?[A-Z]\w+")
_SAME_WORDS = 0.45
"""From here on, unknown words in the place of others count as another thing."""

Row = tuple[str, object, object, str]


def act_changes(
    old: Sense, new: Sense, old_meaning: frozenset[str], new_meaning: frozenset[str], *, strict: bool
) -> list[Row]:
    """Rows of kind, before, after and effect: at most one for the act and one for its object."""
    if strict:
        return _strict(old, new)
    rows: list[Row] = []
    old_term, new_term = old.owned.term, new.owned.term
    alike = verbatim(old, new)
    talk_old, talk_new = _is_talk(old), _is_talk(new)
    sized = bool(old.acts & SIZE and new.acts & SIZE) and bool(old_term.quantity or new_term.quantity)
    if talk_old != talk_new:
        if (old.whole - old.acts) & new.whole or alike >= _SAME_WORDS:
            rows.append(
                ("action-changed", old_term.action, new_term.action, "weakened" if talk_new else "strengthened")
            )
    elif _contrary(old.acts, new.acts) or (
        old.acts
        and new.acts
        and not sized
        and not old.acts & new_meaning
        and not new.acts & old_meaning
        and (alike >= _SAME_WORDS or (_all_acts(old.acts) and _all_acts(new.acts) and not _near(old.acts, new.acts)))
    ):
        rows.append(("action-changed", old_term.action, new_term.action, "mixed"))
    elif old.acts & new.acts and old.acts != new.acts and alike >= _SAME_WORDS and not sized:
        further = (new.acts - old.acts) - old_meaning or (old.acts - new.acts) - new_meaning
        if further and _all_acts(further):
            rows.append(("action-changed", old_term.action, new_term.action, "mixed"))
    left_old, left_new = _left(old.things - new_meaning, alike), _left(new.things - old_meaning, alike)
    if (
        left_old
        and left_new
        and (
            alike >= _SAME_WORDS
            or _contrary(left_old, left_new)
            or (_all_known(left_old) and _all_known(left_new) and old.things & new.things)
        )
    ):
        rows.append(("object-changed", old_term.object, new_term.object, "mixed"))
    elif not rows and _same_act(old, new) and bool(left_old) != bool(left_new):
        longer, other = (old, new_meaning) if left_old else (new, old_meaning)
        if _has_further_member(longer, other, alike) or (
            alike >= _SAME_WORDS and (left_old or left_new) <= _choosing()
        ):
            rows.append(("object-changed", old_term.object, new_term.object, "mixed"))
    return rows


def _contrary(old: Collection[str], new: Collection[str]) -> bool:
    """Whether a word of one side is a word of the other with *un-* or *non-* before it: *armed* and *unarmed*."""
    return any(
        prefix + word in other for one, other in ((old, new), (new, old)) for word in one for prefix in ("un", "non-")
    )


def _same_act(old: Sense, new: Sense) -> bool:
    """Whether both tell of one act, or merely of what something is or has."""
    if old.acts or new.acts:
        return bool(old.acts & new.acts)
    return old.owned.term.action == new.owned.term.action


@cache
def _choosing() -> frozenset[str]:
    """The meanings of modifiers that choose among things of one kind: *unarmed* observers are not any observers."""
    return frozenset(meaning for word in CONTRASTS for meaning in meaning_set(word))


def _has_further_member(sense: Sense, other: frozenset[str], alike: float) -> bool:
    """Whether a list of things has a member of which the other side says nothing at all, and others that it shares."""
    members = [meaning_set(member) for member in _AND.split(sense.owned.term.object or "")]
    members = [member for member in members if member]
    strange = [member for member in members if not member & other]
    if alike < _SAME_WORDS:
        strange_names = [meaning_set(name) for name in _NAME.findall(sense.owned.term.object or "")]
        strange = [member for member in strange if _all_known(set(member)) or member in strange_names]
    known = strange
    return bool(known) and len(strange) < len(members)


def _left(things: frozenset[str], alike: float) -> set[str]:
    """What counts of the things that the other side does not name: no figures, and acts only in the same words."""
    return {thing for thing in things if not thing.startswith("#") and (alike >= _SAME_WORDS or not is_act(thing))}


def _near(old: frozenset[str], new: frozenset[str]) -> bool:
    return any(old & near and new & near for near in NEAR)


def _strict(old: Sense, new: Sense) -> list[Row]:
    """Curated terms: every difference of meaning counts."""
    rows: list[Row] = []
    old_term, new_term = old.owned.term, new.owned.term
    if old_term.action != new_term.action and old.acts != new.acts:
        effect = "mixed"
        if _is_talk(old) != _is_talk(new):
            effect = "weakened" if _is_talk(new) else "strengthened"
        rows.append(("action-changed", old_term.action, new_term.action, effect))
    if old_term.object != new_term.object and (old.things != new.things or not old_term.object or not new_term.object):
        rows.append(("object-changed", old_term.object, new_term.object, "mixed"))
    return rows


def _is_talk(sense: Sense) -> bool:
    return bool(sense.acts) and sense.acts <= TALK


def _all_acts(acts: Sequence[str] | frozenset[str]) -> bool:
    return all(is_act(act) for act in acts)


def _all_known(things: set[str]) -> bool:
    return all(is_known(thing) for thing in things)
