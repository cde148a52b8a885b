"""Weights that are set by hand or held while the others learn."""

from __future__ import annotations

import numpy as np
import pytest

from fcgui_core import LayerSpec, Network, NetworkSpec, SpecError, Trainer, TrainingSettings
from fcgui_core.optimizers import OPTIMIZERS
from fcgui_core.place import BIAS, Place, mask_of

SPEC = NetworkSpec(3, (LayerSpec(5, "maxout", pieces=2), LayerSpec(4, "tanh"), LayerSpec(1, "sigmoid")))
PLACES = (Place(0, 1, 4, 1), Place(0, BIAS, 2), Place(1, 3, 0), Place(2, BIAS, 0))


def trainer(**settings: object) -> Trainer:
    rng = np.random.default_rng(0)
    X = rng.normal(size=(40, 3))
    Y = (X[:, :1] > 0).astype(float)
    chosen = TrainingSettings(**{"loss": "bce", "batch_size": 8, "learning_rate": 0.01, **settings})
    return Trainer(Network(SPEC, seed=1), X, Y, chosen)


def test_a_place_is_where_the_matrices_say() -> None:
    network = Network(SPEC, seed=1)
    for place in PLACES:
        values = network.biases[place.layer] if place.is_bias else network.weights[place.layer]
        row = 0 if place.is_bias else place.input
        matrix = values[place.piece] if values.ndim == 3 else values
        assert network.parameters[place.index(SPEC)] == matrix[row, place.unit]


@pytest.mark.parametrize("place", [Place(3, 0, 0), Place(0, 3, 0), Place(0, 0, 5), Place(1, 0, 0, 1), Place(0, -2, 0)])
def test_a_place_that_is_not_there_is_refused(place: Place) -> None:
    with pytest.raises(SpecError, match="no "):
        place.index(SPEC)


@pytest.mark.parametrize("optimizer", list(OPTIMIZERS))
def test_frozen_weights_stay_whatever_the_optimiser_does(optimizer: str) -> None:
    held = trainer(optimizer=optimizer, l2=0.1)
    held.run(steps=3)  # there is momentum by now
    mask = mask_of(SPEC, PLACES)
    before = held.network.parameters.copy()
    held.freeze(mask)
    held.run(steps=12)
    after = held.network.parameters
    assert (after[mask] == before[mask]).all()
    assert (after[~mask] != before[~mask]).sum() > 0.9 * (~mask).sum()
    held.freeze(None)
    held.run(steps=3)
    assert (held.network.parameters[mask] != before[mask]).all()


def test_new_settings_and_a_resumed_state_keep_the_mask_and_an_edit_goes_through() -> None:
    held = trainer()
    mask = mask_of(SPEC, PLACES)
    held.freeze(mask)
    held.apply(TrainingSettings(loss="bce", batch_size=4, optimizer="momentum"))
    flat = held.network.parameters.copy()
    flat[mask] = 0.25
    held.edit(flat)
    held.run(steps=5)
    other = trainer(batch_size=4, optimizer="momentum")
    other.restore(held.state())
    held.run(steps=5)
    other.run(steps=5)
    assert (held.network.parameters[mask] == np.float32(0.25)).all()
    assert (held.network.parameters == other.network.parameters).all()
    with pytest.raises(SpecError, match="mask"):
        held.freeze(np.ones(3, bool))


def test_without_frozen_weights_nothing_changes() -> None:
    plain, held = trainer(), trainer()
    held.freeze(np.zeros(SPEC.n_parameters, bool))
    plain.run(epochs=2)
    held.run(epochs=2)
    assert (plain.network.parameters == held.network.parameters).all() and held.frozen is None
