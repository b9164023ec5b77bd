"""A note at a picture's edge: how many generated points lie outside what is seen."""

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGraphicsSimpleTextItem

from ganlab_gui.lab.snapshot import Array, Box
from ganlab_gui.palette import Palette
from ganlab_gui.views.plotting import small_font

LEAST = 0.03
"""Share of the points outside from which on it is said."""


class OutsideNote(QGraphicsSimpleTextItem):
    """ "120 of 500 outside" in the corner of ``plot``, so that an empty picture explains itself."""

    def __init__(self, name: str, plot: pg.PlotWidget) -> None:
        super().__init__(plot.getPlotItem().getViewBox())
        self.setData(0, name)
        self.setZValue(100)
        self._count = (0, 0)

    def count(self, points: Array, box: Box) -> None:
        """Count the ``points`` (n, 1) or (n, 2) that lie outside ``box``."""
        dim = points.shape[1]
        low, high = np.array(box[0::2][:dim]), np.array(box[1::2][:dim])
        inside = np.count_nonzero(((points >= low) & (points <= high)).all(axis=1))
        self.show_count(len(points) - int(inside), len(points))

    def show_count(self, outside: int, of: int) -> None:
        """Take how many ``of`` all points are ``outside``; a few far ones are not worth a word."""
        if (outside, of) != self._count:
            self._count = outside, of
            self.retranslate()

    def retranslate(self) -> None:
        """Write the text again."""
        outside, of = self._count
        said = QCoreApplication.translate("OutsideNote", "%1 of %2 generated points outside")
        text = said.replace("%1", str(outside)).replace("%2", str(of))
        self.setText(text if outside and outside >= LEAST * of else "")

    def style_note(self, palette: Palette, scale: float) -> None:
        """Take a palette and a text size."""
        self.setFont(small_font(scale))
        self.setBrush(QColor(palette.generated))
        self.setPos(8 * scale, 6 * scale)
