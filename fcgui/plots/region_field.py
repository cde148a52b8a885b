"""What the network answers, as colours and as words: class probabilities, or values in raw units."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage

from fcgui.i18n.numbers import grouped
from fcgui.plots.colors import REGION_STRENGTH, class_table, diverging_table, rgb_image
from fcgui.plots.scales import Span, number, percent
from fcgui.theme import Palette
from fcgui_core.task import class_probabilities

if TYPE_CHECKING:
    from fcgui_core.preparation import PreparedData
    from fcgui_core.snapshot import Snapshot

Array = NDArray[Any]

CLASS_LEVELS = 64  # shades from "undecided" to "certain" of each class


def answers(outputs: Array, snapshot: Snapshot, prepared: PreparedData) -> Array:
    """Outputs (n, q) as probabilities (n, K), or for regression as values (n,) in the target's units."""
    preparation = prepared.preparation
    if prepared.task == "classification":
        with np.errstate(all="ignore"):  # outputs of a network about to diverge may be infinite
            return np.asarray(class_probabilities(outputs, snapshot.spec.layers[-1].activation))
    assert preparation.y_mean is not None and preparation.y_scale is not None
    return np.asarray(outputs[:, 0] * preparation.y_scale[0] + preparation.y_mean[0])


def fits(snapshot: Snapshot | None, prepared: PreparedData | None) -> bool:
    """Whether the snapshot's network fits this table; between two tables it may still be the old one."""
    if snapshot is None or prepared is None or snapshot.spec.n_inputs != prepared.n_features:
        return False
    outputs = snapshot.spec.n_outputs
    if prepared.task == "regression":
        return outputs == 1
    return outputs == prepared.n_classes or (outputs == 1 and prepared.n_classes <= 2)


def raw_targets(prepared: PreparedData) -> tuple[Array, Array]:
    """Targets of the training and the test rows: class numbers, or values in the target's units."""
    preparation = prepared.preparation
    train, test = (np.asarray(y).reshape(-1) for y in (prepared.y_train, prepared.y_test))
    if prepared.task == "classification":
        return train, test
    assert preparation.y_mean is not None and preparation.y_scale is not None
    mean, scale = preparation.y_mean[0], preparation.y_scale[0]
    return train * scale + mean, test * scale + mean


def value_span(prepared: PreparedData) -> Span:
    """The ends of a regression's colour scale: the range of its targets, symmetric if of both signs."""
    low, high = prepared.target_range
    if low < 0 < high:
        high = max(-low, high)
        low = -high
    return (low, high) if high > low else (low - 1.0, high + 1.0)


def value_indices(values: Array, span: Span) -> NDArray[np.intp]:
    """Values as places on the diverging scale, 0 to 255; the middle of the span is 128, the ground."""
    low, high = span
    return _indices((values - (low + high) / 2) * (2 / (high - low)))


def _indices(signed: Array) -> NDArray[np.intp]:
    return np.asarray(128.5 + 127.0 * np.nan_to_num(np.clip(signed, -1.0, 1.0)), dtype=np.intp)


def class_indices(probabilities: Array, levels: int = CLASS_LEVELS) -> NDArray[np.intp]:
    """Place in ``class_table`` of each row (n, K): the likeliest class, in a shade that tells its lead.

    The lead is the distance to the second likeliest class; on the border between two classes it is zero,
    and the ground shows.
    """
    best = probabilities.argmax(axis=-1)
    top = np.partition(probabilities, -2, axis=-1)
    lead = np.nan_to_num(np.clip(top[..., -1] - top[..., -2], 0.0, 1.0))
    return np.asarray(best * levels + np.rint(lead * (levels - 1)), dtype=np.intp)


def field_colors(values: Array, prepared: PreparedData, palette: Palette) -> NDArray[np.uint32]:
    """Packed colours of answers: probabilities (..., K) or values (...)."""
    if prepared.task == "regression":
        return diverging_table(palette, REGION_STRENGTH)[value_indices(values, value_span(prepared))]
    if values.shape[-1] == 1:
        return class_table(palette, 1, 2)[np.ones(values.shape[:-1], np.intp)]
    if values.shape[-1] == 2:
        return diverging_table(palette, REGION_STRENGTH)[_indices(2.0 * values[..., 1] - 1.0)]
    return class_table(palette, values.shape[-1], CLASS_LEVELS)[class_indices(values)]


def field_image(values: Array, prepared: PreparedData, palette: Palette) -> QImage:
    """The picture of answers on a grid (ny, nx) or (ny, nx, K) whose row 0 is the lowest y."""
    return rgb_image(field_colors(values, prepared, palette)[::-1])


def neuron_image(values: Array, largest: float, palette: Palette) -> QImage:
    """The picture of one neuron's activation (ny, nx): blue is positive, orange negative, up to ``largest``."""
    table = diverging_table(palette, REGION_STRENGTH)
    return rgb_image(table[_indices(values / (largest or 1.0))][::-1])


def answer_words(values: Array, prepared: PreparedData, most: int = 3) -> str:
    """One row of answers in words: ``Iris-virginica 97 %, Iris-versicolor 3 %`` or ``MEDV 21.4``."""
    if prepared.task == "regression":
        return f"{prepared.preparation.target} {number(float(values))}"
    classes = prepared.preparation.classes or ()
    order = np.argsort(-values, kind="stable")[:most]
    return ", ".join(f"{classes[k]} {percent(float(values[k]))}" for k in order)


def caption(prepared: PreparedData, spanned: int, drawn: tuple[int, int], test_shown: bool) -> str:
    """The line under the picture: what is held, and how many points are drawn."""
    rows = len(prepared.X_train) + (len(prepared.X_test) if test_shown else 0)
    if sum(drawn) < rows:
        points = QCoreApplication.translate("DecisionRegions", "{n} of {all} points drawn")
        points = points.format(n=grouped(sum(drawn)), all=grouped(rows))
    elif test_shown:
        points = QCoreApplication.translate("DecisionRegions", "{n} train, {m} test")
        points = points.format(n=grouped(drawn[0]), m=grouped(drawn[1]))
    else:
        points = QCoreApplication.translate("DecisionRegions", "{n} train").format(n=grouped(drawn[0]))
    if prepared.n_features <= spanned:
        return points
    held = QCoreApplication.translate("DecisionRegions", "others follow x and y")
    return f"{held} \N{MIDDLE DOT} {points}"
