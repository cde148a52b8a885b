"""The bar above everything: train, step, reset, and how far training has come."""

from __future__ import annotations

import math

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from fcgui import theme
from fcgui.actions import Actions
from fcgui.i18n.core_texts import core_text
from fcgui.i18n.numbers import grouped
from fcgui_core.snapshot import Snapshot


class RunBar(QWidget):
    """Buttons for the run's actions at the left, its numbers at the right."""

    retry_wanted = Signal(float)  # train from the same first weights with this learning rate

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self.train = QPushButton(self)
        self.train.setObjectName("primary")
        self.train.clicked.connect(actions.train.trigger)
        actions.train.changed.connect(self._follow_train)
        self.step = self._split_button(actions.step_epoch, [actions.step_epoch, actions.step_batch, actions.run_epochs])
        self.reset = self._split_button(actions.reset, [actions.reset, actions.reset_anew])
        self.message = Message(self)
        self.retry = QPushButton(self)
        self.retry.setToolTip(self.tr("Train from the same first weights again, with a tenth of the learning rate."))
        self.retry.clicked.connect(self._retry)
        self._retry_rate = 0.0
        self.epoch = Number(self.tr("epoch"), "00,000,000", self)
        self.speed = Number(self.tr("epochs/s"), "00,000.0", self)
        with_penalty = self.tr("training + penalty {penalty}")
        self.train_loss = Number(self.tr("training loss"), "0.0e-300", self, with_penalty.format(penalty="0.00000"))
        self.test_loss = Number(self.tr("test loss"), "0.0e-300", self)
        self.score = Number(self.tr("test accuracy"), "-1.6e-308", self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.GAP, theme.UNIT, theme.GAP, theme.UNIT)
        layout.setSpacing(theme.UNIT)
        for widget in (self.train, self.step, self.reset):
            layout.addWidget(widget)
        layout.addWidget(self.message, 1)
        layout.addWidget(self.retry)
        for number in (self.epoch, self.speed, self.train_loss, self.test_loss, self.score):
            layout.addWidget(number)
        self._follow_train()
        self.show_snapshot(None, 0.0)
        self.show_retry(None)

    def _split_button(self, first: QAction, all_of_them: list[QAction]) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(first)
        button.setAccessibleName(first.text().replace("&", ""))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        menu = QMenu(button)
        menu.addActions(all_of_them)
        button.setMenu(menu)
        return button

    @Slot()
    def _follow_train(self) -> None:
        action = self._actions.train
        self.train.setText(action.text().replace("&", ""))
        self.train.setToolTip(action.toolTip())
        self.train.setAccessibleName(self.train.text())
        self.train.setEnabled(action.isEnabled())
        metrics = QFontMetrics(theme.text_font(strong=True))
        widest = max(metrics.horizontalAdvance(text.replace("&", "")) for text in self._actions.train_texts)
        self.train.setMinimumWidth(widest + 2 * theme.WIDE + theme.UNIT)

    def show_snapshot(self, snapshot: Snapshot | None, epochs_per_second: float, epochs_before: int = 0) -> None:
        """Show the numbers of a snapshot; dashes where there is none."""
        if snapshot is None:
            for number in (self.epoch, self.speed, self.train_loss, self.test_loss, self.score):
                number.show_text("–")
            self._show_penalty(0.0)
            self.message.say("")
            return
        self.epoch.show_text(grouped(epochs_before + snapshot.epoch))
        self.speed.show_text(grouped(epochs_per_second, 1) if epochs_per_second else "–")
        self.train_loss.show_text(loss_text(snapshot.train.loss))
        self._show_penalty(snapshot.train.penalty)
        shown = snapshot.test or snapshot.train
        self.test_loss.show_text("–" if snapshot.test is None else loss_text(snapshot.test.loss))
        where = self.tr("test") if snapshot.test is not None else self.tr("training")
        if shown.score_name == "accuracy":
            self.score.caption.show_text(self.tr("{where} accuracy").format(where=where))
            self.score.show_text(f"{100 * shown.score:.1f} %")
        else:
            self.score.caption.show_text(self.tr("{where} R²").format(where=where))
            self.score.show_text(score_text(shown.score))
        self.message.say(core_text(snapshot.message))

    def show_retry(self, rate: float | None) -> None:
        """Offer a tenth of this learning rate, with which training diverged; None: it did not."""
        self.retry.setVisible(rate is not None)
        self._retry_rate = float(f"{(rate or 1.0) / 10:.6g}")
        self.retry.setText(self.tr("Again with rate {rate}").format(rate=f"{self._retry_rate:g}"))
        self.retry.setAccessibleName(self.retry.text())

    @Slot()
    def _retry(self) -> None:
        self.retry_wanted.emit(self._retry_rate)

    def _show_penalty(self, penalty: float) -> None:
        """Say beside the training loss what L1 and L2 add to what training makes small."""
        if penalty:
            text = self.tr("training + penalty {penalty}").format(penalty=loss_text(penalty))
            tip = self.tr("Training makes small the loss plus this penalty for large weights (L1, L2).")
        else:
            text = self.tr("training loss")
            tip = self.tr("The mean loss of the training rows.")
        self.train_loss.caption.show_text(text)
        self.train_loss.setToolTip(tip)
        self.train_loss.setStatusTip(tip)


