"""What could stand at a place of a command line: versions, points, sources, actors, kinds, topics."""

import re
from collections.abc import Callable, Iterator

import click
from click.shell_completion import CompletionItem

from plantrack.corpus import Corpus, find_corpus, resolve
from plantrack.errors import PlantrackError
from plantrack.model import Version

Found = Iterator[tuple[str, str]]
"""Names, each with a few words on what it is."""
_POINT = re.compile(rb"^  ([a-z0-9][a-z0-9.-]*):", re.MULTILINE)
_BEFORE_POINT = ("ref", "file")
"""The parameters that say which paper a point is looked for in."""


def candidates(name: str, ctx: click.Context, incomplete: str) -> "list[CompletionItem[str]]":
    """The names that a parameter could be completed to; files where it takes files, too.

    Args:
        name: What a person calls the parameter: `OLD`, `--topic`.
        ctx: The command, with what stands on the line before.
        incomplete: What was typed of it.
    """
    look = _LOOKS.get(name)
    if look is None:
        return []
    found = [
        CompletionItem(each, help=about)
        for each, about in dict(look(ctx, incomplete)).items()
        if each.startswith(incomplete) and not each.startswith("-")  # else it would be an option
    ]
    return [*found, CompletionItem(incomplete, type="file")] if look is _references else found


def _corpus(ctx: click.Context) -> Corpus:
    return find_corpus(ctx.params.get("corpus"))


def _references(ctx: click.Context, incomplete: str) -> Found:
    """Plans and their aliases; versions once the plan is there."""
    corpus = _corpus(ctx)
    revision, colon, rest = incomplete.rpartition(":")
    plan, at, _ = rest.partition("@")
    named = dict(_plans(ctx, rest))
    names = {name: title for name, title in named.items() if not at}
    if plan in named:
        names |= {f"{plan}@{slug}": "" for slug in (*corpus.version_ids(corpus.plan_id(plan)), "first", "newest")}
    yield from ((f"{revision}{colon}{name}", title) for name, title in names.items())


def _plans(ctx: click.Context, _: str) -> Found:
    corpus = _corpus(ctx)
    for plan_id in corpus.plan_ids:
        try:
            plan = corpus.plan(plan_id)
        except PlantrackError:
            yield plan_id, ""
            continue
        yield plan_id, plan.title
        yield from ((alias, plan_id) for alias in plan.aliases)


def _points(ctx: click.Context, _: str) -> Found:
    """Numbers and ids of the paper that stands on the line; ids of all papers where none does."""
    corpus = _corpus(ctx)
    ref = next((ctx.params[name] for name in _BEFORE_POINT if ctx.params.get(name)), None)
    if ref is None:
        yield from ((point, "") for point in _every_point(corpus))
        return
    version = resolve(str(ref), corpus).version
    yield from ((p.number, p.label or p.summary or "") for p in version.provisions.values() if p.number)
    for descent in version.derived_from:
        earlier = corpus.version_of_ref(descent.version).provisions.values()
        yield from ((p.number, p.label or "") for p in earlier if p.number and p.id in version.provisions)
    yield from _ids(version)


def _every_point(corpus: Corpus) -> Iterator[str]:
    """The ids in all version files; to read hundreds of files as what they are would keep a prompt waiting."""
    for plan_id in corpus.plan_ids:
        for slug in corpus.version_ids(plan_id):
            text = corpus.files.read(f"plans/{plan_id}/{slug}.yaml").partition(b"\nprovisions:")[2]
            yield from (point.decode() for point in _POINT.findall(text))


def _ids(version: Version) -> Found:
    return ((p.id, p.label or p.summary or "") for p in version.provisions.values())


def _places(ctx: click.Context, incomplete: str) -> Found:
    """`PLAN#PROVISION`."""
    corpus = _corpus(ctx)
    plan, hash_sign, _ = incomplete.partition("#")
    if not hash_sign:
        yield from ((f"{plan_id}#", "") for plan_id in corpus.plan_ids)
        return
    yield from ((f"{plan}#{each}", label) for each, label in _ids(corpus.version(plan)))


def _sources(ctx: click.Context, _: str) -> Found:
    yield from ((each, "") for each in _corpus(ctx).source_ids)


def _actors(ctx: click.Context, incomplete: str) -> Found:
    """Those with positions or duties of their own go by name; ids only where an id was begun."""
    actors = _corpus(ctx).actors.values()
    yield from ((actor.name, actor.kind) for actor in actors if actor.kind not in ("outlet", "doc"))
    if incomplete:
        yield from ((actor.id, actor.name) for actor in actors)


def _actor_ids(ctx: click.Context, _: str) -> Found:
    yield from ((actor.id, actor.name) for actor in _corpus(ctx).actors.values())


def _outlets(ctx: click.Context, _: str) -> Found:
    yield from ((actor.id, actor.name) for actor in _corpus(ctx).actors.values() if actor.kind == "outlet")


def _origins(ctx: click.Context, _: str) -> Found:
    yield from ((f"{actor.kind}:{actor.id}", actor.name) for actor in _corpus(ctx).actors.values())
    yield "unattributed", ""


def _kinds(_: click.Context, __: str) -> Found:
    from plantrack.differences.changes import KINDS, SUBJECTS

    yield from ((subject, "") for subject in SUBJECTS)
    yield from ((kind.id, kind.meaning) for kind in KINDS.values())


def _topics(_: click.Context, __: str) -> Found:
    from plantrack.vocabulary import TOPICS

    yield from ((name, topic.meaning) for name, topic in TOPICS.items())


def _schemas(_: click.Context, __: str) -> Found:
    from plantrack.schemas import SCHEMA_KINDS

    yield from ((name, "") for name in SCHEMA_KINDS)


def _commands(ctx: click.Context, _: str) -> Found:
    group = ctx.find_root().command
    for word in ctx.params.get("command") or ():
        below = group.get_command(ctx, word) if isinstance(group, click.Group) else None
        if below is None:
            return
        group = below
    if isinstance(group, click.Group):
        for name in group.list_commands(ctx):
            each = group.get_command(ctx, name)
            yield name, each.get_short_help_str() if each else ""


_LOOKS: dict[str, Callable[[click.Context, str], Found]] = {
    "ACTOR": _actors,
    "COMMAND": _commands,
    "FILE": _references,
    "ID": _sources,
    "KIND": _schemas,
    "NEW": _references,
    "OLD": _references,
    "REFS": _references,
    "PLAN": _plans,
    "POINT": _points,
    "PROVISION": _points,
    "REF": _references,
    "REPORTS": _references,
    "TEXT": _references,
    "SOURCE": _sources,
    "--actor": _actors,
    "--baseline": _references,
    "--chain": _origins,
    "--change": _references,
    "--fail-on": _kinds,
    "--for": _places,
    "--ignore": _kinds,
    "--in": _references,
    "--on": _references,
    "--only": _kinds,
    "--outlet": _outlets,
    "--plan": _plans,
    "--speaker": _actor_ids,
    "--topic": _topics,
}
