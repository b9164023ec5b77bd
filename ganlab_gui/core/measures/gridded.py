"""Divergences between two densities given on the same grid, in nats."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]


def kl(p: ArrayLike, q: ArrayLike, dx: float) -> float:
    """Kullback-Leibler divergence ∫ p ln(p/q) dx, in nats.

    `p` and `q` are densities (≥ 0) at the same grid points, arrays of any one shape; `dx` is the
    volume of a grid cell (for cell probabilities, 1). 0·ln 0 = 0, and the result is +inf where
    p > 0 meets q = 0. Nothing is renormalised: densities cut off by the grid give the integral over
    the grid. ValueError on different shapes, or on values that are negative or not a number.
    """
    p, q = _densities(p, q)
    seen = p > 0
    if np.any(q[seen] == 0):
        return float("inf")
    return float(np.sum(p[seen] * (np.log(p[seen]) - np.log(q[seen]))) * dx)


def js(p: ArrayLike, q: ArrayLike, dx: float) -> float:
    """Jensen-Shannon divergence ½ KL(p‖m) + ½ KL(q‖m), m = (p + q)/2, in nats: 0 to ln 2.

    Arguments and errors as in `kl`; nothing is renormalised. Lin 1991; the value in
    C(G) = −ln 4 + 2·JS of Goodfellow et al. 2014, theorem 1.
    """
    p, q = _densities(p, q)
    return float(max(0.0, 0.5 * dx * (_to_middle(p, q) + _to_middle(q, p))))


def tv(p: ArrayLike, q: ArrayLike, dx: float) -> float:
    """Total variation distance ½ ∫ |p − q| dx: 0 to 1. Arguments and errors as in `kl`."""
    p, q = _densities(p, q)
    return float(0.5 * np.sum(np.abs(p - q)) * dx)


def _to_middle(p: Array, q: Array) -> float:
    seen = p > 0
    p, q = p[seen], q[seen]
    return float(np.sum(p * np.log(2.0 * p / (p + q))))


def _densities(p: ArrayLike, q: ArrayLike) -> tuple[Array, Array]:
    p, q = np.asarray(p, np.float64), np.asarray(q, np.float64)
    if p.shape != q.shape:
        raise ValueError(f"the densities have different shapes: {p.shape} and {q.shape}")
    if not (np.all(p >= 0) and np.all(q >= 0)):
        raise ValueError("a density must be a number ≥ 0 at every grid point")
    return p, q
