"""One clause as a term: bearer, act, object and the rest."""

from collections.abc import Sequence
from typing import NamedTuple

from plantrack.extraction import nouns, verbs
from plantrack.extraction.actors import PARTIES, ActorNames, coordinated
from plantrack.extraction.clauses import Clause
from plantrack.extraction.figures import start_of_length, with_quality, with_shared_bound, within_length
from plantrack.extraction.frames import is_joint, with_holder_first, without_manner
from plantrack.extraction.meaning import is_act, lemma, meaning_of_verb, verb_forms_or_none
from plantrack.extraction.names import OR
from plantrack.extraction.parts import find_place, find_recipients
from plantrack.extraction.phrases import head_of, is_agent, noun_phrase_end, without_loose_ends
from plantrack.extraction.predicates import is_adverb, read_predicate
from plantrack.extraction.quantities import Counted, find_quantity
from plantrack.extraction.words import Token, phrase
from plantrack.model import Quantity, Term
from plantrack.value import evolve

_MOTION = frozenset("withdraw travel enter relocate visit return move send deploy".split())
_ARTICLES = frozenset("the a an this any all every".split())
_NEEDS_NO_DOER = frozenset(
    "cease begin resume continue open close follow travel be enter take happen occur arise serve cover".split()
)
_HEDGED = frozenset({"commitment", "best_efforts", "expectation", "declaration"})
"""What binds less than a duty: its negation is said of the act, so that its force is not lost."""
_NOBODY = frozenset({"nobody", "none", "no-one", "nothing"})


class Part(NamedTuple):
    """What was understood, and the words it came from."""

    what: str
    start: int
    end: int
    words: str


class Norm(NamedTuple):
    """A term with the trace of its parts."""

    term: Term
    parts: tuple[Part, ...]


def build_norm(
    tokens: list[Token], clause: Clause, actors: ActorNames, inherited: tuple[str, ...]
) -> tuple[Norm, tuple[str, ...]]:
    """The norm of one clause, and the bearer that a clause without subject after it takes over.

    Args:
        tokens: The sentence without its adjuncts' tokens: those are given apart.
        clause: Indexes into `tokens`.
        actors: The names that are known.
        inherited: The bearer of the clause before.
    """
    subject = tokens[clause.subject[0] : clause.subject[1]]
    predicate = tokens[clause.predicate[0] : clause.predicate[1]]
    negative = clause.anchor.negative
    if (
        subject
        and (subject[0].low in ("no", "neither") or subject[0].low in _NOBODY)
        and not _bound_follows(subject, 0)
    ):
        negative = not negative
    while predicate and (is_adverb(predicate[0]) or predicate[0].kind == "p"):
        predicate = predicate[1:]
    whole = tokens[min(clause.subject[0], clause.anchor.start) : clause.predicate[1]]
    predicate, manner = without_manner(predicate)
    manner = manner or without_manner(tokens[clause.anchor.start : clause.anchor.end])[1]
    subject, predicate = with_holder_first(subject, predicate)
    reading = _Reading(subject, predicate, actors, inherited if clause.inherits else None)
    reading.manner, reading.jointly = manner, is_joint(whole)
    term = reading.term(negative=negative, modality=clause.anchor.modality)
    modal = tokens[clause.anchor.start : clause.anchor.end]
    parts = [_part("modality " + term.modality, modal)] if modal else []
    parts = [*reading.parts, *parts]
    bearer = term.bearer or (inherited if clause.inherits else ())
    return Norm(term, tuple(part for part in parts if part.words)), bearer


def _part(what: str, tokens: Sequence[Token]) -> Part:
    words = [token for token in tokens if token.kind != "p" or token.low in "%$€£"]
    if not words:
        return Part(what, 0, 0, "")
    return Part(what, words[0].start, words[-1].end, phrase(list(words)))


