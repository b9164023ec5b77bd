"""Points of several generators or classes: a colour and a shape each."""

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray

from ganlab_gui.lab.snapshot import Array
from ganlab_gui.palette import Palette

SYMBOLS = ("o", "t1", "s", "d", "t", "star", "+", "x")
GLYPHS = "●▲■◆▼★✚✖"
"""How each symbol is written in a key."""
LARGER = (1.0, 1.3, 1.0, 1.35, 1.3, 1.6, 1.45, 1.45)
"""Sizes at which the symbols look as large as the first."""


class Swarm:
    """A scatter plot a kind; one alone has the first colour, and is a disc or, hollow, a ring."""

    def __init__(self, plot: pg.PlotItem, z: float, size: float, hollow: bool = False) -> None:
        self._plot, self._z, self._size, self._hollow = plot, z, size, hollow
        self._style: tuple[Palette, float] | None = None
        self._visible = True
        self.items: list[pg.ScatterPlotItem] = []
        self.reset(1)

    def reset(self, kinds: int) -> None:
        """Start without points, for so many kinds."""
        for item in self.items:
            self._plot.removeItem(item)
        self.items = []
        for kind in range(max(kinds, 1)):
            item = pg.ScatterPlotItem(pxMode=True, pen=None, symbol=SYMBOLS[kind % len(SYMBOLS)])
            item.setZValue(self._z)
            item.setVisible(self._visible)
            self._plot.addItem(item, ignoreBounds=True)
            self.items.append(item)
        if self._style is not None:
            self.style(*self._style)

    def show(self, points: Array, kinds: NDArray[np.int64] | None) -> None:
        """Draw points (n, 2) of ``kinds`` (n,); None: all of the first."""
        if kinds is None or len(self.items) == 1:
            self.items[0].setData(pos=points)
            return
        for kind, item in enumerate(self.items):
            item.setData(pos=points[kinds == kind])

    def style(self, palette: Palette, scale: float) -> None:
        """Take a palette and a text size."""
        self._style = palette, scale
        for kind, item in enumerate(self.items):
            colour = palette.kind(kind)
            if self._hollow:
                item.setBrush(None)
                item.setPen(pg.mkPen(colour, width=1.2 * scale))
            else:
                item.setBrush(pg.mkBrush(colour))
            item.setSize(self._size * scale * LARGER[kind % len(LARGER)])

    def set_visible(self, visible: bool) -> None:
        """Show or hide all points."""
        self._visible = visible
        for item in self.items:
            item.setVisible(visible)

    def points(self) -> NDArray[np.float64]:
        """(n, 2) all points that are drawn, kind by kind."""
        return np.concatenate([np.stack(item.getData(), 1) for item in self.items])


def glyph(kind: int) -> str:
    """The shape of a kind, as a character."""
    return GLYPHS[kind % len(GLYPHS)]
