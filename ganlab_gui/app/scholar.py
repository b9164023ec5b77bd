"""The window's end of the study process: asks, and tells what was found."""

import multiprocessing
import threading
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from ganlab_gui.lab import study_server
from ganlab_gui.pages.page import Found, Request

LOOK_MS = 15


@dataclass
class Mailbox:
    """A study process, and a thread that keeps its pipe empty."""

    process: Any
    connection: Any
    inbox: deque[tuple[Any, ...]]

    @classmethod
    def start(cls) -> "Mailbox":
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=study_server.main, args=(theirs,), daemon=True)
        process.start()
        theirs.close()
        box = cls(process, ours, deque())
        threading.Thread(target=box.read, daemon=True, name="studies").start()
        return box

    def read(self) -> None:
        while True:
            try:
                self.inbox.append(self.connection.recv())
            except (EOFError, OSError, TypeError):
                self.inbox.append(("lost",))
                return

    def send(self, *message: Any) -> None:
        try:
            self.connection.send(message)
        except OSError:
            return


class Scholar(QObject):
    """Keeps one study of each name under way; the process starts with the first request.

    ``found`` carries a `Found`. A process that ends by itself is told as an error of every study
    under way, and started again by the next request.
    """

    found = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._box: Mailbox | None = None
        self._open: dict[int, Request] = {}
        self._ticket = 0
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._collect)

    @property
    def busy(self) -> bool:
        """Whether an answer is awaited."""
        return bool(self._open)

    def ask(self, requests: Sequence[Request]) -> None:
        """Go on with what is under way and still wanted, give up the rest, begin what is new."""
        for ticket, request in list(self._open.items()):
            if request not in requests:
                del self._open[ticket]
        wanted = [request for request in requests if request not in self._open.values()]
        if self._box is not None and not self._open:
            self._box.send("forget")
        for request in wanted:
            self._ticket += 1
            self._open[self._ticket] = request
            if self._box is None:
                self._box = Mailbox.start()
            self._box.send("study", self._ticket, request.study, dict(request.arguments))
        if self._open:
            self._timer.start()

    def forget(self) -> None:
        """Want nothing any more."""
        self.ask(())

    def close(self) -> None:
        """End the process."""
        self._timer.stop()
        self._open.clear()
        if self._box is not None:
            self._box.send("stop")
            self._box.process.kill()
            self._box.process.join(0.8)
            self._box = None

    def _collect(self) -> None:
        box = self._box
        if box is None:
            return
        newest: dict[int, Found] = {}
        while box.inbox:
            message = box.inbox.popleft()
            if message[0] == "lost":
                self._lose(newest)
                break
            ticket = message[1]
            if ticket not in self._open:
                continue
            newest[ticket] = self._answer(self._open[ticket], message)
        for ticket, found in newest.items():
            if found.error or found.share >= 1.0:
                self._open.pop(ticket, None)
            self.found.emit(found)
        if not self._open:
            self._timer.stop()

    def _answer(self, request: Request, message: tuple[Any, ...]) -> Found:
        if message[0] == "failed":
            return Found(request, 1.0, None, str(message[2]))
        return Found(request, float(message[2]), message[3])

    def _lose(self, newest: dict[int, Found]) -> None:
        self._box = None
        sentence = self.tr("The process that computes has ended unexpectedly.")
        for ticket, request in self._open.items():
            newest[ticket] = Found(request, 1.0, None, sentence)
