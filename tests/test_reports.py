"""Reports for people: what stands in them, where, and that nothing in them is markup of others."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from attrs import evolve
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from small_corpus import SmallCorpus

import plantrack
from plantrack.answers.demands import Demand
from plantrack.answers.report import answer_report
from plantrack.corpus import find_corpus, resolve
from plantrack.errors import InputError, PlantrackError, UsageError
from plantrack.rendering import rendered

ROOT = Path(__file__).parents[1]
GOLDEN = Path(__file__).parent / "reports"
MINSK = ROOT / "examples" / "minsk"
SEEN = "text_basis: full_text\n"
RIVER = ROOT / "examples" / "river"
REPORTS = {
    "28pt-19pt": (("28pt", "19pt"), {}),
    "28pt-19pt-named": (("28pt", "19pt"), {"only": "named", "min_credibility": 2}),
    "19pt-learned": (("19pt~2025-11-24", "19pt"), {}),
    "minsk": (("minsk-1", "minsk-2"), {"corpus": MINSK}),
    "reassurance-force": (("reassurance-force@2025-02-20", "reassurance-force@2025-03-15", "reassurance-force"), {}),
}
NASTY = st.one_of(
    st.text(alphabet="ab *_~`[]()<>|\\#!-+.1&$@\n", max_size=40),
    st.sampled_from(["<script>alert(1)</script>", "[a](javascript:b)", "**x** ~~y~~", "1. x", "[^1]: z", "a|b", "# h"]),
)


@pytest.fixture
def golden(request):
    """The golden file of a name, read; written first if asked for."""

    def read(name, text):
        path = GOLDEN / name
        if request.config.getoption("--rewrite"):
            path.write_text(text, encoding="utf-8")
        return path.read_text(encoding="utf-8")

    return read


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_says_what_a_person_has_read_and_kept(name, golden):
    refs, options = REPORTS[name]
    written = re.sub(r"revision [0-9a-f]{12}, \d+ pages?", "revision DIGEST", plantrack.report(*refs, **options))
    assert written == golden(f"{name}.md", written)


@pytest.mark.parametrize("name", REPORTS)
def test_every_report_keeps_to_its_form(name):
    refs, options = REPORTS[name]
    written = plantrack.report(*refs, **options)
    title = written.splitlines()[0]
    assert title.startswith("# ")
    assert len(title) - 2 <= 140
    called, noted = (
        set(re.findall(r"\[\^(\d+)\](?!:)", written)),
        set(re.findall(r"^\[\^(\d+)\]:", written, re.MULTILINE)),
    )
    assert called == noted
    firsts = list(dict.fromkeys(re.findall(r"\[\^(\d+)\](?!:)", written)))
    assert firsts == sorted(firsts, key=int), "footnotes are numbered as they are first called for"
    tokens = MarkdownIt("commonmark").enable("table").parse(written)
    marks = {"<br>", "<del>", "</del>", "<ins>", "</ins>"}
    inside = [child for token in tokens for child in token.children or () if child.type == "html_inline"]
    assert not any(token.type == "html_block" for token in tokens)
    assert {child.content for child in inside} <= marks


def test_the_same_input_gives_the_same_bytes_in_another_process():
    code = "import plantrack; print(plantrack.report('28pt', '19pt', format='html'), end='')"
    runs = {
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, check=True, cwd=ROOT, env={"PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


def test_what_no_report_mentions_is_never_said_to_have_gone():
    written = plantrack.report("28pt", "19pt")
    points = re.findall(r"^### ([\d.a-d-]+): ", written, re.MULTILINE)
    assert points == ["5", "6", "7", "8", "13.b", "14", "21.a-c", "21.d", "26"]
    assert "| On no page | 1, 2, 9, 10, 12, 15-20, 22-25, 27, 28 (17 points; " in written


@pytest.mark.parametrize("refs", [("28pt", "19pt"), ("reassurance-force@2025-03-15", "28pt", "19pt")])
def test_of_a_demand_for_names_nothing_is_printed_that_only_the_unnamed_say(refs):
    whole, written = plantrack.report(*refs), plantrack.report(*refs, only="named", min_credibility=2)
    assert "according to Stefanishyna in DW (27 Nov 2025)" in written
    assert "according to Hnatov in LIGA.net (26 Nov 2025)" in written
    for withheld in ("at most 800,000", "left to presidents", "to go, not yet gone", "RBC", "Bloomberg"):
        assert withheld in whole
        assert withheld not in written
    assert not re.findall(r"officials|sources in", written[: written.index("## How sure")] if len(refs) == 2 else "")
    assert re.search(r"; \d+ others were left out", written)


def test_what_was_seen_in_both_texts_stays_whatever_is_demanded():
    told = [
        re.findall(r"^\*\*.*", plantrack.report("minsk-1", "minsk-2", corpus=MINSK, **options), re.MULTILINE)
        for options in ({}, {"only": "named", "min_credibility": 1})
    ]
    assert told[0] == told[1]
    assert len(told[0]) > 20


def test_three_versions_are_told_step_by_step():
    refs, _ = REPORTS["reassurance-force"]
    written = plantrack.report(*refs)
    assert re.findall(r"^## (What.*)$", written, re.MULTILINE) == [
        "What changed from Anglo-French plan to Coalition of the willing",
        "What changed from Coalition of the willing to Paris Declaration",
    ]


def test_both_wordings_are_shown_with_the_words_that_changed_marked():
    written = plantrack.report(str(RIVER / "old.md"), str(RIVER / "new.md"))
    assert "The army of Belmark shall <del>not exceed 60,000</del> soldiers." in written
    assert "The army of Belmark shall <ins>not exceed 80,000</ins> soldiers <ins>in peacetime</ins>." in written


@pytest.fixture(scope="module")
def two_papers(tmp_path_factory):
    corpus = SmallCorpus(tmp_path_factory.mktemp("corpus"))
    versions = ("2031-05-01", "2031-06-01")
    for version in versions:
        corpus.version("lake", version, "cap:\n  number: '1'\n  terms: {a: {action: keep}}\n", SEEN)
    found = find_corpus(corpus.root)
    return [resolve(f"lake@{version}", found) for version in versions]


def saying(paper, texts):
    """A paper with a point for each text, which says it everywhere a point has text."""
    point = paper.version.provisions["cap"]
    points = {}
    for number, text in enumerate(texts, 1):
        said = text if text.strip() else "x"
        terms = {"a": evolve(point.terms["a"], action=said)}
        points[f"p{number}"] = evolve(point, id=f"p{number}", number=str(number), label=said, summary=said, terms=terms)
    return evolve(paper, version=evolve(paper.version, provisions=points))


@settings(max_examples=20)
@given(st.lists(st.tuples(NASTY, NASTY), min_size=1, max_size=4))
def test_text_of_others_never_becomes_markup(two_papers, texts):
    old, new = zip(*texts, strict=True)
    answer = answer_report([saying(two_papers[0], old), saying(two_papers[1], new)])
    for page in (rendered(answer, "html"), MarkdownIt("commonmark").render(rendered(answer, "markdown"))):
        assert "<script" not in page
        assert "javascript:" not in re.findall(r'href="([^"]*)"', page)
        assert page.count("<h1") == 1


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("{{ report.nothing }}", "own.j2:1: the template failed: 'nothing' is not there"),
        (
            "{{ report.title }}\n\n{{ report.block }}",
            "own.j2:3: the template failed: 'block' is not there; did you mean blocks?",
        ),
        ("{% for x in %}", "the template failed"),
        ("{{ report.title.__class__.__mro__ }}", "is unsafe"),
        ("{{ 1 / 0 }}", "division by zero"),
        ("{% include '/etc/passwd' %}", "the template failed"),
        ("{{ range(10 ** 9) }}", "Range too big"),
        (
            "{% macro again() %}{{ again() }}{% endmacro %}{{ again() }}",
            "own.j2:1: the template failed: maximum recursion",
        ),
        ("{% for one in range(10 ** 5) %}{{ 'a' * 1000 }}{% endfor %}", "writes too much; expected at most 5,000,000"),
    ],
)
def test_a_bad_template_is_told_and_reaches_nothing(tmp_path, template, told):
    path = tmp_path / "own.j2"
    path.write_text(template)
    with pytest.raises(InputError, match=re.escape(told)) as raised:
        plantrack.report("28pt", "19pt", template=path)
    assert str(path) in str(raised.value)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a process may take what memory there is")
def test_a_template_gets_little_memory(tmp_path):
    path = tmp_path / "own.j2"
    path.write_text("{{ 'a' * 10 ** 10 }}")
    with pytest.raises(InputError, match="too much memory"):
        plantrack.report("28pt", "19pt", template=path)


@pytest.mark.parametrize(
    "template",
    [
        "{% for one in range(99999) %}{% for other in range(99999) %}{% endfor %}{% endfor %}",
        "{{ 3 ** (10 ** 8) }}",
    ],
    ids=["loops", "one sum that nothing interrupts"],
)
def test_a_template_gets_little_time(tmp_path, monkeypatch, template):
    monkeypatch.setattr("plantrack.answers.sandbox.SECONDS", 2)
    path = tmp_path / "own.j2"
    path.write_text(template)
    with pytest.raises(InputError, match="the template takes too long; expected at most 2 seconds"):
        plantrack.report("28pt", "19pt", template=path)


def test_a_template_of_the_reader_takes_the_place_of_ours(tmp_path):
    path = tmp_path / "own.j2"
    path.write_text(
        "{{ report.title }}\n{% for one in report.blocks if one.block == 'pair' %}{{ one.numbers }} {% endfor %}\n"
    )
    written = plantrack.report("28pt", "19pt", template=path)
    assert written.splitlines()[1].strip() == "5 6 7 8 13.b 14 21.a-c 21.d 26"


def test_a_page_asks_for_nothing_from_elsewhere_and_runs_nothing():
    page = plantrack.report("28pt", "19pt", format="html")
    assert "default-src 'none'" in page
    assert not re.findall(r"<(?:script|link|img|iframe|object)\b", page)
    assert all(href.startswith(("#", "https://", "http://")) for href in re.findall(r'href="([^"]*)"', page))
    targets = set(re.findall(r'href="#([^"]+)"', page))
    assert targets
    assert targets <= set(re.findall(r'id="([^"]+)"', page))


def test_a_word_file_has_a_footnote_wherever_one_is_called_for(tmp_path):
    path = tmp_path / "report.docx"
    refs, _ = REPORTS["reassurance-force"]
    path.write_bytes(plantrack.report(*refs, format="docx"))
    document = Document(path)
    assert {"title", "heading 1", "heading 2"} <= {one.style.name.lower() for one in document.paragraphs}
    body = document.element.body
    called = [int(one.get(qn("w:id"))) for one in body.iter(qn("w:footnoteReference"))]
    notes = next(part for part in document.part.package.iter_parts() if part.partname == "/word/footnotes.xml")
    root = parse_xml(notes.blob)
    told = {int(one.get(qn("w:id"))): "".join(one.itertext()) for one in root}
    assert called == sorted(set(told) - {-1, 0}), "each note once, in the order of reading"
    assert "the speaker's words" in "".join(told.values())
    marked = {one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))}
    again = re.findall(r"NOTEREF (note\d+)", " ".join(one.get(qn("w:instr")) for one in body.iter(qn("w:fldSimple"))))
    assert again
    assert set(again) <= marked


def test_a_word_file_marks_the_words_that_differ(tmp_path):
    path = tmp_path / "report.docx"
    path.write_bytes(plantrack.report(str(RIVER / "old.md"), str(RIVER / "new.md"), format="docx"))
    runs = [run for paragraph in Document(path).paragraphs for run in paragraph.runs]
    assert any(run.font.strike and "60,000" in run.text for run in runs)
    assert any(run.font.underline and "80,000" in run.text for run in runs)


@pytest.mark.parametrize(("refs", "corpus"), [(("28pt", "19pt"), None), (("minsk-1", "minsk-2"), MINSK)])
def test_a_report_in_ukrainian_says_every_sentence_of_its_own_in_ukrainian(refs, corpus):
    english, ukrainian = (plantrack.report(*refs, corpus=corpus, lang=lang, format="json") for lang in ("en", "uk"))
    heads = [
        {
            block["words"]
            for block in json.loads(said)["said"]["blocks"]
            if block["block"] == "paragraph" or (block["block"] == "heading" and block["level"] == 2)
        }
        for said in (english, ukrainian)
    ]
    assert len(heads[0]) == len(heads[1]) > 5
    assert not heads[0] & heads[1]


def test_a_report_says_as_of_when_it_holds_and_whose_words_a_quotation_is():
    written = plantrack.report("28pt", "19pt")
    assert f"Corpus revision {find_corpus().digest()}" in written
    for whose in ("the speaker's words; kept open by", "translated from what was said", "altered by the page"):
        assert whose in written
    notes = re.findall(r': "[^"]+(?:"\w+"[^"]*)?"', written[written.index("[^1]: ") :])
    assert len(notes) > 10
    assert all(f"{note} (" in written for note in notes)


@pytest.mark.parametrize(
    ("refs", "options"),
    [(("28pt",), {}), ((), {}), (("28pt", "19pt"), {"format": "pdf"}), (("28pt", "19pt"), {"only": "all"}),
     (("28pt", "19pt"), {"min_credibility": 0})],
)  # fmt: skip
def test_what_cannot_be_asked_is_told(refs, options):
    with pytest.raises(UsageError):
        plantrack.report(*refs, **options)


def test_a_withdrawn_source_is_named_as_such_wherever_it_is_cited(tmp_path):
    corpus = SmallCorpus(tmp_path)
    corpus.source("page", ("gone", "outlet:herald, person:dorn", "named"))
    corpus.version(
        "lake",
        "2031-05-01",
        'cap: {number: "1", summary: A cap., terms: {cap: {action: stop}}}',
        "text_basis: full_text\n",
    )
    corpus.version(
        "lake", "2031-06-01", "cap:\n  claims:\n    - {wording: removed, summary: gone, evidence: [page#gone]}",
        "text_basis: reported_only\n",
    )  # fmt: skip
    found = find_corpus(tmp_path)
    record = tmp_path / "seeds" / "page.yaml"
    record.write_text(record.read_text() + "status: withdrawn\n")
    found = find_corpus(tmp_path)
    papers = [resolve(f"lake@{version}", found) for version in ("2031-05-01", "2031-06-01")]
    assert "withdrawn since" in rendered(answer_report(papers, Demand(named=True)), "markdown")


def test_every_error_of_the_command_is_one_of_ours():
    with pytest.raises(PlantrackError):
        plantrack.report("28pt", "no-such-plan")
