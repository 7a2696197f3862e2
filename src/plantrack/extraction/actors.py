"""Parties in a text: by the registry, by well-known names, by capital letters, and by common nouns."""

from collections.abc import Iterable, Sequence
from copy import copy
from typing import Any, NamedTuple

from plantrack.extraction import names, nouns
from plantrack.extraction.definitions import Definition, find_definitions
from plantrack.extraction.meaning import is_known, lemma
from plantrack.extraction.words import Token, phrase, tokens_of
from plantrack.model import Actor

_SKIPPED_KINDS = frozenset({"outlet", "doc"})
_OFFICES = frozenset(
    "government governments side authorities leadership republic state party delegation people kingdom federation "
    "administration cabinet".split()
)
"""Heads that, with the name of a state, mean the state."""
_DETERMINERS = frozenset(
    """a an the this that these those its their his her our all any every each both either neither no such two three
    four said some other another respective relevant""".split()
)
PARTIES = "parties"
_SIDES = frozenset("party parties side sides belligerents signatories".split())
_CONTRACTING = frozenset("two three four contracting signatory warring opposing belligerent concerned".split())
"""Before *states* or *governments* these mean those that make the agreement: neutral or donor states are others."""
_JOINING = frozenset({"and", "or", "nor", "plus"})
_BEFORE_NOUNS = frozenset("from by in at on with under to for of including dead alive living whether either".split())
_BEFORE_OF = frozenset({"of", "for", "on", "in", "and"})
_NOT_NAMES = frozenset(
    """the a an all any every each both either neither no this that these those it its they their he she his her we our
    you if unless once after before until when while where subject except save in on at by from to for with within
    without upon following during under over as and or but nor not immediate immediately full complete such there
    here shall should early article point section annex chapter resolution monday tuesday wednesday thursday
    friday saturday sunday january february march april may june july august september october november december
    nobody everyone anyone no-one none whoever whoever those persons members states former""".split()
)


_UNIONS = frozenset("national unity transitional interim joint".split())


class Named(NamedTuple):
    """An actor found in a text."""

    id: str
    """The id in the registry, or the name as printed."""
    end: int
    """The index of the first token after it."""
    adjective: bool
    known: bool
    """Whether the registry or the list of well-known names has it."""


