"""A thread for what may take a while: jobs in turn, of which a newer one replaces its kind."""

import threading
from collections.abc import Callable

Job = Callable[[], object]


class Background:
    """Runs jobs one after another. A job must not raise: it tells of its own failures."""

    def __init__(self, name: str) -> None:
        self._jobs: dict[str, Job] = {}
        self._changed = threading.Condition()
        self._running = ""
        self._closed = False
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._begun = False

    def put(self, key: str, job: Job) -> None:
        """Run ``job`` later; one of the same key that still waits is not run any more."""
        with self._changed:
            if self._closed:
                return
            self._jobs.pop(key, None)
            self._jobs[key] = job
            self._changed.notify_all()
            if not self._begun:
                self._begun = True
                self._thread.start()

    def busy(self, key: str) -> bool:
        """Whether a job of that key waits or runs."""
        with self._changed:
            return key in self._jobs or self._running == key

    def close(self, timeout: float | None = None) -> bool:
        """Take no more jobs, and wait for those there are; whether all are done."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        if self._begun:
            self._thread.join(timeout)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while True:
            with self._changed:
                self._running = ""
                while not self._jobs and not self._closed:
                    self._changed.wait()
                if not self._jobs:
                    return
                self._running = next(iter(self._jobs))
                job = self._jobs.pop(self._running)
            job()
            del job  # with what it holds
