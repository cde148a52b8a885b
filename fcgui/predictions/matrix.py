"""The confusion matrix, live: true classes down, answered classes across; a click shows the rows of a cell."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fcgui.i18n.numbers import grouped
from fcgui.plots.colors import class_hex, class_shape, paint_marker
from fcgui.plots.drawing import elided, paint_message, text_height, text_width
from fcgui.plots.picture import Picture
from fcgui.theme import GAP, HALF, TEXT_SMALL, UNIT, Theme, mix, text_font

LEAST_CELL = 15  # pixels: below that a cell has a colour but no number
MOST_CELL = 64
LONGEST_NAME = 88  # pixels of a class's name
DEEPEST = 0.62  # how far a full cell goes to its colour: ink stays readable on it

_ARROWS = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}


class MatrixPicture(Picture):
    """A picture whose arrow keys go from cell to cell."""

    moved = Signal(int, int)  # rows and columns

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move by a cell; Return and Space take it."""
        step = _ARROWS.get(Qt.Key(event.key()))
        if step is not None:
            self.moved.emit(*step)
        elif event.key() == Qt.Key.Key_Space and self.pointer is not None:
            self.clicked.emit(self.pointer)
        else:
            super().keyPressEvent(event)


class ConfusionMatrix(QWidget):
    """How often each class was answered as each."""

    cell_chosen = Signal(object)  # (true class, answered class), or None: all rows again
    hovered = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._counts: NDArray[np.int64] | None = None
        self._classes: tuple[str, ...] = ()
        self._chosen: tuple[int, int] | None = None
        self.picture = MatrixPicture(theme, self._paint, QSize(240, 220), self)
        self.picture.setAccessibleName(self.tr("Confusion matrix"))
        self.picture.setToolTip(
            self.tr("True classes down, predicted classes across: click a cell to see its rows, again to see all.")
        )
        self.picture.pointer_moved.connect(self._point)
        self.picture.pointer_left.connect(self._leave)
        self.picture.clicked.connect(self._click)
        self.picture.moved.connect(self._move)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.picture)
        theme.changed.connect(self.picture.update)

    def show_counts(
        self, counts: NDArray[np.int64] | None, classes: tuple[str, ...], chosen: tuple[int, int] | None
    ) -> None:
        """Show counts (K, K) of true classes (down) by answered ones (across); ``chosen`` is the cell in force."""
        self._counts, self._classes, self._chosen = counts, classes, chosen
        self.picture.setAccessibleDescription(self._described())
        self.picture.update()

    def _described(self) -> str:
        if self._counts is None:
            return ""
        right, all_rows = int(np.trace(self._counts)), int(self._counts.sum())
        words = self.tr("{right} of {rows} rows are right.")
        return words.format(right=grouped(right), rows=grouped(all_rows))

    # ------------------------------------------------------------------ geometry

    def _named(self) -> bool:
        return self._cell_size(named=True) >= LEAST_CELL

    def _margin(self, *, named: bool) -> float:
        if not named:
            return text_height() + UNIT
        widest = max((text_width(elided(name, LONGEST_NAME)) for name in self._classes), default=0.0)
        return text_height() + HALF + min(widest, LONGEST_NAME) + GAP + UNIT

    def _cell_size(self, *, named: bool) -> float:
        k = max(1, len(self._classes))
        room = self.picture.size()
        across = room.width() - self._margin(named=named) - UNIT
        down = room.height() - self._top(named=named) - HALF
        return min(MOST_CELL, across / k, down / k)

    @staticmethod
    def _top(*, named: bool) -> float:
        return (2 if named else 1) * (text_height() + HALF)

    def _grid(self) -> tuple[QRectF, float]:
        named = self._named()
        size, k = max(1.0, self._cell_size(named=named)), len(self._classes)
        return QRectF(self._margin(named=named), self._top(named=named), k * size, k * size), size

    def cell_rect(self, true: int, given: int) -> QRectF:
        """Where a cell is."""
        grid, size = self._grid()
        return QRectF(grid.left() + given * size, grid.top() + true * size, size, size)

    def _cell_at(self, position: QPointF) -> tuple[int, int] | None:
        if self._counts is None:
            return None
        grid, size = self._grid()
        given, true = (position.x() - grid.left()) // size, (position.y() - grid.top()) // size
        k = len(self._classes)
        return (int(true), int(given)) if 0 <= true < k and 0 <= given < k else None

    # ------------------------------------------------------------------ painting

    def _paint(self, painter: QPainter) -> None:
        palette = self._theme.palette
        if self._counts is None:
            text = self.tr("How often each class is taken for each will be here, once rows with a truth are shown.")
            paint_message(painter, QRectF(self.picture.rect()), text, palette)
            return
        grid, size = self._grid()
        named = self._named()
        painter.setFont(text_font(TEXT_SMALL))
        self._paint_names(painter, grid, size, named)
        sums = np.maximum(self._counts.sum(axis=1), 1)
        for (true, given), count in np.ndenumerate(self._counts):
            self._paint_cell(painter, self.cell_rect(true, given), true == given, int(count), float(count / sums[true]))
        painter.setPen(QPen(QColor(palette.line), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(grid)
        pointed = None if self.picture.pointer is None else self._cell_at(self.picture.pointer)
        for cell, width in ((pointed, 1.0), (self._chosen, 2.0)):
            if cell is not None:
                painter.setPen(QPen(QColor(palette.accent), width))
                painter.drawRect(self.cell_rect(*cell).adjusted(1, 1, -1, -1))

    def _paint_names(self, painter: QPainter, grid: QRectF, size: float, named: bool) -> None:
        palette, centre = self._theme.palette, Qt.AlignmentFlag.AlignCenter
        painter.setPen(QColor(palette.muted))
        painter.drawText(QRectF(grid.left(), 0, max(grid.width(), 80), text_height()), 0, self.tr("predicted"))
        painter.save()
        painter.translate(0, grid.bottom())
        painter.rotate(-90)
        painter.drawText(
            QRectF(0, 0, max(grid.height(), 60), text_height()), Qt.AlignmentFlag.AlignRight, self.tr("true")
        )
        painter.restore()
        if not named:
            return
        k = len(self._classes)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        for at, name in enumerate(self._classes):
            color, middle = QColor(class_hex(palette, at, k)), (at + 0.5) * size
            painter.setPen(QColor(palette.ink))
            box = QRectF(text_height() + HALF, grid.top() + middle - size / 2, LONGEST_NAME, size)
            box.setRight(grid.left() - GAP - HALF)
            painter.drawText(
                box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, elided(name, box.width())
            )
            left = QPointF(grid.left() - UNIT, grid.top() + middle)
            paint_marker(painter, left, class_shape(at), color, palette, 3.4, True)
            top = QRectF(grid.left() + middle - size / 2, text_height(), size, text_height() + HALF)
            width = text_width(elided(name, size - UNIT - GAP))
            if size >= 40:
                painter.setPen(QColor(palette.ink))
                painter.drawText(top.adjusted(GAP, 0, 0, 0), centre, elided(name, size - GAP - HALF))
                paint_marker(
                    painter, QPointF(top.center().x() - width / 2 - HALF, top.center().y()),
                    class_shape(at), color, palette, 3.4, True,
                )  # fmt: skip
            else:
                paint_marker(painter, top.center(), class_shape(at), color, palette, 3.4, True)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_cell(self, painter: QPainter, rect: QRectF, right: bool, count: int, share: float) -> None:
        """The deeper, the larger the share of the true class; blue where it is right, orange where it is wrong."""
        palette = self._theme.palette
        full = palette.positive if right else palette.negative
        depth = DEEPEST * share**0.7 if count else 0.0
        painter.fillRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), QColor(mix(palette.ground, full, depth)))
        text = grouped(count)
        if rect.width() < LEAST_CELL or text_width(text) > rect.width() - 2:
            text = "" if rect.width() < LEAST_CELL else "…"
        painter.setPen(QColor(palette.ink if count else palette.muted))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)

    # ------------------------------------------------------------------ the pointer

    @Slot(QPointF)
    def _point(self, position: QPointF) -> None:
        cell = self._cell_at(position)
        self.picture.update()
        self.hovered.emit("" if cell is None else self._words(cell))

    @Slot()
    def _leave(self) -> None:
        self.picture.update()
        self.hovered.emit("")

    def _words(self, cell: tuple[int, int]) -> str:
        assert self._counts is not None
        true, given = (self._classes[at] for at in cell)
        words = self.tr("{n} of {rows} rows of {true} are taken for {given}")
        n, rows = int(self._counts[cell]), int(self._counts[cell[0]].sum())
        return words.format(n=grouped(n), rows=grouped(rows), true=true, given=given)

    @Slot(QPointF)
    def _click(self, position: QPointF) -> None:
        cell = self._cell_at(position)
        if cell is not None:
            self.cell_chosen.emit(None if cell == self._chosen else cell)

    @Slot(int, int)
    def _move(self, down: int, across: int) -> None:
        if self._counts is None:
            return
        cell = None if self.picture.pointer is None else self._cell_at(self.picture.pointer)
        k = len(self._classes)
        true, given = (0, 0) if cell is None else (cell[0] + down, cell[1] + across)
        if 0 <= true < k and 0 <= given < k:
            centre = self.cell_rect(true, given).center()
            self.picture.pointer = centre
            self._point(centre)
