"""Scalars to text, numbers and truth values, held to what their field may hold."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from plantrack.errors import one_of
from plantrack.language.counted import right_unit
from plantrack.language.numbers import numbered
from plantrack.language.tokens import tokens_of
from plantrack.model import fields
from plantrack.model.dates import EXPECTED as EXPECTED_DATE
from plantrack.model.dates import is_edtf
from plantrack.reading.nodes import Node, Scalar
from plantrack.reading.notes import BAD, Mention, Reading, kind_of, shown

MAX_DIGITS = 30
MAX_MATCHED = 2000
"""Longer text is not tried against a shape."""
NOTHING = frozenset({"null", "~", ""})
"""What stands for no value, where it stands without quotation marks."""
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")

Read = Callable[[Reading, Node], Any]
Check = Callable[[Reading, Scalar], bool]


def text_reader(marks: tuple[Any, ...]) -> Read:
    """The reader of a field of text, by the marks of its annotation."""
    checks = tuple(_CHECKS[type(mark)](mark) for mark in marks if type(mark) in _CHECKS)

    def read_text(reading: Reading, node: Node) -> Any:
        if type(node) is not Scalar:
            return reading.wrong(node, "not text", found=kind_of(node), expected="text")
        value = node.value
        if value in NOTHING and (node.plain or not value):
            return reading.wrong(node, "nothing stands here", found="nothing", expected="text")
        for check in checks:
            if not check(reading, node):
                return BAD
        return value

    return read_text


def _member(mark: fields.OneOf) -> Check:
    members = mark.members

    def check(reading: Reading, node: Scalar) -> bool:
        if node.value in members:
            return True
        word = node.value
        reading.wrong(
            node, f"no {mark.name} of this name", found=shown(node),
            expected=one_of(members, near=word), near=(word, members),
        )  # fmt: skip
        return False

    return check


def _shape(mark: fields.Pattern) -> Check:
    matches = re.compile(mark.regex).fullmatch

    def check(reading: Reading, node: Scalar) -> bool:
        if len(node.value) <= MAX_MATCHED and matches(node.value):
            return True
        reading.wrong(node, "of the wrong shape", found=shown(node), expected=mark.expected)
        return False

    return check


def _date(_: fields.Edtf) -> Check:
    def check(reading: Reading, node: Scalar) -> bool:
        if node.value.isascii() and is_edtf(node.value):
            return True
        reading.wrong(node, "not a date", found=shown(node), expected=EXPECTED_DATE)
        return False

    return check


def _name(mark: fields.Ref) -> Check:
    def check(reading: Reading, node: Scalar) -> bool:
        reading.mentions.append(Mention(mark.kind, node.value, node.line, node.column, ".".join(reading.path)))
        return True

    return check


def _counted(_: fields.Counted) -> Check:
    def check(reading: Reading, node: Scalar) -> bool:
        right = right_unit(node.value) if len(node.value) <= MAX_MATCHED else node.value
        if right == node.value:
            return True
        reading.wrong(node, "a unit that is never compared under this name", found=shown(node), expected=right)
        return False

    return check


def _length(mark: fields.AtMost) -> Check:
    def check(reading: Reading, node: Scalar) -> bool:
        count = len(node.value.split())
        if count <= mark.words:
            return True
        reading.wrong(node, "too many words", found=f"{count} words", expected=f"at most {mark.words} words")
        return False

    return check


_CHECKS: dict[type, Callable[[Any], Check]] = {
    fields.OneOf: _member,
    fields.Pattern: _shape,
    fields.Edtf: _date,
    fields.Ref: _name,
    fields.AtMost: _length,
    fields.Counted: _counted,
}


def read_integer(reading: Reading, node: Node) -> Any:
    """A whole number, 0 or more."""
    value = _number(reading, node, "a whole number")
    if value is BAD:
        return BAD
    if value != value.to_integral_value() or value < 0 or "." in str(value):
        return reading.wrong(node, "not a whole number", found=kind_of(node), expected="a whole number, 0 or more")
    return int(value)


def read_figure(reading: Reading, node: Node) -> Any:
    """A number, exact to the digit."""
    return _number(reading, node, "a number")


def _number(reading: Reading, node: Node, expected: str) -> Any:
    if type(node) is not Scalar or not node.plain or not _NUMBER.fullmatch(node.value):
        digits = plain_digits(node.value) if type(node) is Scalar else None
        expected = digits or expected + " in plain digits"
        return reading.wrong(node, "not a number", found=kind_of(node), expected=expected)
    digits = node.value.lstrip("-")
    if len(digits) > MAX_DIGITS:
        found, expected = f"{len(digits)} digits", f"at most {MAX_DIGITS} digits"
        return reading.wrong(node, "a number too long", found=found, expected=expected)
    if len(digits) > 1 and digits[0] == "0" and digits[1] != ".":
        return reading.wrong(node, "a number that starts with 0", found=node.value, expected=digits.lstrip("0") or "0")
    return Decimal(node.value)


def plain_digits(text: str) -> str | None:
    """A number as people write it in the digits of a file; None where it is none, or may be read in two ways.

    >>> plain_digits("80,000"), plain_digits("eighty thousand"), plain_digits("80.000"), plain_digits("80 men")
    ('80000', '80000', None, None)
    """
    if len(text) > MAX_MATCHED:
        return None
    read = numbered(tokens_of(text.replace("_", "")))
    span = read.numbers.get(0)
    if span is None or span.value is None or span.last != len(read.tokens):
        return None
    return f"{span.value.normalize():f}"


def read_truth(reading: Reading, node: Node) -> Any:
    """`true` or `false`, and no other word for it."""
    if type(node) is Scalar and node.plain and node.value in ("true", "false"):
        return node.value == "true"
    return reading.wrong(node, "neither true nor false", found=kind_of(node), expected="true or false")
