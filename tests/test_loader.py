"""What the loader refuses, and how it says so; what scalars mean; all mistakes of a file come out together."""

import re
from decimal import Decimal

import pytest

from plantrack.errors import InputError
from plantrack.model import Duration, Frequency, Start, Version
from plantrack.reading.documents import Missing, read_actors, read_plan, read_positions, read_source, read_version
from plantrack.reading.nodes import MAX_BYTES, MAX_DEPTH, MAX_PROBLEMS

HEAD = "schema: plantrack/1\nplan: lake\nversion: first\ndate: 2031-05-01\ntitle: Lake accord\n"
"""Five lines: what a case adds begins on line 6."""
TERM = "provisions:\n  cap: {terms: {cap: {action: limit, %s}}}\n"
SOURCE = "schema: plantrack/1\ntitle: A page\n"
DATE = "an EDTF date such as 2025-11-20, 2025-11, 2025-11-20? or 2025-11-20/2025-11-24"
VALUE = "v.yaml:7:56: provisions.cap.terms.cap.quantity.value: "


def problems_of(text, read=read_version, **given):
    data = text if isinstance(text, bytes) else text.encode()
    with pytest.raises(InputError) as refused:
        read(data, file="v.yaml", **given)
    return [str(problem) for problem in refused.value.problems]


def version_of(text) -> Version:
    return read_version(text.encode(), file="v.yaml").value


def test_what_may_stand_alone_needs_no_field_name():
    written = "start: 2027-05-01, duration: permanently, frequency: 30 days, restrictions: legally binding"
    term = version_of(HEAD + TERM % written).provisions["cap"].terms["cap"]
    assert term.start == Start(on="2027-05-01")
    assert term.duration == Duration(lasting="permanently")
    assert term.frequency == Frequency(times=Decimal(1), per="30 days")
    assert term.restrictions == ("legally binding",)


