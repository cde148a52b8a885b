"""The weights file: a .npz that NumPy alone can use, and that says everything about the model.

Members: ``W1 b1 ... WL bL`` in the lecture's orientation, ``activations``, ``feature_names``, ``x_mean``,
``x_scale``, ``classes`` (or ``y_mean`` and ``y_scale``), ``loss``, ``format`` and ``spec``, one JSON text
with all the rest.

Two seeds stand in the spec: ``seed`` is that of the split into training and test rows, ``settings.seed`` that of the
first weights and of the rows' order.  ``fcgui train`` takes one number for both; the window can draw new first weights
and keep the split, so there they may differ.
"""

from __future__ import annotations

import io
import platform
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from importlib import metadata
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from fcgui_core import layout
from fcgui_core.errors import FcguiError, FileError, SpecError
from fcgui_core.files import atomic_write
from fcgui_core.network import Network
from fcgui_core.npz import MAX_TEXT_BYTES, Npz, open_npz
from fcgui_core.preparation import Preparation
from fcgui_core.settings import SETTINGS
from fcgui_core.spec import LayerSpec, NetworkSpec, TrainingSettings
from fcgui_core.strict_json import dump, parse
from fcgui_core.table import Table

LARGEST_SEED = SETTINGS["seed"].maximum or 0
FORMAT = "fcgui-weights/1"
FLOAT64 = np.dtype("<f8")


@dataclass(frozen=True, eq=False)
class Model:
    """A trained network with all that is needed to use it on a raw table, or to go on training it.

    ``parameters`` is the flat vector (n_parameters,) of `Network.parameters`, read-only. ``metrics`` holds
    numbers and texts about the training, for people ("train", "test", "epochs", ...). ``seed`` is the split's.
    Raises `SpecError` when the network does not fit the data.
    """

    spec: NetworkSpec
    parameters: NDArray[Any]
    preparation: Preparation
    settings: TrainingSettings
    seed: int = 0
    dtype: Literal["float32", "float64"] = "float32"
    metrics: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        flat = np.array(self.parameters, dtype=self.dtype)
        flat.setflags(write=False)
        object.__setattr__(self, "parameters", flat)
        d = len(self.preparation.x_mean)
        if self.spec.n_inputs != d:
            raise SpecError(f"The network has {self.spec.n_inputs} inputs, but the data has {d} features.")
        classes = self.preparation.classes
        fitting = [1] if classes is None else [len(classes), 1] if len(classes) == 2 else [len(classes)]
        if self.spec.n_outputs not in fitting:
            raise SpecError(f"The network has {self.spec.n_outputs} outputs, but the data needs {fitting[0]}.")

    @property
    def network(self) -> Network:
        """A network with a copy of these weights."""
        return Network.from_parameters(self.spec, self.parameters, self.dtype)

    @property
    def weights(self) -> list[NDArray[Any]]:
        """Every layer's W (inputs, units), or (pieces, inputs, units) for maxout: read-only views."""
        return layout.split(self.spec, self.parameters)[0]

    @property
    def biases(self) -> list[NDArray[Any]]:
        """Every layer's b (1, units), or (pieces, 1, units) for maxout: read-only views."""
        return layout.split(self.spec, self.parameters)[1]

    def predict(self, table: Table) -> NDArray[Any]:
        """Return the outputs (n, q) for every row of a raw table; `TableError` for missing columns."""
        with np.errstate(over="ignore"):
            X = self.preparation.transform(table).astype(self.dtype)
        return self.network.predict(X)


def save_weights(path: Path | str, model: Model) -> None:
    """Write the model to ``path``, wholly or not at all. Raises `FileError`."""
    with atomic_write(path) as file:
        np.savez(file, **_members(model))


def weights_bytes(model: Model) -> bytes:
    """Return what `save_weights` would write, for a file that holds a weights file inside."""
    file = io.BytesIO()
    np.savez(file, **_members(model))
    return file.getvalue()


def check_savable(model: Model) -> None:
    """Raise `FileError` for a model that `load_weights` would refuse to read: its names are too long."""
    _members(model)


def load_weights(path: Path | str, data: bytes | None = None) -> Model:
    """Read a model written by `save_weights`; each byte is checked against what the file's own spec promises.

    With ``data`` these bytes are read instead, and ``path`` only gives them a name. Raises `FileError` with one
    sentence for everything that is not a sound weights file.
    """
    path = Path(path)
    with open_npz(path, data) as file:
        if "format" not in file.names:
            raise FileError(f"{path.name}: this is not a weights file of fcgui.")
        written = file.texts("format", None)[0]
        if written != FORMAT:
            raise FileError(f'{path.name}: this file\'s format is "{written[:40]}"; this version reads "{FORMAT}".')
        try:
            return _model(file, parse(file.texts("spec", None)[0]))
        except FcguiError as error:
            told = str(error).startswith(f"{path.name}: ")
            raise FileError(str(error) if told else f"{path.name}: {error}") from None


