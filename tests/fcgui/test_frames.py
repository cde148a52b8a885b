"""How frames are spread over the panels of the window."""

from __future__ import annotations

from collections import Counter
from functools import partial

from fcgui.frames import Frames, Pace
from fcgui_core.snapshot import Snapshot
from tests.fcgui.canvas.cases import network, snapshot


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def note(drawn: list[str], name: str, shot: Snapshot | None) -> None:
    drawn.append(name)


def frames_of(clock: Clock, drawn: list[str], **periods: float) -> Frames:
    return Frames([Pace(period, (partial(note, drawn, name),)) for name, period in periods.items()], clock)


def ticked(frames: Frames, clock: Clock, tick_s: float, seconds: float) -> None:
    running = snapshot(network(3), "running")
    for _ in range(round(seconds / tick_s)):
        frames.show(running)
        clock.now += tick_s


def test_each_panel_comes_at_its_own_pace_and_never_two_in_a_tick() -> None:
    clock, drawn = Clock(), list[str]()
    frames = frames_of(clock, drawn, drawing=1 / 16, plot=1 / 12, slow=1 / 6)
    running, counts = snapshot(network(3), "running"), []
    for _ in range(600):
        before = len(drawn)
        frames.show(running)
        counts.append(len(drawn) - before)
        clock.now += 1 / 60
    assert max(counts) == 1
    seen = Counter(drawn)
    assert 155 <= seen["drawing"] <= 165 and 115 <= seen["plot"] <= 125 and 58 <= seen["slow"] <= 63


def test_where_ticks_are_rare_every_panel_still_comes_and_the_quickest_most_often() -> None:
    clock, drawn = Clock(), list[str]()
    ticked(frames_of(clock, drawn, drawing=1 / 16, plot=1 / 12, other=1 / 12, slow=1 / 6), clock, 1 / 20, 10)
    seen = Counter(drawn)
    assert len(drawn) == 200 and seen["drawing"] > seen["plot"] > seen["slow"] > 15


def test_at_rest_every_panel_gets_the_frame_at_once() -> None:
    clock, drawn = Clock(), list[str]()
    frames = frames_of(clock, drawn, drawing=1 / 16, plot=1 / 12)
    frames.show(snapshot(network(3), "paused"))
    frames.show(None)
    assert drawn == ["drawing", "plot"] * 2
