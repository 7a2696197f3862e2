"""What a report says first: at most five sentences, with numbers, that say what changed in substance."""

from collections.abc import Iterable, Sequence

from plantrack.differences.papers import Compared
from plantrack.differences.result import Bounds, Change
from plantrack.publishing.footing import name_of
from plantrack.publishing.markup import arrowed
from plantrack.publishing.rows import QUIET, in_old_order, is_cut, is_loud, number_of, sure_words
from plantrack.reporting.entries import Entries, Entry
from plantrack.reporting.footnotes import Footnotes
from plantrack.reporting.header import number_claims
from plantrack.reporting.layout import count_of, shortened
from plantrack.reporting.markup import escaped
from plantrack.reporting.messages import change_words

_NAMED = 8
"""So many points are named in a sentence."""
_HEADLINE = 70
"""Characters of what changed of a point, in the summary."""
_TELLING = ("quantity", "deadline", "modality", "bearer", "status", "scope", "condition", "exception", "place")
"""Subjects of changes, those first that say most in few words."""


def summary_of(compared: Compared, entries: Entries, notes: Footnotes, *, counts: bool = True) -> tuple[str, ...]:
    """The summary of two papers; without what their numbers of points prove, if that is not wanted."""
    if compared.diff.clock == "knowledge":
        learned = len(compared.diff.changes)
        return (f"{count_of(learned, 'thing')} had been learned; that does not say that the paper changed.",)
    seen = compared.diff.new.text_basis == compared.diff.old.text_basis == "full_text"
    sentences = _changed(compared, entries)
    sentences += _reported(compared, entries)
    counted = _counted(compared, notes) if counts else []
    sentences += [*_beside_the_points(entries, compared, counted), *counted]
    sentences.append(_how_sure(compared, entries) if seen else _unseen(compared, entries))
    return tuple(filter(None, sentences))[:5]


def _unseen(compared: Compared, entries: Entries) -> str:
    """That the text of a paper was not seen, and what follows for what the other one alone is known to say."""
    diff = compared.diff
    known = diff.new if diff.new.text_basis != "full_text" else diff.old
    part = "Only a part of the" if known.text_basis == "partial_text" else "No"
    certain = sum(map(is_loud, entries.changed))
    sure = f"what changed of {count_of(certain, 'point')} was certain" if certain else "no change was certain"
    unseen = f"{part} text of {name_of(compared.new if known is diff.new else compared.old)} was seen, and {sure}."
    if known is diff.old:
        return f"{unseen} What only the new paper is known to say is not counted as new."
    silent = len(entries.silence.unmentioned)
    points = f"{silent} of {count_of(diff.old.points, 'point')}" if diff.old.points else count_of(silent, "point")
    return f"{unseen} {points} {'was' if silent == 1 else 'were'} not mentioned, which does not mean removed."


def _changed(compared: Compared, entries: Entries) -> list[str]:
    loud = in_old_order((entry for entry in entries.changed if is_loud(entry)), compared)
    rival = compared.diff.relation == "comparison"
    gone = [entry for entry in loud if _is(entry, "provision-removed", "provision-moved-out")]
    new = [entry for entry in loud if _is(entry, "provision-added", "provision-moved-in")]
    other = [entry for entry in loud if entry not in gone and entry not in new]
    words = ("differed in substance", "stood only in the first", "stood only in the second") if rival else (
        "changed in substance", "no longer stood", "came in"
    )  # fmt: skip
    told = [[_headline(entry, compared) for entry in other], [_name(one) for one in gone], [_name(one) for one in new]]
    return [
        f"{count_of(len(dict.fromkeys(lines)), 'point')} {said}: {_joined(lines)}."
        for lines, said in zip(told, words, strict=True)
        if lines
    ]


def _beside_the_points(entries: Entries, compared: Compared, counted: Sequence[str]) -> list[str]:
    """Facts of the papers that differ, unless counted already, and how many lines outside the points."""
    changes = [change for entry in entries.beside for change in entry.changes]
    facts = [change for change in changes if change.kind == "paper-changed"]
    told = [one for one in facts if not counted or one.place != "claimed_points"]
    sentences = [f"Of the papers: {_joined(_fact(one, compared) for one in told)}."] if told else []
    lines = len(changes) - len(facts)
    return sentences + ([f"{count_of(lines, 'line')} outside the points differed."] if lines else [])


def _fact(change: Change, compared: Compared) -> str:
    words = arrowed(shortened(change_words(change, compared.new.corpus.actors), _HEADLINE))
    return words if change.certainty == "certain" else f"{words} ({sure_words([change])})"


