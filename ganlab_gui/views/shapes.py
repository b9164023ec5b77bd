"""Line work of the pictures as plain arrays: arrows, meshes, circles, contours."""

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from ganlab_gui.lab.snapshot import Array

HEAD = math.radians(155)
"""Angle between an arrow's direction and each side of its head."""


class ArrowScale:
    """Plot units an arrow gets per unit of gradient: follows the gradients slowly.

    Arrows of the usual (90 % quantile) gradient are ``length`` long, so the picture shows
    directions and relative strengths; how strong the gradient is, is for a label to say.
    """

    FOLLOW = 0.08

    def __init__(self) -> None:
        self._usual = 0.0

    def update(self, pull: Array, length: float) -> float:
        """Factor for ``pull`` (m, 2); 0 where there is no gradient at all."""
        strength = float(np.quantile(np.hypot(pull[:, 0], pull[:, 1]), 0.9)) if len(pull) else 0.0
        if strength > 0 and math.isfinite(strength):
            ratio = strength / self._usual if self._usual else 1.0
            # In logarithms: gradients fall by powers of ten, and the arrows should keep up.
            self._usual = strength if not self._usual else self._usual * ratio**self.FOLLOW
        return length / self._usual if self._usual else 0.0


def arrows(tails: Array, pull: Array, factor: float, longest: float) -> Array:
    """(6m, 2) ends of line segments, in pairs: shaft and two sides of the head of m arrows.

    ``pull`` (m, 2) times ``factor`` is an arrow's way from its tail, cut at ``longest``.
    """
    # In double precision: a scale that rests on a vanished gradient is beyond a single one.
    far = pull.astype(np.float64) * factor
    size = np.hypot(far[:, 0], far[:, 1])
    way = (far * (longest / np.maximum(size, longest))[:, None]).astype(np.float32)
    tips = tails + way
    cos, sin = np.float32(0.22 * math.cos(HEAD)), np.float32(0.22 * math.sin(HEAD))
    x, y = way[:, 0], way[:, 1]
    ends = np.empty((len(tails), 6, 2), np.float32)
    ends[:, 0], ends[:, 1] = tails, tips
    ends[:, 2] = ends[:, 4] = tips
    ends[:, 3, 0] = tips[:, 0] + cos * x - sin * y
    ends[:, 3, 1] = tips[:, 1] + sin * x + cos * y
    ends[:, 5, 0] = tips[:, 0] + cos * x + sin * y
    ends[:, 5, 1] = tips[:, 1] - sin * x + cos * y
    return ends.reshape(-1, 2)


def mesh_lines(mesh: Array) -> Array:
    """(2ab + a + b, 2): the rows, then the columns of a mesh (a, b, 2), each line ended by NaN."""
    a, b, _ = mesh.shape
    rows = np.full((a, b + 1, 2), np.nan, np.float32)
    columns = np.full((b, a + 1, 2), np.nan, np.float32)
    rows[:, :b] = mesh
    columns[:, :a] = mesh.transpose(1, 0, 2)
    return np.concatenate([rows.reshape(-1, 2), columns.reshape(-1, 2)])


def circles(centres: NDArray[np.float64], radii: NDArray[np.float64]) -> QPainterPath:
    """Circles around ``centres`` (M, 2) with ``radii`` (M,), in one path."""
    path = QPainterPath()
    for (x, y), radius in zip(centres, radii, strict=True):
        path.addEllipse(QPointF(x, y), radius, radius)
    return path


def levels(low: float, high: float, about: int = 9) -> NDArray[np.float64]:
    """Round, even levels strictly between ``low`` and ``high``, roughly ``about`` of them."""
    raw = (high - low) / about
    unit = 10.0 ** math.floor(math.log10(raw))
    step = next(unit * m for m in (1, 2, 5, 10) if unit * m >= raw * (1 - 1e-9))
    first, last = math.floor(low / step) + 1, math.ceil(high / step) - 1
    return np.arange(first, last + 1, dtype=np.float64) * step


def contours(xs: Array, ys: Array, values: Array, at: NDArray[np.float64]) -> Array:
    """(N, 2) contour lines of ``values`` (ny, nx) at the levels ``at``, each line ended by NaN."""
    from contourpy import LineType, contour_generator

    traced = contour_generator(xs, ys, values, line_type=LineType.ChunkCombinedNan)
    found = [points for level in at for points in traced.lines(level)[0] if points is not None]
    gap = np.full((1, 2), np.nan)
    if not found:
        return np.zeros((0, 2), np.float32)
    return np.concatenate([part for points in found for part in (points, gap)]).astype(np.float32)
