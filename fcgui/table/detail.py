"""Everything that is known of one column: its picture, its figures, why it is taken for what it is, its order."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from fcgui import theme
from fcgui.panels.form import caption
from fcgui.predictions.name import ElidedName
from fcgui.table.distribution import Distribution
from fcgui.table.figures import figures, short
from fcgui.table.order_editor import OrderEditor
from fcgui.table.words import kind_names
from fcgui.theme import Theme
from fcgui_core.column import Column
from fcgui_core.column_summary import ColumnSummary

PAIRS = 2  # figures side by side
MOST_FREQUENT = 6


class ColumnDetail(QWidget):
    """The selected column in full; the picture stands beside the figures, or above them in a narrow place."""

    order_chosen = Signal(str, object)
    hovered = Signal(str)

    def __init__(self, look: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = ElidedName(self)
        self.name.setObjectName("title")
        self.reason = caption(parent=self)
        self.distribution = Distribution(look, self)
        self.distribution.hovered.connect(self.hovered)
        self.frequent = caption(parent=self)
        self.order = OrderEditor(self)
        self.order.order_chosen.connect(self.order_chosen)
        self._cells: list[tuple[QLabel, QLabel]] = []
        self._figures = QGridLayout()
        self._figures.setHorizontalSpacing(theme.UNIT)
        self._figures.setVerticalSpacing(2)
        for place in range(PAIRS):
            self._figures.setColumnStretch(2 * place + 1, 1)
        words = QWidget()
        words.setObjectName("column")
        text = QVBoxLayout(words)
        text.setContentsMargins(0, 0, theme.HALF, 0)
        text.setSpacing(theme.UNIT)
        text.addWidget(self.name)
        text.addWidget(self.reason)
        text.addLayout(self._figures)
        text.addWidget(self.frequent)
        text.addWidget(self.order)
        text.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(words)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.GAP)
        self._box.addWidget(self.distribution, 1)
        self._box.addWidget(area, 1)
        self.show_column(None, None, "")

    def stand(self, upright: bool) -> None:
        """The picture above the figures, or beside them."""
        direction = QBoxLayout.Direction.TopToBottom if upright else QBoxLayout.Direction.LeftToRight
        self._box.setDirection(direction)

    def show_column(self, column: Column | None, summary: ColumnSummary | None, reason: str) -> None:
        """Show another column, or what has become known of it."""
        self.distribution.show_column(column, summary)
        self.order.show_column(column, 0 if summary is None else summary.distinct)
        self.name.show_name("" if column is None else f"{column.name} · {kind_names()[column.kind]}")
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))
        known = [] if column is None or summary is None else figures(column, summary)
        self._show_figures(known)
        numbers = summary is not None and summary.histogram is not None
        frequent = summary.frequent[:MOST_FREQUENT] if summary is not None and numbers else ()
        several = [f"{short(value)} ({count})" for value, count in frequent if count > 1]
        self.frequent.setText(self.tr("Most frequent: {values}").format(values=", ".join(several)))
        self.frequent.setVisible(bool(several))

    def _show_figures(self, known: list[tuple[str, str]]) -> None:
        while len(self._cells) < len(known):
            at = len(self._cells)
            pair = QLabel(self), QLabel(self)
            for place, label in enumerate(pair):
                label.setTextFormat(Qt.TextFormat.PlainText)
                self._figures.addWidget(label, at // PAIRS, 2 * (at % PAIRS) + place)
            pair[0].setObjectName("caption")
            self._cells.append(pair)
        for at, (what, figure) in enumerate(self._cells):
            there = at < len(known)
            what.setVisible(there)
            figure.setVisible(there)
            what.setText(known[at][0] if there else "")
            figure.setText(known[at][1] if there else "")
