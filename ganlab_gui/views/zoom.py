"""Where a picture looks: home, or where the user has zoomed to; and when that has come to rest."""

import math
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QObject, QRectF, QTimer, Signal

from ganlab_gui.lab.snapshot import Box

SETTLED_MS = 150
"""A zoom must rest this long before its ground is asked for."""
SPARE = 0.03
"""Share of its width by which a plane's ground goes beyond what is seen, on each side."""
DEEPEST, WIDEST = 1e-5, 1e4
"""The least and the most that can be seen, in widths of home: beyond lies rounding, or nothing."""


class Zoom(QObject):
    """Wheel and drag move a plot's range; a double click or `go_home` brings it back.

    ``flat`` looks along x only. ``box`` is the range that pictures should be computed for.
    """

    settled = Signal()
    """`box` has changed and rests."""
    left = Signal(bool)
    """Whether the user has gone away from home."""

    def __init__(self, plot: pg.PlotWidget, flat: bool = False) -> None:
        super().__init__(plot)
        self._view: pg.ViewBox = plot.getViewBox()
        self._flat = flat
        self._home: Box | None = None
        self.away = False
        self.box: Box | None = None
        self._rest = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._rest.timeout.connect(self._settle)
        self._view.sigRangeChangedManually.connect(self._leave)
        self._view.sigResized.connect(self._resized)
        plot.scene().sigMouseClicked.connect(self._clicked)

    @property
    def home(self) -> Box | None:
        """What a picture shows to one who has not zoomed; None where there is nothing."""
        return self._home

    def set_home(self, box: Box) -> None:
        """Take a new home, and go there."""
        self._home = box
        width = box[1] - box[0]
        self._view.setLimits(minXRange=DEEPEST * width, maxXRange=WIDEST * width)
        self.go_home()
        if self._view.isVisible():
            self._settle()

    def move_home(self, box: Box) -> None:
        """Take a wider home at once; one who has zoomed elsewhere stays there."""
        self._home = box
        if not self.away:
            self._show(box)
            if self._view.isVisible():
                self._settle()

    def forget(self) -> None:
        """There is nothing to look at."""
        self._home, self.box = None, None

    def go_home(self) -> None:
        self.away = False
        self.left.emit(False)
        if self._home is not None:
            self._show(self._home)
        self._rest.start()

    def look_at(self, box: Box) -> None:
        """Look at ``box`` as if the user had zoomed there."""
        self._show(box)
        self._leave()

    def seen(self) -> Box:
        """The range in view; at least the box asked for, since equal axes widen one side."""
        (x0, x1), (y0, y1) = self._view.viewRange()
        return (x0, x1, 0.0, 0.0) if self._flat else (x0, x1, y0, y1)

    def _show(self, box: Box) -> None:
        x0, x1, y0, y1 = box
        if self._flat:
            self._view.setXRange(x0, x1, padding=0)
        else:
            self._view.setRange(QRectF(x0, y0, x1 - x0, y1 - y0), padding=0)

    def _leave(self) -> None:
        self.away = True
        self.left.emit(True)
        self._rest.start()

    def _resized(self) -> None:
        if self._home is not None and not self.away:
            self._show(self._home)
            if self._view.isVisible():
                self._settle()
                return
        self._rest.start()

    def _clicked(self, event: Any) -> None:
        if event.double():
            self.go_home()

    def _settle(self) -> None:
        if self._home is None:
            return
        x0, x1, y0, y1 = self.seen()
        if not self._flat:
            # A little more than is seen, so that a small change of size leaves no bare strip.
            room = SPARE * (x1 - x0), SPARE * (y1 - y0)
            x0, x1, y0, y1 = x0 - room[0], x1 + room[0], y0 - room[1], y1 + room[1]
        digits = 3 - math.floor(math.log10(max(x1 - x0, 1e-9)))
        box = (round(x0, digits), round(x1, digits), round(y0, digits), round(y1, digits))
        if box != self.box:
            self.box = box
            self.settled.emit()
