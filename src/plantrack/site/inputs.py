"""What each page is made from: as long as that is the same, so is the page, and it need not be made again.

A page names all that it shows in a way that tells every other state of it apart: files by their digests, and of other
papers and points what it calls them by. All pages rest on the program, the actors and the words of the conflict.
Pages that show the corpus as a whole are always made.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from importlib import metadata, resources
from pathlib import Path
from typing import Any

from plantrack.corpus.files import Files
from plantrack.corpus.inheriting import ancestors_of
from plantrack.corpus.packing import stating
from plantrack.differences.history import predecessor
from plantrack.model import Source, Version
from plantrack.site.contents import Contents
from plantrack.site.matrices import MatrixPage
from plantrack.site.standings import positions_on, verdicts_on

NAMED_WITHOUT = 6
"""Plans that never speak of a point, up to which its page names them."""
_LIBRARIES = ("plantrack-peace", "jinja2", "markupsafe")
_CHANGED = "changed while it was read"


class DigestedFiles:
    """Files of a corpus, each with the digest of the bytes that were read of it."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self.label = files.label
        self.root: Path | None = getattr(files, "root", None)
        self._digests: dict[str, str] = {}

    def read(self, name: str) -> bytes:
        """The bytes of a file. Raises InputError."""
        data = self._files.read(name)
        digest = hashlib.sha256(data).hexdigest()
        if self._digests.setdefault(name, digest) != digest:
            self._digests[name] = _CHANGED
        return data

    def names(self, folder: str) -> list[str]:
        """The names of all files below a folder, sorted."""
        return self._files.names(folder)

    def shown(self, name: str) -> str:
        """A file's name as the user would write it."""
        return self._files.shown(name)

    def digest(self, name: str) -> str | None:
        """The digest of what was read of a file; None of one that nobody read."""
        return self._digests.get(name)

    @property
    def is_steady(self) -> bool:
        """Whether no file was seen to change while the corpus was read."""
        return _CHANGED not in self._digests.values()


