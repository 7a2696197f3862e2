"""What a version changed, counted and named: the same in text, Markdown and JSON."""

from collections.abc import Iterable, Sequence

from plantrack.answers.change_words import part_words
from plantrack.answers.counting import number_ranges
from plantrack.answers.entries import Entry, arrange
from plantrack.answers.header import known_words
from plantrack.answers.names import provision_label
from plantrack.catalogue import say
from plantrack.differences.changes import QUIET
from plantrack.differences.history import HistoryStep
from plantrack.differences.lost_grounds import lost_sentences
from plantrack.model import Provision
from plantrack.value import value


@value
class StepCount:
    """The points that a version changed, by how sure that is. What is not reported is no change."""

    certain: tuple[Entry, ...] = ()
    unopposed: tuple[Entry, ...] = ()
    contested: tuple[Entry, ...] = ()
    reworded: tuple[Entry, ...] = ()
    """Only in other words, or elsewhere in the paper."""
    not_reported: tuple[Provision, ...] = ()
    """Points of the earlier paper that no report on this one mentions."""
    beside: tuple[Entry, ...] = ()
    """Lines outside the points and facts of the paper that differ."""
    only_later: int = 0
    """What this paper says and of the earlier one, whose whole text was not seen, is not known."""

    @property
    def sections(self) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
        """The points that changed, under the word for how sure it is."""
        return (("certain", self.certain), ("unopposed", self.unopposed), ("contested", self.contested))


def count_step(step: HistoryStep) -> StepCount:
    """What a version changed against the one it comes from."""
    if step.compared is None:
        return StepCount()
    entries = arrange(step.compared)
    quiet = tuple(entry for entry in entries.changed if all(change.kind in QUIET for change in entry.changes))
    return StepCount(
        certain=tuple(entry for entry in entries.changed if entry not in quiet),
        unopposed=entries.unopposed,
        contested=(*entries.at_odds, *entries.compatible),
        reworded=quiet,
        not_reported=entries.silence.unmentioned,
        beside=entries.beside,
        only_later=len(entries.silence.only_in_new),
    )


def count_points(entries: Iterable[Entry]) -> int:
    """How many points entries are of: one of several points counts each."""
    return sum(len(entry.points) for entry in entries)


def from_words(step: HistoryStep, *, short: bool = False) -> str:
    """What a version comes from: `revises 28pt@2025-11-20`; where it must be short, without how and its own plan."""
    if step.against is None:
        return ""
    plan, at, slug = step.against.partition("@")
    against = f"{at}{slug}" if short and plan == step.version.plan else step.against
    if short:
        return say("log.from", version=against)
    origins = [(step.relation or "follows", against), *((one.relation, one.version) for one in step.also_from)]
    return "; ".join(say(f"show.{relation}", version=version) for relation, version in origins)


def first_words(step: HistoryStep, points: int | None) -> str:
    """What is said of a version before which none is known: `first known: 28 points; leaked`."""
    counted = [say("count.points", count=points)] if points is not None else []
    return say("log.first", told="; ".join([*counted, known_words(step.version)]))


def counted_words(count: StepCount, *, named: bool) -> str:
    """The counts in words: `3 unopposed (points 13.b 14 26), 5 contested (...)`.

    Args:
        count: What was counted.
        named: Which points they are, too; of those that are certain, what became of them.
    """
    parts = []
    for word, entries in count.sections:
        if entries:
            names = f" ({_sorts(entries) if word == 'certain' else _pointed(entries)})" if named else ""
            parts.append(say(f"log.count-{word}", count=count_points(entries)) + names)
    if count.not_reported:
        parts.append(say("log.count-not-reported", count=len(count.not_reported)))
    parts += beside_words(count.beside, named=named)
    if not parts:
        none = say("log.no-change-reported" if count.only_later else "log.no-change")
        return say("log.count-reworded", count=count_points(count.reworded)) if count.reworded else none
    return ", ".join(parts)


def beside_words(entries: Sequence[Entry], *, named: bool) -> list[str]:
    """What differs and is of no point: `1 fact of the paper (standing)`, `2 lines outside the points`.

    Args:
        entries: Those beside the points.
        named: Which facts they are, too.
    """
    changes = [change for entry in entries for change in entry.changes]
    facts = [part_words(change) for change in changes if change.kind == "paper-changed"]
    lines = len(changes) - len(facts)
    names = f" ({', '.join(facts)})" if named else ""
    told = [say("log.facts", count=len(facts)) + names] if facts else []
    return [*told, say("diff.lines-outside", count=lines)] if lines else told


def notes_of(steps: Iterable[HistoryStep]) -> list[str]:
    """What a reader of the counts must be warned of: the statements that no longer rest on anything."""
    return [sentence for step in steps for sentence in lost_sentences(step.version.ref, step.lost)]


def entry_names(entries: Sequence[Entry]) -> str:
    """The points of entries by number, or by label where they have none."""
    numbers = [entry.numbers for entry in entries]
    if all(_is_numbered(entry) for entry in entries):
        return number_ranges(numbers)
    return "; ".join(entry.numbers if _is_numbered(entry) else entry.label for entry in entries)


def provision_names(provisions: Sequence[Provision]) -> str:
    """Points by number, or by label where one of them has none."""
    if all(one.number for one in provisions):
        return number_ranges([one.number for one in provisions if one.number])
    return "; ".join(one.number or provision_label(one) for one in provisions)


def _pointed(entries: Sequence[Entry]) -> str:
    names = entry_names(entries)
    return say("log.points", count=count_points(entries), points=names) if all(map(_is_numbered, entries)) else names


def _is_numbered(entry: Entry) -> bool:
    return any(one.number for one in (*entry.old, *entry.new))


def _sorts(entries: Sequence[Entry]) -> str:
    """How many points came, went and changed otherwise."""
    new, gone = (
        count_points([entry for entry in entries if any(change.kind == kind for change in entry.changes)])
        for kind in ("provision-added", "provision-removed")
    )
    counted = ((new, "new"), (gone, "gone"), (count_points(entries) - new - gone, "changed"))
    return " ".join(say(f"log.{word}", count=number) for number, word in counted if number)
