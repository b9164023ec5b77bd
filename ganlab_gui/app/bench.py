"""Figures with the window: the training speed it leaves, how smoothly it draws, how fast it opens.

The window is real, on the display there is or offscreen, 1280×800 with its default panels.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QGraphicsView, QWidget

from ganlab_gui.app.bench_files import opening, recording
from ganlab_gui.app.bench_movie import filming
from ganlab_gui.app.bench_theory import dragging
from ganlab_gui.app.bench_travel import travelling
from ganlab_gui.app.main import application, collect_from_now_on, create
from ganlab_gui.app.session import State
from ganlab_gui.app.window import MainWindow
from ganlab_gui.experiment.io import validate
from ganlab_gui.experiment.schema import Experiment

if TYPE_CHECKING:
    from ganlab_gui.lab.bench import Figure

TICK_MS = 5
PATIENCE = 60.0
"""Seconds after which something that was waited for will not come."""
CHILD = (
    "from ganlab_gui.app.bench import tell_first_paint; told = tell_first_paint();"
    " from ganlab_gui.cli import main; raise SystemExit(main([]))"
)


def gan_lab_work() -> Experiment:
    """GAN Lab's default: G 2→8→8→2, D 2→8→8→1, ReLU, batch 150, SGD, 2 D steps and 1 G step."""
    values = {
        "title": "GAN Lab's default work",
        "noise": {"name": "uniform", "dim": 2},
        "generator": {"hidden": [8, 8], "activation": "relu", "output": "tanh"},
        "discriminator": {"hidden": [8, 8], "activation": "relu"},
        "training": {"batch": 150, "d_steps": 2, "g_steps": 1},
        "generator_optimizer": {"name": "sgd", "lr": 0.1},
        "discriminator_optimizer": {"name": "sgd", "lr": 0.03},
    }
    return validate(values, "benchmark")


def offscreen_if_need_be() -> None:
    """Without a display, draw into memory."""
    from ganlab_gui import doctor

    if doctor.no_display_message():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"


# -- watching a window -----------------------------------------------------------------------------


class Watch(QObject):
    """Counts the stage's paint events, and how late a 5 ms tick of the event loop comes."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.session = window.session
        self.canvas = stage_canvas(window)
        self.frames = 0
        self.late: list[float] = []
        self._last = time.perf_counter()
        self.timer = QTimer(self)
        self.timer.setTimerType(Qt.TimerType.PreciseTimer)
        self.timer.timeout.connect(self._tick)

    def _tick(self) -> None:
        now = time.perf_counter()
        self.late.append(max(0.0, (now - self._last) * 1e3 - TICK_MS))
        self._last = now

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.frames += 1
        return False

    def over(self, seconds: float) -> tuple[float, float]:
        """Steps and frames a second while the event loop runs for ``seconds``."""
        self.frames, self._last = 0, time.perf_counter()
        self.canvas.installEventFilter(self)
        self.timer.start(TICK_MS)
        began, first = time.perf_counter(), self.session.step
        spin(seconds)
        spent = time.perf_counter() - began
        self.timer.stop()
        self.canvas.removeEventFilter(self)
        return (self.session.step - first) / spent, self.frames / spent


def stage_canvas(window: MainWindow) -> QWidget:
    """The widget that the main picture is painted on."""
    views = window.panels.panels[window.panels.staged].view.findChildren(QGraphicsView)
    largest = max(views, key=lambda view: view.width() * view.height())
    return largest.viewport()


def spin(seconds: float) -> None:
    """Run the event loop for a while."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1e3), loop.quit)
    loop.exec()


def wait_until(condition: Callable[[], bool]) -> None:
    """Run the event loop until something is so; raises TimeoutError where it does not come."""
    until = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > until:
            raise TimeoutError(f"the window did not answer within {PATIENCE:.0f} s")
        spin(0.02)


def play(window: MainWindow, warm_up: float) -> None:
    """Start training and let the event loop run until it has settled."""
    session = window.session
    wait_until(lambda: session.state is not State.STARTING)
    before = session.step
    session.play()
    wait_until(lambda: session.state is State.PLAYING and session.step > before)
    spin(warm_up)


def pause(window: MainWindow) -> None:
    window.session.pause()
    wait_until(lambda: window.session.state is State.PAUSED)


# -- figures ---------------------------------------------------------------------------------------


