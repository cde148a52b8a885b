"""Every command of the window, once: the menus, the run bar and the shortcuts all use these actions."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from fcgui.document import Document

Key = QKeySequence.StandardKey


class Actions(QObject):
    """The window's commands; what they do is connected in the composition root."""

    def __init__(self, window: QWidget, document: Document) -> None:
        super().__init__(window)
        self._window = window
        self.gallery = self._make(
            self.tr("Data &gallery…"), self.tr("Choose among tables and generated points, by their pictures."), "Ctrl+G"
        )
        self.export_table = self._make(
            self.tr("Export &table as CSV…"), self.tr("Save the table's own values for other programs.")
        )
        self.open = self._make(self.tr("&Open…"), self.tr("Open a table, a project or a weights file."), Key.Open)
        self.open_with = self._make(
            self.tr("Open &with options…"),
            self.tr("Open a table and say how it is read: encoding, delimiter, header, …"),
        )
        self.save = self._make(
            self.tr("&Save project"), self.tr("Save table, network, weights and settings in one file."), Key.Save
        )
        self.save_as = self._make(
            self.tr("Save project &as…"), self.tr("Save the project in another file."), "Ctrl+Shift+S"
        )
        self.copy_state = self._make(
            self.tr("&Copy state as text"),
            self.tr("Copy data, network and settings as one line, to be pasted here or sent to somebody."),
            "Ctrl+Shift+C",
        )
        self.paste_state = self._make(
            self.tr("&Paste state"), self.tr("Show the state whose line is on the clipboard."), "Ctrl+Shift+V"
        )
        self.export = self._make(
            self.tr("&Export weights…"), self.tr("Save the trained weights as .npz for NumPy."), "Ctrl+E"
        )
        self.load = self._make(
            self.tr("&Import weights…"), self.tr("Load weights that were exported before."), "Ctrl+I"
        )
        self.predict_file = self._make(
            self.tr("&Predict a file…"),
            self.tr("Predict the rows of a new table with the present network."),
            "Ctrl+Shift+P",
        )
        self.save_predictions = self._make(
            self.tr("Save predictio&ns…"),
            self.tr("Write the predictions that are shown as .csv or .tsv."),
            "Ctrl+Shift+E",
        )
        self.quit = self._make(self.tr("&Quit"), self.tr("Close the window."), Key.Quit)
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)

        self.undo = self._make("", self.tr("Take back the last step."), Key.Undo)
        self.redo = self._make("", self.tr("Bring back the step that was taken back last."))
        usual = QKeySequence.keyBindings(Key.Redo)  # a key that stands twice is ambiguous and does nothing
        others = [key for key in (QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")) if key not in usual]
        self.redo.setShortcuts([*usual, *others])
        window.addActions([self.undo, self.redo])
        self._document, stack = document, document.undo_stack
        self.undo.triggered.connect(document.undo)
        self.redo.triggered.connect(document.redo)
        for told in (stack.indexChanged, stack.undoTextChanged, document.delayed, document.settled):
            told.connect(self._show_steps)
        self._show_steps()
        self.history = self._make(
            self.tr("Undo &history…"), self.tr("Every step that can be undone, in a list."), "Ctrl+H"
        )

        self.train_texts = (self.tr("&Train"), self.tr("&Pause"))
        self.train = self._make(self.train_texts[0], "", "Ctrl+Return")
        self.step_epoch = self._make(
            self.tr("Step: one &epoch"), self.tr("Train one epoch: every training row once."), "Ctrl+."
        )
        self.step_epoch.setIconText(self.tr("Step"))
        self.step_batch = self._make(
            self.tr("Step: one &batch"),
            self.tr("Train one mini-batch: a single update of the weights."),
            "Ctrl+,",
        )
        self.run_epochs = self._make(
            self.tr("Train &until…"), self.tr("Train for a number of epochs, or until a goal is reached."), "Ctrl+T"
        )
        self.tune = self._make(
            self.tr("&Choose settings and train"),
            self.tr("Try settings out on the training rows, as fcgui train does, and train with the best."),
            "Ctrl+Shift+T",
        )
        self.reset = self._make(
            self.tr("&Reset to the same weights"),
            self.tr("Back to epoch 0 and the same first weights."),
            "Ctrl+R",
        )
        self.reset.setIconText(self.tr("Reset"))
        self.reset_anew = self._make(
            self.tr("Reset to &new weights"),
            self.tr("Back to epoch 0 with other random weights."),
            "Ctrl+Shift+R",
        )

        self.add_layer = self._make(self.tr("&Add layer"), self.tr("Add a hidden layer after the selected one."))
        self.remove_layer = self._make(self.tr("&Delete layer"), self.tr("Delete the selected hidden layer."))
        self.layer_earlier = self._make(
            self.tr("Move layer &left"), self.tr("Move the selected layer towards the inputs.")
        )
        self.layer_later = self._make(
            self.tr("Move layer &right"), self.tr("Move the selected layer towards the output.")
        )
        self.fit = self._make(self.tr("&Fit drawing"), self.tr("Show the whole network."), "Ctrl+0")
        self.pictures = self._make(
            self.tr("Large &matrices as pictures"),
            self.tr("Draw all weights of large layers as pictures, not the strongest as lines (W in the drawing)."),
        )
        self.pictures.setCheckable(True)

        self.schemes = self._group(
            ("system", self.tr("As the &system")), ("light", self.tr("&Light")), ("dark", self.tr("&Dark"))
        )
        self.languages = self._group(("", self.tr("As the s&ystem")), ("en", "&English"), ("ru", "&Русский"))
        self.help = self._make(self.tr("How to &use it"), self.tr("A short guide."), Key.HelpContents)
        self.about = self._make(self.tr("&About fcgui"), self.tr("Version and licence."))
        self.about.setMenuRole(QAction.MenuRole.AboutRole)

    @Slot()
    def _show_steps(self) -> None:
        """Undo and redo name the step that they would take; what waits has no name yet."""
        document, stack = self._document, self._document.undo_stack
        for action, word, possible, name in (
            (self.undo, self.tr("&Undo"), document.can_undo, stack.undoText()),
            (self.redo, self.tr("&Redo"), document.can_redo, stack.redoText()),
        ):
            step = "" if document.waiting else name.replace("&", "&&")
            action.setText(f"{word} {step}".rstrip())
            action.setEnabled(possible)

    def show_running(self, running: bool, possible: bool) -> None:
        """Train becomes Pause while training runs; stepping waits for a pause."""
        self.train.setText(self.train_texts[1 if running else 0])
        self.train.setToolTip(
            (self.tr("Pause after the present step. (Space)") if running else self.tr("Train until you pause. (Space)"))
            if possible
            else self.tr("Open a table first.")
        )
        self.train.setEnabled(possible)
        for action in (self.step_epoch, self.step_batch, self.run_epochs, self.tune):
            action.setEnabled(possible and not running)
        for action in (self.reset, self.reset_anew, self.export):
            action.setEnabled(possible)

    def _make(self, text: str, tip: str, shortcut: Key | str | None = None) -> QAction:
        action = QAction(text, self)
        action.setToolTip(tip)
        action.setStatusTip(tip)
        if shortcut is not None:
            action.setShortcut(QKeySequence(shortcut))
        self._window.addAction(action)  # the shortcut works while the menu is closed
        return action

    def _group(self, *choices: tuple[str, str]) -> QActionGroup:
        group = QActionGroup(self)
        for value, text in choices:
            action = QAction(text, group)
            action.setCheckable(True)
            action.setData(value)
        return group


def checked(group: QActionGroup, value: str) -> None:
    """Check the action of a group that stands for ``value``, without telling anybody."""
    for action in group.actions():
        action.setChecked(action.data() == value)
