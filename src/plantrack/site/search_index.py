"""What the search page looks through: a script with every paper, point, passage and whatever else has an address."""

import json
from collections.abc import Iterator

from plantrack.answers.dates import human_date
from plantrack.answers.names import actor_name, witness_name
from plantrack.catalogue import named, say
from plantrack.model.events import Event
from plantrack.model.positions import Position
from plantrack.plain import first_up, one_line
from plantrack.site.contents import Contents
from plantrack.site.words import SEARCHED
from plantrack.vocabulary import TOPICS

Entry = tuple[str, str, str, str, str]
"""Kind, title, what stands under it, address, further words to find it by."""


def search_script(contents: Contents) -> str:
    """The index as a script: pages opened from a folder may load no other files."""
    entries = [
        [SEARCHED.index(kind), one_line(title), one_line(said), address, one_line(more)]
        for kind, title, said, address, more in _all(contents)
    ]
    kinds = [named("found", kind, kind) for kind in SEARCHED]
    return f"self.plantrackIndex={json.dumps({'kinds': kinds, 'entries': entries}, separators=(',', ':'))};\n"


def _all(contents: Contents) -> Iterator[Entry]:
    yield from _papers(contents)
    yield from _points(contents)
    links, actors = contents.links, contents.corpus.actors
    for actor in contents.actor_ids:
        known = actors.get(actor)
        more = " ".join((*known.aliases, known.adjective or "")) if known else ""
        said = say("site.actor-found")
        yield "Actor", actor_name(actors, actor), said, links.actor(actor) or "", more
    for topic, ids in contents.topics.items():
        if topic:
            yield (
                "Topic",
                named("topic", topic, TOPICS[topic].meaning),
                say("count.points", count=len(ids)),
                links.topic(topic),
                topic.replace("_", " "),
            )
    yield from _dated(contents)
    yield from _sources(contents)


def _dated(contents: Contents) -> Iterator[Entry]:
    """Events and positions; papers and sources are there for themselves."""
    links = contents.links
    for entry in contents.dated:
        words = contents.words_of(entry)
        said, more = f"{first_up(human_date(entry.date))}. {first_up(words.body)}", entry.id.replace("-", " ")
        match entry.subject:
            case Event(id=event_id):
                yield "Event", first_up(words.head), said, links.event(event_id), more
            case Position(id=position_id):
                yield "Position", words.head, said, links.position(entry.actors[0], position_id) or "", more


def _papers(contents: Contents) -> Iterator[Entry]:
    for plan_id, plan in contents.plans.items():
        yield (
            "Paper",
            plan.title,
            plan.summary or "Plan",
            contents.links.plan(plan_id),
            " ".join((plan_id, *plan.aliases)),
        )
    for version in contents.versions:
        said = f"{human_date(version.date)}. {version.summary or ''}"
        yield "Paper", version.title, said, contents.links.version(version.ref), version.ref


def _points(contents: Contents) -> Iterator[Entry]:
    for provision_id, held in contents.points.items():
        said = dict.fromkeys(
            words
            for _, provision in held
            for words in (provision.summary, *(claim.summary for claim in provision.claims))
            if words
        )
        numbers = dict.fromkeys(
            f"{version.title} {provision.number}" for version, provision in held if provision.number
        )
        texts = dict.fromkeys(provision.text for _, provision in held if provision.text)
        topics = dict.fromkeys(
            named("topic", topic, TOPICS[topic].meaning) for _, provision in held for topic in provision.topics
        )
        more = " ".join((provision_id.replace("-", " "), *numbers, *topics, *(texts if said else ())))
        shown = " ".join(said or texts)
        yield "Point", contents.labels[provision_id], shown, contents.links.provision(provision_id), more


def _sources(contents: Contents) -> Iterator[Entry]:
    actors = contents.corpus.actors
    for source in contents.sources:
        said = ", ".join(filter(None, (source.container_title, human_date(source.issued))))
        yield "Source", source.title, said, contents.links.source(source.id), source.id.replace("-", " ")
        for passage in source.passages.values():
            quoted = f"\u201c{passage.quote.exact}\u201d" if passage.quote else ""
            words = " ".join(filter(None, (passage.says, quoted)))
            if words:
                who = witness_name(actors, source, passage)
                yield "Passage", words, who, contents.links.passage(source.id, passage.id), ""
