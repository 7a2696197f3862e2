"""How alike two short strings are."""


def similarity(one: str, other: str) -> float:
    """Returns twice the longest common subsequence over both lengths: 1 for equal, 0 for nothing in common.

    For strings of some hundred characters at most: the work grows with the product of the lengths over the word size.
    """
    if one == other:
        return 1.0
    if not one or not other:
        return 0.0
    return 2 * _common_subsequence(one, other) / (len(one) + len(other))


def _common_subsequence(one: str, other: str) -> int:
    """The length of the longest common subsequence, by bits in parallel (Hyyrö 2004)."""
    masks: dict[str, int] = {}
    for place, letter in enumerate(one):
        masks[letter] = masks.get(letter, 0) | 1 << place
    full = (1 << len(one)) - 1
    row = full
    for letter in other:
        matched = row & masks.get(letter, 0)
        row = (row + matched | row - matched) & full
    return len(one) - row.bit_count()
