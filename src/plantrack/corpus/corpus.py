"""A corpus: plans, versions, sources and actors, read when they are asked for and not before."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plantrack.corpus.files import Files, read_bytes
from plantrack.corpus.inheriting import with_inherited_terms
from plantrack.corpus.references import FIRST, NEWEST
from plantrack.corpus.remembering import Memory, remembered
from plantrack.errors import InputError, Problem, UnknownNameError, UsageError, nearest_name, one_of, quoted
from plantrack.model import Actor, Evidence, Passage, Plan, Source, Version
from plantrack.model.dates import date_bounds, date_order
from plantrack.reading.documents import (
    Actors,
    Loaded,
    Missing,
    read_actors,
    read_events,
    read_lexicon,
    read_plan,
    read_positions,
    read_source,
    read_version,
)

if TYPE_CHECKING:
    from plantrack.model.events import Event
    from plantrack.model.lexicon import Lexicon
    from plantrack.model.positions import Positions
    from plantrack.reading.notes import Mention

_KEY = re.compile(r"\n  ([^\s:#]+):")
"""A key as that of a passage stands in a record."""
_ISSUED = re.compile(rb"^issued:[ ]+['\"]?([0-9./X~?%-]+)['\"]?[ ]*\r?$", re.MULTILINE)


class Corpus:
    """The files of one corpus as values. Every file is read and checked when it is first needed."""

    def __init__(self, files: Files) -> None:
        self.files = files
        self._plans: dict[str, Plan] = {}
        self._versions: dict[str, dict[str, Version]] = {}
        self._sources: dict[str, Source] = {}
        self._records: dict[str, bytes] = {}
        self._keys_seen: set[str] = set()
        self.mentioned: dict[str, Mapping[str, tuple[str, ...]]] = {}
        """The names that must stand elsewhere, by kind, of each file that was read."""
        self._memory = None if self.root is None else Memory(self.root)

    @property
    def root(self) -> Path | None:
        """The folder on disk, if the corpus is one."""
        return getattr(self.files, "root", None)

    def digest(self) -> str:
        """Twelve hexadecimal digits that stay the same as long as no file of the corpus changes (SHA-256)."""
        import hashlib

        total = hashlib.sha256()
        for name in self.file_names:
            total.update(f"{name}\0".encode() + hashlib.sha256(self.files.read(name)).digest())
        return total.hexdigest()[:12]

    def at_revision(self, revision: str) -> "Corpus":
        """The same corpus at a git revision. Raises UsageError."""
        from plantrack.corpus.revisions import RevisionFiles

        if self.root is None:
            raise UsageError("this corpus is no folder, so it has no revisions", found=quoted(revision))
        return Corpus(RevisionFiles(self.root, revision))

    @property
    def file_names(self) -> list[str]:
        """The names of everything that is called as a file of the corpus is, plans before sources."""
        return [*self._names, *self.files.names("seeds")]

    @cached_property
    def _names(self) -> list[str]:
        return self.files.names("plans")

    @cached_property
    def plan_ids(self) -> tuple[str, ...]:
        """The ids of all plans, sorted."""
        return tuple(name.split("/")[1] for name in self._names if name.count("/") == 2 and name.endswith("/plan.yaml"))

    @cached_property
    def source_ids(self) -> tuple[str, ...]:
        """The ids of all sources, sorted."""
        names = (name.removeprefix("seeds/") for name in self.files.names("seeds"))
        return tuple(name.removesuffix(".yaml") for name in names if "/" not in name and name.endswith(".yaml"))

    @cached_property
    def _all_sources(self) -> frozenset[str]:
        return frozenset(self.source_ids)

    @cached_property
    def actors(self) -> Mapping[str, Actor]:
        """All actors by id; empty where the corpus has no file of actors. Raises InputError."""
        name = "plans/actors.yaml"
        if name not in self._names:
            return {}
        data, file = self.files.read(name), self.files.shown(name)
        found = self._remembered(Actors, name, data, lambda: read_actors(data, file=file), alone=True)
        return found.actors  # type: ignore[no-any-return]

    @cached_property
    def _plan_names(self) -> dict[str, str]:
        """Every way to name a plan, in lower case: its id and its aliases."""
        names = {plan_id.casefold(): plan_id for plan_id in self.plan_ids}
        for plan_id in self.plan_ids:
            for alias in self.plan(plan_id).aliases:
                names.setdefault(alias.casefold(), plan_id)
        return names

    def plan_id(self, name: str) -> str:
        """The id of a plan from its id or an alias. Raises UnknownNameError with near matches."""
        if name in self.plan_ids:
            return name
        if name.casefold() in self._plan_names:
            return self._plan_names[name.casefold()]
        near = nearest_name(name, self._plan_names)
        near_id = (self._plan_names[near],) if near else ()
        raise UnknownNameError(kind="plan", name=name, near=near_id, expected=one_of(self.plan_ids, near=name))

    def plan(self, plan_id: str) -> Plan:
        """A plan by its id. Raises InputError."""
        if plan_id not in self._plans:
            name = f"plans/{plan_id}/plan.yaml"
            loaded = read_plan(self.files.read(name), file=self.files.shown(name), plan=plan_id, look=self._look)
            self._plans[plan_id] = loaded.value
        return self._plans[plan_id]

    def version_ids(self, plan_id: str) -> tuple[str, ...]:
        """The versions of a plan by the names of their files."""
        return self._slugs.get(plan_id, ())

    @cached_property
    def _slugs(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for _, plan_id, base in (name.split("/") for name in self._names if name.count("/") == 2):
            if base != "plan.yaml" and base.endswith(".yaml"):
                found.setdefault(plan_id, []).append(base.removesuffix(".yaml"))
        return {plan_id: tuple(slugs) for plan_id, slugs in found.items()}

    def versions(self, plan_id: str) -> tuple[Version, ...]:
        """The versions of a plan, the oldest first. Raises InputError with the problems of all of them."""
        problems: list[Problem] = []
        found = []
        for slug in self.version_ids(plan_id):
            try:
                found.append(self._version(plan_id, slug))
            except InputError as error:
                problems += error.problems
        if problems:
            raise InputError(problems)
        return tuple(sorted(found, key=lambda version: (date_order(version.date), version.version)))

    def let_go(self) -> None:
        """Forget what was read; it is read again when it is asked for."""
        for held in (self._versions, self._sources, self._records, self.mentioned):
            held.clear()

    def version(self, plan: str, slug: str = NEWEST) -> Version:
        """A version by the name of its plan and its own: `newest` and `first` go by date.

        Raises:
            UnknownNameError: with near matches.
            InputError: with the problems of the file.
        """
        plan_id = self.plan_id(plan)
        slugs = self.version_ids(plan_id)
        if slug in slugs:
            return self._version(plan_id, slug)
        if not slugs:
            expected = f"a file such as {self.files.shown(f'plans/{plan_id}/2025-11-20.yaml')}"
            raise InputError([Problem(what=f"{plan_id} has no versions yet", expected=expected)])
        if slug not in (NEWEST, FIRST):
            near = nearest_name(slug, slugs)
            expected = one_of((*slugs, FIRST, NEWEST), near=slug)
            raise UnknownNameError(
                kind=f"version of {plan_id}", name=slug, near=(near,) if near else (), expected=expected
            )
        return self.versions(plan_id)[0 if slug == FIRST else -1]

    def version_of_ref(self, ref: str) -> Version:
        """A version from `plan@version`. Raises as `version`."""
        plan, _, slug = ref.partition("@")
        return self.version(plan, slug or NEWEST)

    def _version(self, plan_id: str, slug: str) -> Version:
        known = self._versions.setdefault(plan_id, {})
        if slug not in known:
            name = f"plans/{plan_id}/{slug}.yaml"
            data = self.files.read(name)
            known[slug] = self._remembered(Version, name, data, lambda: self._read_version(plan_id, slug, data))
            known[slug] = with_inherited_terms(known[slug], self)
        return known[slug]

    def _read_version(self, plan_id: str, slug: str, data: bytes) -> Loaded:
        file = self.files.shown(f"plans/{plan_id}/{slug}.yaml")
        return read_version(data, file=file, plan=plan_id, version=slug, look=self._look)

    def _remembered(self, cls: type, name: str, data: bytes, read: Callable[[], Loaded], *, alone: bool = False) -> Any:
        """A file as it was read the time before, if that is still right; `alone` if it names nothing outside itself."""
        if self._memory is None:
            found = remembered(read())
        else:
            stands = (lambda *_: True) if alone else self._stands
            found = self._memory.read(cls, name, data, stands=stands, read=read)
        self.mentioned[name] = found.mentioned
        return found.value

    def readable_versions(self) -> Mapping[str, Version]:
        """The versions of all plans that can be read, by `plan@version`, sorted by plan and name."""
        found = {}
        for plan_id in self.plan_ids:
            for slug in self.version_ids(plan_id):
                try:
                    version = self._version(plan_id, slug)
                except InputError:
                    continue
                found[version.ref] = version
        return found

    def mention_of(self, ref: str, other: str, path: str = "derived_from.") -> "Mention":
        """Where a version that can be read names another one, below a path: as what it comes from, if none is given."""
        plan_id, _, slug = ref.partition("@")
        read = self._read_version(plan_id, slug, self.files.read(f"plans/{plan_id}/{slug}.yaml"))
        return next(
            mention
            for mention in read.mentions
            if mention.kind == "version" and mention.name == other and mention.path.startswith(path)
        )

    def version_file(self, path: Path) -> Version:
        """A version from a file anywhere. Raises InputError."""
        loaded = read_version(read_bytes(path), file=str(path), look=self._look_from_outside)
        return with_inherited_terms(loaded.value, self)

    def positions(self) -> "tuple[Positions, ...]":
        """The positions of all actors, by the names of their files. Raises InputError."""
        from plantrack.model.positions import Positions

        names = [name for name in self._names if name.startswith("plans/positions/")]
        return tuple(self._looked_up(Positions, name, read_positions) for name in names)

    def events(self) -> "tuple[Event, ...]":
        """The events in the order of their file; none where the corpus has no file of events. Raises InputError."""
        from plantrack.model.events import Events

        name = "plans/events.yaml"
        return tuple(self._looked_up(Events, name, read_events).events.values()) if name in self._names else ()

    def _looked_up(self, cls: type, name: str, read: Callable[..., Loaded]) -> Any:
        data, file = self.files.read(name), self.files.shown(name)
        return self._remembered(cls, name, data, lambda: read(data, file=file, look=self._look))

    def lexicon(self) -> "Lexicon":
        """The words of the conflict; none where the corpus has no file of them. Raises InputError."""
        return self._lexicon

    @cached_property
    def _lexicon(self) -> "Lexicon":
        name = "plans/lexicon.yaml"
        if name not in self._names:
            from plantrack.model.lexicon import Lexicon

            return Lexicon()
        return read_lexicon(self.files.read(name), file=self.files.shown(name)).value  # type: ignore[no-any-return]

    def source(self, source_id: str) -> Source:
        """A source by its id. Raises UnknownNameError or InputError."""
        if source_id not in self._sources:
            if source_id not in self._all_sources:
                near = nearest_name(source_id, self.source_ids)
                raise UnknownNameError(kind="source", name=source_id, near=(near,) if near else ())
            name, data = f"seeds/{source_id}.yaml", self._record(source_id)
            self._sources[source_id] = self._remembered(
                Source, name, data,
                lambda: read_source(data, file=self.files.shown(name), source=source_id, look=self._look),
            )  # fmt: skip
        return self._sources[source_id]

    def passage(self, ref: str) -> tuple[Source, Passage]:
        """A passage, with its source, from `source#passage`. Raises UnknownNameError or InputError."""
        source_id, _, passage_id = ref.partition("#")
        source = self.source(source_id)
        if passage_id not in source.passages:
            near = nearest_name(passage_id, source.passages)
            raise UnknownNameError(kind=f"passage in {source_id}", name=passage_id, near=(near,) if near else ())
        return source, source.passages[passage_id]

    def issued(self, source_id: str) -> str | None:
        """The date of a source; of a record that nobody needs, only the line of the date is read."""
        if source_id not in self._sources:
            line = _ISSUED.search(self._record(source_id))
            if line is not None and date_bounds(line[1].decode()) is not None:
                return line[1].decode()
        try:
            return self.source(source_id).issued
        except InputError:
            return None

    def passages(self, evidence: Iterable[Evidence]) -> list[tuple[Source, Passage]]:
        """The passages behind evidence, in its order."""
        return [self.passage(item.passage) for item in evidence]

    def _look_from_outside(self, kind: str, name: str) -> Missing | None:
        """As `_look`, for a file that belongs to no plan of the corpus."""
        return self._look(kind, name) if kind in ("actor", "passage") else None

    def _look(self, kind: str, name: str) -> Missing | None:
        """Look for a name in the corpus; where the file that should hold it is itself wrong, nothing is missed."""
        try:
            if self._exists(kind, name):
                return None
            source, _, _ = name.partition("#")
            if kind == "passage" and source not in self._all_sources:
                return Missing("source", [f"{source_id}#" for source_id in self.source_ids])
            return Missing(kind, self._known(kind, source))
        except InputError:
            return None

    def _stands(self, kind: str, name: str) -> bool:
        if kind == "passage" and name not in self._keys_seen:
            source = name.partition("#")[0]
            if source in self._all_sources and source not in self._sources:
                found = _KEY.findall(self._record(source).decode("utf-8", "replace"))
                self._keys_seen.update(f"{source}#{key}" for key in found)
        return name in self._keys_seen or self._look(kind, name) is None

    def _exists(self, kind: str, name: str) -> bool:
        match kind:
            case "actor":
                return name in self.actors
            case "origin":
                return name in self._origins
            case "plan":
                return name in self.plan_ids
            case "version":
                plan, _, slug = name.partition("@")
                return plan in self.plan_ids and slug in self.version_ids(plan)
            case "passage":
                return self._has_passage(name) or self._came_meanwhile(name)
            case _:
                return True

    def _has_passage(self, ref: str) -> bool:
        """Whether a passage stands in its source.

        A record that nobody needs is not read for this: it is enough that the passage's key stands in the file.
        """
        source, _, passage = ref.partition("#")
        if source not in self._all_sources or not passage:
            return False
        if source not in self._sources and f"\n  {passage}:".encode() in self._record(source):
            return True
        return passage in self.source(source).passages

    def _came_meanwhile(self, ref: str) -> bool:
        """Whether a passage stands in its source by now: what refers to it may be newer than the record read before."""
        source = ref.partition("#")[0]
        self._records.pop(source, None)
        self._sources.pop(source, None)
        self.__dict__.pop("source_ids", None)
        self.__dict__.pop("_all_sources", None)
        return self._has_passage(ref)

    def _record(self, source_id: str) -> bytes:
        if source_id not in self._records:
            self._records[source_id] = self.files.read(f"seeds/{source_id}.yaml")
        return self._records[source_id]

    @cached_property
    def _origins(self) -> frozenset[str]:
        return frozenset((*(f"{actor.kind}:{actor.id}" for actor in self.actors.values()), "unattributed"))

    def _known(self, kind: str, source: str) -> list[str]:
        """Every name of a kind, for a near one to be told."""
        match kind:
            case "actor":
                return list(self.actors)
            case "origin":
                return sorted(self._origins)
            case "version":
                return [f"{plan_id}@{slug}" for plan_id in self.plan_ids for slug in self.version_ids(plan_id)]
            case "passage":
                return [f"{source}#{passage_id}" for passage_id in self.source(source).passages]
            case _:
                return list(self.plan_ids)