class ActorNames:
    """All names of the actors of a registry, ready to be found in texts. Built once, then only read."""

    def __init__(self, actors: Sequence[Actor] = ()) -> None:
        self._names: dict[str, list[tuple[tuple[str, ...], str, bool, bool]]] = {}
        self._states = {actor.id for actor in actors if actor.kind == "state"}
        self._defined: dict[str, str] = {}
        self._wider: tuple[tuple[Definition, ...], ActorNames] | None = None
        self.read: dict[tuple[str, str | None], Any] = {}
        """What was understood of texts with these names."""
        spelled: dict[tuple[str, ...], str] = {}
        for actor in actors:
            if actor.kind in _SKIPPED_KINDS:
                continue
            for name in (actor.name, *actor.aliases):
                spelled.setdefault(_key(name), actor.id)
        adjectives = {
            _key(actor.adjective): actor.id for actor in actors if actor.adjective and actor.kind not in _SKIPPED_KINDS
        }
        self._add_well_known(spelled, adjectives)
        for key, actor_id in spelled.items():
            self._add(key, actor_id, adjective=False)
        for key, actor_id in adjectives.items():
            if key not in spelled:
                self._add(key, actor_id, adjective=True)
        for rows in self._names.values():
            rows.sort(key=lambda row: (-len(row[0]), row[2], row[0]))

    def _add_well_known(self, spelled: dict[tuple[str, ...], str], adjectives: dict[tuple[str, ...], str]) -> None:
        for line in names.NAMES.strip().splitlines():
            nouns_part, _, adjective_part = line.partition("+")
            members = [member.strip() for member in nouns_part.split(",")]
            known = next((spelled[_key(member)] for member in members if _key(member) in spelled), members[0])
            if known == members[0]:
                self._states.add(known)
            for member in members:
                spelled.setdefault(_key(member), known)
            for member in adjective_part.split(","):
                if member.strip():
                    adjectives.setdefault(_key(member.strip()), known)

    def _add(self, key: tuple[str, ...], actor_id: str, *, adjective: bool) -> None:
        if key:
            shouted = len(key) == 1 and len(key[0]) <= 3
            self._names.setdefault(key[0], []).append((key, actor_id, adjective, shouted))

    def defining(self, texts: Iterable[str]) -> "ActorNames":
        """These names and the short ones that texts define, each text of one paper."""
        definitions = find_definitions(texts)
        if not definitions:
            return self
        if self._wider is None or self._wider[0] != definitions:
            wider = copy(self)
            wider._take_in(definitions)  # noqa: SLF001 - the copy is its own
            self._wider = definitions, wider
        return self._wider[1]

    def _take_in(self, definitions: Iterable[Definition]) -> None:
        self._names = {first: list(rows) for first, rows in self._names.items()}
        self._defined = dict(self._defined)
        self.read = {}
        for name, short in definitions:
            keys = _key(name), _key(short)
            known = [self._id_of(key) for key in keys]
            actor_id = known[0] or known[1] or name
            if not any(known):
                self._defined[name] = name
            for key, found in zip(keys, known, strict=True):
                if found is None:
                    self._add(key, actor_id, adjective=False)
                    self._names[key[0]].sort(key=lambda row: (-len(row[0]), row[2], row[0]))

    def _id_of(self, key: tuple[str, ...]) -> str | None:
        rows = self._names.get(key[0], ()) if key else ()
        return next((actor_id for known, actor_id, adjective, _ in rows if known == key and not adjective), None)

    def expanded(self, tokens: Sequence[Token]) -> list[Token]:
        """Tokens with names that a text defines written out in full."""
        if not self._defined:
            return list(tokens)
        found: list[Token] = []
        position = 0
        while position < len(tokens):
            named = self.find(tokens, position)
            full = self._defined.get(named.id) if named is not None and not named.adjective else None
            if named is None or full is None:
                found.append(tokens[position])
                position += 1
            else:
                start = tokens[position].start
                found += [word._replace(start=start + word.start, end=start + word.end) for word in tokens_of(full)]
                position = named.end
        return found

    def is_state(self, actor_id: str) -> bool:
        """Whether the actor is a state of the registry, or a well-known name."""
        return actor_id in self._states

    def find(self, tokens: Sequence[Token], position: int) -> Named | None:
        """The known actor whose name begins at a token, the longest name first."""
        token = tokens[position]
        if not token.capital:
            return None
        for key, actor_id, adjective, shouted in self._names.get(token.low, ()):
            if shouted and not token.text.isupper():
                continue
            end = position + len(key)
            if end <= len(tokens) and all(tokens[position + step].low == key[step] for step in range(1, len(key))):
                return Named(actor_id, end, adjective, known=True)
        return None

    def find_name(self, tokens: Sequence[Token], position: int) -> Named | None:
        """As `find`, and any run of capitalised words, with *of* and *for* inside."""
        known = self.find(tokens, position)
        if known is not None and not known.adjective:
            if known.end < len(tokens) and tokens[known.end].capital and tokens[known.end].low not in _NOT_NAMES:
                longer = _capital_run(tokens, position)
                if longer > known.end and not self.is_state(known.id):
                    return Named(phrase(list(tokens[position:longer])), longer, adjective=False, known=False)
            return known
        if known is None and (not tokens[position].capital or tokens[position].low in _NOT_NAMES):
            return None
        end = _capital_run(tokens, position)
        if known is not None and end <= known.end:
            return known
        return Named(phrase(list(tokens[position:end])), end, adjective=False, known=False)

    def bearers(self, tokens: Sequence[Token]) -> tuple[str, ...]:
        """The parties that a noun phrase names, in order: ids, printed names, or common nouns in lower case.

        >>> ActorNames().bearers(tokens_of("Kestria, the joint brigade and both sides"))
        ('Kestria', 'joint brigade', 'parties')
        """
        found: list[str] = []
        for part in coordinated(tokens, self):
            party = self.party(part)
            if party and party not in found:
                found.append(party)
        return tuple(found)

    def party(self, tokens: Sequence[Token]) -> str:
        """The one party that a noun phrase names; empty if it names none."""
        start = 0
        while start < len(tokens) and (
            tokens[start].low in _DETERMINERS or (tokens[start].kind == "p" and tokens[start].low != "'s")
        ):
            start += 1
        part = [token for token in tokens[start:] if token.low not in (",", '"', "(", ")", ":")]
        if not part or (part[0].low in _BEFORE_NOUNS and not part[0].capital):
            return ""
        named = self.find_name(part, 0)
        rest = part[named.end :] if named else part
        state = self._state_behind(part, named)
        if state:
            return state
        if named and not [token for token in rest if token.low != "'s"]:
            return named.id
        if named and not named.known and rest and rest[0].low == "of":
            return phrase(part)
        heads = [token.low for token in part]
        contracting = len(part) == 1 or heads[-1] in _SIDES or heads[0] in _CONTRACTING
        if heads[-1] in nouns.PARTIES and len(part) <= 2 and contracting and not part[0].capital:
            return PARTIES
        if heads[0] in nouns.PARTIES and (len(heads) == 1 or heads[1] in ("to", "of", "in")):
            return PARTIES if not any(token.capital for token in part) else phrase(part)
        text = phrase(part)
        return text if _is_name(part) else text[0].lower() + text[1:]

    def _state_behind(self, part: list[Token], named: Named | None) -> str:
        """The state, where a phrase only says *the government of* it, or *its side*."""
        if named and named.known and self.is_state(named.id):
            rest = [token.low for token in part[named.end :] if token.low != "'s"]
            if rest and all(word in _OFFICES for word in rest):
                return named.id
        if part[0].low in _OFFICES and len(part) > 2 and part[1].low == "of":
            start = 3 if part[2].low == "the" and len(part) > 3 else 2
            inner = self.find_name(part, start)
            if inner and inner.end == len(part) and not inner.adjective and part[start].low not in _UNIONS:
                return inner.id
        if named is None or named.adjective or not named.known:
            first = self.find(part, 0)
            if first and first.adjective and all(token.low in _OFFICES for token in part[first.end :]):
                return first.id
        return ""


