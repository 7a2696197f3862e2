"""A site that is built again makes only the pages that would be others, and never leaves an old one."""

import random

import yaml
from small_corpus import SmallCorpus
from synthetic_corpus import make_corpus

from plantrack.corpus import find_corpus
from plantrack.errors import InputError
from plantrack.site import build_site
from plantrack.site.contents import Contents
from plantrack.writing.kept import cache_folder

POINTS = ("cap", "line", "watch")


class Drafts:
    """A small corpus of two plans of one process and one of another, and ways to change any of its files."""

    def __init__(self, root, seed):
        root.mkdir()
        self.small, self.root, self.chance = SmallCorpus(root), root, random.Random(seed)
        for number in range(3):
            self.small.source(f"page-{number}", ("told", "outlet:herald", "named"), ("said", "outlet:post", "named"))
        for plan, start in (("lake", 2031), ("river", 2033), ("ridge", 2035)):
            for year in range(start, start + 3):
                derived = f"derived_from: [{{version: {plan}@{year - 1}, relation: revises}}]\n" if year > start else ""
                held = "".join(self.point(point) for point in POINTS)
                self.small.version(plan, f"{year}", held, f"text_basis: reported_only\n{derived}")
            self.edit(f"plans/{plan}/plan.yaml", lambda held, of=plan: held.update(process=f"talks-{of[:2]}"))
        self.edit("plans/ridge/plan.yaml", lambda held: held.update(process="talks-la"))
        (root / "plans/positions").mkdir()
        self.write("plans/positions/arland.yaml", {"schema": "plantrack/1", "actor": "arland", "positions": {
            "wish": {"date": "2031", "provision": "cap", "stance": "proposes", "summary": "Says so.",
                     "evidence": ["page-1#told"]}}})  # fmt: skip

    def point(self, point):
        figure, page = self.chance.randrange(100, 900), self.chance.randrange(3)
        return (
            f"{point}:\n  label: The {point}\n  claims:\n  - summary: It is {figure}.\n    wording: in_text\n"
            f"    terms: {{cap: {{modality: prohibition, bearer: arland, action: exceed, quantity: {{value: {figure}, unit: person}}}}}}\n"
            f"    evidence: ['page-{page}#told']\n"
        )

    def write(self, name, held):
        (self.root / name).write_text(yaml.safe_dump(held, sort_keys=False))

    def edit(self, name, change):
        held = yaml.safe_load((self.root / name).read_text())
        change(held)
        self.write(name, held)

    def change_something(self):
        version = self.chance.choice(sorted(self.root.glob("plans/*/2*.yaml"))).relative_to(self.root).as_posix()
        page = f"seeds/page-{self.chance.randrange(3)}.yaml"
        point, new = self.chance.choice(POINTS), str(self.chance.randrange(10**6))

        def of_point(**fields):
            return lambda held: held["provisions"].get(point, held["provisions"]["watch"]).update(fields)

        edits = {
            "figure": lambda: self.edit(version, lambda held: held["provisions"]["watch"]["claims"][0]["terms"]["cap"][
                "quantity"].update(value=int(new))),
            "label": lambda: self.edit(version, of_point(label=f"Called {new}")),
            "parent": lambda: self.edit(version, of_point(**({"parent": "watch"} if point != "watch" else {}))),
            "lineage": lambda: self.edit(version, of_point(lineage=[{"op": "continues", "of": ["line"]}])),
            "gone": lambda: self.edit(version, lambda held: held["provisions"].pop("cap", None)),
            "title": lambda: self.edit(version, lambda held: held.update(title=f"Draft {new}")),
            "date": lambda: self.edit(version, lambda held: held.update(date=f"20{new[:2]:0>2}")),
            "basis": lambda: self.edit(version, lambda held: held.update(text_basis="partial_text")),
            "descent": lambda: self.edit(version, lambda held: held.update(
                derived_from=[{"version": "lake@2031", "relation": "answers"}] if "lake" not in version else [])),
            "plan": lambda: self.edit("plans/river/plan.yaml", lambda held: held.update(title=f"River {new}")),
            "process": lambda: self.edit("plans/river/plan.yaml", lambda held: held.update(process=f"talks-{new}")),
            "source": lambda: self.edit(page, lambda held: held.update(title=f"Page {new}", status="withdrawn")),
            "passage": lambda: self.edit(page, lambda held: held["passages"]["told"].update(reach="topic")),
            "issued": lambda: self.edit(page, lambda held: held.update(issued="2036-01-01")),
            "actor": lambda: self.edit("plans/actors.yaml", lambda held: held["actors"]["arland"].update(name=new)),
            "position": lambda: self.edit("plans/positions/arland.yaml", lambda held: held["positions"]["wish"].update(
                summary=f"Says {new}.", provision=point)),
            "new": lambda: self.small.version("river", f"19{new[:2]:0>2}", "".join(map(self.point, POINTS))),
        }  # fmt: skip
        name = self.chance.choice(sorted(edits))
        before = contents_of(self.root)
        edits[name]()
        try:
            Contents(find_corpus(self.root))
        except InputError:  # such as a point of which something else speaks
            for path, held in before.items():
                (self.root / path).write_bytes(held)
        return name


