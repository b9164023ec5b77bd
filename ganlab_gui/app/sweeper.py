"""Moves one setting of a page over its slider's range, to and fro, at the pace the page says."""

import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from ganlab_gui.app.control_scales import Track, track_of
from ganlab_gui.experiment.knobs import settings_in
from ganlab_gui.pages.page import Page, Sweep

FRAME_MS = 25


class Sweeper(QObject):
    """``moved`` carries the setting's path and its next value."""

    moved = Signal(str, object)
    toggled = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sweep: Sweep | None = None
        self._track: Track | None = None
        self._whole = False
        self._settings: Callable[[], Any] = lambda: None
        self._place, self._way, self._then = 0.0, 1.0, 0.0
        self._timer = QTimer(self, interval=FRAME_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._move)

    @property
    def playing(self) -> bool:
        return self._timer.isActive()

    def take(self, page: Page[Any], settings: Callable[[], Any]) -> None:
        """Another page; ``settings`` gives its settings of now."""
        self.stop()
        self._sweep, self._track, self._settings = page.sweep, None, settings
        if page.sweep is not None:
            setting = {s.path: s for s in settings_in(page.settings)}[page.sweep.path]
            self._track, self._whole = track_of(setting), setting.kind == "int"

    def toggle(self) -> None:
        """Play or pause; from the far end of a way that has no return, begin again."""
        if self.playing:
            self.stop()
        elif self._sweep is not None and self._track is not None:
            self._place = self._share(getattr(self._settings(), self._sweep.path))
            if self._place >= 1.0 and not self._sweep.back:
                self._place = 0.0
            self._way, self._then = 1.0, time.perf_counter()
            self._timer.start()
            self.toggled.emit(True)

    def stop(self) -> None:
        if self.playing:
            self._timer.stop()
            self.toggled.emit(False)

    def _ends(self) -> tuple[float, float]:
        """Places of the sweep's ends on the track."""
        assert self._track is not None
        assert self._sweep is not None
        low, high = self._sweep.low, self._sweep.high
        last = float(self._track.last)
        first = 0.0 if low is None else float(self._track.place(low))
        return first, last if high is None else float(self._track.place(high))

    def _share(self, value: float) -> float:
        assert self._track is not None
        first, last = self._ends()
        return min(max((self._track.place(value) - first) / (last - first), 0.0), 1.0)

    def _move(self) -> None:
        assert self._track is not None
        assert self._sweep is not None
        now = time.perf_counter()
        # A slow frame moves on by what two frames take, so that nothing is skipped unseen.
        passed = min(now - self._then, 0.1)
        self._then = now
        self._place += self._way * passed / self._sweep.seconds
        if not 0.0 <= self._place <= 1.0:
            if self._sweep.back:
                self._way = -self._way
                self._place = min(max(self._place, 0.0), 1.0)
            else:
                self._place = 1.0
                self.stop()
        first, last = self._ends()
        at = first + self._place * (last - first)
        self.moved.emit(self._sweep.path, self._value(at))

    def _value(self, at: float) -> float | int:
        """The value at a place between places, so that motion is smooth."""
        assert self._track is not None
        below = min(int(at), self._track.last)
        above = min(below + 1, self._track.last)
        a, b = self._track.value(below), self._track.value(above)
        value = a + (at - below) * (b - a)
        return round(value) if self._whole else float(value)
