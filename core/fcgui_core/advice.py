"""What an experienced colleague would say of choices that are possible, but not what fits the task."""

from __future__ import annotations

from fcgui_core.task import natural_activation, natural_loss

_ONE_NUMBER = {
    "sigmoid": "A sigmoid output stays between 0 and 1, but the scaled target does not: identity reaches every number.",
    "tanh": "A tanh output stays between -1 and 1, but the scaled target does not: identity reaches every number.",
    "softmax": "Softmax over a single output is always 1: identity reaches every number.",
    "relu": "A ReLU output is never negative, but the scaled target is: identity reaches every number.",
    "softplus": "A softplus output is never negative, but the scaled target is: identity reaches every number.",
}
_UNBOUND = "This output is no probability: sigmoid for two classes, or softmax for more, gives one for each class."
STOPS_ON_TEST = (
    "Early stopping looks at the test rows, as there are none for validation: their score then flatters the network."
)
_SEPARATE = "Each class gets a probability of its own, and they need not sum to 1: softmax shares out one whole."
_SQUARED = (
    "With squared error an output that is wrong and certain learns slowly: its slope is flat. Cross-entropy does not."
)


def advice(task: str, n_classes: int | None, activation: str, loss: str) -> str:
    """Return one sentence why the usual output and loss would fit better (lecture L8), "" where there is none.

    ``activation`` is the output's.
    """
    if task == "regression":
        return _ONE_NUMBER.get(activation, "")
    if activation not in ("sigmoid", "softmax"):
        return _UNBOUND
    if activation == "sigmoid" and (n_classes or 0) > 2:
        return _SEPARATE
    if loss == "mse":
        return _SQUARED
    return ""


def stopping_advice(patience: int | None, n_validation: int, n_test: int) -> str:
    """Return one sentence why rows should be set aside for early stopping, "" where there is none.

    ``patience`` is in epochs, None without early stopping; the others are numbers of rows.
    """
    return STOPS_ON_TEST if patience is not None and not n_validation and n_test else ""


def usual(task: str, n_classes: int | None) -> tuple[str, str]:
    """The output activation and the loss that fit the task."""
    activation = natural_activation(task, n_classes)
    return activation, natural_loss(activation, task)
