"""The language of the window: our translations and Qt's own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

FOLDER = Path(__file__).parent


class Texts(QTranslator):
    """Our translations, read into memory: Qt would map the file, and end the process when it is replaced meanwhile."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._content = path.read_bytes()  # Qt keeps no copy
        self.load(self._content)


def install_language(choice: str) -> list[QTranslator]:
    """Load the translations of the program and of Qt; ``""`` follows the system. English needs them for plurals."""
    locale = QLocale(choice) if choice else QLocale.system()
    QLocale.setDefault(locale)  # thousands are grouped as the language does
    ours = FOLDER / f"fcgui_{locale.name().partition('_')[0]}.qm"
    wanted: list[QTranslator] = [Texts(ours if ours.is_file() else FOLDER / "fcgui_en.qm")]
    of_qt = QTranslator()
    if of_qt.load(locale, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        wanted.append(of_qt)
    return [translator for translator in wanted if QCoreApplication.installTranslator(translator)]