REFUSED = {
    "a comma in a figure in braces": (
        TERM % "quantity: {value: 1,200,000, unit: person}",
        VALUE.partition("7:56")[0]
        + "7:58: provisions.cap.terms.cap.quantity: a comma in a figure; found '1,200'; expected value: 1200000",
    ),
    "a comma in a figure": (
        TERM % "quantity: {value: '80,000', unit: person}",
        VALUE + "not a number; found the quoted text '80,000'; expected 80000",
    ),
    "a figure in words": (
        TERM % "quantity: {value: eighty thousand, unit: person}",
        VALUE + "not a number; found 'eighty thousand'; expected 80000",
    ),
    "a unit under another name": (
        TERM % "quantity: {value: 8, unit: kilometr}",
        "v.yaml:7:65: provisions.cap.terms.cap.quantity.unit: a unit that is never compared under this name; found 'kilometr'; expected km",
    ),
    "persons under another name": (
        TERM % "quantity: {value: 8, unit: troops}",
        "v.yaml:7:65: provisions.cap.terms.cap.quantity.unit: a unit that is never compared under this name; found 'troops'; expected person",
    ),
    "unknown key": (
        "titel: U",
        "v.yaml:6:1: unknown key; found 'titel'; expected one of title, schema, plan, version, date or 13 others; did you mean title?",
    ),
    "key twice": (
        "title: U",
        "v.yaml:6:1: the key 'title' stands twice; found again, first at 5:1; expected each key once",
    ),
    "one id twice": (
        "provisions:\n  cap: {}\n  cap: {}",
        "v.yaml:8:3: the key 'cap' stands twice; found again, first at 7:3; expected each key once",
    ),
    "list for mapping": ("provisions: []", "v.yaml:6:13: provisions: not a mapping; found a list; expected a mapping"),
    "mapping for text": ("summary: {a: b}", "v.yaml:6:10: summary: not text; found a mapping; expected text"),
    "text for list": ("parties: arland", "v.yaml:6:10: parties: not a list; found 'arland'; expected a list"),
    "word of no vocabulary": (
        "standing: drafft",
        "v.yaml:6:11: standing: no standing of this name; found 'drafft'; expected one of non_paper, draft, agreed_in_principle, initialled, signed, in_force, superseded, rejected; did you mean draft?",
    ),
    "word of a long vocabulary": (
        "provisions:\n  cap: {topics: [ceasefires]}",
        "v.yaml:7:18: provisions.cap.topics.0: no topic of this name; found 'ceasefires'; expected one of ceasefire, sovereignty, territory, territorial_recognition, withdrawal or 27 others; did you mean ceasefire?",
    ),
    "id of another shape": (
        "provisions:\n  Cap 1: {}",
        "v.yaml:7:3: provisions.Cap 1: of the wrong shape; found 'Cap 1'; expected lower-case letters, digits, dots and hyphens",
    ),
    "nothing": ("summary: ''", "v.yaml:6:10: summary: nothing stands here; found nothing; expected text"),
    "dangling parent": (
        "provisions:\n  cap: {parent: army}\n  armies: {}",
        "v.yaml:7:17: provisions.cap.parent: no provision of this name; found 'army'; expected a provision of this file; did you mean armies?",
    ),
    "dangling link": (
        "provisions:\n  cap: {links: [{to: bases, kind: after}]}",
        "v.yaml:7:22: provisions.cap.links.0.to: no provision of this name; found 'bases'; expected a provision of this file",
    ),
    "cycle of parents": (
        "provisions:\n  a: {parent: b}\n  b: {parent: a}",
        "v.yaml:7:15: provisions.a.parent: a cycle of parents; found a in b in a; expected a tree",
    ),
    "quantity without unit": (
        TERM % "quantity: {value: 3}",
        "v.yaml:7:48: provisions.cap.terms.cap.quantity: unit is missing; found a quantity without unit; expected unit",
    ),
    "number as text": (
        TERM % "quantity: {value: '3', unit: u}",
        VALUE + "not a number; found the quoted text '3'; expected 3",
    ),
    "number with exponent": (
        TERM % "quantity: {value: 1e5, unit: u}",
        VALUE + "not a number; found '1e5'; expected a number in plain digits",
    ),
    "number of other digits": (
        TERM % "quantity: {value: ٣, unit: u}",
        VALUE + "not a number; found '٣'; expected 3",
    ),
    "number too long": (
        TERM % f"quantity: {{value: {'9' * 31}, unit: u}}",
        VALUE + "a number too long; found 31 digits; expected at most 30 digits",
    ),
    "number that starts with 0": (
        TERM % "quantity: {value: 010, unit: u}",
        VALUE + "a number that starts with 0; found 010; expected 10",
    ),
    "range with one end": (
        TERM % "quantity: {operator: between, value: 3, unit: u}",
        "v.yaml:7:48: provisions.cap.terms.cap.quantity: a range with one end; found between; expected upper with the operator between, and only there",
    ),
    "yes for true": (
        TERM % "jointly: yes",
        "v.yaml:7:47: provisions.cap.terms.cap.jointly: neither true nor false; found 'yes'; expected true or false",
    ),
    "no time": (
        TERM % "deadline: {within: soon}",
        "v.yaml:7:57: provisions.cap.terms.cap.deadline.within: not a time; found 'soon'; expected a number and hours, days, working days, weeks, months or years; or immediately, or open",
    ),
    "deadline without time": (
        TERM % "deadline: {of: vote}",
        "v.yaml:7:48: provisions.cap.terms.cap.deadline: a deadline without a time; expected within or by",
    ),
    "start without time": (
        TERM % "start: {of: vote}",
        "v.yaml:7:45: provisions.cap.terms.cap.start: a start without a time; expected on or after",
    ),
    "no word for a duration": (
        TERM % "duration: for ever",
        "v.yaml:7:48: provisions.cap.terms.cap.duration: no duration of this name; found 'for ever'; expected one of permanently, temporarily",
    ),
    "duration without unit": (
        TERM % "duration: {value: 5}",
        "v.yaml:7:48: provisions.cap.terms.cap.duration: no duration, or two; expected permanently or temporarily, else value with unit",
    ),
    "no period": (
        TERM % "frequency: monthly",
        "v.yaml:7:49: provisions.cap.terms.cap.frequency: not a period; found 'monthly'; expected a number and hours, days, working days, weeks, months or years",
    ),
    "period of nothing": (
        TERM % "frequency: {times: 2, per: 0 days}",
        "v.yaml:7:65: provisions.cap.terms.cap.frequency.per: not a period; found '0 days'; expected a number and hours, days, working days, weeks, months or years",
    ),
    "no quantifier": (
        TERM % "quantifier: every",
        "v.yaml:7:50: provisions.cap.terms.cap.quantifier: no quantifier of this name; found 'every'; expected one of none, few, some, many, most, all, only",
    ),
    "removed that nobody reported": (
        "provisions:\n  cap: {wording: removed}",
        "v.yaml:7:18: provisions.cap.wording: removed, in a version known from reports, without a passage that says so; expected evidence: [source#passage]",
    ),
    "removed that is only disputed": (
        "provisions:\n  cap: {wording: removed, evidence: [{passage: a#b, stance: disputes}]}",
        "v.yaml:7:18: provisions.cap.wording: removed, in a version known from reports, without a passage that says so; expected evidence: [source#passage]",
    ),
    "moved to nowhere": (
        "provisions:\n  cap: {wording: moved}",
        "v.yaml:7:8: provisions.cap: moved, but not where; expected to: the other paper",
    ),
    "claim that says nothing": (
        "provisions:\n  cap: {claims: [{evidence: [a#b]}]}",
        "v.yaml:7:18: provisions.cap.claims.0: a claim that says nothing; expected wording, matter, unchanged or terms",
    ),
    "claim without evidence": (
        "provisions:\n  cap: {claims: [{wording: removed, evidence: []}]}",
        "v.yaml:7:18: provisions.cap.claims.0: a claim without evidence; expected evidence: [source#passage]",
    ),
    "claims and a state of its own": (
        "provisions:\n  cap: {claims: [{wording: removed, evidence: [a#b]}], matter: deferred}",
        "v.yaml:7:64: provisions.cap.matter: a provision with claims has no matter of its own; found matter; expected matter inside the claims",
    ),
    "fewer points than listed": (
        "claimed_points: 1\nprovisions: {a: {number: 1}, b: {number: 2}}",
        "v.yaml:6:17: claimed_points: fewer points claimed than listed; found 1, with 2 points listed; expected at least 2",
    ),
    "points below none": (
        "claimed_points: -1",
        "v.yaml:6:17: claimed_points: not a whole number; found '-1'; expected a whole number, 0 or more",
    ),
    "tab": ("summary: a\tb", "v.yaml:6:11: a tab; expected spaces"),
    "tag": ("summary: !!str x", "v.yaml:6:10: a tag; found 'tag:yaml.org,2002:str'; expected no tags"),
    "tag of ours": ("summary: !python/object x", "v.yaml:6:10: a tag; found '!python/object'; expected no tags"),
    "merge key": ("<<: {summary: x}", "v.yaml:6:1: a merge key; found <<; expected the keys themselves"),
    "key that is a list": ("? [a]\n: b", "v.yaml:6:3: a key that is not text; expected a word"),
    "second document": ("---\na: b", "v.yaml:6:1: a second document; expected one document a file"),
    "alias without anchor": ("summary: *a", "v.yaml:6:10: an alias without anchor; found '*a'"),
    "alias inside its anchor": ("x-a: &a [*a]", "v.yaml:6:10: an alias inside its own anchor; found '*a'"),
    "open bracket": (
        "x-a: [",
        "v.yaml:7:1: no value where one must stand in a bracket or brace; expected a value, or the closing mark",
    ),
    "no space after a colon": (
        "x-a:b\nx-c: d",
        "v.yaml:6:1: a key without a colon and a space after it; expected key: value",
    ),
    "no colon in the last line": (
        "x-a",
        "v.yaml:6:1: a key without a colon and a space after it; expected key: value",
    ),
    "indented deeper": (
        "x-a:\n  b: c\n   d: e",
        "v.yaml:8:5: indented deeper than the lines above; expected the indentation of the lines above",
    ),
    "indented less": (
        "x-a:\n    b: c\n  d: e",
        "v.yaml:8:3: indented otherwise than the lines above; expected the indentation of the lines above",
    ),
    "item indented less": (
        "x-a:\n  - b\n - c",
        "v.yaml:8:2: indented otherwise than the lines above; expected the indentation of the lines above",
    ),
    "key among items": (
        "x-a:\n  - b\n  c: d",
        "v.yaml:8:3: a key among the items of a list; expected - before each item, or the key indented otherwise",
    ),
    "item among keys": (
        "- b",
        "v.yaml:6:1: an item of a list among keys; expected a key, or the item indented below its key",
    ),
    "second colon": (
        "x-a: b: c",
        "v.yaml:6:7: a second colon and space in one line; expected quotation marks round text with a colon",
    ),
    "text after a quotation": (
        "x-a: 'b' c",
        "v.yaml:6:10: text after a value that has ended; expected quotation marks round all of the value",
    ),
    "quotation mark left open": ("x-a: 'b\nx-c: d", "v.yaml:6:6: a quotation mark that is not closed"),
    "bracket left open": (
        "x-a: [b\nx-c: d",
        "v.yaml:6:6: a bracket that is not closed, or no comma between two items; expected [a, b]",
    ),
    "brace left open": (
        "x-a: {b: c\nx-c: d",
        "v.yaml:6:6: a brace that is not closed, or no comma between two keys; expected {a: b, c: d}",
    ),
    "mark that begins nothing": (
        "x-a: @b",
        "v.yaml:6:6: a mark that cannot begin a value; expected quotation marks round text that begins with one",
    ),
    "unknown escape": (
        'x-a: "\\q"',
        "v.yaml:6:7: an escape that YAML does not know; expected \\\\ for a backslash, or single quotation marks",
    ),
    "item in the line of its key": (
        "x-a: - b",
        "v.yaml:6:6: an item of a list in the line of its key; expected each item in a line of its own",
    ),
    "fault without other words": (
        "x-a: *",
        "v.yaml:6:7: while scanning an alias did not find expected alphabetic or numeric character",
    ),
    "escaped control character": (
        'summary: "a\\eb"',
        "v.yaml:6:10: a control character; found U+001B; expected text that can be printed",
    ),
    "number that turns the direction of a line": (
        'provisions:\n  cap: {number: "6\\u202e"}',
        r"v.yaml:7:17: provisions.cap.number: of the wrong shape; found the quoted text '6\u202e'; expected a number as printed, such as 6, 12.c or II.3",
    ),
    "number that a spreadsheet would compute": (
        'provisions:\n  cap: {number: "=1+1"}',
        "v.yaml:7:17: provisions.cap.number: of the wrong shape; found the quoted text '=1+1'; expected a number as printed, such as 6, 12.c or II.3",
    ),
    "control character": ("summary: a\x07b", "v.yaml:6:11: a character that YAML does not allow; found U+0007"),
}


