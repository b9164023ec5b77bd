"""Two pictures of one kind side by side: the same ranges, the same scales, the same layers."""

from functools import partial
from typing import Any

import numpy as np
from PySide6.QtCore import QObject

from ganlab_gui.lab.snapshot import Box, Scene
from ganlab_gui.views.base import View
from ganlab_gui.views.density import DensityView
from ganlab_gui.views.field import FieldView
from ganlab_gui.views.onerun import OneRunView
from ganlab_gui.views.plane import PlaneView

ZOOMED = (PlaneView, DensityView, FieldView)
OWN = ("box", "label")
"""Options that are not taken over as they are: a zoom is followed while it moves."""


class Twins(QObject):
    """Keeps two views of one class alike; views of two classes are left alone.

    Where D is read differently on the two sides (a probability here, a score there) each keeps its
    own scale of D, as its colour bar or axis says.
    """

    def __init__(self, a: View, b: View) -> None:
        super().__init__(b)
        self.a, self.b = a, b
        self.alike = type(a) is type(b)
        self._busy = False
        self._slots: list[tuple[Any, Any]] = []
        self._ends: list[float] = []
        if not self.alike:
            return
        for view, other in ((a, b), (b, a)):
            self._join(view.needs_changed, partial(self._copy_options, view, other))
            if isinstance(view, ZOOMED) and isinstance(other, ZOOMED):
                box = view.plot.getViewBox()
                self._join(box.sigRangeChangedManually, partial(self._look, view, other))
                self._join(view.zoom.left, partial(self._go_home, other))
        self.keep()

    def _join(self, signal: Any, slot: Any) -> None:
        signal.connect(slot)
        self._slots.append((signal, slot))

    def part(self) -> None:
        """Each goes by itself again, over its own ranges."""
        for signal, slot in self._slots:
            signal.disconnect(slot)
        self._slots = []
        for view in (self.a, self.b) if self.alike else ():
            for held, who in _scales(view):
                held.only(who)
            if isinstance(view, PlaneView) and view.scene is not None and view.scene.dim == 2:
                view.zoom.move_home(view.scene.box)
        self.alike = False

    # -- what they have in common ------------------------------------------------------------------

    def keep(self) -> None:
        """Bring both to common ranges and scales; cheap where they have them already.

        What one of them has widened the other is drawn on too, though it may have no news itself.
        """
        self._share()
        if self.alike and not np.array_equal(self._widths(), self._ends, equal_nan=True):
            for view in (self.a, self.b):
                if isinstance(view, OneRunView):
                    view.show_again()
            self._ends = self._widths()

    def _widths(self) -> list[float]:
        return [end for held, _ in _scales(self.a) for end in (held.low, held.high)]

    def _share(self) -> None:
        a, b = self.a, self.b
        scenes = a.scene, b.scene
        if not self.alike or scenes[0] is None or scenes[1] is None:
            return
        if isinstance(a, PlaneView) and isinstance(b, PlaneView):
            self._keep_planes(a, b, scenes[0], scenes[1])
        elif isinstance(a, DensityView) and isinstance(b, DensityView):
            self._keep_densities(a, b)
        elif isinstance(a, FieldView) and isinstance(b, FieldView):
            a.reach_out(b.reach)
            b.reach_out(a.reach)

    def _keep_planes(self, a: PlaneView, b: PlaneView, first: Scene, second: Scene) -> None:
        if first.dim != 2 or second.dim != 2:
            return
        home = union(first.box, second.box)
        for view in (a, b):
            if view.zoom.home != home:
                view.zoom.move_home(home)
        ours, theirs = a.ground_layer, b.ground_layer
        for key, scale in ours.scales.items():
            other = theirs.scales[key]
            if other.held is scale.held and scale.reading == other.reading:
                continue
            # One of them is new: what its forerunner showed counts no more.
            scale.held.only(scale)
            if scale.reading == other.reading:
                other.held = scale.held
            else:
                other.held.only(other)

    def _keep_densities(self, a: DensityView, b: DensityView) -> None:
        if a.scene is None or b.scene is None or a.scene.dim != 1 or b.scene.dim != 1:
            return
        a.widen(*b.range_)
        b.widen(*a.range_)
        b.height_ = a.height_
        if a.beliefs.reading == b.beliefs.reading:
            b.beliefs.held = a.beliefs.held
        else:
            a.beliefs.held.only(a.beliefs)
            b.beliefs.held.only(b.beliefs)

    # -- what the user changes in one of them ------------------------------------------------------

    def _copy_options(self, view: View, other: View) -> None:
        wanted = {k: v for k, v in view.options().items() if k not in OWN}
        have = {k: v for k, v in other.options().items() if k not in OWN}
        if not self._busy and wanted != have:
            self._busy = True
            other.set_options(wanted)
            self._busy = False

    def _look(self, view: Any, other: Any, *_: object) -> None:
        if not self._busy:
            self._busy = True
            other.zoom.look_at(view.zoom.seen())
            self._busy = False

    def _go_home(self, other: Any, away: bool) -> None:
        if not self._busy and not away and other.zoom.away:
            self._busy = True
            other.zoom.go_home()
            self._busy = False


def _scales(view: View) -> list[tuple[Any, object]]:
    """The held ranges of a view, and who it is to them."""
    if isinstance(view, PlaneView):
        return [(scale.held, scale) for scale in view.ground_layer.scales.values()]
    if isinstance(view, DensityView):
        return [(view.height_, view), (view.beliefs.held, view.beliefs)]
    return []


def union(a: Box, b: Box) -> Box:
    """The least box around two, (x0, x1, y0, y1)."""
    return min(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), max(a[3], b[3])
