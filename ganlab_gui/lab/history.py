"""All numbers of an experiment so far: rows, measures, mode shares and edits.

Screen, paper and CSV read this one object.
"""

import math
import os
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ganlab_gui.experiment.schema import Experiment

ROW_COLUMNS = ("d_loss", "g_loss", "value", "penalty", "accuracy_real", "accuracy_fake")
"""Columns of a training row, in order.

``value`` is V(G, D) in nats (or the critic's estimate of W1).
"""

POINT_COLUMNS = ("theta", "psi")
"""Further columns where both players are single numbers: where they are."""

AVERAGED = {"average_js": "js", "average_w1": "w1"}
"""Measures of the averaged generator, and what each is for the raw one."""

OF_NETWORKS = "g_gradient"
"""The one measure that is no property of samples: ‖∇_θ λ L_G‖₂ over the generator's parameters."""

MEASURE_COLUMNS = (
    "js", "w1", "kl", "tv", "mmd2", "frechet", "modes_captured", "high_quality", "reverse_kl",
    *AVERAGED, OF_NETWORKS,
)  # fmt: skip


TABLES = ("rows", "measures", "shares")
"""The tables of a history."""


def row_columns(experiment: Experiment) -> tuple[str, ...]:
    """Columns of an experiment's training rows."""
    return ROW_COLUMNS + (POINT_COLUMNS if experiment.data.name == "dirac" else ())


@dataclass(frozen=True)
class Edit:
    """A setting changed while running, as it is marked on the time axis."""

    step: int
    path: str
    old: Any
    new: Any


IN_MEMORY = 64 << 20
"""Bytes of a table's values beyond which they live in a file of their own."""


