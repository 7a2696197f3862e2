"""The answer to `kinds`: every kind of change, with its mirror and meaning."""

from plantrack.answers.tree import Answer, Paragraph, Row, Rows, plain
from plantrack.catalogue import language, named, say
from plantrack.differences.changes import KINDS


def answer_kinds() -> Answer:
    """A row a kind."""
    rows = []
    for kind in KINDS.values():
        mirror = "(=)" if kind.mirror == kind.id else f"({kind.mirror})"
        clock = say("kinds.knowledge") if kind.clock == "knowledge" else ""
        rows.append(Row(name=kind.id, items=(plain(f"{named('kind', kind.id, kind.meaning)}{clock} {mirror}"),)))
    intro = Paragraph(words=plain(say("kinds.intro")), role="intro")
    block = Rows(rows=tuple(rows), heads=(say("kinds.kind"), say("kinds.means")))
    return Answer(title=say("kinds.title"), blocks=(intro, block), language=language())
