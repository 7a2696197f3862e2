"""Sentences that laws are tried on: of examples and cases in this repository, and of real treaties where they are at hand."""

import json
import re
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
TREATIES = ROOT.parent / "shared" / "treaties"
_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[A-Z(])")


@lru_cache(maxsize=1)
def texts():
    """Whole texts in the repository."""
    found = [
        path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("examples/**/*.md")) if path.name != "README.md"
    ]
    found += [path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("tests/**/*.md"))]
    for path in sorted(ROOT.glob("tests/held_out/cases/*.json")):
        case = json.loads(path.read_text(encoding="utf-8"))
        found += [case["old"], case["new"]]
    return tuple(found)


@lru_cache(maxsize=1)
def sentences():
    """Sentences of a few words or more, each once, in a fixed order."""
    found = dict.fromkeys(
        sentence.strip()
        for text in texts()
        for line in text.splitlines()
        for sentence in _SENTENCE.split(re.sub(r"^[\s#>*-]*(?:\d+[.)]|\(?[a-z][.)])?\s*", "", line))
        if 4 <= len(sentence.split()) <= 60
    )
    return tuple(found)


@lru_cache(maxsize=1)
def treaty_sentences():
    """Sentences of the real treaties; none where they are not at hand."""
    found = dict.fromkeys(
        sentence.strip()
        for path in sorted(TREATIES.glob("*.md"))
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines()
        for sentence in _SENTENCE.split(line)
        if 4 <= len(sentence.split()) <= 60
    )
    return tuple(found)
