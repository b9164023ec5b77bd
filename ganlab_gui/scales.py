"""Which values of D the ends and the middle of a scale stand for, on screen and on paper."""

import math

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ganlab_gui.experiment.objectives import Reading
from ganlab_gui.lab.snapshot import Array

FARTHEST = 100.0
"""How far from its threshold the T of an f-GAN is told apart: beyond, it is sure of itself."""
AWAY = (0.3, 1.0, 3.0, 10.0, 30.0)
"""Distances from the threshold at which contour lines of such a T are drawn."""
LEAST = 0.1
"""Share of the longer side of a scale that the shorter one has at least."""


def bend(reading: Reading, values: ArrayLike) -> Array:
    """Values on a scale whose even steps are even steps of colour, 0 at the threshold if any.

    T grows like exp of D's raw output under many divergences: its scale is logarithmic to both
    sides, sign(u) ln(1 + |u|) of the distance u from the threshold. Other scales are even.
    """
    away = np.asarray(values, np.float32) - np.float32(reading.threshold or 0.0)
    return np.sign(away) * np.log1p(np.abs(away)) if reading.kind == "bound" else away


def unbend(reading: Reading, bent: float) -> float:
    """The value that `bend` puts at ``bent``."""
    away = math.copysign(math.expm1(abs(bent)), bent) if reading.kind == "bound" else bent
    return away + (reading.threshold or 0.0)


def usual(reading: Reading, values: Array) -> tuple[float, float]:
    """The range of an unbounded D's finite ``values`` that a scale should tell apart.

    It grows without limit away from all data; what lies many times farther out than most of the
    plane is left out. Of an energy, what is low matters: the highest quarter is left out.
    """
    finite = values[np.isfinite(values)]
    if not finite.size:
        return 0.0, 1.0
    low, q1, quarter, q9, high = (float(q) for q in np.quantile(finite, (0, 0.1, 0.25, 0.9, 1)))
    if reading.kind == "energy":
        return quarter, high
    if reading.kind == "bound" and reading.threshold is not None:
        return max(low, reading.threshold - FARTHEST), min(high, reading.threshold + FARTHEST)
    room = 3 * (q9 - q1) or math.inf
    return max(low, q1 - room), min(high, q9 + room)


def ends(reading: Reading, low: float, high: float) -> tuple[float, float]:
    """Ends of a scale for values of ``reading`` in [low, high].

    Probabilities stay in [0, 1] and energies do not fall below 0 (d = −E). Around a threshold
    neither side is less than LEAST of the other; a witness has equal sides.
    """
    if reading.bounded:
        return max(low, 0.0), min(high, 1.0)
    if reading.kind == "energy":
        return low, min(high, 0.0)
    if reading.threshold is None:
        return low, high
    share = 1.0 if reading.kind == "witness" else LEAST
    below, above = -float(bend(reading, low)), float(bend(reading, high))
    below, above = max(below, share * above), max(above, share * below)
    return unbend(reading, -below), unbend(reading, above)


def shares(reading: Reading, low: float, high: float, values: Array) -> Array:
    """Where between the colours of the ends ``values`` lie, in [0, 1]: ½ at the threshold."""
    at = [float(bend(reading, low)), 0.0, float(bend(reading, high))]
    return np.interp(bend(reading, values), at, (0, 0.5, 1)).astype(np.float32)


def steps_away(reading: Reading, low: float, high: float) -> NDArray[np.float64]:
    """Values between ``low`` and ``high`` at the distances AWAY from the threshold, in order."""
    both = np.array([*(-d for d in reversed(AWAY)), *AWAY]) + (reading.threshold or 0.0)
    return both[(both > low) & (both < high)]


def middle(reading: Reading) -> str:
    """Where D is undecided, as text; "" where that is unknown."""
    if reading.threshold is None:
        return ""
    if reading.threshold == 0.5:
        return "½"
    text = f"{reading.threshold:.2g}"
    return "0" if float(text) == 0 else text.replace("-", "−")
