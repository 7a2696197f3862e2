"""A value of the model as YAML that the reader takes back unchanged.

What stands at its default is left out, so that a file says only what somebody knew.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import yaml

from plantrack.model import Claim, Unchanged
from plantrack.model.fields import Extra, Key, OneOrMany, marks_of, name_in_file
from plantrack.plain import printable
from plantrack.value import Field, evolve, fields_of, is_value

_WIDTH = 120
_ONE_LINE = 1_000_000


def as_yaml(value: Any) -> str:
    """A value as the text of its file, with the fields in the order of the model.

    Args:
        value: A plan, version, source or any other value of the model.
    """
    return _dumped(plain(value), width=_WIDTH, flow=False)


def as_yaml_entry(key: str, value: Any) -> str:
    """A key with its value as lines of a file; what holds no further lists or mappings stands on one line.

    >>> print(as_yaml_entry("halve", {"position": {"start": 13, "end": 70}, "says": "Halved."}), end="")
    halve:
      position: {start: 13, end: 70}
      says: Halved.
    """
    held = plain(value)
    if not isinstance(held, Mapping) or not any(isinstance(part, Mapping | list) for part in held.values()):
        return f"{as_yaml_inline(key)}: {as_yaml_inline(held)}\n"
    lines = "".join(as_yaml_entry(inner, part) for inner, part in held.items())
    return f"{as_yaml_inline(key)}:\n" + "".join(f"  {line}" for line in lines.splitlines(keepends=True))


def as_yaml_inline(value: Any) -> str:
    """A value as it stands inside brackets, on one line."""
    return _dumped([plain(value)], width=_ONE_LINE, flow=True).strip()[1:-1]


def _dumped(held: Any, *, width: int, flow: bool) -> str:
    """YAML in which every sign that nobody sees, or that turns the direction of what follows, is an escape."""
    text: str = yaml.dump(
        held, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=width, default_flow_style=flow
    )
    return printable(text)


def plain(value: Any) -> Any:
    """A value as dicts, lists and text, the way its file holds it."""
    if isinstance(value, Claim) and value.unchanged is not None:
        return _record(_without_inherited(value, value.unchanged))
    if is_value(value):
        return _record(value)
    if isinstance(value, Mapping):
        return {key: plain(part) for key, part in value.items()}
    if isinstance(value, tuple | list):
        return [plain(part) for part in value]
    return value


def _without_inherited(claim: Claim, unchanged: Unchanged) -> Claim:
    """A claim with the terms of its own only: what stays unchanged stands in the version that it stays from."""
    own = {key: term for key, term in claim.terms.items() if unchanged.terms and key not in unchanged.terms}
    return evolve(claim, terms=own)


def _record(value: Any) -> Any:
    held: dict[str, Any] = {}
    for attribute in fields_of(type(value)):
        _, marks = marks_of(attribute.type)
        part = getattr(value, attribute.name)
        if any(isinstance(mark, Key) for mark in marks) or _is_default(attribute, part):
            continue
        if any(isinstance(mark, Extra) for mark in marks):
            held |= plain(part)
        elif any(isinstance(mark, OneOrMany) for mark in marks) and len(part) == 1 and not is_value(part[0]):
            held[name_in_file(type(value), attribute)] = plain(part[0])
        else:
            held[name_in_file(type(value), attribute)] = plain(part)
    shorthand = getattr(type(value), "shorthand", None)
    return held[shorthand] if shorthand is not None and list(held) == [shorthand] else held


def _is_default(attribute: Field, part: Any) -> bool:
    if attribute.required or attribute.name == "schema":  # every file says what it is
        return False
    if attribute.factory is not None:
        return not part
    return bool(part == attribute.default)


class _Dumper(yaml.SafeDumper):
    """Indents lists below their key, writes long text as blocks, and figures as they are."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - as PyYAML calls it
        """Never writes a list at the indent of its key."""
        super().increase_indent(flow, indentless=False)

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - as PyYAML calls it
        """Files hold no anchors."""
        return True


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text and text == text.strip() and text.isprintable() else None
    if printable(text) != text:
        style = '"'  # the only style with escapes, which `_dumped` turns such signs into
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _represent_figure(dumper: yaml.SafeDumper, figure: Decimal) -> yaml.ScalarNode:
    tag = "int" if figure == figure.to_integral_value() and "." not in str(figure) else "float"
    return dumper.represent_scalar(f"tag:yaml.org,2002:{tag}", f"{figure:f}")


_Dumper.add_representer(str, _represent_text)
_Dumper.add_representer(Decimal, _represent_figure)
