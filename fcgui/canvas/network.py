"""What is drawn: the network in the words of its table."""

from __future__ import annotations

from dataclasses import dataclass

from fcgui_core.snapshot import Snapshot
from fcgui_core.spec import NetworkSpec

INPUTS = -1  # the inputs as a selection; layers count from 0


@dataclass(frozen=True)
class Drawn:
    """A network and the names of what goes in and comes out. Layer -1 stands for the inputs."""

    input_names: tuple[str, ...]
    spec: NetworkSpec
    output_names: tuple[str, ...]

    @property
    def output(self) -> int:
        """The index of the output layer."""
        return len(self.spec.layers) - 1

    @property
    def named_inputs(self) -> tuple[str, ...]:
        """A name for each input, or none at all."""
        return self.input_names if len(self.input_names) == self.spec.n_inputs else ()

    @property
    def named_outputs(self) -> tuple[str, ...]:
        """A name for each output neuron, or none at all."""
        return self.output_names if len(self.output_names) == self.spec.n_outputs else ()

    def is_hidden(self, layer: int | None) -> bool:
        """Whether ``layer`` is one that may be moved, resized and removed."""
        return layer is not None and 0 <= layer < self.output

    def units(self, layer: int) -> int:
        """The neurons of a layer, or the number of inputs."""
        return self.spec.sizes[layer + 1]

    def fits(self, snapshot: Snapshot | None) -> bool:
        """Whether the weights of ``snapshot`` are weights of this network."""
        return snapshot is not None and (
            snapshot.spec is self.spec
            or (snapshot.spec.n_inputs == self.spec.n_inputs and snapshot.spec.weight_shapes == self.spec.weight_shapes)
        )


@dataclass(frozen=True)
class Insert:
    """The wish for a new hidden layer before layer ``index``."""

    index: int
    units: int


@dataclass(frozen=True)
class Remove:
    """The wish to remove a hidden layer."""

    index: int


@dataclass(frozen=True)
class Move:
    """The wish to have a hidden layer at another place."""

    index: int
    to: int


@dataclass(frozen=True)
class Resize:
    """The wish for another number of neurons."""

    index: int
    units: int


@dataclass(frozen=True)
class Activate:
    """The wish for another activation."""

    index: int
    activation: str


@dataclass(frozen=True)
class Paste:
    """The wish for whole layers before layer ``index``, as text: ``200 relu, 50 tanh``."""

    index: int
    text: str


Intent = Insert | Remove | Move | Resize | Activate | Paste
