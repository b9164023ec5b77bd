"""Wasserstein-1 between two samples: exact where that is cheap, sliced where it is not.

Every function takes samples (n, d) or (n,), answers in the unit of the data, and answers NaN when
a coordinate is not finite.
"""

from functools import lru_cache

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ganlab_gui.core.measures.samples import all_finite, as_pair

Array = NDArray[np.float64]

ASSIGNMENT_LIMIT = 512
DIRECTIONS = 64


def wasserstein1(x: ArrayLike, y: ArrayLike) -> float:
    """W1 = inf over couplings of E‖x − y‖₂ between samples x (n, d) and y (m, d).

    d = 1: exact for all sizes, the L1 distance of the two quantile functions (for n = m the mean
    absolute difference of the sorted samples). d ≥ 2: exact by optimal assignment when
    n = m ≤ 512, otherwise `sliced_wasserstein1`, which is another, smaller number:
    `wasserstein1_kind` says which. ValueError on wrong shapes or different dimensions.
    """
    x, y = as_pair(x, y)
    if not all_finite(x, y):
        return float("nan")
    kind = wasserstein1_kind(len(x), x.shape[1], len(y))
    if kind == "exact":
        return float(_quantile_gap(np.sort(x[:, 0]), np.sort(y[:, 0])))
    return _assigned(x, y) if kind == "exact assignment" else sliced_wasserstein1(x, y)


def wasserstein1_kind(n: int, d: int, m: int | None = None) -> str:
    """What `wasserstein1` computes on n and m (default n) points in d dimensions.

    One of "exact", "exact assignment", "sliced".
    """
    if d == 1:
        return "exact"
    return "exact assignment" if m in (None, n) and n <= ASSIGNMENT_LIMIT else "sliced"


def sliced_wasserstein1(x: ArrayLike, y: ArrayLike, directions: int = DIRECTIONS) -> float:
    """Mean of the exact W1 of the projections on fixed unit vectors (Bonneel et al. 2015).

    d = 2: the angles π(k + ½)/directions; d ≥ 3: normalised Gaussian vectors from the fixed seed 0,
    so the same samples always read the same. Never above W1; a pure shift in the plane reads 2/π
    of its length.
    """
    x, y = as_pair(x, y)
    if not all_finite(x, y):
        return float("nan")
    vectors = _directions(x.shape[1], directions)
    return float(np.mean(_quantile_gap(np.sort(vectors @ x.T), np.sort(vectors @ y.T))))


def _quantile_gap(x: Array, y: Array) -> Array:
    """∫ |F⁻¹(u) − G⁻¹(u)| du for samples sorted along their last axis, (…, n) and (…, m)."""
    n, m = x.shape[-1], y.shape[-1]
    if n == m:
        return np.asarray(np.mean(np.abs(x - y), axis=-1))
    # Both quantile functions are steps; counted in units of 1/(nm) all their jumps are integers.
    ends = np.union1d(np.arange(1, n + 1) * m, np.arange(1, m + 1) * n)
    starts = np.concatenate([[0], ends[:-1]])
    gap = np.abs(x[..., starts // m] - y[..., starts // n])
    return np.asarray(gap @ ((ends - starts) / (n * m)))


def _assigned(x: Array, y: Array) -> float:
    from scipy.optimize import linear_sum_assignment

    cost = np.sqrt(np.sum((x[:, None, :] - y[None, :, :]) ** 2, axis=-1))
    rows, columns = linear_sum_assignment(cost)
    return float(cost[rows, columns].mean())


@lru_cache(maxsize=16)
def _directions(d: int, count: int) -> Array:
    if d == 1:
        return np.ones((1, 1))
    if d == 2:
        angles = np.pi * (np.arange(count) + 0.5) / count
        return np.stack([np.cos(angles), np.sin(angles)], axis=1)
    vectors = np.random.default_rng(0).standard_normal((count, d))
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True))
