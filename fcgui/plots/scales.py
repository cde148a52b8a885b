"""Numbers on axes: ranges that change by doubling only, ticks at round values, and numbers as short text."""

from __future__ import annotations

import math
from itertools import pairwise

from fcgui.i18n.core_texts import core_text
from fcgui.i18n.numbers import grouped

Span = tuple[float, float]


def number(value: float, digits: int = 3) -> str:
    """``value`` with ``digits`` significant digits, without an exponent where it can be read without one."""
    if not math.isfinite(value):
        return core_text("not a number" if math.isnan(value) else "infinity" if value > 0 else "-infinity")
    if value == 0:
        return "0"
    power = math.floor(math.log10(abs(float(f"{value:.{digits - 1}e}"))))
    if -4 <= power <= 6:
        return grouped(value, max(0, digits - 1 - power))
    return f"{value:.{digits - 1}e}".replace("e-0", "e-").replace("e+0", "e").replace("e+", "e")


def percent(share: float) -> str:
    """A probability as a whole percentage; what is not quite certain is not called 0 or 100."""
    value = 100 * share
    if math.isnan(value):
        return number(value)
    if 0 < value < 0.5:
        return "<1 %"
    if 99.5 <= value < 100:
        return ">99 %"
    return f"{value:.0f} %"


def ticks(low: float, high: float, most: int) -> list[float]:
    """At most ``most`` round values (1, 2 or 5 times a power of ten apart) from ``low`` to ``high``."""
    if not (math.isfinite(low) and math.isfinite(high) and high > low):
        return []
    rough = (high - low) / max(most, 1)
    base = 10.0 ** math.floor(math.log10(rough))
    for step in (base, 2 * base, 5 * base, 10 * base, 20 * base):
        first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
        if last - first + 1 <= most:
            return [k * step for k in range(first, last + 1)]
    return []


def log_ticks(low: float, high: float, most: int) -> list[float]:
    """Powers of ten from ``low`` to ``high`` (both positive).

    Every second or third one when there are too many, with 2 and 5 times them when there are fewer than two.
    """
    first, last = math.ceil(math.log10(low) - 1e-9), math.floor(math.log10(high) + 1e-9)
    if last - first < 1:
        fine = [m * 10.0**k for k in range(first - 1, last + 2) for m in (1, 2, 5)]
        return [v for v in fine if low * (1 - 1e-9) <= v <= high * (1 + 1e-9)]
    stride = max(1, math.ceil((last - first + 1) / max(most, 1)))
    return [10.0**k for k in range(last, first - 1, -stride)][::-1]


def tick_labels(values: list[float]) -> list[str]:
    """One label a tick, all with as many decimals as their distance needs."""
    if not values:
        return []
    largest = max(abs(v) for v in values)
    step = min((b - a for a, b in pairwise(values)), default=largest or 1.0)
    if largest >= 1e7 or (largest > 0 and step < 1e-4):
        return ["0" if v == 0 else number(v, 2) for v in values]
    decimals = max(0, -math.floor(math.log10(step) + 1e-9))
    return [grouped(v, decimals) if abs(v) > step / 1e6 else "0" for v in values]


def log_labels(values: list[float]) -> list[str]:
    """Labels of a logarithmic axis: plain between 0.001 and 100,000, else 1e-5."""
    return [_log_label(v) for v in values]


def _log_label(value: float) -> str:
    if 0.9e-3 < value < 1.1e5:
        return grouped(value, max(0, -math.floor(math.log10(value) + 1e-9)))
    return f"{value:.0e}".replace("e-0", "e-").replace("e+0", "e")


def doubled(value: float, start: float) -> float:
    """The smallest ``start * 2**k`` (k >= 0) that is not below ``value``."""
    if not value > start:
        return start
    return float(start * 2.0 ** math.ceil(math.log2(value / start) - 1e-9))


class DoublingLimit:
    """The end of a symmetric colour scale: a power of two that holds all values and changes seldom.

    It doubles as soon as a value lies outside and halves only when everything fits into a quarter of it, so
    that colours do not flicker while training moves the largest weight to and fro.
    """

    def __init__(self) -> None:
        self.value = 1.0
        self._fresh = True

    def reset(self) -> None:
        """Forget the past: the next update fits the limit to its values."""
        self._fresh = True

    def update(self, largest: float) -> bool:
        """Make room for ``largest`` (a magnitude); returns whether the limit changed."""
        if not (math.isfinite(largest) and largest > 0):
            return False
        needed = 2.0 ** max(-40, math.ceil(math.log2(largest) - 1e-9))
        if self._fresh or needed > self.value or needed <= self.value / 4:
            changed, self.value, self._fresh = needed != self.value, needed, False
            return changed
        return False
