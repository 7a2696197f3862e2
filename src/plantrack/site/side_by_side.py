"""Two papers side by side: a row a matter, in the order of the older paper, with the words that differ marked."""

from collections.abc import Collection, Mapping, Sequence

from plantrack.answers.change_words import effect_words, part_words, term_words, value_words
from plantrack.answers.entries import Entries, Entry, terms_by_key
from plantrack.answers.marking import Run, marked_words
from plantrack.answers.names import provision_label
from plantrack.catalogue import named
from plantrack.differences.changes import KINDS, QUIET
from plantrack.differences.papers import Compared
from plantrack.differences.result import Change
from plantrack.differences.states import letter_of, states_of
from plantrack.model import Actor, Provision, Term
from plantrack.value import evolve, field, value

_WITHOUT_VALUES = ("provision", "status")
"""Subjects of changes whose before and after say no more than their kind and the states beside them."""


@value
class ShownTerm:
    """A norm as a line, with the words marked that the other side does not have."""

    key: str
    runs: tuple[Run, ...]


@value
class ShownPoint:
    """A point of one side."""

    provision: Provision
    words: tuple[Run, ...]
    """Its wording where that is kept, else our summary of it; empty where there is neither."""
    is_text: bool
    terms: tuple[ShownTerm, ...] = ()
    """Its norms, if any of their words are marked."""
    claim_terms: Mapping[int, tuple[ShownTerm, ...]] = field(factory=dict)
    """The norms of each reported state of which words are marked, by its index."""


@value
class ShownChange:
    """A change in words."""

    change: Change
    meaning: str
    before: tuple[Run, ...] = ()
    after: tuple[Run, ...] = ()
    effect: str = ""
    reports: tuple[str, ...] = ()
    """The letters of the reported states that give it, where there are several."""
    is_first: bool = True
    """Whether it was not shown in a row above already."""


@value
class Row:
    """One matter in both papers."""

    label: str
    ids: tuple[str, ...]
    old: tuple[ShownPoint, ...]
    new: tuple[ShownPoint, ...]
    changes: tuple[ShownChange, ...]
    section: str
    """The id of a section, or a key of `UNCHANGED`."""

    @property
    def anchor_id(self) -> str:
        """The id of the point that names the row."""
        return self.ids[0]

    @property
    def number(self) -> str:
        """The numbers of its points as printed, old before new where they differ; empty where there are none."""
        old, new = (", ".join(p.provision.number for p in side if p.provision.number) for side in (self.old, self.new))
        return f"{old} \u2192 {new}" if old and new and old != new else old or new


@value
class Beside:
    """What differs and is of no point, under what it is of."""

    label: str
    changes: tuple[ShownChange, ...]


def rows_of(compared: Compared, entries: Entries) -> tuple[Row, ...]:
    """The rows of a comparison: every point of both papers in exactly one.

    Args:
        compared: The comparison.
        entries: The same, arranged for reading.
    """
    old, new = compared.old.version.provisions, compared.new.version.provisions
    groups = {f"old:{one}": match for match in compared.diff.matches for one in match.old_ids}
    groups |= {f"new:{one}": match for match in compared.diff.matches for one in match.new_ids}
    sections = _sections(entries)
    by_ids: dict[str, list[Change]] = {}
    for change in compared.diff.changes:
        for name in (*(f"old:{one}" for one in change.old_ids), *(f"new:{one}" for one in change.new_ids)):
            by_ids.setdefault(name, []).append(change)
    done: set[str] = set()
    told: set[str] = set()
    rows = []
    for side, held in (("old", old), ("new", new)):
        for provision_id in held:
            name = f"{side}:{provision_id}"
            if name in done:
                continue
            match = groups.get(name)
            old_ids = match.old_ids if match else (provision_id,) if side == "old" else ()
            new_ids = match.new_ids if match else (provision_id,) if side == "new" else ()
            names = [*(f"old:{one}" for one in old_ids), *(f"new:{one}" for one in new_ids)]
            done.update(names)
            changes = [*{id(change): change for each in names for change in by_ids.get(each, ())}.values()]
            points = ([old[one] for one in old_ids], [new[one] for one in new_ids])
            rows.append(_row(compared, points, changes, sections, told))
            told |= {change.fingerprint for change in changes}
    return tuple(rows)


def beside_of(compared: Compared, entries: Entries) -> tuple[Beside, ...]:
    """What differs and is of no point: lines outside of them, and facts of the papers.

    Args:
        compared: The comparison.
        entries: The same, arranged for reading.
    """
    return tuple(
        Beside(label=entry.label, changes=tuple(_shown_beside(change, compared) for change in entry.changes))
        for entry in entries.beside
    )


def _shown_beside(change: Change, compared: Compared) -> ShownChange:
    shown = _shown_change(change, {}, compared)
    return evolve(shown, meaning=part_words(change)) if change.kind == "paper-changed" else shown


def _sections(entries: Entries) -> dict[str, Entry]:
    """The entry of each point, by its side and id."""
    found: dict[str, Entry] = {}
    for entry in (*entries.changed, *entries.unopposed, *entries.at_odds, *entries.compatible):
        found |= {f"old:{provision.id}": entry for provision in entry.old}
        found |= {f"new:{provision.id}": entry for provision in entry.new}
    return found


