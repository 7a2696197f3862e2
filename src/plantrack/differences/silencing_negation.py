"""One ban negated in two ways: *no party may* and *a party may not*, *only after* and *not until*."""

from plantrack.differences.hunks import Aligned, Hunk, Silence
from plantrack.differences.silencing_nouns import is_nominal
from plantrack.differences.silencing_sides import Side, all_open, one_by_one, sides_of
from plantrack.facts.prose import Item
from plantrack.language import lexicon


def silence_negated_subject(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """*No party may* and *a party may not*: the same ban, negated at its subject or at its verb."""
    for i in hunk.old:
        for j in hunk.new:
            one, other = aligned.old.items[i], aligned.new.items[j]
            if one.kind == other.kind == "force" and _is_negation_of(one.value, other.value):
                negated_old = bool(getattr(one.value, "negated", ""))
                view = aligned.new if negated_old else aligned.old
                negation = next((p for p in all_open(aligned, old=not negated_old) if _is_no(view.items[p])), None)
                if negation is not None and not _speaks_of_any(aligned, negation, old=not negated_old):
                    continue
                force = j if negated_old else i
                if negation is None or negation > force or view.items[negation].sentence != view.items[force].sentence:
                    continue
                either = _either_of(aligned, view.items[negation], old=negated_old)
                pair = ((i, *either), (j, negation)) if negated_old else ((i, negation), (j, *either))
                return Silence("negated subject", *pair)
    return None


def silence_not_until(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """*Only after the mines are cleared* and *not until the mines are cleared*."""
    for side in sides_of(aligned, hunk):
        other = side.other
        for place in side.places:
            if side.view.items[place].value not in ("only_after", "only_when", "only_once"):
                continue
            until = next((p for p in side.theirs if other.items[p].value == "until"), None)
            if until is None:
                continue
            sentence = other.items[until].sentence
            for p in all_open(aligned, old=not side.is_old):
                if other.items[p].low == "not" and other.items[p].sentence == sentence and p < until:
                    return side.silence("not until", (place,), (p, until))
    return None


def silence_stress(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """*Shall not shell towns under any circumstances*, and *shall not shell towns*: the ban is said more loudly."""
    return one_by_one(aligned, hunk, "stress of a ban", _only_stresses_ban)


def _only_stresses_ban(side: Side, place: int) -> bool:
    """Whether words only stress a negation that stands before them in their sentence, and on the other side, too."""
    items = side.view.items
    if items[place].value not in ("under_any_circumstances", "whatsoever"):
        return False
    before = [at for at in side.view.inside(items[place].sentence) if at < place]
    negations = [at for at in before if _negates(items[at])]
    clause = side.view.structure.clause_at(place)
    return (
        bool(negations)
        and all(at in side.known for at in negations)
        and (side.view.structure.clause_at(negations[-1]) == clause)
    )


def _negates(item: Item) -> bool:
    return _is_no(item) or (item.kind == "negation" and item.low == "not") or bool(getattr(item.value, "negated", ""))


def silence_no_before_act(aligned: Aligned, hunk: Hunk) -> Silence | None:
    """*No deployment of missiles* and *missiles shall not be deployed*."""
    for side in sides_of(aligned, hunk):
        for place in side.places:
            if not _is_no(side.view.items[place]) or place + 1 not in side.known:
                continue
            verb = side.other.structure.verb_of(side.known[place + 1])
            if verb is None or verb.force is None or not is_nominal(side.view.items[place + 1]):
                continue
            sentence = side.view.inside(side.view.items[place].sentence)
            if any(_negates(side.view.items[at]) for at in sentence if at != place):  # *shall not* and *no* as well
                continue
            force = side.other.items[verb.force].value
            if (getattr(force, "force", ""), getattr(force, "negated", "")) == ("duty", "not"):
                return side.silence("negated subject", (place,), (verb.force,))
    return None


def _is_negation_of(one: object, other: object) -> bool:
    """Whether two forces are a duty or a permission and the ban that its negation makes."""
    plain = {getattr(one, "negated", None), getattr(other, "negated", None)}
    forces = {getattr(one, "force", ""), getattr(other, "force", "")}
    same = all(getattr(one, part, 1) == getattr(other, part, 2) for part in ("grade", "within"))
    return same and plain == {"", "not"} and forces <= {"duty", "permission"} and "duty" in forces


def _speaks_of_any(aligned: Aligned, negation: int, *, old: bool) -> bool:
    """Whether the noun behind a *no* is general on the other side: *a party*, *parties*, not *the party*."""
    known = aligned.old_to_new if old else aligned.new_to_old
    other = aligned.new if old else aligned.old
    partner = known.get(negation + 1)
    if partner is None:
        return False
    before = other.items[partner - 1] if partner else None
    return before is None or before.low not in {"the", "this", "that"} or lexicon.is_plural(other.items[partner].low)


def _either_of(aligned: Aligned, negation: Item, *, old: bool) -> tuple[int, ...]:
    """The *either* on the side of the negated verb that goes with a *neither*."""
    if negation.low != "neither":
        return ()
    view = aligned.old if old else aligned.new
    return tuple(
        place for place in all_open(aligned, old=old)
        if view.items[place].kind == "quantifier"
        and getattr(view.items[place].value, "value", "") in ("either", "both")
    )  # fmt: skip


def _is_no(item: Item) -> bool:
    return item.kind == "negation" and item.low in {"no", "neither", "none of"}
