"""Small pictures of the machine: points and grounds of a plane or a line, and what D says."""

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF, QTransform

from ganlab_gui.lab.snapshot import Array
from ganlab_gui.pages.machine import Moment
from ganlab_gui.palette import Palette
from ganlab_gui.scales import shares
from ganlab_gui.views.ground import GROUNDS, colours
from ganlab_gui.views.plotting import faded

MOST = 300
"""Points drawn of a minibatch."""
ARROWS = 60
FEW = 12
"""Fewer values than these are drawn one by one instead of as a histogram."""
BINS = 28
REACH = 0.16
"""How long the 90 % quantile of the pulls is drawn, as a share of the picture's width."""


class Brush:
    """A painter with palette, scale and the moment it paints."""

    def __init__(self, painter: QPainter, palette: Palette, scale: float, moment: Moment) -> None:
        self.painter, self.palette, self.scale, self.moment = painter, palette, scale, moment

    def colour(self, role: str) -> QColor:
        return QColor(getattr(self.palette, role))

    def pen(
        self, role: str, width: float = 1.0, style: Qt.PenStyle = Qt.PenStyle.SolidLine
    ) -> QPen:
        return QPen(self.colour(role), width * self.scale, style)

    # -- the plane ---------------------------------------------------------------------------------

    def fitted(self, room: QRectF) -> tuple[QRectF, QTransform]:
        """The frame of the data's box in ``room``, and the way from data to pixels."""
        x0, x1, y0, y1 = self.moment.box
        if self.moment.dim == 1:
            frame, (y0, y1) = room, (0.0, 1.0)
        else:
            unit = min(room.width() / (x1 - x0), room.height() / (y1 - y0))
            wide, tall = unit * (x1 - x0), unit * (y1 - y0)
            frame = QRectF(room.center().x() - wide / 2, room.center().y() - tall / 2, wide, tall)
        along, up = frame.width() / (x1 - x0), frame.height() / (y1 - y0)
        place = QTransform(along, 0, 0, -up, frame.x() - along * x0, frame.bottom() + up * y0)
        return frame, place

    def dots(self, points: Array, role: str, size: float, place: QTransform) -> None:
        """Points (n, 2); generated ones in the colours of their kinds."""
        points, kinds = points[:MOST], self.moment.kinds
        whole = np.isfinite(points).all(axis=1)
        kinds = None if kinds is None else kinds[: len(points)][whole]
        points = points[whole]
        pen = QPen(self.colour(role), size * self.scale)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        if role != "generated" or kinds is None:
            self.painter.setPen(pen)
            self.painter.drawPoints(place.map(polygon(points[:, 0], points[:, 1])))
            return
        for kind in np.unique(kinds):
            own = points[kinds == kind]
            pen.setColor(QColor(self.palette.kind(int(kind))))
            self.painter.setPen(pen)
            self.painter.drawPoints(place.map(polygon(own[:, 0], own[:, 1])))

    def plane_ground(self, ground: Array, room: QRectF, place: QTransform) -> None:
        """D's realness as the plane's ground, over the grid's own rectangle."""
        moment = self.moment
        if moment.xs is None or moment.ys is None:
            return
        lut = colours(GROUNDS["d"], self.palette)
        low, high = moment.span
        share = (
            shares(moment.reading, low, high, ground)
            if not moment.reading.bounded and moment.reading.threshold is not None
            else np.clip((ground - low) / (high - low), 0, 1)
        )
        index = np.nan_to_num(255 * share).astype(int)
        rgba = np.ascontiguousarray(lut[index][::-1])
        form = QImage.Format.Format_RGBA8888
        image = QImage(rgba.data, rgba.shape[1], rgba.shape[0], 4 * rgba.shape[1], form).copy()
        xs, ys = moment.xs, moment.ys
        dx, dy = (xs[1] - xs[0]) / 2, (ys[1] - ys[0]) / 2
        bounds = QRectF(
            float(xs[0] - dx), float(ys[0] - dy), float(xs[-1] - xs[0] + 2 * dx),
            float(ys[-1] - ys[0] + 2 * dy),
        )  # fmt: skip
        self.painter.save()
        self.painter.setClipRect(room)
        self.painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.painter.drawImage(place.mapRect(bounds), image)
        self.painter.restore()

    def pulls(self, fake: Array, pull: Array, place: QTransform) -> None:
        """Amber arrows from the first samples to where G's loss pulls them, scaled to be seen."""
        x0, x1 = self.moment.box[:2]
        lengths = np.linalg.norm(pull, axis=1)
        usual = float(np.nanquantile(lengths, 0.9)) if np.isfinite(lengths).any() else 0.0
        if usual <= 0 or not np.isfinite(usual):
            return
        reach = pull[:ARROWS] * (REACH * (x1 - x0) / usual)
        starts = fake[:ARROWS]
        if self.moment.dim == 1:
            rows = np.linspace(0.08, 0.5, len(starts))[:, None]
            starts = np.concatenate([starts, rows], 1)
            reach = np.concatenate([reach, np.zeros_like(reach)], 1)
        self.arrows(starts, starts + reach, place)

    def arrows(self, starts: Array, tips: Array, place: QTransform, heads: bool = True) -> None:
        """Thin amber arrows between places (n, 2)."""
        self.painter.setPen(self.pen("action", 1.1))
        for start, tip in zip(starts, tips, strict=True):
            if np.isfinite([*start, *tip]).all():
                a, b = (place.map(QPointF(float(p[0]), float(p[1]))) for p in (start, tip))
                self.painter.drawLine(a, b)
                if heads:
                    self.head(a, b, 3.2)

    def head(self, a: QPointF, b: QPointF, size: float) -> None:
        """The head of an arrow from a to b, in the pen's colour."""
        along = np.array([b.x() - a.x(), b.y() - a.y()])
        length = float(np.hypot(*along))
        if length < 1e-3:
            return
        size = min(size * self.scale, length)
        u = along / length
        n = np.array([-u[1], u[0]])
        corners = [np.array([b.x(), b.y()]) - size * u + side * 0.55 * size * n for side in (1, -1)]
        self.painter.setBrush(self.painter.pen().color())
        shape = [b, *(QPointF(float(c[0]), float(c[1])) for c in corners)]
        self.painter.drawPolygon(QPolygonF(shape))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)

    # -- the line ----------------------------------------------------------------------------------

    def histogram(
        self, values: Array, frame: QRectF, span: tuple[float, float], role: str,
        style: Qt.PenStyle = Qt.PenStyle.SolidLine, fill: float = 0.25, down: bool = False,
        most: float | None = None,
    ) -> None:  # fmt: skip
        """Shares of ``values`` in equal bins of ``span``, from the frame's floor (or roof) on."""
        values = values[np.isfinite(values)]
        if not values.size:
            return
        base, sign = (frame.top(), 1) if down else (frame.bottom(), -1)
        if len(values) < FEW:
            self.painter.setPen(self.pen(role, 2))
            for value in values:
                x = frame.x() + frame.width() * float((value - span[0]) / (span[1] - span[0]))
                self.painter.drawLine(
                    QPointF(x, base), QPointF(x, base + 0.8 * sign * frame.height())
                )
            return
        counts, edges = np.histogram(np.clip(values, *span), BINS, span)
        heights = counts / (most or max(1, counts.max())) * 0.94 * frame.height()
        xs = frame.x() + frame.width() * (edges - span[0]) / (span[1] - span[0])
        along = np.repeat(xs, 2)
        up = base + sign * np.concatenate([[0], np.repeat(heights, 2), [0]])
        shape = polygon(along, up)
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(faded(getattr(self.palette, role), fill))
        self.painter.drawPolygon(shape)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.setPen(self.pen(role, 1.3, style))
        self.painter.drawPolyline(shape)

    def curve(self, ground: Array, frame: QRectF, place: QTransform, alpha: float = 1.0) -> None:
        """D over the line, dashed, between the ends of its scale."""
        moment = self.moment
        if moment.xs is None:
            return
        low, high = moment.span
        up = np.clip((ground - low) / (high - low), -0.02, 1.02)
        pen = self.pen("discriminator", 1.5, Qt.PenStyle.DashLine)
        pen.setColor(faded(self.palette.discriminator, alpha))
        self.painter.setPen(pen)
        self.painter.drawPolyline(place.map(polygon(moment.xs, 0.03 + 0.94 * up)))

    # -- noise and samples -------------------------------------------------------------------------

    def draw_noise(self, room: QRectF) -> None:
        noise = self.moment.noise
        if noise is None:
            return
        reach = max(3.0 if np.abs(noise).max() > 1 else 1.1, float(np.abs(noise).max()))
        if noise.shape[1] == 1:
            self.histogram(noise[:, 0], room, (-reach, reach), "quiet")
            return
        side = min(room.width(), room.height())
        frame = QRectF(room.center().x() - side / 2, room.center().y() - side / 2, side, side)
        centre = np.array([frame.center().x(), frame.center().y()])
        pixels = centre + noise[:, :2] * np.array([1, -1]) * (side / 2 / reach)
        pen = self.pen("quiet", 1.8 if len(noise) >= FEW else 5)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        self.painter.setPen(pen)
        self.painter.drawPoints(polygon(pixels[:MOST, 0], pixels[:MOST, 1]))

    def draw_real(self, room: QRectF) -> None:
        self.samples(room, self.moment.real, "data")

    def draw_fake(self, room: QRectF) -> None:
        moment = self.moment
        fake, moved = moment.fake, moment.moved
        self.samples(room, moved if moved is not None else fake, "generated")
        if fake is None:
            return
        _, place = self.fitted(room)
        self.painter.setClipRect(room)
        if moment.pull is not None:
            self.pulls(fake, moment.pull, place)
        elif moved is not None and moment.dim == 2:
            self.arrows(fake[:150], moved[:150], place, heads=False)

    def samples(self, room: QRectF, points: Array | None, role: str) -> None:
        """Points on the plane, or a histogram on the line."""
        if points is None or not len(points):
            return
        frame, place = self.fitted(room)
        self.painter.setClipRect(frame)
        if self.moment.dim == 2:
            self.dots(points, role, 1.8 if role == "data" else 2.6, place)
            return
        style = Qt.PenStyle.DotLine if role == "data" else Qt.PenStyle.SolidLine
        span = self.moment.box[:2]
        self.histogram(points[:, 0], frame, span, role, style, 0.1 if role == "data" else 0.25)


def polygon(x: NDArray[np.floating], y: NDArray[np.floating]) -> QPolygonF:
    """Points as Qt's."""
    if not len(x):
        return QPolygonF()
    return pg.functions.arrayToQPolygonF(np.asarray(x, np.float64), np.asarray(y, np.float64))
