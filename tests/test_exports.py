"""What is exported is read back by the readers of others, and nothing is lost on the way."""

import csv
import io
import json
import os
import subprocess
import sys
import tracemalloc

import jsonschema
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import parse_string
from small_corpus import SmallCorpus

import plantrack
from plantrack.cli import main
from plantrack.corpus import find_corpus
from plantrack.errors import UsageError
from plantrack.exporting import FORMATS, export_pieces
from plantrack.exporting.one_by_one import each_version
from plantrack.exporting.tables import LONG_COLUMNS, TOPIC_VALUES, WIDE_COLUMNS
from plantrack.model import Passage, Quote, Span
from plantrack.model.sources import Context
from plantrack.vocabulary import TOPICS
from plantrack.writing.documents import plain
from plantrack.writing.tables import guarded

CORPUS = find_corpus()
SOURCES = [CORPUS.source(source_id) for source_id in CORPUS.source_ids]
VERSIONS = [version for plan_id in CORPUS.plan_ids for version in CORPUS.versions(plan_id)]
FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20", "\t", "\r")


def unguarded(cell):
    return cell.removeprefix("'")


def rows_of(text):
    return [
        {key: unguarded(cell) for key, cell in row.items()} for row in csv.DictReader(io.StringIO(text, newline=""))
    ]


def test_the_same_corpus_gives_the_same_bytes_under_any_hash_seed():
    program = (
        f"import hashlib, plantrack\nfor form in {sorted(FORMATS)}:\n made = plantrack.export(form)\n"
        " print(form, hashlib.sha256(made if isinstance(made, bytes) else made.encode()).hexdigest())"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program], env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("0", "7")
    }
    assert len(outputs) == 1
    assert len(outputs.pop().splitlines()) == len(FORMATS)


def test_wide_goes_with_tables_only_and_an_unknown_format_is_refused():
    with pytest.raises(UsageError, match="only a table"):
        plantrack.export("json", wide=True)
    with pytest.raises(UsageError, match="annotations"):
        plantrack.export("annotation")


# Annotations: the rules of the W3C Web Annotation Data Model, 2017-02-23, sections 3 to 5.
MOTIVATIONS = set(
    "assessing bookmarking classifying commenting describing editing highlighting identifying linking moderating questioning replying tagging".split()
)


def annotations():
    return json.loads(plantrack.export("annotations"))


