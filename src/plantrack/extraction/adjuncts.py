"""What hangs on a clause: conditions, exceptions, deadlines, scope, purposes and references to other papers.

Each is known by its first words and ends where the next begins, where the main clause begins, or at a comma that no
list explains.
"""

from bisect import bisect_right
from typing import NamedTuple

from plantrack.extraction.calendar import read_date, read_period
from plantrack.extraction.meaning import lemma, verb_forms_or_none
from plantrack.extraction.numbers import NUMBER_WORDS
from plantrack.extraction.phrases import MODALS, subject_after
from plantrack.extraction.times import BEGINNINGS, Found, find_deadline
from plantrack.extraction.words import Token
from plantrack.model import Deadline

_CONDITIONS = """
if and only if; only if; if; unless and until; unless; only once; once; only after; after; until; till; for as long as; as long as; so long as;
provided always that; provided that; provided; providing that; providing; on condition that; on the condition that; on conditions; on terms;
only on condition that; subject to; conditional on; conditional upon; contingent on; contingent upon; depending on; in the event of;
in the event that; in case of; in case; in cases where; whenever; in consultation with; in agreement with; at least; not less than; only when; when; as soon as; immediately after; immediately upon;
upon; pending; with the consent of; with the agreement of; with the approval of; without the consent of; without the approval of;
without the prior consent of; with the prior consent of; with the permission of; without the permission of;
assuming that; in exchange for; in return for; following; on signature; on ratification; on completion; on receipt; on acceptance; on expiry; on the expiry; on the expiration; on the completion; on the signing; on the signature; on the ratification; on the conclusion; on the entry into force; on conclusion;
on the day; from the moment; at the moment; no sooner than; not sooner than; no earlier than; not earlier than; not before; on the understanding that; not until; as from the moment; in so far as; insofar as; to the extent that;
where
"""  # noqa: E501 - a row of a table is a line
_EXCEPTIONS = """
with the exception of; with the sole exception of; except where; except for; except that; except; other than; apart from; aside from; save for; save that; save;
excluding; excepting; barring; but not; not counting; not including; with the exemption of; to the exclusion of; all but
"""  # noqa: E501 - a row of a table is a line
_PURPOSES = """
so that; in order to; in order that; so as to; with a view to; with the aim of; with the goal of; for the purpose of; for the purposes of; thereby; thus
"""  # noqa: E501 - a row of a table is a line
_REFERENCES = """
in line with; in accordance with; pursuant to; as laid down in; as set out in; as set forth in; as provided for in; as provided for by; as provided in; as provided by;
as defined in; as stipulated in; as specified in; as agreed in; as foreseen in; as described in; as required by; in conformity with; in keeping with; in compliance with;
according to; consistent with; by virtue of; as per; in the spirit of; in pursuance of; as envisaged in; as prescribed by; as prescribed in; on the basis of;
among other means by; among other things by; notably by; in particular by; inter alia by; including by; as well as by; for instance; for example; such as;
under article; under the authority of; under the auspices of; under the terms of; with full respect for; with due regard for; with due regard to; under resolution; under security council;
meanwhile
"""  # noqa: E501 - a row of a table is a line
_PAPERS = frozenset(
    """agreement accord law treaty resolution convention charter protocol legislation
    memorandum mandate lead auspices""".split()
)
_SCOPE_FIRST = {
    "peacetime": "peacetime", "wartime": "wartime", "peace": "peacetime", "war": "wartime",
    "emergencies": "emergencies", "emergency": "emergencies",
}  # fmt: skip
_ALWAYS = (
    ("at", "all", "times"),
    ("at", "any", "time"),
    ("under", "all", "circumstances"),
    ("in", "all", "circumstances"),
)


class Adjunct(NamedTuple):
    """Something that hangs on a clause, and its tokens."""

    kind: str
    """condition, exception, deadline, scope, purpose or reference."""
    start: int
    end: int
    body: int
    """The first token after the words that mark it."""
    value: str = ""
    """For a scope."""
    deadline: Deadline | None = None


def find_adjuncts(tokens: list[Token]) -> list[Adjunct]:
    """The adjuncts of a sentence in order; they never overlap."""
    modals = [position for position, token in enumerate(tokens) if token.low in MODALS or _is_to(tokens, position)]
    found: list[Adjunct] = []
    position = 0
    while position < len(tokens):
        adjunct = _adjunct_at(tokens, position, modals)
        if adjunct is None:
            position += 1
        else:
            found.append(adjunct)
            position = max(adjunct.end, position + 1)
    return found


def _is_to(tokens: list[Token], position: int) -> bool:
    if tokens[position].low not in ("is", "are") or position + 1 >= len(tokens):
        return False
    step = position + 1 + (tokens[position + 1].low == "not")
    return step < len(tokens) and tokens[step].low == "to"


