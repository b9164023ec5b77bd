"""From brush strokes to a density on a grid; quick enough to redraw while the mouse moves."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ganlab_gui.experiment.own_data import Stroke

Array = NDArray[np.float64]

CELLS = 192
"""Cells along one side of the grid."""
THINNEST = 0.75
"""Least radius of a brush in cells, so that even a hair leaves a trace."""


def rasterise(strokes: Sequence[Stroke], extent: float, cells: int = CELLS) -> Array:
    """What the strokes leave on [−extent, extent]²: (cells, cells), not normalised.

    Rows go along y and columns along x, both from low to high. Painting adds up, so a place gone
    over twice is twice as likely; the eraser takes what lies under it, all of it at its core.
    """
    density = np.zeros((cells, cells))
    for stroke in strokes:
        apply_stroke(density, stroke, extent)
    return density


def apply_stroke(density: Array, stroke: Stroke, extent: float) -> None:
    """Paint or erase one stroke on ``density`` (cells, cells) in place."""
    rows, columns, mask = _mask(stroke, extent, len(density))
    if stroke.erase:
        density[rows, columns] *= 1 - mask
    else:
        density[rows, columns] += mask


def _mask(stroke: Stroke, extent: float, cells: int) -> tuple[slice, slice, Array]:
    """The part of the grid a stroke touches, and how strongly, 0 to 1, where it came nearest."""
    points = (np.array(stroke.points) + extent) * cells / (2 * extent) - 0.5
    radius = max(stroke.size * cells / (4 * extent), THINNEST)
    low, high = _window(points.min(axis=0), points.max(axis=0), radius, cells)
    squares = np.full((max(high[1] - low[1], 0), max(high[0] - low[0], 0)), np.inf)
    starts, ends = (points[:-1], points[1:]) if len(points) > 1 else (points, points)
    for start, end in zip(starts, ends, strict=True):
        first, last = _window(np.minimum(start, end), np.maximum(start, end), radius, cells)
        if (first < last).all():
            part = squares[
                first[1] - low[1] : last[1] - low[1], first[0] - low[0] : last[0] - low[0]
            ]
            np.minimum(part, _squared_distance(first, last, start, end), out=part)
    depth = np.clip(radius - np.sqrt(squares), 0, None) / radius
    mask = _profile(depth, stroke.softness)
    return slice(low[1], max(high[1], low[1])), slice(low[0], max(high[0], low[0])), mask


def _window(low: Array, high: Array, radius: float, cells: int) -> tuple[NDArray[np.int64], ...]:
    """First cell (x, y) and one past the last that are within ``radius`` of a box."""
    first = np.clip(np.floor(low - radius), 0, cells).astype(np.int64)
    last = np.clip(np.ceil(high + radius) + 1, 0, cells).astype(np.int64)
    return first, last


def _squared_distance(
    first: NDArray[np.int64], last: NDArray[np.int64], start: Array, end: Array
) -> Array:
    """Squared distance of every cell of a window to a segment, in cells: (rows, columns)."""
    x = np.arange(first[0], last[0]) - start[0]
    y = np.arange(first[1], last[1])[:, None] - start[1]
    along = end - start
    length = float(along @ along)
    share = np.clip((x * along[0] + y * along[1]) / length, 0, 1) if length else 0.0
    squares: Array = (x - share * along[0]) ** 2 + (y - share * along[1]) ** 2
    return squares


def _profile(depth: Array, softness: float) -> Array:
    """The brush's strength at depths 0 (rim) to 1 (centre): a smooth step ``softness`` wide."""
    if softness == 0:
        return (depth > 0).astype(np.float64)
    rise = np.clip(depth / softness, 0, 1)
    smooth: Array = rise * rise * (3 - 2 * rise)
    return smooth
