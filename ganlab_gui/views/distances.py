"""The distances panel: how far the generator is from the data, and what a perfect one reads."""

import math
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from ganlab_gui.core.measures.registry import MEASURES, Measure
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.history import AVERAGED, History, Table
from ganlab_gui.lab.snapshot import Scene
from ganlab_gui.views.base import thousands
from ganlab_gui.views.curves import CurvesView
from ganlab_gui.views.marks import Band
from ganlab_gui.views.trace import Trace

LN2 = math.log(2.0)
AVERAGE = "generator.average"
OLD = 0.05
"""Share of the steps in sight after which a reading is dated."""
SHORT = {"js": "JS", "w1": "W₁", "kl": "KL", "tv": "TV", "mmd2": "MMD²", "frechet": "Fréchet"}
UNITS = {"js": "nats", "kl": "nats"}
DASH, DOT, DASH_DOT = Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine


class DistancesView(CurvesView):
    """Amber compares densities (left axis); purple knows how far apart points are (own axes)."""

    name = "distances"
    sides: ClassVar[dict[str, str]] = {
        "w1": "second", "kl": "action", "mmd2": "second", "frechet": "second"
    }  # fmt: skip
    traces = (
        Trace("js", "action"),
        Trace("w1", "second", DOT, "w1"),
        Trace("average_js", "action", DASH_DOT, shade=0.4),
        Trace("average_w1", "second", DASH_DOT, "w1", shade=0.4),
        Trace("kl", "action", DASH, "kl", on=False, shade=0.4),
        Trace("tv", "action", DASH_DOT, on=False, shade=-0.3),
        Trace("mmd2", "second", DASH, "mmd2", on=False, shade=0.4),
        Trace("frechet", "second", DASH_DOT, "frechet", on=False, shade=-0.3),
    )

    def __init__(self, parent: QWidget | None = None) -> None:
        self._averaged = False
        super().__init__(parent)

    def title(self) -> str:
        return self.tr("Distances")

    def table(self, history: History) -> Table:
        return history.measures

    def applies(self, name: str) -> bool:
        """An averaged generator is measured only where there is one."""
        return name not in AVERAGED or self._averaged

    def trace_text(self, name: str) -> tuple[str, str]:
        if name in AVERAGED:
            raw = AVERAGED[name]
            first = self.tr("{0} of the averaged G").format(SHORT[raw])
            return self.tr("{0} avg").format(SHORT[raw]), f"{first}\n{self.trace_text(raw)[1]}"
        lines = measure_lines(MEASURES[name])
        if name == "w1" and self.scene is not None:
            lines.insert(1, self.w1_method())
        return SHORT[name], "\n".join(lines)

    def w1_method(self) -> str:
        """How W1 is found here, as in "W₁ exact on 512 points"."""
        if self.scene is None:
            return ""
        points = thousands(self.scene.w1_samples)
        if self.scene.w1_kind.startswith("exact"):
            return self.tr("W₁ exact on {0} points").format(points)
        return self.tr("W₁ {0} on {1} points").format(self.scene.w1_kind, points)

    @property
    def _shows_js(self) -> bool:
        return self.shown("js") or self.shown("average_js")

    def references(self, side: str) -> dict[float, str]:
        return {LN2: "ln 2"} if side == "left" and self._shows_js else {}

    def included(self, side: str) -> tuple[float, ...]:
        return (0.0, LN2) if side == "left" and self._shows_js else (0.0,)

    def axis_title(self, side: str) -> str:
        return SHORT.get(side, "")

    def start(self, scene: Scene, experiment: Experiment) -> None:
        self._averaged = experiment.generator.average > 0
        super().start(scene, experiment)

    def show_history(self, history: History) -> None:
        if not self._averaged and any(e.path == AVERAGE for e in history.edits):
            self._averaged = True
            self._pack()
        super().show_history(history)
        self.plot.bands.bands = [
            Band(self.plot.boxes[t.side], *history.floors[t.name], t.role, t.side != "left")
            for t in self.traces
            if t.name in self.drawn and t.name in history.floors
        ]
        self.plot.bands.update()

    def reading(self, trace: Trace, unit: str = "") -> str:
        """What was not measured lately says at which step it was."""
        drawn, (low, high) = self.drawn.get(trace.name), self.plot.time.viewRange()[0]
        newest = min(high, float(self.history.last_step)) if self.history else high
        if drawn is not None and 0 < drawn.last_step < newest - OLD * (high - low):
            unit = f"@ {thousands(drawn.last_step)}"
        return super().reading(trace, unit)

    def header(self) -> str:
        shown = [t for t in self.traces if self.shown(t.name)]
        parts = [self.reading(t, UNITS.get(t.name, "") if len(shown) < 2 else "") for t in shown]
        if self.scene is not None:
            notes = [f"n = {thousands(self.scene.measure_samples)}"]
            if any(t.side == "w1" for t in shown) and self.scene.w1_samples:
                notes[0] += f" · W₁ {thousands(self.scene.w1_samples)}"
            if self.scene.runs > 1:
                notes.append(self.runs_text())
            parts.append(self.coloured("quiet", " · ".join(notes)))
        return "&nbsp; ".join(parts)

    def retranslate(self) -> None:
        self.plot.bands.text = self.tr("perfect generator")
        super().retranslate()


def measure_lines(measure: Measure) -> list[str]:
    """A measure's name, formula and meaning in the user's language."""
    meaning = QCoreApplication.translate("measures", measure.meaning)
    label = QCoreApplication.translate("measures", measure.label)
    return [label, measure.formula, meaning]
