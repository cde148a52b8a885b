"""The title over the large map of a single neuron."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from fcgui.plots.drawing import Axes, elided, text_height, text_width
from fcgui.plots.scales import number
from fcgui.theme import HALF, TEXT_SMALL, UNIT, Palette, text_font

if TYPE_CHECKING:
    from fcgui_core.preparation import PreparedData

Neuron = tuple[int, int]  # a layer (-1: the inputs), and one of its neurons


def neuron_title(neuron: Neuron, sizes: tuple[int, ...], prepared: PreparedData, largest: float) -> str:
    """``hidden layer 1, neuron 17, up to ±3.2``; ``sizes`` are those of the network, inputs first."""
    layer, unit = neuron
    classes = prepared.preparation.classes
    if layer < 0:
        name = prepared.preparation.feature_names[unit]
    elif layer == len(sizes) - 2:
        named = classes is not None and len(classes) == sizes[-1]
        name = classes[unit] if classes is not None and named else prepared.preparation.target
    else:
        pattern = QCoreApplication.translate("DecisionRegions", "hidden layer {layer}, neuron {n}")
        name = pattern.format(layer=layer + 1, n=unit + 1)
    pattern = QCoreApplication.translate("DecisionRegions", "{neuron}, up to \u00b1{largest}")
    return pattern.format(neuron=name, largest=number(largest))


def paint_title(painter: QPainter, axes: Axes, title: str, palette: Palette) -> None:
    """A line of text on a ground of its own, in the upper left corner of the picture."""
    painter.setFont(text_font(TEXT_SMALL))
    text = elided(title, axes.rect.width() - 2 * UNIT)
    box = QRectF(axes.rect.left(), axes.rect.top(), text_width(text) + 2 * UNIT, text_height() + HALF)
    painter.fillRect(box, QColor(palette.panel))
    painter.setPen(QColor(palette.ink))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
