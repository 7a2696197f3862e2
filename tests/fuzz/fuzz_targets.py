"""What any input must leave true: no exception but those that are meant, and the laws of the answer."""

import json
import sys
import time
from contextlib import chdir
from functools import lru_cache
from pathlib import Path
from tempfile import mkdtemp

from click.testing import CliRunner
from fuzz_inputs import NASTY, ROOT, SAMPLES, Choices

sys.path[:0] = [str(ROOT / "tests" / "laws"), str(ROOT / "tests")]
from ledger_checks import assert_accounted_for, compared, is_quiet  # noqa: E402 - beside the laws
from small_corpus import SmallCorpus  # noqa: E402 - in the folder above

from plantrack.cli import main  # noqa: E402 - as above
from plantrack.corpus import find_corpus  # noqa: E402
from plantrack.documents.formats import pdf_reading  # noqa: E402
from plantrack.documents.reading import read_document  # noqa: E402
from plantrack.errors import PlantrackError  # noqa: E402
from plantrack.importing import import_text  # noqa: E402
from plantrack.plain import printable  # noqa: E402
from plantrack.reading import documents as files  # noqa: E402
from plantrack.writing.documents import as_yaml  # noqa: E402

SECONDS = 10
"""Of a processor, which any of these small inputs may take."""


@lru_cache(maxsize=1)
def workplace():
    """A folder of its own, with a small corpus, in which the commands run."""
    root = Path(mkdtemp(prefix="plantrack-fuzz-"))
    small = SmallCorpus(root)
    small.source("page", ("cap", "outlet:herald", "named"))
    for date, number in (("2031-01", 5), ("2031-02", 6)):
        small.version(
            "lake", date, f"cap: {{summary: Arland pays {number} marks., number: '{number}', evidence: [page#cap]}}"
        )
    return root


def wordings(data):
    """Two wordings are compared, every difference is accounted for, and a wording against itself is quiet."""
    old, new = Choices(data).two_wordings()
    assert_accounted_for(old, new, compared(old, new))
    assert is_quiet(compared(old, old)), old


def _is_clear(error):
    """A refusal says what is wrong, each thing on a line of its own that commands no reader."""
    lines = [str(problem) for problem in error.problems]
    assert lines
    assert all(line and line == printable(line) and "\n" not in line for line in lines), lines


def documents(data):
    """A document of any format is read or refused; what is read and imported passes what is checked."""
    choices = Choices(data)
    name, content = choices.document()
    try:
        read_document(content, name)
    except PlantrackError as error:
        _is_clear(error)
        return
    path = workplace() / choices.one_of([name, f"{choices.one_of(NASTY).replace('/', '')}{name}"])
    path.write_bytes(content)
    try:
        made = import_text(path, plan="river", version="2031", corpus=find_corpus(workplace())).version
    except PlantrackError as error:
        _is_clear(error)
        return
    finally:
        path.unlink(missing_ok=True)
    again = files.read_version(as_yaml(made).encode(), file="x.yaml", plan="river", version="2031").value
    assert again == made


def pdf(data):
    """A damaged PDF is read or refused."""
    choices = Choices(data)
    try:
        pdf_reading.read(choices.damaged(choices.one_of([SAMPLES / "paper.pdf", SAMPLES / "revised.pdf"])), "x.pdf")
    except PlantrackError as error:
        _is_clear(error)


def records(data):
    """A file of a corpus is read or refused; what is read is written and read back the same."""
    path, text = Choices(data).record()
    try:
        value = _read(path, text)
    except PlantrackError as error:
        _is_clear(error)
        return
    assert _read(path, as_yaml(value)) == value


def _read(path, text):
    data, shown = text.encode("utf-8", "surrogatepass"), str(path)
    if path.name == "plan.yaml":
        return files.read_plan(data, file=shown, plan=path.parent.name).value
    if path.name == "actors.yaml":
        return files.read_actors(data, file=shown).value
    if path.name == "events.yaml":
        return files.read_events(data, file=shown).value
    if path.name == "lexicon.yaml":
        return files.read_lexicon(data, file=shown).value
    if path.parent.name == "positions":
        return files.read_positions(data, file=shown).value
    if path.parent.name == "seeds":
        return files.read_source(data, file=shown, source=path.stem).value
    return files.read_version(data, file=shown, plan=path.parent.name, version=path.stem).value


