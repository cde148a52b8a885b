"""Advice on outputs and losses that do not fit the task."""

from __future__ import annotations

import pytest

from fcgui_core.activations import ACTIVATIONS
from fcgui_core.advice import advice, usual


@pytest.mark.parametrize(
    ("task", "n_classes", "activation", "loss", "words"),
    [
        ("classification", 3, "softmax", "mse", "Cross-entropy"),
        ("classification", 3, "sigmoid", "bce", "softmax"),
        ("classification", 2, "sigmoid", "mse", "Cross-entropy"),
        ("classification", 2, "tanh", "mse", "probability"),
        ("classification", 3, "identity", "mse", "probability"),
        ("regression", None, "sigmoid", "mse", "between 0 and 1"),
        ("regression", None, "relu", "mse", "never negative"),
        ("regression", None, "softmax", "mse", "always 1"),
    ],
)
def test_what_does_not_fit_is_explained(task: str, n_classes: int, activation: str, loss: str, words: str) -> None:
    assert words in advice(task, n_classes, activation, loss)


@pytest.mark.parametrize(("task", "n_classes"), [("classification", 2), ("classification", 5), ("regression", None)])
def test_what_is_usual_needs_no_advice(task: str, n_classes: int) -> None:
    assert advice(task, n_classes, *usual(task, n_classes)) == ""


def test_two_classes_may_have_two_outputs() -> None:
    assert advice("classification", 2, "softmax", "cce") == ""


def test_every_output_of_a_classification_is_judged() -> None:
    judged = {name for name in ACTIVATIONS if advice("classification", 3, name, "mse")}
    assert judged == set(ACTIVATIONS)
