"""Exports through the readers that people use: pandas, a JSON-LD processor, a citation processor."""

import functools
import io
import json
import re
import sqlite3
from importlib.resources import files
from pathlib import Path

import pandas as pd
import pytest
from citeproc.source.json import CiteProcJSON
from jsonschema import Draft202012Validator
from pyld import jsonld

import plantrack
from plantrack.corpus import find_corpus
from plantrack.exporting.tables import LONG_COLUMNS, WIDE_COLUMNS
from plantrack.model import Passage, Quote, Span
from plantrack.model.sources import Context
from plantrack.vocabulary import TOPICS

CORPUS = find_corpus()
SOURCES = [CORPUS.source(source_id) for source_id in CORPUS.source_ids]
VERSIONS = [version for plan_id in CORPUS.plan_ids for version in CORPUS.versions(plan_id)]
ANNO = "http://www.w3.org/ns/anno.jsonld"
CONTEXT = json.loads((Path(__file__).parent / "anno_context.json").read_text(encoding="utf-8"))
"""What anno.jsonld says of the terms used here (Web Annotation Vocabulary, appendix A); no package ships the file."""
OA, OURS = "http://www.w3.org/ns/oa#", "urn:plantrack:terms#"
RDF_VALUE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#value"


# pandas


@pytest.mark.parametrize(("wide", "columns"), [(False, (*LONG_COLUMNS,)), (True, (*WIDE_COLUMNS, *TOPICS))])
def test_pandas_reads_every_cell_and_writes_the_same_table(wide, columns):
    text = plantrack.export("csv", wide=wide)
    table = pd.read_csv(io.StringIO(text), dtype=str, keep_default_na=False)
    assert tuple(table.columns) == columns
    assert table.to_csv(index=False, lineterminator="\n") == text


def test_pandas_finds_figures_without_being_told_of_types():
    table = pd.read_csv(io.StringIO(plantrack.export("csv")))
    caps = table[(table["provision"] == "ua-armed-forces-cap") & (table["part"] == "quantity.0.value")]
    assert set(pd.to_numeric(caps["value"])) == {600000, 800000}
    assert table.groupby(["plan", "version"])["provision"].nunique()["28pt", "2025-11-20"] > 28


# JSON-LD


def no_network(url, _):
    assert url == ANNO
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": CONTEXT}


@pytest.fixture(scope="module")
def nodes():
    """The annotations as RDF and back: every node by its name, keys as addresses, as any RDF program has them."""
    quads = jsonld.to_rdf(json.loads(plantrack.export("annotations")), {"documentLoader": no_network})
    return {node["@id"]: node for node in jsonld.flatten(jsonld.from_rdf(quads, {"useNativeTypes": True}))}


def all_of(node, key):
    return [part for one in node.get(key, ()) for part in one.get("@list", [one])]


def one_of(node, key):
    values = [part.get("@value", part.get("@id")) for part in all_of(node, key)]
    assert len(values) <= 1, (key, values)
    return values[0] if values else None


def by_type(nodes, annotation, *keys):
    """The nodes that a path leads to, by the last part of their type."""
    found = [annotation]
    for key in keys:
        found = [nodes[part["@id"]] for node in found for part in all_of(node, OA + key)]
    return {node["@type"][0].removeprefix(OA): node for node in found}


def passage_of(nodes, annotation):
    *_, source_id, passage_id = annotation["@id"].split(":")
    fields = {
        key.removeprefix(OURS): one_of(annotation, key)
        for key in annotation
        if key.startswith(OURS) and "chain" not in key
    }
    if "context" in fields:
        node = nodes[fields["context"]]
        fields["context"] = Context(
            **{key.removeprefix(OURS): one_of(node, key) for key in node if key.startswith(OURS)}
        )
    fields["chain"] = tuple(part["@value"] for part in all_of(annotation, OURS + "chain"))
    says = by_type(nodes, annotation, "hasBody").get("TextualBody")
    selectors = by_type(nodes, annotation, "hasTarget", "hasSelector")
    if says is not None:
        fields["says"] = one_of(says, RDF_VALUE)
    if (quote := selectors.get("TextQuoteSelector")) is not None:
        fields["quote"] = Quote(**{key: one_of(quote, OA + key) for key in ("exact", "prefix", "suffix")})
    if (position := selectors.get("TextPositionSelector")) is not None:
        fields["position"] = Span(**{key: int(one_of(position, OA + key)) for key in ("start", "end")})
    return source_id, Passage(id=passage_id, **fields)


