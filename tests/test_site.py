"""The pages of a site: whole, linked, neutral, the same every time, and deaf to what a corpus might whisper."""

import hashlib
import itertools
import json
import re
import shutil
from collections import Counter
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from site_pages import HOSTILE, MINSK, build, dead_links, read_pages

from plantrack.answers.entries import arrange
from plantrack.answers.tied import tied_sentences
from plantrack.cli import main
from plantrack.corpus import Paper, find_corpus
from plantrack.differences.history import plan_history
from plantrack.differences.papers import compare_papers
from plantrack.differences.related import MOST, chosen_pairs
from plantrack.errors import OutputError, UsageError
from plantrack.model import Descent, Version
from plantrack.site.contents import Contents
from plantrack.site.links import named_pages, safe_name, web_address
from plantrack.site.side_by_side import beside_of, rows_of
from plantrack.site.steps import Steps
from plantrack.site.svg_family import NARROW, WIDE, family_picture

NAMES = ("own", "minsk", "hostile", "many")


@pytest.mark.parametrize("name", NAMES)
def test_every_link_leads_to_a_page_and_an_anchor_that_are_there(sites, name):
    folder, pages = sites[name]
    assert len(pages) > 15
    assert [*dead_links(folder, pages)] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_page_has_one_heading_of_the_first_order_and_skips_none(sites, name):
    for path, page in sites[name][1].items():
        assert page.headings.count(1) == 1, path
        assert all(later <= earlier + 1 for earlier, later in zip(page.headings, page.headings[1:], strict=False)), path
        assert page.open == [], path
        assert [one for one, count in Counter(page.ids).items() if count > 1] == [], path


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_inline_and_nothing_is_loaded_from_elsewhere(sites, name):
    for path, page in sites[name][1].items():
        depth = "../" * path.count("/")
        scripts = {"site.js", "search.js"} if path == "search.html" else {"site.js"}
        assert [held["src"] for tag, held in page.elements if tag == "script"] == [
            f"{depth}assets/{script}" for script in sorted(scripts, reverse=True)
        ], path
        assert {tag for tag, _ in page.elements} & {"style", "img", "iframe", "object", "embed", "base"} == set(), path
        for tag, held in page.elements:
            assert not [key for key in held if key.startswith("on") or key == "style"], (path, tag)
            loads = held.get("href", "") if tag == "link" else held.get("src", "")
            assert loads == "data:," or not re.match(r"[a-z]+:|//", loads), (path, tag)
            if tag == "a" and ":" in held["href"]:
                assert re.match("https?://", held["href"]), path
        policy = next(held["content"] for tag, held in page.elements if held.get("http-equiv"))
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy


def test_the_words_of_a_hostile_corpus_stay_words(sites):
    folder, pages = sites["hostile"]
    shown = [path for path, page in pages.items() if HOSTILE in page.text]
    assert len(shown) >= 10
    for path, page in pages.items():
        raw = page.path.read_text(encoding="utf-8")
        assert not re.search("[\u202a-\u202e\u2066-\u2069]", raw), path
        assert "abc\\u202edef\\u2066" in raw or HOSTILE not in page.text, path
        assert "49" not in page.text.replace(HOSTILE, ""), path
    entries = entries_of(folder)
    assert any(HOSTILE in title for _, title, *_ in entries)
    assert all(re.fullmatch(r"[a-z0-9_./#-]+", address) for _, _, _, address, _ in entries)


def test_no_file_bears_a_name_that_any_system_reserves(sites):
    folder, pages = sites["hostile"]
    assert not (folder / "points/con.html").exists()
    assert all(re.fullmatch(r"[a-z0-9._-]+", part) for path in pages for part in path.split("/"))


@given(
    st.lists(st.text(min_size=1), max_size=8, unique=True) | st.just(["con", "con.a", "A", "a", "a~b", "a-b", "x" * 99])
)
def test_safe_names_are_safe_and_never_shared(names):
    found = [safe_name(name) for name in names]
    assert len({one.casefold() for one in found}) == len(names)
    assert all(re.fullmatch(r"[a-z0-9]+(?:[-.][a-z0-9]+)*", one) and len(one) <= 90 for one in found)


