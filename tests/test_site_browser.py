"""The pages in a real browser: no errors, nothing blocked, search, filters, phone width, and what axe finds."""

import functools
import http.server
import shutil
import threading

import pytest
from site_pages import MINSK, build

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: apt-get install chromium")
QUIET = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
PAGES = {
    "overview": "index.html",
    "papers": "papers.html",
    "plan": "plans/28pt.html",
    "version": "versions/19pt_2025-11-23.html",
    "point": "points/ua-armed-forces-cap.html",
    "source": "sources/gb-news-2025-11-26.html",
    "sources": "sources.html",
    "actor": "actors/russia.html",
    "actors": "actors.html",
    "pair": "pairs/28pt_2025-11-20__19pt_2025-11-23.html",
    "compare": "compare.html",
    "matrix": "matrix.html",
    "timeline": "timeline.html",
    "topics": "topics.html",
    "topic": "topics/territory.html",
    "search": "search.html?q=forces",
    "reading": "reading.html",
    "about": "about.html",
}
SMALL_PAGES = {
    "overview": "index.html",
    "papers": "papers.html",
    "plan": "plans/minsk-2.html",
    "version": "versions/minsk-2_2015-02-12.html",
    "point": "points/ceasefire.html",
    "source": "sources/minsk-package-2015-02-12.html",
    "sources": "sources.html",
    "actor": "actors/ukraine.html",
    "actors": "actors.html",
    "pair": "pairs/minsk-1_2014-09-05__minsk-2_2015-02-12.html",
    "compare": "compare.html",
    "matrix": "matrix.html",
    "timeline": "timeline.html",
    "topics": "topics.html",
    "topic": "topics/ceasefire.html",
    "search": "search.html?q=ceasefire",
    "reading": "reading.html",
    "about": "about.html",
}
"""A page of each kind of a small site, which axe reads fast."""
SERIOUS = ("serious", "critical")


@pytest.fixture(scope="module")
def browser():
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield opened
        opened.close()


@pytest.fixture
def site(sites):
    return sites.of("own")


@pytest.fixture
def page(browser):
    """A page at desk width; what it says on the console, and what was blocked, fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    said = []
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.on("requestfailed", lambda request: said.append(f"failed: {request.url}"))
    yield opened
    context.close()
    assert said == []


def address(site, name):
    return f"{site.as_uri()}/{PAGES[name]}"


@pytest.fixture
def small(sites):
    return sites.of("minsk")


@pytest.fixture(scope="module")
def read_by_axe(browser):
    """A page into which axe may be put, which the policy of the site forbids."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, bypass_csp=True)
    yield context.new_page()
    context.close()


def serious(page, scheme, options):
    page.emulate_media(color_scheme=scheme)
    found = axe.Axe().run(page, options={"resultTypes": ["violations"], **options}).response["violations"]
    return [
        (each["id"], [node["html"][:120] for node in each["nodes"][:3]]) for each in found if each["impact"] in SERIOUS
    ]


@pytest.mark.parametrize("name", SMALL_PAGES)
def test_axe_finds_nothing_serious_by_day_or_night(small, read_by_axe, name):
    read_by_axe.goto(f"{small.as_uri()}/{SMALL_PAGES[name]}")
    if name == "search":
        read_by_axe.wait_for_selector("#results a")
    assert serious(read_by_axe, "light", {}) == []
    assert serious(read_by_axe, "dark", {"runOnly": {"type": "rule", "values": ["color-contrast"]}}) == []


def test_axe_finds_nothing_serious_where_reports_differ(site, read_by_axe):
    read_by_axe.goto(address(site, "version"))
    assert serious(read_by_axe, "dark", {}) == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_from_disk_without_a_word_on_the_console_and_fits_a_phone(site, page, name):
    page.goto(address(site, name))
    if name == "search":
        page.wait_for_selector("#results a")
    assert page.evaluate("getComputedStyle(document.querySelector('.skip')).position") == "absolute"
    assert page.evaluate("document.fonts.size") == 0
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.evaluate("scrollTo(500, 0), scrollX") == 0


def test_a_wide_table_scrolls_in_a_region_of_its_own_that_the_keyboard_reaches(site, page):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{site.as_uri()}/matrices/20pt.html")
    region = page.get_by_role("region", name="The matrix")
    region.focus()
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('.scroll').scrollLeft > 0")


def test_both_sides_of_a_pair_scroll_together(site, page):
    page.goto(address(site, "pair"))
    sides = "[...document.querySelectorAll('.row .pair')].map(pair => [...pair.children].map(side => side.getBoundingClientRect().top))"
    before = page.evaluate(sides)
    assert len(before) > 40
    page.mouse.move(300, 600)
    page.mouse.wheel(0, 1500)
    page.wait_for_function("scrollY > 1000")
    page.wait_for_timeout(300)
    after = page.evaluate(sides)
    moved = {round(old[0] - new[0]) for old, new in zip(before, after, strict=True)}
    assert len(moved) == 1
    assert all(abs(old - new) < 1 for old, new in (*before, *after))
    heads = page.locator(".side-heads").bounding_box()
    assert -1 <= heads["y"] <= 1


