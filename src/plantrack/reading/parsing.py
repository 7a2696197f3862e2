"""YAML to a tree of text that remembers where everything stands.

Every scalar stays the text that was written: `NO` is not false, `1:30` not 90, `010` not 8. The tree is built from the
events of the C parser, so depth and aliases are bounded before anything is expanded.

Refused: tabs, control characters (as escapes too), byte-order marks, bad UTF-8, tags, merge keys, a second document,
duplicate keys, keys that are not text, nesting deeper than `MAX_DEPTH`, files over `MAX_BYTES`, aliases that expand to
more than `MAX_EXPANDED` nodes. What can be read in spite of a fault is read on, so that all problems of a file come out
together.
"""

import re
from collections.abc import Callable
from typing import Any, NoReturn

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from plantrack.errors import Problem, quoted
from plantrack.reading.nodes import (
    MAX_BYTES,
    MAX_DEPTH,
    MAX_EXPANDED,
    MAX_PROBLEMS,
    Listing,
    Mark,
    Node,
    Scalar,
    Table,
)
from plantrack.value import value

_TOO_DEEP = "nested too deep"
_AT_MOST = f"at most {MAX_DEPTH} levels"
_PARSER_GAVE_UP = "exceeded maximum nesting depth"
"""What a libyaml that counts says where many brackets open before the first event comes; its own limit is higher."""

_NOT_ALLOWED = "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
_CONTROL = "[\x00-\x08\x0b-\x1f\x7f-\x9f]"

_Parser: Any
try:
    from yaml._yaml import CParser as _Parser
except ImportError:  # a PyYAML built without libyaml: the same events, more slowly
    from yaml import SafeLoader as _Parser


_Bare: Any = ScalarEvent
"""Not as a type: the marks of a parsed event are never None, whatever its class says."""
_CONTENT = frozenset((AliasEvent, MappingStartEvent, ScalarEvent, SequenceStartEvent))


@value
class Parsed:
    """A file as far as it could be read as YAML."""

    root: Node | None
    """None where nothing of it can be trusted."""
    problems: tuple[Problem, ...]


def parse_yaml(data: bytes, *, file: str) -> Parsed:
    """The tree of a YAML file, and every problem found; after a fault of syntax nothing further can be read."""
    faults = _Faults(file)
    readable = _readable(data, faults)
    if readable is None:
        return Parsed(root=None, problems=tuple(faults.problems))
    root = _parse(readable, faults)
    if root is None and not faults.problems:
        faults.note("the file is empty", 1, 1, expected="a mapping")
    return Parsed(root=root, problems=tuple(faults.problems))


class _Faults:
    """The problems of one file, no more than `MAX_PROBLEMS`."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def note(
        self, what: str, line: int | None, column: int | None, *, found: str | None = None, expected: str | None = None
    ) -> None:
        if len(self.problems) < MAX_PROBLEMS:
            self.problems.append(
                Problem(what=what, file=self.file, line=line, column=column, found=found, expected=expected)
            )

    def at(self, mark: Mark, what: str, *, found: str | None = None, expected: str | None = None) -> None:
        self.note(what, mark.line + 1, mark.column + 1, found=found, expected=expected)


def _readable(data: bytes, faults: _Faults) -> bytes | None:
    """The bytes with what stands in the parser's way noted and blanked out; None if that cannot be done."""
    if len(data) > MAX_BYTES:
        expected = f"at most {MAX_BYTES:,} bytes"
        faults.note("the file is too large", None, None, found=f"{len(data):,} bytes", expected=expected)
        return None
    without_mark = "UTF-8 without a byte-order mark"
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")):
        faults.note("a byte-order mark of UTF-16 or UTF-32", 1, 1, expected=without_mark)
        return None
    if data.startswith(b"\xef\xbb\xbf"):
        faults.note("a byte-order mark", 1, 1, expected=without_mark)
        data = data[3:]
    try:
        data.decode()
    except UnicodeDecodeError:
        data = _without_bad_bytes(data, faults)
    if b"\t" in data:
        for number, line in enumerate(data.split(b"\n"), 1):
            if b"\t" in line:
                faults.note("a tab", number, len(line.partition(b"\t")[0].decode()) + 1, expected="spaces")
        data = data.replace(b"\t", b" ")
    return data


