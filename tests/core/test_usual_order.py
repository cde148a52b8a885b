"""The order in which categories usually stand."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fcgui_core.usual_order import usual_order


@pytest.mark.parametrize(
    "order",
    [
        ("small", "medium", "large"),
        ("S", "M", "L", "XL"),
        ("Low", "Medium", "High"),
        ("very_low", "low", "high"),
        ("Jan", "Feb", "May", "Dec"),
        ("низкая", "средняя", "высокая"),
        ("grade 2", "grade 9", "grade 10"),
        ("1", "2", "10"),
        ("apple", "pear", "plum"),
    ],
)
def test_categories_stand_as_people_put_them(order: tuple[str, ...]) -> None:
    mixed = list(order)
    random.Random(3).shuffle(mixed)
    assert usual_order(mixed) == order


@given(st.lists(st.text(), unique=True))
def test_none_is_lost(categories: list[str]) -> None:
    assert sorted(usual_order(categories)) == sorted(categories)
