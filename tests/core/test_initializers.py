from __future__ import annotations

import math

import numpy as np
import pytest

from fcgui_core import ACTIVATIONS, INITIALIZERS, LayerSpec, Network, NetworkSpec, SpecError

INPUTS, UNITS = 300, 200
GLOROT = 2 / (INPUTS + UNITS)


@pytest.mark.parametrize(
    ("name", "variance"),
    [
        ("glorot_uniform", GLOROT),
        ("glorot_normal", GLOROT),
        ("he_uniform", 2 / INPUTS),
        ("he_normal", 2 / INPUTS),
        ("lecun_uniform", 1 / INPUTS),
        ("lecun_normal", 1 / INPUTS),
        ("small_uniform", 0.05**2 / 3),
        ("zeros", 0.0),
    ],
)
def test_statistics(name: str, variance: float) -> None:
    W = INITIALIZERS[name].draw(np.random.default_rng(0), INPUTS, UNITS, (INPUTS, UNITS))
    assert W.mean() == pytest.approx(0.0, abs=5 * math.sqrt(variance / W.size))
    assert W.var() == pytest.approx(variance, rel=0.03)
    if "uniform" in name:
        assert np.abs(W).max() <= math.sqrt(3 * variance) * (1 + 1e-12)


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_auto_chooses_by_activation(name: str) -> None:
    """He for the ReLU family, LeCun for SELU, Glorot for the rest; biases start at zero."""
    he = ("relu", "leaky_relu", "elu", "maxout", "softplus", "gelu", "swish")
    expected = 2 / INPUTS if name in he else 1 / INPUTS if name == "selu" else GLOROT
    network = Network(NetworkSpec(INPUTS, (LayerSpec(UNITS, name),)))
    assert network.weights[0].var() == pytest.approx(expected, rel=0.03)
    assert not network.biases[0].any()


def test_seed_and_dtype() -> None:
    spec = NetworkSpec(4, (LayerSpec(5), LayerSpec(3, "softmax")))
    again, other = Network(spec, seed=7), Network(spec, seed=8)
    assert (Network(spec, seed=7).parameters == again.parameters).all()
    assert (again.parameters != other.parameters).any()
    assert (Network(spec, seed=7, dtype="float64").parameters.astype("float32") == again.parameters).all()
    with pytest.raises(SpecError, match="float32 or float64"):
        Network(spec, dtype="float16")
