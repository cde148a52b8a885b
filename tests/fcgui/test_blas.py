from __future__ import annotations

import pytest
from threadpoolctl import threadpool_info

from fcgui.blas import blas_threads, limit_threads
from fcgui_core import LayerSpec, NetworkSpec

IRIS = NetworkSpec(4, (LayerSpec(200), LayerSpec(100), LayerSpec(50), LayerSpec(3, "softmax")))
DIGITS = NetworkSpec(784, (LayerSpec(512), LayerSpec(256), LayerSpec(10, "softmax")))


@pytest.mark.parametrize(
    ("spec", "batch", "cores", "threads"),
    [
        (IRIS, 16, 8, 1),
        (IRIS, None, 8, 1),
        (DIGITS, 16, 8, 1),
        (DIGITS, 128, 8, 7),
        (DIGITS, 128, 2, 1),  # the second core is the window's
        (DIGITS, 128, 1, 1),
    ],
)
def test_threads(
    spec: NetworkSpec, batch: int | None, cores: int, threads: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: cores)
    assert blas_threads(spec, batch, rows=150) == threads


def blas_now() -> set[int]:
    return {library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"}


def test_the_limit_holds_within_the_block_only() -> None:
    before = blas_now()
    with limit_threads(IRIS, 16) as threads:
        assert threads == 1
        assert blas_now() == {1}
    assert blas_now() == before
