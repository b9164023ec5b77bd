"""The base of panels of curves over the steps: smoothing, bands over runs, honest ranges."""

import math
from collections.abc import Mapping
from dataclasses import replace
from html import escape
from typing import Any, ClassVar

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.history import History, Table
from ganlab_gui.lab.snapshot import Scene
from ganlab_gui.palette import Palette
from ganlab_gui.views.base import number
from ganlab_gui.views.chip import Chip
from ganlab_gui.views.digest import Blocks, Digest, block_size
from ganlab_gui.views.marks import Stretches
from ganlab_gui.views.plotting import HeldRange
from ganlab_gui.views.steps import StepsView, rows_between
from ganlab_gui.views.timeplot import symlog
from ganlab_gui.views.trace import Curve, Drawn, Floats, Trace

MOST_POINTS = 1_500
COMPACT = 190
"""Height below which the chips keep to one row."""
ROOMY = 540
"""Width from which on the chips show their curve's stroke."""
STROKES = {
    Qt.PenStyle.SolidLine: "—",
    Qt.PenStyle.DashLine: "╌",
    Qt.PenStyle.DotLine: "··",
    Qt.PenStyle.DashDotLine: "–·",
}


LOOKED_BACK = 1_000
"""Rows searched for the newest finite number before the line's own end is told."""


