"""Every leaf in which two nested values differ, found by DeepDiff, which is loaded when it is needed."""

import json
from collections.abc import Mapping
from typing import NamedTuple

_LIST = "\x00"
"""Before a list that is compared as one leaf; no file holds this character."""


class Leaf(NamedTuple):
    """A place where two nested values differ."""

    path: tuple[str, ...]
    """Keys and places of lists, from the outside in."""
    before: object
    """None where only the new value has it."""
    after: object


def differing_leaves(old: object, new: object) -> list[Leaf]:
    """The leaves in which two values of JSON differ, in the order of their paths.

    A list is one leaf, but a list of mappings is compared place by place: DeepDiff tells what came into the middle of a
    list otherwise on the way back.

    >>> differing_leaves({"a": {"b": 1}}, {"a": {"b": 2}})
    [Leaf(path=('a', 'b'), before=1, after=2)]
    """
    if old == new:
        return []
    from deepdiff import DeepDiff

    first, second = {"": _without_lists(old)}, {"": _without_lists(new)}
    found = [
        Leaf(tuple(map(str, level.path(output_format="list")[1:])), _with_lists(level.t1), _with_lists(level.t2))
        for levels in DeepDiff(first, second, threshold_to_diff_deeper=0, view="tree").values()
        for level in levels
    ]
    return sorted(found, key=repr) or [Leaf((), old, new)]


def _without_lists(value: object) -> object:
    if isinstance(value, Mapping):
        return {str(key): _without_lists(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        if value and all(isinstance(item, Mapping) for item in value):
            return {str(place): _without_lists(item) for place, item in enumerate(value)}
        return _LIST + json.dumps(value)
    return value


def _with_lists(value: object) -> object:
    if type(value).__name__ == "NotPresent":
        return None
    if isinstance(value, Mapping):
        return {key: _with_lists(part) for key, part in value.items()}
    if isinstance(value, str) and value.startswith(_LIST):
        return json.loads(value.removeprefix(_LIST))
    return value
