from __future__ import annotations

import numpy as np
import pytest

from fcgui_core import ACTIVATIONS, LayerSpec, Network, NetworkSpec
from fcgui_core.tape import Tape

EXTREME = np.array([-1e30, -1e4, -100.0, -1.0, -1e-30, 0.0, 1e-30, 1.0, 100.0, 1e4, 1e30])
ELEMENTWISE = [name for name, entry in ACTIVATIONS.items() if entry.elementwise]


@pytest.mark.parametrize(
    ("name", "z", "expected"),
    [
        ("identity", 2.0, 2.0),
        ("sigmoid", 0.0, 0.5),
        ("tanh", 1.0, np.tanh(1.0)),
        ("relu", -3.0, 0.0),
        ("relu", 3.0, 3.0),
        ("leaky_relu", -3.0, -0.3),
        ("elu", -1.0, np.exp(-1.0) - 1.0),
        ("elu", 2.0, 2.0),
        ("sign", -0.1, -1.0),
        ("softplus", 0.0, np.log(2.0)),
        ("swish", 1.0, 1.0 / (1.0 + np.exp(-1.0))),
        ("gelu", 1.0, 0.8411919906082768),  # torch.nn.functional.gelu(1, approximate="tanh")
        ("selu", -1.0, -1.1113307378125625),  # torch.nn.functional.selu(-1)
    ],
)
def test_formula(name: str, z: float, expected: float) -> None:
    entry = ACTIVATIONS[name]
    assert entry.value(np.array([z]), **entry.defaults) == pytest.approx([expected], rel=1e-12)


def test_softmax_and_maxout_work_over_a_layer() -> None:
    p = ACTIVATIONS["softmax"].value(np.array([[1.0, 2.0, 3.0]]))
    assert p == pytest.approx(np.exp([[1.0, 2.0, 3.0]]) / np.exp([1.0, 2.0, 3.0]).sum())
    pieces = np.array([[[1.0, -2.0]], [[0.0, 5.0]]])  # (pieces, observations, units)
    assert ACTIVATIONS["maxout"].value(pieces, pieces=2).tolist() == [[1.0, 5.0]]


@pytest.mark.parametrize("name", ELEMENTWISE)
@pytest.mark.parametrize("parameters", [{}, {"slope": 0.3, "alpha": 2.0}])
def test_derivative_is_the_slope_of_the_value(name: str, parameters: dict[str, float]) -> None:
    entry = ACTIVATIONS[name]
    chosen = entry.defaults | {key: parameters[key] for key in entry.defaults if key in parameters}
    z = np.linspace(-3.0, 3.0, 13) + 0.05  # 0 itself, where some have a kink, is not among them
    slope = (entry.value(z + 1e-6, **chosen) - entry.value(z - 1e-6, **chosen)) / 2e-6
    assert entry.derivative(z, **chosen) == pytest.approx(slope, abs=1e-8)


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("name", ACTIVATIONS)
def test_any_finite_input_gives_finite_numbers_without_a_warning(name: str, dtype: str) -> None:
    entry = ACTIVATIONS[name]
    z = np.array([EXTREME, EXTREME[::-1]], dtype=dtype)
    for function in (entry.value, entry.derivative):
        result = function(z, **entry.defaults)
        assert np.isfinite(result).all()
        assert result.dtype == dtype


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("name", ACTIVATIONS)
@pytest.mark.parametrize("order", ["C", "F"])
def test_recorded_form_equals_the_formula(name: str, dtype: str, order: str) -> None:
    entry, rng = ACTIVATIONS[name], np.random.default_rng(0)
    pieces = int(entry.defaults.get("pieces", 1))
    z0 = np.asarray(rng.normal(size=(4 * pieces, 6)) * 3, dtype=dtype, order=order)
    tape, h = Tape(dtype), np.zeros((4, 6), dtype, order=order)
    z = z0.copy(order="K") if entry.keeps_logits else h
    entry.record(tape, z, h, entry.defaults)
    z[...] = z0
    with np.errstate(all="ignore"):
        tape.replay()
    plain = z0.reshape(pieces, 4, 6) if name == "maxout" else z0.T if name == "softmax" else z0
    expected = entry.value(plain, **entry.defaults)
    tolerance = 1e-6 if dtype == "float32" else 1e-13
    assert h == pytest.approx(expected.T if name == "softmax" else expected, rel=tolerance, abs=tolerance)


@pytest.mark.parametrize("name", [name for name in ELEMENTWISE if ACTIVATIONS[name].trainable])
def test_recorded_gradient_equals_the_formula(name: str) -> None:
    entry, rng = ACTIVATIONS[name], np.random.default_rng(0)
    z = np.concatenate([rng.normal(size=(3, 7)) * 3, [[-60.0, -1e4, 0.0, 1e4, 60.0, 1e-9, -1e-9]]])
    h, d0 = entry.value(z, **entry.defaults), rng.normal(size=z.shape)
    tape, d = Tape("float64"), d0.copy()
    assert entry.record_gradient is not None
    result = entry.record_gradient(tape, z if entry.keeps_logits else h, h, d, entry.defaults)
    with np.errstate(all="ignore"):
        tape.replay()
    assert result == pytest.approx(d0 * entry.derivative(z, **entry.defaults), rel=1e-9, abs=1e-12)


def test_relu_has_no_slope_at_zero() -> None:
    """As in PyTorch; a table with a column of zeros puts many neurons exactly there."""
    network = Network(NetworkSpec(2, (LayerSpec(3, "relu"), LayerSpec(1, "identity"))))
    (dW, db), _ = network.gradients(np.zeros((4, 2)), np.ones((4, 1)), "mse")
    assert not dW.any() and not db.any()


def test_every_entry_explains_itself() -> None:
    for name, entry in ACTIVATIONS.items():
        assert entry.name == name
        assert all((entry.label, entry.formula, entry.derivative_formula))
        assert entry.summary.endswith(".") and entry.hint.endswith(".")
        for parameter in entry.parameters.values():
            assert parameter.minimum <= parameter.default <= parameter.maximum
            assert parameter.help
    assert not ACTIVATIONS["sign"].trainable
