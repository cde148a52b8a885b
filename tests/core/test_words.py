"""Texts as words: what a word is, which words tell most, and which cells hold them."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest

from fcgui_core.column import Column
from fcgui_core.errors import Cancelled
from fcgui_core.preparation import Preparation, prepare
from fcgui_core.roles import guess_roles
from fcgui_core.table import Table
from fcgui_core.words import bags_of, occurrences, telling_words, words_of


def column(*cells: str | None) -> Column:
    values = np.empty(len(cells), dtype=object)
    values[:] = cells
    return Column("text", "text", values, cells.count(None))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Free entry, FREE!", ["free", "entry", "free"]),
        ("Don\u2019t / don't", ["don't", "don't"]),
        ("Ёлка и И\u0306од", ["ёлка", "и", "йод"]),
        ("snake_case 42", ["snake", "case", "42"]),
        ("我喜欢", ["我", "喜", "欢"]),
        ("\U0001f600 ... ", []),
        ("a" * 41 + " b", ["b"]),
        ("", []),
    ],
)
def test_a_word_is_a_run_of_letters_in_lower_case(text: str, words: list[str]) -> None:
    assert words_of(text) == words


def test_the_words_that_tell_the_classes_apart_come_first() -> None:
    texts = column(*["the free prize"] * 4, *["the meeting"] * 4, *["the odd one"] * 2)
    y = np.array([1] * 4 + [0] * 4 + [0, 1])
    assert telling_words(bags_of(texts), np.arange(10), y, 3) == ("free", "prize", "meeting")


def test_a_thousand_classes_take_no_more_memory_than_a_few() -> None:
    n = 30_000
    texts = column(*[f"w{at % 10_000} rare{at // 10}" for at in range(n)], *["often"] * n)
    y = np.append(np.arange(n) % 10_000, np.full(n, 10_000))
    tracemalloc.start()
    words = telling_words(bags_of(texts), np.arange(2 * n), y, 1)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert words == ("often",) and peak < 200e6  # every class by itself would be 5 GB


def test_words_of_other_rows_are_not_known() -> None:
    texts = column(*["good"] * 3, *["bad"] * 3, *["secret"] * 5)
    y = np.array([1.0, 2.0, 3.0, -1.0, -2.0, -3.0, *[9.0] * 5])
    assert set(telling_words(bags_of(texts), np.arange(6), y[:6], 10)) == {"good", "bad"}


def test_each_cell_tells_which_words_it_holds() -> None:
    held = occurrences(bags_of(column("b a", None, "c", "a a")), ("a", "b", "never"))
    assert held.tolist() == [[True, True, False], [False] * 3, [False] * 3, [True, False, False]]


def test_it_can_be_cancelled() -> None:
    with pytest.raises(Cancelled):
        bags_of(column("a", "b"), lambda: True)


def test_a_table_of_texts_is_learned_from_its_words_and_read_back() -> None:
    texts = column(*["a free prize", "see you at the meeting"] * 10)
    table = Table("sms", (texts, Column("spam", "categorical", np.array(["yes", "no"] * 10, dtype=object))), 20)
    roles = guess_roles(table, "spam")
    assert roles.inputs(table) == ("text",)
    made = prepare(table, roles).preparation
    assert "text: free" in made.feature_names
    again = Preparation.from_dict(made.to_dict())
    new = Table("new", (column("FREE beer", None),), 2)
    free = made.feature_names.index("text: free")
    assert again.encode(new)[:, free].tolist() == [1.0, 0.0]
    assert again.encode(new).sum() == 1.0  # "beer" is not known


def test_a_text_is_used_beside_columns_that_are_all_but_empty() -> None:
    texts = column(*["a free prize", "see you at the meeting"] * 20)
    y = Column("spam", "categorical", np.array(["yes", "no"] * 20, dtype=object))
    rest = np.array([*["x", "y"] * 3, *[None] * 34], dtype=object)
    remarks = Column("remark", "text", rest.copy(), 34, "2 different texts in 6 rows")
    marks = Column("mark", "categorical", rest, 34)
    table = Table("sms", (y, texts, remarks, marks), 40)
    assert guess_roles(table, "spam").inputs(table) == ("text", "mark")
    assert "text" not in guess_roles(table, "spam", ignore=["text"]).inputs(table)


def test_what_is_to_be_used_is_not_guessed_as_the_target() -> None:
    made = [Column(name, "categorical", np.array(["yes", "no"] * 20, dtype=object)) for name in ("a", "b")]
    table = Table("two", tuple(made), 40)
    assert guess_roles(table).target == "b" and guess_roles(table, use=["b"]).target == "a"


def test_numbers_taken_for_a_text_stay_numbers() -> None:
    numbers = Column("x", "text", np.arange(40.0), 0, "chosen by you")
    y = Column("y", "categorical", np.array(["yes", "no"] * 20, dtype=object))
    table = Table("numbers", (numbers, y), 40)
    assert guess_roles(table, "y").ignored == {"x": "text: chosen by you"}
