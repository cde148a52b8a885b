"""The benchmark is a command, not a timed test; this only sees that it runs and prints what it says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.benchmarks import steps


def _absent(*_: Any) -> Any:
    raise ImportError("not installed")


def test_it_prints_json_and_misses_peers_with_a_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(steps.ENGINES, "torch", _absent)
    monkeypatch.setitem(steps.ENGINES, "sklearn", _absent)
    file = tmp_path / "result.json"
    arguments = ["--nets", "2-4-2-1", "--seconds", "0.02", "--rounds", "2", "--json", str(file)]
    assert steps.main(arguments) == 0
    (net,) = json.loads(capsys.readouterr().out)["nets"]
    assert net["fcgui_us"] > 0
    assert net["torch_ratio"] is None and net["torch_missing"] == "not installed"
    assert json.loads(file.read_text(encoding="utf-8"))["nets"] == [net]


def test_an_unknown_net_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        steps.main(["--nets", "9-9"])
    assert exit_.value.code == 2
    assert "there are 2-4-2-1" in capsys.readouterr().err
