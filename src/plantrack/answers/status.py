"""The answer to `status`: plans by how old their knowledge is, and what waits."""

from collections.abc import Iterator

from plantrack.answers.counting import number_ranges
from plantrack.answers.dates import human_date
from plantrack.answers.forms import Form
from plantrack.answers.names import provision_label
from plantrack.answers.tree import CODE, Answer, Block, Heading, Listing, Paragraph, Span, Table, Words, plain
from plantrack.catalogue import language, named, say
from plantrack.differences.waiting import WAITS, Known, Status, Waiting
from plantrack.plain import first_up, one_line


def answer_status(found: Status) -> Answer:
    """Plans by how old their knowledge is, then what waits, by kind."""
    return Answer(title=say("status.title"), blocks=tuple(_blocks(found)), language=language())


def _blocks(found: Status) -> Iterator[Block]:
    heads = tuple(say(f"status.{head}") for head in ("newest", "plan", "versions", "pages"))
    rows = ((human_date(one.newest), one.plan, str(len(one.versions)), str(one.pages)) for one in found.plans)
    yield Heading(words=plain(say("status.plans")))
    yield Table(heads=heads, rows=tuple(tuple(map(plain, row)) for row in rows))
    for kind, meaning in WAITS.items():
        waiting = [one for one in found.waiting if one.kind == kind]
        if waiting:
            told = named("waits", kind, meaning)
            yield Heading(words=plain(say(f"status.{kind}")))
            yield Paragraph(words=plain(f"{first_up(told)}."))
            yield Listing(items=tuple(map(_item, waiting)))
    if not found.waiting:
        yield Paragraph(words=plain(say("status.nothing")), role="verdict")


def _item(one: Waiting) -> Words:
    numbers = [point.number for point in one.points if point.number]
    if one.kind == "in_part" and len(numbers) == len(one.points) > 0:
        told = ", ".join(number_ranges(numbers).split())
    else:
        told = ", ".join(" ".join(filter(None, [point.number, provision_label(point)])) for point in one.points)
    told = told or one_line(one.reason)
    words = plain(": ".join(filter(None, [one.where, told])))
    return (*words, *plain("; "), Span(text=one.command, mark=CODE)) if one.command else words


STATUS = Form(
    "status", Status, "newest plans waiting",
    holds=[
        Form("plan", Known, "plan title newest pages versions"),
        Form("waiting", Waiting, "kind where points=points.id command? reason?"),
    ],
)  # fmt: skip
"""What `status` gives as JSON."""
