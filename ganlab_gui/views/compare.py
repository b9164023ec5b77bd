"""The compare panel: chosen quantities of two runs, A and B, each quantity on one axis."""

import math
from dataclasses import dataclass, field, replace
from html import escape
from typing import Any, ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ganlab_gui.core.measures.registry import MEASURES
from ganlab_gui.experiment.knobs import settings_of
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.history import History, Table
from ganlab_gui.lab.phases import changes_of_meaning, phases, told_columns
from ganlab_gui.lab.snapshot import Scene
from ganlab_gui.palette import Palette
from ganlab_gui.views.base import View, number
from ganlab_gui.views.chip import Chip, ChipFlow
from ganlab_gui.views.curvemenu import CurveMenu
from ganlab_gui.views.digest import Digest
from ganlab_gui.views.distances import LN2, SHORT, UNITS, measure_lines
from ganlab_gui.views.duoplot import SIDES, DuoPlot, Quantity
from ganlab_gui.views.losstexts import loss_texts
from ganlab_gui.views.marks import Mark
from ganlab_gui.views.steps import mark_of

SMOOTHED = 50
"""Rows whose mean stands for a loss: two noisy curves on one axis would hide each other."""
QUANTITIES = (
    Quantity("js", "action", on=True, least=0.0, reference=(LN2, "ln 2")),
    Quantity("w1", "second", on=True, least=0.0),
    Quantity("modes_captured", "generated", on=True, least=0.0, greatest=4.0, bounded=True),
    Quantity("high_quality", "generated", least=0.0, bounded=True),
    Quantity("d_loss", "discriminator", "rows", on=True, mean=SMOOTHED),
    Quantity("g_loss", "generated", "rows", mean=SMOOTHED),
    Quantity("value", "second", "rows", mean=SMOOTHED),
    Quantity("kl", "action", least=0.0),
    Quantity("tv", "action", least=0.0),
    Quantity("mmd2", "second"),
    Quantity("frechet", "second", least=0.0),
)
SHAPE = 1.9
"""Width over height that suits a plot."""
GAP = 8
REDRAW_MS = 250
"""Between two redraws of a plot while rows come in: the pictures need the time more."""
COMPACT = 170
"""Height below which the chips give way to the plots; the menu of the panel has the curves too."""


@dataclass
class Seen:
    """What is known of one side."""

    scene: Scene | None = None
    experiment: Experiment | None = None
    history: History | None = None
    digests: dict[str, Digest] = field(default_factory=dict)

    @property
    def now(self) -> Experiment | None:
        """The experiment with the loss that its edits have left it."""
        if self.experiment is None or self.history is None:
            return self.experiment
        return phases(self.experiment, self.history.edits)[-1].experiment

    def table(self, name: str) -> tuple[Digest, Table, tuple[int, ...]] | None:
        """A table with its digest, brought up to date, and the steps across which losses differ."""
        if self.history is None:
            return None
        table: Table = getattr(self.history, name)
        digest = self.digests.setdefault(name, Digest())
        digest.update(table)
        cuts = changes_of_meaning(self.history.edits) if name == "rows" else ()
        return digest, table, cuts


