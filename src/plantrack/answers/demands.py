"""What may be printed with the name of who says it: statements borne out well enough, and a sentence on each."""

from collections.abc import Iterable, Iterator

from plantrack.answers.dates import human_date
from plantrack.answers.entries import Entries, Entry, Reported
from plantrack.answers.footnotes import witness_words
from plantrack.answers.names import witness_names
from plantrack.answers.reported_map import in_old_order
from plantrack.answers.silence import said_of
from plantrack.answers.tree import Words, plain
from plantrack.answers.witnesses import Teller
from plantrack.catalogue import say
from plantrack.corpus import Paper
from plantrack.differences.papers import Compared
from plantrack.differences.result import Change
from plantrack.lineage import CREDIBILITIES, origins
from plantrack.model import Evidence
from plantrack.plain import one_line
from plantrack.value import evolve, value

_TAKES_ALL = max(CREDIBILITIES)


@value
class Demand:
    """How well a reported statement must be borne out to stay in a report. What was seen in both texts always stays."""

    named: bool = False
    """By a person with a name, or by a document that was seen."""
    credibility: int = _TAKES_ALL
    """The highest digit that is taken, 1 the best; 6 takes all."""

    @property
    def is_made(self) -> bool:
        """Whether anything is asked for."""
        return self.named or self.credibility < _TAKES_ALL

    def of(self, evidence: Iterable[Evidence], paper: Paper) -> tuple[Evidence, ...]:
        """The evidence that meets the demand for names; all of it if none is made."""
        return _named(evidence, paper) if self.named else tuple(evidence)

    def words(self, left: int, omitted: str) -> str:
        """What is asked for, how much of what was reported does not meet it, and of which points nothing is left."""
        asked = "both" if self.named and self.credibility < _TAKES_ALL else "named" if self.named else "digit"
        given = say(f"report.given-{asked}", digit=self.credibility)
        others = say("report.others", count=left) if left else say("report.no-others")
        return f"{given}; {say('report.others-all', others=others, points=omitted) if omitted else others}."


def meeting(demand: Demand, compared: Compared, entries: Entries) -> tuple[Entries, int]:
    """The entries with only the reported states that meet a demand, and how many do not."""
    if not demand.is_made:
        return entries, 0
    sections = {
        name: [(entry, _met(demand, entry, compared)) for entry in getattr(entries, name)]
        for name in ("unopposed", "at_odds", "compatible", "kept", "beside")
    }
    pairs = [pair for section in sections.values() for pair in section]
    left = sum(_statements(entry) - (0 if kept is None else _statements(kept)) for entry, kept in pairs)
    kept = {name: tuple(kept for _, kept in section if kept is not None) for name, section in sections.items()}
    spoken_of = tuple(gap for gap in entries.silence.spoken_of if _is_told(gap.id, demand, compared.new))
    left += len(entries.silence.spoken_of) - len(spoken_of)
    return evolve(entries, **kept, silence=evolve(entries.silence, spoken_of=spoken_of)), left


def _is_told(provision_id: str, demand: Demand, paper: Paper) -> bool:
    """Whether anybody who meets a demand for names speaks of a point of which no term is reported."""
    said = said_of(paper.version.provisions[provision_id])
    return bool(demand.of(said, paper)) or all(item.stance == "mentions" for item in said)


def _statements(entry: Entry) -> int:
    return len(entry.reported) or len(entry.changes)


def _met(demand: Demand, entry: Entry, compared: Compared) -> Entry | None:
    """The entry with what meets the demand; None where nothing does."""
    if not entry.reported:
        changes = tuple(_by_named(demand, one, compared) for one in entry.changes if _meets_alone(demand, one))
        return evolve(entry, changes=changes) if changes else None
    states = [_borne_out(demand, one, compared) for one in entry.reported]
    kept = [one for one in states if one is not None and one.witnesses.credibility <= demand.credibility]
    return evolve(entry, reported=tuple(kept)) if kept else None


def _meets_alone(demand: Demand, change: Change) -> bool:
    """Whether a change that is no claim is borne out: by texts, or by lineages, the least of which are named."""
    if change.certainty in ("certain", None):
        return True
    witnesses = change.evidence_new if change.evidence_new.passages else change.evidence_old
    return witnesses.credibility <= demand.credibility and (not demand.named or witnesses.lineages[0] > 0)


def _by_named(demand: Demand, change: Change, compared: Compared) -> Change:
    """A change that is no claim with only those of its passages that meet a demand."""
    sides = ((compared.old, change.evidence_old), (compared.new, change.evidence_new))
    old, new = (
        evolve(
            witnesses,
            passages=tuple(i.passage for i in demand.of(map(_as_evidence, witnesses.passages), paper)),
        )
        for paper, witnesses in sides
    )
    return evolve(change, evidence_old=old, evidence_new=new)


def _as_evidence(passage: str) -> Evidence:
    return Evidence(passage=passage)


def _borne_out(demand: Demand, reported: Reported, compared: Compared) -> Reported | None:
    """A reported state with only the witnesses who are named; None where there are none.

    Lineages and credibility stay those of the statement, whoever else made it.
    """
    paper = compared.new if reported.of_new else compared.old
    evidence = demand.of(reported.claim.evidence, paper)
    if not evidence:
        return None
    return evolve(
        reported,
        claim=evolve(reported.claim, evidence=evidence),
        who=tuple(witness_names(paper.corpus.actors, paper.corpus.passages(evidence))),
    )


def _named(evidence: Iterable[Evidence], paper: Paper) -> tuple[Evidence, ...]:
    """What supports a statement and goes back to a named person or a document."""
    supporting = [item for item in evidence if item.stance == "supports"]
    found = origins(paper.corpus.passages(supporting), paper.corpus.actors)
    named = {passage for origin in found if origin.kind == "named" for passage in origin.passages}
    return tuple(item for item in supporting if item.passage in named)


def attributions_of(compared: Compared, entries: Entries, teller: Teller) -> Iterator[Words]:
    """A sentence for each passage behind a reported state: what, according to whom, when; with the points it is of."""
    points: dict[Words, list[str]] = {}
    for entry in in_old_order(entries, compared):
        for reported in entry.reported:
            for words in _sentences(reported, compared, teller):
                points.setdefault(words, []).append(entry.numbers or entry.label)
    for words, found in points.items():
        yield (*words, *plain(" " + say("report.on", points=", ".join(found))))


def _sentences(reported: Reported, compared: Compared, teller: Teller) -> Iterator[Words]:
    paper = compared.new if reported.of_new else compared.old
    for item in reported.claim.evidence:
        if item.stance in ("supports", "qualifies"):
            source, passage = paper.corpus.passage(item.passage)
            said = one_line((passage.says or reported.claim.summary or "").rstrip("."))
            who = witness_words(paper.corpus, source, evolve(passage, reach="named"))
            told = [say("report.according", said=said, who=who, date=human_date(passage.said or source.issued))]
            if passage.quote and passage.fidelity == "verbatim":
                told.append(say("report.in-words", words=one_line(passage.quote.exact)))
            if passage.reach in ("topic", "collective"):
                told.append(say(f"report.reach-{passage.reach}"))
            yield (*plain(" ".join(told)), *teller.cite([item], paper))
