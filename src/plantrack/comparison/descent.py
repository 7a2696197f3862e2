"""Which of two versions derives from the other."""

from plantrack.corpus import Corpus
from plantrack.model import Version

RELATIONS = {
    "revision": "NEW derives from OLD",
    "reverse": "OLD derives from NEW",
    "comparison": "rival papers: neither derives from the other",
}


def relation_of(old: Version, new: Version, corpus: Corpus | None) -> str:
    """revision, reverse or comparison, by `derived_from`, followed as far as it goes.

    Two versions of one plan follow each other by date where nothing is declared between them.
    """
    if old.ref == new.ref or _derives(new, old, corpus):
        return "revision"
    if _derives(old, new, corpus):
        return "reverse"
    if old.plan == new.plan:
        return "revision" if old.date <= new.date else "reverse"
    return "comparison"


def _derives(later: Version, earlier: Version, corpus: Corpus | None) -> bool:
    waiting, seen = [descent.version for descent in later.derived_from], set()
    while waiting:
        ref = waiting.pop()
        if ref == earlier.ref:
            return True
        if ref not in seen and corpus is not None:
            seen.add(ref)
            waiting += [descent.version for descent in corpus.version_of_ref(ref).derived_from]
    return False
