"""The benchmark is a command; this only sees that it runs, splits alike for both, and prints what it says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.benchmarks import quality


def test_it_compares_on_the_same_rows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    judged: list[int] = []

    def peer(table: object, roles: object, data: quality.PreparedData, iterations: int, seed: int) -> float:
        judged.append(len(data.test_rows))
        return 0.5

    monkeypatch.setattr(quality, "peer_score", peer)
    file, missing = tmp_path / "result.json", str(tmp_path / "none.csv")
    assert quality.main(["--only", "iris", missing, "--seeds", "1", "--iterations", "7", "--json", str(file)]) == 0
    result = json.loads(capsys.readouterr().out)
    (table,) = result["tables"]
    assert (table["target"], table["rows"], table["ignored"]) == ("Species", 150, ["Id"])
    assert table["lead"] == pytest.approx(table["fcgui"] - 0.5) and table["sklearn_7"] == 0.5
    assert judged == [45] and (result["as_good"], result["of"]) == (1, 1)
    assert "no such file" in result["refused"][missing]
    assert json.loads(file.read_text(encoding="utf-8")) == result


def test_the_features_by_hand_are_fitted_on_the_training_rows(tmp_path: Path) -> None:
    pytest.importorskip("sklearn", reason="scikit-learn is not installed: it is only compared with")
    lines = ["size,colour,y", "1,red,1", "3,,2", ",blue,3", "1000,green,4"]
    (tmp_path / "t.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    table, roles = quality.table_and_roles(str(tmp_path / "t.csv"))
    rows = quality.np.arange(4)
    train, test = quality.features_by_hand(table, roles, rows[:3], rows[3:])
    assert train.shape == (3, 3) and train[:, 0].tolist() == pytest.approx([-1.2247, 1.2247, 0], abs=1e-3)
    assert test[0, 0] > 1000 and test[0, 1:].tolist() == [0, 0]
