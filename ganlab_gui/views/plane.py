"""The plane of a 2-D experiment: what D believes as the ground, samples and pulls above it."""

from typing import Any, ClassVar

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsPathItem, QLabel, QVBoxLayout, QWidget

from ganlab_gui.experiment.objectives import optimum_formula
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.snapshot import Array, Needs, Scene, Snapshot
from ganlab_gui.palette import Palette
from ganlab_gui.views.ground import GROUNDS
from ganlab_gui.views.groundlayer import GroundLayer
from ganlab_gui.views.onerun import OneRunView
from ganlab_gui.views.outside import OutsideNote
from ganlab_gui.views.plane_key import Company, PlaneKey
from ganlab_gui.views.plane_texts import ground_texts, layer_texts
from ganlab_gui.views.plotting import faded, make_plot, style_plot
from ganlab_gui.views.realness import beside, departures, no_optimum, words
from ganlab_gui.views.shapes import ArrowScale, arrows, circles, mesh_lines
from ganlab_gui.views.swarm import Swarm
from ganlab_gui.views.zoom import Zoom

LAYERS = ("data", "generated", "average", "gradients", "modes", "manifold")
POINTS = 500
CELLS = 64
ARROWS = 60
FAINT, OTHERS = 0.5, 0.12
"""Opacity of data coloured by class, and of the classes that are not shown."""


