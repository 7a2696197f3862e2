"""The page of two texts in a real browser: no errors, phone width, both colour schemes, and what axe finds."""

import shutil

import pytest
from two_texts_samples import Sample, karsk, two_texts_as_page, unexplained

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: apt-get install chromium")
QUIET = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")


def endless():
    """Words without a space, numbers and names of any length."""
    word = "unbroken" * 60
    return Sample((f"{word}.md", word), (f"new-{word}.md", word)).pair(
        (None, f"{{a|{word}}} and {word}"), (f"12.{'a' * 30}", f"{{a|{word}x}} and {word}"), title=word, a=unexplained()
    )


@pytest.fixture(scope="module")
def browser():
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield opened
        opened.close()


@pytest.mark.parametrize("sample", [karsk, endless])
@pytest.mark.parametrize("width", [1280, 390])
def test_no_page_scrolls_sideways_and_nothing_is_blocked(sample, width, browser):
    page = browser.new_page(viewport={"width": width, "height": 900})
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.set_content(two_texts_as_page(sample().diff()))
    wide, seen = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    page.close()
    assert wide <= seen
    assert said == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing(scheme, width, browser):
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
    page.set_content(two_texts_as_page(karsk().diff()))
    found = axe.Axe().run(page)
    page.close()
    assert [(one["id"], one["nodes"][0]["html"]) for one in found.response["violations"]] == []


def test_marked_words_differ_by_more_than_colour(browser):
    page = browser.new_page()
    page.set_content(two_texts_as_page(karsk().diff()))
    lines = [
        page.eval_on_selector(one, "element => getComputedStyle(element).textDecorationLine") for one in ("del", "ins")
    ]
    page.close()
    assert lines == ["line-through", "underline"]
