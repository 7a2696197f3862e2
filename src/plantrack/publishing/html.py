"""A report as one page of HTML: made from the Markdown, needs no script and nothing from elsewhere, prints well."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererHTML
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

_FOLDER = Path(__file__).parent / "templates"


def markdown_as_page(markdown: str) -> str:
    """A page of HTML from Markdown; HTML in the Markdown is shown, never obeyed.

    Args:
        markdown: A report. Its first heading becomes the title of the page.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    from markupsafe import Markup

    style = (_FOLDER / "report.css").read_text(encoding="utf-8")
    body, tokens = _rendered(markdown)
    return environment.get_template("report.html.j2").render(
        title=_title(tokens),
        style=Markup(style),  # noqa: S704 - our own file
        body=Markup(body),  # noqa: S704 - made by a renderer that escapes
    )


def markdown_as_html(markdown: str) -> str:
    """The body of such a page alone."""
    return _rendered(markdown)[0]


def _rendered(markdown: str) -> "tuple[str, Sequence[Token]]":
    """The body, and what it was made of: to read a long report takes longer than to write it."""
    parser, notes = _parser(), dict[str, Any]()
    tokens = parser.parse(markdown, notes)
    return str(parser.renderer.render(tokens, parser.options, notes)), tokens


def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt
    from mdit_py_plugins.anchors import anchors_plugin
    from mdit_py_plugins.footnote import footnote_plugin

    parser = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    parser.use(footnote_plugin, inline=False).use(anchors_plugin, max_level=3)
    parser.core.ruler.push("label_cells", _label_cells)
    for rule, made in _RULES.items():
        parser.add_render_rule(rule, made)
    return parser


def _fixed(html: str) -> Any:
    def render(_self: "RendererHTML", _tokens: "Sequence[Token]", _index: int, _options: Any, _env: Any) -> str:
        return html

    return render


def _caption(_self: "RendererHTML", tokens: "Sequence[Token]", index: int, _options: Any, _env: Any) -> str:
    """The number of a note, the same wherever it is called for."""
    return f"[{tokens[index].meta['id'] + 1}]"


def _label_cells(state: "StateCore") -> None:
    """Name in each cell of a table the head of its column: on a phone a row is shown as a card."""
    heads: list[str] = []
    column, in_head = 0, False
    for index, token in enumerate(state.tokens):
        if token.type in ("thead_open", "thead_close"):
            in_head = token.type == "thead_open"
            heads = [] if in_head else heads
        elif token.type == "tr_open":
            column = 0
        elif token.type == "th_open" and in_head:
            heads.append(state.tokens[index + 1].content)
        elif token.type == "td_open":
            token.attrSet("data-label", heads[column] if column < len(heads) else "")
            column += 1


_RULES: dict[str, Any] = {
    "s_open": _fixed("<del>"),
    "s_close": _fixed("</del>"),
    "table_open": _fixed('<div class="table" role="region" aria-label="Table" tabindex="0">\n<table>\n'),
    "table_close": _fixed("</table>\n</div>\n"),
    "footnote_caption": _caption,
    "footnote_block_open": _fixed('<section class="footnotes" aria-label="Footnotes">\n<ol>\n'),
    "footnote_block_close": _fixed("</ol>\n</section>\n"),
}


def _title(tokens: "Sequence[Token]") -> str:
    for index, token in enumerate(tokens):
        if token.type == "heading_open" and token.tag == "h1":
            children = tokens[index + 1].children or []
            return "".join(child.content for child in children if child.type in ("text", "text_special", "code_inline"))
    return "plantrack"
