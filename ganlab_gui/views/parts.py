"""Each generator's or class' part of the generated density, in its colour, with its name."""

import numpy as np
import pyqtgraph as pg

from ganlab_gui.lab.snapshot import Array
from ganlab_gui.palette import PALETTES, Palette
from ganlab_gui.views.plotting import faded, small_font

SMALL = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
NEAR_PX = 26
"""Names nearer to each other than this stand one above the other."""
RAISED = (0, 1, 2, 3, 4, -1, -2, -3, -4)
"""Places for a name, in lines above its peak, in the order they are tried."""


def kind_name(kind: int, classes: bool) -> str:
    """ "G₁" of a generator, "y = 1" of a class, counted from 1."""
    number = str(kind + 1)
    return f"y = {number}" if classes else f"G{number.translate(SMALL)}"


class Parts:
    """Thin curves that add up to the generated density."""

    def __init__(self, plot: pg.PlotWidget) -> None:
        self._plot = plot
        self._palette: Palette = PALETTES["dark"]
        self._scale = 1.0
        self._shown = False
        self.curves: list[pg.PlotCurveItem] = []
        self.names: list[pg.TextItem] = []

    def reset(self, kinds: int, classes: bool) -> None:
        """Begin with so many kinds, which are classes or else generators."""
        item = self._plot.getPlotItem()
        for old in (*self.curves, *self.names):
            item.removeItem(old)
        self.curves = [pg.PlotCurveItem(antialias=True) for _ in range(kinds)]
        self.names = [pg.TextItem(kind_name(k, classes), anchor=(0.5, 1.0)) for k in range(kinds)]
        for part in (*self.curves, *self.names):
            item.addItem(part, ignoreBounds=True)
        self.style(self._palette, self._scale)
        self.set_visible(False)

    def show(self, xs: Array, parts: Array, top: float) -> None:
        """Draw parts (K, nx), their names at their peaks or at ``top`` where those are higher."""
        for curve, part in zip(self.curves, parts, strict=False):
            curve.setData(xs, part)
        self._place(xs, parts, top)

    def _place(self, xs: Array, parts: Array, top: float) -> None:
        wide, high = self._plot.getViewBox().viewPixelSize()
        near, line = NEAR_PX * self._scale * wide, 14 * self._scale * high
        placed: list[tuple[float, float]] = []
        for name, part in zip(self.names, parts, strict=False):
            peak = int(part.argmax())
            x, y = float(xs[peak]), min(float(part[peak]), top - line)
            heights = [y + n * line for n in RAISED if y + n * line <= top - line]
            taken = [b for a, b in placed if abs(x - a) < near]
            y = next((h for h in heights if all(abs(h - b) >= line for b in taken)), y)
            name.setVisible(self._shown and bool(part[peak] > 0))
            name.setPos(x, y)
            placed.append((x, y))

    def set_visible(self, shown: bool) -> None:
        self._shown = shown
        for part in (*self.curves, *self.names):
            part.setVisible(shown)

    def forget(self) -> None:
        """Draw nothing until the next picture."""
        for curve in self.curves:
            curve.setData(x=np.zeros(0), y=np.zeros(0))

    def style(self, palette: Palette, scale: float) -> None:
        """Take a palette and a text size."""
        self._palette, self._scale = palette, scale
        for kind, (curve, name) in enumerate(zip(self.curves, self.names, strict=True)):
            curve.setPen(pg.mkPen(palette.kind(kind), width=1.3 * scale))
            name.setColor(palette.kind(kind))
            name.setFont(small_font(scale))
            name.fill = pg.mkBrush(faded(palette.panel, 0.6))
            name.setZValue(10)
