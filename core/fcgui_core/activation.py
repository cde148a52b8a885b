"""What an entry of the registry of activation functions consists of; the entries are in ``activations``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from fcgui_core.tape import Array, Tape

Parameters = Mapping[str, float]


@dataclass(frozen=True)
class Parameter:
    """One parameter of an activation: its default, its range and one sentence about it."""

    default: float
    minimum: float
    maximum: float
    help: str
    integer: bool = False


@dataclass(frozen=True)
class Activation:
    """One activation function.

    ``value(z, **parameters)`` and ``derivative(z, **parameters)`` are plain NumPy for any shape.  Softmax
    works along the last axis (its ``derivative`` is the Jacobian's diagonal p (1 - p)); maxout takes the
    maximum over axis 0, the pieces (its ``derivative`` is 1 for the piece that wins).
    """

    name: str
    label: str
    formula: str
    derivative_formula: str
    summary: str
    hint: str
    value: Callable[..., Array]
    derivative: Callable[..., Array]
    record: Callable[[Tape, Array, Array, Parameters], None]
    record_gradient: Callable[[Tape, Array, Array, Array, Parameters], Array] | None
    parameters: Mapping[str, Parameter] = field(default_factory=lambda: MappingProxyType({}))
    elementwise: bool = True
    keeps_logits: bool = False
    initializer: str = "glorot_uniform"  # what "auto" chooses for a layer with this activation

    @property
    def trainable(self) -> bool:
        """Whether a network with this activation can be trained by gradient descent."""
        return self.record_gradient is not None

    @property
    def defaults(self) -> dict[str, float]:
        """The default of every parameter."""
        return {name: parameter.default for name, parameter in self.parameters.items()}
