"""How heavy the tails of a sample are: a Cauchy fitted to it, beside a Gaussian of its quartiles.

Arjovsky & Bottou 2017, theorem 2.6: with D's error as Gaussian white noise every component of the
gradient of −log D is a ratio of two Gaussians, a Cauchy, which has neither mean nor variance.
"""

from abc import ABC, abstractmethod
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import ndtr, ndtri

Array = NDArray[np.float64]
UPPER_QUARTILE = float(ndtri(0.75))
"""That of the standard Gaussian, 0.674; the standard Cauchy's is 1."""


@dataclass(frozen=True)
class Law(ABC):
    """A location and a scale, both in the units of the sample."""

    centre: float
    scale: float

    def density(self, x: ArrayLike) -> Array:
        """At x, of its shape, in 1 / units of the sample."""
        return np.exp(self.log_density(x))

    @abstractmethod
    def log_density(self, x: ArrayLike) -> Array:
        """At x, of its shape, in nats."""

    @abstractmethod
    def cdf(self, x: ArrayLike) -> Array:
        """P(X ≤ x), of x's shape."""

    def _units(self, x: ArrayLike) -> Array:
        return (np.asarray(x, np.float64) - self.centre) / self.scale


class Cauchy(Law):
    """1 / (π γ (1 + u²)), u = (x − x₀) / γ."""

    def log_density(self, x: ArrayLike) -> Array:
        """In nats."""
        return -np.log(np.pi * self.scale) - np.log1p(self._units(x) ** 2)

    def cdf(self, x: ArrayLike) -> Array:
        """½ + arctan(u) / π."""
        return 0.5 + np.arctan(self._units(x)) / np.pi


class Gaussian(Law):
    """N(centre, scale²)."""

    def log_density(self, x: ArrayLike) -> Array:
        """In nats."""
        return -(self._units(x) ** 2) / 2 - np.log(self.scale * np.sqrt(2 * np.pi))

    def cdf(self, x: ArrayLike) -> Array:
        """Φ(u)."""
        return np.asarray(ndtr(self._units(x)))


def middle(x: ArrayLike) -> tuple[float, float]:
    """Median and half the distance of the quartiles of a sample (n,)."""
    low, median, high = np.percentile(np.asarray(x, np.float64), (25, 50, 75))
    return float(median), float(high - low) / 2


def fit_gaussian_by_quartiles(x: ArrayLike) -> Gaussian:
    """The Gaussian with the median and the quartile distance of a sample (n,)."""
    median, half = middle(x)
    return Gaussian(median, _positive(half) / UPPER_QUARTILE)


def fit_cauchy(x: ArrayLike, tolerance: float = 1e-6, rounds: int = 500) -> Cauchy:
    """The Cauchy of greatest likelihood for a sample (n,), to ``tolerance`` of its scale.

    The likelihood has one maximum unless half the sample lies on at most two points (Copas 1975).
    Found by EM with an expanded parameter for Student's t of one degree of freedom (Kent, Tyler &
    Vardi 1994): weights w = 1 / (1 + u²), then x₀ = Σ w x / Σ w and γ² = Σ w (x − x₀)² / Σ w.
    ValueError where half the sample lies on one point.
    """
    sample = np.asarray(x, np.float64)
    centre, scale = middle(sample)
    _positive(scale)
    for _ in range(rounds):
        weights = 1 / (1 + ((sample - centre) / scale) ** 2)
        new = float(weights @ sample / weights.sum())
        wide = float(np.sqrt(weights @ (sample - new) ** 2 / weights.sum()))
        moved = max(abs(new - centre), abs(wide - scale))
        centre, scale = new, wide
        if moved < tolerance * scale:
            break
    return Cauchy(centre, scale)


def ks_distance(x: ArrayLike, law: Law) -> float:
    """Kolmogorov and Smirnov's sup |F_n − F| of a sample (n,), in [0, 1]."""
    sample = np.sort(np.asarray(x, np.float64))
    n, cdf = len(sample), law.cdf(sample)
    steps = np.arange(n + 1) / n
    return float(max((steps[1:] - cdf).max(), (cdf - steps[:-1]).max()))


def mean_log_likelihood(x: ArrayLike, law: Law) -> float:
    """Mean log density over a sample (n,), in nats."""
    return float(law.log_density(x).mean())


def slope_per_decade(n: ArrayLike, values: ArrayLike) -> float:
    """How many decades ``values`` (T,) rise in one decade of ``n``: least squares in log-log.

    NaN where fewer than two are positive.
    """
    x, y = np.asarray(n, np.float64), np.asarray(values, np.float64)
    kept = (x > 0) & (y > 0)
    if np.unique(x[kept]).size < 2:
        return float("nan")
    return float(np.polyfit(np.log10(x[kept]), np.log10(y[kept]), 1)[0])


def _positive(half: float) -> float:
    if not half > 0:
        raise ValueError("half of the sample lies on one point: it has no scale to fit.")
    return half
