"""Gather everything that differs between two versions whose provisions are matched."""

from collections.abc import Iterable, Sequence
from operator import attrgetter

from plantrack.differences.certainty import weigh_findings
from plantrack.differences.changes import KINDS
from plantrack.differences.evidence_counter import SPEAKS_OF, EvidenceCounter, evidence_against
from plantrack.differences.fields import field_changes
from plantrack.differences.findings import Naming, compare_owned, compare_states, matter_changes
from plantrack.differences.paper_facts import paper_changes
from plantrack.differences.renumbering import UNCHANGED, renumbering
from plantrack.differences.result import Change, Kept, Silenced, Unreported
from plantrack.differences.states import State, giving_place, is_complete, stands_in, states_of
from plantrack.differences.structure import structural_changes
from plantrack.differences.terms import TermComparison
from plantrack.matching import Match
from plantrack.model import Provision, Version
from plantrack.model.readings import OutsideLine
from plantrack.progress import watched_steps
from plantrack.value import evolve
from plantrack.vocabulary import OUT_OF_TEXT

_content = attrgetter(
    "title", "topics", "text", "text_basis", "wording", "to", "matter", "outlook", "links", "terms", "variants",
    "notes", "extra",
)  # fmt: skip
"""All of a provision that a comparison of a matched pair looks at."""
_ORDER = {kind: index for index, kind in enumerate(KINDS)}


