"""Log-likelihood against the look of samples: a model nearly all noise, and one that memorises.

Theis, van den Oord & Bethge 2016, "A note on the evaluation of generative models", section 3.
Everything is in nats.

The data p: a ring of Gaussians in the first two of d coordinates, standard deviation ``STD`` there
and in all the others, p(x) = p₂(x₁, x₂) ∏ᵢ₌₃ᵈ N(xᵢ; 0, STD²). The noise n: N(0, I). The model
that is nearly all noise: q = w p + (1 − w) n. Its loss E_p ln p − E_p ln q is KL(p‖q), and
0 ≤ KL(p‖q) ≤ −ln w in any number of dimensions, because q ≥ w p.
"""

import math
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
from numpy.polynomial.hermite_e import hermegauss
from numpy.typing import ArrayLike, NDArray
from scipy.spatial.distance import cdist
from scipy.special import logsumexp, ndtr
from scipy.stats import chi2

Array = NDArray[np.float64]

MODES = 8
RADIUS = 1.0
STD = 0.08
NODES = 16
"""Nodes of the Gauss rules along each direction."""
LN_2PI = math.log(2.0 * math.pi)


def centres() -> Array:
    """The modes' centres in the first two coordinates, (MODES, 2)."""
    angles = 2 * np.pi * np.arange(MODES) / MODES
    return RADIUS * np.stack([np.cos(angles), np.sin(angles)], axis=1)


def sample_data(n: int, rng: np.random.Generator) -> Array:
    """The first two coordinates of n samples of p, (n, 2)."""
    return centres()[rng.integers(MODES, size=n)] + STD * rng.standard_normal((n, 2))


def log_ring(x: Array) -> Array:
    """ln p₂ of points (n, 2), (n,)."""
    squares = cdist(x, centres(), "sqeuclidean")
    log_each = -squares / (2 * STD**2) - LN_2PI - 2 * math.log(STD)
    return np.asarray(logsumexp(log_each, axis=1)) - math.log(MODES)


@dataclass(frozen=True)
class Plane:
    """A quadrature under p₂: points (k, 2) and weights (k,) that sum to 1."""

    points: Array
    weights: Array


@cache
def plane(nodes: int = NODES) -> Plane:
    """Gauss-Hermite about one mode; the ring looks the same from each of them."""
    z, weights = hermegauss(nodes)
    weights = weights / weights.sum()
    x, y = np.meshgrid(z, z)
    points = centres()[0] + STD * np.stack([x.ravel(), y.ravel()], axis=1)
    return Plane(points, np.outer(weights, weights).ravel())


def data_likelihood(dimension: ArrayLike) -> Array:
    """E_p ln p in d ≥ 2 dimensions, of the shape of ``dimension``: what no model exceeds.

    Quadrature in the first two coordinates, closed form in the others.
    """
    rule = plane()
    other = -0.5 * (LN_2PI + 1) - math.log(STD)
    return float(rule.weights @ log_ring(rule.points)) + (np.asarray(dimension) - 2.0) * other


def noise_likelihood(dimension: ArrayLike) -> Array:
    """E_p ln n in d ≥ 2 dimensions, of the shape of ``dimension``; closed form."""
    d = np.asarray(dimension, np.float64)
    return -0.5 * d * (LN_2PI + STD**2) - 0.5 * RADIUS**2


def mixture_loss(share: float, dimension: int) -> float:
    """KL(p‖q) of q = w p + (1 − w) n, w = ``share`` in (0, 1], in d ≥ 2 dimensions.

    E_p[−ln(w + (1 − w) n/p)], where n/p depends on (x₁, x₂) and on the length of the rest, whose
    square is STD² χ² with d − 2 degrees of freedom: Gauss-Hermite quadrature in both. Raises
    ValueError out of those ranges.
    """
    if not 0 < share <= 1 or dimension < 2:
        raise ValueError("mixture_loss: share must be in (0, 1] and dimension at least 2.")
    rule = plane()
    in_plane = -LN_2PI - 0.5 * (rule.points**2).sum(axis=1) - log_ring(rule.points)
    squares, weights = _chi_square(dimension - 2)
    rest = (dimension - 2) * math.log(STD) + 0.5 * (1 - STD**2) * squares
    log_ratio = in_plane[:, None] + rest
    if share == 1:
        return 0.0
    log_sum = np.logaddexp(math.log(share), math.log1p(-share) + log_ratio)
    return -float(rule.weights @ log_sum @ weights)


@lru_cache(256)
def _chi_square(degrees: int) -> tuple[Array, Array]:
    """Nodes and weights of a rule for the mean under χ²; one node at 0 without degrees.

    Gauss-Hermite over the normal deviate of the same quantile, of which χ² is a smooth function.
    """
    if degrees == 0:
        return np.zeros(1), np.ones(1)
    z, weights = hermegauss(NODES)
    squares = np.where(z < 0, chi2.ppf(ndtr(z), degrees), chi2.isf(ndtr(-z), degrees))
    return squares, weights / weights.sum()


def loss_bound(share: float) -> float:
    """−ln w: what the noise can cost at most, in any number of dimensions."""
    return math.log(1.0 / share)


@dataclass(frozen=True)
class Memory:
    """A model that knows its training points by heart: (1/m) Σᵢ N(xᵢ, ε² I), in the plane.

    ``among`` (m, m) and ``across`` (n, m) are the squared distances of training and of test points
    to the training points.
    """

    among: Array
    across: Array

    @classmethod
    def of(cls, train: Array, test: Array) -> "Memory":
        """From training points (m, 2) and test points (n, 2)."""
        return cls(cdist(train, train, "sqeuclidean"), cdist(test, train, "sqeuclidean"))

    def train(self, width: float) -> float:
        """Mean ln q over the training points at ε = ``width``; exact. → +∞ as ε → 0."""
        return float(_log_model(self.among, width).mean())

    def test(self, width: float) -> tuple[float, float]:
        """Mean ln q over the test points and its standard error. → −∞ as ε → 0."""
        values = _log_model(self.across, width)
        return float(values.mean()), float(values.std(ddof=1)) / math.sqrt(len(values))


def _log_model(squares: Array, width: float) -> Array:
    nearest = squares.min(axis=1)
    sums = np.exp((nearest[:, None] - squares) / (2 * width**2)).sum(axis=1)
    scale = LN_2PI + 2 * math.log(width) + math.log(squares.shape[1])
    return np.log(sums) - nearest / (2 * width**2) - scale
