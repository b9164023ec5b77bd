"""How long the event loop was away, and where it was; starved by other programs does not count."""

import os
import sys
import threading
import time
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QTimer

TICK_MS = 50


class Watchdog:
    """Within its block, ``stalls`` gets the stack of this thread whenever it is away too long.

    ``limit`` seconds are counted on `clock`, and a machine that does several things at once gets
    so many times more: that it is busy is no fault of the program's.
    """

    def __init__(self, limit: float) -> None:
        self.limit = limit
        self.stalls: list[str] = []
        self.longest = 0.0
        self._main, self._native = threading.get_ident(), threading.get_native_id()
        self._ends = threading.Event()
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._thread = threading.Thread(target=self._watch, daemon=True, name="watchdog")

    def clock(self) -> float:
        """Seconds in which this thread had a processor or slept, not those it waited for one."""
        return time.monotonic() - self._starved()

    def too_long(self, seconds: float, limit: float) -> bool:
        """Whether so much time, on `clock`, is more than a machine left alone would need."""
        return seconds > limit * max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))

    def _starved(self) -> float:
        try:
            waited = Path(f"/proc/self/task/{self._native}/schedstat").read_text().split()[1]
        except (OSError, IndexError):
            return 0.0
        return int(waited) / 1e9

    def __enter__(self) -> "Watchdog":
        self._last = self.clock()
        self._reported = False
        self._timer.start(TICK_MS)
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        where: TracebackType | None,
    ) -> None:
        self._timer.stop()
        self._ends.set()
        self._thread.join()

    def _beat(self) -> None:
        now = self.clock()
        self.longest = max(self.longest, now - self._last)
        self._last, self._reported = now, False

    def _watch(self) -> None:
        while not self._ends.wait(TICK_MS / 1000):
            away = self.clock() - self._last
            if self.too_long(away, self.limit) and not self._reported:
                self._reported = True
                frame = sys._current_frames()[self._main]
                self.stalls.append(f"{away:.1f} s in\n" + "".join(traceback.format_stack(frame)))
