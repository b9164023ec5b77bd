"""Divergences from samples alone, by counting cells, and the floor a perfect generator reads."""

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ganlab_gui.core.measures.gridded import js, kl, tv
from ganlab_gui.core.measures.samples import as_samples

Array = NDArray[np.float64]

CELLS = {1: 200, 2: 48}
"""Cells along each axis, for data in 1-D and 2-D."""


class CellEstimate:
    """JS, KL and TV of samples against a fixed large reference sample.

    The box from `low` to `high` (numbers or (d,)) is cut into 200 cells in 1-D and 48×48 in 2-D;
    one more cell holds all that falls outside or is not finite. Counting blurs what is finer than a
    cell and reads too high for few samples, JS by up to (occupied cells)/(8n): `floor` says by
    how much (a standard Gaussian in the plane, box ±4: 0.06 nats for n = 2 500, 0.2 for 500).
    `probabilities` are the reference's, (cells + 1,), the overflow last. ValueError on other
    dimensions or an empty box.
    """

    def __init__(self, reference: ArrayLike, low: ArrayLike, high: ArrayLike) -> None:
        points = as_samples(reference)
        self.dim = points.shape[1]
        if self.dim not in CELLS:
            raise ValueError(f"cells are counted in 1-D and 2-D, not in {self.dim}-D")
        self.low = np.broadcast_to(np.asarray(low, np.float64), (self.dim,))
        self.high = np.broadcast_to(np.asarray(high, np.float64), (self.dim,))
        if not np.all(self.low < self.high):
            raise ValueError(f"the box is empty: low {self.low}, high {self.high}")
        counts = self._count(points)
        self.probabilities = counts / len(points)
        self._smoothed = (counts + 0.5) / (len(points) + 0.5 * len(counts))

    def js(self, samples: ArrayLike) -> float:
        """Jensen-Shannon divergence in nats, 0 to ln 2, for samples (n, d)."""
        return js(self.shares(samples), self.probabilities, 1.0)

    def kl(self, samples: ArrayLike) -> float:
        """KL(p_g‖p) in nats, for samples (n, d) of p_g.

        Half a count is added to every reference cell (the Krichevsky-Trofimov estimate), so a
        sample in a cell that the reference never met costs much but not infinitely much.
        """
        return max(0.0, kl(self.shares(samples), self._smoothed, 1.0))

    def tv(self, samples: ArrayLike) -> float:
        """Total variation distance, 0 to 1, for samples (n, d)."""
        return tv(self.shares(samples), self.probabilities, 1.0)

    def shares(self, samples: ArrayLike) -> Array:
        """Share of the samples (n, d) in each cell, (cells + 1,), the overflow last."""
        points = as_samples(samples)
        if points.shape[1] != self.dim:
            raise ValueError(f"the samples are {points.shape[1]}-D, the cells {self.dim}-D")
        return self._count(points) / len(points)

    def _count(self, points: Array) -> NDArray[np.intp]:
        bins = CELLS[self.dim]
        inside = ((points >= self.low) & (points <= self.high)).all(axis=1)
        place = (points[inside] - self.low) * (bins / (self.high - self.low))
        index = np.minimum(place.astype(np.intp), bins - 1)
        cell = index[:, 0] if self.dim == 1 else index[:, 1] * bins + index[:, 0]
        counts = np.bincount(cell, minlength=bins**self.dim + 1)
        counts[-1] = len(points) - len(cell)
        return counts


def floor(
    estimator: Callable[[Array], float],
    draw: Callable[[int], Array],
    n: int,
    repeats: int = 12,
) -> tuple[float, float]:
    """Lowest and highest value of `estimator` on `repeats` samples draw(n) of the data itself.

    That is what zero looks like at this sample size. A further perfect sample falls inside with
    probability (repeats − 1)/(repeats + 1): 85 % for 12.
    """
    readings = [estimator(draw(n)) for _ in range(repeats)]
    return min(readings), max(readings)
