"""What one change says, in words: looked up by kind, the same in text and in Markdown."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from plantrack.answers.counting import listed
from plantrack.answers.names import actor_name
from plantrack.answers.values import counted, day_words, figure, period_words
from plantrack.catalogue import named, say
from plantrack.differences.changes import KINDS
from plantrack.differences.paper_facts import PLACES
from plantrack.differences.parts import PARTS, Part, term_form
from plantrack.differences.result import Change
from plantrack.language.detection import NAMES as LANGUAGES
from plantrack.model import Actor, Term
from plantrack.plain import one_line
from plantrack.vocabulary import LASTINGS, LINK_KINDS, MANNERS, PUBLICATIONS, QUANTIFIERS, ROLES, STANDINGS, TIME_UNITS

_MOST_NAMED = 2
"""So many of those whom something binds are named; of more there is their number."""
_SHOWN = 160
"""Characters of a long value that are shown."""

SUBJECTS = {
    "term": "sentence", "status": "status", "wording": "words", "outside": "outside the points", "paper": "the paper",
}  # fmt: skip
"""Subjects of changes that are of no part of a sentence."""
FORCES = {
    "obligation": "must", "commitment": "must", "prohibition": "must not", "best_efforts": "is to try to",
    "expectation": "is expected to", "declaration": "declares to", "permission": "may", "right": "has the right to",
}  # fmt: skip
"""How a sentence binds, before what is done: a ban is never told as a duty."""
PAPER_FACTS = (*ROLES, *PLACES, "a fact")
"""What may differ of a paper, by the words of the file."""
_FACT_NAMES = {"claimed_points": "number of points"}
"""Those that people call otherwise."""
SENTENCES = {
    "obligation": "duty", "commitment": "duty", "prohibition": "ban", "permission": "permission", "right": "right",
}  # fmt: skip
"""What a sentence of some force is called; any other is a sentence."""
_STATES = frozenset("in_text removed not_in_text moved settled deferred disputed".split())
"""Words for what became of a point, which are messages."""
_OWN_LEADS = frozenset(
    "after as before except if in on once only other provided save unless until upon when where with".split()
)
"""First words of conditions, places and exceptions that say how they stand to the norm."""
_EXCEPTING = frozenset("except only other save unless until".split())
"""Those that say so of an exception."""
_WORDS = {word: word.replace("_", " ") for word in (*MANNERS, *STANDINGS, *PUBLICATIONS)} | {
    "obligation": "must", "commitment": "undertakes", "prohibition": "must not", "best_efforts": "is to try",
    "expectation": "is expected", "declaration": "declares", "permission": "may", "right": "has a right",
    "performative": "by the text itself", "unspecified": "not said",
}  # fmt: skip
"""Words of closed lists as people say them."""


def value_words(value: object, actors: Mapping[str, Actor]) -> str:
    """A value of a change in words."""
    if value is None:
        return say("value.nothing")
    if isinstance(value, str):
        shown = say(f"state.{value}") if value in _STATES else actor_name(actors, _word(value))
        return shown if len(shown) <= _SHOWN else shown[: _SHOWN - 3].rstrip() + "..."
    if isinstance(value, Mapping):
        return _mapping_words(value, actors)
    if isinstance(value, list | tuple):
        words = [value_words(part, actors) for part in value]
        known = all(isinstance(part, str) and part in actors for part in value)
        return ", ".join(sorted(words, key=str.casefold) if known else words) or say("value.nothing")
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return figure(Decimal(str(value)))
    if isinstance(value, bool):
        return say("value.yes" if value else "value.no")
    return one_line(str(value))


def _word(value: str) -> str:
    """A word of a closed list as people say it; anything else as it stands."""
    return named("word", value, _WORDS[value]) if value in _WORDS else value


def _mapping_words(value: Mapping[str, object], actors: Mapping[str, Actor]) -> str:
    if "unit" in value and ("operator" in value or "value" not in value):
        return _quantity_words(value)
    if value.get("kind") in LINK_KINDS and "to" in value:
        kind = str(value["kind"])
        return f"{named('tie-short', kind, kind.replace('_', ' '))} {one_line(str(value['to']).replace('-', ' '))}"
    if "moved_to" in value:
        return say("value.moved", where=value_words(value["moved_to"], actors))
    if "within" in value or "by" in value:
        return _deadline_words(value)
    if "lasting" in value:
        lasting = str(value["lasting"])
        return named("lasting", lasting, lasting) if lasting in LASTINGS else one_line(lasting.replace("_", " "))
    if "per" in value:
        return _frequency_words(value)
    if "on" in value or "after" in value:
        return _start_words(value)
    parts = [f"{key}: {value_words(part, actors)}" for key, part in value.items() if part not in (None, [], ())]
    return "; ".join(parts) or say("value.nothing")


def _quantity_words(value: Mapping[str, object]) -> str:
    unit, number, upper = str(value["unit"]), value.get("value"), value.get("upper")
    if number is None:
        return counted(None, unit, say("value.unstated"))
    low = Decimal(str(number))
    high = Decimal(str(upper)) if upper is not None else None
    operator = "eq" if value.get("implied") else str(value["operator"])
    words = say(f"bound.{operator}", value=figure(low), upper=figure(high) if high is not None else "")
    return counted(high or low, unit, words)


def _deadline_words(value: Mapping[str, object]) -> str:
    within, by, of = (value.get(key) for key in ("within", "by", "of"))
    if within == "immediately":
        return say("time.immediately")
    if within == "open":
        return say("time.open")
    told = say("time.within", period=period_words(str(within))) if within else say("time.by", day=day_words(str(by)))
    return say("time.of", time=told, event=one_line(str(of))) if of else told


def _start_words(value: Mapping[str, object]) -> str:
    """From when something holds: `from 1 May 2027`, `from 30 days after signature`."""
    after, of = value.get("after"), value.get("of")
    if after in ("immediately", "open"):
        return say("time.immediately" if after == "immediately" else "time.from-open")
    if after:
        return say("time.from-after", period=period_words(str(after)), event=one_line(str(of or say("time.that"))))
    return say("time.from", day=day_words(str(value["on"])))


def _frequency_words(value: Mapping[str, object]) -> str:
    """How often something is due: `once every 30 days`, `at least 2 times a year`."""
    times, upper, per = value.get("times", 1), value.get("upper"), one_line(str(value["per"]))
    count, _, unit = per.partition(" ")
    single = count == "1" and unit in TIME_UNITS
    period = say("time.each", unit=named("each", unit, unit)) if single else say("time.every", period=period_words(per))
    low, high = (figure(Decimal(str(one))) if one is not None else "" for one in (times, upper))
    bound = say(f"bound.{value.get('operator', 'eq')}", value=low, upper=high)
    return say("time.once", period=period) if bound == "1" else say("time.times", bound=bound, period=period)


def change_words(change: Change, actors: Mapping[str, Actor], *, relation: str = "revision") -> str:
    """One change in words, without the points it is of and without what it does to the duty."""
    subject = KINDS[change.kind].subject
    if relation == "comparison" and subject == "provision":
        return named("rival", change.kind, KINDS[change.kind].rival)
    maker = _MAKERS.get(subject)
    if maker is not None:
        return maker(change, actors)
    before, after = side_words(change, actors)
    name, rival = part_words(change), "-rival" if relation == "comparison" else ""
    if change.kind.endswith("-added"):
        return say(f"change.added{rival}", part=name, value=after)
    if change.kind.endswith("-removed"):
        return say(f"change.dropped{rival}", part=name, value=before)
    return f"{name}: {before} → {after}"


def part_words(change: Change) -> str:
    """The part of a point that a change is of: `figure`, `who is bound`."""
    subject = KINDS[change.kind].subject
    if change.part in PARTS or subject in PARTS:
        part = PARTS[change.part if change.part in PARTS else subject]
        return named("whole-part", part.id, part.words)
    if subject == "field":
        return say("change.hangs-on") if (change.part or "").startswith("links.") else one_line(change.part or "field")
    if subject == "term":
        return _sentence_name(change)
    if subject == "paper":
        return paper_fact_name(change)
    return named("subject", subject, SUBJECTS.get(subject, subject))


def paper_fact_name(change: Change) -> str:
    """The fact of a paper that a change is of: `standing`, `signatory`, `companion paper "The map"`."""
    if change.place == "companions" and change.part:
        return say("fact.companion", title=one_line(change.part))
    name = change.part if change.place == "parties" and change.part else change.place
    name = name or "a fact"
    words = _FACT_NAMES.get(name, name.replace("_", " "))
    return named("fact", name, words) if name in PAPER_FACTS else one_line(words)


def side_words(change: Change, actors: Mapping[str, Actor]) -> tuple[str, str]:
    """What stands on either side of a change, in words."""
    before, after = (
        _norm_words(side, actors)
        if KINDS[change.kind].subject == "term" and isinstance(side, Mapping)
        else _language_words(side)
        if change.kind == "paper-changed" and change.place == "language" and isinstance(side, str)
        else value_words(side, actors)
        for side in (change.before, change.after)
    )
    return before, after


def _language_words(tag: str) -> str:
    """A language by its name; the tag where it has none here."""
    first = tag.partition("-")[0]
    return named("language", first, LANGUAGES[first]) if first in LANGUAGES else one_line(tag)


def size_words(change: Change) -> str:
    """By how much a figure rose or fell: `raised by 200,000 (33.3%)`; empty where figures cannot be subtracted."""
    if not change.delta or change.kind not in ("quantity-raised", "quantity-lowered"):
        return ""
    absolute, relative = change.delta.get("absolute"), change.delta.get("relative")
    size = [] if absolute is None else [figure(abs(Decimal(str(absolute))))]
    size += [] if relative is None else [f"({abs(relative) * 100:.1f}%)"]
    return say(f"change.{change.kind.removeprefix('quantity-')}", size=" ".join(size)) if size else ""


def _quantity_change(change: Change, actors: Mapping[str, Actor]) -> str:
    before, after = side_words(change, actors)
    name = f"{part_words(change)}: " if change.part in ("duration", "frequency") else ""
    return ", ".join(filter(None, [f"{name}{before} → {after}", size_words(change)]))


def _sentence_name(change: Change) -> str:
    """What a sentence that came or went is called: `ban`, `duty`."""
    side = change.after if change.before is None else change.before
    force = side.get("modality") if isinstance(side, Mapping) else change.force
    name = SENTENCES.get(str(force), "sentence")
    return named("sentence", name, name)


def _wording_change(change: Change, actors: Mapping[str, Actor]) -> str:
    """That people must read both, and what differs."""
    before, after = side_words(change, actors)
    if change.before and change.after:
        return f"{say('label.read-both', count=1)}: {before} → {after}"
    if change.kind == "outside-changed" and (change.before or change.after):
        return say("change.only-new", value=after) if change.after else say("change.only-old", value=before)
    both = say("label.read-both", count=1)
    return f"{both}: {before if change.before else after}" if change.before or change.after else both


def _norm_words(value: Mapping[str, object], actors: Mapping[str, Actor]) -> str:
    """A norm as a line: `Veldia: must reopen the border, within 10 days, if the hostages are released`."""

    def words(name: str) -> str:
        part = value.get(name)
        if name == "quantifier" and part in QUANTIFIERS:
            return named(name, str(part), str(part))
        return value_words(part, actors) if part not in (None, [], (), {}) else ""

    modality, bearer = str(value.get("modality")), words("bearer")
    force = named("force", modality, FORCES[modality]) if modality in FORCES else None
    action, whole = words("action"), " ".join(filter(None, [words("quantifier"), words("object")]))
    told_of = not (force or bearer) and action and whole
    act = f"{whole}: {action}" if told_of else " ".join(filter(None, [force, action, whole]))
    limits = [part for part in PARTS.values() if part.lead is not None and words(part.field)]
    parts = [led_words(lead_word(part), words(part.field), part.field) for part in limits]
    return (f"{bearer}: " if bearer else "") + ", ".join([act, *parts])


def term_words(term: Term, actors: Mapping[str, Actor]) -> str:
    """A term in one line: who must, may or must not do what, with its figures and limits."""
    words = _norm_words(term_form(term), actors)
    return words if term.modality != "unspecified" else f"{words}; {say('term.unbound')}"


def lead_word(part: Part) -> str:
    """The small word before a part of a norm, empty where it needs none."""
    return named("lead", part.id, part.lead) if part.lead else ""


def led_words(lead: str, words: str, field: str = "") -> str:
    """A part of a norm behind its small word, unless it brings its own: `until ...`, not `if until ...`.

    Of an exception only a word that excepts is its own: `except once ...`, as `once ...` alone is a condition.
    """
    own = _EXCEPTING if field == "exceptions" else _OWN_LEADS
    return words if words.split(maxsplit=1)[0].casefold() in own else f"{lead} {words}".strip()


def _status_change(change: Change, actors: Mapping[str, Actor]) -> str:
    before, after = side_words(change, actors)
    return f"{before} → {after}"


def _provision_change(change: Change, actors: Mapping[str, Actor]) -> str:
    if change.kind in ("provision-moved-out", "provision-moved-in") or (
        change.kind in ("provision-removed", "provision-added") and isinstance(change.before, str) and change.after
    ):
        return f"{value_words(change.before, actors)} → {value_words(change.after, actors)}"
    return named("kind", change.kind, KINDS[change.kind].meaning)


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
    if change.bearer:
        return say(f"label.{change.effect}", who=one_line(change.bearer))
    term = terms.get(change.term[0] or "") or terms.get(change.term[1] or "")
    bearers = sorted({actor_name(actors, bearer) for bearer in term.bearer}, key=str.casefold) if term else []
    if not bearers:
        return ""
    who = listed(bearers) if len(bearers) <= _MOST_NAMED else say("change.parties", count=len(bearers))
    return say(f"label.{change.effect}", who=who)
