"""Painting points on the decision regions with the mouse: an event filter, its settings, and what it shows.

The regions know nothing of it: the brush looks at the mouse before they do, draws its own overlay, and sends dabs as
intents. What has been painted is drawn at once and handed over a few times a second, so that the network sees the
points while the stroke goes on.
"""

from __future__ import annotations

from itertools import count

import numpy as np
from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QToolButton

from fcgui.gallery.brush_bar import ERASER, MOST_CLASSES, BrushBar
from fcgui.gallery.edits import Dab
from fcgui.plots.colors import class_hex, class_shape, diverging_table, paint_dot, paint_marker
from fcgui.plots.drawing import Axes
from fcgui.plots.region_field import value_indices
from fcgui.plots.region_sheet import Sheet
from fcgui.plots.regions import DecisionRegions
from fcgui_core.synthetic import next_class, points_of, spans_of
from fcgui_core.table import Table

HAND_OVER_MS = 80  # how long painted points wait until the network gets them
LIVE_UP_TO = 10_000  # points of the table; a larger one changes only at the end of a stroke

_strokes = count(1)  # strokes are told apart over all windows: undo steps must not merge


class Brush(QObject):
    """Paints and erases while its mode is on; goes with one window's regions."""

    painted = Signal(object, int)  # Dab, the number of its stroke
    sheet_requested = Signal()  # painting is wanted, and the table is none that can be painted on

    def __init__(self, regions: DecisionRegions, rng: np.random.Generator | None = None) -> None:
        super().__init__(regions)
        self._regions = regions
        self._rng = rng or np.random.default_rng()
        self._table: Table | None = None
        self._form: tuple[tuple[str, ...], bool] | None = None  # of the table: its columns, and whether it has classes
        self._names: tuple[str, ...] = ()
        self._present = 2
        self._on = False
        self._stroke = 0
        self._erasing = False
        self._last: QPointF | None = None
        self._at: QPointF | None = None
        self._waiting: list[Dab] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(HAND_OVER_MS)
        self._timer.timeout.connect(self._hand_over)
        self.bar = BrushBar(regions.theme, regions)
        self.bar.changed.connect(regions.picture.update)
        self.bar.hide()
        self.toggle = QToolButton(regions)
        self.toggle.setText(self.tr("Paint"))
        self.toggle.setCheckable(True)
        self.toggle.setAccessibleName(self.tr("Paint points"))
        self.toggle.toggled.connect(self._switch)
        regions.add_tool(self.toggle)
        regions.add_bar(self.bar)
        regions.overlay = self._paint
        regions.picture.installEventFilter(self)
        self._show_tip()

    # ------------------------------------------------------------------ the mode

    @property
    def active(self) -> bool:
        """Whether the mouse paints."""
        return self._on  # not asked of the button: events still come while the window is taken apart

    def start(self) -> None:
        """Switch painting on."""
        self.toggle.setChecked(True)

    @property
    def possible(self) -> bool:
        """Whether the table is one that can be painted on."""
        return self._table is not None and spans_of(self._table) is not None

    def show_table(self, table: Table | None, *, empty: bool) -> None:
        """Another table, or the same with other points; ``empty``: nothing can be learned from it yet."""
        form = None if table is None else (table.names, table.columns[-1].is_number)
        if form != self._form:
            self._waiting, self._stroke = [], 0  # what was being painted is for another sheet
        self._table, self._form = table, form
        self._show_frame(table, empty)
        if not self._timer.isActive():
            self._waiting = []
        if not self.possible:
            self.toggle.setChecked(False)
        elif table is not None:
            self._names = _offered(table)
            self._present = 0 if table.columns[-1].is_number else max(2, table.columns[-1].n_distinct)
            self.bar.show_classes(self._names, self._present)
        self._show_tip()

    def _show_frame(self, table: Table | None, empty: bool) -> None:
        frame = None if table is None else spans_of(table)
        if table is None or frame is None or frame[1] is None or not empty:
            self._regions.set_frame(frame)
            return
        X, targets = points_of(table)
        names = _offered(table)
        numbers = np.array([names.index(name) for name in targets], int) if names else targets
        n_classes = max(2, len(names) - 1) if names else 0
        sheet = Sheet((frame[0], frame[1]), X, numbers, n_classes, self._advice(table))
        self._regions.set_frame(frame, sheet)

    def _advice(self, table: Table) -> str:
        """What is missing before there is something to learn."""
        if table.columns[-1].is_number:
            return self.tr("Paint points of at least two values.")
        if not table.n_rows:
            return self.tr("Hold the mouse and paint points of a class.")
        return self.tr("Now another class: press 1 or 2, and paint.")

    def _show_tip(self) -> None:
        if self.possible:
            self.toggle.setToolTip(self.tr("Paint points with the mouse: left paints, right erases."))
        else:
            self.toggle.setToolTip(self.tr("Paint points of your own with the mouse, on an empty sheet."))

    @Slot(bool)
    def _switch(self, on: bool) -> None:
        self._on = on
        if on and not self.possible:
            self.sheet_requested.emit()
        self.bar.setVisible(on)
        picture = self._regions.picture
        if on:
            picture.setCursor(Qt.CursorShape.CrossCursor)
            picture.setFocus()
        else:
            self._finish()
            picture.unsetCursor()
        picture.update()

    # ------------------------------------------------------------------ the mouse and the keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the mouse and the brush's keys while painting is on."""
        if not self.active:
            return False
        if isinstance(event, QMouseEvent):
            return self._mouse(event)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        if event.type() == QEvent.Type.Leave:
            self._at = None
        return False

    def _mouse(self, event: QMouseEvent) -> bool:
        self._at = event.position()
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            if event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
                return False
            self._begin(erasing=self.bar.erases or event.button() == Qt.MouseButton.RightButton)
            self._touch(self._at)
            return True
        if event.type() == QEvent.Type.MouseMove:
            if self._stroke:
                self._drag(self._at)
            self._regions.picture.update()
            return bool(self._stroke)
        if event.type() == QEvent.Type.MouseButtonRelease and self._stroke:
            self._finish()
            return True
        return False

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self.bar.choose(key - Qt.Key.Key_1)
        elif key == Qt.Key.Key_E:
            self.bar.choose(ERASER)
        elif key in (Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketRight):
            self.bar.reach.setValue(self.bar.reach.value() + (1 if key == Qt.Key.Key_BracketRight else -1))
        elif key == Qt.Key.Key_Escape:
            self.toggle.setChecked(False)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._regions.picture.pointer is not None:
            self._begin(erasing=self.bar.erases)
            self._touch(self._regions.picture.pointer)
            self._finish()
        else:
            return False
        return True

    # ------------------------------------------------------------------ a stroke

    def _begin(self, *, erasing: bool) -> None:
        self._finish()
        self._stroke, self._erasing, self._last = next(_strokes), erasing, None

    def _drag(self, to: QPointF) -> None:
        """Touch along the way, half a radius apart, so that a quick stroke has no gaps."""
        axes = self._regions.axes
        if axes is None or self._last is None:
            return
        pixels = max(4.0, 0.5 * self._pixels(axes)[0])
        way = to - self._last
        length = float(np.hypot(way.x(), way.y()))
        begin = self._last
        for step in range(1, int(length / pixels) + 1):
            self._touch(begin + way * (step * pixels / length))

    def _touch(self, at: QPointF) -> None:
        axes = self._regions.axes
        self._last = at
        if axes is None or not axes.rect.contains(at) or self._order is None:
            return
        x, y = axes.data(at)
        reach = self._reach(axes)
        dab = self._rubber(x, y, reach) if self._erasing else self._spray(x, y, reach, axes)
        self._waiting.append(dab)
        self._regions.picture.update()
        if not self._timer.isActive() and self._table is not None and self._table.n_rows <= LIVE_UP_TO:
            self._timer.start()

    def _spray(self, x: float, y: float, reach: tuple[float, float], axes: Axes) -> Dab:
        """Points at random within the brush: r = sqrt(U(0, 1)), angle = U(0, 2 pi)."""
        n = self.bar.density.value()
        r, angle = np.sqrt(self._rng.uniform(0, 1, n)), self._rng.uniform(0, 2 * np.pi, n)
        across = np.clip(x + reach[0] * r * np.sin(angle), *axes.x)
        up = np.clip(y + reach[1] * r * np.cos(angle), *axes.y)
        if self._is_line:
            return Dab(across[:, None], targets=up)
        return Dab(np.column_stack([across, up])[:, self._order], self.bar.target)

    def _rubber(self, x: float, y: float, reach: tuple[float, float]) -> Dab:
        order = [0, 1] if self._order is None else self._order
        return Dab(np.array([[x, y]])[:, order], reach=(reach[order[0]], reach[order[1]]))

    @Slot()
    def _hand_over(self) -> None:
        """Send what has been painted since the last time as one dab."""
        self._timer.stop()
        dabs, self._waiting = self._waiting, []
        if not dabs or not self._stroke:
            return
        first = dabs[0]
        X = np.concatenate([dab.X for dab in dabs])
        targets = None if first.targets is None else np.concatenate([dab.targets for dab in dabs])
        self.painted.emit(Dab(X, first.target, first.reach, targets), self._stroke)

    def _finish(self) -> None:
        self._hand_over()
        self._stroke = 0

    # ------------------------------------------------------------------ geometry

    @property
    def _is_line(self) -> bool:
        """Whether there is a single input: the points' targets are then their heights."""
        return self._table is not None and len(self._table.columns) == 2

    @property
    def _order(self) -> list[int] | None:
        """Which axis each input of the table lies along; None where other features are shown."""
        shown = self._regions.column_names
        if self._table is None or not shown or self._is_line:
            return [0, 1]
        names = self._table.names[:-1]
        return [shown.index(name) for name in names] if set(shown) == set(names) else None

    def _reach(self, axes: Axes) -> tuple[float, float]:
        """The brush's radius along both axes: a circle on the screen where the axes are alike."""
        radius = self.bar.radius
        return radius, radius * (axes.y[1] - axes.y[0]) / (axes.x[1] - axes.x[0])

    def _pixels(self, axes: Axes) -> tuple[float, float]:
        across, up = self._reach(axes)
        return (
            across * axes.rect.width() / (axes.x[1] - axes.x[0]),
            up * axes.rect.height() / (axes.y[1] - axes.y[0]),
        )

    # ------------------------------------------------------------------ the overlay

    def _paint(self, painter: QPainter, axes: Axes) -> None:
        """The points that wait, and a ring where the brush is."""
        if not self.active:
            return
        painter.save()
        painter.setClipRect(axes.rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        for dab in self._waiting:
            if dab.reach is None:
                self._paint_dab(painter, axes, dab)
        at = self._at or self._regions.picture.pointer
        if at is not None and axes.rect.contains(at):
            palette = self._regions.theme.palette
            painter.setPen(
                QPen(QColor(palette.ink), 1.2, Qt.PenStyle.DashLine if self.bar.erases else Qt.PenStyle.SolidLine)
            )
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(at, *self._pixels(axes))
        painter.restore()

    def _paint_dab(self, painter: QPainter, axes: Axes, dab: Dab) -> None:
        palette = self._regions.theme.palette
        order = [0, 1] if self._order is None else self._order
        rights = dab.X[:, order[0]] if dab.targets is None else dab.X[:, 0]
        ups = dab.X[:, order[1]] if dab.targets is None else dab.targets
        places = zip(axes.px(rights).tolist(), axes.py(ups).tolist(), strict=True)
        if self._names:
            number = self.bar.number
            color = QColor(class_hex(palette, number, max(self._present, number + 1)))
            for x, y in places:
                paint_marker(painter, QPointF(x, y), class_shape(number), color, palette, 3.6, True)
            return
        value = float(dab.target) if isinstance(dab.target, int | float) else 0.0
        color = QColor.fromRgb(int(diverging_table(palette)[value_indices(np.array([value]), (-1.0, 1.0))][0]))
        for x, y in places:
            paint_dot(painter, QPointF(x, y), color, palette, 3.6, True)


def _offered(table: Table) -> tuple[str, ...]:
    """The classes that may be painted: those of the table, at least A and B, and one more."""
    target = table.columns[-1]
    if target.is_number:
        return ()
    names = list(target.counts)
    while len(names) < 2:
        names.append("A" if not names else ("B" if names == ["A"] else "A"))
        names.sort()
    if len(names) < MOST_CLASSES:
        names.append(next_class(names))
    return tuple(names)
