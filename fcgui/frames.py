"""One panel a tick: how a frame is spread over the views so that no single tick keeps the window from answering.

Drawing everything at each frame costs training half its speed and makes clicks wait; one view a tick, in turn, keeps
more than four fifths of it (measured; the benchmark of the window repeats it).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from fcgui_core.snapshot import Snapshot

View = Callable[[Snapshot | None], None]


class Frames:
    """Gives each frame to the views whose turn it is.

    ``turns`` holds the views of each tick of the cycle. At 60 ticks a second a view that stands in every second turn is
    drawn 30 times a second, one that stands in every fourth 15 times. At rest every view gets the frame at once.
    """

    def __init__(self, turns: Sequence[Sequence[View]]) -> None:
        self._turns = turns
        self._tick = 0
        self._all = list(dict.fromkeys(view for turn in turns for view in turn))

    def show(self, snapshot: Snapshot | None) -> None:
        """Draw the views whose turn it is; all of them when training rests."""
        if snapshot is None or snapshot.status != "running":
            for view in self._all:
                view(snapshot)
            return
        for view in self._turns[self._tick]:
            view(snapshot)
        self._tick = (self._tick + 1) % len(self._turns)
