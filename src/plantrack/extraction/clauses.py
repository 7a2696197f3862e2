"""Sentences cut into clauses: who, how it binds, and what is to be done."""

from typing import NamedTuple

from plantrack.extraction.meaning import verb_forms_or_none
from plantrack.extraction.modality import Anchor, find_anchor
from plantrack.extraction.words import Token

_RELATIVES = frozenset({"which", "that", "who", "whom", "whose", "where"})
_PRONOUNS = frozenset({"it", "they", "he", "she", "both", "each"})
_JOINS = frozenset({"and", "but", "while", "whereas", "or", "nor", "yet"})
_NOUN_AFTER = frozenset({"of", "in", "on", "at", "by", "for", "from", "with", "to", "under", "against"})
_FRONT = frozenset(
    """in at on from to within by under with without for as after before upon during of through throughout following
    given based regarding concerning among along despite pending together across""".split()
)


class Clause(NamedTuple):
    """One clause. Indexes count in the tokens of its sentence."""

    subject: tuple[int, int]
    """The tokens that name who; empty if the clause before names it."""
    anchor: Anchor
    predicate: tuple[int, int]
    start: int
    inherits: bool
    """Whether the subject of the clause before goes on."""
    verbs_before: int = 0
    """0 for the first verb of its modal phrase; 1, 2 for those joined to it by *and*."""


def find_clauses(tokens: list[Token]) -> list[Clause]:
    """The clauses of a sentence that bind somebody, in order."""
    anchors = _anchors(tokens)
    clauses: list[Clause] = []
    previous_end = 0
    for index, anchor in enumerate(anchors):
        limit = anchors[index + 1].start if index + 1 < len(anchors) else len(tokens)
        start = previous_end
        following = limit if index + 1 == len(anchors) else _clause_start(tokens, anchor.end, limit)
        subject = _subject(tokens, start, anchor.start)
        words = [token.low for token in tokens[subject[0] : subject[1]] if token.kind == "w"]
        inherits = not words or (len(words) == 1 and words[0] in _PRONOUNS)
        predicate_end = following
        while predicate_end > anchor.end and (
            tokens[predicate_end - 1].low in _JOINS
            or (tokens[predicate_end - 1].kind == "p" and tokens[predicate_end - 1].low in ",:")
        ):
            predicate_end -= 1
        if predicate_end > anchor.end:
            clauses.extend(_joined(tokens, subject, anchor, predicate_end, start, inherits=inherits))
        previous_end = following
    return clauses


def _anchors(tokens: list[Token]) -> list[Anchor]:
    found: list[Anchor] = []
    position = 0
    while position < len(tokens):
        anchor = find_anchor(tokens, position)
        if anchor is None or _in_relative_clause(tokens, anchor, found):
            position += 1
            continue
        if found and anchor.start <= found[-1].end:
            position += 1
            continue
        if not _is_modal(tokens[anchor.start]) and _has_modal_near(found, anchor, tokens):
            position += 1
            continue
        found.append(_as_foreseen(tokens, anchor))
        position = max(anchor.end, position + 1)
    return found


def _as_foreseen(tokens: list[Token], anchor: Anchor) -> Anchor:
    """*It is envisaged that A will join* binds no more than *A is expected to join*."""
    if anchor.modality != "obligation" or tokens[anchor.start].low not in ("will", "shall"):
        return anchor
    for step in range(max(0, anchor.start - _LONGEST_FORESEEN), anchor.start - 3):
        if [tokens[step + ahead].low for ahead in (0, 1, 3)] == ["it", "is", "that"]:
            foreseen = tokens[step + 2].low in _FORESEEN
            return anchor._replace(modality="expectation") if foreseen else anchor
    return anchor


_REPORTING = frozenset("agree agreed agrees ensure ensures confirm confirms declare".split())
_FORESEEN = frozenset("envisaged expected foreseen anticipated hoped intended understood".split())
_LONGEST_FORESEEN = 14


def _is_modal(token: Token) -> bool:
    return token.low in ("shall", "must", "will", "should", "may", "can", "cannot", "might", "ought", "is", "are")


def _has_modal_near(found: list[Anchor], anchor: Anchor, tokens: list[Token]) -> bool:
    """Whether a promise or right only stands inside what an earlier modal verb governs."""
    if not found:
        return False
    between = [token.low for token in tokens[found[-1].end : anchor.start]]
    return "," not in between and "and" not in between