NAMES_OF_ACTORS = st.dictionaries(
    st.text(min_size=1, max_size=5), st.sampled_from(["Ann", "ann", "\u00c4nn", "Bo", "", "...", "ann-9f1"]), max_size=6
)


@given(NAMES_OF_ACTORS, st.data())
def test_a_further_actor_moves_no_page_of_one_before_it_and_shares_none(names, data):
    pages = named_pages("actors", names)
    assert len(set(pages.values())) == len(names)
    last = max(names, default="")
    later = {**names, last + "z": data.draw(st.sampled_from(["Ann", "Bo", "Cy"]))}
    assert {one: page for one, page in named_pages("actors", later).items() if one in names} == pages


def test_the_first_of_those_called_alike_has_the_plain_name():
    pages = named_pages("actors", {"b": "Ann", "a": "\u00c4nn", "c": "Bo"})
    assert (pages["a"], pages["c"]) == ("actors/ann.html", "actors/bo.html")
    assert re.fullmatch(r"actors/ann-b-[0-9a-f]{8}\.html", pages["b"])


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "//elsewhere", "http:", "file:///etc", "a b", None,
     "https://[", " https://a", "https://a\nb"],
)  # fmt: skip
def test_only_addresses_of_the_web_become_links(address):
    assert web_address(address) is None


def test_an_address_of_the_web_stays_as_it_is():
    assert web_address("https://example.org/a?b=c#d") == "https://example.org/a?b=c#d"


def contents_of(folder):
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("name", ["minsk", "hostile"])
def test_the_same_corpus_gives_the_same_bytes(sites, tmp_path, name):
    folder = sites.of(name)
    build(tmp_path / "again", sites.corpus(name))
    assert contents_of(tmp_path / "again") == contents_of(folder)


def test_a_quotation_has_at_most_twelve_words(sites):
    quotes = [quote for page in sites["own"][1].values() for quote in page.quotes]
    assert quotes
    assert max(len(quote.split()) for quote in quotes) <= 12


def test_codes_of_countries_are_printed_nowhere(sites):
    actors = find_corpus().actors.values()
    codes = {actor.code for actor in actors if actor.code} - {"US"}
    assert {"UA", "RU"} <= codes
    names = re.compile("|".join(re.escape(actor.name) for actor in actors))
    for path, page in sites["own"][1].items():
        assert not re.search(rf"\b({'|'.join(codes)})\b", names.sub("", page.text)), path


def test_every_point_paper_source_and_pair_has_its_page(sites):
    corpus, (_, pages) = find_corpus(), sites["own"]
    versions = [version for plan_id in corpus.plan_ids for version in corpus.versions(plan_id)]
    points = {provision_id for version in versions for provision_id in version.provisions}
    assert {f"points/{one}.html" for one in points} <= pages.keys()
    assert {f"sources/{one}.html" for one in corpus.source_ids} <= pages.keys()
    assert sum(path.startswith("versions/") for path in pages) == len(versions)
    assert sum(path.startswith("pairs/") for path in pages) == len(versions) * (len(versions) - 1) // 2


def test_every_passage_has_an_anchor_and_every_statement_on_it_is_told(sites):
    corpus, (_, pages) = find_corpus(), sites["own"]
    for source_id in corpus.source_ids:
        ids = set(pages[f"sources/{source_id}.html"].ids)
        assert {f"passage-{one}" for one in corpus.source(source_id).passages} <= ids


def papers():
    corpus = find_corpus()
    versions = [version for plan_id in corpus.plan_ids for version in corpus.versions(plan_id)]
    return [Paper(asked=version.ref, ref=version.ref, version=version, corpus=corpus) for version in versions]


def test_side_by_side_every_point_stands_once_and_every_change_is_shown():
    listed = papers()
    for step in (0, 1, -1, 5):
        for old, new in zip(listed, [*listed[step:], *listed[:step]], strict=True):
            compared = compare_papers(old, new)
            rows = rows_of(compared, arrange(compared))
            for side, version in (("old", old.version), ("new", new.version)):
                shown = Counter(point.provision.id for row in rows for point in getattr(row, side))
                assert shown == Counter(version.provisions.keys())
            beside = beside_of(compared, arrange(compared))
            first = [one.change.fingerprint for row in (*rows, *beside) for one in row.changes if one.is_first]
            assert sorted(first) == sorted({change.fingerprint for change in compared.diff.changes})


