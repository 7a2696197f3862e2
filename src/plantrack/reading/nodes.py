"""YAML to a tree of text that remembers where everything stands.

Every scalar stays the text that was written: `NO` is not false, `1:30` not 90, `010` not 8. The tree is built from the
events of the C parser, without recursion, so depth and aliases are bounded before anything is expanded.

Refused: tabs, byte-order marks, bad UTF-8, tags, merge keys, a second document, duplicate keys, keys that are not text,
nesting deeper than `MAX_DEPTH`, files over `MAX_BYTES`, aliases that expand to more than `MAX_EXPANDED` nodes. What
can be read in spite of a fault is read on, so that all problems of a file come out together.
"""

import re
from typing import Any, Protocol

import yaml
from attrs import frozen
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from plantrack.errors import Problem

MAX_DEPTH = 100
MAX_BYTES = 16_000_000
MAX_EXPANDED = 100_000
MAX_PROBLEMS = 100
"""Of one file; a file with more has one cause, and nobody reads them all."""

_NOT_ALLOWED = "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"

_Parser: Any
try:
    from yaml._yaml import CParser as _Parser
except ImportError:  # a PyYAML built without libyaml: the same events, more slowly
    from yaml import SafeLoader as _Parser


class Mark(Protocol):
    """A place in the text as the parser counts, from 0."""

    line: int
    column: int


class _Placed:
    __slots__ = ("mark",)

    mark: Mark

    @property
    def line(self) -> int:
        """Counted from 1."""
        return self.mark.line + 1

    @property
    def column(self) -> int:
        """In code points, counted from 1."""
        return self.mark.column + 1


class Scalar(_Placed):
    """Text as written; `plain` if it stood without quotation marks."""

    __slots__ = ("plain", "value")

    def __init__(self, value: str, plain: bool, mark: Mark) -> None:  # noqa: FBT001 - built a million times a file
        self.value = value
        self.plain = plain
        self.mark = mark


class Listing(_Placed):
    """A YAML sequence."""

    __slots__ = ("items",)

    def __init__(self, mark: Mark) -> None:
        self.items: list[Node] = []
        self.mark = mark


class Table(_Placed):
    """A YAML mapping; entries keep their order, and `marks` says where each key stands."""

    __slots__ = ("entries", "marks")

    def __init__(self, mark: Mark) -> None:
        self.entries: dict[str, Node] = {}
        self.marks: list[Mark] = []
        self.mark = mark

    def key(self, name: str) -> Scalar:
        """The key of an entry, as the text it is."""
        return Scalar(name, True, self.marks[list(self.entries).index(name)])  # noqa: FBT003 - as above


Node = Scalar | Listing | Table


@frozen(kw_only=True)
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


def _parse(data: bytes, faults: _Faults) -> "Node | None":
    try:
        return _build(data, faults)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        what = " ".join(filter(None, (error.context, error.problem))) or "not YAML"
        if mark is None:
            faults.note(what, None, None)
        else:
            faults.at(mark, what)
        return None
    except yaml.reader.ReaderError:
        blanked = _without_bad_characters(data, faults)
        return None if blanked == data else _parse(blanked, faults)


def _without_bad_characters(data: bytes, faults: _Faults) -> bytes:
    text = data.decode()
    before = len(faults.problems)
    for found in re.finditer(_NOT_ALLOWED, text):
        line, column = text.count("\n", 0, found.start()) + 1, found.start() - text.rfind("\n", 0, found.start())
        what = "a character that YAML does not allow"
        faults.note(what, line, column, found=f"U+{ord(found.group()):04X}")
        if len(faults.problems) == MAX_PROBLEMS:
            break
    if len(faults.problems) == before:
        faults.note("not text that YAML can read", None, None)
    return re.sub(_NOT_ALLOWED, " ", text).encode()


def _build(data: bytes, faults: _Faults) -> "Node | None":
    parser = _Parser(data)
    try:
        return _Builder(faults).build(parser.get_event)
    finally:
        parser.dispose()


class _Open:
    """A sequence or mapping that has begun and not ended."""

    __slots__ = ("anchor", "drop", "key", "node")

    def __init__(self, node: "Listing | Table", anchor: str | None) -> None:
        self.node = node
        self.anchor = anchor
        self.key: str | None = None
        self.drop = False
        """The next value belongs to a key that was refused."""


