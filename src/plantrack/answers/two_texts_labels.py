"""Our label below the words of two texts: one a change, in plain words, and no direction that is not sure."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from plantrack.answers.change_words import paper_fact_name, value_words
from plantrack.catalogue import named, say
from plantrack.differences import parts
from plantrack.differences.changes import KINDS
from plantrack.differences.result import Change, WordSpan
from plantrack.model import Actor
from plantrack.plain import one_line

_PARTS = {part.id: part.short for part in parts.PARTS.values()}
"""What people call the part of a point that a change is of, for the parts of a term."""
_OTHER_PARTS = ("term", "item", "parties", "claimed_points", "ceiling", "floor", "figure")
"""Parts that are of no term; a part that is in neither list is called by its own name."""
_VALUED = {"quantity", "deadline", "reference", "field", "paper"}
"""Subjects of which the value is said, too, where it came or went."""
_SIGNS = " ,;:.()"
_LEAST_SHARE, _MOST_SHARE = 0.5, 1000
"""In per cent: a smaller share is printed as nothing, a larger one is a multiple."""
_TAILS = frozenset(
    """deadline-earlier deadline-later modality-strengthened modality-weakened modality-reversed place-widened
    place-narrowed scope-widened scope-narrowed quantifier-widened quantifier-narrowed""".split()
)
"""Kinds of which it is told after the two values which way it went."""
_SPOKEN = {
    "prohibition": "ban", "obligation": "duty", "commitment": "duty", "permission": "permission", "right": "right",
}  # fmt: skip
"""What a sentence of some force is, as messages know it."""
_REACHING = {"restriction", "exception"}
"""Parts that only narrow what a sentence reaches: without them it is wider, whatever its force."""
_WITHOUT_VALUES = {"wording", "outside", "provision", "status"}
_DAY = re.compile(r"(\d{1,2} [^\W\d]+|[^\W\d]+ \d{1,2})(?:,? )(\d{4})")
_UNSAID = {"bearer", "counterparty", "modality", "quantifier", "action", "object", "paper"}
"""Parts that are never left out or put in as such: one that only one paper says is not said in the other."""


class Names(NamedTuple):
    """How the two papers are called, and whether one comes from the other."""

    old: str
    new: str
    revision: bool = True
    """NEW is a later state of OLD, so that what it lacks was left out."""


def read_both() -> str:
    """What is said where no rule knows what a difference does."""
    return say("label.read-both", count=1)


def part_name(change: Change) -> str:
    """What the part of a point that a change is of is called: `deadline`, `how long`, `who supervises`."""
    subject = KINDS[change.kind].subject
    return paper_fact_name(change) if subject == "paper" else called_part(change.part or subject)


def called_part(part: str) -> str:
    """What people call a part."""
    if part in _OTHER_PARTS:
        return say(f"part.{part}")
    return named("part", part, _PARTS[part]) if part in _PARTS else one_line(part.replace("_", " "))


def change_label(
    change: Change, names: Names, actors: Mapping[str, Actor] | None = None, *, alone: bool = False
) -> str:
    """What one change does, in a line: `deadline: 31 December 2028 → end of 2029, later`.

    Args:
        change: The change.
        names: The names of the two papers.
        actors: The registry, for changes of curated terms, which name actors by id.
        alone: No words of the papers stand above it, so that what came or went is said.
    """
    subject = KINDS[change.kind].subject
    if subject in _WITHOUT_VALUES:
        told = _told(change, names)
        return f"{told}: {_both_words(change)}" if alone and told == read_both() and change.words is not None else told
    before, after = (said(change, side, actors or {}) for side in (change.before, change.after))
    if alone and change.words is not None and not (before or after):
        before, after = map(_joined, (change.words.old, change.words.new))
    label = _valued(change, before, after, names, alone=alone or change.words is None)
    return "; ".join(filter(None, [label, "" if _reach(change, names) else effect_told(change)]))


def _joined(spans: Sequence[WordSpan]) -> str:
    """The words of a side, without the signs around them."""
    return " \u2026 ".join(one_line(span.words).strip(_SIGNS) for span in spans)


def _both_words(change: Change) -> str:
    """The words that no rule explains: `is placed → remains`; `+ assisted by monitors` where only one side has some."""
    old, new = map(_joined, (change.words.old, change.words.new)) if change.words else ("", "")
    if old and new:
        return f"{old} \u2192 {new}"
    return f"\u2212 {old}" if old else f"+ {new}"


def said(change: Change, side: object, actors: Mapping[str, Actor]) -> str:
    """A value as the paper words it, and as it was converted where both sides count in other units."""
    if isinstance(side, str) and change.words is not None:
        return one_line(side)
    if isinstance(side, Mapping) and "words" in side:
        words, converted = one_line(str(side["words"])), side.get("converted")
        return f"{words} ({one_line(str(converted))})" if converted else words
    return "" if side is None else value_words(side, actors)


def effect_told(change: Change) -> str:
    """`binds Ostrava more`, where that is sure; empty elsewhere."""
    if change.effect not in ("strengthened", "weakened") or not change.bearer:
        return ""
    return say(f"label.{change.effect}", who=one_line(change.bearer))


def _valued(change: Change, before: str, after: str, names: Names, *, alone: bool) -> str:
    """A label with what stands on both sides, or with the side that it came to or went from."""
    name, subject = part_name(change), KINDS[change.kind].subject
    if subject in _UNSAID:
        before, after = before or say("label.not-said"), after or say("label.not-said")
    if not before or not after:
        came = change.kind.endswith(("-added", "-fixed")) or bool(after)
        value = after or before
        shown = alone or subject in _VALUED
        return ": ".join(filter(None, [_came_or_went(name, names, came=came), _reach(change, names), value * shown]))
    before, after = _without_shared_year(before, after)
    tail = ""
    if change.kind in _TAILS and change.part not in ("duration", "frequency"):
        tail = say(f"label.{change.kind}")
        if not names.revision and change.kind.startswith(("deadline", "modality")):
            tail = say("label.in", what=tail, paper=names.new)
    return ", ".join(filter(None, [f"{name}: {before} \u2192 {after}{_share(change)}", tail]))


def _came_or_went(name: str, names: Names, *, came: bool) -> str:
    """That only one paper has it."""
    if names.revision:
        return say("label.put-in" if came else "label.left-out", part=name)
    return say("label.only-in", part=name, paper=names.new if came else names.old)


def _reach(change: Change, names: Names) -> str:
    """That a ban, a duty or a permission became wider or narrower by what came or went; empty where it is not sure."""
    spoken = _SPOKEN.get(change.force or "")
    subject, _, direction = change.kind.partition("-")
    if subject not in _REACHING or not spoken or change.effect not in ("strengthened", "weakened"):
        return ""
    if direction not in ("added", "removed"):
        return ""
    told = say(f"label.{spoken}-{'wider' if direction == 'removed' else 'narrower'}")
    return told if names.revision else say("label.in", what=told, paper=names.new)


def _share(change: Change) -> str:
    """By what share a figure rose or fell: ` (-47%)`; empty where a share would say nothing."""
    relative = (change.delta or {}).get("relative")
    if relative is None or not change.kind.startswith("quantity-"):
        return ""
    percent = float(relative) * 100
    return f" ({percent:+,.0f}%)" if _LEAST_SHARE <= abs(percent) <= _MOST_SHARE else ""


def _without_shared_year(before: str, after: str) -> tuple[str, str]:
    """Two days of one year say it once: `1 May → 15 May 2027`."""
    old, new = _DAY.fullmatch(before), _DAY.fullmatch(after)
    return (old[1], after) if old and new and old[2] == new[2] else (before, after)


def _told(change: Change, names: Names) -> str:
    """The label of what has no two values."""
    subject = KINDS[change.kind].subject
    if subject == "wording":
        return f"{read_both()}: {one_line(change.part)}" if change.part else read_both()
    if subject == "outside":
        one_sided = change.before is None or change.after is None
        return _came_or_went(say("part.line"), names, came=change.before is None) if one_sided else read_both()
    meaning = kind_meaning(change.kind, revision=names.revision)
    if change.kind in ("provision-moved-out", "provision-moved-in"):
        where = change.after if change.kind == "provision-moved-out" else change.before
        meaning = kind_meaning(change.kind)
        return f"{meaning}: {value_words(where, {})}" if where else meaning
    return meaning


def kind_meaning(kind: str, *, revision: bool = True) -> str:
    """What a kind of change means: between two states of one paper, or between rival papers."""
    if revision:
        return named("kind", kind, KINDS[kind].meaning)
    return named("rival", kind, KINDS[kind].rival)
