"""Whether a text settles its matter, leaves it to later, or says that it is not agreed; and what is only proposed."""

from plantrack.extraction.meaning import verb_forms_or_none
from plantrack.extraction.words import Token

_DEFERRED_HEADS = frozenset("deferred postponed pending tbd tba reserved".split())
_DEFERRED = (
    "left to", "left for", "left open", "deferred to", "deferred until", "is deferred", "are deferred", "be deferred",
    "been deferred", "postponed to", "postponed until", "be postponed", "is postponed", "are postponed", "remains open",
    "remain open", "to be discussed later", "to be settled later", "to be decided later", "to be agreed later",
    "to be negotiated later", "settled in later", "decided in later", "decided at a later", "settled at a later",
    "discussed at a later", "addressed at a later", "resolved at a later", "determined at a later",
    "addressed in later", "resolved in later", "put off", "set aside for", "resolved in future", "taken up later",
    "held over", "reserved for", "to be negotiated separately", "subject of further talks",
    "subject of further negotiations", "subject of later talks", "subject of later negotiations",
    "subject to further negotiation", "subject to further negotiations", "subject to further talks", "for later talks",
    "for future talks", "for further negotiation", "for future negotiations", "for later negotiations",
    "to be determined", "under discussion", "still to be agreed", "yet to be agreed", "still to be discussed",
    "further discussion", "under negotiation", "yet to be decided", "to be decided", "in later talks",
    "be agreed later", "be decided later", "be settled later", "be negotiated later", "be determined later",
    "be discussed later", "be agreed at a later", "be negotiated at a later", "be agreed upon later",
    "in future talks", "to later talks", "shelved",
)  # fmt: skip
_LATER = frozenset(
    """talks talk negotiations negotiation later future leaders presidents summit conference referendum stage
    discussion discussions heads round commission subsequent separate next""".split()
)  # fmt: skip
_DISPUTED = (
    "not agreed", "not yet agreed", "no agreement", "disputed", "in dispute", "contested", "do not agree",
    "does not agree", "disagree", "disagrees", "have not agreed", "has not agreed", "not been agreed",
    "remains disputed", "differ on", "not accepted", "no consensus", "failed to agree", "did not agree",
    "could not agree", "cannot agree", "objects to this", "reserves its position", "reserved its position",
    "under dispute", "unagreed", "no common position", "not reached agreement", "positions differ", "objection",
    "not accepted by",
)  # fmt: skip
_NEEDS_LATER = ("left to", "left for", "set aside for", "held over", "reserved for")
_PROPOSING = frozenset(
    "propose suggest demand insist want wish urge request ask recommend argue advocate prefer".split()
)
_REPORTERS = frozenset(
    """has have had side sides party parties also it they delegation government therefore mediators mediator been is
    was""".split()
)
"""What may stand before a verb of proposing."""
_PROPOSALS = (("puts", "forward"), ("put", "forward"), ("would", "like"), ("would", "prefer"), ("calls", "for"))
_REPORTED_NOUNS = (
    "the view of",
    "the opinion of",
    "a proposal by",
    "the proposal of",
    "the position of",
    "it was proposed",
    "it is proposed",
    "it has been proposed",
    "it was suggested",
    "it is suggested",
)


def bracket_status(words: str) -> str:
    """The status that a remark in brackets gives: deferred, disputed, removed or nothing.

    >>> bracket_status("Deferred: command of the joint police")
    'deferred'
    """
    low = words.lower().strip(" .:")
    if any(phrase in low for phrase in _DISPUTED):
        return "disputed"
    head = low.split(":")[0].split(",")[0].strip()
    first = head.split()[0] if head.split() else ""
    if (
        first in _DEFERRED_HEADS
        or any(phrase in low for phrase in _DEFERRED)
        or low in ("open", "open issue", "later", "blank")
        or (low.startswith("to be ") and low.split()[2:3] and low.split()[2] in _TO_COME)
    ):
        return "deferred"
    if low in ("deleted", "removed", "withdrawn", "omitted", "struck out", "struck", "no longer applies"):
        return "removed"
    return ""


