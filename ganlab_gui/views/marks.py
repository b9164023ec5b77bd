"""What is drawn in pixels over and under curves: edits on the time axis, notes, floor bands."""

from dataclasses import dataclass
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsSceneHoverEvent, QStyleOptionGraphicsItem

from ganlab_gui.palette import PALETTES, Palette
from ganlab_gui.views.base import thousands
from ganlab_gui.views.plotting import faded, small_font

ARROW = "→"


@dataclass(frozen=True)
class Mark:
    """One or more changes of one setting that fall on one place of the axis."""

    step: int
    label: str
    old: Any
    new: Any

    @property
    def text(self) -> str:
        return f"{self.label} {plain(self.old)}{ARROW}{plain(self.new)}"


@dataclass(frozen=True)
class Band:
    """A horizontal band in the coordinates of ``box``; one end is tinted by ``role``."""

    box: pg.ViewBox
    low: float
    high: float
    role: str
    right: bool = False


def plain(value: Any) -> str:
    """A setting's value in as few characters as it takes."""
    if isinstance(value, float):
        if 0 < abs(value) <= 1e-3:
            mantissa, power = f"{value:.3e}".split("e")
            return f"{float(mantissa):g}e{int(power)}"
        return f"{value:g}"
    if isinstance(value, tuple | list):
        return "·".join(map(plain, value)) or "–"
    return str(value)


class Overlay(QGraphicsItem):
    """Covers a view box in its own pixels; never takes a click."""

    def __init__(self, box: pg.ViewBox) -> None:
        super().__init__(box)
        self.box = box
        self.palette: Palette = PALETTES["dark"]
        self.scale_ = 1.0
        self.font: QFont = small_font(1.0)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        box.sigResized.connect(self._resized)
        box.sigRangeChanged.connect(self._moved)

    def style(self, palette: Palette, scale: float) -> None:
        self.palette, self.scale_, self.font = palette, scale, small_font(scale)
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(self.box.rect())

    def _resized(self, _box: object) -> None:
        self.prepareGeometryChange()

    def _moved(self, *_: object) -> None:
        self.update()

    def place(self, x: float) -> float:
        """Pixel of a data x."""
        return float(self.box.mapFromView(QPointF(x, 0.0)).x())


class Bands(Overlay):
    """Thin grey bands: what a perfect generator would read."""

    LEAST = 3.0

    def __init__(self, box: pg.ViewBox) -> None:
        super().__init__(box)
        self.bands: list[Band] = []
        self.lines: list[tuple[pg.ViewBox, float]] = []
        self.text = ""
        self.setZValue(-20)

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _w: object = None
    ) -> None:
        rect, top = self.boundingRect(), None
        painter.setPen(QPen(QColor(self.palette.quiet), 1.0, Qt.PenStyle.DotLine))
        for box, value in self.lines:
            y = round(box.mapFromView(QPointF(0.0, value)).y()) + 0.5
            if rect.top() <= y <= rect.bottom():
                painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
        for band in self.bands:
            ends = (band.box.mapFromView(QPointF(0.0, y)).y() for y in (band.high, band.low))
            high, low = ends
            grow = max(0.0, self.LEAST * self.scale_ - (low - high)) / 2
            strip = QRectF(rect.left(), high - grow, rect.width(), low - high + 2 * grow)
            strip = strip.intersected(rect)
            painter.fillRect(strip, faded(self.palette.quiet, 0.35))
            cap = QRectF(strip)
            cap.setWidth(4 * self.scale_)
            if band.right:
                cap.moveRight(rect.right())
            painter.fillRect(cap, QColor(getattr(self.palette, band.role)))
            top = strip.top() if top is None else min(top, strip.top())
        if top is None or not self.text:
            return
        painter.setFont(self.font)
        painter.setPen(QColor(self.palette.quiet))
        painter.drawText(QPointF(rect.left() + 8 * self.scale_, top - 4 * self.scale_), self.text)


