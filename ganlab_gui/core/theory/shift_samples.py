"""What samples alone say of two distributions a shift θ apart: the lab's estimates, and their bias.

JS and KL by counting cells as `core.measures.cells` does, W₁ exactly between the two samples.
Samples are (n,) on the line, (n, 2) for the parallel segments; all of them grow from one seed.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from ganlab_gui.core.measures import CellEstimate, js, kl, wasserstein1
from ganlab_gui.core.theory.shift_mixtures import MIXTURE_P, MIXTURE_Q

Array = NDArray[np.float64]

BOX = 10.0
"""Cells cover [−BOX, BOX] in x, and [−BOX/2, BOX/2] in y: 0.1 wide on the line, 0.42 by 0.21."""


@dataclass(frozen=True)
class Estimate:
    """Readings at one θ. ``stray`` is the share of p's points in cells that q's never met."""

    js: float
    kl: float
    w1: float
    stray: float


@dataclass(frozen=True)
class Samples:
    """Samples of p and of q_0, which a shift θ along x makes samples of q_θ. (n,) or (n, 2)."""

    p: Array
    q: Array

    def moved(self, theta: float) -> Array:
        """The samples of q_θ."""
        return self.q + (np.array([theta, 0.0]) if self.q.ndim == 2 else theta)

    def w1(self, theta: float) -> float:
        """W₁ between the two samples, exactly, by sorting: O(n log n) in the plane too.

        Between the segments the cost √(θ² + (η − η')²) is convex in η − η', so the pairs in the
        order of η are the cheapest.
        """
        if self.q.ndim == 1:
            return wasserstein1(self.p, self.moved(theta))
        gaps = np.sort(self.p[:, 1]) - np.sort(self.q[:, 1])
        return float(np.hypot(theta, gaps).mean())

    def estimate(self, theta: float) -> Estimate:
        """What the two samples say at θ."""
        cells = self._cells
        found, reference = cells.shares(self.moved(theta)), cells.probabilities
        stray = float(reference[found == 0].sum())
        return Estimate(js(found, reference, 1.0), kl(reference, found, 1.0), self.w1(theta), stray)

    def slopes(self, theta: float) -> tuple[float, float]:
        """d/dθ of the estimates of JS, as a difference over one cell either way, and of W₁."""
        side = self.cells ** (1 / self.p.ndim)
        step = 2 * BOX / side
        cells = self._cells
        ahead, behind = (
            js(cells.shares(self.moved(at)), cells.probabilities, 1.0)
            for at in (theta + step, theta - step)
        )
        if self.q.ndim == 1:
            return (ahead - behind) / (2 * step), float(
                np.sign(np.sort(self.q) + theta - np.sort(self.p)).mean()
            )
        gaps = np.sort(self.p[:, 1]) - np.sort(self.q[:, 1])
        return (ahead - behind) / (2 * step), float((theta / np.hypot(theta, gaps)).mean())

    @property
    def cells(self) -> int:
        """How many cells there are."""
        return len(self._cells.probabilities) - 1

    @property
    def _cells(self) -> CellEstimate:
        low = np.array([-BOX, -BOX / 2]) if self.p.ndim == 2 else -BOX
        return CellEstimate(self.p, low, -np.asarray(low))


@lru_cache(maxsize=8)
def draw(family: str, n: int, seed: int) -> Samples:
    """n points each of p and of q_0 of `PAIRS`'s ``family``; the same for the same seed."""
    random = np.random.default_rng(seed)
    if family == "uniforms":
        return Samples(random.uniform(size=n), random.uniform(size=n))
    if family == "segments":
        etas = random.uniform(size=(2, n))
        return Samples(*(np.stack([np.zeros(n), eta], 1) for eta in etas))
    if family == "gaussians":
        return Samples(*random.standard_normal((2, n)))
    return Samples(MIXTURE_P.draw(n, random), MIXTURE_Q.draw(n, random))


@lru_cache(maxsize=8)
def curves(family: str, n: int, seed: int, thetas: tuple[float, ...]) -> tuple[Array, Array]:
    """Estimates of JS and W₁ (k,) from one pair of samples moved to each of k shifts."""
    found = [draw(family, n, seed).estimate(theta) for theta in thetas]
    return np.array([e.js for e in found]), np.array([e.w1 for e in found])
