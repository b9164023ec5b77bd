"""How soon a theory page is redrawn while something is dragged on it."""

import time
from collections.abc import Iterator
from statistics import median
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QApplication

from ganlab_gui.app.desk import Desk
from ganlab_gui.app.window import MainWindow
from ganlab_gui.experiment.knobs import settings_in
from ganlab_gui.pages import PAGES
from ganlab_gui.pages.plate import Axes, Handle

if TYPE_CHECKING:
    from ganlab_gui.lab.bench import Figure

PLACES = 12
"""Places on the way that every handle and slider is dragged."""


def dragging(app: QApplication, window: MainWindow) -> "Iterator[Figure]":
    """The slowest page: from the mouse's move to the picture painted, 95th percentile."""
    from ganlab_gui.lab.bench import Figure

    measured = {name: sorted(_page(app, window, name)) for name in PAGES}
    times = {name: found for name, found in measured.items() if found}
    late = {name: found[int(len(found) * 0.95)] for name, found in times.items()}
    slowest = max(late, key=lambda name: late[name])
    typical = median(value for found in times.values() for value in found)
    worst = max(found[-1] for found in times.values())
    note = f"{slowest}; median of all pages {typical:.0f} ms, worst {worst:.0f} ms"
    name = "a theory page redrawn while dragging, p95 of the slowest"
    yield Figure(name, late[slowest], 50, "ms", at_least=False, note=note)
    window.theory.leave()


def _page(app: QApplication, window: MainWindow, name: str) -> list[float]:
    """Milliseconds of every redraw on one page."""
    window.theory.open(name, {})
    desk = window.theory.desk
    assert desk is not None
    _drawn(app, desk)
    found = [_timed(app, desk, change) for change in _drags(desk)]
    desk.restore()
    _drawn(app, desk)
    return found


def _drags(desk: Desk) -> Iterator[dict[str, Any]]:
    """What every handle's drag across its axes changes, then every slider."""
    page, plate, start = desk.page, desk.plate, desk.settings
    assert page is not None
    assert plate is not None
    cells = (cell for row in plate.rows for cell in row.cells)
    for cell in (cell for cell in cells if isinstance(cell, Axes)):
        for item in cell.items:
            if isinstance(item, Handle):
                for i in range(PLACES):
                    share = (i + 0.5) / PLACES
                    x, y = (low + share * (high - low) for low, high in (cell.x, cell.y))
                    yield page.drag(start, item.key, x, y)
    for setting in settings_in(page.settings):
        ends = setting.knob.slider or (setting.low, setting.high)
        if setting.kind == "float" and None not in ends:
            low, high = (float(end) for end in ends if end is not None)
            for i in range(PLACES):
                share = (i + 0.5) / PLACES
                log = setting.knob.scale == "log" and low > 0
                value = low * (high / low) ** share if log else low + share * (high - low)
                yield {setting.path: value}


def _timed(app: QApplication, desk: Desk, change: dict[str, Any]) -> float:
    start = time.perf_counter()
    desk.change(change, drag=True)
    _drawn(app, desk)
    return 1e3 * (time.perf_counter() - start)


def _drawn(app: QApplication, desk: Desk) -> None:
    """Let the event loop draw and paint what is due; nothing in the background is waited for."""
    while desk.redraw_due:
        app.processEvents()
    app.processEvents()
