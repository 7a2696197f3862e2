"""Pairs of words that are one in the lexicon and say different things where they stand: *execute prisoners*."""

from collections.abc import Sequence

from plantrack.differences.alignment import Pair
from plantrack.differences.views import View
from plantrack.language import lexicon
from plantrack.language.inflection import verb_forms
from plantrack.language.wordgroups import Group

_DEFINITE = frozenset("a an the this that these those its their his her our".split())
_WITH_COMMAS = frozenset("figure number date duration reference label".split())
"""Kinds of items whose commas say nothing."""
_RELATIVES = frozenset({"who", "which", "that"})
_PLEDGES = frozenset({"pledge", "promise", "vow"})
_BESIDE, _NEVER = 8, 5
"""Items within which a word stands beside another that it goes with, or that gives it another sense."""


def turns_sense(old: View, new: View, pair: Pair) -> bool:
    """Whether two forms of one word say different things: *occupied* and *occupying*, *high* and *higher*."""
    one, other = old.items[pair.old], new.items[pair.new]
    if one.low == other.low:
        return False
    if one.kind == other.kind == "word":
        return _word_turns(old, new, pair)
    if one.kind == other.kind == "force":
        return _force_turns(old, pair.old, one.low, other.low)
    if one.kind == other.kind == "name":
        return _stands_for_people(old, pair.old) != _stands_for_people(new, pair.new)
    return one.kind not in _WITH_COMMAS and ("," in one.low) != ("," in other.low)


def _word_turns(old: View, new: View, pair: Pair) -> bool:
    one, other = old.items[pair.old].low, new.items[pair.new].low
    if not senses_hold(old, (pair.old,), new, (pair.new,)) or _is_compared(one, other):
        return True
    in_verb = any(view.structure.verb_at(place) is not None for view, place in ((old, pair.old), (new, pair.new)))
    forms = {_form(one), _form(other)} - {""}
    if pair.ground == "derivation" and (
        _is_object_of_another(old, new, pair)
        or (not in_verb and (_are_two_nouns(one, other) or (forms and _describes_noun(old, new, pair))))
        or not (_one_acts(one, other) or _describes_noun(old, new, pair))
    ):
        return True
    if len(forms) == 2 and (not in_verb or _voices_differ(old, new, pair)):
        return True
    return _times_differ(old, new, pair) or _numbers_differ(old, new, pair)


def _force_turns(old: View, place: int, one: str, other: str) -> bool:
    """Whether a promise stands against a duty, or an agreement that a *no* denies against an act that it forbids."""
    if _is_pledge(one) != _is_pledge(other):
        return True
    return _is_word_of_duty(one) != _is_word_of_duty(other) and _has_no_before(old, place)


def _one_acts(one: str, other: str) -> bool:
    """Whether one of two words may be a verb, or they are an adjective and its adverb."""
    kinds = lexicon.pos_of(one), lexicon.pos_of(other)
    return any("v" in each for each in kinds) or any("r" in a and "a" in b for a, b in (kinds, kinds[::-1]))


def _are_two_nouns(one: str, other: str) -> bool:
    """Whether two words are nouns, neither of which names a verb's doing: *state* and *statement*."""
    return "n" in lexicon.pos_of(one) & lexicon.pos_of(other) and not (
        lexicon.is_gerund(one) or lexicon.is_gerund(other)
    )


def senses_hold(old: View, olds: Sequence[int], new: View, news: Sequence[int]) -> bool:
    """Whether words that only a sense of the field joins have that sense here: *execute a plan*, not *prisoners*.

    Args:
        old: The old wording.
        olds: Places of neighbouring items of it.
        new: The new one.
        news: Places of neighbouring items of that.
    """
    sides = ((old, olds), (new, news))
    words = [tuple(word for place in places for word in view.items[place].low.split()) for view, places in sides]
    return all(
        any(all(_has_sense(view, places, group) for view, places in sides) for group in groups)
        for groups in lexicon.senses_joining(words[0], words[1])
    )


def _has_sense(view: View, places: Sequence[int], group: Group) -> bool:
    """Whether the words beside a stretch leave it a sense of the field, and its part of speech does."""
    if "a" not in group.pos and _is_attribute(view, places):
        return False
    if group.pos == "v" and _is_thing(view, places):
        return False
    verb = view.structure.verb_of(places[-1])
    if group.pos == "n" and verb is not None and verb.group < verb.place:
        return False
    if group.never & _near(view, places, _NEVER):
        return False
    return not group.beside or bool(group.beside & _near(view, places, _BESIDE))


