"""Conditions and exceptions: whole clauses that came or went, and what differs inside one that both sides have."""

from collections.abc import Sequence

from plantrack.differences.hunks import Hunk
from plantrack.differences.naming import KNOWN, Named, Setting, are_other_names, is_one_matter, named, sided
from plantrack.facts.clauses import CLAUSES, Clause
from plantrack.language import lexicon

_SOME = 3
"""One in so many words of a clause must be in the other, where their connectives differ."""
_FEW = 4
"""Items of a contrast of light words: beyond that, more than they differ."""


def name_conditions(setting: Setting, hunk: Hunk) -> list[Named]:
    """A difference inside a condition or an exception, or one that came or went whole."""
    old, new = (
        setting.clause("old", hunk.old) if hunk.old else None,
        setting.clause("new", hunk.new) if hunk.new else None,
    )
    if hunk.old and hunk.new:
        if old is None or new is None or len(hunk.old) == len(hunk.new) == 1:
            found = _opened(setting, hunk)
            if found or old is None or new is None:
                return found
        if "inclusion" in (old.kind, new.kind):
            return []
        if _are_twins(setting, old, new) and is_contrast(setting, hunk):
            return _changed(setting, hunk, old, new)
        return _exchanged(setting, hunk, old, new)
    side, clause = ("old", old) if hunk.old else ("new", new)
    return [] if clause is None or clause.kind == "inclusion" else _came_or_went(setting, hunk, side, clause)


def _came_or_went(setting: Setting, hunk: Hunk, side: str, clause: Clause) -> list[Named]:
    """A clause that only one side has whole, or words that only one side has in a clause of both."""
    places = range(clause.first, clause.last)
    known = [place for place in places if setting.item(side, place).heavy and setting.partner(side, place) is not None]
    twin = _twin(setting, side, clause)
    if twin is not None and _adds_phrase(setting, side, clause, hunk.old or hunk.new):
        return []
    if twin is not None and not _are_twins(setting, *((clause, twin) if side == "old" else (twin, clause))):
        return []
    if twin is not None:
        return _changed(setting, hunk, clause, twin) if side == "old" else _changed(setting, hunk, twin, clause)
    if known or setting.is_elsewhere(side, places) or _is_put_as_reservation(setting, side, clause):
        return []
    if setting.likeness(side, setting.item(side, clause.first).sentence, places) < KNOWN:
        return []
    if len([p for p in places if setting.item(side, p).heavy]) > len(
        [p for p in (*hunk.old, *hunk.new) if setting.item(side, p).heavy]
    ):
        return []
    kind = f"{clause.kind}-{'removed' if side == 'old' else 'added'}"
    return [named(setting, kind, clause.kind, *sided(side, hunk.old or hunk.new), rule=clause.kind)]


def _adds_phrase(setting: Setting, side: str, clause: Clause, places: Sequence[int]) -> bool:
    """Whether a phrase with a preposition ends a clause that has no verb: the main verb may govern it as well."""
    view = setting.view(side)
    return (
        view.items[places[0]].kind in ("preposition", "restriction") and places[-1] == clause.last - 1
        and not view.structure.verbs_in(range(clause.first, clause.last))
    )  # fmt: skip


def _is_put_as_reservation(setting: Setting, side: str, clause: Clause) -> bool:
    """Whether the other side has a reservation of its own for the same act: *where required*."""
    other = "new" if side == "old" else "old"
    partners = setting.partner_sentences(side, clause.first)
    return any(
        setting.item(other, place).low.startswith("where") and setting.item(other, place).sentence in partners
        for place in setting.hunk_of[other]
        if setting.item(other, place).kind == "restriction"
    )


def _exchanged(setting: Setting, hunk: Hunk, old: Clause, new: Clause) -> list[Named]:
    """Two clauses of one sentence of which all words differ: *if the vote is held*, *if the army retreats*."""
    if old.kind != new.kind or setting.item("old", old.first).value != setting.item("new", new.first).value:
        return []
    words = []
    for side, clause in (("old", old), ("new", new)):
        inside = range(clause.first + 1, clause.last)
        heavy = [place for place in inside if setting.item(side, place).heavy]
        outside = [place for place in setting.view(side).beside(clause.first) if place not in inside]
        if len(heavy) < 2 or any(setting.partner(side, place) is not None for place in heavy):
            return []
        if any(setting.item(side, p).heavy and setting.partner(side, p) is None for p in outside):
            return []
        words.append([setting.item(side, place) for place in heavy])
    if any(is_one_matter(one, other) for one in words[0] for other in words[1]):
        return []
    shown = range(old.first, old.last), range(new.first, new.last)
    return [named(setting, f"{old.kind}-changed", old.kind, hunk.old, hunk.new, rule=old.kind, shown=shown)]


