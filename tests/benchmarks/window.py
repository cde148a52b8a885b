"""What the open window costs the training, and how quickly it answers meanwhile.

    python -m tests.benchmarks.window [--rounds 12] [--seconds 1.5]

prints one JSON object: ``training_kept`` (steps a second with the window open over steps a second without one, the
median of interleaved rounds), ``answer_ms`` (how long an event that arrives at a random moment waits, as a click would:
50th and 99th percentile and maximum), ``frames_per_second`` of the loss, the regions, the weights and the drawn
network, and ``first_window_s`` (a warm start of a fresh process until the window has been painted). It needs a screen;
Xvfb is one (``xvfb-run -a python -m tests.benchmarks.window``).
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import threading
import time
from functools import partial
from pathlib import Path

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from fcgui.app import App
from fcgui.blas import limit_threads
from fcgui.launch import make_application
from fcgui.runs import make_trainer
from fcgui_core.trainer import Trainer

ROOT = Path(__file__).resolve().parents[2]
STAMPED = QEvent.Type(QEvent.registerEventType())
PAUSE_S = (0.003, 0.03)  # between two events of the click probe
FIRST_WINDOW = """
import sys
sys.path[:0] = {paths!r}
from PySide6.QtCore import QTimer
from fcgui.app import App
from fcgui.launch import make_application
application = make_application(["fcgui"])
app = App()
app.begin()
app.window.show()
application.processEvents()
app.window.grab()
QTimer.singleShot(0, app.window.close)
application.exec()
"""


class Stamped(QEvent):
    """An event that knows when it was posted."""

    def __init__(self) -> None:
        super().__init__(STAMPED)
        self.posted = time.perf_counter()


class Answers(QObject):
    """Measures how long stamped events wait in the window's queue."""

    def __init__(self) -> None:
        super().__init__()
        self.waited_ms: list[float] = []

    def event(self, event: QEvent) -> bool:
        if isinstance(event, Stamped):
            self.waited_ms.append(1000 * (time.perf_counter() - event.posted))
            return True
        return super().event(event)


class Paints(QObject):
    """Counts the paint events of some widgets."""

    def __init__(self, widgets: dict[str, QWidget]) -> None:
        super().__init__()
        self.counts = dict.fromkeys(widgets, 0)
        self._names = {widget: name for name, widget in widgets.items()}
        for widget in widgets.values():
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self.counts[self._names[watched]] += 1
        return False


def without_a_window(app: App, seconds: float) -> float:
    """Steps a second of the project's trainer with nothing else going on."""
    trainer = make_trainer(app.document.project, 0)
    assert isinstance(trainer, Trainer)
    with limit_threads(trainer.network.spec, trainer.settings.batch_size, trainer.n_rows):
        trainer.run(steps=200)
        began, before = time.perf_counter(), trainer.step
        while time.perf_counter() - began < seconds:
            trainer.run(steps=200)
        return (trainer.step - before) / (time.perf_counter() - began)


def with_the_window(app: App, seconds: float, answers: Answers | None = None) -> float:
    """Steps a second of the session while the window shows it; with ``answers``, events arrive meanwhile."""
    app.session.reset()
    app.session.run()
    spin(0.5)
    while app.session.snapshot is None:  # a busy machine
        spin(0.1)
    stop = threading.Event()
    poster = threading.Thread(target=partial(post, answers, stop))
    if answers is not None:
        poster.start()
    began, before = time.perf_counter(), app.session.snapshot.step
    spin(seconds)
    done, took = app.session.snapshot.step - before, time.perf_counter() - began
    stop.set()
    if answers is not None:
        poster.join()
    app.session.pause()
    spin(0.5)
    return done / took


def post(answers: Answers | None, stop: threading.Event) -> None:
    """Post events at random moments until told to stop."""
    generator = random.Random(0)
    while answers is not None and not stop.wait(generator.uniform(*PAUSE_S)):
        QCoreApplication.postEvent(answers, Stamped())


def spin(seconds: float) -> None:
    """Let the window's event loop run."""
    loop = QEventLoop()
    QTimer.singleShot(int(1000 * seconds), loop.quit)
    loop.exec()


def first_window_s(runs: int) -> float:
    """Median time from the start of a process until its window has been painted; the first run warms the caches."""
    script = FIRST_WINDOW.format(paths=[str(ROOT), str(ROOT / "core")])
    times = []
    for _ in range(runs + 1):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", script], check=True, env=os.environ)
        times.append(time.perf_counter() - began)
    return statistics.median(times[1:])


def measure(rounds: int, seconds: float) -> dict[str, object]:
    """All figures, from one process and interleaved rounds."""
    make_application(["fcgui"])
    app = App()
    app.begin()
    app.window.resize(1280, 720)
    app.window.show()
    spin(1.0)
    answers = Answers()
    window = app.window
    paints = Paints(
        {
            "loss": window.loss.picture,
            "regions": window.regions.picture,
            "weights": window.weights.picture,
            "network": window.canvas,
        }
    )
    kept, alone, shown = [], [], []
    painted = 0.0
    for _ in range(rounds):
        alone.append(without_a_window(app, seconds))
        shown.append(with_the_window(app, seconds))
        kept.append(shown[-1] / alone[-1])
        with_the_window(app, seconds, answers)  # apart: the thread that posts the events costs speed itself
        painted += 2 * (seconds + 0.5)
    app.project_work.close_anyway()
    waited = np.array(answers.waited_ms)
    return {
        "training_kept": round(statistics.median(kept), 3),
        "training_kept_rounds": [round(share, 3) for share in kept],
        "steps_per_second_alone": round(statistics.median(alone)),
        "steps_per_second_with_window": round(statistics.median(shown)),
        "answer_ms": {
            "p50": round(float(np.percentile(waited, 50)), 2),
            "p99": round(float(np.percentile(waited, 99)), 2),
            "max": round(float(waited.max()), 2),
            "events": len(waited),
        },
        "frames_per_second": {name: round(count / painted, 1) for name, count in paints.counts.items()},
        "first_window_s": round(first_window_s(5), 2),
        "platform": QApplication.platformName(),
        "cores": os.cpu_count(),
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--rounds", type=int, default=12)
    parser.add_argument("--seconds", type=float, default=1.5)
    given = parser.parse_args()
    sys.stdout.write(json.dumps(measure(given.rounds, given.seconds), indent=2) + "\n")


if __name__ == "__main__":
    main()
