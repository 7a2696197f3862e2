"""One timed job in a process of its own: `python jobs.py JOB FOLDER REPEAT`, result as JSON on stdout.

What a job gets ready is not timed. Each job gives an answer, which the caller checks before it believes the time.
"""

import gc
import json
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

Job = Callable[[], Any]


def libyaml_events(folder: Path) -> Job:
    from yaml._yaml import CParser

    text = (folder / "old.yaml").read_bytes()
    return lambda: CParser(text).raw_parse()


def python_events(folder: Path) -> Job:
    from yaml._yaml import CParser

    text = (folder / "old.yaml").read_bytes()
    return lambda: sum(1 for _ in iter(CParser(text).get_event, None))


def _loaded_by(loader: str, folder: Path) -> Job:
    import yaml

    text = (folder / "old.yaml").read_bytes()
    return lambda: len(yaml.load(text, getattr(yaml, loader))["provisions"])


def csafeloader(folder: Path) -> Job:
    return _loaded_by("CSafeLoader", folder)


def csafeloader_collector_off(folder: Path) -> Job:
    gc.disable()
    return _loaded_by("CSafeLoader", folder)


def safeloader(folder: Path) -> Job:
    return _loaded_by("SafeLoader", folder)


def ruamel(folder: Path) -> Job:
    from ruamel.yaml import YAML

    text = (folder / "old.yaml").read_bytes()
    return lambda: len(YAML().load(text)["provisions"])


def plantrack_load(folder: Path) -> Job:
    from plantrack.reading.documents import read_version

    text = (folder / "old.yaml").read_bytes()
    return lambda: len(read_version(text, file="old.yaml").value.provisions)


def _points(folder: Path) -> list[list[dict[str, Any]]]:
    return [json.loads((folder / f"{side}.json").read_text()) for side in ("old", "new")]


def _keyed(folder: Path) -> list[dict[str, dict[str, Any]]]:
    return [{point["id"]: point for point in points} for points in _points(folder)]


def _versions(folder: Path) -> list[Any]:
    from plantrack.reading.documents import read_version

    return [read_version((folder / f"{side}.yaml").read_bytes(), file=side).value for side in ("old", "new")]


def field_compare(folder: Path) -> Job:
    old, new = _keyed(folder)

    def compare() -> dict[str, list[str]]:
        return {
            "changed": sorted(key for key in old if key in new and old[key]["terms"] != new[key]["terms"]),
            "added": sorted(key for key in new if key not in old),
            "removed": sorted(key for key in old if key not in new),
        }

    return compare


def plantrack_diff(folder: Path) -> Job:
    from plantrack.differences.versions import diff_versions

    old, new = _versions(folder)

    def compare() -> dict[str, list[str]]:
        changes = diff_versions(old, new).changes
        return {
            "changed": sorted(c.old_ids[0] for c in changes if c.kind == "quantity-raised"),
            "added": sorted(c.new_ids[0] for c in changes if c.kind in ("provision-added", "provision-replaced")),
            "removed": sorted(c.old_ids[0] for c in changes if c.kind in ("provision-removed", "provision-replaced")),
        }

    return compare


def dictdiffer_keyed(folder: Path) -> Job:
    import dictdiffer

    old, new = _keyed(folder)

    def compare() -> dict[str, list[str]]:
        found: dict[str, list[str]] = {"changed": [], "added": [], "removed": []}
        for kind, path, value in dictdiffer.diff(old, new):
            if kind == "change" and "terms" in path:
                found["changed"].append(path.split(".")[0] if isinstance(path, str) else path[0])
            elif kind == "add":
                found["added"] += [key for key, _ in value]
            elif kind == "remove":
                found["removed"] += [key for key, _ in value]
        return {kind: sorted(keys) for kind, keys in found.items()}

    return compare


def deepdiff_group_by(folder: Path) -> Job:
    from deepdiff import DeepDiff

    old, new = _points(folder)

    def compare() -> dict[str, list[str]]:
        tree = DeepDiff(old, new, group_by="id", view="tree")
        return {
            "changed": sorted(d.path(output_format="list")[0] for d in tree["values_changed"] if "terms" in d.path()),
            "added": sorted(d.path(output_format="list")[0] for d in tree["dictionary_item_added"]),
            "removed": sorted(d.path(output_format="list")[0] for d in tree["dictionary_item_removed"]),
        }

    return compare


def _texts(folder: Path) -> list[list[str]]:
    return [[point["text"] for point in points] for points in _points(folder)]


def exact_text(folder: Path) -> Job:
    old, new = _texts(folder)

    def match() -> list[tuple[int, int]]:
        places = {text: index for index, text in enumerate(old)}
        return [(places[text], index) for index, text in enumerate(new) if text in places]

    return match


def tokenising(folder: Path) -> Job:
    old, new = _texts(folder)
    return lambda: sum(len(text.casefold().split()) for text in [*old, *new])