class PlaneView(OneRunView):
    """Ground and layers of one run, with equal axes.

    Wheel and drag zoom and move; a double click goes back.
    """

    name: ClassVar[str] = "plane"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._arrow_scale = ArrowScale()
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
        for layer in LAYERS[:-1]:
            self.chips.check(layer)
        self.chips.chips["average"].setEnabled(False)
        self.chips.chips["average"].hide()
        for key, chip in self.chips.chips.items():
            part = "ground" if key in GROUNDS else "layer"
            chip.setObjectName("plane.reset" if key == "reset" else f"plane.{part}.{key}")
        self.chips.add_widget(self.classes)
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
        self.ground_layer = GroundLayer(item, z=-10)
        self.mesh = pg.PlotCurveItem(connect="finite")
        self.modes = QGraphicsPathItem()
        self.real = pg.ScatterPlotItem(pxMode=True, pen=None)
        self.pulls = pg.PlotCurveItem(connect="pairs")
        for z, part in enumerate((self.mesh, self.modes, self.real)):
            part.setZValue(z - 8)
            item.addItem(part, ignoreBounds=True)
        self.swarm = Swarm(item, z=-4, size=5)
        self.rings = Swarm(item, z=-3, size=6.5, hollow=True)
        self.pulls.setZValue(-2)
        item.addItem(self.pulls, ignoreBounds=True)
        self.items: dict[str, Any] = {
            "data": self.real, "gradients": self.pulls, "modes": self.modes, "manifold": self.mesh,
        }  # fmt: skip
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
        fields |= {f for f in ("gradients", "manifold", "average") if self._on(f)}
        box = self.zoom.box
        return Needs(frozenset(fields), POINTS, CELLS, (self.run,), box, label=self.label)

    def start(self, scene: Scene, experiment: Experiment) -> None:
        super().start(scene, experiment)
        self._arrow_scale = ArrowScale()
        self.ground_layer.take(self.reading)
        self.outside.show_count(0, 0)
        kinds = scene.classes or scene.generators
        self.swarm.reset(kinds)
        self.rings.reset(kinds)
        for part in (self.mesh, self.pulls):
            part.setData(x=np.zeros(0), y=np.zeros(0))
        plane = scene.dim == 2
        if plane and scene.centres is not None and scene.stds is not None:
            self.modes.setPath(circles(scene.centres, 3 * scene.stds))
        else:
            self.modes.setPath(circles(np.zeros((0, 2)), np.zeros(0)))
        self.retranslate()
        self._show_real()
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
        if snapshot.reading != self.ground_layer.reading:
            self.ground_layer.take(snapshot.reading)
            self.retranslate()
            self._show_layers()
        r = snapshot.index(self.run)
        self._show_ground(snapshot)
        kinds = None if snapshot.kinds is None else snapshot.kinds[r, :POINTS]
        if snapshot.fake is not None and self.chips.on("generated"):
            fake = snapshot.fake[r, :POINTS]
            self.swarm.show(fake, kinds)
            self.outside.count(fake, self.zoom.seen())
        if snapshot.averaged is not None and self._on("average"):
            self.rings.show(snapshot.averaged[r, :POINTS], kinds)
        if snapshot.pull is not None and snapshot.fake is not None and self.chips.on("gradients"):
            self._show_pull(snapshot.fake[r], snapshot.pull[r])
        if snapshot.manifold is not None and self._on("manifold"):
            lines = mesh_lines(snapshot.manifold[r])
            self.mesh.setData(lines[:, 0], lines[:, 1])

    def set_label(self, label: int | None) -> None:
        super().set_label(label)
        self.ground_layer.forget()
        self._show_real()
        self.retranslate()
        self._show_layers()

    def settings_changed(self) -> None:
        self.retranslate()
        self._show_layers()

    def set_theme(self, palette: Palette, scale: float) -> None:
        super().set_theme(palette, scale)
        style_plot(self.plot, palette, scale)
        self.key.style_key(palette, scale)
        self.outside.style_note(palette, scale)
        self._show_real()
        self.real.setSize(3.2 * scale)
        self.swarm.style(palette, scale)
        self.rings.style(palette, scale)
        self.pulls.setPen(self.pen("action"))
        self.pulls.setShadowPen(pg.mkPen(faded(palette.panel, 0.55), width=2.5))
        self.mesh.setPen(pg.mkPen(faded(palette.generated, 0.6)))
        self.ground_layer.style(palette, scale)
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
        self._enable()
        self.key.show_company(self._company(), self.reading)
        self.key.retranslate()
        self.outside.retranslate()
        self._recolour()
        self._show_message()

    def _ground_texts(self) -> dict[str, tuple[str, str]]:
        scene, settings = self.scene, self.settings
        why = no_optimum(self.reading, scene is None or scene.density, settings)
        formula = QCoreApplication.translate("theory", optimum_formula(settings))
        best = self.tr("The best possible D: %1").replace("%1", formula)
        if more := departures(settings):
            best += "." + more
        return ground_texts(words(self.reading, self.label), why or best, beside(settings))

    def _layer_texts(self) -> dict[str, tuple[str, str]]:
        return layer_texts(self.settings)

    def _company(self) -> Company:
        """Whose points are drawn, and what D is told beside a point."""
        if self.scene is None or self.experiment is None:
            return Company()
        return Company(
            self.scene.generators, self.scene.classes, self.label,
            self.experiment.discriminator.pack, self.experiment.noise.dim > 2,
        )  # fmt: skip

    def _enable(self) -> None:
        """Grey the chips that have nothing to show; their tooltips say why."""
        if self.scene is None or self.experiment is None:
            return
        density, generator = self.scene.density, self.experiment.generator
        chips = self.chips.chips
        chips["difference"].setEnabled(density)
        chips["p_data"].setEnabled(density)
        chips["optimum"].setEnabled(density and self.reading.optimum)
        averaged = bool(self.now("generator.average"))
        chips["average"].setEnabled(averaged)
        chips["average"].setVisible(averaged)
        chips["manifold"].setEnabled(generator.count == 1 and self.experiment.noise.dim > 1)
        if not chips[self.ground].isEnabled():
            self.chips.check("d")

    def _on(self, layer: str) -> bool:
        """Whether a layer is switched on and has something to show."""
        return self.chips.on(layer) and self.chips.chips[layer].isEnabled()

    def options(self) -> dict[str, Any]:
        """``ground`` of GROUNDS, ``layers`` switched on, ``box`` of the zoom, ``label`` shown."""
        layers = [layer for layer in LAYERS if self.chips.on(layer)]
        box = list(self.zoom.seen()) if self.zoom.away else None
        return {"ground": self.ground, "layers": layers, "box": box, "label": self.label}

    def set_options(self, options: dict[str, Any]) -> None:
        if options.get("ground") in GROUNDS:
            self.chips.check(options["ground"])
        if isinstance(layers := options.get("layers"), list):
            for layer in LAYERS:
                self.chips.check(layer, layer in layers)
        label = options.get("label", self.label)
        known = self.scene.classes if self.scene else 0
        if label != self.label and (label is None or (isinstance(label, int) and label < known)):
            self.set_label(label)
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
        drawn = self.ground_layer.show(key, snapshot, self.run)
        if drawn is None:
            return
        self.key.show_side(snapshot.p_side)
        self.key.show_scale(key, drawn.low, drawn.high, drawn.beyond)
        if drawn.levels is not None:
            self.key.show_contours(drawn.levels)

    def _show_real(self) -> None:
        """Data points: in one colour, or small and faint in those of their classes."""
        scene, palette = self.scene, self.palette_
        if scene is None or scene.dim != 2:
            self.real.setData(pos=np.zeros((0, 2)))
            return
        points, labels = scene.real[:POINTS], scene.labels
        if not scene.classes or labels is None:
            self.real.setData(pos=points, brush=pg.mkBrush(palette.data))
            return
        shown = [self.label in (None, y) for y in range(scene.classes)]
        brushes = [
            pg.mkBrush(faded(palette.kind(y), FAINT if on else OTHERS))
            for y, on in enumerate(shown)
        ]
        self.real.setData(pos=points, brush=[brushes[y] for y in labels[:POINTS]])

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
        self.key.bar.set_colours(self.ground_layer.colour(self.ground, self.palette_))

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
            self.ground_layer.forget()
        if self._snapshot is not None:
            self.show_snapshot(self._snapshot)
        self.needs_changed.emit()

    def _show_layers(self) -> None:
        for layer, item in self.items.items():
            item.setVisible(self._on(layer))
        self.swarm.set_visible(self.chips.on("generated"))
        self.rings.set_visible(self._on("average"))
        self.outside.setVisible(self.chips.on("generated"))
        self.ground_layer.image.setVisible(self.ground != "none")
        self.key.show_parts({layer for layer in LAYERS if self._on(layer)}, self.ground)
