"""Which corpus is worked on: the one that was named, the one around the working folder, the packed one."""

import os
from pathlib import Path

from plantrack.corpus.corpus import Corpus
from plantrack.corpus.files import FolderFiles
from plantrack.errors import UsageError, quoted

PACKED = Path(__file__).resolve().parent.parent / "_corpus"


def find_corpus(folder: str | Path | None = None) -> Corpus:
    """The corpus to work on: the folder given, `$PLANTRACK_CORPUS`, the nearest parent folder, the packed one.

    Raises:
        UsageError: if the folder given holds no `plans` and `seeds`.
    """
    given = folder or os.environ.get("PLANTRACK_CORPUS")
    if given:
        root = Path(given)
        if not is_corpus(root):
            raise UsageError("no corpus here", found=quoted(str(root)), expected="a folder with plans/ and seeds/")
        return Corpus(FolderFiles(root))
    source_tree = Path(__file__).resolve().parents[3]
    found = nearest_corpus() or next((root for root in (PACKED, source_tree) if is_corpus(root)), None)
    if found is None:
        expected = "--corpus DIR, $PLANTRACK_CORPUS, or a folder with plans/ and seeds/"
        raise UsageError("no corpus found", expected=expected)
    return Corpus(FolderFiles(found))


def nearest_corpus() -> Path | None:
    """The working folder or the nearest one above it that is a corpus."""
    try:
        here = Path.cwd()
    except OSError:  # the working folder is gone
        return None
    return next((root for root in (here, *here.parents) if is_corpus(root)), None)


def is_corpus(root: Path) -> bool:
    """Whether a folder holds `plans` and `seeds`."""
    try:
        return (root / "plans").is_dir() and (root / "seeds").is_dir()
    except (OSError, ValueError):  # a name too long for a folder, or with NUL in it
        return False
