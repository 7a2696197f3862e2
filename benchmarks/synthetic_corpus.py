"""An invented corpus of any size: plans with versions that derive from each other, sources with passages, positions.

Every plan is one of `synthetic`, edited from version to version. Nothing in it is of a real paper.
"""

import random
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml
from attrs import frozen
from synthetic import Point, make_pair

_TOPICS = ("ceasefire", "withdrawal", "sanctions", "prisoners_detainees", "monitoring_enforcement", "elections")
_PARTIES = ("north", "south", "mission")
_CHANGED = 0.05
"""The share of points whose figure is raised from one version to the next."""


@frozen(kw_only=True)
class Made:
    """What was written."""

    folder: Path
    plans: int
    versions: int
    points: int
    """Distinct points of all plans."""
    provisions: int
    """Points, each counted in every version that has it."""
    sources: int
    raised: int
    """Figures raised, over all steps from a version to the next."""


def make_corpus(folder: Path, *, plans: int, versions: int, points: int, seed: int = 1) -> Made:
    """Write a corpus.

    Args:
        folder: A new folder.
        plans: How many plans.
        versions: How many versions of each plan.
        points: How many points each plan has.
        seed: The same seed gives the same corpus.
    """
    chance = random.Random(seed)
    actors = {one: {"name": f"{one.capitalize()}ern side", "kind": "organisation"} for one in _PARTIES}
    actors |= {f"gazette-{number}": {"name": f"Gazette {number}", "kind": "outlet"} for number in range(plans)}
    _write(folder / "plans/actors.yaml", {"schema": "plantrack/1", "actors": actors})
    raised = 0
    for number in range(plans):
        plan = f"plan-{number}"
        _write(
            folder / f"plans/{plan}/plan.yaml",
            {"schema": "plantrack/1", "title": f"Plan {number}", "process": f"talks-{number % 4}"},
        )
        old = [_of_plan(point, plan, chance) for point in make_pair(points, seed=seed + number).old]
        start = date(2001, 1, 1) + timedelta(days=97 * number)
        for place in range(versions):
            if place:
                old, count = _raised(old, chance)
                raised += count
            _write_version(folder, plan, place, start + timedelta(days=60 * place), old)
            _write_source(folder, plan, place, start + timedelta(days=60 * place + 1), old, f"gazette-{number}")
    for party in _PARTIES:
        _write(folder / f"plans/positions/{party}.yaml", _positions(party, plans, points, chance))
    return Made(
        folder=folder, plans=plans, versions=plans * versions, points=plans * points,
        provisions=plans * versions * points, sources=plans * versions, raised=raised,
    )  # fmt: skip


def _of_plan(point: Point, plan: str, chance: random.Random) -> Point:
    words = point["text"].split()
    duty = {**point["terms"]["duty"], "bearer": chance.choice(_PARTIES)}
    return {
        "id": f"{plan}-{point['id']}",
        "number": point["number"],
        "topics": [chance.choice(_TOPICS)],
        "label": " ".join(words[-3:]).rstrip("."),
        "summary": point["text"],
        "terms": {"duty": duty},
    }


def _raised(points: list[Point], chance: random.Random) -> tuple[list[Point], int]:
    chosen = set(chance.sample(range(len(points)), max(round(len(points) * _CHANGED), 1)))
    edited = []
    for index, point in enumerate(points):
        duty = point["terms"]["duty"]
        quantity = duty["quantity"]
        if index in chosen:
            quantity = {**quantity, "value": quantity["value"] + 7}
        edited.append({**point, "terms": {"duty": {**duty, "quantity": quantity}}})
    return edited, len(chosen)


def _write_version(folder: Path, plan: str, place: int, day: date, points: list[Point]) -> None:
    evidence = f"{plan}-v{place}-page"
    version: dict[str, Any] = {
        "schema": "plantrack/1",
        "plan": plan,
        "version": f"v{place}",
        "date": day.isoformat(),
        "title": f"Plan {plan.removeprefix('plan-')}, state {place + 1}",
        "publication": "leaked",
        "text_basis": "full_text",
        "provisions": {
            point["id"]: {
                **{key: value for key, value in point.items() if key != "id"},
                "evidence": [f"{evidence}#p-{point['number']}"],
            }
            for point in points
        },
    }
    if place:
        version["derived_from"] = [{"version": f"{plan}@v{place - 1}", "relation": "revises"}]
    _write(folder / f"plans/{plan}/v{place}.yaml", version)


def _write_source(folder: Path, plan: str, place: int, day: date, points: list[Point], outlet: str) -> None:
    _write(
        folder / f"seeds/{plan}-v{place}-page.yaml",
        {
            "schema": "plantrack/1",
            "title": f"What stands in state {place + 1} of {plan.replace('-', ' ')}",
            "container-title": outlet.replace("-", " ").capitalize(),
            "issued": day.isoformat(),
            "outlet": f"outlet:{outlet}",
            "passages": {
                f"p-{point['number']}": {
                    "paragraph": int(point["number"]),
                    "says": f"Speaks of {point['label']}.",
                    "chain": [f"outlet:{outlet}"],
                }
                for point in points
            },
        },
    )


def _positions(party: str, plans: int, points: int, chance: random.Random) -> dict[str, Any]:
    held = {}
    for number in range(plans):
        point = chance.randrange(points)
        held[f"on-plan-{number}"] = {
            "date": (date(2001, 1, 1) + timedelta(days=97 * number)).isoformat(),
            "provision": f"plan-{number}-point-{point}",
            "stance": chance.choice(("proposes", "objects", "accepts")),
            "summary": f"What the {party}ern side says of it.",
            "evidence": [f"plan-{number}-v0-page#p-{point + 1}"],
        }
    return {"schema": "plantrack/1", "actor": party, "positions": held}


def _write(path: Path, content: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    path.write_text(yaml.dump(content, Dumper=dumper, sort_keys=False, allow_unicode=True), encoding="utf-8")
