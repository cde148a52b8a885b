"""The window: where the parts stand. What they do is connected in `app`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSettings, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QMenu,
    QScrollArea,
    QSplitter,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from fcgui import theme
from fcgui.actions import Actions
from fcgui.bundled import find_datasets
from fcgui.canvas.canvas import NetworkCanvas
from fcgui.document import Document
from fcgui.i18n.core_texts import core_text
from fcgui.panels.data import DataPanel
from fcgui.panels.layer import LayerPanel
from fcgui.panels.neuron import NeuronPanel
from fcgui.panels.training import TrainingPanel
from fcgui.parts import Parts
from fcgui.plots.loss import LossPlot
from fcgui.plots.regions import DecisionRegions
from fcgui.plots.weights import WeightsView
from fcgui.predictions.page import PredictionsPage
from fcgui.reading_bar import ReadingBar
from fcgui.run_bar import RunBar
from fcgui.table.page import TablePage
from fcgui.theme import Theme

SMALLEST = (1120, 660)  # below that names and pictures would be cut off
HINT_MS = 8000  # how long a refusal stays in the status bar
NO_TABLES = (".npz", ".fcgui")  # what is opened wherever it is dropped
READ_MS = 4000  # and how long it cannot be replaced by what the pointer is on


class MainWindow(QMainWindow):
    """Lays out panels, canvas and plots, and keeps what the user arranged."""

    dropped = Signal(Path)  # a file to open
    rows_dropped = Signal(Path)  # a file whose rows are to be predicted
    closing = Signal()
    close_wanted = Signal()  # but there is unsaved work, so that the user has to be asked
    play_pressed = Signal()  # Space, wherever no control wants it

    def __init__(self, document: Document, look: Theme) -> None:
        super().__init__()
        self.setObjectName("main")
        self.setWindowTitle("fcgui[*]")
        self.ask_before_closing = True
        self.setMinimumSize(*SMALLEST)
        self.setAcceptDrops(True)
        self.actions_ = Actions(self, document)
        self.run_bar = RunBar(self.actions_, self)
        examples = [(card.name, core_text(card.title)) for card in find_datasets()]
        self.data_panel = DataPanel(look, examples, self)
        self.neuron_panel = NeuronPanel(look, self)
        self.layer_panel = LayerPanel(look, self)
        self.training_panel = TrainingPanel(self)
        self.canvas = NetworkCanvas(look, self)
        self.weights = WeightsView(look, self)
        self.regions = DecisionRegions(look, self)
        self.loss = LossPlot(look, self)
        self.table_page = TablePage(look, self)
        self.predictions = PredictionsPage(look, self)
        self._build_menus()
        self._lay_out()
        self.parts = self._choice_of_parts()
        self._build_status_bar()
        for widget in self.findChildren(QWidget):
            if widget.toolTip() and not widget.statusTip():
                widget.setStatusTip(widget.toolTip())
        self._restore()

    # ------------------------------------------------------------------ layout

    def _lay_out(self) -> None:
        self.left = QScrollArea(self)
        self.left.setWidgetResizable(True)
        self.left.setFrameShape(QFrame.Shape.NoFrame)
        self.left.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.left.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QWidget()
        column.setObjectName("column")
        stack = QVBoxLayout(column)
        stack.setContentsMargins(0, 0, theme.HALF, 0)
        stack.setSpacing(theme.UNIT)
        for panel in (self.data_panel, self.neuron_panel, self.layer_panel, self.training_panel):
            stack.addWidget(panel)
        stack.addStretch(1)
        self.left.setWidget(column)
        self.left.setMinimumWidth(theme.LEFT_WIDTH)

        self.center = QSplitter(Qt.Orientation.Vertical, self)
        self.center.addWidget(framed("", self.canvas))
        self._weights_card = framed(self.tr("Weights"), self.weights)
        self.center.addWidget(self._weights_card)
        self.center.setStretchFactor(0, 3)
        self.center.setStretchFactor(1, 1)
        self.center.setSizes([640, 260])
        self.pages = QTabWidget(self)
        self.pages.setDocumentMode(True)
        self.pages.setUsesScrollButtons(False)
        for button in self.pages.tabBar().findChildren(QToolButton):  # Qt makes them all the same
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.pages.setAccessibleName(self.tr("Pages"))
        self.pages.addTab(self.center, self.tr("Network"))
        self.pages.setTabToolTip(0, self.tr("Draw the network, and see what its weights become."))
        at = self.pages.addTab(self.table_page, self.tr("Table"))
        self.pages.setTabToolTip(at, self.tr("See what the table holds, and change what its columns are taken for."))
        at = self.pages.addTab(self.predictions, self.tr("Predictions"))
        self.pages.setTabToolTip(at, self.tr("See the network's answer to every row, and predict new files."))
        self.right = QSplitter(Qt.Orientation.Vertical, self)
        self._regions_card = framed(self.tr("Decision regions"), self.regions, self.regions.tools)
        self.right.addWidget(self._regions_card)
        self._loss_card = framed(self.tr("Loss"), self.loss, self.loss.tools)
        self.right.addWidget(self._loss_card)
        self.right.setMinimumWidth(theme.RIGHT_WIDTH)
        self.right.setSizes([400, 300])
        self.right.setStretchFactor(0, 4)
        self.right.setStretchFactor(1, 3)
        self.body = QSplitter(Qt.Orientation.Horizontal, self)
        for place, part in enumerate((self.left, self.pages, self.right)):
            self.body.addWidget(part)
            self.body.setStretchFactor(place, (0, 3, 1)[place])
        self.body.setSizes([theme.LEFT_WIDTH, 10_000, theme.RIGHT_WIDTH])
        for splitter in (self.body, self.center, self.right):
            splitter.setHandleWidth(theme.UNIT)
            splitter.setChildrenCollapsible(False)
        whole = QWidget(self)
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.run_bar)
        inner = QVBoxLayout()
        inner.setContentsMargins(theme.UNIT, 0, theme.UNIT, 0)
        inner.addWidget(self.body)
        layout.addLayout(inner, 1)
        self.setCentralWidget(whole)

    def _build_menus(self) -> None:
        a = self.actions_
        self.recent = QMenu(self.tr("Open &recent"), self)
        self.recent.setToolTipsVisible(True)
        bar = self.menuBar()
        for title, entries in (
            (
                self.tr("&File"),
                [
                    a.open,
                    a.open_with,
                    a.gallery,
                    self.recent.menuAction(),
                    None,
                    a.save,
                    a.save_as,
                    None,
                    a.export_table,
                    a.export,
                    a.load,
                    None,
                    a.predict_file,
                    a.save_predictions,
                    None,
                    a.quit,
                ],
            ),
            (self.tr("&Edit"), [a.undo, a.redo, a.history, None, a.copy_state, a.paste_state]),
            (self.tr("&Network"), [a.add_layer, a.remove_layer, a.layer_earlier, a.layer_later]),
            (
                self.tr("T&rain"),
                [a.train, a.step_epoch, a.step_batch, a.run_epochs, a.tune, None, a.reset, a.reset_anew],
            ),
        ):
            menu = bar.addMenu(title)
            add_all(menu, entries)
        view = bar.addMenu(self.tr("&View"))
        view.addAction(a.fit)
        view.addAction(a.pictures)
        view.addSeparator()
        self.shown_menu = view.addMenu(self.tr("&Show"))
        view.addMenu(self.tr("&Appearance")).addActions(a.schemes.actions())
        view.addMenu(self.tr("&Language")).addActions(a.languages.actions())
        bar.insertMenu(bar.actions()[2], view)
        add_all(bar.addMenu(self.tr("&Help")), [a.help, a.about])

    def _choice_of_parts(self) -> Parts:
        """What *View, Show* offers to leave out; the drawing, the regions whose plane it shows, and Train stay."""
        widgets = {
            "data": self.data_panel,
            "network": self.layer_panel,
            "training": self.training_panel,
            "weights": self._weights_card,
            "loss": self._loss_card,
            "table": self.table_page,
            "predictions": self.predictions,
        }
        column = self.left, ("data", "network", "training")
        return Parts(widgets, column, self.pages, self.shown_menu)

    def _build_status_bar(self) -> None:
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        self._hint_shown = QTimer(self)
        self._hint_shown.setSingleShot(True)
        self._hint_shown.setInterval(READ_MS)
        self.reading_bar = ReadingBar(bar)
        bar.addPermanentWidget(self.reading_bar)
        self.place = QLabel(bar)
        self.place.setTextFormat(Qt.TextFormat.PlainText)
        self.place.setObjectName("caption")
        self.place.setContentsMargins(0, 0, theme.UNIT, 0)
        bar.addPermanentWidget(self.place)

    # ------------------------------------------------------------------ what the pointer is on

    @Slot(str)
    def tell(self, words: str) -> None:
        """Say in the status bar what the pointer is on; a refusal stays until it has been read."""
        if not self._hint_shown.isActive():
            self.statusBar().showMessage(words)

    @Slot(str)
    def hint(self, sentence: str) -> None:
        """Say in the status bar why something was refused, for a while."""
        self.statusBar().showMessage(core_text(sentence), HINT_MS)
        self._hint_shown.start()

    @Slot(int, object)
    def show_neuron(self, layer: int, unit: int | None) -> None:
        """Tell of the neuron that is focused, where it can be seen; None: of no one."""
        self.neuron_panel.show_neuron(layer, unit)
        if unit is not None:
            QTimer.singleShot(0, self._reveal_neuron)  # it has its place after the next layout

    @Slot(object)
    def show_layer(self, layer: int | None) -> None:
        """Bring the card of a layer that was selected in the drawing into sight."""
        if layer is not None:
            QTimer.singleShot(0, self._reveal_layer)

    @Slot()
    def _reveal_layer(self) -> None:
        if not self.neuron_panel.isVisible():  # it has been brought into sight itself
            self.left.ensureWidgetVisible(self.layer_panel, 0, theme.UNIT)

    @Slot()
    def _reveal_neuron(self) -> None:
        self.left.ensureWidgetVisible(self.neuron_panel, 0, theme.UNIT)

    def name_regions(self, task: str) -> None:
        """A regression has no regions to tell apart: there the picture shows its prediction."""
        text = self.tr("Prediction") if task == "regression" else self.tr("Decision regions")
        self._regions_card.findChild(QLabel, "title").setText(text)  # type: ignore[union-attr]  # framed made it
        self._regions_card.setAccessibleName(text)

    def clear_hint(self) -> None:
        """What was refused is past: something else has been done."""
        if self._hint_shown.isActive():
            self._hint_shown.stop()
            self.statusBar().clearMessage()

    # ------------------------------------------------------------------ keys, files, closing

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space trains and pauses wherever the focused control has no use for it."""
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self.play_pressed.emit()
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be dropped anywhere on the window."""
        if dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the file that was dropped; on the page Predictions, predict its rows."""
        path = dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            page = self.predictions
            over = page.isVisible() and page.rect().contains(page.mapFrom(self, event.position().toPoint()))
            rows = over and page.predict.isEnabled() and path.suffix.lower() not in NO_TABLES
            (self.rows_dropped if rows else self.dropped).emit(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the arrangement, and let the session end its thread; unsaved work is asked about before."""
        if self.ask_before_closing:
            self.close_wanted.emit()  # who has nothing to lose by it lets the window close
        if self.ask_before_closing:
            event.ignore()
            return
        self._save()
        self.closing.emit()
        event.accept()

    # QMainWindow.restoreState crashes on a damaged settings file, so only geometry and splitters are kept.
    def _save(self) -> None:
        settings = QSettings()
        settings.setValue("window/geometry", self.saveGeometry())
        for name in ("body", "center", "right"):
            settings.setValue(f"window/{name}", getattr(self, name).saveState())

    def _restore(self) -> None:
        settings = QSettings()
        geometry = settings.value("window/geometry")
        if geometry is None or not self.restoreGeometry(geometry):
            self.resize(1280, 720)
        for name in ("body", "center", "right"):
            state = settings.value(f"window/{name}")
            if state is not None:
                getattr(self, name).restoreState(state)


def add_all(menu: QMenu, entries: Sequence[QAction | None]) -> None:
    """Add actions to a menu; ``None`` is a separator."""
    for entry in entries:
        if entry is None:
            menu.addSeparator()
        else:
            menu.addAction(entry)


def framed(title: str, content: QWidget, corner: QWidget | None = None) -> QFrame:
    """A view on a card of its own, under its title if it has one; ``corner`` stands at the title's right."""
    frame = QFrame()
    frame.setObjectName("card")
    frame.setAccessibleName(title)
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(theme.GAP, theme.UNIT, theme.GAP, theme.UNIT)
    layout.setSpacing(theme.HALF)
    if title:
        label = QLabel(title, frame)
        label.setObjectName("title")
        head = QHBoxLayout()
        head.addWidget(label, 1)
        if corner is not None:
            head.addWidget(corner)
        layout.addLayout(head)
    layout.addWidget(content, 1)
    return frame


def dropped_file(event: QDropEvent) -> Path | None:
    """The one local file that is dropped, or ``None``."""
    urls = event.mimeData().urls()
    if len(urls) == 1 and urls[0].isLocalFile():
        return Path(urls[0].toLocalFile())
    return None
