"""Texts in code pages of one byte are recognised by their letters, even when they are few."""

from __future__ import annotations

import pytest

from fcgui_core.code_pages import best_code_page

RUSSIAN = (
    "имя;город\nИван;Москва\n", "м;1\nж;2\n", "ВОЗРАСТ;ПОЛ\n", "Да;НЕТ\n", "сорт;вид;класс\n", "ЗАО «Вектор»;5\n",
)  # fmt: skip
WESTERN = (
    "prénom;âge\nÉlodie;23\n", "Größe;Straße\n", "año;señal\n", "Malmö;Åsa\n", "ÉCOLE;ÂGE\n", "it’s;5 £\n10–20;“so”\n",
    "20°C;5 µm;x²\n", "México;m³\n", "naïve café\n", "1,é\n",
)  # fmt: skip


@pytest.mark.parametrize("page", ["cp1251", "koi8-r", "cp866"])
@pytest.mark.parametrize("text", RUSSIAN)
def test_russian(text: str, page: str) -> None:
    if page != "cp1251":
        text = text.replace("«", "").replace("»", "")
    data = text.encode(page)
    assert data.decode(best_code_page(data)) == text


@pytest.mark.parametrize("text", WESTERN)
def test_western(text: str) -> None:
    data = text.encode("cp1252")
    assert data.decode(best_code_page(data)) == text


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("Łukasz;Świętosław\nżółw;Łódź\n", "cp1250"),
        ("姓名,价格\n张三,10\n李四光,20\n王五,30\n", "gb18030"),
        ("カタカナ,ひらがな\n漢字,東京\n", "shift_jis"),
        ("이름,도시\n김철수,서울\n이영희,부산\n", "cp949"),
        ("Gr\u00f6\u00dfe;\u00fcber\nM\u00fcller;K\u00f6ln\n", "cp850"),
    ],
)
def test_rarer_pages(text: str, page: str) -> None:
    data = text.encode(page)
    assert best_code_page(data) == page
