"""Items of a run by step, few enough for a budget: dense at both ends, log-spaced between."""

from bisect import bisect_left, bisect_right
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

T = TypeVar("T")

NEAR = 50.0
"""Steps from either end within which items are spaced evenly: there, no place is worth more."""


class Reel(Generic[T]):
    """Items in the order of their steps, one a step, each with a size in bytes.

    ``drop`` takes out the item that is missed least: the one whose neighbours are closest together,
    measured by how far it lies from the beginning or from now, whichever is nearer. What is left so
    thins out logarithmically in both directions. The first and the newest item stay, and so do
    those of steps that were asked to be kept, until nothing else is left.
    """

    def __init__(self) -> None:
        self._steps: list[int] = []
        self._items: list[T] = []
        self._sizes: list[int] = []
        self.kept: set[int] = set()
        self.used = 0

    def __len__(self) -> int:
        return len(self._steps)

    @property
    def steps(self) -> NDArray[np.int64]:
        """(N,) steps that have an item, in order."""
        return np.array(self._steps, np.int64)

    @property
    def newest(self) -> int | None:
        """The last step with an item; None where there is none."""
        return self._steps[-1] if self._steps else None

    def items(self) -> list[tuple[int, T]]:
        """All (step, item) pairs in order."""
        return list(zip(self._steps, self._items, strict=True))

    def add(self, step: int, item: T, size: int) -> None:
        """Put an item at ``step``, in place of the one that may be there."""
        at = bisect_left(self._steps, step)
        if at < len(self._steps) and self._steps[at] == step:
            self.used += size - self._sizes[at]
            self._items[at], self._sizes[at] = item, size
            return
        self._steps.insert(at, step)
        self._items.insert(at, item)
        self._sizes.insert(at, size)
        self.used += size

    def keep(self, step: int) -> None:
        """Never drop the item at ``step`` while there are others."""
        self.kept.add(step)

    def get(self, step: int) -> T | None:
        """The item at exactly ``step``."""
        found = self.at(step)
        return found[1] if found is not None and found[0] == step else None

    def at(self, step: int) -> tuple[int, T] | None:
        """The newest (step, item) at or before ``step``."""
        index = bisect_right(self._steps, step) - 1
        return (self._steps[index], self._items[index]) if index >= 0 else None

    def after(self, step: int) -> tuple[int, T] | None:
        """The oldest (step, item) later than ``step``."""
        index = bisect_right(self._steps, step)
        return (self._steps[index], self._items[index]) if index < len(self._steps) else None

    def truncate(self, step: int) -> None:
        """Forget what came after ``step``."""
        end = bisect_right(self._steps, step)
        del self._steps[end:], self._items[end:], self._sizes[end:]
        self.used = sum(self._sizes)
        self.kept = {s for s in self.kept if s <= step}

    def drop(self) -> bool:
        """Take out the item that is missed least; False where only the two ends are left."""
        if len(self._steps) < 3:
            return False
        steps = np.array(self._steps, np.float64)
        inner = steps[1:-1]
        room = np.minimum(inner - steps[0], steps[-1] - inner) + NEAR
        missed = (steps[2:] - steps[:-2]) / room
        if self.kept:
            kept = np.fromiter((s in self.kept for s in self._steps[1:-1]), bool, len(inner))
            if not kept.all():
                missed[kept] = np.inf
        index = int(missed.argmin()) + 1
        self.used -= self._sizes[index]
        del self._steps[index], self._items[index], self._sizes[index]
        return True
