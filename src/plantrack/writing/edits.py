"""Small changes to a YAML text: one line comes or changes, and all else stays as a person wrote it.

Comments, order, quotation marks and line ends are left alone. Every change is read back, and refused if the file would
say anything else than what was meant. What stands behind an anchor or an alias is not changed.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import yaml

from plantrack.errors import OutputError, Problem
from plantrack.writing.documents import as_yaml_entry, as_yaml_inline, plain

Path = Sequence[str | int]
"""Where something stands: keys, and indexes of lists."""
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The C parser where there is one: it is many times as fast."""


def set_field(text: str, path: Path, value: Any, *, before: Sequence[str] = ()) -> str:
    """The text with a field set to a value, where it stands or at the end of its mapping.

    Args:
        text: The text of a YAML file.
        path: The field; everything above it stands there already.
        value: A value of the model, or text, figures, lists and mappings of them.
        before: Keys before the first of which a new field goes.

    Raises:
        OutputError: if the place cannot be changed without changing more than it.
    """
    return set_fields(text, [(path, value)], before=before)


def set_fields(text: str, fields: Sequence[tuple[Path, Any]], *, before: Sequence[str] = ()) -> str:
    """The same of several fields, of which none stands in another, at the cost of one.

    Raises:
        OutputError: as `set_field`; then nothing is changed.
    """
    root = yaml.compose(text, Loader=_Loader)
    places = [_place(root, path, before) for path, _ in fields]
    changed = text
    # From the end, so that what was found in the text stays where it was until it is changed.
    for index in sorted(range(len(fields)), key=lambda index: (places[index][0], index), reverse=True):
        (path, value), (_, mapping, node) = fields[index], places[index]
        if node is not None:
            changed = _replaced(changed, node, value)
        else:
            changed = _with_entry(changed, mapping, str(path[-1]), value, before)

    def change(expected: Any) -> None:
        for path, value in fields:
            _put(expected, path, plain(value))

    return _checked(text, changed, fields[0][0] if len(fields) == 1 else (), change)


def _place(root: yaml.Node | None, path: Path, before: Sequence[str]) -> tuple[int, yaml.MappingNode, yaml.Node | None]:
    """Where a field is to be changed, the mapping it belongs to, and its node, if it is there."""
    *above, key = path
    mapping = _node(root, above)
    if not isinstance(mapping, yaml.MappingNode) or not isinstance(key, str):
        raise _cannot(path)
    node = next((node for held, node in mapping.value if held.value == key), None)
    if node is not None:
        return node.start_mark.index, mapping, node
    later = next((held for held, _ in mapping.value if held.value in before), None)
    return (later.start_mark if later is not None else mapping.end_mark).index, mapping, None


def append_item(text: str, path: Path, value: Any) -> str:
    """The text with one more item at the end of a list, which begins with it where it was not there.

    Raises:
        OutputError: as `set_field`.
    """
    *above, key = path
    mapping = _node(yaml.compose(text, Loader=_Loader), above)
    if not isinstance(mapping, yaml.MappingNode) or not isinstance(key, str):
        raise _cannot(path)
    listed = next((node for held, node in mapping.value if held.value == key), None)
    if listed is None:
        return set_field(text, path, [value])
    if not isinstance(listed, yaml.SequenceNode):
        raise _cannot(path)
    if listed.flow_style:
        changed = _inside_brackets(text, listed, as_yaml_inline(value))
    else:
        column = listed.start_mark.column
        block = " " * column + "- " + as_yaml_inline(value) + "\n"
        changed = _after(text, listed, block)
    return _checked(text, changed, path, lambda root: _get(root, path).append(plain(value)))


def _with_entry(text: str, mapping: yaml.MappingNode, key: str, value: Any, before: Sequence[str]) -> str:
    if mapping.flow_style:
        return _inside_brackets(text, mapping, as_yaml_inline({key: value})[1:-1])
    column = mapping.value[0][0].start_mark.column if mapping.value else 0
    entry = _indented(as_yaml_entry(key, value), column)
    later = next((index for index, (held, _) in enumerate(mapping.value) if held.value in before), None)
    if later == 0:
        start = mapping.value[0][0].start_mark.index
        return text[: start - column] + entry + text[start - column :]
    last = mapping.value[-1 if later is None else later - 1]
    return _after(text, last[1], entry)


def _replaced(text: str, node: yaml.Node, value: Any) -> str:
    start, end = node.start_mark.index, node.end_mark.index
    if isinstance(node, yaml.ScalarNode):
        if node.style in ("|", ">"):
            raise OutputError([Problem(what="a field of several lines cannot be set", found=node.value[:40])])
        return text[:start] + as_yaml_inline(value) + text[end:]
    if not isinstance(node, yaml.CollectionNode) or node.flow_style or not node.value:
        return text[:start] + as_yaml_inline(value) + text[end:]
    held = plain(value)
    if not isinstance(held, Mapping):
        return text[:start] + as_yaml_inline(held) + text[_last_line_end(text, node) :]
    entries = "".join(as_yaml_entry(key, part) for key, part in held.items())
    block = _indented(entries, node.start_mark.column).strip()
    return text[:start] + block + text[_last_line_end(text, node) :]