class Message(QLabel):
    """A sentence in the room that the bar has for it, so that nothing moves; all of it is in the tooltip."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.sentence = ""
        self.setObjectName("warning")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    def say(self, sentence: str) -> None:
        """Show a sentence; equal ones cost nothing."""
        if sentence != self.sentence:
            self.sentence = sentence
            self.setToolTip(sentence)
            self.setAccessibleName(sentence)
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Words at the end that there is no room for give way to three dots."""
        text, words = self.sentence, self.sentence.split()
        wrap = Qt.TextFlag.TextWordWrap
        while words and self.fontMetrics().boundingRect(self.contentsRect(), wrap, text).height() > self.height():
            words.pop()
            text = " ".join(words) + "\N{HORIZONTAL ELLIPSIS}"
        self.setText(text)


class Number(QWidget):
    """A number with its caption, as wide as its longest value and caption, so that nothing moves when they grow."""

    def __init__(self, name: str, longest: str, parent: QWidget, longest_name: str = "") -> None:
        super().__init__(parent)
        self.caption = Digits(self, theme.TEXT_SMALL, quiet=True)
        self.caption.show_text(name)
        self.value = Digits(self)
        self.value.setAccessibleName(name)
        metrics = QFontMetrics(theme.text_font(theme.TEXT_LARGE))
        small = QFontMetrics(theme.text_font(theme.TEXT_SMALL))
        self._width = (
            max(metrics.horizontalAdvance(longest), small.horizontalAdvance(longest_name or name)) + theme.HALF
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.value)
        column.addWidget(self.caption)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Wide enough for the longest value."""
        return QSize(self._width, super().sizeHint().height())

    def show_text(self, text: str) -> None:
        """Show a value; equal texts cost nothing."""
        self.value.show_text(text)


class Digits(QWidget):
    """A text at the right edge. A label would have the whole bar laid out anew at every change, 10 times a second."""

    def __init__(self, parent: QWidget, size: int = theme.TEXT_LARGE, *, quiet: bool = False) -> None:
        super().__init__(parent)
        self._text, self._quiet = "", quiet
        self._font = theme.text_font(size)
        self.setFixedHeight(QFontMetrics(self._font).height())

    def text(self) -> str:
        """What is shown."""
        return self._text

    def show_text(self, text: str) -> None:
        """Show another text; screen readers find it as the description."""
        if text != self._text:
            self._text = text
            self.setAccessibleDescription(text)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text."""
        with QPainter(self) as painter:
            painter.setFont(self._font)
            colors = self.palette()
            painter.setPen((colors.placeholderText() if self._quiet else colors.windowText()).color())
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._text)


def loss_text(loss: float) -> str:
    """A loss in at most eight characters: 0.01234, 12.34, 1.2e5."""
    if loss != loss or loss in (float("inf"), float("-inf")):
        return "∞" if loss > 0 else "–"
    if loss >= 1e4 or 0 < loss < 1e-4:
        return scientific(loss)
    return f"{loss:.5f}" if loss < 1 else f"{loss:.5g}"


def score_text(score: float) -> str:
    """R² in at most nine characters: 0.987, -12.345, -1.6e51."""
    if not math.isfinite(score):
        return "\N{MINUS SIGN}\N{INFINITY}" if score < 0 else "\N{EN DASH}"
    return scientific(score) if abs(score) >= 100 else f"{score:.3f}"


def scientific(value: float) -> str:
    """A large or tiny number: -1.6e51, 2.3e-5."""
    digits, exponent = f"{value:.1e}".split("e")
    return f"{digits}e{int(exponent)}"
