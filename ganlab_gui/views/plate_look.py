"""How the items of one axes of a plate look: palette, text size, and where values lie."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from ganlab_gui.pages import plate
from ganlab_gui.palette import Palette
from ganlab_gui.views.plotting import faded

DASHES = {
    "solid": Qt.PenStyle.SolidLine,
    "dashed": Qt.PenStyle.DashLine,
    "dotted": Qt.PenStyle.DotLine,
    "dashdot": Qt.PenStyle.DashDotLine,
}
CURVE = 1.8
"""Pixels of a curve's width at 100 %."""
Values = NDArray[Any]


def colour_of(palette: Palette, role: str) -> str:
    """The colour of a role of the palette, or of "kind k"."""
    kind = role.removeprefix("kind ")
    return palette.kind(int(kind)) if kind != role else str(getattr(palette, role))


@dataclass(frozen=True)
class Look:
    """What decides how items of one axes are drawn, beside themselves."""

    palette: Palette
    scale: float
    axes: plate.Axes

    def x(self, values: Values | float) -> Values:
        """Values on the x axis as the plot counts them."""
        return _log(values) if self.axes.log_x else np.asarray(values, np.float64)

    def y(self, values: Values | float, side: str = "left") -> Values:
        """Values of either y axis as the plot counts them."""
        found = np.asarray(values, np.float64)
        if side == "right" and self.axes.right is not None:
            (low, high), (bottom, top) = self.axes.right.range, self.axes.y
            return bottom + (found - low) / (high - low) * (top - bottom)
        return _log(found) if self.axes.log_y else found

    def colour(self, role: str, alpha: float = 1.0) -> QColor:
        return faded(colour_of(self.palette, role), alpha)

    def pen(self, role: str, line: str = "solid", width: float = 1.0, alpha: float = 1.0) -> QPen:
        pen = QPen(self.colour(role, alpha), max(1.0, CURVE * width * self.scale), DASHES[line])
        pen.setCosmetic(True)
        return pen


def _log(values: Values | float) -> Values:
    found = np.asarray(values, np.float64)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(found > 0, np.log10(found), np.nan)
