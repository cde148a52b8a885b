"""Goals of a training."""

from __future__ import annotations

import math

import pytest

from fcgui_core.errors import SpecError
from fcgui_core.goal import Goal
from fcgui_core.metrics import Metrics


@pytest.mark.parametrize(
    ("goal", "loss", "score", "reached"),
    [
        (Goal("train", "loss", 0.1), 0.1, 0.0, True),
        (Goal("train", "loss", 0.1), 0.11, 1.0, False),
        (Goal("test", "score", 0.95), 9.0, 0.95, True),
        (Goal("test", "score", 0.95), 0.0, 0.94, False),
        (Goal("test", "score", 0.95), 0.0, math.nan, False),
        (Goal("train", "loss", 0.1), math.nan, 1.0, False),
    ],
)
def test_a_goal_is_reached_or_not(goal: Goal, loss: float, score: float, reached: bool) -> None:
    assert goal.reached(Metrics(loss, 0.0, score, "accuracy")) is reached


def test_a_part_without_rows_reaches_nothing() -> None:
    assert not Goal("test", "loss", 1e9).reached(None)


@pytest.mark.parametrize(("part", "quantity", "value"), [
    ("dev", "loss", 1.0), ("train", "speed", 1.0), ("train", "score", 1.5), ("train", "loss", math.inf),
])  # fmt: skip
def test_a_goal_that_is_none_is_refused(part: str, quantity: str, value: float) -> None:
    with pytest.raises(SpecError, match="goal"):
        Goal(part, quantity, value)
