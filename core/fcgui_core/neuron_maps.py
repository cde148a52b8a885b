"""Small pictures of what every neuron does over a plane: one coarse grid passed through the network in slices.

Of each layer only the wanted neurons are kept, so a layer of 100,000 costs no more memory than one of ten. How much
the activation of EVERY neuron varies over the plane is summed up on the way: it tells the active ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from fcgui_core import layout
from fcgui_core.forward import ForwardPass
from fcgui_core.plane import Plane, centres

if TYPE_CHECKING:
    from fcgui_core.snapshot import Snapshot
    from fcgui_core.spec import NetworkSpec

Array = NDArray[Any]
Indices = NDArray[np.intp]

MAP_SIDE = 20  # cells along each side of a map: as many as a small picture has pixels
SLICE_PRODUCTS = 25_000_000  # multiply-adds of a slice: one to two milliseconds on one thread
LEAST_SLICE = 16  # rows


class NeuronMaps:
    """The activations of chosen neurons over a grid of ``side`` x ``side`` places, and how much all of them vary.

    ``for _ in maps.passing(snapshot, plane, wanted): ...`` computes a slice at a time. Afterwards ``maps.values`` holds
    for the inputs and for every layer an array (wanted, side, side), row 0 the lowest y, and ``maps.spread`` the
    standard deviation (units,) over the plane. A column that is spanned by nothing but x gives equal rows.
    """

    def __init__(self, spec: NetworkSpec, side: int = MAP_SIDE) -> None:
        self.spec, self.side = spec, side
        self._flat = np.zeros(spec.n_parameters, np.float32)
        points = side * side
        self.slice_rows = int(min(max(SLICE_PRODUCTS // max(spec.n_parameters, 1), LEAST_SLICE), points))
        self._pass = ForwardPass(spec, self._flat, self.slice_rows)
        self.values: list[Array] = []
        self.spread: list[Array] = []

    def passing(self, snapshot: Snapshot, plane: Plane, wanted: Sequence[Indices]) -> Iterator[int]:
        """Pass the grid on, a slice a step; gives the number of places that are done."""
        np.copyto(self._flat, snapshot.parameters, casting="same_kind")
        side, points = self.side, self.side**2
        xs, ys = np.tile(centres(plane.x_span, side), side), np.repeat(centres(plane.y_span, side), side)
        rows = plane.rows(xs, ys).astype(np.float32)
        values = [np.empty((len(units), points), np.float32) for units in wanted]
        sums = [np.zeros((2, units)) for units in self.spec.sizes]
        for start in range(0, points, self.slice_rows):
            part = rows[start : start + self.slice_rows]
            with np.errstate(all="ignore"):  # a network that diverges may overflow; the map shows it
                self._pass.run(part)
                outputs = [part.T, *(layer.h[:, : len(part)] for layer in self._pass.layers)]
                for units, kept, total, h in zip(wanted, values, sums, outputs, strict=True):
                    kept[:, start : start + len(part)] = h[units]
                    total[0] += h.sum(1)
                    total[1] += np.einsum("ij,ij->i", h, h)
            yield start + len(part)
        self.values = [kept.reshape(-1, side, side) for kept in values]
        with np.errstate(all="ignore"):
            self.spread = [np.sqrt(np.maximum(t[1] / points - (t[0] / points) ** 2, 0.0)) for t in sums]

    def activity(self) -> list[Array]:
        """How much each neuron has to say (units,): its spread over the plane times the sum of its outgoing |W|.

        For the output the spread alone; not a number counts as nothing.
        """
        weights = layout.split(self.spec, self._flat)[0]
        said = [np.abs(W).sum(-1, dtype=np.float64).reshape(-1, W.shape[-2]).max(0) for W in weights]
        with np.errstate(all="ignore"):
            told = [spread * out for spread, out in zip(self.spread, [*said, np.float64(1.0)], strict=True)]
        return [np.nan_to_num(each, nan=0.0, posinf=0.0) for each in told]


def most_active(activity: Array, count: int, before: Indices | None = None) -> Indices:
    """The ``count`` most active neurons, ascending; those of ``before`` stay as long as they are not far behind.

    A neuron gives way only when it is not among the ``2 count`` most active any more, so the choice does not hop.
    """
    ranked = np.argsort(-activity, kind="stable")
    if before is not None and len(before):
        near = set(ranked[: 2 * count].tolist())
        kept = [unit for unit in before.tolist() if unit in near][:count]
        others = [unit for unit in ranked.tolist() if unit not in set(kept)]
        ranked = np.array(kept + others[: count - len(kept)], np.intp)
    return np.sort(ranked[:count]).astype(np.intp)