class CurvesView(StepsView):
    """Curves of one table. A subclass names its traces, their texts, references and ranges."""

    traces: ClassVar[tuple[Trace, ...]] = ()
    sides: ClassVar[dict[str, str]] = {}
    """Value axes beside the left one, with the palette role of their numbers."""
    smoothable = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.drawn: dict[str, Drawn] = {}
        self._roomy = False
        for side, role in self.sides.items():
            self.plot.add_side(side, role)
        self.ranges = {side: HeldRange(least=1e-3) for side in self.plot.boxes}
        self.curves = {t.name: Curve(t, self.plot.boxes[t.side]) for t in self.traces}
        self.chips = {
            t.name: Chip(t.name, f"{self.name}.{t.name}", parent=self) for t in self.traces
        }
        for trace in self.traces:
            chip = self.chips[trace.name]
            chip.setChecked(trace.on)
            chip.toggled.connect(self._chosen)
            self.row.addWidget(chip)
        self.row.addWidget(self.menu)
        self.menu.add_curves(list(self.chips.values()))
        self.retranslate()

    # -- what a subclass says ----------------------------------------------------------------------

    def trace_text(self, name: str) -> tuple[str, str]:
        """Short label and tooltip of a trace."""
        return name, ""

    def axis_title(self, side: str) -> str:
        """What stands above the numbers of an axis."""
        return ""

    def references(self, side: str) -> dict[float, str]:
        """Values with a name on one axis, in sight where that does not flatten the curves."""
        return {}

    def stretches(self, side: str) -> Mapping[float, Stretches]:
        """Where references hold that do not hold all along."""
        return {}

    def applies(self, name: str) -> bool:
        """Whether a trace has anything to say in this experiment; its chip is hidden else."""
        return True

    def shown(self, name: str) -> bool:
        """Whether a trace is switched on and has something to say."""
        return self.chips[name].isChecked() and self.applies(name)

    def cuts(self, history: History) -> tuple[int, ...]:
        """Steps after which the readings mean something else."""
        return ()

    def included(self, side: str) -> tuple[float, ...]:
        """Values that are always in sight on one axis."""
        return ()

    def fixed_range(self, side: str) -> tuple[float, float] | None:
        """A range that does not depend on the values."""
        return None

    def header(self) -> str:
        """Every shown curve with its last value."""
        parts = [self.reading(t) for t in self.traces if self.shown(t.name)]
        if self.scene is not None and self.scene.runs > 1:
            parts.append(self.coloured("quiet", self.runs_text()))
        return "&nbsp; ".join(parts)

    def runs_text(self) -> str:
        """What a line stands for with several runs."""
        return self.tr("median of {0}").format(self.scene.runs if self.scene else 1)

    def reading(self, trace: Trace, unit: str = "") -> str:
        """Stroke, label and last value of a trace in its colour."""
        last = self.drawn[trace.name].last if trace.name in self.drawn else float("nan")
        label = self.trace_text(trace.name)[0]
        value = number(last).replace("-", "−")
        text = f"{STROKES[trace.style]} {label} {value}{' ' + unit if unit else ''}"
        return f'<span style="color:{trace.colour(self.palette_)}">{escape(text)}</span>'

    # -- drawing -----------------------------------------------------------------------------------

    def start(self, scene: Scene, experiment: Experiment) -> None:
        self.drawn = {}
        for curve in self.curves.values():
            curve.clear()
        self._forget_ranges()
        super().start(scene, experiment)

    def draw(self, history: History, low: float, high: float) -> None:
        table, cuts = self.table(history), self.cuts(history)
        most = int(np.clip(self.plot.time.width(), 100, MOST_POINTS / 2))
        self.drawn = {}
        for name, curve in self.curves.items():
            width = max(self.smoothing, curve.trace.mean)
            drawn = None
            if self.shown(name):
                drawn = thinned(self.digest, table, name, (low, high), most, width, cuts)
            if drawn is None:
                curve.clear()
            else:
                self.drawn[name] = drawn
        for side in self.plot.boxes:
            self._fit(side)
        for name, drawn in self.drawn.items():
            self.curves[name].draw(drawn, self.log)

    def _fit(self, side: str) -> None:
        """Set a value axis so that what is usual fills it; what is far outside is named instead."""
        names = [t.name for t in self.traces if t.side == side and t.name in self.drawn]
        shown = bool(names) or side == "left"
        self.plot.show_side(side, shown, self.axis_title(side))
        references = self.references(side) if shown else {}
        self.plot.set_references(side, references, self.log, self.stretches(side))
        fixed = self.fixed_range(side)
        if fixed is not None:
            self.plot.set_values(side, *fixed)
            return
        values = [v for n in names for v in (self.drawn[n].low, self.drawn[n].high)]
        everything = np.concatenate([*values, np.zeros(0)])
        everything = everything[np.isfinite(everything)]
        wanted = self._wanted(everything, list(references)) if len(everything) else ()
        held = self.ranges[side]
        shown_values = np.array([*wanted, *(self._shape(v) for v in self.included(side))])
        if not len(shown_values):
            return
        held.update(shown_values)
        room = 0.04 * (held.high - held.low)
        top = held.high + room + self.plot.marks.stretch() * (held.high - held.low)
        self.plot.set_values(side, held.low - room, top)
        if side == "left" and len(everything):
            self._name_outside(everything, held)

    def _shape(self, value: float) -> float:
        """A value's place on its axis."""
        return float(symlog(value)) if self.log else value

    def _wanted(self, values: Floats, references: list[float]) -> tuple[float, float]:
        """Least and greatest value to show, in the axis's coordinates."""
        if self.log:
            return self._shape(values.min()), self._shape(values.max())
        low, high = usual_range(values)
        for value in references:
            low, high = with_reference(low, high, value)
        return low, high

    def _name_outside(self, values: Floats, held: HeldRange) -> None:
        low, high = float(values.min()), float(values.max())
        above, below = self._shape(high) > held.high, self._shape(low) < held.low
        marks = self.plot.marks
        marks.above = self.tr("↑ off scale, max {0}").format(number(high, 2)) if above else ""
        marks.below = self.tr("↓ off scale, min {0}").format(number(low, 2)) if below else ""

    # -- what the user changes ---------------------------------------------------------------------

    def _chosen(self, _on: bool) -> None:
        self.redraw()

    def redraw(self) -> None:
        self._forget_ranges()
        super().redraw()

    def _forget_ranges(self) -> None:
        for held in self.ranges.values():
            held.reset()

    def options(self) -> dict[str, Any]:
        on = [name for name, chip in self.chips.items() if chip.isChecked()]
        return {"curves": on, **super().options()}

    def set_options(self, options: dict[str, Any]) -> None:
        on = options.get("curves")
        for name, chip in self.chips.items():
            if on is not None:
                chip.setChecked(name in on)
        super().set_options(options)

    # -- look and language -------------------------------------------------------------------------

    def set_theme(self, palette: Palette, scale: float) -> None:
        for curve in self.curves.values():
            curve.restyle(palette, scale)
        super().set_theme(palette, scale)
        self._swatches()

    def _swatches(self) -> None:
        """Strokes on the chips where there is room; the header shows them in any case."""
        self._roomy = self.width() >= ROOMY * self.scale
        for trace in self.traces:
            pen = pg.mkPen(trace.colour(self.palette_), width=1.4 * self.scale, style=trace.style)
            self.chips[trace.name].set_swatch(pen if self._roomy else None)
        self._pack()

    def _pack(self) -> None:
        """A low panel keeps one row of chips; the menu offers the curves that do not fit there."""
        low = self.height() < COMPACT * self.scale
        room = self.width() - self.menu.sizeHint().width()
        for name, chip in self.chips.items():
            applies = self.applies(name)
            room -= (chip.sizeHint().width() + self.row.spacing()) * applies
            chip.setVisible(applies and (not low or room >= 0))
            self.menu.offer(chip, applies)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (event.size().width() >= ROOMY * self.scale) != self._roomy:
            self._swatches()
        self._pack()

    def _menu_text(self) -> None:
        super()._menu_text()
        self._pack()

    def retranslate(self) -> None:
        for name, chip in self.chips.items():
            chip.describe(*self.trace_text(name))
        super().retranslate()


