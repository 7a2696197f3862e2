"""What is counted: persons under one name, units by the name of their table, and else a noun in the singular."""

from plantrack.errors import nearest_name
from plantrack.language.inflection import pos_of
from plantrack.language.units import unit_called, unit_named, unit_names

PEOPLE = frozenset(
    """person people man men woman women child children soldier troop serviceman servicemen member personnel civilian
    citizen staff officer official expert fighter combatant guard policeman policemen peacekeeper observer monitor
    prisoner detainee refugee returnee inhabitant resident volunteer conscript recruit militant hostage delegate deputy
    deputies judge minister representative voter worker""".split()
)
"""Heads of nouns that count persons."""
PERSON = "person"
"""The one name of what they count."""
_LEAST_NEAR = 4
"""Shorter names are near to too many others."""


def singular(word: str) -> str:
    """The singular of a plain plural.

    >>> [singular(word) for word in ("tanks", "deputies", "boxes", "glass", "men")]
    ['tank', 'deputy', 'box', 'glass', 'man']
    """
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("xes", "ches", "shes", "sses")):
        return word[:-2]
    if word.endswith("men"):
        return word[:-2] + "an"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def right_unit(name: str) -> str:
    """The name under which what is counted is compared: the same where it is right, or any other plain noun.

    >>> [right_unit(name) for name in ("troops", "percent", "kilometers", "tanks", "persno", "battery")]
    ['person', '%', 'km', 'tank', 'person', 'battery']
    """
    if name == PERSON or unit_named(name) is not None:
        return name
    low = name.strip().casefold()
    unit = unit_called(low) or unit_named(name.strip().upper())
    if unit is not None:
        return unit.name
    head = singular(low)
    if head in PEOPLE:
        return PERSON
    if " " in low or "-" in low or pos_of(low):
        return head if head != low else name
    near = nearest_name(low, (*unit_names(), *PEOPLE)) if len(low) >= _LEAST_NEAR else None
    if near is None:
        return head if head != low else name
    called = unit_called(near)
    return PERSON if near in PEOPLE else called.name if called else near
