from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from fcgui_core.tape import Tape


@pytest.mark.parametrize("shape", [(3, 4, 5), (1, 1, 1), (2000, 31, 64), (31, 2000, 64), (64, 32, 2000), (1025, 8, 1)])
@pytest.mark.parametrize("orders", list(product("CF", repeat=3)))
def test_dot_whatever_the_order_in_memory(shape: tuple[int, int, int], orders: tuple[str, ...]) -> None:
    (m, k, n), rng = shape, np.random.default_rng(0)
    a, b = (
        np.asarray(rng.normal(size=(m, k)), order=orders[0]),
        np.asarray(rng.normal(size=(k, n)), order=orders[1]),
    )
    tape, out = Tape("float64"), np.full((m, n), np.nan, order=orders[2])
    tape.dot(a, b, out)
    for _ in range(2):
        a *= 2.0
        tape.replay()
        assert out == pytest.approx(a @ b, rel=1e-10, abs=1e-10)


def test_long_products_are_taken_in_parts() -> None:
    tape = Tape("float32")
    tape.dot(tape.empty(1024, 31), tape.empty(31, 64), tape.empty(1024, 64))
    assert len(tape.calls) == 3
    tape.dot(tape.empty(31, 1024).T.copy().T, tape.empty(1024, 64), tape.empty(31, 64))
    assert len(tape.calls) == 3 + 5  # the first part, then two parts that are added
