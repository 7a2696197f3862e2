"""The answer to `log`: each version of a plan, what it comes from, and what it changed, by how sure that is."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, NamedTuple

from plantrack.answers.dates import human_date
from plantrack.answers.entries import Entry
from plantrack.answers.forms import Form, Key
from plantrack.answers.history_words import (
    StepCount,
    count_points,
    count_step,
    counted_words,
    entry_names,
    first_words,
    from_words,
    notes_of,
    provision_names,
)
from plantrack.answers.tree import Answer, Block, Paragraph, Table, plain
from plantrack.catalogue import language, say
from plantrack.corpus.shaken import Shaken
from plantrack.differences.bounds import points_of
from plantrack.differences.changes import ChangeKind
from plantrack.differences.history import History, HistoryStep
from plantrack.differences.result import Change
from plantrack.model import Descent, Plan
from plantrack.model.fields import OneOf
from plantrack.plain import one_line
from plantrack.value import evolve

_HEADS = ("version", "date", "comes-from", "certain", "unopposed", "contested", "not-reported")


def answer_log(history: History, *, oldest_first: bool = False) -> Answer:
    """A row a version, the newest first."""
    steps = history.steps if oldest_first else history.steps[::-1]
    heads = tuple(say(f"log.{head}") for head in _HEADS)
    rows = tuple(tuple(map(plain, _cells(step))) for step in steps)
    lines = tuple((one_line(step.version.ref), *_tellings(step)) for step in steps)
    blocks: list[Block] = [Table(heads=heads, rows=rows, lines=lines)] if steps else []
    if not steps:
        blocks.append(Paragraph(words=plain(say("log.none", plan=history.plan.id)), role="verdict"))
    blocks += [Paragraph(words=plain(one_line(note))) for note in notes_of(steps)]
    counts = [count_step(step) for step in steps if step.compared is not None]
    sure = [word for word in _SURE if any(dict(one.sections)[word] for one in counts)]
    sure += ["not-reported"] if any(one.not_reported for one in counts) else []
    if sure:
        means = " ".join(say(f"log.means-{word}") for word in sure)
        blocks.append(Paragraph(words=plain(means), on_pages=False))
    return Answer(title=say("log.title", plan=one_line(history.plan.title)), blocks=tuple(blocks), language=language())


def _cells(step: HistoryStep) -> Iterator[str]:
    version = step.version
    yield one_line(f"{version.ref} {version.title}")
    yield human_date(version.date)
    if step.compared is None:
        yield from (first_words(step, points_of(version)), "", "", "", "")
        return
    count = count_step(step)
    yield from_words(step)
    for _, entries in count.sections:
        yield f"{count_points(entries)}: {entry_names(entries)}" if entries else "0"
    yield f"{len(count.not_reported)}: {provision_names(count.not_reported)}" if count.not_reported else "0"


def _tellings(step: HistoryStep) -> list[str]:
    """The same on a line, in fewer and fewer words."""
    if step.compared is None:
        known = first_words(step, points_of(step.version))
        return [known, known.rpartition("; ")[0] or known]
    count = count_step(step)
    named, counted = counted_words(count, named=True), counted_words(count, named=False)
    of_points = counted_words(evolve(count, beside=()), named=False)
    long, short = from_words(step), from_words(step, short=True)
    return [f"{lead}: {told}" for told in (named, counted, of_points) for lead in (long, short)]


_SURE = {
    "certain": "both texts were seen",
    "unopposed": "reported, and nobody against",
    "contested": "reports differ",
}
_QUIET = {
    "reworded": "only in other words, or elsewhere in the paper",
    "not_reported": "no report on this version mentions it",
}
_Counted = Annotated[str, OneOf("standing", _SURE | _QUIET)]


class _Point(NamedTuple):
    """A point that changed."""

    standing: Annotated[str, OneOf("standing", _SURE)]
    """How sure it is that it changed."""
    entry: Entry


class _Step(NamedTuple):
    """A version, and what it changed."""

    step: HistoryStep
    counted: StepCount

    @property
    def counts(self) -> Mapping[_Counted, int] | None:
        """How many points changed, by how sure that is; null for the first version."""
        if self.step.compared is None:
            return None
        held = {word: count_points(entries) for word, entries in self.counted.sections}
        return {**held, "reworded": count_points(self.counted.reworded), "not_reported": len(self.counted.not_reported)}

    @property
    def points(self) -> tuple[_Point, ...]:
        """The points that changed."""
        return tuple(_Point(word, entry) for word, entries in self.counted.sections for entry in entries)


class _Told(NamedTuple):
    """The versions of a plan and what each changed."""

    plan: Plan
    steps: tuple[_Step, ...]
    """The newest first; with --reverse the oldest."""


def _kinds(told: _Point) -> list[str]:
    return [*dict.fromkeys(change.kind for change in told.entry.changes)]


def _changes(told: _Step) -> list[Change]:
    return [change for entry in told.counted.beside for change in entry.changes]


LOG = Form(
    "log", _Told, "plan=plan.id versions=steps", holds=[Form(
        "version", _Step, "ref=step.version.ref title=step.version.title date=step.version.date against=step.against",
        "relation=step.relation also_from=step.also_from counts",
        Key("points", [Form(
            "point", _Point, "standing numbers=entry.numbers label=entry.label",
            "old_ids=entry.old.id new_ids=entry.new.id",
            Key("kinds", tuple[ChangeKind, ...], _kinds, "What changed."),
            "fingerprints=entry.changes.fingerprint",
        )], lambda one: one.points, "The points that changed."),
        "not_reported=counted.not_reported.id",
        Key("beside_points", [Form("beside", Change, "kind place part certainty fingerprint")], _changes,
            "Lines outside the points and facts of the paper that differ."),
        "lost=step.lost",
        holds=[
            Form("descent", Descent, "ref=version relation"),
            Form("lost", Shaken, Key("path", str, lambda one: ".".join(one.path), "In the version."), "withdrawn"),
        ],
    )],
)  # fmt: skip
"""What `log` gives as JSON."""


def log_as_data(history: History, *, oldest_first: bool = False) -> dict[str, Any]:
    """A history as values by name, in a fixed order."""
    steps = history.steps if oldest_first else history.steps[::-1]
    return LOG.answer(_Told(history.plan, tuple(_Step(step, count_step(step)) for step in steps)))
