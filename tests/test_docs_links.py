"""Every link of a Markdown file leads to a file or heading that is there, by the anchors that GitHub gives."""

import re
from collections import Counter
from functools import cache
from itertools import pairwise

import pytest
from markdown_it import MarkdownIt
from pages import PAGES, ROOT

READER = MarkdownIt("commonmark").enable("table")
MARKDOWN = [*PAGES, ROOT / "CHANGELOG.md", *sorted((ROOT / "examples").rglob("README.md"))]
LEADS_OUT = ("http:", "https:", "mailto:")


def links_of(text):
    """The targets of links and pictures; what stands in code is none."""
    for token in READER.parse(text):
        for inline in token.children or ():
            if inline.type == "link_open":
                yield inline.attrs["href"]
            elif inline.type == "image":
                yield inline.attrs["src"]


def anchors_of(text):
    """An anchor for every heading: lower case, no punctuation, hyphens for spaces, numbers after equal ones."""
    tokens, seen = READER.parse(text), Counter()
    for opening, content in pairwise(tokens):
        if opening.type == "heading_open":
            words = "".join(each.content for each in content.children)
            slug = re.sub(r"[^\w\- ]", "", words.strip().lower()).replace(" ", "-")
            yield f"{slug}-{seen[slug]}" if seen[slug] else slug
            seen[slug] += 1


def dead_links(page):
    text = page.read_text(encoding="utf-8")
    for target in links_of(text):
        if target.startswith(LEADS_OUT):
            continue
        name, _, anchor = target.partition("#")
        path = (page.parent / name).resolve() if name else page
        if not leads_somewhere(path, anchor):
            yield target


@cache
def anchors_in(path):
    return frozenset(anchors_of(path.read_text(encoding="utf-8")))


def leads_somewhere(path, anchor):
    if not path.exists() or not path.is_relative_to(ROOT):
        return False
    return not anchor or (path.suffix == ".md" and anchor in anchors_in(path))


@pytest.mark.parametrize("page", MARKDOWN, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(page):
    assert list(dead_links(page)) == []


def test_dead_files_and_anchors_are_found_and_code_is_no_link(tmp_path, monkeypatch):
    monkeypatch.setitem(globals(), "ROOT", tmp_path.resolve())
    page, other = tmp_path / "page.md", tmp_path / "other.md"
    other.write_text("# What's `new`, *today*?\n\n## Twice\n\n## Twice\n", encoding="utf-8")
    live = ["other.md", "other.md#whats-new-today", "other.md#twice-1", "#here", "https://example.org"]
    dead = ["gone.md", "other.md#twice-2", "#gone", "../outside.md", "other.txt#x"]
    links = [f"[to]({target})" for target in live + dead]
    page.write_text(
        "## Here\n\n" + "\n\n".join(links) + "\n\n`[to](code.md)`\n\n```\n[to](code.md)\n```\n", encoding="utf-8"
    )
    assert list(dead_links(page)) == dead