def _in_relative_clause(tokens: list[Token], anchor: Anchor, found: list[Anchor]) -> bool:
    """Whether the modal verb belongs to *which ...*, *that ...* inside a noun phrase."""
    floor = found[-1].end if found else 0
    for step in range(anchor.start - 1, max(floor - 1, anchor.start - 8), -1):
        low = tokens[step].low
        if low in _RELATIVES:
            if step + 1 < anchor.start and any(_is_finite(token) for token in tokens[step + 1 : anchor.start]):
                return False
            if low == "that" and step == floor and not found:
                return False
            if low == "that" and step and tokens[step - 1].low in _REPORTING | _FORESEEN:
                return False
            if low == "who" and step == floor:
                return False
            return step > floor or bool(found)
        if low in (",", "and") or tokens[step].kind == "p":
            return False
    return False


def _is_finite(token: Token) -> bool:
    form = verb_forms_or_none(token.low)
    return token.low in ("is", "are", "was", "were", "has", "have", "had") or (
        form is not None and form.shape != "gerund"
    )


def _clause_start(tokens: list[Token], floor: int, anchor_start: int) -> int:
    """Where the next clause begins, between the verb of one and the modal of the next."""
    commas_join = joins = commas = None
    for step in range(anchor_start - 1, floor, -1):
        low = tokens[step].low
        if low in _JOINS and tokens[step - 1].low == ",":
            commas_join = step
            break
    for step in range(anchor_start - 1, floor, -1):
        low = tokens[step].low
        if low in _JOINS and joins is None:
            joins = step
        if low == "," and commas is None:
            commas = step
        if joins is not None and commas is not None:
            break
    if tokens[anchor_start - 1].low in _JOINS or tokens[anchor_start - 1].low == ",":
        return anchor_start
    if commas_join is not None and not _is_list_end(tokens, commas_join, anchor_start, floor):
        return commas_join
    if joins is not None:
        if _is_list_end(tokens, joins, anchor_start, floor):
            start = _list_start(tokens, joins, floor)
            if start is not None:
                return start
        return joins
    return commas if commas is not None else anchor_start


def _is_list_end(tokens: list[Token], join: int, anchor_start: int, floor: int) -> bool:
    """Whether *and* only ends the list of subjects: *and Kestria, Veldia and Tolmar shall*."""
    before = _list_start(tokens, join, floor)
    return before is not None and all(
        token.capital or token.kind == "p" or token.low in ("the", "of", "and")
        for token in tokens[before + 1 : anchor_start]
    )


def _list_start(tokens: list[Token], join: int, floor: int) -> int | None:
    step = join - 1
    while step > floor and (tokens[step].capital or tokens[step].low in (",", "the", "of")):
        step -= 1
    return step if step > floor and tokens[step].low in _JOINS else None


def _subject(tokens: list[Token], start: int, end: int) -> tuple[int, int]:
    while start < end and (tokens[start].low in _JOINS or (tokens[start].kind == "p" and tokens[start].low != "[")):
        start += 1
    if start < end and tokens[start].low in _FRONT:
        comma = next((step for step in range(end - 1, start, -1) if tokens[step].low == ","), None)
        if comma is not None and tokens[comma + 1].low not in ("and", "or"):
            start = comma + 1
    if end - start > 4 and [tokens[start + step].low for step in (0, 1, 3)] == ["it", "is", "that"]:
        start += 4
    if end - start > 1 and tokens[end - 1].low in ("it", "they"):
        agreed = _before_that(tokens, start, end)
        return (start, agreed) if agreed else (end - 1, end)
    while start < end and tokens[start].low in ("that", "then", "also", "moreover", "furthermore", "likewise", ","):
        start += 1
    while end > start and (
        tokens[end - 1].low
        in ("also", "then", "therefore", "jointly", "together", "each", "both", ",", "further", "to")
    ):
        end -= 1
    return start, end


def _before_that(tokens: list[Token], start: int, end: int) -> int:
    """The end of the subject in *X and Y agree that they shall*; 0 where there is no such clause."""
    if tokens[end - 2].low != "that" or end - start < 4:
        return 0
    form = verb_forms_or_none(tokens[end - 3].low)
    return end - 3 if form is not None and form.shape in ("base", "third") else 0