def _changed(setting: Setting, hunk: Hunk, old: Clause, new: Clause) -> list[Named]:
    if any(
        setting.likeness(side, setting.item(side, clause.first).sentence, range(clause.first, clause.last)) < KNOWN
        for side, clause in (("old", old), ("new", new))
    ):  # of two other duties it says nothing
        return []
    if _connectives_agree(setting, old, new) and not _matter_differs(setting, hunk, old, new):
        return []
    kind = f"{old.kind}-changed" if old.kind in ("condition", "exception") else "exception-changed"
    shown = range(old.first, old.last), range(new.first, new.last)
    olds = {
        *hunk.old,
        *(one for other in setting.hunks for one in other.old if _is_of_clause(setting, "old", old, one)),
    }
    news = {
        *hunk.new,
        *(one for other in setting.hunks for one in other.new if _is_of_clause(setting, "new", new, one)),
    }
    return [
        named(
            setting,
            kind,
            old.kind,
            sorted(olds),
            sorted(news),
            rule="condition" if old.kind == "condition" else "exception",
            shown=shown,
        )
    ]


def _is_of_clause(setting: Setting, side: str, clause: Clause, place: int) -> bool:
    """Whether an item without counterpart is part of what a clause says, and no fact that is told by itself."""
    return clause.first <= place < clause.last and setting.item(side, place).kind in ("word", "name", "determiner")


def _connectives_agree(setting: Setting, old: Clause, new: Clause) -> bool:
    """Whether two connectives let something wait in the same way, as far as can be told."""
    first, second = (setting.item(side, clause.first).value for side, clause in (("old", old), ("new", new)))
    if old.kind != new.kind or _is_turned(setting, old, new):
        return old.kind == new.kind == "exception"
    return ((first in _UNTIL) == (second in _UNTIL)) and ((first in _BEFORE) == (second in _BEFORE))


_UNTIL = frozenset(("until", "pending", "till", "unless_and_until", "not_until"))
_BEFORE = frozenset(("before", "prior_to", "ahead_of"))


def _matter_differs(setting: Setting, hunk: Hunk, old: Clause, new: Clause) -> bool:
    """Whether a clause has matter of which the other has nothing: a clause and the noun of one event do not differ."""
    sides = []
    for side, clause in (("old", old), ("new", new)):
        inside = range(clause.first + 1, clause.last)
        items = [setting.item(side, at) for at in inside if setting.view(side).structure.clause_at(at) == clause]
        sides.append(
            [item for item in items if item.heavy and item.kind not in _DECIDING and item.value not in _EVENTS]
        )
    extra = [
        [item for item in mine if "://" not in item.words and not any(is_one_matter(item, other) for other in others)]
        for mine, others in (sides, sides[::-1])
    ]
    if any(item.kind in ("name", "figure", "reference") for items in extra for item in items):
        return True
    if any(not mine and _points_back(setting, side, clause) for mine, side, clause in (
        (extra[0], "old", old), (extra[1], "new", new))):  # fmt: skip
        return False
    contrary = any(lexicon.are_contrary(str(one.value), str(other.value)) for one in extra[0] for other in extra[1])
    if contrary or (bool(extra[0]) != bool(extra[1]) and not _are_put_otherwise(old, new)):
        return True
    return not extra[0] and _small_words_differ(setting, hunk, old, new)  # plain words on both sides may mean the same


def _points_back(setting: Setting, side: str, clause: Clause) -> bool:
    """Whether a word of a clause stands for what was named before it, and may say all that the other side says."""
    return any(
        setting.item(side, place).low in _BACK and place in setting.hunk_of[side]
        for place in range(clause.first, clause.last)
    )


_BACK = frozenset("it its they their them this these that those such thereof".split())


def _are_put_otherwise(old: Clause, new: Clause) -> bool:
    """Whether one clause says by a negation what the other one says by *unless*: their words differ for that alone."""
    return ("unless" in (old.connective, new.connective)) and old.connective != new.connective


def _small_words_differ(setting: Setting, hunk: Hunk, old: Clause, new: Clause) -> bool:
    """Whether *and* against *or*, a negation, a quantifier, or who does it to whom, decides between two clauses."""
    turned = "unless" in (setting.item("old", old.first).value, setting.item("new", new.first).value)
    for side, places, clause in (("old", hunk.old, old), ("new", hunk.new, new)):
        inside = [place for place in places if place != clause.first and not (turned and _is_any(setting, side, place))]
        if any(setting.item(side, place).kind in (_SMALL if turned else (*_SMALL, "negation")) for place in inside):
            return True
    return all(
        any(clause.first <= verb.place < clause.last for verb in setting.view(side).structure.verbs)
        for side, clause in (("old", old), ("new", new))
    ) and setting.is_elsewhere("old", [p for p in hunk.old if setting.item("old", p).kind == "name"])


