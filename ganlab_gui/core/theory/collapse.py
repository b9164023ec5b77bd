"""Which mode a collapsed generator holds, and which way D's surface rises under its samples."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import map_coordinates

Array = NDArray[np.floating[Any]]


@dataclass(frozen=True)
class Visit:
    """A stay at one mode: pictures ``first`` to ``last``, both included."""

    mode: int
    first: int
    last: int


def mode_shares(samples: Array, centres: Array) -> NDArray[np.float64]:
    """(T, M) share of samples (T, n, 2) that lie nearest to each of the centres (M, 2)."""
    away = np.square(samples[:, :, None] - centres).sum(-1)
    nearest = away.argmin(-1)
    return np.stack([(nearest == m).mean(1) for m in range(len(centres))], 1)


def visits(shares: Array) -> list[Visit]:
    """Stays, in order, at the mode with the largest share (T, M); the first of equal ones."""
    held = shares.argmax(1)
    if not len(held):
        return []
    starts = np.flatnonzero(np.diff(held, prepend=-1))
    ends = np.append(starts[1:], len(held)) - 1
    return [Visit(int(held[a]), int(a), int(b)) for a, b in zip(starts, ends, strict=True)]


def last_lap(shares: Array) -> int | None:
    """How many pictures ago the mode with the largest share (T, M) was once round the ring away.

    Modes lie on a ring in their order; a hop goes the shorter way. None before the first lap.
    """
    modes = shares.shape[1]
    way = np.unwrap(shares.argmax(1), period=modes)
    away = np.flatnonzero(np.abs(way - way[-1]) >= modes) if len(way) else way
    return int(len(way) - 1 - away[-1]) if len(away) else None


def at(values: Array, box: tuple[float, float, float, float], points: Array) -> NDArray[np.float64]:
    """(n,) values of a grid (ny, nx) over ``box`` (x0, x1, y0, y1) at points (n, 2).

    The grid's outer points lie on the box. Bilinear; beyond the box the nearest value on its edge.
    """
    found: NDArray[np.float64] = map_coordinates(
        values.astype(np.float64), _places(values, box, points), order=1, mode="nearest"
    )
    return found


def uphill(
    values: Array, box: tuple[float, float, float, float], points: Array
) -> NDArray[np.float64]:
    """(n, 2) gradient of such a grid at points (n, 2), by central differences, bilinear."""
    ny, nx = values.shape
    steps = (box[3] - box[2]) / (ny - 1), (box[1] - box[0]) / (nx - 1)
    grid = values.astype(np.float64)
    by_y, by_x = (np.gradient(grid, step, axis=axis) for axis, step in enumerate(steps))
    return np.stack([at(by_x, box, points), at(by_y, box, points)], 1)


def _places(values: Array, box: tuple[float, float, float, float], points: Array) -> Array:
    ny, nx = values.shape
    rows = (points[:, 1] - box[2]) / (box[3] - box[2]) * (ny - 1)
    columns = (points[:, 0] - box[0]) / (box[1] - box[0]) * (nx - 1)
    return np.stack([rows, columns]).astype(np.float64)
