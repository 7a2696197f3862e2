"""What stands above two texts: the papers, how each was read and what was left out of that, and what rests on whom."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from plantrack.answers.header import reading_words
from plantrack.answers.tree import CODE, Span, Words, plain
from plantrack.answers.two_texts import TwoTexts, paper_names
from plantrack.answers.two_texts_map import explain_command
from plantrack.catalogue import named, say
from plantrack.differences.changes import QUIET
from plantrack.differences.result import FIGURES, Decided, Diff, Point, Side
from plantrack.model.readings import EMPTY_CELL, FURNITURE_REASONS, OutsideLine, Reading
from plantrack.plain import one_line

_PLAIN_FORM = re.compile(r"(?:[\d,]+ )?numbered points?")
_SHOWN = 3
"""So many reasons for what was left out are told; all stand in the JSON."""
_MARKS = ("[-", "-]", "{+", "+}")


def paper_rows(diff: Diff) -> list[tuple[str, str, str]]:
    """A row a paper: its reference, its title, how many points it has and what stands outside of them."""
    sides = (
        (diff.old, _size(diff.old, diff.points_old, diff.outside_old, diff.reading_old)),
        (diff.new, _size(diff.new, diff.points_new, diff.outside_new, diff.reading_new)),
    )
    return [(one_line(side.ref), one_line(side.title) if side.title not in side.ref else "", size)
            for side, size in sides]  # fmt: skip


def _size(side: Side, points: Sequence[Point], outside: Sequence[OutsideLine], reading: Reading | None) -> str:
    """The words of a text that was read for this answer, all of them; of a version of the corpus its points."""
    number = side.points or sum(point.parent is None for point in points)  # the points of some texts have no numbers
    told = say("count.points", count=number)
    if reading is not None and reading.words:
        return f"{told}, {reading_words(reading)}"
    lines = sum(line.place != "title" for line in outside)
    return f"{told}, {say('count.lines-outside', count=lines)}" if lines else told


def said_above(shown: TwoTexts) -> list[str]:
    """The sentences under the rows of the papers."""
    diff, names = shown.diff, shown.names
    readings = ((names.old, diff.reading_old), (names.new, diff.reading_new))
    said = [descent_sentence(diff)]
    said += [sentence for name, reading in readings if reading for sentence in _reading_sentences(name, reading)]
    said += _decided_sentences(diff)
    said += [one_line(note) for note in diff.notes]
    if shown.left_out:
        said.append(say("diff.left-out-by-selection", count=shown.left_out))
    return said


def descent_sentence(diff: Diff) -> str:
    """Which paper is the later state, on what ground, and whether both are whole."""
    old, new, _ = paper_names(diff)
    sides = ((old, diff.old.text_basis), (new, diff.new.text_basis))
    excerpts = [name for name, basis in sides if basis != "full_text"]
    if diff.relation == "comparison":
        told = say("diff.rivals")
    elif diff.relation == "reverse":
        told = say(f"diff.{diff.descent}", later=old, earlier=new)
    elif diff.assumed:
        told = say("diff.taken-for-later", new=new)
    else:
        told = say(f"diff.{diff.descent}", later=new, earlier=old)
    if not excerpts:
        return say("diff.both-whole", told=told) if diff.assumed else f"{told}."
    return say("diff.excerpts", told=told, papers=say("and", a=old, b=new) if len(excerpts) > 1 else excerpts[0],
               count=len(excerpts))  # fmt: skip


def _reading_sentences(name: str, reading: Reading) -> Iterator[str]:
    """How a text was read, where that is not as numbered points with nothing left out."""
    if not _PLAIN_FORM.fullmatch(reading.form):
        yield say("reading.as", paper=name, form=one_line(reading.form))
    if reading.furniture:
        reasons = Counter(part.why for part in reading.furniture).most_common()
        first = {part.why: part.line for part in reversed(reading.furniture)}
        shown = [
            f"{say('count.lines', count=count)} ({_with_line(why, count, first[why])})"
            for why, count in reasons[:_SHOWN]
        ]
        more = sum(count for _, count in reasons[_SHOWN:])
        shown += [say("reading.other-reasons", count=more)] if more else []
        yield say("reading.left-out", paper=name, lines=", ".join(shown))


def _with_line(english: str, count: int, line: int | None) -> str:
    """A reason with the line in which it is first met."""
    why = left_out_because(english)
    return why if line is None else say("reading.at-line" if count == 1 else "reading.from-line", why=why, line=line)


def left_out_because(english: str) -> str:
    """Why something is left out of comparing, in the language of the answer."""
    return (
        named("furniture", FURNITURE_REASONS[english], english) if english in FURNITURE_REASONS else one_line(english)
    )


def _decided_sentences(diff: Diff) -> Iterator[str]:
    """What of the answer a person decided."""
    decided = diff.decided
    if decided is None:
        joined = [f"{_listed(match.old_ids, diff.points_old)}={_listed(match.new_ids, diff.points_new)}"
                  for match in diff.matches if match.by == "declared"]  # fmt: skip
        if joined:
            yield say("decided.joined-by-match", pairs=", ".join(joined))
        return
    told = [*_decisions(decided), *_reading_decided(decided, diff)]
    if told:
        yield say("decided.by", file=one_line(decided.file) or say("decided.now"), told="; ".join(told))
    if decided.lapsed:
        yield say("decided.lapsed", pairs=_pairs(decided.lapsed))


def _decisions(decided: Decided) -> Iterator[str]:
    for message, pairs in (
        ("joined", decided.matched), ("kept-apart", decided.unmatched), ("read-same", decided.read_same),
    ):  # fmt: skip
        if pairs:
            yield say(f"decided.{message}", pairs=_pairs(pairs))


def _reading_decided(decided: Decided, diff: Diff) -> Iterator[str]:
    old, new, _ = paper_names(diff)
    read = [name for side, name in (("old", old), ("new", new)) if side in decided.reading]
    if read:
        yield say("decided.reading", papers=say("and", a=old, b=new) if len(read) > 1 else read[0], count=len(read))
    if decided.relation is not None:
        yield say(f"decided.{decided.relation}")


def _pairs(pairs: Sequence[tuple[str, str]]) -> str:
    return ", ".join(one_line(f"{old}={new}") for old, new in pairs)


def _listed(ids: Sequence[str], points: Sequence[Point]) -> str:
    numbers = {point.id: point.number for point in points}
    return ", ".join(one_line(numbers.get(one) or one) for one in ids)


def verdict(shown: TwoTexts) -> Words:
    """The sentence in place of the map where nothing of substance differs; empty where something does."""
    diff = shown.diff
    if any(change.kind not in QUIET for change in diff.changes):
        return ()
    if shown.left_out:
        return plain(say("verdict.no-such-change"))
    moved = sum(change.kind == "provision-renumbered" for change in diff.changes)
    elsewhere = say("verdict.elsewhere", count=moved) if moved else ""
    elsewhere += say("verdict.titles") if _titles_differ(diff) else ""
    if not diff.silenced and not diff.unreported and _same_words(diff):
        return plain(say("verdict.same-words", elsewhere=elsewhere))
    if diff.mode == FIGURES:
        return plain(say("verdict.no-figure", elsewhere=elsewhere))
    found = say("verdict.none-in-both" if diff.unreported else "verdict.none")
    if not diff.silenced:
        return plain(f"{found}{elsewhere}.")
    told = say("verdict.silenced", count=len(diff.silenced), elsewhere=elsewhere)
    return (*plain(f"{found}: {told} "), Span(text=explain_command(diff), mark=CODE))


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


def _titles_differ(diff: Diff) -> bool:
    """Whether both papers have a title, and not the same: it is the header of the answer and no change."""
    old, new = ([one.text for one in lines if one.place == "title"] for lines in (diff.outside_old, diff.outside_new))
    return bool(old and new) and [line.split() for line in old] != [line.split() for line in new]


def forged_marks(shown: TwoTexts) -> bool:
    """Whether the papers themselves hold the signs with which differing words are marked in plain text."""
    return _shows(shown, _MARKS)


def empty_cells(shown: TwoTexts) -> bool:
    """Whether the sign of a cell without words is shown."""
    return _shows(shown, (EMPTY_CELL,))


def _shows(shown: TwoTexts, signs: Sequence[str]) -> bool:
    words = (one for block in shown.blocks for side in (block.old, block.new) for one in side)
    return any(sign in run.text for one in words for run in one.runs for sign in signs)
