"""How one cell of a grid is drawn: as a number on a colour, or as its last picture."""

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QPolygonF, QTransform
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ganlab_gui.experiment.grid import Cell
from ganlab_gui.lab.snapshot import Array, Box
from ganlab_gui.lab.sweep.result import CellResult
from ganlab_gui.lab.sweep.summary import DIVERGED, is_broken, line_box, reading_text
from ganlab_gui.palette import PALETTES, Palette
from ganlab_gui.scales import ends, heat, ink_on, shares, usual
from ganlab_gui.views.grid_model import GridModel, Index
from ganlab_gui.views.gridtexts import tr
from ganlab_gui.views.ground import GROUNDS, colours
from ganlab_gui.views.plotting import faded, small_font

GAP = 2
POINTS = 300
CENTRE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


class CellPainter(QStyledItemDelegate):
    """Ground, what a subclass draws on it, and the edge that says where the keyboard is."""

    def __init__(self, model: GridModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.model = model
        self.set_theme(PALETTES["dark"], 1.0)

    def set_theme(self, palette: Palette, scale: float) -> None:
        self.palette_, self.scale = palette, scale

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(round(56 * self.scale), round(40 * self.scale))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell: Cell = self.model.cell_at(index)
        area = QRectF(option.rect).adjusted(GAP, GAP, -GAP, -GAP)
        painter.save()
        painter.setClipRect(QRectF(option.rect))
        painter.setFont(small_font(self.scale))
        result = self.model.results.get(cell)
        if result is None:
            self._waiting(painter, area, cell)
        else:
            self.draw(painter, area, cell, result)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if chosen or over:
            ink = self.palette_.action if chosen else self.palette_.quiet
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(ink), 2))
            painter.drawRect(area)
        painter.restore()

    def draw(self, painter: QPainter, area: QRectF, cell: Cell, result: CellResult) -> None:
        raise NotImplementedError

    def _waiting(self, painter: QPainter, area: QRectF, cell: Cell) -> None:
        painter.fillRect(area, QColor(self.palette_.field))
        painter.setPen(QColor(self.palette_.quiet))
        painter.drawText(area, CENTRE, self.model.states.get(cell, ""))

    def _diverged(self, painter: QPainter, area: QRectF) -> None:
        """Hatched, and in words: no colour says by itself that a cell has diverged."""
        painter.fillRect(area, QColor(self.palette_.field))
        ink = faded(self.palette_.danger, 0.6)
        painter.fillRect(area, QBrush(ink, Qt.BrushStyle.BDiagPattern))
        self._label(painter, area, tr("diverged"))

    def _label(self, painter: QPainter, area: QRectF, text: str) -> None:
        """Words in the middle on a ground of their own."""
        room = QRectF(painter.fontMetrics().boundingRect(text)).adjusted(-4, -2, 4, 2)
        room.moveCenter(area.center())
        painter.fillRect(room, QColor(self.palette_.panel))
        painter.setPen(QColor(self.palette_.danger))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)


class HeatPainter(CellPainter):
    """The median's number on the colour of its share of the scale."""

    def set_theme(self, palette: Palette, scale: float) -> None:
        super().set_theme(palette, scale)
        self.colours = heat(palette)

    def draw(self, painter: QPainter, area: QRectF, cell: Cell, result: CellResult) -> None:
        if is_broken(result) and self.model.measure != DIVERGED:
            self._diverged(painter, area)
            return
        share = self.model.share(cell)
        if np.isnan(share):
            self._waiting(painter, area, cell)
            painter.drawText(area, CENTRE, "–")
            return
        colour = self.colours[round(255 * share)]
        painter.fillRect(area, QColor(*map(int, colour)))
        painter.setPen(QColor(ink_on(colour)))
        painter.setFont(small_font(self.scale, bold=True))
        text = reading_text(float(self.model.table[cell[1], cell[0]]))
        if not result.diverged or self.model.measure == DIVERGED:
            painter.drawText(area, CENTRE, text)
            return
        half = area.height() / 2
        low = Qt.AlignmentFlag.AlignHCenter
        painter.drawText(area.adjusted(0, 0, 0, -half), low | Qt.AlignmentFlag.AlignBottom, text)
        painter.setFont(small_font(self.scale))
        few = tr("{0} of {1} diverged").format(result.diverged, result.history.runs)
        room = area.adjusted(2, half, -2, 0)
        few = painter.fontMetrics().elidedText(few, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, low | Qt.AlignmentFlag.AlignTop, few)


