"""A plot over steps: one time axis, several value axes, drag to zoom in time."""

import math
from collections.abc import Mapping
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsRectItem, QWidget

from ganlab_gui.palette import Palette
from ganlab_gui.views.base import thousands
from ganlab_gui.views.marks import EVERYWHERE, Bands, FlagAxis, Marks, Stretches
from ganlab_gui.views.plotting import faded, small_font, style_axis, style_plot

SYMLOG = 0.01
"""Values nearer to 0 than this are shown linearly on a logarithmic axis: zero has a place."""


def symlog(values: Any) -> Any:
    """sign(v) log10(1 + |v| / SYMLOG): linear near 0, logarithmic far away, on both sides."""
    return np.sign(values) * np.log10(1.0 + np.abs(values) / SYMLOG)


class ValueAxis(pg.AxisItem):
    """Few ticks; ``references`` (value to name) take the place of the ticks they are close to."""

    def __init__(self, orientation: str) -> None:
        super().__init__(orientation)
        self.references: dict[float, str] = {}
        self.log = False
        self.spacing = 26.0
        self.title = ""
        self.whole = False
        """Whether only 1, 2, 3… are ticks."""
        self._names: dict[float, str] = {}

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:
        low, high = min(low, high), max(low, high)
        if high <= low or size <= 0:
            return []
        shown = {symlog(v) if self.log else v: text for v, text in self.references.items()}
        self._names = {}
        for value, text in shown.items():
            # Of two names that would overlap the first is written; both have their lines.
            if low <= value <= high and not self._near(value, low, high, size):
                self._names[float(value)] = text
        if self.title:
            high -= self.spacing * (high - low) / size
        if high <= low:
            return []
        if self.log:
            for tick, name in self._decades(low, high).items():
                if not self._near(tick, low, high, size):
                    self._names[tick] = name
            return [(1.0, list(self._names))]
        ticks = self._plain(low, high, size)
        kept = [
            t for t in ticks if not self._near(t, low, high, size) and (t > 0 or not self.whole)
        ]
        return [(self._step(low, high, size), kept), (0.0, list(self._names))]

    def _near(self, tick: float, low: float, high: float, size: float) -> bool:
        gap = 0.6 * self.spacing * (high - low) / size
        return any(abs(tick - v) < gap for v in self._names)

    def _step(self, low: float, high: float, size: float) -> float:
        least = (high - low) * max(1.0 / 8.0, self.spacing / size)
        least = max(1.0, least) if self.whole else least
        unit = 10.0 ** math.floor(math.log10(least))
        return next(unit * m for m in (1, 2, 5, 10) if unit * m >= least * 0.999)

    def _plain(self, low: float, high: float, size: float) -> list[float]:
        step = self._step(low, high, size)
        first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
        return [i * step for i in range(first, last + 1)]

    def _decades(self, low: float, high: float) -> dict[float, str]:
        values = [0.0] + [s * 10.0**k for k in range(-1, 13) for s in (1, -1)]
        inside = [v for v in values if low <= symlog(v) <= high]
        return {float(symlog(v)): f"{v:g}".replace("e+", "e") for v in inside}

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        digits = max(0, -math.floor(math.log10(spacing) + 1e-9)) if spacing > 0 else 0
        return [self._names.get(float(v)) or _figure(v, digits) for v in values]

    def drawPicture(self, p: QPainter, axisSpec: Any, tickSpecs: Any, textSpecs: Any) -> None:
        super().drawPicture(p, axisSpec, tickSpecs, textSpecs)
        if self.title:
            p.setFont(self.style["tickFont"] or p.font())
            p.setPen(self.textPen())
            self._draw_title(p)

    def _draw_title(self, p: QPainter) -> None:
        place = self.mapRectFromParent(self.geometry()).adjusted(6, 2, 0, 0)
        p.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, self.title)


def _figure(value: float, digits: int) -> str:
    """A tick's number: plain up to 10 000, with an exponent beyond."""
    if abs(value) >= 1e4 or digits > 4:
        return f"{value:.2g}".replace("e+0", "e").replace("e-0", "e-").replace("e+", "e")
    return f"{value:.{digits}f}".replace("-", "−") if round(value, digits) else "0"


