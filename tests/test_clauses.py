"""What is said of clauses that vary one thing: nothing true is passed over, and little is claimed that is not so."""

import sys
from pathlib import Path

import pytest

from plantrack.differences.changes import KINDS
from plantrack.differences.texts import Wording, compare_texts
from plantrack.differences.views import names_of
from plantrack.language.tokens import tokens_of

TABLE = Path(__file__).parent / "clauses" / "pairs.tsv"
UNEXPLAINED = "wording-unexplained"
SAME, DIFFERS = "same", "differs"


def rows():
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]


def kinds_told(old, new):
    names = names_of(()).defining([tokens_of(old), tokens_of(new)])
    found = compare_texts([Wording(id="a", text=old)], [Wording(id="b", text=new)], names)
    return [change.kind for change in found.changes]


@pytest.fixture(scope="module")
def told():
    """Of each row its truth, as sets of kinds that are right, and the kinds that are told."""
    return [(old, new, truth, kinds_told(old, new)) for old, new, truth in rows()]


def share(some, of):
    return some / of if of else 1.0


def test_the_table_names_kinds_of_the_catalogue_alone():
    named = {kind for *_, truth in rows() if truth not in (SAME, DIFFERS) for kind in truth.replace("|", " ").split()}
    assert named <= {kind.id for kind in KINDS.values() if kind.substance}
    assert len({row[:2] for row in rows()}) == len(rows())


def test_no_clause_that_differs_is_passed_over_in_silence(told):
    assert [(old, new) for old, new, truth, kinds in told if truth != SAME and not kinds] == []


def test_what_is_claimed_of_clauses_is_right_and_what_says_the_same_is_seldom_left(told):
    claims = right = true = claimed = same = left = false = 0
    for _, _, truth, kinds in told:
        named = [kind for kind in kinds if kind != UNEXPLAINED]
        wanted = [] if truth in (SAME, DIFFERS) else [set(each.split("|")) for each in truth.split()]
        if truth == SAME:
            same += 1
            false += bool(named)
            left += UNEXPLAINED in kinds and not named
        if truth != DIFFERS:
            claims += len(named)
            right += sum(any(kind in each for each in wanted) for kind in named)
            true += len(wanted)
            claimed += sum(any(kind in each for kind in named) for each in wanted)
    sys.stdout.write(
        f"claimed {share(claimed, true):.2f} of {true} true changes; right {share(right, claims):.2f} of {claims} claims; "
        f"of {same} that say the same {false} with a claim, {share(left, same):.2f} left to be read\n"
    )
    assert share(right, claims) >= 0.85
    assert share(claimed, true) > 0.5  # who claims nothing is never wrong
    assert share(left, same) <= 0.5
