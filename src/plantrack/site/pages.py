"""Every page of a site: its address, its template and what the template shows."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from plantrack.answers.entries import arrange
from plantrack.answers.history_words import beside_words
from plantrack.answers.tied import tied_sentences
from plantrack.browser.page import Tool
from plantrack.catalogue import named, say
from plantrack.model import Source, Version
from plantrack.model.dates import date_order
from plantrack.plain import first_up
from plantrack.site.contents import Contents
from plantrack.site.dated import timeline_page
from plantrack.site.inputs import Inputs
from plantrack.site.matrices import MatrixPage, matrix_of, matrix_pages, presences_shown, row_words
from plantrack.site.pages_points import point_page
from plantrack.site.side_by_side import beside_of, rows_of
from plantrack.site.standings import held_positions, verdicts_on
from plantrack.site.steps import Steps, news, step_groups
from plantrack.site.svg_family import NARROW, WIDE, family_picture
from plantrack.value import field, value
from plantrack.vocabulary import TOPICS

LATEST = 6
"""Papers whose changes stand on the first page."""
_DRAWN = 40
"""Papers up to which the first page draws all of them; of more, the newest."""


@value
class Page:
    """A page to make."""

    path: str
    template: str
    title: str
    shown: Mapping[str, Any] = field(factory=dict)

    @property
    def root(self) -> str:
        """The way from the page to the root of the site."""
        return "../" * self.path.count("/")


@value
class Make:
    """A page that is made when it is called for."""

    path: str
    page: Callable[[], Page]
    made_from: Callable[[Inputs], object] | None = None
    """What tells whether it would be the same as before; None for a page of the whole corpus."""


def site_pages(contents: Contents, steps: Steps, tool: Tool | None = None) -> tuple[Make, ...]:
    """All pages, each made when it is called for.

    Args:
        contents: What they show.
        steps: What each paper changed.
        tool: The place on a page where two texts are put in and compared there, if the site has it.
    """
    links = contents.links
    matrices = matrix_pages(contents)
    whole: dict[str, Callable[[], Page]] = {
        "index.html": partial(_overview, contents, steps),
        "papers.html": partial(_papers, contents),
        "compare.html": partial(_compare, contents, tool),
        "matrix.html": partial(_matrices, contents, matrices),
        "timeline.html": lambda: Page(
            path="timeline.html", template="timeline", title=say("site.timeline"), shown=timeline_page(contents)
        ),
        "topics.html": partial(_topics, contents),
        "actors.html": partial(_actors, contents),
        "sources.html": partial(_sources, contents),
        "search.html": lambda: Page(path="search.html", template="search", title=say("site.search")),
        "reading.html": lambda: Page(path="reading.html", template="reading", title=say("site.reading-title")),
        "about.html": lambda: Page(
            path="about.html", template="about", title=say("site.about-title"), shown={"counts": counts(contents)}
        ),
    }
    for actor in contents.actor_ids:
        if path := links.actor(actor):
            whole[path] = partial(_actor, contents, actor)
    for topic in contents.topics:
        whole[links.topic(topic or "none")] = partial(_topic, contents, topic)
    return (*(Make(path=path, page=page) for path, page in whole.items()), *_parts(contents, steps, matrices))


def _parts(contents: Contents, steps: Steps, matrices: Sequence[MatrixPage]) -> Iterator[Make]:
    """The pages of one thing or two each; what draws on the same papers comes close together."""
    links = contents.links
    ahead: dict[str, list[Make]] = {plan_id: [] for plan_id in contents.plans}
    for plan_id, found in ahead.items():
        page = partial(_plan, contents, steps, plan_id)
        found.append(Make(path=links.plan(plan_id), page=page, made_from=partial(Inputs.plan_page, plan_id=plan_id)))
    for ref, paper in contents.papers.items():
        page = partial(_version, contents, steps, ref)
        made = Make(path=links.version(ref), page=page, made_from=partial(Inputs.version_page, ref=ref))
        ahead[paper.version.plan].append(made)
    for point, held in contents.points.items():
        page = partial(_point, contents, steps, point)
        made = Make(path=links.provision(point), page=page, made_from=partial(Inputs.point_page, provision_id=point))
        ahead[held[0][0].plan].append(made)
    for old, new in contents.pairs:
        page = partial(_pair, contents, old, new)
        path = links.pair(old, new) or ""
        made = Make(path=path, page=page, made_from=partial(Inputs.compared, old=old, new=new))
        ahead[contents.papers[new].version.plan].append(made)
    for matrix in matrices if len(matrices) > 1 else ():
        path = links.matrix(matrix.name)
        page = partial(_matrix, contents, matrix, path)
        made = Make(path=path, page=page, made_from=partial(Inputs.matrix_page, page=matrix))
        ahead[matrix.versions[0].plan].append(made)
    for found in ahead.values():
        yield from found
    for source in contents.sources:
        page = partial(_source, contents, source)
        yield Make(path=links.source(source.id), page=page, made_from=partial(Inputs.source_page, source=source))


def counts(contents: Contents) -> Mapping[str, int]:
    """What there is, counted."""
    versions = contents.versions
    return {
        "plans": len(contents.plans),
        "papers": len(versions),
        "texts": sum(version.text_basis == "full_text" for version in versions),
        "parts": sum(version.text_basis == "partial_text" for version in versions),
        "reported": sum(version.text_basis == "reported_only" for version in versions),
        "points": len(contents.points),
        "sources": len(contents.sources),
        "read": sum(source.text is not None for source in contents.sources),
        "passages": sum(len(source.passages) for source in contents.sources),
        "quoted": sum(p.quote is not None for source in contents.sources for p in source.passages.values()),
        "positions": sum(len(one.own) + len(one.ascribed) for one in contents.positions),
        "actors": len(contents.positions),
        "pairs": len(contents.pairs),
        "all_pairs": len(versions) * (len(versions) - 1) // 2,
    }


def _pictures(versions: Sequence[Version]) -> Mapping[str, Any]:
    return {
        "drawn": versions,
        "pictures": [(size, family_picture(versions, width)) for size, width in (("wide", WIDE), ("narrow", NARROW))],
    }


def _overview(contents: Contents, steps: Steps) -> Page:
    latest = [step for step in reversed([*steps.by_ref.values()]) if step.against is not None][:LATEST]
    shown = {
        "counts": counts(contents),
        "latest": latest,
        "newest": contents.versions[-1] if contents.versions else None,
        "oldest": contents.versions[0] if contents.versions else None,
        "left_out": max(len(contents.versions) - _DRAWN, 0),
        **_pictures(contents.versions[-_DRAWN:]),
    }
    return Page(path="index.html", template="overview", title="", shown=shown)


def _papers(contents: Contents) -> Page:
    shown = {"by_plan": contents.by_plan, **_pictures(contents.versions)}
    return Page(path="papers.html", template="papers", title=say("site.papers"), shown=shown)


def _compare(contents: Contents, tool: Tool | None) -> Page:
    found: dict[str, list[str]] = {}
    for old, new in contents.pairs:
        found.setdefault(new, []).append(old)
    shown = {"by_newer": found, "counts": counts(contents), "engine": tool}
    return Page(path="compare.html", template="compare", title=say("site.compare-two"), shown=shown)


def _plan(contents: Contents, steps: Steps, plan_id: str) -> Page:
    plan = contents.plans[plan_id]
    own = [steps.by_ref[version.ref] for version in contents.by_plan[plan_id]]
    shown = {"plan": plan, "steps": own, "later": contents.later_than_plan.get(plan_id, ())}
    return Page(path=contents.links.plan(plan_id), template="plan", title=plan.title, shown=shown)


def _version(contents: Contents, steps: Steps, ref: str) -> Page:
    version = contents.papers[ref].version
    verdicts, elsewhere = verdicts_on(contents, ref)
    shown = {
        "version": version,
        "step": steps.by_ref[ref],
        "verdicts": verdicts,
        "elsewhere": elsewhere,
        "later": contents.later.get(ref, ()),
        "pairs": contents.pairs_of.get(ref, ()),
    }
    return Page(path=contents.links.version(ref), template="version", title=version.title, shown=shown)


def _point(contents: Contents, steps: Steps, provision_id: str) -> Page:
    title, shown = contents.labels[provision_id], point_page(contents, steps, provision_id)
    return Page(path=contents.links.provision(provision_id), template="point", title=title, shown=shown)


def _source(contents: Contents, source: Source) -> Page:
    def order(passage_id: str) -> tuple[int, int]:
        passage = source.passages[passage_id]
        start = passage.position.start if passage.position else 0
        return (passage.paragraph or 0, start)

    passages = [source.passages[passage_id] for passage_id in sorted(source.passages, key=order)]
    resting = {one.id: contents.uses.get(f"{source.id}#{one.id}", []) for one in passages}
    shown = {"source": source, "passages_in_order": passages, "resting": resting}
    return Page(path=contents.links.source(source.id), template="source", title=source.title, shown=shown)


def _sources(contents: Contents) -> Page:
    ordered = sorted(contents.sources, key=lambda one: (not one.issued, date_order(one.issued or ""), one.id))
    resting = {
        source.id: sum(len(contents.uses.get(f"{source.id}#{one}", ())) for one in source.passages)
        for source in contents.sources
    }
    shown = {"sources": ordered, "resting": resting, "counts": counts(contents)}
    return Page(path="sources.html", template="sources", title=say("site.sources"), shown=shown)


def _actor(contents: Contents, actor: str) -> Page:
    gathered = next((one for one in contents.positions if one.actor == actor), None)
    held = held_positions(contents, gathered) if gathered else ()
    parts = [
        (version, [party for party in version.parties if party.actor == actor])
        for version in contents.versions
        if any(party.actor == actor for party in version.parties)
    ]
    known = contents.corpus.actors.get(actor)
    shown = {"actor": actor, "known": known, "held": held, "parts_in": parts}
    path = contents.links.actor(actor) or ""
    return Page(path=path, template="actor", title=known.name if known else actor, shown=shown)


def _actors(contents: Contents) -> Page:
    numbers = {one.actor: (len(one.own), len(one.ascribed)) for one in contents.positions}
    parts: dict[str, int] = {}
    for version in contents.versions:
        for actor in {party.actor for party in version.parties}:
            parts[actor] = parts.get(actor, 0) + 1
    shown = {"actor_ids": contents.actor_ids, "numbers": numbers, "parts_in": parts}
    return Page(path="actors.html", template="actors", title=say("site.actors"), shown=shown)


def _topics(contents: Contents) -> Page:
    return Page(path="topics.html", template="topics", title=say("site.topics"), shown={"by_topic": contents.topics})


def _topic(contents: Contents, topic: str) -> Page:
    title = named("topic", topic, TOPICS[topic].meaning) if topic else say("site.without-topic")
    shown = {"topic": topic, "ids": contents.topics[topic]}
    path = contents.links.topic(topic or "none")
    return Page(path=path, template="topic", title=first_up(title), shown=shown)


def _pair(contents: Contents, old: str, new: str) -> Page:
    compared = contents.compared(old, new)
    entries = arrange(compared)
    rival = compared.diff.relation == "comparison"
    groups = step_groups(entries, rival=rival)
    counted = {group.section: len(group.points) for group in groups}
    of_no_point = beside_words(entries.beside, named=True)
    shown = {
        "compared": compared,
        "old": compared.old.version,
        "new": compared.new.version,
        "entries": entries,
        "groups": groups,
        "news": news(counted, len(entries.silence.unmentioned), of_no_point, rival=rival),
        "rows": rows_of(compared, entries),
        "beside": beside_of(compared, entries),
        "tied": tied_sentences(compared, entries),
    }
    title = say("and", a=compared.old.version.title, b=compared.new.version.title)
    return Page(path=contents.links.pair(old, new) or "", template="pair", title=title, shown=shown)


def _matrices(contents: Contents, matrices: Sequence[MatrixPage]) -> Page:
    if len(matrices) == 1:
        return _matrix(contents, matrices[0], "matrix.html")
    return Page(path="matrix.html", template="matrices", title=say("site.matrix"), shown={"matrices": matrices})


def _matrix(contents: Contents, page: MatrixPage, path: str) -> Page:
    matrix = matrix_of(contents, page)
    topics = [topic for topic in TOPICS if any(topic in row.topics for row in matrix.rows)]
    shown = {
        "matrix": matrix,
        "page": page,
        "row_words": row_words,
        "row_topics": topics,
        "column_plans": list(dict.fromkeys(version.plan for version in page.versions)),
        "presences_shown": presences_shown(matrix),
    }
    return Page(path=path, template="matrix", title=f"{say('site.matrix')}: {page.title}", shown=shown)
