"""One run as a small picture that can be clicked: the plane or the densities, without axes."""

import math

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QPolygonF, QTransform
from PySide6.QtWidgets import QAbstractButton, QWidget

from ganlab_gui.lab.snapshot import Array, Box
from ganlab_gui.palette import Palette
from ganlab_gui.views.plotting import faded, small_font

SMALLEST = 64
"""Pixels a side below which a picture says nothing."""
Ink = str | int
"""A role of the palette, or the number of a generator or class."""


class Thumb(QAbstractButton):
    """A picture with a title, drawn straight by a painter: sixteen full plots are too slow."""

    def __init__(self, name: str, palette: Palette, scale: float, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.broken = False
        self.said = ""
        self._box: Box = (0.0, 1.0, 0.0, 1.0)
        self._flat, self._inside = False, False
        self._image, self._bounds = QImage(), QRectF()
        self._dots: list[tuple[Ink, float, QPolygonF]] = []
        self._lines: list[tuple[Ink, Qt.PenStyle, QPolygonF]] = []
        self.style_thumb(palette, scale)

    def style_thumb(self, palette: Palette, scale: float) -> None:
        """Take a palette and a text size."""
        self._palette, self._scale = palette, scale
        self.setFont(small_font(scale))
        self.update()

    def look_at(self, box: Box, flat: bool) -> None:
        """Show ``box`` from now on; ``flat`` pictures fill their frame, others have equal axes."""
        self._box, self._flat = box, flat

    def title_inside(self, inside: bool) -> None:
        """Write the title into the picture instead of above it."""
        self._inside = inside
        self.update()

    def show_plane(
        self,
        rgba: NDArray[np.uint8] | None,
        bounds: QRectF,
        real: Array,
        fake: Array | None,
        kinds: NDArray[np.int64] | None = None,
    ) -> None:
        """Ground (ny, nx, 4) over ``bounds``, data points (n, 2), generated points (m, 2).

        ``kinds`` (m,) tells whose the generated points are: a generator's, or of which class.
        """
        if rgba is not None:
            rgba = np.ascontiguousarray(rgba[::-1])
            height, width = rgba.shape[:2]
            form = QImage.Format.Format_RGBA8888
            image = QImage(rgba.data, width, height, 4 * width, form)
            self._image = image.convertToFormat(QImage.Format.Format_RGB32)
            self._bounds = bounds
        self._dots = [("data", 1.5, _polygon(real[:, 0], real[:, 1]))]
        if fake is not None and kinds is None:
            self._dots.append(("generated", 2.2, _polygon(fake[:, 0], fake[:, 1])))
        elif fake is not None and kinds is not None:
            for kind in np.unique(kinds):
                own = fake[kinds == kind]
                self._dots.append((int(kind), 2.2, _polygon(own[:, 0], own[:, 1])))
        self.update()

    def show_densities(
        self, xs: Array, p: Array | None, p_g: Array | None, parts: Array | None = None
    ) -> None:
        """Density of the data and of the generated samples, each (nx,).

        ``parts`` (K, nx) are those of each generator or class, instead of all together.
        """
        self._lines = []
        if p is not None:
            self._lines.append(("data", Qt.PenStyle.DotLine, _polygon(xs, p)))
        if parts is not None:
            solid = Qt.PenStyle.SolidLine
            self._lines += [(k, solid, _polygon(xs, part)) for k, part in enumerate(parts)]
        elif p_g is not None:
            self._lines.append(("generated", Qt.PenStyle.SolidLine, _polygon(xs, p_g)))
        self.update()

    def mark(self, said: str) -> None:
        """Write ``said`` across the picture."""
        self.said = said
        self.update()

    def sizeHint(self) -> QSize:
        side = round(120 * self._scale)
        return QSize(side, side + self._title_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(SMALLEST, SMALLEST + self._title_height())

    def _title_height(self) -> int:
        return 0 if self._inside else self.fontMetrics().height() + round(3 * self._scale)

    def _frame(self) -> QRectF:
        """Where the picture goes: below the title, in the box's proportions."""
        top = max(1, self._title_height())
        room = QRectF(1, top, self.width() - 2, self.height() - top - 2)
        x0, x1, y0, y1 = self._box
        if self._flat or room.height() <= 0:
            return room
        scale = min(room.width() / (x1 - x0), room.height() / (y1 - y0))
        wide, tall = scale * (x1 - x0), scale * (y1 - y0)
        return QRectF(room.center().x() - wide / 2, room.y(), wide, tall)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        frame = self._frame()
        painter.fillRect(frame, QColor(self._palette.panel))
        painter.setClipRect(frame)
        self._paint_picture(painter, frame)
        painter.setClipping(False)
        role = "action" if self.isChecked() else "quiet" if self.underMouse() else "line"
        edge = QPen(QColor(getattr(self._palette, role)), 2 if self.isChecked() else 1)
        painter.setPen(edge)
        painter.drawRect(frame)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._palette.action), 1, Qt.PenStyle.DotLine))
            painter.drawRect(frame.adjusted(3, 3, -3, -3))
        ink = "danger" if self.broken else "text" if self.isChecked() else "quiet"
        painter.setPen(QColor(getattr(self._palette, ink)))
        if self.said:
            painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, self.said)
        title = QRectF(frame.x(), 0, max(frame.width(), 1), self._title_height())
        if self._inside:
            title = QRectF(frame.x() + 4, 2, frame.width() - 4, self.fontMetrics().height())
        painter.drawText(title, Qt.AlignmentFlag.AlignVCenter, self.text())

    def _paint_picture(self, painter: QPainter, frame: QRectF) -> None:
        x0, x1, y0, y1 = self._box
        along, up = frame.width() / (x1 - x0), frame.height() / (y1 - y0)
        to_pixels = QTransform(along, 0, 0, -up, frame.x() - along * x0, frame.bottom() + up * y0)
        if not self._image.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(to_pixels.mapRect(self._bounds), self._image)
        for role, size, points in self._dots:
            ink = QPen(self._colour(role), size * self._scale)
            # Round points take Qt's painter ten times as long, and at this size look the same.
            ink.setCapStyle(Qt.PenCapStyle.SquareCap)
            painter.setPen(ink)
            painter.drawPoints(to_pixels.map(points))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, bool(self._lines))
        for role, style, points in self._lines:
            painter.setPen(QPen(self._colour(role), 1.3 * self._scale, style))
            painter.drawPolyline(to_pixels.map(points))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if self.broken:
            painter.fillRect(frame, faded(self._palette.panel, 0.6))

    def _colour(self, ink: Ink) -> QColor:
        palette = self._palette
        return QColor(palette.kind(ink) if isinstance(ink, int) else getattr(palette, ink))


def _polygon(x: Array, y: Array) -> QPolygonF:
    return pg.functions.arrayToQPolygonF(x.astype(np.float64), y.astype(np.float64))


def columns(count: int, width: float, height: float, aspect: float, title: float) -> int:
    """How many columns make ``count`` pictures of width/height ``aspect`` largest in a room."""

    def side(n: int) -> float:
        rows = math.ceil(count / n)
        return min(width / n, aspect * max(height / rows - title, 0.0))

    return max(range(1, count + 1), key=lambda n: (side(n), -abs(n - math.sqrt(count))))
