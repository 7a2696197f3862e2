"""The pages become HTML without a warning, and a page that leads nowhere does not."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
(FLAGS,) = re.findall(r"^SPHINX_FLAGS := (.*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
FRONT = "# Front\n\n## Part\n\n- [One](sub/one.md): the only page.\n"


def build(pages, target, builder="html"):
    command = [sys.executable, "-m", "sphinx", *FLAGS.split(), "-q", "-b", builder, pages, target]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture
def pages(tmp_path):
    """A front page and one page, built as the real ones are; writes the page."""
    (tmp_path / "pages" / "sub").mkdir(parents=True)
    shutil.copy(ROOT / "docs" / "conf.py", tmp_path / "pages")
    (tmp_path / "pages" / "index.md").write_text(FRONT, encoding="utf-8")

    def write(text):
        (tmp_path / "pages" / "sub" / "one.md").write_text(f"# One\n\n{text}\n", encoding="utf-8")
        return tmp_path / "pages"

    return write


def test_all_pages_are_built_without_a_warning_load_nothing_from_elsewhere_and_scroll_by_keyboard(tmp_path):
    done = build(ROOT / "docs", tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    built = {path.relative_to(tmp_path).with_suffix("") for path in tmp_path.rglob("*.html")}
    assert {path.relative_to(ROOT / "docs").with_suffix("") for path in (ROOT / "docs").rglob("*.md")} <= built
    loads = re.compile(r"<(?:script|link|img|iframe)[^>]+(?:src|href)=\"(?:https?:)?//[^\"]*")
    html = "".join(path.read_text(encoding="utf-8") for path in tmp_path.rglob("*.html"))
    assert loads.findall(html) == []
    wide = re.findall(r"<pre\b[^>]*|<div[^>]*table-wrapper[^>]*", html)
    assert wide
    assert [each for each in wide if 'tabindex="0"' not in each] == []
    assert 'role="heading">' not in html


def test_dead_links_and_anchors_fail_the_build_and_live_ones_do_not(pages, tmp_path):
    live = ["../index.md#part", "#one"]
    dead = ["gone.md", "../index.md#gone-part", "#gone-here", "gone.txt"]
    done = build(pages("\n".join(f"[to]({target})" for target in live + dead)), tmp_path / "built")
    assert done.returncode != 0
    assert re.findall(r"WARNING: .*'(.+)'", done.stderr) == [target.rpartition("#")[-1] for target in dead]


def test_a_page_that_the_front_page_does_not_list_fails_the_build(pages, tmp_path):
    folder = pages("Text.")
    (folder / "two.md").write_text("# Two\n", encoding="utf-8")
    done = build(folder, tmp_path / "built")
    assert done.returncode != 0
    assert "two.md" in done.stderr


def test_links_that_lead_out_are_listed_and_not_fetched(pages, tmp_path):
    done = build(pages("[out](https://nowhere.invalid/page)"), tmp_path / "built", builder="linkcheck")
    assert done.returncode == 0, done.stderr
    listed = (tmp_path / "built" / "output.json").read_text(encoding="utf-8")
    assert '"status": "ignored"' in listed
    assert "https://nowhere.invalid/page" in listed
