"""The table of directions that the docs print is the one that the code goes by."""

from itertools import pairwise
from pathlib import Path

import pytest

from plantrack.differences.directions import NORMS, effect_of, figure_part, norm_of, table_rows
from plantrack.facts.force import Force, compare_force, find_force
from plantrack.language.tokens import tokens_of

PAGE = Path(__file__).parent.parent / "docs" / "explanation" / "stronger-and-weaker.md"
EFFECTS = {"more": "strengthened", "less": "weakened", "mixed": "mixed", "—": None}
TURNED = {"strengthened": "weakened", "weakened": "strengthened", "mixed": "mixed", None: None}


def tables():
    """The tables of the page, each as rows of cells under its head."""
    found, rows = [], []
    for line in [*PAGE.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip("|").split("|")])
        elif rows:
            found.append((rows[0], rows[2:]))
            rows = []
    return found


def direction_rows():
    ((head, rows),) = [(head, rows) for head, rows in tables() if head[0] == "part"]
    assert tuple(head[3:]) == NORMS
    return [(part.strip("`"), change.strip("`"), *cells) for part, change, _, *cells in rows]


@pytest.mark.parametrize("row", direction_rows(), ids=lambda row: "-".join(row[:2]))
def test_the_code_says_what_the_page_says(row):
    part, change, *cells = row
    assert [effect_of(part, change, norm) for norm in NORMS] == [EFFECTS[cell] for cell in cells]


def test_every_direction_of_the_code_is_on_the_page():
    printed = {(part, change) for part, change, *_ in direction_rows()}
    assert printed <= set(table_rows())
    assert len(table_rows()) == 2 * len(printed)


def test_the_opposite_change_has_the_opposite_effect():
    rows = table_rows()
    for (part, change), (same, opposite) in zip(rows[::2], rows[1::2], strict=True):
        assert part == same
        for norm in NORMS:
            assert effect_of(part, opposite, norm) == TURNED[effect_of(part, change, norm)]


def test_what_is_in_no_row_has_no_direction():
    assert effect_of("condition", "changed", "duty") is None
    assert effect_of("manner", "added", "duty") is None
    assert effect_of("condition", "added", "definition") is None
    assert effect_of("condition", "added", None) is None
    assert effect_of("condition", "added", Force("no_duty")) is None
    assert effect_of("condition", "added", Force("permission", "not")) is None
    assert effect_of("floor", "longer", "duty") is None


@pytest.mark.parametrize(
    ("sentence", "part", "change", "effect"),
    [
        ("Arland shall report every 30 days.", "interval", "longer", "weakened"),
        ("Citizens may propose laws with 50,000 signatures.", "threshold", "raised", "strengthened"),
        ("Arland may import arms.", "term", "added", None),
        ("Arland shall not station guards in Oss.", "term", "added", "strengthened"),
        ("Arland is not obliged to station guards.", "term", "added", None),
        ("Arland may station 500 guards.", "figure", "raised", "weakened"),
        ("Arland shall deliver 500 trucks.", "figure", "raised", "strengthened"),
        ("Arland shall not keep more than 500 guns.", "ceiling", "lowered", "strengthened"),
        ("Arland is entitled to keep up to 500 guns.", "ceiling", "lowered", "strengthened"),
        ("Arland shall not base foreign troops in Oss.", "restriction", "added", "weakened"),
        ("Arland shall give guarantees.", "restriction", "added", None),
        ("Arland undertakes to withdraw.", "softening", "added", "weakened"),
        ("Arland should withdraw within 30 days.", "deadline", "later", "weakened"),
    ],
)
def test_sentences_that_were_read_the_wrong_way_round_have_their_direction(sentence, part, change, effect):
    (force,) = [fact.value for fact in find_force(tokens_of(sentence)) if fact.kind == "force"]
    assert effect_of(part, change, force) == effect


def test_the_forces_on_the_page_stand_in_its_order():
    ((_, rows),) = [(head, rows) for head, rows in tables() if head[0] == "force"]
    forces = [Force(row[0].replace(" ", "_")) for row in rows]
    for firm, weak in pairwise(forces):
        assert compare_force(firm, weak) == ("modality-weakened", "weakened")


@pytest.mark.parametrize("row", next(rows for head, rows in tables() if head[0] == "force"), ids=lambda row: row[0])
def test_the_words_on_the_page_have_the_force_of_their_row(row):
    for phrase in row[1].split(";")[0].split(","):
        (force,) = [fact.value for fact in find_force(tokens_of(f"Arland {phrase} pay.")) if fact.kind == "force"]
        assert force.force == row[0].replace(" ", "_"), phrase


def test_a_force_is_that_of_a_duty_a_ban_or_a_permission_or_of_none():
    assert norm_of(Force("duty")) == norm_of(Force("expectation")) == "duty"
    assert norm_of(Force("duty", "no_longer")) == "ban"
    assert norm_of(Force("permission")) == "permission"
    assert norm_of(Force("performative")) is None


def test_a_figure_is_a_ceiling_a_floor_or_bare():
    assert [figure_part(operator, bare=False) for operator in ("lt", "lteq", "gt", "gteq")] == ["ceiling"] * 2 + [
        "floor"
    ] * 2
    assert figure_part("eq", bare=True) == "figure"
    assert figure_part("eq", bare=False) is figure_part("about", bare=True) is None
