"""Draws the pictures of the README anew: `python docs/screenshots.py`. Needs Chromium and the packages of `dev`."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

import plantrack
from plantrack.browser.serving import served
from plantrack.corpus import find_corpus
from plantrack.site import build_site

IMAGES = Path(__file__).parent / "images"
RIVER = Path(__file__).parents[1] / "examples" / "river"
WIDTH, HEIGHT = 1280, 860
QUIET = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]


def draw(page: Page, address: str, file: str, *, top: str | None = None) -> None:
    """Write the picture of a page, from an element on if one is named."""
    page.goto(address)
    if top is not None:
        page.evaluate("selector => scrollTo(0, document.querySelector(selector).offsetTop - 60)", top)
        page.wait_for_timeout(500)
    page.screenshot(path=IMAGES / file)
    if shutil.which("optipng"):
        subprocess.run(["optipng", "-quiet", "-o5", "-strip", "all", str(IMAGES / file)], check=True)  # noqa: S603, S607 - the system's own


def draw_comparison(page: Page, address: str, file: str) -> None:
    """Write the picture of two texts compared on the page that does it by itself."""
    page.goto(f"{address}compare.html")
    for side in ("old", "new"):
        page.set_input_files(f"#{side}-file", RIVER / f"{side}.md")
    page.locator("#engine-says[data-told=done]").wait_for(timeout=120_000)
    page.set_viewport_size({"width": WIDTH, "height": 1240})
    page.evaluate("scrollTo(0, 0)")
    page.screenshot(path=IMAGES / file)


def main() -> None:
    """Build the site of the packed corpus and draw two pages of it, and one that compares."""
    browser_path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as started:
        plantrack.site_build(Path(folder) / "site")
        root = (Path(folder) / "site").as_uri()
        browser = started.chromium.launch(executable_path=browser_path, args=QUIET)
        page = browser.new_page(
            viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light", reduced_motion="reduce"
        )
        draw(page, f"{root}/index.html", "site-overview.png")
        pair = f"{root}/pairs/28pt_2025-11-20__19pt_2025-11-23.html"
        draw(page, pair, "site-side-by-side.png", top="#point-ua-security-guarantees")
        corpus = find_corpus()
        with served(lambda into: build_site(corpus, into, with_engine=True)) as address:
            draw_comparison(page, address, "compare-in-the-browser.png")
        browser.close()


if __name__ == "__main__":
    main()
