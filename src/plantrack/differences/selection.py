"""Keep some changes of a diff and leave out others."""

from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase

from plantrack.differences.changes import KINDS, SUBJECTS
from plantrack.differences.matrix import Matrix
from plantrack.differences.papers import Compared
from plantrack.differences.result import Change
from plantrack.errors import UnknownNameError
from plantrack.model import Actor, Provision, Term
from plantrack.value import evolve, value
from plantrack.vocabulary import TOPICS


@value
class Selection:
    """Which changes to keep; an empty part keeps all.

    Kinds may be ids (`quantity-raised`), subjects (`quantity`) or patterns (`quantity-*`).
    """

    only: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    """Ids, names or aliases of actors that a changed term binds, or to whom it is owed."""


def select_changes(compared: Compared, selection: Selection) -> Compared:
    """The comparison with only the selected changes; matches and what is unreported stay.

    Raises:
        UnknownNameError: if a kind, topic or actor is not known, with near matches.
    """
    only, ignore = kinds_named(selection.only), kinds_named(selection.ignore)
    _check_topics(selection.topics)
    wanted = [_actor_names(name, compared) for name in selection.actors]
    kept = tuple(
        change
        for change in compared.diff.changes
        if (not only or change.kind in only)
        and change.kind not in ignore
        and (not selection.topics or _topics(change, compared) & set(selection.topics))
        and all(_touches(change, names, compared) for names in wanted)
    )
    left_out = len(compared.diff.changes) - len(kept)
    return evolve(compared, diff=evolve(compared.diff, changes=kept), left_out=left_out)


def select_rows(matrix: Matrix, *, only_changes: bool = False, topics: Sequence[str] = ()) -> Matrix:
    """The matrix with only the rows that differ from the baseline, or that are on some topics.

    Raises:
        UnknownNameError: if a topic is not known, with near matches.
    """
    _check_topics(topics)
    kept = tuple(
        row
        for row in matrix.rows
        if (row.differs or not only_changes) and (not topics or set(topics) & set(row.topics))
    )
    return evolve(matrix, rows=kept, left_out=len(matrix.rows) - len(kept))


def _check_topics(topics: Iterable[str]) -> None:
    for topic in topics:
        if topic not in TOPICS:
            raise UnknownNameError(kind="topic", name=topic, near=_near(topic, TOPICS))


def kinds_named(names: Iterable[str]) -> frozenset[str]:
    """The ids of kinds that names stand for. Raises UnknownNameError."""
    found: set[str] = set()
    for name in names:
        hits = {kind for kind in KINDS if kind == name or KINDS[kind].subject == name or fnmatchcase(kind, name)}
        if not hits:
            near = _near(name, (*KINDS, *SUBJECTS))
            raise UnknownNameError(
                kind="kind of change", name=name, near=near, expected="one that plantrack kinds lists"
            )
        found |= hits
    return frozenset(found)


def _near(name: str, known: Iterable[str]) -> list[str]:
    from difflib import get_close_matches

    return get_close_matches(name, list(known), n=2)


def _provisions(change: Change, compared: Compared) -> list[Provision]:
    old, new = compared.old.version.provisions, compared.new.version.provisions
    return [*(old[one] for one in change.old_ids if one in old), *(new[one] for one in change.new_ids if one in new)]


def _topics(change: Change, compared: Compared) -> set[str]:
    return {topic for provision in _provisions(change, compared) for topic in provision.topics}


def _actor_names(name: str, compared: Compared) -> frozenset[str]:
    """The ids and names under which terms may hold an actor."""
    actors = compared.new.corpus.actors
    found = {actor.id for actor in actors.values() if name.casefold() in _folded(actor)}
    if found:
        return frozenset(found) | {actors[one].name.casefold() for one in found}
    in_terms = {one.casefold() for one in _all_actors(compared)}
    if name.casefold() not in in_terms:
        known = [*in_terms, *(actor.name for actor in actors.values())]
        raise UnknownNameError(kind="actor", name=name, near=_near(name, known))
    return frozenset({name.casefold()})


def _folded(actor: Actor) -> set[str]:
    return {word.casefold() for word in (actor.id, actor.name, actor.adjective or actor.name, *actor.aliases)}


def _all_actors(compared: Compared) -> set[str]:
    provisions = (*compared.old.version.provisions.values(), *compared.new.version.provisions.values())
    return {one for provision in provisions for term in _terms(provision) for one in (*term.bearer, *term.counterparty)}


def _terms(provision: Provision) -> list[Term]:
    return [*provision.terms.values(), *(term for claim in provision.claims for term in claim.terms.values())]


def _touches(change: Change, names: frozenset[str], compared: Compared) -> bool:
    """Whether the terms of a change, or of its points where it names no term, bind an actor or are owed to it."""
    terms: list[Term] = []
    for provision in _provisions(change, compared):
        held = {**{key: term for claim in provision.claims for key, term in claim.terms.items()}, **provision.terms}
        named = [held[key] for key in change.term if key in held]
        terms += named or list(held.values())
    return any(one in names or one.casefold() in names for term in terms for one in (*term.bearer, *term.counterparty))
