"""A training that goes on with other rows."""

from __future__ import annotations

import numpy as np
import pytest

from fcgui_core import LayerSpec, Network, NetworkSpec, Trainer, TrainingSettings
from fcgui_core.carry_on import carry_on
from fcgui_core.errors import SpecError

SETTINGS = TrainingSettings(optimizer="adam", learning_rate=0.01, batch_size=4, loss="bce", seed=1)


def trainer(rows: int, units: int = 3) -> Trainer:
    rng = np.random.default_rng(rows)
    X = rng.normal(size=(rows, 2))
    spec = NetworkSpec(2, (LayerSpec(units, "tanh"), LayerSpec(1, "sigmoid")))
    return Trainer(Network(spec, seed=0), X, (X[:, :1] > 0).astype(float), SETTINGS, task="classification")


def test_weights_epochs_and_curves_go_on() -> None:
    old, new = trainer(20), trainer(33)
    old.run(epochs=5)
    old.run(steps=2)  # in the middle of an epoch
    carry_on(old, new)
    assert np.array_equal(new.network.parameters, old.network.parameters)
    assert (new.epoch, new.step) == (5, 27)
    assert np.array_equal(new.snapshot().history.epoch, old.snapshot().history.epoch)
    new.run(epochs=1)
    assert (new.epoch, new.step) == (6, 27 + 9)
    assert not np.array_equal(new.network.parameters, old.network.parameters)


def test_the_optimiser_goes_on() -> None:
    old, same = trainer(20), trainer(20)
    old.run(epochs=5)
    carry_on(old, same)
    old.run(epochs=3)
    same.run(epochs=3)
    assert np.array_equal(old.network.parameters, same.network.parameters)


def test_another_network_is_refused() -> None:
    with pytest.raises(SpecError):
        carry_on(trainer(20), trainer(20, units=4))