@pytest.mark.parametrize(("added", "said"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_wrong_is_refused_with_its_place(added, said):
    assert problems_of(HEAD + added + "\n") == [said]


@pytest.mark.parametrize(
    "date", ["1 May 2031", "2031-02-30", "2031-13", "31-05-01", "2031-05-01/2030", "../..", "٢٠٣١"]
)
def test_what_is_no_edtf_date_is_refused(date):
    assert problems_of(HEAD.replace("2031-05-01", date)) == [
        f"v.yaml:4:7: date: not a date; found '{date}'; expected {DATE}"
    ]


@pytest.mark.parametrize(
    "date", ["2031", "2031-05", "2031-05-XX", "203X", "2031-05-01?", "2031-05-01/2031-06", "../2031-05"]
)
def test_dates_of_edtf_are_kept_as_written(date):
    assert version_of(HEAD.replace("2031-05-01", date)).date == date


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param(b"", "v.yaml:1:1: the file is empty; expected a mapping", id="empty"),
        pytest.param(b"# a remark\n", "v.yaml:1:1: the file is empty; expected a mapping", id="remark only"),
        pytest.param(b"words\n", "v.yaml:1:1: not a version; found 'words'; expected a mapping", id="words"),
        pytest.param(b"- a\n", "v.yaml:1:1: not a version; found a list; expected a mapping", id="list"),
        pytest.param(
            b"\xef\xbb\xbf" + HEAD.encode(),
            "v.yaml:1:1: a byte-order mark; expected UTF-8 without a byte-order mark",
            id="byte-order mark",
        ),
        pytest.param(
            HEAD.encode("utf-16"),
            "v.yaml:1:1: a byte-order mark of UTF-16 or UTF-32; expected UTF-8 without a byte-order mark",
            id="UTF-16",
        ),
        pytest.param(
            HEAD.encode() + b"summary: \xc3\xa9\xff\n",
            "v.yaml:6:11: not UTF-8; found byte 0xff; expected UTF-8",
            id="not UTF-8",
        ),
        pytest.param(
            b"x" * (MAX_BYTES + 1),
            "v.yaml: the file is too large; found 16,000,001 bytes; expected at most 16,000,000 bytes",
            id="too large",
        ),
    ],
)
def test_bytes_that_are_no_such_file_are_refused(data, said):
    assert problems_of(data) == [said]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "[{b: "])
