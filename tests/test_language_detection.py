"""The language of a text is told by its commonest words, or said not to be told."""
# ruff: noqa: RUF001 - sentences of other scripts

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plantrack.documents.reading import read_document
from plantrack.language.detection import UNKNOWN, find_language

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


@pytest.mark.parametrize(
    "text", ["", "Stop.", "Oss, Marn, Hesk", "Arland Belmark Veldia Kestria " * 10, "1 2 3 4 " * 20]
)
def test_of_few_words_or_names_alone_the_language_is_not_told(text):
    assert find_language(text) == UNKNOWN


@given(st.text(max_size=300))
def test_every_text_has_an_answer(text):
    assert find_language(text).isascii()


def test_a_document_says_its_language():
    assert read_document(f"1. {SENTENCES['uk']}\n2. {SENTENCES['uk']}\n", "x.md").reading.language == "uk"
    assert read_document("1. Stop.\n", "x.md").reading.language == UNKNOWN
