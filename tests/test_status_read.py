"""A wording may leave its matter to later, or say that the parties do not agree on it; then its point has that status."""

import pytest

from plantrack.corpus import find_corpus, resolve
from plantrack.differences.papers import compare_papers
from plantrack.facts.status import find_status
from plantrack.language.tokens import sentence_ends, tokens_of

DEFERRED = [
    "[Deferred: command of the police]",
    "[Pending] Belmark shall free the pilots.",
    "The future of the base is left to later talks.",
    "The status of the islet is deferred to the second round.",
    "The question of tolls shall be settled in later negotiations.",
    "The size of the fleet is left to the presidents.",
    *(f"Command of the guard: {remark}." for remark in ("tbd", "TBD", "to be agreed", "to be determined", "open")),
]
DISPUTED = [
    "[Not agreed] Morova shall leave.",
    "Morova shall leave. [Disputed: the parties disagree on this point.]",
    "Belmark shall free the pilots. (not agreed)",
    "The parties have not agreed on the course of the border.",
    "The ownership of the mine remains disputed.",
]
NEITHER = [
    "Morova shall leave at a date to be agreed.",
    "If the parties do not agree, the court shall decide.",
    "The commission shall settle disputed claims.",
    "The army shall be put under civilian control.",
    "Morova shall open the pending files.",
]


def values_in(text):
    tokens = tokens_of(text)
    return {fact.value for fact in find_status(tokens, sentence_ends(tokens))}


@pytest.mark.parametrize("text", DEFERRED)
def test_what_is_left_to_later_is_read(text):
    assert values_in(text) == {"deferred"}


@pytest.mark.parametrize("text", DISPUTED)
def test_what_is_not_agreed_is_read(text):
    assert values_in(text) == {"disputed"}


@pytest.mark.parametrize("text", NEITHER)
def test_what_only_sounds_so_gives_no_status(text):
    assert values_in(text) == set()


@pytest.fixture
def told(tmp_path):
    def compare(old, new):
        for name, text in (("old", old), ("new", new)):
            (tmp_path / f"{name}.md").write_text(f"1. {text}\n2. The weir stays closed.\n")
        corpus = find_corpus()
        diff = compare_papers(*(resolve(str(tmp_path / f"{name}.md"), corpus) for name in ("old", "new"))).diff
        return [(change.kind, change.old, change.new, change.effect) for change in diff.changes]

    return compare


@pytest.mark.parametrize(
    ("kind", "back", "words"),
    [("status-deferred", "status-settled", "[Deferred]"), ("status-disputed", "status-undisputed", "[Not agreed]")],
)
def test_a_status_that_came_or_went_is_one_change_without_another_beside_it(told, kind, back, words):
    plain, marked = "Morova shall leave the fort.", f"Morova shall leave the fort. {words}"
    assert told(plain, marked) == [(kind, ("1",), ("1",), "none")]
    assert told(marked, plain) == [(back, ("1",), ("1",), "none")]


def test_beside_a_status_what_else_differs_is_told(told):
    found = told("Morova shall leave within 30 days.", "Morova shall leave within 60 days. [Deferred]")
    assert {kind for kind, *_ in found} == {"status-deferred", "deadline-later"}