def test_every_passage_comes_back_from_rdf_with_its_chain_in_order(nodes):
    annotations = [node for node in nodes.values() if OA + "Annotation" in node.get("@type", ())]
    found = {(source_id, passage.id): passage for source_id, passage in (passage_of(nodes, one) for one in annotations)}
    assert found == {(source.id, passage.id): passage for source in SOURCES for passage in source.passages.values()}


def test_a_page_is_the_target_and_its_archived_copy_the_state(nodes):
    for source in SOURCES:
        for passage_id in source.passages:
            annotation = nodes[f"urn:plantrack:passage:{source.id}:{passage_id}"]
            (target,) = by_type(nodes, annotation, "hasTarget").values()
            assert one_of(target, OA + "hasSource") == (source.URL or f"urn:plantrack:source:{source.id}")
            states = by_type(nodes, annotation, "hasTarget", "hasState")
            assert [one_of(state, OA + "cachedSource") for state in states.values()] == (
                [source.archive] if source.archive else []
            )


def test_expanding_and_compacting_gives_the_same_document_so_that_no_key_is_without_a_meaning():
    exported = json.loads(plantrack.export("annotations"))
    options = {"documentLoader": no_network}
    compacted = jsonld.compact(jsonld.expand(exported, options), exported["@context"], options)
    assert as_sets(compacted) == as_sets(exported)


def as_sets(value):
    """A list of one is that one in JSON-LD; order counts in lists only."""
    if isinstance(value, dict):
        return {key: as_sets(part) for key, part in value.items() if key != "@context"}
    if isinstance(value, list):
        return as_sets(value[0]) if len(value) == 1 else [as_sets(part) for part in value]
    return value


# CSL-JSON: the item types and variables of the schema 1.0.2 come with citeproc-py; the rest is written out here.


def words_of(name):
    text = (files("citeproc") / "data/schema/schemas/styles" / name).read_text(encoding="utf-8")
    return set(re.findall(r'"([^"]+)"', text.partition("div {")[2]))


VARIABLES = words_of("csl-variables.rnc")
NUMBER = {"type": ["string", "integer"]}
DATE = {
    "type": "object",
    "properties": {
        "date-parts": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": NUMBER},
        },
        "season": NUMBER,
        "circa": {"type": ["string", "integer", "boolean"]},
        "literal": {"type": "string"},
        "raw": {"type": "string"},
    },
    "additionalProperties": False,
}
NAME = {
    "type": "object",
    "properties": {
        key: {"type": "string"}
        for key in ("family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal")
    },
    "additionalProperties": False,
}
ITEM = {
    "type": "object",
    "properties": {
        "id": NUMBER,
        "type": {"enum": sorted(words_of("csl-types.rnc"))},
        "language": {"type": "string"},
        "issued": DATE,
        "accessed": DATE,
        "author": {"type": "array", "items": NAME},
        **{name: {"type": ["string", "number"]} for name in VARIABLES - {"issued", "accessed", "author"}},
    },
    "required": ["type", "id"],
    "additionalProperties": False,
}


def test_csl_items_pass_the_rules_of_the_schema():
    assert {"article-newspaper", "webpage", "treaty"} <= set(ITEM["properties"]["type"]["enum"])
    assert {"container-title", "archive_location", "note"} <= VARIABLES
    validator = Draft202012Validator({"type": "array", "items": ITEM})
    assert [error.message for error in validator.iter_errors(json.loads(plantrack.export("csl")))] == []


