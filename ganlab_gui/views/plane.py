"""The plane of a 2-D experiment: what D believes as the ground, samples and pulls above it."""

from typing import Any, ClassVar

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsPathItem, QLabel, QVBoxLayout, QWidget

from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.snapshot import Array, Needs, Scene, Snapshot
from ganlab_gui.palette import Palette
from ganlab_gui.views.ground import GROUNDS, GroundScale, colours, ground_values
from ganlab_gui.views.onerun import OneRunView
from ganlab_gui.views.outside import OutsideNote
from ganlab_gui.views.plane_key import PlaneKey
from ganlab_gui.views.plotting import faded, make_plot, style_plot
from ganlab_gui.views.shapes import ArrowScale, arrows, circles, contours, levels, mesh_lines
from ganlab_gui.views.zoom import Zoom

LAYERS = ("data", "generated", "gradients", "modes", "manifold")
POINTS = 500
CELLS = 64
ARROWS = 60


class PlaneView(OneRunView):
    """Ground and layers of one run, with equal axes.

    Wheel and drag zoom and move; a double click goes back.
    """

    name: ClassVar[str] = "plane"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._arrow_scale = ArrowScale()
        self._scales = _scales(critic=False)
        self._kind = False
        self._build_chips()
        self._build_picture()
        self.key = PlaneKey(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.chips)
        layout.addWidget(self.plot, 1)
        layout.addWidget(self.message, 1)
        layout.addWidget(self.key)
        self.set_theme(self.palette_, self.scale)
        self.retranslate()
        self._show_layers()

    # -- building ----------------------------------------------------------------------------------

    def _build_chips(self) -> None:
        self.chips.add(GROUNDS, exclusive=True)
        self.chips.add(LAYERS)
        self.chips.add(["reset"], checkable=False)
        for layer in LAYERS[:4]:
            self.chips.check(layer)
        for key, chip in self.chips.chips.items():
            part = "ground" if key in GROUNDS else "layer"
            chip.setObjectName("plane.reset" if key == "reset" else f"plane.{part}.{key}")
        self.chips.add_widget(self.chooser)
        self.chips.toggled.connect(self._switched)

    def _build_picture(self) -> None:
        self.plot = make_plot(
            self, self.palette_, name="plane.plot", mouse=(True, True), equal=True
        )
        self.plot.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        item = self.plot.getPlotItem()
        item.setClipToView(False)
        item.setDownsampling(auto=False)
        for side in ("left", "bottom"):
            item.getAxis(side).setStyle(maxTextLevel=0)
            item.getAxis(side).setTickDensity(1.6)
        self.image = pg.ImageItem(axisOrder="row-major")
        self.contours = pg.PlotCurveItem(connect="finite")
        self.mesh = pg.PlotCurveItem(connect="finite")
        self.modes = QGraphicsPathItem()
        self.real = pg.ScatterPlotItem(pxMode=True, pen=None)
        self.fake = pg.ScatterPlotItem(pxMode=True, pen=None)
        self.pulls = pg.PlotCurveItem(connect="pairs")
        self.items: dict[str, Any] = {
            "data": self.real, "generated": self.fake, "gradients": self.pulls,
            "modes": self.modes, "manifold": self.mesh,
        }  # fmt: skip
        drawn = (self.image, self.contours, self.mesh, self.modes, self.real, self.fake, self.pulls)
        for z, part in enumerate(drawn):
            part.setZValue(z - 10)
            item.addItem(part, ignoreBounds=True)
        self.message = QLabel(self)
        self.message.setObjectName("plane.message")
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message.setWordWrap(True)
        self.outside = OutsideNote("plane.outside", self.plot)
        self.zoom = Zoom(self.plot)
        reset = self.chips.chips["reset"]
        reset.hide()
        reset.clicked.connect(self.zoom.go_home)
        self.zoom.left.connect(reset.setVisible)
        self.zoom.settled.connect(self.needs_changed)

    # -- what the window asks ----------------------------------------------------------------------

    def title(self) -> str:
        return self.tr("Plane")

    def suits(self, scene: Scene) -> bool:
        return scene.dim == 2

    def needs(self) -> Needs:
        fields = {GROUNDS[self.ground].field} - {""}
        if self.chips.on("generated") or self.chips.on("gradients"):
            fields |= {"samples"}
        fields |= {f for f in ("gradients", "manifold") if self.chips.on(f)}
        return Needs(frozenset(fields), POINTS, CELLS, (self.run,), self.zoom.box)

    def start(self, scene: Scene, experiment: Experiment) -> None:
        super().start(scene, experiment)
        self._arrow_scale = ArrowScale()
        self._take_kind(self.critic)
        self.outside.show_count(0, 0)
        self.key.show_slice(experiment.noise.dim > 2)
        self.image.clear()
        for part in (self.contours, self.mesh, self.fake, self.pulls):
            part.setData(x=np.zeros(0), y=np.zeros(0))
        plane = scene.dim == 2
        self.real.setData(pos=scene.real[:POINTS] if plane else np.zeros((0, 2)))
        if plane and scene.centres is not None and scene.stds is not None:
            self.modes.setPath(circles(scene.centres, 3 * scene.stds))
        else:
            self.modes.setPath(circles(np.zeros((0, 2)), np.zeros(0)))
        self.chips.chips["difference"].setEnabled(scene.density)
        for key in ("optimum", "p_data"):
            self.chips.chips[key].setEnabled(scene.density)
        if not scene.density and self.ground in ("optimum", "p_data", "difference"):
            self.chips.check("d")
        self.retranslate()
        self._show_layers()
        if plane:
            self.zoom.set_home(scene.box)
        else:
            self.zoom.forget()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        if snapshot.dim != 2 or self.run not in snapshot.runs:
            return
        if not self._finite(snapshot):
            self._diverged = snapshot.step
            self.tell_header()
            return
        self._snapshot = snapshot
        if snapshot.critic != self._kind:
            self._take_kind(snapshot.critic)
            self.image.clear()
            self.contours.setData(x=np.zeros(0), y=np.zeros(0))
            self.retranslate()
            self._show_layers()
        r = snapshot.index(self.run)
        self._show_ground(snapshot)
        if snapshot.fake is not None and self.chips.on("generated"):
            fake = snapshot.fake[r, :POINTS]
            self.fake.setData(pos=fake)
            self.outside.count(fake, self.zoom.seen())
        if snapshot.pull is not None and snapshot.fake is not None and self.chips.on("gradients"):
            self._show_pull(snapshot.fake[r], snapshot.pull[r])
        if snapshot.manifold is not None and self.chips.on("manifold"):
            lines = mesh_lines(snapshot.manifold[r])
            self.mesh.setData(lines[:, 0], lines[:, 1])

    def set_theme(self, palette: Palette, scale: float) -> None:
        super().set_theme(palette, scale)
        style_plot(self.plot, palette, scale)
        self.key.style_key(palette, scale)
        self.outside.style_note(palette, scale)
        self.real.setBrush(pg.mkBrush(palette.data))
        self.real.setSize(3.2 * scale)
        self.fake.setBrush(pg.mkBrush(palette.generated))
        self.fake.setSize(5 * scale)
        self.pulls.setPen(self.pen("action"))
        self.pulls.setShadowPen(pg.mkPen(faded(palette.panel, 0.55), width=2.5))
        self.mesh.setPen(pg.mkPen(faded(palette.generated, 0.6)))
        self.contours.setPen(pg.mkPen(faded(palette.discriminator, 0.8)))
        self.modes.setPen(self.pen("quiet", 1, Qt.PenStyle.DotLine))
        self.message.setStyleSheet(f"color: {palette.quiet}; font-size: {round(13 * scale)}px")
        self._recolour()

    def retranslate(self) -> None:
        super().retranslate()
        for key, (text, tip) in {**self._ground_texts(), **self._layer_texts()}.items():
            self.chips.label(key, text, tip)
        self.chips.label(
            "reset", self.tr("reset view"), self.tr("Back to the whole picture (double click)")
        )
        self.plot.setAccessibleName(self.tr("Plane"))
        self.key.retranslate()
        self.outside.retranslate()
        self._recolour()
        self._show_message()

    def _ground_texts(self) -> dict[str, tuple[str, str]]:
        critic = self.tr("critic"), self.tr("The critic's score f(x), with contour lines")
        d = "D", self.tr("D(x): how probably real D finds x")
        return {
            "d": critic if self.critic else d,
            "optimum": ("D*", self.tr("The best possible D: D*(x) = p(x) / (p(x) + p_g(x))")),
            "p_data": (self.tr("p data"), self.tr("Density p(x) of the data")),
            "p_generated": (
                self.tr("p G"),
                self.tr("Density p_g(x) of what G makes (kernel estimate)"),
            ),
            "difference": (
                self.tr("difference"),
                self.tr("p_g(x) − p(x): where G makes too much or too little"),
            ),
            "none": (self.tr("none"), self.tr("No ground")),
        }

    def _layer_texts(self) -> dict[str, tuple[str, str]]:
        return {
            "data": (self.tr("data"), self.tr("Samples of the data")),
            "generated": (
                self.tr("generated"),
                self.tr("x = G(z), for the same z at every step"),
            ),
            "gradients": (
                self.tr("gradients"),
                self.tr("−∇ₓ of G's loss at x = G(z): where D pulls G"),
            ),
            "modes": (self.tr("modes"), self.tr("Centre and 3σ circle of every mode")),
            "manifold": (self.tr("manifold"), self._manifold_tip()),
        }

    def _manifold_tip(self) -> str:
        dim = self.experiment.noise.dim if self.experiment else 2
        if dim <= 2:
            return self.tr("Where G puts a regular grid of noise")
        tip = self.tr("Where G puts a regular grid of 2 of the %1 noise coordinates, the others 0")
        return tip.replace("%1", str(dim))

    def options(self) -> dict[str, Any]:
        """``ground`` a key of GROUNDS, ``layers`` those switched on, ``box`` the zoom or None."""
        layers = [layer for layer in LAYERS if self.chips.on(layer)]
        box = list(self.zoom.seen()) if self.zoom.away else None
        return {"ground": self.ground, "layers": layers, "box": box}

    def set_options(self, options: dict[str, Any]) -> None:
        if options.get("ground") in GROUNDS:
            self.chips.check(options["ground"])
        if isinstance(layers := options.get("layers"), list):
            for layer in LAYERS:
                self.chips.check(layer, layer in layers)
        if isinstance(box := options.get("box"), list | tuple) and len(box) == 4:
            self.zoom.look_at((box[0], box[1], box[2], box[3]))

    # -- drawing -----------------------------------------------------------------------------------

    @property
    def ground(self) -> str:
        """The key of the ground that is on."""
        return next(key for key in GROUNDS if self.chips.on(key))

    def _finite(self, snapshot: Snapshot) -> bool:
        """Whether the run has finite pictures; what diverged keeps its last picture."""
        r = snapshot.index(self.run)
        parts = (snapshot.fake, snapshot.d)
        return all(part is None or bool(np.isfinite(part[r]).all()) for part in parts)

    def _show_ground(self, snapshot: Snapshot) -> None:
        key = self.ground
        values = ground_values(key, snapshot, self.run) if key != "none" else None
        if values is None or snapshot.xs is None or snapshot.ys is None:
            return
        low, high = self._scales[key].update(values)
        self.key.show_side(snapshot.p_side)
        xs, ys = snapshot.xs, snapshot.ys
        self.image.setImage(values, levels=(low, high), autoLevels=False)
        wide, tall = float(xs[-1] - xs[0]), float(ys[-1] - ys[0])
        half = 0.5 * wide / (len(xs) - 1), 0.5 * tall / (len(ys) - 1)
        rect = QRectF(
            float(xs[0]) - half[0], float(ys[0]) - half[1], wide + 2 * half[0], tall + 2 * half[1]
        )
        self.image.setRect(rect)
        self.key.show_scale(key, low, high, self.critic)
        if key == "d" and snapshot.critic:
            at = levels(low, high)
            lines = contours(xs, ys, values, at)
            self.contours.setData(lines[:, 0], lines[:, 1])
            self.key.show_contours(at)

    def _take_kind(self, critic: bool) -> None:
        """Start fresh scales for a critic's scores, or for probabilities."""
        self._kind, self._scales = critic, _scales(critic)

    def _show_pull(self, fake: Array, pull: Array) -> None:
        if not np.isfinite(pull).all():
            return
        x0, x1, *_ = self.scene.box if self.scene else (0.0, 1.0, 0.0, 0.0)
        pull = pull[:ARROWS]
        factor = self._arrow_scale.update(pull, 0.05 * (x1 - x0))
        ends = arrows(fake[: len(pull)], pull, factor, 0.1 * (x1 - x0))
        self.pulls.setData(ends[:, 0], ends[:, 1])
        strength = float(np.median(np.hypot(pull[:, 0], pull[:, 1])))
        self.key.show_strength(strength)

    def _recolour(self) -> None:
        lut = colours(GROUNDS[self.ground], self.palette_)
        self.image.setLookupTable(lut)
        self.key.bar.set_colours(lut)

    def _show_message(self) -> None:
        text = ""
        if self.scene is None:
            text = self.tr("Starting…")
        elif self.scene.dim != 2:
            text = self.tr("This experiment's data has one dimension.\nThe density panel shows it.")
        self.message.setText(text)
        self.message.setVisible(bool(text))
        for part in (self.chips, self.plot, self.key):
            part.setVisible(not text)

    # -- reacting ----------------------------------------------------------------------------------

    def _switched(self, key: str, on: bool) -> None:
        if key in GROUNDS and not on:
            return
        self._show_layers()
        if key in GROUNDS:
            self._recolour()
            self.image.clear()
            self.contours.setData(x=np.zeros(0), y=np.zeros(0))
        if self._snapshot is not None:
            self.show_snapshot(self._snapshot)
        self.needs_changed.emit()

    def _show_layers(self) -> None:
        for layer, item in self.items.items():
            item.setVisible(self.chips.on(layer))
        self.outside.setVisible(self.chips.on("generated"))
        self.image.setVisible(self.ground != "none")
        self.key.show_parts(set(self.items) - self._off(), self.ground, self.critic)

    def _off(self) -> set[str]:
        return {layer for layer in LAYERS if not self.chips.on(layer)}


def _scales(critic: bool) -> dict[str, GroundScale]:
    probable = ("optimum",) if critic else ("d", "optimum")
    return {key: GroundScale(ground, key in probable) for key, ground in GROUNDS.items()}
