"""The commands as Python functions, with the same words."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plantrack.checking import CorpusCheck, check_corpus
from plantrack.comparison.changes import KINDS, Kind
from plantrack.comparison.papers import compare_papers
from plantrack.corpus import find_corpus, resolve
from plantrack.corpus.lookup import find_provision
from plantrack.errors import UsageError
from plantrack.model import Plan, Provision, Version
from plantrack.notebooks import ShownDiff, shown
from plantrack.schemas import schema_for
from plantrack.value import value

if TYPE_CHECKING:
    from plantrack.chronology import Chronology
    from plantrack.citing.grounds import ProvisionGrounds
    from plantrack.citing.sources import Added
    from plantrack.comparison.history import History
    from plantrack.comparison.matrix import Matrix
    from plantrack.comparison.tracing import Trace
    from plantrack.extraction import Extraction
    from plantrack.importing import Imported
    from plantrack.model import Passage, Source
    from plantrack.site import SiteBuilt
    from plantrack.stances import ActorStances
    from plantrack.starting import Started

Pairs = tuple[tuple[str, str], ...]


@value
class Listed:
    """A plan with its versions, the oldest first."""

    plan: Plan
    versions: tuple[Version, ...]


def diff(old: str, new: str, *, corpus: str | Path | None = None, match: Pairs = (), no_match: Pairs = ()) -> ShownDiff:
    """What changed in substance from one version to another, and what is not known.

    Args:
        old: A reference: `28pt`, `28pt@2025-11-20`, a file; see docs/reference/references.md.
        new: Another.
        corpus: The folder of the corpus; found as the command finds it if None.
        match: Pairs of ids or numbers that are about the same matter, whatever the texts say.
        no_match: Pairs that are not.

    Returns:
        The diff; in a notebook it shows itself as a report.

    Raises:
        PlantrackError: with everything that is wrong with the input.

    Example:
        >>> import plantrack
        >>> plantrack.diff("28pt", "19pt").relation
        'revision'
    """
    found = find_corpus(corpus)
    return shown(compare_papers(resolve(old, found), resolve(new, found), matched=match, unmatched=no_match))


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


def list(plan: str | None = None, *, corpus: str | Path | None = None) -> tuple[Listed, ...]:  # noqa: A001 - the command's own word
    """The plans of the corpus with their versions; only one plan if it is named. Raises PlantrackError."""
    found = find_corpus(corpus)
    plan_ids = (found.plan_id(plan),) if plan else found.plan_ids
    return tuple(Listed(plan=found.plan(plan_id), versions=found.versions(plan_id)) for plan_id in plan_ids)


def show(ref: str, provision: str | None = None, *, corpus: str | Path | None = None) -> Version | Provision:
    """A version, or one provision of it by id or number. Raises PlantrackError."""
    paper = resolve(ref, find_corpus(corpus))
    return paper.version if provision is None else find_provision(paper, provision)


def positions(
    actor: str | None = None,
    *,
    on: str | None = None,
    change: tuple[str, str] | None = None,
    corpus: str | Path | None = None,
) -> "tuple[ActorStances, ...]":
    """What actors say they want, by the alphabet; against a version or a change, whether it gives that.

    Args:
        actor: The id, name or alias of an actor; None for all.
        on: A reference to the version that the positions are held against.
        change: References to two versions; each position then says which way the change moves.
        corpus: The folder of the corpus.

    Raises:
        PlantrackError: with everything that is wrong with the input.

    Example:
        >>> import plantrack
        >>> russia, = plantrack.positions("Russia", on="28pt")
        >>> {one.position.id: one.standing.verdict for one in russia.own if one.standing}["kursk-region"]
        'undecidable'
    """
    from plantrack.stances import find_actor, positions_of, stances_on_change, stances_on_paper

    if on is not None and change is not None:
        raise UsageError("either against a version or against a change", found="both", expected="on or change")
    found = find_corpus(corpus)
    gathered = positions_of(found, find_actor(actor, found.actors) if actor is not None else None)
    if on is not None:
        return stances_on_paper(resolve(on, found), gathered)
    if change is not None:
        old, new = change
        return stances_on_change(compare_papers(resolve(old, found), resolve(new, found)), gathered)
    return gathered


def log(plan: str, *, corpus: str | Path | None = None) -> "History":
    """Each version of a plan against the one it comes from, in whatever plan that is, the oldest first.

    Raises PlantrackError.

    Example:
        >>> import plantrack
        >>> [(step.version.ref, step.against) for step in plantrack.log("19pt").steps]
        [('28pt@2025-11-20', None), ('19pt@2025-11-23', '28pt@2025-11-20')]
    """
    from plantrack.comparison.history import plan_history

    found = find_corpus(corpus)
    return plan_history(found.plan_id(plan), found)


def compare(
    *versions: str,
    baseline: str | None = None,
    only_changes: bool = False,
    topics: Sequence[str] = (),
    corpus: str | Path | None = None,
) -> "Matrix":
    """Provisions by versions: what each paper is known to say of each matter, and how it differs from a baseline.

    Args:
        versions: References to two versions or more; texts, too.
        baseline: A reference to the version that the others are held against; the first if None.
        only_changes: Only provisions that differ or may differ from it.
        topics: Only provisions on one of these topics.
        corpus: The folder of the corpus.

    Raises:
        PlantrackError: with everything that is wrong with the input.

    Example:
        >>> import plantrack
        >>> rows = {row.id: row.cells[1].presence for row in plantrack.compare("28pt", "19pt").rows}
        >>> rows["ua-armed-forces-cap"], rows["frozen-assets"], rows["ua-sovereignty"]
        ('at_odds', 'removed', 'not_reported')
    """
    from plantrack.comparison.matrix import asked_papers, compare_versions
    from plantrack.comparison.selection import select_rows

    papers, base = asked_papers(versions, baseline, find_corpus(corpus))
    return select_rows(compare_versions(papers, base), only_changes=only_changes, topics=topics)


def timeline(
    since: str | None = None,
    until: str | None = None,
    *,
    actor: str | None = None,
    sources: bool = False,
    corpus: str | Path | None = None,
) -> "Chronology":
    """Events, papers and positions in order, as far as their dates are known; what has none stands last.

    Args:
        since: A date (EDTF): nothing that is surely over before it.
        until: A date (EDTF): nothing that surely comes after it.
        actor: The id, name or alias of an actor; only what it took part in, is party to, or says.
        sources: Whether the publications of sources stand there, too.
        corpus: The folder of the corpus.

    Raises:
        PlantrackError: with everything that is wrong with the input.

    Example:
        >>> import plantrack
        >>> [entry.id for entry in plantrack.timeline("2025-11-20", "2025-11-24").entries if entry.kind != "position"]
        ['28pt@2025-11-20', 'geneva-talks', '19pt@2025-11-23']
    """
    from plantrack.chronology import chronology_of
    from plantrack.stances import find_actor

    found = find_corpus(corpus)
    actor_id = find_actor(actor, found.actors).id if actor is not None else None
    return chronology_of(found, since, until, actor=actor_id, sources=sources)


def check(*, corpus: str | Path | None = None, texts: str | Path | None = None, reanchor: bool = False) -> CorpusCheck:
    """Everything that is wrong in a corpus, and what was checked.

    Args:
        corpus: The folder of the corpus.
        texts: A folder with the texts of sources.
        reanchor: Whether to write first where the passages stand in texts that were saved anew.

    Raises:
        PlantrackError: if there is no corpus, or a text cannot be read. Problems in files are part of the answer.
    """
    folder = Path(texts) if texts is not None else None
    if reanchor:
        from plantrack.citing.sources import reanchor_sources

        reanchor_sources(find_corpus(corpus), folder)
    return check_corpus(find_corpus(corpus), folder)


def evidence(
    ref: str, provision: str | None = None, *, corpus: str | Path | None = None
) -> "tuple[ProvisionGrounds, ...]":
    """Who says what of a version, or of one point by id or number, and on which passage it hangs.

    Raises PlantrackError.

    Example:
        >>> import plantrack
        >>> (point,) = plantrack.evidence("19pt", "donetsk-region-forces")
        >>> [(ground.witnesses.lineages, [origin.id for origin in ground.origins_read]) for ground in point.grounds][0]
        ((1, 3), ['group:ua-officials'])
    """
    from plantrack.citing.grounds import grounds_of

    paper = resolve(ref, find_corpus(corpus))
    asked = (find_provision(paper, provision),) if provision is not None else paper.version.provisions.values()
    return tuple(grounds_of(paper, each) for each in asked)


def trace(provision: str, *, corpus: str | Path | None = None) -> "Trace":
    """One matter, by the id of a provision, through all papers by date. Raises PlantrackError."""
    from plantrack.comparison.tracing import trace_provision

    return trace_provision(provision, find_corpus(corpus))


def explain(file: str, point: str, *, corpus: str | Path | None = None) -> "Extraction":
    """What was understood of a point of a text, and from which words.

    Args:
        file: A text with numbered points, or any version whose wording is kept.
        point: A number or an id.
        corpus: The folder of the corpus, for the names of actors.

    Raises:
        PlantrackError: if the text cannot be read, there is no such point, or its wording is not kept.
    """
    from plantrack.comparison.understanding import explain_provision

    paper = resolve(file, find_corpus(corpus))
    return explain_provision(paper, find_provision(paper, point))


def import_text(
    file: str | Path, *, plan: str, version: str, date: str | None = None, corpus: str | Path | None = None
) -> "Imported":
    """A text with numbered points as a version to curate; `plantrack import`.

    Args:
        file: The text, Markdown or plain.
        plan: The plan it is a version of; need not be in the corpus yet.
        version: What the version is called.
        date: The version's date (EDTF); its name, if None.
        corpus: The folder of the corpus, where the plan's family is looked for.

    Raises:
        PlantrackError: if a name is none, or the text cannot be read or has no points.
    """
    from plantrack import importing

    return importing.import_text(file, plan=plan, version=version, date=date, corpus=find_corpus(corpus))


def cite(
    source: str,
    words: str,
    *,
    corpus: str | Path | None = None,
    texts: str | Path | None = None,
    paragraph: int | None = None,
) -> "Passage":
    """Some words of a source as a passage: position, digest, and context only where it would be ambiguous without.

    Nothing is written. Raises PlantrackError.
    """
    from plantrack.citing.passages import cut_passage

    folder = Path(texts) if texts is not None else None
    return cut_passage(find_corpus(corpus), source, words, texts=folder, paragraph=paragraph).passage


def source_add(
    file: str | Path,
    *,
    corpus: str | Path | None = None,
    texts: str | Path | None = None,
    force: bool = False,
    reanchor: bool = False,
    **details: str,
) -> "Added":
    """Write the record of a source from its text.

    Args:
        file: The text.
        corpus: The folder of the corpus.
        texts: A folder with the texts of sources; a copy is kept there.
        force: Whether to write a record anew that is there.
        reanchor: Whether to anchor the passages anew that moved in a text saved again.
        details: What the text does not plainly say: id, title, outlet, date, language, url, archive, type.

    Raises:
        PlantrackError: if something is missing, or cannot be read or written.
    """
    from plantrack.citing.sources import Details, add_source

    folder = Path(texts) if texts is not None else None
    given = Details(**details)
    return add_source(Path(file), find_corpus(corpus), given, texts=folder, force=force, reanchor=reanchor)


def source_set(
    source: str, status: str | None = None, *, archive: str | None = None, corpus: str | Path | None = None
) -> "Source":
    """Note that a source was corrected or withdrawn, or where its archived copy is. Raises PlantrackError."""
    from plantrack.citing.sources import set_status

    return set_status(find_corpus(corpus), source, status, archive=archive)


def new_corpus(folder: str | Path) -> "Started":
    """Start a corpus in a folder. Raises PlantrackError if one is there."""
    from plantrack.starting import start_corpus

    return start_corpus(Path(folder))


def new_plan(plan: str, *, title: str | None = None, corpus: str | Path | None = None) -> "Started":
    """Start a plan with a file that explains its fields; nothing is overwritten.

    Args:
        plan: What it is called: lower-case letters, digits, dots and hyphens.
        title: As it is printed; made of the name if None.
        corpus: The folder of the corpus.

    Raises:
        PlantrackError: if it cannot be called so, is there already, or cannot be written.
    """
    from plantrack.starting import start_plan

    return start_plan(plan, title=title, corpus=corpus)


def new_version(
    plan: str, version: str, *, date: str | None = None, title: str | None = None, corpus: str | Path | None = None
) -> "Started":
    """Start a version of a plan with a file that explains its fields; nothing is overwritten.

    Args:
        plan: The plan, by id or alias.
        version: What it is called, best its date.
        date: Its date (EDTF), if its name is none.
        title: As it is printed; that of the plan if None.
        corpus: The folder of the corpus.

    Raises:
        PlantrackError: if it cannot be called so, is there already, or cannot be written.
    """
    from plantrack.starting import start_version

    return start_version(plan, version, date=date, title=title, corpus=corpus)


def new_source(
    source: str, *, title: str | None = None, date: str | None = None, corpus: str | Path | None = None
) -> "Started":
    """Start the record of a source whose text is not at hand; nothing is overwritten.

    Args:
        source: What it is called, best outlet and date.
        title: As printed.
        date: The day it was published (EDTF), if the name does not end in it.
        corpus: The folder of the corpus.

    Raises:
        PlantrackError: if it cannot be called so, is there already, or cannot be written.
    """
    from plantrack.starting import start_source

    return start_source(source, title=title, date=date, corpus=corpus)


def export(format: str, *, wide: bool = False, corpus: str | Path | None = None) -> str:  # noqa: A002 - the option's own word
    """The corpus as annotations, bibtex, csl, csv or json.

    Args:
        format: One of these.
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
    corpus: str | Path | None = None,
) -> "SiteBuilt":
    """Write the corpus as static pages; `plantrack site build`.

    Args:
        output: A new or empty folder, or one that an earlier build wrote.
        pairs: Which papers are put side by side: `auto`, `related` or `all`.
        title: What the site is called.
        corpus: The folder of the corpus.

    Raises:
        PlantrackError: if the corpus cannot be read, or the folder holds files of others or cannot be written.
    """
    from plantrack.site import TITLE, build_site

    return build_site(find_corpus(corpus), Path(output), pairs=pairs, title=title or TITLE)


def kinds() -> Mapping[str, Kind]:
    """Every kind of change by its id, in the order of the catalogue."""
    return KINDS


def schema(kind: str) -> dict[str, Any]:
    """The JSON Schema of a kind of file, or of what a command prints as JSON. Raises UnknownNameError."""
    return schema_for(kind)
