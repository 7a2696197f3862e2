"""A wording as a row of items: each fact is one, and so is each word that no fact covers.

Two items of one key say the same. What is no word (marks, labels of list items) is no item; it stays in the tokens.
"""

from collections.abc import Hashable, Sequence
from typing import NamedTuple

from plantrack.errors import named_in_fault
from plantrack.facts.fact import Fact
from plantrack.facts.force import Force, find_force
from plantrack.facts.measures import find_measures
from plantrack.facts.names import find_names
from plantrack.facts.quantifiers import find_quantifiers
from plantrack.language import closed_words, lexicon
from plantrack.language.names import Named, Names
from plantrack.language.tokens import Token, sentence_ends, tokens_of
from plantrack.value import value

LIGHT = frozenset(
    {"determiner", "filler", "auxiliary", "pronoun", "preposition", "connective", "marker", "owner", "bound"}
)
"""Kinds of items by which no stretch of words is recognised."""
_WEIGHTS = {
    "marker": 0.1, "owner": 0.1, "bound": 0.3, "determiner": 0.2, "filler": 0.2, "auxiliary": 0.4, "pronoun": 0.5,
    "preposition": 0.6, "connective": 0.6,
}  # fmt: skip
_HEAVY = 2.0
_FORCE = 1.2
_COVERED = Token("\x00", "\x00", 0, 0, "mark")
"""Stands for a token that an earlier reader took."""
_AUXILIARIES = {
    **dict.fromkeys("be is are am been being".split(), "be"),
    **dict.fromkeys("has have having".split(), "have"),
    **dict.fromkeys("does do".split(), "do"),
}
"""Persons of one auxiliary say the same; tenses do not."""
_SILENT_MARKS = frozenset(".,;:'\"()-\u2026\u2022\u00b7*_\u25aa\u25cf\u25e6\u2023!")
"""Marks that decide nothing; any other sign is an item, and so are the brackets of what is still negotiated."""
_FLAT_REFUSALS = frozenset("in_no_case under_no_circumstances in_no_way by_no_means".split())
"""Negations that say no more than *not*, and more loudly."""
_TIME_CONNECTIVES = frozenset(
    "when whenever once as_soon_as before after following until pending since while only_after upon".split()
)
"""Connectives of time that make something wait: what follows them is a condition."""
_INCLUSIONS = frozenset(
    """including including_without_limitation such_as for_example namely in_particular notably inter_alia among_others
    among_them""".split()
)
"""Words of the class of exceptions that take in rather than out."""
_ROMAN = frozenset("ivx")
_LABEL_WORDS = 4


class Item(NamedTuple):
    """A fact, or a word that no fact covers."""

    key: tuple[str, Hashable]
    """Kind and value; equal keys say the same."""
    kind: str
    """The kind of the fact, the class of a closed-class word, else `word`."""
    first: int
    """The place of its first token."""
    last: int
    """The place after its last token."""
    start: int
    """In code points of the text."""
    end: int
    words: str
    """As printed."""
    low: str
    """Folded."""
    weight: float
    heavy: bool
    """Whether it carries matter: no article, auxiliary, preposition or connective."""
    sentence: int
    """The number of its sentence, counted from 0."""

    @property
    def value(self) -> Hashable:
        """What it says."""
        return self.key[1]


@value
class Prose:
    """A wording as it was read."""

    text: str
    tokens: tuple[Token, ...]
    items: tuple[Item, ...]
    facts: tuple[Fact, ...]
    ends: tuple[int, ...]
    """The places after the last token of each sentence."""

    def between(self, first: Item, second: Item) -> tuple[Token, ...]:
        """The tokens between two items: marks and labels."""
        return self.tokens[first.last : second.first]


def read_prose(text: str, names: Names) -> Prose:
    """Read a wording.

    Args:
        text: One point, or one line.
        names: Who and what may be named, with what the papers themselves define.
    """
    with named_in_fault("in the wording", text):
        tokens = tokens_of(text)
        ends = sentence_ends(tokens)
        facts = _facts(tokens, ends, names)
        items = _items(text, tokens, ends, facts)
    return Prose(text=text, tokens=tuple(tokens), items=tuple(items), facts=tuple(facts), ends=tuple(ends))


