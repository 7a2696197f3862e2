"""YAML to a tree of text that remembers where everything stands.

Every scalar stays the text that was written: `NO` is not false, `1:30` not 90, `010` not 8. The tree is built from the
events of the C parser, without recursion, so depth and aliases are bounded before anything is expanded.

Refused: tabs, byte-order marks, bad UTF-8, tags, merge keys, a second document, duplicate keys, keys that are not text,
nesting deeper than `MAX_DEPTH`, files over `MAX_BYTES`, aliases that expand to more than `MAX_EXPANDED` nodes.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

import yaml
from yaml.events import AliasEvent, MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from plantrack.errors import InputError, Problem

MAX_DEPTH = 100
MAX_BYTES = 16_000_000
MAX_EXPANDED = 100_000
MAX_PROBLEMS = 500

try:
    from yaml._yaml import CParser as _Parser
except ImportError:  # a PyYAML built without libyaml: the same events, more slowly
    from yaml import SafeLoader as _Parser


class Scalar:
    """Text as written; `plain` if it stood without quotation marks."""

    __slots__ = ("column", "line", "plain", "value")

    def __init__(self, value: str, *, plain: bool, line: int, column: int) -> None:
        self.value = value
        self.plain = plain
        self.line = line
        self.column = column


class Listing:
    """A YAML sequence."""

    __slots__ = ("column", "items", "line")

    def __init__(self, *, line: int, column: int) -> None:
        self.items: list[Node] = []
        self.line = line
        self.column = column


class Table:
    """A YAML mapping; entries keep their order."""

    __slots__ = ("column", "entries", "line")

    def __init__(self, *, line: int, column: int) -> None:
        self.entries: dict[str, tuple[Scalar, Node]] = {}
        self.line = line
        self.column = column


Node = Scalar | Listing | Table


def parse_yaml(data: bytes, *, file: str) -> Node:
    """The tree of a YAML file.

    Raises:
        InputError: with every problem found; after a fault of syntax nothing further can be read.
    """
    text = _decode(data, file)
    builder = _Builder(file)
    parser = None
    try:
        with _collector_paused():
            parser = _Parser(text)
            builder.build(parser)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        builder.problem(
            " ".join(filter(None, (error.context, error.problem))) or "not YAML",
            mark.line + 1 if mark else None,
            mark.column + 1 if mark else None,
        )
    except yaml.reader.ReaderError as error:
        line, column = _place(text, error.position if isinstance(error.position, int) else 0)
        builder.problem("a character that YAML does not allow", line, column, found=_shown(error.character))
    finally:
        if parser is not None:
            parser.dispose()
    if builder.problems:
        raise InputError(builder.problems)
    if builder.root is None:
        raise InputError([Problem(what="the file is empty", file=file, line=1, column=1, expected="a mapping")])
    return builder.root


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Loading makes many objects and no garbage; collecting meanwhile more than doubles the time."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _decode(data: bytes, file: str) -> str:
    def refuse(what: str, position: int, expected: str, found: str | None = None) -> InputError:
        line, column = _place(data[:position].decode("utf-8", "replace"), None)
        return InputError([Problem(what=what, file=file, line=line, column=column, found=found, expected=expected)])

    if len(data) > MAX_BYTES:
        what = "the file is too large"
        raise InputError(
            [Problem(what=what, file=file, found=f"{len(data):,} bytes", expected=f"at most {MAX_BYTES:,} bytes")]
        )
    if data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        raise refuse("a byte-order mark", 0, "UTF-8 without a byte-order mark")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise refuse("not UTF-8", error.start, "UTF-8", f"byte 0x{data[error.start]:02x}") from None
    tab = data.find(b"\t")
    if tab >= 0:
        raise refuse("a tab", tab, "spaces")
    return text


def _place(text: str, position: int | None) -> tuple[int, int]:
    """Line and column, from 1, of a position in a text; of its end where the position is None."""
    before = text if position is None else text[:position]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _shown(character: object) -> str:
    return f"U+{ord(character):04X}" if isinstance(character, str) and len(character) == 1 else repr(character)


class _Builder:
    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.root: Node | None = None

    def problem(self, what: str, line: int | None, column: int | None, **more: str | None) -> None:
        if len(self.problems) < MAX_PROBLEMS:
            self.problems.append(Problem(what=what, file=self.file, line=line, column=column, **more))

    def build(self, parser: "yaml.SafeLoader") -> None:
        """Take events until the first document ends."""
        open_nodes: list[Table | Listing] = []
        open_keys: list[Scalar | None] = []
        open_anchors: list[str | None] = []
        open_counts: list[int] = []
        anchors: dict[str, tuple[Node, int] | None] = {}
        expanded = 0
        next_event = parser.get_event
        while (event := next_event()) is not None:
            kind = type(event)
            if kind is ScalarEvent:
                mark = event.start_mark
                node: Node = Scalar(
                    event.value, plain=event.style is None or event.style == "", line=mark.line + 1, column=mark.column + 1
                )
                size = 1
                if event.tag is not None and event.tag != "!":
                    self.problem("a tag", node.line, node.column, found=event.tag, expected="no tags")
                if event.anchor:
                    anchors[event.anchor] = (node, 1)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                mark = event.start_mark
                if event.tag is not None and event.tag != "!":
                    self.problem("a tag", mark.line + 1, mark.column + 1, found=event.tag, expected="no tags")
                if len(open_nodes) >= MAX_DEPTH:
                    self.problem("nested too deep", mark.line + 1, mark.column + 1, expected=f"at most {MAX_DEPTH} levels")
                    return
                opened = (Table if kind is MappingStartEvent else Listing)(line=mark.line + 1, column=mark.column + 1)
                open_nodes.append(opened)
                open_keys.append(None)
                open_anchors.append(event.anchor)
                open_counts.append(1)
                if event.anchor:
                    anchors[event.anchor] = None
                continue
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                node = open_nodes.pop()
                open_keys.pop()
                anchor = open_anchors.pop()
                size = open_counts.pop()
                if anchor:
                    anchors[anchor] = (node, size)
            elif kind is AliasEvent:
                mark = event.start_mark
                known = anchors.get(event.anchor)
                if known is None:
                    what = "an alias inside its own anchor" if event.anchor in anchors else "an alias without anchor"
                    self.problem(what, mark.line + 1, mark.column + 1, found=f"*{event.anchor}")
                    return
                node, size = known
                expanded += size
                if expanded > MAX_EXPANDED:
                    what = "aliases that expand too far"
                    expected = f"at most {MAX_EXPANDED:,} nodes from aliases"
                    self.problem(what, mark.line + 1, mark.column + 1, expected=expected)
                    return
            elif kind is yaml.DocumentStartEvent:
                if self.root is not None:
                    mark = event.start_mark
                    self.problem("a second document", mark.line + 1, mark.column + 1, expected="one document a file")
                    return
                continue
            else:
                continue
            if not open_nodes:
                self.root = node
                continue
            open_counts[-1] += size
            holder = open_nodes[-1]
            if type(holder) is Listing:
                holder.items.append(node)
            else:
                self._put(holder, open_keys, node)

    def _put(self, table: "Table | Listing", open_keys: list[Scalar | None], node: Node) -> None:
        assert isinstance(table, Table)  # noqa: S101 - the only other holder is a Listing, which the caller has served
        key = open_keys[-1]
        if key is not None:
            open_keys[-1] = None
            if key.value in table.entries:
                first = table.entries[key.value][0]
                where = f"again, first at {first.line}:{first.column}"
                self.problem(f"the key {key.value!r} stands twice", key.line, key.column, found=where, expected="each key once")
            else:
                table.entries[key.value] = (key, node)
            return
        if not isinstance(node, Scalar):
            self.problem("a key that is not text", node.line, node.column, expected="a word")
            open_keys[-1] = Scalar("?", plain=True, line=node.line, column=node.column)
            return
        if node.plain and node.value == "<<":
            self.problem("a merge key", node.line, node.column, found="<<", expected="the keys themselves")
        open_keys[-1] = node
