"""Whether a description is the state of a training (`Trainer.state`): all of it is looked at before any of it is used.

States come from project files, which anybody may have written.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, get_args

import numpy as np

from fcgui_core.errors import SpecError
from fcgui_core.history import CAPACITY, Curves
from fcgui_core.optimizers import OPTIMIZERS
from fcgui_core.snapshot import Status
from fcgui_core.spec import TrainingSettings

DAMAGED = "The state of the training in this file is damaged."


def check_state(state: Mapping[str, Any], n_parameters: int, rows: int) -> TrainingSettings:
    """Return the settings of a state that fits a network of ``n_parameters`` and ``rows`` training rows.

    Raises `SpecError` for the state of another training, and for what no training ever was.
    """
    try:
        order = state["order"]
        if len(state["parameters"]) != n_parameters or (order is not None and len(order) != rows):
            raise SpecError("This state belongs to a training of another network or other rows.")
        settings = TrainingSettings(**state["settings"])
        if not _is_sound(state, settings, n_parameters, rows):
            raise SpecError(DAMAGED)
    except SpecError:
        raise
    except (KeyError, TypeError, ValueError, AttributeError):
        raise SpecError(DAMAGED) from None
    return settings


def check_weights(state: Mapping[str, Any], n_parameters: int) -> None:
    """Raise `SpecError` if this is not the state of a network of ``n_parameters`` that cannot be trained."""
    known = set(state) == {"step", "parameters"} and type(state["step"]) is int and state["step"] == 0
    if not known or not _is_finite(state["parameters"], n_parameters):
        raise SpecError(DAMAGED)


def _is_sound(state: Mapping[str, Any], settings: TrainingSettings, n_parameters: int, rows: int) -> bool:
    optimizer, frozen, best = state["optimizer"], state["frozen"], state["early_stopping"]
    vectors = [state["parameters"], *optimizer.values()]
    if best["best_parameters"] is not None:
        vectors.append(best["best_parameters"])
    counts = [state["epoch"], state["step"], state["optimizer_steps"], best["best_epoch"], best["waited"]]
    return (
        all(_is_finite(vector, n_parameters) for vector in vectors)
        and set(optimizer) == set(OPTIMIZERS[settings.optimizer].state)
        and (frozen is None or _is_mask(frozen, n_parameters))
        and all(type(count) is int and count >= 0 for count in counts)
        and type(state["seconds"]) in (int, float) and 0 <= state["seconds"] < math.inf
        and state["status"] in get_args(Status) and isinstance(state["message"], str)
        and type(best["best_loss"]) in (int, float) and not math.isnan(best["best_loss"])
        and set(best) == {"best_loss", "best_epoch", "best_parameters", "waited"}
        and _is_order(state["order"], state["position"], rows)
        and _is_history(state["history"])
        and all(_is_generator(state[name]) for name in ("generator", "dropout_generator"))
    )  # fmt: skip


def _is_mask(frozen: Any, n_parameters: int) -> bool:
    return isinstance(frozen, np.ndarray) and frozen.shape == (n_parameters,) and frozen.dtype == bool


def _is_finite(vector: Any, n_parameters: int) -> bool:
    known = isinstance(vector, np.ndarray) and vector.shape == (n_parameters,) and vector.dtype.kind == "f"
    return known and bool(np.isfinite(vector).all())


def _is_order(order: Any, position: Any, rows: int) -> bool:
    """Whether an epoch that is under way has a place in an order of all rows; both None between two epochs."""
    if order is None or position is None:
        return order is None and position is None
    whole = isinstance(order, np.ndarray) and order.dtype.kind == "i" and type(position) is int
    return whole and 0 <= position < rows and bool((np.sort(order) == np.arange(rows)).all())


def _is_history(history: Any) -> bool:
    points, stride = history["points"], history["stride"]
    known = isinstance(points, np.ndarray) and points.ndim == 2 and points.dtype.kind == "f"
    if not known or points.shape[0] != len(Curves.__dataclass_fields__) or points.shape[1] > CAPACITY:
        return False
    epochs = points[0]
    rising = bool(np.isfinite(epochs).all() and (np.diff(epochs) > 0).all() and (epochs >= 0).all())
    return rising and type(stride) is int and stride >= 1


def _is_generator(state: Any) -> bool:
    np.random.default_rng(0).bit_generator.state = state  # raises for what is none
    return True