def papers(data):
    """Two documents are compared by the command in every form, and nothing that it prints commands a reader."""
    choices = Choices(data)
    lines = choices.paper()
    other = choices.edited(lines, lambda: choices.wording(12))
    old, new = workplace() / "old.md", workplace() / "new.md"
    old.write_text("\n\n".join(lines), encoding="utf-8", errors="replace")
    new.write_text("\n\n".join(other), encoding="utf-8", errors="replace")
    form = choices.one_of(["text", "json", "markdown", "html"])
    _run(
        [
            choices.one_of(["diff", "explain"] if form in ("text", "json") else ["diff"]),
            str(old),
            str(new),
            "--format",
            form,
        ]
    )


OPTIONS = [
    "--format", "-o", "--only", "--corpus", "--match", "--no-match", "--points", "--as", "--decisions", "--exit-code", "--fail-on", "--plan",
    "--version", "--date", "--newest", "--force", "--texts", "--brief", "--tracked", "--partial", "--drop", "--baseline", "--help", "--for",
    "--min-credibility", "--against", "--title", "--outlet", "--language", "--reanchor", "--id", "--tree", "--rules", "--amends", "--wide", "-h", "--",
]  # fmt: skip
VALUES = [
    "lake", "lake@2031-01", "lake@first", "lake~2031-05", "HEAD:lake", "river", "cap", "5", "6", "page", "page#cap", "text", "json", "csv", "html",
    "markdown", "old.md", "new.md", "-", "", ".", "..", "plans", "1=1", "=", "a=b=c", "2031", "2031-02-30", "2031-01/..", "0", "-1", "1e9", "arland",
    "outside", "revision", "numbers", "quantity", "quantity-raised", "*", "[", "(", "(a+)+$", "\ud800", "x" * 300, "@", "~", ":", "#", "lake:", "@first",
]  # fmt: skip
COMMANDS = [
    "diff", "show", "list", "check", "log", "trace", "compare", "positions", "timeline", "import", "cite", "report", "export", "kinds", "schema",
    "explain", "outline", "evidence", "help", "completion", "nothing",
]  # fmt: skip
GROUPS = [
    ["source", "add"],
    ["source", "set"],
    ["new", "plan"],
    ["new", "version"],
    ["new", "source"],
    ["new", "corpus"],
    ["site", "build"],
]


def options(data):
    """A command line of any words ends with 0, 1 or 2."""
    choices = Choices(data)
    words = list(choices.one_of(GROUPS)) if choices.below(8) == 7 else [choices.one_of(COMMANDS)]
    for _ in range(choices.below(6)):
        words.append(choices.one_of([VALUES, VALUES, OPTIONS, NASTY][choices.below(4)]))
    _run(words, command_line=True)


def _run(words, *, command_line=False):
    folder = workplace()
    for name in ("old.md", "new.md"):
        if command_line:  # another one may have written there
            (folder / name).write_text(f"1. Arland pays {len(name)} marks.\n")
    with chdir(folder):
        done = CliRunner().invoke(main, words, env={"PLANTRACK_CORPUS": str(folder)}, input="1. Arland pays.\n")
    assert done.exit_code in (0, 1, 2), (words, done.exit_code, done.stderr)
    assert done.exception is None or isinstance(done.exception, SystemExit), (words, done.exception)
    assert printable(done.stdout) == done.stdout, words
    assert printable(done.stderr) == done.stderr, words
    if done.exit_code == 0 and words[-2:] == ["--format", "json"] and "--help" not in words:
        json.loads(done.stdout)


TARGETS = {one.__name__: one for one in (wordings, records, documents, options, papers, pdf)}


def run(name, data):
    """One input through one target, in time."""
    begun = time.process_time()
    TARGETS[name](data)
    taken = time.process_time() - begun
    assert taken < SECONDS, f"{taken:.1f} seconds"