def _facts(tokens: list[Token], ends: Sequence[int], names: Names) -> list[Fact]:
    """All facts, none of them over another: what counts and refers first, then force, then names."""
    found = list(find_measures(tokens))
    free = _covered(tokens, found)
    more = [fact for fact in find_force(free) if not _is_noun_here(free, fact) and not _is_inverted(free, fact, ends)]
    free = _covered(free, more)
    found += more
    more = find_names(free, names)
    free = _covered(free, more)
    found += more
    found += find_quantifiers(free)
    return sorted(found, key=lambda fact: fact.first)


def _is_noun_here(tokens: Sequence[Token], fact: Fact) -> bool:
    """Whether words of force are a noun with an infinitive: *a bold plan to*."""
    low = tokens[fact.first].low
    if fact.kind != "force" or not fact.first or "n" not in lexicon.pos_of(low):
        return False
    before = tokens[fact.first - 1]
    closed = closed_words.phrase_at(tokens, fact.first - 1)
    if closed is not None:
        return closed.cls in ("determiner", "quantifier")
    return before.kind == "word" and lexicon.pos_of(before.low) == {"a"} and not before.capital


def _is_inverted(tokens: Sequence[Token], fact: Fact, ends: Sequence[int]) -> bool:
    """Whether a *should* begins its sentence: it is an *if*."""
    return tokens[fact.first].low == "should" and (fact.first == 0 or fact.first in ends)


def _covered(tokens: list[Token], facts: Sequence[Fact]) -> list[Token]:
    """The tokens with a placeholder wherever a fact lies."""
    if not facts:
        return tokens
    free = list(tokens)
    for fact in facts:
        free[fact.first : fact.last] = [_COVERED] * (fact.last - fact.first)
    return free


def _items(text: str, tokens: list[Token], ends: list[int], facts: Sequence[Fact]) -> list[Item]:
    lows = [token.low for token in tokens]
    labels = _list_labels(tokens)
    by_place = {fact.first: fact for fact in facts}
    inside = {place for fact in facts for place in range(fact.first, fact.last)}
    begins = {0, *ends}
    items: list[Item] = []
    key: tuple[str, Hashable]
    sentence = 0
    place = 0
    while place < len(tokens):
        while sentence < len(ends) - 1 and place >= ends[sentence]:
            sentence += 1
        fact = by_place.get(place)
        named = None if place in inside or place + 1 in inside else _bracketed(tokens, place)
        if place in labels:
            last, kind = labels[place], "marker"
            key = kind, "".join(token.low for token in tokens[place:last])
        elif named is not None:
            last, key, kind = place + 3, ("label", named), "label"
        elif fact is not None:
            last, key, kind = fact.last, (fact.kind, _said(fact)), fact.kind
        else:
            limit = next(
                (later for later in range(place + 1, min(place + 8, len(tokens))) if later in by_place), len(tokens)
            )
            last, key, kind = _word(tokens, lows, place, limit, begins=place in begins)
        if kind != "mark":
            items.append(_item(text, tokens, place, last, key, kind, sentence))
        place = last
    return items


def _said(fact: Fact) -> Hashable:
    """What a fact says; the adjective of a name says the same as the name."""
    if fact.kind == "name" and isinstance(fact.value, Named):
        canonical = fact.value.canonical.replace(" - ", " ").replace(" 's", "")
        return Named(canonical, "" if fact.value.form == "adjective" else fact.value.form)
    if fact.kind == "force" and isinstance(fact.value, Force) and fact.value.negated in _FLAT_REFUSALS:
        return fact.value._replace(negated="not")
    return fact.value


