"""What crosses the border of the training thread: requests towards it, and its report."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any

from fcgui_core.goal import Goal
from fcgui_core.onlooker import Onlooker
from fcgui_core.place import Place, WeightEdit
from fcgui_core.snapshot import Snapshot
from fcgui_core.spec import TrainingSettings
from fcgui_core.trainer import Trainer


@dataclass(frozen=True)
class Report:
    """What the worker says of itself: how far it has come, and through which request.

    ``answered`` is the number of the last request that was carried out, ``running`` whether steps are being done,
    ``error`` a sentence when something failed (``snapshot`` is then the last good one, or ``None``). ``states``
    are the answers to `Describe`, each with the number of its request: the state, None if there is no network, or the
    sentence that says why it could not be given out. ``note`` is a sentence about what an edit kept of the training.
    """

    snapshot: Snapshot | None
    answered: int
    running: bool
    error: str = ""
    states: tuple[tuple[int, dict[str, Any] | str | None], ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Build:
    """Make a new trainer, by calling ``make`` on the worker's thread.

    Trainers that were left are kept for a while under their ``key``: with the same key again (an edit was undone) the
    old one comes back as it was, with its weights and curves, unless ``fresh``. ``settings`` are those of now.
    ``state`` is that of a training which a new trainer goes on with. ``heirs`` says that a new trainer keeps what the
    present one has learned: which old input and which old output each new one is.
    """

    make: Callable[[], Trainer | Onlooker]
    run_id: int = 0
    key: Hashable = None
    settings: TrainingSettings | None = None
    fresh: bool = True
    pinned: tuple[WeightEdit, ...] = ()  # weights set by hand that a new trainer begins with
    frozen: tuple[Place, ...] = ()
    state: dict[str, Any] | None = None
    heirs: Heirs | None = None


@dataclass(frozen=True)
class Swap:
    """Go on with other rows: a new trainer takes over the weights and the course of the present one."""

    make: Callable[[], Trainer | Onlooker]
    key: Hashable = None


@dataclass(frozen=True)
class Heirs:
    """For each new input, and each new output, the number of the old one that it is, or None."""

    inputs: tuple[int | None, ...]
    outputs: tuple[int | None, ...]


@dataclass(frozen=True)
class Run:
    """Train: without an end, for some epochs or steps, or until a goal is reached."""

    epochs: int | None = None
    steps: int | None = None
    goal: Goal | None = None


@dataclass(frozen=True)
class Pause:
    """Stop after the step that is being done."""


@dataclass(frozen=True)
class Apply:
    """Take over new settings between two steps."""

    settings: TrainingSettings


@dataclass(frozen=True)
class Adjust:
    """Set weights by hand between two steps, and hold those of ``frozen``.

    ``undone`` are taken back, the last one first, where this trainer has them; then ``done`` are carried out.
    """

    undone: tuple[WeightEdit, ...] = ()
    done: tuple[WeightEdit, ...] = ()
    frozen: tuple[Place, ...] = ()


@dataclass(frozen=True)
class Describe:
    """Report the whole state of the training, from which it can go on bit for bit."""


@dataclass(frozen=True)
class Quit:
    """End the thread."""


Request = Build | Swap | Run | Pause | Apply | Adjust | Describe | Quit