def _adjunct_at(tokens: list[Token], position: int, modals: list[int]) -> Adjunct | None:
    low = tokens[position].low
    if low not in _BEGINNINGS and tokens[position].kind == "w" and "-" not in low:
        return None
    if tokens[position].kind != "w" and low != "(":
        return _bare_deadline(find_deadline(tokens, position)) if tokens[position].kind == "n" else None
    scope = _scope(tokens, position)
    if scope is not None:
        return scope
    if not (position and tokens[position - 1].low == "name"):
        deadline = _bare_deadline(find_deadline(tokens, position))
        if deadline is not None and not (low in ("before", "after") and _after_participle(tokens, position)):
            return deadline
    for kind, table in _TABLES:
        for words in table.get(low, ()):
            if all(
                position + step < len(tokens) and tokens[position + step].low == word for step, word in enumerate(words)
            ) and _is_marker(tokens, position, words, kind):
                body = position + len(words)
                return Adjunct(kind, position, _end(tokens, position, body, kind, modals), body)
    if low == "under" and _names_paper(tokens, position):
        return Adjunct("reference", position, _end(tokens, position, position + 1, "reference", modals), position + 1)
    if low == "should" and position == 0 and len(tokens) > 3:
        return Adjunct("condition", 0, _end(tokens, 0, 1, "condition", modals[1:]), 1)
    return None


def _bare_deadline(found: Found | None) -> Adjunct | None:
    if found is None:
        return None
    return Adjunct("deadline", found.start, found.end, found.start, deadline=found.deadline)


def _is_marker(tokens: list[Token], position: int, words: list[str], kind: str) -> bool:  # noqa: C901, PLR0911 - one case a line reads best
    """Whether words that may mark an adjunct do so here."""
    before = tokens[position - 1] if position else None
    after = tokens[position + len(words)] if position + len(words) < len(tokens) else None
    first = words[0]
    if after is None:
        return False
    if words in (["provided"], ["providing"]):
        return before is not None and before.low == ","
    if words in (["at", "least"], ["not", "less", "than"]):
        period = read_period(tokens, position + len(words))
        follows = tokens[period.end].low if period is not None and period.end < len(tokens) else ""
        return follows in ("after", "following")
    if words == ["once"]:
        return after.low not in ("a", "per", "every", "more", "and")
    if words == ["following"]:
        return (before is None or before.low not in ("the", "as", "is", "are")) and (
            after.low in ("the", "a", "an", "its", "their", "this") or after.capital
        )
    if words in (["upon"], ["where"]):
        return (
            (before is None or before.low == ",")
            if first == "where"
            else (
                before is None
                or before.low
                not in ("call", "calls", "called", "agreed", "based", "insist", "depend", "depends", "relies")
            )
        )
    if words in (["when"], ["after"], ["until"]):
        if words == ["after"] and before is not None and before.low in ("name", "named", "it", "look", "looks", "day"):
            return False
        return not _after_participle(tokens, position) or read_date(tokens, position + 1) is None
    if words == ["save"]:
        return after.low not in ("the", "lives", "their", "its") or (before is not None and before.low == ",")
    if words in (["thus"], ["thereby"], ["meanwhile"]):
        return False
    if words in (["on", "conditions"], ["on", "terms"]):
        return True
    if kind == "exception" and first in ("excluding", "barring"):
        return before is not None
    return True


def _after_participle(tokens: list[Token], position: int) -> bool:
    """Whether the words before belong to a participle that describes a thing: *arrested after 7 October*."""
    if not position:
        return False
    form = verb_forms_or_none(tokens[position - 1].low)
    unknown = form is None and tokens[position - 1].low.endswith("ed")
    if not unknown and (form is None or form.shape != "participle"):
        return False
    earlier = [token.low for token in tokens[max(0, position - 4) : position - 1]]
    return not {"be", "been", "have", "has"} & set(earlier)


def _names_paper(tokens: list[Token], position: int) -> bool:
    return any(lemma(token.low) in _PAPERS for token in tokens[position + 1 : position + 6])


def _scope(tokens: list[Token], position: int) -> Adjunct | None:  # noqa: PLR0911 - one case a line reads best
    low = tokens[position].low
    following = [token.low for token in tokens[position + 1 : position + 5]]
    if low == "both" and following[:1] and following[0] in ("in", "during"):
        return None
    for words in _ALWAYS:
        if low == words[0] and following[: len(words) - 1] == list(words[1:]):
            return Adjunct("scope", position, position + len(words), position, "at all times")
    if low in {"permanent", "permanently"}:
        return None
    if low not in ("in", "during", "for") or not following:
        return None
    step = position + 1
    if following[0] in ("time", "times", "periods", "a", "the"):
        step += 1
        if following[0] in ("a", "the"):
            if step < len(tokens) and tokens[step].low in ("time", "times") and len(following) > 1:
                step += 1
            else:
                return _emergency(tokens, position, step)
        if step + 1 < len(tokens) and tokens[step].low == "of":
            end = step + 2
            while end < len(tokens) and tokens[end].kind == "w" and tokens[end].low == "and" and end - step < 4:
                end += 2
            name = " ".join(token.low for token in tokens[step + 1 : end])
            return Adjunct("scope", position, end, position, _SCOPE_FIRST.get(name, f"times of {name}"))
        return None
    if following[0] in ("peacetime", "wartime", "emergencies") and low in ("in", "during"):
        return Adjunct("scope", position, position + 2, position, _SCOPE_FIRST[following[0]])
    return None


