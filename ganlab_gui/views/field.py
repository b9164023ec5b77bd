"""The Dirac-GAN's plane: where θ and ψ are driven, and the way that training takes through it."""

from typing import Any, ClassVar

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ganlab_gui.experiment.io import with_values
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.history import POINT_COLUMNS, History
from ganlab_gui.lab.snapshot import Box, Needs, Scene, Snapshot
from ganlab_gui.palette import Palette
from ganlab_gui.views import fieldtexts
from ganlab_gui.views.base import number
from ganlab_gui.views.onerun import OneRunView
from ganlab_gui.views.plotting import faded, label_axis, make_plot, small_font, style_plot
from ganlab_gui.views.shapes import arrows
from ganlab_gui.views.trails import Trails
from ganlab_gui.views.zoom import Zoom

LAYERS = ("field", "trajectory", "flow")
CELL, FEWEST = 27, 16
"""Pixels from arrow to arrow at 100 %, and arrows across a small picture."""
LOW = 460
"""Height below which the words on each ingredient stand in the tooltip only."""
STRENGTHS = (0.38, 0.52, 0.68, 0.85)
"""Opacities of the arrows, by quarters of their strength."""
LENGTHS = 0.46, 0.4
"""An arrow's length in cells: where nothing is strong, and what the strongest has more."""
MARGIN, GROWTH = 1.06, 1.25
"""Room around the farthest point, and the steps in which the picture widens."""
FARTHEST = 1e6


