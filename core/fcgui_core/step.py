"""The training step: recorded once per batch size as a flat list of ready NumPy calls, then replayed.

What is recorded is the lecture (L6, L13, L15) and nothing else; for layer l with theta = [W; b]:

    forward    Z = theta^T [H_before; 1]     H = f(Z)                  (forward.record_forward)
    loss       D = dL/dZ of the output layer                           (losses)
    backward   dL/dtheta = [H_before; 1] D^T                           (record_backward)
               D_before = f'(Z_before) * (W D)
    penalty    dL/dW += l1 sign(W) + l2 W
    update     theta <- theta - a dL/dtheta, or another optimiser's    (optimizers)

Why it is fast.  A small network's step is a hundred tiny array operations, and textbook NumPy spends most of
its time around them, not in them.  So: every call is bound to its arrays beforehand and a step replays the
list in C (Tape); all outputs go into preallocated buffers; constants are 0-d arrays; the bias is folded into
the matrix product by a row of ones; activations are feature-major, so that [H; 1] without its last row is one
contiguous block; output and loss are fused into D = P - Y where they can be; and all parameters are ONE flat
vector, so that an optimiser is a handful of calls whatever the number of layers.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from fcgui_core import layout
from fcgui_core.forward import Dropout, RecordedLayer, record_forward
from fcgui_core.losses import LOSSES
from fcgui_core.optimizers import OPTIMIZERS
from fcgui_core.spec import NetworkSpec, TrainingSettings
from fcgui_core.tape import Array, Tape

# Neurons that are switched off leave a mean of gradients that decays towards zero for ever; below the
# smallest normal float a processor computes several times slower, so what comes close to it is set to zero
# every so many steps.
FLUSH_STEPS = 128
FLUSH_BELOW = 1e6  # times the smallest normal float: 0.9^128 = 1.4e-6, so nothing gets below in between
STATE_SHARE = 0.25  # of the largest float: what the optimiser's state may reach, with room for rounding
PIECE_ROWS = 8192  # a larger batch is computed in pieces of so many rows, so that its buffers stay small


def largest_state(dtype: np.dtype[Any]) -> float:
    """The largest number that an optimiser's state may hold."""
    return STATE_SHARE * float(np.finfo(dtype).max)


def record_output_gradient(
    tape: Tape, output: RecordedLayer, y: Array, observations: int, loss: str, weights: Array | None = None
) -> Array:
    """Note D = dL/dZ of the output layer for the targets ``y`` (outputs, batch).

    L averages over ``observations``, each multiplied by its entry of ``weights`` (batch,), if there are any.
    """
    pair = LOSSES[loss].pairs.get(output.spec.activation) or LOSSES[loss].pairs["*"]
    d = tape.like(output.h)
    pair.record(tape, output.h, y, d)
    tape.add(np.multiply, d, tape.constant(pair.scale / observations), d)
    if weights is not None:
        tape.add(np.multiply, d, weights, d)
    if pair.fused or output.activation.record_gradient is None:
        return d
    return output.activation.record_gradient(tape, output.z, output.h, d, output.spec.parameters)


def record_outer(tape: Tape, inputs: Array, d: Array, gradient: Array) -> None:
    """Note dL/dtheta = [H; 1] D^T; without the row of ones, the bias gets the sum of D by itself."""
    if len(inputs) == len(gradient):
        tape.dot(inputs, d.T, gradient)
    else:
        tape.dot(inputs, d.T, gradient[:-1])
        tape.dot(d, tape.empty(d.shape[1]) + tape.constant(1.0), gradient[-1])  # D 1: the sum over the batch


def record_backward(tape: Tape, layers: list[RecordedLayer], d: Array, gradients: list[Array]) -> None:
    """Note dL/dtheta of every layer into ``gradients``, from D = dL/dZ of the last one, by the chain rule."""
    for number in range(len(layers) - 1, -1, -1):
        layer = layers[number]
        record_outer(tape, layer.inputs, d, gradients[number])  # dL/dtheta = [H; 1] D^T
        if number:
            before = layers[number - 1]
            d_before = tape.like(before.h)
            tape.dot(layer.theta[:-1], d, d_before)  # dL/dH = W D
            if before.kept is not None:
                tape.add(np.multiply, d_before, before.kept, d_before)
            assert before.activation.record_gradient is not None
            d = before.activation.record_gradient(tape, before.z, before.h, d_before, before.spec.parameters)


