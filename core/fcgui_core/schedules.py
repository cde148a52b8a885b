"""Learning-rate schedules: the rate of an epoch as a function of the epoch's number, one entry each."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Schedule:
    """``value(rate, epoch, decay_rate, decay_epochs)`` is the rate in ``epoch``; the first one is 0."""

    name: str
    label: str
    formula: str
    summary: str
    value: Callable[[float, int, float, int], float]


def _constant(rate: float, epoch: int, decay_rate: float, decay_epochs: int) -> float:
    return rate


def _step(rate: float, epoch: int, decay_rate: float, decay_epochs: int) -> float:
    return rate * float(decay_rate ** (epoch // decay_epochs))


def _exponential(rate: float, epoch: int, decay_rate: float, decay_epochs: int) -> float:
    return rate * float(decay_rate ** (epoch / decay_epochs))


def _cosine(rate: float, epoch: int, decay_rate: float, decay_epochs: int) -> float:
    return rate * 0.5 * (1.0 + math.cos(math.pi * min(1.0, epoch / decay_epochs)))


def _inverse_time(rate: float, epoch: int, decay_rate: float, decay_epochs: int) -> float:
    return rate / (1.0 + decay_rate * epoch / decay_epochs)


_ENTRIES = (
    Schedule("constant", "Constant", "a", "The rate stays as it is.", _constant),
    Schedule("step", "Step", "a r^floor(t / T)", "Every T epochs the rate is multiplied by r.", _step),
    Schedule(
        "exponential",
        "Exponential",
        "a r^(t / T)",
        "The rate shrinks smoothly, by r in T epochs.",
        _exponential,
    ),
    Schedule(
        "cosine",
        "Cosine",
        "a (1 + cos(pi t / T)) / 2",
        "The rate falls to 0 at epoch T along a cosine.",
        _cosine,
    ),
    Schedule(
        "inverse_time",
        "Inverse time",
        "a / (1 + r t / T)",
        "The rate falls like one over the time.",
        _inverse_time,
    ),
)

SCHEDULES: Mapping[str, Schedule] = MappingProxyType({entry.name: entry for entry in _ENTRIES})
