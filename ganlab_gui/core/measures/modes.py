"""Mode coverage as in VEEGAN (Srivastava et al. 2017) and PacGAN (Lin et al. 2018)."""

from dataclasses import dataclass
from functools import lru_cache
from math import exp, sqrt

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ganlab_gui.core.measures.samples import as_samples

Array = NDArray[np.float64]

high_quality_ceiling = 1.0 - exp(-4.5)
"""High-quality share of a perfect generator: the mass of a plane Gaussian within 3 σ. A generator
that reads more has shrunken modes."""


@dataclass(frozen=True)
class ModeCoverage:
    """captured: modes with a high-quality sample · high_quality: share of samples, 0 to 1 ·
    reverse_kl: KL(sample shares ‖ true weights) in nats · shares: (M,) share nearest to each mode.
    """

    captured: int
    high_quality: float
    reverse_kl: float
    shares: Array


def mode_coverage(
    samples: ArrayLike,
    modes: ArrayLike,
    std: ArrayLike,
    weights: ArrayLike | None = None,
) -> ModeCoverage:
    """How samples (n, d) cover the modes (M, d) of a mixture of Gaussians.

    `std` is one number or (M,); `weights` (M,) are the true weights, uniform by default, and are
    normalised. A sample belongs to the nearest mode in Euclidean distance, also where the stds
    differ. It is of high quality within `quality_radius(d)` stds of that mode: 3 in the plane. A
    mode is captured when a high-quality sample belongs to it. Samples that are not finite are of
    low quality and belong to no mode; shares are among the finite ones, and reverse_kl is NaN when
    there are none. ValueError on wrong shapes.
    """
    samples, modes = as_samples(samples), as_samples(modes)
    if samples.shape[1] != modes.shape[1]:
        raise ValueError(f"samples are {samples.shape[1]}-D but modes are {modes.shape[1]}-D")
    count, dim = modes.shape
    std = np.broadcast_to(np.asarray(std, np.float64), (count,))
    finite = samples[np.isfinite(samples).all(axis=1)]

    nearest, distance = nearest_mode(finite, modes)
    good = distance <= quality_radius(dim) * std[nearest]
    shares = np.bincount(nearest, minlength=count) / max(1, len(finite))
    captured = len(np.unique(nearest[good]))
    reverse_kl = _discrete_kl(shares, weights) if len(finite) else float("nan")
    return ModeCoverage(captured, float(good.sum() / len(samples)), reverse_kl, shares)


def nearest_mode(samples: Array, modes: Array) -> tuple[NDArray[np.intp], Array]:
    """Index of the nearest mode and the distance to it, both (n,), for finite samples (n, d)."""
    centre = modes.mean(axis=0)
    away = modes - centre
    # ‖x − m‖² without the ‖x‖² that all modes share: one small matrix product.
    score = (samples - centre) @ away.T - 0.5 * np.sum(away**2, axis=1)
    nearest = score.argmax(axis=1)
    return nearest, np.linalg.norm(samples - modes[nearest], axis=1)


@lru_cache(maxsize=16)
def quality_radius(dim: int) -> float:
    """Radius in stds that holds 1 − e^{−4.5} of a Gaussian in `dim` dimensions.

    The chi quantile of that probability: exactly 3 in the plane, 2.54 on the line.
    """
    if dim == 2:
        return 3.0
    from scipy.special import gammainccinv

    return sqrt(2.0 * float(gammainccinv(dim / 2.0, exp(-4.5))))


def _discrete_kl(shares: Array, weights: ArrayLike | None) -> float:
    true = np.ones(len(shares)) if weights is None else np.asarray(weights, np.float64)
    if true.shape != shares.shape or not np.all(true >= 0) or not true.sum() > 0:
        raise ValueError(f"weights must be {len(shares)} numbers ≥ 0 with a positive sum")
    seen = shares > 0
    if np.any(true[seen] == 0):
        return float("inf")
    return float(max(0.0, np.sum(shares[seen] * np.log(shares[seen] * true.sum() / true[seen]))))
