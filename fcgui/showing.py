"""Shows the project, the selected layer and the run in the panels of the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from fcgui.document import Document
from fcgui.edits import Edits
from fcgui.files import bundled_name
from fcgui.frames import Frames, Pace
from fcgui.i18n.numbers import grouped
from fcgui.imported_score import epochs_before
from fcgui.main_window import MainWindow
from fcgui.models import columns_of
from fcgui.project import Project
from fcgui.session import Session
from fcgui_core.advice import advice, stopping_advice, usual
from fcgui_core.snapshot import Snapshot
from fcgui_core.task import natural_activation, natural_loss

# How often each panel is drawn while the network trains; together they stay below one panel a tick of the session.
DRAWING_S = 1 / 18  # the drawn network, a connection at a time: fluid, with something in hand for a busy machine
PLOT_S = 1 / 10  # regions, loss and weights; the regions of a large network come less often (`region_answer`)
SLOW_S = 1 / 5  # what paces itself

NEW_LAYER_UNITS = 8


class Showing(QObject):
    """One window at a time shows what there is; it knows which layer is selected, for the commands of the menu."""

    project_shown = Signal(object)  # Project
    frame_shown = Signal(object)  # Snapshot or None

    def __init__(self, window: MainWindow, document: Document, session: Session, edits: Edits, parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._session, self._edits = document, session, edits
        self.selected: int | None = None
        self._connect(window)
        document.changed.connect(self.show_project)
        edits.layer_selected.connect(self.select)
        session.state_changed.connect(self._show_state)
        session.frame.connect(self._show_frame)

    def _connect(self, window: MainWindow) -> None:
        self._window, a = window, window.actions_
        canvas = window.canvas
        canvas.selected.connect(self.select)
        canvas.selected.connect(window.show_layer)
        window.regions.plane_changed.connect(self._show_inputs)
        for action, slot in (
            (a.add_layer, self._add_layer),
            (a.remove_layer, self._remove_layer),
            (a.layer_earlier, self._move_earlier),
            (a.layer_later, self._move_later),
        ):
            action.triggered.connect(slot)
        self._frames = Frames(
            (
                Pace(DRAWING_S, (canvas.show_snapshot,)),
                Pace(PLOT_S, (window.regions.show_snapshot,)),
                Pace(PLOT_S, (window.loss.show_snapshot, self._show_numbers)),
                Pace(PLOT_S, (window.weights.show_snapshot,)),
                Pace(SLOW_S, (window.neuron_panel.show_snapshot, window.predictions.show_snapshot)),
            )
        )

    def move_to(self, window: MainWindow) -> None:
        """Another window takes the place of the one so far, and shows the same."""
        self._connect(window)
        self.show_all()

    def show_all(self) -> None:
        """Show everything as it is."""
        self.show_project(self._document.project, self._document.project)
        self.select(self.selected)
        self._frames.show(self._session.snapshot)

    # ------------------------------------------------------------------ the project

    @Slot(object, object)
    def show_project(self, old: Project, new: Project) -> None:
        """Show another project; the same one twice: everything anew."""
        data, spec = new.data, new.spec
        window = self._window
        if old is not new:
            window.clear_hint()
        if old.table is not new.table:
            window.left.verticalScrollBar().setValue(0)  # what was recognised stands at the top
        window.data_panel.show_project(new, bundled_name(new.table))
        window.name_regions("classification" if data is None else data.task)
        if data is not None and spec is not None:
            outputs = data.preparation.classes if spec.n_outputs > 1 else None
            names = outputs or (data.preparation.target,)
            window.canvas.show_network(data.preparation.feature_names, spec, names)
            self._keep_selection(len(old.hidden), len(new.hidden))
        else:
            window.canvas.show_network((), None, ())
        window.canvas.show_frozen(new.frozen)
        if old.data is not data or old is new:
            for view in (window.regions, window.loss, window.weights, window.neuron_panel):
                view.set_data(data)
            window.predictions.set_project(new.table, data, columns_of(new))
        self._show_layer()
        window.training_panel.show_state(new.training, new.initializer, new.dtype)
        if data is not None:
            counts = len(data.validation_rows), len(data.test_rows)
            window.training_panel.show_advice(stopping_advice(new.training.early_stopping, *counts))
        self._show_state()
        self._show_size(new)
        self.project_shown.emit(new)

    def _show_size(self, project: Project) -> None:
        spec = project.spec
        count = 0 if spec is None else spec.n_parameters
        words = self.tr("{count} weights and biases · {dtype}").format(count=grouped(count), dtype=project.dtype)
        self._window.place.setText(words if spec is not None else "")

    # ------------------------------------------------------------------ the selected layer

    @Slot(object)
    def select(self, layer: int | None) -> None:
        """Show a layer in its panel and in the drawing: -1 for the inputs, None for none."""
        self.selected = layer
        self._window.canvas.select(layer)
        self._show_layer()

    def _keep_selection(self, before: int, after: int) -> None:
        """The output stays selected; where the selected hidden layer is gone, the last one before it is."""
        selected = self.selected
        if selected is None or selected < min(before, after):
            return
        if selected >= before:
            self.selected = after
        elif selected >= after:
            self.selected = after - 1 if after else None
        self._window.canvas.select(self.selected)

    def _show_layer(self) -> None:
        project, panel = self._document.project, self._window.layer_panel
        data = project.data
        output = project.output_activation if data is None else natural_activation(data.task, data.n_classes)
        loss = natural_loss(project.output_activation, None if data is None else data.task)
        panel.show_state(project.spec, self.selected, project.output, project.loss, (output, loss))
        if data is not None:
            task, classes = data.task, data.n_classes
            sentence = advice(task, classes, project.output_activation, project.loss_name)
            panel.show_advice(sentence, usual(task, classes))
        self._show_inputs()
        hidden = self.selected is not None and 0 <= self.selected < len(project.hidden)
        a = self._window.actions_
        a.add_layer.setEnabled(project.spec is not None)
        a.remove_layer.setEnabled(hidden)
        a.layer_earlier.setEnabled(hidden and self.selected != 0)
        a.layer_later.setEnabled(hidden and self.selected != len(project.hidden) - 1)

    @Slot()
    def _show_inputs(self) -> None:
        project, window = self._document.project, self._window
        if self.selected == -1:
            shown = window.regions.column_names
            window.layer_panel.inputs.show_inputs(project.table, project.roles, project.derived, shown)

    @Slot()
    def _add_layer(self) -> None:
        hidden = self._document.project.hidden
        at = len(hidden) if self.selected is None else min(self.selected + 1, len(hidden))
        units = hidden[at - 1].units if at > 0 else NEW_LAYER_UNITS
        self._edits.insert_layer(at, units)

    @Slot()
    def _remove_layer(self) -> None:
        if self.selected is not None:
            self._edits.remove_layer(self.selected)

    @Slot()
    def _move_earlier(self) -> None:
        if self.selected is not None:
            self._edits.move_layer(self.selected, self.selected - 1)

    @Slot()
    def _move_later(self) -> None:
        if self.selected is not None:
            self._edits.move_layer(self.selected, self.selected + 1)

    # ------------------------------------------------------------------ the run

    @Slot()
    def _show_state(self) -> None:
        possible = self._document.project.spec is not None
        self._window.actions_.show_running(self._session.running, possible)

    @Slot(object)
    def _show_frame(self, snapshot: Snapshot | None) -> None:
        self._frames.show(snapshot)
        self.frame_shown.emit(snapshot)

    def _show_numbers(self, snapshot: Snapshot | None) -> None:
        before = epochs_before(self._document.project.imported)
        self._window.run_bar.show_snapshot(snapshot, self._session.epochs_per_second, before)
        diverged = snapshot is not None and snapshot.status == "diverged"
        self._window.run_bar.show_retry(self._document.project.training.learning_rate if diverged else None)
        rate = None if snapshot is None else snapshot.learning_rate
        self._window.training_panel.show_rate(rate, self._document.project.training)
