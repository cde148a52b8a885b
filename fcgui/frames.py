"""One panel a tick: how frames are spread over the views so that no single tick keeps the window from answering.

Drawing everything at each frame costs training half its speed and makes clicks wait; one panel a tick, each at its own
pace, keeps more than four fifths of it (measured; the benchmark of the window repeats it).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import perf_counter

from fcgui_core.snapshot import Snapshot

View = Callable[[Snapshot | None], None]


@dataclass(frozen=True)
class Pace:
    """Views that are drawn together, every ``period_s`` seconds while the network trains."""

    period_s: float
    views: tuple[View, ...]


class Frames:
    """Gives each frame to the views that are most overdue, measured by their own period.

    When ticks get rare, because the machine has other work, the ones with the shortest period still come most often,
    and of those that are equally late the first. At rest every view gets the frame at once.
    """

    def __init__(self, paces: Sequence[Pace], clock: Callable[[], float] = perf_counter) -> None:
        self._paces = tuple(paces)
        self._clock = clock
        self._shown = [float("-inf")] * len(self._paces)
        self._all = list(dict.fromkeys(view for pace in self._paces for view in pace.views))

    def show(self, snapshot: Snapshot | None) -> None:
        """Draw the views whose time it is; all of them when training rests."""
        if snapshot is None or snapshot.status != "running":
            for view in self._all:
                view(snapshot)
            return
        now = self._clock()
        late = [(now - shown) / pace.period_s for shown, pace in zip(self._shown, self._paces, strict=True)]
        at = max(range(len(late)), key=late.__getitem__)
        if late[at] < 1:
            return
        # A view that is a little late keeps its rhythm; one that has missed whole turns begins anew.
        period = self._paces[at].period_s
        self._shown[at] = self._shown[at] + period if late[at] < 2 else now
        for view in self._paces[at].views:
            view(snapshot)
