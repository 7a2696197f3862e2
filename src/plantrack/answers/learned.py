"""What was learned of one paper between two states of knowledge, in words."""

from plantrack.answers.change_words import change_words, value_words
from plantrack.answers.dates import human_date
from plantrack.answers.names import provision_label, provision_name, witness_name
from plantrack.catalogue import say
from plantrack.corpus import Paper
from plantrack.differences.papers import Compared
from plantrack.differences.result import Change
from plantrack.plain import one_line
from plantrack.value import value


@value
class Learned:
    """What was learned of one point."""

    number: str
    label: str
    lines: tuple[str, ...]


def learned_entries(compared: Compared) -> list[Learned]:
    """A point each, in the order of the paper."""
    by_point: dict[str, list[Change]] = {}
    for change in compared.diff.changes:
        by_point.setdefault((change.new_ids or change.old_ids)[0], []).append(change)
    entries = []
    for provision_id, changes in by_point.items():
        version = compared.new.version if provision_id in compared.new.version.provisions else compared.old.version
        provision = version.provisions[provision_id]
        lines = dict.fromkeys(line for change in changes for line in _lines(change, compared))
        label = provision_label(provision)
        entries.append(Learned(number=provision_name(provision), label=label, lines=tuple(lines)))
    return entries


def _lines(change: Change, compared: Compared) -> list[str]:
    match change.kind:
        case "status-reported":
            return [say("learned.reported", what=_states(change.after, compared))]
        case "status-unreported":
            return [say("learned.unreported", what=_states(change.before, compared))]
        case "evidence-added":
            return [say("learned.said-by", who=_cited(ref, compared.new)) for ref in _refs(change.after)]
        case "evidence-removed":
            return [say("learned.unsaid-by", who=_cited(ref, compared.old)) for ref in _refs(change.before)]
        case _:
            return [change_words(change, compared.new.corpus.actors)]


def _states(value: object, compared: Compared) -> str:
    states = value if isinstance(value, list) else [value]
    return "; ".join(_state(state, compared) for state in states)


def _state(state: object, compared: Compared) -> str:
    if isinstance(state, dict):
        summary = state.get("summary") or state.get("wording") or state.get("matter")
        going = f" ({say('state.expected')})" if state.get("outlook") == "expected" else ""
        return value_words(summary, compared.new.corpus.actors) + going
    return value_words(state, compared.new.corpus.actors)


def _refs(value: object) -> list[str]:
    return [str(ref) for ref in value] if isinstance(value, list) else []


def _cited(ref: str, paper: Paper) -> str:
    source, passage = paper.corpus.passage(ref)
    who = witness_name(paper.corpus.actors, source, passage)
    return one_line(f"{who}, {human_date(source.issued)}")
