"""Texts that say how another one changes: `in point 1, replace "five" by "seven"; point 3 is deleted`.

Such a text is no paper of points. It is noticed, and with the text that it amends at hand applied to it. What is said
in another way, or does not fit the text, is not guessed at: it stays a line of its own, and that is said.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import PurePath
from typing import NamedTuple

from plantrack.documents.document import Block, Document, count_words
from plantrack.documents.markers import find_marker
from plantrack.errors import Problem, quoted
from plantrack.model import Provision
from plantrack.model.readings import OutsideLine
from plantrack.value import evolve

WANTED = "--amends with the text that it changes"
"""What is expected of who compares such a text as a paper of points."""
NOT_APPLIED = "amendment"
"""The place of an amendment that could not be applied."""
_LEAST, _LEAST_SHARE = 2, 0.5
_LONGEST = 20_000
_TARGET = (
    r"(?:sub-?)?(?:point|article|paragraph|clause|section|item|provision|principle|§)s?[ ]+"
    r"(?P<target>\d{1,4}[A-Za-z]?(?:\.\d{1,3}|\.[a-z]|[ ]?\([a-z0-9]{1,4}\))*|\([a-z]{1,4}\)|[a-z](?=[ ,.;:]|$))"
)
_QUOTE = (
    r"(?:the[ ]+)?(?:words?|figures?|phrase|number|sentence|text)?[ ]*[“\"«„‘](?P<{0}>[^“”\"«»„‘’]{{1,2000}})[”\"»“’]"
)
_OLD, _NEW = _QUOTE.format("old"), _QUOTE.format("new")
_IS = r"(?:is|are|shall[ ]be|will[ ]be)[ ]+(?:hereby[ ]+)?"
_GONE = r"(?:deleted|removed|omitted|struck(?:[ ]out)?|repealed)"
_DELETE = r"(?:delete|remove|omit|strike(?:[ ]out)?)"
_SENTENCE = r"(?:the[ ]+)?\w+[ ]+sentence"
_HEAD = rf"(?:in[ ]+)?(?:{_SENTENCE}[ ]+of[ ]+)?{_TARGET}[ ]*(?:of[ ]+the[ ]+\w+)?[ ]*(?:,[ ]*{_SENTENCE})?[ ]*,?[ ]*"
_BY = r"[ ]+(?:by|with)(?:[ ]+the[ ]+following(?:[ ]+[^\W\d_]+)?)?[ ]*:?\s*"
_READS = r"[ ]+(?:shall|should|will|is[ ]+to)?[ ]*(?:now[ ]+)?reads?(?:[ ]+as[ ]+follows)?[ ]*:\s*"
_PUT = r"(?:insert|add)(?:[ ]+(?:the[ ]+following|a[ ]+new)(?:[ ]+[^\W\d_]+)?(?:[ ]+\d{1,4}[A-Za-z]?)?)?[ ]*:?\s*"
_AT_END = r"(?:add|insert)(?:[ ]+at[ ]+the[ ]+end)?[ ]*:?[ ]*"
_END = r"[ ]*[.;,]?[ ]*(?:and)?[ ]*$"
_REST = r"(?P<rest>.{1,19000})"


_PATTERNS = (
    ("words", rf"{_HEAD}(?:replace|substitute)[ ]+{_OLD}[ ]+(?:by|with)[ ]+{_NEW}"),
    ("words", rf"{_HEAD}(?:for[ ]+)?{_OLD}[ ]+(?:{_IS}replaced[ ]+(?:by|with)|substitute|read)[ ]+{_NEW}"),
    ("words", rf"(?:replace|substitute)[ ]+{_OLD}[ ]+in[ ]+{_TARGET}[ ]+(?:by|with)[ ]+{_NEW}"),
    ("words", rf"for[ ]+{_OLD}[ ]+in[ ]+{_TARGET}[ ]*,?[ ]*(?:substitute|read)[ ]+{_NEW}"),
    ("delete", rf"{_HEAD}{_DELETE}[ ]+{_OLD}"),
    ("delete", rf"{_HEAD}{_OLD}[ ]+{_IS}{_GONE}"),
    ("delete", rf"{_DELETE}[ ]+{_OLD}[ ]+(?:in|from)[ ]+{_TARGET}"),
    ("insert", rf"{_HEAD}after[ ]+{_OLD}[ ]*,?[ ]*(?:insert|add)[ ]+{_NEW}"),
    ("insert", rf"{_HEAD}(?:insert|add)[ ]+{_NEW}[ ]+after[ ]+{_OLD}"),
    ("end", rf"(?:at[ ]+the[ ]+end[ ]+of[ ]+)?{_TARGET}[ ]*,?[ ]*{_AT_END}{_NEW}"),
    ("point", rf"(?:replace|substitute)[ ]+{_TARGET}{_BY}{_REST}"),
    ("point", rf"{_TARGET}[ ]+{_IS}replaced{_BY}{_REST}"),
    ("point", rf"{_TARGET}{_READS}{_REST}"),
    ("gone", rf"{_DELETE}[ ]+{_TARGET}{_END}"),
    ("gone", rf"{_TARGET}[ ]+{_IS}{_GONE}{_END}"),
    ("after", rf"after[ ]+{_TARGET}[ ]*,?[ ]*{_PUT}{_REST}"),
    ("after", rf"(?:insert|add)[ ]+after[ ]+{_TARGET}(?:[ ]+the[ ]+following(?:[ ]+\w+)?)?[ ]*:?\s*{_REST}"),
    ("new", rf"(?:insert|add)(?:[ ]+a)?(?:[ ]+new)?[ ]+{_TARGET}[ ]*:?\s*{_REST}"),
)  # fmt: skip
"""How amendments are put, the most definite first, with what they ask for. Seen in protocols that amend treaties and in
amendments moved in parliaments."""
_FRAME = rf"{_TARGET}[^:]{{0,200}}{_IS}amended(?:[ ]+as[ ]+follows)?[ ]*:?"
_QUOTES = '“”"«»„‘’'


class Amendment(NamedTuple):
    """One change that a text asks for."""

    act: str
    """`words`, `delete`, `insert` or `end` of words; `point`, `gone`, `after` or `new` of whole points."""
    target: str
    """The number of the point, normalised."""
    old: str = ""
    new: str = ""


@cache
def _shapes() -> tuple[tuple[str, "re.Pattern[str]"], ...]:
    """The shapes, made ready when a text first looks as if it amended another."""
    return tuple((act, re.compile(pattern, re.IGNORECASE | re.DOTALL)) for act, pattern in _PATTERNS)


@cache
def _frame() -> "re.Pattern[str]":
    return re.compile(_FRAME, re.IGNORECASE)


def find_amendment(text: str) -> Amendment | None:
    """The change that a sentence asks for; None where it asks for none in a way that is known.

    >>> find_amendment("In point 1, replace “five” by “seven”.")
    Amendment(act='words', target='1', old='five', new='seven')
    """
    shown = text.strip()[:_LONGEST]
    if not _may_ask(shown):
        return None
    for act, pattern in _shapes():
        found = pattern.match(shown)
        if found:
            named = found.groupdict()
            new = named.get("new") or (named.get("rest") or "").strip()
            return Amendment(act, _normal(named["target"]), named.get("old") or "", _unquoted(new))
    return None


_NAMES = ("point", "article", "paragraph", "clause", "section", "item", "provision", "principle", "§")
_SIGNS = ("replac", "substitut", "delet", "remov", "omit", "struck", "strike", "insert", "add", "read", "repeal")


def _may_ask(text: str) -> bool:
    """Whether a text has the words without which no change is asked for."""
    low = text.lower()
    return any(word in low for word in _SIGNS) and any(word in low for word in _NAMES)


def amendments_of(provisions: Iterable[Provision]) -> list[tuple[Provision, Amendment | None]]:
    """Each point of a text that has words, with the change that it asks for."""
    frames: dict[str, str] = {}
    found = []
    for provision in provisions:
        text = provision.text or provision.title or ""
        frame = _frame().match(text) if "amended" in text else None
        if frame:
            frames[provision.id] = _normal(frame["target"])
            if not text[frame.end() :].strip(" .:"):
                continue
            text = text[frame.end() :].strip()
        if not text:
            continue
        asked = find_amendment(text)
        above = frames.get(provision.parent or "") or frames.get(provision.id)
        if asked is not None and above is not None and asked.target != above:
            asked = asked._replace(target=f"{above}.{asked.target}")
        found.append((provision, asked))
    return found


def is_amending(provisions: Iterable[Provision]) -> bool:
    """Whether a text is no paper of points, but says how another one changes."""
    provisions = list(provisions)
    texts = [text for one in provisions if (text := one.text or one.title)]
    framed = any("amended" in text for text in texts)
    if not framed and sum(map(_may_ask, texts)) < _LEAST_SHARE * len(texts):
        return False  # no need to make the shapes ready
    found = amendments_of(provisions)
    asked = sum(one is not None for _, one in found)
    return asked >= min(_LEAST, max(1, len(found))) and asked >= _LEAST_SHARE * len(found) and bool(found)


def apply_amendments(base: Document, amending: Document) -> Document:
    """The text that is amended, with the changes made; what could not be applied is a line outside, and said.

    Args:
        base: The text that is amended.
        amending: The text that says how.
    """
    provisions = list(base.provisions)
    left: list[Provision] = []
    for provision, asked in amendments_of(amending.provisions):
        if asked is None or not _apply(provisions, asked):
            left.append(provision)
    outside = [OutsideLine(place=NOT_APPLIED, text=one.text or one.title or "") for one in left]
    what = "not applied: it asks for no change in a way that is known, or for one that does not fit the text"
    remarks = [
        Problem(what=what, file=amending.name, found=quoted(f"{one.number or ''} {one.text or one.title}".strip()))
        for one in left
    ]
    blocks = tuple(_blocks(base, provisions, outside))
    inside = sum(block.words for block in blocks if block.provision is not None)
    beside = sum(block.words for block in blocks if block.provision is None)
    reading = evolve(
        base.reading, form=_form_said(base, provisions), words=inside + beside,
        in_points=inside, outside=beside, furniture=(),
    )  # fmt: skip
    return evolve(
        base, name=amending.name, blocks=blocks, provisions=tuple(provisions), outside=(*base.outside, *outside),
        reading=reading, remarks=(*(one for one in amending.remarks if one.expected != WANTED), *remarks),
    )  # fmt: skip


def _form_said(base: Document, provisions: list[Provision]) -> str:
    """What became of the text that is amended: `changes of draft.md, which then has 5 numbered points`."""
    tops = [one for one in provisions if one.parent is None]
    numbered = sum(one.number is not None for one in tops)
    counts = [(numbered, "numbered point"), (len(tops) - numbered, "point without a number")]
    told = [
        f"{count} {words if count == 1 else words.replace('point', 'points', 1)}" for count, words in counts if count
    ]
    return f"changes of {PurePath(base.name).name or base.name}, which then has {' and '.join(told) or 'no points'}"


def _blocks(base: Document, provisions: list[Provision], left: list[OutsideLine]) -> Iterator[Block]:
    yield from (block for block in base.blocks if block.provision is None and block.kind != "furniture")
    for one in provisions:
        kind = "point" if one.parent is None else "sub-point"
        yield Block(kind, one.text or "", 0, None, one.number or "", one.title or "", one.id)
    yield from (Block("text", line.text, 0, place=line.place) for line in left)


def _apply(provisions: list[Provision], asked: Amendment) -> bool:
    """Make one change; False where it does not fit."""
    place = next((at for at, one in enumerate(provisions) if one.number == asked.target), None)
    if asked.act == "new" and place is None:
        provisions.append(_made(provisions, asked.target, None, asked.new))
        return True
    if place is None:
        return False
    if asked.act == "gone":
        gone = _family(provisions, place)
        del provisions[place : place + gone]
        return True
    if asked.act == "after":
        marker = find_marker(asked.new)
        number = marker.number if marker is not None else None
        text = asked.new[marker.end :] if marker is not None else asked.new
        at = place + _family(provisions, place)
        provisions.insert(at, _made(provisions, number, provisions[place].parent, text))
        return True
    return _reword(provisions, place, asked)


def _reword(provisions: list[Provision], place: int, asked: Amendment) -> bool:
    text = provisions[place].text or ""
    if asked.act in ("words", "delete", "insert"):
        if text.count(asked.old) != 1:
            return False
        new = {"words": asked.new, "delete": "", "insert": f"{asked.old} {asked.new}"}[asked.act]
        text = " ".join(text.replace(asked.old, new).split())
    elif asked.act == "end":
        glued = asked.new[:1] in ",;:"
        text = f"{text.rstrip('.')}{asked.new}." if glued else f"{text} {asked.new}".strip()
    else:
        marker = find_marker(asked.new)
        same = marker is not None and marker.number == asked.target
        text = asked.new[marker.end :] if marker is not None and same else asked.new
        del provisions[place + 1 : place + _family(provisions, place)]
    provisions[place] = evolve(provisions[place], text=text, wording="in_text")
    return True


def _family(provisions: list[Provision], place: int) -> int:
    """How many provisions a point and its parts are."""
    ids = {provisions[place].id}
    count = 1
    while place + count < len(provisions) and provisions[place + count].parent in ids:
        ids.add(provisions[place + count].id)
        count += 1
    return count


def _made(provisions: list[Provision], number: str | None, parent: str | None, text: str) -> Provision:
    taken = {one.id for one in provisions}
    stem = f"p{re.sub(r'[^a-z0-9]+', '-', (number or 'new').lower()).strip('-')}"
    name, times = stem, 2
    while name in taken:
        name, times = f"{stem}x{times}", times + 1
    return Provision(id=name, number=number, parent=parent, text=text.strip())


def _normal(target: str) -> str:
    if target.strip("()").isalpha():
        return target.strip("()").lower()
    marker = find_marker(f"Article {target.replace(' ', '')}. X")
    return marker.number if marker is not None else target


def _unquoted(text: str) -> str:
    words = text.strip()
    if words[:1] in _QUOTES and count_words(words):
        words = words.strip().rstrip(".;").rstrip() if words.rstrip(".;")[-1:] in _QUOTES else words
        words = words.strip(_QUOTES)
    return words.strip()
