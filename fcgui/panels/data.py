"""The data panel: which table, which columns, what is predicted, how it is split and scaled."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QPushButton, QWidget

from fcgui import theme
from fcgui.effect_words import tell_effect, with_effect
from fcgui.gallery.recipe_controls import RecipeControls
from fcgui.i18n.core_texts import core_text
from fcgui.i18n.numbers import grouped
from fcgui.panels.columns import ColumnsModel, ColumnsView
from fcgui.panels.form import Card, Choice, Field, NumberField, caption, row
from fcgui.panels.trap_line import TrapLine
from fcgui.project import Project
from fcgui.table.words import counted, is_text_file, named
from fcgui.theme import Theme
from fcgui_core.preparation import PreparedData
from fcgui_core.reading_notes import capital
from fcgui_core.roles import Roles
from fcgui_core.synthetic import find_set
from fcgui_core.table import Table
from fcgui_core.traps import Trap

OPEN_FILE = "\0open"  # the last entry of the list of tables
GALLERY = "\0gallery"  # the entry before: pictures of everything there is
THIS_FILE = "\0file"  # a table of the user's own, shown under its file name
MOST_NOTES = 2  # the page of the table shows all of them


class DataPanel(Card):
    """Shows a table with its roles; every change goes out as an intent."""

    example_chosen = Signal(str)
    open_requested = Signal()
    gallery_requested = Signal()
    reading_requested = Signal()
    table_requested = Signal()  # see all of it
    target_chosen = Signal(str)
    task_chosen = Signal(str)
    inputs_changed = Signal(list, bool)  # column names, used or left out
    kinds_chosen = Signal(list, str)  # column names, kind
    test_size_chosen = Signal(float)
    validation_size_chosen = Signal(float)
    class_weights_chosen = Signal(str)
    scale_chosen = Signal(str)
    split_again = Signal()
    fix_requested = Signal(object)  # Trap
    trap_dismissed = Signal(object)
    refused = Signal(str)

    def __init__(self, look: Theme, examples: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.head.setText(self.tr("Data"))
        self.head.setAccessibleName(self.tr("Data"))
        self.head.setToolTip(self.tr("The table that the network learns from."))
        self._examples = list(examples)
        self._shown_source = ""
        self._build_source()
        self._model = ColumnsModel(look, self)
        self._model.inputs_changed.connect(self.inputs_changed)
        self.columns = ColumnsView(self._model, self)
        self.columns.inputs_changed.connect(self.inputs_changed)
        self.columns.target_chosen.connect(self.target_chosen)
        self.columns.kinds_chosen.connect(self.kinds_chosen)
        self.traps = TrapLine(self)
        self.traps.fix_requested.connect(self.fix_requested)
        self.traps.dismissed.connect(self.trap_dismissed)
        self.traps.all_requested.connect(self.table_requested)
        self._build_choices()
        self._build_split()
        self._lay_out()

    def _build_source(self) -> None:
        self.source = Choice(self)
        self.source.chosen.connect(self._choose_source)
        self.open_button = self._button(
            self.tr("Open…"), self.tr("Open a table"), self.tr("Open a table of your own: CSV, TSV or text.")
        )
        self.open_button.clicked.connect(self.open_requested)
        self.reading = self._button(
            self.tr("Reading…"),
            self.tr("How the file is read"),
            self.tr("See how the file was read, and read it in another way: encoding, delimiter, header, …"),
        )
        self.reading.clicked.connect(self.reading_requested)
        self.summary = caption(parent=self)
        line = QFontMetrics(theme.text_font(theme.TEXT_SMALL)).lineSpacing()
        self.summary.setMinimumHeight(2 * line)  # nothing below jumps when the second line comes
        self.summary.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.notes = caption(parent=self, name="warning")
        self.all_notes = self._button(
            self.tr("All notes…"),
            self.tr("All notes on the file"),
            self.tr("Everything that was odd in the file, and each row that was left out with its line and reason."),
        )
        self.all_notes.clicked.connect(self.table_requested)

    def _button(self, text: str, name: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setToolTip(tip)
        button.setAccessibleName(name)
        button.setFixedHeight(theme.CONTROL_HEIGHT)
        return button

    def _build_choices(self) -> None:
        self.target = Choice(self)
        self.target.chosen.connect(self.target_chosen)
        self.task = Choice(self)
        self.task.offer([("classification", self.tr("Classification")), ("regression", self.tr("Regression"))])
        self.task.chosen.connect(self.task_chosen)
        self.scale = Choice(self)
        self.scale.offer(
            [
                ("standard", self.tr("Standard")),
                ("minmax", self.tr("Min–max")),
                ("robust", self.tr("Robust")),
                ("none", self.tr("None")),
            ]
        )
        self.scale.chosen.connect(self.scale_chosen)
        self.class_weights = Choice(self)
        self.class_weights.offer([("none", self.tr("All alike")), ("balanced", self.tr("Balanced"))])
        self.class_weights.chosen.connect(self.class_weights_chosen)

    def _build_split(self) -> None:
        self.test_size = NumberField((10, 20, 30, 40, 50), 0, 90, parent=self)
        self.test_size.committed.connect(self._choose_test_size)
        self.validation_size = NumberField((0, 10, 15, 20, 30), 0, 90, parent=self)
        self.validation_size.committed.connect(self._choose_validation_size)
        for field in (self.test_size, self.validation_size):
            field.refused.connect(self.refused)
        self.shuffle = self._button(
            self.tr("Split again"),
            self.tr("Split again"),
            self.tr("Draw other rows for testing."),
        )
        tell_effect(self.shuffle, "split_seed")
        self.shuffle.clicked.connect(self.split_again)

    def _lay_out(self) -> None:
        self.source_field = Field(
            self.tr("Table"),
            self.source,
            self.tr("An example that comes with the program, or your own table."),
            self,
        )
        self.target_field = Field(
            self.tr("Target"), self.target, self.tr("The column that the network learns to predict."), self
        )
        self.task_field = Field(
            self.tr("Task"), self.task, self.tr("Classes to tell apart, or a number to estimate."), self
        )
        self.test_field = Field(
            self.tr("Test, %"),
            self.test_size,
            self.tr("The share of rows that no weight is learned from; they tell how well the network does."),
            self,
        )
        self.validation_field = Field(
            self.tr("Validation, %"),
            self.validation_size,
            self.tr("The share of rows that say when to stop, and that no weight learns from."),
            self,
        )
        self.scale_field = Field(
            self.tr("Scaling"),
            self.scale,
            self.tr(
                "Standard: mean 0, deviation 1. Min–max: 0 to 1. Robust: median and quartiles, for extreme values. "
                "Fitted on the training rows only."
            ),
            self,
        )
        self.weights_field = Field(
            self.tr("Class weights"),
            self.class_weights,
            self.tr("Balanced: rare classes count as much as frequent ones in the loss."),
            self,
        )
        for field, name in (
            (self.source_field, "table"),
            (self.target_field, "roles.target"),
            (self.task_field, "roles.task"),
            (self.test_field, "test_size"),
            (self.validation_field, "validation_size"),
            (self.scale_field, "scale"),
            (self.weights_field, "class_weights"),
        ):
            tell_effect(field, name)
        top = row(self.source_field)
        top.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignBottom)
        told = row(self.summary)
        told.addWidget(self.reading, 0, Qt.AlignmentFlag.AlignTop)
        split = row(self.test_field, self.validation_field)
        split.addWidget(self.shuffle, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(top)
        self.body.addLayout(told)
        self.recipe = RecipeControls(self, narrow=True)
        self.recipe.hide()
        self.body.addWidget(self.recipe)
        self.body.addWidget(self.traps)
        self.body.addWidget(self.columns)
        self.body.addLayout(row(self.target_field, self.task_field))
        self.body.addLayout(split)
        self.body.addLayout(row(self.scale_field, self.weights_field))
        self.body.addWidget(self.notes)
        self.body.addWidget(self.all_notes, 0, Qt.AlignmentFlag.AlignLeft)

    # ------------------------------------------------------------------ shown

    def show_project(self, project: Project, bundled: str) -> None:
        """Show the project's table, what was recognised in it, and how it is prepared.

        ``bundled`` is the table's name among ours.
        """
        table, roles = project.table, project.roles
        self._show_sources(table, bundled)
        self._model.show_table(table, roles)
        there = table is not None and roles is not None
        for widget in (
            *(self.columns, self.target, self.task, self.test_size, self.validation_size, self.scale, self.shuffle),
            self.class_weights,
        ):
            widget.setEnabled(there)
        self.test_size.show_value(round(100 * project.test_size, 6))
        self.validation_size.show_value(round(100 * project.validation_size, 6))
        self.scale.show_value(project.scale)
        self.class_weights.show_value(project.class_weights)
        self.reading.setVisible(table is not None and is_text_file(table) and not bundled)
        if table is None or roles is None:
            self.summary.setText(self.tr("No table yet. Choose an example above, open a CSV, or drop one here."))
            self.target.offer([])
            self.notes.setVisible(False)
            self.all_notes.setVisible(False)
            return
        generated = table.recipe is not None and not table.recipe.is_painted
        self.test_field.setVisible(not generated)  # there it is a slider, beside the noise
        self.class_weights.setEnabled(roles.task == "classification")
        self.target.offer([(name, name) for name in table.names])
        self.target.show_value(roles.target or "")
        self.target.setToolTip(self._tip(self.tr("Why this target: {reason}."), roles.target_reason, "roles.target"))
        self.task.show_value(roles.task)
        self.task.setToolTip(self._tip(self.tr("Why this task: {reason}."), roles.task_reason, "roles.task"))
        self.summary.setText(self._summary(table, roles, project.data))
        self._show_notes(table, project.problem)

    def show_traps(self, traps: Sequence[Trap]) -> None:
        """Show what is likely to go wrong with the table, the first of it in words."""
        self.traps.show_traps(traps)

    def _tip(self, pattern: str, reason: str, field: str) -> str:
        return with_effect(pattern.format(reason=core_text(reason)), field)

    def _show_sources(self, table: Table | None, bundled: str) -> None:
        choices = list(self._examples)
        if table is not None and not bundled:
            generated = table.recipe is not None and not table.recipe.is_painted
            title = core_text(find_set(table.name).title) if generated else core_text(table.name)
            choices.append((THIS_FILE, title))
        choices.append((GALLERY, self.tr("Data gallery…")))
        choices.append((OPEN_FILE, self.tr("Open a file…")))
        self.source.offer(choices)
        self._shown_source = bundled if table is None or bundled else THIS_FILE
        self.source.show_value(self._shown_source)

    def _show_notes(self, table: Table, problem: str) -> None:
        lines = [capital(core_text(line)) for line in (problem, *table.notes[:MOST_NOTES]) if line]
        self.notes.setText("\n".join(lines))
        self.notes.setVisible(bool(lines))
        self.all_notes.setVisible(len(table.notes) > MOST_NOTES or bool(table.n_left_out))

    def _summary(self, table: Table, roles: Roles, data: PreparedData | None) -> str:
        parts = [counted(self.tr("%n row(s)", "", table.n_rows), table.n_rows)]
        if data is not None:
            parts.append(counted(self.tr("%n input(s)", "", data.n_features), data.n_features))
            if data.task == "classification":
                parts.append(counted(self.tr("%n class(es)", "", data.n_classes), data.n_classes))
            parts.append(self._split(data))
        if data is not None and data.n_dropped:
            parts.append(counted(self.tr("%n row(s) without a target", "", data.n_dropped), data.n_dropped))
        if table.n_left_out:
            parts.append(counted(self.tr("%n row(s) of the file left out", "", table.n_left_out), table.n_left_out))
        if roles.ignored:
            parts.append(self.tr("left out: {names}").format(names=named(list(roles.ignored), 6)))
        return " · ".join(parts)

    def _split(self, data: PreparedData) -> str:
        train, test, validation = (
            grouped(len(rows)) for rows in (data.train_rows, data.test_rows, data.validation_rows)
        )
        if len(data.validation_rows):
            words = self.tr("{train} to train, {validation} to validate, {test} to test")
            return words.format(train=train, validation=validation, test=test)
        return self.tr("{train} to train, {test} to test").format(train=train, test=test)

    # ------------------------------------------------------------------ intents

    @Slot(str)
    def _choose_source(self, value: str) -> None:
        if value == OPEN_FILE:
            self.source.show_value(self._shown_source)  # until a file has been opened
            self.open_requested.emit()
        elif value == GALLERY:
            self.source.show_value(self._shown_source)
            self.gallery_requested.emit()
        elif value != THIS_FILE:
            self.example_chosen.emit(value)

    @Slot(object)
    def _choose_test_size(self, percent: float) -> None:
        self.test_size_chosen.emit(percent / 100)

    @Slot(object)
    def _choose_validation_size(self, percent: float) -> None:
        self.validation_size_chosen.emit(percent / 100)
