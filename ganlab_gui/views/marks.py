"""What is drawn in pixels over and under curves: edits on the time axis, notes, floor bands."""

import math
from dataclasses import dataclass
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsSceneHoverEvent, QStyleOptionGraphicsItem

from ganlab_gui.palette import PALETTES, Palette
from ganlab_gui.views.base import thousands
from ganlab_gui.views.plotting import faded, small_font

Stretches = tuple[tuple[float, float], ...]
"""Stretches of steps, each from and to."""
EVERYWHERE: Stretches = ((-1e15, 1e15),)
ARROW = "→"
MOST_LINES = 12
"""Edits in one tooltip."""


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
        if 0 < abs(value) < 1e-2:
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
    """Faint bands in their curves' colours: what a perfect generator would read."""

    LEAST = 3.0

    def __init__(self, box: pg.ViewBox) -> None:
        super().__init__(box)
        self.bands: list[Band] = []
        self.lines: list[tuple[pg.ViewBox, float, Stretches]] = []
        self.text = ""
        self.setZValue(-20)

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _w: object = None
    ) -> None:
        rect, top = self.boundingRect(), None
        painter.setPen(QPen(QColor(self.palette.quiet), 1.0, Qt.PenStyle.DotLine))
        for box, value, stretches in self.lines:
            y = round(box.mapFromView(QPointF(0.0, value)).y()) + 0.5
            for low, high in stretches if rect.top() <= y <= rect.bottom() else ():
                left, right = (min(max(self.place(x), 0.0), rect.right()) for x in (low, high))
                painter.drawLine(QPointF(left, y), QPointF(right, y))
        for band in self.bands:
            ends = (band.box.mapFromView(QPointF(0.0, y)).y() for y in (band.high, band.low))
            high, low = ends
            grow = max(0.0, self.LEAST * self.scale_ - (low - high)) / 2
            strip = QRectF(rect.left(), high - grow, rect.width(), low - high + 2 * grow)
            strip = strip.intersected(rect)
            colour = getattr(self.palette, band.role)
            painter.fillRect(strip, faded(colour, 0.22))
            cap = QRectF(strip)
            cap.setWidth(4 * self.scale_)
            if band.right:
                cap.moveRight(rect.right())
            painter.fillRect(cap, QColor(colour))
            top = strip.top() if top is None else min(top, strip.top())
        if top is None or not self.text:
            return
        painter.setFont(self.font)
        painter.setPen(QColor(self.palette.quiet))
        painter.drawText(QPointF(rect.left() + 8 * self.scale_, top - 4 * self.scale_), self.text)


@dataclass
class Flag:
    """One label in the strip: where it stands, and the marks it speaks for."""

    left: float
    width: float
    text: str
    marks: list[Mark]


class Marks(Overlay):
    """Edits as thin vertical lines, their labels in a strip above the plot; notes on the scale."""

    REACH = 6.0
    """Pixels within which changes of one setting become one mark."""

    def __init__(self, box: pg.ViewBox) -> None:
        super().__init__(box)
        self.marks: list[Mark] = []
        self.labels: list[Flag] = []
        self.axis: FlagAxis | None = None
        """Where the labels are drawn."""
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

    @property
    def strip(self) -> float:
        """Height of the strip above the plot; 0 without marks."""
        return math.ceil(QFontMetricsF(self.font).height()) + 1.0 if self.marks else 0.0

    def _placed_labels(self) -> list[Flag]:
        """Labels from left to right; one that has no room counts on the label before it."""
        right, gap = self.boundingRect().right(), 6 * self.scale_
        wide = QFontMetricsF(self.font).horizontalAdvance
        found: list[Flag] = []
        for x, mark in sorted(self.placed(), key=lambda pair: pair[0]):
            width, end = wide(mark.text), found[-1].left + found[-1].width + gap if found else 0.0
            left = min(x, right - width)
            if not found or (x >= end and left >= end):
                text = mark.text if left >= 0 else "+1"
                found.append(Flag(left if left >= 0 else x, wide(text), text, [mark]))
                continue
            last = found[-1]
            last.marks.append(mark)
            more = len(last.marks) - 1
            first = last.marks[0].text
            last.text = f"+{more + 1}" if last.text.startswith("+") else f"{first} +{more}"
            last.width = wide(last.text)
            last.left = max(0.0, min(last.left, right - last.width))
        return found

    def arrange(self) -> None:
        """Find places for the labels again."""
        self.labels = self._placed_labels()
        self.update()
        if self.axis is not None:
            self.axis.update()

    def stretch(self) -> float:
        """How much a range must grow, as a share, for the note above to stand over the curves."""
        taken = QFontMetricsF(self.font).height() / max(1.0, self.boundingRect().height())
        return 1.0 / (1.0 - min(0.6, taken)) - 1.0 if self.above else 0.0

    def _resized(self, _box: object) -> None:
        super()._resized(_box)
        self.arrange()

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _w: object = None
    ) -> None:
        rect = self.boundingRect()
        painter.setFont(self.font)
        painter.setPen(QPen(faded(self.palette.action, 0.75), 1.0))
        for x in {round(x) + 0.5 for x, _ in self.placed()}:
            painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()))
        metrics = QFontMetricsF(self.font)
        danger, height = QColor(self.palette.danger), metrics.height()
        for text, y in ((self.above, rect.top() + 0.85 * height), (self.below, rect.bottom() - 4)):
            if text:
                left = rect.right() - metrics.horizontalAdvance(text) - 4
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

    def tip_at(self, x: float, strip: bool = False) -> str:
        """Every edit within reach of pixel ``x``, a line each; in the strip, all of a label's."""
        reach = self.REACH * self.scale_
        near = [m for m in self.marks if abs(self.place(m.step) - x) <= reach]
        for flag in self.labels if strip else ():
            if flag.left <= x <= flag.left + flag.width:
                steps = [m.step for m in flag.marks]
                near = [m for m in self.marks if min(steps) <= m.step <= max(steps)]
        lines = [f"{thousands(m.step)}: {m.text}" for m in near[:MOST_LINES]]
        return "\n".join([*lines, *([f"+{len(near) - MOST_LINES}"] if near[MOST_LINES:] else [])])


class FlagAxis(pg.AxisItem):
    """The strip above a plot where the labels of its edits stand; a view box would clip them."""

    def __init__(self) -> None:
        super().__init__("top")
        self.marks: Marks | None = None
        self.setAcceptHoverEvents(True)

    def paint(self, painter: QPainter, *rest: Any) -> None:
        super().paint(painter, *rest)
        if self.marks is None:
            return
        metrics = QFontMetricsF(self.marks.font)
        painter.setFont(self.marks.font)
        painter.setPen(QColor(self.marks.palette.action))
        for flag in self.marks.labels:
            painter.drawText(QPointF(flag.left, self.height() - metrics.descent() - 1), flag.text)

    def hoverMoveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        if self.marks is not None:
            self.setToolTip(self.marks.tip_at(event.pos().x(), strip=True))
