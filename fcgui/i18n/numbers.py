"""Numbers as the window's language writes them."""

from __future__ import annotations

from PySide6.QtCore import QLocale


def grouped(number: float, decimals: int = 0) -> str:
    """``26303`` as ``26,303``, or with the thousands mark of the window's language; decimals keep their point.

    The point stays because numbers are typed, exported and written in formulas with it.
    """
    return f"{number:,.{decimals}f}".replace(",", QLocale().groupSeparator())
