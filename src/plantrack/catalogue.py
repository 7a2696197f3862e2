"""The sentences of every answer, by message id: one file a language in `messages/`.

A line is `id = text`; forms for different numbers stand between bars, in the order of the language's plural rule, which
is the C expression of gettext in the line `plural`. What stands in braces is filled in. Words that are data of
plantrack (names of kinds, of parts) stand where the data is; another language has them as messages.
"""

import gettext
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from plantrack.errors import UnknownNameError, nearest_name, one_of

ENGLISH = "en"
_FOLDER = Path(__file__).parent / "messages"
_BAR = " | "
_PLACE = re.compile(r"\{(\w+)\}")
_spoken: ContextVar[str] = ContextVar("language", default=ENGLISH)


def languages() -> tuple[str, ...]:
    """The tags (BCP 47) of the languages that answers can be in."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.txt")))


def language() -> str:
    """The language of the answers that are made now."""
    return _spoken.get()


@contextmanager
def speaking(tag: str) -> Iterator[None]:
    """A time in which answers are made in a language.

    Raises:
        UnknownNameError: if there are no messages in it.

    >>> with speaking("en"):
    ...     say("count.points", count=2)
    '2 points'
    """
    known = languages()
    if tag not in known:
        near = nearest_name(tag, known) or ""
        raise UnknownNameError(
            kind="language of answers", name=tag, near=(near,) if near else (), expected=one_of(known, near=near)
        )
    token = _spoken.set(tag)
    try:
        yield
    finally:
        _spoken.reset(token)


def say(message: str, /, **values: object) -> str:
    """A message with its values filled in; `count` chooses the form.

    Raises:
        KeyError: if there is no such message, or a value is missing.
    """
    messages, plural = messages_in(_spoken.get())
    forms = messages[message]
    count = values.get("count")
    form = forms[plural(count) if len(forms) > 1 and isinstance(count, int) else 0]
    return form.format_map({name: _shown(one) for name, one in values.items()}) if values else form


def parts_of(message: str) -> list[str]:
    """A message of one form as its stretches of text, with the names of what is filled in between them."""
    return _PLACE.split(messages_in(_spoken.get())[0][message][0])


def named(table: str, name: str, english: str) -> str:
    """The words for a row of a table of plantrack, which holds the English ones itself."""
    tag = _spoken.get()
    return english if tag == ENGLISH else messages_in(tag)[0][f"{table}.{name}"][0]


def counted_as(table: str, name: str, number: Decimal | None) -> str | None:
    """The word for so many of something counted; None where the language has none, as English says them by rule."""
    messages, plural = messages_in(_spoken.get())
    forms = messages.get(f"{table}.{name}")
    if forms is None:
        return None
    return forms[plural(int(number)) if number is not None and number == int(number) else -1]


def figure_marks() -> Mapping[int, str]:
    """For `str.translate`: what a language puts between thousands and before decimals, for the marks of English."""
    marks = messages_in(_spoken.get())[0]["figure.marks"][0].replace("_", "\u00a0")
    return {ord(","): marks[0], ord("."): marks[1]}


@cache
def messages_in(tag: str) -> tuple[Mapping[str, tuple[str, ...]], Callable[[int], int]]:
    """The messages of a language, and which form a number takes."""
    lines = (_FOLDER / f"{tag}.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.partition(" = ") for line in lines if line and line[0] != "#")
    found = {name: tuple(text.split(_BAR)) for name, _, text in pairs}
    rule: Any = gettext.c2py(found.pop("plural")[0])
    return found, rule


def _shown(value: object) -> object:
    """A number with its thousands apart."""
    return f"{value:,}".translate(figure_marks()) if isinstance(value, int) else value
