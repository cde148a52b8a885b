"""The network's answer over two columns of the table, with the table's rows in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QHideEvent, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from fcgui.plots.columns import ColumnChooser
from fcgui.plots.date_ticks import date_text
from fcgui.plots.drawing import (
    Axes,
    elided,
    layer_pixmap,
    paint_axes,
    paint_message,
    text_height,
)
from fcgui.plots.picture import Picture
from fcgui.plots.plot import Plot
from fcgui.plots.region_answer import RegionAnswer
from fcgui.plots.region_axes import RIGHT, TOP, axes_of, neuron_axes, row_at
from fcgui.plots.region_field import answer_words, caption
from fcgui.plots.region_line import paint_activation, paint_answer
from fcgui.plots.region_neuron import Neuron, neuron_title, paint_title
from fcgui.plots.region_points import Points, paint_legend, paint_points, paint_rings, places_of, point_words, points_of
from fcgui.plots.region_sheet import Frame, Sheet, framed, paint_sheet, sheet_axes
from fcgui.plots.scales import doubled, number
from fcgui.theme import HALF, TEXT_SMALL, UNIT, Theme, text_font
from fcgui_core.plane import Plane, best_pair, plane_of, spanning_columns

if TYPE_CHECKING:
    from fcgui_core.preparation import PreparedData

Array = NDArray[Any]

LEAST_SCALE = 2.0**-10  # the scale of a neuron's curve over a single column doubles from here


class DecisionRegions(Plot):
    """Colours over two columns; the other columns follow the two as they do in the training rows.

    While the status is "running" the picture has 48 x 48 cells; when training rests it is refined to 256
    x 256 in slices of a few milliseconds, so that the window answers all the time.
    """

    point_clicked = Signal(object)  # raw encoded row (d,) of the clicked place
    row_clicked = Signal(int)  # number in the table of the row whose point was clicked
    columns_chosen = Signal(int, int)  # column numbers along x and y that the user picked
    plane_changed = Signal(object)  # the Plane that is shown, or None

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._plane: Plane | None = None
        self._wanted: tuple[int, int | None] | None = None
        self._names: tuple[str, ...] = ()
        self._spanning: list[int] = []  # the columns that are offered for x and y
        self._points: Points | None = None
        self._marked: tuple[int, ...] = ()
        self._answer = RegionAnswer(self)
        self._answer.ready.connect(self._answer_ready)
        self._under: QPixmap | None = None
        self._over: QPixmap | None = None
        self._axes: Axes | None = None
        self._neuron: Neuron | None = None
        self._frame: Frame | None = None
        self._sheet: Sheet | None = None
        self.overlay: Callable[[QPainter, Axes], None] | None = None  # drawn over everything
        self._build_controls()
        self.picture.pointer_moved.connect(self._point)
        self.picture.pointer_left.connect(self._leave)
        self.picture.clicked.connect(self._click)

    def _build_controls(self) -> None:
        self.chooser = ColumnChooser()
        self.chooser.chosen.connect(self._columns_picked)
        self.test_points = QCheckBox(self.tr("test"))
        self.test_points.setChecked(True)
        self.test_points.setAccessibleName(self.tr("Show test points"))
        self.test_points.setToolTip(self.tr("Draw the rows kept for testing too, as outlines."))
        self.test_points.toggled.connect(self._new_points)
        self.picture = Picture(self.theme, self._paint, QSize(300, 200))
        self.picture.setAccessibleName(self.tr("Decision regions"))
        self.picture.setToolTip(
            self.tr("Colour is the network's answer at each place; the paler, the less sure the network is.")
        )
        row = QHBoxLayout()
        row.setContentsMargins(UNIT, 0, UNIT, 0)
        row.setSpacing(UNIT)
        row.addWidget(self.chooser, 1)
        self.tools = QWidget(self)
        self._tools = QHBoxLayout(self.tools)
        self._tools.setContentsMargins(0, 0, 0, 0)
        self._tools.setSpacing(UNIT)
        self._tools.addWidget(self.test_points)
        row.addWidget(self.tools)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(HALF)
        self._column.addLayout(row)
        self._column.addWidget(self.picture, 1)
        self._offer_columns()

    def add_tool(self, tool: QWidget) -> None:
        """A control beside "test"."""
        self._tools.insertWidget(0, tool)

    def add_bar(self, bar: QWidget) -> None:
        """A bar of controls above the picture."""
        self._column.insertWidget(1, bar)

    @property
    def axes(self) -> Axes | None:
        """Where the data lies in the picture; None before it was painted."""
        return self._axes

    @property
    def busy(self) -> bool:
        """Whether the answer of the last snapshot is still being computed."""
        return self._answer.busy

    @property
    def image(self) -> QImage | None:
        """The network's answer as it is shown; None over a single column, and before there is one."""
        return self._answer.image

    # -- table and columns ---

    @property
    def columns(self) -> tuple[int, int | None] | None:
        """The column numbers that are shown, if there is a table; those of `PreparedData.seen`."""
        return None if self._plane is None else (self._plane.x, self._plane.y)

    @property
    def column_names(self) -> tuple[str, ...]:
        """The names of the one or two columns that are shown; none without a table."""
        return () if self.columns is None else tuple(self._names[at] for at in self.columns if at is not None)

    @property
    def _middles(self) -> list[float | None]:
        """From which day on a shown column counts, in days since 1970; None where it holds no dates."""
        known = {} if self.prepared is None else self.prepared.preparation.date_middles
        return [known.get(name) for name in self.column_names]

    @property
    def _seen(self) -> PreparedData:
        assert self.prepared is not None
        return self.prepared.seen

    def set_frame(self, frame: Frame | None, sheet: Sheet | None = None) -> None:
        """Keep the axes at these raw ends, and show a sheet to paint on while there is nothing to learn from."""
        self._sheet = sheet
        if frame != self._frame:
            self._frame, self._new_data = frame, True
        self._axes = None if self.prepared is None else self._axes
        self.picture.update()

    def choose_columns(self, x: int, y: int | None) -> None:
        """Show columns ``x`` and ``y`` (encoded features by number) of the present table."""
        self._wanted = (x, y)
        self._new_data = True
        self._catch_up()

    def take_data(self) -> None:
        """Offer the table's columns; show the two that tell its targets apart best, or those chosen."""
        names = () if self.prepared is None else self._seen.preparation.feature_names
        pair = self._wanted or self._same_columns(names)
        if names != self._names or not names:
            self._names = names
            self._offer_columns()
        self._wanted = self._plane = None
        if self.prepared is not None:
            spanning = self._spanning
            possible = pair is not None and {*pair} <= {*spanning, None} and (pair[1] is None) == (len(spanning) == 1)
            x, y = pair if pair is not None and possible else best_pair(self._seen)
            self._plane = framed(plane_of(self._seen, x, y), self._seen, self._frame)
            self.chooser.show_pair(spanning.index(x), None if y is None else spanning.index(y))
        self._neuron = None
        self.plane_changed.emit(self._plane)
        self._new_points()

    def _offer_columns(self) -> None:
        target = "" if self.prepared is None else self.prepared.preparation.target
        self._spanning = [] if self.prepared is None else spanning_columns(self._seen)
        self.chooser.offer([self._names[at] for at in self._spanning], target)
        self.test_points.setEnabled(bool(self._names))
        self._plane = None

    def _same_columns(self, names: tuple[str, ...]) -> tuple[int, int | None] | None:
        """Where the columns that are shown stand among other ``names``; None when one of them is not there."""
        shown = self.column_names
        if not shown or not set(shown) <= set(names):
            return None
        x, *y = (names.index(name) for name in shown)
        return x, (y[0] if y else None)

    def _columns_picked(self, x: int, y: int) -> None:
        x, y = self._spanning[x], self._spanning[y]
        self.choose_columns(x, y)
        self.columns_chosen.emit(x, y)

    def _new_points(self) -> None:
        self._points = None
        if self.prepared is not None and self._plane is not None:
            test = self.test_points.isChecked()
            self._points = points_of(self._seen, self._plane.x, self._plane.y, test=test)
            drawn = self._points.counts
            self.picture.setAccessibleDescription(caption(self.prepared, self._spanned(), drawn, test))
        self._over = self._under = None
        self.picture.update()

    def _spanned(self) -> int:
        return 1 if self._plane is None or self._plane.y is None else 2

    def mark(self, rows: Sequence[int]) -> None:
        """Ring the points of some rows of the table, given by number; those that are not drawn as points, too."""
        self._marked = tuple(rows)
        self.picture.update()

    # -- the network's answer ---

    def take_snapshot(self) -> None:
        """Ask the network anew."""
        if self._answer.ask(self.snapshot, self.prepared, self._plane, self.theme.palette, self._neuron):
            self.picture.update()
        if self.picture.pointer is not None:
            self._point(self.picture.pointer)

    @Slot(int, object)
    def show_neuron(self, layer: int, unit: int | None) -> None:
        """Show one neuron's activation (layer -1: an input) over the plane; ``unit`` None: the answer again."""
        spec = None if self.snapshot is None else self.snapshot.spec
        there = unit is not None and spec is not None and layer < len(spec.layers) and unit < spec.sizes[layer + 1]
        neuron: Neuron | None = (layer, unit) if there and unit is not None else None
        if neuron != self._neuron:
            self._neuron = neuron
            if self.isVisible():
                self.take_snapshot()
            else:
                self._new_snapshot = True

    @property
    def title(self) -> str:
        """What stands over the picture of a single neuron; empty over the network's answer."""
        if self._neuron is None or self.snapshot is None or self.prepared is None:
            return ""
        return neuron_title(self._neuron, self.snapshot.spec.sizes, self.prepared, self._answer.largest)

    def _answer_ready(self) -> None:
        self.picture.update()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._answer.busy:
            self._answer.stop()
            self._new_snapshot = True  # finished when it is seen again

    # -- painting ---

    def take_theme(self) -> None:
        """Points and ticks are cached in the old colours."""
        self._over = self._under = None

    def _paint(self, painter: QPainter) -> None:
        palette = self.theme.palette
        if self._sheet is not None and self.prepared is None:
            size = self.picture.size()
            self._axes = sheet_axes(self._sheet, size.width(), size.height(), TOP, RIGHT)
            paint_sheet(painter, self._axes, self._sheet, palette)
            self._paint_overlay(painter)
            return
        if self.prepared is None or self._points is None or self._plane is None:
            text = self.tr("The network's answer over two columns of a table will be here. Open a table to see it.")
            paint_message(painter, QRectF(self.picture.rect()), text, palette)
            return
        if self._over is None or self._over.deviceIndependentSize().toSize() != self.picture.size():
            self._axes = axes_of(self._plane, self.prepared, self.picture.size(), self._middles)
            self._draw_layers(self._axes)
        assert self._axes is not None and self._over is not None and self._under is not None
        if self._answer.line is not None and self._neuron is not None:
            axes = neuron_axes(self._axes, doubled(self._answer.largest, LEAST_SCALE))
            paint_activation(painter, axes, self._answer.line, self.column_names[0], palette)
            paint_title(painter, axes, self.title, palette)
            return
        painter.fillRect(self._axes.rect, QColor(palette.ground))
        if self._answer.image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, True)
            painter.drawImage(self._axes.rect, self._answer.image)
        painter.drawPixmap(0, 0, self._under)
        if self._answer.line is not None:
            paint_answer(painter, self._axes, self._answer.line, palette)
        painter.drawPixmap(0, 0, self._over)
        if self.title:
            paint_title(painter, self._axes, self.title, palette)
        if self._marked and self._plane is not None:
            places = places_of(self._seen, self._plane.x, self._plane.y, self._marked)
            paint_rings(painter, self._axes, places, palette)
        self._paint_overlay(painter)

    def _paint_overlay(self, painter: QPainter) -> None:
        if self.overlay is not None and self._axes is not None:
            self.overlay(painter, self._axes)

    def _draw_layers(self, axes: Axes) -> None:
        """What changes with the table or the size only: axes and texts under the curve, points over it."""
        assert self.prepared is not None and self._points is not None
        palette = self.theme.palette
        self._under, self._over = layer_pixmap(self.picture), layer_pixmap(self.picture)
        with QPainter(self._under) as painter:
            paint_axes(painter, axes, palette, grid=self._spanned() == 1)
            row = QRectF(
                axes.rect.left(), axes.rect.bottom() + text_height() + 2 * HALF, axes.rect.width(), text_height()
            )
            paint_legend(painter, row, self.prepared, palette)
            row.translate(0, text_height() + HALF)
            painter.setFont(text_font(TEXT_SMALL))
            painter.setPen(QColor(palette.muted))
            text = caption(self.prepared, self._spanned(), self._points.counts, self.test_points.isChecked())
            painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, elided(text, row.width()))
        with QPainter(self._over) as painter:
            painter.setClipRect(axes.rect)
            paint_points(painter, axes, self._points, self.prepared, palette)

    # -- the pointer ---

    def _scaled_row(self, position: QPointF) -> Array | None:
        """The row of inputs (1, d) under the pointer."""
        if self._axes is None or self._plane is None or self.prepared is None:
            return None
        return row_at(self._axes, self._plane, self.prepared, position)

    def _point(self, position: QPointF) -> None:
        row = self._scaled_row(position)
        self.hovered.emit("" if row is None else self._words(row, position))

    def _leave(self) -> None:
        self.hovered.emit("")

    def _click(self, position: QPointF) -> None:
        point = None if self._points is None or self._axes is None else self._points.at(self._axes, position)
        if point is not None and self._points is not None:
            self.row_clicked.emit(int(self._points.rows[point]))
        row = self._scaled_row(position)
        if row is not None and self.prepared is not None:
            self.point_clicked.emit(self.prepared.raw(row)[0])

    def _words(self, row: Array, position: QPointF) -> str:
        assert self.prepared is not None and self._plane is not None
        places = () if self._axes is None else self._axes.data(position)
        shown = zip(self.column_names, places, self._middles, strict=False)
        text = ", ".join(
            f"{name} {number(at) if start is None else date_text(at + start)}" for name, at, start in shown
        )
        values = self._answer.at(row)
        if values is not None:
            text += f": {answer_words(values, self.prepared)}"
        return text + self._point_words(position)

    def _point_words(self, position: QPointF) -> str:
        """Which row of the table lies under the pointer, if one does."""
        assert self.prepared is not None and self._axes is not None
        index = None if self._points is None else self._points.at(self._axes, position)
        return "" if index is None or self._points is None else point_words(self._points, index, self.prepared)
