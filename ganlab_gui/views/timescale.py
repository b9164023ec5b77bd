"""Where a step lies on a line of time, and which steps are worth a picture on it."""

import math
from dataclasses import dataclass

LADDER = (1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)
"""Distances between pictures, times a power of ten."""
LEAST_GAP = 0.86
"""Share of the gap that is enough before the last picture."""


@dataclass(frozen=True)
class TimeScale:
    """Steps ``first`` to ``end`` on the pixels from ``left`` to ``right``."""

    first: int
    end: int
    left: float
    right: float

    @property
    def steps(self) -> int:
        return max(1, self.end - self.first)

    def x(self, step: float) -> float:
        """The pixel of a step."""
        return self.left + (self.right - self.left) * (step - self.first) / self.steps

    def step(self, x: float) -> int:
        """The step at a pixel, within the line."""
        share = (x - self.left) / max(1.0, self.right - self.left)
        return round(self.first + min(1.0, max(0.0, share)) * self.steps)

    def spread(self, gap: float) -> list[int]:
        """Steps at least ``gap`` pixels apart (before the last a little less), the last included.

        They stand at round numbers, and so stay where they are for a while as the line grows.
        """
        most = int((self.right - self.left) / max(1.0, gap))
        if most < 1 or self.end <= self.first:
            return [self.end]
        least = self.steps / most
        unit = 10.0 ** math.floor(math.log10(max(1.0, least)))
        apart = max(1, math.ceil(next(unit * m for m in LADDER if unit * m >= least * 0.999)))
        begin = -(-self.first // apart) * apart
        room = gap * LEAST_GAP
        found = [s for s in range(begin, self.end, apart) if self.x(self.end) - self.x(s) >= room]
        return [*found, self.end]