def _row(
    compared: Compared,
    points: tuple[Sequence[Provision], Sequence[Provision]],
    changes: Sequence[Change],
    entries: Mapping[str, Entry],
    told: Collection[str],
) -> Row:
    old, new = points
    actors = compared.new.corpus.actors
    terms = terms_by_key((*new, *old))
    old_shown, new_shown = _shown(old, new, actors)
    return Row(
        label=provision_label((*old, *new)[0]),
        ids=tuple(dict.fromkeys(provision.id for provision in (*old, *new))),
        old=old_shown,
        new=new_shown,
        changes=tuple(
            evolve(_shown_change(change, terms, compared), is_first=change.fingerprint not in told)
            for change in sorted(changes, key=_is_quiet)
        ),
        section=_section(compared, old, new, changes, entries),
    )


def _is_quiet(change: Change) -> bool:
    return change.kind in QUIET


def _section(
    compared: Compared,
    old: Sequence[Provision],
    new: Sequence[Provision],
    changes: Sequence[Change],
    entries: Mapping[str, Entry],
) -> str:
    if changes:
        names = [*(f"old:{one.id}" for one in old), *(f"new:{one.id}" for one in new)]
        entry = next((entries[name] for name in names if name in entries), None)
        if entry is not None and entry.section != "changed":
            return entry.section.replace(" ", "-")
        return "wording" if all(map(_is_quiet, changes)) else "changed"
    reach = {(gap.side, gap.id): gap.reach for gap in compared.diff.unreported if gap.term is None}
    for one in old:
        if ("new", one.id) in reach:
            by_topic = reach["new", one.id] == "topic" and any(states_of(compared.new.version, each) for each in new)
            return "not-reported" if not new else "by-topic" if by_topic else "spoken-of"
    if any(("old", one.id) in reach for one in new):
        return "only-new"
    if any(one.id in {kept.id for kept in compared.diff.kept} for one in (*old, *new)):
        return "kept"
    return "same"


def _shown(
    old: Sequence[Provision], new: Sequence[Provision], actors: Mapping[str, Actor]
) -> tuple[tuple[ShownPoint, ...], tuple[ShownPoint, ...]]:
    """The points of both sides; with one on each, words that only one of them has are marked."""
    if len(old) == len(new) == 1:
        return _pair(old[0], new[0], actors)
    return tuple(map(_alone, old)), tuple(map(_alone, new))


def _alone(provision: Provision) -> ShownPoint:
    said = provision.text or provision.summary or ""
    return ShownPoint(provision=provision, words=_plain(said), is_text=provision.text is not None)


def _pair(
    old: Provision, new: Provision, actors: Mapping[str, Actor]
) -> tuple[tuple[ShownPoint, ...], tuple[ShownPoint, ...]]:
    of_old, of_new = _alone(old), _alone(new)
    before, after = of_old.words, of_new.words
    if of_old.is_text and of_new.is_text and old.text != new.text:
        before, after = marked_words(old.text or "", new.text or "")
    return (_against(of_old, before, terms_by_key([new]), actors),), (
        _against(of_new, after, terms_by_key([old]), actors),
    )


def _against(
    point: ShownPoint, words: tuple[Run, ...], other: Mapping[str, Term], actors: Mapping[str, Actor]
) -> ShownPoint:
    """A point with the words marked that the other side does not have."""
    claims = enumerate(point.provision.claims)
    claim_terms = {index: _marked(claim.terms, other, actors) for index, claim in claims if claim.terms}
    return evolve(
        point,
        words=words,
        terms=_marked(point.provision.terms, other, actors),
        claim_terms={index: lines for index, lines in claim_terms.items() if lines},
    )


def _marked(terms: Mapping[str, Term], other: Mapping[str, Term], actors: Mapping[str, Actor]) -> tuple[ShownTerm, ...]:
    """Norms as lines, with the words marked that the norm of the same key on the other side does not have.

    Empty where no word is marked.
    """
    if all(key not in other or other[key] == term for key, term in terms.items()):
        return ()
    lines = []
    for key, term in terms.items():
        line = term_words(term, actors)
        against = term_words(other[key], actors) if key in other else line
        lines.append(ShownTerm(key=key, runs=_plain(line) if line == against else marked_words(against, line)[1]))
    return tuple(lines)


def _plain(text: str) -> tuple[Run, ...]:
    return (Run(text=text, changed=False),) if text else ()


def _shown_change(change: Change, terms: Mapping[str, Term], compared: Compared) -> ShownChange:
    actors, kind = compared.new.corpus.actors, KINDS[change.kind]
    rival = compared.diff.relation == "comparison"
    before: tuple[Run, ...] = ()
    after: tuple[Run, ...] = ()
    if kind.subject not in _WITHOUT_VALUES:
        if change.before not in (None, [], (), ""):
            before = _plain(value_words(change.before, actors))
        if change.after not in (None, [], (), ""):
            after = _plain(value_words(change.after, actors))
        if before and after:
            before, after = marked_words(before[0].text, after[0].text)
    return ShownChange(
        change=change,
        meaning=named("rival" if rival else "kind", change.kind, _for_readers(kind.rival) if rival else kind.meaning),
        before=before,
        after=after,
        effect=effect_words(change, terms, actors),
        reports=_letters(change),
    )


def _for_readers(words: str) -> str:
    """The words of the catalogue, which knows the papers as OLD and NEW."""
    return words.replace("NEW", "the newer paper").replace("OLD", "the older paper")


def _letters(change: Change) -> tuple[str, ...]:
    """The reported states that give a change: those of the side that has any, the newer before the older."""
    for side in (1, 0):
        found = {pair[side] for pair in change.claims} - {None}
        if found:
            return tuple(letter_of(index) for index in sorted(index for index in found if index is not None))
    return ()
