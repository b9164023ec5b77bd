"""The lower part of the 2014 figure: the lines of z and x, and arrows from z to G(z)."""

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.snapshot import Array, Scene
from ganlab_gui.palette import PALETTES, Palette
from ganlab_gui.views.plotting import faded, label_axis, make_plot, style_plot

Floats = NDArray[np.float64]
Z_HEIGHT, X_HEIGHT = 0.06, 0.94
AXIS_PX = 48
"""Width of the axes at both sides, so that this plot stands exactly below the density's."""
SPAN = 0.7
"""Share of the picture's width that the noise's line takes."""


class NoiseLine:
    """A plot whose x is linked to the density above; the noise has its own numbers below."""

    def __init__(self, parent: QWidget, above: pg.PlotWidget) -> None:
        self._palette: Palette = PALETTES["dark"]
        self._scale = 1.0
        self._experiment: Experiment | None = None
        self._widest = 1.0
        self._range = (0.0, 1.0)
        self._arrows: tuple[Array, Array] | None = None
        self.plot = make_plot(parent, self._palette, name="density.noise")
        item = self.plot.getPlotItem()
        item.setClipToView(False)
        item.setDownsampling(auto=False)
        self.plot.setXLink(above)
        self.plot.setYRange(0, 1, padding=0)
        item.getAxis("left").setStyle(hideOverlappingLabels=False)
        item.getAxis("left").setTicks([[(Z_HEIGHT, "z"), (X_HEIGHT, "x")]])
        self.lines = pg.PlotCurveItem(connect="pairs")
        item.addItem(self.lines, ignoreBounds=True)
        self.sheaves: list[pg.PlotCurveItem] = []
        """Arrows, an item a kind of sample."""
        self._kinds: range | None = None
        self.tell_apart(range(0))

    @property
    def arrows(self) -> pg.PlotCurveItem:
        """The arrows where all are of one kind, else those of the first."""
        return self.sheaves[0]

    def tell_apart(self, kinds: range) -> None:
        """Colour arrow j as the (j mod K)-th of these generators or classes; none: as G's."""
        if kinds == self._kinds:
            return
        item = self.plot.getPlotItem()
        for old in self.sheaves:
            item.removeItem(old)
        self._kinds, count = kinds, max(1, len(kinds))
        self.sheaves = [pg.PlotCurveItem(connect="pairs", antialias=True) for _ in range(count)]
        for sheaf in self.sheaves:
            item.addItem(sheaf, ignoreBounds=True)
        self._colour()

    def start(self, scene: Scene, experiment: Experiment) -> None:
        """Take a new experiment's range and noise."""
        self._arrows = None
        self._experiment = experiment
        self._widest = 2.6 if experiment.noise.name == "gaussian" else 1.0
        for sheaf in self.sheaves:
            sheaf.setData(x=np.zeros(0), y=np.zeros(0))
        self.look_at(*scene.box[:2])

    def look_at(self, x0: float, x1: float) -> None:
        """Stand below the range [x0, x1] of x."""
        self._range = x0, x1
        ends = [-1, -0.5, 0, 0.5, 1] if self._widest == 1 else [-2, -1, 0, 1, 2]
        ticks = [(float(self._place(np.array(z))), f"{z:g}".replace("-", "−")) for z in ends]
        self.plot.getPlotItem().getAxis("bottom").setTicks([ticks])
        wide = x1 - x0
        z0, z1 = (float(self._place(np.array(s * self._widest))) for s in (-1, 1))
        # The data's line goes on beyond the picture, the noise's ends where its values do.
        xs = np.array([x0 - 100 * wide, x1 + 100 * wide, z0, z1])
        self.lines.setData(xs, np.array([X_HEIGHT, X_HEIGHT, Z_HEIGHT, Z_HEIGHT]))
        if self._arrows is not None:
            self.show_arrows(*self._arrows)

    def _place(self, z: Array) -> Array:
        """Where on the x axis above a noise value stands: the line's middle is the picture's."""
        x0, x1 = self._range
        return 0.5 * (x0 + x1) + 0.5 * SPAN * (x1 - x0) * z / self._widest

    def show_arrows(self, z: Array, g: Array) -> None:
        """Draw one arrow from each noise value z (m,) to the G(z) (m,) above it."""
        self._arrows = z, g
        count = len(self.sheaves)
        for kind, sheaf in enumerate(self.sheaves):
            sheaf.setData(*self._strokes(z[kind::count], g[kind::count]))

    def _strokes(self, z: Array, g: Array) -> tuple[Floats, Floats]:
        keep = np.isfinite(g)
        bottom, top = self._place(z[keep]), g[keep].astype(np.float64)
        dx, dy = self.plot.getViewBox().viewPixelSize()
        way = np.stack([(top - bottom) / dx, np.full(len(top), (X_HEIGHT - Z_HEIGHT) / dy)])
        way /= np.hypot(*way)
        size = 6.0 * self._scale
        xs = np.empty((len(top), 6))
        ys = np.empty((len(top), 6))
        xs[:, 0], ys[:, 0] = bottom, Z_HEIGHT
        for i in (1, 2, 4):
            xs[:, i], ys[:, i] = top, X_HEIGHT
        for i, side in ((3, 0.4), (5, -0.4)):
            xs[:, i] = top - size * dx * (way[0] - side * way[1])
            ys[:, i] = X_HEIGHT - size * dy * (way[1] + side * way[0])
        return xs.ravel(), ys.ravel()

    def _colour(self) -> None:
        for sheaf, kind in zip(self.sheaves, self._kinds or [None], strict=True):
            colour = self._palette.generated if kind is None else self._palette.kind(kind)
            sheaf.setPen(pg.mkPen(faded(colour, 0.8)))

    def style_line(self, palette: Palette, scale: float) -> None:
        """Take a palette and a text size."""
        self._palette, self._scale = palette, scale
        style_plot(self.plot, palette, scale)
        item = self.plot.getPlotItem()
        for side in ("left", "right"):
            item.getAxis(side).setWidth(round(AXIS_PX * scale))
        for side in ("left", "right", "top", "bottom"):
            item.getAxis(side).setPen(None)
        self.lines.setPen(pg.mkPen(palette.quiet))
        self._colour()
        self.plot.setMinimumHeight(round(96 * scale))

    def retranslate(self) -> None:
        """Say what the noise is."""
        if self._experiment is None:
            return
        noise = self._experiment.noise
        text = "z ~ N(0, 1)" if noise.name == "gaussian" else "z ~ U(−1, 1)"
        if noise.dim > 1:
            said = QCoreApplication.translate("NoiseLine", "first of %1 coordinates, the others 0")
            text += ", " + said.replace("%1", str(noise.dim))
        label_axis(self.plot.getPlotItem().getAxis("bottom"), text, self._palette, self._scale)
        self.plot.setAccessibleName(QCoreApplication.translate("NoiseLine", "Noise z to x = G(z)"))
