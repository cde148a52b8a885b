"""The table of predictions as Qt asks for it: a cell at a time, of the rows that are seen."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from fcgui.i18n.numbers import grouped
from fcgui.plots.colors import class_hex, class_shape, paint_marker
from fcgui.plots.scales import number
from fcgui.predictions.query import ROW, Key
from fcgui.predictions.rows import Answers, Rows
from fcgui.theme import Theme
from fcgui_core.preparation import NO_PART

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

MARKER = 12  # pixels of a class's marker
MOST_CLASS_COLUMNS = 12  # more classes than that have no column of probabilities each
LONGEST_CELL = 200  # characters


class PredictionsModel(QAbstractTableModel):
    """Rows in the order of ``order``: truth, answer and error first, then the table's own columns."""

    sort_requested = Signal(object, bool)  # Key, descending

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._answers: Answers | None = None
        self._order: NDArray[np.int64] = np.zeros(0, dtype=np.int64)
        self.keys: tuple[Key, ...] = ()
        self._decimals = 3
        self._icons: dict[tuple[str, int], QIcon] = {}
        theme.changed.connect(self._forget_icons)

    def _forget_icons(self) -> None:
        self._icons.clear()

    @property
    def answers(self) -> Answers | None:
        """What is shown."""
        return self._answers

    @property
    def order(self) -> NDArray[np.int64]:
        """The numbers of the rows that are shown, in order."""
        return self._order

    def show_answers(self, answers: Answers | None, order: NDArray[np.int64] | None) -> bool:
        """Show other answers; ``order`` None leaves the rows where they are. Returns whether the columns are others."""
        if answers is not None and self._answers is not None and answers.rows is self._answers.rows and order is None:
            self._answers = answers
            if self.rowCount():
                self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            return False
        self.beginResetModel()
        keys = () if answers is None else keys_of(answers.rows)
        others = keys != self.keys
        self._answers, self.keys = answers, keys
        self._order = np.zeros(0, dtype=np.int64) if order is None else order
        self._decimals = 3 if answers is None else decimals_of(answers.rows)
        self.endResetModel()
        return others

    def place_of(self, row: int) -> int | None:
        """Where a row of the table is shown, if it is."""
        places = np.flatnonzero(self._order == row)
        return int(places[0]) if len(places) else None

    # ------------------------------------------------------------------ what Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - an invalid index is Qt's own default
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.keys)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.keys):
            return None
        key = self.keys[section]
        if role == Role.DisplayRole:
            return " ".join(self.title(key)[:LONGEST_CELL].split())
        if role == Role.ToolTipRole:
            return self._tip(key)
        if role == Role.TextAlignmentRole:
            return self._alignment(key)
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        answers = self._answers
        if answers is None or not index.isValid():
            return None
        key, row = self.keys[index.column()], int(self._order[index.row()])
        if role == Role.DisplayRole:
            return self.text(key, row)
        if role == Role.TextAlignmentRole:
            return self._alignment(key)
        if role == Role.DecorationRole:
            return self._icon(self._class(key, row))
        if role == Role.ForegroundRole:
            return self._color(key, row)
        if role == Role.ToolTipRole and key.field == "answer" and answers.wrong[row]:
            return self.tr("wrong: it is {truth}").format(truth=self.text(Key("truth"), row))
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask for another order; it is made beside the window and shown when it is there."""
        key = self.keys[column] if 0 <= column < len(self.keys) else ROW
        self.sort_requested.emit(key, order == Qt.SortOrder.DescendingOrder)

    # ------------------------------------------------------------------ texts

    def title(self, key: Key) -> str:
        """The title of a column."""
        rows = None if self._answers is None else self._answers.rows
        target = "" if rows is None else rows.preparation.target
        if key.field == "column":
            return key.name
        if key.field == "class" and rows is not None and rows.classes is not None:
            return f"p({rows.classes[key.at]})"
        return {
            "row": self.tr("Row"),
            "part": self.tr("Part"),
            "truth": target,
            "answer": self.tr("Prediction"),
            "share": self.tr("Probability"),
            "error": self.tr("Error"),
        }[key.field]

    def _tip(self, key: Key) -> str:
        regression = self._answers is not None and self._answers.rows.classes is None
        tips = {
            "row": self.tr("The row's number in the table."),
            "part": self.tr("What the row is for: training, validation or test."),
            "truth": self.tr("The truth, from the table."),
            "answer": self.tr("The network's answer."),
            "share": self.tr("The probability of the answered class."),
            "error": self.tr("Prediction minus truth; sorted by its size.")
            if regression
            else self.tr("1 minus the probability of the true class: 0 is sure and right, 1 sure and wrong."),
            "class": self.tr("The probability of this class."),
            "column": key.name,
        }
        return tips[key.field]

    def text(self, key: Key, row: int) -> str:
        """The text of a cell; empty where there is nothing to say."""
        answers = self._answers
        assert answers is not None
        rows = answers.rows
        if key.field == "row":
            return grouped(rows.table.number(row))
        if key.field == "part":
            return (self.tr("training"), self.tr("validation"), self.tr("test"), "")[rows.parts[row]]
        if key.field == "column":
            return rows.table.column(key.name).text(row)[:LONGEST_CELL]
        if key.field == "truth":
            return rows.table.column(rows.preparation.target).text(row)[:LONGEST_CELL]
        if key.field == "class":
            return self._share(float(answers.probabilities(slice(row, row + 1))[0, key.at]))
        if key.field == "share":
            return self._share(float(answers.shares[row]))
        if key.field == "error":
            value = float(answers.errors[row])
            return self._share(value) if rows.classes is not None else self._value(value)
        given = answers.answers[row]
        if rows.classes is None:
            return self._value(float(given))
        return rows.classes[given][:LONGEST_CELL] if given >= 0 else ""

    @staticmethod
    def _share(value: float) -> str:
        return "" if math.isnan(value) else f"{value:.3f}"

    def _value(self, value: float) -> str:
        """A value of the target: all of them have as many decimals, so that they can be compared at a glance."""
        if math.isnan(value):
            return ""
        return number(value, 5) if self._decimals < 0 or abs(value) >= 1e12 else f"{value:,.{self._decimals}f}"

    # ------------------------------------------------------------------ looks

    def _alignment(self, key: Key) -> Qt.AlignmentFlag:
        vertical = Qt.AlignmentFlag.AlignVCenter
        return (Qt.AlignmentFlag.AlignRight if self.is_number(key) else Qt.AlignmentFlag.AlignLeft) | vertical

    def is_number(self, key: Key) -> bool:
        """Whether a column holds numbers."""
        if key.field == "column":
            return self._answers is not None and self._answers.rows.table.column(key.name).is_number
        if key.field in ("truth", "answer"):
            return self._answers is not None and self._answers.rows.classes is None
        return key.field != "part"

    def _color(self, key: Key, row: int) -> QColor | None:
        assert self._answers is not None
        palette = self._theme.palette
        if key.field == "answer" and self._answers.wrong[row]:
            return QColor(palette.danger)
        return QColor(palette.muted) if key.field in ("row", "part") else None

    def _class(self, key: Key, row: int) -> int | None:
        answers = self._answers
        if answers is None or answers.rows.classes is None or key.field not in ("truth", "answer"):
            return None
        given = answers.answers if key.field == "answer" else answers.rows.truth
        return None if given is None or given[row] < 0 else int(given[row])

    def _icon(self, one: int | None) -> QIcon | None:
        if one is None or self._answers is None:
            return None
        palette, classes = self._theme.palette, len(self._answers.rows.classes or ())
        color = class_hex(palette, one, classes)
        if (color, one) not in self._icons:
            pixmap = QPixmap(2 * MARKER, 2 * MARKER)
            pixmap.setDevicePixelRatio(2.0)
            pixmap.fill(Qt.GlobalColor.transparent)
            with QPainter(pixmap) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
                middle = QPointF(MARKER / 2, MARKER / 2)
                paint_marker(painter, middle, class_shape(one), QColor(color), palette, 3.6, True)
            self._icons[color, one] = QIcon(pixmap)
        return self._icons[color, one]


def keys_of(rows: Rows) -> tuple[Key, ...]:
    """The columns of the page for some rows: what is known of the answer first, then the table's other columns."""
    keys = [ROW]
    if bool((rows.parts != NO_PART).any()):
        keys.append(Key("part"))
    if rows.truth is not None:
        keys.append(Key("truth"))
    keys.append(Key("answer"))
    if rows.classes is not None:
        keys.append(Key("share"))
    if rows.truth is not None:
        keys.append(Key("error"))
    if rows.classes is not None and len(rows.classes) <= MOST_CLASS_COLUMNS:
        keys += [Key("class", at) for at in range(len(rows.classes))]
    shown = rows.preparation.target if rows.truth is not None else None
    keys += [Key("column", name=name) for name in _ordered(rows) if name != shown]
    return tuple(keys)


def _ordered(rows: Rows) -> Sequence[str]:
    """The table's columns: what tells rows apart first (an Id), then the inputs, in the table's order."""
    inputs = {entry.name for entry in rows.preparation.inputs}
    names = rows.table.names
    return [*(name for name in names if name not in inputs), *(name for name in names if name in inputs)]


def decimals_of(rows: Rows) -> int:
    """Decimals for values of a regression's target, such that its spread has about four digits; -1: an exponent."""
    if rows.classes is not None or rows.preparation.y_scale is None:
        return 3
    spread = float(rows.preparation.y_scale[0])
    if spread == 1.0 and rows.truth is not None and np.isfinite(rows.truth).any():  # not scaled
        spread = float(np.nanstd(rows.truth)) or 1.0
    decimals = 2 - math.floor(math.log10(spread))
    return -1 if decimals > 9 else max(0, decimals)
