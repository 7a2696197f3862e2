"""Text of others made safe to print: no escape, control or direction mark reaches a terminal as such."""

import re

_UNSAFE = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls but tab and line end
    "\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"  # unseen, and marks of direction
    "\ud800-\udfff"  # halves of a pair, as in file names that are not UTF-8
    "\ufff9-\ufffb\U000e0000-\U000e007f"  # annotations and tags
    "]"
)


def printable(text: str) -> str:
    r"""The text with every character that could command a terminal or turn its direction shown as an escape.

    >>> printable("a\x1b[31mb")
    'a\\u001b[31mb'
    """
    if text.isprintable():  # what Python calls so holds none of these, and is nearly every text
        return text
    return _UNSAFE.sub(lambda found: _escaped(found.group()), text)


def one_line(text: str) -> str:
    """The text as one printable line."""
    return printable(" ".join(text.split()))


def first_up(text: str) -> str:
    """Text as it stands at the start of a sentence; the other letters stay.

    >>> first_up("accession to the European Union")
    'Accession to the European Union'
    """
    return text[:1].upper() + text[1:]


def _escaped(character: str) -> str:
    """As JSON escapes it, so that JSON stays JSON."""
    code = ord(character)
    if code < 0x10000:
        return f"\\u{code:04x}"
    return f"\\u{0xD800 + ((code - 0x10000) >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"
