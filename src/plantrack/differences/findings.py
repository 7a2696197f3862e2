"""Differences between two states of matched provisions, before anybody asks how sure they are."""

from collections.abc import Iterable, Mapping

from plantrack.differences.result import Change
from plantrack.differences.states import State
from plantrack.differences.terms import OwnedTerm, TermComparison, compare_terms
from plantrack.language.names import Names
from plantrack.model import Actor, Term
from plantrack.value import evolve, field, value

_MATTER_BEGINS = {"deferred": "status-deferred", "disputed": "status-disputed"}
_MATTER_ENDS = {"deferred": "status-settled", "disputed": "status-undisputed"}


@value
class Naming:
    """Who and what two papers may name."""

    names: Names = field(factory=Names)
    """In their wordings."""
    actors: Mapping[str, Actor] = field(factory=dict)
    """In their terms."""


@value
class Finding:
    """A difference on one axis: wording, matter, or a term."""

    axis: str
    change: Change


@value
class Comparison:
    """What a pair of states gives: the axes on which both say something, and where they differ."""

    axes: frozenset[str]
    findings: tuple[Finding, ...]
    terms: TermComparison | None = None


def compare_states(old: State, new: State, naming: Naming | None = None) -> Comparison:
    """Compare two states of one matter on every axis on which both say something.

    Args:
        old: The one state.
        new: The other.
        naming: Who and what may be named, where only one of them is a wording.
    """
    axes: set[str] = set()
    findings: list[Finding] = []
    if old.wording is not None and new.wording is not None:
        axes.add("wording")
        findings += [Finding(axis="wording", change=change) for change in _wording_changes(old, new)]
    if old.matter is not None and new.matter is not None:
        axes.add("matter")
        findings += [Finding(axis="matter", change=change) for change in matter_changes(old, new)]
    terms = None
    if not findings and _in_text(old) and _in_text(new) and _says_terms(old) and _says_terms(new):
        terms = compare_owned([old], [new], naming)
        axes |= {axis_of(key) for key in (*old.terms, *new.terms)}
        findings += [Finding(axis=axis_of(*change.term), change=change) for change in terms.changes]
    return Comparison(axes=frozenset(axes), findings=tuple(findings), terms=terms)


def compare_owned(old: Iterable[State], new: Iterable[State], naming: Naming | None = None) -> TermComparison:
    """Compare the terms of the states of a match group, pooled; or the wording of one side with the terms of the other.

    Where both sides have wordings, and only one has terms, the wordings are compared elsewhere.
    """
    olds, news = list(old), list(new)
    old_text, new_text = _text_alone(olds), _text_alone(news)
    owned_old = [_owned(state, key, term) for state in olds for key, term in state.terms.items()]
    owned_new = [_owned(state, key, term) for state in news for key, term in state.terms.items()]
    old_complete, new_complete = (all(state.complete for state in states) for states in (olds, news))
    if old_text is None and new_text is None:
        compared = compare_terms(owned_old, owned_new, old_complete=old_complete, new_complete=new_complete)
    elif any(state.text for state in (news if new_text is None else olds)) or not (owned_old or owned_new):
        return TermComparison()
    else:
        from plantrack.differences.text_and_terms import compare_text_with_terms

        compared = compare_text_with_terms(
            old_text or new_text or "",
            owned_old or owned_new,
            (naming or Naming()).names,
            text_is_old=new_text is None,
            complete=old_complete if owned_old else new_complete,
            actors=(naming or Naming()).actors,
        )
    old_ids, new_ids = (tuple(state.provision for state in states) for states in (olds, news))
    changes = [
        evolve(item, old_ids=item.old_ids or old_ids, new_ids=item.new_ids or new_ids) for item in compared.changes
    ]
    return evolve(compared, changes=tuple(changes))


def _text_alone(states: Iterable[State]) -> str | None:
    """The wording of states to which nobody entered terms; None where there is none, or there are terms."""
    held = list(states)
    texts = [state.text for state in held if state.text]
    return "\n\n".join(texts) if texts and not any(state.terms for state in held) else None


def _owned(state: State, key: str, term: Term) -> OwnedTerm:
    return OwnedTerm(owner=state.provision, key=key, term=term, text=state.text)


def axis_of(*keys: str | None) -> str:
    """The axis that a term stands on, by its key in OLD or else in NEW."""
    return "term:" + next((key for key in keys if key is not None), "")


def _in_text(state: State) -> bool:
    return state.wording in (None, "in_text") or state.expected


def _says_terms(state: State) -> bool:
    return bool(state.terms) or state.claim is None


def _wording_changes(old: State, new: State) -> list[Change]:
    before, after = _standing(old), _standing(new)
    if before == after and old.to == new.to:
        return []
    there_old, there_new = _place(before, old.to), _place(after, new.to)
    both = {"old_ids": (old.provision,), "new_ids": (new.provision,)}
    shown = {"before": there_old, "after": there_new, "partly": old.partly or new.partly}
    if before == after == "in_text":
        return []
    if before == "in_text":
        kind = "provision-moved-out" if after == "moved" else "provision-removed"
        return [Change(kind=kind, old_ids=both["old_ids"], **shown)]  # type: ignore[arg-type]
    if after == "in_text":
        kind = "provision-moved-in" if before == "moved" else "provision-added"
        return [Change(kind=kind, new_ids=both["new_ids"], **shown)]  # type: ignore[arg-type]
    return [Change(kind="field-changed", part="wording", **both, **shown)]  # type: ignore[arg-type]


def _standing(state: State) -> str | None:
    """Its wording as it counts beside another paper; what is to become of it does not yet."""
    if state.expected:
        return "in_text"
    return "removed" if state.is_out else state.wording


def _place(wording: str | None, to: str | None) -> object:
    return {"moved_to": to} if wording == "moved" else wording


def matter_changes(old: State, new: State) -> list[Change]:
    """What differs in whether a matter is settled; nothing where either says nothing of it."""
    before = "settled" if old.expected else old.matter
    after = "settled" if new.expected else new.matter
    if before == after:
        return []
    kinds = [kind for kind in (_MATTER_ENDS.get(before or ""), _MATTER_BEGINS.get(after or "")) if kind]
    return [
        Change(kind=kind, old_ids=(old.provision,), new_ids=(new.provision,), before=before, after=after)
        for kind in kinds
    ]