def sentence_status(tokens: list[Token]) -> str:
    """The status that a whole sentence gives to the matter of its point."""
    low = " ".join(token.low for token in tokens[:60])
    after_mark = _after_mark(tokens)
    if after_mark:
        return after_mark
    if not any(hint in low for hint in _HINTS):
        return ""
    if "date" in low and "date still to be" in low:
        return ""
    for phrase in _DISPUTED[:-2]:
        if phrase in low and phrase not in ("contested", "disputed", "objection"):
            return "disputed" if _whole(low, phrase) else ""
    if any(f" {verb} disputed" in low for verb in ("is", "are", "remains", "remain")) and "disputed by" not in low:
        return "disputed"
    for phrase in _DEFERRED[:-2]:
        place = low.find(phrase)
        if place < 0 or (place and low[place - 1] != " "):
            continue
        rest = low[place + len(phrase) :].split()
        if phrase in _NEEDS_LATER and not _LATER & set("-".join(rest[:8]).split("-")):
            continue
        if phrase in ("to be determined", "to be decided") and ("date" in low or "by" in rest[:1]):
            continue
        discussed = phrase in {"further discussion", "under discussion"}
        if discussed and "shall" in low.split() and "matter" not in low and "remain" not in low:
            continue
        return "deferred"
    return ""


_OPEN_AFTER_MARK = frozenset("tbd tbc tba open later pending deferred reserved postponed blank".split())
_TO_COME = frozenset(
    "agreed determined decided negotiated settled discussed defined specified confirmed resolved finalised".split()
)


def _after_mark(tokens: list[Token]) -> str:
    """The status that words after a colon or dash give to what is named before: *Command of the guard: tbd*."""
    if len(tokens) > 30:
        return ""
    mark = next((step for step, token in enumerate(tokens) if token.low in (":", "-") and step), None)
    if mark is None or any(token.low in ("shall", "must", "will", "may", "should") for token in tokens):
        return ""
    words = [token.low for token in tokens[mark + 1 :] if token.kind == "w"]
    if not words or len(words) > 8:
        return ""
    if words[0] in _OPEN_AFTER_MARK:
        return "deferred"
    if words[0] in ("disputed", "contested") or words[:2] in (["not", "agreed"], ["no", "agreement"], ["not", "yet"]):
        return "disputed"
    ahead = words[words.index("to") :][:3] if "to" in words[:3] else []
    if ahead[1:2] == ["be"] and ahead[2:] and ahead[2] in _TO_COME:
        return "deferred"
    return "deferred" if words[:2] == ["for", "further"] or words[:2] == ["for", "later"] else ""


_HINTS = (
    "defer",
    "left",
    "postpone",
    "open",
    "later",
    "discuss",
    "agree",
    "disput",
    "contest",
    "differ",
    "accept",
    "consensus",
    "reserve",
    "negotiat",
    "talks",
    "decided",
    "determined",
    "shelved",
    "set aside",
    "put off",
    "held over",
    "objects",
    "position",
)
"""Some part of every remark above: most sentences hold none of them."""


def _whole(low: str, phrase: str) -> bool:
    """Whether a remark on agreement stands outside any condition."""
    before = low[: low.find(phrase)].split()
    return not {"if", "unless", "where", "when", "should", "until"} & set(before)


def is_proposal(tokens: list[Token]) -> bool:
    """Whether a sentence only reports what somebody proposes, demands or thinks."""
    for position, token in enumerate(tokens[:16]):
        low = token.low
        if low in ("shall", "must", "will", "should", "may"):
            return False
        form = verb_forms_or_none(low)
        if (
            form is not None
            and form.base in _PROPOSING
            and position
            and form.shape in ("third", "participle", "past", "base")
        ):
            before = tokens[position - 1]
            following = [item.low for item in tokens[position + 1 : position + 3]]
            named = before.capital or before.low in _REPORTERS
            if named and (form.base not in ("ask", "request", "urge", "demand") or following[:1] != ["to"]):
                return (
                    form.shape != "base"
                    or before.low in ("sides", "parties", "they", "mediators", "delegations")
                    or before.low.endswith("s")
                )
        for words in _PROPOSALS:
            if low == words[0] and position and position + 1 < len(tokens) and tokens[position + 1].low == words[1]:
                return True
    start = " ".join(token.low for token in tokens[:6])
    return any(start.startswith(("in " + phrase, "according to " + phrase, phrase)) for phrase in _REPORTED_NOUNS)
