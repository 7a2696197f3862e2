"""What may import what, what a module may be called, and what a plain diff may load."""

import subprocess
import sys
from pathlib import Path

import grimp
import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parents[1]
MODULES = sorted(
    path.relative_to(ROOT / "src").with_suffix("").as_posix().replace("/", ".").removesuffix(".__init__")
    for path in (ROOT / "src/plantrack").rglob("*.py")
)
COMMANDS = {
    "check", "cite", "compare", "diff", "export", "import_text", "kinds", "list", "log", "positions", "report",
    "schema", "show", "site_build", "source_add", "timeline", "trace",
}  # fmt: skip
LOADED_WHEN_USED = {
    "deepdiff", "importlib.metadata", "jinja2", "logging", "markdown_it", "dataclasses",
    "plantrack.differences.texts", "plantrack.facts.prose", "plantrack.language.lexicon",
}  # fmt: skip


def test_imports_point_down_and_every_module_has_a_layer(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    assert lint_imports(cache_dir=None, no_logo=True) == 0, capsys.readouterr().out


def test_only_the_command_line_imports_the_public_functions():
    graph = grimp.build_graph("plantrack", cache_dir=None)
    importers = graph.find_modules_that_directly_import("plantrack")
    assert {name for name in importers if not name.startswith(("plantrack.cli", "plantrack.__main__"))} == set()


@pytest.mark.parametrize("module", MODULES)
def test_no_module_hides_a_public_function(module):
    import plantrack

    public = COMMANDS | {name for name in getattr(plantrack, "__all__", ()) if name.islower()}
    assert module.split(".")[1:] not in [[name] for name in public]


def test_a_plain_diff_loads_nothing_it_does_not_need():
    program = (
        "import sys, plantrack.cli\n"
        "try: plantrack.cli.main(['diff', '28pt', '19pt'])\n"
        "except SystemExit: pass\n"
        f"print(sorted({LOADED_WHEN_USED!r} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert "28pt@" in done.stdout
    assert done.stderr.strip() == "[]"