def _is(entry: Entry, *kinds: str) -> bool:
    return any(change.kind in kinds for change in entry.changes)


def _headline(entry: Entry, compared: Compared) -> str:
    """A point with the most telling of its changes."""
    loud = [change for change in entry.changes if change.kind not in QUIET]
    first = min(loud, key=_order)
    words = change_words(first, compared.new.corpus.actors, relation=compared.diff.relation)
    return f"{_name(entry)}: {arrowed(shortened(words, _HEADLINE))}"


def _order(change: Change) -> int:
    subject = change.kind.partition("-")[0]
    return _TELLING.index(subject) if subject in _TELLING else len(_TELLING)


def _reported(compared: Compared, entries: Entries) -> list[str]:
    sentences = []
    if entries.unopposed:
        lines = [f"{_name(entry)}: {_states(entry) or _words(entry, compared)}" for entry in entries.unopposed]
        sentences.append(f"Reported, with nobody against: {_joined(lines)}.")
    contested = in_old_order((*entries.at_odds, *entries.compatible), compared)
    if contested:
        lines = [f"{_name(entry)}: {_states(entry)}" for entry in contested]
        odds = [number_of(entry) or escaped(entry.label) for entry in in_old_order(entries.at_odds, compared)]
        together = f" On {', '.join(odds)} not all could hold." if odds else ""
        lead = "Where reports differed, these are given:" if any(map(is_cut, contested)) else "Reports differed on"
        sentences.append(f"{lead} {_joined(lines)}.{together}")
    return sentences


def _states(entry: Entry) -> str:
    told = [escaped(one.claim.summary or one.claim.wording or one.claim.matter or "") for one in entry.reported]
    return " / ".join(told)


def _words(entry: Entry, compared: Compared) -> str:
    loud = [change for change in entry.changes if change.kind not in QUIET]
    return (
        arrowed(shortened(change_words(min(loud, key=_order), compared.new.corpus.actors), _HEADLINE)) if loud else ""
    )


def _counted(compared: Compared, notes: Footnotes) -> list[str]:
    bounds, claimed = compared.diff.bounds, compared.new.version.claimed_points
    if bounds is None or claimed is None:
        return []
    supporting, disputing = number_claims(compared.new)
    mark = notes.mark(compared.new.corpus, claimed.evidence)
    by = f" ({escaped(supporting)})" if supporting else ""
    doubt = f", a number not settled, said {escaped(disputing)}" if disputing else ""
    told = f"The new paper was reported to have {claimed.count} points{by}{doubt}.{mark}"
    if not bounds.gone_at_least:
        return [told]
    gone = f"{'If so' if disputing else 'So'}, at least {bounds.gone_at_least} of {compared.diff.old.points}"
    stood = "stood on its own" if bounds.gone_at_least == 1 else "stood on their own"
    return [f"{told} {gone} no longer {stood}; {unidentified_words(bounds)}."]


def unidentified_words(bounds: Bounds) -> str:
    """How many of the points that went nobody has named."""
    least, most = bounds.unidentified
    if not most:
        return "all of those had been identified"
    unnamed = f"between {least} and {most}" if least != most else str(least)
    return f"{unnamed} of those had not been identified"


def _how_sure(compared: Compared, entries: Entries) -> str:
    reported = len(entries.unopposed) + len(entries.at_odds) + len(entries.compatible)
    if not entries.changed and not reported:
        return "Nothing changed."
    reworded = sum(not is_loud(entry) for entry in entries.changed)
    if len(entries.changed) == reworded and not reported:
        return f"No change of substance was found; {count_of(reworded, 'point')} stood elsewhere or in other words."
    by_rule = (
        "; what a change does was read from the wording by rule" if compared.new.local or compared.old.local else ""
    )
    return f"Both texts were compared whole{by_rule}." if not reported else ""


def _name(entry: Entry) -> str:
    """A point by what it is about and its number; by its number alone where only its own words could say more."""
    number = number_of(entry)
    curated = any(one.label or one.title or not one.text for one in (*entry.old, *entry.new)[:1])
    label = escaped(entry.label.replace("; ", ", ")) if curated or not number else ""
    return f"{label} ({number})" if label and number else label or number


def _joined(lines: Iterable[str]) -> str:
    """The first lines as one sentence, each once, and how many more there are."""
    once: Sequence[str] = list(dict.fromkeys(lines))
    more = len(once) - _NAMED
    return "; ".join([*once[:_NAMED], f"and {more} more"] if more > 0 else once)
