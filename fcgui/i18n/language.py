"""The language of the window: our translations and Qt's own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator


def install_language(choice: str) -> list[QTranslator]:
    """Load the translations of the program and of Qt; ``""`` follows the system. English needs them for plurals."""
    locale = QLocale(choice) if choice else QLocale.system()
    QLocale.setDefault(locale)  # thousands are grouped as the language does
    wanted = (
        ("fcgui", str(Path(__file__).parent)),
        ("qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
    )
    loaded = []
    for name, folder in wanted:
        translator = QTranslator()
        found = translator.load(locale, name, "_", folder)
        if not found and name == "fcgui":
            found = translator.load(QLocale("en"), name, "_", folder)
        if found and QCoreApplication.installTranslator(translator):
            loaded.append(translator)
    return loaded