class Table:
    """Append-only rows of float32 with a step each: ``steps`` (T,), ``values`` (T, R, K).

    Many values are kept in a nameless file that the system pages in and out, not in memory.
    """

    def __init__(self, columns: Sequence[str], runs: int) -> None:
        self.columns = tuple(columns)
        self._steps = np.zeros(256, np.int64)
        self._values = np.zeros((256, runs, len(self.columns)), np.float32)
        self._length = 0
        self._known: int | None = None
        self._lent = False
        self.cuts: list[int] = []
        """How many rows were left each time that some were cut off, for those who read on."""

    def __len__(self) -> int:
        return self._length

    def __getstate__(self) -> dict[str, Any]:
        # What was cut off or not yet filled does not travel, and a file cannot.
        own = {"_steps": self.steps.copy(), "_values": np.array(self.values)}
        return self.__dict__ | own | {"_known": None}

    @property
    def steps(self) -> NDArray[np.int64]:
        return self._steps[: self._length]

    @property
    def values(self) -> NDArray[np.float32]:
        return self._values[: self._length]

    @property
    def in_memory(self) -> int:
        """Bytes held in memory."""
        on_disk = isinstance(self._values, np.memmap)
        return self._steps.nbytes + (0 if on_disk else self._values.nbytes)

    def extend(self, steps: NDArray[Any], values: NDArray[Any]) -> None:
        """Append T rows: ``steps`` (T,), ``values`` (T, R, K)."""
        end = self._length + len(steps)
        if end > len(self._steps):
            size = max(end, len(self._steps) * 3 // 2)
            self._steps = np.resize(self._steps, size)
            self._values = self._grown(size)
        self._steps[self._length : end] = steps
        self._values[self._length : end] = values
        self._length = end

    def _grown(self, size: int) -> NDArray[np.float32]:
        """Room for ``size`` rows, with those there are."""
        shape = (size, *self._values.shape[1:])
        room = _on_disk(shape) if 4 * math.prod(shape) > IN_MEMORY else None
        if room is None:
            room = np.zeros(shape, np.float32)
        room[: self._length] = self.values
        return room

    def column(self, name: str) -> NDArray[np.float32]:
        """(T, R) of one column."""
        return self.values[:, :, self.columns.index(name)]

    def truncate(self, step: int) -> None:
        """Forget rows after ``step``."""
        end = self._until(step)
        if end < self._length:
            self.cuts.append(end)
            if self._lent:  # what comes instead must not go where another still reads
                self.__dict__.update(self.copy(step).__dict__ | {"cuts": self.cuts})
        self._length = end

    def lend(self) -> "Table":
        """All rows up to now, in the same memory, for another thread to read.

        They stay as they are, except the last, which a measurement may still complete.
        """
        self._lent = True
        part = Table.__new__(Table)
        part.__dict__ = self.__dict__ | {"cuts": list(self.cuts)}
        return part

    def until(self, step: int) -> "Table":
        """The rows up to ``step``, in the same memory: for reading only."""
        part = Table.__new__(Table)
        part.__dict__ = self.__dict__ | {"_length": self._until(step), "_known": self.known}
        return part

    @property
    def known(self) -> int:
        """Rows that were known when this was made: of the whole, where it is a part of one."""
        return self._length if self._known is None else self._known

    def trace(self, row: int) -> bytes:
        """Step and values of one of the ``known`` rows, to tell it again."""
        return self._steps[row].tobytes() + self._values[row].tobytes()

    def copy(self, step: int) -> "Table":
        """A table of its own with the rows up to ``step``."""
        end = self._until(step)
        table = Table(self.columns, self._values.shape[1])
        table.extend(self._steps[:end], self._values[:end])
        return table

    def _until(self, step: int) -> int:
        return int(np.searchsorted(self.steps, step, side="right"))


def _on_disk(shape: tuple[int, ...]) -> NDArray[np.float32] | None:
    """Room in a nameless file that goes when the array does; None where the disk has not got it."""
    try:
        with tempfile.TemporaryFile(prefix="ganlab-rows-") as file:
            # Without it a disk that fills up later would end the program.
            if hasattr(os, "posix_fallocate"):
                os.posix_fallocate(file.fileno(), 0, 4 * math.prod(shape))
            return np.memmap(file, np.float32, "r+", shape=shape)
    except OSError:
        return None


@dataclass
class History:
    """What a run has shown so far.

    ``floors`` maps a measure to the band (low, high) a perfect generator would read.
    """

    runs: int
    modes: int = 0
    columns: tuple[str, ...] = ROW_COLUMNS
    rows: Table = field(init=False)
    measures: Table = field(init=False)
    shares: Table = field(init=False)
    edits: list[Edit] = field(default_factory=list)
    floors: dict[str, tuple[float, float]] = field(default_factory=dict)
    seen_to: int = 0
    """In a part of a history: the last step of the whole, so that axes keep their ends."""

    def __post_init__(self) -> None:
        self.rows = Table(self.columns, self.runs)
        self.measures = Table(MEASURE_COLUMNS, self.runs)
        self.shares = Table([str(m + 1) for m in range(self.modes)], self.runs)

    @property
    def last_step(self) -> int:
        return int(self.rows.steps[-1]) if len(self.rows) else 0

    @property
    def end(self) -> int:
        """The last step that a time axis shows."""
        return max(self.last_step, self.seen_to)

    @property
    def in_memory(self) -> int:
        """Bytes of all tables that are held in memory."""
        return sum(getattr(self, name).in_memory for name in TABLES)

    def until(self, step: int) -> "History":
        """What was known at ``step``, in the same memory: for reading only."""
        part = replace(self, seen_to=self.end)
        for name in TABLES:
            setattr(part, name, getattr(self, name).until(step))
        part.edits = [e for e in self.edits if e.step <= step]
        return part

    def lend(self) -> "History":
        """All of it up to now, for another thread to read while this one grows."""
        part = replace(self, floors=dict(self.floors), edits=list(self.edits))
        for name in TABLES:
            setattr(part, name, getattr(self, name).lend())
        return part

    def copy(self, step: int) -> "History":
        """A history of its own with what was known at ``step``."""
        part = replace(self, floors=dict(self.floors), seen_to=0)
        for name in TABLES:
            setattr(part, name, getattr(self, name).copy(step))
        part.edits = [e for e in self.edits if e.step <= step]
        return part

    def measure(self, step: int, readings: Mapping[str, NDArray[Any]]) -> None:
        """Take in the readings of ``step``: (R,) of a measure, (R, M) of "shares".

        They may come in parts: what is read later joins what was read before at the same step.
        Shares count together with "modes_captured" only, so that a step has them once.
        """
        row = np.full((1, self.runs, len(MEASURE_COLUMNS)), np.nan, np.float32)
        for column, name in enumerate(MEASURE_COLUMNS):
            if name in readings:
                # A diverging generator may be beyond float32's reach: that reads as infinity.
                with np.errstate(over="ignore"):
                    row[0, :, column] = readings[name]
        if len(self.measures) and self.measures.steps[-1] == step:
            last = self.measures.values[-1]
            last[:] = np.where(np.isnan(row[0]), last, row[0])
        else:
            self.measures.extend(np.array([step]), row)
        if "modes_captured" in readings and "shares" in readings:
            self.shares.extend(np.array([step]), readings["shares"][None])

    def truncate(self, step: int) -> None:
        """Go back to ``step``: what came later is forgotten."""
        for name in TABLES:
            getattr(self, name).truncate(step)
        self.edits = [e for e in self.edits if e.step <= step]


def thin(
    steps: NDArray[Any], values: NDArray[Any], points: int
) -> tuple[NDArray[Any], NDArray[Any]]:
    """At most ``points`` (x, y) pairs with every bin's least and greatest value, NaN left out."""
    keep = np.isfinite(values)
    if not keep.all():
        steps, values = steps[keep], values[keep]
    if len(values) <= points or points < 4:
        return steps, values
    size = -(-len(values) // (points // 2))
    padded = np.pad(values, (0, -len(values) % size), mode="edge").reshape(-1, size)
    ends = np.sort(np.stack([padded.argmin(1), padded.argmax(1)], 1), axis=1)
    index = (np.arange(len(padded))[:, None] * size + ends).ravel()
    return steps[index], values[index]
