"""What was understood of a point and from which words, as text."""

from collections.abc import Mapping

from plantrack.extraction import Extraction
from plantrack.model import Actor, Provision
from plantrack.plain import one_line
from plantrack.reporting.layout import columns, hanging, paragraph
from plantrack.reporting.names import provision_label, provision_name
from plantrack.reporting.showing import term_words


def explained_as_text(provision: Provision, extraction: Extraction, actors: Mapping[str, Actor]) -> str:
    """The text of a point, each term made of it, and the words each part came from."""
    lines = [f"{provision_name(provision)}  {provision_label(provision)}", ""]
    lines += [*paragraph(one_line(provision.text or ""), indent=2), ""]
    if extraction.matter != "settled":
        lines += [f"status: {extraction.matter}", ""]
    for key, term in extraction.terms.items():
        lines += hanging(key, term_words(term, actors), column=18)
    if not extraction.terms:
        lines.append("no norm was understood")
    rows = [[part.what, f'"{one_line(part.words)}"'] for part in extraction.trace]
    if rows:
        lines += ["", *columns([["understood", "from the words"], *rows])]
    return "\n".join(lines) + "\n"