def contents_of(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_whatever_changed_a_site_built_again_is_one_built_anew_to_the_byte(tmp_path, monkeypatch):
    drafts, changed = Drafts(tmp_path / "corpus", seed=5), []
    for number in range(3):
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
        build_site(find_corpus(drafts.root), tmp_path / "again", pairs="related", jobs=1 + number % 2)
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / f"no-cache-{number}"))
        build_site(find_corpus(drafts.root), tmp_path / f"anew-{number}", pairs="related", jobs=1)
        assert contents_of(tmp_path / "again") == contents_of(tmp_path / f"anew-{number}"), changed
        changed += [drafts.change_something() for _ in range(drafts.chance.randrange(1, 6))]


def test_a_changed_version_has_its_own_pages_made_again_and_no_others(tmp_path):
    made = make_corpus(tmp_path / "corpus", plans=5, versions=3, points=4)
    folder = tmp_path / "site"
    first = build_site(find_corpus(made.folder), folder, pairs="related")
    assert first.made == first.pages
    whole = build_site(find_corpus(made.folder), folder, pairs="related").made
    times = {path: path.stat().st_mtime_ns for path in folder.rglob("*.html")}
    file = made.folder / "plans/plan-2/v1.yaml"
    held = yaml.safe_load(file.read_text())
    held["provisions"]["plan-2-point-0"]["terms"]["duty"]["quantity"]["value"] += 1
    file.write_text(yaml.safe_dump(held, sort_keys=False))
    again = build_site(find_corpus(made.folder), folder, pairs="related")
    other = {path.relative_to(folder).as_posix() for path, time in times.items() if path.stat().st_mtime_ns != time}
    of_plan = {path for path in other if "plan-2" in path}
    shown = {"index.html", "papers.html", "compare.html", "timeline.html", "about.html", "actors.html", "topics.html"}
    assert {"versions/plan-2_v1.html", "points/plan-2-point-0.html", "pairs/plan-2_v0__plan-2_v1.html"} <= of_plan
    assert {path for path in other - of_plan if "/" in path and not path.startswith(("topics/", "actors/"))} == set()
    assert shown <= other
    assert again.made < whole + 20


def test_pages_that_somebody_touched_and_those_of_a_broken_cache_are_made_again(tmp_path):
    made = make_corpus(tmp_path / "corpus", plans=1, versions=2, points=2)
    folder = tmp_path / "site"
    build_site(find_corpus(made.folder), folder)
    before = contents_of(folder)
    (folder / "versions/plan-0_v0.html").write_text("touched")
    build_site(find_corpus(made.folder), folder)
    assert contents_of(folder) == before
    for kept in (cache_folder() / "site-1").iterdir():
        kept.write_text("[")
    built = build_site(find_corpus(made.folder), folder)
    assert (built.made, contents_of(folder)) == (built.pages, before)
