"""Combo boxes with the long names of a file's columns."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from fcgui.combo import NameCombo
from fcgui.plots.columns import ColumnChooser

pytestmark = pytest.mark.qt_log_ignore(r"does not support (propagateSizeHints|raise|grabbing)")
LONG = "iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii"


@pytest.fixture
def combo(qtbot: QtBot) -> NameCombo:
    made = NameCombo()
    qtbot.addWidget(made)
    made.addItems([LONG, LONG + "i", "a"])
    made.setFixedWidth(100)
    made.show()
    return made


def test_a_name_that_is_cut_ends_with_dots(combo: NameCombo) -> None:
    cut = combo.grab().toImage()
    whole = {text: _shown(combo, text) for text in (LONG[:at] + "\u2026" for at in range(1, len(LONG)))}
    assert any(image == cut for image in whole.values())


def _shown(combo: NameCombo, text: str) -> QImage:
    combo.setItemText(0, text)
    return combo.grab().toImage()


def test_the_list_is_wide_enough_to_read(qtbot: QtBot, combo: NameCombo) -> None:
    combo.showPopup()
    assert combo.view().isVisible()
    assert combo.view().viewport().width() >= combo.fontMetrics().horizontalAdvance(LONG + "i")
    combo.hidePopup()


def test_the_open_list_has_the_name_of_its_box(combo: NameCombo) -> None:
    combo.setAccessibleName("Target column")
    combo.showPopup()
    assert combo.view().accessibleName() == "Target column"
    combo.hidePopup()


def test_columns_of_the_axes_differ_where_their_names_do(qtbot: QtBot) -> None:
    names = ["measurement_01", "measurement_02"]
    chooser = ColumnChooser()
    qtbot.addWidget(chooser)
    chooser.offer(names, "target")
    chooser.setFixedWidth(200)
    chooser.show()
    shown = []
    for index in range(len(names)):
        chooser.x_column.setCurrentIndex(index)
        shown.append(chooser.x_column.grab().toImage())
    assert chooser.x_column.fontMetrics().horizontalAdvance(names[0]) > chooser.x_column.width()  # it is cut
    assert shown[0] != shown[1]
