"""The shipped JSON Schemas accept what the reader accepts and refuse what an editor should mark."""

import json
import re
from pathlib import Path
from typing import ClassVar

import click
import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from plantrack.cli.main import main
from plantrack.errors import UnknownNameError
from plantrack.schemas import SCHEMA_KINDS, schema_for, write_schemas

ROOT = Path(__file__).parents[1]


class EditorLoader(yaml.SafeLoader):
    """Scalars as an editor sees them, by the core schema of YAML 1.2."""

    yaml_implicit_resolvers: ClassVar = {}


for _tag, _shape, _first in (
    ("bool", r"true|false", "tf"),
    ("null", r"null|~|", ["n", "~", ""]),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?[0-9]+\.[0-9]+", "-+0123456789"),
):
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_shape})$"), list(_first))


def as_editor_sees(text):
    value = yaml.load(text, EditorLoader)
    return json.loads(json.dumps(value))  # keys become strings, as in JSON Schema


def complaints(kind, text):
    return [error.json_path for error in Draft202012Validator(schema_for(kind)).iter_errors(as_editor_sees(text))]


def corpus_files():
    corpora = [ROOT, *sorted(path for path in (ROOT / "examples").glob("*") if (path / "plans").is_dir())]
    for corpus in corpora:
        for path in sorted((corpus / "plans").rglob("*.yaml")) + sorted((corpus / "seeds").glob("*.yaml")):
            folders = {"seeds": "source", "positions": "positions"}
            names = {"actors.yaml": "actors", "events.yaml": "events", "lexicon.yaml": "lexicon", "plan.yaml": "plan"}
            kind = folders.get(path.parent.name) or names.get(path.name, "version")
            yield pytest.param(kind, path, id=path.relative_to(ROOT).as_posix())


VERSION = """
schema: plantrack/1
plan: 28pt
version: 2025-11-20
date: 2025-11-20/2025-11-24
title: A draft
claimed_points: 28
translation_of: null
x-note: anything
provisions:
  ua-armed-forces-cap:
    number: 6
    topics: armed_forces_limits
    lineage: [{op: split, from: other}]
    terms:
      cap:
        bearer: [UA, NO]
        modality: obligation
        action: limit armed forces
        quantity: {measure: armed-forces-personnel, operator: lteq, value: 600000, unit: person}
    evidence: [a-source#a-passage, {passage: a-source#b, stance: disputes, reason: paraphrase}]
"""


@pytest.mark.parametrize("kind", SCHEMA_KINDS)
def test_every_schema_is_itself_valid(kind):
    Draft202012Validator.check_schema(schema_for(kind))


@pytest.mark.parametrize(("kind", "path"), list(corpus_files()))
def test_every_file_of_the_corpus_passes_its_schema(kind, path):
    assert complaints(kind, path.read_text(encoding="utf-8")) == []


ASKED = {
    "check": ["check"],
    "compare": ["compare 28pt 19pt", "compare examples/river/old.md examples/river/new.md"],
    "diff": ["diff 28pt 20pt --explain", "diff examples/river/old.md examples/river/new.md --lang uk"],
    "evidence": ["evidence 19pt", "evidence 28pt 6 --full", "evidence minsk-2 --corpus examples/minsk"],
    "explain": ["explain 28pt 19pt", "explain examples/river/old.md examples/river/new.md"],
    "list": ["list", "list 28pt", "list --tree"],
    "log": ["log 20pt", "log 19pt --reverse"],
    "outline": ["outline examples/oss/june.pdf"],
    "precedents": ["precedents examples/river/old.md --point 4 examples/river"],
    "report": ["report 28pt 19pt --format text"],
    "rules": ["explain --rules"],
    "settle": ["settle 20pt@2025-12-24"],
    "show": ["show 28pt", "show 19pt ua-armed-forces-cap"],
    "stances": ["positions", "positions --on 28pt", "positions --change 28pt 19pt"],
    "status": ["status"],
    "timeline": ["timeline --from 2025-11 --to 2025-12"],
    "trace": ["trace donetsk-region-forces", "trace force-size"],
}
"""Commands by the schema of what they print as JSON."""


def printed(line):
    done = CliRunner().invoke(main, line.split())
    assert done.exit_code == 0, done.output
    return done.stdout


