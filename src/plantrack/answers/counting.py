"""Counts and numbers of points in words, and texts cut to a length."""

import textwrap
from collections.abc import Sequence

from plantrack.catalogue import say


def listed(words: Sequence[str]) -> str:
    """Words as in a sentence.

    >>> listed(["a", "b", "c"]), listed(["a"]), listed([])
    ('a, b and c', 'a', '')
    """
    return say("and", a=", ".join(words[:-1]), b=words[-1]) if len(words) > 1 else "".join(words)


def shortened(text: str, length: int) -> str:
    """Text of at most so many characters, cut between words."""
    return textwrap.shorten(text, length, placeholder=" ...")


def number_ranges(numbers: Sequence[str]) -> str:
    """Point numbers with runs of three and more folded, in order.

    >>> number_ranges(["1", "2", "9", "10", "11", "12.c", "12.d", "12.e"])
    '1 2 9-11 12.c-e'
    """
    return " ".join(folded_numbers(numbers))


def folded_numbers(numbers: Sequence[str]) -> list[str]:
    """Point numbers with each run of three and more as one."""
    return [shown for shown, _ in number_runs(numbers)]


def number_runs(numbers: Sequence[str]) -> list[tuple[str, str]]:
    """Point numbers with each run of three and more as one, each with the first number of it."""
    runs: list[list[str]] = []
    for number in numbers:
        if runs and _follows(runs[-1][-1], number):
            runs[-1].append(number)
        else:
            runs.append([number])
    return [
        pair
        for run in runs
        for pair in (
            [(f"{run[0]}-{run[-1].rpartition('.')[2]}", run[0])] if len(run) > 2 else [(one, one) for one in run]
        )
    ]


def _follows(earlier: str, later: str) -> bool:
    above, _, last = earlier.rpartition(".")
    above_later, _, last_later = later.rpartition(".")
    if above != above_later or not last.isascii():
        return False
    if last.isdigit() and last_later.isdigit():
        return len(last_later) < 9 and int(last_later) == int(last) + 1
    return len(last) == len(last_later) == 1 and last.isalpha() and ord(last_later) == ord(last) + 1
