"""Fields that the catalogue of kinds does not interpret, compared within a matched pair."""

from collections.abc import Mapping
from decimal import Decimal

from plantrack.differences.leaves import differing_leaves
from plantrack.differences.parts import exact_number
from plantrack.differences.result import Change
from plantrack.model import Provision, Term
from plantrack.value import evolve, fields_of, is_value

_OF_PROVISION = ("topics", "links", "variants", "notes", "extra")
_OF_TERM = ("notes", "extra")
_SETS = ("topics",)
_LEFT_OUT = frozenset({"evidence"})


def field_changes(old: Provision, new: Provision, terms: Mapping[str, str]) -> list[Change]:
    """A `field-changed` for every leaf that differs.

    Args:
        old: A provision.
        new: The provision matched with it.
        terms: Keys of paired terms, old to new.
    """
    changes = _leaves(old, new, _OF_PROVISION, (None, None))
    for old_key, new_key in sorted(terms.items()):
        changes += _leaves(old.terms[old_key], new.terms[new_key], _OF_TERM, (old_key, new_key))
    return [evolve(change, old_ids=(old.id,), new_ids=(new.id,)) for change in changes]


def _leaves(
    old: Provision | Term, new: Provision | Term, names: tuple[str, ...], keys: tuple[str | None, str | None]
) -> list[Change]:
    found = []
    for name in names:
        if getattr(old, name) == getattr(new, name):
            continue
        old_value, new_value = (_field(value, name) for value in (old, new))
        found += [
            Change(
                kind="field-changed",
                term=keys,
                part=".".join((name, *map(str, leaf.path))),
                before=leaf.before,
                after=leaf.after,
            )
            for leaf in differing_leaves(old_value, new_value)
        ]
    return found


def _field(value: Provision | Term, name: str) -> object:
    held = _plain(getattr(value, name))
    if name == "links" and isinstance(held, list):
        return {f"{link['kind']} {link['to']}": link for link in held}
    return sorted(held) if name in _SETS and isinstance(held, list) else held


def _plain(value: object) -> object:
    """A value as JSON would have it, without evidence."""
    if is_value(value):
        names = (attribute.name for attribute in fields_of(type(value)))
        held = {name: _plain(getattr(value, name)) for name in names if name not in _LEFT_OUT}
        return {name: part for name, part in held.items() if part not in (None, [], {})}
    if isinstance(value, Mapping):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(part) for part in value]
    if isinstance(value, Decimal):
        return exact_number(value)
    return value if value is None or isinstance(value, bool | int | str) else str(value)
