"""The window's end of a piece of work in a process of its own, with a bar and a way to stop it."""

import multiprocessing
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QProgressDialog, QWidget

from ganlab_gui.lab import jobs

LOOK_MS = 50


def tr(text: str) -> str:
    return QCoreApplication.translate("Job", text)


class Job(QObject):
    """Runs ``work(*arguments, progress=…)`` elsewhere; the window stays alive meanwhile.

    Ends with one of ``done`` (what the work gave back), ``failed`` (a sentence) and ``stopped``.
    """

    done = Signal(object)
    failed = Signal(str)
    stopped = Signal()

    def __init__(
        self, title: str, work: Callable[..., Any], arguments: tuple[Any, ...], parent: QWidget
    ) -> None:
        super().__init__(parent)
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.process = context.Process(
            target=jobs.main, args=(theirs, work, arguments), daemon=True
        )
        self.process.start()
        theirs.close()
        self.bar = QProgressDialog("", tr("Cancel"), 0, 0, parent)
        self.bar.setObjectName("job")
        self.bar.setWindowTitle(title)
        self.bar.setWindowModality(Qt.WindowModality.NonModal)
        self.bar.setAutoReset(False)
        self.bar.setAutoClose(False)
        self.bar.setMinimumDuration(0)
        self.bar.setMinimumWidth(32 * self.bar.fontInfo().pixelSize())
        self.bar.setLabelText(tr("Starting…"))
        self.bar.canceled.connect(self.stop)
        self.bar.show()
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    @property
    def running(self) -> bool:
        return self._timer.isActive()

    def stop(self) -> None:
        """Ask the work to stop at its next word; files are whole or not there at all."""
        try:
            self.connection.send(("stop",))
        except OSError:
            return
        self.bar.setLabelText(tr("Stopping…"))
        self.bar.show()

    def close(self) -> None:
        """End it now: the window closes."""
        if self.running:
            self._timer.stop()
            self.process.kill()
            self.process.join(0.8)
            self.connection.close()
            self._close_bar()

    def _look(self) -> None:
        try:
            while self.running and self.connection.poll():
                self._take(*self.connection.recv())
        except (EOFError, OSError):
            self._end()
            self.failed.emit(tr("The process that works has ended unexpectedly."))

    def _take(self, kind: str, *rest: Any) -> None:
        if kind == "progress":
            done, total, text = rest
            self.bar.setMaximum(total)
            self.bar.setValue(done)
            self.bar.setLabelText(text or tr("Working…"))
            return
        self._end()
        getattr(self, kind).emit(*rest)

    def _end(self) -> None:
        self._timer.stop()
        self.process.kill()  # it has said its last word; torch takes long to unload
        self.process.join(0.8)
        self.connection.close()
        self._close_bar()

    def _close_bar(self) -> None:
        self.bar.canceled.disconnect(self.stop)  # closing it would count as that
        self.bar.close()
        self.bar.deleteLater()
