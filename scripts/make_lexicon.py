"""Make `words.tsv` of the lexicon from the files of WordNet 3.0, which are not kept here.

    apt-get install wordnet-base        # Debian
    python scripts/make_lexicon.py /usr/share/wordnet

What comes out depends on the files alone. A line is a word with tabs between: its parts of speech with how often each
was counted; its one spelling; what it is an irregular form of; then the words that say the same, nouns of the act and
verbs of the noun, other kin (adverb and adjective, adjective and noun), similar adjectives, antonyms.
"""

# ruff: noqa: INP001, T201 - a script, which says what it wrote

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from wordnet_files import PLAIN, Synset, WordNet

HERE = Path(__file__).parent
DATA = HERE.parent / "src" / "plantrack" / "language" / "data"
OFTEN, SELDOM = (0.25, 2), (0.5, 1)
"""Two words are joined by senses that hold this share of the uses of each, if both were counted so often."""
KIN_SHARE = 0.1
CONTRARY_SHARE = 0.05
TIGHT = 3
"""The most satellites of an adjective whose contraries are contraries of the satellites, too."""
NEVER_COUNTED = frozenset({5, 8, 13, 20, 27})
"""Files of WordNet whose nouns come in only if they were ever counted: animals, bodies, food, plants, stuff."""
ACTS = frozenset({4, 7, 9, 10, 11, 12, 16, 19, 21, 22, 24, 26})
"""Files of WordNet with nouns of acts, states, sayings; not persons, groups, things, places."""


# One spelling for two.

RULES = (
    (r"^(.{3,})isation(al)?$", r"\1ization\2"), (r"^(.{3,})is(e|er|ed|ing|able)$", r"\1iz\2"),
    (r"^(.{2,})yse(r?)$", r"\1yze\2"), (r"^(.{2,})our(able|ably|er|ful|hood|less|ite|ing|ed|)$", r"\1or\2"),
    (r"^(.{2,})re$", r"\1er"), (r"^(.{2,})ence$", r"\1ense"), (r"^(.{2,})ogue$", r"\1og"),
    (r"^(.+[^l])ll(ed|ing|er|or)$", r"\1l\2"), (r"^(.*)ae(.*)$", r"\1e\2"), (r"^(.*)oe(.*)$", r"\1e\2"),
    (r"^(.*g)ement(s?)$", r"\1ment\2"), (r"^(.*)iz(e|er|ed|ing|ation)$", r"\1is\2"), (r"^e(sthetic.*)$", r"ae\1"),
)  # fmt: skip
BRITISH = ((r"ization(al)?$", r"isation\1"), (r"iz(e|er|able|ed|ing)$", r"is\1"), (r"yze$", "yse"))


def spellings(wordnet: WordNet) -> dict[str, str]:
    """Words with the one spelling that stands for them, British to American."""
    rows = [line.split() for line in read_lines(HERE / "lexicon_spellings.txt")]
    found = {row[0]: row[1] for row in rows if len(row) > 1}
    stays = {row[0] for row in rows if len(row) == 1}
    together = defaultdict(set)
    for synset in wordnet.synsets.values():
        for word in synset.words:
            together[word].update(synset.words)
    for word in sorted({*wordnet.counts, *field_words()}):
        for rule, with_ in RULES[:-2]:
            other = re.sub(rule, with_, word)
            if other != word and other in together[word] and word not in stays:
                found.setdefault(word, other)
        for rule, with_ in BRITISH:
            other = re.sub(rule, with_, word)
            if other != word and len(word) > 5 and other not in wordnet.counts:
                found.setdefault(other, word)
    roots = {american: word for word, american in found.items() if word.endswith("our")}
    for word in sorted(wordnet.counts):
        for end in range(4, len(word)):
            if word[:end] in roots:
                found.setdefault(roots[word[:end]] + word[end:], word)
    return {word: found.get(other, other) for word, other in found.items() if word not in stays}


# Which words say the same.

Pairs = set[tuple[str, str]]


def pair(one: str, other: str) -> tuple[str, str]:
    """Two words in order."""
    return (one, other) if one < other else (other, one)


