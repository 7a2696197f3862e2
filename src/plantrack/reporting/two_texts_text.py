"""Two texts as plain text of 80 columns: a map, then the words of both with the differing ones marked."""

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence

from plantrack.differences.result import Diff
from plantrack.model import Actor
from plantrack.plain import one_line
from plantrack.reporting.layout import WIDTH, columns, paragraph, shortened
from plantrack.reporting.marking import Run, cut_unmarked
from plantrack.reporting.two_texts import BOTH, GONE, NEW, Block, TwoTexts, Wording, arrange_two_texts
from plantrack.reporting.two_texts_header import forged_marks, paper_rows, said_above, verdict
from plantrack.reporting.two_texts_map import MapRow, map_of, unreported_names

MAP_LINES = 12
_NAMES = 17
"""The column of the map in which points stand."""
_NUMBERS = 5
"""The column of the marks beside the words of a point."""
_WORDS = 7
_MORE = ", and {} more"
_SIGNS = {"old": ("\x01\x02", "\x03\x04"), "new": ("\x05\x06", "\x07\x08")}
"""Stand-ins for the marks while lines are broken: no printable text holds them, and they are as wide."""
_PLAIN_MARKS = str.maketrans("\x01\x02\x03\x04\x05\x06\x07\x08", "[--]{++}")
_COLOURS = {"old": "\x1b[31m", "new": "\x1b[32m"}
_RESET = "\x1b[0m"


def two_texts_as_text(
    diff: Diff,
    actors: Mapping[str, Actor] | None = None,
    *,
    left_out: int = 0,
    brief: bool = False,
    colour: bool = False,
) -> str:
    """What differs between two texts.

    Args:
        diff: The comparison.
        actors: The registry, for changes of curated terms.
        left_out: How many changes a selection left out.
        brief: Only the map, and a line a point.
        colour: Whether marked words are coloured, too, as on a terminal.
    """
    shown = arrange_two_texts(diff, actors, left_out=left_out)
    lines = [*_header(shown), ""]
    sentence = verdict(shown)
    lines += _sentence(sentence) if sentence else _map_lines(map_of(shown))
    if brief:
        lines += ["", *_brief_lines(shown)] if shown.blocks else []
    else:
        lines += _body(shown, colour=colour)
    lines += _unreported(shown)
    return "\n".join(lines).rstrip() + "\n"


def _header(shown: TwoTexts) -> list[str]:
    """A line a paper where that fits; else its reference, and the rest below it."""
    rows = paper_rows(shown.diff)
    lines = columns(rows)
    if not all(len(line) <= WIDTH for line in lines):
        lines = [line for ref, *rest in rows for line in (ref, *paragraph("; ".join(filter(None, rest)), indent=4))]
    lines += [line for sentence in said_above(shown) for line in paragraph(sentence)]
    if forged_marks(shown):
        lines += paragraph(
            "Signs such as [- -] and {+ +} stand in the papers themselves; --format html marks otherwise."
        )
    return lines


def _sentence(sentence: str) -> list[str]:
    """A sentence; a command in it is never broken."""
    said, see, command = sentence.partition(" See plantrack ")
    return [*paragraph(said), *([f"See plantrack {command}"] if see else [])]


def _map_lines(rows: Sequence[MapRow]) -> list[str]:
    """The map in twelve lines at most: the longest rows are cut first, then small ones share a line."""
    most = [len(row.items) for row in rows]
    made = [_row_lines(row, count) for row, count in zip(rows, most, strict=True)]
    while sum(map(len, made)) > MAP_LINES:
        longest = max(range(len(rows)), key=lambda index: (len(made[index]), most[index]))
        if most[longest] <= 1 or len(made[longest]) == 1:
            break
        most[longest] = most[longest] * 3 // 4
        made[longest] = _row_lines(rows[longest], most[longest])
    lines = [line for row in made for line in row]
    return lines if len(lines) <= MAP_LINES else _joined_rows(rows)


def _row_lines(row: MapRow, most: int) -> list[str]:
    more = len(row.items) - most
    text = row.lead + ", ".join(row.items[:most]) + (_MORE.format(f"{more:,}") if more else "") + row.tail
    lines = textwrap.wrap(text, WIDTH - _NAMES, break_on_hyphens=False) or [""]
    if row.command:
        room = WIDTH - _NAMES - len(lines[-1]) - 1
        if len(row.command) <= room:
            lines[-1] += f" {row.command}"
        else:
            lines.append(row.command)
    return [f"{name:<{_NAMES}}{line}" for name, line in zip([row.name, *[""] * len(lines)], lines, strict=False)]


def _joined_rows(rows: Sequence[MapRow]) -> list[str]:
    """A line a row; those with the fewest points share the last but two lines, as far as it takes."""
    short = [_row_lines(row, max(1, min(len(row.items), 6)))[0] for row in rows]
    if len(short) <= MAP_LINES:
        return short
    by_size = sorted(range(len(rows)), key=lambda index: (bool(rows[index].command), len(rows[index].items)))
    joined = sorted(by_size[: len(rows) - MAP_LINES + 1])
    also = "; ".join(f"{rows[index].name.lower()} {len(rows[index].items)}" for index in joined)
    kept = [short[index] for index in range(len(rows)) if index not in joined]
    return [*kept, f"{'Also, points':<{_NAMES}}{shortened(also, WIDTH - _NAMES)}"]


