"""The square one draws a density on: by mouse, or with the arrow keys and the space bar."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ganlab_gui.app.theme import font, mix
from ganlab_gui.experiment.data import Stroke
from ganlab_gui.experiment.raster import CELLS, apply_stroke, rasterise
from ganlab_gui.palette import PALETTES, Palette

Array = NDArray[np.float64]
Point = tuple[float, float]

ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


@dataclass
class Brush:
    """Diameter in data units, softness 0 to 1, and whether it erases."""

    size: float = 0.4
    softness: float = 0.5
    erase: bool = False

    def stroke(self, points: list[Point]) -> Stroke:
        """The stroke this brush leaves along ``points``."""
        return Stroke(
            points=tuple(points), size=self.size, softness=self.softness, erase=self.erase
        )


class Canvas(QWidget):
    """Shows strokes as a density and makes new ones; ``drawn`` hands over each when it ends.

    While a stroke grows only its newest piece is put on the grid: a stroke's strength at a place is
    the largest of its pieces' (see ``raster``), so the picture is exactly that of the whole stroke.
    """

    drawn = Signal(object)
    brush_turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("drawing.canvas")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.palette_: Palette = PALETTES["dark"]
        self.scale = 1.0
        self.extent = 3.0
        self.brush = Brush()
        self.place: Point = (0.0, 0.0)
        self.points: list[Point] = []
        self.base: Array = np.zeros((CELLS, CELLS))
        self.growing: Array = np.zeros((CELLS, CELLS))

    def set_theme(self, palette: Palette, scale: float) -> None:
        """Take colours and text size."""
        self.palette_, self.scale = palette, scale
        self.update()

    def show_strokes(self, strokes: tuple[Stroke, ...]) -> None:
        """Show these strokes and no other."""
        self.base = rasterise(strokes, self.extent)
        self.update()

    def add_stroke(self, stroke: Stroke) -> None:
        """Show one more stroke."""
        apply_stroke(self.base, stroke, self.extent)
        self.update()

    def density(self) -> Array:
        """What is seen, the growing stroke included: (cells, cells), rows along y from below."""
        if not self.points:
            return self.base
        return self.base * (1 - self.growing) if self.brush.erase else self.base + self.growing

    # -- a stroke ---------------------------------------------------------------------------------

    def press(self, point: Point) -> None:
        """Put the brush down."""
        self.growing[:] = 0
        self.points = []
        self.draw_to(point, down=True)

    def draw_to(self, point: Point, down: bool) -> None:
        """Move the brush, painting if it is ``down``."""
        self.place = point
        self.update()
        if not down or (self.points and _near(self.points[-1], point, self.extent / 1000)):
            return
        piece = np.zeros_like(self.growing)
        stroke = self.brush.stroke([*self.points[-1:], point])
        apply_stroke(piece, stroke.model_copy(update={"erase": False}), self.extent)
        np.maximum(self.growing, piece, out=self.growing)
        self.points.append(point)

    def release(self) -> None:
        """Lift the brush: the stroke is done."""
        if self.points:
            stroke, self.points = self.brush.stroke(self.points), []
            self.drawn.emit(stroke)
            self.update()

    # -- events -----------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.press(self._point(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.draw_to(self._point(event.position()), bool(self.points))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.release()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in ARROWS:
            far = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            step = self.extent / (10 if far else 60)
            x, y = (self.place[i] + step * ARROWS[key][i] for i in (0, 1))
            self.draw_to(self._inside(x, y), bool(self.points))
        elif key == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.press(self.place)
        elif key in (Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketRight):
            self.brush_turned.emit(1 if key == Qt.Key.Key_BracketRight else -1)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.release()
        else:
            super().keyReleaseEvent(event)

    # -- geometry ---------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(round(520 * self.scale), round(520 * self.scale))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 240)

    def square(self) -> QRectF:
        """The part of the widget that is drawn on."""
        left, below = 30 * self.scale, 22 * self.scale
        side = min(self.width() - left - 8, self.height() - below - 8)
        x = left + (self.width() - left - 8 - side) / 2
        return QRectF(x, 8 + (self.height() - below - 8 - side) / 2, side, side)

    def position(self, point: Point) -> QPointF:
        """Where a point of the data stands in the widget."""
        square, unit = self.square(), self.square().width() / (2 * self.extent)
        return QPointF(
            square.left() + (point[0] + self.extent) * unit,
            square.top() + (self.extent - point[1]) * unit,
        )

    def _point(self, position: QPointF) -> Point:
        square = self.square()
        unit = 2 * self.extent / square.width()
        x = (position.x() - square.left()) * unit - self.extent
        return self._inside(x, self.extent - (position.y() - square.top()) * unit)

    def _inside(self, x: float, y: float) -> Point:
        return tuple(min(max(v, -self.extent), self.extent) for v in (x, y))  # type: ignore[return-value]

    # -- painting ---------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        square = self.square()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(square, picture(self.density(), self.palette_))
            self._paint_grid(painter, square)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setClipRect(square.adjusted(-1, -1, 1, 1))
            self._paint_brush(painter, square)

    def _paint_grid(self, painter: QPainter, square: QRectF) -> None:
        painter.setFont(font("small", self.scale))
        faint = QColor(self.palette_.quiet)
        faint.setAlphaF(0.18)
        for tick in ticks(self.extent):
            at = self.position((tick, tick))
            painter.setPen(QPen(faint, 2 if tick == 0 else 1))
            painter.drawLine(QPointF(at.x(), square.top()), QPointF(at.x(), square.bottom()))
            painter.drawLine(QPointF(square.left(), at.y()), QPointF(square.right(), at.y()))
            painter.setPen(QColor(self.palette_.quiet))
            text = f"{tick:g}".replace("-", "−")
            box = QRectF(at.x() - 30, square.bottom() + 4, 60, 20 * self.scale)
            painter.drawText(box, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, text)
            box = QRectF(square.left() - 66, at.y() - 10, 60, 20)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        painter.setPen(QPen(QColor(self.palette_.line), 1))
        painter.drawRect(square)

    def _paint_brush(self, painter: QPainter, square: QRectF) -> None:
        if not (self.underMouse() or self.hasFocus()):
            return
        unit = square.width() / (2 * self.extent)
        at, radius = self.position(self.place), self.brush.size / 2 * unit
        style = Qt.PenStyle.DashLine if self.brush.erase else Qt.PenStyle.SolidLine
        painter.setPen(QPen(QColor(self.palette_.action), 1.4, style))
        painter.drawEllipse(at, radius, radius)
        painter.drawLine(at - QPointF(4, 0), at + QPointF(4, 0))
        painter.drawLine(at - QPointF(0, 4), at + QPointF(0, 4))


def picture(density: Array, palette: Palette) -> QImage:
    """A density as an image, y upwards: the more, the nearer to the data's colour.

    Brightness is d / (1 + d), so a place gone over again grows brighter and nothing else darker.
    """
    level = np.ascontiguousarray((255 * density / (1 + density)).astype(np.uint8)[::-1])
    rows, columns = level.shape
    image = QImage(level.data, columns, rows, columns, QImage.Format.Format_Indexed8)
    shades = [QColor(mix(palette.panel, palette.data, i / 255)).rgb() for i in range(256)]
    image.setColorTable(shades)
    return image.convertToFormat(QImage.Format.Format_RGB32)


def ticks(extent: float) -> list[float]:
    """Round numbers within ±``extent``, 0 among them and at most six to a side."""
    power = 10 ** np.floor(np.log10(extent / 3))
    step = next(m * power for m in (1, 2, 5, 10) if extent / (m * power) <= 6)
    count = int(extent / step + 1e-9)
    return [float(i * step) for i in range(-count, count + 1)]


def _near(a: Point, b: Point, distance: float) -> bool:
    return abs(a[0] - b[0]) < distance and abs(a[1] - b[1]) < distance
