"""How a word is printed decides nothing: what is loud stays loud when a word is printed in another way of the same value."""

import pytest
from ledger_checks import assert_accounted_for, compared

SWAPS = """
Russian forces leave Ukraine. | Ukrainian forces leave Russia.
If Russian forces attack Ukraine, sanctions return. | If Ukrainian forces attack Russia, sanctions return.
Guards protect the judge. | Judges protect the guard.
The province pays the towns. | The town pays the provinces.
Arland pays 10 million and Belmark 20,000,000. | Arland pays 20 million and Belmark 10,000,000.
Arland lends twenty carts and 25 horses. | Arland lends twenty-five carts and 20 horses.
Arland withdraws within 30 days and Belmark within sixty days. | Arland withdraws within 60 days and Belmark within thirty days.
"""


@pytest.mark.parametrize("row", SWAPS.strip().splitlines())
def test_words_that_trade_places_are_loud_however_they_are_printed(row):
    old, new = row.split(" | ")
    found = compared(old, new)
    assert found.changes
    assert_accounted_for(old, new, found)
