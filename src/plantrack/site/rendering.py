"""Templates filled in: everything that comes from a corpus is escaped, and no mark in it is unseen."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from plantrack.answers.change_words import term_words
from plantrack.answers.counting import listed
from plantrack.answers.dates import human_date
from plantrack.answers.header import known_words
from plantrack.answers.names import (
    actor_name,
    actor_names,
    origin_name,
    provision_label,
    witness_name,
    witness_names,
)
from plantrack.answers.positions_words import stance_words
from plantrack.answers.reported_map import count_words
from plantrack.answers.states import lost_words, state_words
from plantrack.answers.values import figure
from plantrack.answers.witnesses import Teller, how_sure
from plantrack.catalogue import language, named, say
from plantrack.differences.changes import CERTAINTIES
from plantrack.differences.matrix import PRESENCES
from plantrack.differences.papers import Compared
from plantrack.differences.states import letter_of
from plantrack.lineage import CREDIBILITIES
from plantrack.model import Provision
from plantrack.plain import first_up, printable
from plantrack.site import links, uses, words
from plantrack.site.contents import HELD, Contents
from plantrack.site.side_by_side import ShownTerm
from plantrack.stances import VERDICTS
from plantrack.vocabulary import (
    DIRECTNESS,
    LINK_KINDS,
    REACHES,
    REASONS,
    ROLES,
    STANDINGS,
    TEXT_BASES,
    TOPICS,
)

NAMED: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "topic_name": ("topic", {topic: row.meaning for topic, row in TOPICS.items()}),
    "certainty_name": ("certainty", {word: word for word in CERTAINTIES}),
    "certainty_meaning": ("certainty-told", CERTAINTIES),
    "presence_meaning": ("presence-told", PRESENCES),
    "verdict_name": ("verdict", {word: word for word in VERDICTS}),
    "role_name": ("fact", {role: role for role in ROLES}),
    "reason_name": ("reason", REASONS),
    "standing_meaning": ("standing-told", STANDINGS),
    "basis_meaning": ("basis-told", TEXT_BASES),
    "directness_meaning": ("directness", DIRECTNESS),
    "reach_meaning": ("reach", REACHES),
    "use_name": ("use", uses.OF),
}
"""What templates call to name a row of a table: the table in the catalogue, and its English words."""


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
    made.filters["first_up"] = first_up
    made.globals.update(shared)
    made.globals.update(
        anchors=links, links=contents.links, web_address=links.web_address,
        human_date=human_date, known_words=known_words, count_sentences=_count_sentences,
        state_words=state_words, letter_of=letter_of,
        state_kind=words.state_kind, stance_words=stance_words,
        label=provision_label, labels=contents.labels, points=contents.points, papers=contents.papers,
        plans=contents.plans, grounds=contents.grounds, listed=listed, sure_words=how_sure, t=_said,
        number=figure, language=language(),
        actor_name=_bound(actor_name, actors), actor_names=_bound(actor_names, actors),
        origin_name=_bound(origin_name, actors), witness_name=_bound(witness_name, actors),
        witness_names=_bound(witness_names, actors),
        term_words=lambda term: term_words(term, actors), passages=contents.corpus.passages,
        presences=words.PRESENCE_SIGNS, presence_name=words.presence_name, unchanged_words=words.unchanged_words,
        lost_words=lost_words, **{name: _names(*table) for name, table in NAMED.items()},
        certainty_signs=words.CERTAINTY_SIGNS, certainties=CERTAINTIES, credibilities=CREDIBILITIES, topics=TOPICS,
        link_words=lambda kind, point: escape(named("tie", kind, LINK_KINDS[kind].words)).format(point=point),
        sure_name=lambda digit, english: named("sure", str(digit), english),
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
            if len(kept) >= HELD:
                kept.clear()
            kept[key] = filled(ref, provision, (), {}, side, folded)
        return kept[key]

    return states


def _names(table: str, english: Mapping[str, str]) -> Callable[[str], str]:
    return lambda name: named(table, name, english[name])


def _said(message: str, /, **values: Any) -> Markup:
    """A message as markup, in which markup stays and all else that is filled in is escaped."""
    filled = {name: escape(_shown(one)) if isinstance(one, str) else one for name, one in values.items()}
    return Markup(say(message, **filled))  # noqa: S704 - the messages are ours, and what is filled in is escaped


def _count_sentences(compared: Compared) -> list[str]:
    return ["".join(span.text for span in words) for words in count_words(compared, Teller())]


def _bound(named: Callable[..., Any], actors: Mapping[str, Any]) -> Callable[..., Any]:
    return lambda *rest: named(actors, *rest)


def _shown(value: Any) -> Any:
    """What an expression of a template prints: controls and marks of direction as escapes. Markup is ours already."""
    return printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value