def _joined(
    tokens: list[Token], subject: tuple[int, int], anchor: Anchor, end: int, start: int, *, inherits: bool
) -> list[Clause]:
    """A clause, and one more for each verb with an object of its own that *and* joins to the first."""
    cuts, joins = [anchor.end], []
    if not anchor.gerund:
        passive = tokens[anchor.end].low == "be"
        for step in range(anchor.end + 1, end - 1):
            if _new_infinitive(tokens, step, cuts[-1], anchor):
                cuts.append(step + 2)
            elif (
                tokens[step].low in ("and", "but", "or")
                and step > anchor.end + 1
                and _new_verb(tokens, step, cuts[-1], end, passive=passive)
            ):
                cuts.append(step + 1)
            else:
                continue
            joins.append(step)
    found = []
    for number, cut in enumerate(cuts):
        stop = joins[number] if number < len(joins) else end
        while stop > cut and tokens[stop - 1].low == ",":
            stop -= 1
        if number:
            joined = anchor._replace(start=cut, end=cut)
            found.append(Clause((subject[0], subject[1]), joined, (cut, stop), cut - 1, inherits, number))
        else:
            found.append(Clause(subject, anchor, (cut, stop), start, inherits))
    return found


def _new_infinitive(tokens: list[Token], join: int, cut: int, anchor: Anchor) -> bool:
    """Whether what is to be done goes on: *undertakes to leave the fort, to free the crew **and to** pay*.

    An *or* between duties leaves a choice, and is no second duty.
    """
    if tokens[anchor.end - 1].low != "to" or join + 2 >= len(tokens) or tokens[join + 1].low != "to":
        return False
    chosen = tokens[join].low == "or" and anchor.modality in ("permission", "right")
    if tokens[join].low not in ("and", ",") and not chosen:
        return False
    form = verb_forms_or_none(tokens[join + 2].low)
    return (
        form is not None and form.base == tokens[join + 2].low and join > cut and not _inside_other(tokens, cut, join)
    )


def _new_verb(tokens: list[Token], join: int, cut: int, end: int, *, passive: bool) -> bool:
    step = join + 1
    while step < end and (
        tokens[step].low.endswith("ly") or tokens[step].low in ("also", "then", "thereafter", "not", "subsequently")
    ):
        step += 1
    if step >= end:
        return False
    form = verb_forms_or_none(tokens[step].low)
    if tokens[step].low == "be":
        return True
    if form is None or step - cut < 3 or _inside_other(tokens, cut, join):
        return False
    if form.shape != "base":
        return False
    if passive and tokens[step].low != "be":
        return False
    if step + 1 >= end:
        return False
    after = tokens[step + 1]
    if tokens[step].low in _OFTEN_NOUNS and not (after.low in _OBJECT_STARTS or after.capital or after.kind == "n"):
        return False
    return after.low not in _NOUN_AFTER or tokens[step].low in _NEVER_NOUNS


def _inside_other(tokens: list[Token], cut: int, join: int) -> bool:
    """Whether an infinitive or a relative clause stands between, to which a verb after *and* may as well belong."""
    for step in range(cut + 1, join):
        low = tokens[step].low
        if low in ("which", "who", "that", "whom"):
            return True
        if (
            low == "to"
            and step + 1 < join
            and (form := verb_forms_or_none(tokens[step + 1].low))
            and form.shape == "base"
        ):
            return tokens[step + 1].low not in _OFTEN_NOUNS
    return False


_OBJECT_STARTS = frozenset("the a an all its their any every each no these those both his her our such".split())
_OFTEN_NOUNS = frozenset(
    """release patrol report exchange support guarantee control return transfer ban mark test use supply fund help aid
    work tax host train draft record list vote post base guard shell bomb raid strike attack export import trade
    store share visit cross mine plan split cut limit number cap restore access question order place increase
    decrease pause halt stop end start move transport travel ship launch lease sale rent appeal request call
    review study stay name head chair school harbour shelter threat levy state reform broadcast lead watch track
    check screen market grant offer loan""".split()
)
_NEVER_NOUNS = frozenset(
    """withdraw remain comply cooperate refrain go come proceed pull hand give begin continue consult negotiate meet
    serve participate""".split()
)
