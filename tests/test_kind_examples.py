"""Every example in the catalogue of kinds is an example of its kind, and of no other that is not expected."""

from pathlib import Path

import pytest
import yaml

import plantrack
from plantrack.differences.changes import KINDS

ROOT = Path(__file__).parents[1]
EXAMPLES = yaml.safe_load((ROOT / "docs" / "kind_examples.yaml").read_text(encoding="utf-8"))
QUIET = {"provision-reworded"}
DATES = ("2031-01-01", "2031-02-01")
ACTORS = """\
schema: plantrack/1
actors:
  arland: {name: Arland, kind: state}
  belmark: {name: Belmark, kind: state}
  corvia: {name: Corvia, kind: state}
"""
VERSION = """\
schema: plantrack/1
plan: draft
version: "{date}"
date: {date}
title: Draft
text_basis: full_text
{paper}provisions:
  point:
    number: "1"
{provision}"""


def kinds_between(example, folder, *, turned=False):
    corpus = None
    if "versions" in example:
        old, new = example["versions"]
    elif "text" in example:
        old, new = folder / "old.md", folder / "new.md"
        for path, text in zip((old, new), example["text"], strict=True):
            path.write_text(text + "\n", encoding="utf-8")
    else:
        corpus = folder
        ((shape, sides),) = example.items()
        old, new = (write_version(folder, date, shape, side) for date, side in zip(DATES, sides, strict=True))
    pair = (str(new), str(old)) if turned else (str(old), str(new))
    return {change.kind for change in plantrack.diff(*pair, corpus=corpus).changes}


def write_version(folder, date, shape, fields):
    """A version of one point, with some fields of its own, of its point, or of the one term of its point."""
    (folder / "plans" / "draft").mkdir(parents=True, exist_ok=True)
    (folder / "seeds").mkdir(exist_ok=True)
    (folder / "plans" / "actors.yaml").write_text(ACTORS, encoding="utf-8")
    if shape == "term":
        shape, fields = "provision", "terms:\n  duty:\n" + indented(fields, 4)
    text = VERSION.format(
        date=date,
        paper=indented(fields, 0) if shape == "paper" else "",
        provision=indented(fields, 4) if shape == "provision" else "",
    )
    path = folder / "plans" / "draft" / f"{date}.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def indented(lines, width):
    return "".join(f"{' ' * width}{line}\n" for line in lines.splitlines())


def test_every_kind_has_one_example_its_own_or_that_of_its_mirror():
    shown = [kind for example in EXAMPLES for kind in {example, KINDS[example].mirror}]
    assert sorted(shown) == sorted(KINDS)


@pytest.mark.parametrize("kind", EXAMPLES)
def test_the_example_shows_its_kind_and_its_mirror_the_other_way_round(kind, tmp_path, monkeypatch):
    monkeypatch.chdir(ROOT)
    found = kinds_between(EXAMPLES[kind], tmp_path)
    turned = kinds_between(EXAMPLES[kind], tmp_path, turned=True)
    assert kind in found
    assert KINDS[kind].mirror in turned
    if "versions" not in EXAMPLES[kind]:
        assert found - QUIET - {kind} == set()
