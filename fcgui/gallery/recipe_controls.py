"""The numbers of a generated set: noise and test share as sliders, points, classes, seed, and "Regenerate"."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QSlider, QVBoxLayout, QWidget

from fcgui import theme
from fcgui.panels.form import Field, NumberField, row
from fcgui_core.errors import FcguiError
from fcgui_core.recipe import CLASSES, POINTS, SEEDS, Recipe

SLIDERS_MOVE_UP_TO = 10_000  # points: larger tables are made anew when the slider is let go
MOST_NOISE, MOST_TEST = 50, 90  # percent, as in TensorFlow Playground


class PercentSlider(QWidget):
    """A share in percent: its name and value above a slider. `moved` comes while a person moves it."""

    moved = Signal(int)

    def __init__(self, name: str, tip: str, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.label = QLabel(self)
        self.label.setObjectName("caption")
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(0, most)
        self.slider.setPageStep(5)
        self.slider.setAccessibleName(name)
        self.slider.setToolTip(tip)
        self.slider.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.slider.setFixedHeight(theme.SECTION)
        self.slider.valueChanged.connect(self._tell)
        self.label.setBuddy(self.slider)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.label)
        column.addWidget(self.slider)
        self.show_value(0)

    def show_value(self, percent: int) -> None:
        """Show a value without telling anybody."""
        with QSignalBlocker(self.slider):
            self.slider.setValue(percent)
        self._show_text(percent)

    @Slot(int)
    def _tell(self, percent: int) -> None:
        self._show_text(percent)
        self.moved.emit(percent)

    def _show_text(self, percent: int) -> None:
        self.label.setText(self.tr("{name}: {percent} %").format(name=self._name, percent=percent))


class RecipeControls(QWidget):
    """Shows a recipe; every change goes out as the recipe that is wanted."""

    recipe_chosen = Signal(object)  # Recipe
    test_size_chosen = Signal(float)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, narrow: bool = False) -> None:
        """``narrow``: for a panel, with a row more."""
        super().__init__(parent)
        self._recipe: Recipe | None = None
        self.noise = PercentSlider(
            self.tr("Noise"), self.tr("How much the points are scattered. The network keeps its weights."), MOST_NOISE
        )
        self.noise.moved.connect(self._choose_noise)
        self.test = PercentSlider(
            self.tr("Test rows"), self.tr("The share of points that no weight is learned from. Starts anew."), MOST_TEST
        )
        self.test.moved.connect(self._choose_test)
        self.points = NumberField((100, 200, 500, 1000, 5000, 20_000, 100_000, 1_000_000), *POINTS, whole=True)
        self.classes = NumberField(tuple(range(CLASSES[0], CLASSES[1] + 1)), *CLASSES, whole=True)
        self.seed = NumberField((0, 1, 2, 3), *SEEDS, whole=True)
        for field, slot in (
            (self.points, self._choose_points),
            (self.classes, self._choose_classes),
            (self.seed, self._choose_seed),
        ):
            field.committed.connect(slot)
            field.refused.connect(self.refused)
        self.points_field = Field(self.tr("Points"), self.points, self.tr("How many points, 10 to 1,000,000."))
        self.classes_field = Field(self.tr("Classes"), self.classes, self.tr("How many classes, 2 to 8."))
        self.seed_field = Field(
            self.tr("Seed"), self.seed, self.tr("The start of the random numbers: the same seed gives the same points.")
        )
        self.regenerate = QPushButton(self.tr("Regenerate"))
        self.regenerate.setAccessibleName(self.tr("Regenerate"))
        self.regenerate.setToolTip(self.tr("Draw other points of the same kind: the next seed. The weights stay."))
        self.regenerate.setFixedHeight(theme.CONTROL_HEIGHT)
        self.regenerate.clicked.connect(self._choose_next)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.HALF)
        column.addLayout(row(self.noise, self.test))
        numbers = row(self.points_field, self.classes_field)
        column.addLayout(numbers)
        if narrow:
            numbers = row()
            column.addLayout(numbers)
        numbers.addWidget(self.seed_field, 1)
        numbers.addWidget(self.regenerate, 1 if narrow else 0, Qt.AlignmentFlag.AlignBottom)

    def show_state(self, recipe: Recipe | None, test_size: float) -> None:
        """Show a recipe, or nothing where there is none to change."""
        self.setVisible(recipe is not None and not recipe.is_painted)
        self.test.show_value(round(100 * test_size))
        self._recipe = recipe
        if recipe is None or recipe.is_painted:
            return
        self.noise.show_value(round(100 * recipe.noise))
        self.noise.slider.setTracking(recipe.points <= SLIDERS_MOVE_UP_TO)
        self.points.show_value(recipe.points)
        self.seed.show_value(recipe.seed)
        self.classes_field.setVisible(recipe.classes is not None)
        if recipe.classes is not None:
            self.classes.show_value(recipe.classes)

    def _choose(self, **changes: object) -> None:
        if self._recipe is None:
            return
        try:
            self.recipe_chosen.emit(self._recipe.with_(**changes))
        except FcguiError as error:
            self.refused.emit(str(error))

    @Slot(int)
    def _choose_noise(self, percent: int) -> None:
        self._choose(noise=percent / 100)

    @Slot(int)
    def _choose_test(self, percent: int) -> None:
        self.test_size_chosen.emit(percent / 100)

    @Slot(object)
    def _choose_points(self, value: int) -> None:
        self._choose(points=value)

    @Slot(object)
    def _choose_classes(self, value: int) -> None:
        self._choose(classes=value)

    @Slot(object)
    def _choose_seed(self, value: int) -> None:
        self._choose(seed=value)

    @Slot()
    def _choose_next(self) -> None:
        if self._recipe is not None:
            self._choose(seed=(self._recipe.seed + 1) % (SEEDS[1] + 1))