class VersionComparison:
    """One comparison under way: what is found is added up here."""

    def __init__(
        self, old: Version, new: Version, counter: EvidenceCounter, naming: Naming, mode: str = "full"
    ) -> None:
        self.old = old
        self.new = new
        self.counter = counter
        self.naming = naming
        self.mode = mode
        self._renumbering = UNCHANGED
        self._paired: list[tuple[str, str]] = []
        self.silenced: list[Silenced] = []
        self.changes: list[Change] = []
        self.unreported: list[Unreported] = []
        self.kept: list[Kept] = []
        self._old_places = {provision_id: index for index, provision_id in enumerate(old.provisions)}
        self._new_places = {provision_id: index for index, provision_id in enumerate(new.provisions)}
        self._hanging = _hanging_on((*old.provisions.values(), *new.provisions.values()))

    def compare(self, matches: Sequence[Match]) -> None:
        """Find everything that differs."""
        for change in structural_changes(self.old, self.new, matches):
            self._note_structure(change)
        self._renumbering = renumbering(_counterparts(self.old, self.new, matches))
        for match in watched_steps(matches, "comparing"):
            old = [self.old.provisions[provision_id] for provision_id in match.old_ids]
            new = [self.new.provisions[provision_id] for provision_id in match.new_ids]
            if len(old) == len(new) == 1:
                self._paired.append((old[0].id, new[0].id))
                self._compare_pair(old[0], new[0])
            else:
                self._compare_group(old, new)

    def compare_paper(self, outside: tuple[Sequence[OutsideLine], Sequence[OutsideLine]]) -> None:
        """Find what differs outside the points, and in the facts of the paper."""
        self.changes += paper_changes(self.old, self.new, self.counter)
        if any(outside):
            from plantrack.differences.outside import (
                compare_outside,
                notes_at_other_points,
                points_under_other_headings,
            )

            held = (self.old.provisions, self.new.provisions)
            words = tuple({key: one.text or one.title or "" for key, one in side.items()} for side in held)
            self.changes += points_under_other_headings(*outside, words, self._paired)
            self.changes += notes_at_other_points(*outside, words, self._paired)
            found = compare_outside(*outside, self.naming.names, mode=self.mode)
            self.changes += found.changes
            self.silenced += found.silenced

    def compare_knowledge(self) -> None:
        """Find what was learned of one paper: nothing here says that the paper changed."""
        from plantrack.differences.knowledge import knowledge_changes

        for provision_id in dict.fromkeys((*self.old.provisions, *self.new.provisions)):
            old, new = self.old.provisions.get(provision_id), self.new.provisions.get(provision_id)
            self.changes += knowledge_changes(old, new, self.old, self.new, self.counter)
            if old is not None and new is not None and not (old.claims or new.claims):
                before = len(self.changes)
                self._compare_pair(old, new)
                self.changes[before:] = [evolve(change, clock="knowledge") for change in self.changes[before:]]

    def _note_structure(self, change: Change) -> None:
        """A point on one side only is a change where the other text was seen, and unreported where it was not."""
        if change.kind == "provision-removed" and self.new.text_basis != "full_text":
            self.unreported += [self._unreported("new", provision_id) for provision_id in change.old_ids]
        elif change.kind == "provision-added" and self.old.text_basis != "full_text":
            self.unreported += [self._unreported("old", provision_id) for provision_id in change.new_ids]
        elif change.kind in ("provision-removed", "provision-added"):
            self.changes.append(evolve(self._came_or_went(change), basis="inferred_absence"))
        else:
            evidence = self._plain_evidence(change.old_ids, change.new_ids)
            self.changes.append(evolve(change, certainty=self._certainty_of(change), **evidence))

    def _came_or_went(self, change: Change) -> Change:
        """A point on one side only, by the states in which it stands there."""
        version = self.old if change.old_ids else self.new
        provision = version.provisions[(change.old_ids or change.new_ids)[0]]
        states = states_of(version, provision)
        giving = giving_place(states)
        against = [item for state in giving for item in evidence_against(state, states)]
        evidence = [item for state in giving for item in state.evidence] if states else provision.evidence
        certainty = self._certainty_of(change) if len(giving) == len(states) else "possible"
        found = evolve(change, certainty=certainty)
        if provision.claims:
            pairs = ((state.claim, None) if change.old_ids else (None, state.claim) for state in giving)
            found = evolve(found, claims=tuple(pairs))
        side = "evidence_old" if change.old_ids else "evidence_new"
        return evolve(found, **{side: self.counter.witnesses(evidence, against, version)})

    def _certainty_of(self, change: Change) -> str | None:
        """How sure it is that whole points came, went or moved: what is known of them may be known from reports."""
        sides = ((self.old, change.old_ids), (self.new, change.new_ids))
        held = [(version, version.provisions[one]) for version, ids in sides for one in ids]
        if all(is_complete(version, provision) and not provision.claims for version, provision in held):
            return change.certainty
        named = all(
            len(states := states_of(version, provision)) > 0
            and any(self.counter.reach(state.evidence) == "named" for state in states)
            for version, provision in held
            if provision.claims or not is_complete(version, provision)
        )
        return "unopposed" if named else "possible"

    def _plain_evidence(self, old_ids: Iterable[str], new_ids: Iterable[str]) -> dict[str, object]:
        old = [item for provision_id in old_ids for item in self.old.provisions[provision_id].evidence]
        new = [item for provision_id in new_ids for item in self.new.provisions[provision_id].evidence]
        return {
            "evidence_old": self.counter.witnesses(old, (), self.old),
            "evidence_new": self.counter.witnesses(new, (), self.new),
        }

    def _unreported(
        self, side: str, provision_id: str, *, term: str | None = None, part: str | None = None
    ) -> Unreported:
        """An entry for what one side does not report; `provision_id` is of the other side."""
        silent, told = (self.new, self.old) if side == "new" else (self.old, self.new)
        here = silent.provisions.get(provision_id)
        said = [] if here is None else [*here.evidence, *(item for claim in here.claims for item in claim.evidence)]
        return Unreported(
            id=provision_id,
            number=told.provisions[provision_id].number,
            side=side,
            term=term,
            part=part,
            reach=self.counter.reach(said, SPEAKS_OF) if term is None else "none",
            evidence=self.counter.witnesses(said, (), silent),
        )

    def _compare_pair(self, old: Provision, new: Provision) -> None:
        if self._is_settled(old, new):
            return
        old_states, new_states = states_of(self.old, old), states_of(self.new, new)
        if not new_states or self.counter.only_by_topic(new_states):
            self.unreported.append(self._unreported_pair("new", old, new))
            return
        if not old_states or self.counter.only_by_topic(old_states):
            self.unreported.append(self._unreported_pair("old", old, new))
            return
        pairs = [(one, other, compare_states(one, other, self.naming)) for one in old_states for other in new_states]
        weighed = weigh_findings(pairs, old_states, new_states, self.counter, self.old, self.new)
        self.changes += weighed
        if not weighed:
            self._note_kept(old, new, old_states, new_states)
            if any(state.expected for state in (*old_states, *new_states)):
                self.unreported.append(self._unreported_pair("new", old, new))  # to become so: no change, no silence
        compared = [c.terms for _, _, c in pairs if c.terms is not None]
        self._note_gaps(compared)
        self.silenced += (one for terms in compared for one in terms.silenced)
        if len(pairs) == 1:
            self._compare_fields(old, new, pairs[0][0], pairs[0][1])
            if all(stands_in(version, one) for version, one in ((self.old, old), (self.new, new))):
                self._compare_words((old,), (new,), weighed)

    def _note_kept(
        self, old: Provision, new: Provision, old_states: Sequence[State], new_states: Sequence[State]
    ) -> None:
        """Note what a report says stays, so that where nothing differs it is told who says so."""
        for side, states, one, version in (("new", new_states, new, self.new), ("old", old_states, old, self.old)):
            state = next((state for state in states if state.unchanged is not None), None)
            if state is not None and state.unchanged is not None:
                against = evidence_against(state, states)
                self.kept.append(
                    Kept(
                        id=one.id, number=old.number, side=side, since=state.unchanged.since,
                        terms=state.unchanged.terms or tuple(state.terms),
                        evidence=self.counter.witnesses(state.evidence, against, version),
                    )
                )  # fmt: skip

    def _is_settled(self, old: Provision, new: Provision) -> bool:
        """Whether two points are the same, as most are; a reference may name another point where numbers changed."""
        if not (old.terms or old.text) or old.claims or new.claims or _content(old) != _content(new):
            return False
        if not (self._renumbering.differs and old.text):
            return True
        from plantrack.facts.references import may_refer  # papers known by their terms need none of it

        return not may_refer(old.text)

    def _compare_words(self, old: Sequence[Provision], new: Sequence[Provision], told: Sequence[Change]) -> None:
        """Compare the wordings of a match group; what its terms already tell is not told again."""
        if not any(one.text or one.title for one in (*old, *new)):
            return
        from plantrack.differences.point_wordings import compare_group  # papers known by their terms need none of it

        found = compare_group(old, new, self.naming.names, mode=self.mode, renumbered=self._renumbering)
        subjects = {KINDS[change.kind].subject for change in told if change.term != (None, None)}
        ids = tuple(one.id for one in old), tuple(one.id for one in new)
        complete = (
            all(is_complete(self.old, one) for one in old), all(is_complete(self.new, one) for one in new)
        )  # fmt: skip
        for change in found.changes:
            if KINDS[change.kind].subject in subjects:
                continue
            missing = "new" if change.after is None and not complete[1] else None
            missing = "old" if change.before is None and not complete[0] else missing
            if missing is not None:
                owner = (change.old_ids if missing == "new" else change.new_ids)[0]
                self.unreported.append(self._unreported(missing, owner, part=change.part or "wording"))
                continue
            certainty = None if change.kind == "wording-unexplained" else "certain"
            evidence = self._plain_evidence(change.old_ids or ids[0], change.new_ids or ids[1])
            self.changes.append(evolve(change, certainty=certainty, **evidence))
        self.silenced += found.silenced
        if found.silenced and not found.changes and not told:
            change = Change(kind="provision-reworded", old_ids=ids[0], new_ids=ids[1])
            self.changes.append(evolve(change, **self._plain_evidence(*ids)))

    def _unreported_pair(self, side: str, old: Provision, new: Provision) -> Unreported:
        told, silent, version = (old, new, self.new) if side == "new" else (new, old, self.old)
        said = [*silent.evidence, *(item for claim in silent.claims for item in claim.evidence)]
        return Unreported(
            id=told.id,
            number=told.number,
            side=side,
            reach=self.counter.reach(said, SPEAKS_OF),
            evidence=self.counter.witnesses(said, (), version),
        )

    def _compare_group(self, old: Sequence[Provision], new: Sequence[Provision]) -> None:
        """Compare the wordings, and the pooled terms, of a group that was split, merged or both."""
        old_states = [state for provision in old for state in states_of(self.old, provision)[:1]]
        new_states = [state for provision in new for state in states_of(self.new, provision)[:1]]
        compared = compare_owned(old_states, new_states, self.naming)
        found: list[Change] = []
        for change in (*_group_matter(old_states, new_states), *compared.changes):
            certain = all(state.complete for state in (*old_states, *new_states))
            filled = evolve(
                change,
                old_ids=change.old_ids or tuple(provision.id for provision in old),
                new_ids=change.new_ids or tuple(provision.id for provision in new),
                certainty="certain" if certain else "unopposed",
            )
            found.append(evolve(filled, **self._plain_evidence(filled.old_ids, filled.new_ids)))
        self.changes += found
        self._note_gaps([compared])
        self.silenced += compared.silenced
        self._compare_words(old, new, found)

    def _note_gaps(self, comparisons: Sequence[TermComparison]) -> None:
        """What is missing from every report, of a point that is reported."""
        if not comparisons:
            return
        gaps = set(comparisons[0].gaps).intersection(*(comparison.gaps for comparison in comparisons[1:]))
        for gap in comparisons[0].gaps:
            if gap in gaps:
                self.unreported.append(self._unreported(gap.side, gap.owner, term=gap.term, part=gap.part))

    def _compare_fields(self, old: Provision, new: Provision, old_state: State, new_state: State) -> None:
        if not (old_state.complete and new_state.complete):
            return
        paired = {key: key for key in old.terms.keys() & new.terms.keys()}
        curated = all(term.basis == "curated" for term in (*old.terms.values(), *new.terms.values()))
        evidence = self._plain_evidence((old.id,), (new.id,))
        found = field_changes(old, new, paired if curated else {})
        self.changes += [evolve(change, **evidence) for change in found if not self._hangs_on_unseen(change)]

    def _hangs_on_unseen(self, change: Change) -> bool:
        """Whether a link came or went only as nobody saw the point it leads to, which is told of that point itself."""
        if not (change.part or "").startswith("links."):
            return False
        target = (change.part or "").partition(" ")[2]
        lacking = self.new if change.after is None else self.old if change.before is None else None
        return lacking is not None and lacking.text_basis != "full_text" and target not in lacking.provisions

    def spoken_of_as_gone(self) -> list[str]:
        """Old provisions of which some report says that they are gone or going, wholly or in part."""
        return [
            provision_id
            for provision_id, provision in self.new.provisions.items()
            if provision_id in self.old.provisions
            and any(claim.wording in {*OUT_OF_TEXT, "moved"} for claim in provision.claims)
        ]

    def order(self, change: Change) -> tuple[int, int, int, str, str]:
        """Points in OLD's order, then what is only in NEW in NEW's order; within a point as the catalogue has it."""
        end = len(self._old_places)
        old_place = min((self._old_places[provision_id] for provision_id in change.old_ids), default=end)
        if not change.old_ids and change.new_ids:
            old_place = min((self._old_places.get(provision_id, end) for provision_id in change.new_ids), default=end)
        new_place = min((self._new_places[provision_id] for provision_id in change.new_ids), default=0)
        return old_place, new_place, _ORDER[change.kind], str(change.term), repr((change.before, change.after))

    def placed_silence(self, one: Silenced) -> Silenced:
        """A silence with the numbers of its points."""
        return evolve(
            one,
            old=tuple(self.old.provisions[each].number for each in one.old_ids),
            new=tuple(self.new.provisions[each].number for each in one.new_ids),
        )

    def place_of_silence(self, one: Silenced) -> tuple[int, int, str]:
        """Lines outside the points first, then points in OLD's order."""
        end = len(self._old_places)
        place = min((self._old_places[each] for each in one.old_ids), default=-1 if one.place else end)
        start = min((span.start for span in (*one.words.old, *one.words.new)), default=0)
        return place, start, one.rule

    def place_of_gap(self, gap: Unreported) -> tuple[str, int, str, str]:
        """New's silence first, then old's, each in the order of the version that speaks."""
        places = self._old_places if gap.side == "new" else self._new_places
        return gap.side, places[gap.id], gap.term or "", gap.part or ""

    def placed(self, change: Change) -> Change:
        """A change with the numbers of its points, and with what hangs on it."""
        ids = (*change.old_ids, *change.new_ids)
        linked = dict.fromkeys(hanging for provision_id in ids for hanging in self._hanging_on(provision_id))
        return evolve(
            change,
            old=tuple(self.old.provisions[provision_id].number for provision_id in change.old_ids),
            new=tuple(self.new.provisions[provision_id].number for provision_id in change.new_ids),
            linked=tuple(hanging for hanging in linked if hanging not in ids),
        )

    def _hanging_on(self, provision_id: str) -> list[str]:
        """The provisions that hang on one, or on the point it is part of."""
        provision = self.old.provisions.get(provision_id) or self.new.provisions[provision_id]
        above = self._hanging_on(provision.parent) if self._is_known(provision.parent) else []  # type: ignore[arg-type]
        return [*self._hanging.get(provision_id, ()), *above]

    def _is_known(self, provision_id: str | None) -> bool:
        return provision_id in self.old.provisions or provision_id in self.new.provisions