def _body(shown: TwoTexts, *, colour: bool) -> list[str]:
    lines: list[str] = []
    if shown.papers:
        lines += ["", "THE PAPERS", *(line for block in shown.papers for line in _labelled(block.labels))]
    if shown.outside:
        lines += ["", "OUTSIDE THE POINTS"]
        lines += [line for block in shown.outside for line in _block_lines(block, shown, colour=colour)]
    if shown.points:
        lines += ["", *(line for block in shown.points for line in _block_lines(block, shown, colour=colour))]
    return lines


def _block_lines(block: Block, shown: TwoTexts, *, colour: bool) -> list[str]:
    """Number and heading, the words of both sides, the labels."""
    lines = [
        line
        for name, side in (("old", block.old), ("new", block.new))
        for line in _words_lines(side, name, colour=colour, whole=block.state != BOTH)
    ]
    lines += _labelled(block.labels)
    if not block.numbers:
        return lines
    number, heading = f" {block.numbers}", one_line(" ".join(filter(None, [_standing(block, shown), block.title])))
    if heading:
        return [*textwrap.wrap(heading, WIDTH, initial_indent=_padded(number), subsequent_indent=" " * _WORDS), *lines]
    if len(number) < _NUMBERS and lines:
        return [number + lines[0][len(number) :], *lines[1:]]
    return [number, *lines]


def _padded(number: str) -> str:
    return f"{number:<{_NUMBERS}}" if len(number) < _NUMBERS else f"{number}  "


def _standing(block: Block, shown: TwoTexts) -> str:
    """Whether only one paper has the point."""
    if block.state not in (GONE, NEW):
        return ""
    if shown.names.revision:
        return block.state.upper()
    return f"ONLY IN {shown.names.old if block.state == GONE else shown.names.new}"


def _words_lines(side: Iterable[Wording], name: str, *, colour: bool, whole: bool) -> Iterator[str]:
    """The words of one side, broken into lines; what only one paper has stands there whole."""
    sign = "-" if name == "old" else "+"
    for wording in side:
        number = f"{wording.number}. " if wording.number else ""
        runs = wording.runs if whole else cut_unmarked(wording.runs)
        text = number + "".join(_marked(run, *_SIGNS[name]) for run in runs)
        lines = textwrap.wrap(
            " ".join(text.split()), WIDTH, initial_indent=f"{'':<{_NUMBERS}}{sign} ",
            subsequent_indent=" " * _WORDS, break_on_hyphens=False,
        )  # fmt: skip
        yield from _coloured(lines, name) if colour else (line.translate(_PLAIN_MARKS) for line in lines)


def _marked(run: Run, opening: str, closing: str) -> str:
    return f"{opening}{run.text}{closing}" if run.changed else run.text


def _coloured(lines: Iterable[str], name: str) -> Iterator[str]:
    """Lines with marked words in colour; a mark that goes over a line end is coloured on both."""
    (opening, closing), colour = _SIGNS[name], _COLOURS[name]
    inside = False
    for line in lines:
        body = line.lstrip(" ")
        shown = (colour if inside else "") + body.replace(opening, colour + opening).replace(closing, closing + _RESET)
        if opening in body or closing in body:
            inside = body.rfind(opening) > body.rfind(closing)
        yield f"{line[: len(line) - len(body)]}{shown}{_RESET if inside else ''}".translate(_PLAIN_MARKS)


def _labelled(labels: Iterable[str]) -> list[str]:
    return [
        line
        for label in labels
        for line in textwrap.wrap(
            label, WIDTH, initial_indent=" " * _WORDS, subsequent_indent=" " * (_WORDS + 2), break_on_hyphens=False
        )
    ]


def _brief_lines(shown: TwoTexts) -> list[str]:
    """A line a changed point; a point whose sub-points differ has one line for all of them."""
    lines = [_cut(f"{'':<{_NUMBERS}}{label}") for block in shown.papers for label in block.brief]
    if shown.outside:
        several = "s" if len(shown.outside) > 1 else ""
        lines.append(f"{'':<{_NUMBERS}}{len(shown.outside)} line{several} outside the points")
    gathered: dict[str, list[Block]] = {}
    for block in shown.points:
        gathered.setdefault(block.numbers.partition(".")[0], []).append(block)
    for number, blocks in gathered.items():
        if len(blocks) == 1:
            lines.append(_cut(f"{_padded(f' {blocks[0].numbers}')}{_in_brief(blocks[0], shown)}"))
        else:
            told = "; ".join(
                _in_brief(block, shown) if block.numbers == number else f"{block.numbers}: {_in_brief(block, shown)}"
                for block in blocks
            )
            lines.append(_cut(f"{_padded(f' {number}')}{told}"))
    return lines


def _in_brief(block: Block, shown: TwoTexts) -> str:
    """What differs of a point, without its words; of a point that one paper has, how it begins."""
    if block.state in (GONE, NEW):
        words = " ".join(run.text for one in (*block.old, *block.new) for run in one.runs)
        return f"{_standing(block, shown).lower()}: {one_line(words)}"
    return "; ".join(block.brief)


def _cut(line: str) -> str:
    if len(line) <= WIDTH:
        return line
    return line[: WIDTH - 1].rsplit(" ", 1)[0] + "\u2026"


def _unreported(shown: TwoTexts) -> list[str]:
    """What an excerpt does not have, which says nothing of the paper."""
    lines: list[str] = []
    for side, name in (("new", shown.names.new), ("old", shown.names.old)):
        gaps = [gap for gap in shown.diff.unreported if gap.side == side]
        if gaps:
            told = ", ".join(unreported_names(gaps))
            lines += ["", f"NOT IN {name}, of which only a part was seen", *paragraph(told, indent=_NUMBERS)]
    return lines
