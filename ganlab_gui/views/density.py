"""The 1-D picture of the 2014 paper (figure 1), live: both densities, D, D*, and z → G(z) below."""

from typing import Any, ClassVar

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.snapshot import Array, Needs, Scene, Snapshot, reach
from ganlab_gui.palette import Palette
from ganlab_gui.views.base import number
from ganlab_gui.views.beliefs import Beliefs
from ganlab_gui.views.densitytexts import layer_texts
from ganlab_gui.views.ground import typeset
from ganlab_gui.views.kernel import KernelSlider
from ganlab_gui.views.noiseline import AXIS_PX, NoiseLine
from ganlab_gui.views.onerun import OneRunView
from ganlab_gui.views.outside import OutsideNote
from ganlab_gui.views.parts import Parts
from ganlab_gui.views.plotting import HeldRange, faded, label_axis, make_plot, style_plot
from ganlab_gui.views.zoom import Zoom

LAYERS = ("data", "generated", "parts", "average", "d", "optimum", "arrows")
ASKED = ("parts", "average", "d", "optimum", "arrows")
"""Layers that are asked for by their own names."""
CELLS = 256
POINTS = 400
"""Generated points that tell where G is."""
TALLEST = 2.2
"""Generated peaks higher than this many times the data's leave the picture."""