def plantrack_match(folder: Path) -> Job:
    from plantrack.matching import match_provisions
    from plantrack.model import Provision

    old, new = (
        tuple(Provision(id=f"{side}-{index}", text=text) for index, text in enumerate(texts))
        for side, texts in zip(("old", "new"), _texts(folder), strict=True)
    )

    def place(provision_id: str) -> int:
        return int(provision_id.rpartition("-")[2])

    def match() -> list[tuple[int, int]]:
        matches = match_provisions(old, new, local=True)
        return [(place(o), place(n)) for match in matches for o in match.old_ids for n in match.new_ids]

    return match


def _as_printed(folder: Path) -> list[list[dict[str, str]]]:
    """Number and text, which is all that a paper has that nobody has curated."""
    return [[{key: point[key] for key in ("number", "text")} for point in points] for points in _points(folder)]


def deepdiff_ignore_order(folder: Path) -> Job:
    from deepdiff import DeepDiff

    old, new = _as_printed(folder)
    # Without the cutoff it pairs by position where much has moved, which is no match at all.
    return lambda: len(DeepDiff(old, new, ignore_order=True, cutoff_intersection_for_pairs=1).affected_paths)


def jsondiff(folder: Path) -> Job:
    from jsondiff import diff

    old, new = _as_printed(folder)
    return lambda: len(diff(old, new))


def jycm(folder: Path) -> Job:
    from jycm.helper import make_ignore_order_func
    from jycm.jycm import YouchamaJsonDiffer

    old, new = _as_printed(folder)

    def compare() -> int:
        unordered = make_ignore_order_func(["^points$"])
        return len(YouchamaJsonDiffer({"points": old}, {"points": new}, ignore_order_func=unordered).get_diff())

    return compare


def rapidfuzz_assignment(folder: Path) -> Job:
    from rapidfuzz import fuzz, process
    from scipy.optimize import linear_sum_assignment

    old, new = _texts(folder)

    def match() -> list[tuple[int, int]]:
        scores = process.cdist(old, new, scorer=fuzz.ratio, workers=-1)
        rows, columns = linear_sum_assignment(scores, maximize=True)
        return [(int(o), int(n)) for o, n in zip(rows, columns, strict=True) if scores[o, n] >= 70]

    return match


def _quotations(folder: Path) -> tuple[list[str], list[tuple[int, str]]]:
    made = json.loads((folder / "quotations.json").read_text(encoding="utf-8"))
    return made["texts"], [(text, words) for text, words, _start, _end in made["quotations"]]


def str_find(folder: Path) -> Job:
    texts, quotations = _quotations(folder)
    return lambda: [[texts[text].find(words), 0] for text, words in quotations]


def normalise(folder: Path) -> Job:
    from plantrack.anchoring import PreparedText

    texts, _ = _quotations(folder)
    return lambda: sum(len(PreparedText(text).folding.text) for text in texts)


def plantrack_locate(folder: Path) -> Job:
    from plantrack.anchoring import PreparedText, locate
    from plantrack.model import Passage, Quote

    texts, quotations = _quotations(folder)
    prepared = [PreparedText(text) for text in texts]
    passages = [(text, Passage(id="passage", quote=Quote(exact=words))) for text, words in quotations]
    for text in prepared:
        _ = text.folding, text.index  # prepared once and kept, as a check of many passages does

    def find() -> list[list[int]]:
        spans = [locate(prepared[text], passage).span for text, passage in passages]
        return [[span.start, span.end] if span else [-1, -1] for span in spans]

    return find


def rapidfuzz_partial(folder: Path) -> Job:
    from rapidfuzz import fuzz

    texts, quotations = _quotations(folder)

    def find() -> list[list[int]]:
        found = [fuzz.partial_ratio_alignment(words, texts[text]) for text, words in quotations]
        return [[place.dest_start, place.dest_end] if place else [-1, -1] for place in found]

    return find


def edlib_infix(folder: Path) -> Job:
    import edlib

    texts, quotations = _quotations(folder)

    def find() -> list[list[int]]:
        found = [
            edlib.align(words, texts[text], mode="HW", task="locations")["locations"] for text, words in quotations
        ]
        return [[places[0][0], places[0][1] + 1] for places in found]

    return find


def plantrack_site(folder: Path) -> Job:
    """Counts in the pages of neighbours how many raised figures they tell."""
    from plantrack.corpus import find_corpus
    from plantrack.site import build_site

    def build() -> dict[str, int]:
        built = build_site(find_corpus(folder / "corpus"), folder / "site")
        return {"pages": built.pages, "raised": sum(map(_raised, (folder / "site" / "pairs").glob("*.html")))}

    return build


def _raised(page: Path) -> int:
    """How many figures the page of two papers tells raised; none if the papers are no neighbours."""
    old, new = (int(name.rpartition("_v")[2]) for name in page.stem.split("__"))
    same = page.stem.split("_v")[0] == page.stem.split("__")[1].split("_v")[0]
    return page.read_text(encoding="utf-8").count("<b>a figure raised</b>") if same and new == old + 1 else 0


def main() -> None:
    """Run one job and print its times, its answer and the most memory the process took."""
    name, folder, repeat = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    run = globals()[name](folder)
    seconds = []
    for _ in range(repeat):
        start = perf_counter()
        answer = run()
        seconds.append(perf_counter() - start)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    json.dump({"seconds": seconds, "answer": answer, "peak_mb": peak}, sys.stdout)


if __name__ == "__main__":
    main()
