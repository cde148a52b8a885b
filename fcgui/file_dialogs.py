"""The dialogs that ask for a file: what they offer by its ending, and the folder of the last one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QFileDialog, QWidget

PACKED = ("gz", "bz2", "xz", "zip")
TEXTS = ("csv", "tsv", "txt", "data", "arff", *PACKED, "xlsx", "xlsm")  # tables that may be read in more than one way
TABLES = (*TEXTS, "parquet")

translate = QCoreApplication.translate  # by this name lupdate finds the texts


def any_table() -> str:
    """The filter for tables."""
    return kind(translate("FileDialogs", "Tables"), *TABLES)


def table_with_options() -> str:
    """The filter for tables that it can be said of how they are read."""
    return kind(translate("FileDialogs", "Tables"), *TEXTS)


def any_weights() -> str:
    """The filter for weights files."""
    return kind(translate("FileDialogs", "Weights"), "npz")


def any_project() -> str:
    """The filter for projects."""
    return kind(translate("FileDialogs", "Projects"), "fcgui")


def all_known() -> str:
    """The filter for everything that the program opens."""
    return kind(translate("FileDialogs", "All that can be opened"), *TABLES, "fcgui", "npz")


def all_files() -> str:
    """The filter for a file of any name."""
    return translate("FileDialogs", "All files (*)")


def kind(words: str, *endings: str) -> str:
    """A filter: "Tables (*.csv *.tsv)"."""
    return f"{words} ({' '.join(f'*.{ending}' for ending in endings)})"


def ask_to_open(window: QWidget | None, title: str, *kinds: str) -> QFileDialog:
    """Open a dialog over ``window`` that asks for a file that is there; connect its `fileSelected`."""
    dialog = QFileDialog(window, title, folder(), ";;".join(kinds))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _opened(dialog)


def ask_to_save(window: QWidget | None, title: str, name: str, *kinds: str) -> QFileDialog:
    """Open a dialog that asks where to write; ``name`` is offered, and its ending is given to a name without one."""
    dialog = QFileDialog(window, title, folder(), ";;".join(kinds))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setDefaultSuffix(Path(name).suffix.lstrip("."))
    dialog.selectFile(name)
    return _opened(dialog)


def folder() -> str:
    """The folder of the last file that was asked for."""
    return str(QSettings().value("folder", str(Path.home())))


def remember_folder(path: str) -> None:
    """The next dialog begins where this file is."""
    QSettings().setValue("folder", str(Path(path).parent))


def _opened(dialog: QFileDialog) -> QFileDialog:
    dialog.fileSelected.connect(remember_folder)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