def _is_thing(view: View, places: Sequence[int]) -> bool:
    """Whether a verb's word stands as a noun of its own: *the Fund*, *the provisions*, not *the establishment*."""
    place = places[0]
    low = view.items[place].low
    if len(places) > 1 or "n" not in lexicon.pos_of(low) or view.structure.verb_at(place) is not None:
        return False
    if "v" not in lexicon.pos_of(low):
        return lexicon.is_plural(low)
    before = view.items[place - 1] if place else None
    beside = before is not None and before.sentence == view.items[place].sentence
    return lexicon.is_finite_present(low) and not (beside and before is not None and before.low == "to")


def _near(view: View, places: Sequence[int], reach: int) -> set[str]:
    """The dictionary forms of what stands beside a stretch in its sentence."""
    first, last = places[0], places[-1]
    around = range(max(0, first - reach), min(len(view.items), last + reach + 1))
    return {
        form
        for place in around
        if not first <= place <= last and view.items[place].sentence == view.items[first].sentence
        for word in view.items[place].low.split()
        for form in (word, *lexicon.lemmas(word))
    }


def _is_attribute(view: View, places: Sequence[int]) -> bool:
    """Whether a word describes the noun behind it: *the present Agreement*."""
    first, last = places[0], places[-1]
    if first != last or not first or last + 1 >= len(view.items):
        return False
    before, item, after = view.items[first - 1 : first + 2]
    if "a" not in lexicon.pos_of(item.low) or before.kind not in ("determiner", "preposition", "quantifier"):
        return False
    return after.sentence == item.sentence and after.kind == "word" and "n" in lexicon.pos_of(after.low)


def _is_pledge(low: str) -> bool:
    """Whether words of force promise in the manner of declarations, which bind less than *shall* or *undertakes*."""
    return any(lexicon.lemma(word) in _PLEDGES for word in low.split())


def _is_word_of_duty(low: str) -> bool:
    """Whether words of force tell of a duty or an agreement, which a *no* before them denies: *is obliged to*."""
    words = low.split()
    return (words[-1] == "to" and words[0] not in ("is", "are")) or len(words) > 2


def _has_no_before(view: View, place: int) -> bool:
    """Whether a *no* stands before an item in its sentence."""
    return any(view.items[spot].kind == "negation" for spot in view.beside(place) if spot < place)


def _stands_for_people(view: View, place: int) -> bool:
    """Whether the adjective of a name stands as a noun: *the Arlandian left*."""
    item = view.items[place]
    fact = next((fact for fact in view.prose.facts if fact.first == item.first), None)
    if fact is None or getattr(fact.value, "form", "") != "adjective":
        return False
    after = view.items[place + 1] if place + 1 < len(view.items) else None
    return (
        after is None
        or after.sentence != item.sentence
        or after.kind not in ("word", "name", "figure", "restriction")
        or bool(view.structure.verb_at(place + 1))
    )


def _describes_noun(old: View, new: View, pair: Pair) -> bool:
    """Whether both words stand before a noun: *occupied* and *occupation* forces."""
    return all(
        place + 1 < len(view.items)
        and view.items[place + 1].kind == "word"
        and "n" in lexicon.pos_of(view.items[place + 1].low)
        for view, place in ((old, pair.old), (new, pair.new))
    )


def _voices_differ(old: View, new: View, pair: Pair) -> bool:
    """Whether a participle behind *be* is suffered on one side and done on the other: *registered*, *registering*."""
    verbs = [view.structure.verb_at(place) for view, place in ((old, pair.old), (new, pair.new))]
    return all(verb is not None for verb in verbs) and len({verb.passive for verb in verbs if verb is not None}) > 1


def _times_differ(old: View, new: View, pair: Pair) -> bool:
    """Whether a verb tells of the past on one side, and of now or of what is to be done on the other."""
    if _is_past(old, pair.old) != _is_past(new, pair.new):
        return True
    sides = ((old, pair.old), (new, pair.new))
    return any(_acts_now(*one) and _stands_alone_in_ed(*other) for one, other in (sides, sides[::-1]))


def _acts_now(view: View, place: int) -> bool:
    """Whether a form with -s is the verb of its sentence: *applies*, *abandons the plan*."""
    low = view.items[place].low.split()[0]
    return "third" in verb_forms(low) and view.structure.verb_at(place) is not None


