"""Names in little room."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from fcgui.canvas.lettering import Lettering


@pytest.mark.parametrize(
    "names",
    [
        [f"measurement number {at} of the customer" for at in (3, 14, 27)],
        ["measurement number 1 of the customer", "measurement number 2 of the customer", "age of the oldest customer"],
        ["concave points (worst)", "concave points (mean)", "concavity (mean)"],
    ],
)
def test_names_that_are_cut_stay_different(qapp: QApplication, names: list[str]) -> None:
    letters = Lettering()
    short = letters.shortened(names, 75)
    assert len(set(short)) == len(names)
    assert all(letters.width(text) <= 75 and "\u2026" in text for text in short)


def test_names_that_are_the_same_stay_so(qapp: QApplication) -> None:
    assert len(set(Lettering().shortened(["the same long name of a column"] * 2, 75))) == 1
