"""Dates as people read them."""

from plantrack.catalogue import say
from plantrack.model.dates import date_bounds

_MARKS = {"?": "uncertain", "~": "about", "%": "uncertain-about"}


def human_date(edtf: str | None) -> str:
    """A date in words; what is uncertain stays so.

    >>> human_date("2025-11-20"), human_date("2025-11"), human_date("2025-11-24/2025-11-25"), human_date(None)
    ('20 Nov 2025', 'Nov 2025', '24-25 Nov 2025', 'undated')
    """
    if not edtf or date_bounds(edtf) is None:
        return say("date.undated")
    if "/" in edtf:
        start, _, end = edtf.partition("/")
        if start in ("", ".."):
            return say("date.until", day=human_date(end))
        if end in ("", ".."):
            return say("date.from", day=human_date(start))
        first, last = human_date(start), human_date(end)
        return (
            f"{first.split(' ')[0]}-{last}" if first[2:].strip()[-8:] == last[2:].strip()[-8:] else f"{first} - {last}"
        )
    mark = say(f"date.{_MARKS[edtf[-1]]}") if edtf[-1] in _MARKS else ""
    year, _, rest = edtf.rstrip("?~%").partition("-")
    month, _, day = rest.partition("-")
    words = [year.replace("X", "?")]
    if month and month != "XX":
        words.insert(0, say("date.months").split()[int(month) - 1])
        if day and day != "XX":
            words.insert(0, str(int(day)))
    return " ".join(words) + mark
