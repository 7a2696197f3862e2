"""Whether the wording of a point bears out the terms that somebody entered beside it."""

from collections.abc import Iterator, Mapping, Sequence

from plantrack.differences.parts import PARTS
from plantrack.differences.stated import Stated, stated_in
from plantrack.differences.stated_values import COMPARED, agree, candidates, held_values
from plantrack.differences.strength.forces import force_of
from plantrack.errors import Problem
from plantrack.facts.prose import Prose, read_prose
from plantrack.language.names import Named, Names
from plantrack.language.tokens import tokens_of
from plantrack.model import Actor, Term
from plantrack.value import evolve

_WHAT = "a term that its wording does not bear out"
_MEANT = frozenset(
    """party parties side sides both they each it its their state states country countries government governments
    signatory signatories member members participant participants leader leaders""".split()
)
"""Words by which a wording may mean whom it does not name."""
_UNNAMED = frozenset({"collective", "group"})
"""Kinds of actors that a wording calls by other words than their name."""


def terms_borne_out(
    terms: Mapping[str, Term], text: str, names: Names, actors: Mapping[str, Actor], *, lead_in: str = ""
) -> list[Problem]:
    """The parts of terms that their own wording does not bear out: figures, times, force and parties.

    What is in words only (acts, conditions, events) is for people to check; so is a party where the wording says *the
    parties*, and a force where it has none, or a negation that is no part of one.

    Args:
        terms: The terms of a point, by key.
        text: Its wording.
        names: Who and what may be named.
        actors: The registry.
        lead_in: The wording of the points above it, which may name its parties.

    Returns:
        A problem for each part, with its path below the point and what the wording has in its place.
    """
    prose = read_prose(text, names)
    stated = stated_in(prose.facts)
    above = read_prose(lead_in, names)
    problems: list[Problem] = []
    for key, term in terms.items():
        path = f"terms.{key}"
        for part in COMPARED:
            near = candidates(stated, part)
            missing = [one for one in held_values(term, part) if not any(agree(one, each) for each in near)]
            problems += [_problem(path, part, near, prose) for _ in missing]
        if not _has_force(term, stated, prose):
            problems.append(_problem(path, "modality", candidates(stated, "modality"), prose))
        for part, actor in _unnamed(term, (prose, above), names, actors):
            expected = "a wording that names it, or says the parties"
            problems.append(Problem(what=_WHAT, path=f"{path}.{part}", found=f"no {actor.name}", expected=expected))
    return problems


def _problem(path: str, part: str, near: Sequence[Stated], prose: Prose) -> Problem:
    words = [prose.text[prose.tokens[one.fact.first].start : prose.tokens[one.fact.last - 1].end] for one in near]
    return Problem(
        what=_WHAT,
        path=f"{path}.{PARTS[part].field}",
        found="; ".join(dict.fromkeys(words)) or "nothing of the kind in the wording",
        expected="what the wording says",
    )


def _has_force(term: Term, stated: Sequence[Stated], prose: Prose) -> bool:
    """Whether some force of the wording is of the way in which the term binds, or none can be told."""
    forces = {force_of(evolve(term, modality=one.value, action="do")) for one in candidates(stated, "modality")}
    told = forces and not any(fact.kind == "negation" for fact in prose.facts)
    return not told or force_of(term) is None or force_of(term) in forces


def _unnamed(
    term: Term, proses: Sequence[Prose], names: Names, actors: Mapping[str, Actor]
) -> Iterator[tuple[str, Actor]]:
    if any(token.low in _MEANT for prose in proses for token in prose.tokens):
        return
    named = {fact.value.canonical for prose in proses for fact in prose.facts if isinstance(fact.value, Named)}
    for part in ("bearer", "counterparty"):
        for actor_id in PARTS[part].of(term):
            actor = actors.get(actor_id)
            if actor is not None and actor.kind not in _UNNAMED and _canonical(actor, names) not in named:
                yield part, actor


def _canonical(actor: Actor, names: Names) -> str:
    found = names.match(tokens_of(actor.name), 0)
    return actor.name if found is None else found[1].canonical