class GradientTape:
    """The recorded gradient of the loss on ``rows`` observations, written into the flat ``gradient``.

    ``observations`` is the n of the average 1/n: ``rows``, or more when a batch is computed in pieces.
    ``weighted``: each observation's loss is multiplied by its entry of ``weights``.
    """

    def __init__(
        self,
        spec: NetworkSpec,
        flat: Array,
        gradient: Array,
        rows: int,
        observations: int,
        loss: str,
        weighted: bool = False,
        dropout: Dropout | None = None,
    ) -> None:
        self.tape = Tape(flat.dtype)
        self.x = self.tape.empty(rows, spec.n_inputs + 1)  # [X, 1]
        self.x[:, -1] = 1.0
        self.y = self.tape.empty(spec.n_outputs, rows)
        self.weights = self.tape.empty(rows) if weighted else None
        layers = record_forward(self.tape, spec, flat, self.x.T, dropout=dropout)
        d = record_output_gradient(self.tape, layers[-1], self.y, observations, loss, self.weights)
        record_backward(self.tape, layers, d, layout.blocks(spec, gradient))
        self.replay = self.tape.replay

    def load(self, X: Array, Y: Array, weights: Array | None = None) -> None:
        """Take the batch X (rows, d), Y (rows, q), and the rows' weights (rows,) of a weighted loss."""
        self.x[:, :-1] = X
        self.y[...] = Y.T
        if self.weights is not None:
            self.weights[...] = weights