def _is_any(setting: Setting, side: str, place: int) -> bool:
    """Whether *any* or *either* stands there, of which a negation makes *no* and *neither*."""
    return getattr(setting.item(side, place).value, "value", "") in ("any", "either")


_DECIDING = ("sign", "connective", "quantifier", "negation", "force", "preposition")
_SMALL = ("connective", "quantifier", "figure")
"""Kinds of small items that decide by themselves."""
_EVENTS = frozenset("hold reach begin start occur happen be take place enter force hold complete completion".split())
"""Verbs that only say that something happens."""


def _opened(setting: Setting, hunk: Hunk) -> list[Named]:
    """*If* against *unless* and the like, before the same clause."""
    ones = [place for place in hunk.old if setting.item("old", place).kind in CLAUSES]
    others = [place for place in hunk.new if setting.item("new", place).kind in CLAUSES]
    if len(ones) != 1 or len(others) != 1 or len(hunk.old) != 1 or len(hunk.new) != 1:
        return []
    old, new = setting.view("old").structure.clause_at(ones[0]), setting.view("new").structure.clause_at(others[0])
    values = {setting.item("old", ones[0]).value, setting.item("new", others[0]).value}
    if old is None or new is None or old.kind == new.kind == "inclusion":
        return []
    if "condition" in (old.kind, new.kind) and old.kind != new.kind:
        return []
    if not _is_turned(setting, old, new) and (values <= _WAITING or "unless" in values):
        return []
    return _changed(setting, hunk, old, new)


_WAITING = frozenset({"once", "when", "after", "on", "upon", "as_soon_as", "following", "if", "whenever"})
"""Connectives that let something wait for something: which of them stands there, people must weigh."""


def _is_turned(setting: Setting, old: Clause, new: Clause) -> bool:
    """Whether one of two clauses waits for the contrary: *unless* against *if*, where no negation inside makes up."""
    turns = 0
    for side, clause in (("old", old), ("new", new)):
        turns += setting.item(side, clause.first).value == "unless"
        turns += sum(setting.item(side, place).kind == "negation" for place in range(clause.first, clause.last))
    return turns % 2 == 1


def _are_twins(setting: Setting, old: Clause, new: Clause) -> bool:
    """Whether two clauses are one in two wordings: their connectives, or some of their words, are paired."""
    opened = setting.partner("old", old.first), setting.partner("new", new.first)
    if old.kind != new.kind or opened not in ((None, None), (new.first, old.first)):
        return False
    inside = range(new.first, new.last)
    met = [place for place in range(old.first, old.last) if setting.partner("old", place) in inside]
    heavy = [sum(setting.item(side, place).heavy for place in range(one.first, one.last))
             for side, one in (("old", old), ("new", new))]  # fmt: skip
    known = sum(setting.item("old", place).heavy for place in met)
    return bool(met) and (opened != (None, None) or known * _SOME >= max(heavy))


def _twin(setting: Setting, side: str, clause: Clause) -> Clause | None:
    """The clause of the other side that holds the counterparts of a clause."""
    other = setting.view("new" if side == "old" else "old")
    for place in range(clause.first, clause.last):
        partner = setting.partner(side, place)
        if partner is not None:
            found = other.structure.clause_at(partner)
            if found is not None and found.kind == clause.kind:
                return found
    return None


def is_contrast(setting: Setting, hunk: Hunk) -> bool:
    """Whether two stretches were both read and differ: names, connectives, prepositions, negations, contraries.

    Two plain words that no list joins may still mean the same.
    """
    if not hunk.old or not hunk.new:
        return True
    kinds = [
        {setting.item(side, place).kind for place in places} for side, places in (("old", hunk.old), ("new", hunk.new))
    ]
    if ("negation" in kinds[0]) != ("negation" in kinds[1]):
        return True
    if any(
        kind in kinds[0] and kind in kinds[1]
        for kind in ("preposition", "condition", "exception", "force", "quantifier", "connective")
    ):
        return len(hunk.old) + len(hunk.new) <= _FEW
    olds, news = (
        [place for place in places if setting.item(side, place).kind == "name"]
        for side, places in (("old", hunk.old), ("new", hunk.new))
    )
    if olds and news:
        return are_other_names(setting.item("old", olds[0]), setting.item("new", news[0]), setting.names)
    if setting.is_elsewhere("old", hunk.old) or setting.is_elsewhere("new", hunk.new):
        return True
    return any(
        lexicon.are_contrary(str(setting.item("old", one).value), str(setting.item("new", other).value))
        for one in hunk.old for other in hunk.new
        if setting.item("old", one).kind == setting.item("new", other).kind == "word"
    )  # fmt: skip
