"""The training panel: every setting of the engine's table that concerns the chosen optimiser and schedule."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from fcgui.effect_words import tell_effect, with_effect
from fcgui.i18n.core_texts import core_text
from fcgui.panels.form import Card, Choice, Field, NumberField, caption, grid
from fcgui.setting_words import value_words
from fcgui_core.initializers import INITIALIZERS
from fcgui_core.settings import SETTINGS, Setting
from fcgui_core.spec import TrainingSettings

# The numbers that are offered; any other one can be typed.
PRESETS: dict[str, tuple[float, ...]] = {
    "learning_rate": (1e-4, 3e-4, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1),
    "batch_size": (1, 4, 10, 16, 32, 64, 128, 1024),
    "l1": (0, 1e-4, 0.001, 0.01, 0.1),
    "l2": (0, 1e-4, 0.001, 0.01, 0.1, 1),
    "momentum": (0, 0.5, 0.9, 0.99),
    "rho": (0.9, 0.99),
    "beta1": (0, 0.9),
    "beta2": (0.99, 0.999),
    "epsilon": (1e-8, 1e-7, 1e-4),
    "weight_decay": (0, 0.001, 0.01, 0.1),
    "decay_rate": (0.1, 0.5, 0.9, 0.99),
    "decay_epochs": (10, 50, 100, 500),
    "early_stopping": (5, 10, 20, 50, 100),
    "seed": (0, 1, 2, 3, 4),
}
RARE = ("rho", "beta1", "beta2", "epsilon", "dtype")  # shown when "More" is on
NOT_HERE = ("loss",)  # it stands with the output layer, which it belongs to
HUGE = 1e12
VALIDATION_SHARE = 0.1


class TrainingPanel(Card):
    """Shows the training settings; every change goes out as an intent with the setting's name."""

    setting_chosen = Signal(str, object)
    initializer_chosen = Signal(str)
    dtype_chosen = Signal(str)
    validation_wanted = Signal(float)  # the share of rows to set aside
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.head.setText(self.tr("Training"))
        self.head.setAccessibleName(self.tr("Training"))
        self.head.setToolTip(self.tr("How the weights are learned; each setting says what a change does."))
        self._used: list[str] = []
        self._shown: list[str] = []
        self.fields: dict[str, Field] = {
            name: self._field(setting) for name, setting in SETTINGS.items() if name not in NOT_HERE
        }
        self.initializer = Choice(self)
        self.initializer.offer(
            [("auto", self.tr("Automatic"))] + [(name, core_text(entry.label)) for name, entry in INITIALIZERS.items()]
        )
        self.initializer.chosen.connect(self.initializer_chosen)
        self.fields["initializer"] = Field(
            self.tr("First weights"),
            self.initializer,
            self.tr("How the first weights are drawn. Automatic: He for ReLU, Glorot otherwise."),
            self,
        )
        self.dtype = Choice(self)
        self.dtype.offer([("float32", self.tr("float32, fast")), ("float64", self.tr("float64, exact"))])
        self.dtype.chosen.connect(self.dtype_chosen)
        self.fields["dtype"] = Field(
            self.tr("Precision"),
            self.dtype,
            self.tr("The numbers that training calculates with."),
            self,
        )
        for name, field in self.fields.items():
            tell_effect(field, name if name in ("initializer", "dtype") else f"training.{name}")
        self._grid = grid(())
        self.body.addLayout(self._grid)
        self.more = QToolButton(self)
        self.more.setObjectName("quiet")
        self.more.setText(self.tr("More settings"))
        self.more.setToolTip(self.tr("Show the settings that are rarely changed."))
        self.more.setAccessibleName(self.tr("More settings"))
        self.more.setCheckable(True)
        self.more.toggled.connect(self._arrange)
        self.body.addWidget(self.more)
        self.rate_now = caption(parent=self)
        self.body.addWidget(self.rate_now)
        self.advice = caption(parent=self, name="warning")
        self.repair = QPushButton(
            self.tr("Set {percent} % aside for validation").format(percent=round(100 * VALIDATION_SHARE)), self
        )
        self.repair.setAccessibleName(self.repair.text())
        tip = self.tr("Keep these rows out of training, so that they can say when to stop.")
        self.repair.setToolTip(with_effect(tip, "validation_size"))
        self.repair.clicked.connect(partial(self.validation_wanted.emit, VALIDATION_SHARE))
        for widget in (self.advice, self.repair):
            self.body.addWidget(widget)
            widget.hide()

    def _field(self, setting: Setting) -> Field:
        control: Choice | NumberField
        name = core_text(setting.label)
        if setting.kind == "choice":
            control = Choice(self)
            control.offer([(choice, self._choice_label(setting.name, choice)) for choice in setting.choices])
            control.chosen.connect(partial(self.setting_chosen.emit, setting.name))
        else:
            control = NumberField(
                PRESETS.get(setting.name, ()),
                setting.minimum,
                HUGE if setting.maximum is None else setting.maximum,
                whole=setting.kind == "int",
                none_word=self._none_word(setting),
                parent=self,
            )
            control.committed.connect(partial(self.setting_chosen.emit, setting.name))
            control.refused.connect(self.refused)
        return Field(name, control, core_text(setting.help), self)

    def show_state(self, settings: TrainingSettings, initializer: str, dtype: str) -> None:
        """Show settings; those that the optimiser or the schedule does not use are not shown."""
        self._used = ["initializer", "dtype"]
        for name, setting in SETTINGS.items():
            if name in NOT_HERE:
                continue
            control = self.fields[name].control
            value = getattr(settings, name)
            if isinstance(control, (Choice, NumberField)):
                control.show_value(value)
            used = not setting.optimizers or settings.optimizer in setting.optimizers
            if used and (not setting.schedules or settings.schedule in setting.schedules):
                self._used.append(name)
        self.initializer.show_value(initializer)
        self.dtype.show_value(dtype)
        self._arrange()

    def show_advice(self, sentence: str) -> None:
        """Show why early stopping should look at other rows, with a button for that; an empty sentence hides both."""
        self.advice.setText(core_text(sentence))
        for widget in (self.advice, self.repair):
            widget.setVisible(bool(sentence))

    def show_rate(self, rate: float | None, settings: TrainingSettings) -> None:
        """Say the present learning rate where a schedule changes it."""
        shown = rate is not None and settings.schedule != "constant"
        self.rate_now.setVisible(shown)
        if shown and rate is not None:
            self.rate_now.setText(self.tr("Learning rate now: {rate}").format(rate=f"{rate:.4g}"))

    @Slot()
    def _arrange(self) -> None:
        """The fields in use, in two columns without holes; the rare ones last, when they are wanted."""
        names = [name for name in self.fields if name in self._used and name not in RARE]
        if self.more.isChecked():
            names += [name for name in self.fields if name in self._used and name in RARE]
        if names == self._shown:
            return
        self._shown = names
        for field in self.fields.values():
            self._grid.removeWidget(field)
            field.hide()
        for place, name in enumerate(names):
            self._grid.addWidget(self.fields[name], place // 2, place % 2)
            self.fields[name].show()  # after it has its place: a widget that gets another parent is hidden
            if place:
                QWidget.setTabOrder(self.fields[names[place - 1]].control, self.fields[name].control)

    # ------------------------------------------------------------------ words

    def _none_word(self, setting: Setting) -> str:
        return value_words(setting, None) if setting.optional else ""

    def _choice_label(self, setting: str, choice: str) -> str:
        return value_words(SETTINGS[setting], choice)
