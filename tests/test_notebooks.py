"""What Python gives shows itself in a notebook, and stays the value that it is."""

import pickle
from pathlib import Path

import pytest
from attrs import evolve

import plantrack
from plantrack.differences.result import Diff

RIVER = Path(__file__).parents[1] / "examples" / "river"
OLD, NEW = (str(RIVER / f"{name}.md") for name in ("old", "new"))
ASKED = {
    "check": plantrack.check,
    "compare": lambda: plantrack.compare("28pt", "19pt"),
    "diff": lambda: plantrack.diff(OLD, NEW),
    "evidence": lambda: plantrack.evidence("19pt", "6"),
    "explain": lambda: plantrack.explain(OLD, NEW, "2"),
    "list": lambda: plantrack.list("28pt"),
    "log": lambda: plantrack.log("19pt"),
    "outline": lambda: plantrack.outline(OLD),
    "positions": lambda: plantrack.positions("Russia", on="28pt"),
    "precedents": lambda: plantrack.precedents("All prisoners shall be released.", RIVER),
    "settle": lambda: plantrack.settle("20pt@2025-12-24"),
    "show": lambda: plantrack.show("19pt", "6"),
    "status": plantrack.status,
    "timeline": lambda: plantrack.timeline("2025-11-20", "2025-11-24"),
    "trace": lambda: plantrack.trace("ua-armed-forces-cap"),
}


@pytest.mark.parametrize("name", ASKED)
def test_what_a_command_gives_shows_itself_as_its_answer(name):
    made = ASKED[name]()
    assert made._repr_html_().startswith("<h1>")
    assert "<script" not in made._repr_html_()
    assert made._repr_markdown_().startswith("# ")


def test_what_shows_itself_is_of_its_class_and_equal_to_what_says_the_same():
    made = plantrack.diff(OLD, NEW)
    assert isinstance(made, Diff)
    assert made == plantrack.diff(OLD, NEW)
    assert made != plantrack.diff(NEW, OLD)
    assert repr(made).startswith("Diff(")
    assert isinstance(plantrack.positions("Russia"), tuple)


def test_a_copy_is_the_plain_value_and_what_was_changed_does_not_show_what_it_was():
    made = plantrack.diff(OLD, NEW)
    copied = pickle.loads(pickle.dumps(made))
    assert type(copied) is Diff
    assert copied.changes == made.changes
    assert evolve(made, changes=())._repr_html_() is None
    assert type(pickle.loads(pickle.dumps(plantrack.positions("Russia")))) is tuple
