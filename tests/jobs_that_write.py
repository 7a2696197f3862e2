"""Every command that writes, on a small corpus, for tests that stop it: what was typed before, and what is typed."""

from small_corpus import SmallCorpus

ARTICLE = (
    "Harbour cap gone\n\nPublished: 4 May 2031\n\nThe Herald\n\n"
    + "The cap of 4,000 sailors is no longer in the draft. " * 9
    + "They say that the court stays where it was.\n"
)
TEXT = "1. Arland pays 5 marks.\n\n2. Belmark keeps the pier open.\n"
HEAD = "text_basis: reported_only\nderived_from: [{version: lake@2031-05-01, relation: revises}]\n"

ADD = ["source", "add", "article.txt", "--id", "herald", "--title", "Cap gone", "--outlet", "herald",
       "--date", "2031-05-04", "--language", "en"]  # fmt: skip
CITE = ["cite", "herald", "the court stays", "--for", "lake@first#cap"]
JOBS = {
    "source add": ([], ADD),
    "source add --reanchor": ([ADD], ["source", "add", "anew.txt", "--id", "herald", "--reanchor"]),
    "source set": ([ADD], ["source", "set", "herald", "withdrawn"]),
    "check --reanchor": ([ADD, CITE], ["check", "--reanchor", "--texts", "saved"]),
    "new corpus": ([], ["new", "corpus", "fresh"]),
    "new plan": ([], ["new", "plan", "river"]),
    "new version": ([], ["new", "version", "lake", "2031-06-01"]),
    "new source": ([], ["new", "source", "herald-2031-06-02"]),
    "cite --add": ([ADD], ["cite", "herald", "the court stays", "--add"]),
    "cite --for": ([ADD], CITE),
    "cite --enter": ([ADD], ["cite", "herald", "the court stays", "--for", "lake#court", "--enter"]),
    "cite --wording": (
        [ADD],
        ["cite", "herald", "the court stays", "--for", "lake#court", "--wording", "in_text", "--enter"],
    ),
    "uncite": ([ADD, CITE], ["uncite", "herald#court-stays", "--for", "lake@first#cap"]),
    "uncite a record": ([ADD, [*CITE[:3], "--add"]], ["uncite", "herald#court-stays"]),
    "import": (
        [],
        ["import", "old.md", "--plan", "lake", "--version", "2031-07", "--newest", "-o", "corpus/plans/lake/2031-07.yaml"],
    ),
    "decisions --save": ([], ["diff", "old.md", "new.md", "--match", "2=1", "--decisions", "said.yaml", "--save"]),
    "export": ([], ["export", "--format", "json", "-o", "all.json"]),
    "report": ([], ["report", "lake@first", "lake", "-o", "report.md"]),
    "site build": ([], ["site", "build", "-o", "pages"]),
}  # fmt: skip


def start(folder):
    """A corpus, two documents and an article, for any of the jobs. The working folder is `folder`."""
    (folder / "corpus").mkdir(parents=True)
    small = SmallCorpus(folder / "corpus")
    small.source("page", ("cap", "outlet:herald", "named"))
    small.version(
        "lake",
        "2031-05-01",
        "cap: {summary: Capped., number: '1', evidence: [page#cap]}\ncourt: {summary: A court., number: '2', evidence: [page#cap]}",
    )
    small.version("lake", "2031-05-03", "cap: {claims: [{wording: removed, evidence: [page#cap]}]}", HEAD)
    anew = ARTICLE.replace("\n\nThe Herald", "\n\nBy our own writer\n\nThe Herald")
    (folder / "saved").mkdir()
    for name, text in {
        "article.txt": ARTICLE,
        "anew.txt": anew,
        "saved/herald.txt": anew,
        "old.md": TEXT,
        "new.md": TEXT.replace("5", "6"),
    }.items():
        (folder / name).write_text(text)


def state(folder):
    """What stands in the files of a folder, without what a stopped writer leaves for the next to take away."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".plantrack-" not in path.relative_to(folder).as_posix()
    }
