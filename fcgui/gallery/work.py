"""What belongs to the gallery: wires its dialog, the controls of the data panel and the brush with the document."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from fcgui.document import Document
from fcgui.edits import Edits
from fcgui.file_dialogs import ask_to_save, kind
from fcgui.files import Files, bundled_name
from fcgui.gallery.brush import Brush
from fcgui.gallery.dialog import Gallery
from fcgui.gallery.edits import GalleryEdits
from fcgui.gallery.entries import Entry
from fcgui.gallery.making import Making
from fcgui.gallery.writing import Writing
from fcgui.main_window import MainWindow
from fcgui.project import Project
from fcgui_core.recipe import Recipe
from fcgui_core.table import Table


class GalleryWork(QObject):
    """Made once for a document, connected to each new window."""

    problem = Signal(str)  # one sentence that has to be read
    told = Signal(str)  # one sentence for the status bar
    progress = Signal(str)

    def __init__(self, document: Document, edits: Edits, files: Files, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._edits, self._files = document, edits, files
        self.edits = GalleryEdits(document, self)
        self.making = Making(self)
        self.making.made.connect(self._take_made)
        self.making.failed.connect(edits.refused)
        self.making.progress.connect(files.progress)
        self.writing = Writing(self)
        self.writing.written.connect(self._tell_written)
        self.writing.failed.connect(self.problem)
        self.problem.connect(files.problem)
        self.told.connect(files.told)
        self.dialog: Gallery | None = None
        self._window: MainWindow | None = None
        self.brush: Brush | None = None
        files.chosen.connect(self.making.cancel)
        document.changed.connect(self._show_project)

    def connect_window(self, window: MainWindow) -> None:
        """Connect the window's entries, the controls of its data panel, and a brush for its regions."""
        self.close_dialog()
        self._window = window
        window.actions_.gallery.triggered.connect(self.open)
        window.actions_.export_table.triggered.connect(self.ask_export)
        panel = window.data_panel
        panel.gallery_requested.connect(self.open)
        panel.recipe.recipe_chosen.connect(self.change_recipe)
        panel.recipe.test_size_chosen.connect(self._edits.choose_test_size)
        panel.recipe.refused.connect(window.hint)
        self.brush = Brush(window.regions)
        self.brush.painted.connect(self.edits.paint)
        self.brush.sheet_requested.connect(self._open_sheet)
        self._show_project(self._document.project, self._document.project)

    # ------------------------------------------------------------------ the gallery

    @Slot()
    def open(self) -> None:
        """Show the gallery, or bring it to the front."""
        if self.dialog is not None:
            self.dialog.raise_()
        elif self._window is not None:
            self.dialog = Gallery(self._window.regions.theme, self._window)
            self.dialog.chosen.connect(self.choose)
            self.dialog.controls.recipe_chosen.connect(self.change_recipe)
            self.dialog.controls.test_size_chosen.connect(self._edits.choose_test_size)
            self.dialog.controls.refused.connect(self._window.hint)
            self.dialog.finished.connect(self.close_dialog)
            self._show_present(self._document.project)
        if self.dialog is not None:
            self.dialog.show()
            self.dialog.activateWindow()

    @Slot()
    def close_dialog(self) -> None:
        """Let go of the gallery."""
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.end()
            dialog.deleteLater()

    @Slot(object)
    def choose(self, entry: Entry) -> None:
        """Show what was chosen in the project."""
        if entry.kind == "bundled":
            self._files.open_example(entry.name)
        elif entry.kind == "sheet":
            self._files.choose_other()
            self.edits.show_sheet(entry.task)
            if self.brush is not None:
                self.brush.start()
        elif not self._is_present(entry):
            self._files.choose_other()
            self.making.make(Recipe(entry.name), self._document.project, new=True)

    @Slot()
    def _open_sheet(self) -> None:
        self._files.choose_other()
        self.edits.show_sheet("classification")

    def _is_present(self, entry: Entry) -> bool:
        table = self._document.project.table
        return table is not None and table.recipe is not None and table.recipe.name == entry.name

    @Slot(object)
    def change_recipe(self, recipe: Recipe) -> None:
        """Other numbers for the present set."""
        self.making.make(recipe, self._document.project, new=False)

    @Slot(object, bool)
    def _take_made(self, table: Table, new: bool) -> None:
        if new:
            self.edits.show_set(table)
        else:
            self.edits.change_recipe(table)

    # ------------------------------------------------------------------ shown

    @Slot(object, object)
    def _show_project(self, old: Project, new: Project) -> None:
        if self._window is None:
            return
        table = new.table
        self._window.actions_.export_table.setEnabled(table is not None)
        self._window.data_panel.recipe.show_state(None if table is None else table.recipe, new.test_size)
        if self.brush is not None:
            self.brush.show_table(table, empty=new.data is None)
        self._show_present(new)

    def _show_present(self, project: Project) -> None:
        if self.dialog is None:
            return
        table = project.table
        recipe = None if table is None else table.recipe
        if recipe is None:
            kind, name = "bundled", bundled_name(table)
        elif recipe.is_painted:
            kind, name = "sheet", "" if project.roles is None else project.roles.task
        else:
            kind, name = "generated", recipe.name
        self.dialog.show_present(kind, name, recipe, project.test_size)

    # ------------------------------------------------------------------ the table as CSV

    @Slot()
    def ask_export(self) -> None:
        """Ask where to write the table."""
        table = self._document.project.table
        if table is None:
            return
        title, csv = self.tr("Export table"), kind(self.tr("Table"), "csv")
        dialog = ask_to_save(self._files.window, title, f"{table.name}.csv", csv)
        dialog.fileSelected.connect(self.export_to)

    @Slot(str)
    def export_to(self, path: str) -> None:
        """Write the table to ``path``, wholly or not at all; the file that it was read from is left alone."""
        table = self._document.project.table
        if table is None:
            return
        if table.path is not None and Path(path).resolve() == Path(table.path).resolve():
            words = self.tr("{file} is the file that the table was read from: name another one.")
            self.problem.emit(words.format(file=Path(path).name))
            return
        self.writing.write(path, table)

    @Slot(str)
    def _tell_written(self, path: str) -> None:
        self.told.emit(self.tr("Exported to {path}").format(path=path))

    def end(self) -> None:
        """Give up what is under way; the window is closing."""
        self.making.end()
        self.writing.end()
        self.close_dialog()
