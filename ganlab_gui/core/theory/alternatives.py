"""What the second sample of a two-sample test is drawn from: the first one's N(0, 1), or not.

Each alternative has one ``strength`` and turns the same standard normal and uniform numbers into a
sample, so that the points move with the strength instead of being drawn anew.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import laplace, norm

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Alternative:
    """``sample(z, u, strength)`` from z ~ N(0, 1) and u ~ U(0, 1), all (n,); ``density(x, …)``."""

    sample: Callable[[Array, Array, float], Array]
    density: Callable[[Array, float], Array]


def _bimodal(z: Array, u: Array, apart: float) -> Array:
    return np.where(u < 0.5, -apart, apart) + np.sqrt(1.0 - apart**2) * z


def _bimodal_density(x: Array, apart: float) -> Array:
    std = np.sqrt(1.0 - apart**2)
    return np.asarray((norm.pdf(x, -apart, std) + norm.pdf(x, apart, std)) / 2.0)


def _laplace(z: Array, u: Array, _: float) -> Array:
    return np.asarray(laplace.ppf(norm.cdf(z), scale=np.sqrt(0.5)))


ALTERNATIVES: dict[str, Alternative] = {
    "same": Alternative(lambda z, u, _: z, lambda x, _: norm.pdf(x)),
    "shifted": Alternative(lambda z, u, by: z + by, lambda x, by: norm.pdf(x, by)),
    "wider": Alternative(lambda z, u, std: std * z, lambda x, std: norm.pdf(x, 0.0, std)),
    "bimodal": Alternative(_bimodal, _bimodal_density),
    "laplace": Alternative(_laplace, lambda x, _: laplace.pdf(x, scale=np.sqrt(0.5))),
}
"""H0; N(δ, 1); N(0, s²); ½N(−m, 1 − m²) + ½N(m, 1 − m²) and a Laplace: mean 0 and std 1 as p."""

_NONE = {("shifted", 0.0), ("wider", 1.0), ("bimodal", 0.0)}


def draw_pair(
    alternative: str, strength: float, n: int, rng: np.random.Generator
) -> tuple[Array, Array]:
    """n points of p = N(0, 1) and n of the alternative, both (n,); a larger n adds to them."""
    x, z, w = rng.standard_normal((n, 3)).T
    return x, ALTERNATIVES[alternative].sample(z, norm.cdf(w), strength)


def equal(alternative: str, strength: float) -> bool:
    """Whether the alternative is p itself, so that H0 holds."""
    return alternative == "same" or (alternative, strength) in _NONE


def best_discriminator(alternative: str, strength: float, x: Array) -> Array:
    """D* = p/(p + q) at x (n,), ½ where both are 0 to rounding."""
    p, q = norm.pdf(x), ALTERNATIVES[alternative].density(x, strength)
    return np.asarray(np.where(p + q > 0, p / np.maximum(p + q, 1e-300), 0.5))
