"""The shipped JSON Schemas accept what the reader accepts and refuse what an editor should mark."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import ClassVar

import pytest
import yaml
from jsonschema import Draft202012Validator

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


@pytest.mark.parametrize("papers", [("28pt", "19pt"), ("19pt", "28pt"), ("28pt", "28pt")], ids="-".join)
def test_what_diff_prints_passes_its_schema(papers):
    plantrack = Path(sys.executable).with_name("plantrack")
    command = [plantrack, "diff", *papers, "--format", "json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    assert list(Draft202012Validator(schema_for("diff")).iter_errors(json.loads(done.stdout))) == []


@pytest.mark.parametrize(
    ("kind", "command"),
    [
        ("precedents", "precedents examples/river/old.md --point 4 examples/river"),
        ("evidence", "evidence 19pt"),
        ("evidence", "evidence 28pt 6"),
        ("evidence", "evidence minsk-2 --corpus examples/minsk"),
        ("trace", "trace donetsk-region-forces"),
        ("trace", "trace force-size"),
        ("stances", "positions"),
        ("stances", "positions --on 19pt"),
        ("stances", "positions --on 28pt"),
        ("stances", "positions --change 28pt 19pt"),
    ],
)
def test_what_a_command_prints_as_json_passes_its_schema_and_no_shorter_one(kind, command):
    plantrack = Path(sys.executable).with_name("plantrack")
    done = subprocess.run(
        [plantrack, *command.split(), "--format", "json"], capture_output=True, text=True, check=True, cwd=ROOT
    )
    answer = json.loads(done.stdout)
    validator = Draft202012Validator(schema_for(kind))
    assert [error.message for error in validator.iter_errors(answer)] == []
    for key in answer:
        assert list(validator.iter_errors({name: part for name, part in answer.items() if name != key}))


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
