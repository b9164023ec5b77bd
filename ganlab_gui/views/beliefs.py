"""D in the 1-D picture: its curve and its optimum's on the axis at the right, read by its kind."""

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from ganlab_gui.experiment.objectives import Reading
from ganlab_gui.lab.sight import LEAST, in_sight, lines_of
from ganlab_gui.lab.snapshot import Array, Snapshot
from ganlab_gui.palette import Palette
from ganlab_gui.scales import middle
from ganlab_gui.views.plotting import HeldRange, faded, label_axis, small_font, style_axis
from ganlab_gui.views.realness import words


class SoonHeld(HeldRange):
    """A range that comes back soon from far away: T, scores and energies begin many times too wide.

    A critic's grows and falls with training, and is followed at leisure.
    """

    SHRINK = (0.03, 0.5)


class Beliefs:
    """A box over the plot's own, linked to it along x, with D, its optimum and where D is unsure.

    Energies are drawn as energies: low is real.
    """

    def __init__(self, plot: pg.PlotWidget) -> None:
        self._plot = plot
        self.reading = Reading()
        self.held = HeldRange(least=LEAST)
        """The range of an unbounded D; two pictures side by side have one."""
        self._shown: tuple[float, float] | None = None
        self.box = pg.ViewBox(enableMenu=False, enableMouse=False)
        self.box.setDefaultPadding(0.0)
        item = plot.getPlotItem()
        item.scene().addItem(self.box)
        self.axis = item.getAxis("right")
        self.axis.setStyle(showValues=True)
        self.axis.linkToView(self.box)
        self.box.setXLink(item.getViewBox())
        self.box.setZValue(item.getViewBox().zValue() + 1)
        item.getViewBox().sigResized.connect(self._fit)
        inward = [(0.0, 0.0), (0.0, 1.0)]  # below a high line, above a low one
        self.line = pg.InfiniteLine(
            0.5, angle=0, label="", labelOpts={"position": 0.01, "anchors": inward}
        )
        self.curves = {key: pg.PlotCurveItem(antialias=True) for key in ("optimum", "d")}
        for part in (self.line, *self.curves.values()):
            self.box.addItem(part, ignoreBounds=True)

    def _fit(self) -> None:
        self.box.setGeometry(self._plot.getViewBox().sceneBoundingRect())

    def read_as(self, reading: Reading) -> None:
        """Start the axis anew for another way to read D."""
        self.reading = reading
        how = HeldRange if reading.kind == "critic" else SoonHeld
        self._shown = None
        self.held = how(floor=0.0 if reading.kind == "energy" else None, least=LEAST)
        self._show_line()
        self._show_range()

    def _show_line(self) -> None:
        threshold = self.reading.threshold
        self.line.setVisible(threshold is not None)
        if threshold is not None:
            self.line.setValue(threshold)
        said = f"f′(1) = {middle(self.reading)}" if self.reading.kind == "bound" else ""
        self.line.label.setFormat(said)
        self.line.label.setVisible(bool(said))

    def show(self, snapshot: Snapshot, xs: Array, r: int) -> None:
        """Draw D and D* of run index ``r``."""
        d, best = lines_of(snapshot, r)
        if best is not None:
            self.curves["optimum"].setData(xs, best, connect="finite")
        if d is None:
            return
        self.curves["d"].setData(xs, d)
        bounded = self.reading.bounded
        if not bounded:
            self.held.update(in_sight(snapshot, r, d, best), self)
            if (self.held.low, self.held.high) != self._shown:
                self._show_range()

    def _show_range(self) -> None:
        if self.reading.kind == "probability":
            half = self.reading.threshold or 0.5
            name = "½" if half == 0.5 else f"1/{round(1 / half)}"
            self.axis.setTicks([[(0.0, "0"), (half, name), (1.0, "1")]])
            self.box.setYRange(-0.015, 1.06, padding=0)
            return
        held = self.held
        self._shown = held.low, held.high
        self.axis.setTicks([] if held.empty else None)
        if not held.empty:
            room = 0.05 * (held.high - held.low)
            below = 0.3 * room if held.floor is not None else room
            self.box.setYRange(held.low - below, held.high + room, padding=0)

    def forget(self) -> None:
        """Draw nothing."""
        for curve in self.curves.values():
            curve.setData(x=np.zeros(0), y=np.zeros(0))

    def style(self, palette: Palette, scale: float, pens: dict[str, QPen]) -> None:
        """Take a palette, a text size and the curves' pens."""
        style_axis(self.axis, palette, scale, role="discriminator")
        for key, curve in self.curves.items():
            curve.setPen(pens[key])
        self.line.setPen(pg.mkPen(palette.quiet, width=1, style=Qt.PenStyle.DotLine))
        self.line.label.setColor(QColor(palette.discriminator))
        self.line.label.fill = pg.mkBrush(faded(palette.panel, 0.6))
        self.line.label.setFont(small_font(scale))
        self.label(palette, scale)

    def label(self, palette: Palette, scale: float, label: int | None = None) -> None:
        """Name the axis; with class ``label`` chosen D is D(x | y)."""
        label_axis(self.axis, words(self.reading, label).name, palette, scale, "discriminator")
