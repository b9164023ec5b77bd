"""Opening the window: the application, its fonts and language, and the picture-taking commands."""

import gc
import os
import signal
import sys
from pathlib import Path
from typing import Any

from pyqtgraph.util.garbage_collector import GarbageCollector
from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QTimer
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtWidgets import QApplication, QWidget

from ganlab_gui.app.preferences import Preferences, default_data, default_path
from ganlab_gui.app.quiet import hush
from ganlab_gui.app.session import State
from ganlab_gui.app.window import MainWindow
from ganlab_gui.experiment.io import FIRST_PRESET, load_preset
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.client import Client, Home

PICTURE_WAIT_MS = 600_000
CALM = 5
"""Looks in a row at which a page must be whole before its picture is taken."""
FRAMES = 90
"""Frames after which scales held from earlier steps have come to rest in a picture."""
_collectors: list[GarbageCollector] = []
COLLECT_EVERY = 0.5
"""Seconds between two looks at how much garbage there may be."""
INTERRUPTED = 130
"""Exit code after Ctrl-C in the terminal, as shells count it."""


def application() -> QApplication:
    """The one QApplication of this process."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    QCoreApplication.setApplicationName("ganlab-gui")
    QCoreApplication.setOrganizationName("ganlab-gui")
    return QApplication(sys.argv[:1])


def create(
    experiment: Experiment | None = None,
    *,
    home: Home = "process",
    device: str = "auto",
    preferences: Preferences | None = None,
    file: Path | None = None,
    client: Client | None = None,
) -> tuple[QApplication, MainWindow]:
    """The application and a window on an experiment, not yet shown; its worker is starting.

    Without ``preferences`` nothing is remembered between windows. ``client`` is a worker already
    started on the experiment.
    """
    app = application()
    experiment = experiment or load_preset(FIRST_PRESET)
    client = client or Client(experiment, home, device)
    return app, MainWindow(experiment, preferences or Preferences(None), client, file)


def collect_from_now_on() -> None:
    """Start collecting garbage, leaving alone what the opening of the window has left behind.

    It is done in this thread alone: Python would do it in whichever thread asks for memory, but a
    widget must be freed in the thread that made it.
    """
    gc.freeze()
    collector = GarbageCollector(COLLECT_EVERY)
    collector.timer.setParent(application())
    _collectors.append(collector)


def run(
    experiment: Experiment,
    client: Client,
    *,
    play: bool = False,
    theme: str | None = None,
    language: str | None = None,
    reset: bool = False,
    file: Path | None = None,
    page: str | None = None,
    lesson: str | None = None,
    recorded: Path | None = None,
) -> int:
    """Show the window until it is closed; the exit code.

    ``reset`` forgets what was remembered; ``page``, ``lesson`` and the session file ``recorded``
    are opened at once.
    """
    preferences = Preferences(default_path(), default_data())
    if reset:
        preferences.clear()
    if theme is not None:
        preferences.set("theme", theme)
    if language is not None:
        preferences.set("language", language)
    app, window = create(experiment, preferences=preferences, file=file, client=client)
    window.show()
    QTimer.singleShot(0, collect_from_now_on)
    if play:
        window.session.play()
    if page is not None:
        window.theory.open_or_tell(page)
    if lesson is not None:
        window.lessons.open(lesson)
    if recorded is not None:
        window.sessions.open(recorded)
    QTimer.singleShot(0, window.keeping.rescue.look)
    signal.signal(signal.SIGINT, lambda *_: app.exit(INTERRUPTED))
    code = app.exec()
    window.session.close()
    return code


def picture_window(
    experiment: Experiment, theme: str, language: str, scale: float
) -> tuple[QApplication, MainWindow]:
    """A window to take pictures of, offscreen where there is no display."""
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        hush()
    preferences = Preferences(None)
    preferences.set("theme", theme)
    preferences.set("language", language)
    preferences.set("scale", scale)
    return create(experiment, preferences=preferences)


def shot(
    experiment: Experiment,
    steps: int,
    out: Path,
    size: tuple[int, int] = (1280, 800),
    theme: str = "dark",
    panel: str | None = None,
    language: str = "en",
    scale: float = 1.0,
) -> None:
    """Train ``steps`` steps in a real window and save a picture of it, or of one panel.

    Raises ValueError where the panel does not exist or the worker fails, SaveError where the file
    cannot be written.
    """
    app, window = picture_window(experiment, theme, language, scale)
    try:
        target = window.picture_target(panel)
        window.resize(*size)
        window.show()
        settle(app, window, steps)
        save_widget(target, out)
    finally:
        window.session.mark_saved()
        window.close()


def shot_page(
    page: str,
    values: dict[str, Any],
    out: Path,
    size: tuple[int, int] = (1280, 800),
    theme: str = "dark",
    language: str = "en",
    scale: float = 1.0,
) -> None:
    """Save a picture of a theory page in a real window, once all it computes is there.

    Raises ValueError where there is no such page, or setting of it, or a study fails; SaveError
    where the file cannot be written.
    """
    app, window = picture_window(load_preset(FIRST_PRESET), theme, language, scale)
    try:
        window.theory.open(page, values)
        window.resize(*size)
        window.show()
        settle_page(app, window)
        save_widget(window, out)
    finally:
        window.session.mark_saved()
        window.close()


def settle_page(app: QApplication, window: MainWindow) -> None:
    """Run the event loop until the page on the desk is whole; raises ValueError if it cannot be."""
    desk = window.theory.desk
    assert desk is not None
    failure: list[str] = []
    window.session.refused.connect(failure.append)
    timer, limit = QTimer(), QTimer()
    calm = 0

    def look() -> None:
        nonlocal calm
        calm = calm + 1 if desk.settled else 0
        if failure or calm > CALM:
            app.exit(0)

    timer.timeout.connect(look)
    limit.timeout.connect(app.exit)
    timer.start(30)
    limit.start(PICTURE_WAIT_MS)
    app.exec()
    timer.stop()
    limit.stop()
    if failure:
        raise ValueError(failure[0])


def settle(app: QApplication, window: MainWindow, steps: int) -> None:
    """Run the event loop until ``steps`` steps are taken, measured and drawn.

    Raises ValueError where the worker fails.
    """
    session = window.session
    failure: list[str] = []
    session.lost.connect(failure.append)
    session.refused.connect(failure.append)
    asked = False

    def look() -> None:
        nonlocal asked
        if failure:
            app.exit(1)
        still = session.state in (State.PAUSED, State.DIVERGED)
        # The first picture tells the worker what to keep on its way.
        if still and not asked and session.snapshot is not None:
            asked = True
            if steps:
                session.advance("both", steps)
        if asked and still and window.up_to_date(steps):
            app.exit(0)

    timer, limit = QTimer(), QTimer()
    timer.timeout.connect(look)
    limit.timeout.connect(app.quit)
    timer.start(30)
    limit.start(PICTURE_WAIT_MS)
    app.exec()
    timer.stop()
    limit.stop()
    if failure:
        raise ValueError(failure[0])
    window.panels.stand_still(FRAMES)
    window.timeline.refresh()


def save_widget(widget: QWidget, out: Path) -> None:
    """Write a PNG of a widget as it looks now, atomically."""
    save_image(widget.grab().toImage(), out)


def save_image(image: QImage, out: Path) -> None:
    """Write a PNG, atomically."""
    from ganlab_gui.lab.files import atomic_bytes

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    atomic_bytes(out, bytes(buffer.data().data()))
