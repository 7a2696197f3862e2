"""Closed-class words: what says the same, and what must not be taken for the same."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantrack.language import closed_words
from plantrack.language.closed_words import CLASSES, closed_phrases, is_closed, phrase_at, scale_of
from plantrack.language.tokens import tokens_of

DIFFER = """
all | some ; all | most ; all | any ; all | each ; all | both ; all | not all ; some | most ; some | several ; some | any ; any | every ; any | any other
both | either ; both | neither ; either | neither ; few | a few ; many | most ; only | also ; only | alone ; only | not only ; only | merely
each | together ; each | one of ; none | all ; none | some ; no one | everyone ; at least one | one of ; not all | none ; part of | the whole of ; all | all other
with | without ; to | from ; in | out ; in | into ; into | out of ; from | of ; within | beyond ; within | outside ; in | within ; in | outside ; by | for ; by | of ; by | with
for | against ; on | off ; over | under ; above | below ; up | down ; under | without ; at | near ; between | among ; towards | from ; through | along ; inside | outside
across | along ; under | below ; in | near ; with | against ; on behalf of | against ; in favour of | against ; on | at
and | or ; and | and/or ; or | and/or ; or | nor ; and | but ; because | although ; because | so that ; therefore | nevertheless
if | unless ; if | only if ; if | even if ; if | if and only if ; if | whether ; if | where ; if | when ; if | until ; if | in case ; if | as long as ; unless | until
unless | unless and until ; only if | even if ; provided that | unless ; subject to | contingent on ; subject to | notwithstanding ; in the case of | in case of
in any case | in no case ; regardless of | subject to ; as if | if ; only after | after ; only when | when
until | once ; until | after ; until | before ; until | as of ; until | pending ; when | whenever ; when | once ; when | while ; when | until ; before | after ; before | during
during | after ; during | throughout ; since | until ; as soon as | as soon as possible ; immediately | promptly ; immediately | without delay ; immediately | as soon as possible
permanently | temporarily ; permanently | indefinitely ; temporarily | provisionally ; already | not yet ; still | no longer ; never | always ; first | last ; now | later
simultaneously | thereafter ; before | ahead of ; as of | as from ; as of | as at ; as from | until ; regularly | sometimes ; always | often ; henceforth | thereafter
except | including ; including | excluding ; including | such as ; except | apart from ; except | besides ; in addition to | instead of ; except | in addition to
including | including but not limited to ; namely | for example ; including | namely ; except | notwithstanding ; without prejudice to | notwithstanding ; among | among them
at least | at most ; at least | up to ; at least | more than ; at most | less than ; more than | less than ; exactly | approximately ; no later than | no earlier than
not | never ; not | no longer ; not | not yet ; no | not all ; no longer | not yet ; neither | both ; under no circumstances | under any circumstances ; no | any
due to | as a result of ; in accordance with | contrary to ; in accordance with | in violation of ; in accordance with | under ; regarding | against ; regarding | on
in order to | with a view to ; by means of | by way of ; in exchange for | in response to ; on behalf of | in the name of ; together with | instead of
with the consent of | without the consent of ; in the presence of | in the absence of ; as to | so as to ; per | by ; than | as ; based on | on the basis of
a | the ; this | that ; these | those ; the former | the latter ; the same | another ; such | the ; the | the said ; own | other ; the following | the said
he | she ; it | they ; its | their ; his | its ; we | you ; each other | themselves ; who | which ; who | whose ; here | there ; therein | herein
is | was ; is | be ; has | had ; does | did ; shall | may ; shall | should ; must | may ; will | would ; may | might ; can | could ; will | won't ; can't | won't
in principle | in practice ; fully | in part ; fully | mainly ; where possible | where necessary ; where possible | where appropriate ; de facto | de jure ; jointly | separately
jointly | jointly and severally ; directly | indirectly ; directly | directly or indirectly ; as far as possible | to the maximum extent possible ; generally | exceptionally
unilaterally | by mutual agreement ; by consensus | by mutual agreement ; individually or collectively | collectively ; at its discretion | at its sole discretion
"""
SAME = """
if | in the event that ; if | in the event of ; in case of | in the event of ; provided that | on condition that ; if | provided that
unless | except if ; unless | except in the event of ; only if | only on condition that ; contingent upon | conditional on ; contingent on | contingent upon
whether or not | regardless of whether ; regardless of | irrespective of ; insofar as | to the extent that ; save where | except where
before | prior to ; after | subsequent to ; until | till ; until | until such time as ; during | in the course of ; while | whilst ; as from | with effect from
immediately | at once ; simultaneously | at the same time ; permanently | for good ; permanently | in perpetuity ; temporarily | on a temporary basis
always | at all times ; thereafter | afterwards ; henceforth | from now on ; never | at no time ; no longer | not any longer ; regularly | on a regular basis
except | except for ; except | other than ; except | with the exception of ; except | save for ; excluding | exclusive of ; notwithstanding | despite ; despite | in spite of
namely | that is to say ; for example | for instance ; in particular | especially ; inter alia | among other things ; instead of | in lieu of
regarding | concerning ; regarding | with regard to ; concerning | with respect to ; regarding | in relation to
in accordance with | pursuant to ; in order to | so as to ; in exchange for | in return for
in addition to | besides ; together with | along with ; in violation of | in breach of ; in view of | in the light of ; towards | toward ; among | amongst ; on | upon
and | & ; and | as well as ; although | though ; therefore | consequently ; so that | in order that ; in addition | additionally ; nevertheless | nonetheless
all | all of ; each | every ; each | each and every ; most | a majority of ; only | solely ; only | exclusively ; at least one | one or more ; almost all | nearly all
at least | not less than ; at most | no more than ; no later than | not later than ; less than | fewer than ; more than | in excess of ; approximately | roughly
a | an ; is | are ; has | have ; does | do ; each other | one another ; who | whom ; he or she | she or he ; everyone | everybody ; isn't | aren't
fully | completely ; fully | in full ; in part | partially ; mutually | reciprocally ; where possible | if possible ; by mutual agreement | by common consent
as far as possible | to the extent possible ; whatsoever | of any kind ; separately | individually ; voluntarily | on a voluntary basis ; also | as well
under no circumstances | in no circumstances ; in no case | in no event ; no one | nobody
"""


def pairs(table: str) -> list[tuple[str, str]]:
    found = []
    for pair in table.replace("\n", ";").split(";"):
        if pair.strip():
            one, other = pair.split("|")
            found.append((one.strip(), other.strip()))
    return found


def said(text: str) -> list[tuple[str, str]]:
    """Class and value of each phrase of a text."""
    tokens = tokens_of(text)
    found, place = [], 0
    while place < len(tokens):
        phrase = phrase_at(tokens, place)
        assert phrase is not None, f"{tokens[place].low} in {text} is in no closed class"
        found.append((phrase.cls, phrase.value))
        place = phrase.last
    return found


@pytest.mark.parametrize(("one", "other"), pairs(DIFFER))
def test_phrases_that_change_a_text_differ(one, other):
    assert said(one) != said(other)


@pytest.mark.parametrize(("one", "other"), pairs(SAME))
def test_phrases_that_say_the_same_are_the_same(one, other):
    assert said(one) == said(other)


def test_the_tables_are_as_long_as_they_should_be():
    assert len(pairs(DIFFER)) >= 160
    assert len(pairs(SAME)) >= 80


def test_every_phrase_is_read_as_its_own_row_says():
    for phrase, cls, value in closed_phrases():
        assert said(phrase) == [(cls, value)], phrase


def test_no_phrase_stands_twice_and_every_class_is_known():
    rows = closed_phrases()
    assert [phrase for phrase, count in Counter(phrase for phrase, _, _ in rows).items() if count > 1] == []
    assert {cls for _, cls, _ in rows} == set(CLASSES)


def test_every_row_says_where_it_was_seen():
    table = Path(closed_words.__file__).with_name("data") / "closed.tsv"
    for line in table.read_text(encoding="utf-8").splitlines():
        assert len(line.split("\t")) == 6, line
        assert line.split("\t")[-1].strip(), line


def test_the_longest_phrase_is_read():
    tokens = tokens_of("not later than")
    assert phrase_at(tokens, 0) == (3, "bound", "no_later_than", None)
    assert phrase_at(tokens_of("except in the event of war"), 0).value == "unless"


@pytest.mark.parametrize(
    ("text", "whole"),
    [("no troops at all.", True), ("at all crossings", False), ("withdraw in full", True), ("in full compliance", False),
     ("after that, they leave", True), ("after that date", False), ("shall apply as well", True), ("as well equipped", False)],
)  # fmt: skip
def test_a_phrase_that_ends_a_clause_is_none_before_the_word_it_belongs_to(text, whole):
    tokens = tokens_of(text)
    found = [phrase_at(tokens, place) for place in range(len(tokens))]
    assert any(phrase and phrase.last - place > 1 for place, phrase in enumerate(found)) is whole


def test_initials_are_no_pronouns():
    assert phrase_at(tokens_of("The US shall go"), 1) is None
    assert phrase_at(tokens_of("The WHO inspects"), 1) is None
    assert phrase_at(tokens_of("THOSE WHO STAY"), 1).value == "who"
    assert phrase_at(tokens_of("with us"), 1).value == "us"


def test_quantifiers_stand_on_a_scale():
    scale = [scale_of("quantifier", value) for value in ("a_few", "some", "many", "most", "almost_all", "all")]
    assert scale == sorted(set(scale))
    assert scale_of("negation", "none") < scale[0]
    assert scale_of("quantifier", "only") is None


def test_words_of_content_are_in_no_closed_class():
    words = "treaty withdraw guarantee ceasefire event condition right party army exchange consent support".split()
    assert not any(map(is_closed, words))


@given(st.lists(st.sampled_from([*[row[0] for row in closed_phrases()], "war", ".", "-", "7", "Oss"]), max_size=30))
def test_any_soup_is_read_to_its_end(words):
    tokens = tokens_of(" ".join(words))
    place = 0
    while place < len(tokens):
        phrase = phrase_at(tokens, place)
        assert phrase is None or place < phrase.last <= len(tokens)
        place = phrase.last if phrase else place + 1
