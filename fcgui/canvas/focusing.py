"""The focused neuron: chosen by a click or by the keyboard, moved by the arrows, left by Escape."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject, Qt, Signal, Slot

from fcgui.canvas.network import INPUTS
from fcgui.canvas.stage import Stage

Key = Qt.Key
MOVES = {Key.Key_Up: (0, -1), Key.Key_Down: (0, 1), Key.Key_Left: (-1, 0), Key.Key_Right: (1, 0)}  # layers, rows


class Focusing(QObject):
    """Moves the focus over what ``stage`` draws."""

    changed = Signal(int, object)  # a layer (-1: the inputs) and its neuron, or None: no focus any more

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._stage = stage

    @property
    def at(self) -> tuple[int, int] | None:
        """The layer and the neuron."""
        return self._stage.focus

    def focus(self, layer: int, neuron: int) -> None:
        """Focus a neuron; in a wide layer it becomes one of those that are drawn."""
        if (layer, neuron) != self._stage.focus:
            self._stage.focus_on((layer, neuron))
            self.changed.emit(layer, neuron)

    @Slot()
    def leave(self) -> bool:
        """No focus any more; whether there was one."""
        if self._stage.focus is None:
            return False
        self._stage.focus_on(None)
        self.changed.emit(INPUTS, None)
        return True

    def enter(self, layer: int) -> None:
        """Focus the first drawn neuron of a layer."""
        self.focus(layer, int(self._stage.layout.columns[layer + 1].shown[0]))

    def move(self, key: Key) -> None:
        """Go to the neuron above or below, or to the nearest one of the layer before or after."""
        if self.at is None:
            return
        (layer, neuron), (across, along) = self.at, MOVES[key]
        columns = self._stage.layout.columns
        row = columns[layer + 1].row(neuron) or 0
        if across and 0 <= layer + 1 + across < len(columns):
            target = columns[layer + 1 + across]
            nearest = int(np.argmin(np.abs(target.y - columns[layer + 1].y[row])))
            self.focus(layer + across, int(target.shown[nearest]))
        elif along:
            self._move_along(layer, row + along)

    def _move_along(self, layer: int, row: int) -> None:
        shown = self._stage.layout.columns[layer + 1].shown
        if 0 <= row < len(shown):
            self.focus(layer, int(shown[row]))
        elif self._stage.shown.is_range(layer + 1):  # beyond the end of a range there may be more
            units = self._stage.layout.columns[layer + 1].units
            beyond = int(shown[-1]) + 1 if row > 0 else int(shown[0]) - 1
            if 0 <= beyond < units:
                self._stage.scroll_layer(layer, 1 if row > 0 else -1)
                self.focus(layer, beyond)
