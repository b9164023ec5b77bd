"""Which values of D the ends and the middle of a scale stand for, on screen and on paper.

And the colours of a number that is none of D's, such as a measure in a heat map.
"""

import math

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ganlab_gui.experiment.objectives import Reading
from ganlab_gui.lab.snapshot import Array
from ganlab_gui.palette import Palette

FARTHEST = 100.0
"""How far from its threshold the T of an f-GAN is told apart: beyond, it is sure of itself."""
AWAY = (0.3, 1.0, 3.0, 10.0, 30.0)
"""Distances from the threshold at which contour lines of such a T are drawn."""
NARROWEST = 1e-3
"""Width of the scale of a D that says the same everywhere."""
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

    Probabilities stay in [0, 1] and energies do not fall below 0 (d = −E); where D says exactly the
    end of those everywhere, the scale is NARROWEST wide. Around a threshold neither side is less
    than LEAST of the other; a witness has equal sides.
    """
    if reading.bounded:
        return min(max(low, 0.0), 1.0 - NARROWEST), max(min(high, 1.0), NARROWEST)
    if reading.kind == "energy":
        return min(low, -NARROWEST), min(high, 0.0)
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


# -- a heat map's colours --------------------------------------------------------------------------

STRONGEST = {"dark": "#f6ecff", "light": "#2c0a45"}
"""The far end of the colours of second measures, by palette."""
OKLAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)
CONES = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)


def heat(palette: Palette, count: int = 256) -> NDArray[np.uint8]:
    """(count, 3) colours from a little off the panel's to the strongest: more ink for more.

    Even steps of lightness in OKLab (Ottosson 2020): they are told apart in grey, and by everybody.
    """
    ends = (_mixed(palette.panel, palette.second, 0.12), palette.second, STRONGEST[palette.name])
    at = np.array([_to_oklab(colour) for colour in ends])
    lightness = np.linspace(at[0, 0], at[-1, 0], count)
    order = np.argsort(at[:, 0])
    hues = [np.interp(lightness, at[order, 0], at[order, k]) for k in (1, 2)]
    linear = np.linalg.inv(CONES) @ (np.linalg.inv(OKLAB) @ np.stack([lightness, *hues])) ** 3
    linear = np.clip(linear.T, 0, 1)
    light = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)
    return np.round(255 * light).astype(np.uint8)


def _rgb(colour: str) -> NDArray[np.float64]:
    return np.array([int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5)])


def _mixed(a: str, b: str, share: float) -> str:
    mixed = np.round(255 * (_rgb(a) + share * (_rgb(b) - _rgb(a)))).astype(int)
    return "#" + "".join(f"{value:02x}" for value in mixed)


def _to_oklab(colour: str) -> NDArray[np.float64]:
    """Lightness, a and b."""
    rgb = _rgb(colour)
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    return OKLAB @ np.cbrt(CONES @ linear)


def ink_on(colour: NDArray[np.uint8]) -> str:
    """White or black, whichever is easier to read on a colour."""
    return "#14171c" if _to_oklab("#" + "".join(f"{c:02x}" for c in colour))[0] > 0.6 else "#ffffff"
