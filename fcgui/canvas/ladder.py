"""How long a stroke is for how many neurons.

The rungs of a ladder: the first eight stand far apart, so that 1 to 8 are easily hit, the others close together and on
numbers that people choose, so that a stroke over the height of a small window reaches hundreds.
"""

from __future__ import annotations

from bisect import bisect_right

RUNGS: tuple[int, ...] = (
    *range(1, 11), 12, 14, 16, 18, 20, 24, 28, 32, 40, 50, 64, 80, 100, 128, 150, 200, 256, 300, 400, 512, 784, 1024,
)  # fmt: skip
FIRST = 8  # rungs that stand far apart
WIDE_STEP = 14.0  # pixels between them
STEP = 5.0  # pixels between the others
SHORTEST = 8.0  # a shorter stroke is a click
STILL = 2.0  # pixels that a pull moves before it counts
FINE_STEP = 4.0  # pixels a neuron, at the beginning of a pull
DOUBLING_STEPS = 40.0  # after so many steps the layer is twice as wide, or a single neuron


def units_of(length: float) -> int:
    """The neurons that a stroke of ``length`` pixels draws; 0 if it is too short to be meant."""
    if length < SHORTEST:
        return 0
    return RUNGS[min(max(int(_rung(length) + 0.5), 0), len(RUNGS) - 1)]


def length_of(units: int) -> float:
    """The length of a stroke that draws ``units`` neurons; between two rungs in proportion."""
    if units >= RUNGS[-1]:
        return _pixels(len(RUNGS) - 1)
    low = bisect_right(RUNGS, units) - 1
    share = (units - RUNGS[low]) / (RUNGS[low + 1] - RUNGS[low])
    return _pixels(low) + share * (_pixels(low + 1) - _pixels(low))


def resized(units: int, pixels: float) -> int:
    """``units`` after its lower edge was pulled by ``pixels`` (down: more), at least 1; a pull of nothing keeps it.

    The first neurons come one by one, each a few pixels from the next, so that any number can be hit; a long pull adds
    a share of the layer besides, so that it doubles over half a window.
    """
    steps = max(abs(pixels) - STILL, 0.0) / FINE_STEP
    change = round(steps + units * (steps / DOUBLING_STEPS) ** 2)
    return max(units + (change if pixels > 0 else -change), 1)


def _pixels(rung: int) -> float:
    return WIDE_STEP * (min(rung, FIRST) + 1) + STEP * max(rung - FIRST, 0)


def _rung(length: float) -> float:
    wide = length / WIDE_STEP - 1
    return wide if wide <= FIRST else FIRST + (length - _pixels(FIRST)) / STEP
