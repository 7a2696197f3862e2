"""What two texts show of names by printing them: with a capital inside a sentence, in several words, by initials."""

from collections.abc import Iterable, Sequence

from plantrack.language.capitals import headline_places, sentence_starts
from plantrack.language.closed_words import is_closed
from plantrack.language.definitions import LINKS, Definition, find_definitions, initials_of, is_acronym
from plantrack.language.tokens import Token

TERMS = frozenset(
    """party parties state states government governments agreement treaty convention protocol article articles annex
    annexes section paragraph chapter part schedule appendix preamble member members contracting signatory signatories
    high side sides commission council committee president minister ministers ministry secretary parliament assembly
    constitution court tribunal law act republic kingdom federation army armed forces force navy police border line
    zone area region province district city mission secretariat depositary guarantor guarantors mediator date day
    point points plan framework accord ceasefire effective regulations resolution declaration statement user users
    service services company customer terms authorities administration monday tuesday wednesday thursday friday
    saturday sunday january february march april may june july august september october november december jan feb mar
    apr jun jul aug sep sept oct nov dec""".split()
)
"""Words that agreements print with a capital though they name nobody."""
_PREFIXES = frozenset("co re pre non sub inter".split())
"""Before a hyphen these make one word with what stands behind it: *Co-operation*, but not *Arland-led*."""
_LONGEST_RUN = 14

Words = tuple[str, ...]


class Printed:
    """What was seen in texts."""

    def __init__(self) -> None:
        self.inside: set[str] = set()
        """Folded words that stand with a capital inside a sentence."""
        self.alone: set[str] = set()
        """Those of them that do so with no other such word beside them."""
        self.plain: set[str] = set()
        """Those that stand without one."""
        self.runs: dict[Words, None] = {}
        """Names of several words, each with a capital."""
        self.acronyms: dict[str, None] = {}
        self.by_initials: dict[str, dict[Words, None]] = {}
        """Names of several words by the initials of these acronyms."""
        self.definitions: list[Definition] = []


def printed_names(texts: Iterable[Sequence[Token]]) -> Printed:
    """What texts show of names.

    >>> from plantrack.language.tokens import tokens_of
    >>> list(printed_names([tokens_of("The army of the Orrin Front leaves.")]).runs)
    [('orrin', 'front')]
    """
    found = Printed()
    wide: dict[Words, list[str]] = {}
    for tokens in texts:
        found.definitions += find_definitions(tokens)
        starts, headlines = sentence_starts(tokens), headline_places(tokens)
        for place, token in enumerate(tokens):
            if token.kind != "word" or headlines[place]:
                continue
            if not token.capital:
                found.plain.add(token.low)
            elif not starts[place]:
                found.inside.add(token.low)
                if is_acronym(token):
                    found.acronyms.setdefault(token.low)
                before = tokens[place - 1]
                if not is_closed(token.low) and (not before.capital or starts[place - 1] or is_closed(before.low)):
                    _note_run(tokens, place, found, wide)
    for words, letters in wide.items() if found.acronyms else ():
        for initials, part in _parts(words, letters, found.acronyms):
            found.by_initials.setdefault(initials, {}).setdefault(part)
    return found


def _note_run(tokens: Sequence[Token], place: int, found: Printed, wide: dict[Words, list[str]]) -> None:
    last = capitals_end(tokens, place)
    words = tuple(token.low for token in tokens[place:last])
    if last - place == 1:
        found.alone.add(words[0])
    elif not TERMS.issuperset(words):
        found.runs.setdefault(words)
    last = _wide_end(tokens, place)
    if last - place > 1:
        wide.setdefault(tuple(token.low for token in tokens[place:last]), initials_of(tokens[place:last]))


def capitals_end(tokens: Sequence[Token], place: int) -> int:
    """Where a run of capitalised words ends that begins at a place, with hyphens inside it."""
    last = place + 1
    while last < len(tokens) and last - place < _LONGEST_RUN:
        step = last + (tokens[last].low == "-" and last + 1 < len(tokens))
        token = tokens[step]
        glued = step > last and token.start == tokens[last].end and tokens[last].start == tokens[last - 1].end
        if token.kind != "word" or (step > last and not glued):
            break
        if not token.capital and not (glued and tokens[last - 1].low in _PREFIXES):
            break
        if is_closed(token.low) and not is_acronym(token):
            break
        last = step + 1
    return last


def _wide_end(tokens: Sequence[Token], place: int) -> int:
    """Where a run ends that has *of*, *for* and *the* inside it, too."""
    last = capitals_end(tokens, place)
    while last < len(tokens) and last - place < _LONGEST_RUN:
        step = last
        while step < len(tokens) and step - last < 2 and tokens[step].low in LINKS:
            step += 1
        if step == last or step >= len(tokens) or tokens[step].kind != "word" or not tokens[step].capital:
            break
        last = capitals_end(tokens, step)
    return last


def _parts(words: Words, letters: Sequence[str], wanted: dict[str, None]) -> Iterable[tuple[str, Words]]:
    """The parts of a name of which some acronym has the initials."""
    for first in range(len(words)):
        if not letters[first]:
            continue
        initials = ""
        for last in range(first, len(words)):
            initials += letters[last]
            if letters[last] and last > first and initials in wanted and not is_closed(words[first]):
                yield initials, words[first : last + 1]


__all__ = ["TERMS", "Printed", "capitals_end", "printed_names"]
