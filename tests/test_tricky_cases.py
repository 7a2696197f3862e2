"""The page of tricky cases says what plantrack says."""

import re
from pathlib import Path

import pytest

import plantrack

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "tricky-cases.md"
CASE = re.compile(r"^### (?P<title>.+?)\n.*?^```text\n(?P<body>.*?)^```", re.MULTILINE | re.DOTALL)
NOTHING = "nothing of substance"
HEAD = 5
"""The width of `OLD  `, `NEW  ` and `SAYS `."""
LEAST = 20


def parts_of(body):
    """The lines under OLD, NEW and SAYS; a line without one of these words goes on with the part before."""
    parts = {}
    for line in body.splitlines():
        head = line[:HEAD].strip()
        if head:
            name = head
        parts.setdefault(name, []).append(line[HEAD:])
    return parts


def answer(diff):
    changes = [said_of(change) for change in diff.changes if change.kind != "provision-reworded"]
    rules = ", ".join(dict.fromkeys(one.rule for one in diff.silenced))
    return sorted(changes) or [f"{NOTHING} ({rules})" if rules else NOTHING]


def said_of(change):
    """The kind, the points if there are any, the effect if there is one, and the words of both sides."""
    points = f" {' '.join(change.old) or '-'} -> {' '.join(change.new) or '-'}" if change.old or change.new else ""
    effect = f", {change.effect}" if change.effect not in (None, "none") else ""
    words = [f'"{one}"' if isinstance(one, str) else "nothing" for one in (change.before, change.after)]
    shown = f": {' -> '.join(words)}" if change.words is not None else ""
    return f"{change.kind}{points}{effect}{shown}"


CASES = {found["title"]: parts_of(found["body"]) for found in CASE.finditer(PAGE.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("title", CASES)
def test_plantrack_says_of_a_tricky_case_what_the_page_says(title, tmp_path):
    old, new = tmp_path / "old.md", tmp_path / "new.md"
    for path, name in ((old, "OLD"), (new, "NEW")):
        path.write_text("\n".join(CASES[title][name]) + "\n", encoding="utf-8")
    assert answer(plantrack.diff(str(old), str(new))) == sorted(CASES[title]["SAYS"])


def test_every_heading_of_the_page_has_its_case():
    headings = re.findall(r"^### (.+)$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert headings == list(CASES)
    assert len(CASES) >= LEAST
    assert all(set(case) == {"OLD", "NEW", "SAYS"} for case in CASES.values())
