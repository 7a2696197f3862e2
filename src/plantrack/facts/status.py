"""Whether a wording settles its matter, leaves it to later, or says that the parties do not agree on it.

Seen in drafts of Geneva (1954), Annan (2004), Minsk (2015) and Abyei (2011): a remark in brackets, words after a colon
(*Command of the guard: to be agreed*), or a sentence that says nothing else.
"""

import re
from functools import lru_cache

from plantrack.facts.fact import Fact
from plantrack.language.tokens import Token

_LATER = (
    r"(?:later|future|further|subsequent|separate|next|talks?|negotiations?|discussions?"
    r"|presidents|leaders|summit|conference)"
)
_SETTLED = r"(?:agreed|determined|decided|negotiated|settled|discussed|defined|specified|resolved|finalised|finalized)"
_DEFERRED = (
    (
        r"\b(?:left|deferred|postponed|put off|reserved|held over|set aside)(?: open)? (?:to|for|until) "
        rf"(?:\w+ ){{0,3}}{_LATER}\b"
    ),
    r"\b(?:is|are|be|been|remains?) (?:deferred|postponed|shelved|left open|left blank)\b",
    r"\bremains? (?:open|pending|under (?:discussion|negotiation))\b",
    rf"\b(?:still|yet) to be {_SETTLED}\b",
    rf"\bto be {_SETTLED} (?:\w+ ){{0,2}}(?:later|separately|in stages)\b",
    rf"\b{_SETTLED} (?:in|at|during) (?:a |an |the )?{_LATER}\b",
    r"\bsubject (?:of|to) (?:further|later|future|separate) (?:talks|negotiations?|discussions?)\b",
)
_DISPUTED = (
    r"\bnot (?:yet )?(?:been )?agreed\b",
    r"\bno (?:agreement|consensus|common position)\b",
    r"\b(?:remains?|is|are) (?:disputed|contested|in dispute|unagreed)\b",
    r"\b(?:do|does|did|could|can) ?not agree\b",
    r"\b(?:have|has) not (?:yet )?(?:agreed|reached agreement)\b",
    r"\bdisagrees?\b",
    r"\bpositions? differ\b",
    r"\breserves? (?:its|their) positions?\b",
)
_REMARK_DEFERRED = (
    r"(?:deferred|postponed|pending|tbd|tba|tbc|open(?: issue)?|later|blank|reserved"
    rf"|to be {_SETTLED}|under discussion)\b"
)
_REMARK_DISPUTED = r"(?:disputed|contested|unagreed|not (?:yet )?agreed|no agreement)\b"
_CONDITIONS = frozenset("if unless where when until should provided".split())
_FORCE = frozenset("shall must may".split())
_MOST_TOKENS = 60


def find_status(tokens: list[Token], ends: list[int]) -> list[Fact]:
    """Remarks in brackets and sentences that give a status; values are `deferred` and `disputed`.

    Args:
        tokens: The tokens of a wording.
        ends: The places after the last token of each of its sentences.
    """
    found = _remarks(tokens)
    taken = {place for fact in found for place in range(fact.first, fact.last)}
    first = 0
    for last in ends:
        if taken.isdisjoint(range(first, last)):
            fact = _sentence(tokens, first, last)
            if fact is not None:
                found.append(fact)
        first = last
    return sorted(found, key=lambda fact: fact.first)


def _remarks(tokens: list[Token]) -> list[Fact]:
    """Remarks in square brackets, or in round ones at the end of a sentence."""
    found = []
    opened: int | None = None
    for place, token in enumerate(tokens):
        if token.low in "[(" and token.kind == "mark":
            opened = place
        elif token.low in "])" and token.kind == "mark" and opened is not None:
            words = " ".join(one.low for one in tokens[opened + 1 : min(place, opened + 30)])
            status = _remark_status(words)
            if status:
                found.append(Fact("status", opened, place + 1, status))
            opened = None
    return found


def _remark_status(words: str) -> str | None:
    if _pattern("remark disputed").match(words) or _pattern("disputed").search(words):
        return "disputed"
    if _pattern("remark deferred").match(words) or _pattern("deferred").search(words):
        return "deferred"
    return None


def _sentence(tokens: list[Token], first: int, last: int) -> Fact | None:
    part = tokens[first : min(last, first + _MOST_TOKENS)]
    lows = [token.low for token in part]
    mark = next((place for place, low in enumerate(lows) if low in {":", "-"} and place), None)
    if mark is not None and len(part) < 20 and not _FORCE & set(lows):
        status = _remark_status(" ".join(low for low in lows[mark + 1 :] if low != "."))
        if status:
            return Fact("status", first + mark + 1, last, status)
    words = " ".join(lows)
    for status in ("disputed", "deferred"):
        hit = _pattern(status).search(words)
        if hit is not None:
            before = words[: hit.start()].split()
            own = 2 if before[-1:] == ["be"] else 1  # the words of force that the hit itself stands under
            if not _CONDITIONS & set(before) and not _FORCE & set(before[:-own]):
                return Fact("status", first, last, status)
    return None


@lru_cache(maxsize=8)
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(
        {
            "disputed": "|".join(_DISPUTED),
            "deferred": "|".join(_DEFERRED),
            "remark disputed": _REMARK_DISPUTED,
            "remark deferred": _REMARK_DEFERRED,
        }[name]
    )
