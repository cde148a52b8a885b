"""What belongs to the table: connects the data panel and the page "Table" with the edits they stand for."""

from __future__ import annotations

from PySide6.QtCore import QObject

from fcgui.document import Document
from fcgui.edits import Edits
from fcgui.files import Files
from fcgui.panels.data import DataPanel
from fcgui.table.edits import TableEdits


class TableWork(QObject):
    """Wires the views of the table to the document; made once for a document, connected to each new window."""

    def __init__(self, document: Document, edits: Edits, files: Files, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._edits, self._files = document, edits, files
        self.edits = TableEdits(document, self)
        self.edits.refused.connect(edits.refused)

    def connect_panel(self, panel: DataPanel) -> None:
        """Connect the intents of the data panel."""
        edits = self._edits
        panel.example_chosen.connect(self._files.open_example)
        panel.open_requested.connect(self._files.ask_open)
        panel.target_chosen.connect(edits.choose_target)
        panel.task_chosen.connect(edits.choose_task)
        panel.inputs_changed.connect(edits.use_columns)
        panel.kinds_chosen.connect(self.edits.choose_kinds)
        panel.test_size_chosen.connect(edits.choose_test_size)
        panel.validation_size_chosen.connect(edits.choose_validation_size)
        panel.class_weights_chosen.connect(edits.choose_class_weights)
        panel.scale_chosen.connect(edits.choose_scale)
        panel.split_again.connect(edits.split_again)
        panel.fix_requested.connect(self.edits.fix)