class _Reading:
    """The parts of one clause, found one after the other."""

    def __init__(
        self, subject: list[Token], predicate: list[Token], actors: ActorNames, inherited: tuple[str, ...] | None
    ) -> None:
        self.subject = subject
        self.actors = actors
        self.inherited = inherited
        self.parts: list[Part] = []
        self.jointly = False
        self.manner: str | None = None
        self.allowed = False
        self.alternative = ""
        self.action, self.meaning, self.rest, self.passive, self.copula = read_predicate(predicate)
        if self.action:
            self.parts.append(_part("action " + self.action, predicate[: len(predicate) - len(self.rest)]))

    def term(self, *, negative: bool, modality: str) -> Term:
        """The term, with everything read from subject and predicate."""
        rest: list[Token] = list(self.rest)
        bearer: tuple[str, ...] = ()
        self.allowed = modality == "permission" and not negative
        if self.passive and self.meaning == "ban":
            self.action, self.meaning, negative = "allow", "allow", not negative
            modality = "obligation" if modality == "unspecified" else modality
        elif self.action in _REFUSING and rest and not self.passive and (negative or modality == "obligation"):
            self.action, self.meaning, negative = "grant", "provide", not negative
            modality = "obligation" if modality in ("permission", "right") else modality
        if self.passive:
            rest, bearer = self._agent(rest)
        quantities = self._quantities(rest, negative=negative, after_verb=True)
        rest, places, recipients = self._taken(rest)
        negated_object = (
            any(
                token.low in ("no", "none") and not _bound_follows(rest, step) and step < 6
                for step, token in enumerate(rest)
            )
            and not self.passive
        )
        thing: list[Token] = list(rest)
        bearer, about = self._subject(bearer)
        if about:
            about, more = self._placed(about)
            places = (*places, *(name for name in more if name not in places))
            thing = [*about, *thing]
        quantities = (*quantities, *self._quantities(thing, negative=negative))
        if quantities and self.meaning == "limit" and self.action.split()[0] in _EXCEEDING:
            bound = "lteq" if negative else "gt"
            quantities = tuple(evolve(item, operator=bound) if item.value is not None else item for item in quantities)
            negative = False
        elif negative and any(quantity.operator in _NEGATED for quantity in quantities):
            quantities = tuple(evolve(item, operator=_NEGATED.get(item.operator, item.operator)) for item in quantities)
            negative = False
        if negated_object:
            negative = not negative
        if self.passive and not bearer and self.inherited is None and any(item.low == "jointly" for item in thing):
            bearer = (PARTIES,)
            thing = [item for item in thing if item.low != "jointly"]
        thing = [token for token in self.actors.expanded(thing) if token.low not in ("no", "any")]
        thing_text = phrase(without_loose_ends(thing))
        action = f"not {self.action}" if negative and modality in _HEDGED and self.action else self.action
        if self.alternative and not negative and modality not in ("permission", "right"):
            bearer = (self.alternative,)
        return Term(
            bearer=bearer,
            jointly=self.jointly and len(bearer) > 1,
            modality=_modality(modality, negative=negative),
            action=action or "be",
            object=thing_text or None,
            counterparty=recipients,
            place=places,
            quantity=quantities,
            manner=self.manner,
            basis="extracted",
        )

    def _agent(self, rest: list[Token]) -> tuple[list[Token], tuple[str, ...]]:
        """The one named by *by ...* in a passive."""
        for step, token in enumerate(rest[:-1]):
            if token.low != "by" or "without" in [item.low for item in rest[max(0, step - 3) : step]]:
                continue
            form = verb_forms_or_none(rest[step - 1].low) if step else None
            if form is not None and form.shape == "participle":
                continue
            end = noun_phrase_end(rest, step + 1)
            body = rest[step + 1 : end]
            if body and (form := verb_forms_or_none(body[0].low)) and form.shape == "gerund" and not is_agent(body):
                continue
            if body and (body[0].capital or is_agent(body) or any(part[-1].capital for part in coordinated(body))):
                self.parts.append(_part("bearer", body))
                return rest[:step] + rest[end:], self._named(body)
        return rest, ()

    def _taken(self, rest: list[Token]) -> tuple[list[Token], tuple[str, ...], tuple[str, ...]]:
        """Places and counterparties out of the predicate, and what is left."""
        places: list[str] = []
        recipients: list[str] = []
        left: list[Token] = []
        position = 0
        dealt = self.action in verbs.DEALING and any(token.low in _SHARES for token in (*self.subject, *self.rest))
        delivery = self.meaning in verbs.DELIVERY_TO or dealt
        motion = self.meaning in _MOTION or (self.meaning == "hand over" and not self.rest)
        while position < len(rest):
            low = rest[position].low
            if low in ("to", "with", "for", "against", "towards", "toward"):
                owed = find_recipients(rest, position, self.actors, delivery=delivery)
                if owed and owed.parties:
                    recipients += [party for party in owed.parties if party not in recipients]
                    self.parts.append(_part("counterparty", rest[owed.start : owed.end]))
                    position = owed.end
                    continue
            if rest[position].kind == "w":
                place = find_place(rest, position, motion=motion or (not delivery and low == "to"))
                if place is not None:
                    places += [name for name in place.names if name not in places]
                    self.parts.append(_part("place", rest[place.start : place.end]))
                    position = place.end
                    continue
            left.append(rest[position])
            position += 1
        return left, tuple(places), tuple(recipients)

    def _placed(self, about: list[Token]) -> tuple[list[Token], tuple[str, ...]]:
        """Places out of a subject that bears no duty, and what is left of it."""
        names: list[str] = []
        left: list[Token] = []
        position = 0
        while position < len(about):
            place = find_place(about, position, motion=False) if position and about[position].kind == "w" else None
            if place is None or place.names[0].islower():
                left.append(about[position])
                position += 1
            else:
                names += place.names
                self.parts.append(_part("place", about[place.start : place.end]))
                position = place.end
        return left, tuple(dict.fromkeys(names))

    def _subject(self, bearer: tuple[str, ...]) -> tuple[tuple[str, ...], list[Token]]:
        """Who bears the duty, and the subject where it is what the duty is about."""
        subject = [token for token in self.subject if token.low not in ("there", "also")]
        if self.inherited is not None:
            return bearer if self.passive else bearer or self.inherited, []
        if not subject:
            return bearer, []
        if self.passive or subject[0].low == "it" or (self.copula and not self._is_party(subject)):
            return bearer, subject
        if (self.meaning in verbs.SIZE and not self._is_party(subject)) or self.meaning == "limit":
            owners = self._owners(subject)
            return owners, subject
        if self._is_party(subject) or is_agent(subject) or (self.rest and not self._is_thing(subject)):
            self.parts.insert(0, _part("bearer", subject))
            return self._named(subject), []
        return bearer, subject

    def _named(self, body: list[Token]) -> tuple[str, ...]:
        """Those whom a subject or agent names; *A or B* is kept in mind as one bearer, of which either will do."""
        found = self.actors.bearers(body)
        lows = [token.low for token in body]
        if len(found) > 1 and "or" in lows and not {"either", "neither", "and"} & set(lows):
            members = coordinated(body, self.actors)
            if all(member[-1].capital for member in members):
                self.alternative = OR.join(found)
        return found

    def _is_party(self, subject: list[Token]) -> bool:
        members = coordinated(subject)
        if not members:
            return False
        first = [
            token
            for token in members[0]
            if token.low not in ("the", "a", "both", "all", "two", "three", "each", "every", "this")
        ]
        if not first:
            return True
        named = self.actors.find_name(first, 0)
        if named and named.end == len(first) and not named.adjective:
            return lemma(first[-1].low) not in nouns.GENERIC_PLACES
        return is_agent(members[0])

    def _is_thing(self, subject: list[Token]) -> bool:
        """Whether a subject is what the clause is about: an act by its noun, or with a verb that needs no doer."""
        heads = (head_of(subject), next((token for token in subject if token.low not in _ARTICLES), None))
        nominal = any(head is not None and is_act(meaning_of_verb([lemma(head.low)])[0]) for head in heads)
        return nominal or self.meaning in _NEEDS_NO_DOER

    def _owners(self, subject: list[Token]) -> tuple[str, ...]:
        """The known actors inside a phrase such as *the army of Arland*."""
        found: list[str] = []
        for step, token in enumerate(subject):
            if token.capital and (step or token.low != "the"):
                named = self.actors.find_name(subject, step)
                if named and named.id not in found and not any(named.id in other for other in found):
                    found.append(named.id)
                    break
        return tuple(found)

    def _quantities(self, thing: list[Token], *, negative: bool, after_verb: bool = False) -> tuple[Quantity, ...]:
        """Figures in what is owed; their words go out of `thing`, their nouns stay."""
        source = [*thing]
        everything = source
        if not source:
            return ()
        found: list[Quantity] = []
        taken: set[int] = set()
        before: Counted | None = None
        position = 0
        while position < len(everything):
            counted = find_quantity(everything, position, after_verb=after_verb)
            counted = with_shared_bound(everything, counted, before) if counted and before else counted
            if counted is None or (counted.quantity.unit == "item" and counted.quantity.value is None):
                position += 1
                continue
            counted = within_length(everything, counted)
            counted = counted if negative else with_quality(everything, counted)
            before = counted
            found.append(self._bounded(counted, everything, negative=negative))
            self.parts.append(_part("quantity", everything[counted.start : max(counted.end, counted.noun_start)]))
            taken.update(range(start_of_length(everything, counted), max(counted.noun_start, position + 1)))
            taken.update(range(counted.noun_start, counted.end))
            position = max(counted.end, counted.noun_start, position + 1)
        thing[:] = [token for step, token in enumerate(source) if step not in taken]
        return tuple(found)

    def _bounded(self, counted: Counted, source: Sequence[Token], *, negative: bool) -> Quantity:
        quantity = counted.quantity
        if counted.bare and quantity.value is not None:
            before = source[counted.start - 1].low if counted.start else ""
            if negative and before == "within" and quantity.unit in ("km", "nmi"):
                return evolve(quantity, operator="gteq")
            if self.action in _COMPOSED:
                return evolve(quantity, operator="eq", implied=True)
            lowered = self.meaning == "reduce" and counted.start > 0 and source[counted.start - 1].low == "to"
            ceiling = self.meaning == "limit" or negative or lowered or self.allowed
            return evolve(quantity, operator="lteq" if ceiling else "gteq", implied=not ceiling)
        return quantity


_COMPOSED = frozenset({"consist", "comprise", "compose", "make up"})
"""Verbs that tell of how many something is made, no more and no fewer."""
_REFUSING = frozenset({"refuse", "deny", "withhold"})
_SHARES = frozenset("% percent cent half third thirds quarter rest remainder balance".split())
"""With these *go to* names who gets a share, and no journey."""
_EXCEEDING = frozenset({"exceed", "surpass"})
_NEGATED = {"gt": "lteq", "lt": "gteq"}
"""*Not more than* five is at most five."""


def _bound_follows(tokens: Sequence[Token], step: int) -> bool:
    return step + 1 < len(tokens) and tokens[step + 1].low in (
        "more", "fewer", "less", "later", "greater", "larger", "longer", "lower", "higher", "smaller", "earlier", "way",
        "one",
    ) and tokens[step + 1].low != "one"  # fmt: skip


def _modality(modality: str, *, negative: bool) -> str:
    if modality == "prohibition":
        return "permission" if negative else "prohibition"
    return "prohibition" if negative and modality not in _HEDGED else modality
