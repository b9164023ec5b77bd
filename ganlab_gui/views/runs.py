"""Small multiples: the main picture of every run side by side."""

from typing import ClassVar

import numpy as np
from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from ganlab_gui.experiment.objectives import Reading, reading
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.history import History
from ganlab_gui.lab.snapshot import Needs, Scene, Snapshot, reach
from ganlab_gui.palette import Palette
from ganlab_gui.views.base import View
from ganlab_gui.views.divergence import diverged_at
from ganlab_gui.views.ground import GROUNDS, GroundScale, colours, short
from ganlab_gui.views.plotting import HeldRange
from ganlab_gui.views.realness import words
from ganlab_gui.views.thumb import Thumb, columns

MOST = 16
POINTS = 200
CELLS = 32
GAP = 8
LOW = 180
"""Pixels of height below which titles stand in the pictures."""


class RunsView(View):
    """A picture for each run, all on one scale; a click chooses the run to look at."""

    name: ClassVar[str] = "runs"

    run_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.thumbs: list[Thumb] = []
        self.message = QLabel(self)
        self.message.setObjectName("runs.message")
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message.setWordWrap(True)
        self._range = (0.0, 1.0)
        self._take_kind(Reading())
        self._height = HeldRange(floor=0.0)
        self._header = ""
        self.setMinimumSize(160, 96)
        self.set_theme(self.palette_, self.scale)
        self.retranslate()

    # -- what the window asks ----------------------------------------------------------------------

    def title(self) -> str:
        return self.tr("Runs")

    def needs(self) -> Needs:
        if self.scene is None or self.scene.runs < 2:
            return Needs()
        runs = () if self.scene.runs <= MOST else tuple(range(MOST))
        if self.scene.dim == 1:
            several = self.scene.classes > 1 or self.scene.generators > 1
            fields = frozenset({"density", "parts"} if several else {"density"})
            return Needs(fields, POINTS, CELLS * 4, runs)
        return Needs(frozenset({"samples", "d"}), POINTS, CELLS, runs)

    def start(self, scene: Scene, experiment: Experiment) -> None:
        super().start(scene, experiment)
        self._take_kind(reading(experiment))
        self._range = scene.box[:2]
        self._height.reset()
        for thumb in self.thumbs:
            thumb.deleteLater()
        count = min(scene.runs, MOST) if scene.runs > 1 else 0
        self.thumbs = [
            Thumb(f"runs.run.{r + 1}", self.palette_, self.scale, self) for r in range(count)
        ]
        for r, thumb in enumerate(self.thumbs):
            thumb.setProperty("run", r)
            thumb.clicked.connect(self._choose)
            x0, x1, y0, y1 = scene.box
            thumb.look_at((x0, x1, y0, y1 if y1 > y0 else 1.0), flat=scene.dim == 1)
            if scene.dim == 2:
                thumb.show_plane(None, QRectF(), scene.real[:POINTS], None)
            thumb.setChecked(r == self.run)
            thumb.show()
        self.retranslate()
        self._arrange()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        if self.scene is None or snapshot.dim != self.scene.dim:
            return
        if snapshot.reading != self._scale_of_d.reading:
            self._take_kind(snapshot.reading)
        if snapshot.dim == 2:
            self._show_planes(snapshot)
        else:
            self._show_densities(snapshot)

    def show_history(self, history: History) -> None:
        """Mark the runs that have diverged."""
        for r, thumb in enumerate(self.thumbs[: history.runs]):
            broken = diverged_at(history, r) is not None
            if thumb.broken != broken:
                thumb.broken = broken
                self._name(r)

    def set_run(self, run: int) -> None:
        super().set_run(run)
        for r, thumb in enumerate(self.thumbs):
            if r == run:
                thumb.setChecked(True)

    def set_theme(self, palette: Palette, scale: float) -> None:
        super().set_theme(palette, scale)
        self._lut = colours(GROUNDS["d"], palette)
        self.message.setStyleSheet(f"color: {palette.quiet}; font-size: {round(13 * scale)}px")
        for thumb in self.thumbs:
            thumb.style_thumb(palette, scale)
        self._arrange()

    def retranslate(self) -> None:
        for r in range(len(self.thumbs)):
            self._name(r)
        text = ""
        if self.scene is None:
            text = self.tr("Starting…")
        elif self.scene.runs == 1:
            text = self.tr("One run.\nSet Runs above 1 to train several seeds side by side.")
        self.message.setText(text)
        self.message.setVisible(bool(text))
        self._tell_header()

    # -- drawing -----------------------------------------------------------------------------------

    def _show_planes(self, snapshot: Snapshot) -> None:
        assert self.scene is not None
        shown = [(i, r) for i, r in enumerate(snapshot.runs) if r < len(self.thumbs)]
        levels, bounds = None, QRectF()
        x, y, d = snapshot.xs, snapshot.ys, snapshot.d
        if x is not None and y is not None and d is not None and np.isfinite(d).any():
            levels = self._scale_of_d.update(d)
            half = 0.5 * float(x[1] - x[0]), 0.5 * float(y[1] - y[0])
            bounds = QRectF(x[0], y[0], x[-1] - x[0], y[-1] - y[0])
            bounds.adjust(-half[0], -half[1], half[0], half[1])
            self._tell_header(levels)
        for i, r in shown:
            fake = None if snapshot.fake is None else snapshot.fake[i, :POINTS]
            if fake is not None and not np.isfinite(fake).all():
                self._break(r)
                continue
            rgba = None
            if levels is not None and snapshot.d is not None:
                index = 255 * self._scale_of_d.shares(np.nan_to_num(snapshot.d[i]))
                rgba = self._lut[index.astype(np.uint8)]
            kinds = None if snapshot.kinds is None else snapshot.kinds[i, :POINTS]
            self.thumbs[r].show_plane(rgba, bounds, self.scene.real[:POINTS], fake, kinds)

    def _show_densities(self, snapshot: Snapshot) -> None:
        if snapshot.xs is None or snapshot.p_generated is None:
            return
        assert self.scene is not None
        known = snapshot.p_data is not None
        usual = snapshot.p_data if known else snapshot.p_generated
        top = 1.6 if known else 1.0
        self._height.update(np.asarray(usual))
        if snapshot.fake is not None:
            low, high = reach(*self.scene.box[:2], snapshot.fake)
            self._range = min(low, self._range[0]), max(high, self._range[1])
        box = (*self._range, 0.0, top * self._height.high)
        for i, r in enumerate(snapshot.runs):
            if r >= len(self.thumbs):
                continue
            if not np.isfinite(snapshot.p_generated[i]).all():
                self._break(r)
                continue
            self.thumbs[r].look_at(box, flat=True)
            parts = None if snapshot.p_parts is None else snapshot.p_parts[i]
            p_g = snapshot.p_generated[i]
            self.thumbs[r].show_densities(snapshot.xs, snapshot.p_data, p_g, parts)

    def _break(self, run: int) -> None:
        if not self.thumbs[run].broken:
            self.thumbs[run].broken = True
            self._name(run)

    def _name(self, r: int) -> None:
        seed = str(self.experiment.seeds[r]) if self.experiment else ""
        thumb = self.thumbs[r]
        thumb.setText(self.tr("seed %1").replace("%1", seed))
        thumb.mark(self.tr("diverged") if thumb.broken else "")
        thumb.setAccessibleName(f"{thumb.text()} {thumb.said}".strip())
        tip = self.tr("Run %1, seed %2: click to look at it in the other panels")
        thumb.setToolTip(tip.replace("%1", str(r + 1)).replace("%2", seed))
        thumb.update()

    def _tell_header(self, levels: tuple[float, float] | None = None) -> None:
        parts: list[str] = []
        if self.scene is not None and self.thumbs:
            few = self.scene.runs <= MOST
            count = self.tr("%1 runs") if few else self.tr("first %2 of %1 runs")
            count = count.replace("%1", str(self.scene.runs)).replace("%2", str(MOST))
            parts.append(self.coloured("quiet", count))
        if levels is not None:
            said = self._said_of_d(*levels)
            parts.append(self.coloured("discriminator", said))
        header = self.coloured("quiet", " · ").join(parts)
        if header != self._header:
            self._header = header
            self.header_changed.emit(header)

    def _said_of_d(self, low: float, high: float) -> str:
        """What the ground's colours stand for, from end to end."""
        read = self._scale_of_d.reading or Reading()
        found = words(read)
        if read.kind == "energy":
            low, high = -low, -high
        return f"{found.name} {short(low)} → {short(high)} {found.unit}"

    def _take_kind(self, reading: Reading) -> None:
        """Start a fresh scale for what D says from now on."""
        self._scale_of_d = GroundScale(GROUNDS["d"], reading)

    # -- reacting ----------------------------------------------------------------------------------

    def _choose(self) -> None:
        run = self.sender().property("run")
        self.set_run(run)
        self.run_chosen.emit(run)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def _arrange(self) -> None:
        self.message.setGeometry(self.rect())
        if not self.thumbs or self.scene is None:
            return
        x0, x1, y0, y1 = self.scene.box
        aspect = (x1 - x0) / (y1 - y0) if self.scene.dim == 2 else 1.5
        # In a low strip titles stand in the pictures, which then have all of its height.
        inside = self.height() < LOW * self.scale
        title = GAP if inside else self.thumbs[0].fontMetrics().height() + GAP
        across = columns(len(self.thumbs), self.width(), self.height(), aspect, title)
        down = -(-len(self.thumbs) // across)
        wide, tall = (self.width() + GAP) / across, (self.height() + GAP) / down
        for i, thumb in enumerate(self.thumbs):
            place = QRectF(i % across * wide, i // across * tall, wide - GAP, tall - GAP)
            thumb.title_inside(inside)
            thumb.setGeometry(QRect(place.toAlignedRect()))
