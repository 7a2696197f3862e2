"""How Sphinx builds these pages into HTML: `make docs`. Every warning is an error there."""

import re
from typing import Any

from pygments.lexers.special import TextLexer
from sphinx.application import Sphinx

import plantrack

project = "plantrack"
copyright = "the authors of plantrack"  # noqa: A001 - Sphinx's own word
version = release = plantrack.__version__

extensions = ["myst_parser"]
nitpicky = True
myst_heading_anchors = 4  # the anchors that GitHub gives to headings, so that a link holds in both places
linkcheck_ignore = [".*"]  # `make docs-links` lists what leads out of the pages, and fetches nothing

html_theme = "furo"
html_title = "plantrack"
html_copy_source = False
html_show_sphinx = False

_PART = re.compile(r"^## (.+)$", re.MULTILINE)
_WIDE = re.compile(r'<pre\b|<div(?= class="table-wrapper)')
_PAGE = re.compile(r"^- \[[^\]]+\]\(([^)#]+)\.md\)", re.MULTILINE)


def add_contents(_app: Sphinx, name: str, source: list[str]) -> None:
    """Make the table of contents from the list on the front page: a page that is not listed there fails the build."""
    if name == "index":
        _, *parts = _PART.split(source[0])
        for title, body in zip(parts[::2], parts[1::2], strict=True):
            pages = "\n".join(_PAGE.findall(body))
            source[0] += f"\n```{{toctree}}\n:hidden:\n:caption: {title}\n\n{pages}\n```\n"


def add_roles(_app: Sphinx, _page: str, _template: str, context: dict[str, Any], _tree: object) -> None:
    """Let the keyboard scroll wide listings and tables, and give the parts of the contents their level as headings."""
    context["body"] = _WIDE.sub(r'\g<0> tabindex="0"', context.get("body", ""))
    contents = context.get("furo_navigation_tree", "")
    context["furo_navigation_tree"] = contents.replace('role="heading"', 'role="heading" aria-level="2"')


def setup(app: Sphinx) -> None:
    """What Sphinx calls before it builds."""
    app.connect("source-read", add_contents)
    app.connect("html-page-context", add_roles, priority=900)  # after the theme has made the contents
    app.add_lexer("gitattributes", TextLexer)
