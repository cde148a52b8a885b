"""Every hostile file of the collection is refused with one clear sentence, by `read_table` and by `fcgui train`."""

from __future__ import annotations

from pathlib import Path

import pytest

from fcgui import cli
from fcgui_core.errors import TableError
from fcgui_core.read_csv import read_table
from tests.collection.hostile import HOSTILE
from tests.collection.writing import in_bytes


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_in_one_sentence(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hostile = HOSTILE[name]
    path = tmp_path / f"file{hostile.ending}"
    path.write_bytes(in_bytes(hostile.content))
    with pytest.raises(TableError) as caught:
        read_table(path)
    told = str(caught.value)
    assert told.startswith(path.name) and told.endswith(".") and "\n" not in told
    assert all(word in told for word in hostile.words), told
    assert hostile.line is None or caught.value.line == hostile.line, told

    assert cli.main(["train", str(path), "--out", str(tmp_path / "weights.npz")]) == 1
    out, err = capsys.readouterr()
    assert out == "" and err.count("\n") == 1 and told in err
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


def test_the_collection_is_large_and_no_file_comes_twice() -> None:
    assert len(HOSTILE) >= 60
    assert len({in_bytes(hostile.content) for hostile in HOSTILE.values()}) == len(HOSTILE)
