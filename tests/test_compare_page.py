"""The page that compares in the reader's browser: a real browser, the real runtime, real documents."""

import io
import json
import shutil
import subprocess
import sys
import zipfile
from contextlib import contextmanager
from pathlib import Path

import pytest

import plantrack
from plantrack.browser.needed import LIBRARIES, needed_modules
from plantrack.browser.serving import served
from plantrack.corpus import find_corpus
from plantrack.errors import InputError
from plantrack.site import build_site

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: apt-get install chromium")
QUIET = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
ROOT = Path(__file__).parents[1]
MINSK = ROOT / "examples" / "minsk"
RIVER = ROOT / "examples" / "river"
DOCUMENTS = Path(__file__).parent / "documents"
WAIT = 90_000
"""Milliseconds; a busy machine of two cores is slow."""
HOSTILE = (
    "1. <script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\"> A keeps 5 boats\u202e.\n"
)


@pytest.fixture(scope="module")
def address():
    """A small site with the engine, served to this machine."""
    corpus = find_corpus(MINSK)
    try:
        with served(lambda folder: build_site(corpus, folder, with_engine=True)) as found:
            yield found
    except InputError as error:
        pytest.skip(f"the runtime for browsers is not at hand: {error}")


@pytest.fixture(scope="module")
def browser():
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def context(browser):
    made = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    yield made
    made.close()


@pytest.fixture(scope="module")
def ready(context, address):
    """The page with its engine started, and all that it asked of anybody since."""
    page = context.new_page()
    asked, said = [], []
    page.on("request", lambda request: request.url.startswith("blob:") or asked.append(request.url))  # of its own
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"{address}compare.html")
    says(page, "ready")
    asked.clear()
    page.asked, page.said = asked, said
    return page


@pytest.fixture
def page(ready):
    """That page with nothing put in; what it says on the console, or asks of anybody, fails the test."""
    ready.said.clear()
    ready.set_viewport_size({"width": 1280, "height": 900})
    yield ready
    assert ready.said == []
    assert ready.asked == []


def says(page, what):
    """Wait until the page says something, whatever its language."""
    page.locator(f"#engine-says[data-told={what}]").wait_for(timeout=WAIT)


@contextmanager
def answered(page):
    """Wait until what is done here is answered."""
    seen = int(page.get_attribute("#result", "data-answer") or 0)
    yield
    page.locator(f"#result[data-answer='{seen + 1}']").wait_for(timeout=WAIT)


def put_in(page, old, new):
    """Both papers as files, and wait for the answer."""
    for side in ("old", "new"):
        page.fill(f"#{side}-text", " ")
        page.fill(f"#{side}-text", "")
    page.set_input_files("#old-file", old)
    with answered(page):
        page.set_input_files("#new-file", new)


def text_file(name, text):
    return {"name": name, "mimeType": "text/plain", "buffer": text.encode()}


def saved(page, form):
    with page.expect_download() as waiting:
        page.click(f"[data-save={form}]")
    return Path(waiting.value.path()).read_bytes()


def by_command(folder, *arguments):
    done = subprocess.run(
        [sys.executable, "-m", "plantrack", *arguments], cwd=folder, capture_output=True, check=True, timeout=120
    )
    return done.stdout


def test_two_files_are_compared_and_nobody_is_asked_for_anything(page):
    put_in(page, RIVER / "old.md", RIVER / "new.md")
    assert page.locator("#body .map").count() == 1
    assert page.locator("#body ins").count() > 0
    assert page.evaluate("fetch('index.html').then(() => 'fetched', () => 'refused')") == "refused"
    page.said.clear()  # the browser tells of what it refused


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (RIVER / "old.md", RIVER / "new.md"),
        (DOCUMENTS / "paper-typed.docx", DOCUMENTS / "revised-numbered.docx"),
        (DOCUMENTS / "paper.odt", DOCUMENTS / "revised.rtf"),
    ],
    ids=["markdown", "word", "office"],
)
def test_the_json_is_what_the_command_line_gives_byte_for_byte(page, tmp_path, old, new):
    for path in (old, new):
        shutil.copy(path, tmp_path)
    put_in(page, old, new)
    assert saved(page, "json") == by_command(tmp_path, "diff", old.name, new.name, "--format", "json")


def test_pasted_texts_and_papers_of_the_site_are_compared_too(page):
    page.fill("#old-text", "1. A withdraws 5 boats within 30 days.\n")
    page.fill("#new-text", "1. A withdraws 7 boats within 30 days.\n")
    with answered(page):
        page.click("#compare")
    assert "5" in page.inner_text("#body del")
    refs = page.locator("#old-paper option").evaluate_all("all => all.map((one) => one.value)")
    assert len(refs) > 2
    page.select_option("#old-paper", refs[1])
    with answered(page):
        page.select_option("#new-paper", refs[2])
    assert page.locator("#body h1").count() == 1


def test_what_a_person_decides_is_kept_and_can_be_saved(page):
    put_in(
        page,
        text_file("a.md", "1. A sells boats.\n\n2. B rests.\n"),
        text_file("b.md", "1. A sells ships.\n\n2. B rests.\n"),
    )
    with answered(page):
        page.locator("#body section.point .overrule button").first.click()
    kept = saved(page, "yaml").decode()
    assert "read_same" in kept
    with answered(page):
        page.click("#forget")
    assert page.locator("#body section.point").count() == 1


