"""An experiment that is trained without a window and looked at on the way: for strips and movies.

Looking draws from no training stream, so that what is seen is what any window would have shown.
"""

from collections.abc import Sequence

import torch

from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.headless import GRID, POINTS, absolute, as_input, empty_history
from ganlab_gui.lab.history import AVERAGED, MEASURE_COLUMNS
from ganlab_gui.lab.memory import keep_freed_memory
from ganlab_gui.lab.probe import Probe
from ganlab_gui.lab.snapshot import FIELDS, Needs, Snapshot, keep_finite
from ganlab_gui.lab.trainer import CHUNK, Trainer

READINGS = 100
"""About how often measures are taken on the way."""


class Take:
    """Training that goes on to one step after another; every row is kept.

    Raises ExperimentError where the experiment cannot be built.
    """

    def __init__(
        self,
        experiment: Experiment,
        last: int,
        device: str = "auto",
        measures: tuple[str, ...] = MEASURE_COLUMNS,
    ) -> None:
        """``last`` is the step it will go to in the end; ``measures`` are read on the way."""
        torch.set_num_threads(1)  # as in the worker: no number depends on the cores
        keep_freed_memory()
        with as_input():
            self.trainer = Trainer(absolute(experiment), device)
        self.experiment = self.trainer.experiment
        self.history = empty_history(self.trainer)
        self.history.seen_to = last
        self.measures, self.every = measures, max(1, last // READINGS)
        self.probe = Probe(self.trainer)
        self.scene = self.probe.scene()
        self._before: Snapshot | None = None
        self._measure()

    @property
    def everything(self) -> Needs:
        """All that figures can show, of every run."""
        return Needs(frozenset(FIELDS), POINTS, GRID[self.scene.dim], runs=())

    def find_floors(self) -> None:
        """What a perfect generator would read, for each measure."""
        for name in self.measures:
            # A perfect average reads what a perfect generator reads.
            if name not in AVERAGED and (band := self.trainer.examiner.floor(name)):
                self.history.floors[name] = band

    def to(self, step: int) -> None:
        """Train until ``step``, or until every run has diverged."""
        trainer = self.trainer
        while trainer.steps < step and not trainer.all_diverged:
            due = min(step, (trainer.steps // self.every + 1) * self.every)
            trainer.step(min(CHUNK, due - trainer.steps))
            self.history.rows.extend(*trainer.rows())
            if trainer.steps % self.every == 0:
                self._measure()

    def look(self, needs: Needs) -> Snapshot:
        """A picture of the present step; what is not finite in it is as it was before."""
        self._before = keep_finite(self.probe.snapshot(needs), self._before)
        return self._before

    def _measure(self) -> None:
        if self.measures:
            self.history.measure(self.trainer.steps, self.trainer.measures(self.measures))


def pictures(take: Take, steps: Sequence[int]) -> list[Snapshot]:
    """Whole pictures at ``steps``, which are in order; fewer where training ended before."""
    found = []
    for step in steps:
        take.to(step)
        if take.trainer.steps < step:
            break
        found.append(take.look(take.everything))
    return found
