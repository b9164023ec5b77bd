"""How far a grid is, from what is told of it."""

from dataclasses import dataclass, field
from time import monotonic

from ganlab_gui.experiment.grid import Cell, Grid
from ganlab_gui.lab.sweep.events import Event, Failed, Finished, Noticed, Progress, Started

SETTLED = 3.0
"""Seconds after the first step before a time is foretold."""


@dataclass
class Tally:
    """Counts steps; ``done`` cells were there before or have come, ``failed`` ones say why."""

    grid: Grid
    done: set[Cell] = field(default_factory=set)
    running: dict[Cell, int] = field(default_factory=dict)
    failed: dict[Cell, str] = field(default_factory=dict)
    _began: tuple[float, int] | None = None

    def take(self, event: Event) -> None:
        """Follow an event; seconds count from the first that tells of steps."""
        match event:
            case Started(cell):
                self.running[cell] = 0
            case Progress(cell, steps):
                self.running[cell] = steps
                if self._began is None:
                    self._began = monotonic(), self.steps
            case Finished(cell):
                self.running.pop(cell, None)
                self.done.add(cell)
            case Failed(cell, sentence):
                self.running.pop(cell, None)
                self.failed[cell] = sentence
            case Noticed(_, cell) if cell is not None:
                self.running.pop(cell, None)

    @property
    def total(self) -> int:
        """Steps of all cells; a cell that failed has none left."""
        return self.grid.steps * len(self.grid.cells)

    @property
    def steps(self) -> int:
        """Steps taken; a cell that ended early counts as whole."""
        over = len(self.done) + len(self.failed)
        return self.grid.steps * over + sum(self.running.values())

    def seconds_left(self) -> float | None:
        """At the rate so far; None where it is too early to say."""
        if self._began is None:
            return None
        then, before = self._began
        spent, taken = monotonic() - then, self.steps - before
        if spent < SETTLED or taken <= 0:
            return None
        return spent * (self.total - self.steps) / taken
