"""What is to be built and how it is trained, as frozen values, checked before any array exists."""

from __future__ import annotations

import difflib
import math
import operator
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType
from typing import Any

from fcgui_core.activations import ACTIVATIONS, Activation, Parameter
from fcgui_core.errors import SpecError
from fcgui_core.initializers import INITIALIZERS
from fcgui_core.losses import LOSSES
from fcgui_core.settings import SETTINGS, Setting

MAX_PARAMETERS = 20_000_000  # with Adam five vectors: 400 MB in float32
MAX_UNITS = 100_000
MAX_LAYERS = 200


def _known(kind: str, name: object, names: Iterable[str]) -> str:
    """``name`` if it is one of ``names``; a SpecError that lists near ones if not."""
    names = tuple(names)
    if isinstance(name, str) and name in names:
        return name
    near = difflib.get_close_matches(str(name), names, 3) or names
    raise SpecError(f"There is no {kind} called {name!r}; did you mean {', '.join(near)}?")


def checked_whole(what: str, value: Any, minimum: int, maximum: int | None = None) -> int:
    """``value`` as an int within the range."""
    try:
        number = operator.index(value)
    except TypeError:
        number = None
    if number is None or isinstance(value, bool):
        raise SpecError(f"{what} must be a whole number, not {value!r}.")
    if number < minimum or (maximum is not None and number > maximum):
        limits = f"at least {minimum:,}" if maximum is None else f"between {minimum:,} and {maximum:,}"
        raise SpecError(f"{what} must be {limits}, not {number:,}.")
    return number


def _number(what: str, value: Any, minimum: float | None, maximum: float | None, above: bool = False) -> float:
    """``value`` as a finite float within the range; ``above``: the minimum itself is out."""
    try:
        number = math.nan if isinstance(value, (bool, str)) else float(value)
    except (TypeError, ValueError, OverflowError):
        number = math.nan
    if not math.isfinite(number):
        raise SpecError(f"{what} must be a finite number, not {value!r}.")
    if minimum is not None and (number < minimum or (above and number == minimum)):
        raise SpecError(f"{what} must be {'above' if above else 'at least'} {minimum:g}, not {number:g}.")
    if maximum is not None and number > maximum:
        raise SpecError(f"{what} must be at most {maximum:g}, not {number:g}.")
    return number


def _parameter(activation: Activation, name: str, value: Any) -> float:
    if name not in activation.parameters:
        known = ", ".join(activation.parameters) or "none"
        raise SpecError(f"The activation {activation.name} has no parameter {name!r}; it has {known}.")
    parameter: Parameter = activation.parameters[name]
    what = f"{activation.label}'s {name}"
    if parameter.integer:
        return checked_whole(what, value, int(parameter.minimum), int(parameter.maximum))
    return _number(what, value, parameter.minimum, parameter.maximum)


@dataclass(frozen=True, init=False, repr=False)
class LayerSpec:
    """One layer: its neurons and their activation with its parameters, ``LayerSpec(5, "maxout", pieces=3)``.

    Raises SpecError for an unknown activation, a parameter it does not have, or a number out of range.
    """

    units: int
    activation: str
    _parameters: tuple[tuple[str, float], ...]

    def __init__(self, units: int, activation: str = "relu", **parameters: float) -> None:
        entry = ACTIVATIONS[_known("activation", activation, ACTIVATIONS)]
        checked = {name: _parameter(entry, name, value) for name, value in parameters.items()}
        values = entry.defaults | checked
        object.__setattr__(self, "units", checked_whole("The number of units of a layer", units, 1, MAX_UNITS))
        object.__setattr__(self, "activation", activation)
        object.__setattr__(self, "_parameters", tuple(values.items()))

    @property
    def parameters(self) -> Mapping[str, float]:
        """The activation's parameters, defaults filled in; read-only."""
        return MappingProxyType(dict(self._parameters))

    @property
    def pieces(self) -> int:
        """How many linear functions a neuron has: 1, or maxout's number of pieces."""
        return int(dict(self._parameters).get("pieces", 1))

    def with_(self, *, units: int | None = None, activation: str | None = None, **parameters: float) -> LayerSpec:
        """A changed copy; another activation starts from its own default parameters."""
        name = self.activation if activation is None else activation
        kept = dict(self._parameters) if name == self.activation else {}
        return LayerSpec(self.units if units is None else units, name, **(kept | parameters))

    def __repr__(self) -> str:
        parameters = "".join(f", {name}={value!r}" for name, value in self._parameters)
        return f"LayerSpec({self.units}, {self.activation!r}{parameters})"


