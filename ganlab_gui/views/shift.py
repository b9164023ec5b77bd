"""JS versus Wasserstein: two equal distributions θ apart, and what each measure says of them."""

import math
from html import escape
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QSlider,
    QStyle,
    QStyleOptionSlider,
    QVBoxLayout,
    QWidget,
)

from ganlab_gui.core.theory.shift import SHIFTS, Shift
from ganlab_gui.palette import Palette
from ganlab_gui.views.base import View
from ganlab_gui.views.chip import Chip, ChipFlow
from ganlab_gui.views.plotting import faded, small_font, style_plot
from ganlab_gui.views.timeplot import ValueAxis

REACH = 3.0
"""θ goes from -REACH to REACH."""
TICKS = 300
"""Slider positions on each side of 0."""
TOP = 3.0
"""Greatest value shown; W1's at the end of the slider."""
FLAT = 0.02
"""A slope below this is spoken of as almost none."""
COMPACT = 420
"""Height below which the upper picture gives up its axes."""
LARGER = 1.3
"""Size of the sentence where there is room, in small texts."""
LINES = {
    "js": ("JS", "action", Qt.PenStyle.SolidLine, "—"),
    "w1": ("W₁", "second", Qt.PenStyle.DotLine, "··"),
    "kl": ("KL", "action", Qt.PenStyle.DashLine, "╌"),
    "tv": ("TV", "action", Qt.PenStyle.DashDotLine, "–·"),
}


class PairBox(pg.ViewBox):
    """Dragging anywhere carries the second distribution along."""

    carried = Signal(float)

    def __init__(self) -> None:
        super().__init__(enableMenu=False, defaultPadding=0.0)
        self.disableAutoRange()
        self.setCursor(Qt.CursorShape.SizeHorCursor)

    def mouseDragEvent(self, ev: Any, axis: int | None = None) -> None:
        if ev.button() == Qt.MouseButton.LeftButton:
            ev.accept()
            self.carried.emit(self.mapToView(ev.pos()).x() - self.mapToView(ev.lastPos()).x())

    def wheelEvent(self, ev: Any, axis: int | None = None) -> None:
        ev.ignore()


