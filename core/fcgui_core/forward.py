"""The forward pass, twice: as the lecture writes it, and recorded for speed.

The lecture's form (L6) is row-major: H = f(X W + b).  In the recorded form one observation is a column, and
every H has a last row of ones, so that the bias is one more weight and one matrix product does it all:

    Z = theta^T [H; 1]     theta = [W; b] (inputs + 1, units),  [H; 1] (inputs + 1, batch),  Z (units, batch)

In tall batches BLAS is up to a third faster when the rows of the batch are contiguous in memory.  Then the
same arrays are views of row-major buffers (F-ordered), and the bias is added by itself, because such a buffer
has no room for the ones beside a contiguous H.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from fcgui_core import layout
from fcgui_core.activations import ACTIVATIONS, Activation
from fcgui_core.errors import SpecError
from fcgui_core.spec import LayerSpec, NetworkSpec
from fcgui_core.tape import Array, Tape

CHUNK_ROWS = 2048  # rows that are looked at together: their activations stay in the processor's cache


def chunk_rows(rows: int) -> int:
    """The size of equal chunks, up to CHUNK_ROWS, of ``rows``: a recorded pass always does a whole one."""
    return -(-rows // -(-rows // CHUNK_ROWS)) if rows else 1


def checked_inputs(spec: NetworkSpec, X: Array) -> Array:
    """``X`` as an array (n, d) of numbers; SpecError if its width is not the network's."""
    X = np.asarray(X)
    if X.ndim != 2 or X.shape[1] != spec.n_inputs:
        raise SpecError(f"The network takes rows of {spec.n_inputs} numbers; the array has the shape {X.shape}.")
    return X


def forward(spec: NetworkSpec, flat: Array, X: Array) -> list[tuple[Array, Array]]:
    """(Z, H) of every layer, (n, units) each: Z = X W + b, H = f(Z).  Maxout's Z is (pieces, n, units)."""
    H = checked_inputs(spec, X).astype(flat.dtype, copy=False)
    passed = []
    with np.errstate(all="ignore"):
        for layer, W, b in zip(spec.layers, *layout.split(spec, flat), strict=True):
            Z = H @ W + b
            H = ACTIVATIONS[layer.activation].value(Z, **layer.parameters)
            passed.append((Z, H))
    return passed


@dataclass(frozen=True)
class RecordedLayer:
    """The buffers of one layer: ``inputs`` is [H; 1] (or H) of the layer before."""

    spec: LayerSpec
    activation: Activation
    theta: Array  # (inputs + 1, pieces * units)
    inputs: Array  # (inputs + 1, batch)
    z: Array  # (pieces * units, batch)
    h: Array  # (units, batch)
    kept: Array | None = None  # (units, batch): 0 where dropout switches a neuron off, else 1 / (1 - rate)


def record_linear(tape: Tape, theta: Array, inputs: Array, z: Array) -> None:
    """Note Z = W^T H + b, as theta^T [H; 1] where ``inputs`` has the row of ones."""
    if len(inputs) == len(theta):
        tape.dot(theta.T, inputs, z)
    else:
        tape.dot(theta[:-1].T, inputs, z)
        tape.add(np.add, z, theta[-1][:, np.newaxis], z)


def is_tall(inputs: int, units: int, batch: int) -> bool:
    """Whether BLAS is faster with a layer's buffers in rows of observations: measured, OpenBLAS 0.3.31."""
    products = inputs * units * batch
    return units >= 32 and ((batch >= 1024 and products >= 1_500_000) or (batch >= 128 and products >= 10_000_000))


def _buffers(tape: Tape, units: int, batch: int, tall: bool) -> tuple[Array, Array]:
    """(H, inputs of the next layer): H (units, batch) and [H; 1], or H itself where it is tall."""
    if tall:
        h = tape.empty(batch, units).T
        return h, h
    extended = tape.empty(units + 1, batch)
    extended[-1] = 1.0
    return extended[:-1], extended


