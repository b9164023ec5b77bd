"""The other end of the worker, without torch: starts it, sends commands, collects messages."""

import multiprocessing
import multiprocessing.dummy
import threading
from collections import deque
from contextlib import suppress
from multiprocessing.reduction import ForkingPickler
from queue import SimpleQueue
from typing import Any, Literal

from ganlab_gui.lab.worker import Start, serve

KILLED = 9
"""The signal that ends a process unasked."""
Home = Literal["process", "thread"]
HOMES: dict[Home, Any] = {
    "process": multiprocessing.get_context("spawn"),
    "thread": multiprocessing.dummy,
}


class Client:
    """One worker and its mailbox.

    A reading thread keeps the pipe empty, so that the worker never waits for a busy window, and a
    writing thread waits in the window's place for a worker that is busy with a long step;
    ``drain`` hands out what has come in. The last message of a worker is ("bye",), after
    ("crashed", …) or ("lost", sentence) where it did not end by itself.
    """

    def __init__(self, experiment: Start, home: Home = "process", device: str = "auto") -> None:
        self.home, self.device = home, device
        context = HOMES[home]
        self.connection, theirs = context.Pipe()
        self.worker = context.Process(target=serve, args=(theirs, experiment, device))
        self.worker.daemon = True
        self.worker.start()
        if home == "process":
            theirs.close()
        self._inbox: deque[tuple[Any, ...]] = deque()
        self._closing = False
        self._reader = threading.Thread(target=self._read, daemon=True, name="mailbox")
        self._reader.start()
        self._outbox: SimpleQueue[Any] = SimpleQueue()
        self._writer = threading.Thread(target=self._write, daemon=True, name="outbox")
        if home == "process":  # a thread's inbox takes anything at once
            self._writer.start()

    @property
    def pid(self) -> int | None:
        """The worker's process id; None in a thread."""
        return self.worker.pid if self.home == "process" else None

    def send(self, *command: Any) -> None:
        """Tell the worker something; a worker that is gone is told nothing."""
        if self.home == "process":
            self._outbox.put(ForkingPickler.dumps(command))  # as it is now
        else:
            self.connection.send(command)

    def drain(self) -> list[tuple[Any, ...]]:
        """Messages since the last call, oldest first."""
        return [self._inbox.popleft() for _ in range(len(self._inbox))]

    def close(self, timeout: float = 0.8) -> None:
        """Stop the worker by asking; a process is then ended at once.

        It is not waited for: torch takes long to unload.
        """
        self._closing = True
        self.send("stop")
        self._reader.join(timeout)
        if self.home == "process":
            self.worker.kill()
            self.worker.join(timeout)
            self._outbox.put(None)
            self._writer.join(timeout)
            self.connection.close()

    def _write(self) -> None:
        while (command := self._outbox.get()) is not None:
            with suppress(OSError):  # it is gone
                self.connection.send_bytes(command)

    def _read(self) -> None:
        while True:
            try:
                message = self.connection.recv()
            except (EOFError, OSError):
                if not self._closing:
                    self._inbox.append(("lost", self._how_it_ended()))
                return
            if message[0] == "bye":
                return
            self._inbox.append(message)

    def _how_it_ended(self) -> str:
        self.worker.join(1.0)
        if self.home == "process" and self.worker.exitcode == -KILLED:
            return "The worker process was killed unexpectedly, as happens where memory runs out."
        return "The worker process has ended unexpectedly."
