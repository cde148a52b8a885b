"""Which neurons of a wide layer are drawn."""

from __future__ import annotations

import numpy as np

from fcgui.canvas.shown import Shown
from fcgui.canvas.strips import by_pixel
from fcgui_core.neuron_maps import most_active

ACTIVITY = np.array([0.0, 5.0, 1.0, 4.0, 3.0, 2.0, 0.5])


def test_the_most_active_are_chosen_and_stay_unless_they_fall_far_behind() -> None:
    assert most_active(ACTIVITY, 2).tolist() == [1, 3]
    assert most_active(ACTIVITY, 2, np.array([4, 5])).tolist() == [4, 5]  # among the four best: they stay
    assert most_active(ACTIVITY, 2, np.array([0, 4])).tolist() == [1, 4]  # 0 says nothing: the best takes its place
    assert most_active(ACTIVITY, 3, np.array([4])).tolist() == [1, 3, 4]


def test_before_anything_is_known_the_first_ones_are_drawn_and_then_the_active_ones() -> None:
    shown = Shown()
    assert shown.choose(1, 7, 3).tolist() == [0, 1, 2]
    assert shown.renew([np.zeros(2), ACTIVITY])
    assert shown.choose(1, 7, 3).tolist() == [1, 2, 3]  # 2 is among the six most active, and stays
    assert not shown.renew([np.zeros(2), ACTIVITY])


def test_a_range_stays_within_the_layer_until_the_active_ones_are_wanted_again() -> None:
    shown = Shown()
    shown.renew([np.zeros(2), ACTIVITY])
    best = shown.choose(1, 7, 3)
    shown.scroll(1, best, -99)
    assert shown.choose(1, 7, 3).tolist() == [0, 1, 2] and shown.is_range(1)
    shown.scroll(1, best, 3)
    assert shown.choose(1, 7, 3).tolist() == [3, 4, 5]
    shown.centre(1, 6)
    assert shown.choose(1, 7, 3).tolist() == [4, 5, 6]
    assert shown.show_active(1) and not shown.show_active(1)
    assert shown.choose(1, 7, 3).tolist() == best.tolist()


def test_a_focused_neuron_takes_the_row_of_the_least_active_and_the_others_keep_theirs() -> None:
    shown = Shown()
    shown.renew([np.zeros(2), ACTIVITY])
    assert shown.choose(1, 7, 3).tolist() == [1, 3, 4]
    shown.need({1: [0]})
    assert shown.choose(1, 7, 3).tolist() == [1, 3, 0]
    shown.need({})
    assert shown.choose(1, 7, 3).tolist() == [1, 3, 4]


def test_the_strip_shows_the_largest_of_the_neurons_behind_a_pixel() -> None:
    assert by_pixel(np.array([1.0, 9, 2, 3]), 2).tolist() == [9, 3]
    assert by_pixel(np.array([1.0, 9]), 4).tolist() == [1, 1, 9, 9]
