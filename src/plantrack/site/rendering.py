"""Templates filled in: everything that comes from a corpus is escaped, and no mark in it is unseen."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from plantrack.answers.change_words import term_words
from plantrack.answers.counting import count_of
from plantrack.answers.dates import human_date
from plantrack.answers.header import count_sentences, known_words
from plantrack.answers.history_words import RELATION_WORDS
from plantrack.answers.names import (
    actor_name,
    actor_names,
    origin_name,
    provision_label,
    witness_name,
    witness_names,
)
from plantrack.answers.positions_words import stance_words
from plantrack.answers.states import state_words
from plantrack.differences.changes import CERTAINTIES
from plantrack.differences.matrix import PRESENCES
from plantrack.differences.states import letter_of
from plantrack.lineage import CREDIBILITIES
from plantrack.model import Provision
from plantrack.plain import printable
from plantrack.site import links, uses, words
from plantrack.site.contents import Contents
from plantrack.site.side_by_side import ShownTerm
from plantrack.vocabulary import (
    DIRECTNESS,
    LINK_KINDS,
    REACHES,
    SOURCE_STATUSES,
    STANDINGS,
    TEXT_BASES,
    TOPICS,
)


def environment(contents: Contents, shared: Mapping[str, Any]) -> Environment:
    """The templates with the words, names and links that they may use.

    Args:
        contents: What the pages are made of.
        shared: What all pages show alike.
    """
    made = Environment(
        loader=PackageLoader("plantrack.site", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_shown,
    )
    actors = contents.corpus.actors
    made.filters["first_up"] = words.first_up
    made.globals.update(shared)
    made.globals.update(
        anchors=links, links=contents.links, web_address=links.web_address,
        human_date=human_date, known_words=known_words, count_sentences=count_sentences,
        state_words=state_words, letter_of=letter_of,
        state_kind=words.state_kind, stance_words=stance_words,
        label=provision_label, labels=contents.labels, points=contents.points, papers=contents.papers,
        plans=contents.plans, grounds=contents.grounds, counted=count_of, listed=words.listed,
        range_words=words.range_words,
        actor_name=_bound(actor_name, actors), actor_names=_bound(actor_names, actors),
        origin_name=_bound(origin_name, actors), witness_name=_bound(witness_name, actors),
        witness_names=_bound(witness_names, actors),
        term_words=lambda term: term_words(term, actors), passages=contents.corpus.passages,
        presences=words.PRESENCE_SIGNS, presence_meanings=PRESENCES, unchanged=words.UNCHANGED,
        certainty_signs=words.CERTAINTY_SIGNS, certainties=CERTAINTIES, credibilities=CREDIBILITIES,
        topics=TOPICS, standings=STANDINGS, text_bases=TEXT_BASES,
        link_words=lambda kind, point: escape(LINK_KINDS[kind].words).format(point=point),
        directness=DIRECTNESS, reaches=REACHES,
        statuses=SOURCE_STATUSES, descents=RELATION_WORDS, uses_of=uses.OF,
    )  # fmt: skip
    made.globals["states"] = _states(made)
    return made


def _states(env: Environment) -> Callable[..., Markup]:
    """What a point of a paper may be, and who says so: the same on many pages, so that it is filled in once.

    All pages that show it stand one folder below the root.
    """
    filled = env.get_template("parts.html.j2").make_module({"root": "../"}).states  # type: ignore[attr-defined]
    kept: dict[tuple[str, str, bool], Markup] = {}

    def states(
        ref: str,
        provision: Provision,
        terms: Sequence[ShownTerm] = (),
        claim_terms: Mapping[int, Sequence[ShownTerm]] | None = None,
        side: str = "new",
        folded: bool = False,  # noqa: FBT001, FBT002 - as templates call it
    ) -> Markup:
        if terms or claim_terms:
            return filled(ref, provision, terms, claim_terms or {}, side, folded)  # type: ignore[no-any-return]
        key = (ref, provision.id, folded)
        if key not in kept:
            kept[key] = filled(ref, provision, (), {}, side, folded)
        return kept[key]

    return states


def _bound(named: Callable[..., Any], actors: Mapping[str, Any]) -> Callable[..., Any]:
    return lambda *rest: named(actors, *rest)


def _shown(value: Any) -> Any:
    """What an expression of a template prints: controls and marks of direction as escapes. Markup is ours already."""
    return printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value
