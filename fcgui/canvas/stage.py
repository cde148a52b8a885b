"""What is on the screen: layout, the drawn neurons, and the pictures kept between two paints."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QObject, QPointF, QRectF, QSizeF, Signal, Slot
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from fcgui.canvas.backdrop import Backdrop, paint_empty
from fcgui.canvas.connections import Emphasis
from fcgui.canvas.layout import Layout, arrange
from fcgui.canvas.lettering import Lettering
from fcgui.canvas.live import Live
from fcgui.canvas.maps import Maps, carried, same
from fcgui.canvas.matrix import Pictured
from fcgui.canvas.network import Drawn
from fcgui.canvas.pointing import GROUND, Hit
from fcgui.canvas.shown import Shown
from fcgui.canvas.viewport import Viewport
from fcgui.theme import Theme
from fcgui_core.neuron import strongest_path
from fcgui_core.place import Place
from fcgui_core.plane import Plane
from fcgui_core.snapshot import Snapshot

NOTCH_NEURONS = 3  # of a wide layer's range
CAPTIONS_S = 1.0  # numbers in the captions change at most so often while the network trains
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
        self._live: Live | None = None  # made when it is needed
        self._backdrop: QPixmap | None = None
        self._captioned: tuple[object, float] = (None, 0.0)  # what the captions say, and since when
        self.shown = Shown()
        self.pictured = Pictured()
        self.maps = Maps(self)
        self.maps.ready.connect(self._take_maps)
        self.plane: Plane | None = None
        self.frozen: tuple[Place, ...] = ()
        self.focus: tuple[int, int] | None = None  # layer, neuron
        self._emphasis: Emphasis | None = None
        self.view = Viewport(widget, self._present)
        self.view.moved.connect(self.forget)
        theme.changed.connect(self.forget)

    # ------------------------------------------------------------------ what is shown

    @property
    def snapshot(self) -> Snapshot | None:
        """The weights that are shown: those of the last snapshot, if they belong to this network."""
        return self._snapshot if self.drawn is not None and self.drawn.fits(self._snapshot) else None

    def show(self, drawn: Drawn | None, selected: int | None) -> None:
        """Draw another network."""
        if drawn is None or self.drawn is None or drawn.spec.sizes != self.drawn.spec.sizes:
            self.shown.clear()
            self.pictured.clear()
            self.maps.clear()
            self.focus_on(None)
        self.drawn, self.selected = drawn, selected
        self.forget()

    def show_plane(self, plane: Plane | None) -> None:
        """Draw the maps over another plane."""
        self.plane = plane
        self.maps.clear()
        self.forget()

    def show_frozen(self, frozen: tuple[Place, ...]) -> None:
        """Mark other weights as frozen."""
        if frozen != self.frozen:
            self.frozen = frozen
            self.forget()

    def focus_on(self, focus: tuple[int, int] | None) -> None:
        """Draw a neuron's weights and strongest path strong and all others faint; None: all as they are."""
        self.focus = focus
        self._emphasis = None
        if focus is not None and self.snapshot is not None:
            path = strongest_path(self.snapshot, *focus)
            self._emphasis = Emphasis(focus[0] + 1, focus[1], path)
        elif focus is not None:
            self._emphasis = Emphasis(focus[0] + 1, focus[1], {})
        needed = {} if self._emphasis is None else {column: [unit] for column, unit in self._emphasis.path.items()}
        if self._emphasis is not None:
            needed[self._emphasis.column] = [self._emphasis.neuron]
        self.shown.need(needed)
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
            self.maps.stop()
            return
        shown = self.snapshot
        if shown is None and before is None:
            return
        live = self._live
        if shown is None or before is None or shown.run_id != before.run_id or shown.status != "running":
            if self.focus is not None:  # another path may be the strongest by now
                self.focus_on(self.focus)
            live = self.live
            live.refresh(shown)
            dirty = QRectF(self._widget.rect())
        elif self._path_changed(shown):
            self.focus_on(self.focus)
            live, dirty = self.live, QRectF(self._widget.rect())
        else:
            dirty = live.refresh_next(shown)
        if self._captions_changed(live, shown):
            self._backdrop = None
            dirty = QRectF(self._widget.rect())
        self._ask_maps()
        self._widget.update(dirty.toAlignedRect())

    def _path_changed(self, shown: Snapshot) -> bool:
        """Whether another path is the strongest of the focused neuron; looked at as often as the captions."""
        if self.focus is None or self._emphasis is None or monotonic() - self._captioned[1] < CAPTIONS_S:
            return False
        return strongest_path(shown, *self.focus) != self._emphasis.path

    def _captions_changed(self, live: Live, shown: Snapshot | None) -> bool:
        """Whether captions and legend say something else now; while training runs, looked at once a second."""
        now, (said, since) = monotonic(), self._captioned
        if shown is not None and shown.status == "running" and now - since < CAPTIONS_S:
            return False
        says = (live.counts, live.scales, live.has_weights)
        self._captioned = (says, now)
        return says != said

    # ------------------------------------------------------------------ the maps and the choice of neurons

    def _ask_maps(self) -> None:
        snapshot, plane, live = self.snapshot, self.plane, self._live
        if snapshot is None or plane is None or live is None or not self._widget.isVisible():
            return
        if plane.width == snapshot.spec.n_inputs:  # between two tables it may be the other one's
            self.maps.ask(snapshot, plane, live.wanted)

    @Slot()
    def _take_maps(self) -> None:
        """Maps are ready: drawn at once when training rests, else each column in its turn."""
        result, about, live, snapshot = self.maps.result, self.maps.snapshot, self._live, self.snapshot
        if result is None or about is None or live is None or snapshot is None or result.spec != snapshot.spec:
            return
        running = about.status == "running"
        if self.shown.activity is None or not running:
            activity = result.activity()
            live.take_activity(activity)
            if self.shown.renew(activity):
                self.forget()
                return
        if same(self.maps.wanted, live.wanted):
            live.take_maps(result.values, None if running else snapshot)
            if not running:
                self._widget.update()

    def scroll_layer(self, layer: int, rows: int) -> bool:
        """Show the neurons further on in a wide layer; False if all are drawn."""
        column = self.layout.columns[layer + 1]
        if not column.hidden:
            return False
        self.shown.scroll(layer + 1, column.shown, rows)
        self.forget()
        return True

    def show_neuron(self, layer: int, neuron: int) -> None:
        """Show the range of a wide layer around a neuron."""
        self.shown.centre(layer + 1, neuron)
        self.forget()

    def show_active(self, layer: int) -> None:
        """Show the most active neurons of a wide layer again."""
        if self.shown.show_active(layer + 1):
            self.forget()

    def picture_large(self, pictures: bool) -> None:
        """Draw all large matrices as pictures, or their strongest weights as lines."""
        self.pictured.choose(pictures)
        self.forget()

    def picture(self, index: int) -> None:
        """Draw one connection the other way."""
        self.pictured.toggle(index)
        self.forget()

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
            ratio = self._widget.devicePixelRatioF()
            live = Live(self._arranged(), self._theme.palette, ratio, self._emphasis, self._places(), self.pictured)
            self._live = live
            result, spec = self.maps.result, None if self.drawn is None else self.drawn.spec
            if result is not None and result.spec == spec:
                live.take_maps(carried(result.values, self.maps.wanted, live.wanted), None)
            live.take_activity(self.shown.activity)
            live.refresh(self.snapshot)
            self._ask_maps()
        return self._live

    @property
    def layout(self) -> Layout:
        """The present layout."""
        return self.live.layout

    def _present(self) -> Layout | None:
        """The present layout; None while there is no network."""
        return None if self.drawn is None else self.layout

    def _places(self) -> tuple[Place, ...]:
        """The frozen weights, as long as they are those of the drawn network."""
        spec = None if self.drawn is None else self.drawn.spec
        return tuple(p for p in self.frozen if spec is not None and p.layer < len(spec.layers))

    def _arranged(self) -> Layout:
        drawn, small = self.drawn, Lettering()
        sizes = EMPTY if drawn is None else drawn.spec.sizes
        names = ((), ()) if drawn is None else (drawn.named_inputs, drawn.named_outputs)
        layout = arrange(
            sizes,
            QSizeF(self._widget.size()),
            zoom=self.view.zoom,
            scroll=self.view.scroll,
            names=(small.widest(names[0]), small.widest(names[1])),
            choose=self.shown.choose,
        )
        self.view.show_layout(layout, there=drawn is not None)
        return layout

    def hit(self, at: QPointF) -> Hit:
        """The thing at a position."""
        return GROUND if self.drawn is None else self.live.hit(at)

    # ------------------------------------------------------------------ painting

    def paint(self, painter: QPainter, dirty: QRectF) -> None:
        """Paint backdrop, edges and neurons."""
        palette, drawn = self._theme.palette, self.drawn
        painter.fillRect(dirty, palette.ground)
        if drawn is None:
            paint_empty(painter, QRectF(self._widget.rect()), palette)
            return
        live = self.live
        if self._backdrop is None:
            self._backdrop = self._pixmap()
            with QPainter(self._backdrop) as brush:
                ranges = [column for column in range(len(live.layout.columns)) if self.shown.is_range(column)]
                Backdrop(drawn, live, palette, self.selected, ranges).paint(brush)
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
