"""Fields that the catalogue of kinds does not interpret, compared within a matched pair."""

from collections.abc import Mapping

import attrs

from plantrack.differences.result import Change
from plantrack.model import Provision, Term
from plantrack.value import evolve

_OF_PROVISION = ("topics", "links", "variants", "notes", "extra")
_OF_TERM = ("jointly", "manner", "notes", "extra")
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
        for part, before, after in _differences(old_value, new_value) if old_value != new_value else ():
            effect = "mixed" if name in ("jointly", "manner") else "none"
            found.append(
                Change(kind="field-changed", term=keys, part=name + part, before=before, after=after, effect=effect)
            )
    return found


def _field(value: Provision | Term, name: str) -> object:
    held = _plain(getattr(value, name))
    return sorted(held) if name in _SETS and isinstance(held, list) else held


def _differences(old: object, new: object) -> list[tuple[str, object, object]]:
    from deepdiff import DeepDiff

    tree = DeepDiff({"": old}, {"": new}, threshold_to_diff_deeper=0, view="tree")
    found = []
    for levels in tree.values():
        for level in levels:
            path = "".join(f".{step}" for step in level.path(output_format="list")[1:])
            found.append((path, _absent_as_none(level.t1), _absent_as_none(level.t2)))
    return sorted(found, key=lambda leaf: (leaf[0], repr(leaf[1]), repr(leaf[2])))


def _absent_as_none(value: object) -> object:
    return None if type(value).__name__ == "NotPresent" else value


def _plain(value: object) -> object:
    """A value as JSON would have it, without evidence."""
    if attrs.has(type(value)):
        names = (attribute.name for attribute in attrs.fields(type(value)))  # type: ignore[arg-type]
        held = {name: _plain(getattr(value, name)) for name in names if name not in _LEFT_OUT}
        return {name: part for name, part in held.items() if part not in (None, [], {})}
    if isinstance(value, Mapping):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(part) for part in value]
    return value if value is None or isinstance(value, bool | int | str) else str(value)
