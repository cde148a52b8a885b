"""All hidden layers as one line of text, which is shown and typed, with well-known networks to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from fcgui.panels.line_edit import CommittedEdit
from fcgui_core.notation import write_layers
from fcgui_core.spec import LayerSpec


class LayersLine(QComboBox):
    """The line; Return or leaving it commits what was typed, Escape gives the old text back."""

    committed = Signal(str)  # in the notation of `fcgui_core.notation`

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.setEditable(True)
        self.setLineEdit(CommittedEdit(self))
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setCompleter(None)  # type: ignore[arg-type]  # None is Qt's way to say: no completion
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for name, layers in self._presets():
            self.addItem(f"{name}: {layers}" if layers else name, layers)
        self.activated.connect(self._choose)
        edit = self.lineEdit()
        assert edit is not None
        edit.setPlaceholderText(self.tr("no hidden layer"))
        edit.editingFinished.connect(self._commit)

    def _presets(self) -> Sequence[tuple[str, str]]:
        return (
            (self.tr("No hidden layer"), ""),
            (self.tr("Playground"), "4 tanh, 2 tanh"),
            (self.tr("Spiral"), "8 tanh, 8 tanh"),
            (self.tr("Small"), "16 relu, 8 relu"),
            (self.tr("Usual"), "64 relu, 32 relu"),
            (self.tr("Lecture"), "200 relu, 100 relu, 50 relu"),
            (self.tr("Digits"), "512 relu, 256 relu"),
            (self.tr("Deep"), "16 selu, 16 selu, 16 selu, 16 selu, 16 selu, 16 selu"),
        )

    def show_layers(self, layers: Sequence[LayerSpec]) -> None:
        """Show the layers without telling anybody; a text that is being typed is left alone."""
        self._shown = write_layers(layers)
        edit = self.lineEdit()
        assert edit is not None
        if not (edit.hasFocus() and edit.isModified()):
            self._show_text()

    def _show_text(self) -> None:
        edit = self.lineEdit()
        assert edit is not None
        with QSignalBlocker(self):
            self.setCurrentIndex(self.findData(self._shown))
        edit.setText(self._shown)
        edit.setCursorPosition(0)

    @Slot(int)
    def _choose(self, index: int) -> None:
        self._tell(self.itemData(index))

    @Slot()
    def _commit(self) -> None:
        edit = self.lineEdit()
        assert edit is not None
        if edit.isModified():
            self._tell(edit.text())

    def _tell(self, layers: str) -> None:
        """Give the text away; what becomes of it comes back through `show_layers`, also when it is refused."""
        before = self._shown
        self._show_text()
        if layers != before:
            self.committed.emit(layers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives the last text back."""
        edit = self.lineEdit()
        if event.key() == Qt.Key.Key_Escape and edit is not None and edit.isModified():
            self._show_text()
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling a panel must not change the network."""
        event.ignore()
