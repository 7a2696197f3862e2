"""Clauses without a modal verb: commands, statements in the present tense, bans and headings without any verb."""

from plantrack.extraction import nouns
from plantrack.extraction.clauses import Clause
from plantrack.extraction.meaning import verb_forms_or_none
from plantrack.extraction.modality import Anchor, is_performative
from plantrack.extraction.phrases import PREPOSITIONS, is_agent
from plantrack.extraction.words import Token

_STATES = frozenset(
    """be have remain stay belong contain consist comprise include mean exist apply form constitute cover extend lie
    stand number amount total become retain keep hold own possess know need want wish hope believe differ depend
    serve follow read run""".split()
)
"""Verbs that in the present tense say how things are, and order nothing."""
_BEFORE_OBJECT = frozenset("the a an all its their any every each no these those his her".split())
_ALLOWING = frozenset("allow permit authorise authorize tolerate".split())
_LONGEST_SUBJECT = 14


def statement(tokens: list[Token], origin: list[int]) -> tuple[list[Token], list[int], list[Clause]]:
    """The one clause of a sentence in which no modal verb stands, with the tokens it counts in and their places."""
    words = [step for step, token in enumerate(tokens) if token.kind == "w"]
    if not words:
        return tokens, origin, []
    first = words[0]
    if tokens[first].low == "no" and len(words) > 1 and not _verb_of(tokens, words[1:]):
        be = tokens[first]._replace(text="be", low="be", end=tokens[first].start)
        tokens, origin = [be, *tokens[first:]], [origin[first], *origin[first:]]
        return tokens, origin, [_clause(0, 0, "obligation", len(tokens), inherits=True)]
    if _is_command(tokens, first, len(words)):
        return tokens, origin, [_clause(first, first, "obligation", len(tokens), inherits=True)]
    if tokens[first].low in ("not", "never"):
        return tokens, origin, []
    verb = _verb_of(tokens, words[1:_LONGEST_SUBJECT])
    if verb is None:
        return tokens, origin, [_clause(0, 0, "unspecified", len(tokens), inherits=True)]
    begin, negative = verb, False
    lows = [token.low for token in tokens[verb : verb + 3]]
    if lows[:1] in (["does"], ["do"]) and lows[1:2] == ["not"]:
        begin, negative = verb + 2, True
    elif lows[:1] in (["is"], ["are"]) and lows[1:2] in (["not"], ["never"]):
        form = verb_forms_or_none(lows[2]) if len(lows) > 2 else None
        negative = form is not None and form.base in _ALLOWING
    modality = "performative" if is_performative(tokens[verb]) else "unspecified"
    if negative or _orders(tokens, verb):
        modality = "obligation"
    clause = Clause((0, verb), Anchor(verb, begin, modality, negative), (begin, len(tokens)), 0, inherits=False)
    return tokens, origin, [clause]


def _clause(subject: int, verb: int, modality: str, end: int, *, inherits: bool) -> Clause:
    return Clause((subject, verb), Anchor(verb, verb, modality, negative=False), (verb, end), 0, inherits)


def _is_command(tokens: list[Token], first: int, count: int) -> bool:
    form = verb_forms_or_none(tokens[first].low)
    return (
        form is not None
        and form.shape == "base"
        and count > 1
        and tokens[first + 1].low not in ("of", "in", "for", "between")
    )


def _verb_of(tokens: list[Token], words: list[int]) -> int | None:
    """The finite verb: in the third person, a performative, or the bare form right after a plural."""
    for step in words:
        token = tokens[step]
        if token.low in ("is", "are", "has", "have") or is_performative(token):
            return step
        if token.low in ("does", "do") and step + 1 < len(tokens) and tokens[step + 1].low == "not":
            return step
        form = verb_forms_or_none(token.low)
        if form is None:
            continue
        if form.shape == "third" and not _begins_verb(tokens, step + 1) and not _is_plural(tokens, step, words):
            return step
        if form.shape == "base" and _after_plural(tokens, step) and _begins_object(tokens, step + 1):
            return step
    return None


def _is_plural(tokens: list[Token], step: int, words: list[int]) -> bool:
    """Whether what looks like a verb is the plural of a noun, whose verb comes later: *bases in Arden are*."""
    following = tokens[step + 1] if step + 1 < len(tokens) else None
    later = any(tokens[ahead].low in ("is", "are", "does", "do", "has", "have") for ahead in words if ahead > step)
    return later and (following is None or following.low in PREPOSITIONS or following.low == "of")


def _begins_verb(tokens: list[Token], step: int) -> bool:
    """Whether a finite verb comes next, so that the word before is a noun: *border guards patrol*."""
    if step >= len(tokens):
        return False
    form = verb_forms_or_none(tokens[step].low)
    return tokens[step].low in ("is", "are") or (
        form is not None and form.shape == "base" and tokens[step].low != "open"
    )


def _after_plural(tokens: list[Token], step: int) -> bool:
    before = tokens[step - 1]
    listed = before.capital and any(token.low == "and" for token in tokens[: step - 1])
    plural = before.low.endswith("s") and not before.low.endswith("ss") and before.low != "'s"
    return listed or plural or before.low in ("people", "they", "forces")


def _begins_object(tokens: list[Token], step: int) -> bool:
    if step >= len(tokens):
        return True
    token = tokens[step]
    return token.low in _BEFORE_OBJECT or token.low in PREPOSITIONS or token.kind == "n" or token.capital


def _orders(tokens: list[Token], verb: int) -> bool:
    """Whether the present tense obliges, as treaties have it: *Arden withdraws its troops*."""
    form = verb_forms_or_none(tokens[verb].low)
    if form is None or form.shape not in ("third", "base") or form.base in _STATES or is_performative(tokens[verb]):
        return False
    if tokens[verb].low in ("is", "are", "has", "have", "does", "do"):
        return False
    subject = tokens[:verb]
    named = subject[-1].capital and subject[-1].low not in nouns.GENERIC_PLACES
    return named or is_agent(subject)
