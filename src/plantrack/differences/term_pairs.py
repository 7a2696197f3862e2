"""Which term of one side is which of the other, and how a difference between the two is told."""

from collections.abc import Sequence
from typing import Any

from plantrack.differences.parts import Part, value_form
from plantrack.differences.result import Change
from plantrack.differences.strength.forces import LIBERTY, common_force
from plantrack.differences.strength.order import EFFECT
from plantrack.model import Term
from plantrack.value import evolve, value


@value
class OwnedTerm:
    """A term with the provision it belongs to."""

    owner: str
    """The id of the provision."""
    key: str
    term: Term
    text: str | None = None
    """The wording of the provision, where it was seen."""


@value
class Gap:
    """Something that one side does not report."""

    side: str
    """The side that does not report it: old or new."""
    owner: str
    """The provision, on the side that has it."""
    term: str
    """Its key, on the side that has it."""
    part: str | None = None
    """The part of the term; None for the whole."""


class TermPair:
    """Two terms that are one norm in two states. What is silenced is added up here."""

    def __init__(self, old: OwnedTerm, new: OwnedTerm, *, old_complete: bool, new_complete: bool) -> None:
        self.old = old.term
        self.new = new.term
        self.force = common_force(old.term, new.term)
        self.silenced: list[str] = []
        """The rules by which a difference is none."""
        self._owned = old, new
        self._complete = old_complete, new_complete
        self._is_bearer_known = bool(old.term.bearer or new.term.bearer) or (old_complete and new_complete)

    def effect(self, part: Part) -> str | None:
        """What a difference in a part does to the duty; None where force or bearer is not known.

        Of two texts that were seen and name no bearer it is known that they bind whoever is meant.
        """
        return self._ranked(part, self.old, self.new)

    def effect_of(self, part: Part, *, old: tuple[str, ...], new: tuple[str, ...]) -> str | None:
        """The same for some members of the part only."""
        return self._ranked(part, evolve(self.old, **{part.field: old}), evolve(self.new, **{part.field: new}))

    def weighed(self, order: str) -> str | None:
        """The effect of an order that was found already, by the same rule."""
        return EFFECT[order] if self.force is not None and self._is_bearer_known else None

    def weighed_alone(self, order: str) -> str | None:
        """The effect of another force, which needs no common one: both must be said."""
        said = "unspecified" not in (self.old.modality, self.new.modality)
        return EFFECT[order] if said and self._is_bearer_known else None

    def _ranked(self, part: Part, old: Term, new: Term) -> str | None:
        return None if self.force is None else self.weighed(part.rank(old, new, self.force))

    def told(
        self,
        kind: str,
        part: Part,
        effect: str | None,
        *,
        said: tuple[bool, bool] = (True, True),
        shown: tuple[Any, Any] | None = None,
        delta: dict[str, float] | None = None,
    ) -> Change | Gap:
        """A difference in a part.

        Args:
            kind: Its kind.
            part: The part.
            effect: What it does to the duty.
            said: Whether each side says something there that the other does not. What the one lacks is no change but
                a gap, where it was not seen whole.
            shown: What stands on each side, as JSON has it; the whole part if None.
            delta: The difference of figures.
        """
        old, new = self._owned
        if said == (True, False) and not self._complete[1]:
            return Gap(side="new", owner=old.owner, term=old.key, part=part.id)
        if said == (False, True) and not self._complete[0]:
            return Gap(side="old", owner=new.owner, term=new.key, part=part.id)
        before, after = shown or (value_form(part.of(self.old)), value_form(part.of(self.new)))
        return Change(
            kind=kind,
            old_ids=(old.owner,),
            new_ids=(new.owner,),
            term=(old.key, new.key),
            part=part.id,
            before=before,
            after=after,
            delta=delta,
            effect=effect,
            force=self._common_modality(),
        )

    def _common_modality(self) -> str | None:
        if self.old.modality == self.new.modality:
            return self.old.modality
        return "permission" if self.force == LIBERTY else None


def pair_by_key(old: Sequence[OwnedTerm], new: Sequence[OwnedTerm]) -> list[tuple[int, int]]:
    """Terms of one key, in the order of the old side; of several with one key, those of one owner first."""
    waiting: dict[str, list[int]] = {}
    for position, owned in enumerate(new):
        waiting.setdefault(owned.key, []).append(position)
    pairs = []
    taken: set[int] = set()
    for own in (True, False):
        for position, owned in enumerate(old):
            candidates = waiting.get(owned.key, ()) if position not in taken else ()
            found = next((one for one in candidates if not own or new[one].owner == owned.owner), None)
            if found is not None:
                pairs.append((position, found))
                taken.add(position)
                waiting[owned.key].remove(found)
    return sorted(pairs)
