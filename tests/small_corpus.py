"""A corpus of an invented conflict, written by a test as it needs it."""

from pathlib import Path

from plantrack.corpus import find_corpus, resolve
from plantrack.differences.papers import compare_papers

ACTORS = """\
schema: plantrack/1
actors:
  arland: {name: Arland, adjective: Arlandic, kind: state}
  veldia: {name: Veldia, adjective: Veldian, kind: state}
  herald: {name: The Herald, kind: outlet}
  post: {name: The Post, kind: outlet}
  wire: {name: Wire, kind: outlet}
  dorn: {name: Dorn, kind: person, of: arland}
  keller: {name: Keller, kind: person, of: veldia}
  arlandic-officials: {name: Arlandic officials, kind: group, of: arland}
  leaked-text: {name: the leaked text, kind: doc}
"""

PLAN = "schema: plantrack/1\ntitle: {title}\n"

SOURCE = """\
schema: plantrack/1
title: {title}
outlet: outlet:{outlet}
issued: {issued}
passages:
{passages}"""

PASSAGE = "  {id}: {{says: It is said., chain: [{chain}], reach: {reach}}}\n"


class SmallCorpus:
    """Files of a corpus below a folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        (root / "plans").mkdir()
        (root / "seeds").mkdir()
        (root / "plans" / "actors.yaml").write_text(ACTORS)

    def version(self, plan: str, version: str, provisions: str, head: str = "") -> None:
        """Write a version; `provisions` is YAML without indentation."""
        folder = self.root / "plans" / plan
        folder.mkdir(exist_ok=True)
        (folder / "plan.yaml").write_text(PLAN.format(title=plan))
        body = "".join(f"  {line}\n" for line in provisions.strip("\n").splitlines())
        text = f"schema: plantrack/1\nplan: {plan}\nversion: {version}\ndate: {version}\ntitle: {plan}\n{head}provisions:\n{body}"
        (folder / f"{version}.yaml").write_text(text)

    def source(
        self, source: str, *passages: tuple[str, str, str], outlet: str = "herald", issued: str = "2031-05-02"
    ) -> None:
        """Write a source; a passage is its id, its chain and its reach."""
        written = "".join(PASSAGE.format(id=one, chain=chain, reach=reach) for one, chain, reach in passages)
        text = SOURCE.format(title=source, outlet=outlet, issued=issued, passages=written)
        (self.root / "seeds" / f"{source}.yaml").write_text(text)

    def compare(self, old: str, new: str):
        """The two papers compared."""
        corpus = find_corpus(self.root)
        return compare_papers(resolve(old, corpus), resolve(new, corpus))

    def diff(self, old: str, new: str):
        """Their diff."""
        return self.compare(old, new).diff
