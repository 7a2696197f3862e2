"""Who says so: independent origins behind passages, and how far they can be believed.

Origins are counted a statement at a time. A chain runs from the publisher to the origin of the statement; publishers
are conduits. The digits follow the credibility scale of NATO's AJP-2.1, computed from facts about the passages alone:
no outlet and no person is rated. Not computed: how well the wordings of several passages agree.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Annotated

from plantrack.model import Actor, Passage, Source
from plantrack.model.fields import OneOf
from plantrack.value import value

_NAMED_KINDS = ("person", "doc", "organisation")
SPEAKERS = (*_NAMED_KINDS, "group")
"""Kinds of actors that can be the origin of a statement; of an organisation it is what it states officially."""
_UNATTRIBUTED = "unattributed"
CREDIBILITIES = {
    1: "confirmed",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "cannot be judged",
}
"""The digits of the scale and their words."""
_KNOWN = {
    "named": "a person, an organisation's own statement, a document that was seen",
    "group": "unnamed people, but grouped",
    "unnamed": "an outlet, or nobody at all",
}
_TWO = 2
"""So many lineages confirm or refute each other."""


@value
class Witnesses:
    """Who says so: passages, and how many independent origins they come from."""

    passages: tuple[str, ...] = ()
    """`source#passage`, sorted."""
    articles: int = 0
    outlets: int = 0
    lineages: tuple[int, int] = (0, 0)
    """The least and the greatest number of independent origins."""
    credibility: int = 6
    """One of `CREDIBILITIES`."""
    facts: tuple[str, ...] = ()
    """Why that digit."""


@value
class Origin:
    """One independent origin of a statement, with the passages that go back to it."""

    id: str
    """The last item of the chains, such as `person:x`; for a delegation its group that comes first by the alphabet."""
    kind: Annotated[str, OneOf("origin", _KNOWN)]
    of: tuple[str, ...] = ()
    """Whom a person, a group or an organisation belongs to; an organisation that belongs to nobody, itself."""
    passages: tuple[str, ...] = ()
    """`source#passage`, sorted."""


@value
class _Chain:
    """The chain of one passage, never empty."""

    passage: str
    links: tuple[str, ...]
    of: tuple[str, ...]

    @property
    def key(self) -> str:
        """What is the same for two chains that end in one origin."""
        end = self.links[-1]
        if end == _UNATTRIBUTED:
            return f"{_UNATTRIBUTED} in {self.links[-2]}"
        if end.startswith("group:") and self.of:
            return "delegation of " + ", ".join(sorted(self.of))
        return end

    @property
    def kind(self) -> str:
        end = self.links[-1]
        if end.partition(":")[0] in _NAMED_KINDS:
            return "named"
        return "group" if end.startswith("group:") else "unnamed"


def origins(passages: Iterable[tuple[Source, Passage]], actors: Mapping[str, Actor]) -> tuple[Origin, ...]:
    """Returns the independent origins of a statement, named ones first, then groups, each by the alphabet.

    Chains that end in the same person, document or delegation have one origin; so have chains that meet, where the
    origin of one lies on the way of the other. Unattributed reports are told apart by the last conduit that is known.

    Args:
        passages: What bears the statement out.
        actors: Who can be named, by id; says to which side a person or a group belongs.
    """
    chains = [_chain(source, passage, actors) for source, passage in passages]
    ends: dict[str, list[_Chain]] = {}
    for chain in chains:
        ends.setdefault(chain.key, []).append(chain)
    hosts = {key: _host(key, own, ends) for key, own in ends.items()}
    merged: dict[str, list[_Chain]] = {}
    for key, own in ends.items():
        merged.setdefault(_last_host(key, hosts), []).extend(own)
    found = [_origin(key, members) for key, members in merged.items()]
    order = ("named", "group", "unnamed")
    return tuple(sorted(found, key=lambda origin: (order.index(origin.kind), origin.id, origin.passages)))


def _chain(source: Source, passage: Passage, actors: Mapping[str, Actor]) -> _Chain:
    links = passage.chain or (_publisher(source, passage),)
    if links[-1] == _UNATTRIBUTED and len(links) == 1:
        links = (_publisher(source, passage), _UNATTRIBUTED)
    actor = actors.get(links[-1].partition(":")[2])
    of = actor.of if actor else ()
    if actor and actor.kind == "organisation" and not of:
        of = (actor.id,)
    return _Chain(passage=f"{source.id}#{passage.id}", links=links, of=of)


def _publisher(source: Source, passage: Passage) -> str:
    if passage.chain and passage.chain[0].startswith("outlet:"):
        return passage.chain[0]
    return source.outlet or f"source:{source.id}"


def _host(key: str, own: Sequence[_Chain], ends: Mapping[str, Sequence[_Chain]]) -> str | None:
    """Returns the origin whose chains lead through this one, the best known first; None if there is none."""
    through = {chain.links[-1] for chain in own} - {_UNATTRIBUTED}
    found = [
        (("named", "group", "unnamed").index(chains[0].kind), other)
        for other, chains in ends.items()
        if other != key and any(through.intersection(chain.links[:-1]) for chain in chains)
    ]
    return min(found)[1] if found else None


def _last_host(key: str, hosts: Mapping[str, str | None]) -> str:
    seen = [key]
    while (host := hosts[seen[-1]]) is not None:
        if host in seen:
            return min(seen[seen.index(host) :])
        seen.append(host)
    return seen[-1]


def _origin(key: str, members: Sequence[_Chain]) -> Origin:
    own = sorted((chain for chain in members if chain.key == key), key=lambda chain: chain.links[-1])
    named = sorted((chain for chain in members if chain.kind == "named"), key=lambda chain: chain.links[-1])
    speaks = own[0] if own[0].kind == "named" or not named else named[0]
    return Origin(
        id=key if speaks.links[-1] == _UNATTRIBUTED else speaks.links[-1],
        kind=speaks.kind,
        of=tuple(sorted(speaks.of)),
        passages=tuple(sorted({chain.passage for chain in members})),
    )


def lineage_range(found: Sequence[Origin]) -> tuple[int, int]:
    """Returns the least and the greatest number of independent origins.

    At least: persons, organisations and documents that are known, else one if there is any group, else none. At most:
    all of them.
    """
    named = sum(origin.kind == "named" for origin in found)
    return named or int(any(origin.kind == "group" for origin in found)), len(found)


def count_witnesses(
    supporting: Sequence[tuple[Source, Passage]],
    against: Sequence[tuple[Source, Passage]] = (),
    *,
    lifting: Collection[str] | None = None,
    actors: Mapping[str, Actor],
    parties: Collection[str] = (),
    official_text: bool = False,
) -> Witnesses:
    """Counts who bears a statement out, and says how far that can be believed.

    Args:
        supporting: The passages that bear it out, with their sources.
        against: Passages of statements that cannot hold together with it; a `doc:` among their origins is a seen text.
        lifting: The passages that name the matter itself; those of others lift no grade above 3. All, if None.
        actors: Who can be named, by id.
        parties: Ids of the parties to the paper; what a single one of them alone says is self-interested.
        official_text: Whether the document that bears it out was published by a party.

    Returns:
        Articles, outlets, lineages from least to most, and a digit with the facts it comes from. The digit is the first
        that fits, in this order: 6, 5, 4, 3, 1, 2. What was withdrawn since is listed and counted nowhere.
    """
    withdrawn = _withdrawn(supporting)
    passages = tuple(sorted({f"{source.id}#{passage.id}" for source, passage in supporting}))
    supporting = [one for one in supporting if one[0].status != "withdrawn"]
    against = [one for one in against if one[0].status != "withdrawn"]
    found, contrary = origins(supporting, actors), origins(against, actors)
    grading = [one for one in found if lifting is None or any(ref in lifting for ref in one.passages)]
    credibility, reason = _credibility(found, grading, contrary, parties=parties, official_text=official_text)
    return Witnesses(
        passages=passages,
        articles=len({source.id for source, _ in supporting}),
        outlets=len({_publisher(source, passage) for source, passage in supporting}),
        lineages=lineage_range(found),
        credibility=credibility,
        facts=(reason, *_listed(found, actors), *withdrawn),
    )


def _credibility(
    found: Sequence[Origin],
    grading: Sequence[Origin],
    contrary: Sequence[Origin],
    *,
    parties: Collection[str],
    official_text: bool,
) -> tuple[int, str]:
    named = sum(origin.kind == "named" for origin in grading)
    contradicting = lineage_range(contrary)[0]
    rules = (
        (6, not found, "no origin is known"),
        (5, _is_text_seen(contrary), "a text that was seen says otherwise"),
        (5, contradicting >= _TWO, f"{contradicting} independent lineages say otherwise"),
        (4, len(found) == 1 and bool(contrary), "a single origin, at odds with the rest"),
        (3, not grading, "no report names the matter itself, only its subject or a group"),
        (3, not named, "no origin is known by name"),
        (3, _is_one_party(grading, parties), "only one party to the paper says so"),
        (1, official_text and _is_text_seen(grading), "the official text was seen"),
        (1, named >= _TWO and not contrary, f"{named} origins are known by name, and nothing says otherwise"),
    )
    default = (2, "one origin is known by name" if named == 1 else "origins are known by name, but reports differ")
    return next(((digit, reason) for digit, fits, reason in rules if fits), default)


def _is_text_seen(found: Sequence[Origin]) -> bool:
    return any(origin.id.startswith("doc:") for origin in found)


def _is_one_party(found: Sequence[Origin], parties: Collection[str]) -> bool:
    """Says whether all origins are persons or groups of one and the same party."""
    sides = {origin.of for origin in found}
    return len(sides) == 1 and any(side in parties for side in found[0].of)


def _listed(found: Sequence[Origin], actors: Mapping[str, Actor]) -> list[str]:
    labels = (("named", "known by name"), ("group", "unnamed, but grouped"), ("unnamed", "no speaker named"))
    listed = []
    for kind, label in labels:
        names = [_name(origin.id, actors) for origin in found if origin.kind == kind]
        if names:
            listed.append(f"{label}: {', '.join(names)}")
    return listed


def _name(origin: str, actors: Mapping[str, Actor]) -> str:
    head, _, conduit = origin.rpartition(" in ")
    if conduit.startswith("source:"):
        return f"{head} in an unnamed outlet" if head else "an unnamed outlet"
    actor = actors.get(conduit.partition(":")[2])
    name = actor.name if actor else conduit.partition(":")[2]
    return f"{head} in {name}" if head else name


def _withdrawn(supporting: Sequence[tuple[Source, Passage]]) -> list[str]:
    gone = sorted({source.id for source, _ in supporting if source.status == "withdrawn"})
    return [f"withdrawn since: {', '.join(gone)}"] if gone else []