def test_a_change_keeps_its_address_on_the_page_of_its_pair(sites):
    old, new = (next(paper for paper in papers() if paper.ref.startswith(plan)) for plan in ("28pt", "19pt"))
    ids = set(sites["own"][1]["pairs/28pt_2025-11-20__19pt_2025-11-23.html"].ids)
    changes = compare_papers(old, new).diff.changes
    assert changes
    assert {f"change-{change.fingerprint}" for change in changes} <= ids


def test_of_points_that_hang_on_others_a_page_says_what_the_report_says(sites):
    old, new = (next(paper for paper in papers() if paper.ref.startswith(plan)) for plan in ("28pt", "19pt"))
    compared = compare_papers(old, new)
    sentences = tied_sentences(compared, arrange(compared))
    assert any(sentence.endswith("on which reports differed.") for sentence in sentences)
    text = sites["own"][1]["pairs/28pt_2025-11-20__19pt_2025-11-23.html"].text
    assert all(sentence in text for sentence in sentences)
    assert not any("another point" in page.text for page in sites["own"][1].values())


def chain(count, plans=1):
    return [
        Version(
            schema="plantrack/1", plan=f"p{n % plans}", version=f"v{n}", date=f"20{n // 12:02}-{n % 12 + 1:02}", title=f"V {n}",
            derived_from=(Descent(version=f"p{(n - plans) % plans}@v{n - plans}", relation="revises"),) if n >= plans else (),
        )
        for n in range(count)
    ]  # fmt: skip


def test_of_few_papers_every_pair_is_made_and_of_many_the_related_ones():
    families = {f"p{n}": "p0" for n in range(9)}
    few, many = chain(20), chain(200, plans=8)
    assert len(chosen_pairs(few, families)) == 190
    pairs = chosen_pairs(many, families)
    assert len(chosen_pairs(many, families, "all")) > MOST
    assert len(pairs) < 3 * len(many)
    assert {(d.version, v.ref) for v in many for d in v.derived_from} <= set(pairs)
    place = {version.ref: index for index, version in enumerate(many)}
    assert all(place[old] < place[new] for old, new in pairs)
    with pytest.raises(UsageError):
        chosen_pairs(few, families, "some")


def test_a_paper_is_held_against_the_same_one_on_pages_as_by_the_log():
    corpus = find_corpus()
    shown = Steps(Contents(corpus)).by_ref
    told = {step.version.ref: step for plan_id in corpus.plan_ids for step in plan_history(plan_id, corpus).steps}
    assert shown.keys() == told.keys()
    for ref, step in shown.items():
        assert (step.against and step.against.ref, step.relation) == (told[ref].against, told[ref].relation)


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_in_the_picture_papers_stand_by_date_and_words_inside_the_frame(width):
    versions = sorted(chain(40, plans=5), key=lambda version: version.date)
    picture = family_picture(versions, width)
    heights = [node.y for node in picture.nodes]
    assert heights == sorted(heights)
    assert len(picture.edges) == sum(len(version.derived_from) for version in versions)
    assert all(0 < node.x < node.text_x < width and node.y < picture.height for node in picture.nodes)


def children(count):
    """A first paper, so many plans that come from it within a year, and a second paper of each a year later."""

    def paper(plan, day, origin):
        return Version(
            schema="plantrack/1", plan=plan, version=day, date=day, title=f"Draft of {plan} for the lake and its shores",
            derived_from=(Descent(version=origin, relation="revises"),) if origin else (),
        )  # fmt: skip

    first = paper("first", "2020-01-01", None)
    plans = [paper(f"plan-{n}", f"2021-{n // 28 % 12 + 1:02}-{n % 28 + 1:02}", first.ref) for n in range(count)]
    return [first, *plans, *(paper(one.plan, f"2022{one.date[4:]}", one.ref) for one in plans)]


@pytest.mark.parametrize("count", [7, 40, 200])
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_the_picture_holds_however_many_papers_come_from_one(width, count):
    picture = family_picture(children(count), width)
    assert len(picture.edges) == 2 * count
    assert all(0 < node.x < node.text_x < width * 0.8 and node.y < picture.height for node in picture.nodes)
    lanes = sorted({node.x for node in picture.nodes})
    assert all(right - left >= 16 for left, right in itertools.pairwise(lanes))  # no two circles overlap
    assert picture.crowded == (count > (18 if width == WIDE else 8))
    assert picture.height < 150 * len(picture.nodes)


