"""The translations are complete and up to date, and the window speaks them."""

from __future__ import annotations

import ast
import re
import shutil
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import get_args

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from fcgui.app import App
from fcgui.bundled import dataset_roles, find_datasets, load_dataset
from fcgui.canvas.menus import layer_menu
from fcgui.canvas.network import Drawn
from fcgui.i18n import core_messages, core_texts, plurals, update
from fcgui.i18n.core_texts import core_text
from fcgui.i18n.language import install_language
from fcgui.plots.scales import number, tick_labels
from fcgui_core.activations import ACTIVATIONS
from fcgui_core.errors import FcguiError, SpecError
from fcgui_core.initializers import INITIALIZERS
from fcgui_core.losses import LOSSES
from fcgui_core.network import Network
from fcgui_core.optimizers import OPTIMIZERS
from fcgui_core.read_csv import read_table
from fcgui_core.roles import guess_roles
from fcgui_core.schedules import SCHEDULES
from fcgui_core.settings import SETTINGS
from fcgui_core.spec import LayerSpec, NetworkSpec, TrainingSettings, check_pair
from fcgui_core.trainer import Trainer
from fcgui_core.traps import Fix, Trap
from tests.fcgui.helpers import rested, train

LANGUAGES = tuple(update.LANGUAGES)
FEATURE = re.compile(r"sin\(.*\)|.*[·²].*|Playground: .*")  # names of inputs, and of a network
CYRILLIC = re.compile("[А-Яа-яЁё]")
UPDATE = "run `python -m fcgui.i18n.update` and translate what is unfinished in the .ts"

Message = tuple[str, str]  # context and source


def ts(language: str) -> Path:
    return update.FOLDER / f"fcgui_{language}.ts"


def messages(path: Path) -> dict[Message, ElementTree.Element]:
    """The messages of a .ts file by context and source."""
    return {
        (context.findtext("name") or "", message.findtext("source") or ""): message
        for context in ElementTree.parse(path).getroot().iter("context")
        for message in context.iter("message")
    }


def forms(message: ElementTree.Element) -> list[str]:
    """The translation, or its forms for different numbers."""
    translation = message.find("translation")
    assert translation is not None
    return [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]


@pytest.fixture
def russian(qapp: QApplication) -> Iterator[None]:
    """Russian without a window."""
    before = QLocale()
    translators = install_language("ru")
    yield
    QLocale.setDefault(before)
    for translator in translators:
        QCoreApplication.removeTranslator(translator)


def speak(app: App, language: str) -> None:
    """Choose a language in View, Language."""
    next(action for action in app.window.actions_.languages.actions() if action.data() == language).trigger()