class Marks(Overlay):
    """Edits as thin vertical lines with short labels, and notes about what lies off the scale."""

    REACH = 6.0
    """Pixels within which changes of one setting become one mark."""

    def __init__(self, box: pg.ViewBox) -> None:
        super().__init__(box)
        self.marks: list[Mark] = []
        self._labels: list[tuple[float, int, str]] = []
        self.above = ""
        self.below = ""
        self.setZValue(1000)
        self.setAcceptHoverEvents(True)

    def placed(self) -> list[tuple[float, Mark]]:
        """Marks in sight with their pixel; quick changes of one setting are joined."""
        rect = self.boundingRect()
        joined: list[tuple[float, Mark]] = []
        latest: dict[str, int] = {}
        for mark in self.marks:
            x = self.place(mark.step)
            if not rect.left() <= x <= rect.right():
                continue
            at = latest.get(mark.label)
            if at is not None and x - joined[at][0] <= self.REACH * self.scale_:
                start = joined[at][1]
                joined[at] = (x, Mark(mark.step, mark.label, start.old, mark.new))
                continue
            latest[mark.label] = len(joined)
            joined.append((x, mark))
        return joined

    def labels(self) -> list[tuple[float, int, str]]:
        """(left pixel, row, text) of the labels that find a free place in one of the rows."""
        rect, metrics = self.boundingRect(), QFontMetricsF(self.font)
        rows = 2 if rect.height() < 170 * self.scale_ else 4
        ends = [-1e9] * rows
        noted = rect.right() - metrics.horizontalAdvance(self.above) - 8 * self.scale_
        limits = [noted if self.above else rect.right(), *[rect.right()] * (rows - 1)]
        found = []
        for x, mark in sorted(self.placed(), key=lambda pair: pair[0]):
            width = metrics.horizontalAdvance(mark.text)
            sides = (x + 4 * self.scale_, x - width - 4 * self.scale_)
            free = (
                (r, left)
                for r in range(rows)
                for left in sides
                if left > max(ends[r] + 6 * self.scale_, rect.left()) and left + width < limits[r]
            )
            row, left = next(free, (None, 0.0))
            if row is None:
                continue
            ends[row] = left + width
            found.append((left, row, mark.text))
        return found

    def arrange(self) -> None:
        """Find places for the labels again."""
        self._labels = self.labels()
        self.update()

    def stretch(self) -> float:
        """How much a range must grow, as a share, for the labels' rows to stand above it."""
        rows = 1 + max((row for _, row, _ in self._labels), default=0 if self.above else -1)
        taken = rows * QFontMetricsF(self.font).height() / max(1.0, self.boundingRect().height())
        return 1.0 / (1.0 - min(0.6, taken)) - 1.0

    def _resized(self, _box: object) -> None:
        super()._resized(_box)
        self.arrange()

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _w: object = None
    ) -> None:
        rect, action = self.boundingRect(), QColor(self.palette.action)
        painter.setFont(self.font)
        painter.setPen(QPen(faded(self.palette.action, 0.75), 1.0))
        for x in {round(x) + 0.5 for x, _ in self.placed()}:
            painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()))
        height = QFontMetricsF(self.font).height()
        for left, row, text in self._labels:
            self._text(painter, QPointF(left, rect.top() + (row + 0.85) * height), text, action)
        danger = QColor(self.palette.danger)
        for text, y in ((self.above, rect.top() + 0.85 * height), (self.below, rect.bottom() - 4)):
            if text:
                left = rect.right() - QFontMetricsF(self.font).horizontalAdvance(text) - 4
                self._text(painter, QPointF(left, y), text, danger)

    def _text(self, painter: QPainter, at: QPointF, text: str, colour: QColor) -> None:
        """Text on a patch of the panel's colour, so that curves under it do not spoil it."""
        metrics = QFontMetricsF(self.font)
        patch = metrics.boundingRect(text).translated(at).adjusted(-2, 0, 2, 0)
        painter.fillRect(patch, faded(self.palette.panel, 0.8))
        painter.setPen(colour)
        painter.drawText(at, text)

    def hoverMoveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        self.setToolTip(self.tip_at(event.pos().x()))

    def tip_at(self, x: float) -> str:
        """Every edit within reach of pixel ``x``, a line each."""
        reach = self.REACH * self.scale_
        near = [m for m in self.marks if abs(self.place(m.step) - x) <= reach]
        return "\n".join(f"{thousands(m.step)}: {m.text}" for m in near[:12])
