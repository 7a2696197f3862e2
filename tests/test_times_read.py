"""Times: deadlines, starts, durations, frequencies and dates, one form for equal ones, and what became of them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from turned_facts import mirror

from plantrack.facts.compare_times import compare_times
from plantrack.facts.measures import find_measures
from plantrack.facts.values import Deadline, Duration, Moment, Start
from plantrack.language.periods import Length
from plantrack.language.tokens import tokens_of

TIME_KINDS = {"deadline", "start", "duration", "frequency", "date"}


def find_times(tokens):
    return [fact for fact in find_measures(tokens) if fact.kind in TIME_KINDS]


def times(text):
    return [(fact.kind, fact.value) for fact in find_times(tokens_of(text))]


def time(text):
    (only,) = times(text)
    return only[1]


def kinds(text):
    return [kind for kind, _ in times(text)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("within 30 days", "deadline"),
        ("by the end of 2029", "deadline"),
        ("no later than 48 hours after the vote", "deadline"),
        ("30 days after the deposit of the papers", "deadline"),
        ("at least two months before the session", "deadline"),
        ("on the thirtieth day after signature", "deadline"),
        ("free the prisoners immediately", "deadline"),
        ("as soon as possible", "deadline"),
        ("from 1 May 2027", "start"),
        ("as of 15 May 2027", "start"),
        ("not before 1 May", "start"),
        ("since 2014", "start"),
        ("for a period of five years", "duration"),
        ("a five-year contract", "duration"),
        ("over the past three decades", "duration"),
        ("until 31 December 2027", "duration"),
        ("leave permanently", "duration"),
        ("until further notice", "duration"),
        ("every 30 days", "frequency"),
        ("twice a month", "frequency"),
        ("annually", "frequency"),
        ("per quarter", "frequency"),
        ("on 26-27 September 2025", "date"),
        ("in May 2027", "date"),
        ("at 06:00", "date"),
    ],
)
def test_a_time_has_its_role(text, kind):
    assert kinds(text) == [kind]


SAME = [
    ("for five years", "for 60 months"),
    ("the past three decades", "in the last 30 years"),
    ("within two weeks", "within 14 days"),
    ("within 24 hours", "within one day"),
    ("within thirty (30) days", "within 30 days"),
    ("within no more than 30 days", "within a period of at most 30 days"),
    ("by the end of 2029", "no later than 31 December 2029"),
    ("by 1 May 2027", "on or before May 1, 2027"),
    ("by 1 May 2027", "1 May 2027 at the latest"),
    ("on the thirtieth day after signature", "30 days after signature"),
    ("no later than 30 days before the vote", "at least 30 days before the vote"),
    ("immediately", "with immediate effect"),
    ("at once", "forthwith"),
    ("as soon as possible", "as rapidly as possible"),
    ("from 1 May 2027", "with effect from 1 May 2027"),
    ("from 00:00 on 15 February 2015", "as of 15 February 2015 at 00.00"),
    ("for five years", "a five-year term"),
    ("for a minimum of ten years", "for at least 120 months"),
    ("permanently", "for good"),
    ("annually", "every year"),
    ("once a month", "monthly"),
    ("every 7 days", "weekly"),
    ("twice yearly", "two times a year"),
    ("per year", "each year"),
    ("every other week", "every two weeks"),
    ("open 24/7", "open around the clock"),
    ("from 14 to 25 April 2044", "from 14 April to 25 April 2044"),
    ("on 3 and 4 October", "on 3-4 October"),
    ("on the twelfth day of January 1998", "on 12 January 1998"),
    ("on 2027-05-01", "on 01.05.2027"),
    ("the fifteenth day of October, one thousand nine hundred and forty-six", "15 October 1946"),
    ("in the first quarter of 2027", "Q1 2027"),
    ("at 6 p.m.", "at 18:00"),
    ("January–March 2027", "from January to March 2027"),
    ("since the year 2014", "since 2014"),
    ("a 48h truce", "a two-day truce"),
    ("two years and six months", "30 months"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same_time_in_other_words_is_the_same_fact(one, other):
    assert times(one) == times(other)
    assert hash(time(one)) == hash(time(other))
    assert compare_times(time(one), time(other)) is None


DIFFERENT = [
    ("within 30 working days", "within 30 days"),
    ("within 30 days", "within 30 days of the vote"),
    ("within sixty days", "within a further period of sixty days"),
    ("within thirty (30) days", "within thirty (60) days"),
    ("by 1 May", "before 1 May"),
    ("on 1 May", "on 1 June"),
    ("at 00:00", "at 06:00"),
    ("per year", "per quarter"),
    ("once a month", "twice a month"),
    ("permanently", "temporarily"),
    ("in early 2027", "in late 2027"),
    ("on 3 and 6 October", "on 3-6 October"),
    ("for five years", "for at least five years"),
    ("for five years", "for five more years"),
    ("immediately", "without delay"),
    ("as soon as possible", "in due course"),
    ("the next ten years", "the last ten years"),
    ("from 1 May 2027", "after 1 May 2027"),
    ("30 days after the vote", "30 days before the vote"),
]


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_another_time_is_another_fact(one, other):
    assert time(one) != time(other)
    assert compare_times(time(one), time(other)) is not None


@pytest.mark.parametrize(
    "text",
    [
        "May the parties agree", "to march on the city", "the second half", "immediate family", "in the immediate vicinity", "for good offices",
        "the Permanent Court", "permanent members of the council", "18 years of age", "once the vote is held", "a month of rest", "the line of 19 September",
        "2000 soldiers", "from 1500 to 3000 guards", "the fall of the city", "as expeditiously and cheaply as can be",
    ],
)  # fmt: skip
def test_what_looks_like_a_time_and_is_none_is_left(text):
    assert times(text) == []


def test_the_words_of_an_event_are_no_tokens_of_the_deadline_and_do_not_count_for_it():
    tokens = tokens_of("within 30 days of the signature of the treaty, at the latest")
    fact = find_times(tokens)[0]
    assert [token.low for token in tokens[fact.first : fact.last]] == ["within", "30", "days", "of"]
    assert [token.low for token in tokens[slice(*fact.value.event)]] == ["the", "signature", "of", "the", "treaty"]
    assert fact.value == time("within 30 days of ratification")


def test_a_deadline_says_what_kind_it_is():
    assert (time("immediately").immediate, time("immediately").open) == (True, False)
    assert (time("in due course").immediate, time("in due course").open) == (False, True)
    assert time("within 30 business days").length.quality == "working"
    assert time("by May 2027") == Deadline(by="2027-05", edge="by")
    assert time("from 1 May") == Start("XXXX-05-01")
    assert time("until 2029") == Duration(until="2029")
    assert time("mid-2027") == Moment("2027", "middle")


def test_a_rate_is_the_frequency_beside_its_figure():
    assert [fact.kind for fact in find_measures(tokens_of("100 million dollars in aid a year"))] == [
        "figure",
        "frequency",
    ]
    assert times("100 million a year") == times("100 million per year")


def test_a_limit_of_time_takes_the_negation_of_its_verb():
    assert times("shall not last more than 30 days")[-1] == times("shall last at most 30 days")[-1]
    assert [fact.kind for fact in find_measures(tokens_of("shall not last more than 30 days"))] == ["bound", "duration"]


@pytest.mark.parametrize(
    ("old", "new", "kind", "direction"),
    [
        ("within two weeks", "within 30 days", "deadline-later", "later"),
        ("within 30 days", "within 20 days", "deadline-earlier", "earlier"),
        ("within 30 working days", "within 30 days", "deadline-earlier", "earlier"),
        ("within one month", "within 60 days", "deadline-later", "later"),
        ("within one month", "within 30 days", "deadline-changed", ""),
        ("no later than 31 December 2028", "by the end of 2029", "deadline-later", "later"),
        ("by 1 May", "before 1 May", "deadline-earlier", "earlier"),
        ("by 31 December", "by 1 January", "deadline-changed", ""),
        ("by 31 December 2026", "within six months of the referendum", "deadline-changed", ""),
        ("at least two months before the vote", "at least three months before the vote", "deadline-earlier", "earlier"),
        ("immediately", "within 30 days", "deadline-later", "later"),
        ("within 100 days", "as soon as possible", "deadline-opened", ""),
        ("promptly", "within 72 hours", "deadline-fixed", ""),
        ("from 1 May 2027", "as of 15 May 2027", "start", "later"),
        ("from 1 May 2027", "after 1 May 2027", "start", "later"),
        ("for five years", "for three years", "duration", "shorter"),
        ("until 2027", "until 2029", "duration", "longer"),
        ("temporarily", "permanently", "duration", "longer"),
        ("every 30 days", "every 90 days", "frequency", "rarer"),
        ("once a month", "twice a month", "frequency", "oftener"),
        ("twice a year", "every month", "frequency", "oftener"),
        ("on 3-4 October 2027", "on 26-27 September 2027", "date", "earlier"),
        ("in early 2027", "in late 2027", "date", "later"),
        ("at 00:00", "at 06:00", "date", "later"),
        ("as soon as possible", "in due course", "", ""),
        ("within 30 days", "every 30 days", "", ""),
    ],
)
def test_what_became_of_a_time(old, new, kind, direction):
    change = compare_times(time(old), time(new))
    assert (change.kind, change.direction, change.comparable) == (kind, direction, bool(kind))


TIMES = st.sampled_from([time(text) for pair in (*SAME, *DIFFERENT) for text in pair])
LENGTHS = st.tuples(st.integers(1, 40), st.sampled_from(["hour", "day", "week", "month", "year"])).map(
    lambda of: Length(Decimal(of[0]), of[1])
)


@given(TIMES, TIMES)
def test_swapping_old_and_new_mirrors_what_became_of_a_time(old, new):
    there, back = compare_times(old, new), compare_times(new, old)
    assert (there is None) == (back is None) == (old == new)
    if there is not None:
        assert back == mirror(there)


@given(LENGTHS, LENGTHS)
def test_lengths_of_time_are_ordered_alike_in_deadlines_and_durations(old, new):
    later = compare_times(Deadline(old), Deadline(new))
    longer = compare_times(Duration(old), Duration(new))
    assert (later is None) == (longer is None) == (old == new)
    if later is not None:
        assert {"later": "longer", "earlier": "shorter", "": ""}[later.direction] == longer.direction


@given(st.integers(1, 60), st.integers(1, 60))
def test_days_and_months_are_ordered_only_where_every_calendar_agrees(days, months):
    change = compare_times(Duration(Length(Decimal(days), "day")), Duration(Length(Decimal(months), "month")))
    shortest, longest = 28 * months, 31 * months
    if change.direction:
        assert change.direction == ("longer" if days < shortest + 3 * months else "shorter")
    else:
        assert shortest - 5 <= days <= longest + 5


@given(
    st.dates(),
    st.sampled_from(
        [
            "{0.day} {1} {0.year:04}",
            "{1} {0.day}, {0.year:04}",
            "{0.year:04}-{0.month:02}-{0.day:02}",
            "{0.day:02}.{0.month:02}.{0.year:04}",
        ]
    ),
)
def test_a_date_reads_back_in_each_order(day, pattern):
    if day.year < 1000 or day.year > 2999:
        day = day.replace(year=2000 + day.year % 100, day=min(day.day, 28))
    assert time("on " + pattern.format(day, day.strftime("%B"))) == Moment(day.isoformat())
