"""The leak watch sees what it is there for, and names it."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject, QThread, QTimer
from PySide6.QtWidgets import QWidget

from tests.leaks import Watch


def test_nothing_is_no_leak(qapp):
    assert Watch().leaks() == []


def test_a_widget_is_named(qapp):
    watch = Watch()
    widget = QWidget(objectName="orphan")
    (leak,) = watch.leaks()
    assert "QWidget 'orphan'" in leak and "addWidget" in leak
    widget.deleteLater()
    assert watch.leaks() == []


def test_a_ticking_timer_is_named_and_a_stopped_one_is_none(qapp):
    watch = Watch()
    owner = QObject(objectName="owner")
    timer = QTimer(owner)
    timer.start(500)
    (leak,) = watch.leaks()
    assert "QTimer of QObject" in leak and "500 ms" in leak
    timer.stop()
    assert watch.leaks() == []


def test_a_running_qthread_is_named(qapp, monkeypatch):
    monkeypatch.setattr("tests.leaks.GRACE_SECONDS", 0.01)
    watch = Watch()
    thread = QThread(objectName="worker")
    thread.start()
    (leak,) = watch.leaks()
    assert "QThread 'worker'" in leak and "wait()" in leak
    thread.quit()
    thread.wait()
    assert watch.leaks() == []


def test_a_python_thread_is_named(monkeypatch):
    monkeypatch.setattr("tests.leaks.GRACE_SECONDS", 0.01)
    watch = Watch()
    go_on = threading.Event()
    thread = threading.Thread(target=go_on.wait, name="reader")
    thread.start()
    (leak,) = watch.leaks()
    assert "'reader'" in leak and "join()" in leak
    go_on.set()
    thread.join()
    assert watch.leaks() == []


def test_a_thread_that_is_about_to_end_is_given_its_time(qapp):
    watch = Watch()
    thread = QThread()
    thread.start()
    thread.quit()
    assert watch.leaks() == []
