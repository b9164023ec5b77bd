"""A runner in this very process, one cell after another."""

from collections.abc import Iterator

from ganlab_gui.experiment.io import ExperimentError
from ganlab_gui.lab.sweep.events import Event, Failed, Finished, Jobs, Progress, Started
from ganlab_gui.lab.sweep.result import dumps


class Alone:
    """Trains in the thread that iterates; what the others are compared with."""

    def __init__(self) -> None:
        self._cancelled = False

    def run(self, jobs: Jobs) -> Iterator[Event]:
        from ganlab_gui.lab.sweep.cell import train

        for cell, job in jobs.items():
            if self._cancelled:
                return
            yield Started(cell)
            try:
                found = train(job, lambda steps: self._cancelled)
            except ExperimentError as error:
                yield Failed(cell, " ".join(error.lines))
                continue
            if found is None:
                return
            yield Progress(cell, job.steps)
            yield Finished(cell, dumps(found))

    def cancel(self) -> None:
        self._cancelled = True
