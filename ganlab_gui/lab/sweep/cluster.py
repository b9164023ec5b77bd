"""Cells on a dask cluster. Its scheduler says who trains what, and gives the cells of a worker that
is gone to another one; here there is no scheduler.

Dask is loaded when a cluster is asked for. The workers need this program in the same version; they
send a cell's result back as the bytes of its file, so that no disk need be shared.
"""

import queue
import uuid
from collections.abc import Iterator
from importlib.util import find_spec
from time import monotonic
from typing import Any

from ganlab_gui import __version__
from ganlab_gui.experiment.grid import Cell
from ganlab_gui.experiment.io import ExperimentError
from ganlab_gui.lab.sweep.events import Event, Failed, Finished, Jobs, Noticed, Progress, Started
from ganlab_gui.lab.sweep.result import Job, dumps

CONNECT = 10.0
"""Seconds in which a scheduler has to answer."""
TELL_EVERY = 0.5
LOOK_EVERY = 2.0
"""Seconds of silence after which it is looked whether the cluster is still there."""
MISSING = (
    "--cluster: dask is not installed here; install it with: pip install 'ganlab-gui[cluster]'."
)


# -- on a worker -----------------------------------------------------------------------------------


def train_there(job: Job, cell: Cell, topic: str, version: str) -> tuple[str, Any]:
    """What a worker does: ("done", bytes) or ("failed", sentence).

    It tells the topic how far it is, and gives up where nobody wants the result any more.
    """
    from distributed import get_worker

    if version != __version__:
        return "failed", f"a worker of the cluster has version {__version__}, not {version}."
    from ganlab_gui.lab.sweep.cell import train

    worker = get_worker()
    key, told = worker.get_current_task(), monotonic()
    worker.log_event(topic, ("at", cell, 0))

    def tick(steps: int) -> bool:
        nonlocal told
        if monotonic() - told > TELL_EVERY:
            told = monotonic()
            worker.log_event(topic, ("at", cell, steps))
        known = worker.state.tasks.get(key)
        return known is None or known.state == "cancelled"

    try:
        found = train(job, tick)
    except ExperimentError as error:
        return "failed", " ".join(error.lines)
    return ("failed", "it was given up.") if found is None else ("done", dumps(found))


# -- here ------------------------------------------------------------------------------------------


class Cluster:
    """A runner on the dask cluster whose scheduler is at ``address``, such as tcp://host:8786.

    Raises ExperimentError where dask is missing; ``run`` does where nobody answers there.
    """

    def __init__(self, address: str) -> None:
        if find_spec("distributed") is None:
            raise ExperimentError([MISSING])
        self.address = address
        self._mail: queue.SimpleQueue[tuple[Any, ...]] = queue.SimpleQueue()
        self._cancelled = False

    def cancel(self) -> None:
        self._cancelled = True
        self._mail.put(("cancel",))

    def run(self, jobs: Jobs) -> Iterator[Event]:
        if not jobs or self._cancelled:
            return
        client = self._connect()
        futures: dict[Cell, Any] = {}
        try:
            topic = f"ganlab-gui-{uuid.uuid4().hex}"
            client.subscribe_topic(topic, self._hear)
            client.subscribe_topic("all", self._hear_of_workers)
            for cell, job in jobs.items():
                key = f"{topic}-{cell[0]}-{cell[1]}"
                future = client.submit(train_there, job, cell, topic, __version__, key=key)
                future.add_done_callback(lambda _, cell=cell: self._mail.put(("over", cell)))
                futures[cell] = future
            if not client.scheduler_info()["workers"]:
                yield Noticed("The cluster has no workers yet; training begins when one joins.")
            while futures and not self._cancelled:
                yield from self._next(client, futures)
        finally:
            client.cancel(list(futures.values()), force=True)
            client.close()

    def _connect(self) -> Any:
        from distributed import Client

        try:
            return Client(self.address, timeout=CONNECT, set_as_default=False)
        except (OSError, ValueError) as error:
            line = f"--cluster {self.address}: no scheduler answers there ({error})."
            raise ExperimentError([line]) from None

    def _hear(self, event: tuple[float, Any]) -> None:
        self._mail.put(tuple(event[1]))

    def _hear_of_workers(self, event: tuple[float, Any]) -> None:
        told = event[1]
        if isinstance(told, dict) and told.get("action") == "remove-worker":
            self._mail.put(("gone", str(told.get("worker")), told.get("processing-tasks") or {}))

    def _next(self, client: Any, futures: dict[Cell, Any]) -> Iterator[Event]:
        try:
            kind, *rest = self._mail.get(timeout=LOOK_EVERY)
        except queue.Empty:
            yield from self._lost(client, futures)
            return
        if kind == "at":
            cell, steps = (rest[0][0], rest[0][1]), rest[1]
            if cell in futures:  # what comes late tells of a cell that is over
                yield Progress(cell, steps) if steps else Started(cell)
        elif kind == "over" and rest[0] in futures:
            yield self._result(rest[0], futures.pop(rest[0]))
        elif kind == "gone":
            for cell, future in futures.items():
                if future.key in rest[1]:
                    yield Noticed(f"The worker {rest[0]} is gone; its cell starts again.", cell)

    def _result(self, cell: Cell, future: Any) -> Event:
        """What has become of a cell; where the worker that had it is gone, it is trained again."""
        try:
            kind, payload = future.result()
        except Exception as error:  # whatever a worker or the cluster itself may raise
            return Failed(cell, f"the cluster could not train it: {error}.")
        return Finished(cell, payload) if kind == "done" else Failed(cell, payload)

    def _lost(self, client: Any, futures: dict[Cell, Any]) -> Iterator[Event]:
        """Cells that a scheduler which is gone, or came back without memory, will not bring."""
        gone = client.status != "running"
        for cell, future in list(futures.items()):
            if gone or future.status in ("lost", "cancelled"):
                del futures[cell]
                yield Failed(cell, "the cluster's scheduler is gone.")
