"""The brush's settings, under the title of the regions: which class or value, how wide, how dense, or the eraser."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from fcgui import theme
from fcgui.plots.colors import class_hex, class_shape, paint_marker
from fcgui.theme import Theme

MOST_CLASSES = 8
ERASER = 99  # its number among the chips; -1 is Qt's word for none
ICON = 14
CHIP = ICON + 3 * theme.UNIT  # pixels of a chip beside its text
ROOM = 270  # pixels that the narrowest window leaves for the chips
SIZES = (2, 30)  # radius in tenths of a unit of the axes
DENSITIES = (1, 30)  # points a dab
VALUES = (-10, 10)  # tenths: from -1 to 1


class BrushBar(QWidget):
    """Chips for the classes (or a slider for the value), the eraser, and two sliders."""

    changed = Signal()

    def __init__(self, look: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._names: tuple[str, ...] = ()
        self._present = 2
        self.chips = QButtonGroup(self)
        self.chips.idClicked.connect(self._tell)
        self._row = QHBoxLayout()
        self._row.setSpacing(2)
        self.value = self._slider(
            self.tr("Value"), self.tr("The value of the points that are painted, from -1 to 1."), VALUES, 10
        )
        self.eraser = self._chip(
            ERASER, self.tr("Eraser"), self.tr("Take points away; so does the right button. Key: E")
        )
        self.eraser.setText(self.tr("Erase"))
        self.reach = self._slider(self.tr("Brush size"), self.tr("How wide the brush paints. Keys: [ and ]"), SIZES, 8)
        self.density = self._slider(
            self.tr("Density"), self.tr("How many points a touch of the brush leaves."), DENSITIES, 4
        )
        self._sliders = QHBoxLayout()
        self._sliders.setSpacing(theme.HALF)
        for text, slider in ((self.tr("Size"), self.reach), (self.tr("Density"), self.density)):
            label = QLabel(text, self)
            label.setObjectName("caption")
            label.setBuddy(slider)
            self._sliders.addWidget(label)
            self._sliders.addWidget(slider, 1)
        self._value_label = QLabel(self.tr("Value"), self)
        self._value_label.setObjectName("caption")
        self._row.addWidget(self._value_label)
        self._row.addWidget(self.value, 1)
        self._row.addStretch(1)
        self._row.addWidget(self.eraser)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(theme.UNIT, 0, theme.UNIT, 0)
        whole.setSpacing(theme.HALF)
        whole.addLayout(self._row)
        whole.addLayout(self._sliders)
        look.changed.connect(self._draw_icons)
        self.show_classes(("A", "B"), 2)

    def _slider(self, name: str, tip: str, span: tuple[int, int], value: int) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal, self)
        slider.setRange(*span)
        slider.setValue(value)
        slider.setAccessibleName(name)
        slider.setToolTip(tip)
        slider.valueChanged.connect(self._tell)
        return slider

    def _chip(self, number: int, name: str, tip: str) -> QToolButton:
        chip = QToolButton(self)
        chip.setCheckable(True)
        chip.setAccessibleName(name)
        chip.setToolTip(tip)
        chip.setIconSize(QSize(ICON, ICON))
        self.chips.addButton(chip, number)
        return chip

    # ------------------------------------------------------------------ shown

    def show_classes(self, names: Sequence[str], present: int) -> None:
        """Offer these classes; none offers a value instead. ``present`` of them are in the table."""
        self._present = present
        self._value_label.setVisible(not names)
        self.value.setVisible(not names)
        if tuple(names) == self._names:
            self._draw_icons()
            return
        chosen = self.chips.checkedId()
        self._names = tuple(names)
        for button in self.chips.buttons():
            if button is not self.eraser:
                self.chips.removeButton(button)
                button.hide()
                button.deleteLater()
        for number, name in enumerate(names):
            tip = self.tr("Paint points of {name}. Key: {key}").format(name=name, key=number + 1)
            chip = self._chip(number, name, tip)
            if self._fit(names):
                chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
                chip.setText(name)
            self._row.insertWidget(number, chip)
            chip.show()
        self._draw_icons()
        self.choose(chosen if chosen == ERASER or 0 <= chosen < len(names) else 0)

    def _fit(self, names: Sequence[str]) -> bool:
        """Whether all names have room beside their markers; else the markers stand alone, as in the legend below."""
        texts = sum(self.fontMetrics().horizontalAdvance(name) + CHIP for name in names)
        return texts + self.eraser.sizeHint().width() <= ROOM

    @Slot()
    def _draw_icons(self) -> None:
        for number in range(len(self._names)):
            button = self.chips.button(number)
            if button is not None:
                button.setIcon(self._icon(number))

    def _icon(self, number: int) -> QIcon:
        ratio = self.devicePixelRatio()
        picture = QPixmap(round(ICON * ratio), round(ICON * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        with QPainter(picture) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
            color = QColor(class_hex(self._look.palette, number, max(self._present, number + 1)))
            paint_marker(
                painter, QPointF(ICON / 2, ICON / 2), class_shape(number), color, self._look.palette, 5.0, True
            )
        return QIcon(picture)

    # ------------------------------------------------------------------ what is chosen

    @property
    def target(self) -> str | float:
        """The class or the value that is painted."""
        if not self._names:
            return self.value.value() / 10
        return self._names[self.number]

    @property
    def number(self) -> int:
        """The number of the class that is painted."""
        number = self.chips.checkedId()
        return number if 0 <= number < len(self._names) else 0

    @property
    def erases(self) -> bool:
        """Whether the eraser is chosen."""
        return self.chips.checkedId() == ERASER

    @property
    def radius(self) -> float:
        """The brush's radius in units of the axes."""
        return float(self.reach.value() / 10)

    def choose(self, number: int) -> None:
        """Choose a class by its number, or `ERASER`; a number that is not there is ignored."""
        button: QAbstractButton | None = self.chips.button(number)
        if button is not None:
            with QSignalBlocker(self.chips):
                button.setChecked(True)
            self.changed.emit()
        elif not self._names:
            self.chips.setExclusive(False)
            self.eraser.setChecked(False)
            self.chips.setExclusive(True)

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()
