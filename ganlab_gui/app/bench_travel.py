"""How soon a recorded moment is on the screen, and how soon a branch takes its first step."""

import time
from collections.abc import Callable, Iterator
from random import Random
from statistics import median
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from ganlab_gui.app.session import State
from ganlab_gui.app.window import MainWindow

if TYPE_CHECKING:
    from ganlab_gui.lab.bench import Figure

VISITS = 60
BRANCHES = 5
PATIENCE = 60.0


def travelling(app: QApplication, window: MainWindow, seconds: float) -> "Iterator[Figure]":
    """Of a 2×128 run that was played for ``seconds``: visits anywhere, branches from keyframes."""
    from ganlab_gui.lab.bench import Figure, work

    session = window.session
    session.open_experiment(work(128, 256))
    _wait(app, lambda: session.state is not State.STARTING)
    session.play()
    until = time.monotonic() + seconds
    _wait(app, lambda: time.monotonic() > until)
    session.pause()
    _wait(app, lambda: session.state is State.PAUSED)
    late = sorted(_visit(app, window, step) for step in _places(session.step, VISITS))
    recording = session.recording
    assert recording is not None
    note = f"median {median(late):.0f} ms, worst {late[-1]:.0f} ms, {len(recording.pictures())}"
    note += f" pictures, {session.step} steps"
    name = "a recorded moment on the screen, p95 of visits anywhere"
    yield Figure(name, late[int(len(late) * 0.95)], 50, "ms", at_least=False, note=note)
    took = [_branch(app, window) for _ in range(BRANCHES)]
    name = "a branch from a keyframe of a 2×128 run, to its first new step"
    note = f"median of {BRANCHES}, worst {max(took):.0f} ms"
    yield Figure(name, median(took), 300, "ms", at_least=False, note=note)


def _places(last: int, count: int) -> list[int]:
    draw = Random(0)
    return [draw.randrange(max(1, last)) for _ in range(count)]


def _visit(app: QApplication, window: MainWindow, step: int) -> float:
    """Milliseconds from the wish to the picture painted."""
    from ganlab_gui.app.bench import stage_canvas

    began = time.perf_counter()
    window.session.visit(step)
    stage_canvas(window).repaint()
    spent = 1e3 * (time.perf_counter() - began)
    _wait(app, lambda: window.panels.drawn)  # the curves follow, a panel a frame
    return spent


def _branch(app: QApplication, window: MainWindow) -> float:
    """Milliseconds from the wish for a branch to the first step in it."""
    session = window.session
    assert session.recording is not None
    frames = session.recording.branches[0].keyframes.steps
    session.visit(int(frames[len(frames) // 2]))
    began = time.perf_counter()
    session.branch_here()
    session.play()
    recording = session.recording
    _wait(app, lambda: recording.current != 0)
    first = recording.branch.fork
    _wait(app, lambda: session.step > first)
    spent = 1e3 * (time.perf_counter() - began)
    session.pause()
    _wait(app, lambda: session.state is State.PAUSED)
    session.switch(0)
    _wait(app, lambda: session.state is State.PAUSED and recording.current == 0)
    return spent


def _wait(app: QApplication, condition: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > until:
            raise TimeoutError(f"the window did not answer within {PATIENCE:.0f} s")
        app.processEvents()
