"""How every measure on samples reads its arguments."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]


def as_samples(x: ArrayLike, least: int = 1) -> Array:
    """`x` as float64 of shape (n, d); a flat (n,) becomes (n, 1).

    ValueError on another shape or on fewer than `least` points.
    """
    x = np.asarray(x, np.float64)
    if x.ndim == 1:
        x = x[:, None]
    if x.ndim != 2 or x.shape[1] == 0:
        raise ValueError(f"samples must have the shape (n, d) or (n,), not {x.shape}")
    if len(x) < least:
        raise ValueError(f"this measure needs at least {least} samples, not {len(x)}")
    return x


def as_pair(x: ArrayLike, y: ArrayLike, least: int = 1) -> tuple[Array, Array]:
    """Two samples (n, d) and (m, d) of the same dimension d; ValueError otherwise."""
    x, y = as_samples(x, least), as_samples(y, least)
    if x.shape[1] != y.shape[1]:
        raise ValueError(f"the samples have different dimensions: {x.shape[1]} and {y.shape[1]}")
    return x, y


def all_finite(*samples: Array) -> bool:
    """Whether no sample holds an infinity or a NaN, as those of a diverged generator do."""
    return all(bool(np.isfinite(x).all()) for x in samples)
