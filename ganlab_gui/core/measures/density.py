"""The density of generated points: kernel estimates, and the change of variables in 1-D."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ganlab_gui.core.measures.samples import as_samples

Array = NDArray[np.float64]

_BLOCK = 4096
_ROOT_TWO_PI = np.sqrt(2.0 * np.pi)


def scott_bandwidth(samples: ArrayLike) -> Array:
    """Scott's rule per axis, σ·n^(−1/(d+4)) with σ the sample std: (d,) for samples (n, d).

    0 on an axis where all samples coincide, and everywhere for a single sample. Samples that are
    not finite are left out.
    """
    x = as_samples(samples)
    x = x[np.isfinite(x).all(axis=1)]
    n, d = x.shape
    return np.asarray(x.std(axis=0, ddof=1) * n ** (-1.0 / (d + 4))) if n > 1 else np.zeros(d)


def gaussian_kde_1d(
    samples: ArrayLike, grid: ArrayLike, bandwidth: float | None = None
) -> tuple[Array, float]:
    """Gaussian kernel estimate of a 1-D density at the points `grid` (k,).

    samples (n,) or (n, 1), of which those that are not finite are left out (but still counted in
    the mass). Without `bandwidth` Scott's rule, but no narrower than the mean grid spacing, so that
    a collapsed generator is drawn as a spike that the grid can show. Returns the density (k,) and
    the bandwidth used. The sum over samples is exact, to single precision. ValueError on a
    bandwidth ≤ 0 or on fewer than 2 grid points.
    """
    x = as_samples(samples)[:, 0]
    grid = _axis(grid)
    kept = x[np.isfinite(x)]
    width = _bandwidths(kept[:, None], [grid], bandwidth)[0]
    density = np.zeros(len(grid))
    for start in range(0, len(kept), _BLOCK):
        density += _kernels(grid, kept[start : start + _BLOCK], width).sum(axis=1)
    return density / len(x), width


def gaussian_kde_2d(
    samples: ArrayLike,
    xs: ArrayLike,
    ys: ArrayLike,
    bandwidth: float | tuple[float, float] | None = None,
) -> Array:
    """Gaussian kernel estimate of a plane density: (len(ys), len(xs)), row j at height ys[j].

    samples (n, 2); the kernel is the product of one in x and one in y, so the estimate is one
    matrix product. `bandwidth` is one number, a pair (x, y) or None; defaults, non-finite samples
    and errors as in `gaussian_kde_1d`.
    """
    x = as_samples(samples)
    if x.shape[1] != 2:
        raise ValueError(f"a plane density needs samples (n, 2), not {x.shape}")
    axes = [_axis(xs), _axis(ys)]
    kept = x[np.isfinite(x).all(axis=1)]
    widths = _bandwidths(kept, axes, bandwidth)
    density = np.zeros((len(axes[1]), len(axes[0])))
    for start in range(0, len(kept), _BLOCK):
        block = kept[start : start + _BLOCK]
        across, up = (_kernels(axes[i], block[:, i], widths[i]) for i in (0, 1))
        density += up @ across.T
    return density / len(x)


def change_of_variables(z: ArrayLike, x: ArrayLike, p_z: ArrayLike, grid: ArrayLike) -> Array:
    """Density of x = G(z) at `grid` (k,), for any continuous G: ℝ → ℝ, monotone or not.

    z (n,) increases, x = G(z) and p_z, the density of the noise, are taken at it. It is the sum of
    p_z/|dx/dz| over the monotone pieces of G, averaged over grid cells: the mass ∫ p_z dz of each
    z cell is spread evenly between its two ends in x and then counted in the cells around the grid
    points (their borders lie midway). So mass is conserved exactly, folds (dx/dz = 0) stay finite,
    and what G sends beyond the grid, or to no finite number, is missing from it. ValueError on
    different lengths.
    """
    z, x, p_z = (np.asarray(a, np.float64) for a in (z, x, p_z))
    grid = _axis(grid)
    if not z.shape == x.shape == p_z.shape or z.ndim != 1:
        raise ValueError(f"z, x and p_z differ in shape: {z.shape}, {x.shape}, {p_z.shape}")
    mass = 0.5 * (p_z[1:] + p_z[:-1]) * np.diff(z)
    edges = _cell_edges(grid)
    low, high = np.minimum(x[1:], x[:-1]), np.maximum(x[1:], x[:-1])
    kept = np.isfinite(low) & np.isfinite(high)
    return _spread(low[kept], high[kept], mass[kept], edges) / np.diff(edges)


def _spread(low: Array, high: Array, mass: Array, edges: Array) -> Array:
    """Mass in each cell between `edges` when mass[i] lies evenly on [low[i], high[i]]."""
    first, last = np.searchsorted(edges, low), np.searchsorted(edges, high)
    pieces = last - first + 1
    owner = np.repeat(np.arange(len(mass)), pieces)
    cell = np.arange(len(owner)) - np.repeat(np.cumsum(pieces) - pieces - first, pieces)
    borders = np.concatenate([[-np.inf], edges, [np.inf]])
    part = np.minimum(high[owner], borders[cell + 1]) - np.maximum(low[owner], borders[cell])
    length = (high - low)[owner]
    share = np.divide(part, length, out=np.ones_like(part), where=length > 0)
    cells = np.bincount(cell, weights=mass[owner] * share, minlength=len(edges) + 1)
    return np.asarray(cells[1:-1], np.float64)


def _cell_edges(grid: Array) -> Array:
    middle = 0.5 * (grid[1:] + grid[:-1])
    return np.concatenate([[2 * grid[0] - middle[0]], middle, [2 * grid[-1] - middle[-1]]])


def _axis(grid: ArrayLike) -> Array:
    grid = np.asarray(grid, np.float64)
    if grid.ndim != 1 or len(grid) < 2 or not np.all(np.diff(grid) > 0):
        raise ValueError("a grid must be an increasing array of at least 2 points")
    return grid


def _bandwidths(
    x: Array, axes: list[Array], given: float | tuple[float, float] | None
) -> list[float]:
    if given is None:
        scott = scott_bandwidth(x) if len(x) else np.zeros(len(axes))
        spacing = [(a[-1] - a[0]) / (len(a) - 1) for a in axes]
        return [float(max(h, s)) for h, s in zip(scott, spacing, strict=True)]
    widths = [float(h) for h in np.broadcast_to(np.asarray(given, np.float64), (len(axes),))]
    if not all(h > 0 for h in widths):
        raise ValueError(f"the bandwidth must be > 0, not {given}")
    return widths


def _kernels(grid: Array, x: Array, width: float) -> NDArray[np.float32]:
    """N(grid[i]; x[j], width²) as (len(grid), len(x)), in single precision for speed."""
    scale = 1.0 / (np.sqrt(2.0) * width)
    centre = 0.5 * (grid[0] + grid[-1])
    # Clipped far beyond any kernel, so that the square of a diverged sample does not overflow.
    a, b = (np.clip((v - centre) * scale, -1e9, 1e9).astype(np.float32) for v in (grid, x))
    u: NDArray[np.float32] = a[:, None] - b
    np.multiply(u, u, out=u)
    np.negative(u, out=u)
    np.exp(u, out=u)
    u *= np.float32(1.0 / (_ROOT_TWO_PI * width))
    return u
