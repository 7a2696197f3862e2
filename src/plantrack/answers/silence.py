"""What one side is not known to say, arranged for reading."""

from collections.abc import Collection, Iterable, Iterator

from plantrack.answers.change_words import lead_word, led_words, value_words
from plantrack.answers.names import provision_label
from plantrack.catalogue import named
from plantrack.corpus import Paper
from plantrack.differences.papers import Compared
from plantrack.differences.parts import PARTS, Part, value_form
from plantrack.differences.result import Unreported
from plantrack.differences.states import states_of
from plantrack.model import Evidence, Provision, Term, Version
from plantrack.plain import one_line
from plantrack.value import field, value


@value
class Gap:
    """Something that one paper says and the other is not known to say."""

    point: str
    """The point, by number or label."""
    inside: str = ""
    """The duty of the point, or the part of a duty, that is not known; empty where it is the whole point."""
    words: str = ""
    """What the one paper says there, where `inside` does not say it."""

    @property
    def name(self) -> str:
        """The point, and what of it."""
        return f"{self.point} ({self.inside})" if self.inside else self.point


@value
class Silence:
    """What is not known, of NEW first."""

    unmentioned: tuple[Provision, ...] = ()
    """Whole points of OLD that no report on NEW mentions."""
    same: tuple[tuple[Provision, tuple[Provision, ...]], ...] = ()
    """Whole points of OLD of which NEW is not known to differ, each with those of its parts that no page mentions."""
    by_topic: tuple[str, ...] = ()
    """Numbers or labels of points of which only the topic is mentioned."""
    spoken_of: tuple[Unreported, ...] = ()
    """Points that a report speaks of without saying what became of them."""
    parts_of_old: tuple[Gap, ...] = ()
    """Parts of points that reports on NEW mention otherwise."""
    only_in_new: tuple[Gap, ...] = ()
    """What reports on NEW say, of which OLD, which nobody saw, is not known to say anything."""
    hanging: tuple[tuple[str, str, str], ...] = field(factory=tuple)
    """Point, kind of link, point: unmentioned points that hang on points of which change is reported."""

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers of the unmentioned points; empty if any of them has none."""
        found = tuple(provision.number for provision in self.unmentioned if provision.number is not None)
        return found if len(found) == len(self.unmentioned) else ()


def find_silence(compared: Compared) -> Silence:
    """What the two papers are not known to say."""
    old = compared.old.version
    gaps = [gap for gap in compared.diff.unreported if gap.side == "new"]
    whole = {gap.id: gap for gap in gaps if gap.term is None}
    touched = {one for change in compared.all_changes for one in (*change.old_ids, *change.new_ids)}
    unmentioned: list[Provision] = []
    by_topic: list[str] = []
    for provision in old.provisions.values():
        family = [provision.id, *(child.id for child in old.provisions.values() if child.parent == provision.id)]
        if provision.parent is not None or provision.id not in whole or any(one in touched for one in family):
            continue
        reach = {whole[one].reach for one in family if one in whole}
        if reach == {"none"}:
            unmentioned.append(provision)
        elif reach <= {"none", "topic"} and not _is_spoken_of_only(compared, whole[provision.id]):
            by_topic.append(_name(provision))
    silent = {provision.id for provision in unmentioned}
    return Silence(
        unmentioned=tuple(unmentioned),
        same=tuple(_same(compared, whole, touched)),
        by_topic=tuple(by_topic),
        spoken_of=tuple(gap for gap in gaps if gap.term is None and _is_spoken_of_only(compared, gap)),
        parts_of_old=_described(
            (gap for gap in gaps if _is_part(old, gap, touched, silent)), compared.old, compared.new
        ),
        only_in_new=_described(
            (gap for gap in compared.diff.unreported if gap.side == "old"), compared.new, compared.old
        ),
        hanging=_hanging(old, silent, touched),
    )


def _same(
    compared: Compared, whole: Collection[str], touched: Collection[str]
) -> Iterator[tuple[Provision, tuple[Provision, ...]]]:
    old = compared.old.version.provisions
    matched = {one for match in compared.diff.matches if match.new_ids for one in match.old_ids}
    for provision in old.values():
        parts = [one for one in old.values() if one.parent == provision.id]
        known = provision.id in matched and provision.id not in whole
        if provision.parent is None and known and not any(one.id in touched for one in (provision, *parts)):
            yield provision, tuple(one for one in parts if one.id in whole)


def _hanging(old: Version, silent: set[str], touched: set[str]) -> tuple[tuple[str, str, str], ...]:
    found = [
        (_name(old.provisions[one]), link.kind, _name(old.provisions[link.to]))
        for one in old.provisions
        if one in silent
        for link in old.provisions[one].links
        if _is_touched(old, link.to, touched)
    ]
    return tuple(dict.fromkeys(found))


def _is_touched(version: Version, provision_id: str, touched: set[str]) -> bool:
    children = (child.id for child in version.provisions.values() if child.parent == provision_id)
    return provision_id in touched or any(child in touched for child in children)


def _is_part(old: Version, gap: Unreported, touched: set[str], silent: set[str]) -> bool:
    """Whether a gap is inside a point of which something else is reported."""
    if gap.term is not None:
        return True
    provision = old.provisions[gap.id]
    parent = provision.parent
    siblings = (one.id for one in old.provisions.values() if parent is not None and one.parent == parent)
    reported = parent in touched or any(sibling in touched for sibling in siblings)
    return parent is not None and parent not in silent and reported and gap.reach == "none"


def _is_spoken_of_only(compared: Compared, gap: Unreported) -> bool:
    provision = compared.new.version.provisions.get(gap.id)
    if provision is None:
        return False
    states = states_of(compared.new.version, provision)
    return all(state.expected for state in states) if states else bool(provision.evidence)


def said_of(provision: Provision) -> tuple[Evidence, ...]:
    """Everything that is cited for a point, its reported states included."""
    return (*provision.evidence, *(item for claim in provision.claims for item in claim.evidence))


def _described(gaps: Iterable[Unreported], paper: Paper, other: Paper) -> tuple[Gap, ...]:
    return tuple(_gap(gap, paper, other) for gap in gaps if gap.id in paper.version.provisions)


def _gap(gap: Unreported, paper: Paper, other: Paper) -> Gap:
    provision = paper.version.provisions[gap.id]
    name = " ".join(filter(None, [provision.number, provision_label(provision)]))
    if gap.term is None:
        said = provision.summary or provision.text or "; ".join(claim.summary or "" for claim in provision.claims)
        if provision.label or provision.title or not said:
            return Gap(point=name, words=one_line(said))
        return Gap(point=provision.number or one_line(said), words=one_line(said) if provision.number else "")
    term = _term(provision, gap.term)
    if term is None:
        return Gap(point=name, inside=gap.part or "")
    if gap.part is None:
        return Gap(point=name, inside=_act(term, paper))
    part = PARTS.get(gap.part)
    if part is None:
        return Gap(point=name, inside=gap.part)
    return Gap(
        point=name, inside=named("whole-part", part.id, part.words),
        words=_part_words(term, part, paper, _reported(gap, other, part)),
    )  # fmt: skip


def _act(term: Term, paper: Paper) -> str:
    """What a term says is done, to what and where."""
    told = " ".join(filter(None, [term.action, term.object]))
    if not term.place:
        return one_line(told)
    lead = lead_word(PARTS["place"])
    told = told.removesuffix(f" {lead}")  # "send forces in": the word leads the place as well
    return one_line(f"{told} {led_words(lead, value_words(term.place, paper.corpus.actors))}")


def _reported(gap: Unreported, other: Paper, part: Part) -> set[str]:
    """The conditions, exceptions or restrictions of a term that some report on the other paper does mention."""
    provision = other.version.provisions.get(gap.id)
    held = () if provision is None or part.shape != "clauses" else (
        provision.terms, *(claim.terms for claim in provision.claims)
    )  # fmt: skip
    terms = [term for terms in held for key, term in terms.items() if key == gap.term]
    return {item for term in terms for item in part.of(term)}


def _term(provision: Provision, key: str) -> Term | None:
    found = provision.terms.get(key)
    return found or next((claim.terms[key] for claim in provision.claims if key in claim.terms), None)


def _part_words(term: Term, part: Part, paper: Paper, reported: Collection[str]) -> str:
    value = part.of(term)
    if part.shape == "clauses":
        value = tuple(item for item in value if item not in reported) or value
    return value_words(value_form(value), paper.corpus.actors)


def _name(provision: Provision) -> str:
    return provision.number or provision_label(provision)
