"""Every bundled table is what its card says, and learns."""

from __future__ import annotations

from dataclasses import asdict

import numpy as np
import pytest

from fcgui.bundled import card_of, dataset_roles, datasets_folder, find_datasets, is_bundled, load_dataset
from fcgui_core.errors import TableError
from fcgui_core.preparation import prepare
from fcgui_core.roles import guess_roles

NAMES = [card.name for card in find_datasets()]
SHAPES = {
    "iris": (150, 6),
    "wine": (178, 14),
    "breast_cancer": (569, 31),
    "digits": (1797, 65),
    "penguins": (344, 8),
    "auto_mpg": (398, 9),
}


def test_all_are_there_iris_first() -> None:
    assert NAMES[0] == "iris" and set(NAMES) == set(SHAPES)
    assert {path.stem for path in datasets_folder().glob("*.csv")} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_the_card_tells_the_truth(name: str) -> None:
    card, table = card_of(name), load_dataset(name)
    assert (table.n_rows, len(table.columns)) == SHAPES[name] and card.rows == table.n_rows
    assert tuple(card.columns) == table.names and card.target in table
    assert all(asdict(card).values()) and not table.notes
    assert card.path.stat().st_size < 1_500_000
    assert "CC" in card.licence or "ublic domain" in card.licence


@pytest.mark.parametrize("name", NAMES)
def test_the_roles_are_guessed_as_the_card_says(name: str) -> None:
    card, table = card_of(name), load_dataset(name)
    guessed, told = guess_roles(table), dataset_roles(name, table)
    assert (guessed.target, guessed.task) == (told.target, told.task) == (card.target, card.task)
    data = prepare(table, told)
    assert np.isfinite(data.X_train).all() and len(data.X_test) == round(0.3 * table.n_rows)


def test_iris_is_fishers() -> None:
    """Flowers 35 and 38, which differ in the UCI repository's copy, and the sum of every column."""
    table = load_dataset("iris")
    columns = [table.column(name).values for name in table.names[1:5]]
    assert [column[34] for column in columns] == [4.9, 3.1, 1.5, 0.2]
    assert [column[37] for column in columns] == [4.9, 3.6, 1.4, 0.1]
    assert [round(float(column.sum()), 1) for column in columns] == [876.5, 458.6, 563.7, 179.9]


def test_an_unknown_name() -> None:
    assert is_bundled("Iris") and not is_bundled("irs")
    with pytest.raises(TableError, match=r"did you mean iris\? bundled are iris, "):
        load_dataset("irs")
