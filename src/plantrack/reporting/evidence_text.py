"""Who says what of a point, by how many independent lineages, and which single passage decides, in full."""

from collections.abc import Iterable, Sequence

from plantrack.citing.grounds import Cited, Ground, Hinge, ProvisionGrounds, sources_read, was_read
from plantrack.corpus import Paper
from plantrack.differences.states import letter_of
from plantrack.lineage import CREDIBILITIES, Origin
from plantrack.model import Provision
from plantrack.plain import one_line
from plantrack.reporting.dates import human_date
from plantrack.reporting.layout import count_of, hanging, paragraph, shortened
from plantrack.reporting.names import (
    GUESSED,
    REACHES,
    lineages_words,
    origin_name,
    provision_label,
    provision_name,
    with_reach,
    witness_name,
)
from plantrack.reporting.states import LOST, state_words

_COLUMN = 17
_TAKES = {
    "lineage": "without it nobody known says so",
    "named": "without it no report names this point",
}
_NOBODY = "nobody named"


def evidence_as_text(paper: Paper, found: Sequence[ProvisionGrounds]) -> str:
    """The grounds of some points of a paper, a block a point, a paragraph a state."""
    lines = [f"{paper.ref}  {one_line(paper.version.title)}"]
    for each in found:
        lines += ["", *_provision(paper, each)]
    lines += ["", *what_read_means(paper)]
    return "\n".join(lines) + "\n"


def what_read_means(paper: Paper) -> list[str]:
    """What `read` and `elsewhere` stand for."""
    articles = count_of(sources_read(paper.corpus), "article")
    return paragraph(f"read: the {articles} of which the whole text was read; elsewhere: other reports")


def _provision(paper: Paper, found: ProvisionGrounds) -> list[str]:
    provision = found.provision
    lines = [point_words(provision)]
    for ground in found.grounds:
        lines += _ground(paper, ground, alone=len(found.grounds) == 1)
    if not found.grounds:
        lines.append("  spoken of, and no state of it reported")
    if found.mentioned_by:
        lines += hanging("mentioned by", witnesses_words(paper, found.mentioned_by), column=_COLUMN, indent=2)
    return [*lines, *paragraph(what_holds(found.grounds), indent=2)]


def point_words(provision: Provision) -> str:
    """A point by its number, or else its id, and its label."""
    name, label = provision_name(provision), provision_label(provision)
    return f"{name}  {label}" if provision.number else f"{label}  ({provision.id})"


def ground_words(ground: Ground, *, alone: bool, most: int | None = None) -> str:
    """A state by its letter, with what is reported of it, in so many characters, and how well that is borne out."""
    witnesses = ground.witnesses
    letter = "" if alone else f"{letter_of(ground.state.claim or 0)} "
    summary = one_line(ground.summary) if most is None else shortened(one_line(ground.summary), most)
    head = letter + state_words(ground.state) + (f" ({summary})" if summary else "")
    if not ground.cited:
        return f"{head}: no passage bears it out"
    noun = "lineage" if witnesses.lineages[1] == 1 else "lineages"
    digit = f"{witnesses.credibility} ({CREDIBILITIES[witnesses.credibility]})"
    return f"{head}: {lineages_words(witnesses)} {noun}, credibility {digit}"


def _ground(paper: Paper, ground: Ground, *, alone: bool) -> list[str]:
    head = ground_words(ground, alone=alone)
    lines = paragraph(f"{head}, as {ground.witnesses.facts[0]}" if ground.cited else head)
    lines[1:] = [f"  {line}" for line in lines[1:]]
    read, other = read_words(paper, ground), elsewhere_words(paper, ground)
    if read:
        lines += hanging("read", read, column=_COLUMN, indent=2)
    if other:
        lead = "" if read else "nothing in what was read; "
        lines += hanging("elsewhere", lead + other, column=_COLUMN, indent=2)
    if ground.disputed_by:
        lines += hanging("disputed by", witnesses_words(paper, ground.disputed_by), column=_COLUMN, indent=2)
    for hinge in ground.hinges:
        lines += hanging("hangs on", _hinge_words(paper, ground, hinge), column=_COLUMN, indent=2)
    lines += _status_lines(ground)
    return lines


