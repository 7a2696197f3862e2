"""What other people read, and other programs."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from plantrack.catalogue import speaking
from plantrack.corpus import find_corpus, resolve
from plantrack.errors import UsageError

if TYPE_CHECKING:
    from plantrack.corpus import Paper
    from plantrack.site import SiteBuilt


def report(
    *refs: str,
    format: str = "markdown",  # noqa: A002 - the option's own word
    only: str | None = None,
    min_credibility: int = 6,
    template: str | Path | None = None,
    lang: str = "en",
    corpus: str | Path | None = None,
) -> str | bytes:
    """A report for people on what changed between two versions, or between more of them step by step.

    Args:
        refs: References to the versions, in order.
        format: `markdown`, `html`, `text`, `json`, or `docx`, which gives bytes.
        only: `named` leaves of the reports only those by a named person or a seen document.
        min_credibility: The highest digit of credibility that reports may have; 1 is the best.
        template: A Jinja template in place of the usual form. It runs in a sandbox, and is ended after six seconds.
        lang: The language of the sentences.
        corpus: The folder of the corpus.

    Raises:
        PlantrackError: with everything that is wrong with the input or the template.

    Example:
        >>> import plantrack
        >>> plantrack.report("28pt", "19pt").splitlines()[0]
        '# What is reported to have changed from 28-point draft to Geneva draft, and what is not'
    """
    found = find_corpus(corpus)
    with speaking(lang):
        papers = [resolve(ref, found) for ref in refs]
        return made_report(papers, format, only=only, min_credibility=min_credibility, template=template)


def made_report(
    papers: "Sequence[Paper]",
    form: str,
    *,
    only: str | None = None,
    min_credibility: int = 6,
    template: str | Path | None = None,
    colour: bool = False,
    width: int = 80,
) -> str | bytes:
    """A report on papers in a format; see `report`.

    Args:
        papers: The papers, in order.
        form: The format.
        only: As there.
        min_credibility: As there.
        template: As there.
        colour: Whether marked words are coloured, on a terminal.
        width: Columns of the terminal.

    Raises:
        PlantrackError: with everything that is wrong with the input or the template.
    """
    from plantrack.answers.demands import Demand
    from plantrack.answers.report import answer_report
    from plantrack.rendering import rendered
    from plantrack.rendering.json import as_data, as_told

    forms = ("markdown", "html", "docx", "text", "json")
    for name, given, known in (("format", form, forms), ("only", only, (None, "named"))):
        if given not in known:
            raise UsageError(f"no such {name}", found=repr(given), expected=" or ".join(filter(None, known)))
    if min_credibility not in range(1, 7):
        raise UsageError("no such credibility", found=repr(min_credibility), expected="1 to 6")
    answer = answer_report(papers, Demand(named=only == "named", credibility=min_credibility))
    if template is not None:
        from plantrack.answers.sandbox import fill_in, read_template
        from plantrack.rendering.markdown import inline
        from plantrack.rendering.markup import escaped

        path = Path(template)
        return fill_in(read_template(path), as_data(answer, whole=True, text=escaped, words=inline), path)
    if form == "json":
        return as_told({"schema": "plantrack-report/1"}, answer, whole=True)
    return rendered(answer, form, colour=colour, width=width)


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
    jobs: int | None = None,
    lang: str = "en",
    corpus: str | Path | None = None,
) -> "SiteBuilt":
    """Write the corpus as static pages; `plantrack site build`.

    Args:
        output: A new or empty folder, or one that an earlier build wrote.
        pairs: Which papers are put side by side: `auto`, `related` or `all`.
        title: What the site is called.
        with_engine: Whether `compare.html` compares any two texts by itself, in the reader's browser.
        jobs: How many processes make pages; None for one, or of many pages one for each core.
        lang: The language of the sentences.
        corpus: The folder of the corpus.

    Raises:
        PlantrackError: if the corpus cannot be read, the folder holds files of others or cannot be written, or the
            engine can neither be found nor fetched.
    """
    from plantrack.site import build_site

    with speaking(lang):
        found, folder = find_corpus(corpus), Path(output)
        return build_site(found, folder, pairs=pairs, title=title, with_engine=with_engine, jobs=jobs)


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

    def build(folder: Path) -> "SiteBuilt":
        return build_site(found, folder, with_engine=True, once=True)

    try:
        with serving.served(build, port=port) as address:
            if ready is not None:
                ready(address)
            if browser:
                webbrowser.open(f"{address}compare.html")
            serving.until_stopped()
    except OSError as error:
        raise UsageError("the pages cannot be served", found=str(error), expected="a port that is free") from None
