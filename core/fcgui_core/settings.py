"""The one table that describes every training setting: options, controls and files are drawn from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from fcgui_core.losses import LOSSES
from fcgui_core.optimizers import OPTIMIZERS
from fcgui_core.schedules import SCHEDULES


@dataclass(frozen=True)
class Setting:
    """One field of TrainingSettings.

    ``optional``: None is allowed, and ``none_label`` says what it means.  ``exclusive``: the minimum itself
    is not allowed.  ``optimizers`` and ``schedules`` name those that it concerns (empty: all of them).
    ``effect``: "live" settings change between two steps of a running training, "rebuild" ones need a new
    trainer.
    """

    name: str
    label: str
    kind: Literal["int", "float", "choice"]
    default: float | int | str | None
    help: str
    minimum: float = 0.0
    maximum: float | None = None
    exclusive: bool = False
    choices: tuple[str, ...] = ()
    optional: bool = False
    none_label: str = ""
    optimizers: tuple[str, ...] = ()
    schedules: tuple[str, ...] = ()
    effect: Literal["live", "rebuild"] = "live"


def _users(setting: str) -> tuple[str, ...]:
    """The optimisers that use a setting."""
    return tuple(name for name, optimizer in OPTIMIZERS.items() if setting in optimizer.settings)


_BELOW_ONE = 1.0 - 1e-9
_DECAYING = ("step", "exponential", "inverse_time")

_ENTRIES = (
    Setting(
        "optimizer", "Optimizer", "choice", "adam",
        "How the gradient becomes a change of the weights.", choices=tuple(OPTIMIZERS),
    ),
    Setting(
        "learning_rate", "Learning rate", "float", 0.01,
        "How far a step goes: too small learns slowly, too large diverges.", exclusive=True,
    ),
    Setting(
        "batch_size", "Batch size", "int", 16,
        "How many rows one step looks at.", minimum=1, optional=True, none_label="full",
    ),
    Setting(
        "loss", "Loss", "choice", "cce",
        "What training makes small.", choices=tuple(LOSSES), effect="rebuild",
    ),
    Setting(
        "l1", "L1 penalty", "float", 0.0,
        "Adds l1 times the sum of |W| to the loss: pushes weights to exactly zero.",
    ),
    Setting(
        "l2", "L2 penalty", "float", 0.0,
        "Adds l2/2 times the sum of W^2 to the loss: keeps weights small.",
    ),
    Setting(
        "dropout", "Dropout", "float", 0.0,
        "What share of the hidden neurons is switched off at random in each step; all of them answer afterwards.",
        maximum=_BELOW_ONE,
    ),
    Setting(
        "momentum", "Momentum", "float", 0.9,
        "How much of the last step is kept.", maximum=_BELOW_ONE, optimizers=_users("momentum"),
    ),
    Setting(
        "rho", "Memory (rho)", "float", 0.99,
        "How slowly the mean of the squared gradients forgets.", maximum=_BELOW_ONE, optimizers=_users("rho"),
    ),
    Setting(
        "beta1", "Beta 1", "float", 0.9,
        "How slowly Adam's mean of the gradients forgets.", maximum=_BELOW_ONE, optimizers=_users("beta1"),
    ),
    Setting(
        "beta2", "Beta 2", "float", 0.999,
        "How slowly Adam's mean of the squared gradients forgets.", maximum=_BELOW_ONE,
        optimizers=_users("beta2"),
    ),
    Setting(
        "epsilon", "Epsilon", "float", 1e-8,
        "A small number that keeps a division from one by zero.", minimum=1e-30, maximum=1.0,
        optimizers=_users("epsilon"),
    ),
    Setting(
        "weight_decay", "Weight decay", "float", 0.01,
        "What share of every weight, times the learning rate, is taken off at each step.", maximum=1e6,
        optimizers=_users("weight_decay"),
    ),
    Setting(
        "schedule", "Schedule", "choice", "constant",
        "How the learning rate changes from epoch to epoch.", choices=tuple(SCHEDULES),
    ),
    Setting(
        "decay_rate", "Decay", "float", 0.5,
        "The schedule's factor: what the rate is multiplied by, or how fast it falls.", maximum=1e6,
        exclusive=True, schedules=_DECAYING,
    ),
    Setting(
        "decay_epochs", "Decay epochs", "int", 100,
        "The schedule's length in epochs.", minimum=1, schedules=(*_DECAYING, "cosine"),
    ),
    Setting(
        "early_stopping", "Early stopping", "int", None,
        "After how many epochs without a better loss (on the validation rows, else on the test rows) training stops.",
        minimum=1, optional=True, none_label="off",
    ),
    Setting(
        "seed", "Seed", "int", 0,
        "Where the random numbers start: the same seed gives the same run.", maximum=2**63 - 1,
        effect="rebuild",
    ),
)  # fmt: skip

SETTINGS: Mapping[str, Setting] = MappingProxyType({entry.name: entry for entry in _ENTRIES})
