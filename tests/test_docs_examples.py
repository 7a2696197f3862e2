"""The examples of the docs that are no command lines are true as well: Python runs, excerpts stand in their files."""

import contextlib
import io
import re
from pathlib import Path

import attrs
import pytest

from plantrack import model
from plantrack.model.positions import Position

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
PYTHON = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
EXCERPT = re.compile(r"^<!-- from (\S+)(?: of (\S+))? -->\n+```yaml\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#\s]*)(?:#([^)\s]+))?\)")
FORMAT = (ROOT / "docs" / "reference" / "file-format.md").read_text(encoding="utf-8")
IN_FILES = {"container_title": "container-title"}
"""Fields that are written otherwise in files."""


RECORDS = (
    model.Actor, model.Claim, model.Companion, model.Deadline, model.Descent, model.Evidence, model.Link, model.Passage,
    model.Plan, Position, model.Provision, model.Quantity, model.Quote, model.Source, model.Span, model.Term,
    model.TextDigest, model.Variant, model.Version,
)  # fmt: skip


def programs():
    for page in PAGES:
        for number, program in enumerate(PYTHON.findall(page.read_text(encoding="utf-8")), start=1):
            yield pytest.param(program, id=f"{page.relative_to(ROOT).as_posix()}-{number}")


def anchors(page):
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("program", list(programs()))
def test_python_of_the_docs_runs_and_prints(program, monkeypatch):
    monkeypatch.chdir(ROOT)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(program, "docs", "exec"), {})
    assert printed.getvalue().strip()


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


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_between_pages_lead_somewhere(page):
    for target, anchor in LINK.findall(page.read_text(encoding="utf-8")):
        if target.startswith(("http:", "https:")):
            continue
        path = (page.parent / target) if target else page
        assert path.exists(), target
        assert not anchor or anchor in anchors(path), f"{target}#{anchor}"
