"""The look of the window in one place: spacing, type sizes and colours.

Every widget takes its numbers from here and uses nothing else. The grid is 4/8 pixels; text comes in four sizes;
there is one accent colour (Train and the selection). Blue is positive and orange negative everywhere, with the
ground of the theme as zero; classes use the colour-blind-safe palette of Okabe and Ito (2008) and a marker shape
each, so that no meaning hangs on colour alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

Scheme = Literal["system", "light", "dark"]

# Spacing in pixels: multiples of four.
HALF = 4
UNIT = 8
GAP = 12
WIDE = 16
SECTION = 24
RADIUS = 6  # corners of buttons, fields and cards
CONTROL_HEIGHT = 28  # fields and buttons: a comfortable target that still fits 1280x720

# Type sizes in pixels.
TEXT_SMALL = 11  # axis ticks, captions under pictures
TEXT_BODY = 13  # everything that is read
TEXT_TITLE = 12  # headings of panels: small, strong, quiet
TEXT_LARGE = 16  # the numbers in the run bar

ICONS = Path(__file__).resolve().parent / "icons"

# Widths of the two side columns; the drawn network gets the rest.
LEFT_WIDTH = 328
RIGHT_WIDTH = 328


@dataclass(frozen=True)
class Palette:
    """The colours of one scheme, as ``#rrggbb`` strings."""

    dark: bool
    window: str  # behind the panels
    panel: str  # panels, menus, fields
    ground: str  # the ground of every picture: zero on the diverging scale
    raised: str  # hovered rows and buttons
    ink: str  # text
    muted: str  # secondary text, ticks
    line: str  # hairlines and frames
    accent: str  # Train and the selection, nothing else
    accent_ink: str  # text on the accent
    accent_soft: str  # ground of a selected thing
    positive: str  # blue end of the diverging scale
    negative: str  # orange end of the diverging scale
    warning: str
    danger: str
    good: str


LIGHT = Palette(
    dark=False,
    window="#f3f4f7",
    panel="#ffffff",
    ground="#ffffff",
    raised="#eceef3",
    ink="#1b1f27",
    muted="#5a6372",
    line="#d8dce4",
    accent="#5646c9",
    accent_ink="#ffffff",
    accent_soft="#e9e6fb",
    positive="#0b62b0",
    negative="#c2570a",
    warning="#8a5a00",
    danger="#b3261e",
    good="#1b7a4b",
)

DARK = Palette(
    dark=True,
    window="#14161b",
    panel="#1c1f26",
    ground="#181b21",
    raised="#2a2e38",
    ink="#e8eaf0",
    muted="#a0a8b8",
    line="#363b47",
    accent="#8f82f7",
    accent_ink="#12101f",
    accent_soft="#322d57",
    positive="#62adf7",
    negative="#f79a45",
    warning="#f0c060",
    danger="#ff8a80",
    good="#6fd3a0",
)

# Okabe and Ito, "Color Universal Design" (2008); the order keeps neighbours far apart. Their yellow and black give
# way to a grey and a purple that can be seen on both grounds.
CLASS_COLORS = ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#d55e00", "#56b4e9", "#8c6bb1", "#7f7f7f")
# pyqtgraph's names of marker symbols, one a class, in the same order.
CLASS_MARKERS = ("o", "s", "t", "d", "t1", "p", "h", "star")


def class_color(index: int) -> str:
    """Colour of class number ``index`` as ``#rrggbb``; the palette repeats after eight classes."""
    return CLASS_COLORS[index % len(CLASS_COLORS)]


