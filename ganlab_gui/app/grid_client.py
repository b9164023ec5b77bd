"""The window's end of a grid under way: starts its process, and tells what that tells."""

import contextlib
import multiprocessing
import threading
from collections import deque
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from ganlab_gui.lab.sweep import server

LOOK_MS = 50
PATIENCE = 0.8
"""Seconds a process has to end its workers, before it is ended itself; they then end alone."""


class GridClient(QObject):
    """One grid at a time. ``told`` carries an event of `lab.sweep.events`."""

    told = Signal(object)
    refused = Signal(list)
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: Any = None
        self._connection: Any = None
        self._inbox: deque[tuple[Any, ...]] = deque()
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._collect)

    @property
    def busy(self) -> bool:
        """Whether a grid is under way."""
        return self._process is not None

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process is not None else None

    def start(self, path: Path, workers: int | None, cluster: str | None) -> None:
        """Train what is missing in a grid's folder."""
        assert not self.busy
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        # Not a daemon: those may have no processes of their own.
        process = context.Process(target=server.serve, args=(theirs, path, workers, cluster))
        process.start()
        theirs.close()
        self._process, self._connection, self._inbox = process, ours, deque()
        threading.Thread(target=_read, args=(ours, self._inbox), daemon=True, name="grid").start()
        self._timer.start()

    def cancel(self) -> None:
        """Stop soon; ``ended`` tells when it has."""
        if self.busy:
            with contextlib.suppress(OSError):
                self._connection.send("cancel")

    def close(self) -> None:
        """End the process now; what is finished is on the disk."""
        self._timer.stop()
        if self.busy:
            self.cancel()
            self._process.join(PATIENCE)
            self._process.kill()
            self._process.join(PATIENCE)
            self._process = None

    def _collect(self) -> None:
        while self._inbox:
            kind, *rest = self._inbox.popleft()
            if kind == "event":
                self.told.emit(rest[0])
            elif kind == "refused":
                self.refused.emit(rest[0])
            else:
                self._end(lost=kind == "lost")
                return

    def _end(self, lost: bool) -> None:
        self._timer.stop()
        self._process.join(PATIENCE)
        self._process.kill()
        self._process = None
        if lost:
            self.refused.emit([self.tr("The grid's process has ended unexpectedly.")])
        self.ended.emit()


def _read(connection: Any, inbox: deque[tuple[Any, ...]]) -> None:
    """Keep the pipe empty until its last word."""
    while True:
        try:
            message = connection.recv()
        except (EOFError, OSError):
            message = ("lost",)
        inbox.append(message)
        if message[0] in ("lost", "end"):
            connection.close()
            return
