"""What went wrong in the syntax of a YAML file, in words for who wrote it instead of those of the parser."""

from typing import Any

from plantrack.value import value


@value
class Slip:
    """A fault of syntax."""

    what: str
    expected: str | None = None
    at_start: bool = False
    """It is best looked for where what was being read began; else where the parser gave up."""


_NO_BEGINNING = Slip(
    what="a mark that cannot begin a value", expected="quotation marks round text that begins with one"
)
_SLIPS = {
    ("while scanning a simple key", "could not find expected ':'"): Slip(
        what="a key without a colon and a space after it", expected="key: value", at_start=True
    ),
    ("while scanning a quoted scalar", "found unexpected end of stream"): Slip(
        what="a quotation mark that is not closed", at_start=True
    ),
    ("while parsing a flow sequence", "did not find expected ',' or ']'"): Slip(
        what="a bracket that is not closed, or no comma between two items", expected="[a, b]", at_start=True
    ),
    ("while parsing a flow mapping", "did not find expected ',' or '}'"): Slip(
        what="a brace that is not closed, or no comma between two keys", expected="{a: b, c: d}", at_start=True
    ),
    ("while parsing a flow node", "did not find expected node content"): Slip(
        what="no value where one must stand in a bracket or brace", expected="a value, or the closing mark"
    ),
    ("while parsing a block node", "did not find expected node content"): _NO_BEGINNING,
    ("while scanning for the next token", "found character that cannot start any token"): _NO_BEGINNING,
    ("while parsing a quoted scalar", "found unknown escape character"): Slip(
        what="an escape that YAML does not know", expected=r"\\ for a backslash, or single quotation marks"
    ),
    ("while scanning a block scalar", "did not find expected comment or line break"): Slip(
        what="text in the line of | or >", expected="the text in the lines below, indented"
    ),
    (None, "block sequence entries are not allowed in this context"): Slip(
        what="an item of a list in the line of its key", expected="each item in a line of its own"
    ),
}
_DEEPER = Slip(what="indented deeper than the lines above", expected="the indentation of the lines above")
_OTHERWISE = Slip(what="indented otherwise than the lines above", expected="the indentation of the lines above")
_SECOND_COLON = Slip(what="a second colon and space in one line", expected="quotation marks round text with a colon")
_ITEM = Slip(what="an item of a list among keys", expected="a key, or the item indented below its key")
_KEY = Slip(what="a key among the items of a list", expected="- before each item, or the key indented otherwise")
_AFTER_END = Slip(what="text after a value that has ended", expected="quotation marks round all of the value")


def slip_of(error: Any, line: str) -> Slip | None:
    """What a fault of the parser comes from; None where its own words must do.

    Args:
        error: What the parser raised: a `MarkedYAMLError`.
        line: The line in which it gave up.
    """
    known = _SLIPS.get((error.context, error.problem))
    if known is not None or error.problem_mark is None:
        return known
    column = error.problem_mark.column
    before, here = line[:column].strip(), line[column : column + 1]
    if error.problem == "mapping values are not allowed in this context":
        return _SECOND_COLON if ": " in before else _DEEPER
    if error.problem not in ("did not find expected key", "did not find expected '-' indicator"):
        return None
    if before:
        return _AFTER_END
    if column != getattr(error.context_mark, "column", None):
        return _OTHERWISE
    if error.problem == "did not find expected key":
        return _ITEM if here == "-" else None
    return _KEY