def _word(
    tokens: list[Token], lows: list[str], place: int, limit: int, *, begins: bool
) -> tuple[int, tuple[str, Hashable], str]:
    """What stands at a place that no fact covers: a phrase of the lexicon, a closed-class word, or a plain word."""
    token = tokens[place]
    sign = _sign(tokens, place)
    if sign is not None:
        return place + 1, sign, sign[0]
    if begins and token.low == "should":
        return place + 1, ("condition", "if"), "condition"
    closed = None if _is_what_a_text_does(tokens, place) else closed_words.phrase_at(tokens, place)
    closed = closed if closed is not None and closed.last <= limit else None
    phrase = None if _is_noun_phrase(tokens, place) else lexicon.phrases_at(lows, place)
    if phrase is not None and place + phrase[0] <= limit and (closed is None or phrase[0] > closed.last - place):
        return place + phrase[0], ("word", phrase[1]), "word"
    if closed is not None:
        said = _AUXILIARIES.get(closed.value, closed.value) if closed.cls == "auxiliary" else closed.value
        said = "in_case" if token.low == "in" and _is_precaution(lows, place) else said
        return closed.last, (closed.cls, said), _clause_kind(closed.cls, closed.value, token.low) or closed.cls
    if token.kind != "word":
        return place + 1, (token.kind, token.low), token.kind
    if len(token.text) == 1 and token.text.isupper() and not begins:
        return place + 1, ("label", token.low), "label"
    joined = _joined(tokens, place, limit)
    if joined is not None:
        return joined
    return place + 1, ("word", lexicon.lemma(token.low)), "word"


def _is_precaution(lows: Sequence[str], place: int) -> bool:
    """Whether *in case of* tells against what something is kept ready, and is no condition: *is stored in case of*."""
    if lows[place : place + 3] != ["in", "case", "of"]:
        return False
    begins = next((at + 1 for at in range(place - 1, -1, -1) if lows[at] in ".;:"), 0)
    return any(lexicon.lemma(low) in _KEPT_READY for low in lows[begins:place])


_KEPT_READY = frozenset("hold keep maintain prepare remain reserve retain stand stay stock stockpile store".split())


def _is_what_a_text_does(tokens: Sequence[Token], place: int) -> bool:
    """Whether *provided* or *otherwise* tells what a text says or how, and sets no condition.

    *As provided for in Article 4*, *are provided below*, *or otherwise prohibited by law*.
    """
    before = tokens[place - 1].low if place else ""
    following = tokens[place + 1].low if place + 1 < len(tokens) else ""
    if tokens[place].low == "otherwise":
        return before in _WITHIN and lexicon.is_past_participle(following)
    if tokens[place].low != "provided" or following == "that":
        return False
    return following in _SAYING or before in ("is", "are", "was", "were", "be", "been")


_WITHIN = frozenset("or and is are was were be been not".split())
_SAYING = frozenset("for in by under to with herein below above".split())


def _sign(tokens: Sequence[Token], place: int) -> tuple[str, Hashable] | None:
    """What a token is that is no word: the *'s* of an owner, a mark, the *(s)* of a plural that may be."""
    token = tokens[place]
    if token.low == "'s":
        return "owner", "'s"
    if "://" in token.low or token.low.startswith("www."):
        return "label", token.low.partition("://")[2] or token.low
    if token.kind == "mark":
        return "mark" if token.low in _SILENT_MARKS else "sign", token.low
    if token.low == "s" and _is_optional_plural(tokens, place):
        return "filler", "(s)"
    return None


def _is_noun_phrase(tokens: Sequence[Token], place: int) -> bool:
    """Whether a verb's form is a noun behind an article: *the results in brief*, not *results in loss*."""
    if not place or tokens[place - 1].low not in {"the", "a", "an", "its", "their", "these", "those"}:
        return False
    return {"n", "v"} <= lexicon.pos_of(tokens[place].low)


def _is_optional_plural(tokens: Sequence[Token], place: int) -> bool:
    """Whether an *s* stands glued in brackets behind a word: *owner(s)*."""
    if place < 2 or place + 1 >= len(tokens) or tokens[place - 1].low != "(" or tokens[place + 1].low != ")":
        return False
    return tokens[place - 2].end == tokens[place - 1].start and tokens[place - 2].kind == "word"


def _clause_kind(cls: str, said: str, low: str) -> str | None:
    """What kind of clause a closed-class phrase opens: condition, exception or inclusion."""
    if low == "upon":
        return "condition"
    if cls == "time" and said in _TIME_CONNECTIVES:
        return "condition"
    return "inclusion" if cls == "exception" and said in _INCLUSIONS else None


