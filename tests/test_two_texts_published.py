"""Two texts as Markdown and as a page: every word of theirs is text, and marks are elements."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from markdown_it import MarkdownIt
from test_two_texts import NASTY, samples
from two_texts_samples import Sample, karsk, two_texts_as_html, two_texts_as_markdown, two_texts_as_page, unexplained

from plantrack.answers.two_texts import arrange_two_texts

GOLDEN = Path(__file__).parent / "two_texts"
IN_MARKDOWN = {
    "h1",
    "h2",
    "h3",
    "p",
    "ul",
    "li",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "strong",
    "br",
    "del",
    "ins",
    "code",
}
IN_PAGES = {"html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "dl", "div", "dt", "dd", "p", "table",
            "caption", "tr", "th", "td", "a", "code", "section", "ul", "li", "del", "ins", "b"}  # fmt: skip


class Seen(HTMLParser):
    """The elements of a page, its text, and the words in each kind of element."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.attributes, self.text, self.inside, self.open = [], [], "", {}, []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs
        self.open.append(tag)

    def handle_endtag(self, tag):
        if tag in self.open:
            del self.open[len(self.open) - 1 - self.open[::-1].index(tag)]

    def handle_data(self, data):
        self.text += data
        for tag in self.open:
            self.inside.setdefault(tag, []).append(data)


def as_github_reads(markdown):
    return Seen(MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(markdown))


def squeezed(text):
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize(("name", "made"), [("karsk.md", two_texts_as_markdown), ("karsk.html", two_texts_as_page)])
def test_what_is_published_is_what_a_person_has_read_and_kept(name, made, request):
    path = GOLDEN / name
    if request.config.getoption("--rewrite"):
        path.write_text(made(karsk().diff()), encoding="utf-8", newline="\n")
    assert made(karsk().diff()) == path.read_text(encoding="utf-8")


@given(samples())
def test_the_words_of_papers_cannot_become_markup(diff):
    assert set(as_github_reads(two_texts_as_markdown(diff)).tags) <= IN_MARKDOWN
    assert set(Seen(two_texts_as_page(diff)).tags) <= IN_PAGES


@given(samples())
def test_exactly_the_differing_words_are_marked_in_every_format(diff):
    blocks = arrange_two_texts(diff).blocks
    for side, element in (("old", "del"), ("new", "ins")):
        runs = [run.text for block in blocks for wording in getattr(block, side) for run in wording.runs if run.changed]
        for seen in (as_github_reads(two_texts_as_markdown(diff)), Seen(two_texts_as_page(diff))):
            assert squeezed("".join(seen.inside.get(element, []))) == squeezed("".join(runs))


@given(samples())
def test_all_words_and_labels_stand_in_every_format(diff):
    shown = arrange_two_texts(diff)
    for seen in (as_github_reads(two_texts_as_markdown(diff)), Seen(two_texts_as_page(diff))):
        text = squeezed(seen.text)
        for block in shown.blocks:
            for wording in (*block.old, *block.new):
                assert squeezed("".join(run.text for run in wording.runs)) in text
            assert all(squeezed(label) in text for label in block.labels)


def test_a_page_runs_nothing_loads_nothing_and_says_so():
    page = two_texts_as_page(Sample().pair(("1", NASTY.replace("|", "{a|x}")), ("1", "y"), a=unexplained()).diff())
    assert "default-src 'none'" in page
    assert "<script" not in page
    seen = Seen(page)
    assert not [value for name, value in seen.attributes if name.startswith("on") or name == "src"]
    assert all(value.startswith("#") for name, value in seen.attributes if name == "href")


def test_every_link_of_the_map_leads_to_words_on_the_page():
    seen = Seen(two_texts_as_page(karsk().diff()))
    anchors = [value for name, value in seen.attributes if name == "id"]
    links = [value.removeprefix("#") for name, value in seen.attributes if name == "href"]
    assert len(links) > 10
    assert set(links) <= set(anchors)
    assert len(anchors) == len(set(anchors))


def test_the_new_point_of_a_number_that_both_papers_have_is_led_to_itself():
    page = two_texts_as_page(karsk().diff())
    section = re.search(r'New</th><td>march&#x27;s point\s*<a href="#(point-\d+)">8</a>', page)[1]
    assert re.search(rf'id="{section}"[^>]*>\s*<h3>→8 new</h3>', page)


def test_a_notebook_gets_the_body_alone():
    assert "<html" not in two_texts_as_html(karsk().diff())
    assert two_texts_as_html(karsk().diff()) in two_texts_as_page(karsk().diff())


def test_words_in_another_language_say_so_to_who_reads_aloud():
    from plantrack.model.readings import Reading
    from plantrack.value import evolve

    diff = Sample().pair(("1", "Війська {a|виходять}."), ("1", "Війська {a|стоять}."), a=unexplained()).diff()
    page = two_texts_as_page(evolve(diff, reading_old=Reading(form="numbered points", language="uk")))
    assert '<p lang="uk" dir="auto">' in page
