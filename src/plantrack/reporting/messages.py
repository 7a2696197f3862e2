"""What one change says, in words: looked up by kind, the same in text and in Markdown."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from plantrack.differences.changes import KINDS
from plantrack.differences.parts import PARTS
from plantrack.differences.result import Change
from plantrack.model import Actor, Term
from plantrack.plain import one_line
from plantrack.reporting.names import actor_name
from plantrack.reporting.values import BOUND_WORDS, counted, day_words, figure
from plantrack.vocabulary import LINK_KINDS, MANNERS, MODALITIES, PUBLICATIONS, STANDINGS

_MOST_NAMED = 2
"""So many of those whom something binds are named; of more there is their number."""
_SHOWN = 160
"""Characters of a long value that are shown."""

_SUBJECTS = {
    "term": "sentence", "status": "status", "wording": "words", "outside": "outside the points", "paper": "the paper",
}  # fmt: skip
"""Subjects of changes that are of no part of a sentence."""
_FORCES = {
    "obligation": "must", "commitment": "must", "prohibition": "must not", "best_efforts": "is to try to",
    "expectation": "is expected to", "declaration": "declares to", "permission": "may", "right": "has the right to",
}  # fmt: skip
"""How a sentence binds, before what is done: a ban is never told as a duty."""
_SENTENCES = {
    "obligation": "duty", "commitment": "duty", "prohibition": "ban", "permission": "permission", "right": "right",
}  # fmt: skip
"""What a sentence of some force is called; any other is a sentence."""
_STATES = {
    "in_text": "in the text", "removed": "gone", "not_in_text": "not in the text", "moved": "in another paper",
    "settled": "settled here", "deferred": "left to later", "disputed": "not agreed in the text",
}  # fmt: skip


_OWN_LEADS = frozenset(
    "after as before except if in on once only other provided save unless until upon when where with".split()
)
"""First words of conditions, places and exceptions that say how they stand to the norm."""
_WORDS = {word: word.replace("_", " ") for word in (*MODALITIES, *MANNERS, *STANDINGS, *PUBLICATIONS)}
"""Words of closed lists as people say them."""


def value_words(value: object, actors: Mapping[str, Actor]) -> str:
    """A value of a change in words."""
    if value is None:
        return "nothing"
    if isinstance(value, str):
        shown = _STATES.get(value) or actor_name(actors, _WORDS.get(value, value))
        return shown if len(shown) <= _SHOWN else shown[: _SHOWN - 3].rstrip() + "..."
    if isinstance(value, Mapping):
        return _mapping_words(value, actors)
    if isinstance(value, list | tuple):
        words = [value_words(part, actors) for part in value]
        known = all(isinstance(part, str) and part in actors for part in value)
        return ", ".join(sorted(words, key=str.casefold) if known else words) or "nothing"
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return figure(Decimal(str(value)))
    return one_line(str(value))


def _mapping_words(value: Mapping[str, object], actors: Mapping[str, Actor]) -> str:
    if "unit" in value and ("operator" in value or "value" not in value):
        return _quantity_words(value)
    if value.get("kind") in LINK_KINDS and "to" in value:
        return f"{value['kind']} {value['to']}".replace("_", " ").replace("-", " ")
    if "moved_to" in value:
        return f"moved to {value_words(value['moved_to'], actors)}"
    if "within" in value or "by" in value:
        return _deadline_words(value)
    if "lasting" in value:
        return one_line(str(value["lasting"]).replace("_", " "))
    if "per" in value:
        return _frequency_words(value)
    if "on" in value or "after" in value:
        return _start_words(value)
    parts = [f"{key}: {value_words(part, actors)}" for key, part in value.items() if part not in (None, [], ())]
    return "; ".join(parts) or "nothing"


def _quantity_words(value: Mapping[str, object]) -> str:
    unit, number, upper = str(value["unit"]), value.get("value"), value.get("upper")
    if number is None:
        return counted(None, unit, "an unstated number of")
    low = Decimal(str(number))
    high = Decimal(str(upper)) if upper is not None else None
    operator = "eq" if value.get("implied") else str(value["operator"])
    words = BOUND_WORDS[operator].format(value=figure(low), upper=figure(high) if high is not None else "")
    return counted(high or low, unit, words)


def _deadline_words(value: Mapping[str, object]) -> str:
    within, by, of = (value.get(key) for key in ("within", "by", "of"))
    if within == "immediately":
        return "immediately"
    if within == "open":
        return "with no date set"
    after = f" of {one_line(str(of))}" if of else ""
    return f"within {one_line(str(within))}{after}" if within else f"by {day_words(str(by))}{after}"


def _start_words(value: Mapping[str, object]) -> str:
    """From when something holds: `from 1 May 2027`, `from 30 days after signature`."""
    after, of = value.get("after"), value.get("of")
    if after in ("immediately", "open"):
        return "immediately" if after == "immediately" else "from a date to be set"
    if after:
        return f"from {one_line(str(after))} after {one_line(str(of or 'that'))}"
    return f"from {day_words(str(value['on']))}"


def _frequency_words(value: Mapping[str, object]) -> str:
    """How often something is due: `once every 30 days`, `at least 2 times a year`."""
    times, upper, per = value.get("times", 1), value.get("upper"), one_line(str(value["per"]))
    count, _, unit = per.partition(" ")
    period = f"a {unit}" if count == "1" else f"every {per}"
    low, high = (figure(Decimal(str(one))) if one is not None else "" for one in (times, upper))
    bound = BOUND_WORDS[str(value.get("operator", "eq"))].format(value=low, upper=high)
    return f"once {period}" if bound == "1" else f"{bound} times {period}"


def change_words(change: Change, actors: Mapping[str, Actor], *, relation: str = "revision") -> str:
    """One change in words, without the points it is of and without what it does to the duty."""
    subject = KINDS[change.kind].subject
    if relation == "comparison" and subject == "provision":
        return KINDS[change.kind].rival
    maker = _MAKERS.get(subject)
    if maker is not None:
        return maker(change, actors)
    before, after = side_words(change, actors)
    name = part_words(change)
    if change.kind.endswith("-added"):
        return f"{name} added: {after}" if relation != "comparison" else f"{name} only in NEW: {after}"
    if change.kind.endswith("-removed"):
        return f"{name} dropped: {before}" if relation != "comparison" else f"{name} only in OLD: {before}"
    return f"{name}: {before} -> {after}"


def part_words(change: Change) -> str:
    """The part of a point that a change is of: `figure`, `who is bound`."""
    subject = KINDS[change.kind].subject
    if change.part in PARTS or subject in PARTS:
        return PARTS[change.part if change.part in PARTS else subject].words
    if subject == "field":
        return "hangs on" if (change.part or "").startswith("links.") else one_line(change.part or "field")
    if subject == "term":
        return _sentence_name(change)
    if subject == "paper":
        return paper_fact_name(change)
    return _SUBJECTS.get(subject, subject)


def paper_fact_name(change: Change) -> str:
    """The fact of a paper that a change is of: `standing`, `signatory`, `companion paper "The map"`."""
    if change.place == "companions" and change.part:
        return f'companion paper "{one_line(change.part)}"'
    name = change.part if change.place == "parties" and change.part else change.place
    return one_line((name or "a fact").replace("_", " "))


def side_words(change: Change, actors: Mapping[str, Actor]) -> tuple[str, str]:
    """What stands on either side of a change, in words."""
    before, after = (
        _norm_words(side, actors)
        if KINDS[change.kind].subject == "term" and isinstance(side, Mapping)
        else value_words(side, actors)
        for side in (change.before, change.after)
    )
    return before, after


def size_words(change: Change) -> str:
    """By how much a figure rose or fell: `raised by 200,000 (33.3%)`; empty where figures cannot be subtracted."""
    if not change.delta or change.kind not in ("quantity-raised", "quantity-lowered"):
        return ""
    absolute, relative = change.delta.get("absolute"), change.delta.get("relative")
    size = [] if absolute is None else [f"by {figure(abs(Decimal(str(absolute))))}"]
    size += [] if relative is None else [f"({abs(relative) * 100:.1f}%)"]
    return " ".join([change.kind.removeprefix("quantity-"), *size])


def _quantity_change(change: Change, actors: Mapping[str, Actor]) -> str:
    before, after = side_words(change, actors)
    name = f"{part_words(change)}: " if change.part in ("duration", "frequency") else ""
    return ", ".join(filter(None, [f"{name}{before} -> {after}", size_words(change)]))


def _sentence_name(change: Change) -> str:
    """What a sentence that came or went is called: `ban`, `duty`."""
    side = change.after if change.before is None else change.before
    force = side.get("modality") if isinstance(side, Mapping) else change.force
    return _SENTENCES.get(str(force), "sentence")


def _wording_change(change: Change, actors: Mapping[str, Actor]) -> str:
    """That people must read both, and what differs."""
    before, after = side_words(change, actors)
    if change.before and change.after:
        return f"read both: {before} -> {after}"
    if change.kind == "outside-changed" and (change.before or change.after):
        return f"only in NEW: {after}" if change.after else f"only in OLD: {before}"
    return f"read both: {before if change.before else after}" if change.before or change.after else "read both"


def _norm_words(value: Mapping[str, object], actors: Mapping[str, Actor]) -> str:
    """A norm as a line: `Veldia: must reopen the border, within 10 days, if the hostages are released`."""

    def words(name: str) -> str:
        part = value.get(name)
        return value_words(part, actors) if part not in (None, [], (), {}) else ""

    force = _FORCES.get(str(value.get("modality")))
    act = " ".join(filter(None, [force, words("action"), words("quantifier"), words("object")]))
    limits = [part for part in PARTS.values() if part.lead is not None and words(part.field)]
    parts = [led_words(part.lead or "", words(part.field)) for part in limits]
    bearer = words("bearer")
    return (f"{bearer}: " if bearer else "") + ", ".join([act, *parts])


def led_words(lead: str, words: str) -> str:
    """A part of a norm behind its small word, unless it brings its own: `until ...`, not `if until ...`."""
    return words if words.split(maxsplit=1)[0].casefold() in _OWN_LEADS else f"{lead} {words}".strip()


def _status_change(change: Change, actors: Mapping[str, Actor]) -> str:
    before, after = side_words(change, actors)
    return f"{before} -> {after}"


def _provision_change(change: Change, actors: Mapping[str, Actor]) -> str:
    if change.kind in ("provision-moved-out", "provision-moved-in") or (
        change.kind in ("provision-removed", "provision-added") and isinstance(change.before, str) and change.after
    ):
        return f"{value_words(change.before, actors)} -> {value_words(change.after, actors)}"
    return KINDS[change.kind].meaning


_MAKERS: dict[str, Callable[[Change, Mapping[str, Actor]], str]] = {
    "quantity": _quantity_change,
    "wording": _wording_change,
    "outside": _wording_change,
    "status": _status_change,
    "provision": _provision_change,
}


def effect_words(change: Change, terms: Mapping[str, Term], actors: Mapping[str, Actor]) -> str:
    """What the change does to the duty, named by whom it binds: `binds Ukraine less`. Empty where it does nothing.

    Args:
        change: The change.
        terms: The terms of the points it is of, old and new, by key.
        actors: The registry.
    """
    if change.effect not in ("strengthened", "weakened"):
        return ""
    term = terms.get(change.term[0] or "") or terms.get(change.term[1] or "")
    words = "more" if change.effect == "strengthened" else "less"
    if change.bearer:
        return f"binds {one_line(change.bearer)} {words}"
    term = terms.get(change.term[0] or "") or terms.get(change.term[1] or "")
    bearers = sorted({actor_name(actors, bearer) for bearer in term.bearer}, key=str.casefold) if term else []
    if not bearers:
        return ""
    who = " and ".join(bearers) if len(bearers) <= _MOST_NAMED else f"{len(bearers)} parties"
    return f"binds {who} {words}"
