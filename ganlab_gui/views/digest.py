"""A growing table in few blocks, so that drawing a million rows costs what drawing a thousand does.

The blocks are aligned to the table's rows and their size is a power of two: while rows come in, what is already drawn stays
where it is.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ganlab_gui.lab.history import Table

Floats = NDArray[np.float64]
MOST_BLOCKS = 2**15
CHUNK = 2**16


@dataclass(frozen=True)
class Blocks:
    """B consecutive blocks of one column: least and greatest value, sum and count of the finite ones, all (B, R)."""

    low: NDArray[Any]
    high: NDArray[Any]
    total: NDArray[Any]
    count: NDArray[Any]

    def merged(self, factor: int) -> "Blocks":
        """Each ``factor`` neighbours as one; the last may hold fewer."""
        if factor == 1:
            return self
        parts = (_fold(np.fmin, self.low, factor), _fold(np.fmax, self.high, factor))
        return Blocks(*parts, _fold(np.add, self.total, factor), _fold(np.add, self.count, factor))

    def __getitem__(self, part: slice) -> "Blocks":
        return Blocks(self.low[part], self.high[part], self.total[part], self.count[part])

    def __add__(self, other: "Blocks") -> "Blocks":
        pairs = ((getattr(self, f), getattr(other, f)) for f in self.__dataclass_fields__)
        return Blocks(*(np.concatenate(pair) for pair in pairs))

    def moving_mean(self, width: int) -> Floats:
        """(B, R) mean over each block and the ``width`` - 1 before it; NaN where a block is empty."""
        total, count = (_moving_sum(a.astype(np.float64), width) for a in (self.total, self.count))
        return np.divide(total, count, out=np.full_like(total, np.nan), where=self.count > 0)


class Digest:
    """Blocks of every column of a table, brought up to date with ``update``; a table cut short or replaced is seen."""

    def __init__(self) -> None:
        self._forget()

    def _forget(self) -> None:
        self.size = 1
        self._rows = 0
        self._last = b""
        self._columns: list[Blocks] = []

    def update(self, table: Table) -> None:
        """Take in the rows that are new since the last call; only whole blocks are kept."""
        if self._rows and not self._continues(table):
            self._forget()
        while len(table) // self.size > MOST_BLOCKS:
            self.size *= 2
            self._columns = [c.merged(2) for c in self._columns]
            if self._rows % self.size:
                self._rows -= self.size // 2
                self._columns = [c[:-1] for c in self._columns]
        end = len(table) // self.size * self.size
        for start in range(self._rows, end, CHUNK):
            self._append(table.values[start : min(end, start + CHUNK)])
        if end:
            self._rows, self._last = end, self._mark(table, end)

    def _append(self, values: NDArray[Any]) -> None:
        new = [_blocks(values[:, :, k]).merged(self.size) for k in range(values.shape[2])]
        old = self._columns
        self._columns = [a + b for a, b in zip(old, new, strict=True)] if old else new

    def _mark(self, table: Table, row: int) -> bytes:
        return table.steps[row - 1].tobytes() + table.values[row - 1].tobytes()

    def _continues(self, table: Table) -> bool:
        return len(table) >= self._rows and self._mark(table, self._rows) == self._last

    def blocks(self, table: Table, name: str, first: int, last: int, size: int) -> Blocks:
        """Blocks of ``size`` rows (a power of two) of rows ``first`` (a multiple of it) to ``last`` of one column."""
        values = table.column(name)
        if size < self.size:
            return _blocks(values[first:last]).merged(size)
        whole = min(self._rows, last // self.size * self.size)
        tail = _blocks(values[max(whole, first) : last]).merged(self.size)
        if whole <= first:
            return tail.merged(size // self.size)
        kept = self._columns[table.columns.index(name)][first // self.size : whole // self.size]
        return (kept + tail if len(tail.low) else kept).merged(size // self.size)


def block_size(rows: int, most: int) -> int:
    """The least power of two that makes at most ``most`` blocks of ``rows`` rows."""
    size = 1
    while rows > most * size:
        size *= 2
    return size


def quantiles(values: NDArray[Any], shares: tuple[float, ...]) -> list[Floats]:
    """Quantiles (B,) across the runs of values (B, R), linear between order statistics, NaN left out."""
    ordered = np.sort(values, axis=1)
    top = np.maximum(np.isfinite(values).sum(axis=1) - 1, 0)
    rows = np.arange(len(values))
    found = []
    for share in shares:
        place = share * top
        below = np.floor(place).astype(np.intp)
        above = np.minimum(below + 1, top)
        low, high = ordered[rows, below], ordered[rows, above]
        found.append(low + (place - below) * (high - low))
    return found


def _blocks(values: NDArray[Any]) -> Blocks:
    """Rows (T, R) as T blocks of one row."""
    finite = np.isfinite(values)
    if finite.all():
        return Blocks(values, values, values, finite.astype(np.float32))
    holes = np.where(finite, values, np.nan)
    return Blocks(holes, holes, np.where(finite, values, 0), finite.astype(np.float32))


def _fold(operation: np.ufunc, values: NDArray[Any], factor: int) -> NDArray[Any]:
    whole = len(values) // factor * factor
    blocks = values[:whole].reshape(-1, factor, values.shape[1])
    folded = operation.reduce(blocks, axis=1)
    if whole < len(values):
        folded = np.concatenate([folded, operation.reduce(values[whole:], axis=0)[None]])
    return np.asarray(folded)


def _moving_sum(values: Floats, width: int) -> Floats:
    if width <= 1:
        return values
    sums = np.cumsum(values, axis=0)
    sums[width:] -= sums[:-width].copy()
    return sums
