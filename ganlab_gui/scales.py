"""Which values of D the ends and the middle of a scale stand for, on screen and on paper."""

import numpy as np

from ganlab_gui.experiment.objectives import Reading
from ganlab_gui.lab.snapshot import Array


def usual(values: Array) -> tuple[float, float]:
    """The range of finite ``values``, without the few that lie many times farther out than most.

    An unbounded D grows without limit away from all data; most of the plane should be told apart.
    """
    finite = values[np.isfinite(values)]
    if not finite.size:
        return 0.0, 1.0
    low, q1, q9, high = np.quantile(finite, (0, 0.1, 0.9, 1))
    room = 3 * (q9 - q1)
    return (
        float(max(low, q1 - room)) if room else float(low),
        float(min(high, q9 + room)) if room else float(high),
    )


def ends(reading: Reading, low: float, high: float) -> tuple[float, float]:
    """Ends of a scale for values of ``reading`` in [low, high].

    Probabilities stay in [0, 1] and energies do not fall below 0 (d = −E). Around a threshold
    neither side is less than a tenth of the other; a witness has equal sides.
    """
    if reading.bounded:
        return max(low, 0.0), min(high, 1.0)
    if reading.kind == "energy":
        return low, min(high, 0.0)
    if reading.threshold is None:
        return low, high
    share = 1.0 if reading.kind == "witness" else 0.1
    below, above = reading.threshold - low, high - reading.threshold
    below, above = max(below, share * above), max(above, share * below)
    return reading.threshold - below, reading.threshold + above


def middle(reading: Reading) -> str:
    """Where D is undecided, as text; "" where that is unknown."""
    if reading.threshold is None:
        return ""
    if reading.threshold == 0.5:
        return "½"
    text = f"{reading.threshold:.2g}"
    return "0" if float(text) == 0 else text.replace("-", "−")
