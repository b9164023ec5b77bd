"""Mixtures of Gaussians on the line: density, distribution function and quantiles, exactly."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import ndtr

Array = NDArray[np.float64]

TAIL = 8.5
"""Standard deviations beyond which a Gaussian holds less than double precision can tell."""
NODES = 1_501
"""Points of the grid over each heap's support."""
POLISH = 4
"""Newton steps of a quantile, each inside its cell of the grid."""


@dataclass(frozen=True)
class Mixture:
    """A mixture of Gaussians on the line, k of each; one component makes it a Gaussian.

    Weights are normed. Raises ValueError unless the three have one length, stds are above 0, and
    weights are not below 0 and one is above it.
    """

    means: tuple[float, ...]
    stds: tuple[float, ...]
    weights: tuple[float, ...] = (1.0,)

    def __post_init__(self) -> None:
        if not len(self.means) == len(self.stds) == len(self.weights) > 0:
            raise ValueError("mixture: means, stds and weights must be as many, one or more.")
        if min(self.stds) <= 0 or min(self.weights) < 0 or max(self.weights) <= 0:
            raise ValueError("mixture: stds must be above 0, weights not below it.")
        total = sum(self.weights)
        object.__setattr__(self, "weights", tuple(weight / total for weight in self.weights))

    def density(self, x: ArrayLike) -> Array:
        """p(x), of the shape of ``x``."""
        heights = self._row("weights") / self._row("stds") / np.sqrt(2 * np.pi)
        return np.asarray(np.exp(-0.5 * self._standard(x) ** 2) @ heights)

    def log_density(self, x: ArrayLike) -> Array:
        """ln p(x), of the shape of ``x``; right where the density itself underflows."""
        return np.asarray(np.logaddexp.reduce(self._logs(x), axis=-1))

    def score(self, x: ArrayLike) -> Array:
        """d/dx ln p(x), of the shape of ``x``."""
        logs = self._logs(x)
        shares = np.exp(logs - np.logaddexp.reduce(logs, axis=-1, keepdims=True))
        return np.asarray(-(shares * self._standard(x)) @ (1 / self._row("stds")))

    def cdf(self, x: ArrayLike) -> Array:
        """F(x), of the shape of ``x``."""
        return np.asarray(ndtr(self._standard(x)) @ self._row("weights"))

    def above(self, x: ArrayLike) -> Array:
        """1 − F(x), of the shape of ``x``; right where F is 1 to double precision."""
        return np.asarray(ndtr(-self._standard(x)) @ self._row("weights"))

    def quantile(self, u: ArrayLike) -> Array:
        """F⁻¹(u) for u in [0, 1], of the shape of ``u``; at 0 and 1 where a double ends."""
        u = np.asarray(u, np.float64)
        grid, heights = self._table
        cell = np.clip(np.searchsorted(heights, u), 1, len(grid) - 1)
        low, high = grid[cell - 1], grid[cell]
        x = np.interp(u, heights, grid)
        for _ in range(POLISH):
            density = np.maximum(self.density(x), 1e-300)
            x = np.clip(x - (self.cdf(x) - u) / density, low, high)
        return x

    def draw(self, n: int, random: np.random.Generator) -> Array:
        """n points (n,)."""
        kinds = random.choice(len(self.means), n, p=self.weights)
        return self._row("means")[kinds] + self._row("stds")[kinds] * random.standard_normal(n)

    @property
    def support(self) -> tuple[float, float]:
        """Ends of all that is not negligible."""
        return self.span(TAIL)

    def span(self, deviations: float) -> tuple[float, float]:
        """Ends of what lies within so many standard deviations of a component."""
        reach = deviations * self._row("stds")
        return float((self._row("means") - reach).min()), float((self._row("means") + reach).max())

    @cached_property
    def _table(self) -> tuple[Array, Array]:
        grid = np.linspace(*self.support, NODES)
        return grid, self.cdf(grid)

    def _row(self, name: str) -> Array:
        return np.asarray(getattr(self, name), np.float64)

    def _logs(self, x: ArrayLike) -> Array:
        """ln of each component's part of the density, (…, k)."""
        with np.errstate(divide="ignore"):  # a component of weight 0 has no density anywhere
            logs = np.log(self._row("weights"))
        scale = logs - np.log(self._row("stds") * np.sqrt(2 * np.pi))
        return np.asarray(scale - 0.5 * self._standard(x) ** 2)

    def _standard(self, x: ArrayLike) -> Array:
        """(x − mean) / std of each component, (…, k)."""
        x = np.asarray(x, np.float64)[..., None]
        return (x - self._row("means")) / self._row("stds")
