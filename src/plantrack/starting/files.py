"""Write the first file of a plan, a version or a source, or the first files of a corpus. Nothing is overwritten."""

import os
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from plantrack.corpus import Corpus, find_corpus
from plantrack.corpus.files import SUFFIXES, FolderFiles
from plantrack.corpus.finding import PACKED
from plantrack.corpus.references import FIRST, NEWEST
from plantrack.corpus.texts import NOT_PUBLISHED
from plantrack.errors import InputError, OutputError, Problem, UsageError, quoted
from plantrack.model.dates import EXPECTED, date_bounds
from plantrack.model.fields import Slug, VersionSlug, marks_of
from plantrack.plain import first_up
from plantrack.reading.documents import read_actors, read_plan, read_source, read_version
from plantrack.starting.skeletons import actors_text, plan_text, source_text, version_text
from plantrack.value import value
from plantrack.writing.files import create_file, is_left_behind, is_reserved

if TYPE_CHECKING:
    from plantrack.model import Version

_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_DAY_AT_END = re.compile(r"(?:.*-)?(\d{4}(?:-\d{2}){0,2})", re.ASCII)
_MOST = 100
"""Characters of a name: files of longer ones cannot be kept everywhere."""
_KEPT_BACK = Path("seeds", "texts", ".gitignore")
"""It comes first, so that no text is ever published by mistake."""
_TAKEN = {"plan": ("positions", "plan"), "version": ("plan", FIRST, NEWEST), "source": ()}
"""Names that mean something else where they would stand."""


@value
class Started:
    """What was written."""

    kind: str
    """`corpus`, `plan`, `version` or `source`."""
    name: str
    """What it is called from now on: a folder, `lake`, `lake@2031-05-01`, `herald-2031-05-04`."""
    files: tuple[str, ...]
    """Its files, as a person would name them."""
    is_new: bool = True
    """Whether any was written; none is where they stand there just so."""


def start_corpus(folder: Path) -> Started:
    """Start a corpus in a folder, which is made if it is not there.

    Raises:
        UsageError: if it holds a corpus already, of more than its first files.
        OutputError: if a file is there already with anything else in it, or cannot be written.
    """
    files = FolderFiles(folder)
    texts = {_KEPT_BACK.as_posix(): NOT_PUBLISHED, "plans/actors.yaml": actors_text()}
    if _holds_more_than(texts, folder):
        raise UsageError(
            "a corpus is here already", found=quoted(str(folder)), expected="a folder without plans/ and seeds/"
        )
    read_actors(texts["plans/actors.yaml"].encode(), file="plans/actors.yaml")
    missing = {name: text for name, text in texts.items() if not (folder / name).exists()}
    for name, text in missing.items():
        create_file(text, folder / name, root=folder)
    shown = tuple(files.shown(name) for name in texts)
    return Started(kind="corpus", name=str(folder), files=shown, is_new=bool(missing))


def _holds_more_than(texts: Mapping[str, str], folder: Path) -> bool:
    """Whether there is anything in plans/ and seeds/ but these files as they are first written, or some of them."""
    for name in ("plans", "seeds"):
        for path in ((folder / name), *(folder / name).rglob("*")):
            if is_left_behind(path) or (path.is_dir() and not path.is_symlink()):
                continue
            first = texts.get(path.relative_to(folder).as_posix())
            if path.is_symlink() or (path.exists() and not _says(path, first)):
                return True
    return False


def _says(path: Path, text: str | None) -> bool:
    """Whether a file says just that."""
    return text is not None and path.is_file() and path.read_bytes() == text.encode()


def start_plan(plan: str, *, title: str | None = None, corpus: str | Path | None = None) -> Started:
    """Start a plan.

    Args:
        plan: What it is called: a slug.
        title: As it is printed; made of the name if None.
        corpus: The folder of the corpus; `$PLANTRACK_CORPUS`, else the nearest folder upwards, if None.

    Raises:
        UsageError: if the name is no slug, or there is no corpus to write to.
        OutputError: if the plan is there already with anything else in it, or cannot be written.
    """
    found, root = _own(corpus)
    _refuse(plan, "plan")
    name, text = f"plans/{plan}/plan.yaml", plan_text(title or _words(plan))
    read_plan(text.encode(), file=name, plan=plan)
    return _written(found, root, name, text, kind="plan", called=plan)


