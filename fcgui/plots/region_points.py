"""The rows of the table as markers over the regions, and the legend that names them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from fcgui.i18n.numbers import grouped
from fcgui.plots.colors import (
    class_hex,
    class_shape,
    diverging_table,
    paint_color_bar,
    paint_dot,
    paint_marker,
)
from fcgui.plots.drawing import Axes, elided, text_height, text_width
from fcgui.plots.region_field import raw_targets, value_indices, value_span
from fcgui.plots.scales import number
from fcgui.theme import GAP, HALF, TEXT_SMALL, UNIT, Palette, text_font

if TYPE_CHECKING:
    from fcgui_core.preparation import PreparedData

Array = NDArray[Any]
translate = QCoreApplication.translate  # by this name lupdate finds the texts

MOST_POINTS = 2000  # more would only cover each other
RING = 7.5  # pixels: around a marked point
REACH = 7.0  # pixels within which the pointer is on a point


@dataclass(frozen=True)
class Points:
    """The drawn rows: raw coordinates, targets, row numbers in the table, and which are for training."""

    x: Array
    y: Array
    targets: Array
    rows: Array
    training: NDArray[np.bool_]

    @property
    def counts(self) -> tuple[int, int]:
        """How many training and test points there are."""
        train = int(self.training.sum())
        return train, len(self.training) - train

    def at(self, axes: Axes, position: QPointF) -> int | None:
        """The number of the point under ``position``, if there is one."""
        if not len(self.x):
            return None
        distance = np.hypot(axes.px(self.x) - position.x(), axes.py(self.y) - position.y())
        nearest = int(np.argmin(distance))
        return nearest if distance[nearest] <= REACH else None


def points_of(prepared: PreparedData, x: int, y: int | None, *, test: bool) -> Points:
    """The rows to draw over columns ``x`` and ``y``; ``y`` None stands the targets on the vertical axis."""
    train_targets, test_targets = raw_targets(prepared)
    parts = [(prepared.X_train, train_targets, prepared.train_rows, True)]
    if test:
        parts.append((prepared.X_test, test_targets, prepared.test_rows, False))
    total = sum(len(part[0]) for part in parts)
    share = min(1.0, MOST_POINTS / max(total, 1))
    kept = []
    for features, targets, rows, training in parts:
        chosen = _spread(len(features), round(share * len(features)))
        raw = prepared.raw(np.asarray(features)[chosen])
        part = targets[chosen]
        up = raw[:, y] if y is not None else _heights(part, prepared)
        kept.append((raw[:, x], up, part, np.asarray(rows)[chosen], np.full(len(chosen), training)))
    return Points(*(np.concatenate(column) for column in zip(*kept, strict=True)))


def _spread(count: int, wanted: int) -> NDArray[np.int64]:
    """``wanted`` of ``count`` row numbers, drawn once and the same each time."""
    if wanted >= count:
        return np.arange(count)
    return np.sort(np.random.default_rng(0).choice(count, wanted, replace=False))


def heights(prepared: PreparedData) -> list[float]:
    """Where each class's rows stand over a single column: two at 0 and 1, more below the curves."""
    return [0.0, 1.0] if prepared.n_classes == 2 else [-0.09 * (k + 1) for k in range(prepared.n_classes)]


def _heights(targets: Array, prepared: PreparedData) -> Array:
    return targets if prepared.task == "regression" else np.array(heights(prepared))[targets]


def paint_points(painter: QPainter, axes: Axes, points: Points, prepared: PreparedData, palette: Palette) -> None:
    """All points: the training ones filled, the test ones outlined and on top."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    radius = 3.6 if len(points.x) <= 400 else 2.8 if len(points.x) <= 1000 else 2.2
    colors, shapes = _looks(points.targets, prepared, palette)
    xs, ys = axes.px(points.x).tolist(), axes.py(points.y).tolist()
    for x, y, color, shape, filled in zip(xs, ys, colors, shapes, points.training.tolist(), strict=True):
        if shape:
            paint_marker(painter, QPointF(x, y), shape, color, palette, radius, filled)
        else:
            paint_dot(painter, QPointF(x, y), color, palette, radius, filled)


def _looks(targets: Array, prepared: PreparedData, palette: Palette) -> tuple[list[QColor], list[str]]:
    if prepared.task == "regression":
        packed = diverging_table(palette)[value_indices(targets, value_span(prepared))]
        return [QColor.fromRgb(int(c)) for c in packed], [""] * len(targets)
    k = max(prepared.n_classes, 1)
    palette_of = [QColor(class_hex(palette, i, k)) for i in range(k)]
    classes = targets.tolist()
    return [palette_of[c] for c in classes], [class_shape(c) for c in classes]


def places_of(prepared: PreparedData, x: int, y: int | None, rows: Sequence[int]) -> Array:
    """Raw coordinates (m, 2) of those of the table's ``rows`` that belong to a part."""
    places = []
    targets = raw_targets(prepared)
    validation = (prepared.X_validation, prepared.validation_rows)
    parts = ((prepared.X_train, prepared.train_rows), (prepared.X_test, prepared.test_rows), validation)
    for at, (features, numbers) in enumerate(parts):
        for place in np.flatnonzero(np.isin(numbers, rows)):
            raw = prepared.raw(np.asarray(features)[place])
            if y is not None:
                places.append((raw[x], raw[y]))
            elif at < len(targets):
                places.append((raw[x], float(_heights(targets[at][place : place + 1], prepared)[0])))
    return np.array(places).reshape(-1, 2)


