"""Comparing two wordings takes time in proportion to their length, whatever is repeated in them."""

import time

import pytest
from ledger_checks import compared

REPEATED = [
    "if ", "and ", "to ", "is ", "a-", "[ ", "( a ) ", "shall ", "not ", "twenty ", "between 1 and ", "no later than ",
    "by Arland ", "the Army of Oss ", "Morova shall go, ", "“x” ", "Article 5 and 6, ",
    "guns within 30 days of signature and ",
]  # fmt: skip
SHORT = 2_000
"""Characters of the shorter text; the longer has eight times as many."""
MOST = 30
"""How many times as long the longer may take: 8 is linear, 64 quadratic."""
AT_ONCE = 1.0
"""Seconds within which nobody counts."""


def seconds(old, new):
    begun = time.process_time()
    compared(old, new)
    return time.process_time() - begun


@pytest.mark.parametrize("unit", REPEATED)
def test_a_text_eight_times_as_long_takes_no_quadratic_time(unit):
    short = unit * (SHORT // len(unit))
    compared("a b", "a c")
    taken = max(seconds(short, short + "x"), AT_ONCE / MOST)
    assert any(seconds(short * 8, short * 8 + "x") < MOST * taken for _ in range(3))  # a machine may stumble once
