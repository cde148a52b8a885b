from __future__ import annotations

import math

import pytest

from fcgui.plots.scales import (
    DoublingLimit,
    doubled,
    log_labels,
    log_ticks,
    number,
    percent,
    tick_labels,
    ticks,
)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"),
        (-0.214, "-0.214"),
        (4.7, "4.70"),
        (1240, "1,240"),
        (0.00312, "0.00312"),
        (1.23456e-7, "1.23e-7"),
        (3.2e12, "3.20e12"),
        (0.99999, "1.00"),
        (math.nan, "not a number"),
        (-math.inf, "-infinity"),
    ],
)
def test_numbers_are_short_and_readable(value: float, text: str) -> None:
    assert number(value) == text


@pytest.mark.parametrize(
    ("share", "text"),
    [(0.0, "0 %"), (0.001, "<1 %"), (0.5, "50 %"), (0.971, "97 %"), (0.9999, ">99 %"), (1.0, "100 %")],
)
def test_only_the_certain_is_called_certain(share: float, text: str) -> None:
    assert percent(share) == text


@pytest.mark.parametrize(
    ("low", "high", "most", "labels"),
    [
        (0.0, 2.0, 5, ["0", "0.5", "1.0", "1.5", "2.0"]),
        (-0.1, 2.6, 6, ["0", "0.5", "1.0", "1.5", "2.0", "2.5"]),
        (0.0, 2560.0, 4, ["0", "1,000", "2,000"]),
        (-3.0, 3.0, 4, ["-2", "0", "2"]),
        (0.0, 1e-6, 3, ["0", "5.0e-7", "1.0e-6"]),
        (5.0, 5.0, 4, []),
    ],
)
def test_ticks_are_round_and_few(low: float, high: float, most: int, labels: list[str]) -> None:
    values = ticks(low, high, most)
    assert len(values) <= most
    assert tick_labels(values) == labels


@pytest.mark.parametrize(
    ("low", "high", "most", "labels"),
    [
        (0.0078125, 2.0, 5, ["0.01", "0.1", "1"]),
        (1e-8, 1.0, 4, ["1e-6", "0.001", "1"]),
        (0.25, 0.5, 5, ["0.5"]),
        (0.5, 8.0, 5, ["0.5", "1", "2", "5"]),
    ],
)
def test_logarithmic_ticks(low: float, high: float, most: int, labels: list[str]) -> None:
    assert log_labels(log_ticks(low, high, most)) == labels


@pytest.mark.parametrize(("value", "end"), [(3, 10.0), (10, 10.0), (11, 20.0), (81, 160.0), (1e6, 1310720.0)])
def test_an_axis_grows_by_doubling(value: float, end: float) -> None:
    assert doubled(value, 10.0) == end


def test_a_colour_scale_grows_at_once_and_shrinks_late() -> None:
    limit = DoublingLimit()
    history = []
    for largest in (0.3, 0.49, 0.51, 0.4, 0.26, 0.25, 0.2, 0.3, 3.0):
        limit.update(largest)
        history.append(limit.value)
    assert history == [0.5, 0.5, 1.0, 1.0, 1.0, 0.25, 0.25, 0.5, 4.0]


@pytest.mark.parametrize("nonsense", [0.0, math.nan, math.inf])
def test_a_colour_scale_survives_values_without_a_size(nonsense: float) -> None:
    limit = DoublingLimit()
    limit.update(3.0)
    assert not limit.update(nonsense)
    assert limit.value == 4.0