def _inside_brackets(text: str, node: yaml.CollectionNode, piece: str) -> str:
    """The text with one more item right behind the last one, so that taking it out gives the same text again."""
    if not node.value:
        start = node.start_mark.index + 1
        return text[:start] + piece + text[start:]
    end = _end(_value_of(node.value[-1]))
    return text[:end] + ", " + piece + text[end:]


def _value_of(entry: yaml.Node | tuple[yaml.Node, yaml.Node]) -> yaml.Node:
    return entry[1] if isinstance(entry, tuple) else entry


def _key_of(entry: yaml.Node | tuple[yaml.Node, yaml.Node]) -> yaml.Node:
    return entry[0] if isinstance(entry, tuple) else entry


def _end(node: yaml.Node) -> int:
    return int(node.end_mark.index)


def remove(text: str, path: Path) -> str:
    """The text without a field of a mapping or an item of a list; a comment beside it goes, too.

    What `set_field` and `append_item` put in comes out again, to the byte, but for a line end that the file lacked. Of
    a list or mapping whose last item goes, the brackets stay; in lines of its own it cannot be empty, so there the
    field that holds it is to be removed.

    Raises:
        OutputError: if it is not there, or cannot be taken out without changing what stands around it.
    """
    *above, key = path
    held = _node(yaml.compose(text, Loader=_Loader), above)
    if isinstance(held, yaml.MappingNode):
        number = next((at for at, (name, _) in enumerate(held.value) if name.value == key), None)
    else:
        number = key if isinstance(held, yaml.SequenceNode) and isinstance(key, int) else None
    if not isinstance(held, yaml.CollectionNode) or number is None or number >= len(held.value):
        raise _cannot(path)
    start, end = _extent(text, held, number)

    def change(root: Any) -> None:
        del _get(root, above)[key]

    return _checked(text, text[:start] + text[end:], path, change)


def _extent(text: str, held: yaml.CollectionNode, number: int) -> tuple[int, int]:
    """From where to where an item is to be cut out."""
    entry = held.value[number]
    first, last = _key_of(entry).start_mark.index, _end(_value_of(entry))
    if held.flow_style:
        if number:
            return _end(_value_of(held.value[number - 1])), last
        return first, (_key_of(held.value[1]).start_mark.index if len(held.value) > 1 else last)
    line_end = _last_line_end(text, _value_of(entry))
    start = text.rfind("\n", 0, first) + 1
    if line_end < len(text):
        return start, line_end + 1
    return max(0, start - (2 if text[start - 2 : start] == "\r\n" else 1)), line_end


def _after(text: str, node: yaml.Node, block: str) -> str:
    """The text with whole lines after the last line of a node."""
    end = _last_line_end(text, node)
    newline = "\r\n" if "\r\n" in text else "\n"
    block = block.replace("\n", newline)
    if end == len(text) and not text.endswith("\n"):
        return text + newline + block
    return text[: end + 1] + block + text[end + 1 :]


def _last_line_end(text: str, node: yaml.Node) -> int:
    """Where the line ends on which the last word of a node stands, a comment beside it included."""
    last = node
    while isinstance(last, yaml.CollectionNode) and not last.flow_style and last.value:
        last = last.value[-1][1] if isinstance(last, yaml.MappingNode) else last.value[-1]
    start, end = last.start_mark.index, last.end_mark.index
    end = len(text[:end].rstrip()) if end > start else end
    found = text.find("\n", end)
    return len(text) if found < 0 else found


def _indented(block: str, column: int) -> str:
    return re.sub(r"^(?=.)", " " * column, block, flags=re.MULTILINE)


def _node(root: yaml.Node | None, path: Path) -> yaml.Node:
    node = root
    for step in path:
        if isinstance(node, yaml.MappingNode):
            node = next((value for key, value in node.value if key.value == step), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
        else:
            node = None
    if node is None:
        raise _cannot(path)
    return node


def _checked(before: str, after: str, path: Path, change: Callable[[Any], None]) -> str:
    """The changed text, if it says what the old one said with the change made; OutputError else."""
    expected = _as_text(yaml.load(before, Loader=_AsText))  # noqa: S506 - a loader of text only
    change(expected)
    try:
        found = yaml.load(after, Loader=_AsText)  # noqa: S506 - as above
    except yaml.YAMLError:
        raise _cannot(path) from None
    if found != _as_text(expected):
        raise _cannot(path)
    return after


class _AsText(_Loader):  # type: ignore[misc]
    """Reads every scalar as the text it is, as the files of a corpus are read."""


_AsText.yaml_implicit_resolvers = {}


def _as_text(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _as_text(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_as_text(part) for part in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _get(root: Any, path: Path) -> Any:
    for step in path:
        root = root[step]
    return root


def _put(root: Any, path: Path, value: Any) -> None:
    _get(root, path[:-1])[path[-1]] = value


def _cannot(path: Path) -> OutputError:
    return OutputError(
        [Problem(what="cannot be changed without changing what stands around it", path=".".join(map(str, path)))]
    )
