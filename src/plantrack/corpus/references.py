"""How a version is named: `28pt`, `28pt@2025-11-20`, `28pt@first`, `REV:28pt`, `19pt~2025-11-24`, or a path."""

from pathlib import Path

from plantrack.documents.formats import is_document
from plantrack.documents.inputs import STANDARD_INPUT
from plantrack.errors import UsageError, quoted
from plantrack.model.dates import EXPECTED, is_edtf
from plantrack.value import value

VERSION_SUFFIXES = (".yaml", ".yml")
NEWEST, FIRST = "newest", "first"


@value
class Reference:
    """What somebody asked for, taken apart."""

    asked: str
    plan: str = ""
    version: str = NEWEST
    revision: str | None = None
    """A git revision, as written."""
    known_by: str | None = None
    """A date (EDTF): only evidence published until then."""
    path: Path | None = None
    """A file, in place of plan and version; `-` for the standard input."""


def parse_reference(text: str) -> Reference:
    """A reference taken apart; whether it names something is for the corpus to say.

    Raises:
        UsageError: if it is empty, or what follows `~` is no date.
    """
    if text == STANDARD_INPUT or text.lower().endswith(VERSION_SUFFIXES) or is_document(text) or _is_there(text):
        return Reference(asked=text, path=Path(text))
    revision, colon, rest = text.rpartition(":")
    rest, tilde, known_by = rest.partition("~")
    if tilde and not is_edtf(known_by):
        raise UsageError("not a date of knowledge after '~'", found=quoted(known_by), expected=EXPECTED)
    plan, at, version = rest.partition("@")
    if not plan or (at and not version):
        what = "not the name of a version"
        raise UsageError(what, found=quoted(text), expected="PLAN, PLAN@VERSION, REVISION:PLAN, PLAN~DATE or a file")
    if colon and not revision:
        raise UsageError("an empty revision before ':'", found=quoted(text), expected="REVISION:PLAN")
    return Reference(
        asked=text, plan=plan, version=version or NEWEST, revision=revision or None, known_by=known_by or None
    )


def _is_there(text: str) -> bool:
    """Whether a file of this name is there, or a folder that cannot be a plan's name."""
    try:
        path = Path(text)
        return path.exists() and (not path.is_dir() or bool({"/", "\\"} & set(text)) or text in (".", ".."))
    except (OSError, ValueError):  # too long, or with NUL in it
        return False
