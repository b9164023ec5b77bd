"""Cells on this machine: one process a core, a cell at a time each.

A process that ends by itself, killed or out of memory, is replaced, and its cell starts again. The
processes end by themselves where the one that started them is gone.
"""

import multiprocessing
import os
import signal
import threading
from collections import Counter, deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.resource_tracker import ensure_running
from time import monotonic
from typing import Any

from ganlab_gui.experiment.grid import Cell
from ganlab_gui.lab.sweep.events import Event, Failed, Finished, Jobs, Noticed, Progress, Started
from ganlab_gui.lab.sweep.result import Job

TELL_EVERY = 0.2
"""Seconds between two words of a process about its progress."""
ATTEMPTS = 3
"""How often a cell is begun whose process ends under it."""
PATIENCE = 0.5
"""Seconds a process has to end when asked to, before it is made to."""
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
POLITE = 10
"""How far a polite pool's processes stand back behind others (``nice``)."""


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


# -- the process -----------------------------------------------------------------------------------


def serve(connection: Connection, niceness: int) -> None:
    """Train the jobs that come in, one at a time.

    Takes a Job; anything said while it is trained means stop. Sends ("at", steps), then ("done",
    bytes) or ("failed", sentence).
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that asks
    if niceness and hasattr(os, "nice"):
        os.nice(niceness)
    try:
        while isinstance(job := connection.recv(), Job):
            connection.send(_train(connection, job))
    except (EOFError, OSError):
        return


def _train(connection: Connection, job: Job) -> tuple[str, Any]:
    from ganlab_gui.experiment.io import ExperimentError
    from ganlab_gui.lab.sweep.cell import train
    from ganlab_gui.lab.sweep.result import dumps

    told = 0.0

    def tick(steps: int) -> bool:
        nonlocal told
        if monotonic() - told > TELL_EVERY:
            told = monotonic()
            connection.send(("at", steps))
        return connection.poll()

    try:
        found = train(job, tick)
    except ExperimentError as error:
        return "failed", " ".join(error.lines)
    except (OSError, EOFError):
        raise
    except Exception as error:  # one cell's fault must not end the others
        return "failed", f"{type(error).__name__}: {error}"
    return ("stopped", None) if found is None else ("done", dumps(found))


# -- those who ask ---------------------------------------------------------------------------------


@dataclass
class Hand:
    """A process, our end of its pipe, and the cell it is at."""

    process: Any
    connection: Connection
    cell: Cell | None = None


class Pool:
    """A runner of ``workers`` processes, as many as cores where none are given."""

    def __init__(self, workers: int | None = None, polite: bool = False) -> None:
        self.workers = workers or cores()
        self.hands: list[Hand] = []
        self._niceness = POLITE if polite else 0
        self._context = multiprocessing.get_context("spawn")
        self._woken, self._wake = self._context.Pipe(duplex=False)
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        self._cancelled.set()
        self._wake.send(None)

    def run(self, jobs: Jobs) -> Iterator[Event]:
        waiting, attempts = deque(jobs), Counter[Cell]()
        try:
            for _ in range(min(self.workers, len(waiting))):
                self.hands.append(self._hire())
            while not self._cancelled.is_set():
                yield from self._hand_out(jobs, waiting, attempts)
                busy = {hand.connection: hand for hand in self.hands if hand.cell is not None}
                if not busy:
                    return
                ready = wait([*busy, self._woken])
                for hand in [hand for connection, hand in busy.items() if connection in ready]:
                    yield from self._hear(hand, waiting, attempts)
        finally:
            self._dismiss()

    def _hire(self) -> Hand:
        ours, theirs = self._context.Pipe()
        with _deaf_to_interrupts(), _one_thread_each():
            process = self._context.Process(target=serve, args=(theirs, self._niceness))
            process.daemon = True
            process.start()
        theirs.close()
        return Hand(process, ours)

    def _hand_out(self, jobs: Jobs, waiting: deque[Cell], tried: Counter[Cell]) -> Iterator[Event]:
        for hand in self.hands:
            if hand.cell is None and waiting:
                hand.cell = waiting.popleft()
                tried[hand.cell] += 1
                try:
                    hand.connection.send(jobs[hand.cell])
                except OSError:
                    continue  # it is gone, which its connection tells next
                yield Started(hand.cell)

    def _hear(self, hand: Hand, waiting: deque[Cell], attempts: Counter[Cell]) -> Iterator[Event]:
        cell = hand.cell
        assert cell is not None
        try:
            kind, payload = hand.connection.recv()
        except (EOFError, OSError):
            yield from self._replace(hand, cell, waiting, attempts)
            return
        if kind == "at":
            yield Progress(cell, payload)
            return
        hand.cell = None
        yield Finished(cell, payload) if kind == "done" else Failed(cell, str(payload))

    def _replace(
        self, hand: Hand, cell: Cell, waiting: deque[Cell], attempts: Counter[Cell]
    ) -> Iterator[Event]:
        hand.process.join(PATIENCE)
        hand.connection.close()
        self.hands[self.hands.index(hand)] = self._hire()
        code = hand.process.exitcode
        how = f"signal {-code}" if code is not None and code < 0 else f"exit code {code}"
        if attempts[cell] < ATTEMPTS:
            waiting.appendleft(cell)
            yield Noticed(f"A worker process ended ({how}); its cell starts again.", cell)
        else:
            yield Failed(cell, f"its worker process ended {ATTEMPTS} times ({how}).")

    def _dismiss(self) -> None:
        """Ask every process to end, then make those end that have not."""
        for hand in self.hands:
            try:
                hand.connection.send(None)
            except OSError:
                continue
        until = monotonic() + (0 if self._cancelled.is_set() else PATIENCE)
        for hand in self.hands:
            hand.process.join(max(0.0, until - monotonic()))
            # All it has done is told by now; torch takes long to unload.
            hand.process.kill()
            hand.process.join(PATIENCE)
            hand.connection.close()
        self.hands = []


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """A process started meanwhile does not hear Ctrl-C, which a terminal sends to all of them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    ensure_running()  # starting it would take the mask away
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _one_thread_each() -> Iterator[None]:
    """Libraries that a process started meanwhile loads use one thread, as there is one a core.

    They read it when they are loaded, which is before any line of ours runs there.
    """
    added = [name for name in THREADS if name not in os.environ]
    os.environ.update(dict.fromkeys(added, "1"))
    try:
        yield
    finally:
        for name in added:
            del os.environ[name]
