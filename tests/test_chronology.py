"""`timeline`: events, papers and positions in order, no surer of their dates than the corpus."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt
from small_corpus import SmallCorpus

import plantrack
from plantrack.chronology import chronology_of
from plantrack.cli import main
from plantrack.corpus import find_corpus
from plantrack.corpus.inspection import cited_passages, find_problems
from plantrack.errors import InputError, UnknownNameError, UsageError
from plantrack.model.dates import date_bounds
from plantrack.schemas import schema_for

ROOT = Path(__file__).parents[1]
EVENT = "  {id}:\n    date: {date}\n    title: {title}\n{more}    evidence: [{evidence}]\n"


class Dated(SmallCorpus):
    """A small corpus with events."""

    def event(self, name, date, *, title="A meeting", evidence="paper#named", **more):
        file = self.root / "plans" / "events.yaml"
        if not file.exists():
            file.write_text("schema: plantrack/1\nevents:\n")
        fields = "".join(f"    {key}: {value}\n" for key, value in more.items())
        with file.open("a") as lines:
            lines.write(EVENT.format(id=name, date=date, title=title, more=fields, evidence=evidence))

    def position(self, name, date, *, actor="arland"):
        file = self.root / "plans" / "positions" / f"{actor}.yaml"
        file.parent.mkdir(exist_ok=True)
        if not file.exists():
            file.write_text(f"schema: plantrack/1\nactor: {actor}\npositions:\n")
        with file.open("a") as lines:
            lines.write(
                f"  {name}: {{date: {date}, provision: a, stance: rejects, summary: No., evidence: [paper#named]}}\n"
            )


@pytest.fixture
def corpus(tmp_path):
    made = Dated(tmp_path)
    made.source("paper", ("named", "outlet:herald, person:dorn", "named"), ("other", "outlet:post", "named"))
    made.version("p", "2031-05-04", "a:\n  number: '1'\n  label: forces\n  summary: A.\n", "text_basis: full_text\n")
    return made


def ids(corpus, *span, **options):
    return [entry.id for entry in plantrack.timeline(*span, corpus=corpus.root, **options).entries]


def printed(corpus, *words, columns="80"):
    asked = ["timeline", *words, "--corpus", str(corpus if isinstance(corpus, Path) else corpus.root)]
    done = CliRunner(env={"COLUMNS": columns}).invoke(main, asked)
    assert done.exit_code == 0, done.output
    return done.stdout


def test_entries_stand_by_the_first_day_they_may_mean_then_by_the_last(corpus):
    for name, date in (
        ("day", "2031-05-04"), ("month", "2031-05"), ("span", "2031-05-04/2031-05-06"), ("year", "2031"),
        ("until", "../2031-05-04"), ("since", "2031-05-05/.."), ("about", "2031-05-03~"),
    ):  # fmt: skip
        corpus.event(name, date)
    assert ids(corpus) == ["year", "month", "about", "day", "p@2031-05-04", "until", "span", "since"]


def test_of_one_day_events_come_before_papers_and_papers_before_positions(corpus):
    corpus.position("refusal", "2031-05-04")
    corpus.event("talks", "2031-05-04")
    assert ids(corpus) == ["talks", "p@2031-05-04", "refusal"]


def test_what_has_no_date_stands_last_and_in_no_span(corpus):
    file = corpus.root / "seeds" / "undated.yaml"
    file.write_text("schema: plantrack/1\ntitle: T\npassages: {}\n")
    assert ids(corpus, sources=True) == ["paper", "p@2031-05-04", "undated"]
    assert "undated" not in ids(corpus, "2031", sources=True)


EDTF = st.one_of(
    st.dates(min_value=date_bounds("2031-01-01")[0], max_value=date_bounds("2031-12-31")[0]).map(lambda day: day.isoformat()),
    st.integers(1, 12).map(lambda month: f"2031-{month:02d}"),
    st.integers(1, 12).map(lambda month: f"../2031-{month:02d}"),
    st.integers(1, 12).map(lambda month: f"2031-{month:02d}/.."),
    st.just("2031?"),
)  # fmt: skip


@given(EDTF, EDTF)
def test_a_span_holds_exactly_what_may_lie_in_it(dated, asked):
    entries = chronology_of(_One(dated), asked, asked).entries
    (first, last), (since, until) = date_bounds(dated), date_bounds(asked)
    assert bool(entries) == (first <= until and last >= since)


class _One:
    """A corpus that holds one event."""

    plan_ids = source_ids = ()
    actors = {}  # noqa: RUF012 - never changed

    def __init__(self, date):
        from plantrack.model.events import Event

        self._event = Event(id="one", date=date, title="One", evidence=())

    def events(self):
        return (self._event,)

    def positions(self):
        return ()


def test_limits_must_be_dates_in_order(corpus):
    with pytest.raises(UsageError, match="not a date"):
        ids(corpus, "May 2031")
    with pytest.raises(UsageError, match="ends before it starts"):
        ids(corpus, "2031-06", "2031-05")


def test_an_actor_has_what_it_and_its_people_took_part_in(corpus):
    corpus.event("talks", "2031-05-02", participants="[dorn, veldia]")
    corpus.event("other", "2031-05-03", participants="[veldia]")
    corpus.position("refusal", "2031-05-05")
    assert ids(corpus, actor="Arland") == ["talks", "refusal"]
    with pytest.raises(UnknownNameError, match="Arland"):
        ids(corpus, actor="Arlnd")


def test_an_event_says_who_bears_it_out_and_who_says_otherwise(corpus):
    corpus.event(
        "talks", "2031-05-02~", place="Tarn", participants="[veldia, arland]", versions="p@2031-05-04", outlook="expected",
        evidence="paper#named, {passage: paper#other, stance: disputes, note: On the third.}",
    )  # fmt: skip
    assert printed(corpus).splitlines()[:6] == [
        "2 May 2031       - event: announced: Tarn: A meeting",
        "(about)            with Arland and Veldia; from it: p@2031-05-04",
        "                   \u2014 Dorn in The Herald",
        "                   \u2014 says otherwise: The Post (On the third.)",
        "4 May 2031       - paper: p@2031-05-04  p",
        "                   reported; whole text",
    ]
    assert "says otherwise" not in printed(corpus, "--brief")


@pytest.mark.parametrize(
    ("event", "said"),
    [
        ({"date": "May"}, "events.talks.date: not a date; found 'May'"),
        ({"evidence": ""}, "events.talks.evidence: an event that no passage bears out"),
        ({"evidence": "{passage: paper#named, stance: mentions}"}, "events.talks.evidence: an event that no passage bears out"),
        ({"evidence": "paper#nmed"}, "no passage in paper of this name; found 'paper#nmed'"),
        ({"participants": "arlnd"}, "events.talks.participants: no actor of this name; found 'arlnd'"),
        ({"versions": "p@2031"}, "events.talks.versions: no version of this name; found 'p@2031'"),
        ({"plaice": "Tarn"}, "events.talks.plaice: unknown key"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_an_event_is_told_with_its_place(corpus, event, said):
    corpus.event("talks", **{"date": "2031-05-02", **event})
    (problem,) = map(str, find_problems(find_corpus(corpus.root)))
    assert "events.yaml:" in problem
    assert said.split("; ")[0].split(": ")[-1].split(" in paper")[0] in problem
    with pytest.raises(InputError):
        ids(corpus)


def test_events_rest_on_passages_that_check_knows_of(corpus):
    corpus.event("talks", "2031-05-02", evidence="paper#other")
    assert "paper#other" in cited_passages(find_corpus(corpus.root))
    exported = json.loads(plantrack.export("json", corpus=corpus.root))
    assert exported["events"]["talks"]["date"] == "2031-05-02"
    assert list(Draft202012Validator(schema_for("corpus")).iter_errors(exported)) == []


def test_json_csv_and_markdown_hold_the_same_entries():
    answer = json.loads(printed(ROOT, "--format", "json"))
    assert list(Draft202012Validator(schema_for("timeline")).iter_errors(answer)) == []
    table = list(csv.DictReader(io.StringIO(printed(ROOT, "--format", "csv"))))
    assert [(row["kind"], row["id"], row["date"]) for row in table] == [
        (entry["kind"], entry["id"], entry["date"]) for entry in answer["entries"]
    ]
    html = MarkdownIt("commonmark").enable("table").render(printed(ROOT, "--format", "markdown"))
    assert html.count("<tr>") == len(table) + 1


def test_every_paper_and_position_of_the_real_corpus_stands_there_once():
    found = find_corpus(ROOT)
    held = [version.ref for plan_id in found.plan_ids for version in found.versions(plan_id)]
    held += [one for file in found.positions() for one in file.positions] + [event.id for event in found.events()]
    assert sorted(entry.id for entry in plantrack.timeline(corpus=ROOT).entries) == sorted(held)


@pytest.mark.parametrize("columns", ["60", "80", "120"])
def test_no_line_is_wider_than_the_terminal(columns):
    assert max(map(len, printed(ROOT, "--sources", columns=columns).splitlines())) <= int(columns)


def test_a_csv_cell_of_a_timeline_starts_no_formula(corpus):
    corpus.event("talks", "2031-05-02", title='"=1+1"')
    cells = [cell for row in csv.reader(io.StringIO(printed(corpus, "--format", "csv"))) for cell in row]
    assert "'=1+1" in cells


@pytest.mark.parametrize("dated", ["٢٠٣١", "2031-0\u0665", "2031-13", "0000", "2031/2030", "../.."])
def test_a_limit_that_is_no_date_is_refused(dated):
    with pytest.raises(plantrack.UsageError, match="not a date"):
        plantrack.timeline(since=dated)