def test_annotations_follow_the_rules_of_the_data_model():
    collection = annotations()
    assert collection["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["type"] == "AnnotationCollection"
    page = collection["first"]
    assert (page["type"], page["startIndex"], len(page["items"])) == ("AnnotationPage", 0, collection["total"])
    ids = [item["id"] for item in page["items"]]
    assert len(set(ids)) == len(ids)
    for item in page["items"]:
        assert item["type"] == "Annotation"
        motivations = item["motivation"] if isinstance(item["motivation"], list) else [item["motivation"]]
        assert set(motivations) <= MOTIVATIONS
        for body in item.get("body", []):
            assert body["purpose"] in MOTIVATIONS
            assert body["type"] in ("TextualBody", "SpecificResource")
            assert ("value" in body) == (body["type"] == "TextualBody")
            assert ("source" in body) == (body["type"] == "SpecificResource")
        assert item["target"]["source"].startswith(("http://", "https://", "urn:"))
        for selector in selectors_of(item):
            if selector["type"] == "TextPositionSelector":
                assert 0 <= selector["start"] < selector["end"]
            else:
                assert (selector["type"], bool(selector["exact"])) == ("TextQuoteSelector", True)


def selectors_of(item):
    selector = item["target"].get("selector", [])
    return selector if isinstance(selector, list) else [selector]


def test_no_key_of_an_annotation_is_without_a_meaning():
    known = {"id", "type", "motivation", "body", "target"}
    keys = {key for item in annotations()["first"]["items"] for key in item}
    assert all(key in known or key.startswith("plantrack:") for key in keys)


def test_every_passage_comes_back_from_its_annotation():
    found = {}
    for item in annotations()["first"]["items"]:
        *_, source_id, passage_id = item["id"].split(":")
        by_type = {selector["type"]: selector for selector in selectors_of(item)}
        fields = {key.removeprefix("plantrack:"): part for key, part in item.items() if key.startswith("plantrack:")}
        fields["says"] = next((body["value"] for body in item.get("body", []) if body["type"] == "TextualBody"), None)
        fields["chain"] = tuple(fields.get("chain", ()))
        if "context" in fields:
            kept = {key.removeprefix("plantrack:"): part for key, part in fields["context"].items()}
            fields["context"] = Context(**kept)
        if "TextQuoteSelector" in by_type:
            quote = by_type["TextQuoteSelector"]
            fields["quote"] = Quote(**{key: quote.get(key) for key in ("exact", "prefix", "suffix")})
        if "TextPositionSelector" in by_type:
            position = by_type["TextPositionSelector"]
            fields["position"] = Span(start=position["start"], end=position["end"])
        found[source_id, passage_id] = Passage(id=passage_id, **fields)
    assert found == {(source.id, passage.id): passage for source in SOURCES for passage in source.passages.values()}


def test_an_annotation_names_the_statements_that_rest_on_it():
    (item,) = [
        item
        for item in annotations()["first"]["items"]
        if item["id"].endswith(":gb-news-2025-11-26:territory-not-covered")
    ]
    linked = [body["source"] for body in item["body"] if body["type"] == "SpecificResource"]
    assert "urn:plantrack:statement:19pt@2025-11-23:donetsk-region-forces:claims:2" in linked


# CSL-JSON: item types and variables of the schema 1.0.2.
CSL_TYPES = set(
    "article article-journal article-magazine article-newspaper book broadcast document interview legislation motion_picture pamphlet personal_communication post post-weblog report speech treaty webpage".split()
)
CSL_VARIABLES = set("id type title author container-title issued accessed URL language note archive_location".split())


def test_csl_items_have_the_types_and_variables_of_the_schema():
    for item in json.loads(plantrack.export("csl")):
        assert item["type"] in CSL_TYPES
        assert set(item) <= CSL_VARIABLES
        issued = item.get("issued", {"literal": "x"})
        assert set(issued) in ({"date-parts"}, {"date-parts", "circa"}, {"literal"})
        for parts in issued.get("date-parts", []):
            assert 1 <= len(parts) <= 3
            assert all(isinstance(part, int) for part in parts)


def test_every_source_comes_back_from_csl():
    items = {item["id"]: item for item in json.loads(plantrack.export("csl"))}
    assert {
        source.id: (source.title, source.container_title, source.URL, source.language, source.type)
        for source in SOURCES
    } == {
        key: (item["title"], item.get("container-title"), item.get("URL"), item["language"], item["type"])
        for key, item in items.items()
    }


@pytest.mark.parametrize(
    ("issued", "expected"),
    [
        ("2031-05-04", {"date-parts": [[2031, 5, 4]]}),
        ("2031-05?", {"date-parts": [[2031, 5]], "circa": True}),
        ("2031-05-04/2031-05-06", {"date-parts": [[2031, 5, 4], [2031, 5, 6]]}),
        ("2031-05-XX", {"literal": "2031-05-XX"}),
        ("2031-05-04/..", {"literal": "2031-05-04/.."}),
    ],
)
def test_dates_are_written_as_csl_has_them(tmp_path, issued, expected):
    small(tmp_path, issued=issued)
    (item,) = json.loads(plantrack.export("csl", corpus=tmp_path))
    assert item["issued"] == expected


def small(tmp_path, *, title="A title", issued="2031-05-04", provisions="cap:\n  summary: x\n"):
    made = SmallCorpus(tmp_path)
    made.source("s", ("p", "outlet:herald, person:dorn", "named"), issued=issued)
    record = tmp_path / "seeds" / "s.yaml"
    record.write_text(record.read_text().replace("title: s", f"title: {json.dumps(title, ensure_ascii=False)}"))
    made.version("p", "2031-05-01", provisions)
    return made


@pytest.mark.parametrize(
    "title", ["100% of {it} & more_$5 #1", "Back\\slash ~ and ^", "Ünïcode \u2013 \u201cquoted\u201d", "a, b and c"]
)
def test_a_bibtex_parser_reads_any_title(tmp_path, title):
    small(tmp_path, title=title)
    (entry,) = parse_string(plantrack.export("bibtex", corpus=tmp_path), "bibtex").entries.values()
    shown = entry.fields["title"][1:-1]
    for sign, written in {r"\textbackslash{}": "\\", r"\textasciitilde{}": "~", r"\textasciicircum{}": "^"}.items():
        shown = shown.replace(sign, written)
    for sign in "{}&%$#_":
        shown = shown.replace(f"\\{sign}", sign)
    assert shown == title


def test_every_source_comes_back_from_bibtex():
    entries = parse_string(plantrack.export("bibtex"), "bibtex").entries
    assert sorted(entries.keys()) == sorted(source.id for source in SOURCES)
    for source in SOURCES:
        fields = entries[source.id].fields
        assert fields.get("date") == source.issued
        assert fields.get("url") == source.URL
        assert fields["langid"] == source.language
        assert source.container_title is None or "journal" in fields or "howpublished" in fields


def nested(parts):
    """What the rows of one term say, as the file has it."""
    made = {}
    for path, cell in parts:
        here = made
        *above, last = path.split(".")
        for step in above:
            here = here.setdefault(step, {})
        here[last] = cell
    return lists(made)


def lists(value):
    if not isinstance(value, dict):
        return value
    if value and all(key.isdigit() for key in value):
        return [lists(value[key]) for key in sorted(value, key=int)]
    return {key: lists(part) for key, part in value.items()}


def as_text(value):
    if isinstance(value, dict):
        return {key: as_text(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [as_text(part) for part in value]
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)


def test_every_term_comes_back_from_the_long_table():
    rows = rows_of(plantrack.export("csv"))
    assert tuple(rows[0]) == tuple(LONG_COLUMNS)
    found = {}
    for row in rows:
        if row["term"]:
            key = (f"{row['plan']}@{row['version']}", row["provision"], row["claim"], row["term"])
            found.setdefault(key, []).append((row["part"], row["value"]))
    expected = {
        (version.ref, provision.id, str(index), key): as_text(plain(term))
        for version in VERSIONS
        for provision in version.provisions.values()
        for index, holder in ([*enumerate(provision.claims)] or [("", provision)])
        for key, term in holder.terms.items()
    }
    assert {key: nested(parts) for key, parts in found.items()} == expected


def test_every_passage_of_a_state_stands_in_its_rows():
    cited = {each.rpartition(":")[2] for row in rows_of(plantrack.export("csv")) for each in row["evidence"].split()}
    expected = {
        item.passage
        for version in VERSIONS
        for provision in version.provisions.values()
        for holder in (provision, *provision.claims)
        for item in holder.evidence
    }
    assert cited == expected


def test_what_is_only_spoken_of_is_not_given_a_state():
    rows = [
        row
        for row in rows_of(plantrack.export("csv"))
        if (row["plan"], row["provision"]) == ("19pt", "ua-security-guarantees")
    ]
    assert [(row["part"], row["value"]) for row in rows] == [("mentioned", "true")]


def test_the_wide_table_has_a_row_a_version_and_keeps_silence_from_absence():
    rows = rows_of(plantrack.export("csv", wide=True))
    assert [f"{row['plan']}@{row['version']}" for row in rows] == [version.ref for version in VERSIONS]
    assert tuple(rows[0]) == (*WIDE_COLUMNS, *TOPICS)
    assert {word for row in rows for topic in TOPICS for word in row[topic].split("|")} <= set(TOPIC_VALUES)
    reported = rows[0]
    full = [row for row, version in zip(rows, VERSIONS, strict=True) if version.text_basis == "full_text"]
    assert (reported["frozen_assets"], reported["territory"], reported["sanctions"]) == (
        "removed",
        "removed|not_in_text|deferred",
        "not_reported",
    )
    assert full
    assert not any("not_reported" in row.values() for row in full)


NASTY = ["=1+1", "+1", "-1", "@SUM(A1)", "'=1", '=HYPERLINK("http://x","y")']


@pytest.mark.parametrize("text", NASTY)
def test_no_cell_can_start_a_formula(tmp_path, text):
    provisions = f"cap:\n  claims:\n    - wording: removed\n      summary: {json.dumps('x')}\n      evidence: [s#p]\n"
    small(tmp_path, provisions=provisions)
    file = tmp_path / "plans" / "p" / "2031-05-01.yaml"
    file.write_text(file.read_text().replace("title: p", f"title: {json.dumps(text)}").replace('"x"', json.dumps(text)))
    for wide, column in ((False, "value"), (True, "title")):
        table = plantrack.export("csv", wide=wide, corpus=tmp_path)
        cells = [cell for row in csv.reader(io.StringIO(table, newline="")) for cell in row]
        assert not [cell for cell in cells if cell.startswith(FORMULA)]
        assert text in [row[column] for row in rows_of(table)]


@given(st.text())
def test_no_text_at_all_can_start_a_formula(text):
    assert not guarded(text).startswith(FORMULA)


@pytest.mark.parametrize("sign", FORMULA)
def test_every_sign_that_can_start_a_formula_is_guarded(sign):
    assert guarded(f"{sign}x") == f"'{sign}x"


@given(st.text(st.characters(exclude_characters="\r\0")))
def test_a_guarded_cell_gives_its_text_back(text):
    assert unguarded(guarded(text)) == text
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator="\n").writerow([guarded(text), "x"])
    assert next(csv.reader(io.StringIO(written.getvalue(), newline="")))[0] == guarded(text)


def test_the_whole_corpus_passes_its_schema_and_is_what_the_files_say():
    exported = json.loads(plantrack.export("json"))
    jsonschema.Draft202012Validator(plantrack.schema("corpus")).validate(exported)
    assert set(exported["sources"]) == {source.id for source in SOURCES}
    for version in VERSIONS:
        held = exported["plans"][version.plan]["versions"][version.version]
        assert as_text(held) == as_text(plain(version))
    provisions = exported["plans"]["28pt"]["versions"]["2025-11-20"]["provisions"]
    assert provisions["ua-armed-forces-cap"]["terms"]["cap"]["quantity"][0]["value"] == 600000


def test_it_is_written_to_a_file(tmp_path):
    done = CliRunner().invoke(main, ["export", "--format", "csv", "-o", str(tmp_path / "x.csv")])
    assert (done.exit_code, done.output) == (0, "")
    assert (tmp_path / "x.csv").read_bytes().decode() == plantrack.export("csv")


def written(root, plans):
    """A corpus of some plans, each with two versions of twenty points."""
    root.mkdir()
    small = SmallCorpus(root)
    for number in range(plans):
        small.source(f"page-{number}", ("told", "outlet:herald", "named"))
        points = "".join(
            f"point-{point}:\n  summary: {'Arland withdraws. ' * 40}\n  evidence: ['page-{number}#told']\n"
            for point in range(20)
        )
        for year in (2031, 2032):
            small.version(f"plan-{number:02}", f"{year}-05-01", points)
    return find_corpus(root)


@pytest.mark.parametrize("form", ["csv", "json", "sqlite"])
def test_an_export_of_many_plans_holds_hardly_more_than_one_of_few(tmp_path, form):
    peaks = []
    for plans in (4, 4, 24):
        corpus = written(tmp_path / f"{len(peaks)}", plans)
        list(each_version(corpus))  # what is read once and kept beside the corpus
        tracemalloc.start()
        size = sum(map(len, export_pieces(corpus, form)))
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[2] < peaks[1] + size / 5


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_an_export_that_fails_on_the_way_writes_nothing(tmp_path, form):
    corpus = written(tmp_path / "corpus", 3)
    (corpus.root / "plans/plan-02/2032-05-01.yaml").write_text("schema: plantrack/1\nplan: [")
    (corpus.root / "seeds/page-2.yaml").write_text("schema: plantrack/1\ntitle: [")
    old = tmp_path / "old"
    old.write_text("as it was")
    for output in ((), ("-o", str(old))):
        found = CliRunner().invoke(main, ["export", "--corpus", str(corpus.root), "--format", form, *output])
        assert (found.exit_code, found.stdout) == (2, "")
    assert old.read_text() == "as it was"
    assert {path.name for path in tmp_path.iterdir()} == {"corpus", "old"}
