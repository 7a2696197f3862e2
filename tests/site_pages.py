"""What stands in the pages of a site, read without a browser."""

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from plantrack.corpus import find_corpus
from plantrack.site import build_site

ROOT = Path(__file__).parents[1]
MINSK = ROOT / "examples" / "minsk"
VOID = frozenset("area base br col embed hr img input link meta source track wbr circle path rect".split())


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
                or (parts.fragment and parts.fragment not in pages[found].ids)
            ):
                yield f"{name}: {link}"
