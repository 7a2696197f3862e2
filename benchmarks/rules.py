"""How often each rule that names a difference fired, and how often it was right, by the truth of tables.

    python benchmarks/rules.py [FOLDER ...]

Without folders, the tables of the tests: `tests/clauses/pairs.tsv` and `tests/held_out`. A folder holds
`pairs/NAME/old.md`, `new.md` and `truth.json`, `cases/NAME.json`, or both. A claim is right if the truth has a change
of that subject at that place, or names it as another right answer; what a truth leaves open counts for nobody. A rule
under eight of ten is to be mended, or its finds belong to what is left unexplained.
"""

import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from plantrack.corpus import find_corpus, resolve
from plantrack.differences.changes import KINDS
from plantrack.differences.papers import compare_papers
from plantrack.differences.result import Change

TESTS = Path(__file__).parent.parent / "tests"
RIGHT, WRONG, OPEN = "right", "wrong", "open"
LIMITS = frozenset({"restriction", "quantifier", "reference"})
"""Subjects by which a difference may be told whatever else a truth calls it."""
FAMILIES = {
    "deadline": "quantity", "counterparty": "bearer", "place": "scope", "condition": "scope", "exception": "scope",
    "action": "term", "object": "term",
}  # fmt: skip
"""Subjects that one reader calls this and another that."""


def main(folders: list[str]) -> None:
    """Prints the table."""
    counts: Counter[tuple[str, str]] = Counter()
    judged = [case for folder in folders for case in cases_in(Path(folder))] if folders else tables_of_the_tests()
    for old, new, truth in judged:
        for change in told(old, new):
            counts[change.rule or "", verdict(change, truth)] += 1
    rules = sorted({rule for rule, _ in counts})
    print(f"{'rule':<18}{'fired':>6}{'right':>7}{'wrong':>7}{'open':>6}{'share':>7}")
    for rule in [*rules, None]:
        row = [sum(n for (one, said), n in counts.items() if said == column and rule in (one, None)) for column in
               (RIGHT, WRONG, OPEN)]  # fmt: skip
        share = f"{row[0] / (row[0] + row[1]):.2f}" if row[0] + row[1] else "-"
        print(f"{rule or 'all':<18}{sum(row):>6}{row[0]:>7}{row[1]:>7}{row[2]:>6}{share:>7}")


def tables_of_the_tests() -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """The clauses that vary one thing, and the papers kept aside."""
    for line in (TESTS / "clauses" / "pairs.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            old, new, truth = line.split("\t")
            answers = [] if truth == "same" else [{"kind": "*"}] if truth == "differs" else [
                {"kind": one.split("|")[0], "or": one.split("|")[1:]} for one in truth.split()
            ]  # fmt: skip
            yield f"1. {old}", f"1. {new}", {"optional_changes" if truth == "differs" else "changes": answers}
    yield from cases_in(TESTS / "held_out")


def cases_in(folder: Path) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """Both texts and the truth of each pair and each case of a folder."""
    for path in sorted(folder.glob("pairs/*/truth.json")):
        old, new = (path.with_name(name).read_text(encoding="utf-8") for name in ("old.md", "new.md"))
        yield old, new, json.loads(path.read_text(encoding="utf-8"))
    for path in sorted(folder.glob("cases/*.json")):
        held = json.loads(path.read_text(encoding="utf-8"))
        for case in held if isinstance(held, list) else [held]:
            old, new = (side if isinstance(side, str) else "\n".join(side) for side in (case["old"], case["new"]))
            answers = [case["expect"], *case.get("also_right", [])]
            yield old, new, {"changes": [one for answer in answers for one in answer if "kind" in one]}


def told(old: str, new: str) -> list[Change]:
    """What the rules name of two texts."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in ("old.md", "new.md")]
        for path, text in zip(paths, (old, new), strict=True):
            path.write_text(text.rstrip() + "\n", encoding="utf-8")
        corpus = find_corpus()
        diff = compare_papers(*(resolve(str(path), corpus) for path in paths)).diff
    return [change for change in diff.changes if change.rule is not None]


def verdict(change: Change, truth: Mapping[str, Any]) -> str:
    """Whether a claim is right, wrong, or left open by the truth."""
    for said, list_of in ((RIGHT, "changes"), (OPEN, "optional_changes")):
        if any(fits(change, one) for one in truth.get(list_of, ())):
            return said
    return WRONG


def fits(change: Change, one: Mapping[str, Any]) -> bool:
    """Whether a line of a truth is about what a claim says, at a place that they share."""
    for mine, theirs in ((change.old, one.get("old")), (change.new, one.get("new"))):
        if theirs and not set(map(str, theirs)) & {number for number in mine if number}:
            return False
    kinds = [
        one.get("kind", f"{one.get('family', 'any')}-*").replace("any-*", "*"),
        *(other if isinstance(other, str) else other["kind"] for other in one.get("or", ())),
    ]
    return any(is_of_kind(change.kind, kind.removeprefix("term-") if "-changed" in kind else kind) for kind in kinds)


def is_of_kind(kind: str, wanted: str) -> bool:
    """Whether a kind is the one wanted, or as near to it as two readers may be."""
    if fnmatchcase(kind, wanted):
        return True
    subject, other = KINDS[kind].subject, wanted.partition("-")[0]
    return subject in LIMITS or FAMILIES.get(subject, subject) == FAMILIES.get(other, other)


if __name__ == "__main__":
    main(sys.argv[1:])
