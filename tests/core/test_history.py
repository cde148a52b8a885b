from __future__ import annotations

import numpy as np
import pytest

from fcgui_core.history import History


def record(history: History, epochs: int) -> None:
    for epoch in range(1, epochs + 1):
        if epoch % history.stride == 0:
            history.add(epoch, 1.0 / epoch, np.nan, 0.5, np.nan, 0.01)


@pytest.mark.parametrize(("epochs", "stride", "points"), [(5, 1, 5), (8, 2, 8), (10, 2, 5), (16, 4, 8), (100, 16, 6)])
def test_a_full_history_halves_itself(epochs: int, stride: int, points: int) -> None:
    history = History(capacity=8)
    record(history, epochs)
    curves = history.curves()
    assert (history.stride, len(curves)) == (stride, points)
    assert (curves.train_loss == 1.0 / curves.epoch).all()
    steps = np.diff(curves.epoch)
    assert (steps == steps[0]).all()


def test_curves_that_were_given_out_never_change() -> None:
    history = History(capacity=8)
    record(history, 6)
    before = history.curves()
    copy = before.train_loss.copy()
    assert history.curves() is before
    record(history, 100)
    assert (before.train_loss == copy).all()
    with pytest.raises(ValueError, match="read-only"):
        before.train_loss[0] = 1.0


def test_state() -> None:
    history, again = History(capacity=8), History(capacity=8)
    record(history, 11)
    again.restore(history.state())
    assert again.stride == history.stride
    assert (again.curves().epoch == history.curves().epoch).all()