class _Builder:
    """Puts a tree together from events."""

    def __init__(self, faults: _Faults) -> None:
        self.faults = faults
        self.root: Node | None = None
        self.open: list[_Open] = []
        self.anchors: dict[str, Node | None] = {}
        self.expanded = 0

    def build(self, next_event: Any) -> "Node | None":
        """Take events until the document ends; None if it must not be read on."""
        holder: _Open | None = None
        while (event := next_event()) is not None:
            kind = type(event)
            if kind is ScalarEvent:
                mark = event.start_mark
                node: Node
                if event.tag is not None or event.anchor is not None:
                    node = self._marked_scalar(event, mark)
                elif holder is not None and holder.key is None and type(holder.node) is Table:
                    self._begin_entry(holder, holder.node, event.value, mark, plain=not event.style)
                    continue
                else:
                    node = Scalar(event.value, not event.style, mark)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                if not self._begin(event, Table if kind is MappingStartEvent else Listing):
                    return None
                holder = self.open[-1]
                continue
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                ended = self.open.pop()
                node = ended.node
                if ended.anchor is not None:
                    self.anchors[ended.anchor] = node
                holder = self.open[-1] if self.open else None
            elif kind is AliasEvent:
                known = self._aliased(event)
                if known is None:
                    return None
                node = known
            elif kind is DocumentStartEvent and self.root is not None:
                self.faults.at(event.start_mark, "a second document", expected="one document a file")
                return None
            else:
                continue
            if holder is None:
                self.root = node
            elif type(holder.node) is Listing:
                holder.node.items.append(node)
            elif holder.key is None:
                self._begin_entry_with(holder, node)
            else:
                if holder.drop:
                    holder.drop = False
                else:
                    holder.node.entries[holder.key] = node
                holder.key = None
        return self.root

    def _begin(self, event: Any, cls: "type[Table | Listing]") -> bool:
        mark = event.start_mark
        if event.tag is not None:
            self._refuse_tag(event.tag, mark)
        if len(self.open) >= MAX_DEPTH:
            self.faults.at(mark, "nested too deep", expected=f"at most {MAX_DEPTH} levels")
            return False
        self.open.append(_Open(cls(mark), event.anchor))
        if event.anchor is not None:
            self.anchors[event.anchor] = None
        return True

    def _begin_entry(self, holder: _Open, table: Table, key: str, mark: Mark, *, plain: bool) -> None:
        holder.key = key
        if key in table.entries:
            first = table.marks[list(table.entries).index(key)]
            where = f"again, first at {first.line + 1}:{first.column + 1}"
            self.faults.at(mark, f"the key {_short(key)} stands twice", found=where, expected="each key once")
            holder.drop = True
        elif key == "<<" and plain:
            self.faults.at(mark, "a merge key", found="<<", expected="the keys themselves")
            holder.drop = True
        else:
            table.marks.append(mark)

    def _begin_entry_with(self, holder: _Open, node: "Node") -> None:
        """Begin an entry whose key is more than a scalar read on the way."""
        assert isinstance(holder.node, Table)  # noqa: S101 - a Listing has no entries, and the caller has served it
        if isinstance(node, Scalar):
            self._begin_entry(holder, holder.node, node.value, node.mark, plain=node.plain)
            return
        self.faults.at(node.mark, "a key that is not text", expected="a word")
        holder.key = ""
        holder.drop = True

    def _marked_scalar(self, event: Any, mark: Mark) -> Scalar:
        if event.tag is not None:
            self._refuse_tag(event.tag, mark)
        node = Scalar(event.value, not event.style, mark)
        if event.anchor is not None:
            self.anchors[event.anchor] = node
        return node

    def _refuse_tag(self, tag: str, mark: Mark) -> None:
        self.faults.at(mark, "a tag", found=_short(tag), expected="no tags")

    def _aliased(self, event: Any) -> "Node | None":
        node = self.anchors.get(event.anchor)
        if node is None:
            what = "an alias inside its own anchor" if event.anchor in self.anchors else "an alias without anchor"
            self.faults.at(event.start_mark, what, found=_short(f"*{event.anchor}"))
            return None
        self.expanded += self._size(node)
        if self.expanded > MAX_EXPANDED:
            expected = f"at most {MAX_EXPANDED:,} nodes from aliases"
            self.faults.at(event.start_mark, "aliases that expand too far", expected=expected)
            return None
        return node

    @staticmethod
    def _size(node: "Node") -> int:
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


def _short(text: str) -> str:
    return repr(text if len(text) <= 60 else text[:57] + "...")
