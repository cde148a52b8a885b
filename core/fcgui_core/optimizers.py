"""Optimisers: one entry each; every one is a few whole-vector calls on the flat parameter vector.

The definitions are PyTorch's (torch.optim), so that the same batches give the same weights:

    sgd       theta -= a g                                        (full batch: batch_size=None)
    momentum  v = mu v + g;  theta -= a v
    nesterov  v = mu v + g;  theta -= a (g + mu v)
    rmsprop   s = rho s + (1 - rho) g^2;  theta -= a g / (sqrt(s) + eps)
    adam      m = b1 m + (1 - b1) g;  s = b2 s + (1 - b2) g^2
              theta -= a m^ / (sqrt(s^) + eps)  with  m^ = m / (1 - b1^t),  s^ = s / (1 - b2^t)
    adamw     theta -= a w theta;  then adam                       (w = weight_decay, on biases too)

The state of rmsprop and adam is kept without its normalising factor: M = m / (1 - b1), S = s / (1 - b2).
That saves two passes over the vectors a step; the factors go into the numbers ``rate`` and ``epsilon``
instead:

    a m^ / (sqrt(s^) + eps) = rate M / (sqrt(S) + epsilon)
    epsilon = eps sqrt((1 - b2^t) / (1 - b2)),   rate = a (1 - b1) / (1 - b1^t) * sqrt((1 - b2^t) / (1 - b2))
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

from fcgui_core.tape import Array, Tape

if TYPE_CHECKING:
    from fcgui_core.spec import TrainingSettings

State = Mapping[str, Array]
Numbers = Mapping[str, Array]  # 0-d arrays, rewritten before a step


@dataclass(frozen=True)
class Optimizer:
    """One optimiser.

    ``state`` names its vectors (each as long as theta, starting at zero), ``settings`` what it takes from
    TrainingSettings.  ``numbers(settings, rate, t)`` gives the numbers of step ``t`` (the first one is 1),
    and ``record(tape, theta, gradient, state, numbers)`` notes the calls that update theta with them.
    ``scales(settings)`` are the normalising factors of the state vectors, kept when the settings change.
    """

    name: str
    label: str
    formula: str
    summary: str
    state: tuple[str, ...]
    settings: tuple[str, ...]
    numbers: Callable[[TrainingSettings, float, int], dict[str, float]]
    record: Callable[[Tape, Array, Array, State, Numbers], None]
    varies: bool = False  # whether the numbers depend on t
    scales: Callable[[TrainingSettings], dict[str, float]] = lambda settings: {}


# --- gradient descent ---------------------------------------------------------------------------------------


def _sgd_numbers(settings: TrainingSettings, rate: float, t: int) -> dict[str, float]:
    return {"rate": rate}


def _record_sgd(tape: Tape, theta: Array, g: Array, state: State, numbers: Numbers) -> None:
    tape.add(np.multiply, g, numbers["rate"], g)
    tape.add(np.subtract, theta, g, theta)


def _momentum_numbers(settings: TrainingSettings, rate: float, t: int) -> dict[str, float]:
    return {"rate": rate, "momentum": settings.momentum}


def _record_momentum(tape: Tape, theta: Array, g: Array, state: State, numbers: Numbers) -> None:
    velocity = state["velocity"]
    tape.add(np.multiply, velocity, numbers["momentum"], velocity)
    tape.add(np.add, velocity, g, velocity)
    tape.add(np.multiply, velocity, numbers["rate"], g)
    tape.add(np.subtract, theta, g, theta)


def _record_nesterov(tape: Tape, theta: Array, g: Array, state: State, numbers: Numbers) -> None:
    velocity, step = state["velocity"], tape.empty(len(theta))
    tape.add(np.multiply, velocity, numbers["momentum"], velocity)
    tape.add(np.add, velocity, g, velocity)
    tape.add(np.multiply, velocity, numbers["momentum"], step)
    tape.add(np.add, step, g, step)
    tape.add(np.multiply, step, numbers["rate"], step)
    tape.add(np.subtract, theta, step, theta)


# --- a rate for every weight --------------------------------------------------------------------------------


def _rmsprop_numbers(settings: TrainingSettings, rate: float, t: int) -> dict[str, float]:
    scale = math.sqrt(1.0 - settings.rho)
    return {"rho": settings.rho, "rate": rate / scale, "epsilon": settings.epsilon / scale}


def _rmsprop_scales(settings: TrainingSettings) -> dict[str, float]:
    return {"square": 1.0 - settings.rho}


def _record_scaled_step(tape: Tape, theta: Array, top: Array, square: Array, step: Array, numbers: Numbers) -> None:
    """Note theta -= rate top / (sqrt(square) + epsilon), with ``step`` as scratch."""
    tape.add(np.sqrt, square, step)
    tape.add(np.add, step, numbers["epsilon"], step)
    tape.add(np.divide, top, step, step)
    tape.add(np.multiply, step, numbers["rate"], step)
    tape.add(np.subtract, theta, step, theta)


def _record_rmsprop(tape: Tape, theta: Array, g: Array, state: State, numbers: Numbers) -> None:
    square, step = state["square"], tape.empty(len(theta))
    tape.add(np.multiply, square, numbers["rho"], square)
    tape.add(np.multiply, g, g, step)
    tape.add(np.add, square, step, square)
    _record_scaled_step(tape, theta, g, square, step, numbers)


def _adam_numbers(settings: TrainingSettings, rate: float, t: int) -> dict[str, float]:
    beta1, beta2 = settings.beta1, settings.beta2
    scale = math.sqrt((1.0 - beta2**t) / (1.0 - beta2))
    return {
        "beta1": beta1,
        "beta2": beta2,
        "rate": rate * scale * (1.0 - beta1) / (1.0 - beta1**t),
        "epsilon": settings.epsilon * scale,
    }


def _adam_scales(settings: TrainingSettings) -> dict[str, float]:
    return {"mean": 1.0 - settings.beta1, "square": 1.0 - settings.beta2}


def _record_adam(tape: Tape, theta: Array, g: Array, state: State, numbers: Numbers) -> None:
    mean, square = state["mean"], state["square"]
    tape.add(np.multiply, mean, numbers["beta1"], mean)
    tape.add(np.add, mean, g, mean)
    tape.add(np.multiply, g, g, g)  # g is not needed any more
    tape.add(np.multiply, square, numbers["beta2"], square)
    tape.add(np.add, square, g, square)
    _record_scaled_step(tape, theta, mean, square, g, numbers)


def _adamw_numbers(settings: TrainingSettings, rate: float, t: int) -> dict[str, float]:
    return _adam_numbers(settings, rate, t) | {"decay": 1.0 - rate * settings.weight_decay}


def _record_adamw(tape: Tape, theta: Array, g: Array, state: State, numbers: Numbers) -> None:
    tape.add(np.multiply, theta, numbers["decay"], theta)
    _record_adam(tape, theta, g, state, numbers)


_ENTRIES = (
    Optimizer(
        "sgd", "Gradient descent", "w <- w - a g",
        "The lecture's own: a step against the gradient of a mini-batch, or of all rows (batch: full).",
        (), (), _sgd_numbers, _record_sgd,
    ),
    Optimizer(
        "momentum", "Momentum", "v <- mu v + g;  w <- w - a v",
        "Keeps rolling in the direction of the past gradients.",
        ("velocity",), ("momentum",), _momentum_numbers, _record_momentum,
    ),
    Optimizer(
        "nesterov", "Nesterov momentum", "v <- mu v + g;  w <- w - a (g + mu v)",
        "Momentum that looks one step ahead.",
        ("velocity",), ("momentum",), _momentum_numbers, _record_nesterov,
    ),
    Optimizer(
        "rmsprop", "RMSprop", "s <- rho s + (1 - rho) g^2;  w <- w - a g / (sqrt(s) + eps)",
        "Gives every weight its own rate, by the size of its past gradients.",
        ("square",), ("rho", "epsilon"), _rmsprop_numbers, _record_rmsprop, scales=_rmsprop_scales,
    ),
    Optimizer(
        "adam", "Adam", "w <- w - a m / (sqrt(s) + eps), m and s the running means of g and g^2",
        "Momentum and a rate for every weight: a good first choice.",
        ("mean", "square"), ("beta1", "beta2", "epsilon"), _adam_numbers, _record_adam, True, _adam_scales,
    ),
    Optimizer(
        "adamw", "AdamW", "w <- w - a (weight_decay w + m / (sqrt(s) + eps))",
        "Adam that also shrinks every weight a little at each step.",
        ("mean", "square"), ("beta1", "beta2", "epsilon", "weight_decay"),
        _adamw_numbers, _record_adamw, True, _adam_scales,
    ),
)  # fmt: skip

OPTIMIZERS: Mapping[str, Optimizer] = MappingProxyType({entry.name: entry for entry in _ENTRIES})
