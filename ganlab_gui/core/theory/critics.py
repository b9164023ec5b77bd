"""The best discriminator and the best critic between two Gaussians, and what each passes on to G.

Arjovsky et al. 2017, figure 2. x is a number or an array of any shape, which answers have; scores
are logits s, D = σ(s), in nats; a critic f is in the units of x where its slope is at most 1.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import expit, ndtr, ndtri

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Gaussian:
    """N(mean, std²). ValueError unless std is above 0."""

    mean: float
    std: float

    def __post_init__(self) -> None:
        if self.std <= 0:
            raise ValueError(f"gaussian: std is {self.std}; must be above 0.")

    def standard(self, x: ArrayLike) -> Array:
        """(x − mean) / std."""
        return (np.asarray(x, np.float64) - self.mean) / self.std

    def log_density(self, x: ArrayLike) -> Array:
        """ln of the density at x."""
        return -0.5 * self.standard(x) ** 2 - math.log(self.std * math.sqrt(2 * math.pi))

    def density(self, x: ArrayLike) -> Array:
        """The density at x."""
        return np.exp(self.log_density(x))

    def below(self, x: ArrayLike) -> Array:
        """The distribution function at x."""
        return np.asarray(ndtr(self.standard(x)))

    def quantile(self, share: ArrayLike) -> Array:
        """Where ``share`` of the mass lies below."""
        return np.asarray(self.mean + self.std * ndtri(share))

    def mean_distance(self, x: float) -> float:
        """E|X − x|, the mean of a folded normal (Leone et al. 1961)."""
        z = (self.mean - x) / self.std
        tail = self.std * math.sqrt(2 / math.pi) * math.exp(-0.5 * z * z)
        return tail + (self.mean - x) * math.erf(z / math.sqrt(2))


def best_score(p: Gaussian, q: Gaussian, x: ArrayLike) -> Array:
    """s* = ln p − ln q, D* = σ(s*) (Goodfellow et al. 2014, Proposition 1)."""
    return p.log_density(x) - q.log_density(x)


def best_score_slope(p: Gaussian, q: Gaussian, x: ArrayLike) -> Array:
    """ds*/dx; constant, (μp − μq) / σ², where both spreads are one."""
    return q.standard(x) / q.std - p.standard(x) / p.std


Pull = Callable[[Array, Array], Array]
PULLS: dict[str, Pull] = {
    "minimax": lambda s, slope: expit(s) * np.abs(slope),
    "non-saturating": lambda s, slope: expit(-s) * np.abs(slope),
    "d": lambda s, slope: expit(s) * expit(-s) * np.abs(slope),
}
"""|d/dx| of log(1 − D), of −log D and of D itself, from D's scores and their slopes."""


def crossing(p: Gaussian, q: Gaussian) -> float | None:
    """Where both distribution functions meet; None where the spreads are equal and none does."""
    if p.std == q.std:
        return None
    return (p.mean * q.std - q.mean * p.std) / (q.std - p.std)


def potential(p: Gaussian, q: Gaussian, x: ArrayLike) -> Array:
    """Kantorovich's potential f: of slope ±1 everywhere, with E_p f − E_q f = W₁(p, q).

    f′ = sign(F_q − F_p) (Villani 2003, theorem 2.18 and remark 2.19). Fixed but for a constant,
    which is chosen so that E_p f + E_q f = 0. Two equal Gaussians have f = 0.
    """
    x, at = np.asarray(x, np.float64), crossing(p, q)
    if at is None:
        return np.sign(p.mean - q.mean) * (x - (p.mean + q.mean) / 2)
    middle = (p.mean_distance(at) + q.mean_distance(at)) / 2
    return np.sign(p.std - q.std) * (np.abs(x - at) - middle)


def potential_slope(p: Gaussian, q: Gaussian, x: ArrayLike) -> Array:
    """sign(F_q − F_p): −1, 0 or 1."""
    return np.sign(q.standard(x) - p.standard(x))


def w1(p: Gaussian, q: Gaussian) -> float:
    """W₁(p, q) = E|N(μp − μq, (σp − σq)²)|, in the units of x."""
    spread = abs(p.std - q.std)
    if spread == 0:
        return abs(p.mean - q.mean)
    return Gaussian(p.mean - q.mean, spread).mean_distance(0.0)


def reach(p: Gaussian, q: Gaussian, tail: float = 1e-3) -> tuple[float, float]:
    """The interval that holds all but ``tail`` of either on each side, and all between them."""
    ends = [float(of.quantile(share)) for of in (p, q) for share in (tail, 1 - tail)]
    return min(ends), max(ends)


def lipschitz(slopes: Array, inside: NDArray[np.bool_]) -> Array:
    """The Lipschitz constant of curves by their slopes (…, n) at the points ``inside``, (…)."""
    return np.asarray(np.abs(slopes[..., inside]).max(-1))


def centred(f: Array, p: Array, q: Array, cells: Array) -> Array:
    """A critic (…, n) less the constant that makes E_p f + E_q f = 0, densities (n,)."""
    middle = (f * ((p + q) / 2 * cells)).sum(-1, keepdims=True)
    return np.asarray(f - middle)


def found(f: Array, p: Array, q: Array, cells: Array) -> Array:
    """E_p f − E_q f of critics (…, n) by quadrature, (…): at most L W₁ for slopes up to L."""
    return np.asarray((f * ((p - q) * cells)).sum(-1))