class Maker:
    """Links between words, in their one spelling."""

    def __init__(self, wordnet: WordNet) -> None:
        self.net = wordnet
        self.spelling = spellings(wordnet)
        self.unjoined = set(read_words(DATA / "unjoined.txt"))
        self.cuts = {pair(self.one(a), self.one(b)) for a, b in read_lists("lexicon_cuts.txt")}

    def one(self, word: str) -> str:
        """The one spelling of a word."""
        return self.spelling.get(word, word)

    def joins(self, one: str, other: str) -> bool:
        """Whether two words may be joined at all."""
        short = min(len(one), len(other)) < 3
        free = one != other and self.one(one) == one and self.one(other) == other and not short
        return free and pair(one, other) not in self.cuts and not self.unjoined & {one, other}

    def shared(self) -> dict[tuple[str, str], list[float]]:
        """Pairs of words with the share of the uses of each that lies in senses of both."""
        found: dict[tuple[str, str], list[float]] = defaultdict(lambda: [0.0, 0.0])
        by_sense = defaultdict(list)
        for word, shares in self.net.shares.items():
            for sense, share in shares.items():
                by_sense[sense].append((word, share))
        for members in by_sense.values():
            for place, (one, share) in enumerate(sorted(members)):
                for other, others in sorted(members)[place + 1 :]:
                    found[one, other][0] += share
                    found[one, other][1] += others
        return found

    def synonyms(self) -> Pairs:
        """Words with a usual sense in common."""
        shared = self.shared()
        found = set()
        for (one, other), shares in shared.items():
            count = min(self.net.often(one), self.net.often(other))
            usual = any(min(shares) >= share and count >= least for share, least in (OFTEN, SELDOM))
            if usual and self.joins(one, other):
                found.add((one, other))
        for ground, one, other in read_joins():
            if ground == "synonym":
                if pair(one, other) not in shared:
                    raise SystemExit(f"{one} and {other} share no sense")
                found.add(pair(one, other))
        return found

    def linked(self, signs: str) -> Iterator[tuple[str, str, str, str]]:
        """Single words linked by a sign, each with its part of speech, where both senses are usual enough."""
        for (pos, offset), synset in self.net.synsets.items():
            for sign, to, to_pos, here, there in synset.links:
                if sign not in signs or not here or not there:
                    continue
                target = self.net.synsets[to_pos, to]
                one, other = synset.words[here - 1], target.words[there - 1]
                share = min(
                    self.net.shares.get(one, {}).get((pos, offset), 0),
                    self.net.shares.get(other, {}).get((to_pos, to), 0),
                )
                acts = sign != "+" or (self._act(pos, synset) and self._act(to_pos, target))
                if acts and share >= (CONTRARY_SHARE if sign == "!" else KIN_SHARE):
                    yield one, pos, other, to_pos

    def _act(self, pos: str, synset: Synset) -> bool:
        return pos != "n" or synset.file in ACTS

    def kin(self) -> tuple[Pairs, Pairs]:
        """Verbs with nouns of their act; adjectives with adverbs and nouns."""
        acts, others = set(), set()
        for one, pos, other, to_pos in self.linked("+\\"):
            a, b = self.one(one), self.one(other)
            if not self.joins(a, b) or not alike(a, b) or ("less" in a) != ("less" in b):
                continue
            if {pos, to_pos} == {"v", "n"} and of_one_act(*((a, b) if pos == "v" else (b, a))):
                acts.add(pair(a, b))
            elif {pos, to_pos} == {"a", "r"} or (
                {pos, to_pos} == {"a", "n"} and of_one_trait(*((a, b) if pos == "a" else (b, a)))
            ):
                others.add(pair(a, b))
        return acts, others - acts

    def similar(self) -> Pairs:
        """Adjectives that were read and found similar, if WordNet has the link."""
        near = defaultdict(set)
        for (pos, _), synset in self.net.synsets.items():
            if pos == "a":
                for link in synset.links:
                    if link[0] == "&":
                        for word in synset.words:
                            near[word] |= {*self.net.synsets["a", link[1]].words, *synset.words}
        found = set()
        for ground, one, other in read_joins():
            if ground == "similar":
                if other not in near[one] | near[other] and one not in near[other] and not near[one] & near[other]:
                    raise SystemExit(f"{one} and {other} are not similar in WordNet")
                found.add(pair(one, other))
        return found

    def contraries(self) -> Pairs:
        """Antonyms, those of the adjective that a tight cluster is about, and words with a prefix that negates."""
        found = {pair(self.one(one), self.one(other)) for one, _, other, _ in self.linked("!")}
        direct = defaultdict(set)
        for (pos, offset), synset in self.net.synsets.items():
            if pos == "a":
                direct[offset] = {
                    self.net.synsets["a", link[1]].words[link[4] - 1] for link in synset.links if link[0] == "!"
                }
        for (pos, offset), synset in self.net.synsets.items():
            satellites = [link[1] for link in synset.links if link[0] == "&"] if pos == "a" and direct[offset] else []
            for satellite in satellites if len(satellites) <= TIGHT else ():
                for word in self.net.synsets["a", satellite].words:
                    if self.net.shares.get(word, {}).get(("a", satellite), 0) >= SELDOM[0] and self.net.often(word) > 1:
                        found |= {
                            pair(self.one(word), self.one(other)) for other in direct[offset] if PLAIN.fullmatch(other)
                        }
        for word, poses in self.net.counts.items():
            for prefix in ("un", "non"):
                rest = word.removeprefix(prefix)
                if rest != word and len(rest) > 3 and set(poses) & set(self.net.counts.get(rest, {})) & set("ar"):
                    found.add(pair(self.one(rest), self.one(word)))
        return {couple for couple in found if couple[0] != couple[1]}


