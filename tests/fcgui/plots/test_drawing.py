"""What the plots share: names at the ends of curves do not overlap."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fcgui.plots.drawing import apart


@pytest.mark.parametrize(
    ("places", "moved"),
    [
        ([5], [5]),
        ([10, 30, 50], [10, 30, 50]),
        ([50, 52, 90], [46, 56, 90]),
        ([0, 1, 2], [0, 10, 20]),
        ([95, 98, 99], [80, 90, 100]),
    ],
)
def test_names_move_as_little_as_they_must(places: list[float], moved: list[float]) -> None:
    assert apart(places, 10, 0, 100) == moved


@given(st.lists(st.floats(0, 100), max_size=8))
def test_names_never_overlap(places: list[float]) -> None:
    moved = apart(sorted(places), 10, 0, 100)
    assert all(after - before >= 10 - 1e-6 for before, after in pairwise(moved))
    assert all(-1e-6 <= place <= 100 + 1e-6 for place in moved)
