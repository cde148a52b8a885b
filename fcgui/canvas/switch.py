"""The two ways to draw large matrices, at the right of the legend: the strongest weights as lines, or a picture."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from fcgui.canvas.layout import Layout
from fcgui.canvas.lettering import Lettering
from fcgui.theme import HALF, UNIT, Palette

HEIGHT = 16.0


class Switch:
    """Two segments, one of them chosen; there only where a matrix is too large to be drawn whole as lines."""

    def __init__(self, layout: Layout, *, pictures: bool) -> None:
        self.pictures = pictures
        self._small = Lettering()
        self.texts = (QCoreApplication.translate("Canvas", "strongest"), QCoreApplication.translate("Canvas", "matrix"))
        widths = [self._small.width(text) + 2 * UNIT for text in self.texts]
        row = layout.legend
        top = row.center().y() - HEIGHT / 2
        right = row.right()
        self.segments = (
            QRectF(right - widths[1] - widths[0], top, widths[0], HEIGHT),
            QRectF(right - widths[1], top, widths[1], HEIGHT),
        )

    @property
    def rect(self) -> QRectF:
        """The whole of it."""
        return self.segments[0].united(self.segments[1])

    def chosen(self, at: QPointF) -> bool | None:
        """Whether a click at a position asks for pictures; None beside the switch."""
        for pictures, segment in zip((False, True), self.segments, strict=True):
            if segment.contains(at):
                return pictures
        return None

    def paint(self, painter: QPainter, palette: Palette) -> None:
        """The chosen segment lies on the accent's soft ground."""
        painter.setPen(QPen(QColor(palette.line), 1))
        painter.setBrush(QColor(palette.panel if palette.dark else palette.ground))
        painter.drawRoundedRect(self.rect, HALF + 1, HALF + 1)
        for pictures, segment, text in zip((False, True), self.segments, self.texts, strict=True):
            on = pictures == self.pictures
            if on:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(palette.accent_soft))
                painter.drawRoundedRect(segment.adjusted(1, 1, -1, -1), HALF, HALF)
            self._small.write(painter, segment, (text,), palette.ink if on else palette.muted)