def alike(one: str, other: str) -> bool:
    """Whether two words of one root begin alike."""
    least = min(len(one), len(other), 4) - 1
    return one[:least] == other[:least]


def of_one_act(verb: str, noun: str) -> bool:
    """Whether a noun names the act of its verb, not who does it, nor what the verb makes of it (*criminalize*)."""
    made_of = verb.endswith(("ize", "ify")) and len(noun) <= len(verb)
    return not made_of and noun not in {verb + "r", verb + "er", verb + "or", verb[:-1] + "or"}


def of_one_trait(adjective: str, noun: str) -> bool:
    """Whether a noun says what its adjective says: not a doctrine, nor what only may be (*acceptable*, *exclusive*)."""
    doctrine = noun.endswith(("ism", "ist"))
    return not doctrine and (not adjective.endswith(("ive", "able", "ible")) or noun.endswith(("ness", "ity", "ility")))


def read_words(path: Path) -> Iterator[str]:
    """The words of a file without its remarks."""
    return (word for line in read_lines(path) for word in line.split())


def read_lines(path: Path) -> Iterator[str]:
    """The lines of a file without its remarks."""
    return (line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))


def field_words() -> Iterator[str]:
    """Words of the field that WordNet lacks."""
    return (line.split("	")[0] for line in read_lines(DATA / "field_words.tsv"))


def read_lists(name: str) -> Iterator[tuple[str, str]]:
    """A word before a colon with each of the words after it."""
    for line in read_lines(HERE / name):
        word, others = line.split(":")
        yield from ((word, other) for other in others.split())


def read_joins() -> Iterator[tuple[str, str, str]]:
    """Ground and two words."""
    for words, other in read_lists("lexicon_joins.txt"):
        ground, word = words.split()
        yield ground, word, other


def lines(net: WordNet) -> Iterator[str]:
    """The lines of the table, in order."""
    maker = Maker(net)
    acts, kin = maker.kin()
    synonyms = maker.synonyms()
    columns = [neighbours(pairs) for pairs in (synonyms, acts, kin, maker.similar(), maker.contraries())]
    kept = {word for word in net.counts if wanted(net, word)} | set().union(*columns)
    for word in sorted({*kept, *maker.spelling, *(f for f, of in net.forms.items() if any(b in kept for _, b in of))}):
        if not PLAIN.fullmatch(word):
            continue
        counts = net.counts.get(word, {}) if word in kept else {}
        poses = " ".join(f"{pos}{counts[pos] or ''}" for pos in "nvar" if pos in counts)
        forms = " ".join(
            sorted(f"{pos}:{lemma}" for pos, lemma in net.forms.get(word, ()) if lemma in kept and lemma != word)
        )
        links = [",".join(sorted(column.get(word, ()))) for column in columns]
        yield "\t".join([word, poses, maker.spelling.get(word, ""), forms, *links]).rstrip("\t")


def wanted(net: WordNet, word: str) -> bool:
    """Whether a word comes in: any but rare names of animals, plants and stuff."""
    return net.often(word) > 0 or any(
        pos != "n" or net.synsets[pos, offset].file not in NEVER_COUNTED for pos, offset in net.shares[word]
    )


def neighbours(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """Each word with those it is paired with."""
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        found[one].add(other)
        found[other].add(one)
    return found


def main() -> None:
    """Write the table and the notice of WordNet."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/wordnet")
    table = sorted(lines(WordNet(folder)))
    (DATA / "words.tsv").write_text("\n".join(table) + "\n", encoding="utf-8")
    head = [line for line in (folder / "data.noun").open(encoding="utf-8") if line.startswith("  ")]
    notice = "\n".join(re.sub(r"^ +\d+ ?", "", line).rstrip() for line in head)
    (DATA / "WORDNET-LICENSE.txt").write_text(notice.strip() + "\n", encoding="utf-8")
    print(f"{len(table)} words in {DATA / 'words.tsv'}")


if __name__ == "__main__":
    main()
