"""A changed network keeps what the old one has learned."""

from __future__ import annotations

import numpy as np
import pytest

from fcgui_core.inherit import Inherited, inherit, matched_layers
from fcgui_core.network import Network
from fcgui_core.notation import read_layers
from fcgui_core.spec import LayerSpec, NetworkSpec
from fcgui_core.trainer import Trainer, TrainingSettings

X = np.random.default_rng(1).normal(size=(400, 4))
Y = np.eye(3)[(X[:, 0] > 0).astype(int) + (X[:, 1] > X[:, 2])]


def network(hidden: str, seed: int = 0, n_inputs: int = 4, classes: int = 3) -> Network:
    return Network(NetworkSpec(n_inputs, (*read_layers(hidden), LayerSpec(classes, "softmax"))), seed, "float64")


def trained(hidden: str) -> Network:
    made = network(hidden)
    Trainer(made, X, Y, TrainingSettings(learning_rate=0.02)).run(epochs=30)
    return made


def error(made: Network) -> float:
    return float(np.mean(made.predict(X).argmax(axis=1) != Y.argmax(axis=1)))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("8 relu", "8 relu"),
        ("8 relu", "12 relu"),
        ("8 tanh, 6 tanh", "8 tanh, 9 tanh"),
        ("8 relu, 6 relu", "8 relu, 8 relu, 6 relu"),
        ("8 relu, 6 relu", "8 relu, 20 elu, 6 relu"),
        ("8 tanh", "16 relu, 8 tanh"),
        ("8 tanh", "8 tanh, 16 relu"),
        ("8 tanh", "8 tanh, 9 identity"),
        ("8 sigmoid", "8 sigmoid, 8 leaky_relu"),
        ("8 tanh", "8 tanh, 8 maxout"),
        ("4 maxout, 5 relu", "6 maxout, 5 relu"),
        ("", "8 relu"),
    ],
)
def test_more_units_and_layers_leave_the_outputs_as_they_were(before: str, after: str) -> None:
    old, new = trained(before), network(after, seed=7)
    kept = inherit(old, new, X)
    assert kept.exact and not kept.fitted and not kept.fresh
    heir = Network.from_parameters(new.spec, kept.parameters)
    np.testing.assert_allclose(heir.predict(X), old.predict(X), atol=1e-12)


def test_new_units_can_learn_at_once() -> None:
    old, new = trained("8 relu"), network("12 relu", seed=7)
    heir = Network.from_parameters(new.spec, inherit(old, new, X).parameters)
    gradient = heir.gradients(X, Y, "cce")
    assert np.abs(gradient[1][0][8:]).max() > 0  # the way out of the new units has a gradient
    assert np.abs(heir.weights[0][:, 8:]).min() > 0  # and their way in is not all alike


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("16 relu", "10 relu"),
        ("16 relu, 8 relu", "16 relu"),
        ("16 relu, 8 relu", "8 relu"),
        ("16 relu", "16 tanh"),
        ("16 tanh", "16 tanh, 12 tanh"),
        ("16 relu, 8 tanh", "8 tanh, 16 relu"),
        ("16 relu, 8 maxout", "10 relu, 8 maxout"),
    ],
)
def test_what_cannot_be_kept_exactly_is_fitted(before: str, after: str) -> None:
    old, new = trained(before), network(after, seed=7)
    kept = inherit(old, new, X)
    assert kept.fitted and not kept.exact
    heir = Network.from_parameters(new.spec, kept.parameters)
    assert error(old) < 0.05
    assert error(heir) < 0.25 < 0.5 < error(new)


def test_a_new_input_begins_without_a_say_and_one_that_is_gone_counts_as_its_mean() -> None:
    old = trained("8 relu")
    new = network("8 relu", seed=7, n_inputs=4)
    kept = inherit(old, new, X, inputs=[2, 0, None, 1])
    heir = Network.from_parameters(new.spec, kept.parameters)
    seen = X.copy()
    seen[:, 3] = 0.0
    np.testing.assert_allclose(heir.predict(X[:, [2, 0, 3, 1]]), old.predict(seen), atol=1e-12)
    assert not kept.exact


