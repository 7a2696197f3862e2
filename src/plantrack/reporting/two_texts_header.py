"""What stands above two texts: the papers, how each was read and what was left out of that, and what rests on whom."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from plantrack.differences.changes import QUIET
from plantrack.differences.other_languages import FIGURES
from plantrack.differences.result import Decided, Diff, Point, Side
from plantrack.model.readings import OutsideLine, Reading
from plantrack.plain import one_line
from plantrack.reporting.layout import count_of
from plantrack.reporting.two_texts import TwoTexts, paper_names
from plantrack.reporting.two_texts_map import explain_command

_PLAIN_FORM = re.compile(r"(?:[\d,]+ )?numbered points?")
_SHOWN = 3
"""So many reasons for what was left out are told; all stand in the JSON."""
_MARKS = ("[-", "-]", "{+", "+}")


def paper_rows(diff: Diff) -> list[tuple[str, str, str]]:
    """A row a paper: its reference, its title, how many points and lines outside of them it has."""
    sides = ((diff.old, diff.points_old, diff.outside_old), (diff.new, diff.points_new, diff.outside_new))
    return [
        (one_line(side.ref), one_line(side.title) if side.title not in side.ref else "", _size(side, points, outside))
        for side, points, outside in sides
    ]


def _size(side: Side, points: Sequence[Point], outside: Sequence[OutsideLine]) -> str:
    number = side.points if side.points is not None else sum(point.parent is None for point in points)
    lines = sum(line.place != "title" for line in outside)
    return count_of(number, "point") + (f", {count_of(lines, 'line')} outside" if lines else "")


def said_above(shown: TwoTexts) -> list[str]:
    """The sentences under the rows of the papers."""
    diff, names = shown.diff, shown.names
    readings = ((names.old, diff.reading_old), (names.new, diff.reading_new))
    said = [descent_sentence(diff)]
    said += [sentence for name, reading in readings if reading for sentence in _reading_sentences(name, reading)]
    said += _decided_sentences(diff)
    said += [one_line(note) for note in diff.notes]
    if shown.left_out:
        said.append(f"Left out by selection: {count_of(shown.left_out, 'change')}.")
    return said


def descent_sentence(diff: Diff) -> str:
    """Which paper is the later state, on what ground, and whether both are whole."""
    old, new, _ = paper_names(diff)
    sides = ((old, diff.old.text_basis), (new, diff.new.text_basis))
    excerpts = [name for name, basis in sides if basis != "full_text"]
    if diff.relation == "comparison":
        told = "Neither paper is taken for a later state of the other"
    elif diff.relation == "reverse":
        told = f"{old} derives from {new}"
    elif diff.assumed:
        told = f"{new} is taken for the later state (else --as comparison)"
    else:
        told = f"{new} derives from {old}"
    if not excerpts:
        return f"{told}; both for whole texts." if diff.assumed else f"{told}."
    silent = f"{' and '.join(excerpts)} {'is an excerpt' if len(excerpts) == 1 else 'are excerpts'}"
    return f"{told}; {silent}: what does not stand there is not known to be left out."


def _reading_sentences(name: str, reading: Reading) -> Iterator[str]:
    """How a text was read, where that is not as numbered points with nothing left out."""
    if not _PLAIN_FORM.fullmatch(reading.form):
        yield f"{name} was read as {one_line(reading.form)}."
    if reading.furniture:
        reasons = Counter(one_line(part.why) for part in reading.furniture).most_common()
        shown = [f"{count_of(count, 'line')} ({why})" for why, count in reasons[:_SHOWN]]
        more = sum(count for _, count in reasons[_SHOWN:])
        shown += [f"{count_of(more, 'line')} for other reasons"] if more else []
        yield f"Left out of comparing in {name}: {', '.join(shown)}."


def _decided_sentences(diff: Diff) -> Iterator[str]:
    """What of the answer a person decided."""
    decided = diff.decided
    if decided is None:
        joined = [f"{_listed(match.old_ids, diff.points_old)}={_listed(match.new_ids, diff.points_new)}"
                  for match in diff.matches if match.by == "declared"]  # fmt: skip
        if joined:
            yield f"Joined by --match: {', '.join(joined)}."
        return
    told = [*_decisions(decided), *_reading_decided(decided, diff)]
    if told:
        yield f"By {one_line(decided.file) or 'what was said now'}: {'; '.join(told)}."
    if decided.lapsed:
        yield f"Words changed since {_pairs(decided.lapsed)} was read and found the same: compared again."


def _decisions(decided: Decided) -> Iterator[str]:
    if decided.matched:
        yield f"{_pairs(decided.matched)} joined"
    if decided.unmatched:
        yield f"{_pairs(decided.unmatched)} kept apart"
    if decided.read_same:
        yield f"{_pairs(decided.read_same)} read and found the same"


def _reading_decided(decided: Decided, diff: Diff) -> Iterator[str]:
    old, new, _ = paper_names(diff)
    read = [name for side, name in (("old", old), ("new", new)) if side in decided.reading]
    if read:
        yield f"how {' and '.join(read)} {'is' if len(read) == 1 else 'are'} read"
    if decided.relation is not None:
        yield f"taken for {'a revision' if decided.relation == 'revision' else 'rival papers'}"


def _pairs(pairs: Sequence[tuple[str, str]]) -> str:
    return ", ".join(one_line(f"{old}={new}") for old, new in pairs)


def _listed(ids: Sequence[str], points: Sequence[Point]) -> str:
    numbers = {point.id: point.number for point in points}
    return ", ".join(one_line(numbers.get(one) or one) for one in ids)


def verdict(shown: TwoTexts) -> str:
    """The sentence in place of the map where nothing of substance differs; empty where something does."""
    diff = shown.diff
    if any(change.kind not in QUIET for change in diff.changes):
        return ""
    if shown.left_out:
        return "No such change."
    moved = sum(change.kind == "provision-renumbered" for change in diff.changes)
    elsewhere = f"; {count_of(moved, 'point')} {'stands' if moved == 1 else 'stand'} elsewhere" if moved else ""
    if not diff.silenced and not diff.unreported and _same_words(diff):
        return f"The two texts say the same in the same words{elsewhere}."
    if diff.mode == FIGURES:
        return f"No figure or date was found to differ; words were not compared{elsewhere}."
    known = " in what both texts say" if diff.unreported else ""
    found = f"No change of substance found{known}"
    if not diff.silenced:
        return f"{found}{elsewhere}."
    count = count_of(len(diff.silenced), "difference")
    shows = "of which a named rule shows" if len(diff.silenced) == 1 else "of each of which a named rule shows"
    return f"{found}: {count} of words, {shows} that both say the same{elsewhere}. See {explain_command(diff)}"


def _same_words(diff: Diff) -> bool:
    """Whether both texts have the same words in their points, and the same lines outside of them."""
    sides = (
        Counter(" ".join(text.split()) for text in (*(point.text or "" for point in points), *lines))
        for points, lines in (
            (diff.points_old, [line.text for line in diff.outside_old if line.place != "title"]),
            (diff.points_new, [line.text for line in diff.outside_new if line.place != "title"]),
        )
    )
    return next(sides) == next(sides)


def forged_marks(shown: TwoTexts) -> bool:
    """Whether the papers themselves hold the signs with which differing words are marked in plain text."""
    words = (one for block in shown.blocks for side in (block.old, block.new) for one in side)
    return any(mark in run.text for one in words for run in one.runs for mark in _MARKS)
