"""Items of a run by step, few enough for a budget: dense at both ends, log-spaced between."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from copy import copy
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

T = TypeVar("T")

NEAR = 50.0
"""Steps from either end within which items are spaced evenly: there, no place is worth more."""


class Sealed(Generic[T]):
    """An item as it lies in a file: made when it is first looked at, None where it cannot be."""

    def __init__(self, open_: Callable[[], T | None]) -> None:
        self.open = open_


class Reel(Generic[T]):
    """Items in the order of their steps, one a step, each with a size in bytes.

    ``drop`` takes out the item that is missed least: the one whose neighbours are closest together,
    measured by how far it lies from the beginning or from now, whichever is nearer. What is left so
    thins out logarithmically in both directions. The first and the newest item stay, and so do
    those of steps that were asked to be kept, until nothing else is left.
    """

    def __init__(self) -> None:
        self._steps: list[int] = []
        self._items: list[T | Sealed[T]] = []
        self._sizes: list[int] = []
        self._added: list[int] = []
        self._count = 0
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
        for index in reversed(range(len(self._steps))):
            self._opened(index)
        return [(step, self._items[i]) for i, step in enumerate(self._steps)]  # type: ignore[misc]

    def copy(self) -> "Reel[T]":
        """A reel of its own with the same items."""
        other = copy(self)
        for name in ("_steps", "_items", "_sizes", "_added"):
            setattr(other, name, getattr(self, name)[:])
        other.kept = set(self.kept)
        return other

    def _opened(self, index: int) -> T | None:
        """The item at a place; one that cannot be opened is taken out."""
        item = self._items[index]
        if not isinstance(item, Sealed):
            return item
        made = item.open()
        if made is None:
            self._take_out(index)
        else:
            self._items[index] = made
        return made

    def _take_out(self, index: int) -> None:
        self.used -= self._sizes[index]
        del self._steps[index], self._items[index], self._sizes[index], self._added[index]

    def versions(self) -> dict[int, int]:
        """Of each step with an item, a number that another item at that step would not have."""
        return dict(zip(self._steps, self._added, strict=True))

    def add(self, step: int, item: T | Sealed[T], size: int) -> None:
        """Put an item at ``step``, in place of the one that may be there."""
        at = bisect_left(self._steps, step)
        self._count += 1
        if at < len(self._steps) and self._steps[at] == step:
            self.used += size - self._sizes[at]
            self._items[at], self._sizes[at], self._added[at] = item, size, self._count
            return
        self._steps.insert(at, step)
        self._items.insert(at, item)
        self._sizes.insert(at, size)
        self._added.insert(at, self._count)
        self.used += size

    def remove(self, step: int) -> None:
        """Take out the item at exactly ``step``, if there is one."""
        index = bisect_left(self._steps, step)
        if index < len(self._steps) and self._steps[index] == step:
            self._take_out(index)

    def keep(self, step: int) -> None:
        """Never drop the item at ``step`` while there are others."""
        self.kept.add(step)

    def get(self, step: int) -> T | None:
        """The item at exactly ``step``."""
        index = bisect_left(self._steps, step)
        there = index < len(self._steps) and self._steps[index] == step
        return self._opened(index) if there else None

    def at(self, step: int) -> tuple[int, T] | None:
        """The newest (step, item) at or before ``step``."""
        index = bisect_right(self._steps, step) - 1
        while index >= 0:
            at = self._steps[index]
            if (item := self._opened(index)) is not None:
                return at, item
            index -= 1
        return None

    def after(self, step: int) -> tuple[int, T] | None:
        """The oldest (step, item) later than ``step``."""
        index = bisect_right(self._steps, step)
        while index < len(self._steps):
            at = self._steps[index]
            if (item := self._opened(index)) is not None:
                return at, item
        return None

    def truncate(self, step: int) -> None:
        """Forget what came after ``step``."""
        end = bisect_right(self._steps, step)
        del self._steps[end:], self._items[end:], self._sizes[end:], self._added[end:]
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
        self._take_out(int(missed.argmin()) + 1)
        return True