def test_the_pages_of_many_papers_tell_each_figure_that_was_raised(sites):
    folder, pages = sites["many"]
    built = sites.built["many"]
    assert built.pairs < built.all_pairs
    steps = [f"pairs/{plan}_v{n}__{plan}_v{n + 1}.html" for plan in (f"plan-{p}" for p in range(6)) for n in range(4)]
    assert sum(pages[step].text.count("a figure raised") for step in steps) == sites.raised
    assert "--pairs all" in (folder / "compare.html").read_text()


@pytest.mark.parametrize("plan", [None, "schema: plantrack/1\ntitle: A plan without versions\n"])
def test_of_a_corpus_that_holds_nothing_yet_every_page_is_there(tmp_path, plan):
    corpus = tmp_path / "corpus"
    (corpus / "plans/p").mkdir(parents=True)
    (corpus / "seeds").mkdir()
    if plan is not None:
        (corpus / "plans/p/plan.yaml").write_text(plan)
    build(tmp_path / "site", corpus)
    pages = read_pages(tmp_path / "site")
    assert len(pages) == 11 + (plan is not None)
    assert [*dead_links(tmp_path / "site", pages)] == []


@pytest.fixture(scope="module")
def person(tmp_path_factory):
    """The site of a corpus in which a person, who is of a state, wants something."""
    folder = tmp_path_factory.mktemp("person")
    for name in ("corpus/plans/p", "corpus/plans/positions", "corpus/seeds"):
        (folder / name).mkdir(parents=True)
    (folder / "corpus/plans/actors.yaml").write_text(
        "schema: plantrack/1\nactors:\n  RU: {name: Russia, kind: state}\n"
        "  lavrov: {name: Sergey Lavrov, kind: person, of: RU}\n"
    )
    (folder / "corpus/plans/p/plan.yaml").write_text("schema: plantrack/1\ntitle: A plan\n")
    (folder / "corpus/plans/p/2031-01-01.yaml").write_text(
        "schema: plantrack/1\nplan: p\nversion: 2031-01-01\ndate: 2031-01-01\ntitle: First\ntext_basis: full_text\n"
        "provisions:\n  ports: {label: Ports, topics: [ceasefire], summary: Ports are opened., text: The harbours shall be unbarred.}\n"
    )
    (folder / "corpus/plans/positions/lavrov.yaml").write_text(
        "schema: plantrack/1\nactor: lavrov\npositions:\n  open-ports: {date: 2031-01-02, provision: ports,"
        " stance: rejects, summary: Ports stay shut, evidence: [s#one]}\n"
    )
    (folder / "corpus/plans/events.yaml").write_text(
        "schema: plantrack/1\nevents:\n  talks: {date: 2031-01-03, title: Talks by night, place: Lagos,"
        " participants: [lavrov], versions: [p@2031-01-01], evidence: [s#one]}\n"
    )
    (folder / "corpus/seeds/s.yaml").write_text(
        "schema: plantrack/1\ntitle: News\nissued: 2031-01-04\npassages:\n  one: {says: So he said}\n"
    )
    build(folder / "site", folder / "corpus")
    return folder / "site"


def test_the_position_of_a_person_stands_on_the_timeline_by_the_name_of_the_person(person):
    page = read_pages(person)["timeline.html"]
    assert "Sergey Lavrov" in page.text
    assert "Ports stay shut" in page.text
    assert "actors/sergey-lavrov.html#position-open-ports" in page.links
    assert [*dead_links(person, read_pages(person))] == []


