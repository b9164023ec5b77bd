"""Training one cell of a grid. The same job gives the same bytes wherever it is done."""

from collections.abc import Callable

from ganlab_gui.core.measures import wasserstein1_kind
from ganlab_gui.lab.examiner import MATCHED, SLOW
from ganlab_gui.lab.headless import Recording, as_input, empty_history
from ganlab_gui.lab.history import MEASURE_COLUMNS
from ganlab_gui.lab.probe import Probe
from ganlab_gui.lab.snapshot import Needs
from ganlab_gui.lab.sweep.result import CellResult, Job
from ganlab_gui.lab.trainer import Trainer

POINTS = 300
"""Generated points of each run in a cell's picture."""
CELLS = {1: 160, 2: 40}
"""Grid points a side in a cell's picture, by dimension."""
EXACT_EVERY = 4
"""Of so many measurements one has W₁ of points in the plane, an assignment that takes longer than
all other measures together; the last one has it too."""
COSTLY = tuple(name for name in SLOW if name.endswith("w1"))


class CellRecording(Recording):
    """A recording that takes the costly measures more seldom than the others."""

    taken_readings = 0

    def _measure(self) -> None:
        self.taken_readings += 1
        trainer = self.trainer
        in_plane = wasserstein1_kind(MATCHED, trainer.distribution.dim) != "exact"
        spared = in_plane and not self._done and self.taken_readings % EXACT_EVERY
        names = tuple(n for n in MEASURE_COLUMNS if not spared or n not in COSTLY)
        self.history.measure(trainer.steps, trainer.measures(names))


def train(job: Job, tick: Callable[[int], bool]) -> CellResult | None:
    """Train a cell on the CPU, on one torch thread.

    ``tick(steps)`` is told how far it is and answers whether to stop; None where it was stopped.
    Raises ExperimentError where the experiment cannot be built.
    """
    with as_input():
        trainer = Trainer(job.experiment, "cpu")
    recording = CellRecording(trainer, empty_history(trainer), job.steps, job.every)
    stopped = False

    def look(taken: int) -> bool:
        nonlocal stopped
        stopped = stopped or tick(trainer.steps)
        return stopped

    recording.run(look)
    if stopped and trainer.steps < job.steps:
        return None
    return result(job, recording)


def result(job: Job, recording: Recording) -> CellResult:
    """What there is to see at the end: floors of the measures, and a picture of every run."""
    trainer, history = recording.trainer, recording.history
    for name in ("js", "w1", "modes_captured", "high_quality"):
        if band := trainer.examiner.floor(name):
            history.floors[name] = band
    probe = Probe(trainer)
    scene = probe.scene()
    wanted = {"density", "samples"} if scene.dim == 1 else {"samples", "d"}
    needs = Needs(frozenset(wanted), POINTS, CELLS[scene.dim], runs=())
    diverged = tuple(trainer.diverged_at)
    return CellResult(job, history, scene, probe.snapshot(needs), diverged, trainer.cause)
