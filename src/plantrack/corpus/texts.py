"""Find the texts that sources were read from, in a folder that only some people have."""

import os
import time
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

from plantrack.anchoring import PreparedText, text_digest
from plantrack.documents.inputs import read_input
from plantrack.errors import InputError, Problem, UsageError
from plantrack.model import Source
from plantrack.value import value
from plantrack.writing.kept import keep, kept, kept_as

NOT_PUBLISHED = "# Articles are other people's work: none is published with a corpus.\n*\n"
"""What git is told of a folder of texts."""
TEXT_STATES = {
    "same": "the text is the one that was recorded",
    "changed": "a text of this name is another one than was recorded",
    "missing": "the text is not at hand",
    "unrecorded": "no text of it was ever recorded",
}

_DIGEST_BYTES = 64
_SETTLED = 2.0
"""Seconds; a file that was touched more lately may change again within the same tick of the system's clock."""


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
        return {self._digest(file): file for file in sorted(self._texts, reverse=True)}

    @cached_property
    def _by_name(self) -> Mapping[str, str]:
        return {Path(file).name: file for file in sorted(self._texts, reverse=True)}

    def _digest(self, file: str) -> str:
        return self._texts.digest(file) if isinstance(self._texts, TextFolder) else text_digest(self._texts[file])

    def look_up(self, source: Source) -> tuple[str, str]:
        """The state of a source's text, as `FoundText` has it, and its file, which is not read if that is known."""
        if source.text is None:
            return "unrecorded", ""
        named = self._by_name.get(Path(source.file).name) if source.file else None
        if named is not None and self._digest(named) == source.text.sha256:  # where it should be: look no further
            return "same", named
        same = self._by_digest.get(source.text.sha256)
        return ("same", same) if same else ("changed", named) if named else ("missing", "")

    def find(self, source: Source) -> FoundText:
        """Finds the text of a source by its digest, else by the name of its file."""
        state, file = self.look_up(source)
        if file and file not in self._prepared:
            self._prepared[file] = PreparedText(self._texts[file])
        return FoundText(state=state, file=file, text=self._prepared.get(file))


class TextFolder(Mapping[str, str]):
    """The texts of a folder by the path of their file, each read when it is asked for and not held."""

    def __init__(self, folder: Path) -> None:
        """Takes the folder; UsageError if there is none. Folders in it are not looked into."""
        if not folder.is_dir():
            raise UsageError("this is no folder with texts", found=str(folder))
        self._files = tuple(str(path) for path in sorted(folder.glob("*.txt")))

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)

    def __getitem__(self, file: str) -> str:
        """A text. Raises InputError if it cannot be read or is not UTF-8."""
        try:
            return Path(file).read_bytes().decode()
        except UnicodeDecodeError as error:
            what = f"not UTF-8 at byte {error.start}"
            raise InputError([Problem(what=what, file=file, expected="a text in UTF-8")]) from None
        except OSError as error:
            raise InputError([Problem(what=f"cannot be read: {error.strerror}", file=file)]) from None

    def digest(self, file: str) -> str:
        """The digest of a text, as records have it; a file that the system says is untouched is not read again."""
        try:
            status = Path(file).stat()
        except OSError:
            return text_digest(self[file])
        state = (os.path.realpath(file), status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns)
        place = kept_as("text-digests-1", *state)
        known = kept(place)
        if known is not None and len(known) == _DIGEST_BYTES:
            return known.decode("ascii", "replace")
        found = text_digest(self[file])
        if time.time() - max(status.st_mtime, status.st_ctime) > _SETTLED:
            keep(found.encode(), place)
        return found


def read_texts(folder: Path) -> Mapping[str, str]:
    """Reads all texts of a folder, by the path of their file. Folders in it are not looked into.

    Raises:
        UsageError: There is no such folder.
        InputError: Files cannot be read, or are not UTF-8; names all of them.
    """
    folder_texts, texts = TextFolder(folder), {}
    problems: list[Problem] = []
    for file in folder_texts:
        try:
            texts[file] = folder_texts[file]
        except InputError as error:
            problems += error.problems
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