class PicturePainter(CellPainter):
    """The last picture of one run: the plane with D's ground, or the densities on the line."""

    def set_theme(self, palette: Palette, scale: float) -> None:
        super().set_theme(palette, scale)
        self._lut = colours(GROUNDS["d"], palette)
        self._images: dict[tuple[int, int], QImage] = {}

    def draw(self, painter: QPainter, area: QRectF, cell: Cell, result: CellResult) -> None:
        run = min(self.model.run, result.history.runs - 1)
        flat = result.scene.dim == 1
        box = (*line_box(result)[:2], 0.0, line_box(result)[2]) if flat else result.scene.box
        frame = area if flat else _fitted(area, box)
        painter.fillRect(frame, QColor(self.palette_.panel))
        painter.setClipRect(frame, Qt.ClipOperation.IntersectClip)
        to_pixels = _to_pixels(box, frame)
        if flat:
            self._line(painter, to_pixels, result, run)
        else:
            self._plane(painter, to_pixels, result, run)
        painter.setPen(QPen(QColor(self.palette_.line), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(frame.adjusted(0, 0, -1, -1))
        if result.diverged_at[run] is not None:
            self._label(painter, frame, tr("diverged"))

    def _line(self, painter: QPainter, to_pixels: QTransform, result: CellResult, run: int) -> None:
        snapshot = result.snapshot
        xs, p, p_g = snapshot.xs, snapshot.p_data, snapshot.p_generated
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if xs is not None and p is not None:
            painter.setPen(QPen(QColor(self.palette_.data), self.scale, Qt.PenStyle.DotLine))
            painter.drawPolyline(to_pixels.map(_polygon(xs, p)))
        if xs is not None and p_g is not None:
            painter.setPen(QPen(QColor(self.palette_.generated), 1.4 * self.scale))
            painter.drawPolyline(to_pixels.map(_polygon(xs, p_g[snapshot.index(run)])))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _plane(
        self, painter: QPainter, to_pixels: QTransform, result: CellResult, run: int
    ) -> None:
        snapshot, r = result.snapshot, result.snapshot.index(run)
        xs, ys = snapshot.xs, snapshot.ys
        if xs is not None and ys is not None and snapshot.d is not None:
            bounds = QRectF(xs[0], ys[0], xs[-1] - xs[0], ys[-1] - ys[0])
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(to_pixels.mapRect(bounds), self._image(result, r))
        drawn = [("data", 1.4, result.scene.real[:POINTS])]
        if snapshot.fake is not None:
            drawn.append(("generated", 1.8, snapshot.fake[r, :POINTS]))
        for role, size, points in drawn:
            pen = QPen(QColor(getattr(self.palette_, role)), size * self.scale)
            pen.setCapStyle(Qt.PenCapStyle.SquareCap)
            painter.setPen(pen)
            there = points[np.isfinite(points).all(1)]
            painter.drawPoints(to_pixels.map(_polygon(there[:, 0], there[:, 1])))

    def _image(self, result: CellResult, r: int) -> QImage:
        """D's ground of one run, from the least to the greatest that it says there."""
        key = id(result), r
        if key not in self._images:
            read, d = result.snapshot.reading, result.snapshot.d
            assert d is not None
            finite = np.nan_to_num(d[r])
            low, high = usual(read, finite) if not read.bounded else (finite.min(), finite.max())
            low, high = ends(read, float(low), float(high))
            spread = shares(read, low, high, finite) if high > low else np.zeros_like(finite)
            rgba = np.ascontiguousarray(self._lut[(255 * spread).astype(np.uint8)][::-1])
            height, width = rgba.shape[:2]
            form = QImage.Format.Format_RGBA8888
            self._images[key] = QImage(rgba.data, width, height, 4 * width, form).copy()
        return self._images[key]


def _fitted(area: QRectF, box: Box) -> QRectF:
    """The largest rectangle in ``area`` with the box's proportions."""
    x0, x1, y0, y1 = box
    scale = min(area.width() / (x1 - x0), area.height() / (y1 - y0))
    found = QRectF(0, 0, scale * (x1 - x0), scale * (y1 - y0))
    found.moveCenter(area.center())
    return found


def _to_pixels(box: Box, frame: QRectF) -> QTransform:
    x0, x1, y0, y1 = box
    along, up = frame.width() / (x1 - x0), frame.height() / (y1 - y0)
    return QTransform(along, 0, 0, -up, frame.x() - along * x0, frame.bottom() + up * y0)


def _polygon(x: Array, y: Array) -> QPolygonF:
    return pg.functions.arrayToQPolygonF(x.astype(np.float64), y.astype(np.float64))
