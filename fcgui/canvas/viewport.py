"""Zoom and scrolling: which part of the drawing its window shows, and the bars that say so."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, Signal, Slot
from PySide6.QtWidgets import QScrollBar, QWidget

from fcgui.canvas.layout import BAR, MAX_ZOOM, Layout
from fcgui.theme import UNIT

ZOOM_STEP = 1.25  # a notch of the wheel, or a press of the key
SCROLL_STEP = 48  # pixels a notch


class Viewport(QObject):
    """``zoom`` gives the drawing so many times the room of ``widget``; it is moved by ``scroll`` to the left and up."""

    moved = Signal()  # the layout must be made anew

    def __init__(self, widget: QWidget, present: Callable[[], Layout | None]) -> None:
        super().__init__(widget)
        self._widget = widget
        self._present = present  # gives the layout of now; None while there is no network
        self.zoom, self.scroll = 1.0, (0.0, 0.0)
        self._bars = tuple(self._bar(side) for side in (Qt.Orientation.Horizontal, Qt.Orientation.Vertical))

    def _bar(self, orientation: Qt.Orientation) -> QScrollBar:
        bar = QScrollBar(orientation, self._widget)
        bar.hide()
        bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        bar.setCursor(Qt.CursorShape.ArrowCursor)
        bar.setAccessibleName(self.tr("Scroll the drawn network"))
        bar.setToolTip(self.tr("Shows the rest of the drawing."))
        bar.setSingleStep(SCROLL_STEP)
        bar.actionTriggered.connect(self._bar_moved)  # by hand only, never by setValue
        return bar

    def show_layout(self, layout: Layout, *, there: bool) -> None:
        """A layout was made with this zoom; ``there``: of a network, which can be moved."""
        self.scroll = layout.scroll
        width, height = int(layout.size.width()), int(layout.size.height())
        places = ((0, height - BAR, width, BAR), (width - BAR, int(layout.body.top()), BAR, int(layout.body.height())))
        for bar, place, extra, value, page in zip(
            self._bars, places, layout.overflow, layout.scroll, (width, int(layout.body.height())), strict=True
        ):
            bar.setGeometry(*place)
            bar.setRange(0, round(extra))
            bar.setPageStep(page)
            bar.setValue(round(value))
            bar.setVisible(there and extra > 1)

    def zoom_by(self, notches: float, at: QPointF) -> None:
        """Zoom in (positive) or out, keeping what is at ``at`` there."""
        self.zoom_to(self.zoom * ZOOM_STEP**notches, at)

    def zoom_to(self, zoom: float, at: QPointF) -> None:
        """Give the network ``zoom`` times the room of the window; 1 shows the whole."""
        layout = self._present()
        if layout is None:
            return
        zoom = min(max(zoom, 1.0), MAX_ZOOM)
        growth = zoom / self.zoom
        left, top = at.x() - layout.margins[0], at.y() - layout.body.top()
        self.zoom = zoom
        self.scroll = (
            (left + self.scroll[0]) * growth - left,
            (top + self.scroll[1]) * growth - top,
        )
        self.moved.emit()

    def scroll_by(self, delta: QPointF) -> None:
        """Move the window over the drawing, as far as there is more of it."""
        self.scroll = (self.scroll[0] + delta.x(), self.scroll[1] + delta.y())
        self.moved.emit()

    def turn(self, angle: QPoint, *, sideways: bool) -> bool:
        """Scroll by a turn of the wheel; False if there is nothing to scroll that way."""
        layout = self._present()
        across, along = (0.0, 0.0) if layout is None else layout.overflow
        if sideways or along <= 1 < across:
            angle = QPoint(angle.x() or angle.y(), 0)
        if not ((across > 1 and angle.x()) or (along > 1 and angle.y())):
            return False
        self.scroll_by(QPointF(angle) * (-SCROLL_STEP / 120))
        return True

    def reveal(self, layer: int | None) -> None:
        """Scroll until a layer can be seen."""
        layout = self._present()
        if layout is None or layer is None:
            return
        plate, width = layout.plate(layer + 1), layout.size.width()
        hidden = min(plate.left() - UNIT, 0.0) + max(plate.right() + UNIT - width, 0.0)
        if abs(hidden) > 1 and layout.overflow[0] > 1:
            self.scroll_by(QPointF(hidden, 0))

    @Slot()
    def _bar_moved(self) -> None:
        self.scroll = (float(self._bars[0].sliderPosition()), float(self._bars[1].sliderPosition()))
        self.moved.emit()