class Inputs:
    """What the pages of one site are made from."""

    def __init__(self, contents: Contents, files: DigestedFiles, shared: Sequence[object]) -> None:
        """Take the contents, the files that they were read from, and what else all pages rest on."""
        self._contents = contents
        self._files = files
        self._kept: dict[tuple[str, ...], str] = {}
        self._shared = shared

    def key(self, path: str, made_from: object) -> str:
        """A digest of all that a page is made from."""
        return _digest(path, self._all, made_from)

    @cached_property
    def _all(self) -> str:
        contents = self._contents
        files = [self._files.digest(f"plans/{name}.yaml") for name in ("actors", "lexicon")]
        actors = [(actor, contents.links.actor(actor)) for actor in contents.actor_ids]
        libraries = [metadata.version(name) for name in _LIBRARIES]
        return _digest(self._shared, _program(), libraries, files, actors, contents.all_pairs_made)

    def version(self, ref: str) -> str:
        """A version, the sources that it cites, and those it may take terms over from."""
        if (ref,) not in self._kept:
            name = _file(ref)
            cited = {passage.partition("#")[0] for passage in self._contents.corpus.mentioned[name].get("passage", ())}
            version = self._contents.papers[ref].version
            older = self._ancestors(version) if stating(version.provisions, "claims") else []
            self._kept[ref,] = _digest(self._files.digest(name), self._sources(cited), older)
        return self._kept[ref,]

    def _sources(self, ids: Iterable[str]) -> list[tuple[str, str | None]]:
        return [(one, self._files.digest(f"seeds/{one}.yaml")) for one in sorted(ids)]

    def _ancestors(self, version: Version) -> list[str | None]:
        return [self._files.digest(_file(ref)) for ref in ancestors_of(version, self._contents.corpus)]

    def compared(self, old: str, new: str) -> str:
        """Two versions held against each other; unless one comes from the other at once, with all that lies between."""
        if (old, new) not in self._kept:
            papers = self._contents.papers
            between: list[str | None] = []
            if all(descent.version != old for descent in papers[new].version.derived_from):
                between = [one for ref in (old, new) for one in self._ancestors(papers[ref].version)]
            pair = self._contents.links.pair(old, new)
            self._kept[old, new] = _digest(old, new, self.version(old), self.version(new), between, pair)
        return self._kept[old, new]

    def _step(self, ref: str) -> str | None:
        against = predecessor(self._contents.papers[ref].version, self._contents.corpus)
        return None if against is None else self.compared(against, ref)

    def _called(self, refs: Iterable[str]) -> list[object]:
        """What papers are called on pages of others."""
        papers = self._contents.papers
        return [(ref, papers[ref].version.title, papers[ref].version.date) if ref in papers else ref for ref in refs]

    def _labels(self, ids: Iterable[str]) -> list[tuple[str, str | None]]:
        return [(one, self._contents.labels.get(one)) for one in sorted(set(ids))]

    def plan_page(self, plan_id: str) -> object:
        """What the page of a plan shows."""
        own = [version.ref for version in self._contents.by_plan[plan_id]]
        later = [version.ref for version in self._contents.later_than_plan.get(plan_id, ())]
        steps = [(self.version(ref), self._step(ref)) for ref in own]
        return self._files.digest(f"plans/{plan_id}/plan.yaml"), own, steps, self._called(later)

    def version_page(self, ref: str) -> object:
        """What the page of a version shows."""
        contents = self._contents
        version = contents.papers[ref].version
        named = [descent.version for descent in version.derived_from]
        named += [other.ref for other in contents.later.get(ref, ())]
        named += [one for pair in contents.pairs_of.get(ref, ()) for one in pair]
        verdicts, elsewhere = verdicts_on(contents, ref)
        known = [one.stance.position.provision in contents.points for found in verdicts.values() for one in found]
        called = (contents.plans[version.plan].title, self._called(named))
        return self.version(ref), self._step(ref), called, repr(verdicts), elsewhere, known

    def point_page(self, provision_id: str) -> object:
        """What the page of a point shows."""
        contents = self._contents
        ids = sorted(contents.tracer.related(provision_id))
        held = [one for each in ids for one in contents.points.get(each, ())]
        refs = sorted({version.ref for version, _ in held})
        families = frozenset(contents.tracer.families[version.plan] for version, _ in held)
        linked = {link.to for _, provision in held for link in provision.links}
        linked |= {provision.parent for _, provision in held if provision.parent}
        linked |= {origin for _, provision in held for lineage in provision.lineage for origin in lineage.of}
        linked |= {*contents.parts.get(provision_id, ()), *(one for _, one in contents.hanging.get(provision_id, ()))}
        stances = positions_on(contents, ids)
        cited = {item.passage.partition("#")[0] for _, stance in stances for item in stance.position.evidence}
        return (
            ids, [(ref, self.version(ref), self._step(ref)) for ref in refs], self._silent(families),
            contents.hanging.get(provision_id), contents.parts.get(provision_id), self._labels({*ids, *linked}),
            repr(stances), self._sources(cited),
        )  # fmt: skip

    def _silent(self, families: frozenset[str]) -> str:
        """The papers of some families as a page names them that says nothing else of them, and plans of none."""
        key = ("silent", *sorted(families))
        if key not in self._kept:
            tracer, plans = self._contents.tracer, self._contents.plans
            refs = [version.ref for version in tracer.versions if tracer.families[version.plan] in families]
            without = [plan_id for plan_id, family in tracer.families.items() if family not in families]
            titles = [(one, plans[one].title) for one in without] if len(without) <= NAMED_WITHOUT else None
            seen = [tracer.is_seen(ref) for ref in refs]
            self._kept[key] = _digest(self._called(refs), seen, titles, bool(without))
        return self._kept[key]

    def source_page(self, source: Source) -> object:
        """What the page of a source shows."""
        uses = [use for one in source.passages for use in self._contents.uses.get(f"{source.id}#{one}", ())]
        refs = sorted({use.version.ref for use in uses if use.version is not None})
        papers = [(self._files.digest(_file(ref)), *self._called([ref])) for ref in refs]
        others = [repr((use.actor, use.position, use.event)) for use in uses if use.version is None]
        labels = self._labels(use.provision.id for use in uses if use.provision is not None)
        return self._sources([source.id]), papers, others, labels

    def matrix_page(self, page: MatrixPage) -> object:
        """What the page of a matrix shows."""
        refs = [version.ref for version in page.versions]
        base = refs[page.baseline]
        plans: Mapping[str, Any] = self._contents.plans
        titles = [plans[version.plan].title for version in page.versions]
        against = [self.compared(*pair) for ref in refs for pair in ((base, ref), (ref, base))]
        return page.name, page.title, page.baseline, refs, titles, against


def _file(ref: str) -> str:
    return f"plans/{ref.replace('@', '/')}.yaml"


def _digest(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode("utf-8", "backslashreplace")).hexdigest()


def _program() -> str:
    """The program as it is, whatever its version is called."""
    home = Path(str(resources.files("plantrack")))
    files = sorted(file for file in home.rglob("*") if file.is_file() and "__pycache__" not in file.parts)
    return _digest([(str(file.relative_to(home)), hashlib.sha256(file.read_bytes()).hexdigest()) for file in files])


class KnownPages:
    """The pages of an earlier time, by what they were made from."""

    def __init__(self, folder: Path, kept: bytes | None) -> None:
        """Take the folder, and what `as_kept` made the time before."""
        self._folder = folder
        try:
            self._known = {str(path): (str(key), str(held)) for path, (key, held) in json.loads(kept or b"{}").items()}
        except (ValueError, TypeError, AttributeError, RecursionError):
            self._known = {}
        self._now: dict[str, tuple[str, str]] = {}

    def page(self, path: str, key: str | None) -> bytes | None:
        """A page as it stands in the folder, if it is made from the same and nobody touched it."""
        known, held = self._known.get(path, ("", ""))
        if key is None or known != key:
            return None
        try:
            data = (self._folder / path).read_bytes()
        except OSError:
            return None
        return data if hashlib.sha256(data).hexdigest() == held else None

    def note(self, path: str, key: str, data: bytes) -> None:
        """Remember what a page was made from."""
        self._now[path] = (key, hashlib.sha256(data).hexdigest())

    def as_kept(self) -> bytes:
        """What is to be kept for the next time."""
        return json.dumps(self._now).encode()
