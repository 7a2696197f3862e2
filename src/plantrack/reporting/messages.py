"""What one change says, in words: looked up by kind, the same in text and in Markdown."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from plantrack.comparison.changes import KINDS
from plantrack.comparison.result import Change
from plantrack.model import Actor, Term
from plantrack.plain import one_line
from plantrack.reporting.names import actor_name
from plantrack.reporting.values import BOUND_WORDS, counted, figure
from plantrack.vocabulary import LINK_KINDS, MODALITIES

_SHOWN = 160
"""Characters of a long value that are shown."""

_SUBJECTS = {
    "quantity": "figure", "bearer": "who is bound", "counterparty": "to whom it is owed", "place": "place",
    "scope": "scope", "deadline": "deadline", "condition": "condition", "exception": "exception", "action": "act",
    "object": "object", "modality": "how firmly it binds", "term": "norm", "field": "field",
}  # fmt: skip
_STATES = {
    "in_text": "in the text", "removed": "gone", "not_in_text": "not in the text", "moved": "in another paper",
    "settled": "settled here", "deferred": "left to later", "disputed": "not agreed in the text",
}  # fmt: skip


_WORDS = {word: word.replace("_", " ") for word in MODALITIES}
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
    if "unit" in value and "operator" in value:
        return _quantity_words(value)
    if value.get("kind") in LINK_KINDS and "to" in value:
        return f"{value['kind']} {value['to']}".replace("_", " ").replace("-", " ")
    if "moved_to" in value:
        return f"moved to {value_words(value['moved_to'], actors)}"
    if "within" in value or "by" in value:
        return _deadline_words(value)
    parts = [f"{key}: {value_words(part, actors)}" for key, part in value.items() if part not in (None, [], ())]
    return "; ".join(parts) or "nothing"


def _quantity_words(value: Mapping[str, object]) -> str:
    unit, number, upper = str(value["unit"]), value.get("value"), value.get("upper")
    if number is None:
        return f"an unstated number of {one_line(unit)}"
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
    return f"within {one_line(str(within))}{after}" if within else f"by {one_line(str(by))}{after}"


def change_words(change: Change, actors: Mapping[str, Actor], *, relation: str = "revision") -> str:
    """One change in words, without the points it is of and without what it does to the duty."""
    subject = KINDS[change.kind].subject
    if relation == "comparison" and subject == "provision":
        return KINDS[change.kind].rival
    maker = _MAKERS.get(subject)
    if maker is not None:
        return maker(change, actors)
    before, after = value_words(change.before, actors), value_words(change.after, actors)
    name = _SUBJECTS.get(subject, subject)
    if change.kind.endswith("-added"):
        return f"{name} added: {after}" if relation != "comparison" else f"{name} only in NEW: {after}"
    if change.kind.endswith("-removed"):
        return f"{name} dropped: {before}" if relation != "comparison" else f"{name} only in OLD: {before}"
    if subject == "field":
        part = "hangs on" if (change.part or "").startswith("links.") else change.part
        return f"{part}: {before} -> {after}"
    return f"{name}: {before} -> {after}"


def _quantity_change(change: Change, actors: Mapping[str, Actor]) -> str:
    words = f"{value_words(change.before, actors)} -> {value_words(change.after, actors)}"
    if change.delta and change.kind in ("quantity-raised", "quantity-lowered"):
        absolute = change.delta.get("absolute")
        relative = change.delta.get("relative")
        size = [] if absolute is None else [f"by {figure(abs(Decimal(str(absolute))))}"]
        size += [] if relative is None else [f"({abs(relative) * 100:.1f}%)"]
        words += f", {change.kind.removeprefix('quantity-')} {' '.join(size)}".rstrip()
    return words


def _term_change(change: Change, actors: Mapping[str, Actor]) -> str:
    dropped = change.kind == "term-removed"
    value = change.before if dropped else change.after
    shown = _norm_words(value, actors) if isinstance(value, Mapping) else value_words(value, actors)
    return f"norm {'dropped' if dropped else 'added'}: {shown}"


def _norm_words(value: Mapping[str, object], actors: Mapping[str, Actor]) -> str:
    """A norm as a line: `Veldia: reopen the border, within 10 days, if the hostages are released`."""

    def words(name: str) -> str:
        part = value.get(name)
        return value_words(part, actors) if part not in (None, [], (), {}) else ""

    act = " ".join(filter(None, [words("action"), words("object")]))
    limits = [("to", "counterparty"), ("in", "place"), ("", "quantity"), ("", "deadline"), ("if", "conditions")]
    limits += [("except", "exceptions"), ("in", "scope")]
    parts = [f"{lead} {words(name)}".strip() for lead, name in limits if words(name)]
    bearer = words("bearer")
    return (f"{bearer}: " if bearer else "") + ", ".join([act, *parts])


def _status_change(change: Change, actors: Mapping[str, Actor]) -> str:
    return f"{value_words(change.before, actors)} -> {value_words(change.after, actors)}"


def _provision_change(change: Change, actors: Mapping[str, Actor]) -> str:
    if change.kind in ("provision-moved-out", "provision-moved-in") or (
        change.kind in ("provision-removed", "provision-added") and isinstance(change.before, str) and change.after
    ):
        return f"{value_words(change.before, actors)} -> {value_words(change.after, actors)}"
    return KINDS[change.kind].meaning


_MAKERS: dict[str, Callable[[Change, Mapping[str, Actor]], str]] = {
    "quantity": _quantity_change,
    "term": _term_change,
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
    if change.effect not in ("strengthened", "weakened", "mixed"):
        return ""
    term = terms.get(change.term[0] or "") or terms.get(change.term[1] or "")
    bearers = sorted({actor_name(actors, bearer) for bearer in term.bearer}, key=str.casefold) if term else []
    who = " and ".join(bearers) if 0 < len(bearers) <= 2 else ""
    if change.effect == "mixed":
        return "mixed effect"
    return f"binds {who + ' ' if who else ''}{'more' if change.effect == 'strengthened' else 'less'}"