class DensityView(OneRunView):
    """Data dotted, G solid, D dashed on its own axis, D* thin; the way from z to x below."""

    name: ClassVar[str] = "density"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.height_ = HeldRange(floor=0.0)
        """The range of the densities; two pictures side by side have one."""
        self._retell = QTimer(self, singleShot=True, interval=250)
        self._retell.timeout.connect(self.tell_header)
        self._build_chips()
        self._build_plot()
        self.line = NoiseLine(self, self.plot)
        self.message = QLabel(self)
        self.message.setObjectName("density.message")
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.chips)
        layout.addWidget(self.plot, 3)
        layout.addWidget(self.line.plot, 1)
        layout.addWidget(self.message, 1)
        self.outside = OutsideNote("density.outside", self.plot)
        self.range_ = (0.0, 1.0)
        self._told = ""
        self.zoom = Zoom(self.plot, flat=True)
        self.zoom.settled.connect(self.needs_changed)
        self.zoom.left.connect(self.chips.chips["reset"].setVisible)
        self.chips.chips["reset"].clicked.connect(self.zoom.go_home)
        self.chips.chips["reset"].hide()
        self.set_theme(self.palette_, self.scale)
        self.retranslate()

    # -- building ----------------------------------------------------------------------------------

    def _build_chips(self) -> None:
        self.chips.add([*LAYERS, "automatic"])
        for key in (*LAYERS, "automatic"):
            self.chips.check(key)
        for key in LAYERS:
            self.chips.chips[key].setObjectName(f"density.layer.{key}")
        self.chips.chips["automatic"].setObjectName("density.kernel.automatic")
        self.slider = KernelSlider("density.kernel.width", self.chips)
        self.slider.valueChanged.connect(self._retuned)
        self.chips.add_widget(self.slider)
        self.chips.add(["reset"], checkable=False)
        self.chips.add_widget(self.classes)
        self.chips.add_widget(self.chooser)
        self.chips.toggled.connect(self._switched)

    def _build_plot(self) -> None:
        self.plot = make_plot(self, self.palette_, name="density.plot", mouse=(True, False))
        item = self.plot.getPlotItem()
        item.setClipToView(False)
        item.setDownsampling(auto=False)
        for side in ("left", "right"):
            item.getAxis(side).setStyle(maxTextLevel=0, hideOverlappingLabels=False)
            item.getAxis(side).setTickDensity(1.6)
        own = ("data", "generated", "average")
        self.curves = {key: pg.PlotCurveItem(antialias=True) for key in own}
        self.curves["generated"].setFillLevel(0.0)
        for key in ("generated", "average", "data"):
            item.addItem(self.curves[key], ignoreBounds=True)
        self.parts = Parts(self.plot)
        self.beliefs = Beliefs(self.plot)
        self.curves |= self.beliefs.curves

    # -- what the window asks ----------------------------------------------------------------------

    def title(self) -> str:
        return self.tr("Density")

    def suits(self, scene: Scene) -> bool:
        return scene.dim == 1

    def needs(self) -> Needs:
        fields = frozenset({"density", *filter(self._on, ASKED)})
        width = None if self.chips.on("automatic") else self.slider.bandwidth
        return Needs(fields, POINTS, CELLS, (self.run,), self.zoom.box, width, self.label)

    def start(self, scene: Scene, experiment: Experiment) -> None:
        super().start(scene, experiment)
        self.height_.reset()
        for curve in self.curves.values():
            curve.setData(x=np.zeros(0), y=np.zeros(0))
        kinds = scene.classes or scene.generators
        self.parts.reset(kinds if kinds > 1 else 0, scene.classes > 0)
        self.line.start(scene, experiment)
        self.line.tell_apart(self._kinds)
        self._style_curves()
        self.beliefs.read_as(self.reading)
        self._told = ""
        self.range_ = scene.box[:2]
        self.slider.extent = self.range_[1] - self.range_[0]
        self.outside.show_count(0, 0)
        if scene.dim == 1:
            self.zoom.set_home(scene.box)
            self._show_data_alone(scene)
        else:
            self.zoom.forget()
        self.retranslate()
        self._show_layers()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        if snapshot.dim != 1 or self.run not in snapshot.runs:
            return
        r = snapshot.index(self.run)
        by_run = (snapshot.p_generated, snapshot.d)
        if any(part is not None and not np.isfinite(part[r]).all() for part in by_run):
            self._diverged = snapshot.step
            self.tell_header()
            return
        self._snapshot = snapshot
        if snapshot.reading != self.beliefs.reading:
            self._read_anew()
        self._follow(snapshot, r)
        if snapshot.xs is not None:
            self._show_curves(snapshot, snapshot.xs, r)
        if snapshot.z_line is not None and snapshot.g_line is not None and self.chips.on("arrows"):
            self.line.show_arrows(snapshot.z_line, snapshot.g_line[r])
        if self._told != snapshot.density_method:
            self._told = snapshot.density_method
            self.tell_header()
        elif not self._retell.isActive():
            self._retell.start()

    def set_theme(self, palette: Palette, scale: float) -> None:
        super().set_theme(palette, scale)
        style_plot(self.plot, palette, scale)
        item = self.plot.getPlotItem()
        self._style_curves()
        self.parts.style(palette, scale)
        for side in ("left", "right"):
            item.getAxis(side).setWidth(round(AXIS_PX * scale))
        self.slider.setFixedWidth(round(110 * scale))
        self.line.style_line(palette, scale)
        self.outside.style_note(palette, scale)
        self.message.setStyleSheet(f"color: {palette.quiet}; font-size: {round(13 * scale)}px")
        self.tell_header()

    def _style_curves(self) -> None:
        """Pens of curves and chips; the total is quiet where each kind has a colour of its own."""
        palette, scale = self.palette_, self.scale
        self._total = "quiet" if self._kinds else "generated"
        self.pens = {
            "data": self.pen("data", 2 * scale, Qt.PenStyle.DotLine),
            "generated": self.pen(self._total, 2 * scale),
            "parts": pg.mkPen(palette.kind(1), width=1.3 * scale),
            "average": self.pen(self._total, 1.6 * scale, Qt.PenStyle.DashDotLine),
            "d": self.pen("discriminator", 1.6 * scale, Qt.PenStyle.DashLine),
            "optimum": pg.mkPen(faded(palette.discriminator, 0.75), width=1),
            "arrows": self.pen(self._total, 1),
        }
        for key in ("data", "generated", "average"):
            self.curves[key].setPen(self.pens[key])
        self.beliefs.style(palette, scale, self.pens)
        brush = faded(getattr(palette, self._total), 0.13)
        self.curves["generated"].setBrush(pg.mkBrush(brush))
        for key, pen in self.pens.items():
            self.chips.chips[key].set_swatch(pen)

    def retranslate(self) -> None:
        super().retranslate()
        texts = layer_texts(self.reading, self.scene, self.settings, self.label)
        for key, (text, tip) in texts.items():
            self.chips.label(key, text, tip)
        self.slider.setAccessibleName(self.tr("Kernel width h"))
        self.plot.setAccessibleName(self.tr("Density"))
        self._label_axes()
        self.line.retranslate()
        self.outside.retranslate()
        self.slider.template = self.tr("h = %1")
        self.slider.retip()
        self._show_message()

    def options(self) -> dict[str, Any]:
        """``layers`` on, ``width`` of the kernel (None: automatic), ``box`` the zoom, ``label``."""
        return {
            "layers": [layer for layer in LAYERS if self.chips.on(layer)],
            "width": None if self.chips.on("automatic") else self.slider.value(),
            "box": list(self.zoom.seen()) if self.zoom.away else None,
            "label": self.label,
        }

    def set_options(self, options: dict[str, Any]) -> None:
        if isinstance(layers := options.get("layers"), list):
            for layer in LAYERS:
                self.chips.check(layer, layer in layers)
        if "width" in options:
            self.chips.check("automatic", options["width"] is None)
            if isinstance(options["width"], int):
                self.slider.setValue(options["width"])
        label = options.get("label", self.label)
        known = self.scene.classes if self.scene else 0
        if label != self.label and (label is None or (isinstance(label, int) and label < known)):
            self.set_label(label)
        if isinstance(box := options.get("box"), list | tuple) and len(box) == 4:
            self.zoom.look_at((box[0], box[1], box[2], box[3]))

    # -- drawing -----------------------------------------------------------------------------------

    def _read_anew(self) -> None:
        """D means something else now: its axis starts anew."""
        self.beliefs.read_as(self.reading)
        self.retranslate()
        self._show_layers()

    def _follow(self, snapshot: Snapshot, r: int) -> None:
        """Widen the picture to where G is; it never narrows again, so that it stands still."""
        if snapshot.fake is None:
            return
        low, high = reach(*self._home(), snapshot.fake[r])
        self.widen(low, high)
        self.outside.count(snapshot.fake[r], self.zoom.seen())

    def widen(self, low: float, high: float) -> None:
        """Look at ``low`` to ``high`` too."""
        wider = min(low, self.range_[0]), max(high, self.range_[1])
        if wider != self.range_:
            self.range_ = wider
            self.zoom.move_home((*wider, 0.0, 0.0))
            self.line.look_at(*wider)

    def _home(self) -> tuple[float, float]:
        return self.scene.box[:2] if self.scene else (0.0, 1.0)

    def _show_curves(self, snapshot: Snapshot, xs: Array, r: int) -> None:
        p, p_g = snapshot.p_data, snapshot.p_generated
        if p is not None:
            self.curves["data"].setData(xs, p)
        if p_g is not None:
            self.curves["generated"].setData(xs, p_g[r])
            self._show_left_range(p, p_g[r])
        if snapshot.p_parts is not None and self._on("parts"):
            self.parts.show(xs, snapshot.p_parts[r], self.height_.high)
        if snapshot.p_averaged is not None and self._on("average"):
            self.curves["average"].setData(xs, snapshot.p_averaged[r], connect="finite")
        self.beliefs.show(snapshot, xs, r)

    def _show_left_range(self, p: Array | None, p_g: Array) -> None:
        top = float(np.max(p_g))
        if p is not None:
            usual = float(np.max(p))
            top = max(usual, min(top, TALLEST * usual))
        self.height_.update(np.array([0.0, top]), self)
        wanted = -0.015 * self.height_.high, 1.06 * self.height_.high
        if tuple(self.plot.viewRange()[1]) != wanted:
            self.plot.setYRange(*wanted, padding=0)

    def _show_data_alone(self, scene: Scene) -> None:
        """Before the first picture, and where the density is unknown: the data's histogram."""
        x0, x1, *_ = scene.box
        counts, edges = np.histogram(scene.real[:, 0], 60, (x0, x1), density=True)
        self.curves["data"].setData(np.repeat(edges, 2)[1:-1], np.repeat(counts, 2))
        self._show_left_range(None, counts.astype(np.float32))

    def _method(self, snapshot: Snapshot) -> str:
        if snapshot.density_method == "kernel estimate":
            return self.tr("kernel estimate, h = %1").replace("%1", number(snapshot.bandwidth, 2))
        return self.tr("change of variables") if snapshot.density_method else ""

    def readings(self) -> list[str]:
        method = self._method(self._snapshot) if self._snapshot is not None else ""
        said = typeset(self.coloured(self._total, "p_g: ")) + self.coloured("quiet", method)
        return [said] if method else []

    def _label_axes(self) -> None:
        item = self.plot.getPlotItem()
        label_axis(item.getAxis("left"), self.tr("density"), self.palette_, self.scale)
        self.beliefs.label(self.palette_, self.scale, self.label)

    def _show_message(self) -> None:
        text = ""
        if self.scene is None:
            text = self.tr("Starting…")
        elif self.scene.dim != 1:
            text = self.tr("This experiment's data has two dimensions.\nThe plane panel shows it.")
        self.message.setText(text)
        self.message.setVisible(bool(text))
        self.chips.setVisible(not text)
        self.plot.setVisible(not text)
        self.line.plot.setVisible(not text and self.chips.on("arrows"))

    # -- reacting ----------------------------------------------------------------------------------

    def _retuned(self) -> None:
        self.slider.retip()
        self.needs_changed.emit()

    def _switched(self, key: str, on: bool) -> None:
        if key == "automatic":
            self.slider.setVisible(not on)
        self._show_layers()
        if self._snapshot is not None:
            self.show_snapshot(self._snapshot)
        self.needs_changed.emit()

    def settings_changed(self) -> None:
        self.retranslate()
        self._show_layers()
        self.needs_changed.emit()

    def set_label(self, label: int | None) -> None:
        super().set_label(label)
        self.line.tell_apart(self._kinds)
        self.retranslate()

    @property
    def _kinds(self) -> range:
        """The generators or classes whose samples are told apart; none where all are of a kind."""
        if self.scene is None or max(self.scene.classes, self.scene.generators) < 2:
            return range(0)
        if self.label is not None:
            return range(self.label, self.label + 1)
        return range(self.scene.classes or self.scene.generators)

    def _there(self, layer: str) -> bool:
        """Whether this experiment has anything to show in a layer."""
        if layer == "parts":
            return len(self._kinds) > 0
        if layer == "average":
            return bool(self.now("generator.average"))
        known = self.scene is None or self.scene.density
        return layer != "optimum" or (known and self.reading.optimum)

    def _on(self, layer: str) -> bool:
        return self.chips.on(layer) and self._there(layer)

    def _show_layers(self) -> None:
        for key, curve in self.curves.items():
            curve.setVisible(self._on(key))
        self.parts.set_visible(self._on("parts"))
        self.chips.chips["optimum"].setEnabled(self._there("optimum"))
        for key in ("parts", "average"):
            self.chips.chips[key].setVisible(self._there(key))
        self._show_message()