def entries_of(folder):
    script = (folder / "assets/search-index.js").read_text(encoding="ascii")
    index = json.loads(script.removeprefix("self.plantrackIndex=").removesuffix(";\n"))
    return [(index["kinds"][kind], *rest) for kind, *rest in index["entries"]]


ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.mark.parametrize("name", NAMES)
def test_the_feed_has_every_paper_under_an_id_of_its_own_the_newest_first(sites, name):
    folder, pages = sites[name]
    root = ET.fromstring((folder / "feed.xml").read_bytes())
    assert [root.find(f"{ATOM}{needed}") is not None for needed in ("id", "title", "updated", "author")] == [True] * 4
    entries = root.findall(f"{ATOM}entry")
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    addresses = {entry.find(f"{ATOM}link").get("href") for entry in entries}
    assert addresses == {path for path in pages if path.startswith("versions/")}
    assert len({*ids}) == len(ids) == len(addresses)
    assert all(re.fullmatch(r"urn:plantrack:version:[\w.%@~-]+", one) for one in ids)
    days = [entry.findtext(f"{ATOM}updated") for entry in entries]
    assert days == sorted(days, reverse=True)
    assert root.findtext(f"{ATOM}updated") == days[0]
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", day) for day in days)
    assert all(entry.findtext(f"{ATOM}title") and entry.findtext(f"{ATOM}summary") for entry in entries)


def test_search_finds_every_event_and_position_where_it_stands(sites):
    corpus, (folder, pages) = find_corpus(), sites["own"]
    found = {(kind, address) for kind, _, _, address, _ in entries_of(folder)}
    events = {("Event", f"timeline.html#event-{event.id}") for event in corpus.events()}
    positions = [address for kind, address in found if kind == "Position"]
    assert events
    assert events <= found
    assert len(positions) == sum(len(file.positions) for file in corpus.positions())
    for _, address in found:
        path, _, anchor = address.partition("#")
        assert not anchor or anchor in pages[path].ids, address


def test_search_finds_a_point_by_its_wording_though_it_has_a_summary(person):
    (point,) = (entry for entry in entries_of(person) if entry[0] == "Point")
    assert point[2] == "Ports are opened."
    assert "harbours shall be unbarred" in point[4]


def test_one_point_of_a_topic_is_no_points(person):
    assert "1 point" in [said for kind, _, said, *_ in entries_of(person) if kind == "Topic"]


def test_the_command_writes_a_site_and_says_where(tmp_path):
    runner = CliRunner()
    done = runner.invoke(
        main, ["site", "build", "-o", str(tmp_path / "site"), "--corpus", str(MINSK), "--title", "Minsk"]
    )
    assert done.exit_code == 0, done.output
    assert str(tmp_path / "site" / "index.html") in done.output
    assert "Minsk" in (tmp_path / "site/index.html").read_text()
    (tmp_path / "other").mkdir()
    (tmp_path / "other/mine.txt").write_text("mine")
    refused = runner.invoke(main, ["site", "build", "-o", str(tmp_path / "other"), "--corpus", str(MINSK)])
    assert refused.exit_code == 2
    assert "files of others" in refused.output
    assert [path.name for path in (tmp_path / "other").iterdir()] == ["mine.txt"]


def test_names_of_any_length_are_names_of_files(tmp_path):
    corpus = tmp_path / "corpus"
    (corpus / "seeds").mkdir(parents=True)
    for plan in ("a" * 90, "b" * 90):
        (corpus / "plans" / plan).mkdir(parents=True)
        (corpus / "plans" / plan / "plan.yaml").write_text("schema: plantrack/1\ntitle: x\n")
        version = "v" * 90
        head = f"schema: plantrack/1\nplan: {plan}\nversion: {version}\ndate: 2031-05-01\ntitle: x\n"
        text = f"{head}publication: leaked\ntext_basis: full_text\nprovisions:\n  {'p' * 230}: {{text: A.}}\n"
        (corpus / "plans" / plan / f"{version}.yaml").write_text(text)
    build(tmp_path / "site", corpus)
    pages = read_pages(tmp_path / "site")
    assert len([path for path in pages if path.startswith("pairs/")]) == 1
    assert [*dead_links(tmp_path / "site", pages)] == []


@pytest.mark.parametrize("place", [".", "plans", "plans/site", "seeds/texts/site", "plans/minsk-1", "../link/plans/x"])
def test_no_site_is_written_among_the_files_of_a_corpus(tmp_path, place):
    corpus = tmp_path / "corpus"
    shutil.copytree(MINSK, corpus)
    (tmp_path / "link").symlink_to(corpus)
    (corpus / ".plantrack-site").write_text('{"files": {"plans/actors.yaml": "x"}}')
    before = sorted(corpus.rglob("*"))
    with pytest.raises(OutputError, match="a folder of the corpus itself"):
        build(corpus / place, corpus)
    assert sorted(corpus.rglob("*")) == before
