"""Which parts of the window are shown: a lesson may leave out what it does not need."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QTabWidget, QWidget


class Parts(QObject):
    """Hides and shows the parts by ``menu``. A column whose parts are all hidden gives its room to the others."""

    def __init__(
        self,
        widgets: Mapping[str, QWidget],
        column: tuple[QWidget, tuple[str, ...]],
        pages: QTabWidget,
        menu: QMenu,
    ) -> None:
        super().__init__(menu)
        self._widgets, self._column, self._pages = widgets, column, pages
        labels = {
            "data": self.tr("&Data"),
            "network": self.tr("&Network"),
            "training": self.tr("&Training"),
            "weights": self.tr("&Weights"),
            "loss": self.tr("&Loss"),
            "table": self.tr("Page Ta&ble"),
            "predictions": self.tr("Page &Predictions"),
        }
        self.actions: dict[str, QAction] = {}
        for name in self._widgets:
            action = menu.addAction(labels[name])
            action.setCheckable(True)
            action.setChecked(True)
            action.setStatusTip(
                self.tr("Show this part or leave it out; a project and a copied state keep that, for a lesson.")
            )
            action.toggled.connect(self._arrange)
            self.actions[name] = action
        menu.addSeparator()
        self.everything = menu.addAction(self.tr("Show &everything"))
        self.everything.setStatusTip(self.tr("Show all parts of the window again."))
        self.everything.triggered.connect(self.show_all)

    @property
    def hidden(self) -> list[str]:
        """The names of the parts that are left out."""
        return [name for name, action in self.actions.items() if not action.isChecked()]

    def hide(self, names: Collection[object]) -> None:
        """Leave out these parts and no others; names that are none are passed over."""
        for name, action in self.actions.items():
            action.setChecked(name not in names)

    @Slot()
    def show_all(self) -> None:
        """Leave out nothing."""
        self.hide(())

    @Slot()
    def _arrange(self) -> None:
        for name, widget in self._widgets.items():
            shown, page = self.actions[name].isChecked(), self._pages.indexOf(widget)
            if page < 0:
                widget.setVisible(shown)
            else:
                self._pages.setTabVisible(page, shown)
        column, names = self._column
        column.setVisible(any(self.actions[name].isChecked() for name in names))
