"""The shared base of panels that draw curves over the steps: window of time, smoothing, bands over runs, marks of edits."""

from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath
from PySide6.QtWidgets import QGraphicsPathItem, QHBoxLayout, QVBoxLayout, QWidget

from ganlab_gui.experiment.knobs import settings_of
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.history import Edit, History, Table
from ganlab_gui.lab.snapshot import Scene
from ganlab_gui.palette import Palette
from ganlab_gui.views.base import View, number
from ganlab_gui.views.chip import Chip
from ganlab_gui.views.curvemenu import CurveMenu
from ganlab_gui.views.digest import Digest, block_size, quantiles
from ganlab_gui.views.marks import Mark
from ganlab_gui.views.plotting import HeldRange, faded
from ganlab_gui.views.timeplot import TimePlot, symlog

Floats = NDArray[np.float64]
BAND = (0.1, 0.5, 0.9)
MOST_POINTS = 1_500
STROKES = {
    Qt.PenStyle.SolidLine: "—",
    Qt.PenStyle.DashLine: "╌",
    Qt.PenStyle.DotLine: "··",
    Qt.PenStyle.DashDotLine: "–·",
}


@dataclass(frozen=True)
class Trace:
    """One column as a curve: its colour, line style and value axis, and whether it is shown at first."""

    name: str
    role: str
    style: Qt.PenStyle = Qt.PenStyle.SolidLine
    side: str = "left"
    on: bool = True


@dataclass(frozen=True)
class Drawn:
    """A curve in data units: line (B,), what scatters about it (B,) below and above, at steps (B,)."""

    steps: NDArray[np.int64]
    line: Floats
    low: Floats
    high: Floats
    runs: int = 1

    @property
    def last(self) -> float:
        finite = self.line[np.isfinite(self.line)]
        return float(finite[-1]) if len(finite) else float("nan")


class Curve:
    """The items of one trace: a line, and behind it the raw readings (one run) or the band over the runs."""

    def __init__(self, trace: Trace, box: pg.ViewBox) -> None:
        self.trace = trace
        self.raw = pg.PlotCurveItem(skipFiniteCheck=True)
        self.band = QGraphicsPathItem()
        self.line = pg.PlotCurveItem(skipFiniteCheck=True, antialias=True)
        for item in (self.raw, self.band, self.line):
            box.addItem(item, ignoreBounds=True)

    def draw(self, drawn: Drawn, log: bool) -> None:
        """Show ``drawn``, on a logarithmic axis if ``log``."""
        shape = symlog if log else np.asarray
        keep = np.isfinite(drawn.line)
        self.line.setData(drawn.steps[keep], shape(drawn.line[keep]))
        keep = np.isfinite(drawn.low)
        steps, low, high = drawn.steps[keep], shape(drawn.low[keep]), shape(drawn.high[keep])
        scattered = len(steps) > 1 and not np.array_equal(drawn.low, drawn.line, equal_nan=True)
        self.raw.setVisible(scattered and drawn.runs == 1)
        self.band.setVisible(scattered and drawn.runs > 1)
        if self.raw.isVisible():
            self.raw.setData(np.repeat(steps, 2), np.stack([low, high], 1).ravel())
        if self.band.isVisible():
            xs, ys = np.concatenate([steps, steps[::-1]]), np.concatenate([low, high[::-1]])
            self.band.setPath(pg.arrayToQPath(xs.astype(np.float64), ys))

    def clear(self) -> None:
        self.line.setData([], [])
        self.raw.setData([], [])
        self.band.setPath(QPainterPath())

    def restyle(self, palette: Palette, pen: Any) -> None:
        colour = getattr(palette, self.trace.role)
        self.line.setPen(pen)
        self.raw.setPen(pg.mkPen(faded(colour, 0.3), width=1))
        self.band.setPen(Qt.PenStyle.NoPen)
        self.band.setBrush(faded(colour, 0.22))


