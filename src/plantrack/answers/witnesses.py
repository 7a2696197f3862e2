"""Who says so, in words without signs: name and office, outlet, what the page names, how many origins and how sure."""

from collections.abc import Iterable, Sequence

from plantrack.answers.footnotes import Footnotes
from plantrack.answers.names import actor_name, witness_names
from plantrack.answers.tree import Words
from plantrack.catalogue import named, say
from plantrack.corpus import Paper
from plantrack.corpus.inspection import evidence_in
from plantrack.lineage import CREDIBILITIES, Witnesses
from plantrack.model import Actor, Evidence, Passage, Source
from plantrack.model.dates import date_bounds


class Teller:
    """Names witnesses; the office of a person stands beside the name once in an answer."""

    def __init__(self, notes: Footnotes | None = None) -> None:
        self._told: set[str] = set()
        self._notes = notes

    def cite(self, evidence: Iterable[Evidence], paper: Paper) -> Words:
        """The mark of a note on what something rests on, where the answer has notes."""
        return self._notes.mark(paper.corpus, evidence) if self._notes is not None else ()

    def who(self, evidence: Iterable[Evidence], paper: Paper) -> str:
        """Who bears something out, each speaker once with the outlets that had it from there."""
        said = [item for item in evidence if item.stance in ("supports", "qualifies")]
        return "; ".join(self._names(paper.corpus.passages(said), paper))

    def who_says(self, source: Source, passage: Passage, paper: Paper) -> str:
        """Who says so in one passage."""
        return self._names([(source, passage)], paper)[0]

    def _names(self, passages: Sequence[tuple[Source, Passage]], paper: Paper) -> list[str]:
        actors = paper.corpus.actors
        offices: dict[str, str] = {}
        for source, passage in passages:
            actor = actors.get((passage.chain or ("",))[-1].partition(":")[2])
            held = office(actor, passage.said or source.issued) if actor is not None else ""
            if actor is not None and held and actor.id not in self._told:
                self._told.add(actor.id)
                offices[actor.name] = say("who.office", name=actor_name(actors, actor.id), office=held)
        return witness_names(actors, passages, offices=offices)


def office(actor: Actor, date: str | None) -> str:
    """The office of a person on a day; empty where none is known for it."""
    day = date_bounds(date) if date else None
    if day is None:
        return ""
    for role in actor.roles:
        since, until = (date_bounds(one) if one else None for one in (role.since, role.until))
        if (since is None or since[0] <= day[0]) and (until is None or day[1] <= until[1]):
            return role.title
    return ""


def how_sure(witnesses: Witnesses) -> str:
    """`1 to 3 independent origins, possibly true (3)`."""
    least, most = witnesses.lineages
    name = "sure.origins" if least == most else "sure.origins-range" if least else "sure.origins-at-most"
    origins = say(name, count=most, least=least)
    digit = witnesses.credibility
    return say("sure.told", origins=origins, words=named("sure", str(digit), CREDIBILITIES[digit]), digit=digit)


def pages_on(paper: Paper) -> int:
    """How many pages of the corpus say something of a paper."""
    return len({item.passage.partition("#")[0] for item in evidence_in(paper.version)})
