"""What is known of a column in short texts, and keys to sort columns by it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from fcgui.i18n.numbers import grouped
from fcgui.panels.form import number_text
from fcgui.plots.date_ticks import date_text
from fcgui.plots.scales import number
from fcgui_core.column import Column
from fcgui_core.column_summary import ColumnSummary

LONGEST = 40  # characters of a value of the file


def value_text(column: Column, value: float) -> str:
    """A figure of a column as its cells are written: a date of a date, else the number."""
    return date_text(value) if column.kind == "date" else number_text(value)


def short(value: str) -> str:
    """A value of the file on one line, cut where it is long."""
    flat = " ".join(value[: LONGEST + 1].split())
    return flat if len(flat) <= LONGEST else f"{flat[: LONGEST - 1]}…"


def share_text(part: int, whole: int) -> str:
    """A share in percent; what is there is never called 0 %."""
    share = 100 * part / whole if whole else 0.0
    return "<1 %" if 0 < share < 0.5 else f"{share:.0f} %"


def missing_text(summary: ColumnSummary) -> str:
    """How many cells are missing and which share that is; empty for none."""
    if not summary.missing:
        return ""
    return f"{grouped(summary.missing)} ({share_text(summary.missing, summary.count + summary.missing)})"


def typical_text(column: Column, summary: ColumnSummary) -> str:
    """Mean ± deviation of numbers, the middle one of dates, else the most frequent value with its share."""
    if column.kind == "date":
        return "" if summary.quartiles is None else value_text(column, summary.quartiles[1])
    if summary.mean is not None:
        deviation = "" if summary.deviation is None else f" ± {number(summary.deviation)}"
        return f"{number(summary.mean)}{deviation}"
    if not summary.frequent:
        return ""
    value, count = summary.frequent[0]
    return f"{short(value)} ({share_text(count, summary.count)})"


def range_text(column: Column, summary: ColumnSummary) -> str:
    """The lowest and the highest value."""
    if summary.minimum is None or summary.maximum is None:
        return ""
    return f"{value_text(column, summary.minimum)} … {value_text(column, summary.maximum)}"


def typical_key(summary: ColumnSummary) -> tuple[int, float, str]:
    """What columns are sorted by: numbers by their mean, then the others by their most frequent value."""
    if summary.mean is not None:
        return (0, summary.mean, "")
    return (1, 0.0, summary.frequent[0][0].casefold() if summary.frequent else "")


def figures(column: Column, summary: ColumnSummary) -> list[tuple[str, str]]:
    """Everything that is known of a column: (what, figure)."""
    rows = [
        (QCoreApplication.translate("ColumnFigures", "cells"), grouped(summary.count)),
        (QCoreApplication.translate("ColumnFigures", "missing"), missing_text(summary) or "0"),
        (QCoreApplication.translate("ColumnFigures", "different"), grouped(summary.distinct)),
    ]
    if summary.mean is not None and column.kind != "date":
        rows.append((QCoreApplication.translate("ColumnFigures", "mean"), number(summary.mean, 4)))
    if summary.deviation is not None and column.kind != "date":
        rows.append((QCoreApplication.translate("ColumnFigures", "deviation"), number(summary.deviation, 4)))
    if summary.minimum is not None and summary.maximum is not None:
        rows.append((QCoreApplication.translate("ColumnFigures", "lowest"), value_text(column, summary.minimum)))
        if summary.quartiles is not None:
            first, middle, third = (value_text(column, value) for value in summary.quartiles)
            rows.append((QCoreApplication.translate("ColumnFigures", "median"), middle))
            if column.kind != "date":
                rows += [
                    (QCoreApplication.translate("ColumnFigures", "quartile 1"), first),
                    (QCoreApplication.translate("ColumnFigures", "quartile 3"), third),
                ]
        rows.append((QCoreApplication.translate("ColumnFigures", "highest"), value_text(column, summary.maximum)))
    return rows
