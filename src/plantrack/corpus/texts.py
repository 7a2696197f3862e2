"""Find the texts that sources were read from, in a folder that only some people have."""

import os
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from plantrack.anchoring import PreparedText, text_digest
from plantrack.documents.inputs import read_input
from plantrack.errors import InputError, Problem, UsageError
from plantrack.model import Source
from plantrack.value import value

NOT_PUBLISHED = "# Articles are other people's work: none is published with a corpus.\n*\n"
"""What git is told of a folder of texts."""
TEXT_STATES = {
    "same": "the text is the one that was recorded",
    "changed": "a text of this name is another one than was recorded",
    "missing": "the text is not at hand",
    "unrecorded": "no text of it was ever recorded",
}


@value
class FoundText:
    """The text of a source, as far as it is at hand."""

    state: str
    """One of `TEXT_STATES`."""
    file: str = ""
    """The text's file; empty where there is none."""
    text: PreparedText | None = None


class TextShelf:
    """Texts by digest and by name; each is prepared once, when it is first asked for."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        """Takes the texts by the name of their file, which may have folders before it."""
        self._texts = texts
        self._prepared: dict[str, PreparedText] = {}

    @cached_property
    def _by_digest(self) -> Mapping[str, str]:
        return {text_digest(self._texts[file]): file for file in sorted(self._texts, reverse=True)}

    @cached_property
    def _by_name(self) -> Mapping[str, str]:
        return {Path(file).name: file for file in sorted(self._texts, reverse=True)}

    def find(self, source: Source) -> FoundText:
        """Finds the text of a source by its digest, else by the name of its file."""
        if source.text is None:
            return FoundText(state="unrecorded")
        same = self._by_digest.get(source.text.sha256)
        file = same or (self._by_name.get(Path(source.file).name) if source.file else None)
        if file is None:
            return FoundText(state="missing")
        if file not in self._prepared:
            self._prepared[file] = PreparedText(self._texts[file])
        return FoundText(state="same" if same else "changed", file=file, text=self._prepared[file])


def read_texts(folder: Path) -> Mapping[str, str]:
    """Reads all texts of a folder, by the path of their file. Folders in it are not looked into.

    Raises:
        UsageError: There is no such folder.
        InputError: Files cannot be read, or are not UTF-8; names all of them.
    """
    if not folder.is_dir():
        raise UsageError("this is no folder with texts", found=str(folder))
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.txt")):
        try:
            texts[str(path)] = path.read_bytes().decode()
        except UnicodeDecodeError as error:
            what = f"not UTF-8 at byte {error.start}"
            problems.append(Problem(what=what, file=str(path), expected="a text in UTF-8"))
        except OSError as error:
            problems.append(Problem(what=f"cannot be read: {error.strerror}", file=str(path)))
    if problems:
        raise InputError(problems)
    return texts


def read_article(file: Path) -> str:
    """The words of an article in any format of documents; `-` for the standard input. Raises PlantrackError."""
    from plantrack.documents.article_text import article_text

    return article_text(read_input(file), str(file))


def texts_folder(root: Path | None, given: Path | None = None) -> Path | None:
    """The folder of texts: the one given, `$PLANTRACK_TEXTS`, else `seeds/texts` of a corpus; None if there is none.

    Args:
        root: The folder of the corpus, if it is one.
        given: What somebody asked for; it need not be there.
    """
    named = os.environ.get("PLANTRACK_TEXTS")
    if given is not None or named:
        return given or Path(named or "")
    usual = root / "seeds" / "texts" if root is not None else None
    return usual if usual is not None and usual.is_dir() else None
