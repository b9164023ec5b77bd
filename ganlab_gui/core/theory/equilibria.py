"""What both players lose where G is perfect and D at its best against it: p_g = p.

Penalties, and noise on samples or labels, are not counted.
"""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ganlab_gui.experiment.objectives import THRESHOLDS

if TYPE_CHECKING:
    from ganlab_gui.experiment.schema import Objective

LN2 = math.log(2.0)
NAMES = {LN2: "log 2", -LN2: "−log 2", 2 * LN2: "log 4", -2 * LN2: "−log 4"}
"""Values that have a name of their own."""


@dataclass(frozen=True)
class Equilibrium:
    """D's loss, G's weighted loss and what D maximises; None where it may be anything, or nothing.

    ``value`` is written down where it is more than minus D's loss.
    """

    d: float | None = None
    g: float | None = None
    value: float | None = None


def equilibrium(objective: "Objective", generators: int = 1) -> Equilibrium:
    """Both losses at p_g = p, in the units of the objective.

    With N generators they are those of generators that share the data out between them, no two
    making the same (Ghosh et al. 2018, theorem 1). Energies: D's loss is the margin (Zhao et al.
    2017, theorem 2). f-GAN: f(1), which is 0 but for Goodfellow's −ln 4 (Nowozin et al. 2016).
    """
    found = _equilibrium(objective, generators)
    if found.g is None:
        return found
    return Equilibrium(found.d, objective.adversarial_weight * found.g, found.value)


def _equilibrium(objective: "Objective", generators: int) -> Equilibrium:
    match objective.name:
        case "minimax" | "non-saturating":
            return _log_likelihood(objective, generators)
        case "f-gan" if objective.divergence == "total-variation":
            return Equilibrium(0.0, None, 0.0)  # any constant T will do: f has a kink at 1
        case "f-gan":
            at_one = -2 * LN2 if objective.divergence == "gan" else 0.0
            slope = THRESHOLDS[objective.divergence]
            return Equilibrium(-at_one, -slope if objective.alternative else at_one - slope, at_one)
        case "least-squares":
            a, b, c = objective.a, objective.b, objective.c
            d = (b - a) ** 2 / 4
            return Equilibrium(d, ((a + b) / 2 - c) ** 2 / 2, -d)
        case "hinge":
            return Equilibrium(2.0, None, -2.0)
        case "relativistic":
            return Equilibrium(2 * LN2, 2 * LN2, -2 * LN2)
        case "energy":
            return Equilibrium(objective.margin, None, -objective.margin)
        case _:
            return Equilibrium()


def _log_likelihood(objective: "Objective", generators: int) -> Equilibrium:
    """D = σ(s) says (1 − s) / (N + 1) to everything, s the label smoothing."""
    said = (1 - objective.label_smoothing) / (generators + 1)
    real, fake = math.log(said), math.log1p(-said)
    smoothing = objective.label_smoothing
    d = -(1 - smoothing) * real - (generators + smoothing) * fake
    g = fake if objective.name == "minimax" else -real
    return Equilibrium(d, g, real + generators * fake)


def named(value: float) -> str:
    """A short name of a value on an axis: "log 4", else the number itself."""
    known = next((name for v, name in NAMES.items() if math.isclose(v, value)), None)
    return known or f"{value + 0.0:.3g}".replace("-", "−")
