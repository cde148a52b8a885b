"""What is on the screen: layout, zoom and scrolling, and the pictures kept between two paints."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QScrollBar, QWidget

from fcgui.canvas.backdrop import Backdrop, paint_empty
from fcgui.canvas.layout import BAR, MAX_ZOOM, Layout, arrange
from fcgui.canvas.lettering import Lettering
from fcgui.canvas.live import Live
from fcgui.canvas.network import Drawn
from fcgui.canvas.pointing import GROUND, Hit
from fcgui.theme import UNIT, Theme
from fcgui_core.snapshot import Snapshot

ZOOM_STEP = 1.25  # a notch of the wheel, or a press of the key
SCROLL_STEP = 48  # pixels a notch
EMPTY = (1, 1)  # a layout to ask while there is no network


class Stage(QObject):
    """Keeps the drawing of ``widget`` and says when it must be painted again."""

    moved = Signal()  # the drawing under the pointer is another

    def __init__(self, theme: Theme, widget: QWidget) -> None:
        super().__init__(widget)
        self._theme, self._widget = theme, widget
        self.drawn: Drawn | None = None
        self.selected: int | None = None
        self._snapshot: Snapshot | None = None
        self._zoom, self._scroll = 1.0, (0.0, 0.0)
        self._live: Live | None = None  # made when it is needed
        self._backdrop: QPixmap | None = None
        self._bars = tuple(self._bar(side) for side in (Qt.Orientation.Horizontal, Qt.Orientation.Vertical))
        theme.changed.connect(self.forget)

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

    # ------------------------------------------------------------------ what is shown

    @property
    def snapshot(self) -> Snapshot | None:
        """The weights that are shown: those of the last snapshot, if they belong to this network."""
        return self._snapshot if self.drawn is not None and self.drawn.fits(self._snapshot) else None

    def show(self, drawn: Drawn | None, selected: int | None) -> None:
        """Draw another network."""
        self.drawn, self.selected = drawn, selected
        self.forget()

    def select(self, layer: int | None) -> None:
        """Mark a layer."""
        if layer != self.selected:
            self.selected = layer
            self._backdrop = None
            self._widget.update()

    def show_snapshot(self, snapshot: Snapshot | None) -> None:
        """Draw other weights: all when training rests or began anew, else one connection, whose turn it is."""
        before, self._snapshot = self.snapshot, snapshot
        if self._live is None or not self._widget.isVisible():
            self._live = None
            return
        shown = self.snapshot
        if shown is None and before is None:
            return
        live, counts = self._live, self._live.counts
        dirty = QRectF(self._widget.rect())
        if shown is None or before is None or shown.run_id != before.run_id or shown.status != "running":
            live.refresh(shown)
        else:
            dirty = live.refresh_next(shown)
        if (shown is None) != (before is None) or live.counts != counts:
            self._backdrop = None  # captions and legend say something else
            dirty = QRectF(self._widget.rect())
        self._widget.update(dirty.toAlignedRect())

    @Slot()
    def forget(self) -> None:
        """Lay out and draw everything again when it is next needed."""
        self._live = self._backdrop = None
        self._widget.update()
        self.moved.emit()

    # ------------------------------------------------------------------ the layout

    @property
    def live(self) -> Live:
        """Edges and neurons of the present layout."""
        if self._live is None:
            self._live = Live(self._arranged(), self._theme.palette, self._widget.devicePixelRatioF())
            self._live.refresh(self.snapshot)
            self._show_bars(self._live.layout)
        return self._live

    @property
    def layout(self) -> Layout:
        """The present layout."""
        return self.live.layout

    def _arranged(self) -> Layout:
        drawn, small = self.drawn, Lettering()
        sizes = EMPTY if drawn is None else drawn.spec.sizes
        names = ((), ()) if drawn is None else (drawn.named_inputs, drawn.named_outputs)
        layout = arrange(
            sizes,
            QSizeF(self._widget.size()),
            zoom=self._zoom,
            scroll=self._scroll,
            names=(small.widest(names[0]), small.widest(names[1])),
        )
        self._scroll = layout.scroll
        return layout

    def hit(self, at: QPointF) -> Hit:
        """The thing at a position."""
        return GROUND if self.drawn is None else self.live.hit(at)

    # ------------------------------------------------------------------ zoom and scrolling

    def zoom_by(self, notches: float, at: QPointF) -> None:
        """Zoom in (positive) or out, keeping what is at ``at`` there."""
        self.zoom_to(self._zoom * ZOOM_STEP**notches, at)

    def zoom_to(self, zoom: float, at: QPointF) -> None:
        """Give the network ``zoom`` times the room of the window; 1 shows the whole."""
        if self.drawn is None:
            return
        zoom = min(max(zoom, 1.0), MAX_ZOOM)
        layout, growth = self.layout, zoom / self._zoom
        left, top = at.x() - layout.margins[0], at.y() - layout.body.top()
        self._zoom = zoom
        self._scroll = (
            (left + self._scroll[0]) * growth - left,
            (top + self._scroll[1]) * growth - top,
        )
        self.forget()

    def scroll_by(self, delta: QPointF) -> None:
        """Move the window over the drawing, as far as there is more of it."""
        self._scroll = (self._scroll[0] + delta.x(), self._scroll[1] + delta.y())
        self.forget()

    def turn(self, angle: QPoint, *, sideways: bool) -> bool:
        """Scroll by a turn of the wheel; False if there is nothing to scroll that way."""
        across, along = self.layout.overflow
        if sideways or along <= 1 < across:
            angle = QPoint(angle.x() or angle.y(), 0)
        if not ((across > 1 and angle.x()) or (along > 1 and angle.y())):
            return False
        self.scroll_by(QPointF(angle) * (-SCROLL_STEP / 120))
        return True

    def reveal(self, layer: int | None) -> None:
        """Scroll until a layer can be seen."""
        if self.drawn is None or layer is None:
            return
        plate, width = self.layout.plate(layer + 1), self.layout.size.width()
        hidden = min(plate.left() - UNIT, 0.0) + max(plate.right() + UNIT - width, 0.0)
        if abs(hidden) > 1 and self.layout.overflow[0] > 1:
            self.scroll_by(QPointF(hidden, 0))

    def _show_bars(self, layout: Layout) -> None:
        width, height = int(layout.size.width()), int(layout.size.height())
        places = ((0, height - BAR, width, BAR), (width - BAR, int(layout.body.top()), BAR, int(layout.body.height())))
        for bar, place, extra, value, page in zip(
            self._bars, places, layout.overflow, layout.scroll, (width, int(layout.body.height())), strict=True
        ):
            bar.setGeometry(*place)
            bar.setRange(0, round(extra))
            bar.setPageStep(page)
            bar.setValue(round(value))
            bar.setVisible(self.drawn is not None and extra > 1)

    @Slot()
    def _bar_moved(self) -> None:
        self._scroll = (float(self._bars[0].sliderPosition()), float(self._bars[1].sliderPosition()))
        self.forget()

    # ------------------------------------------------------------------ painting

    def paint(self, painter: QPainter, dirty: QRectF) -> None:
        """Paint backdrop, edges and neurons."""
        palette, drawn = self._theme.palette, self.drawn
        painter.fillRect(dirty, palette.ground)
        if drawn is None:
            paint_empty(painter, QRectF(self._widget.rect()), palette)
            return
        live = self.live
        live.selected = self.selected
        if self._backdrop is None:
            self._backdrop = self._pixmap()
            brush = QPainter(self._backdrop)
            Backdrop(drawn, live, palette, self.selected).paint(brush)
            brush.end()
        ratio = self._backdrop.devicePixelRatio()
        source = QRectF(dirty.topLeft() * ratio, dirty.size() * ratio)
        painter.drawPixmap(dirty, self._backdrop, source)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        live.paint(painter, dirty)

    def _pixmap(self) -> QPixmap:
        ratio = self._widget.devicePixelRatioF()
        pixmap = QPixmap((QSizeF(self._widget.size()) * ratio).toSize())
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(self._theme.palette.ground)
        return pixmap
