"""Writes the pages of the reference that are made from the code: `make docs`. A test fails when one is stale."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import click
import yaml
from python_pages import TYPES_PAGE, functions_page, types_page

from plantrack import vocabulary
from plantrack.chronology import ENTRY_KINDS
from plantrack.cli.main import main as command
from plantrack.differences.changes import CERTAINTIES, CLOCKS, EFFECTS, KINDS, Kind
from plantrack.differences.explanation import OUTCOMES
from plantrack.differences.matrix import DIFFERENCES, PRESENCES
from plantrack.differences.rules import NAMES, RULES, SILENCES, Rule
from plantrack.exporting import FORMATS
from plantrack.exporting.database import VIEWS
from plantrack.exporting.tables import LONG_COLUMNS, TOPIC_VALUES, WIDE_COLUMNS
from plantrack.matching.match import MATCHED_BY
from plantrack.rendering.chronology_csv import COLUMNS as DATED_COLUMNS
from plantrack.stances import MOVES, REASONS, TIMES, VERDICTS

REFERENCE = Path(__file__).parent / "reference"
EXAMPLES = yaml.safe_load((Path(__file__).parent / "kind_examples.yaml").read_text(encoding="utf-8"))
"""A before and an after for each kind or its mirror; tests/test_kind_examples.py compares them."""
NOTE = "<!-- Made by docs/generate.py; change the code, then run `make docs`. -->\n"
_LISTS = {
    "Modality": vocabulary.MODALITIES,
    "Operator of a quantity": vocabulary.OPERATORS,
    "Quantifier": vocabulary.QUANTIFIERS,
    "Duration": vocabulary.LASTINGS,
    "Unit of time": vocabulary.TIME_UNITS,
    "Manner": vocabulary.MANNERS,
    "Wording": vocabulary.WORDINGS,
    "Matter": vocabulary.MATTERS,
    "Outlook": vocabulary.OUTLOOKS,
    "Standing of a version": vocabulary.STANDINGS,
    "Publication": vocabulary.PUBLICATIONS,
    "What was seen of the text": vocabulary.TEXT_BASES,
    "Role of a party": vocabulary.ROLES,
    "Relation of two versions": vocabulary.RELATIONS,
    "Companion papers": vocabulary.BINDINGS,
    "Lineage": vocabulary.LINEAGE_OPS,
    "Link": vocabulary.LINK_KINDS,
    "Stance of evidence": vocabulary.STANCES,
    "Reason of evidence": vocabulary.REASONS,
    "Directness": vocabulary.DIRECTNESS,
    "Reach": vocabulary.REACHES,
    "Fidelity": vocabulary.FIDELITIES,
    "Voice": vocabulary.VOICES,
    "Origin of a source": vocabulary.ORIGINS,
    "Status of a source": vocabulary.SOURCE_STATUSES,
    "Kind of actor": vocabulary.ACTOR_KINDS,
    "Stance of a position": vocabulary.POSITION_STANCES,
    "Basis of a term": vocabulary.BASES,
}


def pages() -> dict[Path, str]:
    """Every page that is made, with its text."""
    made = {
        "answers.md": _answers(),
        "commands.md": _commands(),
        "exports.md": _exports(),
        "kinds.md": _kinds(),
        "python.md": functions_page(),
        "rules.md": _rules(),
        TYPES_PAGE: types_page(),
        "words.md": _words(),
    }
    return {REFERENCE / name: NOTE + "\n" + "\n".join(lines) + "\n" for name, lines in made.items()}


def _answers() -> Iterator[str]:
    yield from ("# What the answers hold", "")
    yield "What stands in the tables and the JSON of `compare`, `explain`, `log`, `positions` and `timeline`. Their"
    yield "JSON Schemas: `plantrack schema compare`, `explain`, `log`, `stances` (for `positions`) and `timeline`."
    yield "[The diff as JSON](diff-json.md) has a page of its own."
    yield from (
        "",
        "## A cell of `compare`",
        "",
        "What a paper is known to say of a matter:",
        "",
        *_meanings(PRESENCES),
    )
    yield from ("", "How that differs from the same matter in the baseline:", "", *_meanings(DIFFERENCES))
    yield from ("", "In the CSV a version has three columns: `REF` in words, `presence of REF`, `difference of REF`.")
    yield from ("", "## A difference of `explain`", "", "What became of it:", "", *_meanings(OUTCOMES))
    yield from ("", "What joined the points, in `matches` of `diff`:", "", *_meanings(MATCHED_BY))
    yield from ("", "## A column of `timeline --format csv`", "")
    yield from _table(("column", "holds"), [(f"`{name}`", meaning) for name, meaning in DATED_COLUMNS.items()])
    yield from ("", "## An entry of `timeline`", "", *_meanings(ENTRY_KINDS))
    yield from ("", "## A position", "", "Against a version:", "", *_meanings(VERDICTS))
    yield from ("", "Against a change:", "", *_meanings(MOVES))
    yield from ("", "When it was said:", "", *_meanings(TIMES))
    yield from ("", "Why a verdict is as it is:", "", *_meanings(REASONS))


def _exports() -> Iterator[str]:
    yield from ("# Exports", "", "`plantrack export --format FORMAT [-o FILE]`, in Python `plantrack.export`.", "")
    yield from _meanings(FORMATS)
    yield from (
        "",
        "The same corpus gives the same bytes. Nothing in them is new: what a comparison finds is in `plantrack diff`.",
        "",
        "## The long table (`csv`)",
        "",
        "A row a value. A provision of which reports speak without saying its state has one row, `mentioned`.",
        "",
        *_table(("column", "holds"), [(f"`{name}`", meaning) for name, meaning in LONG_COLUMNS.items()]),
        "",
        "## The wide table (`csv --wide`)",
        "",
        "A row a version, and a column a topic, as in PA-X; the topics and their codes are in [words](words.md).",
        "",
        *_table(("column", "holds"), [(f"`{name}`", meaning) for name, meaning in WIDE_COLUMNS.items()]),
        "",
        "A topic column holds one of these, or several with `|` between them where provisions or reports differ.",
        "Silence is not absence: `absent` stands only where the whole text was seen.",
        "",
        *_table(("value", "meaning"), [(f"`{word}`", meaning) for word, meaning in TOPIC_VALUES.items()]),
        "",
        *_database(),
        "## Cells that could be formulas",
        "",
        "A cell that starts with `=`, `+`, `-`, `@`, a tab, a line end or an apostrophe has an apostrophe before",
        "it, so that no spreadsheet runs it. Taking away one apostrophe at the start of a cell gives every value back.",
        "",
        "## Annotations",
        "",
        "An Annotation a passage, in one AnnotationPage of an AnnotationCollection. Bodies: what the passage says, in",
        "our own words (`describing`), and each statement that rests on it (`linking`). The target is the page, or",
        "`urn:plantrack:source:ID` where it has no address, with TextQuoteSelector and TextPositionSelector. What the",
        "data model has no word for (chain, reach, digest and others) stands under the prefix `plantrack`; the links",
        "of a chain are an `@list`, so that RDF keeps their order.",
        "",
        "## Bibliographies",
        "",
        "CSL-JSON by the schema 1.0.2: tests hold every item against its item types and variables, as citeproc-py",
        "has them, and against its rules for names and dates, which are written out there, as no package ships the",
        "schema file. A date that CSL has no parts for is a `literal` in EDTF. BibTeX entries are",
        "called by the id of the source; `date` is EDTF, as BibLaTeX reads it. Both say which sources were corrected",
        "or withdrawn, and where an outlet is inferred from style.",
        "",
        "## JSON",
        "",
        "The files of the corpus under their names; `plantrack schema corpus` prints the JSON Schema. What `diff`,",
        "`evidence` and `trace` print with `--format json` is described by the schemas of these names, and what",
        "`positions` prints by `stances`.",
    )


def _database() -> Iterator[str]:
    yield from ("## The database (`sqlite`)", "", "One file, for Datasette, any viewer, or any language:", "")
    yield from ("```sh", "plantrack export --format sqlite --corpus examples/minsk -o corpus.db", "```", "")
    yield "Tables have the ids of the files as keys: `plan@version` for a version, `source#passage` for a passage."
    yield from ("", *_table(("view", "answers"), [(f"`{name}`", meaning) for name, meaning in VIEWS.items()]), "")
    yield "The usual questions:"
    yield ""
    yield from _DATABASE_QUERIES.strip().splitlines()
    yield ""
    yield "A point that no row of `what_stands` has in a paper is not reported there; silence is no removal. All is in"
    yield "[database.sql](../../src/plantrack/exporting/database.sql)."
    yield ""


_DATABASE_QUERIES = """
```python
import sqlite3

import plantrack

corpus = sqlite3.connect(":memory:")  # or, of the file: sqlite3.connect("corpus.db")
corpus.deserialize(plantrack.export("sqlite", corpus="examples/minsk"))


def ask(query, *given):
    for row in corpus.execute(query, given):
        print(*row, sep=" | ")


paper = "minsk-2@2015-02-12"
# What stands in a paper?
ask("SELECT number, label, wording FROM what_stands WHERE version = ? AND provision < 'c'", paper)
# Who says so?
ask("SELECT stance, outlet, source_title FROM who_says_so WHERE version = ? AND provision = 'amnesty'", paper)
# How many independent origins is that, at least and at most?
ask("SELECT label, least_origins, most_origins FROM how_many_origins WHERE version = ? AND provision = 'border'", paper)
# Where does a clause appear?
ask("SELECT paper, number, wordings FROM where_it_appears WHERE provision = 'ceasefire' ORDER BY date")
# Where do words stand?
ask("SELECT DISTINCT kind, id FROM search WHERE search MATCH 'amnesty OR pardon' ORDER BY kind, id")
```

