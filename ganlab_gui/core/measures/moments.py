"""Two-sample measures through moments and kernels: Fréchet distance and MMD².

Every function takes samples (n, d) or (n,) and answers NaN when a coordinate is not finite.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ganlab_gui.core.measures.samples import all_finite, as_pair, as_samples

Array = NDArray[np.float64]

_BLOCK = 512
_MEDIAN_POINTS = 1000


def frechet(x: ArrayLike, y: ArrayLike) -> float:
    """Fréchet distance ‖Δμ‖² + Tr(Σ₁ + Σ₂ − 2(Σ₁Σ₂)^½) of the samples' Gaussians.

    x (n, d) and y (m, d) with n, m ≥ 2; Σ are the sample covariances (divided by n − 1). The
    number is W2² of the two Gaussians, in the squared unit of the data (Dowson & Landau 1982,
    Heusel et al. 2017), exact also for singular covariances. ValueError on wrong shapes.
    """
    x, y = as_pair(x, y, least=2)
    if not all_finite(x, y):
        return float("nan")
    shift = x.mean(axis=0) - y.mean(axis=0)
    a, b = _covariance_root(x), _covariance_root(y)
    # With Σ₁ = AᵀA and Σ₂ = BᵀB, Tr (Σ₁Σ₂)^½ is the nuclear norm of ABᵀ: no square root of a
    # nearly singular product, which would keep only half of the digits.
    overlap = np.linalg.svd(a @ b.T, compute_uv=False).sum()
    return float(max(0.0, shift @ shift + np.sum(a**2) + np.sum(b**2) - 2.0 * overlap))


def mmd2(x: ArrayLike, y: ArrayLike, bandwidth: float) -> float:
    """Unbiased squared maximum mean discrepancy with k(a, b) = exp(−‖a − b‖²/(2·bandwidth²)).

    Gretton et al. 2012, eq. 3: the off-diagonal means of K_xx and K_yy minus twice the mean of
    K_xy, for x (n, d), y (m, d), n, m ≥ 2. Unbiased, so equal distributions give values around 0,
    also below it. ValueError on wrong shapes or bandwidth ≤ 0.
    """
    x, y = as_pair(x, y, least=2)
    if not bandwidth > 0:
        raise ValueError(f"the bandwidth must be > 0, not {bandwidth}")
    if not all_finite(x, y):
        return float("nan")
    n, m = len(x), len(y)
    within_x = (_kernel_sum(x, x, bandwidth) - n) / (n * (n - 1))
    within_y = (_kernel_sum(y, y, bandwidth) - m) / (m * (m - 1))
    return within_x + within_y - 2.0 * _kernel_sum(x, y, bandwidth) / (n * m)


def median_bandwidth(x: ArrayLike) -> float:
    """The median heuristic: the median distance between two points of x (n, d).

    Of more than 1 000 points, 1 000 evenly spaced along the array stand for all. 1 when all points
    coincide or some are not finite, so that the result is always a bandwidth.
    """
    points = as_samples(x)
    if len(points) > _MEDIAN_POINTS:
        points = points[np.linspace(0, len(points) - 1, _MEDIAN_POINTS).astype(int)]
    first, second = np.triu_indices(len(points), k=1)
    if len(first) == 0 or not all_finite(points):
        return 1.0
    median = float(np.median(np.linalg.norm(points[first] - points[second], axis=1)))
    return median if median > 0 else 1.0


def _covariance_root(x: Array) -> Array:
    """R (min(n, d), d) with RᵀR the sample covariance of x (n, d)."""
    return np.asarray(np.linalg.qr((x - x.mean(axis=0)) / np.sqrt(len(x) - 1), mode="r"))


def _kernel_sum(a: Array, b: Array, bandwidth: float) -> float:
    """Σᵢⱼ k(aᵢ, bⱼ), a block of rows at a time so that memory stays small."""
    centre = a.mean(axis=0)
    a, b = (a - centre) / bandwidth, (b - centre) / bandwidth
    half_b = 0.5 * np.sum(b**2, axis=1)
    total = 0.0
    for start in range(0, len(a), _BLOCK):
        rows = a[start : start + _BLOCK]
        exponent = rows @ b.T - half_b - 0.5 * np.sum(rows**2, axis=1, keepdims=True)
        total += float(np.exp(np.minimum(exponent, 0.0)).sum())
    return total
