"""The dialogs that open files offer whatever can be read."""

from __future__ import annotations

import fnmatch
import re

import pytest
from pytestqt.qtbot import QtBot

from fcgui.file_dialogs import all_known, any_table, ask_to_open, table_with_options

READ = ("csv", "tsv", "txt", "data", "arff", "csv.gz", "csv.bz2", "csv.xz", "csv.zip", "xlsx", "xlsm")


@pytest.mark.parametrize("ending", READ)
def test_every_table_is_offered(qtbot: QtBot, ending: str) -> None:
    dialog = ask_to_open(None, "Open", any_table(), table_with_options(), all_known())
    qtbot.addWidget(dialog)
    for shown in dialog.nameFilters():
        found = re.search(r"\((.*)\)", shown)
        assert found is not None and any(fnmatch.fnmatch(f"t.{ending}", each) for each in found[1].split())
    dialog.reject()
