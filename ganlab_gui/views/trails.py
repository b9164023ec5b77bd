"""Paths of several runs through a plane: old parts faint, the last stretch brightening to now."""

import math

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray

from ganlab_gui.palette import Palette
from ganlab_gui.views.plotting import blend

SHADES = (0.8, 0.85, 0.9, 0.95, 1.0)
"""Opacity of the chosen run's old path, then of the quarters of its last stretch."""
OTHERS = (0.42, 0.47, 0.52, 0.58, 0.65)
"""The same of the runs beside it."""
LAST = 512
"""Drawn points of the last stretch: some turns."""
MOST, SHARED = 6_000, 48_000
"""Drawn points of one run's old path, and of all runs' together."""


class Trails:
    """Curves of all runs in a few items: the chosen run's above the others'."""

    def __init__(self, plot: pg.PlotWidget, depth: float) -> None:
        self.others = [pg.PlotCurveItem(connect="finite", antialias=True) for _ in SHADES]
        self.chosen = [pg.PlotCurveItem(connect="finite", antialias=True) for _ in SHADES]
        for z, item in enumerate((*self.others, *self.chosen)):
            item.setZValue(depth + z / 100)
            plot.addItem(item, ignoreBounds=True)

    def show(self, points: NDArray[np.float32], starts: NDArray[np.float64], run: int) -> None:
        """Draw paths ``points`` (T, R, 2) of all rows, which began at ``starts`` (R, 2)."""
        from ganlab_gui.core.theory import portrait

        count, apart = len(points), portrait.stride(points)
        step = min(apart, 2 ** math.ceil(math.log2(max(1.0, count / LAST))))
        most = max(2 * portrait.CHUNK, min(MOST, SHARED // points.shape[1]))
        first = max(0, count - LAST * step) // step * step
        recent = np.append(np.arange(first, count, step), count - 1)
        size = math.ceil(len(recent) / (len(SHADES) - 1))
        quarters = [recent[i : i + size + 1] for i in range(0, len(recent), size)]
        quarters += [recent[:0]] * (len(SHADES) - 1 - len(quarters))
        old = np.append(portrait.old_rows(first, apart, most), first)
        paths = [portrait.take(points, rows) for rows in (old, *quarters)]
        paths[0] = np.concatenate([starts[:, None].astype(np.float32), paths[0]], 1)
        for shade, path in enumerate(paths):
            self.chosen[shade].setData(path[run, :, 0], path[run, :, 1])
            rest = np.delete(path, run, 0)
            gap = np.full((len(rest), 1, 2), np.nan, np.float32)
            line = np.concatenate([rest, gap], 1).reshape(-1, 2)
            self.others[shade].setData(line[:, 0], line[:, 1])

    def clear(self) -> None:
        for item in (*self.others, *self.chosen):
            item.setData(np.zeros(0), np.zeros(0))

    def setVisible(self, visible: bool) -> None:
        for item in (*self.others, *self.chosen):
            item.setVisible(visible)

    def style(self, palette: Palette, scale: float) -> None:
        """Take a palette and a text size; lines grow with large texts only.

        Opaque colours and single segments: a wide, see-through line that crosses itself a thousand
        times takes Qt's painter a third of a second.
        """
        wide = max(1.0, 0.8 * scale)
        for items, shades, width in ((self.chosen, SHADES, wide), (self.others, OTHERS, 1.0)):
            for item, shade in zip(items, shades, strict=True):
                item.setPen(pg.mkPen(blend(palette.panel, palette.action, shade), width=width))
                item.setSegmentedLineMode("on" if width > 1 else "auto")
