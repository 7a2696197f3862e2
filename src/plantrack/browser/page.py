"""The place on a page where two papers are put in, and where the answer comes."""

import json
from collections.abc import Sequence

from markupsafe import Markup

from plantrack.answers.two_texts_map import FIGURES, GONE, NEW, READ_BOTH, WHO
from plantrack.browser.files import Engine
from plantrack.documents.formats import MODULES
from plantrack.model import Version
from plantrack.value import value

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src blob:; connect-src 'self'; "
    "img-src data:; form-action 'self'; base-uri 'none'"
)
"""What the page may do until the engine is there; from then on a second policy lets it connect to nothing."""
FILTERS = {READ_BOTH: "read both", FIGURES: "figures and dates", WHO: "who", GONE: "gone", NEW: "new"}
"""What a reader can see alone: rows of the map."""
UNREADABLE = {".pdf": "PDF", ".doc": "old Word files"}
"""What has no reader in the browser, by suffix."""
READABLE = "Word (.docx), OpenDocument, rich text, web pages, Markdown, plain text"
WORDS = {
    "old": "earlier", "new": "later",
    "loading": "Fetching the engine", "ready": "Ready.", "comparing": "Comparing", "done": "Done.",
    "stopped": "stopped", "starting_again": "Stopped. Starting the engine again", "failed": "That did not work:",
    "have": "{name}", "missing": "Put in a paper here first.",
    "too_large": "{name} is larger than 50 MB.",
    "read_same": "I read both: they say the same", "no_match": "Not the same matter",
    "same_as_new": "Same matter as the later paper's", "same_as_old": "Same matter as the earlier paper's",
    "match": "Join", "sifted": "{count} shown", "nothing_decided": "You have decided nothing yet.",
    "from_disk": "Browsers run no engine from a folder on disk. Serve the folder, for example with "
    "\u201cpython -m http.server\u201d in it, and open http://localhost:8000/compare.html; "
    "or type \u201cplantrack open\u201d.",
}  # fmt: skip
"""What the script of the page says."""


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
    shown = environment.get_template("tool.html.j2").render(
        megabytes=f"{engine.size / 1_000_000:.1f}",
        accepted=",".join(suffix for suffix in MODULES if suffix not in UNREADABLE),
        readable=READABLE,
        unreadable=f"Not here: {' and '.join(UNREADABLE.values())}; the command line reads them.",
        known=[(version.ref, f"{version.title} ({version.ref})") for version in versions],
        filters=list(FILTERS.items()),
        manifest=Markup(_manifest(engine)),  # noqa: S704 - JSON in which no tag can stand
    )
    return Tool(tool=Markup(shown), policy=Markup(POLICY))  # noqa: S704 - made by a template that escapes; our own words


def _manifest(engine: Engine) -> str:
    """What the script needs to know, as JSON that may stand in HTML."""
    files = [
        {"name": one.name, "path": one.path, "integrity": one.integrity, "bytes": len(one.data)} for one in engine.files
    ]
    return json.dumps({"files": files, "lock": engine.lock, "words": WORDS}).replace("<", "\\u003c")
