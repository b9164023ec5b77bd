"""What a grid under way tells, and who trains its cells."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from ganlab_gui.experiment.grid import Cell
from ganlab_gui.lab.sweep.result import Job


@dataclass(frozen=True)
class Started:
    """A cell is being trained from its first step on."""

    cell: Cell


@dataclass(frozen=True)
class Progress:
    """How many steps of a cell are taken."""

    cell: Cell
    steps: int


@dataclass(frozen=True)
class Finished:
    """A cell is done: ``data`` are the bytes of its file."""

    cell: Cell
    data: bytes = field(repr=False)


@dataclass(frozen=True)
class Failed:
    """A cell that cannot be trained, in one sentence; the others go on."""

    cell: Cell
    sentence: str


@dataclass(frozen=True)
class Noticed:
    """Something to know that stops nothing, such as a worker that ended and is replaced.

    ``cell`` starts again, where one is named.
    """

    sentence: str
    cell: Cell | None = None


Event = Started | Progress | Finished | Failed | Noticed
Jobs = Mapping[Cell, Job]


class Runner(Protocol):
    """Trains cells somewhere."""

    def run(self, jobs: Jobs) -> Iterator[Event]:
        """Train every job, telling of it as it goes; each ends as Finished or Failed.

        Ends early, with what was under way given up, after ``cancel``.
        """
        ...

    def cancel(self) -> None:
        """Stop soon; may be called from another thread or a signal handler."""
        ...
