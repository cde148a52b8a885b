"""A model in other forms: JSON, and a Python script that needs nothing but NumPy. One entry a format."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from textwrap import dedent
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fcgui_core.errors import FileError
from fcgui_core.files import atomic_write
from fcgui_core.weights_file import Model, save_weights

JSON_FORMAT = "fcgui-json/1"
READABLE_NUMBERS = 5_000  # up to so many weights a script shows them as numbers, beyond as base64


def export(model: Model, path: Path | str, to: str | None = None) -> None:
    """Write the model to ``path`` in the format ``to``, or the one that the path's ending says.

    Raises `FileError` for an unknown format and for everything that keeps the file from being written.
    """
    name = (to or Path(path).suffix.removeprefix(".")).lower()
    if name not in FORMATS:
        known = ", ".join(FORMATS)
        what = f'there is no format "{name}"' if name else "the file's ending says no format"
        raise FileError(f"{path}: {what}; known are {known}.")
    FORMATS[name](model, path)


def _save_json(model: Model, path: Path | str) -> None:
    with atomic_write(path) as file:
        file.write(json.dumps(to_json(model), ensure_ascii=False, allow_nan=False, indent=1).encode("utf-8"))


def to_json(model: Model) -> dict[str, Any]:
    """Return the model as plain lists, numbers and texts: layers with W and b, scaling, classes."""
    made = model.preparation
    layers = [
        {
            "activation": layer.activation,
            "parameters": dict(layer.parameters),
            "W": W.tolist(),
            "b": b.tolist(),
        }
        for layer, W, b in zip(model.spec.layers, model.weights, model.biases, strict=True)
    ]
    described: dict[str, Any] = {
        "format": JSON_FORMAT,
        "layers": layers,
        "loss": model.settings.loss,
        "feature_names": list(made.feature_names),
        "x_mean": made.x_mean.tolist(),
        "x_scale": made.x_scale.tolist(),
        "target": made.target,
    }
    if made.classes is not None:
        return described | {"classes": list(made.classes)}
    assert made.y_mean is not None and made.y_scale is not None
    return described | {"y_mean": made.y_mean.tolist(), "y_scale": made.y_scale.tolist()}


# Each activation as a line of NumPy: z is (n, units), for maxout (pieces, n, units); p holds its parameters.
ACTIVATION_LINES: Mapping[str, str] = {
    "identity": "z",
    "sigmoid": "1 / (1 + np.exp(-np.clip(z, -700, 700)))",
    "tanh": "np.tanh(z)",
    "relu": "np.maximum(z, 0)",
    "leaky_relu": 'np.maximum(z, p["slope"] * z)',
    "elu": 'np.where(z >= 0, z, p["alpha"] * np.expm1(np.minimum(z, 0)))',
    "selu": "1.0507009873554805 * np.where(z >= 0, z, 1.6732632423543772 * np.expm1(np.minimum(z, 0)))",
    "softplus": "np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z)))",
    "swish": "z / (1 + np.exp(-np.clip(z, -700, 700)))",
    "gelu": "z / (1 + np.exp(-np.clip(1.5957691216057308 * (z + 0.044715 * z**3), -700, 700)))",
    "maxout": "np.max(z, axis=0)",
    "softmax": "(e := np.exp(z - z.max(1, keepdims=True))) / e.sum(1, keepdims=True)",
    "sign": "np.sign(z)",
}

_SCRIPT = '''
    """A trained network, written by fcgui. Needs NumPy only.

    python {file} {example}
    gives the network's answer for one row with the features FEATURES, in this order.
    """

    import base64
    import sys

    import numpy as np

    FEATURES = {features!r}
    X_MEAN = np.array({x_mean!r})
    X_SCALE = np.array({x_scale!r})
    CLASSES = {classes!r}  # None: a regression
    Y_MEAN, Y_SCALE = {y_mean!r}, {y_scale!r}
    P = {parameters!r}  # each layer's parameters of its activation
    WEIGHTS = [
    {weights}
    ]
    BIASES = [
    {biases}
    ]
    ACTIVATIONS = [
    {activations}
    ]


    def outputs(rows):
        """What leaves the network (n, q) for raw encoded rows (n, {d})."""
        h = (np.asarray(rows, dtype=float) - X_MEAN) / X_SCALE
        for W, b, f, p in zip(WEIGHTS, BIASES, ACTIVATIONS, P):
            h = f(h @ W + b, p)
        return h


    def answers(rows):
        """Class names, or values in the target's unit, (n,)."""
        h = outputs(rows)
        if CLASSES is None:
            return h[:, 0] * Y_SCALE + Y_MEAN
        return np.array(CLASSES)[(h[:, 0] > 0.5).astype(int) if h.shape[1] == 1 else h.argmax(1)]


    if __name__ == "__main__":
        if len(sys.argv) != 1 + len(FEATURES):
            sys.exit("give the features: " + " ".join(FEATURES))
        row = [[float(text) for text in sys.argv[1:]]]
        print(answers(row)[0], outputs(row)[0])
'''


def _save_script(model: Model, path: Path | str) -> None:
    with atomic_write(path) as file:
        file.write(to_script(model, Path(path).name).encode("utf-8"))


def to_script(model: Model, name: str = "model.py") -> str:
    """Return a Python script that holds the model and needs nothing but NumPy."""
    made = model.preparation
    readable = model.spec.n_parameters <= READABLE_NUMBERS
    lines = [f"    lambda z, p: {ACTIVATION_LINES[layer.activation]}," for layer in model.spec.layers]
    return (
        dedent(_SCRIPT)
        .lstrip()
        .format(
            file=re.sub(r"[^\w.-]", "_", name, flags=re.ASCII),
            example=" ".join(f"{value:.6g}" for value in made.x_mean[:20]) + (" ..." if len(made.x_mean) > 20 else ""),
            features=list(made.feature_names),
            x_mean=made.x_mean.tolist(),
            x_scale=made.x_scale.tolist(),
            classes=None if made.classes is None else list(made.classes),
            y_mean=0.0 if made.y_mean is None else float(made.y_mean[0]),
            y_scale=1.0 if made.y_scale is None else float(made.y_scale[0]),
            parameters=[dict(layer.parameters) for layer in model.spec.layers],
            weights="\n".join(_array_line(W, readable) for W in model.weights),
            biases="\n".join(_array_line(b, readable) for b in model.biases),
            activations="\n".join(lines),
            d=len(made.x_mean),
        )
    )


def _array_line(array: NDArray[Any], readable: bool) -> str:
    dtype = array.dtype.name
    if readable:
        return f"    np.array({array.tolist()!r}, dtype={dtype!r}),"
    text = base64.b64encode(np.ascontiguousarray(array, dtype=array.dtype.newbyteorder("<")).tobytes()).decode()
    return f"    np.frombuffer(base64.b64decode({text!r}), dtype='<f{array.itemsize}').reshape({array.shape}),"


FORMATS: Mapping[str, Callable[[Model, Path | str], None]] = {
    "npz": lambda model, path: save_weights(path, model),
    "json": _save_json,
    "py": _save_script,
}
