"""Which schemas there are, by name, and how they become files."""

import json
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from typing import Any

from plantrack.errors import UnknownNameError
from plantrack.model import Plan, Source, Version
from plantrack.model.decisions import Decisions
from plantrack.model.events import Events
from plantrack.model.lexicon import Lexicon
from plantrack.model.positions import Positions
from plantrack.reading.documents import Actors
from plantrack.schemas.answers import answer_schema, pairs_schema, show_schema
from plantrack.schemas.exports import corpus_schema
from plantrack.schemas.files import file_schema
from plantrack.schemas.tree import report_schema
from plantrack.writing.files import write_file

_FILES = {
    "actors": Actors,
    "decisions": Decisions,
    "events": Events,
    "lexicon": Lexicon,
    "plan": Plan,
    "positions": Positions,
    "source": Source,
    "version": Version,
}
_FORMS = {
    "check": ("check", "CHECK"),
    "compare": ("compare", "COMPARE"),
    "diff": ("diff_form", "DIFF"),
    "evidence": ("evidence", "EVIDENCE"),
    "explain": ("explain", "EXPLANATION"),
    "list": ("list", "LIST"),
    "log": ("log", "LOG"),
    "outline": ("outline", "OUTLINE"),
    "precedents": ("precedents", "PRECEDENTS"),
    "rules": ("explain", "RULES_FORM"),
    "settle": ("settle", "SETTLE"),
    "stances": ("positions", "POSITIONS"),
    "status": ("status", "STATUS"),
    "timeline": ("timeline", "TIMELINE"),
    "trace": ("trace", "TRACE"),
}
"""The module of the answer and its form; what it is made from is imported when it is asked for."""
_OTHERS: Mapping[str, Callable[[], dict[str, Any]]] = {
    "corpus": corpus_schema,
    "pairs": pairs_schema,
    "report": report_schema,
    "show": show_schema,
}
SCHEMA_KINDS = tuple(sorted((*_FILES, *_FORMS, *_OTHERS)))
"""Every name that `schema_for` knows: the kinds of files, and what commands print as JSON: `corpus` is what `export`
prints, `stances` what `positions` does, `rules` what `explain --rules` does, `pairs` a line of what that command
writes; the others are called like commands."""


def schema_for(kind: str) -> dict[str, Any]:
    """The JSON Schema of one kind of file, or of what a command prints as JSON.

    It says what can be said of one field at a time. What hangs on several fields or files (a removal that no passage
    bears out, an actor that is not in actors.yaml) is found by reading the file, not by its schema.

    >>> schema_for("version")["required"]
    ['schema', 'plan', 'version', 'date', 'title']

    Raises:
        UnknownNameError: if there is no such kind.
    """
    if kind in _FORMS:
        module, name = _FORMS[kind]
        return answer_schema(getattr(import_module(f"plantrack.answers.{module}"), name))
    if kind in _OTHERS:
        return _OTHERS[kind]()
    if kind in _FILES:
        return file_schema(_FILES[kind], title=f"plantrack {kind} file")
    near = get_close_matches(kind, SCHEMA_KINDS)
    raise UnknownNameError(kind="schema", name=kind, near=near, expected="one of " + ", ".join(SCHEMA_KINDS))


def write_schemas(folder: Path) -> tuple[Path, ...]:
    """Write every schema as `<kind>.schema.json`; returns the paths, sorted. Makes the folder if it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for kind in SCHEMA_KINDS:
        path = folder / f"{kind}.schema.json"
        write_file(json.dumps(schema_for(kind), indent=2, ensure_ascii=False) + "\n", path)
        paths.append(path)
    return tuple(paths)
