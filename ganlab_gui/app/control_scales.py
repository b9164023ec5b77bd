"""Where a number stands on its slider, and which number a place on the slider means."""

import math
from abc import ABC, abstractmethod
from dataclasses import dataclass

from ganlab_gui.experiment.knobs import Setting

WIDEST = 10_000
"""A whole-number range beyond this has no slider: a seed is typed."""
MANY = 10_000
"""Whole numbers that go beyond this, counts of steps, have round decimal places on their slider."""
PER_DECADE = 20
ROUND = (1, 1.5, 2, 3, 5, 7)


class Track(ABC):
    """The places 0 … ``last`` of a slider and the numbers they stand for."""

    last: int

    @abstractmethod
    def value(self, place: int) -> float:
        """The number at a place."""

    @abstractmethod
    def place(self, value: float) -> int:
        """The place nearest to a number; numbers beyond the ends stand at the ends."""


@dataclass(frozen=True)
class Linear(Track):
    """Equal steps; the last place is ``high`` even where the step does not divide the range."""

    low: float
    high: float
    step: float

    @property
    def last(self) -> int:  # type: ignore[override]
        return math.ceil((self.high - self.low) / self.step - 1e-9)

    def value(self, place: int) -> float:
        return min(round(self.low + place * self.step, 10), self.high)

    def place(self, value: float) -> int:
        return _within(round((value - self.low) / self.step), self.last)


@dataclass(frozen=True)
class Logarithmic(Track):
    """Equal ratios, rounded to two figures; place 0 is ``off`` where there is such a value."""

    low: float
    high: float
    off: float | None = None

    @property
    def last(self) -> int:  # type: ignore[override]
        return self._steps + (self.off is not None)

    @property
    def _steps(self) -> int:
        return max(1, round(PER_DECADE * math.log10(self.high / self.low)))

    def value(self, place: int) -> float:
        if self.off is not None:
            if place == 0:
                return self.off
            place -= 1
        exact = self.low * (self.high / self.low) ** (place / self._steps)
        return min(max(float(f"{exact:.2g}"), self.low), self.high)

    def place(self, value: float) -> int:
        if self.off is not None and value <= self.off:
            return 0
        share = math.log(max(value, self.low) / self.low) / math.log(self.high / self.low)
        return _within(round(share * self._steps), self._steps) + (self.off is not None)


@dataclass(frozen=True)
class Decay(Track):
    """Equal ratios of 1 − x, rounded to two figures: 0.9, 0.99 and 0.999 are equally far apart.

    Place 0 is ``off`` where there is such a value.
    """

    low: float
    high: float
    off: float | None = None

    @property
    def last(self) -> int:  # type: ignore[override]
        return self._steps + (self.off is not None)

    @property
    def _steps(self) -> int:
        return math.ceil(PER_DECADE * math.log10((1 - self.low) / (1 - self.high)) - 1e-9)

    def value(self, place: int) -> float:
        if self.off is not None:
            if place == 0:
                return self.off
            place -= 1
        short = (1 - self.high) * 10 ** ((self._steps - place) / PER_DECADE)
        return max(round(1 - float(f"{short:.2g}"), 10), self.low)

    def place(self, value: float) -> int:
        if self.off is not None and value <= self.off:
            return 0
        short = max(1 - value, 1 - self.high) / (1 - self.high)
        place = self._steps - round(PER_DECADE * math.log10(short))
        return _within(place, self._steps) + (self.off is not None)


@dataclass(frozen=True)
class Doubling(Track):
    """Whole numbers that double every two places: 8, 12, 16, 24, 32, …"""

    low: int
    high: int

    @property
    def last(self) -> int:  # type: ignore[override]
        return math.ceil(2 * math.log2(self.high / self.low))

    def value(self, place: int) -> float:
        return min(round(self.low * 2 ** (place // 2) * (1.5 if place % 2 else 1)), self.high)

    def place(self, value: float) -> int:
        return min(range(self.last + 1), key=lambda place: abs(self.value(place) - value))


@dataclass(frozen=True)
class Decades(Track):
    """Round whole numbers, six a decade: 100, 150, 200, 300, 500, 700, 1000, …

    Place 0 is ``off`` where there is such a value.
    """

    low: int
    high: int
    off: int | None = None

    @property
    def last(self) -> int:  # type: ignore[override]
        return len(self._values) - 1

    @property
    def _values(self) -> list[int]:
        decades = range(math.floor(math.log10(self.low)), math.ceil(math.log10(self.high)) + 1)
        whole = {round(m * 10**d) for d in decades for m in ROUND if (m * 10**d) % 1 == 0}
        values = sorted(value for value in whole if self.low <= value <= self.high)
        return values if self.off is None else [self.off, *values]

    def value(self, place: int) -> float:
        return self._values[place]

    def place(self, value: float) -> int:
        values = self._values
        return min(range(len(values)), key=lambda place: abs(values[place] - value))


def track_of(setting: Setting) -> Track | None:
    """The slider of a number's setting, or None where only a box makes sense."""
    low, high = setting.knob.slider or (setting.low, setting.high)
    if low is None or high is None:
        return None
    if setting.knob.scale == "linear" and high - low > WIDEST:
        return None
    if setting.knob.scale != "linear":
        return _uneven(setting, low, high)
    if setting.kind == "int":
        return Linear(low, high, 1)
    step = nice_step((high - low) / 60)
    if setting.knob.slider is None:  # the ends are the bounds, which may be excluded
        low += step if setting.exclusive_low else 0
        high -= step if setting.exclusive_high else 0
    return Linear(low, high, step)


def _uneven(setting: Setting, low: float, high: float) -> Track:
    off = setting.knob.off
    if setting.knob.scale == "decay":
        return Decay(low, high, off)
    if setting.kind == "float":
        return Logarithmic(low, high, off)
    if high > MANY:
        return Decades(int(low), int(high), None if off is None else int(off))
    return Doubling(int(low), int(high))


def nice_step(width: float) -> float:
    """The largest of … 0.01, 0.02, 0.05, 0.1 … that is not above ``width``."""
    power = 10.0 ** math.floor(math.log10(width) + 1e-9)
    return float(next(m * power for m in (5, 2, 1) if m * power <= width * (1 + 1e-9)))


def _within(place: int, last: int) -> int:
    return min(max(place, 0), last)
