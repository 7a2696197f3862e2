"""Values are attrs classes to all that ask attrs, though attrs does not make them."""

import copy
import pickle

import attrs
import pytest

from plantrack.model import Provision, Quantity, Term
from plantrack.value import fields_of


def a_value() -> Provision:
    term = Term(action="limit", quantity=Quantity(measure="people", operator="lteq", value=600, unit="person"))
    return Provision(id="cap", number="6", terms={"cap": term})


def test_attrs_knows_the_fields_their_defaults_and_their_values() -> None:
    assert attrs.has(Provision)
    assert [one.name for one in attrs.fields(Provision)] == [one.name for one in fields_of(Provision)]
    told = attrs.asdict(a_value())
    assert (told["number"], told["terms"]["cap"]["quantity"]["value"]) == ("6", 600)
    assert attrs.fields(Provision).number.default is None
    assert attrs.fields(Term).action.default is attrs.NOTHING


def test_a_value_is_the_same_after_evolve_copy_and_pickle() -> None:
    one = a_value()
    same = (attrs.evolve(one), copy.copy(one), copy.deepcopy(one), pickle.loads(pickle.dumps(one)))
    assert all(other == one and hash(other.number) == hash(one.number) for other in same)
    assert attrs.evolve(one, number="7") != one


def test_values_share_no_default_that_can_change() -> None:
    assert Provision(id="a").terms is not Provision(id="b").terms


@pytest.mark.parametrize("change", [lambda one: setattr(one, "number", "7"), lambda one: delattr(one, "number")])
def test_a_value_cannot_be_changed(change) -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        change(a_value())


@pytest.mark.parametrize("given", [{}, {"id": "cap", "nubmer": "6"}])
def test_what_is_missing_or_unknown_is_refused(given) -> None:
    with pytest.raises(TypeError, match=r"id|nubmer"):
        Provision(**given)