def test_nesting_has_an_end_however_deep_it_goes(opening):
    deep = f"x-a:\n  {opening * 100_000}"
    assert re.search(r"^v\.yaml:\d+:\d+: nested too deep; expected at most 100 levels$", problems_of(HEAD + deep)[-1])
    fine = "x-a: " + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1)
    assert version_of(HEAD + fine).extra


def test_aliases_stand_for_what_they_name_and_have_an_end():
    laughs = "x-0: &x0 [a, a, a, a, a, a, a, a, a, a]\n"
    laughs += "".join(f"x-{n}: &x{n} [{', '.join([f'*x{n - 1}'] * 10)}]\n" for n in range(1, 9))
    assert problems_of(HEAD + laughs) == [
        "v.yaml:10:46: aliases that expand too far; expected at most 100,000 nodes from aliases"
    ]
    shared = version_of(HEAD + "provisions:\n  a: {terms: &t {cap: {action: limit}}}\n  b: {terms: *t}\n")
    assert shared.provisions["a"].terms == shared.provisions["b"].terms


def test_mistakes_of_every_sort_in_one_file_come_out_together():
    text = """\
schema: plantrack/1
plan: lake
version: second
date: May
title: Lake accord
titel: again
claimed_points: 0
provisions:
  a: {number: 1, parent: nobody, topics: [armies]}
  b: {number: 2, parent: nobody}
  b: {number: 3}
  c: {number: 4, wording: removed}
  d: {number: 5, evidence: [gone#p]}
"""
    found = problems_of(
        text,
        plan="lake",
        version="first",
        look=lambda kind, _: Missing("source", ["gone-by#"]) if kind == "passage" else None,
    )
    assert [said.split("; ")[0] for said in found] == [
        "v.yaml:3:10: version: version is not the name of its file",
        "v.yaml:4:7: date: not a date",
        "v.yaml:6:1: unknown key",
        "v.yaml:7:17: claimed_points: fewer points claimed than listed",
        "v.yaml:9:43: provisions.a.topics.0: no topic of this name",
        "v.yaml:10:26: provisions.b.parent: no provision of this name",
        "v.yaml:11:3: the key 'b' stands twice",
        "v.yaml:12:27: provisions.c.wording: removed, in a version known from reports, without a passage that says so",
        "v.yaml:13:29: provisions.d.evidence.0: no source of this name",
    ]


