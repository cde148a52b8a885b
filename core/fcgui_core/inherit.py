"""What a changed network keeps of what the old one has learned (wider and deeper: Chen, Goodfellow, Shlens 2016).

A layer that is in both networks keeps its weights.  What stands before it may have changed, and there are two ways
to let it see what it saw before:

- exactly: the old activations can be had from the new ones, h_old = h_new C with a matrix C, so W_new = C W_old.  An
  added unit, for instance, is a row of zeros in C: it begins with no say.  An added layer of ReLU passes its inputs
  through, as relu(x) where they are never negative, else as relu(x) - relu(-x), when it has units enough.
- nearly: W_new and b_new are fitted by least squares, such that on some rows z_new is as close to z_old as can be.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from fcgui_core.network import Network
from fcgui_core.spec import LayerSpec, NetworkSpec
from fcgui_core.tape import Array

FITTED_ROWS = 2_000  # rows that a fit looks at
FITTED_UNITS = 2_000  # a wider layer is not fitted: its normal equations would take seconds
RIDGE = 1e-6  # of the mean square of the activations: keeps the fit from exploding where units are alike

# Activations with f(z) = z for z >= 0 (and, in the second set, for every z): what an added layer passes through.
_SAME_ABOVE_ZERO = frozenset({"relu", "leaky_relu", "elu", "maxout", "identity"})
_SAME_EVERYWHERE = frozenset({"identity", "maxout"})
_NEVER_NEGATIVE = frozenset({"relu", "sigmoid", "softmax", "softplus"})


@dataclass(frozen=True)
class Inherited:
    """The new network's flat parameters, and how much of the old one is in them.

    ``exact``: its outputs are the old ones for every row.  ``fitted`` and ``fresh`` number the layers (0-based) whose
    incoming weights were fitted anew, or drawn anew.
    """

    parameters: Array
    exact: bool
    fitted: tuple[int, ...]
    fresh: tuple[int, ...]

    @property
    def words(self) -> str:
        """What was kept, in a sentence for the user."""
        if self.exact:
            return "The changed network answers as before and goes on from there."
        if self.fresh:
            return f"What was learned is kept but for the weights into {_layers(self.fresh)}: they are new."
        if self.fitted:
            return f"What was learned is kept: the weights into {_layers(self.fitted)} were fitted to it."
        return "What was learned is kept; what went with the change is gone."


def inherit(
    old: Network,
    new: Network,
    X: Array,
    inputs: Sequence[int | None] | None = None,
    outputs: Sequence[int | None] | None = None,
) -> Inherited:
    """Return the parameters of ``new`` that keep what ``old`` has learned; ``new`` itself holds fresh weights.

    ``X`` (n, d) are rows as they enter the new network. ``inputs[j]`` is the old number of the new input j, None if it
    is a new one; ``outputs`` likewise; None stands for "the same ones". An input that is gone counts as 0, the mean of
    a scaled column. Of weights that have exploded nothing may be kept: all layers are drawn anew then.
    """
    with np.errstate(over="ignore", invalid="ignore"):  # what is not finite is found at the end
        inherited = _Heir(old, new, X[:FITTED_ROWS], inputs, outputs).result()
    if np.isfinite(inherited.parameters).all():
        return inherited
    drawn = new.parameters.copy()
    drawn.flags.writeable = False
    return Inherited(drawn, False, (), tuple(range(len(new.spec.layers))))


def matched_layers(old: NetworkSpec, new: NetworkSpec) -> tuple[int | None, ...]:
    """For each new layer the number of the old one that it continues, or None; the last continues the last.

    Equal layers at the beginning and at the end belong together; of those between, one that was resized or got
    another activation is the same one, and layers that were moved are not.
    """
    before, after = old.layers[:-1], new.layers[:-1]
    head = _common(before, after)
    tail = _common(before[head:][::-1], after[head:][::-1])
    gone, come = before[head : len(before) - tail], after[head : len(after) - tail]
    moved = sorted(map(repr, gone)) == sorted(map(repr, come))
    between: list[int | None] = [head + at if len(gone) == len(come) and not moved else None for at in range(len(come))]
    shift = len(before) - len(after)
    rest = [at + shift for at in range(len(after) - tail, len(after) + 1)]
    return (*range(head), *between, *rest)


def _common(a: Sequence[LayerSpec], b: Sequence[LayerSpec]) -> int:
    """How many layers at the beginning are equal."""
    return next((at for at, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


class _Heir:
    """Walks through the new network, layer by layer, and fills in its weights.

    ``carry`` is C (new units, old units) with h_old = h_new C for the layer before, or None when there is no such C;
    ``seen`` is the old layer whose activations those are, -1 for the inputs.
    """

    def __init__(
        self,
        old: Network,
        new: Network,
        X: Array,
        inputs: Sequence[int | None] | None,
        outputs: Sequence[int | None] | None,
    ) -> None:
        self.old, self.new = old, new.copy()
        self.fitted: list[int] = []
        self.fresh: list[int] = []
        self.matches = matched_layers(old.spec, new.spec)
        chosen = _chosen(inputs, new.spec.n_inputs, old.spec.n_inputs)
        self.outputs = _chosen(outputs, new.spec.n_outputs, old.spec.n_outputs)
        self.carry: Array | None = _selection(chosen, old.spec.n_inputs, new.dtype)
        self.complete = set(range(old.spec.n_inputs)) <= set(chosen)  # no input is gone
        self.seen = -1
        self.X = X
        self.targets = old.forward(X @ self.carry) if len(X) else []

    def result(self) -> Inherited:
        for at, match in enumerate(self.matches):
            if match is None:
                self._add(at)
            elif _alike(self.old.spec.layers[match], self.new.spec.layers[at]):
                self._continue(at, match)
            else:
                self._draw_anew(at)
        exact = self.complete and not (self.fitted or self.fresh) and self.carry is not None
        flat = self.new.parameters.copy()
        flat.flags.writeable = False
        return Inherited(flat, exact, tuple(self.fitted), tuple(self.fresh))

    def _continue(self, at: int, match: int) -> None:
        """A layer that was there before: its units see what they saw."""
        before, after = self.old.spec.layers[match], self.new.spec.layers[at]
        kept = self._kept(at, match)
        places = [place for place, unit in enumerate(kept) if unit is not None]
        units = [unit for unit in kept if unit is not None]
        if self.carry is not None and self.seen == match - 1:
            weights, biases = self.old.weights[match], self.old.biases[match]
            self.new.weights[at][..., places] = self.carry @ weights[..., units]
            self.new.biases[at][..., places] = biases[..., units]
        elif not self._fit(at, match, places, units):
            self.fresh.append(at)
        if None in kept and at == len(self.matches) - 1:
            self.fresh.append(at)  # a class that the old network did not know
        whole = before == after or (before.with_(units=after.units) == after and set(units) == set(range(before.units)))
        exact = whole and at not in self.fresh and at not in self.fitted
        self.carry = _selection(kept, before.units, self.new.dtype) if exact else None
        self.seen = match

    def _kept(self, at: int, match: int) -> list[int | None]:
        """For each unit of the new layer the old one that it continues: all, or the strongest that have room."""
        before, after = self.old.spec.layers[match].units, self.new.spec.layers[at].units
        if at == len(self.matches) - 1:
            return self.outputs
        if after >= before:
            return [*range(before), *[None] * (after - before)]
        outgoing = np.abs(self.old.weights[match + 1]).reshape(-1, before, self.old.spec.layers[match + 1].units)
        size = [np.std(self.targets[match][1], axis=0)] if self.targets else [np.ones(before)]
        strength = outgoing.sum(axis=(0, 2)) * size[0]
        return list(np.sort(np.argsort(-strength, kind="stable")[:after]).tolist())

    def _fit(self, at: int, match: int, places: list[int], units: list[int]) -> bool:
        """Fit the incoming weights such that z is what it was; False if there are no rows or too many units."""
        if not self.targets or self.new.spec.sizes[at] > FITTED_UNITS or not units:
            return False
        seen = (self.X if at == 0 else self.new.forward(self.X)[at - 1][1]).astype(np.float64)
        wanted = self.targets[match][0][..., units].astype(np.float64)  # ([pieces,] n, units)
        # (1, inputs) and ([pieces,] 1, units)
        means = seen.mean(axis=0, keepdims=True), wanted.mean(axis=-2, keepdims=True)
        centred = seen - means[0]
        square = centred.T @ centred
        square[np.diag_indices_from(square)] += RIDGE * max(float(np.trace(square)) / len(square), 1e-12)
        weights = np.linalg.solve(square, centred.T @ (wanted - means[1]))  # ([pieces,] inputs, units)
        biases = means[1] - means[0] @ weights
        weights, biases = weights.astype(self.new.dtype), biases.astype(self.new.dtype)
        if not (np.isfinite(weights).all() and np.isfinite(biases).all()):
            return False
        self.new.weights[at][..., places] = weights
        self.new.biases[at][..., places] = biases
        self.fitted.append(at)
        return True

    def _add(self, at: int) -> None:
        """A layer that was not there before: it passes on what it gets, if it can."""
        layer, inputs = self.new.spec.layers[at], self.new.spec.sizes[at]
        passed = self._passage(layer, inputs) if self._is_awaited(at) else None
        if passed is None or self.carry is None:
            self._draw_anew(at)
            return
        there, back = passed
        n = there.shape[1]
        self.new.weights[at][..., :n] = there
        self.new.biases[at][..., :n] = 0.0
        padded = np.zeros((layer.units, inputs), self.new.dtype)
        padded[:n] = back
        self.carry = padded @ self.carry

    def _draw_anew(self, at: int) -> None:
        self.fresh.append(at)
        self.carry = None

    def _is_awaited(self, at: int) -> bool:
        """Whether the next layer that was there before has to see what this one gets."""
        following = next((match for match in self.matches[at + 1 :] if match is not None), None)
        return following is not None and following - 1 == self.seen

    def _passage(self, layer: LayerSpec, inputs: int) -> tuple[Array, Array] | None:
        """(inputs, m) weights and the (m, inputs) way back through which a layer lets everything pass, or None."""
        eye = np.eye(inputs, dtype=self.new.dtype)
        before = self._activation_before()
        straight = layer.activation in _SAME_EVERYWHERE or (
            layer.activation in _SAME_ABOVE_ZERO and before in _NEVER_NEGATIVE
        )
        if straight and layer.units >= inputs:
            return eye, eye
        if layer.activation == "relu" and layer.units >= 2 * inputs:
            return np.hstack([eye, -eye]), np.vstack([eye, -eye])
        return None

    def _activation_before(self) -> str:
        return "" if self.seen < 0 else self.old.spec.layers[self.seen].activation


def _layers(layers: tuple[int, ...]) -> str:
    """``layer 2``, or ``layers 2, 3``."""
    numbers = [str(layer + 1) for layer in dict.fromkeys(layers)]
    return f"{'layer' if len(numbers) == 1 else 'layers'} {', '.join(numbers)}"


def _alike(before: LayerSpec, after: LayerSpec) -> bool:
    """Whether weights of one layer make sense in the other: all but maxout have one matrix."""
    return before.pieces == after.pieces and (before.activation == "maxout") == (after.activation == "maxout")


def _chosen(given: Sequence[int | None] | None, n_new: int, n_old: int) -> list[int | None]:
    if given is not None:
        return list(given)
    return [at if at < n_old else None for at in range(n_new)]


def _selection(chosen: Sequence[int | None], n_old: int, dtype: np.dtype[np.generic]) -> Array:
    """C (new, old) with a 1 where new unit j continues the old one ``chosen[j]``."""
    matrix = np.zeros((len(chosen), n_old), dtype)
    for at, old in enumerate(chosen):
        if old is not None:
            matrix[at, old] = 1.0
    return matrix