def _is_name(part: list[Token]) -> bool:
    """Whether a phrase is a name and no common noun that only begins a sentence."""
    if not part[0].capital or part[0].low in _NOT_NAMES:
        return any(token.capital for token in part)
    if len(part) > 1:
        return part[1].capital or (part[1].low in ("of", "'s", "-") and any(token.capital for token in part[1:]))
    low = part[0].low
    return not (is_known(lemma(low)) or lemma(low) != low)


def coordinated(tokens: Sequence[Token], names: ActorNames | None = None) -> list[list[Token]]:
    """The members of a list joined by commas, *and*, *as well as*; names that hold an *and* stay whole."""
    found: list[list[Token]] = []
    current: list[Token] = []
    position = 0
    while position < len(tokens):
        token = tokens[position]
        named = names.find(tokens, position) if names is not None else None
        if named is not None:
            current.extend(tokens[position : named.end])
            position = named.end
            continue
        if token.low in (",", ";") or token.low in _JOINING or token.low == "&":
            if token.low == "and" and _only_modifies(current, tokens[position + 1 : position + 2]):
                position += 1
                continue
            found.append(current)
            current = []
        elif token.low == "as" and [item.low for item in tokens[position : position + 3]] == ["as", "well", "as"]:
            found.append(current)
            current = []
            position += 2
        elif token.low == "together" and position + 1 < len(tokens) and tokens[position + 1].low == "with":
            found.append(current)
            current = []
            position += 1
        elif token.low not in ("jointly", "both", "together", "also", "alone"):
            current.append(token)
        position += 1
    found.append(current)
    return [part for part in found if part]


_ADJECTIVE_ENDINGS = ("al", "ive", "ful", "ous", "ic", "able", "ible", "less", "ary", "ed")
_ADJECTIVES = frozenset(
    """free fair full safe joint equal permanent complete open direct regular early just strict new civilian military
    armed""".split()
)


def _only_modifies(current: Sequence[Token], following: Sequence[Token]) -> bool:
    """Whether what stands before *and* is a lone adjective of the noun after it: *a temporary and apolitical body*."""
    words = [token for token in current if token.low not in _DETERMINERS]
    return (
        len(words) == 1
        and (words[0].low.endswith(_ADJECTIVE_ENDINGS) or words[0].low in _ADJECTIVES)
        and bool(following)
        and following[0].low not in _DETERMINERS
        and not following[0].capital
    )


def _capital_run(tokens: Sequence[Token], position: int) -> int:
    end = position + 1
    while end < len(tokens):
        if tokens[end].capital or (tokens[end].kind == "n" and len(tokens[end].text) < 3):
            end += 1
        elif (
            tokens[end].low in _BEFORE_OF - {"in", "and", "on"}
            and end + 1 < len(tokens)
            and _capital_after(tokens, end + 1)
            and tokens[end - 1].capital
        ):
            end += 2 if tokens[end + 1].capital else 3
        else:
            break
    return end


def _capital_after(tokens: Sequence[Token], position: int) -> bool:
    if tokens[position].low == "the" and position + 1 < len(tokens):
        position += 1
    return tokens[position].capital


def _key(name: str) -> tuple[str, ...]:
    return tuple(token.low for token in tokens_of(name) if token.low != "the")
