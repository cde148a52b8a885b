from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from fcgui_core.plane import Plane, best_pair, centres, plane_of, separation
from fcgui_core.probe import Prober, confusion_matrix, decision_grid, grid_chunks, grid_side
from tests.fcgui.plots.cases import network, table


def test_the_columns_that_separate_the_classes_best_are_found() -> None:
    assert best_pair(table(features=6)) == (4, 5)


def test_for_a_regression_it_is_the_columns_that_correlate_most() -> None:
    prepared = table(features=5, classes=None)
    assert best_pair(prepared) == (3, 4)
    by_hand = [abs(np.corrcoef(prepared.X_train[:, k], prepared.y_train)[0, 1]) for k in range(5)]
    np.testing.assert_allclose(separation(prepared), by_hand, rtol=1e-12)


def test_a_single_column_spans_a_line() -> None:
    assert best_pair(table(features=1)) == (0, None)


def test_a_constant_column_separates_nothing() -> None:
    prepared = table()
    constant = prepared.X_train.copy()
    constant[:, 3] = 0.25
    prepared = replace(prepared, X_train=constant)
    assert separation(prepared)[3] == 0
    assert 3 not in best_pair(prepared)


def test_the_f_ratio_is_that_of_the_analysis_of_variance() -> None:
    prepared = table(features=2, classes=("a", "b"))
    x, y = prepared.X_train[:, 1], prepared.y_train
    a, b = x[y == 0], x[y == 1]
    between = len(a) * (a.mean() - x.mean()) ** 2 + len(b) * (b.mean() - x.mean()) ** 2
    within = (((a - a.mean()) ** 2).sum() + ((b - b.mean()) ** 2).sum()) / (len(x) - 2)
    assert separation(prepared)[1] == pytest.approx(between / within, rel=1e-12)


def test_the_plane_holds_every_point_and_the_other_columns_follow_the_two() -> None:
    prepared = table()
    plane = plane_of(prepared, 2, 0)
    both = np.concatenate([prepared.X_train, prepared.X_test])
    assert plane.x_span[0] < both[:, 2].min() and both[:, 2].max() < plane.x_span[1]
    assert plane.y_span[0] < both[:, 0].min() and both[:, 0].max() < plane.y_span[1]
    np.testing.assert_allclose(plane.held, prepared.X_train.mean(axis=0))
    x, y = prepared.X_train[:, 2], prepared.X_train[:, 0]
    rows = plane.rows(x, y)
    np.testing.assert_array_equal(rows[:, 2], x)
    np.testing.assert_array_equal(rows[:, 0], y)
    np.testing.assert_allclose(plane.rows(plane.held[[2]], plane.held[[0]])[0], plane.held)
    for other in (1, 3):  # least squares: nearer to the rows than their mean, and with nothing left to explain
        left = prepared.X_train[:, other] - rows[:, other]
        assert left.std() < prepared.X_train[:, other].std()
        assert abs(left @ (x - x.mean())) < 1e-9 and abs(left @ (y - y.mean())) < 1e-9


def test_the_other_columns_stay_at_a_row_that_is_given() -> None:
    prepared = table()
    plane = plane_of(prepared, 2, 0, held=np.arange(4.0))
    np.testing.assert_array_equal(plane.rows(np.array([7.0]), np.array([8.0]))[0], [8.0, 1.0, 7.0, 3.0])


def test_the_grid_has_the_planes_rows() -> None:
    plane = plane_of(table(), 2, 0)
    grid = decision_grid(lambda rows: rows.copy(), plane, 7, 5)
    xs, ys = centres(plane.x_span, 7), centres(plane.y_span, 5)
    expected = plane.rows(np.tile(xs, 5), np.repeat(ys, 7)).reshape(5, 7, -1)
    np.testing.assert_allclose(grid, expected, rtol=1e-5, atol=1e-5)


def test_the_grid_runs_right_along_x_and_up_along_y() -> None:
    plane = Plane(x=2, y=0, x_span=(0.0, 4.0), y_span=(10.0, 12.0), held=np.array([0.0, 5.0, 0.0]))
    grid = decision_grid(lambda rows: rows.copy(), plane, nx=4, ny=2)
    assert grid.shape == (2, 4, 3)
    np.testing.assert_allclose(grid[0, :, 2], [0.5, 1.5, 2.5, 3.5])  # the middles of the cells
    np.testing.assert_allclose(grid[:, 0, 0], [10.5, 11.5])  # row 0 is the lowest
    assert (grid[:, :, 1] == 5.0).all()  # held


@pytest.mark.parametrize(("nx", "ny"), [(100, 100), (3, 700), (700, 3), (1, 1), (256, 5)])
def test_the_pieces_make_up_the_whole_grid(nx: int, ny: int) -> None:
    plane = Plane(0, 1, (-1.0, 1.0), (-2.0, 2.0), np.zeros(2))
    covered = np.zeros(nx * ny, dtype=int)
    for part, values in grid_chunks(lambda rows: rows.copy(), plane, nx, ny):
        covered[part] += 1
        assert len(values) == part.stop - part.start
    assert (covered == 1).all()


@pytest.mark.parametrize("hidden", ["relu", "tanh", "maxout"])
def test_a_prober_answers_as_the_snapshot_does(hidden: str) -> None:
    first, second = (network((4, 12, 7, 3), (hidden, hidden, "softmax"), seed=seed) for seed in (1, 2))
    rows = np.random.default_rng(0).normal(size=(1100, 4)).astype(np.float32)
    prober = Prober(first.spec)
    for shot in (first, second, first):
        prober.use(shot)
        np.testing.assert_allclose(prober.predict(rows), shot.predict(rows), rtol=1e-5, atol=1e-6)


def test_answers_of_a_prober_stay_when_it_is_asked_again() -> None:
    shot = network((2, 3, 2))
    prober = Prober(shot.spec)
    prober.use(shot)
    first = prober.predict(np.zeros((1, 2), np.float32))
    kept = first.copy()
    prober.predict(np.ones((1, 2), np.float32))
    np.testing.assert_array_equal(first, kept)


@pytest.mark.parametrize(("parameters", "side"), [(17, 100), (26_503, 100), (535_818, 24), (10**9, 24)])
def test_large_networks_get_coarser_grids(parameters: int, side: int) -> None:
    assert grid_side(parameters, most=100) == side


def test_the_confusion_matrix_has_the_truth_down_and_the_answer_across() -> None:
    matrix = confusion_matrix(np.array([0, 0, 1, 2]), np.array([0, 2, 1, 1]), 3)
    np.testing.assert_array_equal(matrix, [[1, 0, 1], [0, 1, 0], [0, 1, 0]])
