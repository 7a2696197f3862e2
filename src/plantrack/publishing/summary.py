"""What a report says first: at most five sentences, with numbers, that say what changed in substance."""

from collections.abc import Iterable, Sequence

from plantrack.comparison.papers import Compared
from plantrack.publishing.rows import in_old_order, is_loud, number_of
from plantrack.reporting.entries import Entries, Entry
from plantrack.reporting.footnotes import Footnotes
from plantrack.reporting.header import number_claims
from plantrack.reporting.layout import count_of, number_ranges
from plantrack.reporting.markup import escaped
from plantrack.reporting.messages import effect_words

_NAMED = 8
"""So many points are named in a sentence."""


def summary_of(compared: Compared, entries: Entries, notes: Footnotes, *, counts: bool = True) -> tuple[str, ...]:
    """The summary of two papers; without what their numbers of points prove, if that is not wanted."""
    if compared.diff.clock == "knowledge":
        learned = len(compared.diff.changes)
        return (f"{count_of(learned, 'thing')} had been learned; that does not say that the paper changed.",)
    seen = compared.diff.new.text_basis == compared.diff.old.text_basis == "full_text"
    sentences = [] if seen else [_unseen(compared, entries)]
    sentences += _changed(compared, entries)
    sentences += _reported(entries)
    sentences += _counted(compared, notes) if counts else []
    sentences.append(_how_sure(entries, seen=seen))
    return tuple(filter(None, sentences))[:5]


def _unseen(compared: Compared, entries: Entries) -> str:
    """That the text of a paper was not seen, and what follows for what the other one alone is known to say."""
    diff = compared.diff
    known = diff.new if diff.new.text_basis != "full_text" else diff.old
    part = "Only a part of the" if known.text_basis == "partial_text" else "No"
    unseen = f"{part} text of {escaped(known.title)} was seen"
    if known is diff.old:
        return f"{unseen}: what only {escaped(diff.new.title)} is known to say is not counted as new."
    silent = len(entries.silence.unmentioned)
    points = f"{silent} of {count_of(diff.old.points, 'point')}" if diff.old.points else count_of(silent, "point")
    were, are = ("was", "is") if silent == 1 else ("were", "are")
    return f"{unseen}, and silence is not removal: {points} {were} not mentioned, and {are} not counted as removed."


def _changed(compared: Compared, entries: Entries) -> list[str]:
    loud = in_old_order((entry for entry in entries.changed if is_loud(entry)), compared)
    if not loud:
        return []
    rival = compared.diff.relation == "comparison"
    gone = [entry for entry in loud if _is(entry, "provision-removed", "provision-moved-out")]
    new = [entry for entry in loud if _is(entry, "provision-added", "provision-moved-in")]
    other = [entry for entry in loud if entry not in gone and entry not in new]
    words = ("differed in substance", "stood only in the first", "stood only in the second") if rival else (
        "changed in substance", "no longer stood", "came in"
    )  # fmt: skip
    parts = [(found, said) for found, said in zip((other, gone, new), words, strict=True) if found]
    total = compared.diff.old.points
    lead = f"Of {count_of(total, 'point')}, " if total else ""
    sentences = [f"{len(found)} {said}: {_listed(found)}." for found, said in parts]
    sentences[0] = (lead if parts[0][0] is not new else "") + sentences[0]
    effects = _effects(loud, compared)
    return [*sentences, *([effects] if effects else [])]


def _is(entry: Entry, *kinds: str) -> bool:
    return any(change.kind in kinds for change in entry.changes)


def _effects(entries: Iterable[Entry], compared: Compared) -> str:
    """Whom what changed binds more or less, actors by the alphabet."""
    by_words: dict[str, list[str]] = {}
    common = _common_nouns(compared)
    for entry in entries:
        for change in entry.changes:
            words = effect_words(change, entry.terms, compared.new.corpus.actors)
            if words.startswith("binds ") and words not in ("binds more", "binds less") and _are_names(words, common):
                found = by_words.setdefault(words.removeprefix("binds "), [])
                name = entry.numbers if number_of(entry) else entry.label
                if name not in found:
                    found.append(name)
    said = [f"{escaped(who)} ({_numbers(found)})" for who, found in sorted(by_words.items(), key=_alphabet)]
    if not said:
        return ""
    more = f"; and {count_of(len(said) - _NAMED, 'other')}" if len(said) > _NAMED else ""
    verb = "What differed bound" if compared.diff.relation == "comparison" else "What changed bound"
    return f"{verb} {'; '.join(said[:_NAMED])}{more}."