def _without_bad_bytes(data: bytes, faults: _Faults) -> bytes:
    """The lines that are UTF-8, and in the others U+FFFD for what is not; each such line is noted once."""
    lines = data.split(b"\n")
    for number, line in enumerate(lines, 1):
        try:
            line.decode()
        except UnicodeDecodeError as error:
            column = len(line[: error.start].decode()) + 1
            faults.note("not UTF-8", number, column, found=f"byte 0x{line[error.start]:02x}", expected="UTF-8")
            lines[number - 1] = line.decode(errors="replace").encode()
    return b"\n".join(lines)


def _parse(data: bytes, faults: _Faults) -> Node | None:
    try:
        return _build(data, faults)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        if mark is not None and error.problem == _PARSER_GAVE_UP:
            faults.at(mark, _TOO_DEEP, expected=_AT_MOST)
            return None
        _note_slip(error, data, faults)
        return None
    except yaml.reader.ReaderError:
        blanked = _without_bad_characters(data, faults)
        return None if blanked == data else _parse(blanked, faults)


def _note_slip(error: yaml.MarkedYAMLError, data: bytes, faults: _Faults) -> None:
    """Note a fault of syntax where it is best looked for, in the words of the parser only if there are no others."""
    from plantrack.reading.slips import slip_of

    mark = error.problem_mark or error.context_mark
    if mark is None:
        faults.note("not YAML", None, None)
        return
    lines = data.decode().split("\n")
    slip = slip_of(error, lines[mark.line] if mark.line < len(lines) else "")
    if slip is None:
        faults.at(mark, " ".join(filter(None, (error.context, error.problem))) or "not YAML")
    else:
        faults.at((error.context_mark if slip.at_start else None) or mark, slip.what, expected=slip.expected)


def _without_bad_characters(data: bytes, faults: _Faults) -> bytes:
    text = data.decode()
    before = len(faults.problems)
    for number, line in enumerate(text.split("\n"), 1):
        if found := re.search(_NOT_ALLOWED, line):
            what = "a character that YAML does not allow"
            faults.note(what, number, found.start() + 1, found=f"U+{ord(found.group()):04X}")
    if len(faults.problems) == before:
        faults.note("not text that YAML can read", None, None)
    return re.sub(_NOT_ALLOWED, " ", text).encode()


def _build(data: bytes, faults: _Faults) -> Node | None:
    parser = _Parser(data)
    try:
        return _Builder(parser.get_event, faults).build()
    except _Stopped:
        return None
    finally:
        parser.dispose()


class _Stopped(Exception):  # noqa: N818 - no error to anybody outside: the fault is noted already
    """The file must not be read on."""