def test_the_files_may_be_replaced_while_the_window_is_open(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = shutil.copy(update.FOLDER / "fcgui_ru.qm", tmp_path)
    monkeypatch.setattr("fcgui.i18n.language.FOLDER", tmp_path)
    translators = install_language("ru")
    Path(path).write_bytes(b"")
    said = QCoreApplication.translate("Actions", "&Redo")
    for translator in translators:
        QCoreApplication.removeTranslator(translator)
    assert said == "&Повторить"


# --- the files ---


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_translation_is_finished(language: str) -> None:
    open_ones = [
        key
        for key, message in messages(ts(language)).items()
        if not all(forms(message)) or any("type" in found.attrib for found in message.iter("translation"))
    ]
    assert open_ones == []


def test_placeholders_are_the_same_in_source_and_translation() -> None:
    def held(text: str) -> list[str]:
        return sorted(re.findall(r"\{\w*\}|%n|%\d", text))

    wrong = [
        (source, form)
        for language in LANGUAGES
        for (_, source), message in messages(ts(language)).items()
        for form in forms(message)
        if held(form) != held(source)
    ]
    assert wrong == []


def test_translations_keep_the_edges_and_the_accelerators_of_their_sources() -> None:
    def marks(text: str) -> tuple[bool, bool, bool, int]:
        return text[:1].isspace(), text[-1:].isspace(), text.endswith("…"), len(re.findall(r"&\w", text))

    wrong = [
        (source, form)
        for language in LANGUAGES
        for (_, source), message in messages(ts(language)).items()
        for form in forms(message)
        if marks(form) != marks(source)
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_file_holds_what_the_source_says(language: str) -> None:
    compiled = QTranslator()
    assert compiled.load(QLocale(language), "fcgui", "_", str(update.FOLDER))
    numbers = {"ru": (1, 2, 5), "en": (1, 2)}[language]
    stale = []
    for (context, source), message in messages(ts(language)).items():
        given = numbers if message.get("numerus") else (-1,)
        said = [compiled.translate(context, source, "", n) for n in given]
        if said != forms(message):
            stale.append((source, said))
    assert stale == [], UPDATE


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_source_of_a_translation_has_every_text_of_the_program(language: str, tmp_path: Path) -> None:
    if update.tool("lupdate") is None:
        pytest.skip("pyside6-lupdate is not installed")
    copy = tmp_path / ts(language).name
    shutil.copy(ts(language), copy)
    update.collect(language, copy)
    assert sorted(messages(copy)) == sorted(messages(ts(language))), UPDATE


def test_no_path_of_a_machine_is_in_the_files() -> None:
    for language in LANGUAGES:
        text = ts(language).read_text(encoding="utf-8")
        assert "<location" not in text
        assert "/fcgui/" not in text


def test_no_text_is_hidden_from_lupdate() -> None:
    """lupdate reads plain literals only: no f-strings, no variables, no calls within f-strings."""
    known = {source for _, source in messages(ts("ru"))}
    hidden = []
    for path in sorted((update.ROOT / "fcgui").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            place = {"tr": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1}.get(name)
            if place is None or len(node.args) <= place or path.parent == update.FOLDER:
                continue
            text = node.args[place]
            if name == "translate" and not isinstance(getattr(node.args[0], "value", None), str):
                continue  # QPainter.translate
            if not (isinstance(text, ast.Constant) and text.value in known):
                hidden.append(f"{path.relative_to(update.ROOT)}:{node.lineno}: {ast.unparse(node)[:100]}")
    assert hidden == [], UPDATE


# --- the engine's texts ---


def test_every_text_of_the_registries_can_be_translated() -> None:
    shown: set[str] = {card.title for card in find_datasets()}
    for registry in (ACTIVATIONS, LOSSES, OPTIMIZERS, SCHEDULES, INITIALIZERS):
        for entry in registry.values():
            shown |= {entry.label, entry.summary}
    for activation in ACTIVATIONS.values():
        shown.add(activation.hint)
        if re.search(r"\b(if|for)\b", activation.formula):
            shown.add(activation.formula)
        for name, parameter in activation.parameters.items():
            shown |= {name.replace("_", " ").capitalize(), parameter.help}
    for setting in SETTINGS.values():
        shown |= {setting.label, setting.help, setting.none_label} - {""}
    assert shown <= set(core_texts.TEXTS)


def diverged() -> str:
    network = Network(NetworkSpec(1, (LayerSpec(1, "identity"),)), seed=0)
    x = np.linspace(-1, 1, 8)[:, None]
    trainer = Trainer(network, x, x, TrainingSettings(optimizer="sgd", learning_rate=1e30, loss="mse", batch_size=None))
    trainer.run(epochs=10)
    assert trainer.status == "diverged"
    return trainer.message


def stopped() -> str:
    network = Network(NetworkSpec(1, (LayerSpec(1, "identity"),)), seed=0)
    x = np.linspace(-1, 1, 8)[:, None]
    settings = TrainingSettings(learning_rate=1e-30, loss="mse", early_stopping=1)
    trainer = Trainer(network, x, x, settings)
    trainer.run(epochs=50)
    assert trainer.status == "stopped early"
    return trainer.message


def refused(activation: str, loss: str) -> str:
    with pytest.raises(SpecError) as caught:
        check_pair(activation, loss)
    return str(caught.value)


def out_of_range(**setting: float) -> str:
    with pytest.raises(SpecError) as caught:
        TrainingSettings(**setting)  # type: ignore[arg-type]  # wrong on purpose
    return str(caught.value)


def unreadable(folder: Path, content: bytes) -> str:
    path = folder / "my table.csv"
    path.write_bytes(content)
    with pytest.raises(FcguiError) as caught:
        guess_roles(read_table(path))
    return str(caught.value)


def test_what_the_engine_says_is_russian(russian: None, tmp_path: Path) -> None:
    said = [
        diverged(),
        stopped(),
        refused("sign", "mse"),
        refused("identity", "cce"),
        refused("tanh", "bce"),
        out_of_range(learning_rate=-1),
        out_of_range(momentum=2),
        out_of_range(batch_size=0),
        out_of_range(batch_size=1.5),
        unreadable(tmp_path, b""),
        unreadable(tmp_path, b"a,b\n"),
        unreadable(tmp_path, b"a,b,y\n1,2,x\n1,2\n3,4,y\n"),
        unreadable(tmp_path, b'a,b\n1,"2\n3,4\n'),
        unreadable(tmp_path, b"PK\x03\x04nothing"),
        unreadable(tmp_path, bytes(range(256)) * 8),
    ]
    for card in find_datasets():
        table = load_dataset(card.name)
        for roles in (dataset_roles(card.name, table), guess_roles(table)):
            said += [roles.target_reason, roles.task_reason, *roles.ignored.values()]
        said += [column.reason for column in table.columns]
    (tmp_path / "odd.csv").write_bytes(
        b"id;x;y\n" + b"".join(f"{i};{i},5;{i % 3}\n".encode() for i in range(30)) + b"30;n.a. \xe4;1\n"
    )
    said += read_table(tmp_path / "odd.csv").notes
    english = [text for text in said if not CYRILLIC.search(core_text(text)) or re.search(r"\bline\b", core_text(text))]
    assert english == []


@pytest.mark.parametrize(
    ("english", "words"),
    [
        (
            "iris.csv, line 7: 3 cells where the other rows have 5.",
            "iris.csv, строка 7: ячеек: 3, а в других строках 5.",
        ),
        ("identifier: it counts the rows", "номер: нумерует строки"),
        (
            'x holds numbers but for "a" in line 3, "b" in line 4 and 3 more; it is taken for text.',
            "в столбце x числа, кроме «a» в строке 3, «b» в строке 4 и ещё 3; он принят за текст.",
        ),
        ("Learning rate must be above 0, not -1.", "Скорость обучения: нужно число больше 0, а не -1."),
        (
            'x holds numbers but for "a" in lines 3, 4, 90, "b" in line 7 and 1,003 more; it is taken for text.',
            "в столбце x числа, кроме «a» в строках 3, 4, 90, «b» в строке 7 и ещё 1,003; он принят за текст.",
        ),
        (
            'x holds numbers but for "a, b" in line 3, "c" in lines 4, 90; it is taken for text.',
            "в столбце x числа, кроме «a, b» в строке 3, «c» в строках 4, 90; он принят за текст.",
        ),
        (
            "the mark between thousands is a blank (in Цена, Сумма).",
            "разделитель тысяч — пробел (столбцы: Цена, Сумма).",
        ),
        (
            "2 rows left out (lines 9, 22): they are of another width.",
            "Строк пропущено: 2 (строки 9, 22): в них другое число ячеек.",
        ),
        ("w.npz: W1 is damaged.", "w.npz: W1: повреждено."),
        ("уже по-русски: да", "уже по-русски: да"),
        ("{braces}: {0}", "{braces}: {0}"),
        ("", ""),
    ],
    ids=[
        "line",
        "reason",
        "cells",
        "setting",
        "more lines",
        "lines of the last",
        "thousands",
        "width",
        "file",
        "Russian",
        "braces",
        "nothing",
    ],
)
def test_parts_of_a_message_come_through(russian: None, english: str, words: str) -> None:
    assert core_text(english) == words


def test_patterns_stand_in_the_list_once() -> None:
    assert len(set(core_messages.PATTERNS)) == len(core_messages.PATTERNS)
    assert len(set(core_texts.TEXTS)) == len(core_texts.TEXTS)


# --- plurals ---


@pytest.mark.parametrize(
    ("language", "context", "source", "words"),
    [
        ("en", "DataPanel", "%n row(s)", ("1 row", "2 rows", "5 rows", "21 rows")),
        ("ru", "DataPanel", "%n row(s)", ("1 строка", "2 строки", "5 строк", "21 строка")),
        ("en", "DataPanel", "%n class(es)", ("1 class", "2 classes", "5 classes", "21 classes")),
        ("ru", "DataPanel", "%n class(es)", ("1 класс", "2 класса", "5 классов", "21 класс")),
    ],
)
def test_plurals(qtbot: QtBot, language: str, context: str, source: str, words: tuple[str, ...]) -> None:
    translators = install_language(language)
    said = tuple(QCoreApplication.translate(context, source, "", n) for n in (1, 2, 5, 21))
    for translator in translators:
        QCoreApplication.removeTranslator(translator)
    assert said == words


def test_plurals_outside_of_objects(russian: None) -> None:
    said = [plurals.tr("{n} neurons", "", n).format(n=n) for n in (1, 2, 5, 21)]
    assert said == ["1 нейрон", "2 нейрона", "5 нейронов", "21 нейрон"]


def test_every_plural_has_the_forms_of_its_language() -> None:
    for language, count in (("ru", 3), ("en", 2)):
        for message in messages(ts(language)).values():
            if message.get("numerus"):
                assert len(forms(message)) == count


# --- the window ---


def menus(app: App) -> Iterator[list[QAction]]:
    """The entries of the menu bar, of every menu in it, and of the menus of the drawing."""
    waiting = [app.window.menuBar().actions()]
    while waiting:
        entries = waiting.pop()
        yield [entry for entry in entries if not entry.isSeparator()]
        for entry in entries:
            menu = entry.menu()
            if isinstance(menu, QMenu):
                waiting.append(menu.actions())


def letters(entries: list[QAction]) -> list[str]:
    return ["".join(re.findall(r"&(\w)", entry.text())).casefold() for entry in entries]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_menu_entry_has_a_letter_of_its_own(qtbot: QtBot, app: App, language: str) -> None:
    speak(app, language)
    project = app.document.project
    app.showing.select(0)
    app.edits.resize_layer(0, 12)  # Undo now names an edit
    for entries in menus(app):
        found = letters(entries)
        assert all(len(letter) == 1 for letter in found), [entry.text() for entry in entries]
        assert len(set(found)) == len(found), [entry.text() for entry in entries]
    assert project.spec is not None
    drawn = Drawn(("a",) * 4, project.spec, ("x", "y", "z"))
    for layer in (-1, 0, 3, None):
        menu = layer_menu(app.window, drawn, layer, pictures=False)
        found = letters([entry for entry in menu.actions() if not entry.isSeparator()])
        assert all(len(letter) == 1 for letter in found)
        assert len(set(found)) == len(found), [entry.text() for entry in menu.actions()]
        menu.deleteLater()
    rested(qtbot, app)


def texts(app: App) -> set[str]:
    """All that the window says: labels, buttons, choices, menus, names, tooltips."""
    found: set[str] = set()
    for widget in app.window.findChildren(QWidget):
        found |= {widget.toolTip(), widget.accessibleName(), widget.statusTip()}
        if isinstance(widget, QLabel | QAbstractButton):
            found.add(widget.text())
        if isinstance(widget, QComboBox):
            found |= {widget.itemText(at) for at in range(widget.count())}
    for action in app.window.findChildren(QAction):
        found |= {action.text(), action.toolTip(), action.iconText(), action.statusTip()}
    return found


def test_no_english_is_left_in_the_russian_window(qtbot: QtBot, app: App) -> None:
    speak(app, "ru")
    names = {"&English", "English", "fcgui", "Adam", "AdamW", "RMSprop", "Beta 1", "Beta 2", "Epsilon", "Alpha"}
    names |= {entry.label for entry in ACTIVATIONS.values()}  # ReLU, Softmax, ... are called so in the lecture
    found: set[str] = set()
    for layer, activation in ((0, "leaky_relu"), (1, "maxout"), (2, "elu"), (3, ""), (-1, "")):
        if activation:
            app.edits.choose_activation(layer, activation)
        app.showing.select(layer)
        found |= texts(app)
    table = app.document.project.table
    assert table is not None
    english = {
        text
        for text in found - names - set(table.names)
        if re.search("[A-Za-z]{3}", text)
        and not CYRILLIC.search(text)
        and not text.startswith("f(z) = ")
        and not FEATURE.fullmatch(text)
    }
    assert english == set()
    rested(qtbot, app)


def test_switching_the_language_keeps_the_work(qtbot: QtBot, app: App) -> None:
    app.showing.select(1)
    app.edits.resize_layer(1, 7)
    train(qtbot, app, epochs=5)
    project, snapshot, session = app.document.project, app.session.snapshot, app.session
    steps = app.document.undo_stack.count()
    assert snapshot is not None
    speak(app, "ru")
    assert app.window.menuBar().actions()[0].text() == "&Файл"
    assert app.window.run_bar.train.text() == "Обучать"
    assert app.window.data_panel.summary.text().startswith("150 строк · 4 входа · 3 класса")
    assert app.window.layer_panel.title.text() == "Скрытый слой 2"
    assert app.window.layer_panel.units.value() == 7
    assert app.window.run_bar.epoch.value.text() == "5"
    assert app.document.project is project
    assert app.session is session
    assert app.session.snapshot is snapshot
    assert app.document.undo_stack.count() == steps
    train(qtbot, app, epochs=2)
    assert app.session.snapshot is not None
    assert app.session.snapshot.epoch == 7
    assert app.session.snapshot.run_id == snapshot.run_id
    speak(app, "en")
    assert app.window.data_panel.summary.text().startswith("150 rows · 4 inputs · 3 classes")
    assert app.window.run_bar.epoch.value.text() == "7"
    assert app.document.project is project
    app.window.actions_.undo.trigger()
    assert app.document.project.hidden[1].units == 100
    rested(qtbot, app)


def test_switching_the_language_while_it_trains(qtbot: QtBot, app: App) -> None:
    app.session.run()
    speak(app, "ru")
    assert app.session.running
    assert app.window.run_bar.train.text() == "Пауза"
    app.window.actions_.train.trigger()
    assert not app.session.running
    rested(qtbot, app)


def test_the_chosen_language_is_checked_and_kept_for_the_next_start(app: App) -> None:
    speak(app, "ru")
    checked = [action.data() for action in app.window.actions_.languages.actions() if action.isChecked()]
    assert checked == ["ru"]


def test_a_divergence_is_told_in_russian(qtbot: QtBot, app: App) -> None:
    speak(app, "ru")
    settings = replace(app.document.project.training, learning_rate=1e30)
    app.document.change("x", training=settings)
    train(qtbot, app, epochs=3)
    assert app.window.run_bar.message.sentence.startswith("Обучение разошлось на эпохе 1")


def test_axes_group_thousands_as_the_language_does(russian: None) -> None:
    assert tick_labels([0.0, 1000.0, 2000.0]) == ["0", "1\u00a0000", "2\u00a0000"]
    assert number(12345.0) == "12\u00a0345"


@pytest.mark.parametrize("language", LANGUAGES)
def test_warnings_with_their_repairs_are_no_wider_than_the_column(qtbot: QtBot, app: App, language: str) -> None:
    speak(app, language)
    app.window.resize(1280, 720)
    for fix in get_args(Fix):
        trap = Trap("few rows", ("x",), "Only one row of x is there.", fix)
        app.window.data_panel.traps.show_traps([trap] * 12)
        qtbot.wait(0)
        assert app.window.data_panel.minimumSizeHint().width() <= app.window.left.viewport().width(), fix


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_card_of_a_layer_is_no_wider_than_its_column(qtbot: QtBot, app: App, language: str) -> None:
    speak(app, language)
    app.window.resize(1280, 720)
    for layer in (None, -1, 0, 3):
        app.showing.select(layer)
        qtbot.wait(0)
        assert app.window.layer_panel.minimumSizeHint().width() <= app.window.left.viewport().width()
