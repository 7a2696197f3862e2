"""Each rule stands in the table with examples that it decides; each that silences has a near miss that it must not."""

import pytest
from ledger_checks import compared

from plantrack.differences.rules import NAMES, RULES, SILENCES

OF_WHOLE_PAPERS = {"alias", "corpus", "renumbered reference"}
"""They need a corpus or a whole paper, and are tested there."""
SILENCING = [rule for (does, name), rule in RULES.items() if does == SILENCES and name not in OF_WHOLE_PAPERS]
NAMING = [rule for (does, _), rule in RULES.items() if does == NAMES]


@pytest.mark.parametrize(
    ("rule", "pair"), [(r, p) for r in SILENCING for p in r.examples], ids=lambda x: getattr(x, "name", None)
)
def test_a_rule_silences_its_examples(rule, pair):
    found = compared(*pair)
    assert not found.changes, found.changes
    assert rule.name in {one.rule for one in found.silenced}


@pytest.mark.parametrize(
    ("rule", "pair"), [(r, p) for r in SILENCING for p in r.near_misses], ids=lambda x: getattr(x, "name", None)
)
def test_a_near_miss_is_not_silent(rule, pair):
    assert compared(*pair).changes, rule.name


@pytest.mark.parametrize(
    ("rule", "pair"), [(r, p) for r in NAMING for p in r.examples], ids=lambda x: getattr(x, "name", None)
)
def test_a_rule_names_its_examples(rule, pair):
    assert rule.name in {change.rule for change in compared(*pair).changes}


@pytest.mark.parametrize("rule", SILENCING, ids=lambda rule: rule.name)
def test_each_silencing_rule_has_an_example_and_a_near_miss(rule):
    assert rule.examples
    assert rule.near_misses