def _common_nouns(compared: Compared) -> frozenset[str] | None:
    """The words that texts read on the spot begin with a small letter; None where bearers are names of the registry."""
    if not (compared.old.local or compared.new.local):
        return None
    texts = (one.text or "" for paper in (compared.old, compared.new) for one in paper.version.provisions.values())
    return frozenset(word.strip(".,;:()") for text in texts for word in text.split() if word[:1].islower())


def _are_names(words: str, common: frozenset[str] | None) -> bool:
    """Whether those who are bound have names that no text has as common nouns."""
    if common is None:
        return True
    who = words.removeprefix("binds ").rpartition(" ")[0]
    names = [name for part in who.split(", ") for name in part.split(" and ") if name]
    return all(name[:1].isupper() and name.split()[-1].casefold() not in common for name in names)


def _alphabet(item: tuple[str, list[str]]) -> str:
    return item[0].casefold()


def _reported(entries: Entries) -> list[str]:
    sentences = []
    if entries.unopposed:
        sentences.append(f"Reported, with nobody against: {_listed(entries.unopposed)}.")
    contested = [*entries.at_odds, *entries.compatible]
    if contested:
        odds = ""
        if entries.at_odds and entries.compatible:
            odds = f"; on {_listed(entries.at_odds)} they could not all hold"
        elif entries.at_odds:
            odds = ", and could not all hold"
        sentences.append(f"Reports differed on {_listed(contested)}{odds}.")
    return sentences


def _counted(compared: Compared, notes: Footnotes) -> list[str]:
    bounds, claimed = compared.diff.bounds, compared.new.version.claimed_points
    if bounds is None or claimed is None:
        return []
    supporting, disputing = number_claims(compared.new)
    mark = notes.mark(compared.new.corpus, claimed.evidence)
    by = f" ({escaped(supporting)})" if supporting else ""
    doubt = f"; that number was not settled, said {escaped(disputing)}" if disputing else ""
    least, most = bounds.unidentified
    unnamed = f"{least} to {most}" if least != most else str(least)
    gone = f"{'If so' if disputing else 'So'}, at least {bounds.gone_at_least} of {compared.diff.old.points}"
    return [
        (
            f"The new paper was reported to have {claimed.count} points{by}{doubt}. "
            f"{gone} no longer stood on their own, and {unnamed} of those nobody had named.{mark}"
        )
    ]


def _how_sure(entries: Entries, *, seen: bool) -> str:
    certain = sum(is_loud(entry) for entry in entries.changed)
    reported = len(entries.unopposed) + len(entries.at_odds) + len(entries.compatible)
    if not certain and not reported:
        return "Nothing changed in substance." if seen else "No change was reported."
    if seen:
        return "Both texts were seen, and every change is certain." if not reported else ""
    if not certain:
        return "No change was certain."
    return f"What changed of {count_of(certain, 'point')} was certain; the rest is reported." if reported else ""


def _listed(entries: Sequence[Entry]) -> str:
    numbers: dict[str, list[str]] = {}
    for entry in entries:
        curated = any(one.label or one.title or not one.text for one in (*entry.old, *entry.new)[:1])
        numbers.setdefault(entry.label.replace("; ", ", ") if curated else "", []).append(
            entry.numbers if number_of(entry) else ""
        )
    shown = [
        f"{escaped(label)} ({_numbers(found)})" if label and any(found) else escaped(label) or _numbers(found)
        for label, found in list(numbers.items())[:_NAMED]
    ]
    more = len(numbers) - _NAMED
    return ", ".join([*shown, f"and {more} more"] if more > 0 else shown)


def _numbers(numbers: Sequence[str]) -> str:
    plain = [one for one in numbers if " " not in one]
    shown = ", ".join(number_ranges(plain).split()) if len(plain) == len(numbers) else ", ".join(numbers)
    return escaped(shown.replace("->", "\u2192"))
