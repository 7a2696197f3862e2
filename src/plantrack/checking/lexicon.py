"""Check the words of a corpus against those that agreements keep apart everywhere."""

from collections.abc import Iterator
from itertools import combinations

from plantrack.corpus import Corpus
from plantrack.errors import Problem, quoted


def lexicon_problems(corpus: Corpus) -> list[Problem]:
    """Words that the corpus joins in vain: an actor bears them, or the field keeps them apart or sets them against."""
    held = corpus.lexicon()
    groups = [(f"senses.{index}", words) for index, words in enumerate(held.senses)]
    groups += [(f"aliases.{name}", (name, *others)) for name, others in held.aliases.items()]
    if not groups:
        return []
    file = corpus.files.shown("plans/lexicon.yaml")
    borne = {each.casefold(): one.id for one in corpus.actors.values() for each in (one.name, *one.aliases)}
    names = [(name, each) for name, others in held.aliases.items() for each in (name, *others)]
    taken = [
        Problem(what="a name of an actor", file=file, path=f"aliases.{name}", found=quoted(each),
                expected=f"names of things; those of {borne[each.casefold()]} stand in plans/actors.yaml")
        for name, each in names
        if each.casefold() in borne
    ]  # fmt: skip
    return taken + [
        Problem(what="words that are never one sense, whatever a corpus says", file=file, path=path, found=found,
                expected="words that agreements elsewhere do not keep apart")
        for path, words in groups
        for found in _apart(words)
    ]  # fmt: skip


def _apart(words: tuple[str, ...]) -> Iterator[str]:
    from plantrack.language.lexicon import are_contrary, kept_apart
    from plantrack.language.wordgroups import entry_key

    for one, other in combinations(words, 2):
        keys = entry_key(one), entry_key(other)
        if kept_apart(*keys) or are_contrary(*keys):
            yield f"{quoted(one)} and {quoted(other)}"
