"""The losses panel: what both players pay, the value of their game, and how often D is right."""

import math
from itertools import pairwise
from typing import ClassVar

from PySide6.QtCore import Qt

from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.history import Edit, History
from ganlab_gui.lab.snapshot import Scene
from ganlab_gui.views.curves import CurvesView
from ganlab_gui.views.marks import EVERYWHERE, Stretches
from ganlab_gui.views.trace import Trace

LOG4 = math.log(4.0)
CRITIC = "wasserstein"
FAR = 1e15
"""Beyond every step."""
SMOOTHED = 50
"""Readings whose mean stands for an accuracy: one batch's jumps about."""
DASH, DOT = Qt.PenStyle.DashLine, Qt.PenStyle.DotLine


class LossesView(CurvesView):
    """Losses, V and penalty on the left axis in nats; D's accuracy on its own axis from 0 to 1."""

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

    def title(self) -> str:
        return self.tr("Losses")

    @property
    def critic(self) -> bool:
        """Whether D is now a critic, whose loss has no equilibrium at log 4."""
        edits = self._objective_edits(self.history)
        if edits:
            return bool(edits[-1].new == CRITIC)
        return self.experiment is not None and self.experiment.objective.name == CRITIC

    def _objective_edits(self, history: History | None) -> list[Edit]:
        return [e for e in history.edits if e.path == "objective.name"] if history else []

    def cuts(self, history: History) -> tuple[int, ...]:
        return tuple(e.step for e in self._objective_edits(history))

    def stretches(self) -> Stretches:
        """Where D is no critic: there its loss is ln 4 at D = ½."""
        edits = self._objective_edits(self.history)
        if not edits:
            return () if self.critic else EVERYWHERE
        names = [edits[0].old, *(e.new for e in edits)]
        places = [-FAR, *(float(e.step) for e in edits), FAR]
        return tuple(
            ends for ends, name in zip(pairwise(places), names, strict=True) if name != CRITIC
        )

    def show_history(self, history: History) -> None:
        before = self.critic
        self.history = history
        if self.critic != before:
            self.retranslate()  # which shows the history too
        else:
            super().show_history(history)

    def start(self, scene: Scene, experiment: Experiment) -> None:
        super().start(scene, experiment)
        self.retranslate()

    def trace_text(self, name: str) -> tuple[str, str]:
        value = (
            (self.tr("W₁ estimate"), self.tr("E f(x) − E f(G(z)): what the critic thinks W₁ is"))
            if self.critic
            else ("V", "V(G, D) = E ln D(x) + E ln(1 − D(G(z)));  " + self.tr("−ln 4 where D = ½"))
        )
        return {
            "d_loss": ("D", self.tr("D's loss; ln 4 = 1.386 where D = ½ everywhere")),
            "g_loss": ("G", self.tr("G's loss")),
            "value": value,
            "penalty": (
                self.tr("penalty"),
                self.tr("Weighted penalty, added to D's loss; the D curve is drawn without it"),
            ),
            "accuracy_real": (
                self.tr("accuracy on real"),
                self.tr("D's accuracy on real points: share it finds more real than not"),
            ),
            "accuracy_fake": (
                self.tr("accuracy on fake"),
                self.tr("D's accuracy on generated points: share it finds more fake than not"),
            ),
        }[name]

    def references(self, side: str) -> dict[float, str]:
        if side == "accuracy":
            return {0.5: "½"}
        low, high = self.plot.time.viewRange()[0]
        if not any(begin < high and low < end for begin, end in self.stretches()):
            return {}
        found = {LOG4: "log 4"} if self.chips["d_loss"].isChecked() else {}
        return found | ({-LOG4: "−log 4"} if self.chips["value"].isChecked() else {})

    def axis_title(self, side: str) -> str:
        return self.tr("accuracy") if side == "accuracy" else ""

    def fixed_range(self, side: str) -> tuple[float, float] | None:
        return (-0.04, 1.04) if side == "accuracy" else None

    def header(self) -> str:
        unit = self.tr("score") if self.critic else self.tr("nats")
        scale = [self.tr("log")] if self.log else []
        return "&nbsp; ".join(
            [super().header(), self.coloured("quiet", " · ".join([unit, *scale]))]
        )
