"""Short texts that must fit into little room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from fcgui.theme import TEXT_SMALL, text_font

CENTER = Qt.AlignmentFlag.AlignCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Lettering:
    """Measures and writes text of one size."""

    def __init__(self, size: int = TEXT_SMALL, *, strong: bool = False) -> None:
        self.font = text_font(size, strong=strong)
        self.metrics = QFontMetricsF(self.font)

    def width(self, text: str) -> float:
        """The width of ``text`` in pixels."""
        return self.metrics.horizontalAdvance(text)

    def widest(self, texts: Sequence[str]) -> float:
        """The width of the widest text; 0 if there is none."""
        return max((self.width(flat(text)) for text in texts), default=0.0)

    def fitting(self, texts: Sequence[str], width: float) -> str:
        """The first of ``texts`` that fits, or the last one, cut with an ellipsis."""
        for text in texts:
            if self.width(text) <= width:
                return text
        return self.metrics.elidedText(texts[-1], Qt.TextElideMode.ElideRight, width) if texts else ""

    def write(
        self,
        painter: QPainter,
        rect: QRectF,
        texts: Sequence[str],
        color: str,
        align: Qt.AlignmentFlag = CENTER,
    ) -> None:
        """Write the first of ``texts`` that fits into ``rect``."""
        painter.setFont(self.font)
        painter.setPen(QColor(color))
        painter.drawText(rect, align | Qt.TextFlag.TextSingleLine, self.fitting(texts, rect.width()))


def flat(text: str) -> str:
    """A name from a file on one line, and not endless."""
    return " ".join(text[:200].split())
