"""Names of states, bodies, places and persons, each under one form, whatever a text calls them.

The well-known ones are `data/states.tsv` (usage of the United Nations; a name there says nothing of recognition); a
corpus adds its actors, and two texts add what they define or print with a capital themselves. Two spellings are one
name only where a table or a text says so.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import copy
from functools import cache, cached_property
from itertools import filterfalse
from pathlib import Path
from typing import NamedTuple

from plantrack.language.closed_words import is_closed
from plantrack.language.printed_names import TERMS, Printed, printed_names
from plantrack.language.tokens import Token, tokens_of
from plantrack.model import Actor

_TABLE = Path(__file__).with_name("data") / "states.tsv"
_NO_NAMES = frozenset({"outlet", "doc", "group"})
"""Kinds of actors that a text does not name: publishers, documents, unnamed sources."""
_SHORTEST_INITIALS = 3
_SHORTEST_WORD = 4
"""Letters from which an acronym may be printed as a word: Nato."""
_ADJECTIVE_ENDINGS = (
    ("n", ("",)), ("ian", ("", "a", "e", "y", "ia")), ("an", ("", "a", "e", "o")), ("ese", ("", "a", "o")),
    ("ish", ("",)), ("i", ("", "a")),
)  # fmt: skip
"""How the adjective of a name is made from it: Morova, Morovan; Arland, Arlandian."""

Words = tuple[str, ...]


class Named(NamedTuple):
    """Who or what is named."""

    canonical: str
    """The one form: of the table or the corpus, else the folded words of the text."""
    form: str = ""
    """Empty for the name itself; `adjective`, `people`, `government`, `side`, `style` (*Republic of X*), `capital`."""


class Row(NamedTuple):
    """A name as it may be printed."""

    named: Named
    upper: bool = False
    """Counts only where it is printed in capitals: US."""
    any_case: bool = False
    """Counts where it is printed without capitals, too: *coalition of the willing*."""


class Rows:
    """Names by their folded words, found the longest first."""

    def __init__(self) -> None:
        self.by_words: dict[Words, Row] = {}
        self._lengths: dict[str, list[int]] = {}

    def add(self, words: Words, row: Row) -> None:
        """Add a name, unless these words are one already."""
        if not words or words in self.by_words:
            return
        self.by_words[words] = row
        lengths = self._lengths.setdefault(words[0], [])
        if len(words) not in lengths:
            lengths.append(len(words))
            lengths.sort(reverse=True)

    def match(self, tokens: Sequence[Token], place: int, first: str) -> tuple[int, Named] | None:
        """Where the longest name that begins at a place, with this bare word, ends, and who it is."""
        for length in self._lengths.get(first, ()):
            words = (first, *(token.low for token in tokens[place + 1 : place + length]))
            row = self.by_words.get(words)
            if row is not None and len(words) == length and _may_be(tokens[place], row):
                return place + length, row.named
        return None


class Names:
    """The names that can be found in texts.

    Args:
        actors: The actors of a corpus; their names are the ones that count.
        is_common: Tells whether a folded word is one of the language, so that at the beginning of a sentence it is no
            name; without it, only what a text prints with a capital elsewhere is one.
    """

    def __init__(self, actors: Iterable[Actor] = (), is_common: Callable[[str], bool] | None = None) -> None:
        self._is_common = is_common
        self._actors = tuple(actor for actor in actors if actor.kind not in _NO_NAMES)
        self._local = Rows()
        self._things = Rows()
        self._printed = Printed()

    @cached_property
    def _known(self) -> Rows:
        """The actors and the states; papers known by their terms alone need none."""
        return _table(self._actors)[0]

    def calling(self, things: Mapping[str, Sequence[str]]) -> "Names":
        """These names, with those of things that a corpus has several names for; actors keep theirs.

        Things of which every name is printed without capitals are words, not names.
        """
        found = copy(self)
        found._things = Rows()  # noqa: SLF001 - the copy is its own
        for name, others in things.items():
            printed = (name, *others)
            if any(not one.islower() for one in printed):
                for each in printed:
                    _add(found._things, each, Named(name))  # noqa: SLF001
        return found

    def defining(self, texts: Iterable[Sequence[Token]]) -> "Names":
        """These names, with what the texts of two papers define, abbreviate and print with capitals.

        A short name that two texts define in two ways stays what it is.
        """
        found = copy(self)
        found._printed = printed_names(texts)  # noqa: SLF001 - the copy is its own
        found._local = Rows()  # noqa: SLF001
        self._add_defined(found._printed, found._local)  # noqa: SLF001
        self._add_initials(found._printed, found._local)  # noqa: SLF001
        for words in filterfalse(found._is_made_of_names, found._printed.runs):  # noqa: SLF001
            found._local.add(words, Row(Named(" ".join(words)), any_case=True))  # noqa: SLF001
        return found

    def match(self, tokens: Sequence[Token], place: int) -> tuple[int, Named] | None:
        """Where the longest known name that begins at a place ends, and who it is."""
        found = None
        first = _bare(tokens[place])
        for rows in (self._known, self._things, self._local):
            longer = rows.match(tokens, place, first)
            if longer is not None and (found is None or longer[0] > found[0]):
                found = longer
        return found

    def may_stand_for(self, canonical: str) -> str | None:
        """The state for which its capital may stand: *Washington* for the United States; never surely.

        >>> Names().may_stand_for("Moscow")
        'Russia'
        """
        return _table(self._actors)[1].get(canonical)

    def is_plain(self, low: str) -> bool:
        """Whether a word is no name by itself: of the language, or printed without a capital in these texts."""
        if low in TERMS or is_closed(low) or low in self._printed.plain:
            return True
        return self._is_common is not None and self._is_common(low)

    def begins_name(self, low: str) -> bool:
        """Whether a capitalised word is a name where its capital may come from its place, as in a heading."""
        return not self.is_plain(low) and (low in self._printed.inside or self._is_common is not None)

    def stands_alone(self, low: str) -> bool:
        """Whether the texts print a word as a name by itself."""
        return low in self._printed.alone and not self.is_plain(low)

    def adjective_of(self, low: str) -> Named | None:
        """The name printed in these texts that a word is the adjective or the people of: Arlandian, Arlandians."""
        for word, form in ((low, "adjective"), (low[:-1] if low.endswith("s") else "", "people")):
            for ending, stems in _ADJECTIVE_ENDINGS:
                if not word.endswith(ending) or len(word) - len(ending) < 3:
                    continue
                for stem in stems:
                    base = word[: len(word) - len(ending)] + stem
                    if base in self._printed.inside and not self.is_plain(base):
                        return Named(base, form)
        return None

    def _is_made_of_names(self, words: Words) -> bool:
        """Whether a run is a name with words that are none, or two: *Ukrainian Armed Forces*, *Saudi-Yemeni*."""
        known = self._known.by_words
        if self.stands_alone(words[0]) and TERMS.issuperset(words[1:]):
            return True
        for step in range(1, len(words)):
            front, back = known.get(words[:step]), known.get(words[step:])
            if front is not None and (
                TERMS.issuperset(words[step:]) or (words[step] == "-" and words[step + 1 :] in known)
            ):
                return True
            if back is not None and all(self.is_plain(word) for word in words[:step]):
                return True
        return words in known

    def _named(self, full: Words, short: Words) -> Named:
        for words in (full, short):
            row = self._known.by_words.get(words) or self._things.by_words.get(words)
            if row is not None and not row.named.form:
                return row.named
        return Named(" ".join(full))

    def _add_defined(self, printed: Printed, rows: Rows) -> None:
        meant: dict[Words, set[Named]] = {}
        for full, short, _ in printed.definitions:
            meant.setdefault(short, set()).add(self._named(full, short))
        for full, short, upper in printed.definitions:
            named = self._named(full, short)
            rows.add(full, Row(named, any_case=len(full) > 1))
            if len(meant[short]) == 1:
                rows.add(short, Row(named, upper=upper))

    def _add_initials(self, printed: Printed, rows: Rows) -> None:
        """The acronyms that are the initials of exactly one name of several words."""
        for letters in printed.acronyms:
            full = list(printed.by_initials.get(letters, ()))
            if len(letters) >= _SHORTEST_INITIALS and len(full) == 1 and (letters,) not in self._known.by_words:
                named = self._named(full[0], (letters,))
                rows.add((letters,), Row(named, upper=True))
                rows.add(full[0], Row(named, any_case=True))


def _bare(token: Token) -> str:
    """A word without the points of an abbreviation: U.S."""
    return token.low.replace(".", "") if token.kind == "word" and "." in token.low else token.low


def _may_be(first: Token, row: Row) -> bool:
    """Whether a name is printed as it must be."""
    if row.upper:
        text = first.text.replace(".", "").removesuffix("s")
        return text.isupper() or (len(text) >= _SHORTEST_WORD and first.capital)
    return row.any_case or first.capital


def _key(name: str) -> Words:
    plain = name.replace(" ", "")
    words = name.lower().split() if plain.isascii() and plain.isalpha() else [_bare(token) for token in tokens_of(name)]
    return tuple(words[1:] if len(words) > 1 and words[0] == "the" else words)


class _State(NamedTuple):
    """A row of the table."""

    name: str
    names: tuple[tuple[Words, bool], ...]
    """As folded words, with whether it is written in capitals only."""
    others: tuple[tuple[Words, str], ...]
    """Adjectives and people, with their form."""
    capital: tuple[str, ...]
    code: str


@cache
def _states() -> tuple[_State, ...]:
    found = []
    for line in _TABLE.read_text(encoding="utf-8").splitlines()[1:]:
        name, _, aliases, adjectives, capital, people, code = line.split("\t")
        names = tuple((_key(one), one.isupper()) for one in (name, *_split(aliases)))
        others = [(_key(one), "adjective") for one in _split(adjectives)]
        others += [(_key(one), "people") for one in _split(people)]
        found.append(_State(name, names, tuple(others), _split(capital), code))
    return tuple(found)


def _split(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(";")) if cell else ()


@cache
def _table(actors: tuple[Actor, ...]) -> tuple[Rows, dict[str, str]]:
    """The actors and the states, and the states for which capitals may stand."""
    rows = Rows()
    by_name = {_key(name): actor.name for actor in reversed(actors) for name in (actor.name, *actor.aliases)}
    by_code = {actor.code: actor.name for actor in actors if actor.code and actor.kind == "state"}
    for actor in actors:
        for name in (actor.name, *actor.aliases):
            _add(rows, name, Named(actor.name))
    for actor in actors:
        _add(rows, actor.adjective or "", Named(actor.name, "adjective"))
    capitals: dict[str, str] = {}
    for state in _states():
        canonical = by_code.get(state.code) if state.code else None
        canonical = canonical or next((by_name[key] for key, _ in state.names if key in by_name), state.name)
        for key, upper in state.names:
            rows.add(key, Row(Named(canonical), upper))
        for key, form in state.others:
            rows.add(key, Row(Named(canonical, form)))
        for city in state.capital:
            rows.add(_key(city), Row(Named(state.capital[0], "capital")))
            capitals.setdefault(state.capital[0], canonical)
    return rows, capitals


def _add(rows: Rows, name: str, named: Named) -> None:
    """Add the name of an actor; a single word without capital is none: *the alliance*."""
    key = _key(name)
    lower = name.removeprefix("the ")[:1].islower()
    if key and not (lower and len(key) == 1):
        rows.add(key, Row(named, name.isupper() and name.isalpha(), any_case=lower))