def test_only_what_is_asked_for_is_shown(page):
    put_in(page, RIVER / "old.md", RIVER / "new.md")
    every = page.locator("#body section.point:visible").count()
    page.check("#filters input[value=figures]")
    some = page.locator("#body section.point:visible").count()
    page.uncheck("#filters input[value=figures]")
    assert 0 < some < every == page.locator("#body section.point:visible").count()


def test_every_silenced_difference_has_its_rule_one_click_away(page):
    put_in(
        page,
        text_file("a.md", "1. The parties shall cooperate.\n"),
        text_file("b.md", "1. The parties will co-operate.\n"),
    )
    page.click("#ledger-part > summary")
    rules = page.locator("#ledger .notes a")
    assert rules.count() > 0
    rules.first.click()
    assert page.locator("#ledger tr:target td").inner_text().endswith(".")


def test_a_redline_for_word_can_be_saved(page):
    put_in(page, RIVER / "old.md", RIVER / "new.md")
    with zipfile.ZipFile(io.BytesIO(saved(page, "docx"))) as archive:
        held = archive.read("word/document.xml").decode()
    assert "<w:ins " in held
    assert "<w:del " in held


def test_the_page_and_its_answer_speak_the_language_that_is_chosen(page):
    put_in(page, RIVER / "old.md", RIVER / "new.md")
    with answered(page):
        page.select_option("#language", "uk")
    assert page.inner_text("#compare") == "Порівняти"
    assert "Вилучено" in page.inner_text("#body .map")
    with answered(page):
        page.select_option("#language", "en")
    assert page.inner_text("#compare") == "Compare"


def test_a_hostile_text_is_shown_and_does_nothing(page):
    put_in(page, text_file("a.md", HOSTILE), text_file("<b>.md", HOSTILE.replace("5", "6")))
    assert page.title() != "taken"
    assert page.locator("#body img, #body script").count() == 0
    assert "\u202e" not in page.inner_text("#body")


def test_a_bomb_is_refused_with_a_sentence(page):
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<a>" + b" " * 70_000_000)
    held = {"name": "bomb.docx", "mimeType": "application/zip", "buffer": bomb.getvalue()}
    page.set_input_files("#old-file", held)
    page.set_input_files("#new-file", RIVER / "new.md")
    page.locator("#wrong li").first.wait_for(timeout=WAIT)
    assert "unpacks to too much" in page.inner_text("#wrong")


def test_long_work_can_be_stopped_and_the_next_question_is_answered(page):
    long = "\n\n".join(f"{n}. A gives {n} boats to B, and B gives {n} carts to A." for n in range(1, 4000))
    page.set_input_files("#old-file", text_file("long.md", long))
    page.set_input_files("#new-file", text_file("longer.md", long.replace("boats", "ships")))
    page.click("#stop")
    says(page, "ready")
    put_in(page, RIVER / "old.md", RIVER / "new.md")
    assert page.locator("#body .map").count() == 1


def test_axe_finds_nothing_serious_and_a_phone_need_not_scroll_sideways(page, browser, address):
    put_in(page, RIVER / "old.md", RIVER / "new.md")
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    held = page.locator("#tool").evaluate("one => one.outerHTML")
    context = browser.new_context(bypass_csp=True, java_script_enabled=True)
    read = context.new_page()
    read.route("**/compare.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    read.goto(f"{address}compare.html")
    read.evaluate("held => { document.getElementById('tool').outerHTML = held; }", held)
    for scheme in ("light", "dark"):
        read.emulate_media(color_scheme=scheme)
        found = axe.Axe().run(read, options={"resultTypes": ["violations"]}).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in ("serious", "critical")] == []
    context.close()


def test_from_a_folder_on_disk_the_page_says_how_to_serve_it(browser, tmp_path):
    from plantrack.browser.files import Engine
    from plantrack.browser.page import make_tool

    made = make_tool(Engine(files=(), lock="{}"), ())
    script = (ROOT / "src/plantrack/browser/static/compare.js").read_text(encoding="utf-8")
    (tmp_path / "compare.html").write_text(f"<body data-root=''>{made.tool}<script>{script}</script>", encoding="utf-8")
    context = browser.new_context()
    page = context.new_page()
    page.goto((tmp_path / "compare.html").as_uri())
    says(page, "from-disk")
    assert "python -m http.server" in page.inner_text("#engine-says")
    context.close()


def test_the_engine_holds_what_comparing_needs_and_no_more():
    modules = needed_modules()
    assert "plantrack.differences.papers" in modules
    assert not [name for name in modules if name.startswith(("plantrack.cli", "plantrack.site", "plantrack.citing"))]
    assert all(reason for reason in LIBRARIES.values())


def test_a_page_with_the_engine_weighs_less_than_eight_megabytes(ready):
    manifest = json.loads(ready.locator("#engine-files").text_content())
    assert sum(file["bytes"] for file in manifest["files"]) < 8_000_000
    assert all(file["integrity"].startswith("sha384-") for file in manifest["files"])


def test_the_function_and_the_command_bear_one_name():
    assert callable(plantrack.open_site)
