"""The composition root: the only place where parts are made and connected."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QSettings, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMessageBox

from fcgui import theme
from fcgui.actions import checked
from fcgui.by_hand import ByHand
from fcgui.document import Document
from fcgui.edits import Edits
from fcgui.errors import UnexpectedErrors, tell
from fcgui.files import Files, bundled_name
from fcgui.frames import Frames, Pace
from fcgui.gallery.work import GalleryWork
from fcgui.help import Guide, about_text
from fcgui.history_window import HistoryWindow
from fcgui.i18n.core_texts import core_text
from fcgui.i18n.language import install_language
from fcgui.i18n.numbers import grouped
from fcgui.imported_score import ImportedScore, epochs_before
from fcgui.interrupt import Interrupt
from fcgui.main_window import MainWindow
from fcgui.missing_table import MissingTable
from fcgui.models import columns_of
from fcgui.predictions.files import PredictionFiles
from fcgui.project import Project
from fcgui.project_work import ProjectWork
from fcgui.session import Session
from fcgui.stepping import Stepping
from fcgui.table.work import TableWork
from fcgui.theme import Theme
from fcgui.tuning import Tuning
from fcgui_core.advice import advice, usual
from fcgui_core.snapshot import Snapshot
from fcgui_core.state_text import is_state_text
from fcgui_core.task import natural_activation, natural_loss
from fcgui_core.weights_file import Model

# How often each panel is drawn while the network trains; together they stay below one panel a tick of the session.
DRAWING_S = 1 / 18  # the drawn network, a connection at a time: fluid, with something in hand for a busy machine
PLOT_S = 1 / 10  # regions, loss and weights; the regions of a large network come less often (`region_answer`)
SLOW_S = 1 / 5  # what paces itself

FIRST_EXAMPLE = "iris"  # lecture L12
NEW_LAYER_UNITS = 8


class App(QObject):
    """One window with its document and session."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.look = Theme(_scheme(), self)
        self._locale_before = QLocale()
        self._translators = install_language(str(QSettings().value("language", "")))
        self.look.apply()
        self.document = Document(parent=self)
        self.session = Session(self.document, self)
        self.edits = Edits(self.document, self)
        self.stepping = Stepping(self.document, self.session, self)
        self.tuning = Tuning(self.document, self.session, self)
        self.by_hand = ByHand(self.document, self.session, self)
        self.files = Files(self.document, self.edits, self.session, self)
        self.table_work = TableWork(self.document, self.edits, self.files, self.look, self)
        self.gallery = GalleryWork(self.document, self.edits, self.files, self)
        self.predicting = PredictionFiles(self.document, self.session, self.look, self)
        self.missing_table = MissingTable(self)
        self.imported_score = ImportedScore(self.document, self)
        self.selected: int | None = None
        self._interrupted = False
        self.project_work = ProjectWork(self.document, self.session, self.files, self)
        self.window = MainWindow(self.document, self.look)
        self._connect_window()
        self.project_work.problem.connect(self._tell_problem)
        self.tuning.failed.connect(self._tell_problem)
        self.tuning.told.connect(self._hint)
        self.document.changed.connect(self._show_project)
        self.edits.layer_selected.connect(self._select)
        self.files.problem.connect(self._tell_problem)
        self.files.table_missing.connect(self._ask_for_table)
        self.files.imported.connect(self.imported_score.wait_for)
        self.imported_score.same.connect(self._hint)
        self.imported_score.other.connect(self._tell_problem)
        self.missing_table.table_wanted.connect(self.files.ask_table_for)
        self.missing_table.prediction_wanted.connect(self.predicting.ask_file_for)
        self.predicting.problem.connect(self._tell_problem)
        self.predicting.opened.connect(self._show_predictions)
        self.session.failed.connect(self._tell_problem)
        self.errors = UnexpectedErrors(self._tell_unexpected, self)
        self.errors.install()
        self._show_project(self.document.project, self.document.project)

    # ------------------------------------------------------------------ connections

    def _connect_window(self) -> None:
        window, edits, session = self.window, self.edits, self.session
        canvas, data, layer, training = (
            window.canvas,
            window.data_panel,
            window.layer_panel,
            window.training_panel,
        )
        canvas.layer_inserted.connect(edits.insert_layer)
        canvas.layer_removed.connect(edits.remove_layer)
        canvas.layer_moved.connect(edits.move_layer)
        canvas.layer_resized.connect(edits.resize_layer)
        canvas.activation_chosen.connect(edits.choose_activation)
        canvas.layers_pasted.connect(edits.paste_layers)
        canvas.weight_edited.connect(self.by_hand.edit_weight)
        canvas.bias_edited.connect(self.by_hand.edit_bias)
        canvas.weight_frozen.connect(self.by_hand.freeze_weight)
        canvas.bias_frozen.connect(self.by_hand.freeze_bias)
        canvas.selected.connect(self._select)
        canvas.selected.connect(window.show_layer)
        canvas.input_left_out.connect(edits.leave_out_input)
        canvas.pictures_shown.connect(window.actions_.pictures.setChecked)
        window.actions_.pictures.triggered.connect(canvas.show_pictures)
        canvas.neuron_hovered.connect(window.regions.show_neuron)
        canvas.neuron_focused.connect(window.show_neuron)
        window.neuron_panel.left.connect(canvas.focusing.leave)
        window.regions.plane_changed.connect(canvas.show_plane)
        for view in (canvas, window.weights, window.regions, window.loss):
            view.hovered.connect(window.tell)
        layer.layers_typed.connect(edits.set_layers)
        layer.usual_requested.connect(edits.use_usual_output)
        layer.units_chosen.connect(edits.resize_layer)
        layer.activation_chosen.connect(edits.choose_activation)
        layer.parameter_chosen.connect(edits.choose_parameter)
        layer.output_chosen.connect(edits.choose_output)
        layer.loss_chosen.connect(edits.choose_loss)
        layer.layer_inserted.connect(edits.insert_layer)
        layer.layer_removed.connect(edits.remove_layer)
        layer.layer_moved.connect(edits.move_layer)
        layer.inputs.columns_toggled.connect(edits.use_columns)
        layer.inputs.derived_toggled.connect(edits.use_derived)
        window.regions.plane_changed.connect(self._show_inputs)
        training.setting_chosen.connect(edits.choose_setting)
        training.initializer_chosen.connect(edits.choose_initializer)
        training.dtype_chosen.connect(edits.choose_dtype)
        self.table_work.connect_window(window)
        self.gallery.connect_window(window)
        for panel in (data, layer, training):
            panel.refused.connect(window.hint)
        edits.refused.connect(window.hint)
        self.files.window = self.stepping.window = window
        self.project_work.connect_window(window)
        self.files.told.connect(window.hint)
        self.session.told.connect(window.hint)
        self.files.progress.connect(window.tell)
        self.files.reading.connect(window.reading_bar.opening.show_state)
        window.reading_bar.opening.cancelled.connect(self.files.cancel)
        self._connect_predictions()
        window.dropped.connect(self.files.open)
        window.rows_dropped.connect(self.predicting.predict_file)
        window.play_pressed.connect(session.toggle)
        window.closing.connect(self.close)
        self._connect_actions()
        session.state_changed.connect(self._show_state)
        self._frames = Frames(
            (
                Pace(DRAWING_S, (canvas.show_snapshot,)),
                Pace(PLOT_S, (window.regions.show_snapshot,)),
                Pace(PLOT_S, (window.loss.show_snapshot, self._show_numbers)),
                Pace(PLOT_S, (window.weights.show_snapshot,)),
                Pace(SLOW_S, (window.neuron_panel.show_snapshot, window.predictions.show_snapshot)),
            )
        )
        session.frame.connect(self._show_frame)

    def _connect_predictions(self) -> None:
        window, predicting = self.window, self.predicting
        page = window.predictions
        predicting.window, predicting.page = window, page
        self.missing_table.window = window
        predicting.told.connect(window.hint)
        predicting.progress.connect(window.tell)
        predicting.reading.connect(window.reading_bar.predicting.show_state)
        window.reading_bar.predicting.cancelled.connect(predicting.cancel_reading)
        page.predict_requested.connect(predicting.ask_file)
        page.save_requested.connect(predicting.ask_save)
        page.hovered.connect(window.tell)
        page.row_selected.connect(self._mark_row)
        window.regions.row_clicked.connect(page.select_row)

    def _connect_actions(self) -> None:
        a, session = self.window.actions_, self.session
        for action, slot in (
            (a.open, self.files.ask_open),
            (a.open_with, self.files.ask_open_with),
            (a.export, self.files.ask_export),
            (a.load, self.files.ask_import),
            (a.predict_file, self.predicting.ask_file),
            (a.save_predictions, self.predicting.ask_save),
            (a.quit, self.window.close),
            (a.train, session.toggle),
            (a.step_epoch, self.stepping.step_epoch),
            (a.step_batch, self.stepping.step_batch),
            (a.run_epochs, self.stepping.ask_epochs),
            (a.tune, self.tuning.start),
            (a.reset, session.reset),
            (a.reset_anew, self.edits.new_weights),
            (a.add_layer, self._add_layer),
            (a.remove_layer, self._remove_layer),
            (a.layer_earlier, self._move_earlier),
            (a.layer_later, self._move_later),
            (a.fit, self.window.canvas.fit),
            (a.history, self.show_history),
            (a.help, self.show_guide),
            (a.about, self.show_about),
        ):
            action.triggered.connect(slot)
        checked(a.schemes, self.look.scheme)
        a.schemes.triggered.connect(self._choose_scheme)
        checked(a.languages, str(QSettings().value("language", "")))
        a.languages.triggered.connect(self._choose_language)

    # ------------------------------------------------------------------ what is shown

    @Slot(object, object)
    def _show_project(self, old: Project, new: Project) -> None:
        data, spec = new.data, new.spec
        window = self.window
        if old is not new:
            window.clear_hint()
        if old.table is not new.table:
            window.left.verticalScrollBar().setValue(0)  # what was recognised stands at the top
        window.data_panel.show_project(new, bundled_name(new.table))
        self.table_work.show_project(new)
        window.name_regions("classification" if data is None else data.task)
        if data is not None and spec is not None:
            outputs = data.preparation.classes if spec.n_outputs > 1 else None
            names = outputs or (data.preparation.target,)
            window.canvas.show_network(data.preparation.feature_names, spec, names)
            if self.selected is not None and self.selected >= len(spec.layers):
                self.selected = None
        else:
            window.canvas.show_network((), None, ())
        window.canvas.show_frozen(new.frozen)
        if old.data is not data or old is new:
            for view in (window.regions, window.loss, window.weights, window.neuron_panel):
                view.set_data(data)
            window.predictions.set_project(new.table, data, columns_of(new))
        self._show_layer()
        window.training_panel.show_state(new.training, new.initializer, new.dtype)
        self._show_state()
        self._show_title(new)

    def _show_title(self, project: Project) -> None:
        self.project_work.show_title()
        spec = project.spec
        count = 0 if spec is None else spec.n_parameters
        words = self.tr("{count} weights and biases · {dtype}").format(count=grouped(count), dtype=project.dtype)
        self.window.place.setText(words if spec is not None else "")

    def _show_layer(self) -> None:
        project = self.document.project
        data = project.data
        output = project.output_activation if data is None else natural_activation(data.task, data.n_classes)
        self.window.layer_panel.show_state(
            project.spec,
            self.selected,
            project.output,
            project.loss,
            (output, natural_loss(project.output_activation, None if data is None else data.task)),
        )
        if data is not None:
            task, classes = data.task, data.n_classes
            sentence = advice(task, classes, project.output_activation, project.loss_name)
            self.window.layer_panel.show_advice(sentence, usual(task, classes))
        self._show_inputs()
        hidden = self.selected is not None and 0 <= self.selected < len(project.hidden)
        a = self.window.actions_
        a.add_layer.setEnabled(project.spec is not None)
        a.remove_layer.setEnabled(hidden)
        a.layer_earlier.setEnabled(hidden and self.selected != 0)
        a.layer_later.setEnabled(hidden and self.selected != len(project.hidden) - 1)

    @Slot()
    def _show_inputs(self) -> None:
        project, window = self.document.project, self.window
        if self.selected == -1:
            shown = window.regions.column_names
            window.layer_panel.inputs.show_inputs(project.table, project.roles, project.derived, shown)

    @Slot()
    def _show_state(self) -> None:
        possible = self.document.project.spec is not None
        self.window.actions_.show_running(self.session.running, possible)

    @Slot(object)
    def _show_frame(self, snapshot: Snapshot | None) -> None:
        self._frames.show(snapshot)
        self.imported_score.check(snapshot)

    @Slot(object, object, str)
    def _ask_for_table(self, model: Model, path: Path, sentence: str) -> None:
        self.missing_table.ask(model, path, core_text(sentence))

    @Slot(object)
    def _mark_row(self, row: int | None) -> None:
        self.window.regions.mark(() if row is None else (row,))

    @Slot()
    def _show_predictions(self) -> None:
        self.window.pages.setCurrentWidget(self.window.predictions)

    def _show_numbers(self, snapshot: Snapshot | None) -> None:
        before = epochs_before(self.document.project.imported)
        self.window.run_bar.show_snapshot(snapshot, self.session.epochs_per_second, before)
        rate = None if snapshot is None else snapshot.learning_rate
        self.window.training_panel.show_rate(rate, self.document.project.training)

    @Slot(object)
    def _select(self, layer: int | None) -> None:
        self.selected = layer
        self.window.canvas.select(layer)
        self._show_layer()

    # ------------------------------------------------------------------ layers by menu

    @Slot()
    def _add_layer(self) -> None:
        hidden = self.document.project.hidden
        at = len(hidden) if self.selected is None else min(self.selected + 1, len(hidden))
        units = hidden[at - 1].units if at > 0 else NEW_LAYER_UNITS
        self.edits.insert_layer(at, units)

    @Slot()
    def _remove_layer(self) -> None:
        if self.selected is not None:
            self.edits.remove_layer(self.selected)

    @Slot()
    def _move_earlier(self) -> None:
        if self.selected is not None:
            self.edits.move_layer(self.selected, self.selected - 1)

    @Slot()
    def _move_later(self) -> None:
        if self.selected is not None:
            self.edits.move_layer(self.selected, self.selected + 1)

    def begin(self) -> None:
        """Open the first example; that is where undo ends."""
        self.files.open_example(FIRST_EXAMPLE)
        self.document.undo_stack.clear()
        self.project_work.saving.begin_anew()

    def begin_with(self, file: Path | str) -> None:
        """Open the file that the program was started with; where it is a table, that is where undo ends."""
        self.files.table_opened.connect(self._begin_with_table)
        self.files.project_opened.connect(self._begun)
        self.files.open(file)

    @Slot()
    def _begin_with_table(self) -> None:
        self._begun()
        if self.document.undo_stack.count() == 1:
            self.document.undo_stack.clear()
            self.project_work.saving.begin_anew()

    @Slot()
    def _begun(self) -> None:
        """What is opened from now on is an edit like others."""
        self.files.table_opened.disconnect(self._begin_with_table)
        self.files.project_opened.disconnect(self._begun)

    # ------------------------------------------------------------------ problems, help, appearance, the end

    @Slot(str)
    def _hint(self, sentence: str) -> None:
        self.window.hint(sentence)

    @Slot(str)
    def _tell_problem(self, sentence: str) -> None:
        tell(self.window, self.tr("fcgui"), core_text(sentence))

    def _tell_unexpected(self, what: str) -> QMessageBox:
        sentence = self.tr(
            "Something went wrong inside the program, and what you did last may not have happened: {what}"
        )
        return tell(self.window, self.tr("fcgui"), sentence.format(what=what))

    @Slot()
    def show_history(self) -> None:
        """Show the undo history beside the work."""
        HistoryWindow(self.document, self.window).show()

    @Slot()
    def show_guide(self) -> None:
        """Show the short guide."""
        Guide(self.window).show()

    @Slot()
    def show_about(self) -> None:
        """Show version and licence."""
        box = QMessageBox(self.window)
        box.setWindowTitle(self.tr("About fcgui"))
        box.setText(about_text())
        box.finished.connect(box.deleteLater)
        box.open()

    @Slot(QAction)
    def _choose_scheme(self, action: QAction) -> None:
        QSettings().setValue("scheme", action.data())
        self.look.choose(action.data())

    @Slot(QAction)
    def _choose_language(self, action: QAction) -> None:
        """Rebuild the window in another language around the same document and session."""
        QSettings().setValue("language", action.data())
        for translator in self._translators:
            QCoreApplication.removeTranslator(translator)
        self._translators = install_language(str(action.data()))
        old, view = self.window, self.project_work.view()
        old.closing.disconnect(self.close)
        self.session.state_changed.disconnect(self._show_state)
        self.session.frame.disconnect(self._show_frame)
        self.edits.refused.disconnect(old.hint)
        self.project_work.leave_window(old)
        self.files.told.disconnect(old.hint)
        self.session.told.disconnect(old.hint)
        self.predicting.told.disconnect(old.hint)
        self.predicting.progress.disconnect(old.tell)
        self.predicting.reading.disconnect(old.reading_bar.predicting.show_state)
        old.predictions.end()
        self.table_work.leave_window(old)
        self.files.progress.disconnect(old.tell)
        self.files.reading.disconnect(old.reading_bar.opening.show_state)
        self.window = MainWindow(self.document, self.look)
        self._connect_window()
        self.window.setGeometry(old.geometry())
        self.window.show()
        old.close()
        old.deleteLater()
        self._show_project(self.document.project, self.document.project)
        self._select(self.selected)
        self._frames.show(self.session.snapshot)
        self.window.predictions.show_as(old.predictions)
        self.project_work.show_view(view)

    @Slot()
    def interrupt(self) -> None:
        """The program is told to end: nobody is there to be asked, so unsaved work is offered at the next start."""
        self._interrupted = True
        self.project_work.close_anyway()

    @Slot()
    def close(self) -> None:
        """End all threads; the window is closing."""
        self.files.end()
        self.tuning.end()
        self.gallery.end()
        self.project_work.end(keep=self._interrupted)
        self.predicting.end()
        self.window.predictions.end()
        self.window.table_page.end()
        self.table_work.end()
        self.session.close()
        self.errors.uninstall()

    def end(self) -> None:
        """Let go of the window and everything in it, after it was closed."""
        self.close()
        for translator in self._translators:
            QCoreApplication.removeTranslator(translator)
        QLocale.setDefault(self._locale_before)
        self.window.deleteLater()
        self.deleteLater()


def _scheme() -> theme.Scheme:
    saved = str(QSettings().value("scheme", "system"))
    return saved if saved in ("light", "dark") else "system"  # type: ignore[return-value]  # one of the three


def make_application(arguments: list[str]) -> QApplication:
    """The QApplication with our name, style and settings."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(arguments)
    application.setStyle("Fusion")
    application.setApplicationName("fcgui")
    application.setOrganizationName("fcgui")
    application.setDesktopFileName("fcgui")
    return application


def run(file: str | None = None) -> int:
    """Open the window, on the iris example or on ``file``, and return the exit code when it is closed."""
    application = make_application(sys.argv[:1])
    app = App()
    app.begin()
    app.window.show()
    if file is None:
        app.project_work.recovery.offer(app.window)
    elif is_state_text(file):
        app.project_work.line.show_text(file)
    else:
        app.begin_with(file)
    interrupt = Interrupt(app)
    interrupt.happened.connect(app.interrupt)
    code = application.exec()
    interrupt.end()
    return code
