"""What of an unbounded D must be in sight in the 1-D picture, on screen and on paper."""

import numpy as np
from numpy.typing import NDArray

from ganlab_gui.lab.snapshot import Array, Snapshot

SOME = 0.01
"""Share of the highest density from which on there is something at a place."""
MORE = 0.6
"""How much farther than D, as a share of D's own range, the axis goes to show D's optimum."""
LEAST = 1e-3
"""The smallest range of D's axis."""


def lines_of(snapshot: Snapshot, r: int) -> tuple[Array | None, Array | None]:
    """D and D* of run index ``r`` as they are drawn; energies as energies, E = −realness."""
    sign = np.float32(-1 if snapshot.reading.kind == "energy" else 1)
    best = snapshot.ground("optimum", snapshot.runs[r])
    d = None if snapshot.d is None else sign * snapshot.d[r]
    return d, None if best is None else sign * best


def in_sight(snapshot: Snapshot, r: int, d: Array, best: Array | None) -> NDArray[np.float64]:
    """Least and greatest value that the axis of ``d`` and ``best``, as of `lines_of`, must reach.

    A critic is shown whole. Others are judged where there is data or G, without what lies many
    times farther out than most: elsewhere they may be anything. The threshold is always in sight.
    D* may lie at infinity; the axis follows it only a little farther than D goes.
    """
    reading = snapshot.reading
    if reading.kind == "critic":
        finite = d[np.isfinite(d)]
        return np.array([finite.min(initial=np.inf), finite.max(initial=-np.inf)], np.float64)
    there = _somewhere(snapshot, r, d)
    low, high = _usual(d[there])
    if reading.threshold is not None:
        low, high = min(low, reading.threshold), max(high, reading.threshold)
    known = np.zeros(0) if best is None else best[there & np.isfinite(best)]
    if known.size:
        room = MORE * max(high - low, LEAST)
        low = min(low, max(float(known.min()), low - room))
        high = max(high, min(float(known.max()), high + room))
    return np.array([low, high])


def _somewhere(snapshot: Snapshot, r: int, d: Array) -> NDArray[np.bool_]:
    """(nx,) where there is data or G; everywhere if nothing is known of either."""
    parts = [] if snapshot.p_data is None else [snapshot.p_data]
    parts += [] if snapshot.p_generated is None else [snapshot.p_generated[r]]
    finite = np.isfinite(d)
    there = finite & np.any([p > SOME * p.max() for p in parts] or [finite], axis=0)
    return there if there.any() else finite


def _usual(values: Array) -> tuple[float, float]:
    """The range of ``values`` without the few that lie many times farther out than most."""
    if not values.size:
        return 0.0, 1.0
    low, q1, q9, high = (float(q) for q in np.quantile(values, (0, 0.1, 0.9, 1)))
    room = 3 * (q9 - q1) or np.inf
    return max(low, q1 - room), min(high, q9 + room)
