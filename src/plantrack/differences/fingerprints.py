"""A name for a change that stays the same when the wording around it changes."""

import hashlib
import json
from collections.abc import Mapping
from decimal import Decimal

from plantrack.differences.result import Change
from plantrack.value import evolve

LENGTH = 16
"""Hexadecimal digits; enough that two changes of one corpus do not collide by chance."""


def fingerprint(change: Change) -> Change:
    """The change with its fingerprint: SHA-256 over kind, ids, terms, part, place, before, after, as compact JSON."""
    shape = [
        change.kind, list(change.old_ids), list(change.new_ids), list(change.term), change.part, change.place,
        _normal(change.before), _normal(change.after),
    ]  # fmt: skip
    text = json.dumps(shape, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return evolve(change, fingerprint=hashlib.sha256(text.encode()).hexdigest()[:LENGTH])


def _normal(value: object) -> object:
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, Mapping):
        return {str(key): _normal(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_normal(part) for part in value]
    if isinstance(value, Decimal):
        return str(value.normalize())
    return value