def test_a_wrong_point_does_not_make_those_that_name_it_wrong():
    text = HEAD + "provisions:\n  a: {topics: [armies]}\n  b: {parent: a, links: [{to: a, kind: after}]}\n"
    assert [said.split(": ")[1] for said in problems_of(text)] == ["provisions.a.topics.0"]


def test_a_basis_that_cannot_be_read_leads_to_no_conclusions():
    text = HEAD + "text_basis: ful_text\nprovisions:\n  a: {wording: removed}\n"
    assert [said.split(": ")[1] for said in problems_of(text)] == ["text_basis"]


def test_a_file_with_very_many_mistakes_says_so_at_the_end():
    found = problems_of(HEAD + "".join(f"key-{number}: x\n" for number in range(500)))
    assert len(found) == MAX_PROBLEMS
    assert found[-1] == "v.yaml: more than 99 problems; the rest shows when these are mended"


def test_scalars_mean_what_they_say():
    text = HEAD + "x-all: [NO, no, yes, 1:30, 010, 1.10, 2025-11-20, 0x1F, 1_000, .inf, null, ~, 12e3]\n"
    assert version_of(text).extra["x-all"] == [
        "NO",
        "no",
        "yes",
        "1:30",
        "010",
        "1.10",
        "2025-11-20",
        "0x1F",
        "1_000",
        ".inf",
        "null",
        "~",
        "12e3",
    ]
    numbered = version_of(HEAD + "provisions:\n  a: {number: 1.10, terms: {t: {action: on, bearer: NO}}}\n").provisions[
        "a"
    ]
    assert (numbered.number, numbered.terms["t"].action, numbered.terms["t"].bearer) == ("1.10", "on", ("NO",))


