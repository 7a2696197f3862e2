"""Names in texts: who is named, in which form, and what is no name."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantrack.facts.names import find_names
from plantrack.language import names as language_names
from plantrack.language.definitions import find_definitions
from plantrack.language.names import Names
from plantrack.language.tokens import tokens_of
from plantrack.model import Actor

ACTORS = [
    Actor(id="KE", name="Kestria", adjective="Kestrian", kind="state"),
    Actor(id="UA", name="Ukraine", adjective="Ukrainian", kind="state", code="UA"),
    Actor(id="nato", name="NATO", aliases=("North Atlantic Treaty Organization", "the alliance"), kind="organisation"),
    Actor(id="willing", name="coalition of the willing", kind="collective"),
    Actor(id="putin", name="Putin", aliases=("Vladimir Putin",), kind="person"),
    Actor(id="times", name="Times", kind="outlet"),
    Actor(id="officials", name="Russian officials", aliases=("Moscow",), kind="group"),
]
COMMON = frozenset(
    "prisoners heavy weapons impact order special envoy joint monitoring commission fund social security".split()
)


def names_in(*texts, actors=(), is_common=None):
    """For each text the words of its names, with their canonical form and form."""
    tokens = [tokens_of(text) for text in texts]
    names = Names(actors, is_common).defining(tokens)
    return [
        [
            (" ".join(token.text for token in part[fact.first : fact.last]), *fact.value)
            for fact in find_names(part, names)
        ]
        for part in tokens
    ]


def canonical(*texts, **options):
    return [[name for _, name, _ in found] for found in names_in(*texts, **options)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the World Health Organization inspects wells", "the WHO inspects wells"),
        ("the International Committee of the Red Cross visits", "the ICRC visits"),
        ("the Organisation for Security and Cooperation in Europe", "the OSCE"),
        ("Turkey opens its border", "Türkiye opens its border"),
        ("from Kiev to Odessa", "from Kyiv to Odesa"),
        ("the US pays", "the United States of America pays"),
        ("the U.S. pays and the U.N. watches", "the US pays and the UN watches"),
        ("the Russian Federation", "Russia"),
        ("the Republic of Moldova", "Moldova"),
        ("the DPRK", "North Korea"),
        ("joining Nato", "joining NATO"),
        ("Lugansk and Zaporozhye", "Luhansk and Zaporizhzhia"),
        ("The Riverside Trade Union (RTU) agrees.", "The RTU agrees."),
        ("the Karsk Relief Corps works", "the KRC works"),
        ("The joint monitoring commission (JMC) meets.", "The JMC meets."),
        ("the Joint Commission meets", "the joint commission meets"),
    ],
)
def test_ways_to_write_one_name_are_one_name(one, other):
    first, second = canonical(one, other)
    assert first == second[-len(first) :] or set(first) == set(second)
    assert first


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Orrin Front leaves", "the Orrin Movement leaves"),
        ("the town of Luhansk", "the town of Lukansk"),
        ("the Republic of Korea", "the Democratic People's Republic of Korea"),
        ("the Republic of the Congo", "the Democratic Republic of the Congo"),
        ("Niger pays", "Nigeria pays"),
        ("Sudan pays", "South Sudan pays"),
        ("the Republic of China", "the People's Republic of China"),
        ("Guinea pays", "Guinea-Bissau pays"),
        ("Washington pays", "the United States pays"),
        ("the ICC decides", "the ICJ decides"),
        ("the OSCE watches", "the United Nations watches"),
        ("Georgia pays", "Latin Georgia pays"),
    ],
)
def test_different_names_differ(one, other):
    first, second = names_in(one, other)
    assert [found[1:] for found in first] != [found[1:] for found in second]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the Ukrainian Armed Forces leave", [("Ukrainian", "Ukraine", "adjective")]),
        ("the Government of Kestria agrees", [("Government of Kestria", "Kestria", "government")]),
        ("Kestria's government agrees", [("Kestria 's government", "Kestria", "government")]),
        ("the Kestrian side agrees", [("Kestrian side", "Kestria", "side")]),
        ("the Kestrian government agrees", [("Kestrian government", "Kestria", "government")]),
        ("the Republic of Kestria agrees", [("Republic of Kestria", "Kestria", "style")]),
        ("the Ukraine Contact Group meets", [("Ukraine Contact Group", "ukraine contact group", "")]),
        ("a Saudi-Yemeni border", [("Saudi", "Saudi Arabia", "adjective"), ("Yemeni", "Yemen", "adjective")]),
        ("a UN-led mission", [("UN", "United Nations", "")]),
        ("comparable to NATO Article 5", [("NATO", "NATO", "")]),
        ("the coalition of the willing leaves", [("coalition of the willing", "coalition of the willing", "")]),
        ("no military alliance and no times", []),
        ("we ask that Vladimir Putin comes", [("Vladimir Putin", "Putin", "")]),
        ("the town of Al-Fashir", [("Al - Fashir", "El Fasher", "")]),
        ("said Mohammed bin Rashid", [("Mohammed bin Rashid", "mohammed bin rashid", "")]),
        ("give us food", []),
        ("the Contracting Parties and the Depositary of this Agreement on 5 May", []),
        ("RIGHTS TO AND FROM THE SEA", []),
        ("Ceasefire and Withdrawal", []),
        ("Prisoners are freed.", []),
        ("in Moscow", [("Moscow", "Moscow", "capital")]),
        ("the Ukrainians of Kestria", [("Ukrainians", "Ukraine", "people"), ("Kestria", "Kestria", "")]),
    ],
)
def test_a_name_covers_its_words_and_tells_its_form(text, found):
    assert names_in(text, actors=ACTORS) == [found]


def test_a_word_with_a_capital_at_the_beginning_is_a_name_only_if_it_is_one_elsewhere():
    assert canonical("Orsa is free.", "Prisoners are free.") == [[], []]
    assert canonical("Orsa is free.", "Prisoners leave Orsa.") == [["orsa"], ["orsa"]]


def test_a_word_of_the_language_is_no_name_wherever_it_stands():
    is_common = COMMON.__contains__
    assert canonical("Prisoners reach Orsa. Orsa shall pay the Fund.", is_common=is_common) == [["orsa", "orsa"]]
    assert canonical("Heavy Weapons leave. Velmark pays.", is_common=is_common) == [["velmark"]]
    assert canonical("the Joint Monitoring Commission meets", is_common=is_common) == [["joint monitoring commission"]]


def test_the_adjective_of_a_name_that_a_text_prints_is_known():
    found = names_in("The army of Morova leaves.", "The Morovan army leaves with Arlandian ships; the Morovans stay.")
    assert found[1][0] == ("Morovan", "morova", "adjective")
    assert found[1][1][2] == ""
    assert found[1][2] == ("Morovans", "morova", "people")


@pytest.mark.parametrize(
    ("text", "definition"),
    [
        (
            "the International Atomic Energy Agency (hereinafter “the Agency”)",
            ("international atomic energy agency", "agency"),
        ),
        (
            "the Karsk Valley Commission (hereinafter referred to as the Commission)",
            ("karsk valley commission", "commission"),
        ),
        ("the Joint Verification Team (JVT) shall meet", ("joint verification team", "jvt")),
        ("the JVT (Joint Verification Team) shall meet", ("joint verification team", "jvt")),
        ('the Orrin Liberation Army, hereinafter "the Army", leaves', ("orrin liberation army", "army")),
        ("a ceasefire monitoring mechanism (CMM)", ("ceasefire monitoring mechanism", "cmm")),
        (
            "the Organization for Security and Co-operation in Karsk (OSCK)",
            ("organization for security and co - operation in karsk", "osck"),
        ),
        ("Part One (II) and (a) of the list (see Annex A)", None),
        ("Arland and Belmark (hereinafter “the Parties”)", None),
        ("withdraw (within 30 days) from Oss", None),
    ],
)
def test_short_names_are_read_where_a_text_defines_them(text, definition):
    found = [(" ".join(full), " ".join(short)) for full, short, _ in find_definitions(tokens_of(text))]
    assert found == ([definition] if definition else [])


def test_a_short_name_that_two_texts_define_in_two_ways_stands_for_neither():
    old = "The Orsa Water Board (hereinafter “the Board”) meets. The Board decides."
    new = "The Orsa Power Board (hereinafter “the Board”) meets. The Board decides."
    first, second = canonical(old, new)
    assert first[-1:] != ["orsa water board"]
    assert second[-1:] != ["orsa power board"]


def test_initials_of_two_names_stand_for_neither():
    texts = "the Orsa Relief Corps and the Orsa Rescue Corps meet", "the ORC meets"
    assert canonical(*texts)[1] == ["orc"]


def test_a_capital_only_may_stand_for_its_state():
    names = Names()
    assert names.may_stand_for("Moscow") == "Russia"
    assert names.may_stand_for("Odesa") is None


def test_the_actors_of_a_corpus_go_before_the_table():
    found = canonical("NATO and the North Atlantic Treaty Organisation", actors=ACTORS)
    assert found == [["NATO", "NATO"]]
    assert canonical("the Ukrainians", actors=ACTORS) == [["Ukraine"]]


def test_each_name_of_the_table_is_the_name_of_one():
    table = Path(language_names.__file__).with_name("data") / "states.tsv"
    rows = [line.split("\t") for line in table.read_text(encoding="utf-8").splitlines()[1:]]
    assert {len(row) for row in rows} == {7}
    seen = {}
    for name, *cells, code in rows:
        for one in [name, *(part for cell in cells[1:] for part in cell.split(";") if part)]:
            assert seen.setdefault(one, name) == name, one
        assert not code or (len(code) == 2 and code.isupper())
    states = [row for row in rows if row[1] == "state"]
    assert len(states) == len({row[6] for row in states}) == 195


def test_every_name_of_the_table_is_found_as_itself():
    table = Path(language_names.__file__).with_name("data") / "states.tsv"
    for line in table.read_text(encoding="utf-8").splitlines()[1:]:
        name, _, aliases, *_ = line.split("\t")
        for one in [name, *(alias for alias in aliases.split(";") if alias)]:
            assert canonical(f"we ask {one} to pay") == [[name]], one


WORDS = st.sampled_from(
    """Arland arland Arlandian US us the The of Government government Republic ( ) , . hereinafter “ ” - Joint Commission
    JC JMC Monitoring bin Al 's side May 5 F-16 (a) and for United Nations G8 1. shall""".split()
)


