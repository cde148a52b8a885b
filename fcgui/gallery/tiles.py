"""The tiles of the gallery: a list model of entries with their sketches, and how a tile is painted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from fcgui import theme
from fcgui.gallery.entries import Entry
from fcgui.gallery.sketches import Sketch, generated_sketch, paint_sketch
from fcgui.i18n.core_texts import core_text
from fcgui.plots.drawing import elided
from fcgui.theme import Theme

Index = QModelIndex | QPersistentModelIndex

TILE = QSize(136, 172)  # a square picture with two lines below
PICTURE = 120


class Tiles(QAbstractListModel):
    """The entries that are found, with the sketches that are there."""

    def __init__(self, entries: Sequence[Entry], parent: QWidget) -> None:
        super().__init__(parent)
        self._all = tuple(entries)
        self._found = self._all
        self._bundled: dict[str, Sketch] = {}

    def find(self, text: str, group: str) -> None:
        """Show the entries of a group (a task, "bundled", or "" for all) that hold every word of ``text``."""
        self.beginResetModel()
        self._found = tuple(
            entry for entry in self._all if entry.matches(text) and group in ("", entry.task, entry.kind)
        )
        self.endResetModel()

    def add_sketch(self, name: str, sketch: Sketch) -> None:
        """The sketch of a bundled table is there now."""
        self._bundled[name] = sketch
        if self._found:
            self.dataChanged.emit(self.index(0), self.index(len(self._found) - 1))

    def entry(self, index: Index) -> Entry:
        """The entry of a tile."""
        return self._found[index.row()]

    def sketch(self, entry: Entry) -> Sketch | None:
        """The picture of an entry, if it is there."""
        if entry.kind == "generated":
            return generated_sketch(entry.name)
        return self._bundled.get(entry.name) if entry.kind == "bundled" else None

    def row_of(self, kind: str, name: str) -> int:
        """The place of an entry among those that are found, -1 if it is not."""
        return next((at for at, entry in enumerate(self._found) if (entry.kind, entry.name) == (kind, name)), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entry(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{entry.title}, {core_text(entry.task)}, {entry.facts}. {entry.description}"
        if role == Qt.ItemDataRole.StatusTipRole:
            return entry.description
        return None


class TilePainter(QStyledItemDelegate):
    """Paints a tile: the picture, the title, the facts; a frame where the pointer, the keyboard or the choice is."""

    def __init__(self, look: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._pictures: dict[tuple[str, str], QPixmap] = {}
        self.present: tuple[str, str] = ("", "")  # the kind and name of what the project holds
        look.changed.connect(self._forget)

    @Slot()
    def _forget(self) -> None:
        self._pictures.clear()  # they are in the old colours

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return TILE

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, Tiles)
        entry, palette = model.entry(index), self._look.palette
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        area = QRectF(rect.x() + (rect.width() - PICTURE) / 2, rect.y() + theme.UNIT, PICTURE, PICTURE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        present = (entry.kind, entry.name) == self.present
        if state & QStyle.StateFlag.State_HasFocus or state & QStyle.StateFlag.State_MouseOver or present:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.accent_soft if present else palette.raised))
            painter.drawRoundedRect(QRectF(rect).adjusted(2, 2, -2, -2), theme.RADIUS, theme.RADIUS)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(palette.accent), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(2, 2, -2, -2), theme.RADIUS, theme.RADIUS)
        painter.setPen(QPen(QColor(palette.line), 1))
        painter.setBrush(QColor(palette.ground))
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), theme.HALF, theme.HALF)
        self._paint_picture(painter, area, entry, model)
        text = QRectF(area.left(), area.bottom() + theme.HALF, area.width(), 18)
        painter.setFont(theme.text_font(theme.TEXT_TITLE, strong=True))
        painter.setPen(QColor(palette.ink))
        title = painter.fontMetrics().elidedText(entry.title, Qt.TextElideMode.ElideRight, int(text.width()))
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, title)
        text.translate(0, 18)
        painter.setFont(theme.text_font(theme.TEXT_SMALL))
        painter.setPen(QColor(palette.muted))
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, elided(entry.facts, text.width()))
        painter.restore()

    def _paint_picture(self, painter: QPainter, area: QRectF, entry: Entry, model: Tiles) -> None:
        key = (entry.kind, entry.name)
        if key not in self._pictures:
            sketch = model.sketch(entry)
            if sketch is None:
                self._paint_word(painter, area, entry)
                return
            ratio = painter.device().devicePixelRatio()
            picture = QPixmap(round(PICTURE * ratio), round(PICTURE * ratio))
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            with QPainter(picture) as inner:
                paint_sketch(inner, QRectF(0, 0, PICTURE, PICTURE), sketch, self._look.palette)
            self._pictures[key] = picture
        painter.drawPixmap(area.topLeft(), self._pictures[key])

    def _paint_word(self, painter: QPainter, area: QRectF, entry: Entry) -> None:
        """A sheet shows a brush's dabs; a table that is still being read shows nothing yet."""
        if entry.kind != "sheet":
            return
        palette = self._look.palette
        colors = (palette.negative, palette.positive)
        painter.setPen(Qt.PenStyle.NoPen)
        for at, color in enumerate(colors):
            painter.setBrush(QColor(color))
            painter.drawEllipse(area.center().x() - 22 + 28 * at, area.center().y() - 8, 16, 16)  # type: ignore[call-overload]  # floats are taken
        painter.setPen(QPen(QColor(palette.muted), 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(area.center(), 36, 36)