def start_version(
    plan: str, version: str, *, date: str | None = None, title: str | None = None, corpus: str | Path | None = None
) -> Started:
    """Start a version of a plan that is there.

    Args:
        plan: The plan, by id or alias.
        version: What it is called, best its date: a slug.
        date: Its date (EDTF), if its name is none.
        title: As it is printed; that of the plan if None.
        corpus: The folder of the corpus, found as for a plan.

    Raises:
        UnknownNameError: if there is no such plan.
        UsageError: if the name is no slug, the date is none, or there is no corpus to write to.
        OutputError: if the version is there already with anything else in it, or cannot be written.
    """
    found, root = _own(corpus)
    plan_id = found.plan_id(plan)
    _refuse(version, "version")
    dated = date or version
    if date_bounds(dated) is None:
        raise UsageError("no date", found=quoted(dated), expected=f"{EXPECTED}, as the version or with --date")
    others = [one.ref for one in _versions(found, plan_id) if one.version != version]
    earlier = others[-1] if others else None
    shown = title or found.plan(plan_id).title
    text = version_text(plan_id, version, date=dated, title=shown, earlier=earlier)
    name = f"plans/{plan_id}/{version}.yaml"
    read_version(text.encode(), file=name, plan=plan_id, version=version)
    return _written(found, root, name, text, kind="version", called=f"{plan_id}@{version}")


def start_source(
    source: str, *, title: str | None = None, date: str | None = None, corpus: str | Path | None = None
) -> Started:
    """Start the record of a source whose text is not at hand.

    Args:
        source: What it is called, best outlet and date: a slug.
        title: As printed; a note that it is not recorded if None.
        date: The day it was published (EDTF); taken from the name where that ends in a date.
        corpus: The folder of the corpus, found as for a plan.

    Raises:
        UsageError: if the name is no slug, the date is none, or there is no corpus to write to.
        OutputError: if the source is there already with anything else in it, or cannot be written.
    """
    found, root = _own(corpus)
    _refuse(source, "source")
    if date is not None and date_bounds(date) is None:
        raise UsageError("no date", found=quoted(date), expected=EXPECTED)
    at_end = _DAY_AT_END.fullmatch(source)
    issued = date or (at_end.group(1) if at_end and date_bounds(at_end.group(1)) else None)
    name, text = f"seeds/{source}.yaml", source_text(title=title or "[title not recorded]", issued=issued)
    read_source(text.encode(), file=name, source=source)
    return _written(found, root, name, text, kind="source", called=source)


def _own(folder: str | Path | None) -> tuple[Corpus, Path]:
    """The corpus that was named, or in which the person stands; never the one that comes with the program."""
    corpus = find_corpus(folder)
    root = corpus.root
    named = folder is not None or bool(os.environ.get("PLANTRACK_CORPUS"))
    if root is None or root == PACKED or not (named or Path.cwd().is_relative_to(root)):
        expected = "--corpus DIR, or a new one: plantrack new corpus DIR"
        raise UsageError("no corpus here to write to", expected=expected)
    return corpus, root


def _written(corpus: Corpus, root: Path, name: str, text: str, *, kind: str, called: str) -> Started:
    shown, path = corpus.files.shown(name), root / name
    is_new = not path.exists()
    if not (is_new or _says(path, text)):
        raise OutputError([Problem(what="is there already", file=shown, expected="a new name")])
    if is_new:
        create_file(text, path, root=root)
    return Started(kind=kind, name=called, files=(shown,), is_new=is_new)


def _versions(corpus: Corpus, plan_id: str) -> "tuple[Version, ...]":
    try:
        return corpus.versions(plan_id)
    except InputError:
        return ()


def _refuse(name: str, what: str) -> None:
    """Raises UsageError if something cannot be called so."""
    shape = marks_of(VersionSlug if what == "version" else Slug)[1][0]
    if name in _TAKEN[what]:
        raise UsageError(
            f"a name that is taken where a {what} would stand", found=quoted(name), expected="another name"
        )
    if name.endswith(SUFFIXES) or is_reserved(name):
        raise UsageError(
            f"a {what} that some systems, or plantrack, would take for something else",
            found=quoted(name), expected="a name that is no device of Windows and ends like no file",
        )  # fmt: skip
    if len(name) > _MOST:
        raise UsageError(f"too long a name for a {what}", found=quoted(name), expected=f"at most {_MOST} characters")
    if not re.fullmatch(shape.regex, name):
        near = nearest_slug(name)
        raise UsageError(f"not a name for a {what}", found=quoted(name), expected=shape.expected, nearest=near)


def nearest_slug(name: str) -> str | None:
    """The name in lower-case letters, digits and hyphens; None where nothing of it is left."""
    plain = unicodedata.normalize("NFKD", name[:_MOST].casefold()).encode("ascii", "ignore").decode()
    return _NOT_SLUG.sub("-", plain).strip("-") or None


def _words(slug: str) -> str:
    return first_up(slug.replace("-", " "))
