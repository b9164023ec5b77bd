"""What is drawn in pixels on a plate: arrows with heads, boxes to click, handles to drag."""

from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QCursor, QPainter, QPainterPath, QPen

from ganlab_gui.pages import plate
from ganlab_gui.views.plate_look import Look
from ganlab_gui.views.plotting import small_font

GRIP = 7.5
"""Radius of a handle in pixels at 100 %."""
HEAD = 5.0
"""Length of an arrow's head in pixels at 100 %."""

Values = NDArray[Any]


class ArrowsItem(pg.GraphicsObject):
    """Arrows whose heads have one size in pixels, whatever the axes' units."""

    def __init__(self) -> None:
        super().__init__()
        self.ends: Values = np.zeros((0, 4))
        self.pen_, self.head = QPen(), HEAD

    def take(self, x: Values, y: Values, x1: Values, y1: Values, pen: QPen, look: Look) -> None:
        ends = np.stack([x, y, x1, y1], axis=1)
        self.ends = ends[np.isfinite(ends).all(1)]
        self.pen_, self.head = pen, HEAD * look.scale
        self.prepareGeometryChange()
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(self.viewRect())

    def viewRangeChanged(self) -> None:
        self.prepareGeometryChange()

    def paint(self, painter: QPainter, *_: object) -> None:
        to = painter.worldTransform()
        a = self.ends[:, 0::2] * to.m11() + to.dx()
        b = self.ends[:, 1::2] * to.m22() + to.dy()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.pen_)
        painter.drawPath(arrow_path(a, b, self.head))


def arrow_path(x: Values, y: Values, head: float) -> QPainterPath:
    """Arrows from (x[:, 0], y[:, 0]) to (x[:, 1], y[:, 1]) in pixels; short ones have small heads.

    Those under half a pixel are left out.
    """
    path = QPainterPath()
    for (x0, x1), (y0, y1) in zip(x, y, strict=True):
        dx, dy = x1 - x0, y1 - y0
        long = float(np.hypot(dx, dy))
        if long < 0.5:
            continue
        path.moveTo(x0, y0)
        path.lineTo(x1, y1)
        back = min(head, 0.5 * long) / long
        for side in (0.45, -0.45):
            path.moveTo(x1, y1)
            path.lineTo(x1 - back * (dx + side * dy), y1 - back * (dy - side * dx))
    return path


class BoxItem(pg.GraphicsObject):
    """A rounded box with centred, wrapped text."""

    clicked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.item: plate.Box | None = None
        self.look: Look | None = None

    def take(self, item: plate.Box, look: Look) -> None:
        self.prepareGeometryChange()
        self.item, self.look = item, look
        self.setToolTip(item.hint)
        if item.key:
            self.setCursor(QCursor(Qt.CursorShape.PointingHandCursor))
        self.update()

    def boundingRect(self) -> QRectF:
        item, look = self.item, self.look
        if item is None or look is None:
            return QRectF()
        left, right = (float(look.x(v)) for v in (item.x0, item.x1))
        bottom, top = (float(look.y(v)) for v in (item.y0, item.y1))
        return QRectF(left, bottom, right - left, top - bottom)

    def paint(self, painter: QPainter, *_: object) -> None:
        item, look = self.item, self.look
        if item is None or look is None:
            return
        area = painter.worldTransform().mapRect(self.boundingRect()).adjusted(1, 1, -1, -1)
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour(item.role), (2.2 if item.chosen else 1.1) * look.scale))
        painter.setBrush(look.colour(item.role, 0.28 if item.chosen else 0.10))
        painter.drawRoundedRect(area, 5 * look.scale, 5 * look.scale)
        painter.setFont(small_font(look.scale, item.chosen))
        painter.setPen(look.colour("text"))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(area.adjusted(3, 1, -3, -1), flags, item.text)

    def mouseClickEvent(self, event: Any) -> None:
        if self.item is not None and self.item.key:
            event.accept()
            self.clicked.emit(self.item.key)


class HandleItem(pg.GraphicsObject):
    """A point to drag. It stays where it is shown: who hears of the drag shows it elsewhere."""

    moved = Signal(str, float, float)
    released = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.item: plate.Handle | None = None
        self.look: Look | None = None
        self.over = False
        self.setFlag(self.GraphicsItemFlag.ItemIgnoresTransformations)
        self.setZValue(100)

    def show_item(self, item: plate.Handle, look: Look) -> None:
        self.item, self.look = item, look
        self.setToolTip(item.hint)
        self.setPos(float(look.x(item.x)), float(look.y(item.y, item.side)))
        shape = {"x": Qt.CursorShape.SizeHorCursor, "y": Qt.CursorShape.SizeVerCursor}
        self.setCursor(QCursor(shape.get(item.moves, Qt.CursorShape.SizeAllCursor)))
        self.update()

    def boundingRect(self) -> QRectF:
        reach = 1.8 * GRIP * (self.look.scale if self.look else 1.0)
        return QRectF(-reach, -reach, 2 * reach, 2 * reach)

    def paint(self, painter: QPainter, *_: object) -> None:
        if self.item is None or self.look is None:
            return
        radius = GRIP * self.look.scale * (1.2 if self.over else 1.0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.look.colour("panel"), 2 * self.look.scale))
        painter.setBrush(self.look.colour(self.item.role))
        painter.drawEllipse(QRectF(-radius, -radius, 2 * radius, 2 * radius))

    def hoverEvent(self, event: Any) -> None:
        over = not event.isExit() and event.acceptDrags(Qt.MouseButton.LeftButton)
        if over != self.over:
            self.over = over
            self.update()

    def mouseDragEvent(self, event: Any) -> None:
        box = self.getViewBox()
        if event.button() != Qt.MouseButton.LeftButton or self.item is None or box is None:
            return
        event.accept()
        there = box.mapSceneToView(event.scenePos())
        x, y = self._told(there.x(), there.y())
        self.moved.emit(self.item.key, x, y)
        if event.isFinish():
            self.released.emit()

    def _told(self, x: float, y: float) -> tuple[float, float]:
        """A place in the plot in the units of the page."""
        assert self.look is not None
        assert self.item is not None
        axes = self.look.axes
        if self.item.side == "right" and axes.right is not None:
            (low, high), (bottom, top) = axes.right.range, axes.y
            y = low + (y - bottom) / (top - bottom) * (high - low)
        elif axes.log_y:
            y = 10.0**y
        return (10.0**x if axes.log_x else x), y
