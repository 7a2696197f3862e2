"""Rich text (.rtf), as Word, LibreOffice and TextEdit write it.

striprtf 0.0.35 drops notes, heads, feet and comments (a quarter of the words of a contract with many notes), and
tells no headings; rtfparse needs a library under the GPL. The format is small enough to be read here, by its
specification (1.9.1).
"""

from plantrack.documents.blocks import Decoded, SourceLine
from plantrack.documents.characters import is_encoding
from plantrack.documents.formats.rich_text_writer import Writer
from plantrack.documents.formats.rich_words import ENCODINGS, GLYPHS, SKIPPED, TOKEN, Group
from plantrack.errors import InputError, Problem

MOST = 100_000_000
"""Bytes; most of a large file is pictures."""
_MOST_NESTED = 10_000
_BESIDE = {
    "header": "header", "headerl": "header", "headerr": "header", "headerf": "header",
    "footer": "footer", "footerl": "footer", "footerr": "footer", "footerf": "footer",
    "footnote": "footnote", "annotation": "comment", "shptxt": "textbox",
}  # fmt: skip
_ENDS = {"par": "\n\n", "sect": "\n\n", "line": "\n", "lbr": "\n", "tab": " ", "page": " ", "column": " "}


def decode(data: bytes, name: str) -> Decoded:
    """The text of a rich text file; what was deleted while changes were tracked is left out.

    Args:
        data: The file.
        name: What problems call it.

    Raises:
        InputError: if it is none, or larger or deeper than any paper.
    """
    if not data.lstrip()[:5].startswith(b"{\\rtf"):
        raise InputError([Problem(what="it is no rich text", file=name)])
    if len(data) > MOST:
        found = f"{len(data):,} bytes"
        raise InputError(
            [Problem(what="it is too large for a paper", file=name, found=found, expected=f"at most {MOST:,}")]
        )
    reader = Reader()
    if not reader.read(data.decode("latin-1")):
        raise InputError([Problem(what="its groups are nested too deeply to be a paper", file=name)])
    remarks = []
    if reader.open_groups:
        remarks.append(Problem(what="it breaks off before its end; it may have been cut short on its way", file=name))
    if reader.tracked:
        remarks.append(Problem(what="it has tracked changes, and is read with all of them made", file=name))
    return Decoded(lines=tuple(reader.lines()), title=reader.title, remarks=tuple(remarks))