class Step:
    """Training steps on the rows of one training set: ``run(rows)`` carries one out.

    ``x`` is [X, 1] (n, d + 1) and ``y`` (n, q), both of theta's dtype.  ``state`` holds the optimiser's
    vectors, and ``done`` counts its steps; both belong to the caller's training and survive a new Step.
    ``weights`` (n,) is how much each row counts (None: all alike); ``rng`` draws what dropout switches off.
    """

    def __init__(
        self,
        spec: NetworkSpec,
        flat: Array,
        x: Array,
        y: Array,
        settings: TrainingSettings,
        state: dict[str, Array],
        weights: Array | None = None,
        rng: np.random.Generator | None = None,
    ) -> None:
        self._weights = None if weights is None else weights.astype(flat.dtype)
        self._dropout = Dropout(settings.dropout, rng) if settings.dropout and rng is not None else None
        self._spec, self._flat, self._x = spec, flat, x
        self._y = np.ascontiguousarray(y.T)  # (q, n)
        self._settings = settings
        self.done = 0
        self.gradient = np.zeros_like(flat)
        self._tapes: dict[tuple[int, int], GradientTape] = {}
        self._penalty = Tape(flat.dtype)
        self._penalised = bool(settings.l1 or settings.l2)
        self._record_penalty()
        self._update = Tape(flat.dtype)
        self._optimizer = OPTIMIZERS[settings.optimizer]
        self.set_rate(settings.learning_rate)
        self._numbers = {name: self._update.constant(value) for name, value in self._numbers_of(1).items()}
        self._optimizer.record(self._update, flat, self.gradient, state, self._numbers)
        self._flush = Tape(flat.dtype)
        self._record_flush(state)
        self._frozen: Array | None = None

    def _record_penalty(self) -> None:
        """dL/dW += l2 W + l1 sign(W); the biases have a 0 in the mask."""
        mask, tape = layout.weight_mask(self._spec, self._flat.dtype), self._penalty
        for coefficient, function in ((self._settings.l2, np.positive), (self._settings.l1, np.sign)):
            if coefficient:
                s = tape.empty(len(self._flat))
                tape.add(function, self._flat, s)
                tape.add(np.multiply, s, np.where(mask > 0, tape.constant(coefficient), 0), s)
                tape.add(np.add, self.gradient, s, self.gradient)

    def _record_flush(self, state: dict[str, Array]) -> None:
        """Numbers of the optimiser's state that are as good as zero become zero."""
        tape, zero = self._flush, self._flush.constant(0.0)
        limit = tape.constant(FLUSH_BELOW * float(np.finfo(tape.dtype).tiny))
        for vector in state.values():
            size, small = self.gradient, tape.like(vector, bool)  # the gradient is free after an update
            tape.add(np.abs, vector, size)
            tape.add(np.less, size, limit, small)
            tape.add(np.copyto, vector, zero, "same_kind", small)

    def freeze(self, mask: Array | None) -> None:
        """Leave theta as it is where the flat ``mask`` is True; its gradient is 0 there, so that no momentum grows."""
        self._frozen = None if mask is None else np.flatnonzero(mask)

    def _update_but_for(self, frozen: Array) -> None:
        kept = self._flat.take(frozen)  # the optimiser may move theta without a gradient: momentum, weight decay
        self._update.replay()
        self._flat.put(frozen, kept)

    def set_rate(self, rate: float) -> None:
        """The learning rate of the steps to come, and the largest gradient that they may take.

        The limit is on |g|^2: a step longer than a fraction of the largest float would overflow a weight, and
        a larger square the optimiser's running sum of squares.
        """
        self._rate = rate
        largest = float(np.finfo(self._flat.dtype).max)
        longest = min(1e-3 * largest / max(rate, 1.0), math.sqrt(largest))
        self._limit = longest * longest
        memory = self._optimizer.scales(self._settings).get("square")
        if memory is not None:  # S = b S + g^2 grows up to g^2 / (1 - b)
            self._limit = min(self._limit, memory * largest_state(self._flat.dtype))
        grows = "weight_decay" in self._optimizer.settings and rate * self._settings.weight_decay > 2.0
        if grows or rate > 1e-6 * largest:  # theta *= 1 - rate decay would grow without bound
            self._limit = 0.0
        self._stale = True

    def _numbers_of(self, t: int) -> dict[str, float]:
        return self._optimizer.numbers(self._settings, self._rate, t)

    def _set_numbers(self) -> None:
        for name, value in self._numbers_of(self.done + 1).items():
            self._numbers[name].fill(value)
        self._stale = self._optimizer.varies

    def _tape(self, rows: int, observations: int) -> GradientTape:
        """The gradient for ``rows`` rows of a batch of ``observations``; recorded when first needed."""
        tape = self._tapes.get((rows, observations))
        if tape is None:
            tape = GradientTape(
                self._spec, self._flat, self.gradient, rows, observations, self._settings.loss,
                self._weights is not None, self._dropout,
            )  # fmt: skip
            self._tapes[rows, observations] = tape
        return tape

    def _compute_gradient(self, rows: Array, observations: int) -> None:
        tape = self._tapes.get((len(rows), observations)) or self._tape(len(rows), observations)
        self._x.take(rows, 0, tape.x, "clip")  # "clip": no check of the indices, and no buffer in between
        self._y.take(rows, 1, tape.y, "clip")
        if self._weights is not None:
            self._weights.take(rows, 0, tape.weights, "clip")
        tape.replay()

    def _sum_gradients(self, rows: Array) -> None:
        """The gradient of a very large batch, piece by piece."""
        total = np.zeros_like(self.gradient)
        for start in range(0, len(rows), PIECE_ROWS):
            self._compute_gradient(rows[start : start + PIECE_ROWS], len(rows))
            total += self.gradient
        self.gradient[...] = total

    def run(self, rows: Array) -> bool:
        """One step on the given rows (indices).

        False if it would diverge: then theta and the state are as before.

        Diverging means that |gradient|^2 is not finite, or so large that the step would overflow a weight.
        """
        if len(rows) <= PIECE_ROWS:
            self._compute_gradient(rows, len(rows))
        else:
            self._sum_gradients(rows)
        if self._penalised:
            self._penalty.replay()
        if self._frozen is not None:
            self.gradient.put(self._frozen, 0.0)
        if not self.gradient.dot(self.gradient) < self._limit:
            return False
        if self._stale:
            self._set_numbers()
        if self._frozen is None:
            self._update.replay()
        else:
            self._update_but_for(self._frozen)
        self.done += 1
        if self.done % FLUSH_STEPS == 0:
            self._flush.replay()
        return True


def penalty(spec: NetworkSpec, flat: Array, l1: float, l2: float) -> float:
    """l1 sum |W| + l2/2 sum W^2 over all weights, without the biases; in float64."""
    total = 0.0
    if l1 or l2:
        for W in layout.split(spec, flat)[0]:
            W = W.astype(np.float64)
            total += l1 * float(np.abs(W).sum()) + 0.5 * l2 * math.fsum(np.square(W).sum(axis=-1).ravel())
    return total
