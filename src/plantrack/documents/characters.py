"""Characters made plain that only look different, or are not seen; words stay as they are printed."""

import re
import unicodedata

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u180e\u061c"))
_INVISIBLE |= dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"), " ")
_BREAKS = dict.fromkeys(map(ord, "\u2028\u2029\u0085\x0b"), "\n")
_CONTROLS = dict.fromkeys((*range(9), *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0)))
_SOFT_HYPHEN = re.compile("\u00ad(?![ ]*(?:\n|$))")
_PLAIN = {**_INVISIBLE, **_SPACES, **_BREAKS, **_CONTROLS}


def is_encoding(name: str) -> bool:
    """Whether Python knows an encoding of text by this name, one that reads any bytes.

    >>> is_encoding("cp1252"), is_encoding("cp125"), is_encoding("idna"), is_encoding("hex")
    (True, False, False, False)
    """
    try:
        b"a".decode(name, "replace")  # of no bytes at all, Python does not look at the name
    except (LookupError, ValueError):
        return False
    return True


def normalise(text: str) -> str:
    r"""NFC with plain spaces and newlines, without marks that nobody sees; soft hyphens stay at line ends only.

    >>> normalise("\ufeffcease\u00adfire\u00a0now\r\n")
    'ceasefire now\n'
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_PLAIN)
    if "\u00ad" in text:
        text = _SOFT_HYPHEN.sub("", text)
    return text if text.isascii() else unicodedata.normalize("NFC", text)
