"""The place on a page where two papers are put in, and where the answer comes."""

import json
from collections.abc import Mapping, Sequence

from markupsafe import Markup

from plantrack.answers.two_texts_map import FIGURES, GONE, NEW, READ_BOTH, WHO
from plantrack.browser.answering import SAVES
from plantrack.browser.files import Engine
from plantrack.catalogue import ENGLISH, languages, messages_in
from plantrack.documents.formats import MODULES
from plantrack.model import Version
from plantrack.value import value

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src blob:; connect-src 'self'; "
    "img-src data:; form-action 'self'; base-uri 'none'"
)
"""What the page may do until the engine is there; from then on a second policy lets it connect to nothing."""
FILTERS = (READ_BOTH, FIGURES, WHO, GONE, NEW)
"""What a reader can see alone: rows of the map."""
UNREADABLE = (".pdf", ".html", ".htm", ".xhtml", ".doc")
"""What has no reader in the browser: their libraries have no build for it here."""
_TONGUES = {"en": "English", "uk": "\u0423\u043a\u0440\u0430\u0457\u043d\u0441\u044c\u043a\u0430"}
"""What the speakers of a language call it."""
_PAGE = "page."


@value
class Tool:
    """The tool as the page shows it."""

    tool: Markup
    policy: Markup


def make_tool(engine: Engine, versions: Sequence[Version]) -> Tool:
    """The HTML of the tool.

    Args:
        engine: What the page fetches.
        versions: Papers that can be chosen.
    """
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("plantrack.browser"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    words = {tag: _words(tag, engine) for tag in languages()}
    shown = environment.get_template("tool.html.j2").render(
        words=words[ENGLISH],
        tongues=[(tag, _TONGUES.get(tag, tag)) for tag in languages()],
        accepted=",".join(suffix for suffix in MODULES if suffix not in UNREADABLE),
        known=[(version.ref, f"{version.title} ({version.ref})") for version in versions],
        filters=FILTERS,
        saves=list(SAVES),
        manifest=Markup(_manifest(engine, words)),  # noqa: S704 - JSON in which no tag can stand
    )
    return Tool(tool=Markup(shown), policy=Markup(POLICY))  # noqa: S704 - made by a template that escapes; our own words


def _words(tag: str, engine: Engine) -> Mapping[str, str]:
    """What the page says in a language; what stands in braces then is filled in by its script."""
    known = {"{megabytes}": f"{engine.size / 1_000_000:.1f}", "{others}": ", ".join(UNREADABLE)}
    words = {}
    for name, (form, *_) in messages_in(tag)[0].items():
        if name.startswith(_PAGE):
            for place, held in known.items():
                form = form.replace(place, held)  # noqa: PLW2901 - filled in step by step
            words[name.removeprefix(_PAGE)] = form
    return words


def _manifest(engine: Engine, words: Mapping[str, Mapping[str, str]]) -> str:
    """What the script needs to know, as JSON that may stand in HTML."""
    files = [
        {"name": one.name, "path": one.path, "integrity": one.integrity, "bytes": len(one.data)} for one in engine.files
    ]
    return json.dumps({"files": files, "lock": engine.lock, "words": words}).replace("<", "\\u003c")