def thinned(
    digest: Digest,
    table: Table,
    name: str,
    steps: tuple[float, float],
    most: int,
    width: int = 1,
    cuts: tuple[int, ...] = (),
) -> Drawn | None:
    """A column between two steps in at most ``most`` blocks; None where there is no row.

    ``width`` readings are averaged for the line, anew after each of ``cuts``.
    """
    first, last = rows_between(table, *steps)
    if last <= first:
        return None
    size = block_size(last - first, most)
    start = first // size * size
    ends = np.minimum(np.arange(start + size, last + size, size), last) - 1
    reach = max(1, round(width / size))
    lead = min(start // size, reach - 1)
    origin = start - lead * size
    blocks = digest.blocks(table, name, origin, last, size)
    rows = np.searchsorted(table.steps, cuts, side="right") if cuts else np.zeros(0)
    mean = means(blocks, reach, (rows - origin) / size)
    drawn = Drawn.of(table.steps[ends], mean[lead:], blocks.part(slice(lead, None)))
    newest = None
    if width <= 1:
        # A thinned line ends in a block's mean; the header tells the row itself.
        tail = slice(max(first, last - LOOKED_BACK), last)
        newest = Drawn.newest_of(table.steps[tail], table.column(name)[tail])
    return replace(drawn, cuts=cuts, newest=newest)


def means(blocks: Blocks, width: int, cuts: Floats) -> Floats:
    """Moving means (B, R) that begin anew at each cut (a place in blocks); NaN in one cut apart."""
    inside = [c for c in cuts if 0 < c < len(blocks.total)]
    if not inside:
        return blocks.moving_mean(width)
    made = np.full(blocks.total.shape, np.nan)
    begins = [0, *(math.ceil(c) for c in inside)]
    ends = [*(math.floor(c) for c in inside), len(made)]
    for begin, end in zip(begins, ends, strict=True):
        if begin < end:
            made[begin:end] = blocks.part(slice(begin, end)).moving_mean(width)
    return made


def usual_range(values: Floats) -> tuple[float, float]:
    """All values where they lie together; else the middle 90 % and thrice their width beyond."""
    low, high = float(values.min()), float(values.max())
    inner, outer = np.quantile(values, (0.05, 0.95))
    room = 3.0 * max(float(outer - inner), 0.01 * abs(float(outer)))
    return max(low, float(inner) - room), min(high, float(outer) + room)


def with_reference(low: float, high: float, value: float) -> tuple[float, float]:
    """The range widened to ``value`` where the curves keep a sixth of the height."""
    wide = min(low, value), max(high, value)
    return wide if (high - low) * 6.0 >= wide[1] - wide[0] else (low, high)
