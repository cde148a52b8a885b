"""A column's values as a picture: a histogram of numbers and dates, bars of the most frequent categories."""

from __future__ import annotations

import math
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fcgui.i18n.numbers import grouped
from fcgui.plots.drawing import Axes, elided, paint_axes, paint_message, text_height, text_width
from fcgui.plots.picture import Picture
from fcgui.table.figures import share_text, short, value_text
from fcgui.theme import GAP, HALF, TEXT_SMALL, UNIT, Palette, Theme, mix, text_font
from fcgui_core.column import Column
from fcgui_core.column_summary import ColumnSummary

NAMES = 0.4  # the most of the width that the names of categories take
MOST_LINE = 30.0  # pixels of the line of a category
HEAD = 1.25  # room above the highest bar, and for what the pointer is on


class Distribution(QWidget):
    """The large picture of one column; the pointer, moved by mouse or arrow keys, tells what a bar stands for."""

    hovered = Signal(str)

    def __init__(self, look: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._column: Column | None = None
        self._summary: ColumnSummary | None = None
        self.picture = Picture(look, self._paint, QSize(280, 150), self)
        self.picture.setAccessibleName(self.tr("Distribution of the column"))
        self.picture.setToolTip(self.tr("How often which values come; point at a bar to read it."))
        self.picture.pointer_moved.connect(self._tell)
        self.picture.pointer_left.connect(self._untell)
        look.changed.connect(self.picture.update)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.picture)

    def show_column(self, column: Column | None, summary: ColumnSummary | None) -> None:
        """Show another column, or what has become known of it."""
        if (column, summary) != (self._column, self._summary):
            self._column, self._summary = column, summary
            self.picture.setAccessibleDescription("; ".join(self._words(at) for at in range(len(self._counts()))))
            self.picture.update()

    # ------------------------------------------------------------------ what a bar stands for

    def _counts(self) -> list[int]:
        if self._summary is None:
            return []
        if self._summary.histogram is not None:
            return list(self._summary.histogram)
        return [count for _, count in self._summary.frequent]

    def _words(self, at: int) -> str:
        column, summary = self._column, self._summary
        assert column is not None and summary is not None
        count = self._counts()[at]
        share = share_text(count, summary.count)
        if summary.edges is None:
            name = short(summary.frequent[at][0])
        else:
            low, high = summary.edges[at], summary.edges[at + 1]
            whole = high - low == 1 and low % 1 == 0.5  # a bin of one whole number
            name = value_text(column, low + 0.5) if whole else " … ".join(value_text(column, v) for v in (low, high))
        return self.tr("{value}: {count} ({share})").format(value=name, count=grouped(count), share=share)

    def _bar_at(self, point: QPointF | None) -> int | None:
        counts = self._counts()
        if point is None or not counts or self._summary is None:
            return None
        rect = self._rect()
        if self._summary.histogram is None:
            at = math.floor((point.y() - rect.top()) / line_height(rect, len(counts)))
            return at if 0 <= at < len(counts) else None
        at = math.floor((point.x() - rect.left()) / (rect.width() / len(counts)))
        return at if 0 <= at < len(counts) else None

    @Slot()
    def _tell(self) -> None:
        at = self._bar_at(self.picture.pointer)
        self.hovered.emit("" if at is None else self._words(at))
        self.picture.update()

    @Slot()
    def _untell(self) -> None:
        self.hovered.emit("")
        self.picture.update()

    # ------------------------------------------------------------------ painting

    def _rect(self) -> QRectF:
        whole = QRectF(self.picture.rect())
        if self._summary is None or self._summary.histogram is None:
            return whole.adjusted(HALF, HALF, -HALF, -HALF)
        left = text_width(grouped(max(self._counts(), default=0))) + GAP
        return whole.adjusted(left, UNIT, -GAP, -(text_height() + UNIT))

    def _paint(self, painter: QPainter) -> None:
        colors, counts = self._look.palette, self._counts()
        if not counts:
            words = self.tr("Select a column to see its values.") if self._column is None else ""
            if self._summary is not None:
                words = self.tr("Every cell is missing.")
            paint_message(painter, QRectF(self.picture.rect()), words, colors)
        elif self._summary is not None and self._summary.histogram is not None:
            self._paint_histogram(painter, colors, counts)
        else:
            self._paint_categories(painter, colors, counts)

    def _paint_histogram(self, painter: QPainter, colors: Palette, counts: list[int]) -> None:
        column, summary, rect = self._column, self._summary, self._rect()
        assert column is not None and summary is not None and summary.edges is not None
        low, high = summary.edges[0], summary.edges[-1]
        axes = Axes(rect, (low, high if high > low else low + 1), (0.0, max(counts) * HEAD))
        paint_axes(painter, replace(axes, x_from=0.0 if column.kind == "date" else None), colors, grid=False)
        pointed = self._bar_at(self.picture.pointer)
        width, gap = rect.width() / len(counts), 1.0
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        for at, count in enumerate(counts):
            if count:
                top = min(float(axes.py(count)), rect.bottom() - 1)
                bar = QRectF(rect.left() + at * width + gap, top, max(1.0, width - gap), rect.bottom() - top)
                painter.fillRect(bar, self._color(colors, at == pointed))
        if pointed is not None:
            self._paint_words(painter, rect, colors, self._words(pointed))

    def _paint_categories(self, painter: QPainter, colors: Palette, counts: list[int]) -> None:
        summary, rect = self._summary, self._rect()
        assert summary is not None
        pointed = self._bar_at(self.picture.pointer)
        texts = [
            self.tr("{count} ({share})").format(count=grouped(n), share=share_text(n, summary.count)) for n in counts
        ]
        names = [elided(name, rect.width() * NAMES) for name, _ in summary.frequent]
        left = rect.left() + max(text_width(name) for name in names) + UNIT
        right = rect.right() - max(text_width(text) for text in texts) - UNIT
        step = line_height(rect, len(counts))
        high = min(step, 22.0)
        painter.setFont(text_font(TEXT_SMALL))
        middle = Qt.AlignmentFlag.AlignVCenter
        for at, (name, text, count) in enumerate(zip(names, texts, counts, strict=True)):
            line = QRectF(rect.left(), rect.top() + at * step, rect.width(), step)
            width = max(1.0, (right - left) * count / max(counts))
            bar = QRectF(left, line.center().y() - high / 2 + 1, width, max(2.0, high - 2))
            painter.fillRect(bar, self._color(colors, at == pointed))
            if step < text_height() - 3 and at % 2:  # no room for every name
                continue
            painter.setPen(QColor(colors.ink))
            box = QRectF(rect.left(), line.center().y() - text_height() / 2, left - UNIT - rect.left(), text_height())
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | middle, name)
            painter.setPen(QColor(colors.muted))
            painter.drawText(box.translated(left + width + HALF - rect.left(), 0).adjusted(0, 0, 200, 0), middle, text)

    def _paint_words(self, painter: QPainter, rect: QRectF, colors: Palette, words: str) -> None:
        painter.setFont(text_font(TEXT_SMALL, strong=True))
        painter.setPen(QColor(colors.ink))
        painter.drawText(rect.adjusted(UNIT, 2, -UNIT, 0), Qt.AlignmentFlag.AlignRight, words)

    @staticmethod
    def _color(colors: Palette, pointed: bool) -> QColor:
        return QColor(colors.positive if pointed else mix(colors.positive, colors.panel, 0.2))


def line_height(rect: QRectF, lines: int) -> float:
    """Pixels of the line of one category: few lines stand together at the top."""
    return min(rect.height() / lines, MOST_LINE)
