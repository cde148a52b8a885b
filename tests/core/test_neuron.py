"""One neuron, and all of them over a plane: what the small pictures, the card and the highlighted path show."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from fcgui_core import LayerSpec, Network, NetworkSpec, Snapshot, Trainer, TrainingSettings
from fcgui_core.neuron import activations_of, strongest_path, terms_of
from fcgui_core.neuron_maps import NeuronMaps
from fcgui_core.plane import Plane, centres
from fcgui_core.probe import Prober, decision_grid

SPEC = NetworkSpec(
    3, (LayerSpec(4, "maxout", pieces=2), LayerSpec(5, "tanh"), LayerSpec(3, "relu"), LayerSpec(2, "softmax"))
)
PLANE = Plane(0, 2, (-2.0, 1.0), (0.0, 3.0), np.array([9.0, 0.5, 9.0]))


def snapshot(seed: int = 0) -> Snapshot:
    X = np.random.default_rng(seed).normal(size=(12, 3))
    Y = np.eye(2)[np.arange(12) % 2]
    return Trainer(Network(SPEC, seed=seed), X, Y, TrainingSettings()).snapshot()


@pytest.mark.parametrize("rows", [7, 36, 400])
def test_maps_are_the_activations_on_the_grid_however_it_is_sliced(rows: int) -> None:
    shot, side = snapshot(), 6
    maps = NeuronMaps(SPEC, side)
    maps.slice_rows = min(rows, maps.slice_rows)
    wanted = [np.arange(3), np.array([3, 0]), np.array([4]), np.arange(3), np.arange(2)]
    assert list(maps.passing(shot, PLANE, wanted))[-1] == side**2
    xs, ys = np.meshgrid(centres(PLANE.x_span, side), centres(PLANE.y_span, side))
    grid = np.column_stack([xs.ravel(), np.full(side**2, 0.5), ys.ravel()])
    passed = [grid, *(h for _, h in shot.forward(grid))]
    for units, values, spread, h in zip(wanted, maps.values, maps.spread, passed, strict=True):
        np.testing.assert_allclose(values.reshape(len(units), -1), h[:, units].T, atol=1e-5)
        np.testing.assert_allclose(spread, h.std(0), atol=1e-5)


def test_activity_is_spread_times_outgoing_weights() -> None:
    shot = snapshot()
    maps = NeuronMaps(SPEC, 5)
    list(maps.passing(shot, PLANE, [np.arange(units) for units in SPEC.sizes]))
    np.testing.assert_allclose(maps.activity()[2], maps.spread[2] * np.abs(shot.weights[2]).sum(1), rtol=1e-5)
    np.testing.assert_allclose(maps.activity()[-1], maps.spread[-1])


@pytest.mark.parametrize(("layer", "unit"), [(-1, 2), (0, 3), (2, 1), (3, 0)])
def test_a_neurons_own_map_in_the_large_view(layer: int, unit: int) -> None:
    shot = snapshot()
    prober = Prober(SPEC)
    prober.use(shot)
    field = decision_grid(prober.unit(layer, unit), PLANE, 4, 3)
    xs, ys = np.meshgrid(centres(PLANE.x_span, 4), centres(PLANE.y_span, 3))
    rows = PLANE.rows(xs.ravel(), ys.ravel())
    np.testing.assert_allclose(field[..., 0].ravel(), activations_of(shot, layer, unit, rows), atol=1e-5)


def test_the_terms_of_a_neuron_add_up_to_it() -> None:
    shot = snapshot()
    x = np.array([[0.3, -1.0, 2.0]])
    z, _ = shot.forward(x)[0]
    for piece in (0, 1):
        terms, bias = terms_of(shot, 0, 2, piece)
        sizes = [abs(term.weight) for term in terms]
        assert sizes == sorted(sizes, reverse=True)
        assert sum(term.weight * x[0, term.source] for term in terms) + bias == pytest.approx(z[piece, 0, 2], abs=1e-5)


@pytest.mark.parametrize(("layer", "unit"), [(-1, 1), (0, 0), (1, 4), (2, 2), (3, 1)])
def test_the_strongest_path_is_the_best_of_all_chains(layer: int, unit: int) -> None:
    shot = snapshot(3)
    sizes = [np.abs(W).reshape(-1, *W.shape[-2:]).max(0) for W in shot.weights]

    def product(chain: tuple[int, ...]) -> float:
        return float(np.prod([W[a, b] for W, a, b in zip(sizes, chain, chain[1:], strict=False)]))

    chains = itertools.product(*(range(units) for units in SPEC.sizes))
    best = max((chain for chain in chains if chain[layer + 1] == unit), key=product)
    assert tuple(strongest_path(shot, layer, unit).values()) == best