class _Builder:
    """Puts a tree together from events. The methods call each other no deeper than `MAX_DEPTH`."""

    def __init__(self, next_event: Callable[[], Any], faults: _Faults) -> None:
        self.next_event = next_event
        self.faults = faults
        self.depth = 0
        self.anchors: dict[str, Node | None] = {}
        self.expanded = 0

    def build(self) -> Node | None:
        """The tree of the one document; None if there is none."""
        root: Node | None = None
        while (event := self.next_event()) is not None:
            kind = type(event)
            if kind is DocumentStartEvent and root is not None:
                self._stop(event.start_mark, "a second document", expected="one document a file")
            elif kind in _CONTENT:
                root = self._node(event)
        return root

    def _node(self, event: Any) -> Node:
        kind = type(event)
        if kind is AliasEvent:
            return self._aliased(event)
        anchor, mark = event.anchor, event.start_mark
        if event.tag is not None:
            self.faults.at(mark, "a tag", found=quoted(event.tag), expected="no tags")
        if kind is ScalarEvent:
            node: Node = self._scalar(event)
        else:
            if self.depth >= MAX_DEPTH:
                self._stop(mark, _TOO_DEEP, expected=_AT_MOST)
            if anchor is not None:
                self.anchors[anchor] = None
            self.depth += 1
            node = self._table(mark) if kind is MappingStartEvent else self._listing(mark)
            self.depth -= 1
        if anchor is not None:
            self.anchors[anchor] = node
        return node

    def _scalar(self, event: Any) -> Scalar:
        """Text; what is written in double quotes may hold, as an escape, what YAML refuses as a character."""
        text, mark = event.value, event.start_mark
        if event.style == '"' and not text.isprintable() and (found := re.search(_CONTROL, text)):
            shown = f"U+{ord(found.group()):04X}"
            self.faults.at(mark, "a control character", found=shown, expected="text that can be printed")
        return Scalar(text, not event.style, mark)

    def _listing(self, mark: Mark) -> Listing:
        listing = Listing(mark)
        while type(event := self.next_event()) is not SequenceEndEvent:
            listing.items.append(self._node(event))
        return listing

    def _table(self, mark: Mark) -> Table:
        table = Table(mark)
        entries, marks, next_event = table.entries, table.marks, self.next_event
        key: str | None
        while type(event := next_event()) is not MappingEndEvent:
            # Nearly everything in a file is a bare scalar, and nearly all of the time is spent here.
            if type(event) is _Bare and event.tag is None and event.anchor is None:
                key, key_mark = event.value, event.start_mark
                if event.style:
                    self._scalar(event)
                good = key != "<<" and key not in entries
            else:
                node = self._node(event)
                key, key_mark = node.value if isinstance(node, Scalar) else None, node.mark
                good = key is not None and key not in entries
            event = next_event()
            if type(event) is _Bare and event.tag is None and event.anchor is None:
                value: Node = self._scalar(event) if event.style else Scalar(event.value, True, event.start_mark)  # noqa: FBT003
            else:
                value = self._node(event)
            if good:
                entries[key] = value  # type: ignore[index]  # a good key is text
                marks.append(key_mark)
            else:
                self._refuse_key(key, key_mark, table)
        return table

    def _refuse_key(self, key: str | None, mark: Mark, table: Table) -> None:
        if key is None:
            self.faults.at(mark, "a key that is not text", expected="a word")
        elif key in table.entries:
            first = table.key(key)
            where = f"again, first at {first.line}:{first.column}"
            self.faults.at(mark, f"the key {quoted(key)} stands twice", found=where, expected="each key once")
        else:
            self.faults.at(mark, "a merge key", found="<<", expected="the keys themselves")

    def _aliased(self, event: Any) -> Node:
        node = self.anchors.get(event.anchor)
        if node is None:
            what = "an alias inside its own anchor" if event.anchor in self.anchors else "an alias without anchor"
            self._stop(event.start_mark, what, found=quoted(f"*{event.anchor}"))
        self.expanded += _size(node)
        if self.expanded > MAX_EXPANDED:
            expected = f"at most {MAX_EXPANDED:,} nodes from aliases"
            self._stop(event.start_mark, "aliases that expand too far", expected=expected)
        return node

    def _stop(self, mark: Mark, what: str, *, found: str | None = None, expected: str | None = None) -> NoReturn:
        self.faults.at(mark, what, found=found, expected=expected)
        raise _Stopped


def _size(node: Node) -> int:
    """How many nodes a tree has with its aliases expanded; counted no further than is allowed."""
    size = 0
    waiting = [node]
    while waiting and size <= MAX_EXPANDED:
        part = waiting.pop()
        size += 1
        if isinstance(part, Listing):
            waiting += part.items
        elif isinstance(part, Table):
            waiting += part.entries.values()
    return size
