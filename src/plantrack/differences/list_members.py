"""The members of a list inside a sentence: *troops, police and scouts*, parted by commas, labels, *and* or *or*."""

from plantrack.differences.views import View

_LIST_MARKS = frozenset(",;")


def members_around(view: View, place: int) -> list[tuple[int, ...]]:
    """The members of the list that an item stands in, each as its heavy items; one member where it stands in none.

    Members are parted by commas, semicolons, labels, *and* or *or*; a preposition, a verb or another sentence ends
    the list.
    """
    items = view.items
    if not items[place].heavy:
        return []
    if place in view.lists:
        return view.lists[place]
    first = last = place
    while first and _goes_on(view, first - 1, first):
        first -= 1
    while last + 1 < len(items) and _goes_on(view, last, last + 1):
        last += 1
    members: list[list[int]] = [[]]
    for here in range(first, last + 1):
        if here > first and begins_member(view, here - 1, here):
            members.append([])
        if items[here].heavy:
            members[-1].append(here)
    found = [tuple(member) for member in members if member]
    view.lists.update(dict.fromkeys(range(first, last + 1), found))
    return found


def _goes_on(view: View, left: int, right: int) -> bool:
    """Whether two neighbours may belong to one list."""
    items = view.items
    if items[left].sentence != items[right].sentence:
        return False
    return all(
        items[place].kind in ("word", "name", "determiner", "marker", "restriction", "figure")
        or (items[place].kind == "connective" and items[place].low in {"and", "or"})
        for place in (left, right)
    ) and not any(view.structure.verb_at(place) is not None for place in (left, right))


def begins_member(view: View, left: int, right: int) -> bool:
    """Whether a new member begins at the right one of two neighbours."""
    if view.items[left].kind in ("connective", "marker"):
        return True
    return any(token.low in _LIST_MARKS for token in view.prose.between(view.items[left], view.items[right]))


def list_around(view: View, place: int) -> list[int]:
    """All heavy items of the list that an item stands in."""
    return [each for member in members_around(view, place) for each in member]


def is_run_in_heading(view: View, place: int) -> bool:
    """Whether an item stands in the first sentence of several, which has no verb: the title of what follows."""
    first = view.items[place].sentence == view.items[0].sentence != view.items[-1].sentence
    return first and not view.verbs_beside(place) and bool(view.structure.verbs)