def _emergency(tokens: list[Token], position: int, step: int) -> Adjunct | None:
    if tokens[position].low == "in" and step < len(tokens) and tokens[step].low in ("emergency", "emergencies"):
        return Adjunct("scope", position, step + 1, position, "emergencies")
    return None


def _end(tokens: list[Token], position: int, body: int, kind: str, modals: list[int]) -> int:
    """Where an adjunct ends that begins at `position`."""
    limit = len(tokens)
    following = bisect_right(modals, position)
    modal = modals[following] if following < len(modals) else None
    fronted = _is_fronted(tokens, position, modals)
    if fronted and modal is not None:
        comma = _last_comma(tokens, body, modal)
        if comma is not None:
            return comma
    if fronted:
        subject = subject_after(tokens, position, modal)
        if subject is not None and subject > body:
            return subject
    if modal is not None:
        limit = _before_next_clause(tokens, body, modal, subject_inside=kind == "exception")
    step = body
    while step < limit:
        low = tokens[step].low
        if low in (")", "(", "]", ":"):
            return step
        if low == "," and not _in_list(tokens, step, limit, kind):
            return step
        if step > body and kind in ("exception", "reference", "purpose") and _starts_other(tokens, step, kind):
            return step
        if step > body and kind == "condition" and low in ("unless", "except") and step - body > 1:
            return step
        step += 1
    return limit


def _is_fronted(tokens: list[Token], position: int, modals: list[int]) -> bool:
    """Whether nothing that could be a subject stands before."""
    if position == 0:
        return True
    before = tokens[position - 1].low
    earlier = bisect_right(modals, position) - 1
    return before in ("and", "but", ",") and earlier < 0 and position < 40


def _last_comma(tokens: list[Token], body: int, modal: int) -> int | None:
    commas = [step for step in range(modal - 1, max(body - 1, modal - 80), -1) if tokens[step].low == ","]
    for index, comma in enumerate(commas):
        if tokens[comma + 1].low in ("and", "or", "as"):
            continue
        earlier = commas[index + 1] if index + 1 < len(commas) else None
        if earlier is not None and comma - earlier <= 4 and all(token.capital for token in tokens[earlier + 1 : comma]):
            continue
        return comma
    return None


def _before_next_clause(tokens: list[Token], body: int, modal: int, *, subject_inside: bool) -> int:
    """The end of an adjunct before the clause to which a later modal verb belongs."""
    for step in range(modal - 1, max(body, modal - 60), -1):
        if tokens[step].low in ("and", "but", "while", "whereas"):
            if tokens[step - 1].low == ",":
                return step - 1
            if not any(token.low == "," for token in tokens[step:modal]):
                return step
    for step in range(modal - 1, max(body, modal - 60), -1):
        if tokens[step].low == ",":
            return step
    return modal if subject_inside else len(tokens)


def _in_list(tokens: list[Token], comma: int, limit: int, kind: str) -> bool:
    """Whether a comma only separates the members of a list: another comma or *and* follows soon, and no new marker."""
    following = [token.low for token in tokens[comma + 1 : min(limit, comma + 3)]]
    if not following:
        return False
    if following[0] in ("and", "or"):
        return not (len(following) > 1 and following[1] in MODALS) and kind != "exception"
    if any(following[0] in table for _, table in _TABLES) or following[0] in ("by", "within", "in", "no", "not", "on"):
        return False
    return following[0] == "of" or any(
        (token.low in ("and", "or") and tokens[step - 1].low != ",")
        or (token.low in ("and", "or") and step - comma < 5)
        for step, token in enumerate(tokens[comma + 1 : min(limit, comma + 7)], comma + 1)
    )


def _starts_other(tokens: list[Token], step: int, kind: str) -> bool:
    low = tokens[step].low
    if low in ("if", "unless", "until", "provided", "except", "within", "once"):
        return True
    if low == "by" and step + 1 < len(tokens):
        return read_date(tokens, step + 1) is not None
    return kind == "reference" and low in ("shall", "must", "will")


def _table(text: str) -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = {}
    for marker in sorted(
        (item.split() for item in text.replace("\n", " ").split(";") if item.strip()), key=lambda item: -len(item)
    ):
        found.setdefault(marker[0], []).append(marker)
    return found


_TABLES = (
    ("exception", _table(_EXCEPTIONS)),
    ("reference", _table(_REFERENCES)),
    ("purpose", _table(_PURPOSES)),
    ("condition", _table(_CONDITIONS)),
)
_BEGINNINGS = (
    BEGINNINGS
    | NUMBER_WORDS
    | {first for _, table in _TABLES for first in table}
    | {words[0] for words in _ALWAYS}
    | {"in", "during", "for", "both", "under", "should"}
)
"""Words with which an adjunct may begin: most words are none of them."""
