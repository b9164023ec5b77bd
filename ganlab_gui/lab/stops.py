"""When training stops by itself, and why. No torch.

A condition is met when it is crossed: the step, the time and the reading before were on the other
side. So whoever plays on after a stop is not stopped again at once, and what was passed before it
was set stops nothing.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ganlab_gui.experiment.stop import Stop

SENTENCES = {
    "step": "Stopped at step {step}, as set.",
    "seconds": "Stopped at step {step}: played for {limit} s, as set.",
    "below": "Stopped at step {step}: {measure} fell to {reading} (limit {limit}).",
    "above": "Stopped at step {step}: {measure} rose to {reading} (limit {limit}).",
    "diverged": "Stopped at step {step}: {reading} of {runs} runs diverged.",
}
"""What is said of a stop, by its reason."""


@dataclass(frozen=True)
class Stopped:
    """Why training stopped by itself at ``step``; plain values that cross a pipe.

    ``reason`` is a key of SENTENCES, ``limit`` what was set, ``reading`` what was found: the
    median over the runs of ``measure``, the seconds played, or how many runs diverged.
    """

    step: int
    reason: str
    limit: float = 0.0
    reading: float = 0.0
    measure: str = ""
    runs: int = 1

    def sentence(self) -> str:
        """In English, with plain numbers; a window says it in its own language."""
        numbers = {"limit": f"{self.limit:g}", "reading": f"{self.reading:.4g}"}
        return SENTENCES[self.reason].format(**asdict(self) | numbers)


class Stops:
    """Watches one experiment's training; is told of all that it depends on.

    ``played`` counts the seconds between ``begin`` and the last ``went`` after it.
    """

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        self.clock = clock
        self.played = 0.0
        self.readings: dict[str, float] = {}
        self._step, self._lost, self._since = 0, 0, 0.0

    def begin(self, step: int, diverged_at: Sequence[int | None]) -> None:
        """Playing begins: what has happened up to now is no reason to stop."""
        self._step, self._lost, self._since = step, _count(diverged_at), self.clock()

    def room(self, stop: Stop, step: int, wanted: int) -> int:
        """How many of ``wanted`` steps may be taken at once from ``step`` on."""
        left = stop.step - step
        return min(wanted, left) if left > 0 else wanted

    def went(self, stop: Stop, step: int, diverged_at: Sequence[int | None]) -> Stopped | None:
        """Training has gone on to ``step``: a stop where that crossed one."""
        now, lost = self.clock(), _count(diverged_at)
        before, played = self._step, self.played
        news = lost > self._lost
        self.played += now - self._since
        self._step, self._lost, self._since = step, lost, now
        if news and stop.diverged == "any":
            return Stopped(step, "diverged", reading=lost, runs=len(diverged_at))
        if before < stop.step <= step:
            return Stopped(step, "step", limit=stop.step)
        if played < stop.seconds <= self.played:
            return Stopped(step, "seconds", limit=stop.seconds, reading=self.played)
        return None

    def read(
        self,
        stop: Stop,
        step: int,
        readings: Mapping[str, NDArray[Any]],
        diverged_at: Sequence[int | None],
    ) -> Stopped | None:
        """``readings`` (R,) by name were taken at ``step``: a stop where one crossed its limit."""
        before = self.readings.get(stop.measure)
        for name, values in readings.items():
            if name != "shares":
                self.readings[name] = median(values, diverged_at)
        now = self.readings.get(stop.measure)
        if stop.measure not in readings or now is None or not reached(stop, now):
            return None
        if before is not None and reached(stop, before):
            return None
        return Stopped(
            step, stop.direction, stop.value, now, stop.measure, len(readings[stop.measure])
        )


def reached(stop: Stop, reading: float) -> bool:
    """Whether a reading is at the value or beyond; what is not a number is not."""
    return reading <= stop.value if stop.direction == "below" else reading >= stop.value


def median(values: NDArray[Any], diverged_at: Sequence[int | None]) -> float:
    """Of the readings (R,) of runs that have not diverged; NaN where there is none."""
    alive = np.array([at is None for at in diverged_at])
    known = np.asarray(values, np.float64)[alive]
    known = known[~np.isnan(known)]
    return float(np.median(known)) if len(known) else float("nan")


def _count(diverged_at: Sequence[int | None]) -> int:
    return sum(at is not None for at in diverged_at)
