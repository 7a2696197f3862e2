"""What other people read, and other programs."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from plantrack.corpus import find_corpus, resolve
from plantrack.errors import UsageError

if TYPE_CHECKING:
    from plantrack.site import SiteBuilt


def report(
    *refs: str,
    format: str = "markdown",  # noqa: A002 - the option's own word
    only: str | None = None,
    min_credibility: int = 6,
    template: str | Path | None = None,
    corpus: str | Path | None = None,
) -> str:
    """A report for people on what changed between two versions, or between more of them step by step.

    Args:
        refs: References to the versions, in order.
        format: `markdown` or `html`.
        only: `named` leaves of the reports only those by a named person or a seen document.
        min_credibility: The highest digit of credibility that reports may have; 1 is the best.
        template: A Jinja template in place of the usual one. It runs in a sandbox; its time is not limited.
        corpus: The folder of the corpus.

    Raises:
        PlantrackError: with everything that is wrong with the input or the template.

    Example:
        >>> import plantrack
        >>> plantrack.report("28pt", "19pt").splitlines()[0]
        '# From the 28-point draft to the Geneva draft: what was reported to have changed, and what was not'
    """
    from plantrack.publishing import Demand, compose, report_as_markdown
    from plantrack.publishing.html import markdown_as_page

    for name, given, known in (("format", format, ("markdown", "html")), ("only", only, (None, "named"))):
        if given not in known:
            raise UsageError(f"no such {name}", found=repr(given), expected=" or ".join(filter(None, known)))
    if min_credibility not in range(1, 7):
        raise UsageError("no such credibility", found=repr(min_credibility), expected="1 to 6")
    found = find_corpus(corpus)
    demand = Demand(named=only == "named", credibility=min_credibility)
    composed = compose([resolve(ref, found) for ref in refs], demand)
    written = report_as_markdown(composed, Path(template) if template is not None else None)
    return written if format == "markdown" else markdown_as_page(written)


def export(format: str, *, wide: bool = False, corpus: str | Path | None = None) -> str | bytes:  # noqa: A002 - the option's own word
    """The corpus as annotations, bibtex, csl, csv or json, or as the bytes of an SQLite file.

    Args:
        format: One of these; `sqlite` gives bytes, all others text.
        wide: For csv: a row a version and a column a topic.
        corpus: The folder of the corpus.

    Raises:
        PlantrackError: if there is no such format, or the corpus cannot be read.
    """
    from plantrack.exporting import export_corpus

    return export_corpus(find_corpus(corpus), format, wide=wide)


def site_build(
    output: str | Path,
    *,
    pairs: str = "auto",
    title: str | None = None,
    with_engine: bool = False,
    corpus: str | Path | None = None,
) -> "SiteBuilt":
    """Write the corpus as static pages; `plantrack site build`.

    Args:
        output: A new or empty folder, or one that an earlier build wrote.
        pairs: Which papers are put side by side: `auto`, `related` or `all`.
        title: What the site is called.
        with_engine: Whether `compare.html` compares any two texts by itself, in the reader's browser.
        corpus: The folder of the corpus.

    Raises:
        PlantrackError: if the corpus cannot be read, the folder holds files of others or cannot be written, or the
            engine can neither be found nor fetched.
    """
    from plantrack.site import TITLE, build_site

    return build_site(find_corpus(corpus), Path(output), pairs=pairs, title=title or TITLE, with_engine=with_engine)


def open_site(
    *,
    corpus: str | Path | None = None,
    port: int = 0,
    browser: bool = True,
    ready: Callable[[str], None] | None = None,
) -> None:
    """Serve the corpus as a site to this machine alone, with the page that compares, until Ctrl-C is pressed.

    Args:
        corpus: The folder of the corpus.
        port: The port; any that is free if 0.
        browser: Whether a browser is opened.
        ready: Is called with the address once the pages can be seen.

    Raises:
        PlantrackError: if the corpus cannot be read, the engine can neither be found nor fetched, or the port is taken.
    """
    import webbrowser

    from plantrack.browser import serving
    from plantrack.site import build_site

    found = find_corpus(corpus)
    try:
        with serving.served(lambda folder: build_site(found, folder, with_engine=True), port=port) as address:
            if ready is not None:
                ready(address)
            if browser:
                webbrowser.open(f"{address}compare.html")
            serving.until_stopped()
    except OSError as error:
        raise UsageError("the pages cannot be served", found=str(error), expected="a port that is free") from None