class ShiftView(View):
    """The textbook figure, without training: closed forms only."""

    name = "shift"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.family = "uniforms"
        self.theta = 1.2
        self.pair = self._plot(PairBox(), "shift.pair")
        self.graph = self._plot(pg.ViewBox(enableMenu=False, defaultPadding=0.0), "shift.graph")
        self.first, self.second = pg.PlotDataItem(), pg.PlotDataItem()
        self.lines = {key: pg.PlotDataItem(connect="finite") for key in LINES}
        self.jumps = pg.ScatterPlotItem()
        self.here = pg.InfiniteLine(angle=90)
        self.infinite = pg.TextItem(anchor=(0.5, 0))
        self.chips = {
            key: Chip(s.label, f"shift.{key}", "ground", self) for key, s in SHIFTS.items()
        }
        self.slider, self.line = QSlider(Qt.Orientation.Horizontal, self), QHBoxLayout()
        self.value, self.table, self.takeaway, self.formula = (QLabel(self) for _ in range(4))
        self._build()
        self.set_theta(self.theta)
        self.retranslate()

    def _plot(self, box: pg.ViewBox, name: str) -> pg.PlotWidget:
        axes = {"left": ValueAxis("left"), "bottom": ValueAxis("bottom")}
        plot = pg.PlotWidget(parent=self, viewBox=box, axisItems=axes)
        plot.setObjectName(name)
        plot.setFrameShape(plot.Shape.NoFrame)
        item = plot.getPlotItem()
        item.setMenuEnabled(False)
        item.hideButtons()
        item.disableAutoRange()
        plot.setMinimumHeight(44)
        item.showAxis("right")
        item.getAxis("right").setStyle(showValues=False)
        return plot

    def _build(self) -> None:
        row, group = ChipFlow(), QButtonGroup(self)
        for key, chip in self.chips.items():
            group.addButton(chip)
            chip.setChecked(key == self.family)
            chip.clicked.connect(self._chosen)
            row.addWidget(chip)
        row.addWidget(self.value)
        self.slider.setObjectName("shift.theta")
        self.slider.setRange(-round(REACH * 100), round(REACH * 100))
        self.slider.valueChanged.connect(self._slid)
        self.line.addWidget(self.slider)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(row)
        layout.addWidget(self.pair, 2)
        layout.addLayout(self.line)
        layout.addWidget(self.graph, 3)
        for label in (self.table, self.takeaway, self.formula):
            label.setTextFormat(Qt.TextFormat.RichText)
            label.setWordWrap(True)
            layout.addWidget(label)
        for item in (self.first, self.second):
            self.pair.addItem(item, ignoreBounds=True)
        for item in (*self.lines.values(), self.jumps, self.here, self.infinite):
            self.graph.addItem(item, ignoreBounds=True)
        self.pair.getPlotItem().getViewBox().carried.connect(self.carry)
        box = self.graph.getPlotItem().getViewBox()
        box.setMouseEnabled(False, False)
        box.setRange(xRange=(-REACH, REACH), yRange=(-0.08, TOP * 1.03), padding=0)
        box.sigResized.connect(self._align)

    # -- state -------------------------------------------------------------------------------------

    @property
    def shift(self) -> Shift:
        return SHIFTS[self.family]

    def set_theta(self, theta: float) -> None:
        """Move the second distribution to ``theta``, in [-REACH, REACH]."""
        self.theta = min(REACH, max(-REACH, theta))
        if abs(self.theta) < 0.5 / 100:
            self.theta = 0.0
        with QSignalBlocker(self.slider):
            self.slider.setValue(round(self.theta * 100))
        self._show_theta()

    def carry(self, distance: float) -> None:
        """Move the second distribution by ``distance``, as a drag does."""
        self.set_theta(self.theta + distance)

    def set_family(self, family: str) -> None:
        """Show another pair of distributions."""
        self.family = family
        self.chips[family].setChecked(True)
        self._show_family()

    def _chosen(self) -> None:
        self.set_family(next(k for k, chip in self.chips.items() if chip.isChecked()))

    def _slid(self, position: int) -> None:
        self.set_theta(position / 100)

    def options(self) -> dict[str, Any]:
        return {"family": self.family, "theta": self.theta}

    def set_options(self, options: dict[str, Any]) -> None:
        if options.get("family") in SHIFTS:
            self.set_family(options["family"])
        self.set_theta(float(options.get("theta", self.theta)))

    # -- drawing -----------------------------------------------------------------------------------

    def _show_family(self) -> None:
        """The four curves, which depend on the family alone."""
        thetas = np.linspace(-REACH, REACH, 2 * TICKS + 1)
        for key, item in self.lines.items():
            values = np.array(getattr(self.shift, key)(thetas))
            values[~np.isfinite(values)] = np.nan
            if self._jumps(key):
                values[thetas == 0] = np.nan
            item.setData(thetas, values)
        ends = [(0.0, float(getattr(self.shift, k)(1e-9))) for k in LINES if self._jumps(k)]
        places = [*((x, y) for x, y in ends if math.isfinite(y)), *([(0.0, 0.0)] if ends else [])]
        self.jumps.setData(pos=np.array(places).reshape(-1, 2))
        self._restyle_jumps(len(places))
        self.infinite.setVisible(not math.isfinite(float(self.shift.kl(1.0))))
        self._show_theta()

    def _jumps(self, key: str) -> bool:
        """Whether the curve leaps away from its 0 at θ = 0."""
        near = float(getattr(self.shift, key)(1e-9))
        return near > 0.1

    def _show_theta(self) -> None:
        box = self.pair.getPlotItem().getViewBox()
        if self.shift.densities is None:
            self.first.setData([0.0, 0.0], [0.0, 1.0])
            self.second.setData([self.theta, self.theta], [0.0, 1.0])
            low, high, top = -REACH - 0.5, REACH + 0.5, 1.15
        else:
            width = 4.0 if self.family == "gaussians" else 1.5
            low, high = -REACH - width, REACH + width
            x = np.linspace(low, high, 1_201)
            p, q = self.shift.densities(self.theta, x)
            self.first.setData(x, p)
            self.second.setData(x, q)
            top = 1.15 * float(p.max())
        box.setRange(xRange=(low, high), yRange=(0.0, top), padding=0)
        self.here.setValue(self.theta)
        side = 1.0 if self.theta < 0 else -1.0  # away from the line, and from 0 where KL is 0
        self.infinite.setAnchor((0.0 if side > 0 else 1.0, 0.0))
        self.infinite.setPos(0.2 * side, TOP)
        self._write()

    # -- words -------------------------------------------------------------------------------------

    def at(self, key: str) -> tuple[float, float]:
        """Value and slope of one measure at θ."""
        value, slope = getattr(self.shift, key), getattr(self.shift, f"d_{key}")
        return float(value(self.theta)), float(slope(self.theta))

    def takeaway_text(self) -> str:
        """One sentence that holds at this θ."""
        _, pull = self.at("js")
        _, w1 = self.at("w1")
        if self.theta == 0:
            return self.tr("The two are equal: every distance is 0.")
        if math.isnan(pull):
            return self.tr("JS has a kink here; W₁ still pulls with slope {0}.").format(
                signed(w1, 0)
            )
        if pull == 0:
            text = self.tr("JS is flat here: its gradient is 0. W₁ still pulls with slope {0}.")
            return text.format(signed(w1, 0))
        if abs(pull) < FLAT:
            text = self.tr("JS is almost flat here (slope {0}). W₁ still pulls with slope {1}.")
            return text.format(signed(pull, 3), signed(w1, 0))
        return self.tr("Both pull: JS with slope {0}, W₁ with slope {1}.").format(
            signed(pull, 3), signed(w1, 0)
        )

    def _write(self) -> None:
        cells = []
        for key, (label, role, _, stroke) in LINES.items():
            value, slope = self.at(key)
            cells.append((self.coloured(role, f"{stroke} {label} = {figure(value)}"),
                          self.coloured(role, f"d/dθ = {signed(slope, 3)}")))  # fmt: skip
        rows = ("".join(f"<td>{c[i]}</td>" for c in cells) for i in (0, 1))
        self.table.setText(f'<table width="100%"><tr>{"</tr><tr>".join(rows)}</tr></table>')
        self.takeaway.setText(escape(self.takeaway_text()))
        formula = QCoreApplication.translate("theory", self.shift.formula)
        self.formula.setText(self.coloured("quiet", formula))
        self.value.setText(f"θ = {signed(self.theta, 2)}")
        parts = [self.coloured("action", f"— JS {figure(self.at('js')[0])}"),
                 self.coloured("second", f"·· W₁ {figure(self.at('w1')[0])}")]  # fmt: skip
        self.header_changed.emit("&nbsp; ".join(parts))

    def title(self) -> str:
        return self.tr("JS versus Wasserstein")

    def retranslate(self) -> None:
        for key, chip in self.chips.items():
            label = QCoreApplication.translate("theory", SHIFTS[key].label)
            chip.describe(label, QCoreApplication.translate("theory", SHIFTS[key].formula))
        self.slider.setAccessibleName(self.tr("θ, the distance between the two"))
        self.slider.setToolTip(self.tr("θ: drag here, or drag the green distribution itself"))
        self.pair.setToolTip(self.tr("Drag to move the second distribution"))
        self.infinite.setText(self.tr("KL = ∞ for θ ≠ 0"))
        self._show_family()

    # -- look --------------------------------------------------------------------------------------

    def set_theme(self, palette: Palette, scale: float) -> None:
        super().set_theme(palette, scale)
        font = small_font(scale)
        for plot in (self.pair, self.graph):
            style_plot(plot, palette, scale)
            item = plot.getPlotItem()
            item.getAxis("left").setWidth(round(34 * scale))
            item.getAxis("left").spacing = 26.0 * scale
            item.getAxis("right").setWidth(round(10 * scale))
            item.getAxis("bottom").setHeight(round(18 * scale))
            item.getAxis("bottom").spacing = 60.0 * scale
        self.first.setPen(self.pen("data", 1.6 * scale, Qt.PenStyle.DotLine))
        self.second.setPen(self.pen("generated", 1.8 * scale))
        self.second.setFillLevel(0.0)
        self.second.setBrush(faded(palette.generated, 0.2))
        for key, (_, role, style, _stroke) in LINES.items():
            self.lines[key].setPen(self.pen(role, 1.6 * scale, style))
        self.here.setPen(self.pen("action", 1.0))
        self.infinite.setColor(palette.action)
        self.infinite.setFont(font)
        self.infinite.fill = pg.mkBrush(faded(palette.panel, 0.8))
        self.value.setContentsMargins(0, round(4 * scale), 0, 0)
        self._set_compact(self.height() < COMPACT * scale)
        for label in (self.table, self.formula, self.value):
            label.setFont(font)
        self._show_family()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_compact(event.size().height() < COMPACT * self.scale)

    def _align(self, _box: object = None) -> None:
        """Inset the slider so that its thumb stands at the line of θ."""
        box = self.graph.getPlotItem().getViewBox().sceneBoundingRect()
        left = self.graph.mapFromScene(box.topLeft()).x()
        right = self.graph.mapFromScene(box.bottomRight()).x()
        option = QStyleOptionSlider()
        self.slider.initStyleOption(option)
        thumb = self.slider.style().subControlRect(
            QStyle.ComplexControl.CC_Slider, option, QStyle.SubControl.SC_SliderHandle, self.slider
        )
        half = thumb.width() // 2
        room = self.graph.width() - right - half
        self.line.setContentsMargins(max(0, left - half), 0, max(0, room), 0)

    def _set_compact(self, compact: bool) -> None:
        """A low panel shows the pair without its axes: its place on the slider says as much."""
        for side in ("left", "bottom"):
            self.pair.getPlotItem().showAxis(side, not compact)
        font = small_font(self.scale, bold=True)
        if not compact:
            font.setPixelSize(round(LARGER * font.pixelSize()))
        self.takeaway.setFont(font)

    def _restyle_jumps(self, places: int) -> None:
        """Open circles where a curve leaps away, at last a full one at 0 where it is."""
        pen = pg.mkPen(self.palette_.action, width=1.4 * self.scale)
        full, empty = pg.mkBrush(self.palette_.action), pg.mkBrush(self.palette_.panel)
        if places:
            self.jumps.setBrush([empty] * (places - 1) + [full])
        self.jumps.setPen(pen)
        self.jumps.setSize(7 * self.scale)


def signed(value: float, digits: int) -> str:
    """A number with a true minus; NaN, a slope that does not exist, as a dash."""
    if math.isnan(value):
        return "–"
    text = f"{value:.{digits}f}"
    return text.replace("-", "−") if float(text) else text.lstrip("-")


def figure(value: float) -> str:
    return "∞" if math.isinf(value) else signed(value, 3)
