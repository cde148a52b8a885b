"""The composition root: the only place where parts are made and connected."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QSettings, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMessageBox

from fcgui import theme
from fcgui.actions import checked
from fcgui.by_hand import ByHand
from fcgui.document import Document
from fcgui.edits import Edits
from fcgui.errors import UnexpectedErrors, tell
from fcgui.files import Files
from fcgui.gallery.work import GalleryWork
from fcgui.help import Guide, about_text
from fcgui.history_window import HistoryWindow
from fcgui.i18n.core_texts import core_text
from fcgui.i18n.language import install_language
from fcgui.imported_score import ImportedScore
from fcgui.main_window import MainWindow
from fcgui.missing_table import MissingTable
from fcgui.predictions.files import PredictionFiles
from fcgui.project import Project
from fcgui.project_work import ProjectWork
from fcgui.session import Session
from fcgui.showing import Showing
from fcgui.stepping import Stepping
from fcgui.table.work import TableWork
from fcgui.theme import Theme
from fcgui.tuning import Tuning
from fcgui_core.weights_file import Model

FIRST_EXAMPLE = "iris"  # lecture L12


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
        self._interrupted = False
        self.project_work = ProjectWork(self.document, self.session, self.files, self)
        self.window = MainWindow(self.document, self.look)
        self.showing = Showing(self.window, self.document, self.session, self.edits, self)
        self._connect_window()
        self.project_work.problem.connect(self._tell_problem)
        self.tuning.failed.connect(self._tell_problem)
        self.tuning.told.connect(self._hint)
        self.showing.project_shown.connect(self._show_rest)
        self.showing.frame_shown.connect(self.imported_score.check)
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
        self.showing.show_all()

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
        canvas.input_left_out.connect(edits.leave_out_input)
        canvas.pictures_shown.connect(window.actions_.pictures.setChecked)
        window.actions_.pictures.triggered.connect(canvas.show_pictures)
        canvas.neuron_hovered.connect(window.regions.show_neuron)
        canvas.neuron_focused.connect(window.show_neuron)
        window.neuron_panel.left.connect(canvas.focusing.leave)
        window.regions.plane_changed.connect(canvas.show_plane)
        for view in (canvas, window.weights, window.regions, window.loss):
            view.hovered.connect(window.tell)
        canvas.told.connect(window.hint)
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
        training.setting_chosen.connect(edits.choose_setting)
        training.validation_wanted.connect(edits.choose_validation_size)
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
        window.run_bar.retry_wanted.connect(self._start_again)
        window.closing.connect(self.close)
        self._connect_actions()

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

    @Slot(float)
    def _start_again(self, rate: float) -> None:
        """Train from the same first weights with another learning rate."""
        self.edits.choose_setting("learning_rate", rate)
        self.session.reset()
        self.session.run()

    # ------------------------------------------------------------------ what is shown

    @Slot(object)
    def _show_rest(self, project: Project) -> None:
        self.table_work.show_project(project)
        self.project_work.show_title()

    @Slot(object, object, str)
    def _ask_for_table(self, model: Model, path: Path, sentence: str) -> None:
        self.missing_table.ask(model, path, core_text(sentence))

    @Slot(object)
    def _mark_row(self, row: int | None) -> None:
        self.window.regions.mark(() if row is None else (row,))

    @Slot()
    def _show_predictions(self) -> None:
        self.window.pages.setCurrentWidget(self.window.predictions)

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
        self.showing.move_to(self.window)
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
