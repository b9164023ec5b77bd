"""The losses panel: what both players pay, the value of their game, and how often D is right."""

import math
from typing import ClassVar

from PySide6.QtCore import Qt

from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.snapshot import Scene
from ganlab_gui.views.curves import CurvesView, Trace

LOG4 = math.log(4.0)
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
        Trace("accuracy_real", "data", DOT, "accuracy", on=False, raw=False),
        Trace("accuracy_fake", "generated", DOT, "accuracy", on=False, raw=False),
    )

    def title(self) -> str:
        return self.tr("Losses")

    @property
    def critic(self) -> bool:
        """Whether D is a critic, whose loss has no equilibrium at log 4."""
        return self.experiment is not None and self.experiment.objective.name == "wasserstein"

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
                self.tr("Weighted gradient penalty, a part of D's loss"),
            ),
            "accuracy_real": (
                self.tr("real ✓"),
                self.tr("D's accuracy on real points: share it finds more real than not"),
            ),
            "accuracy_fake": (
                self.tr("fake ✓"),
                self.tr("D's accuracy on generated points: share it finds more fake than not"),
            ),
        }[name]

    def references(self, side: str) -> dict[float, str]:
        if side == "accuracy":
            return {0.5: "½"}
        if self.critic:
            return {}
        found = {LOG4: "log 4"} if self.chips["d_loss"].isChecked() else {}
        return found | ({-LOG4: "−log 4"} if self.chips["value"].isChecked() else {})

    def fixed_range(self, side: str) -> tuple[float, float] | None:
        return (-0.04, 1.04) if side == "accuracy" else None

    def header(self) -> str:
        unit = self.tr("score") if self.critic else self.tr("nats")
        scale = [self.tr("log")] if self.log else []
        return "&nbsp; ".join(
            [super().header(), self.coloured("quiet", " · ".join([unit, *scale]))]
        )
