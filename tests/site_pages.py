"""Sites to look at, and what stands in their pages, read without a browser."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from synthetic_corpus import make_corpus

from plantrack.corpus import find_corpus
from plantrack.site import build_site

ROOT = Path(__file__).parents[1]
MINSK = ROOT / "examples" / "minsk"
VOID = frozenset("area base br col embed hr img input link meta source track wbr circle path rect".split())

HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)>{{ 7*7 }}</title>'
TURNED = "abc\u202edef\u2066"
HEBREW = "\u05e9\u05dc\u05d5\u05dd"


class Read(HTMLParser):
    """One page: its elements, anchors, links and words."""

    def __init__(self, path):
        super().__init__(convert_charrefs=True)
        self.path = path
        self.elements, self.ids, self.links, self.headings, self.words = [], [], [], [], []
        self.quotes, self.open = [], []
        self.feed(path.read_text(encoding="utf-8"))
        self.close()

    def handle_starttag(self, tag, attributes):
        held = dict(attributes)
        self.elements.append((tag, held))
        if "id" in held:
            self.ids.append(held["id"])
        self.links += [held[name] for name in ("href", "src", "action") if held.get(name)]
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)
        if tag == "q":
            self.quotes.append("")

    def handle_endtag(self, tag):
        if tag not in VOID:
            assert self.open.pop() == tag, f"{self.path}: </{tag}> closes nothing"

    def handle_data(self, data):
        if self.open and self.open[-1] == "q":
            self.quotes[-1] += data
        if "code" not in self.open:
            self.words.append(data)

    @property
    def text(self):
        """The words that people see, identifiers set as code left out."""
        return " ".join(" ".join(self.words).split())


def build(folder, corpus=None, **options):
    return build_site(find_corpus(corpus), folder, **options)


def read_pages(folder):
    return {path.relative_to(folder).as_posix(): Read(path) for path in sorted(folder.rglob("*.html"))}


def dead_links(folder, pages):
    """Links of pages that lead nowhere, or to an anchor that is not there."""
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    anchors = {name: frozenset(page.ids) for name, page in pages.items()}
    for name, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme in ("http", "https", "data"):
                continue
            target = (Path("/") / name).parent / unquote(parts.path) if parts.path else Path("/") / name
            found = re.sub(r"[^/]+/\.\./", "", str(target.as_posix()).lstrip("/"))
            if (
                parts.scheme
                or parts.netloc
                or link.startswith("/")
                or found not in files
                or (parts.fragment and parts.fragment not in anchors[found])
            ):
                yield f"{name}: {link}"


def hostile_corpus(folder):
    """A corpus of which every free text is an attack."""
    words = json.dumps(HOSTILE + TURNED)
    (folder / "plans/p").mkdir(parents=True)
    (folder / "seeds").mkdir()
    (folder / "plans/positions").mkdir()
    (folder / "plans/actors.yaml").write_text(
        f"schema: plantrack/1\nactors:\n  'a\"><b': {{name: {words}, aliases: [{words}], kind: state}}\n"
        f"  con: {{name: {HEBREW}, kind: state}}\n  post: {{name: {words}, kind: outlet}}\n"
    )
    (folder / "plans/p/plan.yaml").write_text(
        f"schema: plantrack/1\ntitle: {words}\naliases: [{words}]\nsummary: {words}\nnotes: {words}\n"
    )
    for version, figure in (("2031-01-01", 5), ("2031-02-01", 7)):
        (folder / f"plans/p/{version}.yaml").write_text(
            f"schema: plantrack/1\nplan: p\nversion: {version}\ndate: {version}\ntitle: {words}\nsummary: {words}\n"
            f"notes: {words}\ntext_basis: full_text\nparties: [{{actor: 'a\"><b', role: author, evidence: [s#one]}}]\n"
            f"provisions:\n  con:\n    number: '1'\n    label: {words}\n    summary: {words}\n    notes: {words}\n"
            f'    text: {words[:-1]} {figure} \\u05d0"\n    evidence: [{{passage: s#one, note: {words}}}]\n'
            f"    terms:\n      t: {{bearer: 'a\"><b', action: {words}, object: {words},"
            f" quantity: {{operator: lteq, value: {figure}, unit: {words}}}}}\n"
        )
    (folder / "seeds/s.yaml").write_text(
        f"schema: plantrack/1\ntitle: {words}\ncontainer-title: {words}\nnotes: {words}\noutlet: outlet:post\n"
        f"URL: https://example.org/?a=1&b=2\ntext: {{sha256: {'0' * 64}, characters: 99}}\npassages:\n"
        f"  one: {{says: {words}, notes: {words}, quote: {{exact: {words}}}, position: {{start: 0, end: 9}},"
        f" chain: [outlet:post]}}\n"
    )
    (folder / "plans/positions/a.yaml").write_text(
        f"schema: plantrack/1\nactor: 'a\"><b'\npositions:\n  con: {{date: 2031-01-01, provision: con, stance: proposes,"
        f" summary: {words}, notes: {words}, evidence: [s#one]}}\n"
        f"  gone: {{date: 2031-01-01, provision: nowhere, label: {words}, stance: rejects, summary: {words},"
        f" evidence: [s#one]}}\n"
    )


class Sites:
    """A site of the corpus, of another conflict, of a hostile one, and of one with more papers than pairs are made for.

    Each is built and read once in a session, when a test first asks for it; no test writes to one.
    """

    def __init__(self, folder):
        self.folder = folder
        self.built, self._pages = {}, {}
        self.raised = None
        """In how many steps of the many papers a figure was raised."""

    def of(self, name):
        """The folder of a site."""
        if name not in self.built:
            self._make(name)
            self.built[name] = build(self.folder / name, self.corpus(name))
        return self.folder / name

    def __getitem__(self, name):
        """The folder of a site, and its pages."""
        folder = self.of(name)
        if name not in self._pages:
            self._pages[name] = read_pages(folder)
        return folder, self._pages[name]

    def corpus(self, name):
        """The folder of the corpus of a site; None is the one that is found from here."""
        return {"own": None, "minsk": MINSK}.get(name, self.folder / f"{name}-corpus")

    def _make(self, name):
        if name == "hostile":
            hostile_corpus(self.corpus(name))
        elif name == "many":
            self.raised = make_corpus(self.corpus(name), plans=6, versions=5, points=8).raised