class StepAxis(pg.AxisItem):
    """Whole steps with thin spaces; what they are at the left end, the last one at the right."""

    word = "step"

    def __init__(self) -> None:
        super().__init__("bottom")
        self.spacing = 90.0

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:
        if high <= low or size <= 0:
            return []
        least = max(1.0, (high - low) * max(1.0 / 8.0, self.spacing / size))
        unit = 10.0 ** math.floor(math.log10(least))
        step = next(unit * m for m in (1, 2, 5, 10) if unit * m >= least * 0.999)
        room = 0.65 * self.spacing * (high - low) / size
        first, last = math.ceil((low + room) / step), math.floor((high - room) / step)
        return [(step, [i * step for i in range(first, last + 1)])]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        return [thousands(round(v)) for v in values]

    def ends(self) -> tuple[str, str]:
        """What stands at the left end and at the right."""
        return self.word, thousands(math.floor(self.range[1]))

    def drawPicture(self, p: QPainter, axisSpec: Any, tickSpecs: Any, textSpecs: Any) -> None:
        super().drawPicture(p, axisSpec, tickSpecs, textSpecs)
        p.setFont(self.style["tickFont"] or p.font())
        p.setPen(self.textPen())
        place = self.mapRectFromParent(self.geometry())
        place.setTop(place.top() + self.style["tickTextOffset"][1])
        top, (word, last) = Qt.AlignmentFlag.AlignTop, self.ends()
        p.drawText(place, top | Qt.AlignmentFlag.AlignRight, last)
        if place.width() > self.spacing:
            p.drawText(place, top | Qt.AlignmentFlag.AlignLeft, word)


class TimeBox(pg.ViewBox):
    """Left drag marks a stretch of time, the wheel narrows or widens it, a double click lets go."""

    zoomed = Signal(float, float)
    released = Signal()

    def __init__(self) -> None:
        super().__init__(enableMenu=False, defaultPadding=0.0)
        self.disableAutoRange()
        self.region = QGraphicsRectItem(self)
        self.region.setZValue(900)
        self.region.hide()

    def mouseDragEvent(self, ev: Any, axis: int | None = None) -> None:
        if ev.button() != Qt.MouseButton.LeftButton:
            ev.ignore()
            return
        ev.accept()
        left, right = sorted((ev.buttonDownPos().x(), ev.pos().x()))
        self.region.setRect(QRectF(left, 0.0, right - left, self.rect().height()))
        self.region.setVisible(not ev.isFinish())
        if ev.isFinish() and right - left > 5:
            ends = (self.mapToView(self.region.rect().topLeft()).x(),
                    self.mapToView(self.region.rect().topRight()).x())  # fmt: skip
            self.zoomed.emit(*ends)

    def mouseClickEvent(self, ev: Any) -> None:
        if ev.double():
            ev.accept()
            self.released.emit()

    def wheelEvent(self, ev: Any, axis: int | None = None) -> None:
        ev.accept()
        (low, high), _ = self.viewRange()
        middle = self.mapToView(ev.pos()).x()
        factor = 0.8 ** (ev.delta() / 120)
        self.zoomed.emit(middle + (low - middle) * factor, middle + (high - middle) * factor)