```text
5 | amnesty | in_text
9 | border | in_text
supports | None | Package of Measures for the Implementation of the Minsk Agreements
supports | the Wire (invented) | Leaders agree new measures in Minsk after a night of talks
border | 1 | 2
Minsk Protocol | 1 | in_text
Package of Measures | 1 | in_text
passage | wire-2015-02-13#amnesty-stays
point | amnesty
```
"""


def _commands() -> Iterator[str]:
    yield "# Commands"
    yield ""
    yield "Exit status: 0 done; 1 the answer is no; 2 bad usage or input."
    context = _context(command, "plantrack")
    named: list[tuple[str, click.Command, click.Context]] = [("plantrack", command, context)]
    for name in command.list_commands(context):
        subcommand = command.get_command(context, name)
        if subcommand is not None:
            place = _context(subcommand, name, parent=context)
            named.append((f"plantrack {name}", subcommand, place))
            inner = subcommand.commands if isinstance(subcommand, click.Group) else {}
            named += [
                (f"plantrack {name} {below}", each, _context(each, below, parent=place))
                for below, each in sorted(inner.items())
            ]
    for title, each, place in named:
        yield from ("", f"## {title}", "", "```text")
        yield from (line.rstrip() for line in each.get_help(place).splitlines())
        yield "```"


def _context(each: click.Command, name: str, parent: click.Context | None = None) -> click.Context:
    """As on a terminal of 80 columns, with the options of help that the command has."""
    return click.Context(each, info_name=name, parent=parent, terminal_width=80, **each.context_settings)


def _kinds() -> Iterator[str]:
    yield from ("# Kinds of change", "")
    yield "An id reads subject-direction. The mirror is what the difference is called when OLD and NEW trade places."
    yield "Between rival papers nothing was done to anything, so people read the last column there."
    yield "Every example is compared by a test; the parties in them are invented. Numbered points are texts; what looks"
    yield "like `action: patrol` are fields of a file. `plantrack explain` says by which [rule](rules.md) a change was"
    yield "found in texts."
    for subject in dict.fromkeys(kind.subject for kind in KINDS.values()):
        rows = [
            (f"`{kind.id}`", "itself" if kind.mirror == kind.id else f"`{kind.mirror}`", kind.meaning, kind.rival)
            for kind in KINDS.values()
            if kind.subject == subject
        ]
        yield from ("", f"## {subject}", "", *_table(("kind", "mirror", "revision", "rival papers"), rows))
        examples = [(f"`{kind.id}`", *_example(kind)) for kind in KINDS.values() if kind.subject == subject]
        yield from ("", *_table(("example", "before", "after"), examples))
    for title, words in (("Effect", EFFECTS), ("Certainty", CERTAINTIES), ("Clock", CLOCKS)):
        yield from ("", f"## {title}", "", *_meanings(words))


def _example(kind: Kind) -> tuple[str, str]:
    """Before and after; those of the mirror, with the sides traded, where the kind has none of its own."""
    shown = dict(EXAMPLES.get(kind.id) or EXAMPLES[kind.mirror])
    ((before, after),) = (shown.pop("words"),) if "words" in shown else shown.values()
    before, after = _cell(before), _cell(after)
    return (before, after) if kind.id in EXAMPLES else (after, before)


def _cell(text: str) -> str:
    """Text in a table: a point kept as `[deferred]` is no link, and every line stays one."""
    return "<br>".join(text.replace("[", "\\[").replace("]", "\\]").splitlines())


def _rules() -> Iterator[str]:
    yield from (
        "# Rules",
        "",
        "By which rule a difference of words is silenced or named; `plantrack explain` prints their",
    )
    yield "names. A test runs every pair below. Whatever no rule decides is shown as *read both*."
    yield "Why the two kinds of rules are held to different standards:"
    yield "[What a rule may silence](../explanation/what-a-rule-may-silence.md)."
    for does, title, meaning in (
        (SILENCES, "Rules that silence", "They show that two stretches of words say the same."),
        (NAMES, "Rules that name", "They say what a difference does, by one of the [kinds of change](kinds.md)."),
    ):
        yield from ("", f"## {title}", "", meaning)
        for rule in RULES.values():
            if rule.does == does:
                yield from _rule(rule)


def _rule(rule: Rule) -> Iterator[str]:
    yield from ("", f"### {rule.name}", "", f"{rule.meaning} Seen in: {rule.seen}.")
    title = "says the same" if rule.does == SILENCES else "is named"
    rows = [(title, *pair) for pair in rule.examples] + [("is not silenced", *pair) for pair in rule.near_misses]
    if rows:
        yield from ("", *_table(("", "old", "new"), [tuple(map(_cell, row)) for row in rows]))
    else:
        yield from ("", "Two sentences alone do not show it: it needs a corpus, or whole papers.")


def _words() -> Iterator[str]:
    yield from ("# Closed lists", "", "What a field may hold, and what it means. Any other word is refused.")
    yield from ("", "## Topics", "", "With the codes of PA-X and of the Peace Accords Matrix.", "")
    rows = [
        (f"`{name}`", topic.meaning, topic.pa_x or "", topic.pam or "") for name, topic in vocabulary.TOPICS.items()
    ]
    yield from _table(("topic", "meaning", "PA-X", "PAM"), rows)
    for title, words in _LISTS.items():
        yield from ("", f"## {title}", "", *_meanings(words))


def _meanings(words: Mapping[str, Any]) -> Iterator[str]:
    yield from _table(
        ("word", "meaning"), [(f"`{word}`", getattr(held, "meaning", held)) for word, held in words.items()]
    )


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    head = tuple(head)
    for cells in (head, ("---",) * len(head), *rows):
        yield "| " + " | ".join(cells) + " |"


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8", newline="\n")
