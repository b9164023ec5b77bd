"""One curve over the steps: which column it shows, its values in data units, and its items."""

from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainterPath
from PySide6.QtWidgets import QGraphicsPathItem

from ganlab_gui.palette import Palette
from ganlab_gui.views.dashes import PATTERNS, dashed
from ganlab_gui.views.digest import Blocks, quantiles
from ganlab_gui.views.plotting import blend, faded
from ganlab_gui.views.timeplot import symlog

Floats = NDArray[np.float64]
BAND = (0.1, 0.5, 0.9)
MOST_DOTS = 60
"""Readings up to which a curve that is measured at few steps shows them as dots."""


@dataclass(frozen=True)
class Trace:
    """One column as a curve: colour, line style, value axis, and whether it is shown at first."""

    name: str
    role: str
    style: Qt.PenStyle = Qt.PenStyle.SolidLine
    side: str = "left"
    on: bool = True
    raw: bool = True
    """Whether the raw readings are drawn faintly behind their mean."""
    shade: float = 0.0
    """How far the colour leans to the text's (up to 1), or where negative to the panel's."""
    mean: int = 1
    """The mean of at least this many readings is drawn."""

    def colour(self, palette: Palette) -> str:
        end = palette.text if self.shade > 0 else palette.panel
        return blend(getattr(palette, self.role), end, abs(self.shade)).name()


@dataclass(frozen=True)
class Drawn:
    """A curve in data units: line (B,) and what scatters about it, low and high (B,)."""

    steps: NDArray[np.int64]
    line: Floats
    low: Floats
    high: Floats
    runs: int = 1
    cuts: tuple[int, ...] = ()
    """Steps across which the curve is not joined."""
    newest: tuple[int, float] | None = None
    """Step and value of the newest row, where the line is thinned but not asked to be smooth."""

    @classmethod
    def of(cls, steps: NDArray[np.int64], mean: Floats, blocks: Blocks) -> "Drawn":
        """From means (B, R): one run keeps its extremes, several give median and quantiles."""
        runs = mean.shape[1]
        if blocks.low is not None and blocks.high is not None:
            return cls(steps, mean[:, 0], blocks.low[:, 0], blocks.high[:, 0])
        low, middle, high = quantiles(mean, BAND)
        return cls(steps, middle, low, high, runs)

    @property
    def last(self) -> float:
        """The newest finite value; NaN where there is none."""
        if self.newest is not None:
            return self.newest[1]
        finite = self.line[np.isfinite(self.line)]
        return float(finite[-1]) if len(finite) else float("nan")

    @property
    def last_step(self) -> int:
        """Where `last` stands; 0 where there is no value."""
        if self.newest is not None:
            return self.newest[0]
        steps = self.steps[np.isfinite(self.line)]
        return int(steps[-1]) if len(steps) else 0

    @staticmethod
    def newest_of(
        steps: NDArray[np.int64], values: NDArray[np.floating]
    ) -> tuple[int, float] | None:
        """Step and median over the runs of the newest row (T, R) that has a finite number."""
        rows = np.flatnonzero(np.isfinite(values).any(axis=1))
        if not len(rows):
            return None
        row = values[rows[-1]].astype(np.float64)
        return int(steps[rows[-1]]), float(np.median(row[np.isfinite(row)]))

    def joined(self, xs: Floats) -> NDArray[np.int32]:
        """Whether each point (B,) is joined to the next: not across a cut."""
        joined = np.ones(len(xs), np.int32)
        for cut in self.cuts:
            before = int(np.searchsorted(xs, cut, side="right")) - 1
            if before >= 0:
                joined[before] = 0
        return joined


class Curve:
    """The items of one trace: a line, behind it the raw readings or the band over the runs."""

    def __init__(self, trace: Trace, box: pg.ViewBox) -> None:
        self.trace = trace
        self.raw = pg.PlotCurveItem(skipFiniteCheck=True)
        self.band = QGraphicsPathItem()
        self.line = pg.PlotCurveItem(skipFiniteCheck=True, antialias=True)
        self.line.setSegmentedLineMode("on")
        self.dots = pg.ScatterPlotItem(pen=None, pxMode=True)
        self.box = box
        self.pattern: tuple[float, ...] = ()
        for item in (self.raw, self.band, self.line, self.dots):
            box.addItem(item, ignoreBounds=True)

    def draw(self, drawn: Drawn, log: bool) -> None:
        """Show ``drawn``, on a logarithmic axis if ``log``; the ranges must be set before."""
        shape = symlog if log else np.asarray
        keep = np.isfinite(drawn.line)
        xs, ys = drawn.steps[keep].astype(np.float64), shape(drawn.line[keep])
        sparse = 0 < len(xs) <= min(MOST_DOTS, len(drawn.steps) // 2)
        self.dots.setData(xs, ys) if sparse else self.dots.clear()
        if self.pattern:
            self._dash(xs, ys, drawn.joined(xs))
        else:
            self.line.setData(xs, ys, connect=drawn.joined(xs) if drawn.cuts else "all")
        keep = np.isfinite(drawn.low)
        steps, low, high = drawn.steps[keep], shape(drawn.low[keep]), shape(drawn.high[keep])
        scattered = len(steps) > 1 and not np.array_equal(drawn.low, drawn.line, equal_nan=True)
        self.raw.setVisible(scattered and drawn.runs == 1 and self.trace.raw)
        self.band.setVisible(scattered and drawn.runs > 1)
        if self.raw.isVisible():
            xs = np.repeat(steps, 2)
            joined = drawn.joined(xs) if drawn.cuts else "all"
            self.raw.setData(xs, np.stack([low, high], 1).ravel(), connect=joined)
        if self.band.isVisible():
            xs, ys = np.concatenate([steps, steps[::-1]]), np.concatenate([low, high[::-1]])
            self.band.setPath(pg.arrayToQPath(xs.astype(np.float64), ys))

    def _dash(self, xs: Floats, ys: Floats, joined: NDArray[np.int32]) -> None:
        ends = [(xs[i], xs[i + 1]) for i in np.flatnonzero(joined[:-1] == 0)]
        xs, ys, joined = dashed(xs, ys, self.box.viewPixelSize(), self.pattern)
        middles = (xs[:-1] + xs[1:]) / 2
        for left, right in ends:
            joined[:-1][(left < middles) & (middles < right)] = 0
        self.line.setData(xs, ys, connect=joined)

    def clear(self) -> None:
        self.line.setData([], [])
        self.dots.clear()
        self.raw.setData([], [])
        self.band.setPath(QPainterPath())

    def restyle(self, palette: Palette, scale: float) -> None:
        colour = self.trace.colour(palette)
        self.dots.setBrush(QColor(colour))
        self.dots.setSize(4.5 * scale)
        self.pattern = tuple(scale * part for part in PATTERNS.get(self.trace.style, ()))
        self.line.setPen(pg.mkPen(colour, width=1.4 * scale))
        self.raw.setPen(pg.mkPen(faded(colour, 0.28), width=1))
        self.band.setPen(Qt.PenStyle.NoPen)
        self.band.setBrush(faded(colour, 0.22))
