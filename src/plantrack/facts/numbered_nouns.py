"""Nouns whose numbers name: parts of a paper, instruments, labelled things. The table is `numbered_nouns.tsv`."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

_TABLE = Path(__file__).with_name("data") / "numbered_nouns.tsv"


class NumberedNoun(NamedTuple):
    """A noun whose number is a name."""

    kind: str
    """`part`, `instrument` or `label`."""
    name: str
    """The singular."""
    rank: int
    """Of a part: one of a smaller rank holds those of a greater one."""
    plural: bool


class NumberedNouns(NamedTuple):
    """The table, by each form of its nouns."""

    nouns: dict[str, NumberedNoun]
    dated: frozenset[str]
    """Nouns that a date names, instruments among them."""
    instruments: frozenset[str]


@cache
def numbered_nouns() -> NumberedNouns:
    """The table of nouns whose numbers name."""
    nouns: dict[str, NumberedNoun] = {}
    dated: set[str] = set()
    instruments: set[str] = set()
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line:
            continue
        kind, rank, name, forms = line.split("\t")
        others = [form for form in forms.split(",") if form]
        if kind in ("dated", "instrument"):
            dated.update((name, *others))
        if kind == "instrument":
            instruments.update((name, *others))
        if kind == "dated":
            continue
        for form in (name, *others):
            plural = form != name and form.endswith(("s", "a", "ces", "§§"))
            nouns.setdefault(form, NumberedNoun(kind, name, int(rank), plural))
    return NumberedNouns(nouns, frozenset(dated), frozenset(instruments))