class Reader:
    """Goes through the signs of a file, with what holds in the group it is in."""

    def __init__(self) -> None:
        self.tracked = False
        self.title: str | None = None
        self._writer = Writer()
        self._writers: list[Writer] = []
        self._stack: list[Group] = []
        self._group = Group()
        self._encodings: dict[int, str] = {}
        self._headings: dict[int, str] = {}
        self._names: list[str] = []
        self._style_at = 0
        self._skip = 0
        self._notes = 0

    @property
    def open_groups(self) -> int:
        """How many groups have not ended."""
        return len(self._stack)

    def lines(self) -> list[SourceLine]:
        """All lines; heads and feet where they were stated."""
        while self._writers:
            self._close_beside()
        self._writer.end()
        return self._writer.lines

    def read(self, text: str) -> bool:
        """Go through a file; False if its groups are nested too deeply."""
        at = 0
        while at < len(text):
            found = TOKEN.match(text, at)
            if found is None:
                at += 1
                continue
            at = found.end()
            word, number, code, sign, brace, plain = found.groups()
            if plain is not None:
                self._plain(plain)
            elif word is not None:
                if word == "bin":
                    at += max(0, int(number or 0))
                else:
                    self._word(word, None if number is None else int(number))
            elif code is not None:
                self._byte(int(code, 16))
            elif brace == "{":
                if len(self._stack) > _MOST_NESTED:
                    return False
                self._open()
            elif brace == "}":
                self._close()
            elif sign is not None:
                self._sign(sign)
        return True

    def _open(self) -> None:
        self._stack.append(self._group)
        self._group = self._group.copied()
        self._skip = 0

    def _close(self) -> None:
        left = self._group
        self._skip = 0
        if not self._stack:
            return
        if left.begins == "title":
            self.title = " ".join("".join(self._names).split()) or None
        elif left.begins in ("listtext", "pntext"):
            self._writer.mark(" ".join("".join(self._names).split()))
        elif left.begins == "beside":
            self._close_beside()
        self._group = self._stack.pop()

    def _close_beside(self) -> None:
        inner = self._writer
        inner.end()
        self._writer = self._writers.pop()
        self._writer.beside(inner.lines)

    def _word(self, word: str, number: int | None) -> None:
        group = self._group
        if word in SKIPPED or (group.starred and not self._is_known(word)):
            group.skipped = True
        group.starred = False
        if word in ("fonttbl", "stylesheet", "title", "listtext", "pntext"):
            group.holds = group.begins = word
            group.skipped = False
            self._names = []
        elif word in _BESIDE and not group.skipped:
            self._begin_beside(word)
        elif word == "u" and number is not None:
            self._character(chr(number % 0x10000))
            self._skip = group.after_unicode
        elif word in _ENDS:
            self._end(_ENDS[word])
        elif word in GLYPHS:
            self._character(GLYPHS[word])
        else:
            self._set(word, number)

    def _is_known(self, word: str) -> bool:
        return word in _BESIDE or word in ("shpinst", "pntext", "listtext", "ud", "fldrslt", "shprslt", "do", "cs")

    def _begin_beside(self, word: str) -> None:
        self._writers.append(self._writer)
        marker = None
        if word == "footnote":
            self._notes += 1
            marker = str(self._notes)
            self._writer.beside([SourceLine(marker, self._writer.place + 1, style="mark")])
        self._writer = Writer(_BESIDE[word], marker, self._writer.place + 1)
        self._group.begins = "beside"
        self._group.holds = ""

    def _set(self, word: str, number: int | None) -> None:
        """A property of characters or paragraphs."""
        group, on = self._group, number != 0
        if group.holds == "stylesheet" and word == "s":
            self._style_at = number or 0
        elif group.holds == "fonttbl" and word in ("f", "fcharset"):
            self._font(word, number or 0)
        elif word in ("b", "strike", "striked", "v", "deleted"):
            setattr(group, {"b": "bold", "v": "hidden", "striked": "strike"}.get(word, word), on)
            self.tracked = self.tracked or word == "deleted"
        elif word == "revised":
            self.tracked = True
        elif word == "plain":
            group.bold = group.strike = group.hidden = group.deleted = group.raised = False
        elif word in ("super", "nosupersub", "sub"):
            group.raised = word == "super" and on
        elif word == "uc":
            group.after_unicode = max(0, number or 0)
        elif word == "f":
            group.encoding = self._encodings.get(number or 0, self._encodings.get(-1, "cp1252"))
        elif word == "ansicpg":
            self._encodings[-1] = group.encoding = _encoding(number or 1252)
        elif word == "mac":
            self._encodings[-1] = group.encoding = "mac_roman"
        elif not group.skipped and not group.holds:
            self._writer.property(word, number, self._headings)

    def _font(self, word: str, number: int) -> None:
        if word == "f":
            self._style_at = number
        elif number in ENCODINGS:
            self._encodings[self._style_at] = ENCODINGS[number]

    def _end(self, sign: str) -> None:
        if not self._group.skipped and not self._group.holds and not self._group.deleted:
            self._writer.add(sign, self._group)
        elif self._group.holds:
            self._names.append(" ")

    def _plain(self, text: str) -> None:
        text = text.replace("\r", "").replace("\n", "")
        if self._skip:
            text, self._skip = text[self._skip :], max(0, self._skip - len(text))
        if text:
            self._write(text if text.isascii() else text.encode("latin-1").decode(self._group.encoding, "replace"))

    def _byte(self, code: int) -> None:
        if self._skip:
            self._skip -= 1
            return
        self._write(bytes((code,)).decode(self._group.encoding, "replace"))

    def _character(self, sign: str) -> None:
        self._write(sign)

    def _write(self, text: str) -> None:
        group = self._group
        if group.holds == "stylesheet" and not group.skipped:
            self._headings[self._style_at] = (self._headings.get(self._style_at, "") + text).split(";")[0]
        elif group.holds:
            self._names.append(text)
        elif not group.skipped and not group.hidden and not group.deleted:
            self._writer.add(text, group)

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._group.starred = True
        elif sign in "\\{}":
            self._write(sign)
        elif sign == "~":
            self._write("\u00a0")
        elif sign == "_":
            self._write("-")
        elif sign in "\r\n":
            self._end("\n\n")


def _encoding(page: int) -> str:
    name = {10000: "mac_roman", 65001: "utf-8"}.get(page, f"cp{page}")
    return name if is_encoding(name) else "cp1252"