def test_classes_are_followed_by_number() -> None:
    old = trained("8 relu")
    new = network("8 relu", seed=7, classes=4)
    kept = inherit(old, new, X, outputs=[1, None, 0, 2])
    assert kept.fresh == (1,) and not kept.exact
    heir = Network.from_parameters(new.spec, kept.parameters)
    np.testing.assert_array_equal(heir.weights[1][:, [2, 0, 3]], old.weights[1])


def test_without_rows_or_a_likeness_layers_are_drawn_anew() -> None:
    old, new = trained("8 relu"), network("5 maxout(pieces=3)", seed=7)
    kept = inherit(old, new, X)
    np.testing.assert_array_equal(kept.parameters[: new.weights[0].size], new.parameters[: new.weights[0].size])
    assert kept.fresh == (0,) and kept.fitted == (1,)
    assert inherit(old, network("5 relu", seed=7), X[:0]).fresh == (1,)


def test_the_new_network_itself_is_left_alone() -> None:
    old, new = trained("8 relu"), network("9 relu", seed=7)
    before = new.parameters.copy()
    inherit(old, new, X)
    np.testing.assert_array_equal(new.parameters, before)


@pytest.mark.parametrize(
    ("before", "after", "matches"),
    [
        ("", "", (0,)),
        ("5 relu", "5 relu", (0, 1)),
        ("5 relu", "6 relu", (0, 1)),
        ("5 relu", "", (1,)),
        ("", "5 relu", (None, 0)),
        ("5 relu, 6 relu", "5 relu, 7 relu, 6 relu", (0, None, 1, 2)),
        ("5 relu, 7 relu, 6 relu", "5 relu, 6 relu", (0, 2, 3)),
        ("5 relu, 6 relu", "6 relu, 5 relu", (None, None, 2)),
        ("5 relu, 6 relu", "5 tanh, 7 relu", (0, 1, 2)),
        ("5 relu, 6 relu, 7 relu", "9 tanh, 7 relu", (None, 2, 3)),
    ],
)
def test_layers_are_followed(before: str, after: str, matches: tuple[int | None, ...]) -> None:
    assert matched_layers(network(before).spec, network(after).spec) == matches


@pytest.mark.parametrize(
    ("fitted", "fresh", "words"),
    [
        ((1,), (), "the weights into layer 2 were fitted"),
        ((1, 2, 3), (), "the weights into layers 2, 3, 4 were fitted"),
        ((1,), (0, 0, 2), "the weights into layers 1, 3: they are new"),
        ((), (), "what went with the change is gone"),
    ],
)
def test_what_was_kept_is_said_with_its_layers(fitted: tuple[int, ...], fresh: tuple[int, ...], words: str) -> None:
    assert words in Inherited(np.zeros(0), False, fitted, fresh).words


@pytest.mark.parametrize("scale", [1e25, 1e38])
@pytest.mark.parametrize("after", ["8 relu, 5 relu", "5 relu, 6 relu", "8 tanh, 6 relu", "8 relu, 8 relu, 6 relu"])
def test_of_exploded_weights_nothing_that_is_no_number_is_kept(scale: float, after: str) -> None:
    made = network("8 relu, 6 relu")
    old = Network(made.spec, 0, "float32")
    old.parameters[...] *= scale
    new = Network(network(after).spec, 1, "float32")
    inherited = inherit(old, new, X.astype(np.float32))
    assert np.isfinite(inherited.parameters).all() and inherited.words


def test_of_finite_weights_that_carry_on_to_infinite_ones_all_is_drawn_anew() -> None:
    old = Network(NetworkSpec(2, (*read_layers("2 relu"), LayerSpec(1, "identity"))), 0, "float32")
    old.parameters[...] = 3e38
    new = Network(NetworkSpec(2, (*read_layers("2 relu, 2 relu"), LayerSpec(1, "identity"))), 1, "float32")
    inherited = inherit(old, new, np.ones((20, 2), np.float32))
    assert np.isfinite(inherited.parameters).all()