class TimePlot(pg.PlotWidget):
    """``box("left")`` and every further side share the steps and have a value axis of their own."""

    def __init__(self, parent: QWidget, name: str) -> None:
        self.time = TimeBox()
        left = ValueAxis("left")
        top = FlagAxis()
        axes = {"left": left, "bottom": StepAxis(), "top": top}
        super().__init__(parent=parent, viewBox=self.time, axisItems=axes)
        self.setObjectName(name)
        self.setFrameShape(self.Shape.NoFrame)
        item = self.getPlotItem()
        item.setMenuEnabled(False)
        item.hideButtons()
        item.disableAutoRange()
        for side in ("top", "right"):
            item.showAxis(side)
            item.getAxis(side).setStyle(showValues=False)
        self.axes: dict[str, ValueAxis] = {"left": left}
        self.boxes: dict[str, pg.ViewBox] = {"left": self.time}
        self.text_scale = 1.0
        self.roles = {"left": "quiet"}
        self.marks, self.bands = Marks(self.time), Bands(self.time)
        self.marks.axis, top.marks = top, self.marks
        self.time.sigResized.connect(self._resize_boxes)
        self.time.region.setPen(QPen(Qt.PenStyle.NoPen))

    def add_side(self, side: str, role: str) -> None:
        """A further value axis at the right, its numbers in the colour ``role``."""
        box, axis = pg.ViewBox(enableMenu=False, defaultPadding=0.0), ValueAxis("right")
        box.disableAutoRange()
        box.setMouseEnabled(False, False)
        box.setZValue(-200)  # below the time box, which so is the first to be offered a drag
        self.scene().addItem(box)
        self.getPlotItem().layout.addItem(axis, 2, 2 + len(self.boxes))
        axis.linkToView(box)
        self.boxes[side], self.axes[side], self.roles[side] = box, axis, role

    def _resize_boxes(self, _box: object = None) -> None:
        for box in list(self.boxes.values())[1:]:
            box.setGeometry(self.time.sceneBoundingRect())

    def set_steps(self, low: float, high: float) -> None:
        for box in self.boxes.values():
            if tuple(box.viewRange()[0]) != (low, high):
                box.setXRange(low, high, padding=0)

    def set_values(self, side: str, low: float, high: float) -> None:
        if tuple(self.boxes[side].viewRange()[1]) != (low, high):
            self.boxes[side].setYRange(low, high, padding=0)

    def show_side(self, side: str, shown: bool, title: str = "") -> None:
        """Give an axis at the right its place, or take it back."""
        axis = self.axes[side]
        changed = axis.title != title
        if changed:
            axis.title = title
            axis.picture = None
            axis.update()
        if side != "left" and (changed or axis.isVisible() != shown):
            axis.setVisible(shown)
            axis.setWidth(self._width(axis))

    def _width(self, axis: ValueAxis) -> int:
        """Room for the numbers and the title of an axis at the right; none where it is hidden."""
        title = QFontMetricsF(small_font(self.text_scale)).horizontalAdvance(axis.title)
        wide = max(46 * self.text_scale, title + 12)
        return math.ceil(wide) if axis.isVisible() else 0

    def set_references(
        self,
        side: str,
        references: dict[float, str],
        log: bool,
        stretches: Mapping[float, Stretches] | None = None,
    ) -> None:
        """Name values on an axis; their lines run over their stretches of steps, else all along."""
        axis, box = self.axes[side], self.boxes[side]
        held = stretches or {}
        self.bands.lines = [line for line in self.bands.lines if line[0] is not box]
        self.bands.lines += [
            (box, float(symlog(v)) if log else v, held.get(v, EVERYWHERE)) for v in references
        ]
        if (axis.references, axis.log) != (references, log):
            axis.references, axis.log = dict(references), log
            axis.picture = None
            axis.update()

    def restyle(self, palette: Palette, scale: float) -> None:
        self.text_scale = scale
        style_plot(self, palette, scale)
        bottom = self.getPlotItem().getAxis("bottom")
        bottom.spacing = 90.0 * scale
        bottom.setHeight(round(20 * scale))
        for side, axis in self.axes.items():
            style_axis(axis, palette, scale, role=self.roles[side])
            axis.spacing = (16.0 if axis.whole else 26.0) * scale
            wide = round(40 * scale) if side == "left" else self._width(axis)
            axis.setWidth(wide)
        self.getPlotItem().getAxis("right").setWidth(round(8 * scale))
        self.time.region.setBrush(QColor(faded(palette.action, 0.2)))
        self.marks.style(palette, scale)
        self.bands.style(palette, scale)
        self.make_room()

    def make_room(self) -> None:
        """Give the labels of the edits their strip above the plot, or take it back."""
        self.getPlotItem().getAxis("top").setHeight(max(2, round(self.marks.strip)))