def _stands_alone_in_ed(view: View, place: int) -> bool:
    """Whether a form with -ed has no auxiliary that makes it a perfect or a passive."""
    low = view.items[place].low.split()[0]
    before = view.items[place - 1] if place else None
    helped = before is not None and before.kind in ("auxiliary", "force", "negation")
    return bool(verb_forms(low) & {"past", "ed"}) and not helped and view.structure.verb_at(place) is None


def _is_past(view: View, place: int) -> bool:
    """Whether a form can only be the finite past: *withdrew*, or *paid* between a noun and what it was paid for."""
    low = view.items[place].low.split()[0]
    forms = verb_forms(low)
    if not forms & {"past", "ed"} or forms & {"base"} or view.structure.verb_at(place) is not None:
        return False
    before = view.items[place - 1] if place else None
    if before is not None and before.kind in ("auxiliary", "force"):
        return False
    if "ed" not in forms or (before is not None and before.low in _RELATIVES):
        return True
    after = view.items[place + 1] if place + 1 < len(view.items) else None
    acts = before is not None and before.kind == "name" and before.sentence == view.items[place].sentence
    return acts and (after is None or after.kind in ("determiner", "name", "quantifier", "figure", "force", "word"))


def _numbers_differ(old: View, new: View, pair: Pair) -> bool:
    """Whether one thing stands against several: *a base*, *its bases*; not before a noun or behind a *no*."""
    one, other = old.items[pair.old].low, new.items[pair.new].low
    if not {"n"} <= lexicon.pos_of(one) & lexicon.pos_of(other) or lexicon.is_plural(one) == lexicon.is_plural(other):
        return False
    sides = ((old, pair.old), (new, pair.new))
    if any(view.structure.verb_at(place) is not None for view, place in sides):
        return False
    if all(_describes_next(view, place) or _is_of_any(view, place) for view, place in sides):
        return False
    if any(_describes_next(view, place) for view, place in sides):
        return all(_describes_next(view, place) or _is_definite(view, place) for view, place in sides)
    return any(_is_definite(view, place) for view, place in sides)


def _describes_next(view: View, place: int) -> bool:
    """Whether a noun stands right before another one: *weapon system*."""
    after = view.items[place + 1] if place + 1 < len(view.items) else None
    return (
        after is not None
        and after.kind == "word"
        and after.sentence == view.items[place].sentence
        and "n" in lexicon.pos_of(after.low)
        and view.structure.verb_at(place + 1) is None
        and not view.prose.between(view.items[place], after)
    )


def _is_of_any(view: View, place: int) -> bool:
    """Whether *no* or a quantifier stands before a noun, not before its owner: *every base*, no *each side's base*."""
    for item in reversed(view.items[max(0, place - 3) : place]):
        if item.kind == "owner" or item.sentence != view.items[place].sentence:
            return False
        if item.kind in ("negation", "quantifier"):
            return True
    return False


def _is_definite(view: View, place: int) -> bool:
    """Whether an article, *its* or a name with *'s* stands before a noun, with no more than adjectives between."""
    for before in range(place - 1, max(-1, place - 4), -1):
        item = view.items[before]
        if item.sentence != view.items[place].sentence:
            return False
        if item.kind == "owner" or item.low in _DEFINITE:
            return True
        if item.kind not in ("word", "time", "condition", "restriction"):
            return False
    return False


def _is_object_of_another(old: View, new: View, pair: Pair) -> bool:
    """*Withdraws* and *negotiates its withdrawal*: the act on one side, and talk of it on the other."""
    for view, place, other, partner in ((old, pair.old, new, pair.new), (new, pair.new, old, pair.old)):
        verb = view.structure.verb_of(place)
        if verb is None or other.structure.verb_at(partner) is not None:
            continue
        if any(one.place < partner for one in other.verbs_beside(partner)):
            return True
    return False


def _is_compared(one: str, other: str) -> bool:
    """Whether one of two words is the comparative or superlative of the other: *high*, *higher*."""
    short, long = sorted((one, other), key=len)
    return long.endswith(("er", "est")) and long.removesuffix("est").removesuffix("er").rstrip("i") in (
        short, short.rstrip("e"), short.rstrip("y"), short + short[-1:],
    )  # fmt: skip


def _form(low: str) -> str:
    return "doing" if lexicon.is_gerund(low) else "done" if lexicon.is_past_participle(low) else ""
