"""The language of a text is told by its commonest words, or said not to be told."""
# ruff: noqa: RUF001 - sentences of other scripts

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantrack.corpus import find_corpus
from plantrack.corpus.papers import resolve_pair
from plantrack.documents.reading import read_document
from plantrack.language.detection import UNKNOWN, find_language, is_unknown, language_name, told_by

SENTENCES = {
    "en": "The parties shall cease all hostilities and withdraw their forces from the valley within thirty days.",
    "fr": "Les parties cessent toutes les hostilités et retirent leurs forces de la vallée dans les trente jours.",
    "de": "Die Parteien stellen alle Feindseligkeiten ein und ziehen ihre Truppen innerhalb von dreißig Tagen aus dem Tal ab.",
    "es": "Las partes cesarán todas las hostilidades y retirarán sus fuerzas del valle en un plazo de treinta días.",
    "it": "Le parti cessano tutte le ostilità e ritirano le loro forze dalla valle entro trenta giorni dalla firma.",
    "nl": "De partijen staken alle vijandelijkheden en trekken hun troepen binnen dertig dagen uit de vallei terug.",
    "pl": "Strony zaprzestają wszelkich działań i wycofują swoje wojska z doliny w ciągu trzydziestu dni od podpisania, o ile nie uzgodnią inaczej.",
    "uk": "Сторони припиняють усі бойові дії та виводять свої війська з долини протягом тридцяти днів після підписання.",
    "ru": "Стороны прекращают все боевые действия и выводят свои войска из долины в течение тридцати дней после подписания.",
    "tr": "Taraflar bütün çatışmaları durdurur ve otuz gün içinde birliklerini vadiden çeker; bu süre için bir komisyon kurulur.",
    "ar": "يوقف الطرفان جميع الأعمال العدائية ويسحبان قواتهما من الوادي في غضون ثلاثين يوما من هذا الاتفاق على أن",
    "he": "הצדדים יפסיקו את כל פעולות האיבה וייסוגו מן העמק בתוך שלושים יום של הסכם זה על ידי הוועדה",
    "zh": "双方停止一切敌对行动，并在本协定签署后三十天内将其部队撤出山谷，直至委员会另有决定为止。",
}  # fmt: skip


@pytest.mark.parametrize("language", SENTENCES)
def test_the_language_of_a_sentence_of_a_paper_is_told(language):
    assert find_language(SENTENCES[language]) == language


@pytest.mark.parametrize("text", ["", "Oss, Marn, Hesk", "Arland Belmark Veldia Kestria " * 10, "1 2 3 4 " * 20])
def test_of_few_words_or_names_alone_the_language_is_not_told(text):
    assert find_language(text) == UNKNOWN


@given(st.text(max_size=300))
def test_every_text_has_an_answer(text):
    assert find_language(text).isascii()


def test_a_document_says_its_language():
    assert read_document(f"1. {SENTENCES['uk']}\n2. {SENTENCES['uk']}\n", "x.md").reading.language == "uk"
    assert read_document("1. Oss, Marn.\n", "x.md").reading.language == UNKNOWN


SHORT = {
    "en": "Stop. | Replace five by seven. | Arland shall withdraw its guns. | Delete point 5. | 30 days | Free all prisoners | Elections in Hesk | e) Legislative Decree of May, No. 5.",
    "fr": "Le retrait est total. | Les armes sont rendues.",
    "de": "Die Truppen ziehen aus dem Tal ab. | Das Tor wird nicht geöffnet.",
    "es": "Las partes se retiran del valle.",
    "uk": "Україна не вступає до НАТО. | Усі полонені повертаються.",
    "ru": "Украина не вступает в НАТО и выводит войска. | Все пленные возвращаются домой без условий, это твёрдо.",
    "be": "Усе палонныя вяртаюцца, гэта ўмова.",
    "sr": "Сви заробљеници се враћају.",
    "el": "Οι δυνάμεις αποχωρούν.",
    "ka": "ძალები ტოვებენ ხეობას.",
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text"), [(language, text) for language, texts in SHORT.items() for text in texts.split(" | ")]
)
def test_a_few_words_are_told_by_their_letters_and_commonest_words_and_plain_english_by_its_words(language, text):
    assert find_language(text) == language


@pytest.mark.parametrize(
    ("text", "tag"),
    [("Договор", "und-Cyrl"), ("سلام دائم", "und-Arab"), ("Zgoda narodowa", "und"), ("Retrait total", "und")],
)
def test_where_no_language_can_be_told_the_script_is(text, tag):
    assert find_language(text) == tag
    assert is_unknown(tag)


@pytest.mark.parametrize(
    ("language", "other", "told"),
    [
        ("und", "en", "en"), ("und", "fr", "fr"), ("und", "und", "und"), ("en", "und", "en"), ("fr", "en", "fr"),
        ("und-Cyrl", "uk", "uk"), ("und-Cyrl", "en", "und-Cyrl"), ("und-Arab", "uk", "und-Arab"),
    ],
)  # fmt: skip
def test_a_text_that_does_not_tell_its_language_has_that_of_the_other(language, other, told):
    assert told_by(language, other) == told


def test_two_papers_of_which_one_is_short_are_of_one_language(tmp_path):
    for name, words in (("old.md", SENTENCES["fr"]), ("new.md", "Rien.")):
        (tmp_path / name).write_text(f"1. {words}\n")
    old, new = resolve_pair(str(tmp_path / "old.md"), str(tmp_path / "new.md"), find_corpus())
    assert (old.reading.language, new.reading.language, new.version.language) == ("fr", "fr", "fr")


@pytest.mark.parametrize("tag", ["en", "uk", "und", "und-Cyrl", "xx-YY"])
def test_every_tag_has_a_name_that_can_be_printed(tag):
    assert language_name(tag).isprintable()
    assert language_name(tag)
