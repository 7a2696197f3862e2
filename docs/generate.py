"""Writes the pages of the reference that are made from the code: `make docs`. A test fails when one is stale."""

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import click
import yaml

import plantrack
from plantrack import vocabulary
from plantrack.cli.main import main as command
from plantrack.comparison.changes import CERTAINTIES, CLOCKS, EFFECTS, KINDS, Kind

REFERENCE = Path(__file__).parent / "reference"
EXAMPLES = yaml.safe_load((Path(__file__).parent / "kind_examples.yaml").read_text(encoding="utf-8"))
"""A before and an after for each kind or its mirror; tests/test_kind_examples.py compares them."""
NOTE = "<!-- Made by docs/generate.py; change the code, then run `make docs`. -->\n"
_LISTS = {
    "Modality": vocabulary.MODALITIES,
    "Operator of a quantity": vocabulary.OPERATORS,
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
    made = {"commands.md": _commands(), "kinds.md": _kinds(), "python.md": _python(), "words.md": _words()}
    return {REFERENCE / name: NOTE + "\n" + "\n".join(lines) + "\n" for name, lines in made.items()}


def _commands() -> Iterator[str]:
    yield "# Commands"
    yield ""
    yield "Exit status: 0 done; 1 the answer is no; 2 bad usage or input."
    context = _context(command, "plantrack")
    named: list[tuple[str, click.Command, click.Context]] = [("plantrack", command, context)]
    for name in command.list_commands(context):
        subcommand = command.get_command(context, name)
        if subcommand is not None:
            named.append((f"plantrack {name}", subcommand, _context(subcommand, name, parent=context)))
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
    yield "Every example is compared by a test; the parties in them are invented."
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
    shown = EXAMPLES.get(kind.id) or EXAMPLES[kind.mirror]
    before, after = (_cell(text) for text in shown.get("words") or shown.get("text") or shown["provision"])
    return (before, after) if kind.id in EXAMPLES else (after, before)


def _cell(text: str) -> str:
    """Text in a table: a point kept as `[deferred]` is no link, and every line stays one."""
    return "<br>".join(text.replace("[", "\\[").replace("]", "\\]").splitlines())


def _words() -> Iterator[str]:
    yield from ("# Closed lists", "", "What a field may hold, and what it means. Any other word is refused.")
    yield from ("", "## Topics", "", "With the codes of PA-X and of the Peace Accords Matrix.", "")
    rows = [
        (f"`{name}`", topic.meaning, topic.pa_x or "", topic.pam or "") for name, topic in vocabulary.TOPICS.items()
    ]
    yield from _table(("topic", "meaning", "PA-X", "PAM"), rows)
    for title, words in _LISTS.items():
        yield from ("", f"## {title}", "", *_meanings(words))


def _python() -> Iterator[str]:
    yield from ("# Python", "", "Every command is a function of the same name: `import plantrack`.")
    yield from ("", "What a function returns, and every type below it, says what its fields mean in its docstring.")
    for name in sorted(plantrack.__all__):
        each = getattr(plantrack, name)
        shown = f"{name}{_signature(each)}" if inspect.isfunction(each) else name
        yield from ("", f"## `{shown}`", "", "```text", inspect.getdoc(each) or "", "```")


def _signature(function: Callable[..., Any]) -> str:
    """The arguments of a function, without the annotations that its docstring says in words."""
    signature = inspect.signature(function)
    bare = [one.replace(annotation=inspect.Parameter.empty) for one in signature.parameters.values()]
    return str(signature.replace(parameters=bare, return_annotation=inspect.Signature.empty))


def _meanings(words: Mapping[str, Any]) -> Iterator[str]:
    yield from _table(("word", "meaning"), [(f"`{word}`", meaning) for word, meaning in words.items()])


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    head = tuple(head)
    for cells in (head, ("---",) * len(head), *rows):
        yield "| " + " | ".join(cells) + " |"


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8", newline="\n")
