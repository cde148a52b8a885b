"""One line of warnings in the data panel: the first one in words, with its fix; how many more there are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from fcgui import theme
from fcgui.i18n.core_texts import core_text
from fcgui.panels.form import caption
from fcgui_core.traps import Trap


class TrapLine(QWidget):
    """Shows the first of some traps; its fix, its dismissal and the wish to see all go out as intents."""

    fix_requested = Signal(object)  # Trap
    dismissed = Signal(object)  # Trap
    all_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._traps: tuple[Trap, ...] = ()
        self.sentence = caption(parent=self, name="warning")
        self.sentence.setAccessibleName(self.tr("Warning"))
        self.fix = QPushButton(self)
        self.fix.setAccessibleName(self.tr("Put it right"))
        self.fix.setToolTip(fix_tip())
        self.fix.clicked.connect(self._fix)
        self.all = QPushButton(self)
        self.all.setAccessibleName(self.tr("All warnings"))
        self.all.setToolTip(self.tr("All warnings, on the page Table."))
        self.all.clicked.connect(self.all_requested)
        self.dismiss = QToolButton(self)
        self.dismiss.setObjectName("quiet")
        self.dismiss.setText("✕")
        self.dismiss.setAccessibleName(self.tr("Dismiss the warning"))
        self.dismiss.setToolTip(self.tr("This is as it should be: do not show this warning again."))
        self.dismiss.clicked.connect(self._dismiss)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.UNIT)
        for button in (self.fix, self.all):
            button.setFixedHeight(theme.CONTROL_HEIGHT)
            buttons.addWidget(button)
        buttons.addStretch(1)
        said = QHBoxLayout()
        said.setSpacing(theme.UNIT)
        said.addWidget(self.sentence, 1)
        said.addWidget(self.dismiss, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.HALF)
        column.addLayout(said)
        column.addLayout(buttons)
        self.setVisible(False)

    def show_traps(self, traps: Sequence[Trap]) -> None:
        """Show the first one, and how many there are."""
        self._traps = tuple(traps)
        self.setVisible(bool(traps))
        if not traps:
            return
        self.sentence.setText(core_text(traps[0].sentence))
        words = fix_words(traps[0])
        self.fix.setVisible(bool(words))
        self.fix.setText(words)
        self.all.setVisible(len(traps) > 1)
        self.all.setText(self.tr("All ({n})").format(n=len(traps)))

    @Slot()
    def _fix(self) -> None:
        if self._traps:
            self.fix_requested.emit(self._traps[0])

    @Slot()
    def _dismiss(self) -> None:
        if self._traps:
            self.dismissed.emit(self._traps[0])


def fix_words(trap: Trap) -> str:
    """What the button of a trap's fix says, ``""`` where there is no fix."""
    words = {
        "leave out": QCoreApplication.translate("TrapLine", "Leave out"),
        "leave out rows": QCoreApplication.translate("TrapLine", "Leave out"),
        "balance": QCoreApplication.translate("TrapLine", "Balance the classes"),
        "robust": QCoreApplication.translate("TrapLine", "Scale robustly"),
    }
    return "" if trap.fix is None else words[trap.fix]


def fix_tip() -> str:
    """What every fix has in common."""
    return QCoreApplication.translate(
        "TrapLine", "Put it right in one step, which can be undone. Starts training anew."
    )