def class_marker(index: int) -> str:
    """Marker of class ``index``; it moves on by one at each repeat of the colours, so pairs stay unique to 64."""
    return CLASS_MARKERS[(index + index // len(CLASS_COLORS)) % len(CLASS_MARKERS)]


@lru_cache(maxsize=4)
def diverging(palette: Palette) -> NDArray[np.uint8]:
    """Colour table (256, 3) from negative over the ground (index 128 is exactly zero) to positive."""
    low, zero, high = (_rgb(c) for c in (palette.negative, palette.ground, palette.positive))
    position = (np.arange(256) - 128) / np.where(np.arange(256) < 128, 128, 127)
    # A power below one lets small weights leave the ground early enough to be seen.
    strength = np.abs(position)[:, None] ** 0.8
    end = np.where(position[:, None] < 0, low, high)
    return np.rint(zero + (end - zero) * strength).astype(np.uint8)


def mix(first: str, second: str, share: float) -> str:
    """The colour ``share`` of the way from ``first`` to ``second`` (0 to 1), as ``#rrggbb``."""
    blend = _rgb(first) + (_rgb(second) - _rgb(first)) * share
    return "#{:02x}{:02x}{:02x}".format(*(round(float(v)) for v in blend))


def _rgb(color: str) -> NDArray[np.float64]:
    return np.array([int(color[i : i + 2], 16) for i in (1, 3, 5)], dtype=np.float64)


@lru_cache(maxsize=16)  # asking the platform costs more than writing a word; treat the font as read-only
def text_font(size: int = TEXT_BODY, *, strong: bool = False) -> QFont:
    """The system's font at one of the sizes above, with digits of equal width."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font.setPixelSize(size)
    font.setFeature(QFont.Tag("tnum"), 1)  # a number that grows must not move its neighbours
    if strong:
        font.setWeight(QFont.Weight.DemiBold)
    return font


class Theme(QObject):
    """Which scheme is shown; widgets read ``palette`` and repaint on ``changed``."""

    changed = Signal()

    def __init__(self, scheme: Scheme = "system", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scheme: Scheme = scheme
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    @property
    def scheme(self) -> Scheme:
        """What the user chose: follow the system, or always light or dark."""
        return self._scheme

    @property
    def palette(self) -> Palette:
        """The colours in force."""
        if self._scheme == "system":
            dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
            return DARK if dark else LIGHT
        return DARK if self._scheme == "dark" else LIGHT

    def choose(self, scheme: Scheme) -> None:
        """Follow the system, or keep to light or dark; applies at once."""
        self._scheme = scheme
        self.apply()

    def apply(self) -> None:
        """Give the application its palette, font and style sheet, then tell every widget to repaint."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setPalette(qt_palette(self.palette))
            app.setFont(text_font())
            app.setStyleSheet(style_sheet(self.palette))
        self.changed.emit()

    def _system_changed(self) -> None:
        if self._scheme == "system":
            self.apply()


def qt_palette(colors: Palette) -> QPalette:
    """Qt's palette for one scheme; plain X11 and offscreen ignore the system's, so we always bring our own."""
    palette = QPalette()
    role = QPalette.ColorRole
    for name, color in (
        (role.Window, colors.window),
        (role.WindowText, colors.ink),
        (role.Base, colors.panel),
        (role.AlternateBase, colors.raised),
        (role.Text, colors.ink),
        (role.Button, colors.panel),
        (role.ButtonText, colors.ink),
        (role.BrightText, colors.danger),
        (role.ToolTipBase, colors.panel),
        (role.ToolTipText, colors.ink),
        (role.PlaceholderText, colors.muted),
        (role.Highlight, colors.accent),
        (role.HighlightedText, colors.accent_ink),
        (role.Link, colors.accent),
        (role.Mid, colors.line),
        (role.Light, colors.raised),
        (role.Dark, colors.line),
    ):
        palette.setColor(name, QColor(color))
    disabled = QPalette.ColorGroup.Disabled
    faded = QColor(mix(colors.ink, colors.panel, 0.6))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(disabled, name, faded)
    return palette


def style_sheet(colors: Palette) -> str:
    """The application's style sheet, drawn from the palette and the numbers above."""
    hover = mix(colors.accent, colors.ink, 0.18)
    faded = mix(colors.ink, colors.panel, 0.6)
    arrow = {name: (ICONS / f"{name}.svg").as_posix() for name in ("up", "down")}
    check = (ICONS / ("check-dark.svg" if colors.dark else "check-light.svg")).as_posix()
    return f"""
    QToolTip {{ color: {colors.ink}; background: {colors.panel}; border: 1px solid {colors.line}; padding: {HALF}px; }}
    QMainWindow, QDialog {{ background: {colors.window}; }}
    QMenuBar {{ background: {colors.window}; padding: 2px {HALF}px; }}
    QMenuBar::item {{ padding: {HALF}px {UNIT}px; border-radius: {HALF}px; }}
    QMenuBar::item:selected {{ background: {colors.raised}; }}
    QMenu {{ background: {colors.panel}; border: 1px solid {colors.line}; padding: {HALF}px; }}
    QMenu::item {{ padding: {HALF}px {SECTION}px; border-radius: {HALF}px; }}
    QMenu::item:selected {{ background: {colors.accent_soft}; color: {colors.ink}; }}
    QMenu::item:disabled {{ color: {faded}; }}
    QMenu::separator {{ height: 1px; background: {colors.line}; margin: {HALF}px {UNIT}px; }}
    QStatusBar {{ background: {colors.window}; color: {colors.muted}; }}
    QStatusBar::item {{ border: none; }}
    QFrame#card {{ background: {colors.panel}; border: 1px solid {colors.line}; border-radius: {UNIT}px; }}
    QLabel#title {{ color: {colors.muted}; font-size: {TEXT_TITLE}px; font-weight: 600; }}
    QLabel#caption {{ color: {colors.muted}; font-size: {TEXT_SMALL}px; }}
    QLabel#warning {{ color: {colors.warning}; font-size: {TEXT_SMALL}px; }}
    QPushButton, QToolButton {{ background: {colors.panel}; color: {colors.ink}; border: 1px solid {colors.line};
        border-radius: {RADIUS}px; padding: 0 {GAP}px; min-height: {CONTROL_HEIGHT - 2}px; }}
    QPushButton:hover, QToolButton:hover {{ background: {colors.raised}; }}
    QToolButton:checked {{ background: {colors.accent_soft}; border-color: {colors.accent}; }}
    QPushButton:focus, QToolButton:focus {{ border-color: {colors.accent}; }}
    QPushButton:disabled, QToolButton:disabled {{ color: {faded}; }}
    QToolButton {{ padding: 0 {UNIT}px; }}
    QToolButton[popupMode="1"] {{ padding-right: {SECTION}px; }}
    QToolButton::menu-button {{ border: none; width: {WIDE + HALF}px; }}
    QToolButton#quiet {{ background: transparent; border-color: transparent; }}
    QToolButton#chip {{ padding: 0 {UNIT}px; min-height: {CONTROL_HEIGHT - HALF - 2}px;
        border-radius: {CONTROL_HEIGHT // 2 - 2}px; color: {colors.muted}; }}
    QToolButton#chip:checked {{ color: {colors.ink}; background: {colors.accent_soft};
        border-color: {colors.accent}; }}
    QToolButton#chip:focus {{ border: 2px solid {colors.accent}; padding: 0 {UNIT - 1}px;
        min-height: {CONTROL_HEIGHT - HALF - 4}px; }}
    QToolButton#quiet:hover {{ background: {colors.raised}; }}
    QToolButton#quiet:focus {{ border-color: {colors.accent}; }}
    QPushButton#primary {{ background: {colors.accent}; color: {colors.accent_ink}; border-color: {colors.accent};
        font-weight: 600; padding: 0 {WIDE}px; }}
    QPushButton#primary:hover {{ background: {hover}; }}
    QPushButton#primary:focus {{ border: 2px solid {mix(colors.accent, colors.ink, 0.55)}; }}
    QPushButton#primary:disabled {{ background: {colors.line}; border-color: {colors.line}; color: {faded}; }}
    QComboBox, QSpinBox, QDoubleSpinBox, QLineEdit {{ background: {colors.panel}; color: {colors.ink};
        border: 1px solid {colors.line}; border-radius: {RADIUS}px; min-height: {CONTROL_HEIGHT - 4}px;
        padding-left: {UNIT}px; selection-background-color: {colors.accent};
        selection-color: {colors.accent_ink}; }}
    QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus, QLineEdit:focus {{ border-color: {colors.accent}; }}
    QComboBox:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QLineEdit:disabled {{ color: {faded};
        background: {colors.window}; }}
    QComboBox {{ combobox-popup: 0; }}
    QComboBox::drop-down {{ border: none; width: {WIDE + HALF}px; }}
    QComboBox::down-arrow {{ image: url({arrow["down"]}); width: {GAP}px; height: {GAP}px; }}
    QSpinBox::up-button, QSpinBox::down-button {{ border: none; background: transparent; width: {WIDE + HALF}px; }}
    QSpinBox::up-button:hover, QSpinBox::down-button:hover {{ background: {colors.raised}; }}
    QSpinBox::up-arrow {{ image: url({arrow["up"]}); width: {GAP - 2}px; height: {GAP - 2}px; }}
    QSpinBox::down-arrow {{ image: url({arrow["down"]}); width: {GAP - 2}px; height: {GAP - 2}px; }}
    QToolButton::menu-arrow {{ image: url({arrow["down"]}); width: {GAP}px; height: {GAP}px; }}
    QCheckBox {{ spacing: {HALF + 2}px; }}
    QCheckBox::indicator, QTableView::indicator {{ width: {GAP}px; height: {GAP}px; border-radius: 3px;
        border: 1px solid {colors.muted}; background: {colors.panel}; }}
    QCheckBox::indicator:checked, QTableView::indicator:checked {{ background: {colors.accent};
        border-color: {colors.accent}; image: url({check}); }}
    QCheckBox::indicator:focus {{ border: 2px solid {colors.accent}; }}
    QToolButton#cardTitle {{ background: transparent; border: 1px solid transparent; color: {colors.muted};
        font-size: {TEXT_TITLE}px; font-weight: 600; padding: 0 {UNIT}px; text-align: left; }}
    QToolButton#cardTitle:focus {{ border-color: {colors.accent}; }}
    QComboBox QAbstractItemView::item {{ min-height: {GAP + UNIT}px; padding: 0 {HALF}px; }}
    QComboBox QAbstractItemView {{ background: {colors.panel}; border: 1px solid {colors.line};
        selection-background-color: {colors.accent_soft}; selection-color: {colors.ink}; }}
    QTableView {{ background: {colors.panel}; border: 1px solid {colors.line}; border-radius: {HALF}px;
        gridline-color: transparent; selection-background-color: {colors.accent_soft};
        selection-color: {colors.ink}; }}
    QTableView:focus {{ border-color: {colors.accent}; }}
    QHeaderView {{ background: {colors.panel}; }}
    QHeaderView::section {{ background: {colors.panel}; color: {colors.muted}; border: none;
        border-bottom: 1px solid {colors.line}; padding: 0 {UNIT}px; font-size: {TEXT_SMALL}px; }}
    QScrollArea, QScrollArea > QWidget > QWidget#column {{ background: transparent; border: none; }}
    QScrollBar:vertical {{ background: transparent; width: {UNIT + 2}px; margin: 0; }}
    QScrollBar::handle:vertical {{ background: {colors.line}; border-radius: {HALF}px; min-height: {SECTION}px;
        margin: 1px; }}
    QScrollBar:horizontal {{ background: transparent; height: {UNIT + 2}px; margin: 0; }}
    QScrollBar::handle:horizontal {{ background: {colors.line}; border-radius: {HALF}px; min-width: {SECTION}px;
        margin: 1px; }}
    QScrollBar::handle:hover {{ background: {colors.muted}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QAbstractScrollArea::corner {{ background: transparent; border: none; }}
    QTabWidget::pane {{ border: none; }}
    QTabBar {{ background: transparent; }}
    QTabBar::tab {{ background: transparent; color: {colors.muted}; border: none; padding: {HALF}px {GAP}px;
        margin-right: {HALF}px; border-bottom: 2px solid transparent; font-size: {TEXT_TITLE}px; font-weight: 600; }}
    QTabBar::tab:hover {{ color: {colors.ink}; }}
    QTabBar::tab:selected {{ color: {colors.ink}; border-bottom-color: {colors.accent}; }}
    QTabBar::tab:focus {{ background: {colors.accent_soft}; border-radius: {HALF}px; }}
    QSplitter::handle {{ background: transparent; }}
    QSplitter::handle:hover {{ background: {colors.line}; }}
    QProgressBar {{ background: {colors.raised}; border: none; border-radius: {HALF}px; height: {UNIT}px; }}
    QProgressBar::chunk {{ background: {colors.accent}; border-radius: {HALF}px; }}
    """