def words_of(text):
    return set(re.findall(r"\w+", text.casefold()))


def values_of(form):
    if isinstance(form, dict | list):
        for part in form.values() if isinstance(form, dict) else form:
            yield from values_of(part)
    else:
        yield str(form)


def test_every_command_with_json_is_asked():
    context = click.Context(main)
    commands = {name: main.get_command(context, name) for name in main.list_commands(context)}
    formats = {
        name: option.type.choices for name, one in commands.items() for option in one.params if option.name == "form"
    }
    answering = {name for name, found in formats.items() if {"text", "json"} <= set(found)}
    assert {line.split()[0] for lines in ASKED.values() for line in lines} == answering


@pytest.mark.parametrize(("kind", "line"), [(kind, line) for kind, lines in ASKED.items() for line in lines])
def test_json_passes_its_schema_and_lacks_no_word_of_the_text(kind, line, monkeypatch):
    monkeypatch.chdir(ROOT)
    said, form = printed(line), json.loads(printed(f"{line} --format json"))
    validator = Draft202012Validator(schema_for(kind))
    assert [error.message for error in validator.iter_errors(form)] == []
    assert set(form) - set(validator.schema["required"]) <= {"version", "point"}
    assert words_of(said) - words_of("\n".join(values_of(form))) == set()


def test_a_diff_with_an_unknown_kind_fails_its_schema():
    change = schema_for("diff")["$defs"]["change"]["properties"]["kind"]
    assert list(Draft202012Validator(change).iter_errors("provision-gone"))


def test_scalars_singles_shorthands_and_own_fields_pass():
    assert complaints("version", VERSION) == []


@pytest.mark.parametrize(
    ("right", "wrong", "where"),
    [
        ("modality: obligation", "modality: obligatory", "$.provisions['ua-armed-forces-cap'].terms.cap.modality"),
        ("topics: armed_forces_limits", "topics: armies", "$.provisions['ua-armed-forces-cap'].topics"),
        ("value: 600000", "value: many", "$.provisions['ua-armed-forces-cap'].terms.cap.quantity"),
        (", unit: person", "", "$.provisions['ua-armed-forces-cap'].terms.cap.quantity"),
        ("    number: 6", "    nummer: 6", "$.provisions['ua-armed-forces-cap']"),
        ("2025-11-20/2025-11-24", "20 November", "$.date"),
        ("claimed_points: 28", "claimed_points: -1", "$.claimed_points"),
        ("plantrack/1", "plantrack/9", "$.schema"),
        ("title: A draft\n", "", "$"),
        ("from: other", "of: other", "$.provisions['ua-armed-forces-cap'].lineage[0]"),
        ("  ua-armed-forces-cap:", "  UA armed forces:", "$.provisions"),
        ("x-note", "note", "$"),
    ],
)
def test_what_an_editor_should_mark_is_marked_where_it_stands(right, wrong, where):
    assert right in VERSION
    assert where in complaints("version", VERSION.replace(right, wrong))


def test_a_quotation_over_twelve_words_is_marked():
    source = "schema: plantrack/1\ntitle: T\npassages: {p: {quote: {exact: %s}}}"
    assert complaints("source", source % ("word " * 12)) == []
    assert complaints("source", source % ("word " * 13)) == ["$.passages.p.quote"]


def test_fields_carry_what_the_model_says_of_them():
    fields = schema_for("source")["$defs"]["Passage"]["properties"]
    assert fields["words"]["description"] == "How many words the digest covers."
    assert "verbatim: may be printed as speech" in fields["fidelity"]["description"]
    assert "container-title" in schema_for("source")["properties"]
    assert "id" not in fields


def test_written_schemas_are_the_same_as_those_in_memory(tmp_path):
    paths = write_schemas(tmp_path / "new")
    assert [path.name for path in paths] == [f"{kind}.schema.json" for kind in SCHEMA_KINDS]
    for kind, path in zip(SCHEMA_KINDS, paths, strict=True):
        assert json.loads(path.read_text(encoding="utf-8")) == schema_for(kind)


def test_an_unknown_schema_names_the_nearest():
    with pytest.raises(UnknownNameError, match="did you mean version"):
        schema_for("versoin")
