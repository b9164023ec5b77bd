"""A growing table in few blocks, so that drawing a million rows costs what drawing a thousand does.

The blocks are aligned to the table's rows and their size is a power of two: while rows come in,
what is already drawn stays where it is.
"""

import math
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
    """Consecutive blocks of rows: sum and count of their finite values, least and greatest of them.

    All arrays have the blocks on the leading axis and one shape, (B, R) for one column or
    (B, R, K) for a table; ``low`` and ``high`` are None where only the means were asked for.
    """

    total: NDArray[Any]
    count: NDArray[Any]
    low: Any = None
    high: Any = None

    @classmethod
    def of(cls, values: NDArray[Any], extremes: bool = True) -> "Blocks":
        """Rows (T, ...) as T blocks of one row."""
        finite = np.isfinite(values)
        total = holes = values
        if not finite.all():
            total, holes = np.where(finite, values, 0), np.where(finite, values, np.nan)
        ends = (holes, holes) if extremes else (None, None)
        return cls(total, finite.astype(np.float32), *ends)

    def merged(self, factor: int) -> "Blocks":
        """Each ``factor`` neighbours as one; the last may hold fewer."""
        if factor == 1:
            return self
        ways = zip((np.add, np.add, np.fmin, np.fmax), self._arrays(), strict=True)
        parts: list[Any] = [None if a is None else _fold(way, a, factor) for way, a in ways]
        return Blocks(*parts)

    def part(self, *where: Any) -> "Blocks":
        """The same indices of every array."""
        parts: list[Any] = [None if a is None else a[where] for a in self._arrays()]
        return Blocks(*parts)

    def __add__(self, other: "Blocks") -> "Blocks":
        pairs = zip(self._arrays(), other._arrays(), strict=True)
        parts: list[Any] = [None if a is None else np.concatenate([a, b]) for a, b in pairs]
        return Blocks(*parts)

    def _arrays(self) -> tuple[Any, ...]:
        return self.total, self.count, self.low, self.high

    def moving_mean(self, width: int) -> Floats:
        """(B, ...) mean over each block and the ``width`` - 1 before it; NaN for an empty block."""
        total, count = (_moving_sum(a.astype(np.float64), width) for a in (self.total, self.count))
        return np.divide(total, count, out=np.full_like(total, np.nan), where=self.count > 0)


class Digest:
    """Blocks of a whole table, brought up to date with ``update``.

    A table that was cut short or replaced is noticed and digested again. A part of the same table
    is not: the blocks of the whole serve it too.
    """

    def __init__(self) -> None:
        self._forget()

    def _forget(self) -> None:
        self.size = 1
        """Rows of a kept block."""
        self._rows = 0
        self._last = b""
        self._kept: Blocks | None = None

    def update(self, table: Table) -> None:
        """Take in new rows; only whole blocks are kept, and many at a time."""
        most = round(MOST_BLOCKS / math.sqrt(table.values.shape[1]))
        if self._rows and not self._continues(table):
            self._forget()
        if len(table) < self._rows:
            return
        end = len(table) // self.size * self.size
        if end - self._rows < self.size * most // 64:
            return
        while len(table) // self.size > most:
            self._double()
        end = len(table) // self.size * self.size
        for start in range(self._rows, end, CHUNK):
            new = Blocks.of(table.values[start : min(end, start + CHUNK)]).merged(self.size)
            self._kept = new if self._kept is None else self._kept + new
        self._rows, self._last = end, table.trace(end - 1)

    def _double(self) -> None:
        self.size *= 2
        if self._kept is not None:
            whole = self._rows // self.size
            self._kept = self._kept.part(slice(2 * whole)).merged(2)
            self._rows = whole * self.size

    def _continues(self, table: Table) -> bool:
        return table.known >= self._rows and table.trace(self._rows - 1) == self._last

    def blocks(
        self, table: Table, name: str, first: int, last: int, size: int, run: int | None = None
    ) -> Blocks:
        """Blocks of ``size`` rows of one column (of all: ""), from row ``first`` to ``last``.

        ``size`` is a power of two and ``first`` a multiple of it. ``run`` asks for one run. The
        extremes are there only for one column of one run.
        """
        runs = slice(None) if run is None else slice(run, run + 1)
        column = table.columns.index(name) if name else slice(None)
        values = table.values[:, runs, column]
        extremes = bool(name) and values.shape[1] == 1
        whole = min(self._rows, last // self.size * self.size)
        if size < self.size or whole <= first or self._kept is None:
            return Blocks.of(values[first:last], extremes).merged(size)
        tail = Blocks.of(values[whole:last], extremes).merged(self.size)
        span = slice(first // self.size, whole // self.size)
        kept = self._kept.part(span, runs, column)
        if not extremes:
            kept = Blocks(kept.total, kept.count)
        return (kept + tail if len(tail.total) else kept).merged(size // self.size)


def block_size(rows: int, most: int) -> int:
    """The least power of two that makes at most ``most`` blocks of ``rows`` rows."""
    size = 1
    while rows > most * size:
        size *= 2
    return size


def quantiles(values: NDArray[Any], shares: tuple[float, ...]) -> list[Floats]:
    """Quantiles (B,) across the runs of (B, R), linear between order statistics, without NaN."""
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


def _fold(operation: np.ufunc, values: NDArray[Any], factor: int) -> NDArray[Any]:
    whole = len(values) // factor * factor
    blocks = values[:whole].reshape(-1, factor, *values.shape[1:])
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