class FieldView(OneRunView):
    """The plane of θ and ψ with equal axes: arrows of the field, all runs' trajectories, a flow.

    Wheel and drag zoom and move; a double click goes back.
    """

    name: ClassVar[str] = "field"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points = np.zeros((0, 1, 2), np.float32)
        """(T, R, 2) every row's θ and ψ."""
        self._here = np.zeros((1, 2))
        self._starts = np.zeros((1, 2))
        self._step = 0
        self._reach = 2.0
        self._values: list[str] = []
        """The header's words on the eigenvalues."""
        self.chips.add(LAYERS)
        self.chips.add(["reset"], checkable=False)
        self.chips.add_widget(self.chooser)
        self.chips.toggled.connect(self._switched)
        self._build_picture()
        self.sentence, self.message = QLabel(self), QLabel(self)
        self.sentence.setObjectName("field.sentence")
        self.message.setObjectName("field.message")
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for label in (self.sentence, self.message):
            label.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.chips)
        layout.addWidget(self.plot, 1)
        layout.addWidget(self.message, 1)
        layout.addWidget(self.sentence)
        for layer in ("field", "trajectory"):
            self.chips.check(layer)
        self.set_theme(self.palette_, self.scale)
        self.retranslate()

    def _build_picture(self) -> None:
        self.plot = make_plot(
            self, self.palette_, name="field.plot", mouse=(True, True), equal=True
        )
        item = self.plot.getPlotItem()
        item.setClipToView(False)
        item.setDownsampling(auto=False)
        for side in ("left", "bottom"):
            item.getAxis(side).setStyle(maxTextLevel=0)
            item.getAxis(side).setTickDensity(1.6)
        self.axes = [pg.InfiniteLine(angle=angle) for angle in (0, 90)]
        self.arrows = [pg.PlotCurveItem(connect="pairs", antialias=True) for _ in STRENGTHS]
        self.walls = [pg.InfiniteLine(angle=0) for _ in range(2)]
        self.flow = pg.PlotCurveItem(connect="finite", antialias=True)
        self.origin, self.start_marks, self.others, self.here = (
            pg.ScatterPlotItem(pxMode=True) for _ in range(4)
        )
        for z, part in enumerate((*self.axes, *self.arrows, *self.walls, self.flow)):
            part.setZValue(z - 30)
            item.addItem(part, ignoreBounds=True)
        self.trails = Trails(self.plot, -10)
        for z, part in enumerate((self.start_marks, self.origin, self.others, self.here)):
            part.setZValue(z)
            item.addItem(part, ignoreBounds=True)
        self.zoom = Zoom(self.plot)
        reset = self.chips.chips["reset"]
        reset.hide()
        reset.clicked.connect(self.zoom.go_home)
        self.zoom.left.connect(reset.setVisible)
        self.zoom.settled.connect(self._show_field)

    # -- what the window asks ----------------------------------------------------------------------

    def title(self) -> str:
        return self.tr("Vector field")

    def suits(self, scene: Scene) -> bool:
        return scene.point

    def needs(self) -> Needs:
        return Needs(frozenset({"point"}), runs=())

    def start(self, scene: Scene, experiment: Experiment) -> None:
        super().start(scene, experiment)
        self._step = 0
        self._points = np.zeros((0, scene.runs, 2), np.float32)
        self.trails.clear()
        self.retranslate()
        if experiment.data.name != "dirac":
            self.zoom.forget()
            return
        starts = [experiment.data.start(seed) for seed in experiment.seeds]
        self._starts = np.array([(z.real, z.imag) for z in starts])
        self._here = self._starts.copy()
        self._reach = float(np.max(scene.high))
        self._show_points()
        self._show_game()
        self.zoom.set_home(self._home())

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Move the marks to where the players are."""
        if snapshot.point is None or len(snapshot.runs) != len(self._starts):
            return
        self._snapshot, self._step = snapshot, snapshot.step
        self._here = snapshot.point.astype(np.float64)
        self._widen()
        self._show_points()
        self.tell_header()

    def show_history(self, history: History) -> None:
        super().show_history(history)
        if POINT_COLUMNS[0] not in history.rows.columns or history.runs != len(self._starts):
            return
        first = history.rows.columns.index(POINT_COLUMNS[0])
        self._points = history.rows.values[:, :, first : first + 2]
        if len(self._points) and history.last_step >= self._step:
            here = self._points[-1].astype(np.float64)
            self._here = np.where(np.isfinite(here), here, self._here)
            self._step = history.last_step
        self._widen()
        self._show_points()
        self._show_trails()
        self.tell_header()

    def settings_changed(self) -> None:
        self._show_game()

    def set_run(self, run: int) -> None:
        super().set_run(run)
        self._show_points()
        self._show_trails()
        self._show_flow()

    @property
    def game(self) -> Experiment | None:
        """The settings as they are now: those of the start with every edit since."""
        if self.experiment is None or self.experiment.data.name != "dirac":
            return None
        return with_values(self.experiment, self._edits)

    @property
    def reach(self) -> float:
        """How far from the equilibrium the picture goes."""
        return self._reach

    def reach_out(self, far: float) -> None:
        """Look at least as far as ``far``."""
        if far > self._reach:
            self._reach = far
            self.zoom.move_home(self._home())

    # -- drawing -----------------------------------------------------------------------------------

    def _home(self) -> Box:
        return -self._reach, self._reach, -self._reach, self._reach

    def _widen(self) -> None:
        """Follow the players outwards, in clear steps."""
        far = float(np.max(np.abs(self._here[np.isfinite(self._here).all(1)]), initial=0.0))
        if MARGIN * far > self._reach:
            while MARGIN * far > self._reach and self._reach < FARTHEST:
                self._reach *= GROWTH
            self.zoom.move_home(self._home())

    def _show_game(self) -> None:
        """What depends on the settings: arrows, flow, walls, sentence."""
        game = self.game
        c = game.clip.c if game is not None else 0.0
        for wall, at in zip(self.walls, (c, -c), strict=True):
            wall.setValue(at)
            wall.setVisible(c > 0)
        self._show_field()
        self._show_flow()
        self._tell_game()

    def _show_field(self) -> None:
        """Arrows on a grid of the cells' size in pixels; they are made anew for what is seen."""
        game, box = self.game, self.zoom.box or self._home()
        wide = self.plot.getViewBox().width()
        if game is None or not self.chips.on("field") or wide <= 0:
            return
        # Imported for a Dirac-GAN alone: it loads scipy, which a window need not wait for.
        from ganlab_gui.core.theory import portrait

        x0, x1, *_ = self.zoom.seen()
        cell = min(CELL * self.scale / wide, 1 / FEWEST) * (x1 - x0)
        points = portrait.grid(box, cell)
        ways, strengths = portrait.arrows(game, points)
        least, more = LENGTHS
        ways = ways * (cell * (least + more * strengths))[:, None]
        kinds = np.minimum((strengths * len(STRENGTHS)).astype(int), len(STRENGTHS) - 1)
        for kind, item in enumerate(self.arrows):
            own = (kinds == kind) & (strengths > 0)
            tails = (points[own] - ways[own] / 2).astype(np.float32)
            ends = arrows(tails, ways[own].astype(np.float32), 1.0, 2 * cell)
            item.setData(ends[:, 0], ends[:, 1])

    def _show_flow(self) -> None:
        game = self.game
        if game is None or not self.chips.on("flow"):
            return
        from ganlab_gui.core.theory import portrait

        line = portrait.flow_line(game, complex(*self._starts[self.run]))
        self.flow.setData(line[:, 0], line[:, 1])

    def _show_trails(self) -> None:
        if self.chips.on("trajectory") and len(self._points):
            self.trails.show(self._points, self._starts, self.run)
        else:
            self.trails.clear()

    def _show_points(self) -> None:
        """The equilibrium, every start, and where the players are now."""
        runs = np.arange(len(self._here))
        known = np.isfinite(self._here).all(1)
        self.origin.setData(pos=np.zeros((1, 2)))
        self.start_marks.setData(pos=self._starts)
        self.others.setData(pos=self._here[known & (runs != self.run)])
        self.here.setData(pos=self._here[known & (runs == self.run)])

    # -- words -------------------------------------------------------------------------------------

    def readings(self) -> list[str]:
        if self.experiment is None or self.experiment.data.name != "dirac":
            return []
        radius = float(np.hypot(*self._here[self.run]))
        return [*self._values, self.coloured("action", f"|(θ, ψ)| = {number(radius)}")]

    def _tell_game(self) -> None:
        """Write what the eigenvalues say, and what each ingredient of the game does."""
        game = self.game
        if game is not None:
            said = fieldtexts.eigenvalues(game)
            self._values = [self.coloured("text", said)] if said else []
            near, ingredients = fieldtexts.sentences(game, self.palette_)
            low = self.height() < LOW * self.scale
            self.sentence.setText(near if low else f"{near}<br>{ingredients}")
            apart = fieldtexts.departures(game).replace("\n", "<br>")
            self.sentence.setToolTip("<br>".join(filter(None, (ingredients, apart))))
            self.tell_header()

    def retranslate(self) -> None:
        super().retranslate()
        for key, (text, tip) in fieldtexts.layer_texts().items():
            self.chips.label(key, text, tip)
        self.plot.setAccessibleName(self.tr("Vector field"))
        self._label_axes()
        self._tell_game()
        other = self.scene is not None and not self.scene.point
        text = self.tr("Starting…") if self.scene is None else ""
        if other:
            text = self.tr("Only the Dirac-GAN has two parameters, and so a field to draw.")
        self.message.setText(text)
        self.message.setVisible(bool(text))
        for part in (self.chips, self.plot, self.sentence):
            part.setVisible(not text)

    def _label_axes(self) -> None:
        item = self.plot.getPlotItem()
        bottom, left = self.tr("θ, where G puts its point"), self.tr("ψ, the slope of D")
        label_axis(item.getAxis("bottom"), bottom, self.palette_, self.scale, "generated")
        label_axis(item.getAxis("left"), left, self.palette_, self.scale, "discriminator")

    def options(self) -> dict[str, Any]:
        """``layers`` switched on, the chosen ``run``, ``box`` as seen."""
        layers = [layer for layer in LAYERS if self.chips.on(layer)]
        box = self.zoom.seen() if self.zoom.away else self._home()
        return {"layers": layers, "run": self.run, "box": list(box)}

    def set_options(self, options: dict[str, Any]) -> None:
        if isinstance(layers := options.get("layers"), list):
            for layer in LAYERS:
                self.chips.check(layer, layer in layers)

    def _switched(self, key: str, on: bool) -> None:
        parts: dict[str, list[Any]] = {
            "field": self.arrows, "trajectory": [self.trails], "flow": [self.flow],
        }  # fmt: skip
        for part in parts.get(key, []):
            part.setVisible(on)
        {"field": self._show_field, "trajectory": self._show_trails, "flow": self._show_flow}[key]()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_game()

    # -- look --------------------------------------------------------------------------------------

    def set_theme(self, palette: Palette, scale: float) -> None:
        super().set_theme(palette, scale)
        style_plot(self.plot, palette, scale)
        for line in self.axes:
            line.setPen(self.pen("line"))
        for item, strength in zip(self.arrows, STRENGTHS, strict=True):
            item.setPen(pg.mkPen(faded(palette.quiet, strength), width=1.1 * scale))
        for wall in self.walls:
            wall.setPen(self.pen("discriminator", 1.4 * scale, Qt.PenStyle.DashLine))
        self.flow.setPen(self.pen("data", 1.0 * scale, Qt.PenStyle.DotLine))
        self.trails.style(palette, scale)
        panel = pg.mkPen(palette.panel, width=1.5 * scale)
        for marks, size, brush, pen in (
            (self.start_marks, 6, palette.panel, pg.mkPen(palette.action, width=1.3 * scale)),
            (self.origin, 8, palette.data, panel),
            (self.others, 7, palette.action, panel),
            (self.here, 11, palette.action, panel),
        ):
            marks.setSize(size * scale)
            marks.setBrush(pg.mkBrush(brush))
            marks.setPen(pen)
        for label in (self.sentence, self.message):
            label.setFont(small_font(scale))
            label.setStyleSheet(f"color: {palette.quiet}")
        self._label_axes()
        self._show_field()
        self._tell_game()
