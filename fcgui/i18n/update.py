"""Bring the translations up to date: ``python -m fcgui.i18n.update``, from a checkout.

lupdate collects the texts of the sources into the .ts files beside this one, where what is new stands as
"unfinished"; lrelease makes of each the .qm file that Qt loads. The options leave no paths, lines or dates in them, so
that the same sources and translations give the same files everywhere. English has the plurals only.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
ROOT = FOLDER.parent.parent
LANGUAGES: dict[str, tuple[str, ...]] = {"ru": (), "en": ("-pluralonly",)}
COLLECT = ("-extensions", "py", "-locations", "none", "-no-obsolete", "-sort-messages", "-silent")
RELEASE = ("-nounfinished", "-silent")


def tool(name: str) -> str | None:
    """The path of one of Qt's translation tools, which come with PySide6; ``None`` where it is missing."""
    return shutil.which(f"pyside6-{name}", path=str(Path(sys.executable).parent)) or shutil.which(f"pyside6-{name}")


def collect(language: str, ts: Path) -> None:
    """Bring the texts of all sources into ``ts``; translations that are there stay."""
    _run("lupdate", *COLLECT, *LANGUAGES[language], "-source-language", "en", "fcgui", "-ts", str(ts))


def release(ts: Path, qm: Path) -> None:
    """Compile ``ts`` into ``qm``."""
    _run("lrelease", *RELEASE, str(ts), "-qm", str(qm))


def _run(name: str, *arguments: str) -> None:
    program = tool(name)
    if program is None:
        raise FileNotFoundError(f"pyside6-{name} is missing; it comes with PySide6-Essentials.")
    subprocess.run([program, *arguments], cwd=ROOT, check=True, timeout=120)


def main() -> None:
    """Update every language."""
    for language in LANGUAGES:
        ts = FOLDER / f"fcgui_{language}.ts"
        collect(language, ts)
        release(ts, ts.with_suffix(".qm"))


if __name__ == "__main__":
    main()
