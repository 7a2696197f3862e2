"""Every example in the catalogue of kinds is an example of its kind, and of no other that is not expected."""

from pathlib import Path

import pytest
import yaml

import plantrack
from plantrack.differences.changes import KINDS

ROOT = Path(__file__).parents[1]
EXAMPLES = yaml.safe_load((ROOT / "docs" / "kind_examples.yaml").read_text(encoding="utf-8"))
QUIET = {"provision-reworded"}
VERSION = """\
schema: plantrack/1
plan: {plan}
version: "{version}"
date: {date}
title: Draft
text_basis: full_text
provisions:
  point:
    number: "1"
"""


def kinds_between(example, folder, *, turned=False):
    if "versions" in example:
        old, new = example["versions"]
    elif "text" in example:
        old, new = folder / "old.md", folder / "new.md"
        for path, text in zip((old, new), example["text"], strict=True):
            path.write_text(text + "\n", encoding="utf-8")
    else:
        old, new = folder / "2031-01-01.yaml", folder / "2031-02-01.yaml"
        for path, fields in zip((old, new), example["provision"], strict=True):
            indented = "".join(f"    {line}\n" for line in fields.splitlines())
            head = VERSION.format(plan="draft", version=path.stem, date=path.stem)
            path.write_text(head + indented, encoding="utf-8")
    pair = (str(new), str(old)) if turned else (str(old), str(new))
    return {change.kind for change in plantrack.diff(*pair).changes}


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