def _joined(tokens: list[Token], place: int, limit: int) -> tuple[int, tuple[str, Hashable], str] | None:
    """A word in two parts with a hyphen that is also written as one: *cease-fire*."""
    if place + 2 >= limit or tokens[place + 1].low != "-" or tokens[place + 2].kind != "word":
        return None
    if tokens[place].end != tokens[place + 1].start or tokens[place + 1].end != tokens[place + 2].start:
        return None
    whole = tokens[place].low + tokens[place + 2].low
    if not lexicon.pos_of(whole):
        return None
    return place + 3, ("word", lexicon.lemma(whole)), "word"


def _item(
    text: str, tokens: list[Token], first: int, last: int, key: tuple[str, Hashable], kind: str, sentence: int
) -> Item:
    start, end = tokens[first].start, tokens[last - 1].end
    low = tokens[first].low if last == first + 1 else " ".join(token.low for token in tokens[first:last])
    weight = _WEIGHTS.get(kind, _FORCE if kind == "force" else _HEAVY)
    return Item(key, kind, first, last, start, end, text[start:end], low, weight, kind not in LIGHT, sentence)


def _list_labels(tokens: list[Token]) -> dict[int, int]:
    """Labels of list items inside a text, `(a)`, `b)` or `(iii)`: the place where each begins, and the one after it.

    Labels are those of a list where they begin a member of it and count on from the one before. One alone is no list;
    a label behind any other word names a place: *subject to (a) and (c)*.
    """
    runs: list[list[tuple[int, int, str]]] = []
    for place in range(len(tokens) - 1):
        opened = tokens[place].low == "("
        middle = place + opened
        if middle + 1 >= len(tokens) or tokens[middle + 1].low != ")":
            continue
        low = tokens[middle].low
        if not ((len(low) == 1 and low.isalpha()) or (len(low) <= _LABEL_WORDS and set(low) <= _ROMAN)):
            continue
        first = low in _FIRST_LABELS
        if not _begins_member(tokens, place, opened=opened, first=first):
            continue
        if runs and _counts_on(runs[-1][-1][2], low):
            runs[-1].append((place, middle + 2, low))
        elif first:
            runs.append([(place, middle + 2, low)])
    return {place: last for run in runs if len(run) > 1 for place, last, _ in run}


def _bracketed(tokens: list[Token], place: int) -> str | None:
    """The letter or the small number of a label in brackets that begins no member of a list: *under (a)*."""
    if place + 2 >= len(tokens) or tokens[place].low != "(" or tokens[place + 2].low != ")":
        return None
    low = tokens[place + 1].low
    is_label = (len(low) == 1 and low.isalpha()) or (len(low) <= _LABEL_WORDS and set(low) <= _ROMAN)
    return low if is_label else None


_FIRST_LABELS = frozenset(("a", "i"))
_REFERRING = frozenset(
    """in under to of by with from at through see per article articles section sections point points paragraph
    paragraphs item items annex annexes chapter clause clauses subparagraph subparagraphs part""".split()
)
"""Words behind which a label names a place, and begins nothing."""


def _begins_member(tokens: list[Token], place: int, *, opened: bool, first: bool) -> bool:
    """Whether a label may begin a member of a list: behind a mark or *and*, or the first of them behind a word."""
    if not place:
        return True
    before = tokens[place - 1]
    if before.low in {",", ";", ".", ":"}:
        return True
    if before.low in {"and", "or"}:
        return opened or tokens[place - 2].low in {",", ";"} if place > 1 else True
    return opened and first and before.kind == "word" and before.low not in _REFERRING and not before.low[0].isupper()


def _counts_on(before: str, low: str) -> bool:
    """Whether a label follows another: *b* after *a*, *ii* after *i*."""
    if len(before) == len(low) == 1 and ord(low) == ord(before) + 1:
        return True
    return bool(_ROMAN_LABELS.get(before)) and _ROMAN_LABELS.get(low) == _ROMAN_LABELS[before] + 1


_ROMAN_LABELS = {
    low: number for number, low in enumerate("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv".split(), 1)
}
