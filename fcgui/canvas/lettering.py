"""Short texts that must fit into little room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from fcgui.theme import TEXT_SMALL, text_font

CENTER = Qt.AlignmentFlag.AlignCenter
TAILS = (0.65, 0.8, 0.9, 0.35, 0.2, 0.0, 1.0)  # shares of a name's letters behind its ellipsis, as they are tried
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

    def shortened(self, names: Sequence[str], width: float) -> list[str]:
        """Names that fit, cut in the middle, and there where most of them stay different from each other.

        Those that would still be the same begin where they begin to differ.
        """
        whole = [flat(name) for name in names]
        if self.widest(whole) <= width:
            return whole
        best = [self.metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, width) for name in whole]
        for share in TAILS:
            if len(set(best)) == len(set(whole)):
                break
            tried = [self._cut(name, width, share) for name in whole]
            best = tried if len(set(tried)) > len(set(best)) else best
        return [self._apart(name, whole, best, width) for name in whole]

    def _apart(self, name: str, whole: Sequence[str], best: Sequence[str], width: float) -> str:
        text = best[whole.index(name)]
        alike = {other for other, cut in zip(whole, best, strict=True) if cut == text}
        if len(alike) == 1:
            return text
        first, last = min(alike), max(alike)  # in order, what these share all of them share
        shared = next(
            (at for at, (one, other) in enumerate(zip(first, last, strict=False)) if one != other), len(first)
        )
        while shared and name[shared - 1].isdigit():
            shared -= 1
        return self.metrics.elidedText(f"\u2026{name[shared:]}", Qt.TextElideMode.ElideRight, width)

    def _cut(self, name: str, width: float, share: float) -> str:
        """``name`` with an ellipsis in it; ``share`` of the letters that stay stand after it."""
        if self.width(name) <= width:
            return name
        for kept in range(len(name) - 1, 0, -1):
            tail = round(share * kept)
            text = f"{name[: kept - tail]}\u2026{name[len(name) - tail :]}"
            if self.width(text) <= width:
                return text
        return "\u2026"

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
