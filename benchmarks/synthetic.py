"""Invented plans of any size, and the same plans after known edits.

5 % of the points have another figure, 3 % are gone, 3 % are new, 10 % stand elsewhere.
Nothing in them is of a real paper.
"""

import random
from typing import Any

from attrs import frozen

CHANGED, ADDED, REMOVED, MOVED = 0.05, 0.03, 0.03, 0.10
_ACTORS = (
    "the northern side",
    "the southern side",
    "the mission",
    "the council",
    "the guarantors",
    "the joint commission",
)
_DUTIES = ("shall withdraw", "shall reopen", "may inspect", "undertakes to fund", "must not station", "shall register")
_SYLLABLES = (
    "ba",
    "dor",
    "el",
    "fin",
    "gra",
    "hol",
    "ima",
    "kes",
    "lu",
    "mar",
    "nor",
    "opa",
    "ris",
    "sol",
    "tan",
    "vek",
)

Point = dict[str, Any]


@frozen(kw_only=True)
class Pair:
    """A plan before and after, and what was done to it. Points are in the shape of the files, in order."""

    old: list[Point]
    new: list[Point]
    changed: tuple[str, ...]
    added: tuple[str, ...]
    removed: tuple[str, ...]

    @property
    def kept(self) -> tuple[str, ...]:
        """The ids of the points that stand in both."""
        gone = set(self.removed)
        return tuple(point["id"] for point in self.old if point["id"] not in gone)


def make_pair(points: int, *, seed: int = 1, reword: float = 0.0) -> Pair:
    """A plan of so many points, and the same after the edits.

    Args:
        points: How many points the old plan has.
        seed: The same seed gives the same pair.
        reword: The share of words of each kept text that are replaced.
    """
    chance = random.Random(seed)
    old = [_point(chance, f"point-{index}") for index in range(points)]
    ids = [point["id"] for point in old]
    removed = set(chance.sample(ids, round(points * REMOVED)))
    kept = [point for point in old if point["id"] not in removed]
    changed = set(chance.sample([point["id"] for point in kept], round(points * CHANGED)))
    new = [_edited(point, chance, changed=point["id"] in changed, reword=reword) for point in kept]
    added = [_point(chance, f"new-point-{index}") for index in range(round(points * ADDED))]
    moved = [new.pop(chance.randrange(len(new))) for _ in range(round(points * MOVED))]
    for point in [*moved, *added]:
        new.insert(chance.randrange(len(new) + 1), point)
    for side in (old, new):
        for number, point in enumerate(side, 1):
            point["number"] = str(number)
    return Pair(
        old=old,
        new=new,
        changed=tuple(sorted(changed)),
        added=tuple(sorted(point["id"] for point in added)),
        removed=tuple(sorted(removed)),
    )


def as_file(points: list[Point], version: str) -> dict[str, Any]:
    """A version in the shape of its file; the second version revises the first."""
    return {
        "schema": "plantrack/1",
        "plan": "synthetic",
        "version": version,
        "date": "2001-01-01" if version == "first" else "2001-02-01",
        "title": f"Synthetic plan, {version}",
        "text_basis": "full_text",
        **({} if version == "first" else {"derived_from": [{"version": "synthetic@first", "relation": "revises"}]}),
        "provisions": {point["id"]: {key: value for key, value in point.items() if key != "id"} for point in points},
    }


def _point(chance: random.Random, point_id: str) -> Point:
    actor, duty = chance.choice(_ACTORS), chance.choice(_DUTIES)
    figure, unit, place = chance.randrange(2, 9000), _name(chance), _name(chance)
    rest = " ".join(_name(chance) for _ in range(chance.randrange(8, 30)))
    return {
        "id": point_id,
        "text": f"{actor.capitalize()} {duty} at most {figure} {unit} in {place}, with {rest}.",
        "terms": {
            "duty": {
                "modality": "obligation",
                "action": duty.split()[-1],
                "object": unit,
                "place": place,
                "quantity": {"measure": unit, "operator": "lteq", "value": figure, "unit": "person"},
            }
        },
    }


def _edited(point: Point, chance: random.Random, *, changed: bool, reword: float) -> Point:
    duty = point["terms"]["duty"]
    text, quantity = point["text"], duty["quantity"]
    if changed:
        raised = quantity["value"] * 2 + 1
        text = text.replace(f" {quantity['value']} ", f" {raised} ")
        quantity = {**quantity, "value": raised}
    if reword:
        text = " ".join(_name(chance) if chance.random() < reword else word for word in text.split())
    return {**point, "text": text, "terms": {"duty": {**duty, "quantity": quantity}}}


def _name(chance: random.Random) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(chance.randrange(2, 4)))
