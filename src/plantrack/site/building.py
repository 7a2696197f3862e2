"""Make a site: gather, fill in, write."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from importlib import metadata, resources
from pathlib import Path

from jinja2 import Environment

from plantrack.answers.as_of import as_of_words
from plantrack.browser.files import engine_files, make_engine
from plantrack.browser.page import make_tool
from plantrack.catalogue import ENGLISH, language, say
from plantrack.corpus import Corpus
from plantrack.errors import OutputError, Problem
from plantrack.plain import one_line
from plantrack.site.contents import Contents
from plantrack.site.feed import FEED, feed
from plantrack.site.inputs import DigestedFiles, Inputs, KnownPages
from plantrack.site.pages import Make, site_pages
from plantrack.site.rendering import environment
from plantrack.site.search_index import search_script
from plantrack.site.spreading import done_by
from plantrack.site.steps import Steps
from plantrack.value import value
from plantrack.writing.folders import refuse_folder, write_folder
from plantrack.writing.kept import keep, kept, kept_as

MARKER = ".plantrack-site"
"""The file that lists what was written; a folder without it must be empty."""
DISTRIBUTION = "plantrack-peace"
_BDI = f'<bdi lang="{ENGLISH}">'
"""Around words of a corpus, which are English whatever the language of the page."""
ASSETS = ("site.css", "site.js", "search.js")

Watch = Callable[[Sequence[Make]], Iterable[Make]]
"""Passes the pages on one after the other, and may say how far it is."""


@value
class SiteBuilt:
    """What was written."""

    folder: Path
    pages: int
    made: int
    """Pages made now; the others stand as an earlier build made them, from the same."""
    pairs: int
    """Pairs of papers side by side."""
    all_pairs: int
    """Pairs that there could be."""
    files: tuple[str, ...]


def build_site(
    corpus: Corpus, folder: Path, *, pairs: str = "auto", title: str | None = None, with_engine: bool = False,
    watch: Watch | None = None, jobs: int | None = None, once: bool = False,
) -> SiteBuilt:  # fmt: skip
    """Write the pages of a corpus. The same corpus gives the same bytes, whatever was built before.

    Pages of one paper, point, source, pair or matrix that are in the folder already, made from the same, are not made
    again. What they were made from is kept in the cache; delete it, and all are.

    Args:
        corpus: The corpus.
        folder: A new or empty folder, or one that an earlier build wrote; files of others in it are left alone.
        pairs: Which pairs of papers are put side by side; a key of `PAIRS`.
        title: What the site is called, if not as the catalogue has it.
        with_engine: Whether `compare.html` compares any two texts by itself, in the reader's browser.
        watch: Passes the pages on as they are made.
        jobs: How many processes make pages, where the system can split one off; None for one, or of many pages one
            for each core. The bytes are the same.
        once: Whether the folder is never built again, so that nothing is kept for it.

    Raises:
        OutputError: if the folder is among the files of the corpus, holds what an earlier build did not write, or
            cannot be written.
        InputError: if the corpus cannot be read.
        UsageError: if there is no such choice of pairs.
    """
    _refuse_files_of_corpus(corpus, folder)
    refuse_folder(folder, marker=MARKER)
    title = title or say("site.name")
    files_read = DigestedFiles(corpus.files)
    corpus = Corpus(files_read)
    contents = Contents(corpus, pairs)
    engine = make_engine(corpus) if with_engine else None
    tool = make_tool(engine, contents.versions) if engine is not None else None
    steps = Steps(contents)
    makers = site_pages(contents, steps, tool)
    shared = {
        "site_title": one_line(title),
        "as_of": as_of_words(corpus),
        "digest": corpus.digest(),
        "plantrack_version": metadata.version(DISTRIBUTION),
    }
    env = environment(contents, shared)
    inputs = Inputs(contents, files_read, (language(), shared["site_title"], with_engine))
    place = kept_as("site-1", os.path.realpath(folder))
    known = KnownPages(folder, kept(place))
    keys = {make.path: inputs.key(make.path, make.made_from(inputs)) for make in makers if make.made_from is not None}
    other = [make for make in makers if known.page(make.path, keys.get(make.path)) is None]
    anew = {make.path for make in other}
    _ = steps.by_ref  # before the work is spread, so that it is worked out once

    def files() -> Iterator[tuple[str, bytes]]:
        fill = partial(_filled, env)
        with done_by(fill, other, jobs) as filled:
            for make in makers if watch is None else watch(makers):
                key = keys.get(make.path)
                data = next(filled) if make.path in anew else known.page(make.path, key) or fill(make)
                if key is not None:
                    known.note(make.path, key, data)
                yield make.path, data
        yield "assets/search-index.js", search_script(contents).encode()
        yield FEED, feed(contents, steps, title)
        for asset in ASSETS:
            yield f"assets/{asset}", (resources.files("plantrack.site") / "static" / asset).read_bytes()
        if engine is not None:
            yield from engine_files(engine)

    written = write_folder(files(), folder, marker=MARKER)
    if not once:
        keep(known.as_kept() if files_read.is_steady else b"", place)
    every = len(contents.papers) * (len(contents.papers) - 1) // 2
    return SiteBuilt(
        folder=folder, pages=len(makers), made=len(anew), pairs=len(contents.pairs), all_pairs=every, files=written
    )


def _filled(env: Environment, make: Make) -> bytes:
    page = make.page()
    whole = make.made_from is None
    shown = {**page.shown, "root": page.root, "here": page.path, "title": page.title, "whole": whole}
    filled = env.get_template(f"{page.template}.html.j2").render(shown)
    return (filled if language() == ENGLISH else filled.replace("<bdi>", _BDI)).encode()


def _refuse_files_of_corpus(corpus: Corpus, folder: Path) -> None:
    """Pages have no place in plans/ and seeds/, nor beside them, where their folders would bear the same names."""
    if corpus.root is None:
        return
    root, real = Path(os.path.realpath(corpus.root)), Path(os.path.realpath(folder))
    if real == root or any(real.is_relative_to(root / name) for name in ("plans", "seeds")):
        what, expected = "a folder of the corpus itself", "a folder outside of plans/ and seeds/"
        raise OutputError([Problem(what=what, file=str(folder), expected=expected)])