def paint_rings(painter: QPainter, axes: Axes, places: Array, palette: Palette) -> None:
    """A ring in the accent colour around each place."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setClipRect(axes.rect)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for x, y in zip(axes.px(places[:, 0]).tolist(), axes.py(places[:, 1]).tolist(), strict=True):
        for color, width in ((palette.ground, 5.0), (palette.accent, 2.4)):
            painter.setPen(QPen(QColor(color), width))
            painter.drawEllipse(QPointF(x, y), RING, RING)
    painter.setClipping(False)


def paint_legend(painter: QPainter, row: QRectF, prepared: PreparedData, palette: Palette) -> None:
    """One line: a marker and a name for each class, or the colour bar of the values."""
    painter.setFont(text_font(TEXT_SMALL))
    if prepared.task == "regression":
        _paint_bar(painter, row, prepared, palette)
        return
    names = prepared.preparation.classes or ()
    widths = _shares([text_width(elided(n, 400)) + 1 for n in names], row.width(), UNIT + HALF + GAP)
    x = row.left()
    for index, (name, width) in enumerate(zip(names, widths, strict=False)):
        color = QColor(class_hex(palette, index, len(names)))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        paint_marker(painter, QPointF(x + HALF, row.center().y()), class_shape(index), color, palette, 3.6, True)
        painter.setPen(QColor(palette.ink))
        box = QRectF(x + UNIT + HALF, row.top(), width + 1, row.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, elided(name, width, Qt.TextElideMode.ElideMiddle))
        x = box.right() + GAP
    if len(widths) < len(names):
        painter.setPen(QColor(palette.muted))
        painter.drawText(
            QRectF(x, row.top(), 60, row.height()),
            Qt.AlignmentFlag.AlignVCenter,
            f"+{len(names) - len(widths)}",
        )


def _shares(wanted: Sequence[float], room: float, extra: float) -> list[float]:
    """Widths of texts side by side in ``room``, each with ``extra`` around it; long ones give way."""
    least, more = min(32.0, max(wanted, default=0.0)), 30.0
    count = min(len(wanted), max(1, int((room + GAP) // (least + extra))))
    if count < len(wanted):  # room for "+7" behind the last one
        room -= more
        count = max(1, int((room + GAP) // (least + extra)))
    left, widths = room - count * extra + GAP, [0.0] * count
    for done, index in enumerate(sorted(range(count), key=lambda i: wanted[i])):
        widths[index] = min(wanted[index], left / (count - done))
        left -= widths[index]
    return widths


def _paint_bar(painter: QPainter, row: QRectF, prepared: PreparedData, palette: Palette) -> None:
    low, high = value_span(prepared)
    name = elided(prepared.preparation.target, row.width() / 3)
    texts = [name, number(low), number(high)]
    boxes = [text_width(text) + 2 for text in texts]
    x = row.left()
    bar = QRectF(x + boxes[0] + boxes[1] + 2 * UNIT, row.center().y() - HALF, 0, UNIT)
    bar.setWidth(max(24.0, min(140.0, row.right() - boxes[2] - UNIT - bar.left())))
    painter.setPen(QColor(palette.ink))
    painter.drawText(QRectF(x, row.top(), boxes[0], row.height()), Qt.AlignmentFlag.AlignVCenter, name)
    painter.setPen(QColor(palette.muted))
    ends = ((bar.left() - UNIT - boxes[1], texts[1], boxes[1]), (bar.right() + UNIT, texts[2], boxes[2]))
    for left, text, width in ends:
        painter.drawText(QRectF(left, row.top(), width, text_height()), Qt.AlignmentFlag.AlignVCenter, text)
    paint_color_bar(painter, bar, palette)


def point_words(points: Points, index: int, prepared: PreparedData) -> str:
    """Which row of the table a point is, and its target."""
    target = points.targets[index]
    classes = prepared.preparation.classes
    name = number(float(target)) if classes is None else classes[int(target)]
    part = translate("DecisionRegions", "training") if points.training[index] else translate("DecisionRegions", "test")
    words = translate("DecisionRegions", " - {part} row {n} is {target}")
    return words.format(part=part, n=grouped(prepared.number(int(points.rows[index]))), target=name)