def test_a_passage_is_one_click_away_and_leads_to_its_source(site, page):
    page.goto(address(site, "pair"))
    row = page.locator("#point-ua-armed-forces-cap")
    link = row.locator(".new details a").first
    assert not link.is_visible()
    row.locator(".new summary").first.click()
    assert link.is_visible()
    link.click()
    page.wait_for_url("**/sources/*.html#passage-*")
    assert page.locator(":target").count() == 1


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("armed forces 600,000", "points/ua-armed-forces-cap.html"),
        ("turkiye", "actors/"),
        ("GENEVA dr", "versions/19pt_2025-11-23.html"),
        ("kyslytsya presidents", "sources/belga-ft-2025-11-24.html#passage-"),
        ("armed forces 600000", "points/ua-armed-forces-cap.html"),
        ("armed forces 600 000", "points/ua-armed-forces-cap.html"),
        ("amnetsy", "points/amnesty"),
        ("amnesy", "points/amnesty"),
    ],
)
def test_search_finds_without_a_server_and_at_once(site, page, words, first):
    page.goto(f"{site.as_uri()}/search.html")
    page.fill("#q", words)
    page.wait_for_selector("#results a")
    found = page.eval_on_selector_all("#results a", "links => links.map(link => link.getAttribute('href'))")
    assert any(link.startswith(first) for link in found[:3]), found[:5]
    assert page.locator("#found").inner_text().endswith("found.")


def test_search_finds_a_name_in_its_other_spelling(site, page):
    page.goto(f"{site.as_uri()}/search.html")
    page.wait_for_function("index")
    asked = "words => search(words).map(({ place }) => place).sort().join()"
    for known, *others in (("Kyiv", "Kiev"), ("Zelensky", "Zelenskyy", "Zelenskiy")):
        assert page.evaluate(asked, known)
        assert {page.evaluate(asked, other) for other in others} == {page.evaluate(asked, known)}
    assert page.evaluate("[isSlip('kyiv', 'kiv'), isSlip('form', 'from'), isSlip('form', 'farms'), isSlip('a', 'bc')]") == [
        True, True, False, False,
    ]  # fmt: skip


def test_ten_thousand_entries_are_searched_within_a_tenth_of_a_second(site, page):
    page.goto(address(site, "search"))
    page.wait_for_selector("#results a")
    taken = page.evaluate(
        """() => {
            const { kinds, entries } = self.plantrackIndex;
            index = prepared({ kinds, entries: Array.from({ length: 10000 }, (_, place) => entries[place % entries.length]) });
            return ["forces", "a", "the draft", "nosuchword", "amnetsy", "zelenskiy kiev"].map(words => {
                box.value = words;
                const start = performance.now();
                answer();
                return performance.now() - start;
            });
        }"""
    )
    assert max(taken) < 100


def test_search_says_when_it_finds_nothing(site, page):
    page.goto(f"{site.as_uri()}/index.html")
    page.fill("#q", "nosuchwordanywhere")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=*")
    page.wait_for_function("document.querySelector('#found').textContent")
    assert page.locator("#found").inner_text().startswith("Nothing")


def test_the_matrix_is_filtered_by_topic_plan_and_difference(site, page):
    page.goto(f"{site.as_uri()}/matrices/19pt.html")
    rows = page.locator(".matrix tbody tr:visible")
    columns = page.locator(".matrix thead th:visible")
    every, papers = rows.count(), columns.count()
    page.select_option("#by-topic", "ceasefire")
    assert 0 < rows.count() < every
    page.select_option("#by-plan", "28pt")
    assert columns.count() == 2 < papers
    page.select_option("#by-topic", "")
    page.check("#only-differs")
    assert 0 < rows.count() < every


def test_two_papers_are_chosen_in_any_order(site, page):
    page.goto(address(site, "compare"))
    page.select_option("#pick-old", "19pt@2025-11-23")
    page.select_option("#pick-new", "28pt@2025-11-20")
    page.locator(".pick .answer a").click()
    page.wait_for_url("**/pairs/28pt_2025-11-20__19pt_2025-11-23.html")


def test_only_points_that_changed_are_left(site, page):
    page.goto(address(site, "pair"))
    rows = page.locator(".row:visible")
    every = rows.count()
    page.check("#only-changes")
    assert 0 < rows.count() < every


def test_the_keyboard_skips_to_the_text_and_sees_where_it_is(site, page):
    page.goto(address(site, "overview"))
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    assert skip.evaluate("link => link === document.activeElement && link.getBoundingClientRect().left >= 0")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_without_javascript_everything_but_search_and_filters_is_there(site, small, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{small.as_uri()}/matrix.html")
    assert not page.locator("#by-topic").is_visible()
    assert page.locator(".matrix tbody tr").first.is_visible()
    page.goto(address(site, "pair"))
    page.locator("#point-ua-armed-forces-cap summary").first.click()
    assert page.locator("#point-ua-armed-forces-cap details li").first.is_visible()
    page.goto(f"{site.as_uri()}/search.html")
    assert page.get_by_text("Search needs JavaScript").is_visible()
    page.goto(address(site, "compare"))
    assert not page.locator(".pick").is_visible()
    context.close()


class Silent(http.server.SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *_arguments):
        pass


def test_a_site_works_below_any_path_of_a_server(tmp_path, page):
    build(tmp_path / "deep" / "er" / "site", MINSK)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Silent, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        page.goto(f"http://127.0.0.1:{server.server_port}/deep/er/site/")
        page.get_by_role("link", name="Matrix").click()
        page.locator(".matrix tbody th a").first.click()
        page.wait_for_url("**/deep/er/site/points/*.html")
        page.fill("#q", "ceasefire")
        page.keyboard.press("Enter")
        page.wait_for_selector("#results a")
    finally:
        server.shutdown()
        server.server_close()