def test_figures_are_exact():
    text = HEAD + TERM % "quantity: {value: 123456789012345678.10, unit: u}"
    assert str(version_of(text).provisions["cap"].terms["cap"].quantity[0].value) == "123456789012345678.10"
    assert version_of(HEAD + TERM % "quantity: {value: -0.5, unit: u}").provisions["cap"].terms["cap"].quantity[
        0
    ].value == Decimal("-0.5")


@pytest.mark.parametrize(
    ("added", "said"),
    [
        pytest.param(
            "passages: {p: {chain: [outlet:herald, outlet:wire, outlet:herald]}}",
            "v.yaml:3:23: passages.p.chain: a cycle in the chain; found outlet:herald, outlet:wire, outlet:herald; expected each origin once",
            id="cycle",
        ),
        pytest.param(
            "passages: {p: {quote: {exact: words}}}",
            "v.yaml:3:23: passages.p.quote: a quotation without position; expected position: {start, end}",
            id="quote without position",
        ),
        pytest.param(
            "passages: {p: {position: {start: 3, end: 4}}}",
            "v.yaml:3:26: passages.p.position: a position without a text; expected text: {sha256, characters}",
            id="position without text",
        ),
        pytest.param(
            f"text: {{sha256: {'0' * 64}, characters: 9}}\npassages: {{p: {{position: {{start: 3, end: 10}}}}}}",
            "v.yaml:4:42: passages.p.position.end: past the end of the text; found 10; expected at most 9",
            id="past the end",
        ),
        pytest.param(
            f"text: {{sha256: {'0' * 64}, characters: 9}}\npassages: {{p: {{position: {{start: 3, end: 3}}}}}}",
            "v.yaml:4:26: passages.p.position: a passage that ends before it starts; expected start < end",
            id="nothing",
        ),
        pytest.param(
            f"passages: {{p: {{quote: {{exact: {'word ' * 13}}}, position: {{start: 0, end: 1}}}}}}",
            "v.yaml:3:31: passages.p.quote.exact: too many words; found 13 words; expected at most 12 words",
            id="quotation",
        ),
        pytest.param(
            "URL: javascript:alert(1)",
            "v.yaml:3:6: URL: of the wrong shape; found 'javascript:alert(1)'; expected a web address",
            id="address",
        ),
    ],
)
def test_sources_are_held_to_their_rules(added, said):
    assert problems_of(SOURCE + added + "\n", read_source, source="a-page") == [said]


def test_other_files_of_a_corpus_are_read_as_strictly():
    actors = "schema: plantrack/1\nactors: {arland: {name: Arland, kind: state}, dorn: {name: Dorn, kind: persn, of: arlnd}}\n"
    assert problems_of(actors, read_actors) == [
        "v.yaml:2:72: actors.dorn.kind: no kind of this name; found 'persn'; expected one of state, organisation, person, group, outlet, doc, collective; did you mean person?",
        "v.yaml:2:83: actors.dorn.of: no actor of this name; found 'arlnd'; did you mean arland?",
    ]
    positions = "schema: plantrack/1\nactor: arland\npositions: {one: {date: now, provision: cap, stance: objects, summary: S, evidence: [a#b]}}\n"
    assert problems_of(positions, read_positions) == [
        f"v.yaml:3:25: positions.one.date: not a date; found 'now'; expected {DATE}"
    ]
    assert problems_of("schema: plantrack/2\n", read_plan, plan="Lake") == [
        "v.yaml: a file or folder name of the wrong shape; found 'Lake'; expected lower-case letters, digits, dots and hyphens",
        "v.yaml:1:1: title is missing; found a plan without title; expected title",
        "v.yaml:1:9: schema: not a schema that is read here; found 'plantrack/2'; expected plantrack/1",
    ]


def test_nothing_in_a_problem_can_command_a_terminal_or_pretend_to_be_a_line_of_its_own():
    text = HEAD + '"\\e[31mkey\\nother.yaml:1:1: invented\\u202e": x\nstanding: "\\e]0;title\\a\\u202e"\n'
    found = problems_of(text)
    assert "".join(found).isprintable()
    assert found[0] == "v.yaml:6:1: a control character; found U+001B; expected text that can be printed"
    assert "found '\\x1b[31mkey\\nother.yaml" in found[1]
