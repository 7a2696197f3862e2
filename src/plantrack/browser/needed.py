"""What of this package, and of the libraries beside it, the engine on a page needs: that, and no more."""

import ast
import io
import sys
import zipfile
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from plantrack.documents.formats import MODULES

PACKAGE = "plantrack"
ENTRIES = (
    "plantrack.browser.answering",
    *sorted({f"plantrack.documents.formats.{module}" for module in MODULES.values()}),
)
"""Where it begins, and what is imported by names made up while it runs."""
LIBRARIES = {
    "attr": "every value",
    "attrs": "every value",
    "jinja2": "the answer as a page",
    "markupsafe": "the answer as a page",
    "yaml": "the papers of a corpus, and decisions",
}
"""Libraries of pure Python that go with it, each with what it is for. The rest has no build for browsers here."""
_OUR_FILES = (".tsv", ".txt", ".j2", ".css", ".xml")
"""Data that modules read from beside themselves."""
_OUR_FOLDERS = ("messages",)
"""Folders of data beside modules that are no packages."""
_BLOCKS = ("body", "orelse", "finalbody", "handlers", "cases")
"""Where statements stand within others; none stands in an expression."""
_EPOCH = (2025, 1, 1, 0, 0, 0)
"""The time of all files, so that the same files make the same bytes."""


def engine_zip() -> bytes:
    """Our modules, those that the comparing imports and none else, and the libraries, as one zip."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, path in sorted(dict((*_ours(), *_libraries())).items()):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_STORED  # the whole is compressed once, and better
            archive.writestr(info, path.read_bytes())
    return written.getvalue()


@cache
def needed_modules(entries: tuple[str, ...] = ENTRIES) -> frozenset[str]:
    """The modules of this package that these import, whenever they do so, and those that these import in turn."""
    found: set[str] = set()
    waiting = list(entries)
    while waiting:
        name = waiting.pop()
        if name in found or not _is_module(name):
            continue
        found.add(name)
        package, _, _ = name.rpartition(".")
        waiting += [package, *_imported(name)] if package else _imported(name)
    return frozenset(found)


def _imported(module: str) -> Iterator[str]:
    """What a module imports of this package, in functions too, but not for the types alone."""
    tree = ast.parse(_path(module).read_text(encoding="utf-8"))
    for node in _run(tree):
        names: Iterable[str] = ()
        if isinstance(node, ast.Import):
            names = (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = (node.module, *(f"{node.module}.{alias.name}" for alias in node.names))
        yield from (name for name in names if name.partition(".")[0] == PACKAGE)


def _run(node: ast.AST) -> Iterator[ast.stmt]:
    """All statements that are ever run."""
    blocks = (block for name in _BLOCKS for block in getattr(node, name, ()))
    for child in blocks:
        typed = isinstance(child, ast.If) and isinstance(child.test, ast.Name) and child.test.id == "TYPE_CHECKING"
        if not typed:
            if isinstance(child, ast.stmt):
                yield child
            yield from _run(child)


def _is_module(name: str) -> bool:
    return _file(name) is not None


def _path(name: str) -> Path:
    path = _file(name)
    if path is None:
        raise ModuleNotFoundError(name)
    return path


@cache
def _file(name: str) -> Path | None:
    root = Path(sys.modules[PACKAGE].__file__ or "").parent.parent
    stem = root.joinpath(*name.split("."))
    return next((path for path in (stem / "__init__.py", stem.with_suffix(".py")) if path.is_file()), None)


def _ours() -> Iterator[tuple[str, Path]]:
    root = Path(sys.modules[PACKAGE].__file__ or "").parent.parent
    folders = {root / PACKAGE / name for name in _OUR_FOLDERS}
    for module in needed_modules():
        path = _path(module)
        yield path.relative_to(root).as_posix(), path
        if path.name == "__init__.py" and module != PACKAGE:
            folders.add(path.parent)
    for folder in folders:
        for path in folder.rglob("*"):
            if path.suffix in _OUR_FILES:
                yield path.relative_to(root).as_posix(), path


def _libraries() -> Iterator[tuple[str, Path]]:
    for name in LIBRARIES:
        spec = find_spec(name)
        if spec is None or not spec.submodule_search_locations:
            continue
        folder = Path(next(iter(spec.submodule_search_locations)))
        for path in folder.rglob("*.py"):
            yield f"{name}/{path.relative_to(folder).as_posix()}", path
