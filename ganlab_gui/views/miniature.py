"""A recorded picture at the size of a stamp: where the generated points were, and no more."""

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF, QTransform

from ganlab_gui.lab.snapshot import Scene, Snapshot
from ganlab_gui.palette import Palette
from ganlab_gui.views.plotting import blend, faded

POINTS = 160
"""Generated points that are drawn: at this size more look the same."""
BEHIND = 96
"""Data points drawn behind them where the data has no modes."""
BINS = 48
TALLEST = 1.8
"""Generated peaks higher than this many times the data's leave the picture."""

Floats = NDArray[np.float64]


def miniature(
    snapshot: Snapshot, scene: Scene, run: int, side: int, palette: Palette, density: float = 1.0
) -> QPixmap:
    """``snapshot`` as a picture of ``side`` × ``side`` window pixels, of one run.

    2-D data: generated points over faint modes or data. 1-D: the data's density dotted, the
    generated one solid. The Dirac-GAN: where θ and ψ are. What was not recorded is left out.
    ``density`` is the screen's pixels to one of the window's.
    """
    pixels = round(side * density)
    picture = QPixmap(pixels, pixels)
    picture.fill(QColor(palette.background if palette.dark else palette.field))
    picture.setDevicePixelRatio(density)
    with QPainter(picture) as painter:
        frame = QRectF(0, 0, side, side)
        if scene.point:
            _point(painter, frame, snapshot, scene, run, palette)
        elif scene.dim == 1:
            _line(painter, frame, snapshot, scene, run, palette)
        else:
            _plane(painter, frame, snapshot, scene, run, palette)
    return picture


def _plane(
    painter: QPainter, frame: QRectF, snapshot: Snapshot, scene: Scene, run: int, palette: Palette
) -> None:
    x0, x1, y0, y1 = scene.box
    half = max(x1 - x0, y1 - y0) / 2
    place = _fitted(frame, (x0 + x1) / 2 - half, (y0 + y1) / 2 - half, 2 * half, 2 * half)
    behind = scene.real[:BEHIND] if scene.centres is None else scene.centres
    ground = palette.background if palette.dark else palette.field
    wide = 1.2 if scene.centres is None else max(2.0, frame.width() / 15)
    _dots(painter, place, behind, blend(ground, palette.quiet, 0.55), wide, round_=True)
    if snapshot.fake is None:
        return
    r = snapshot.index(run)
    points = snapshot.fake[r][:POINTS]
    if snapshot.kinds is None:
        _dots(painter, place, points, QColor(palette.generated), 1.8)
        return
    kinds = snapshot.kinds[r][:POINTS]
    for kind in np.unique(kinds):
        _dots(painter, place, points[kinds == kind], QColor(palette.kind(int(kind))), 1.8)


def _line(
    painter: QPainter, frame: QRectF, snapshot: Snapshot, scene: Scene, run: int, palette: Palette
) -> None:
    low, high = float(scene.low[0]), float(scene.high[0])
    data, made = _densities(snapshot, scene, run)
    tall = max((float(np.nanmax(y)) for _, y in (data,) if len(y)), default=0.0)
    if not tall and made is not None and len(made[1]):
        tall = float(np.nanmax(made[1]))
    top = TALLEST * tall or 1.0
    place = _fitted(frame.adjusted(0, 2, 0, -2), low, 0.0, max(high - low, 1e-9), top)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if made is not None:
        _curve(painter, place, *made, QPen(QColor(palette.generated), 1.2))
    _curve(painter, place, *data, QPen(QColor(palette.data), 1.2, Qt.PenStyle.DotLine))


def _densities(
    snapshot: Snapshot, scene: Scene, run: int
) -> tuple[tuple[Floats, Floats], tuple[Floats, Floats] | None]:
    """(x, density) of the data and of the generated points; counted where no curve is recorded."""
    range_ = float(scene.low[0]), float(scene.high[0])
    r = snapshot.index(run)
    if snapshot.p_data is not None and snapshot.xs is not None:
        data = snapshot.xs.astype(np.float64), snapshot.p_data.astype(np.float64)
    else:
        data = _counted(scene.real[:, 0], range_)
    if snapshot.p_generated is not None and snapshot.xs is not None:
        return data, (snapshot.xs.astype(np.float64), snapshot.p_generated[r].astype(np.float64))
    made = None if snapshot.fake is None else _counted(snapshot.fake[r, :, 0], range_)
    return data, made


def _counted(values: NDArray[np.float32], range_: tuple[float, float]) -> tuple[Floats, Floats]:
    known = values[np.isfinite(values)]
    heights, edges = np.histogram(known, BINS, range_)
    wide = edges[1] - edges[0]
    return (edges[:-1] + edges[1:]) / 2, heights / max(1, len(values)) / wide


def _point(
    painter: QPainter, frame: QRectF, snapshot: Snapshot, scene: Scene, run: int, palette: Palette
) -> None:
    far = float(np.max(scene.high))
    here = None if snapshot.point is None else snapshot.point[snapshot.index(run)]
    if here is not None and np.isfinite(here).all():
        far = max(far, 1.1 * float(np.abs(here).max()))
    place = _fitted(frame, -far, -far, 2 * far, 2 * far)
    painter.setPen(QPen(faded(palette.quiet, 0.5), 1))
    painter.drawLine(place.map(QPointF(-far, 0)), place.map(QPointF(far, 0)))
    painter.drawLine(place.map(QPointF(0, -far)), place.map(QPointF(0, far)))
    if here is not None:
        wide = max(4.0, frame.width() / 9)
        _dots(painter, place, here[None], QColor(palette.generated), wide, round_=True)


def _fitted(frame: QRectF, x: float, y: float, wide: float, tall: float) -> QTransform:
    """From the data's coordinates to the frame's."""
    along, up = frame.width() / wide, frame.height() / tall
    return QTransform(along, 0, 0, -up, frame.x() - along * x, frame.bottom() + up * y)


def _dots(
    painter: QPainter,
    place: QTransform,
    points: NDArray[np.float32] | Floats,
    colour: QColor,
    wide: float,
    round_: bool = False,
) -> None:
    known = points[np.isfinite(points).all(axis=1)]
    cap = Qt.PenCapStyle.RoundCap if round_ else Qt.PenCapStyle.SquareCap
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, round_)
    painter.setPen(QPen(colour, wide, Qt.PenStyle.SolidLine, cap))
    painter.drawPoints(place.map(_polygon(known[:, 0], known[:, 1])))


def _curve(painter: QPainter, place: QTransform, x: Floats, y: Floats, pen: QPen) -> None:
    known = np.isfinite(y)
    painter.setPen(pen)
    painter.drawPolyline(place.map(_polygon(x[known], y[known])))


def _polygon(x: NDArray[np.floating], y: NDArray[np.floating]) -> QPolygonF:
    """Far points are brought near: Qt cannot draw beyond 2²³ pixels."""
    if not len(x):
        return QPolygonF()
    near = [np.clip(values, -1e6, 1e6).astype(np.float64) for values in (x, y)]
    polygon: QPolygonF = pg.functions.arrayToQPolygonF(*near)
    return polygon