def _members(model: Model) -> dict[str, Any]:
    """Return the arrays of the file; no objects, little-endian, C-ordered."""
    number = np.dtype(model.dtype).newbyteorder("<")
    members: dict[str, Any] = {}
    for layer, (W, b) in enumerate(zip(model.weights, model.biases, strict=True), 1):
        members[f"W{layer}"] = np.ascontiguousarray(W, dtype=number)
        members[f"b{layer}"] = np.ascontiguousarray(b, dtype=number)
    made = model.preparation
    members |= {name: _text_array(texts) for name, texts in _texts(model).items()}
    members |= {name: np.asarray(vector, dtype=FLOAT64) for name, vector in _vectors(made).items()}
    members |= {"loss": np.array(model.settings.loss), "format": np.array(FORMAT)}
    described = dump(_description(model))
    members["spec"] = _text_array((described,)).reshape(())
    return members


def _text_array(texts: tuple[str, ...]) -> NDArray[np.str_]:
    """Return (n,) the texts; NumPy gives each of them the room of the longest, and a reader takes only so much."""
    if 4 * len(texts) * max(map(len, texts)) > MAX_TEXT_BYTES:
        raise FileError(
            "The names of the columns and categories are too long for a weights file: shorten them in the table."
        )
    return np.array(texts)


def _texts(model: Model) -> dict[str, tuple[str, ...]]:
    texts = {
        "activations": tuple(layer.activation for layer in model.spec.layers),
        "feature_names": model.preparation.feature_names,
    }
    return texts if model.preparation.classes is None else texts | {"classes": model.preparation.classes}


def _vectors(made: Preparation) -> dict[str, NDArray[np.float64]]:
    vectors = {"x_mean": made.x_mean, "x_scale": made.x_scale}
    if made.y_mean is not None and made.y_scale is not None:
        vectors |= {"y_mean": made.y_mean, "y_scale": made.y_scale}
    return vectors


def _description(model: Model) -> dict[str, Any]:
    layers = [
        {"units": layer.units, "activation": layer.activation, "parameters": dict(layer.parameters)}
        for layer in model.spec.layers
    ]
    spec = model.spec
    return {
        "network": {"n_inputs": spec.n_inputs, "layers": layers, "initializer": spec.initializer},
        "preparation": model.preparation.to_dict(),
        "settings": asdict(model.settings),
        "seed": model.seed,
        "dtype": model.dtype,
        "metrics": _finite(dict(model.metrics)),
        "versions": {"fcgui": version(), "numpy": np.__version__, "python": platform.python_version()},
    }


def version() -> str:
    """Return the installed version of fcgui."""
    try:
        return metadata.version("fcgui")
    except metadata.PackageNotFoundError:
        return "0"


def _finite(value: Any) -> Any:
    """JSON has no NaN: a number that is not finite becomes null."""
    if isinstance(value, Mapping):
        return {str(name): _finite(part) for name, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_finite(part) for part in value]
    return None if isinstance(value, float) and not np.isfinite(value) else value


def _model(file: Npz, data: dict[str, Any]) -> Model:
    spec = _spec(data["network"])
    made = Preparation.from_dict(data["preparation"])
    settings = TrainingSettings(**data["settings"])
    if data["dtype"] not in ("float32", "float64"):
        raise SpecError("The numbers of a network are float32 or float64.")
    if type(data["seed"]) is not int or not 0 <= data["seed"] <= LARGEST_SEED or not isinstance(data["metrics"], dict):
        raise ValueError("seed or metrics")
    model = Model(spec, _flat(file, spec, data["dtype"]), made, settings, data["seed"], data["dtype"], data["metrics"])
    _check_agreement(file, model)
    return model


def _spec(data: Any) -> NetworkSpec:
    layers = [LayerSpec(entry["units"], entry["activation"], **entry["parameters"]) for entry in data["layers"]]
    return NetworkSpec(data["n_inputs"], tuple(layers), data["initializer"])


def _flat(file: Npz, spec: NetworkSpec, dtype: str) -> NDArray[Any]:
    number = np.dtype(dtype).newbyteorder("<")
    weights, biases = [], []
    for layer, shape in enumerate(spec.weight_shapes, 1):
        weights.append(file.numbers(f"W{layer}", number, shape))
        biases.append(file.numbers(f"b{layer}", number, (*shape[:-2], 1, shape[-1])))
    return layout.join(spec, weights, biases, dtype)


def _check_agreement(file: Npz, model: Model) -> None:
    """The plain arrays beside the spec must say the same as it, or one of the two readers is misled."""
    expected = {"format", "spec", "loss"} | _texts(model).keys() | _vectors(model.preparation).keys()
    expected |= {f"{kind}{layer}" for kind in "Wb" for layer in range(1, len(model.spec.layers) + 1)}
    same = file.names == expected and file.texts("loss", None)[0] == model.settings.loss
    for name, texts in _texts(model).items():
        same = same and file.texts(name, len(texts)) == texts
    for name, vector in _vectors(model.preparation).items():
        same = same and bool((file.numbers(name, FLOAT64, vector.shape) == vector).all())
    if not same:
        raise FileError("This file contradicts itself: its arrays and its spec do not agree.")
