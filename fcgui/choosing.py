"""What becomes of the options that `fcgui train` was not given: chosen from the table, unless `--epochs` was given."""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from fcgui.blas import limit_threads
from fcgui.defaults import AUTO, WITH_EPOCHS
from fcgui_core.automatic import HIDDEN, choose
from fcgui_core.errors import SpecError
from fcgui_core.preparation import PreparedData
from fcgui_core.settings import SETTINGS
from fcgui_core.spec import LayerSpec, NetworkSpec, TrainingSettings, check_trainable
from fcgui_core.task import natural_activation, natural_loss, output_units


@dataclass(frozen=True)
class Plan:
    """A network and its training in full; ``chosen`` holds what was left to us, by name, and is told."""

    spec: NetworkSpec
    settings: TrainingSettings
    epochs: int
    chosen: dict[str, Any] = field(default_factory=dict)


def plan(given: argparse.Namespace, data: PreparedData, told: Callable[[int, int], None] | None = None) -> Plan:
    """Return the network and the training that the options ask for, on this data; ``told`` as in `choose`."""
    output = natural_activation(data.task, data.n_classes) if given.output == AUTO else given.output
    loss = natural_loss(output, data.task) if given.loss == AUTO else given.loss
    hidden = _hidden(given)
    units = output_units(output, data.task, data.n_classes)
    spec = NetworkSpec(data.n_features, (*hidden, LayerSpec(units, output)))
    check_trainable(spec, loss)
    values = {name: getattr(given, name) for name in SETTINGS if name != "loss"} | {"loss": loss}
    if given.epochs != AUTO:
        values = {name: WITH_EPOCHS[name] if value == AUTO else value for name, value in values.items()}
        return Plan(spec, TrainingSettings(**values), given.epochs)
    fixed = {name: value for name, value in values.items() if value != AUTO}
    with limit_threads(spec, fixed.get("batch_size"), len(data.X_train)):
        choice = choose(data, spec, fixed, given.dtype, told)
    chosen: dict[str, Any] = {"hidden": [layer.units for layer in hidden]} if given.hidden == AUTO else {}
    chosen["epochs"] = choice.epochs
    chosen |= {name: getattr(choice.settings, name) for name, value in values.items() if value == AUTO}
    chosen["how"] = choice.how
    chosen["tried"] = [
        {"l2": strength, "error": error if math.isfinite(error) else None} for strength, error in choice.tried
    ]
    return Plan(spec, choice.settings, choice.epochs, chosen)


def _hidden(given: argparse.Namespace) -> list[LayerSpec]:
    sizes = given.hidden
    if sizes == AUTO:
        sizes = HIDDEN if given.epochs == AUTO and len(given.activation) == 1 else WITH_EPOCHS["hidden"]
    names = given.activation * len(sizes) if len(given.activation) == 1 else given.activation
    if len(names) != len(sizes):
        raise SpecError(f"There are {len(sizes)} hidden layers but {len(names)} activations for them.")
    return [LayerSpec(units, name) for units, name in zip(sizes, names, strict=True)]
