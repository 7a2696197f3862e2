"""How Sphinx builds these pages into HTML: `make docs`. Every warning is an error there."""

import re

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
_PAGE = re.compile(r"^- \[[^\]]+\]\(([^)#]+)\.md\)", re.MULTILINE)


def add_contents(_app: Sphinx, name: str, source: list[str]) -> None:
    """Make the table of contents from the list on the front page: a page that is not listed there fails the build."""
    if name == "index":
        _, *parts = _PART.split(source[0])
        for title, body in zip(parts[::2], parts[1::2], strict=True):
            pages = "\n".join(_PAGE.findall(body))
            source[0] += f"\n```{{toctree}}\n:hidden:\n:caption: {title}\n\n{pages}\n```\n"


def setup(app: Sphinx) -> None:
    """What Sphinx calls before it builds."""
    app.connect("source-read", add_contents)
    app.add_lexer("gitattributes", TextLexer)