@pytest.mark.parametrize(
    "wrong",
    [{"type": "article-blog"}, {"containertitle": "x"}, {"issued": {"date-parts": []}}, {"author": [{"name": "x"}]}],
)
def test_the_rules_refuse_what_the_schema_refuses(wrong):
    assert list(Draft202012Validator(ITEM).iter_errors({"id": "x", "type": "article"} | wrong))


def test_a_citation_processor_reads_every_source():
    read = CiteProcJSON(json.loads(plantrack.export("csl")))
    assert set(read) == {source.id for source in SOURCES}
    for source in SOURCES:
        item = read[source.id]
        assert str(item["title"]) == source.title
        assert (str(item["container_title"]) if "container_title" in item else None) == source.container_title
        assert item.type == source.type
        if re.fullmatch(r"\d{4}-\d\d-\d\d", source.issued or ""):
            assert "-".join(f"{item['issued'][part]:02}" for part in ("year", "month", "day")) == source.issued


# SQLite


@pytest.fixture(scope="module")
def stored():
    """The corpus as a database, opened as any program would."""
    made = sqlite3.connect(":memory:")
    made.deserialize(plantrack.export("sqlite"))
    yield made
    made.close()


def test_the_keys_of_the_database_hold_and_it_has_every_point_passage_and_state(stored):
    assert stored.execute("PRAGMA foreign_key_check").fetchall() == []
    assert stored.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    points = {(version.ref, one) for version in VERSIONS for one in version.provisions}
    assert set(stored.execute("SELECT version, id FROM provisions")) == points
    assert set(stored.execute("SELECT version, provision FROM what_stands")) == points
    passages = {f"{source.id}#{one}" for source in SOURCES for one in source.passages}
    assert {one for (one,) in stored.execute("SELECT id FROM passages")} == passages


def test_the_database_says_of_each_state_what_evidence_says(stored):
    for version in VERSIONS[:6]:
        for grounds in plantrack.evidence(version.ref):
            found = stored.execute(
                "SELECT wording, least_origins, most_origins, credibility FROM how_many_origins"
                " WHERE version = ? AND provision = ? ORDER BY state",
                (version.ref, grounds.provision.id),
            )
            said = [(one.state.wording, *one.witnesses.lineages, one.witnesses.credibility) for one in grounds.grounds]
            assert sorted(found, key=str) == sorted(said, key=str)


def test_pandas_reads_who_says_so(stored):
    table = pd.read_sql("SELECT * FROM who_says_so WHERE stance = 'supports'", stored)
    cited = [item for version in VERSIONS for one in version.provisions.values() for item in one.evidence]
    assert {item.passage for item in cited if item.stance == "supports"} <= set(table["passage"])
    assert table["source_title"].notna().all()


def test_the_search_of_the_database_finds_words_whatever_their_accents(stored):
    (wanted,) = stored.execute("SELECT count(*) FROM search WHERE title || ' ' || body LIKE '%amnesty%'").fetchone()
    found = stored.execute("SELECT kind FROM search WHERE search MATCH 'ámnésty'").fetchall()
    assert len(found) == wanted > 0


def test_without_fts5_the_same_table_is_there(monkeypatch):
    class Without(sqlite3.Connection):
        def execute(self, query, *rest):
            if "fts5" in query:
                raise sqlite3.OperationalError("no such module: fts5")
            return super().execute(query, *rest)

    monkeypatch.setattr(sqlite3, "connect", functools.partial(sqlite3.connect, factory=Without))
    made = sqlite3.Connection(":memory:")
    made.deserialize(plantrack.export("sqlite"))
    (found,) = made.execute("SELECT count(*) FROM search WHERE body LIKE '%amnesty%'").fetchone()
    made.close()
    assert found > 0
