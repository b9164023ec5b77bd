"""The ground of a plane as it is drawn: an image, contour lines, and the line of the undecided."""

from typing import NamedTuple

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt

from ganlab_gui.experiment.objectives import Reading
from ganlab_gui.lab.snapshot import Array, Snapshot
from ganlab_gui.palette import Palette
from ganlab_gui.scales import steps_away
from ganlab_gui.views.ground import GROUNDS, GroundScale, colours, ground_values
from ganlab_gui.views.plotting import faded
from ganlab_gui.views.shapes import contours, levels


class Drawn(NamedTuple):
    """Values at the ends of the colours, whether some lie beyond, and of the contours, if any."""

    low: float
    high: float
    beyond: tuple[bool, bool]
    levels: NDArray[np.float64] | None


class GroundLayer:
    """One ground at a time; each keeps its scale for as long as D is read alike."""

    def __init__(self, plot: pg.PlotItem, z: float) -> None:
        self.image = pg.ImageItem(axisOrder="row-major")
        self.contours = pg.PlotCurveItem(connect="finite")
        self.border = pg.PlotCurveItem(connect="finite")
        for part in (self.image, self.contours, self.border):
            part.setZValue(z)
            plot.addItem(part, ignoreBounds=True)
        self.take(Reading())

    def take(self, reading: Reading) -> None:
        """Start fresh scales for what D says from now on."""
        read = ("d", "optimum")
        self.reading = reading
        self.scales = {
            key: GroundScale(ground, reading if key in read else None)
            for key, ground in GROUNDS.items()
        }
        self.forget()

    def forget(self) -> None:
        """Show nothing until the next picture."""
        self.image.clear()
        for part in (self.contours, self.border):
            part.setData(x=np.zeros(0), y=np.zeros(0))

    def show(self, key: str, snapshot: Snapshot, run: int) -> Drawn | None:
        """Draw ground ``key``; None where the snapshot has none, and the last one stays."""
        values = ground_values(key, snapshot, run) if key != "none" else None
        xs, ys = snapshot.xs, snapshot.ys
        if values is None or xs is None or ys is None:
            return None
        scale = self.scales[key]
        low, high = scale.update(values)
        if scale.middle is None:
            self.image.setImage(values, levels=(low, high), autoLevels=False)
        else:
            self.image.setImage(scale.shares(values), levels=(0.0, 1.0), autoLevels=False)
        self.image.setRect(_bounds(xs, ys))
        beyond = scale.beyond(values)
        if key != "d" or snapshot.reading.bounded:
            return Drawn(low, high, beyond, None)
        logarithmic = snapshot.reading.kind == "bound"
        at = steps_away(snapshot.reading, low, high) if logarithmic else levels(low, high)
        _trace(self.contours, xs, ys, values, at)
        if scale.middle is not None:
            _trace(self.border, xs, ys, values, np.array([scale.middle]))
        return Drawn(low, high, beyond, at)

    def style(self, palette: Palette, scale: float) -> None:
        """Take a palette and a text size."""
        self.contours.setPen(pg.mkPen(faded(palette.discriminator, 0.8)))
        ink = faded(palette.text, 0.85)
        self.border.setPen(pg.mkPen(ink, width=1.4 * scale, style=Qt.PenStyle.DashLine))

    def colour(self, key: str, palette: Palette) -> NDArray[np.uint8]:
        """Give the image the colours of ground ``key``, which come back: (256, 4) RGBA."""
        lut = colours(GROUNDS[key], palette)
        self.image.setLookupTable(lut)
        return lut


def _bounds(xs: Array, ys: Array) -> QRectF:
    """The image's place: cells are centred on the grid's points."""
    wide, tall = float(xs[-1] - xs[0]), float(ys[-1] - ys[0])
    half = 0.5 * wide / (len(xs) - 1), 0.5 * tall / (len(ys) - 1)
    return QRectF(
        float(xs[0]) - half[0], float(ys[0]) - half[1], wide + 2 * half[0], tall + 2 * half[1]
    )


def _trace(
    curve: pg.PlotCurveItem, xs: Array, ys: Array, values: Array, at: NDArray[np.float64]
) -> None:
    lines = contours(xs, ys, values, at)
    curve.setData(lines[:, 0], lines[:, 1])
