"""A weight or bias under the pointer, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from fcgui.plots.scales import number

if TYPE_CHECKING:
    from fcgui_core.preparation import PreparedData

Array = NDArray[Any]
translate = QCoreApplication.translate  # by this name lupdate finds the texts


@dataclass(frozen=True)
class Cell:
    """The cells [row, row_end) x [column, column_end) of one piece of a layer's W, or of its b."""

    layer: int
    piece: int
    bias: bool
    row: int
    row_end: int
    column: int
    column_end: int


def pieces_of(array: Array) -> list[Array]:
    """The matrices of a layer: one, or one a piece of maxout."""
    return [array] if array.ndim == 2 else list(array)


def weight_words(cell: Cell, weights: Sequence[Array], biases: Sequence[Array], prepared: PreparedData | None) -> str:
    """The value in ``cell`` and what it connects, such as "W2, from neuron 17 to neuron 3: -0.214".

    Where a pixel stands for several weights it is the one of largest magnitude, as in the picture.
    """
    array = biases[cell.layer] if cell.bias else weights[cell.layer]
    block = pieces_of(array)[cell.piece][cell.row : cell.row_end, cell.column : cell.column_end]
    at = np.unravel_index(int(np.argmax(np.abs(block))), block.shape)
    row, column = cell.row + int(at[0]), cell.column + int(at[1])
    piece = "" if array.ndim == 2 else translate("WeightsView", ", piece {n}").format(n=cell.piece + 1)
    words = (
        translate("WeightsView", "b{layer}{piece}, of {unit}: {value}")
        if cell.bias
        else translate("WeightsView", "W{layer}{piece}, from {input} to {unit}: {value}")
    )
    text = words.format(
        layer=cell.layer + 1,
        piece=piece,
        input=_input_name(cell.layer, row, weights, prepared),
        unit=_unit_name(cell.layer, column, weights, prepared),
        value=number(float(block[at])),
    )
    if block.size > 1:
        size = f"{block.shape[0]} \N{MULTIPLICATION SIGN} {block.shape[1]}"
        text += translate("WeightsView", " (the largest of {size} under the pointer)").format(size=size)
    return text


def _input_name(layer: int, row: int, weights: Sequence[Array], prepared: PreparedData | None) -> str:
    names = () if prepared is None else prepared.preparation.feature_names
    if layer > 0:
        return translate("WeightsView", "neuron {n}").format(n=row + 1)
    return names[row] if len(names) == weights[0].shape[-2] else translate("WeightsView", "input {n}").format(n=row + 1)


def _unit_name(layer: int, column: int, weights: Sequence[Array], prepared: PreparedData | None) -> str:
    classes = None if prepared is None else prepared.preparation.classes
    if layer == len(weights) - 1 and classes is not None and len(classes) == weights[-1].shape[-1]:
        return classes[column]
    return translate("WeightsView", "neuron {n}").format(n=column + 1)
