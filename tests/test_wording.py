"""Whether words changed that the other changes do not explain."""

import pytest

from plantrack.differences.terms import OwnedTerm, compare_terms
from plantrack.differences.wording import is_reworded
from plantrack.extraction import ActorNames, extract

NAMES = ActorNames()


def reworded(old: str, new: str) -> bool:
    sides = [extract(text, NAMES).terms for text in (old, new)]
    owned = [
        [OwnedTerm(owner=str(side), key=key, term=term, text=text) for key, term in terms.items()]
        for side, (terms, text) in enumerate(zip(sides, (old, new), strict=True))
    ]
    changes = compare_terms(*owned, old_complete=True, new_complete=True, by_key=False).changes
    return is_reworded(old, new, changes, sides[0].values(), sides[1].values())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Morova shall keep 80,000 men.", "Morova shall keep 95,000 men."),
        ("Morova shall keep no more than forty thousand men.", "Morova shall keep no more than 35,000 men."),
        ("Morova shall leave within 30 days.", "Morova shall leave as soon as possible."),
        ("Morova shall leave.", "Morova shall leave, unless it is attacked."),
        ("Morova shall free all captives.", "Morova shall free all captives, except those convicted of murder."),
        ("Morova should open the gate.", "Morova shall open the gate."),
        ("Morova shall patrol Tarsk.", "Kestria shall patrol Tarsk."),
        (
            "Tolls shall be shared 70 percent to Kestria and 30 percent to Morova.",
            "Tolls shall be shared 30 percent to Kestria and 70 percent to Morova.",
        ),
    ],
)
def test_words_that_a_change_explains_are_no_rewording(old: str, new: str) -> None:
    assert not reworded(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Morova shall free all captives.", "Morova shall release every prisoner."),
        (
            "Morova shall leave within 30 days of signing.",
            "Within 20 days of signing the troops of Morova shall depart.",
        ),
        ("Morova shall withdraw all its guns within 30 days.", "Morova shall withdraw its guns within 40 days."),
        ("Morova shall open the gate, and Kestria the port.", "Kestria shall open the port, and Morova the gate."),
    ],
)
def test_other_words_are_a_rewording(old: str, new: str) -> None:
    assert reworded(old, new)


def test_british_and_american_spelling_are_one_word() -> None:
    assert not reworded("Morova shall honor the program of defense.", "Morova shall honour the programme of defence.")


def test_case_punctuation_and_invisible_characters_are_no_words() -> None:
    assert not reworded("Morova shall leave; at once.", "morova shall le\u00adave, AT\u00a0once")


def test_a_text_that_was_not_seen_cannot_be_reworded() -> None:
    assert not is_reworded(None, "Morova shall leave.", (), (), ())
