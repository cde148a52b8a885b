"""The neuron that is focused in the drawing: its formula with its numbers, its activations, its strongest path."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from fcgui import theme
from fcgui.i18n.numbers import grouped
from fcgui.panels.form import Card, caption
from fcgui.panels.neuron_words import formula_of, neuron_title, path_words
from fcgui.plots.scales import number, percent
from fcgui.theme import TEXT_SMALL, Palette, Theme, text_font
from fcgui_core.neuron import activations_of, strongest_path

if TYPE_CHECKING:
    from fcgui_core.preparation import PreparedData
    from fcgui_core.snapshot import Snapshot

Array = NDArray[Any]

REFRESH_S = 0.5  # while the network trains: numbers that change faster cannot be read
MOST_ROWS, LEAST_ROWS = 1_000, 50
ROWS_BUDGET = 20_000_000  # multiply-adds of the forward pass behind the histogram: a few milliseconds
BINS = 24


class NeuronPanel(Card):
    """Shown while a neuron is focused; layer -1 stands for the inputs."""

    left = Signal()  # the person has seen enough

    def __init__(self, look: Theme, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.head.setText(self.tr("Neuron"))
        self.head.setAccessibleName(self.tr("Neuron"))
        self.head.setToolTip(self.tr("The neuron that is focused in the drawing: click another one, or press Escape."))
        self.setAccessibleName(self.tr("Neuron"))
        self._prepared: PreparedData | None = None
        self._snapshot: Snapshot | None = None
        self._neuron: tuple[int, int] | None = None
        self._shown_at = 0.0
        self.title = QLabel(self)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.done = QPushButton(self.tr("Leave"), self)
        self.done.setAccessibleName(self.tr("Leave the neuron"))
        self.done.setToolTip(self.tr("Show all weights alike again (Escape in the drawing)."))
        self.done.clicked.connect(self.left)
        row = QHBoxLayout()
        row.addWidget(self.title, 1)
        row.addWidget(self.done)
        self.formula = caption(parent=self)
        self.formula.setAccessibleName(self.tr("Formula of the neuron"))
        self.formula.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.histogram = Histogram(look, self)
        self.path = caption(parent=self)
        self.body.addLayout(row)
        for widget in (self.formula, self.histogram, self.path):
            self.body.addWidget(widget)
        self.hide()

    @Slot(object)
    def set_data(self, prepared: PreparedData | None) -> None:
        """Another table."""
        self._prepared = prepared
        self._show()

    @Slot(int, object)
    def show_neuron(self, layer: int, unit: int | None) -> None:
        """Another neuron; ``unit`` None: none, and the panel goes."""
        self._neuron = None if unit is None else (layer, unit)
        self._show()
        self.setVisible(self._neuron is not None)

    def show_snapshot(self, snapshot: Snapshot | None) -> None:
        """Other weights."""
        self._snapshot = snapshot
        moving = snapshot is not None and snapshot.status == "running"
        if self._neuron is not None and not (moving and monotonic() - self._shown_at < REFRESH_S):
            self._show()

    def _show(self) -> None:
        snapshot, prepared, neuron = self._snapshot, self._prepared, self._neuron
        if snapshot is None or prepared is None or neuron is None or snapshot.spec.n_inputs != prepared.n_features:
            return
        layer, unit = neuron
        if layer >= len(snapshot.spec.layers) or unit >= snapshot.spec.sizes[layer + 1]:
            return
        self._shown_at = monotonic()
        self.title.setText(neuron_title(snapshot, prepared, layer, unit))
        self.formula.setText(formula_of(snapshot, prepared, layer, unit))
        self.path.setText(path_words(snapshot, prepared, strongest_path(snapshot, layer, unit)))
        rows = some_rows(np.asarray(prepared.X_train), snapshot.spec.n_parameters)
        self.histogram.show_values(activations_of(snapshot, layer, unit, rows), len(prepared.X_train))


def some_rows(X: Array, n_parameters: int) -> Array:
    """As many training rows, spread evenly, as a large network can pass on without keeping the window waiting."""
    count = min(max(ROWS_BUDGET // max(n_parameters, 1), LEAST_ROWS), MOST_ROWS, len(X))
    return np.asarray(X[np.linspace(0, len(X) - 1, count).astype(np.intp)], np.float32)


class Histogram(QWidget):
    """How often a neuron says what over the training rows; blue is positive, orange negative."""

    HEIGHT = 92

    def __init__(self, look: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._counts = np.zeros(0, np.int64)
        self._edges = np.zeros(1)
        self._words = ("", "", "")
        self.setAccessibleName(self.tr("Activations over the training rows"))
        self.setToolTip(self.tr("How often the neuron says what over the training rows."))
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(200, self.HEIGHT)

    minimumSizeHint = sizeHint

    def show_values(self, values: Array, all_rows: int) -> None:
        """Other activations; ``all_rows`` says how many training rows there are."""
        values = values[np.isfinite(values)].astype(np.float64)
        if not len(values):
            self._counts, self._words = np.zeros(0, np.int64), ("", "", "")
        else:
            low, high = float(values.min()), float(values.max())
            room = (low, high) if high > low else (low - 0.5, high + 0.5)
            self._counts, self._edges = np.histogram(values, BINS, room)
            zero = float((values == 0).mean())
            pattern = self.tr("{n} of {all} training rows") if len(values) < all_rows else self.tr("{n} training rows")
            middle = pattern.format(n=grouped(len(values)), all=grouped(all_rows))
            if zero:
                middle += self.tr(", zero in {share}").format(share=percent(zero))
            self._words = (number(room[0]), middle, number(room[1]))
        self.setAccessibleDescription(" · ".join(self._words))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Bars on a line, the ends of the range below, and the number of rows in a line of its own."""
        with QPainter(self) as painter:
            self._paint(painter, self._look.palette)

    def _paint(self, painter: QPainter, palette: Palette) -> None:
        ground = QRectF(0, 0, self.width(), self.height() - 2 * theme.WIDE)
        painter.fillRect(ground, QColor(palette.ground))
        painter.setPen(QColor(palette.line))
        painter.drawLine(ground.bottomLeft(), ground.bottomRight())
        tallest = int(self._counts.max()) if len(self._counts) else 1
        width = ground.width() / max(len(self._counts), 1)
        for place, count in enumerate(self._counts.tolist()):
            middle = float(self._edges[place] + self._edges[place + 1]) / 2
            height = (ground.height() - theme.HALF) * count / tallest
            bar = QRectF(place * width + 0.5, ground.bottom() - height, width - 1, height)
            painter.fillRect(bar, QColor(palette.positive if middle >= 0 else palette.negative))
        painter.setFont(text_font(TEXT_SMALL))
        painter.setPen(QColor(palette.muted))
        row, (low, rows, high) = QRectF(0, ground.bottom(), self.width(), theme.WIDE), self._words
        line = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(row, Qt.AlignmentFlag.AlignLeft | line, low)
        painter.drawText(row, Qt.AlignmentFlag.AlignRight | line, high)
        painter.drawText(row.translated(0, theme.WIDE), Qt.AlignmentFlag.AlignHCenter | line, rows)
