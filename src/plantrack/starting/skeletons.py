"""The first text of each kind of file: what it must hold, and a line of comment for each field that it may hold."""

from collections.abc import Iterable
from textwrap import fill

from plantrack.reading.documents import SCHEMA
from plantrack.vocabulary import (
    ACTOR_KINDS,
    DIRECTNESS,
    FIDELITIES,
    MODALITIES,
    OPERATORS,
    PUBLICATIONS,
    REACHES,
    RELATIONS,
    ROLES,
    STANDINGS,
    TEXT_BASES,
)
from plantrack.writing.documents import as_yaml_inline

_WIDTH = 110


def actors_text() -> str:
    """`plans/actors.yaml`, of nobody yet."""
    kinds = _choice("Who can be named. kind is one of", ACTOR_KINDS)
    return f"""\
schema: {SCHEMA}

{kinds}
# name is the one form that is printed, aliases are what texts say, of is the side of a person or group.
# Put actors in the place of the brackets, one a line, two spaces in:
#   arland: {{name: Arland, adjective: Arlandic, aliases: [Republic of Arland], kind: state}}
#   arlandic-officials: {{name: Arlandic officials, kind: group, of: arland}}
#   herald: {{name: The Herald, kind: outlet}}
actors: {{}}
"""


def plan_text(title: str) -> str:
    """`plan.yaml`."""
    return f"""\
schema: {SCHEMA}

# As it is printed.
title: {as_yaml_inline(title)}

# Other names, for the command line.
# aliases: [Lake points]

# Who put it forward: ids of plans/actors.yaml.
# proposers: [arland]

# The negotiation it belongs to; versions of one process are of one family.
# process: lake-talks

# What it is, in your own words.
# summary: A plan for the lake.
"""


def version_text(plan: str, version: str, *, date: str, title: str, earlier: str | None) -> str:
    """A version file; `earlier` is the version before it, if there is one."""
    return f"""\
schema: {SCHEMA}
plan: {plan}
version: {version}

# When it was made, in EDTF: a day, a month (2031-05), an interval (2031-05-01/2031-05-04), unsure (2031-05-01?).
date: {date}

# As it is printed.
title: {as_yaml_inline(title)}

{_choice("How far it got:", STANDINGS)}
standing: draft

{_choice("How it became known:", PUBLICATIONS)}
publication: reported

{_choice("What was seen of the text:", TEXT_BASES)}
# Silence means removal only under full_text.
text_basis: reported_only

# Of the text.
language: en

# How many points it is said to have.
# claimed_points: 12

{_choice("Who had what part in it. role is one of", ROLES)}
# parties: [{{actor: arland, role: proposer}}]

{_choice("What it comes from. relation is one of", RELATIONS)}
# derived_from: [{{version: {earlier or f"{plan}@first"}, relation: revises}}]

# Its points, by an id that says the matter; the same matter keeps its id in every version and plan.
{_choice("modality:", MODALITIES)}
{_choice("operator:", OPERATORS)}
# topics: those that `plantrack schema version` lists. evidence: SOURCE#PASSAGE.
# Put points in the place of the brackets, like this:
#   forces-cap:
#     number: "1"
#     label: Arland's forces
#     topics: [armed_forces_limits]
#     summary: Arland's forces are limited to 4,000 people.
#     terms:
#       cap:
#         bearer: [arland]
#         modality: obligation
#         action: limit forces
#         quantity: {{measure: personnel, operator: lteq, value: 4000, unit: person}}
#     evidence: [herald-2031-05-04#forces-cap]
provisions: {{}}
"""


def source_text(*, title: str, issued: str | None) -> str:
    """The record of a source whose text is not at hand; `source add` writes that of a text."""
    day = f"issued: {issued}" if issued else "# issued: 2031-05-04"
    return f"""\
schema: {SCHEMA}

# An item type of CSL: article-newspaper, webpage, speech, report, treaty, ...
type: article-newspaper

# As printed; in square brackets where it describes a page whose title is not recorded.
title: {as_yaml_inline(title)}

# When it was published, in EDTF.
{day}

# Who published it: the name, and outlet: with an id of plans/actors.yaml.
# container-title: The Herald
# outlet: outlet:herald

# The page, and an archived copy of it.
# URL: https://example.org/page
# archive: https://web.archive.org/web/2031/https://example.org/page
# why_no_url: Only in print.

# When you looked at it, and how much of it you saw.
# seen: 2031-05-06
# extent: Its first half.

# Of the text.
language: en

# What statements rest on, by id. With the text at hand, `plantrack cite` cuts passages out of it and adds them.
# chain leads from the publisher to the origin of this statement.
{_choice("directness:", DIRECTNESS)}
{_choice("reach:", REACHES)}
{_choice("fidelity:", FIDELITIES)}
# Put passages in the place of the brackets, like this:
#   forces-cap:
#     says: Officials say that the cap stays at 4,000.
#     chain: [outlet:herald, group:arlandic-officials]
#     directness: anonymous_official
#     reach: named
passages: {{}}
"""


def _choice(what: str, words: Iterable[str]) -> str:
    """Lines of comment that name every word of a closed list."""
    return fill(f"{what} {', '.join(words)}.", _WIDTH, initial_indent="# ", subsequent_indent="#   ")
