"""The examples of the docs that are no command lines are true as well: Python runs, excerpts stand in their files."""

import contextlib
import io
import re
import shutil

import attrs
import pytest
from pages import NAMES, PAGES, ROOT, Program, fits, steps_of, trimmed

from plantrack import model
from plantrack.model.fields import OneOrMany, marks_of, name_in_file
from plantrack.model.positions import Position

EXCERPT = re.compile(r"^<!-- from (\S+)(?: of (\S+))? -->\n+```yaml\n(.*?)^```", re.MULTILINE | re.DOTALL)
FORMAT = (ROOT / "docs" / "reference" / "file-format.md").read_text(encoding="utf-8")
IN_FILES = {"container_title": "container-title"}
"""Fields that are written otherwise in files."""


RECORDS = (
    model.Actor, model.Claim, model.Companion, model.Deadline, model.Descent, model.Evidence, model.Link, model.Passage,
    model.Plan, Position, model.Provision, model.Quantity, model.Quote, model.Source, model.Span, model.Term,
    model.TextDigest, model.Variant, model.Version,
)  # fmt: skip


PROGRAMS = {
    name: programs
    for name, page in zip(NAMES, PAGES, strict=True)
    if (programs := [step for step in steps_of(page.read_text(encoding="utf-8")) if isinstance(step, Program)])
}


@pytest.mark.parametrize("page", sorted(PROGRAMS))
def test_python_of_a_page_runs_from_top_to_bottom_and_prints_what_the_page_shows(page, monkeypatch, tmp_path):
    for name in ("plans", "seeds", "examples", "docs"):
        shutil.copytree(ROOT / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)  # what a page writes stays out of the tree
    names, all_printed = {}, ""
    for program in PROGRAMS[page]:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(program.text, f"{page}:{program.line}", "exec"), names)
        all_printed += printed.getvalue()
        if program.output:
            assert fits(trimmed(printed.getvalue()), list(program.output)), (
                f"{page}:{program.line}\n{printed.getvalue()}"
            )
    assert all_printed.strip()


@pytest.mark.parametrize("excerpt", EXCERPT.findall(FORMAT), ids=lambda found: found[0])
def test_an_excerpt_stands_in_its_file(excerpt):
    name, corpus, lines = excerpt
    assert lines in (ROOT / corpus / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_field_of_a_file_is_on_its_page(record):
    named = set(re.findall(r"`([\w-]+)`", FORMAT))
    unwritten = {"id", "schema", "extra"}
    fields = {IN_FILES.get(attribute.name, attribute.name) for attribute in attrs.fields(record)} - unwritten
    assert sorted(fields - named) == []


def test_the_lists_that_need_no_brackets_are_on_their_page():
    marked = {
        name_in_file(record, field)
        for record in (*RECORDS, model.Lineage)
        for field in attrs.fields(record)
        if any(isinstance(mark, OneOrMany) for mark in marks_of(field.type)[1])
    }
    (sentence,) = re.findall(
        r"^A single item needs no brackets in these lists: (.*?)\.", FORMAT, re.MULTILINE | re.DOTALL
    )
    assert re.findall(r"`(\w+)`", sentence) == sorted(marked)


def test_the_records_that_take_fields_of_ones_own_are_on_their_page():
    own = {record.__name__.lower() for record in RECORDS if "extra" in attrs.fields_dict(record)}
    (sentence,) = re.findall(
        r"^Fields whose names start with `x-`.*?They may stand in (.*?);", FORMAT, re.MULTILINE | re.DOTALL
    )
    assert set(re.findall(r"an? (\w+)", sentence)) == own
