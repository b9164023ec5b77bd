"""The items of a plate, drawn by pyqtgraph: one class an item, updated in place while one drags."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any, Protocol

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsPathItem

from ganlab_gui.pages import plate
from ganlab_gui.palette import Palette
from ganlab_gui.views.ground import STRENGTH
from ganlab_gui.views.plate_look import Look, colour_of
from ganlab_gui.views.plate_marks import ArrowsItem, BoxItem
from ganlab_gui.views.plotting import blend, small_font
from ganlab_gui.views.shapes import contours


class Drawer(Protocol):
    """Draws one kind of item: made once in a plot, then shown as often as its item changes."""

    def show(self, item: Any, look: Look) -> None: ...

    def parts(self) -> list[Any]: ...


class LineDrawer:
    def __init__(self) -> None:
        self.curve = pg.PlotCurveItem(connect="finite", antialias=True)

    def show(self, item: plate.Line, look: Look) -> None:
        x, y = look.x(item.x), look.y(item.y, item.side)
        if item.step:
            x, y = np.repeat(x, 2)[1:], np.repeat(y, 2)[:-1]
        self.curve.setData(x, y, pen=look.pen(item.role, item.line, item.width, item.alpha))

    def parts(self) -> list[Any]:
        return [self.curve]


class AreaDrawer:
    def __init__(self) -> None:
        self.shape = QGraphicsPathItem()
        self.shape.setPen(QPen(Qt.PenStyle.NoPen))

    def show(self, item: plate.Area, look: Look) -> None:
        x = look.x(item.x)
        low, high = look.y(item.low, item.side), look.y(item.high, item.side)
        path = QPainterPath()
        whole = np.isfinite(x) & np.isfinite(low) & np.isfinite(high)
        for part in np.split(np.arange(len(x)), np.flatnonzero(np.diff(whole.astype(int))) + 1):
            if len(part) and whole[part[0]]:
                around = np.concatenate([part, part[::-1]])
                heights = np.concatenate([high[part], low[part[::-1]]])
                path.addPolygon(pg.functions.arrayToQPolygonF(x[around], heights))
        self.shape.setPath(path)
        self.shape.setBrush(look.colour(item.role, item.alpha))

    def parts(self) -> list[Any]:
        return [self.shape]


class DotsDrawer:
    def __init__(self) -> None:
        self.dots = pg.ScatterPlotItem(pxMode=True, antialias=True)

    def show(self, item: plate.Dots, look: Look) -> None:
        x, y = look.x(item.x), look.y(item.y)
        whole = np.isfinite(x) & np.isfinite(y)
        colour = look.colour(item.role, item.alpha)
        hollow = item.hollow or item.marker in "+x"
        pen = pg.mkPen(colour, width=1.5 * look.scale) if hollow else pg.mkPen(None)
        self.dots.setData(
            x=x[whole], y=y[whole], symbol=item.marker, size=item.size * look.scale, pen=pen,
            brush=pg.mkBrush(None) if item.hollow else pg.mkBrush(colour),
        )  # fmt: skip

    def parts(self) -> list[Any]:
        return [self.dots]


class BarsDrawer:
    def __init__(self) -> None:
        self.bars = pg.BarGraphItem(x=[0.0], height=[0.0], width=1.0)

    def show(self, item: plate.Bars, look: Look) -> None:
        low, high = look.y(np.full(len(item.height), item.base)), look.y(item.height)
        floor = np.where(np.isfinite(low), low, look.y(look.axes.y[0]))
        tall = np.where(np.isfinite(high), high, floor) - floor
        self.bars.setOpts(
            x=look.x(item.x), y0=floor, height=tall, width=item.width,
            pen=pg.mkPen(look.colour("panel"), width=1), brush=look.colour(item.role, item.alpha),
        )  # fmt: skip

    def parts(self) -> list[Any]:
        return [self.bars]


@lru_cache(maxsize=32)
def ground_colours(roles: tuple[str, ...], palette: Palette) -> NDArray[np.uint8]:
    """(256, 4) RGBA from the first role to the last; roles other than the panel are toned down."""
    ends = [
        palette.panel if r == "panel" else blend(palette.panel, colour_of(palette, r), STRENGTH)
        for r in roles
    ]
    names = [QColor(end).name() for end in ends]
    share = np.linspace(0.0, len(names) - 1, 256)
    at = np.minimum(share.astype(int), len(names) - 2)
    pairs = zip(at, share, strict=True)
    return np.array([blend(names[i], names[i + 1], s - i).getRgb() for i, s in pairs], np.uint8)


class GroundDrawer:
    def __init__(self) -> None:
        self.image = pg.ImageItem(axisOrder="row-major")
        self.lines = pg.PlotCurveItem(connect="finite")

    def show(self, item: plate.Ground, look: Look) -> None:
        x0, x1, y0, y1 = item.box
        self.image.setLookupTable(ground_colours(item.roles, look.palette))
        self.image.setImage(item.values, levels=(item.low, item.high), autoLevels=False)
        left, right = (float(look.x(v)) for v in (x0, x1))
        bottom, top = (float(look.y(v)) for v in (y0, y1))
        self.image.setRect(QRectF(left, bottom, right - left, top - bottom))
        found = np.zeros((0, 2), np.float32)
        if item.contours:
            ny, nx = item.values.shape
            half = (right - left) / nx / 2, (top - bottom) / ny / 2
            xs = np.linspace(left + half[0], right - half[0], nx)
            ys = np.linspace(bottom + half[1], top - half[1], ny)
            found = contours(xs, ys, item.values, np.array(item.contours))
        self.lines.setData(found[:, 0], found[:, 1], pen=pg.mkPen(look.colour(item.roles[-1], 0.8)))

    def parts(self) -> list[Any]:
        return [self.image, self.lines]


class ArrowsDrawer:
    def __init__(self) -> None:
        self.shafts = ArrowsItem()

    def show(self, item: plate.Arrows, look: Look) -> None:
        x, y = look.x(item.x), look.y(item.y)
        tips = look.x(item.x + item.dx), look.y(item.y + item.dy)
        self.shafts.take(x, y, *tips, look.pen(item.role, "solid", item.width, item.alpha), look)

    def parts(self) -> list[Any]:
        return [self.shafts]


class SegmentsDrawer:
    def __init__(self) -> None:
        self.curve = pg.PlotCurveItem(connect="pairs", antialias=True)

    def show(self, item: plate.Segments, look: Look) -> None:
        x = np.stack([look.x(item.x0), look.x(item.x1)], axis=1).ravel()
        y = np.stack([look.y(item.y0), look.y(item.y1)], axis=1).ravel()
        self.curve.setData(x, y, pen=look.pen(item.role, item.line, item.width, item.alpha))

    def parts(self) -> list[Any]:
        return [self.curve]


class RuleDrawer:
    def __init__(self) -> None:
        self.line = pg.InfiniteLine()

    def show(self, item: plate.Rule, look: Look) -> None:
        self.line.setAngle(90 if item.upright else 0)
        self.line.setPos(float(look.x(item.at) if item.upright else look.y(item.at, item.side)))
        self.line.setPen(look.pen(item.role, item.line, item.width))

    def parts(self) -> list[Any]:
        return [self.line]


class LabelDrawer:
    def __init__(self) -> None:
        self.text = pg.TextItem()

    def show(self, item: plate.Label, look: Look) -> None:
        self.text.setFont(small_font(look.scale, item.bold))
        self.text.setText(item.text, color=look.colour(item.role))
        grounded = any(isinstance(other, plate.Ground) for other in look.axes.items)
        self.text.fill = pg.mkBrush(look.colour("panel", 0.0 if grounded else 0.65))
        self.text.setAnchor((item.anchor[0], 1 - item.anchor[1]))
        self.text.setPos(float(look.x(item.x)), float(look.y(item.y)))

    def parts(self) -> list[Any]:
        return [self.text]


class BoxDrawer:
    def __init__(self) -> None:
        self.box = BoxItem()

    def show(self, item: plate.Box, look: Look) -> None:
        self.box.take(item, look)

    def parts(self) -> list[Any]:
        return [self.box]


DRAWERS: dict[type, Callable[[], Drawer]] = {
    plate.Line: LineDrawer,
    plate.Area: AreaDrawer,
    plate.Dots: DotsDrawer,
    plate.Bars: BarsDrawer,
    plate.Ground: GroundDrawer,
    plate.Arrows: ArrowsDrawer,
    plate.Segments: SegmentsDrawer,
    plate.Rule: RuleDrawer,
    plate.Label: LabelDrawer,
    plate.Box: BoxDrawer,
}
"""Handles are kept by their key instead: one must outlive the picture it is dragged in."""
