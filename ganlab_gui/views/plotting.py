"""Plots of one look for every view: themed pyqtgraph widgets, and ranges that do not jump."""

import math
from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QWidget

from ganlab_gui.palette import Palette

TEXT_PX = 11
"""Pixels of the small text size at 100 %."""

SIDES = ("left", "bottom", "right", "top")


def small_font(scale: float, bold: bool = False) -> QFont:
    """The window's family in the small size, with figures of equal width."""
    font = QFont()
    font.setPixelSize(max(6, round(TEXT_PX * scale)))
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


class Axis(pg.AxisItem):
    """An axis whose numbers have a true minus sign."""

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        return [text.replace("-", "−") for text in super().tickStrings(values, scale, spacing)]


def make_plot(
    parent: QWidget,
    palette: Palette,
    scale: float = 1.0,
    *,
    name: str = "",
    mouse: tuple[bool, bool] = (False, False),
    equal: bool = False,
) -> pg.PlotWidget:
    """A plot with a frame and quiet ticks: no menu, no buttons, no range of its own choosing.

    ``name`` becomes its objectName, ``mouse`` says along which axes (x, y) it may be dragged and
    zoomed, ``equal`` locks one unit of x to one unit of y. Long curves are thinned to their
    extremes and clipped to what is seen. Set the range yourself (`HeldRange` helps).
    """
    plot = pg.PlotWidget(parent=parent, axisItems={side: Axis(side) for side in SIDES})
    plot.setObjectName(name)
    plot.setFrameShape(plot.Shape.NoFrame)
    item = plot.getPlotItem()
    item.setMenuEnabled(False)
    item.hideButtons()
    item.setDownsampling(auto=True, mode="peak")
    item.setClipToView(True)
    item.disableAutoRange()
    box = item.getViewBox()
    box.setMouseEnabled(*mouse)
    box.setDefaultPadding(0.0)
    if equal:
        box.setAspectLocked(True)
    for side in SIDES:
        axis = item.getAxis(side)
        axis.setCacheMode(axis.CacheMode.DeviceCoordinateCache)
        axis.enableAutoSIPrefix(False)
        axis.setStyle(hideOverlappingLabels=True)
        item.showAxis(side)
        if side in ("right", "top"):
            axis.setStyle(showValues=False)
    style_plot(plot, palette, scale)
    return plot


def style_plot(plot: pg.PlotWidget, palette: Palette, scale: float) -> None:
    """Give ``plot`` the palette's colours and the text size; curves keep their pens."""
    plot.setBackground(QColor(palette.panel))
    font = small_font(scale)
    for side in SIDES:
        axis = plot.getPlotItem().getAxis(side)
        style_axis(axis, palette, scale, font)


def style_axis(
    axis: pg.AxisItem,
    palette: Palette,
    scale: float,
    font: QFont | None = None,
    role: str = "quiet",
) -> None:
    """Theme one axis; ``role`` names the palette colour of its numbers and label."""
    colour = QColor(getattr(palette, role))
    axis.setPen(QColor(palette.line))
    axis.setTextPen(colour)
    # Room for numbers is not given back: a picture whose edge moves is hard to read.
    axis.setStyle(
        tickFont=font or small_font(scale),
        tickLength=0,
        tickAlpha=0,
        tickTextOffset=round(5 * scale),
        autoReduceTextSpace=False,
    )
    axis.setTickFont(font or small_font(scale))
    if axis.labelText:
        label_axis(axis, axis.labelText, palette, scale, role)


def label_axis(
    axis: pg.AxisItem, text: str, palette: Palette, scale: float, role: str = "quiet"
) -> None:
    """Write ``text`` at an axis in the small size."""
    size = f"{max(6, round(TEXT_PX * scale))}px"
    axis.setLabel(text, **{"color": getattr(palette, role), "font-size": size})


def blend(low: str, high: str, share: float) -> QColor:
    """The colour ``share`` of the way from ``low`` to ``high``."""
    a, b = QColor(low), QColor(high)
    ends = ((a.red(), b.red()), (a.green(), b.green()), (a.blue(), b.blue()))
    return QColor(*(round(x + (y - x) * share) for x, y in ends))


def faded(colour: str, alpha: float) -> QColor:
    """``colour`` with opacity ``alpha`` in [0, 1]."""
    faint = QColor(colour)
    faint.setAlphaF(alpha)
    return faint


class HeldRange:
    """A range that grows at once and shrinks slowly: an honest scale that stands still.

    ``low`` and ``high`` are round numbers; ``update`` gives whether they have changed. Two pictures
    may have one range: each says ``who`` it is, and what both showed last counts.
    """

    SHRINK = (0.02, 0.15)
    """Share of the gap closed by a frame whose values fill less than each of ``LOOSE``."""
    LOOSE = (0.6, 0.35)

    def __init__(self, floor: float | None = None, least: float = 1e-6) -> None:
        """``floor`` fixes the low end; ``least`` is the smallest width."""
        self.floor, self.least = floor, least
        self.reset()

    def reset(self) -> None:
        """Forget what was seen."""
        self.low, self.high = math.nan, math.nan
        self._seen: dict[object, tuple[float, float]] = {}
        self._low, self._high = math.nan, math.nan

    @property
    def empty(self) -> bool:
        """Whether nothing finite has been seen yet."""
        return math.isnan(self.low)

    def only(self, who: object) -> None:
        """From now on what others showed counts no more."""
        self._seen = {known: ends for known, ends in self._seen.items() if known is who}

    def update(self, values: NDArray[Any], who: object = None) -> bool:
        """Take a frame's values; those that are not finite do not count."""
        low, high = float(np.min(values)), float(np.max(values))
        if not (math.isfinite(low) and math.isfinite(high)):
            values = values[np.isfinite(values)]
            if not values.size:
                return False
            low, high = float(np.min(values)), float(np.max(values))
        self._seen[who] = low, high
        low = min(ends[0] for ends in self._seen.values())
        high = max(ends[1] for ends in self._seen.values())
        if self.floor is not None:
            low = self.floor
        high = max(high, low + self.least)
        self._follow(low, high)
        return self._round()

    def _follow(self, low: float, high: float) -> None:
        if self.empty:
            self._low, self._high = low, high
            return
        filled = (high - low) / (self._high - self._low)
        pull = sum(s for s, loose in zip(self.SHRINK, self.LOOSE, strict=True) if filled < loose)
        self._low = low if low < self._low else self._low + pull * (low - self._low)
        self._high = high if high > self._high else self._high + pull * (high - self._high)

    def _round(self) -> bool:
        """Outward to a tenth of the range's leading power of ten; inward only by a clear step."""
        width = self._high - self._low
        unit = 10.0 ** math.floor(math.log10(width)) / (20 if width < 2e-9 else 10)
        unit *= 5 if width / unit > 40 else 2 if width / unit > 20 else 1
        low = math.floor(self._low / unit + 1e-9) * unit
        high = math.ceil(self._high / unit - 1e-9) * unit
        if self.floor is not None:
            low = self.floor
        kept = not self.empty and self.low <= self._low and self._high <= self.high
        if kept and self.high - self.low <= (high - low) + 2 * unit:
            return False
        changed = (low, high) != (self.low, self.high)
        self.low, self.high = low, high
        return changed
