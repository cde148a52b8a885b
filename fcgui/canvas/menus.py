"""The menus of the canvas: the activations, and everything that can be done to a layer."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QElapsedTimer, Qt, Slot
from PySide6.QtGui import QAction, QActionGroup, QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from fcgui.canvas.editing import Verb
from fcgui.canvas.network import INPUTS, Activate, Drawn
from fcgui.canvas.words import neuron_name
from fcgui.i18n.core_texts import core_text
from fcgui_core.activations import ACTIVATIONS


class PatientMenu(QMenu):
    """Opened by a click that may be the first of a double click: the second one, beside it, does not close it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._opened = QElapsedTimer()
        self.aboutToShow.connect(self._begin)

    @Slot()
    def _begin(self) -> None:
        self._opened.start()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        early = self._opened.isValid() and self._opened.elapsed() < QApplication.doubleClickInterval()
        if not (early and not self.rect().contains(event.position().toPoint())):
            super().mousePressEvent(event)


def activation_menu(parent: QWidget, drawn: Drawn, layer: int) -> QMenu:
    """The activations that ``layer`` may have; an action's data is the wish for it."""
    menu = PatientMenu(parent)
    menu.setTitle(QCoreApplication.translate("Canvas", "&Activation"))
    menu.setToolTipsVisible(True)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    group = QActionGroup(menu)
    for name, entry in ACTIVATIONS.items():
        action = menu.addAction(core_text(entry.label))
        action.setData(Activate(layer, name))
        action.setToolTip(f"{core_text(entry.summary)} {core_text(entry.hint)}")
        action.setCheckable(True)
        action.setChecked(name == drawn.spec.layers[layer].activation)
        group.addAction(action)
        if action.isChecked():
            menu.setActiveAction(action)
    return menu


def weight_menu(parent: QWidget, *, frozen: bool) -> tuple[QMenu, QAction, QAction]:
    """What can be done to one weight: (menu, "edit", "freeze")."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    edit = menu.addAction(QCoreApplication.translate("Canvas", "&Change this weight\u2026"))
    freeze = menu.addAction(QCoreApplication.translate("Canvas", "&Freeze this weight"))
    freeze.setCheckable(True)
    freeze.setChecked(frozen)
    return menu, edit, freeze


def input_action(menu: QMenu, drawn: Drawn, number: int) -> QAction:
    """An entry at the top of ``menu`` that leaves an input out."""
    name = neuron_name(drawn, INPUTS, number).replace("&", "&&")
    action = QAction(QCoreApplication.translate("Canvas", "Leave &out {name}").format(name=name) + "\tDel", menu)
    menu.insertAction(menu.actions()[0], action)
    menu.insertSeparator(menu.actions()[1])
    return action


def layer_menu(parent: QWidget, drawn: Drawn, layer: int | None, *, pictures: bool) -> QMenu:
    """What can be done to ``layer``; an action's data is a verb, or the wish for an activation.

    ``pictures``: large matrices are drawn as pictures now.
    """
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    hidden = drawn.is_hidden(layer)
    if layer is not None and layer > INPUTS:
        activations = activation_menu(menu, drawn, layer)
        activations.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # it goes with its parent
        menu.addMenu(activations)
    after = layer is not None and layer < drawn.output
    add = (
        QCoreApplication.translate("Canvas", "&Insert layer after it")
        if after
        else QCoreApplication.translate("Canvas", "&Insert layer before the output")
    )
    for text, key, verb, possible in (
        (QCoreApplication.translate("Canvas", "&Number of neurons"), "0-9", Verb.TYPE, hidden),
        (add, "Ins", Verb.INSERT, True),
        (QCoreApplication.translate("Canvas", "Move &left"), "Ctrl+Left", Verb.EARLIER, hidden and layer != 0),
        (
            QCoreApplication.translate("Canvas", "Move &right"),
            "Ctrl+Right",
            Verb.LATER,
            hidden and layer != drawn.output - 1,
        ),
        (QCoreApplication.translate("Canvas", "&Copy layer"), "Ctrl+C", Verb.COPY, hidden),
        (QCoreApplication.translate("Canvas", "Cu&t layer"), "Ctrl+X", Verb.CUT, hidden),
        (QCoreApplication.translate("Canvas", "&Paste layers after it"), "Ctrl+V", Verb.PASTE, True),
        (QCoreApplication.translate("Canvas", "D&uplicate layer"), "Ctrl+D", Verb.DUPLICATE, hidden),
        (QCoreApplication.translate("Canvas", "&Delete layer"), "Del", Verb.REMOVE, hidden),
        (QCoreApplication.translate("Canvas", "Focus a n&euron"), "N", Verb.NEURON, layer is not None),
        (QCoreApplication.translate("Canvas", "Draw the &most active neurons"), "M", Verb.ACTIVE, layer is not None),
        (QCoreApplication.translate("Canvas", "Lar&ge matrices as pictures"), "W", Verb.MATRIX, True),
        (QCoreApplication.translate("Canvas", "&Fit drawing"), "F", Verb.FIT, True),
    ):
        if verb in (Verb.COPY, Verb.NEURON):
            menu.addSeparator()
        action = QAction(f"{text}\t{key}", menu)
        action.setData(verb)
        action.setEnabled(possible)
        if verb is Verb.MATRIX:
            action.setCheckable(True)
            action.setChecked(pictures)
        menu.addAction(action)
    return menu