class CurvesView(View):
    """Curves of one table of the history. A subclass names its traces, their texts, references and value ranges."""

    traces: ClassVar[tuple[Trace, ...]] = ()
    sides: ClassVar[dict[str, str]] = {}
    """Value axes beside the left one, with the palette role of their numbers."""
    logarithmic: ClassVar[bool] = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.window_: int | None = None
        """Only the last so many steps are shown; None shows all."""
        self.span: tuple[float, float] | None = None
        """The stretch of steps the user has zoomed to."""
        self.log = False
        self.smoothing = 1
        self.history: History | None = None
        self.digest = Digest()
        self.drawn: dict[str, Drawn] = {}
        self.plot = TimePlot(self, f"{self.name}.plot")
        for side, role in self.sides.items():
            self.plot.add_side(side, role)
        self.ranges = {side: HeldRange(least=1e-3) for side in self.plot.boxes}
        self.curves = {t.name: Curve(t, self.plot.boxes[t.side]) for t in self.traces}
        self.chips = {t.name: Chip(t.name, f"{self.name}.{t.name}", parent=self) for t in self.traces}
        self.menu = CurveMenu(self, self.name, self.logarithmic)
        self._build()
        self.retranslate()

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(4)
        for trace in self.traces:
            chip = self.chips[trace.name]
            chip.setChecked(trace.on)
            chip.toggled.connect(self._chosen)
            row.addWidget(chip)
        row.addStretch(1)
        row.addWidget(self.menu)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(row)
        layout.addWidget(self.plot, 1)
        self.plot.time.zoomed.connect(self.zoom)
        self.plot.time.released.connect(self.release)
        self.menu.changed.connect(self._menu_changed)

    # -- what a subclass says ----------------------------------------------------------------------

    def table(self, history: History) -> Table:
        """The table whose columns the traces name."""
        return history.rows

    def trace_text(self, name: str) -> tuple[str, str]:
        """Short label and tooltip of a trace."""
        return name, ""

    def references(self, side: str) -> dict[float, str]:
        """Values with a name on one axis."""
        return {}

    def fixed_range(self, side: str) -> tuple[float, float] | None:
        """A range that does not depend on the values."""
        return None

    def header(self) -> str:
        """Rich text for the panel's header: by default every shown curve with its last value."""
        parts = [self.reading(t) for t in self.traces if self.chips[t.name].isChecked()]
        if self.scene is not None and self.scene.runs > 1:
            parts.append(self.coloured("quiet", self.tr("median of %n", "runs", self.scene.runs)))
        return "&nbsp; ".join(parts)

    def reading(self, trace: Trace, unit: str = "") -> str:
        """Stroke, label and last value of a trace in its colour."""
        last = self.drawn[trace.name].last if trace.name in self.drawn else float("nan")
        label = self.trace_text(trace.name)[0]
        text = f"{STROKES[trace.style]} {label} {number(last)}{' ' + unit if unit else ''}"
        return self.coloured(trace.role, text)

    # -- what the window calls ---------------------------------------------------------------------

    def start(self, scene: Scene, experiment: Experiment) -> None:
        super().start(scene, experiment)
        self.history, self.span, self.drawn = None, None, {}
        self.digest = Digest()
        for curve in self.curves.values():
            curve.clear()
        self.plot.marks.marks, self.plot.marks.above, self.plot.marks.below = [], "", ""
        self._forget_ranges()
        self._menu_text()

    def show_history(self, history: History) -> None:
        self.history = history
        table = self.table(history)
        self.digest.update(table)
        low, high = self.visible_steps(history)
        self._draw_curves(table, low, high)
        self.plot.marks.marks = self._edit_marks(history.edits)
        self.plot.marks.update()
        self.plot.set_steps(low, high)
        for side in self.plot.boxes:
            self._fit(side)
        self.header_changed.emit(self.header())

    def visible_steps(self, history: History) -> tuple[float, float]:
        """First and last step in sight."""
        if self.span is not None:
            return self.span
        last = float(max(history.last_step, 10))
        return (0.0 if self.window_ is None else max(0.0, last - self.window_)), last

    def _draw_curves(self, table: Table, low: float, high: float) -> None:
        steps = table.steps
        first, last = np.searchsorted(steps, (low, high + 1))
        most = int(np.clip(self.plot.time.width(), 100, MOST_POINTS / 2))
        size = block_size(int(last - first), most)
        start = int(first) // size * size
        width = max(1, round(self.smoothing / size))
        lead = min(start // size, width - 1)
        ends = np.minimum(np.arange(start + size, int(last) + size, size), last) - 1
        self.drawn = {}
        for name, curve in self.curves.items():
            if not self.chips[name].isChecked() or not len(ends):
                curve.clear()
                continue
            blocks = self.digest.blocks(table, name, start - lead * size, int(last), size)
            mean = blocks.moving_mean(width)[lead:]
            if mean.shape[1] > 1:
                below, middle, above = quantiles(mean, BAND)
                drawn = Drawn(steps[ends], middle, below, above, mean.shape[1])
            else:
                below, above = blocks.low[lead:, 0], blocks.high[lead:, 0]
                drawn = Drawn(steps[ends], mean[:, 0], below, above)
            self.drawn[name] = drawn
            curve.draw(drawn, self.log)

    def _fit(self, side: str) -> None:
        """Set one value axis so that what is usual fills it; what is far outside is named, not shown."""
        names = [t.name for t in self.traces if t.side == side and t.name in self.drawn]
        shape = symlog if self.log else np.asarray
        if side != "left":
            self.plot.axes[side].setVisible(bool(names))
            self.plot.axes[side].setWidth(round(40 * self.scale) if names else 0)
        self.plot.set_references(side, self.references(side), self.log)
        fixed = self.fixed_range(side)
        if fixed is not None:
            self.plot.set_values(side, *fixed)
            return
        values = [v for n in names for v in (self.drawn[n].low, self.drawn[n].high)]
        everything = shape(np.concatenate(values)) if values else np.zeros(0)
        everything = everything[np.isfinite(everything)]
        if not len(everything):
            return
        low, high = usual_range(everything)
        for value in self.references(side):
            low, high = with_reference(low, high, float(shape(value)))
        held = self.ranges[side]
        held.update(np.array([low, high]))
        room = 0.04 * (held.high - held.low)
        self.plot.set_values(side, held.low - room, held.high + room)
        if side == "left":
            self._name_outside(np.concatenate(values), everything, held)

    def _name_outside(self, values: Floats, shaped: Floats, held: HeldRange) -> None:
        above, below = shaped.max() > held.high, shaped.min() < held.low
        top, bottom = number(float(np.nanmax(values)), 2), number(float(np.nanmin(values)), 2)
        self.plot.marks.above = self.tr("↑ off scale, max {0}").format(top) if above else ""
        self.plot.marks.below = self.tr("↓ off scale, min {0}").format(bottom) if below else ""

    def _edit_marks(self, edits: list[Edit]) -> list[Mark]:
        if len(edits) != len(self.plot.marks.marks) and self.experiment is not None:
            labels = {s.path: s.knob.label.split(" (")[0] for s in settings_of(self.experiment)}
            return [Mark(e.step, edit_label(e.path, labels), e.old, e.new) for e in edits]
        if len(edits) == len(self.plot.marks.marks):
            return self.plot.marks.marks
        return [Mark(e.step, edit_label(e.path, {}), e.old, e.new) for e in edits]

    # -- what the user changes ---------------------------------------------------------------------

    def zoom(self, low: float, high: float) -> None:
        """Show the steps from ``low`` to ``high`` until ``release``."""
        last = float(max(self.history.last_step, 10)) if self.history else 10.0
        low, high = max(0.0, low), min(last, high)
        if high - low >= 2:
            self.span = None if (low, high) == (0.0, last) else (low, high)
            self._again()

    def release(self) -> None:
        """Back from the zoom to the chosen window of time."""
        self.span = None
        self._again()

    def set_window(self, steps: int | None) -> None:
        """Follow the last ``steps`` steps; None shows all."""
        self.window_, self.span = steps, None
        self._again()

    def set_log(self, log: bool) -> None:
        self.log = log and self.logarithmic
        self._again()

    def set_smoothing(self, rows: int) -> None:
        """Draw the mean of this many readings, the raw ones faintly behind; 1 draws them as they are."""
        self.smoothing = max(1, int(rows))
        self._again()

    def _menu_changed(self, key: str, value: Any) -> None:
        {"window": self.set_window, "log": self.set_log, "smoothing": self.set_smoothing}[key](value)

    def _chosen(self, _on: bool) -> None:
        self._again()

    def _again(self) -> None:
        self._forget_ranges()
        self._menu_text()
        if self.history is not None:
            self.show_history(self.history)

    def _forget_ranges(self) -> None:
        for held in self.ranges.values():
            held.reset()

    def _menu_text(self) -> None:
        self.menu.show_state(self.window_, self.log, self.smoothing, self.span is not None)

    # -- look and language -------------------------------------------------------------------------

    def set_theme(self, palette: Palette, scale: float) -> None:
        super().set_theme(palette, scale)
        self.plot.restyle(palette, scale)
        for trace in self.traces:
            pen = self.pen(trace.role, 1.4 * scale, trace.style)
            self.curves[trace.name].restyle(palette, pen)
            self.chips[trace.name].set_swatch(pen)
        self._again()

    def retranslate(self) -> None:
        self.plot.getPlotItem().getAxis("bottom").word = self.tr("step")
        for name, chip in self.chips.items():
            chip.describe(*self.trace_text(name))
        self.menu.retranslate()
        self._again()

    def options(self) -> dict[str, Any]:
        on = [name for name, chip in self.chips.items() if chip.isChecked()]
        state = {"curves": on, "log": self.log, "window": self.window_}
        return {**state, "smoothing": self.smoothing, "span": list(self.span) if self.span else None}

    def set_options(self, options: dict[str, Any]) -> None:
        on = options.get("curves")
        for name, chip in self.chips.items():
            if on is not None:
                chip.setChecked(name in on)
        self.log = bool(options.get("log", self.log)) and self.logarithmic
        self.window_ = options.get("window", self.window_)
        self.smoothing = max(1, int(options.get("smoothing", self.smoothing)))
        span = options.get("span")
        self.span = (float(span[0]), float(span[1])) if span else None
        self._again()


def edit_label(path: str, labels: dict[str, str]) -> str:
    """A setting's short name on the time axis; the two players' own are told apart."""
    label = labels.get(path, path.rsplit(".", 1)[-1])
    player = {"generator": "G ", "discriminator": "D "}.get(path.split("_")[0].split(".")[0], "")
    return player + (label if not player else label[:1].lower() + label[1:])


def usual_range(values: Floats) -> tuple[float, float]:
    """All values where they lie together; else the middle 90 % and three times their width beyond."""
    low, high = float(values.min()), float(values.max())
    inner, outer = np.quantile(values, (0.05, 0.95))
    room = 3.0 * max(float(outer - inner), 0.01 * abs(float(outer)))
    return max(low, float(inner) - room), min(high, float(outer) + room)


def with_reference(low: float, high: float, value: float) -> tuple[float, float]:
    """The range widened to ``value`` where the curves keep a sixth of the height."""
    wide = min(low, value), max(high, value)
    return wide if (high - low) * 6.0 >= wide[1] - wide[0] else (low, high)


