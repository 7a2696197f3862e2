"""Who says what of a point in ten lines: what a reader must know before believing it."""

import textwrap
from collections.abc import Iterator, Sequence

from plantrack.citing.grounds import Ground, Hinge, ProvisionGrounds, sources_read
from plantrack.corpus import Paper
from plantrack.plain import one_line
from plantrack.reporting.evidence_text import (
    elsewhere_words,
    ground_words,
    point_words,
    read_words,
    what_holds,
    what_read_means,
    witnesses_words,
)
from plantrack.reporting.layout import WIDTH, count_of
from plantrack.reporting.states import LOST
from plantrack.value import value

LINES = 10
"""Of one point at most, unless it has more states than fit in these; a state has one at least."""
_SUMMARY = 40
"""Characters of what is reported of a state, so that how well it is borne out stands on its first line."""
_HINGES = {"lineage": "hangs on {}", "named": "only {} names this point"}


def evidence_in_brief(paper: Paper, found: Sequence[ProvisionGrounds]) -> str:
    """The grounds of one point in ten lines, or those of several points, a block a point."""
    if len(found) == 1:
        return "\n".join(_one_point(paper, found[0])) + "\n"
    lines = [f"{paper.ref}  {one_line(paper.version.title)}"]
    for each in found:
        lines += ["", *_wrapped(point_words(each.provision))]
        lines += [line for entry in _entries(paper, each) for line in entry.lines()]
        lines += [f"  {line}" for line in _wrapped(what_holds(each.grounds))]
    lines += ["", *what_read_means(paper)]
    return "\n".join(lines) + "\n"


def _one_point(paper: Paper, found: ProvisionGrounds) -> list[str]:
    read = count_of(sources_read(paper.corpus), "article")
    head = _wrapped(f"{paper.ref}  {point_words(found.provision)}; {read} read", 1)
    entries = _entries(paper, found)
    ends = _closing(found)
    body = _fitted(entries, LINES - len(head) - len(ends))
    if len(body) < sum(len(entry.lines()) for entry in entries):
        ends = _closing(found, "...: --full")
        body = _fitted(entries, LINES - len(head) - len(ends))
    return [*head, *body, *ends]


def _closing(found: ProvisionGrounds, more: str = "") -> list[str]:
    return _wrapped(" ".join(filter(None, [what_holds(found.grounds), more])))


def _fitted(entries: "Sequence[_Entry]", room: int) -> list[str]:
    """The entries in so many lines, the longest cut first; each keeps a line."""
    lengths = [len(entry.lines()) for entry in entries]
    while sum(lengths) > room and max(lengths) > 1:
        lengths[lengths.index(max(lengths))] -= 1
    return [line for entry, most in zip(entries, lengths, strict=True) for line in entry.lines(most)]


@value
class _Entry:
    """A state of a point, or what merely speaks of the point."""

    head: str
    body: str = ""

    def lines(self, most: int | None = None) -> list[str]:
        """A line or two for the head, and the rest of so many at most for the body."""
        head = _wrapped(self.head)
        if most is not None and most <= len(head):
            return _wrapped(". ".join(filter(None, [self.head, self.body])), most)
        room = None if most is None else most - len(head)
        return [*head, *_wrapped(self.body, room, indent="  ")]


def _entries(paper: Paper, found: ProvisionGrounds) -> list[_Entry]:
    alone = len(found.grounds) == 1
    entries = [
        _Entry(head=ground_words(ground, alone=alone, most=_SUMMARY), body="; ".join(_body(paper, ground)))
        for ground in found.grounds
    ]
    if not entries:
        entries.append(_Entry(head="spoken of, and no state of it reported"))
    if found.mentioned_by:
        entries.append(_Entry(head=f"mentioned by {witnesses_words(paper, found.mentioned_by)}"))
    return entries


def _body(paper: Paper, ground: Ground) -> Iterator[str]:
    """Who says so, who says otherwise, and what it hangs on."""
    if ground.is_lost:
        yield LOST
    read, other = read_words(paper, ground), elsewhere_words(paper, ground)
    if read:
        yield f"read: {read}"
    elif ground.cited and sources_read(paper.corpus):
        yield "read: nobody"
    if other:
        yield f"elsewhere: {other}"
    if ground.disputed_by:
        yield f"disputed by {witnesses_words(paper, ground.disputed_by)}"
    for hinge in ground.hinges:
        yield _HINGES[hinge.takes].format(_place(ground, hinge))
    for what, sources in (("withdrawn", ground.withdrawn), ("corrected", ground.corrected)):
        if sources and not ground.is_lost:
            yield f"{what} since: {', '.join(sources)}"


def _place(ground: Ground, hinge: Hinge) -> str:
    """The source of a passage with its paragraph, where to look it up."""
    source, passage = next(one for one in ground.cited if f"{one[0].id}#{one[1].id}" == hinge.passage)
    return source.id + (f", \u00b6{passage.paragraph}" if passage.paragraph is not None else "")


def _wrapped(text: str, most: int | None = None, *, indent: str = "") -> list[str]:
    return textwrap.wrap(
        text, WIDTH, initial_indent=indent, subsequent_indent="  ", break_on_hyphens=False, max_lines=most,
        placeholder=" ...",
    )  # fmt: skip
