"""The answer to `explain`: every difference of two papers with its words, what became of it, and by which rule."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from plantrack.answers.change_words import paper_fact_name
from plantrack.answers.diff_form import WORDS
from plantrack.answers.forms import Form
from plantrack.answers.tree import Answer, Heading, Pair, Paragraph, Row, Rows, Span, Table, Wording, Words, plain
from plantrack.answers.tree import Block as Shown
from plantrack.answers.two_texts import paper_names, point_name, title_of
from plantrack.answers.two_texts_header import paper_rows
from plantrack.answers.two_texts_labels import Names, change_label
from plantrack.catalogue import language, say
from plantrack.differences.explanation import (
    OUTCOMES,
    SILENCED,
    UNEXPLAINED,
    Difference,
    ExplainedPoint,
    Explanation,
)
from plantrack.differences.result import Point, Side, WordSpan
from plantrack.differences.rules import RULES, Rule
from plantrack.model import Actor
from plantrack.plain import one_line


def answer_explanation(explanation: Explanation, actors: Mapping[str, Actor] | None = None) -> Answer:
    """Every difference of two papers, the points in OLD's order.

    Args:
        explanation: What is to be told.
        actors: The registry, for changes of curated terms.
    """
    names = paper_names(explanation.diff)
    blocks = [*_head(explanation)]
    blocks += [_pair(point, index, names, actors or {}) for index, point in enumerate(explanation.points, 1)]
    blocks += _foot(explanation)
    return Answer(title=title_of(names, "explain.title"), blocks=tuple(blocks), language=language())


def answer_rules() -> Answer:
    """Every rule with what it means: those that silence a difference, then those that name one."""
    from plantrack.differences.rules import NAMES, RULES, SILENCES

    blocks: list[Shown] = []
    for does in (SILENCES, NAMES):
        rules = ((rule.name, rule.meaning) for rule in RULES.values() if rule.does == does)
        blocks += [Heading(words=plain(say(f"explain.rules-{does}"))), _rules(rules)]
    return Answer(title=say("explain.all-rules"), blocks=tuple(blocks), language=language())


def _head(explanation: Explanation) -> Iterator[Shown]:
    rows = tuple(tuple(plain(cell) for cell in row) for row in paper_rows(explanation.diff))
    yield Table(heads=(say("diff.paper"), say("diff.paper-title"), say("diff.holds")), rows=rows, bare=True)
    yield from (Paragraph(words=plain(one_line(note))) for note in explanation.diff.notes)


def _foot(explanation: Explanation) -> Iterator[Shown]:
    counts = explanation.counts
    if not explanation.points:
        yield Paragraph(words=plain(say("explain.none")), role="verdict")
        return
    told = ", ".join(f"{counts[outcome]:,} {say(f'explain.{outcome}')}" for outcome in OUTCOMES)
    counted = say("count.differences", count=sum(counts.values()))
    yield Paragraph(words=plain(f"{counted}: {told}."), role="verdict")
    if explanation.rules:
        yield Heading(words=plain(say("explain.rules")))
        yield _rules(explanation.rules.items())


def _rules(rules: Iterable[tuple[str, str]]) -> Rows:
    rows = tuple(
        Row(name=one_line(name), items=(plain(one_line(meaning)),), anchor=_anchor(name)) for name, meaning in rules
    )
    return Rows(rows=rows, heads=(say("explain.rule"), say("explain.meaning")))


def _pair(point: ExplainedPoint, index: int, names: Names, actors: Mapping[str, Actor]) -> Pair:
    facts = [one.change for one in point.differences if one.change and one.change.kind == "paper-changed"]
    return Pair(
        anchor=f"ledger-{index}",
        numbers=_numbers(point.old, point.new) if point.place is None else "",
        standing=plain(say("diff.papers" if facts else "diff.outside")) if point.place is not None else (),
        title=paper_fact_name(facts[0]) if facts else one_line(point.place or ""),
        wordings=tuple(
            _wording(side, one, several=len(held) > 1)
            for side, held in (("old", point.old), ("new", point.new))
            for one in held
        ),
        notes=tuple((say(f"explain.{one.outcome}"), _told(one, names, actors)) for one in point.differences),
        whole=True,
    )


def _numbers(old: Iterable[Point], new: Iterable[Point]) -> str:
    before, after = (", ".join(point_name(point) for point in side) for side in (old, new))
    return before if before == after or not after else f"{before}\u2192{after}"


def _wording(side: str, point: Point, *, several: bool) -> Wording:
    title = f"{point.title}: " if point.title else ""
    return Wording(
        side=side, called=say(f"side.{side}"), number=point_name(point) if several else "",
        words=plain(one_line(f"{title}{point.text or ''}")),
    )  # fmt: skip


def _told(found: Difference, names: Names, actors: Mapping[str, Actor]) -> Words:
    """The words of a difference and the rule; of one that was named, what it was named, too."""
    old, new = _joined(found.words.old), _joined(found.words.new)
    where = say("explain.in-heading") if found.place == "heading" else ""
    if found.outcome == SILENCED:
        words = f"{old} = {new}" if old and new else old or new or say("explain.signs")
        rule = one_line(found.rule or "")
        return (*plain(f"{words}{where} ("), Span(text=rule, to=_anchor(rule)), *plain(")"))
    words = f"{old} \u2192 {new}" if old and new else f"\u2212 {old}" if old else f"+ {new}" if new else ""
    if found.outcome == UNEXPLAINED or found.change is None:
        return plain(f"{words}{where}")
    label = change_label(found.change, names, actors)
    by = ", ".join(filter(None, [one_line(found.kind or ""), one_line(found.rule or "")]))
    return plain(f"{label} ({by})" + (f": {words}{where}" if words else ""))


def _anchor(rule: str) -> str:
    """Where a rule stands below all differences."""
    return f"rule-{'-'.join(rule.split())}"


def _joined(spans: Iterable[WordSpan]) -> str:
    words = " \u2026 ".join(one_line(span.words) for span in spans)
    return f"\u201c{words}\u201d" if words else ""


EXPLANATION = Form(
    "explain", Explanation, "old=diff.old new=diff.new notes=diff.notes counts points rules",
    holds=[
        Form("side", Side, "ref title"),
        Form("point", ExplainedPoint, "old new place differences", holds=[
            Form("wording", Point, "id number title text"),
            Form(
                "difference", Difference,
                "outcome kind rule words old_ids new_ids place before=change.before after=change.after", holds=[WORDS],
            ),
        ]),
    ],
)  # fmt: skip
"""What `explain` gives as JSON."""


class _Rules(NamedTuple):
    """Rules of differences."""

    rules: tuple[Rule, ...]
    """In the order they are tried."""


RULES_FORM = Form("rules", _Rules, "rules", holds=[Form("rule", Rule, "name does meaning examples near_misses seen")])
"""What `explain --rules` gives as JSON."""


def rules_as_data() -> dict[str, Any]:
    """Every rule with all that is known of it."""
    return RULES_FORM.answer(_Rules(tuple(RULES.values())))
