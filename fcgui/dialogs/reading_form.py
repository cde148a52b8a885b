"""The fields that say how a file is read: each is recognised by the program unless the user fixes it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from fcgui import theme
from fcgui.panels.form import Choice, Field, NumberField, caption, row
from fcgui_core.read_options import ReadOptions

RECOGNISE = "\0recognise"  # no value that a file could have
ANOTHER = "\0another"
MOST_SKIPPED = 100_000  # lines above a table
MARKS_APART = ";"  # between further missing markers, none of which holds it

Choices = list[tuple[str, str]]


class ReadingForm(QWidget):
    """Shows `ReadOptions` and what was recognised; `changed` says that the options are others now."""

    changed = Signal()
    refused = Signal(str)

    def __init__(self, sheets: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheets = sheets
        self.choices: dict[str, Choice] = {}
        self.other_field: Field | None = None  # beside the delimiter; a workbook has none
        self.delimiter = QLineEdit(self)
        self.delimiter.hide()
        self.delimiter.setMaxLength(8)
        self.delimiter.editingFinished.connect(self._text_changed)
        self.missing = QLineEdit(self)
        self.missing.setPlaceholderText(self.tr("such as -999; unknown"))
        self.missing.editingFinished.connect(self._text_changed)
        self.skip = NumberField(
            (0, 1, 2, 3, 5, 10), 0, MOST_SKIPPED, whole=True, none_word=self.tr("recognise"), parent=self
        )
        self.skip.committed.connect(self._number_changed)
        self.skip.refused.connect(self.refused)
        self._told = ReadOptions()
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.UNIT)
        offered = offered_choices(self._sheets)
        for name, (title, tip, choices) in offered.items():
            choice = self.choices[name] = Choice(self)
            choice.offer([(RECOGNISE, first_words(name, "")), *choices])
            choice.show_value(RECOGNISE)
            choice.chosen.connect(self._chosen)
            field = Field(title, choice, tip, self)
            if name == "delimiter":
                tip = self.tr("The text between two cells.")
                self.other_field = Field(self.tr("Another one"), self.delimiter, tip, self)
                self.delimiter.show()
                column.addLayout(row(field, self.other_field))
            else:
                column.addWidget(field)
        skip = Field(
            self.tr("Lines above the table"),
            self.skip,
            self.tr("How many lines stand above the table; a line of names is not one of them."),
            self,
        )
        missing = Field(
            self.tr("Also missing"),
            self.missing,
            self.tr("Further texts that mean a missing cell, in every column; a semicolon between two of them."),
            self,
        )
        column.addWidget(skip)
        column.addWidget(missing)
        column.addWidget(caption(self.tr("Empty, NA, null and the like are missing anyway."), self))
        column.addStretch(1)

    # ------------------------------------------------------------------ shown

    def show_options(self, options: ReadOptions) -> None:
        """Show what the user fixed; nobody is told."""
        for name, choice in self.choices.items():
            value = written(getattr(options, name))
            if value != RECOGNISE and choice.findData(value) < 0:
                if name == "delimiter":
                    self.delimiter.setText(value)
                    value = ANOTHER
                else:
                    choice.addItem(value, value)
            choice.show_value(value)
        self.skip.show_value(options.skip_lines)
        self.missing.setText(f"{MARKS_APART} ".join(options.missing))
        self._told = self.options
        self._show_other()

    def show_recognised(self, dialect: Mapping[str, Any]) -> None:
        """Say beside "recognise" what is recognised now, for each field that is not fixed."""
        for name, choice in self.choices.items():
            if choice.value != RECOGNISE:
                continue
            found = dialect.get(name)
            known = -1 if found is None else choice.findData(written(found))
            shown = choice.itemText(known) if known > 0 else "" if found is None else str(found)
            choice.setItemText(0, first_words(name, shown))

    def _show_other(self) -> None:
        if self.other_field is not None:
            self.other_field.setVisible(self.choices["delimiter"].value == ANOTHER)

    # ------------------------------------------------------------------ what is chosen

    @property
    def options(self) -> ReadOptions:
        """The options as they stand in the fields."""
        fixed: dict[str, Any] = {}
        for name, choice in self.choices.items():
            if choice.value == ANOTHER:
                fixed[name] = self.delimiter.text() or None
            elif choice.value not in (RECOGNISE, ""):
                fixed[name] = VALUES.get((name, choice.value), choice.value)
        marks = (mark.strip() for mark in self.missing.text().split(MARKS_APART))
        skipped = self.skip.value
        return ReadOptions(
            **fixed, skip_lines=None if skipped is None else int(skipped), missing=tuple(mark for mark in marks if mark)
        )

    @Slot(str)
    def _chosen(self, value: str) -> None:
        self._show_other()
        if value == ANOTHER and not self.delimiter.text():
            self.delimiter.setFocus()
        self._tell()

    @Slot()
    def _text_changed(self) -> None:
        self._tell()

    @Slot(object)
    def _number_changed(self, value: int | None) -> None:
        self._tell()

    def _tell(self) -> None:
        options = self.options
        if options != self._told:
            self._told = options
            self.changed.emit()


# What a choice's text stands for, where it is no text itself.
VALUES: dict[tuple[str, str], Any] = {
    ("header", "yes"): True,
    ("header", "no"): False,
    ("thousands", "none"): "",
}


def written(value: Any) -> str:
    """The choice that stands for a value of `ReadOptions`."""
    if value is None or value == "refuse":
        return RECOGNISE
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "none" if value == "" else str(value)


def first_words(name: str, found: str) -> str:
    """The first entry of a choice: what is done where the user fixes nothing."""
    translate = QCoreApplication.translate  # by this name lupdate finds the texts
    if name == "ragged":  # nothing to recognise: such a file is not read in silence
        return translate("ReadingForm", "ask what to do")
    if found:
        return translate("ReadingForm", "recognised: {what}").format(what=found)
    return translate("ReadingForm", "recognise")


def offered_choices(sheets: tuple[str, ...]) -> dict[str, tuple[str, str, Choices]]:
    """One entry a field of `ReadOptions` that is chosen from a list: its title, its tip, its choices."""
    translate = QCoreApplication.translate
    header = (
        translate("ReadingForm", "Names of the columns"),
        translate("ReadingForm", "Whether the first row of the table holds the names."),
        [
            ("yes", translate("ReadingForm", "in the first row")),
            ("no", translate("ReadingForm", "none: x1, x2, …")),
        ],
    )
    ragged = (
        translate("ReadingForm", "Rows of another width"),
        translate("ReadingForm", "What is done with rows that have more or fewer cells than the others."),
        [("leave out", translate("ReadingForm", "leave out and list"))],
    )
    if sheets:
        sheet = (
            translate("ReadingForm", "Sheet"),
            translate("ReadingForm", "Which sheet of the workbook is the table."),
            [(name, name) for name in sheets],
        )
        return {"sheet": sheet, "header": header, "ragged": ragged}
    return {
        "encoding": (
            translate("ReadingForm", "Encoding"),
            translate("ReadingForm", "How the file's bytes are letters: choose another one where letters look wrong."),
            [(codec, name) for codec, name in ENCODINGS],
        ),
        "delimiter": (
            translate("ReadingForm", "Delimiter"),
            translate("ReadingForm", "What stands between two cells of a row."),
            [
                (",", translate("ReadingForm", "comma  ,")),
                (";", translate("ReadingForm", "semicolon  ;")),
                ("\t", translate("ReadingForm", "tab")),
                ("|", translate("ReadingForm", "pipe  |")),
                (" ", translate("ReadingForm", "spaces")),
                (ANOTHER, translate("ReadingForm", "another…")),
            ],
        ),
        "decimal": (
            translate("ReadingForm", "Decimal mark"),
            translate("ReadingForm", "What stands before the decimals of a number."),
            [(".", translate("ReadingForm", "point  1.5")), (",", translate("ReadingForm", "comma  1,5"))],
        ),
        "thousands": (
            translate("ReadingForm", "Mark between thousands"),
            translate("ReadingForm", "What stands between groups of three digits."),
            [
                ("none", translate("ReadingForm", "none")),
                (",", "1,000"),
                (".", "1.000"),
                (" ", "1 000"),
                ("'", "1'000"),
            ],
        ),
        "header": header,
        "ragged": ragged,
    }


ENCODINGS = (
    ("utf-8", "UTF-8"),
    ("utf-16", "UTF-16"),
    ("cp1252", "Windows-1252"),
    ("latin-1", "ISO 8859-1"),
    ("cp1250", "Windows-1250"),
    ("cp1251", "Windows-1251"),
    ("koi8-r", "KOI8-R"),
    ("cp866", "CP866"),
    ("cp1253", "Windows-1253"),
    ("cp1254", "Windows-1254"),
    ("gb18030", "GB 18030"),
    ("big5", "Big5"),
    ("shift_jis", "Shift JIS"),
    ("euc-kr", "EUC-KR"),
)