def _group_matter(old: Sequence[State], new: Sequence[State]) -> list[Change]:
    """What differs in whether the matter of a group is settled, told once where all of a side say the same of it."""
    pairs = [(one, other) for one in old for other in new if None not in (one.matter, other.matter)]
    if len({(one.matter, other.matter, one.expected, other.expected) for one, other in pairs}) == 1:
        return [evolve(change, old_ids=(), new_ids=()) for change in matter_changes(*pairs[0])]
    return [change for one, other in pairs for change in matter_changes(one, other)]


def _hanging_on(provisions: Iterable[Provision]) -> dict[str, list[str]]:
    """For each provision, the ids of those linked to it."""
    hanging: dict[str, list[str]] = {}
    for provision in provisions:
        for link in provision.links:
            if provision.id not in hanging.setdefault(link.to, []):
                hanging[link.to].append(provision.id)
    return hanging


def _counterparts(old: Version, new: Version, matches: Iterable[Match]) -> dict[str, str]:
    """The new number of each old point that has one counterpart."""
    pairs = (
        (old.provisions[match.old_ids[0]].number, new.provisions[match.new_ids[0]].number)
        for match in matches
        if len(match.old_ids) == len(match.new_ids) == 1
    )
    return {one: other for one, other in pairs if one is not None and other is not None}