@dataclass(frozen=True)
class Dropout:
    """Switches hidden neurons off at random, each with probability ``rate`` in [0, 1), anew in every pass.

    What is left is divided by 1 - rate ("inverted" dropout, Srivastava et al. 2014), so that the mean of a
    neuron's output stays and nothing needs scaling when the network is used.
    """

    rate: float
    rng: np.random.Generator

    def record(self, tape: Tape, h: Array, dropped: Array) -> Array:
        """Note dropped = h * kept, and return ``kept``; h itself stays, the activation's derivative needs it."""
        kept = tape.like(h)
        contiguous = kept if kept.flags.c_contiguous else kept.T
        tape.add(self.rng.random, None, tape.dtype, contiguous)  # uniform in [0, 1)
        tape.add(np.greater_equal, kept, tape.constant(self.rate), kept)
        tape.add(np.multiply, kept, tape.constant(1.0 / (1.0 - self.rate)), kept)
        tape.add(np.multiply, h, kept, dropped)
        return kept


def record_forward(
    tape: Tape,
    spec: NetworkSpec,
    flat: Array,
    inputs: Array,
    keep_output_logits: bool = False,
    dropout: Dropout | None = None,
) -> list[RecordedLayer]:
    """Note the forward pass from ``inputs`` (n_inputs + 1, batch), whose last row is ones.

    ``z`` and ``h`` of a layer share one buffer where its derivative needs the output only. ``dropout`` acts on
    the hidden layers.
    """
    batch = inputs.shape[1]
    recorded: list[RecordedLayer] = []
    for layer, theta in zip(spec.layers, layout.blocks(spec, flat), strict=True):
        activation = ACTIVATIONS[layer.activation]
        tall = is_tall(len(theta) - 1, theta.shape[1], batch)
        h, following = _buffers(tape, layer.units, batch, tall)
        own_logits = activation.keeps_logits or (keep_output_logits and len(recorded) == len(spec.layers) - 1)
        z = _buffers(tape, theta.shape[1], batch, tall)[0] if own_logits else h
        record_linear(tape, theta, inputs, z)  # Z = theta^T [H; 1]
        activation.record(tape, z, h, layer.parameters)  # H = f(Z)
        kept = None
        if dropout is not None and len(recorded) < len(spec.layers) - 1:
            dropped, following = _buffers(tape, layer.units, batch, tall)
            kept = dropout.record(tape, h, dropped)
        recorded.append(RecordedLayer(layer, activation, theta, inputs, z, h, kept))
        inputs = following
    return recorded


class ForwardPass:
    """A recorded forward pass for chunks of up to ``rows`` observations, reading the weights from ``flat``.

    ``layers`` are its buffers; with ``keep_output_logits`` the last layer's z survives beside its h.
    """

    def __init__(self, spec: NetworkSpec, flat: Array, rows: int, keep_output_logits: bool = False) -> None:
        self.tape = Tape(flat.dtype)
        self._rows = self.tape.empty(rows, spec.n_inputs + 1)
        self._rows[:, -1] = 1.0
        self.layers = record_forward(self.tape, spec, flat, self._rows.T, keep_output_logits)

    def run(self, X: Array) -> RecordedLayer:
        """Pass the rows of X on; their outputs are the first len(X) columns of the last layer."""
        self._rows[: len(X), :-1] = X
        self.tape.replay()
        return self.layers[-1]


def predict(spec: NetworkSpec, flat: Array, X: Array) -> Array:
    """The outputs (n, q) for X (n, d)."""
    X = checked_inputs(spec, X)
    outputs = np.empty((len(X), spec.n_outputs), dtype=flat.dtype)
    with np.errstate(all="ignore"):
        size = chunk_rows(len(X))
        passing = ForwardPass(spec, flat, size)
        for start in range(0, len(X), size):
            chunk = X[start : start + size]
            outputs[start : start + size] = passing.run(chunk).h[:, : len(chunk)].T
    return outputs