@given(st.lists(st.lists(WORDS, max_size=30), max_size=3))
def test_any_soup_is_read_in_order_without_overlap(texts):
    tokens = [tokens_of(" ".join(words)) for words in texts]
    names = Names(ACTORS).defining(tokens)
    for part in tokens:
        place = 0
        for fact in find_names(part, names):
            assert place <= fact.first < fact.last <= len(part)
            place = fact.last


@given(st.text(max_size=200))
def test_any_text_is_read(text):
    tokens = tokens_of(text)
    assert find_names(tokens, Names().defining([tokens])) is not None


class Counted(list):
    """A list that counts how often its members are read."""

    reads = 0

    def __getitem__(self, key):
        found = super().__getitem__(key)
        self.reads += len(found) if isinstance(key, slice) else 1
        return found


@pytest.mark.parametrize(
    "words",
    [
        "Arland Front ",
        "Government of ",
        "(hereinafter Arland ",
        "JMC (",
        "Al-Arland bin ",
        "of the Joint ",
        "Co-",
        "A. ",
    ],
)
def test_the_work_of_reading_grows_with_the_length_of_a_text(words):
    def work(times):
        tokens = Counted(tokens_of("see " + words * times + "here"))
        find_names(tokens, Names().defining([tokens]))
        return tokens.reads

    assert work(400) < 4.3 * work(100)