@dataclass(frozen=True)
class NetworkSpec:
    """A fully connected network: ``n_inputs`` numbers in, then the layers; the last one is the output.

    Raises SpecError when it has no layer, is too large (MAX_PARAMETERS), or a name is unknown.
    ``initializer`` is a name from INITIALIZERS, or "auto": He for the ReLU family, LeCun for SELU, Glorot for
    the rest.
    """

    n_inputs: int
    layers: tuple[LayerSpec, ...]
    initializer: str = "auto"

    def __post_init__(self) -> None:
        object.__setattr__(self, "n_inputs", checked_whole("The number of inputs", self.n_inputs, 1))
        object.__setattr__(self, "layers", tuple(self.layers))
        if not self.layers or not all(isinstance(layer, LayerSpec) for layer in self.layers):
            raise SpecError("A network needs at least one layer, and every layer must be a LayerSpec.")
        if len(self.layers) > MAX_LAYERS:
            raise SpecError(f"A network may have up to {MAX_LAYERS} layers, not {len(self.layers)}.")
        if self.initializer != "auto":
            _known("initialiser", self.initializer, INITIALIZERS)
        if self.n_parameters > MAX_PARAMETERS:
            raise SpecError(
                f"This network has {self.n_parameters:,} weights; up to {MAX_PARAMETERS:,} are possible: "
                "make its widest layers narrower."
            )

    @property
    def sizes(self) -> tuple[int, ...]:
        """Inputs and the units of every layer: (4, 200, 100, 50, 3)."""
        return (self.n_inputs, *(layer.units for layer in self.layers))

    @property
    def n_outputs(self) -> int:
        """The units of the last layer."""
        return self.layers[-1].units

    @property
    def trainable(self) -> bool:
        """Whether a gradient says which way the weights should go, in every layer (not with ``sign``)."""
        return all(ACTIVATIONS[layer.activation].trainable for layer in self.layers)

    @property
    def n_parameters(self) -> int:
        """All weights and biases."""
        return sum(
            layer.pieces * (inputs + 1) * layer.units for inputs, layer in zip(self.sizes, self.layers, strict=False)
        )

    @property
    def weight_shapes(self) -> tuple[tuple[int, ...], ...]:
        """The shape of every W: (inputs, units), or (pieces, inputs, units) for maxout."""
        return tuple(
            (layer.pieces, inputs, layer.units) if layer.activation == "maxout" else (inputs, layer.units)
            for inputs, layer in zip(self.sizes, self.layers, strict=False)
        )


@dataclass(frozen=True)
class TrainingSettings:
    """How a network is trained; every field is described in SETTINGS.

    Raises SpecError for a value out of range.

    ``batch_size=None`` means full batch, ``early_stopping=None`` means none.  The penalty that l1 and l2 add
    to the loss is  l1 sum |W| + l2/2 sum W^2  over all weights; biases are not penalised.
    """

    optimizer: str = "adam"
    learning_rate: float = 0.01
    batch_size: int | None = 16
    loss: str = "cce"
    l1: float = 0.0
    l2: float = 0.0
    dropout: float = 0.0
    momentum: float = 0.9
    rho: float = 0.99
    beta1: float = 0.9
    beta2: float = 0.999
    epsilon: float = 1e-8
    weight_decay: float = 0.01
    schedule: str = "constant"
    decay_rate: float = 0.5
    decay_epochs: int = 100
    early_stopping: int | None = None
    seed: int = 0

    def __post_init__(self) -> None:
        for field in fields(self):
            checked = _checked(SETTINGS[field.name], getattr(self, field.name))
            object.__setattr__(self, field.name, checked)


def _checked(setting: Setting, value: Any) -> Any:
    if setting.kind == "choice":
        return _known(setting.label.lower(), value, setting.choices)
    if value is None and setting.optional:
        return None
    if setting.kind == "int":
        maximum = None if setting.maximum is None else int(setting.maximum)
        return checked_whole(setting.label, value, int(setting.minimum), maximum)
    return _number(setting.label, value, setting.minimum, setting.maximum, setting.exclusive)


def check_pair(output_activation: str, loss: str) -> None:
    """Raise SpecError, with the reason, if a network with this output cannot be trained with this loss."""
    activation = ACTIVATIONS[_known("activation", output_activation, ACTIVATIONS)]
    entry = LOSSES[_known("loss", loss, LOSSES)]
    _check_trainable(activation)
    if entry.pair(activation.name) is None:
        sentence = entry.refusal.format(activation=activation.name)
        raise SpecError(f"{sentence[0].upper()}{sentence[1:]}, or the loss mse.")


def check_trainable(spec: NetworkSpec, loss: str) -> None:
    """Raise SpecError, with the reason, if ``spec`` cannot be trained with ``loss``."""
    for layer in spec.layers:
        _check_trainable(ACTIVATIONS[layer.activation])
    check_pair(spec.layers[-1].activation, loss)


def _check_trainable(activation: Activation) -> None:
    if not activation.trainable:
        raise SpecError(
            f"A layer with {activation.name} cannot be trained: its derivative is zero everywhere, so no "
            "gradient says which way the weights should go; set its weights by hand, or use tanh instead."
        )
