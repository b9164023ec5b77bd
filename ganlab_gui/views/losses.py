"""The losses panel: what both players pay, the value of their game, and how often D is right."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ganlab_gui.core.theory.equilibria import equilibrium, named
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.history import Edit, History
from ganlab_gui.lab.phases import Phase, changes_of_meaning, phases, told_columns
from ganlab_gui.lab.snapshot import Scene
from ganlab_gui.views.curves import CurvesView
from ganlab_gui.views.losstexts import loss_texts, unit
from ganlab_gui.views.marks import Stretches
from ganlab_gui.views.trace import Trace

SMOOTHED = 50
"""Readings whose mean stands for an accuracy: one batch's jumps about."""
LEVELS = {"d_loss": "d", "g_loss": "g", "value": "value"}
"""Columns that have an equilibrium, and its name there."""
DASH, DOT = Qt.PenStyle.DashLine, Qt.PenStyle.DotLine


class LossesView(CurvesView):
    """Losses, V and penalty on the left axis; D's accuracy on its own axis from 0 to 1."""

    name = "losses"
    logarithmic = True
    sides: ClassVar[dict[str, str]] = {"accuracy": "discriminator"}
    traces = (
        Trace("d_loss", "discriminator", DASH),
        Trace("g_loss", "generated"),
        Trace("value", "second", DOT, on=False),
        Trace("penalty", "action", on=False),
        Trace("accuracy_real", "data", DOT, "accuracy", on=False, raw=False, mean=SMOOTHED),
        Trace("accuracy_fake", "generated", DOT, "accuracy", on=False, raw=False, mean=SMOOTHED),
    )

    def __init__(self, parent: QWidget | None = None) -> None:
        self._phases: tuple[object, list[Edit], list[Phase]] = (None, [], [])
        super().__init__(parent)

    def title(self) -> str:
        return self.tr("Losses")

    # -- which objective holds when ----------------------------------------------------------------

    @property
    def phases(self) -> list[Phase]:
        """The objectives so far, in order; empty before the first experiment."""
        if self.experiment is None:
            return []
        edits = self.history.edits if self.history else []
        if self._phases[0] is not self.experiment or self._phases[1] != edits:
            self._phases = self.experiment, list(edits), phases(self.experiment, edits)
        return self._phases[2]

    @property
    def now(self) -> Experiment:
        """The experiment whose losses come in at present."""
        found = self.phases
        return found[-1].experiment if found else Experiment()

    def cuts(self, history: History) -> tuple[int, ...]:
        return changes_of_meaning(history.edits)

    def applies(self, name: str) -> bool:
        found = self.phases
        return not found or any(name in told_columns(p.experiment) for p in found)

    def _levels(self, side: str) -> dict[float, list[tuple[float, float]]]:
        """What the shown curves read at the equilibrium, and from when to when."""
        if side == "accuracy":
            return {}
        names = [name for name in LEVELS if self.shown(name)]
        found: dict[float, list[tuple[float, float]]] = {}
        for phase in self.phases:
            then = phase.experiment
            levels = equilibrium(then.objective, then.generator.count)
            values = [getattr(levels, LEVELS[name]) for name in names]
            for value in dict.fromkeys(v for v in values if v is not None):
                stretches = found.setdefault(value, [])
                if stretches and stretches[-1][1] == phase.begin:
                    stretches[-1] = (stretches[-1][0], phase.end)
                else:
                    stretches.append((phase.begin, phase.end))
        return found

    def stretches(self, side: str) -> dict[float, Stretches]:
        return {value: tuple(ends) for value, ends in self._levels(side).items()}

    def references(self, side: str) -> dict[float, str]:
        if side == "accuracy":
            return {0.5: "½"}
        low, high = self.plot.time.viewRange()[0]
        return {
            value: named(value)
            for value, stretches in self._levels(side).items()
            if any(begin < high and low < end for begin, end in stretches)
        }

    # -- drawing -----------------------------------------------------------------------------------

    def show_history(self, history: History) -> None:
        before, self.history = self.now, history
        if self.now != before:
            self.retranslate()  # which shows the history too
        else:
            super().show_history(history)

    def start(self, scene: Scene, experiment: Experiment) -> None:
        super().start(scene, experiment)
        self.retranslate()

    def trace_text(self, name: str) -> tuple[str, str]:
        return loss_texts(self.now)[name]

    def axis_title(self, side: str) -> str:
        return self.tr("accuracy") if side == "accuracy" else ""

    def fixed_range(self, side: str) -> tuple[float, float] | None:
        return (-0.04, 1.04) if side == "accuracy" else None

    def header(self) -> str:
        quiet = [said for said in (unit(self.now), self.tr("log") if self.log else "") if said]
        parts = [super().header(), *([self.coloured("quiet", " · ".join(quiet))] if quiet else [])]
        return "&nbsp; ".join(parts)