def figures(quick: bool = False) -> "Iterator[Figure]":
    """Every figure, as soon as it is measured; see `bench_soak` for what takes half an hour."""
    offscreen_if_need_be()
    yield from opening_and_closing(3 if quick else 5)
    application()
    from ganlab_gui.lab.bench import headless, work
    from ganlab_gui.lab.bench_sweep import grids
    from ganlab_gui.lab.bench_zoo import objectives

    _, window = create(work(32, 150))
    window.resize(1280, 800)
    window.show()
    collect_from_now_on()  # as ``app.main.run`` does
    try:
        yield from beside_the_window(window, *((2, 1.0) if quick else (5, 3.0)))
        yield from dragging(application(), window)
        yield from travelling(application(), window, 3.0 if quick else 20.0)
        yield from recording(window, *((2, 4.0) if quick else (8, 9.0)))
        yield from filming(window, quick)  # of what was trained, not of noise as `opening` makes
        yield opening(window, 1 if quick else 3)
    finally:
        window.session.mark_saved()
        window.close()
    yield from headless(quick)
    yield from objectives(quick)
    yield from grids(quick)


def beside_the_window(window: MainWindow, pairs: int, seconds: float) -> "Iterator[Figure]":
    """Steps of the live window against the same training alone, in turns, and how it draws."""
    from ganlab_gui.lab.bench import Figure, Ours, rate

    alone, watch = Ours(window.session.running), Watch(window)
    rate(alone.step, seconds / 5)
    live, headless, frames = [], [], []
    for _ in range(pairs):
        headless.append(rate(alone.step, seconds))
        play(window, min(1.0, seconds / 2))
        steps, drawn = watch.over(seconds)
        live.append(steps)
        frames.append(drawn)
        pause(window)
    share = median(a / b for a, b in zip(live, headless, strict=True))
    note = f"{median(live):.0f} of {median(headless):.0f} steps/s, median of {pairs} pairs"
    yield Figure("steps/s with the window live, of headless", share * 100, 85, "%", note=note)
    yield Figure("frames/s meanwhile", median(frames), 55, "/s")
    late = sorted(watch.late)[int(len(watch.late) * 0.99)]
    note = f"median {median(watch.late):.1f} ms, worst {max(watch.late):.1f} ms"
    name = "lateness of a 5 ms event-loop tick, p99"
    yield Figure(name, late, 16, "ms", at_least=False, note=note)

    window.session.open_experiment(gan_lab_work())
    play(window, min(1.0, seconds / 2))
    rates = [watch.over(seconds)[0] for _ in range(pairs)]
    pause(window)
    name = "GAN Lab's default work with the window live"
    yield Figure(name, median(rates), 1_000, "it/s")


def proportional_memory(pids: list[int]) -> float:
    """MB that processes hold, shared pages divided among their users (PSS)."""
    total = 0
    for pid in pids:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total / 1024


# -- opening and closing ---------------------------------------------------------------------------


class FirstPaint(QObject):
    """Prints when the window was first painted; then plays a second, and prints when it closes."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.window: MainWindow | None = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        first = self.window is None and event.type() == QEvent.Type.Paint
        if first and isinstance(watched, MainWindow):
            self.window = watched
            QTimer.singleShot(0, self._painted)
        return False

    def _painted(self) -> None:
        print("painted", time.monotonic(), flush=True)
        application().removeEventFilter(self)
        assert self.window is not None
        play(self.window, 1.0)
        print("closing", time.monotonic(), flush=True)
        self.window.close()


def tell_first_paint() -> FirstPaint:
    """Called before the program in a process that is measured."""
    app = application()
    watcher = FirstPaint(app)
    app.installEventFilter(watcher)
    return watcher


def opening_and_closing(times: int) -> "Iterator[Figure]":
    """The program's own command in processes of their own, opened and closed while it trains."""
    from ganlab_gui.lab.bench import Figure

    opened, closed = zip(*(_open_and_close() for _ in range(times)), strict=True)
    for name, seconds in (
        ("process start to first painted window", opened),
        ("close while training", closed),
    ):
        note = f"median of {times}, worst {max(seconds):.2f} s"
        yield Figure(name, median(seconds), 1.0, "s", at_least=False, note=note)


def _open_and_close() -> tuple[float, float]:
    """Seconds from the start of the process to the first paint, and from the close to its end."""
    with TemporaryDirectory() as folder:
        homes = {"XDG_CONFIG_HOME": folder, "XDG_DATA_HOME": folder}
        began = time.monotonic()
        child = subprocess.run(
            [sys.executable, "-c", CHILD], env=os.environ | homes,
            capture_output=True, text=True, timeout=2 * PATIENCE,
        )  # fmt: skip
        ended = time.monotonic()
    told = dict(line.split() for line in child.stdout.splitlines() if len(line.split()) == 2)
    if not {"painted", "closing"} <= told.keys():
        reason = (child.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise RuntimeError(f"the window did not open and close: {reason}")
    return float(told["painted"]) - began, ended - float(told["closing"])