def read_words(paper: Paper, ground: Ground) -> str:
    """Who says so in the articles that were read; plainly, where it is one group of people without names."""
    read = [one for one in ground.cited if was_read(one[0])]
    if len(ground.origins_read) == 1 and ground.origins_read[0].kind == "group":
        articles = {source.id for source, _ in read}
        group = origin_name(paper.corpus.actors, ground.origins_read[0].id)
        printed = ", ".join(dict.fromkeys(_publisher(paper, cited) for cited in read))
        however = f", however many print it ({printed})" if len(articles) > 1 else f" ({printed})"
        return f"rests on one group of unnamed people, {group}{however}"
    return _said_by(paper, ground.origins_read, read)


def elsewhere_words(paper: Paper, ground: Ground) -> str:
    """Who else says so."""
    return _said_by(paper, ground.origins, [one for one in ground.cited if not was_read(one[0])])


def _said_by(paper: Paper, found: Sequence[Origin], cited: Iterable[Cited]) -> str:
    """The witnesses, each with what is known of its origin where that is not a name."""
    kinds = {ref: origin.kind for origin in found for ref in origin.passages}
    notes = {"named": "", "group": " (unnamed)", "unnamed": f" ({_NOBODY})"}
    shown = (
        witness_name(paper.corpus.actors, source, passage) + notes[kinds[f"{source.id}#{passage.id}"]]
        for source, passage in cited
    )
    return "; ".join(dict.fromkeys(shown))


def _publisher(paper: Paper, cited: Cited) -> str:
    """The outlet that printed a passage, with the mark of what the passage reaches."""
    source, passage = cited
    name = origin_name(paper.corpus.actors, source.outlet) if source.outlet else source.container_title or source.id
    guessed = GUESSED if source.origin == "inferred" else ""
    return with_reach(f"{one_line(name)}{guessed}", REACHES.get(passage.reach, ""))


def witnesses_words(paper: Paper, cited: Iterable[Cited]) -> str:
    """Witnesses by name, each once."""
    return "; ".join(dict.fromkeys(witness_name(paper.corpus.actors, source, passage) for source, passage in cited))


def _hinge_words(paper: Paper, ground: Ground, hinge: Hinge) -> str:
    source, passage = next(one for one in ground.cited if f"{one[0].id}#{one[1].id}" == hinge.passage)
    place = f", \u00b6{passage.paragraph}" if passage.paragraph is not None else ""
    who = "that one passage" if len(ground.cited) == 1 else witness_name(paper.corpus.actors, source, passage)
    return f"{who}, {human_date(passage.said or source.issued)}{place}: {_TAKES[hinge.takes]} [{hinge.passage}]"


def _status_lines(ground: Ground) -> list[str]:
    if ground.is_lost:
        return [f"  {LOST}"]
    lines = []
    for what, sources in (("withdrawn since", ground.withdrawn), ("corrected since", ground.corrected)):
        if sources:
            lines += hanging(what, ", ".join(sources), column=_COLUMN, indent=2)
    return lines


def what_holds(grounds: Sequence[Ground]) -> str:
    """Which states contradict each other, and which can all hold; nothing where there is but one."""
    if len(grounds) < 2:
        return ""
    letters = [letter_of(index) for index in range(len(grounds))]
    pairs = [(i, j) for i, ground in enumerate(grounds) for j in ground.at_odds if i < j]
    if not pairs:
        return f"{', '.join(letters[:-1])} and {letters[-1]} can all hold."
    return "Cannot both hold: " + "; ".join(f"{letters[i]} or {letters[j]}" for i, j in pairs) + "."
