"""The ledger of two papers as text: every difference with its words, what became of it, and by which rule."""

import textwrap
from collections.abc import Iterable, Iterator, Mapping

from plantrack.differences.explanation import (
    OUTCOMES,
    SILENCED,
    UNEXPLAINED,
    Difference,
    ExplainedPoint,
    Explanation,
)
from plantrack.differences.result import Point, WordSpan
from plantrack.model import Actor
from plantrack.plain import one_line
from plantrack.reporting.layout import WIDTH, columns, count_of, hanging, paragraph
from plantrack.reporting.two_texts import paper_names, point_name
from plantrack.reporting.two_texts_header import paper_rows
from plantrack.reporting.two_texts_labels import Names, change_label

_NUMBERS = 5
_WORDS = 7
_OUTCOME = 18
"""The column in which the words of a difference stand."""
_CALLED = {"named": "named", SILENCED: "silenced", UNEXPLAINED: "read both"}
_RULES = 24
"""The column in which meanings of rules stand."""


def explanation_as_text(explanation: Explanation, actors: Mapping[str, Actor] | None = None) -> str:
    """Every difference of two papers, the points in OLD's order.

    Args:
        explanation: What is to be told.
        actors: The registry, for changes of curated terms.
    """
    names = paper_names(explanation.diff)
    lines = _header(explanation)
    for point in explanation.points:
        lines += _point_lines(point, names, actors or {})
    counts = explanation.counts
    if not explanation.points:
        lines += ["", "No difference."]
        return "\n".join(lines) + "\n"
    told = ", ".join(f"{counts[outcome]:,} {_CALLED[outcome]}" for outcome in OUTCOMES)
    lines += ["", f"{count_of(sum(counts.values()), 'difference')}: {told}."]
    if explanation.rules:
        lines += ["", "RULES", *(line for rule in explanation.rules.items() for line in _rule_lines(*rule))]
    return "\n".join(lines) + "\n"


def rules_as_text() -> str:
    """Every rule with what it means: those that silence a difference, then those that name one."""
    from plantrack.differences.rules import NAMES, RULES, SILENCES

    lines: list[str] = []
    for does, title in ((SILENCES, "SILENCES A DIFFERENCE: both say the same"), (NAMES, "NAMES A DIFFERENCE")):
        rules = (rule for rule in RULES.values() if rule.does == does)
        lines += [title, *(line for rule in rules for line in _rule_lines(rule.name, rule.meaning)), ""]
    return "\n".join(lines[:-1]) + "\n"


def _header(explanation: Explanation) -> list[str]:
    rows = [(ref, title) for ref, title, _ in paper_rows(explanation.diff)]
    lines = columns(rows)
    if not all(len(line) <= WIDTH for line in lines):
        lines = [line for row in rows for line in _wrapped_row(*row)]
    return [*lines, *(line for note in explanation.diff.notes for line in paragraph(one_line(note)))]


def _wrapped_row(ref: str, title: str) -> list[str]:
    return [ref, *paragraph(title, indent=4)]


def _rule_lines(name: str, meaning: str) -> list[str]:
    return hanging(f"  {one_line(name)}", one_line(meaning), column=_RULES)


def _point_lines(point: ExplainedPoint, names: Names, actors: Mapping[str, Actor]) -> Iterator[str]:
    if point.place is not None:
        yield from ("", f"OUTSIDE THE POINTS{f': {one_line(point.place)}' if point.place else ''}")
    else:
        yield from ("", f" {_numbers(point.old, point.new)}")
        for sign, side in (("-", point.old), ("+", point.new)):
            for one in side:
                yield from _wording(sign, one, several=len(side) > 1)
    for found in point.differences:
        yield from hanging(_CALLED[found.outcome], _told(found, names, actors), column=_OUTCOME, indent=_WORDS)


def _numbers(old: Iterable[Point], new: Iterable[Point]) -> str:
    before, after = (", ".join(point_name(point) for point in side) for side in (old, new))
    if before == after or not after:
        return before
    return f"{before}\u2192{after}"


def _wording(sign: str, point: Point, *, several: bool) -> list[str]:
    number = f"{point_name(point)}. " if several else ""
    title = f"{point.title}: " if point.title else ""
    return textwrap.wrap(
        number + one_line(f"{title}{point.text or ''}"), WIDTH, initial_indent=f"{'':<{_NUMBERS}}{sign} ",
        subsequent_indent=" " * _WORDS, break_on_hyphens=False,
    )  # fmt: skip


def _told(found: Difference, names: Names, actors: Mapping[str, Actor]) -> str:
    """The words of a difference and the rule; of one that was named, what it was named, too."""
    old, new = _joined(found.words.old), _joined(found.words.new)
    where = " in the heading" if found.place == "heading" else ""
    if found.outcome == SILENCED:
        words = f"{old} = {new}" if old and new else old or new or "punctuation or spaces"
        return f"{words}{where} ({one_line(found.rule or '')})"
    words = f"{old} \u2192 {new}" if old and new else f"\u2212 {old}" if old else f"+ {new}" if new else ""
    if found.outcome == UNEXPLAINED or found.change is None:
        return f"{words}{where}"
    label = change_label(found.change, names, actors)
    by = ", ".join(filter(None, [one_line(found.kind or ""), one_line(found.rule or "")]))
    return f"{label} ({by})" + (f": {words}{where}" if words else "")


def _joined(spans: Iterable[WordSpan]) -> str:
    words = " \u2026 ".join(one_line(span.words) for span in spans)
    return f"\u201c{words}\u201d" if words else ""
