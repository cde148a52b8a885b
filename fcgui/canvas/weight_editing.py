"""Changing one weight or bias on the drawing: which one, what it is called, and which comes next."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject, QPointF, Signal, Slot
from PySide6.QtWidgets import QWidget

from fcgui.canvas import words
from fcgui.canvas.pointing import Hit, Part
from fcgui.canvas.stage import Stage
from fcgui.canvas.value_editor import ValueEditor
from fcgui_core.neuron import terms_of
from fcgui_core.place import BIAS, Place


class WeightEditing(QObject):
    """Opens the field on a weight, and tells what is wished for it."""

    edited = Signal(object, float)  # Place, value
    frozen = Signal(object, bool)  # Place, whether training shall leave it as it is
    told = Signal(str)

    def __init__(self, stage: Stage, widget: QWidget) -> None:
        super().__init__(widget)
        self._stage = stage
        self.place: Place | None = None
        self._at = QPointF()
        self.editor = ValueEditor(widget)
        self.editor.changed.connect(self._change)
        self.editor.frozen.connect(self._freeze)
        self.editor.turned.connect(self._turn)
        self.editor.piece_chosen.connect(self._choose_piece)
        self.editor.told.connect(self.told)
        self.editor.closed.connect(self._closed)

    def place_of(self, hit: Hit) -> Place | None:
        """The weight or bias under the pointer; of maxout's pieces the one that is largest in size."""
        snapshot = self._stage.snapshot
        if snapshot is None or hit.layer is None or hit.neuron is None or hit.part not in (Part.EDGE, Part.BIAS):
            return None
        source = BIAS if hit.part is Part.BIAS or hit.source is None else hit.source
        place = Place(hit.layer, source, hit.neuron)
        return Place(hit.layer, source, hit.neuron, self._largest_piece(place))

    def _largest_piece(self, place: Place) -> int:
        snapshot = self._stage.snapshot
        values = None if snapshot is None else snapshot.weights[place.layer]
        if snapshot is None or values is None or values.ndim == 2:
            return 0
        if place.is_bias:
            values = snapshot.biases[place.layer]
        return int(np.abs(values[:, 0 if place.is_bias else place.input, place.unit]).argmax())

    def value_of(self, place: Place) -> float:
        """The present value."""
        snapshot = self._stage.snapshot
        return 0.0 if snapshot is None else float(snapshot.parameters[place.index(snapshot.spec)])

    def edit(self, place: Place, at: QPointF) -> None:
        """Open the field."""
        drawn = self._stage.drawn
        if drawn is None or self._stage.snapshot is None:
            return
        self.place, self._at = place, at
        title = words.weight_name(drawn, place)
        pieces = [replace(place, piece=piece) for piece in range(drawn.spec.layers[place.layer].pieces)]
        values = [self.value_of(each) for each in pieces]
        self.editor.open(title, values, place.piece, frozen=place in self._stage.frozen, at=at)

    def edit_neuron(self, layer: int, unit: int) -> None:
        """Open the field on the bias of a neuron; Page Down leads on to its weights, the largest first."""
        if layer < 0:
            self.told.emit(QCoreApplication.translate("Canvas", "An input has no bias and no weights coming in."))
            return
        place = Place(layer, BIAS, unit)
        self.edit(Place(layer, BIAS, unit, self._largest_piece(place)), self._beside(layer, unit))

    def _beside(self, layer: int, unit: int) -> QPointF:
        column = self._stage.layout.columns[layer + 1]
        row = column.row(unit)
        return QPointF(column.right, column.top if row is None else float(column.y[row]))

    def close(self) -> None:
        """There is another network, or none."""
        if self.place is not None:
            self.editor.dismiss()

    @Slot(float)
    def _change(self, value: float) -> None:
        if self.place is not None:
            self.edited.emit(self.place, value)

    @Slot(bool)
    def _freeze(self, frozen: bool) -> None:
        if self.place is not None:
            self.frozen.emit(self.place, frozen)

    @Slot(int)
    def _turn(self, to: int) -> None:
        """The bias, then the incoming weights by their size, round and round."""
        snapshot, place = self._stage.snapshot, self.place
        if snapshot is None or place is None:
            return
        terms, _ = terms_of(snapshot, place.layer, place.unit, place.piece)
        order = [BIAS, *(term.source for term in terms)]
        source = order[(order.index(place.input) + to) % len(order)]
        self.edit(Place(place.layer, source, place.unit, place.piece), self._beside(place.layer, place.unit))

    @Slot(int)
    def _choose_piece(self, piece: int) -> None:
        """Another piece of the same maxout weight, in the field where it is."""
        if self.place is not None:
            self.edit(replace(self.place, piece=piece), self._at)

    @Slot()
    def _closed(self) -> None:
        self.place = None
