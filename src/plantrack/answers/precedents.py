"""The answer to `precedents`: clauses like one that was asked about, with the words that differ."""

from plantrack.answers.forms import Form, Key
from plantrack.answers.marking import marked_words
from plantrack.answers.tree import NEW, OLD, SAME, Answer, Pair, Paragraph, Span, Wording, plain
from plantrack.answers.tree import Block as Shown
from plantrack.catalogue import language, say
from plantrack.plain import one_line
from plantrack.surveying.precedents import Precedent, Precedents

_SURELY, _LIKELY = 0.4, 0.2
"""From which likeness a clause is called much like, and like, the one asked about."""


def answer_precedents(found: Precedents) -> Answer:
    """Clauses like the one that was asked about, the likest first."""
    blocks: list[Shown] = [
        Paragraph(words=plain(say("precedents.asked", text=one_line(found.asked)))),
        Paragraph(words=plain(say("precedents.looked", files=found.files, count=found.clauses))),
    ]
    if found.unread:
        blocks.append(Paragraph(words=plain(say("precedents.unread", count=len(found.unread)))))
    if not found.found:
        blocks.append(Paragraph(words=plain(say("precedents.none")), role="verdict"))
    blocks += [_pair(one, found.asked, index) for index, one in enumerate(found.found, 1)]
    return Answer(title=say("precedents.title"), blocks=tuple(blocks), language=language())


def _pair(one: Precedent, asked: str, index: int) -> Pair:
    clause = one.clause
    old, new = marked_words(one_line(asked), one_line(clause.text))
    how = "much" if one.likeness >= _SURELY else "some" if one.likeness >= _LIKELY else "little"
    how = how if any(run.changed for run in (*old, *new)) else "same"
    return Pair(
        anchor=f"precedent-{index}",
        numbers=one_line(f"{clause.file} {clause.number}" if clause.number else clause.file),
        title=one_line(clause.title),
        wordings=tuple(
            Wording(
                side=side, called=say(f"precedents.{side}"),
                words=tuple(Span(text=run.text, mark=side if run.changed else SAME) for run in runs),
            )
            for side, runs in ((OLD, old), (NEW, new))
        ),
        labels=(plain(say(f"precedents.{how}", likeness=f"{one.likeness:.2f}")),),
        whole=True,
    )  # fmt: skip


PRECEDENTS = Form(
    "precedents", Precedents, "asked files points=clauses found",
    Key("unread", tuple[str, ...], lambda one: list(map(str, one.unread)), "Papers that could not be read, and why."),
    holds=[Form(
        "precedent", Precedent,
        "file=clause.file number=clause.number title?=clause.title text=clause.text likeness",
    )],
)  # fmt: skip
"""What `precedents` gives as JSON."""