class CompareView(View):
    """Small plots, one a quantity, beside or above each other as the panel is wide or tall.

    A is told by the window as any view is; B by ``start_rival`` and ``show_rival``.
    """

    name: ClassVar[str] = "compare"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.seen = {side: Seen() for side in SIDES}
        self.window_: int | None = None
        self.span: tuple[float, float] | None = None
        self.smoothing = 1
        self._columns = 0
        self._rest = QTimer(self, singleShot=True, interval=REDRAW_MS)
        self._rest.timeout.connect(self._draw_next)
        self._stale: list[str] = []
        self.row = ChipFlow()
        self.chips: dict[str, Chip] = {}
        self.plots: dict[str, DuoPlot] = {}
        self.menu = CurveMenu(self, self.name, logarithmic=False, smoothable=True)
        for quantity in QUANTITIES:
            chip = self.chips[quantity.name] = Chip("", f"compare.{quantity.name}", parent=self)
            chip.setChecked(quantity.on)
            chip.toggled.connect(self._chosen)
            self.row.addWidget(chip)
            plot = self.plots[quantity.name] = DuoPlot(quantity, self)
            plot.plot.time.zoomed.connect(self.zoom)
            plot.plot.time.released.connect(self.release)
        self.row.addWidget(self.menu)
        self.menu.add_curves(list(self.chips.values()))
        self.low = False
        self.menu.changed.connect(self._menu_changed)
        self.grid = QGridLayout()
        self.grid.setSpacing(GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self.row)
        column.addLayout(self.grid, 1)
        self.set_theme(self.palette_, self.scale)
        self.retranslate()

    # -- what the window calls ---------------------------------------------------------------------

    def title(self) -> str:
        return self.tr("Compare")

    def start(self, scene: Scene, experiment: Experiment) -> None:
        super().start(scene, experiment)
        self._begin("a", scene, experiment)

    def show_history(self, history: History) -> None:
        self.seen["a"].history = history
        self._redraw_soon()

    def start_rival(self, scene: Scene | None, experiment: Experiment | None) -> None:
        """B begins an experiment; there is no B where None."""
        self._begin("b", scene, experiment)
        self.redraw()

    def show_rival(self, history: History) -> None:
        """Draw B's curves."""
        self.seen["b"].history = history
        self._redraw_soon()

    def _begin(self, side: str, scene: Scene | None, experiment: Experiment | None) -> None:
        self.seen[side] = Seen(scene, experiment)
        self.span = None
        for plot in self.plots.values():
            plot.forget(side)
        self._name_chips()
        self._arrange()

    # -- what is shown -----------------------------------------------------------------------------

    def applies(self, name: str) -> bool:
        """Whether a quantity says anything on either side."""
        scenes = [s.scene for s in self.seen.values() if s.scene is not None]
        if name in ("modes_captured", "high_quality"):
            return not scenes or any(s.modes > (name == "modes_captured") for s in scenes)
        if name in ("d_loss", "g_loss", "value"):
            told = [told_columns(e) for s in self.seen.values() if (e := s.now) is not None]
            return not told or any(name in columns for columns in told)
        return True

    def shown(self, name: str) -> bool:
        """Whether a quantity is switched on and says something."""
        return self.chips[name].isChecked() and self.applies(name)

    def visible_steps(self) -> tuple[float, float]:
        """First and last step in sight, of the longer history."""
        if self.span is not None:
            return self.span
        histories = [s.history for s in self.seen.values() if s.history is not None]
        last = float(max([10, *(h.end for h in histories)]))
        return (0.0 if self.window_ is None else max(0.0, last - self.window_)), last

    def _redraw_soon(self) -> None:
        """One plot at a time, so that no frame waits for them all."""
        shown = [name for name in self.plots if self.shown(name)]
        self._stale += [name for name in shown if name not in self._stale]
        self._rest.setInterval(round(REDRAW_MS / max(1, len(shown))))
        if not self._rest.isActive():
            self._draw_next()

    def _draw_next(self) -> None:
        while self._stale:
            name = self._stale.pop(0)
            if self.shown(name):
                self._draw(name)
                self.header_changed.emit(self.header())
                self._rest.start()
                return

    def redraw(self) -> None:
        """Draw all that is known of both."""
        self.menu.show_state(self.window_, False, self.smoothing, self.span is not None)
        self._stale = []
        for name in self.plots:
            if self.shown(name):
                self._draw(name)
        self.header_changed.emit(self.header())

    def _draw(self, name: str) -> None:
        plot = self.plots[name]
        tables = {side: seen.table(plot.quantity.table) for side, seen in self.seen.items()}
        plot.plot.marks.marks = [m for side in SIDES for m in self._marks(side)]
        known = {side: table for side, table in tables.items() if table is not None}
        plot.draw(known, self.visible_steps(), self.smoothing)
        plot.show_floors(self._floors(name))
        plot.plot.marks.arrange()
        self._caption(plot)

    def _floors(self, name: str) -> dict[str, tuple[float, float]]:
        histories = {s: seen.history for s, seen in self.seen.items()}
        return {s: h.floors[name] for s, h in histories.items() if h and name in h.floors}

    def _marks(self, side: str) -> list[Mark]:
        seen = self.seen[side]
        if seen.history is None or seen.experiment is None:
            return []
        settings = {s.path: s for s in settings_of(seen.experiment)}
        marks = [mark_of(e, settings.get(e.path)) for e in seen.history.edits]
        return [replace(mark, label=f"{side.upper()}: {mark.label}") for mark in marks]

    def _caption(self, plot: DuoPlot) -> None:
        name = plot.quantity.name
        unit = UNITS.get(name, "")
        strong = f'<span style="font-weight:600">{escape(self._label(name))}</span>'
        parts = [f"{strong} {escape(unit)}".strip()]
        for side in SIDES:
            if self.seen[side].history is not None:
                value = reading(name, plot.last(side))
                text = f"{side.upper()}&nbsp;{value}"
                parts.append(f'<span style="color:{plot.colour(side)}">{text}</span>')
        if plot.quantity.table == "rows" and self._unlike:
            parts.append(self.coloured("quiet", self.tr("not the same loss")))
        plot.caption.setText(" &nbsp;".join(parts))

    @property
    def _unlike(self) -> bool:
        """Whether the losses of the two are different numbers."""
        a, b = (seen.now for seen in self.seen.values())
        return a is not None and b is not None and a.objective != b.objective

    def header(self) -> str:
        """How A and B are drawn, and what a line stands for with several runs."""
        if self.seen["b"].scene is None:
            return self.coloured("quiet", self.tr("A | B lays a second run over this one"))
        parts = [self.coloured("text", "— A"), self.coloured("quiet", "–·▪–· B")]
        runs = [seen.scene.runs if seen.scene else 1 for seen in self.seen.values()]
        if max(runs) > 1:
            said = self.tr("medians of {0} and {1}").format(*runs)
            parts.append(self.coloured("quiet", said))
        return "&nbsp; ".join(parts)

    # -- where the plots stand ---------------------------------------------------------------------

    def _arrange(self) -> None:
        """As many columns as leave the plots largest."""
        names = [name for name in self.plots if self.shown(name)]
        room = self.contentsRect().size()
        columns = best_columns(len(names), room.width(), room.height())
        for plot in self.plots.values():
            self.grid.removeWidget(plot)
            plot.setVisible(plot.quantity.name in names)
        for place, name in enumerate(names):
            self.grid.addWidget(self.plots[name], place // columns, place % columns)
        for line in range(len(QUANTITIES)):
            self.grid.setColumnStretch(line, int(line < columns))
            self.grid.setRowStretch(line, int(line * columns < len(names)))
        self._columns = columns

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        names = [name for name in self.plots if self.shown(name)]
        room = self.contentsRect().size()
        low = room.height() < COMPACT * self.scale
        if low != self.low:
            self.low = low
            self.menu.setVisible(not low)
            self._name_chips()
        if best_columns(len(names), room.width(), room.height()) != self._columns:
            self._arrange()
        self.redraw()

    # -- what the user changes ---------------------------------------------------------------------

    def _chosen(self, _on: bool) -> None:
        self._arrange()
        self.redraw()

    def zoom(self, low: float, high: float) -> None:
        """Show the steps from ``low`` to ``high`` in every plot until ``release``."""
        self.span = None
        last = self.visible_steps()[1]
        low, high = max(0.0, low), min(last, high)
        if high - low >= 2 and (low, high) != (0.0, last):
            self.span = low, high
        self.redraw()

    def release(self) -> None:
        """Back to all steps, or to the chosen window of time."""
        self.span = None
        self.redraw()

    def _menu_changed(self, key: str, value: Any) -> None:
        if key == "window":
            self.window_, self.span = value, None
        elif key == "smoothing":
            self.smoothing = max(1, int(value))
        self.redraw()

    def options(self) -> dict[str, Any]:
        on = [name for name, chip in self.chips.items() if chip.isChecked()]
        span = list(self.span) if self.span else None
        state = {"window": self.window_, "span": span, "smoothing": self.smoothing}
        return {"curves": on, **state}

    def set_options(self, options: dict[str, Any]) -> None:
        on = options.get("curves")
        for name, chip in self.chips.items():
            if on is not None:
                chip.setChecked(name in on)
        self.window_ = options.get("window", self.window_)
        self.smoothing = max(1, int(options.get("smoothing", self.smoothing)))
        span = options.get("span")
        self.span = (float(span[0]), float(span[1])) if span else None
        self.redraw()

    # -- look and language -------------------------------------------------------------------------

    def _label(self, name: str) -> str:
        if name in SHORT:
            return SHORT[name]
        if name == "modes_captured":
            return self.tr("modes")
        if name == "high_quality":
            return self.tr("high quality")
        known = [s.experiment for s in self.seen.values() if s.experiment is not None]
        text = loss_texts(known[0] if known else Experiment())[name][0]
        return self.tr("{0} loss").format(text) if text in ("D", "G") else text

    def _tip(self, name: str) -> str:
        if name in MEASURES:
            return "\n".join(measure_lines(MEASURES[name]))
        known = [s.experiment for s in self.seen.values() if s.experiment is not None]
        tip = loss_texts(known[0] if known else Experiment())[name][1]
        return "\n".join([tip, self.tr("mean of {0} steps").format(SMOOTHED)])

    def _name_chips(self) -> None:
        for name, chip in self.chips.items():
            chip.describe(self._label(name), self._tip(name))
            chip.setVisible(self.applies(name) and not self.low)
            self.menu.offer(chip, self.applies(name))

    def set_theme(self, palette: Palette, scale: float) -> None:
        super().set_theme(palette, scale)
        for plot in self.plots.values():
            plot.restyle(palette, scale)
        self.redraw()

    def retranslate(self) -> None:
        for plot in self.plots.values():
            plot.plot.getPlotItem().getAxis("bottom").word = self.tr("step")
            plot.plot.bands.text = self.tr("perfect generator")
            plot.plot.setAccessibleName(self._label(plot.quantity.name))
        self._name_chips()
        self.menu.retranslate()
        self._arrange()
        self.redraw()


def reading(name: str, value: float) -> str:
    """A quantity's last value for its caption; modes are counted in whole or half ones."""
    if name == "modes_captured" and value == value:
        return f"{value:g}"
    return number(value).replace("-", "−")


def best_columns(count: int, width: int, height: int) -> int:
    """How many columns of a grid of ``count`` plots make them largest, for plots of SHAPE."""

    def size(columns: int) -> float:
        rows = math.ceil(count / columns)
        return min(width / columns / SHAPE, height / rows)

    return max(range(1, max(1, count) + 1), key=size)
