"""One quantity of two runs on one axis: A solid and bright, B paler, dash-dotted, with squares."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ganlab_gui.lab.history import Table
from ganlab_gui.palette import PALETTES, Palette
from ganlab_gui.views.curves import thinned, usual_range, with_reference
from ganlab_gui.views.digest import Digest
from ganlab_gui.views.marks import Band
from ganlab_gui.views.plotting import HeldRange
from ganlab_gui.views.timeplot import TimePlot
from ganlab_gui.views.trace import Curve, Drawn, Trace

SIDES = ("a", "b")
PALER = 0.55
"""How far B's colour leans to the text's."""
MARKERS = 9
"""Squares along B's line."""
MOST_POINTS = 400


@dataclass(frozen=True)
class Quantity:
    """A column of the measures or of the training rows, and how it is drawn.

    ``mean`` rows are averaged; ``least`` and ``greatest`` are always in sight. A ``bounded`` one is
    shown whole, another one without its rare peaks.
    """

    name: str
    role: str
    table: str = "measures"
    on: bool = False
    mean: int = 1
    least: float | None = None
    greatest: float | None = None
    bounded: bool = False
    reference: tuple[float, str] | None = None

    def trace(self, side: str) -> Trace:
        """The quantity as A's or as B's curve."""
        if side == "a":
            return Trace(self.name, self.role, raw=False)
        style = Qt.PenStyle.DashDotLine
        return Trace(self.name, self.role, style, raw=False, shade=PALER)


class DuoPlot(QWidget):
    """A caption with both last values over a plot with both curves."""

    def __init__(self, quantity: Quantity, parent: QWidget) -> None:
        super().__init__(parent)
        self.quantity = quantity
        self.palette_: Palette = PALETTES["dark"]
        self.caption = QLabel(self, textFormat=Qt.TextFormat.RichText)
        self.caption.setObjectName(f"compare.{quantity.name}.caption")
        self.caption.setProperty("role", "numbers")
        self.plot = TimePlot(self, f"compare.{quantity.name}.plot")
        self.plot.getPlotItem().getAxis("top").marks = None
        self.plot.marks.axis = None  # edits are lines here, their words a tooltip
        self.curves = {side: Curve(quantity.trace(side), self.plot.time) for side in SIDES}
        self.squares = pg.ScatterPlotItem(pen=None, symbol="s", pxMode=True)
        self.plot.time.addItem(self.squares, ignoreBounds=True)
        self.held = HeldRange(least=1e-3)
        self.drawn: dict[str, Drawn] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.caption)
        column.addWidget(self.plot, 1)

    def draw(
        self,
        tables: Mapping[str, tuple[Digest, Table, tuple[int, ...]]],
        steps: tuple[float, float],
        smoothing: int,
    ) -> None:
        """Draw both sides' columns between two steps, on one axis that fits them both."""
        most = int(np.clip(self.plot.time.width(), 100, MOST_POINTS))
        width = max(smoothing, self.quantity.mean)
        self.drawn = {}
        for side, (digest, table, cuts) in tables.items():
            found = thinned(digest, table, self.quantity.name, steps, most, width, cuts)
            if found is not None:
                self.drawn[side] = found
        self.plot.set_steps(*steps)
        self._fit()
        for side, curve in self.curves.items():
            if side in self.drawn:
                curve.draw(self.drawn[side], log=False)
            else:
                curve.clear()
        self._place_squares()

    def _fit(self) -> None:
        values = [v for d in self.drawn.values() for v in (d.line, d.low, d.high)]
        everything = np.concatenate([*values, np.zeros(0)])
        everything = everything[np.isfinite(everything)]
        reference = self.quantity.reference
        self.plot.set_references("left", dict([reference] if reference else []), False)
        if not len(everything):
            return
        low, high = float(everything.min()), float(everything.max())
        if not self.quantity.bounded:
            low, high = usual_range(everything)
        if reference is not None:
            low, high = with_reference(low, high, reference[0])
        least, greatest = self.quantity.least, self.quantity.greatest
        low = low if least is None else min(low, least)
        high = high if greatest is None else max(high, greatest)
        self.held.update(np.array([low, high]))
        room = 0.06 * (self.held.high - self.held.low)
        self.plot.set_values("left", self.held.low - room, self.held.high + room)

    def _place_squares(self) -> None:
        drawn = self.drawn.get("b")
        keep = np.flatnonzero(np.isfinite(drawn.line)) if drawn is not None else np.zeros(0, int)
        if drawn is None or not len(keep):
            self.squares.clear()
            return
        places = keep[np.unique(np.linspace(0, len(keep) - 1, MARKERS).round().astype(int))]
        self.squares.setData(drawn.steps[places].astype(float), drawn.line[places])

    def show_floors(self, floors: Mapping[str, tuple[float, float]]) -> None:
        """The bands that a perfect generator reads, by side; equal ones are drawn once."""
        bands = dict.fromkeys(floors.values())
        self.plot.bands.bands = [Band(self.plot.time, *b, self.quantity.role) for b in bands]
        self.plot.bands.update()

    def last(self, side: str) -> float:
        """The newest value of a side; NaN where there is none."""
        return self.drawn[side].last if side in self.drawn else float("nan")

    def forget(self, side: str) -> None:
        """A side begins anew."""
        self.drawn.pop(side, None)
        self.curves[side].clear()
        self.held.reset()
        self._place_squares()

    def restyle(self, palette: Palette, scale: float) -> None:
        """Take a palette and a text size."""
        self.palette_ = palette
        self.plot.restyle(palette, scale)
        for curve in self.curves.values():
            curve.restyle(palette, scale)
        self.squares.setSize(5.5 * scale)
        self.squares.setBrush(pg.mkBrush(self.colour("b")))

    def colour(self, side: str) -> str:
        """The colour of a side's curve."""
        return self.curves[side].trace.colour(self.palette_)
