"""Shares of the rows for training, validation and test."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fcgui_core.errors import TableError
from fcgui_core.preparation import prepare
from fcgui_core.roles import guess_roles
from fcgui_core.split import split_rows
from tests.core.tables import table_of


@given(st.lists(st.integers(1, 40), min_size=1, max_size=30), st.floats(0.05, 0.9), st.integers(0, 99))
def test_the_test_part_is_as_large_as_asked_wherever_the_classes_allow_it(
    sizes: list[int], share: float, seed: int
) -> None:
    labels = np.repeat(np.arange(len(sizes)), sizes)
    rows = np.arange(len(labels))
    train, test = split_rows(rows, labels, share, np.random.default_rng(seed))
    assert sorted([*train, *test]) == rows.tolist()
    spare = len(rows) - len(sizes)  # each class keeps a row to learn from
    assert len(test) == min(round(len(rows) * share), spare)
    assert set(labels[train]) == set(labels)


def test_a_million_labels_are_refused_before_anything_is_made_of_them() -> None:
    numbers = list(np.random.default_rng(0).normal(size=100_000))
    table = table_of(x=numbers, y=numbers)
    with pytest.raises(TableError, match="too many for classes"):
        prepare(table, guess_roles(table, "y", task="classification"))
