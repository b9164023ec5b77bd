"""The objectives' names, and how what D says under each of them is read."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from ganlab_gui.experiment.schema import Experiment

ObjectiveName = Literal[
    "minimax",
    "non-saturating",
    "wasserstein",
    "f-gan",
    "least-squares",
    "hinge",
    "energy",
    "relativistic",
    "moment-matching",
]
NAMES: tuple[str, ...] = get_args(ObjectiveName)

Kind = Literal["probability", "critic", "bound", "score", "energy", "witness"]


@dataclass(frozen=True)
class Reading:
    """What D's realness is.

    ``kind`` is "probability" (in [0, 1]), "critic" (unbounded, only differences count), "bound"
    (T of an f-GAN), "score" (a real number with a threshold), "energy" (minus a reconstruction
    error: what is drawn is −E) or "witness" (of a kernel, no network). ``threshold`` is where D is
    undecided, None where that is unknown; ``optimum`` tells whether D* is known from p and p_g.
    """

    kind: Kind = "probability"
    threshold: float | None = 0.5
    optimum: bool = True

    @property
    def bounded(self) -> bool:
        """Whether realness lies in [0, 1]."""
        return self.kind == "probability"


THRESHOLDS = {
    "kl": 1.0,
    "reverse-kl": -1.0,
    "pearson": 0.0,
    "neyman": 0.0,
    "squared-hellinger": 0.0,
    "jeffrey": 0.0,
    "jensen-shannon": 0.0,
    "gan": -0.6931471805599453,
    "total-variation": 0.0,
}
"""f'(1) of every divergence, the T of p = p_g (Nowozin et al. 2016, table 6)."""


def reading(experiment: "Experiment") -> Reading:
    """How D is read under the experiment's objective."""
    objective = experiment.objective
    match objective.name:
        case "minimax" | "non-saturating":
            # With N generators, D's share for the data is 1 / (N + 1) where all are perfect.
            return Reading(threshold=1 / (experiment.generator.count + 1))
        case "f-gan":
            return Reading("bound", THRESHOLDS[objective.divergence])
        case "least-squares":
            return Reading("score", (objective.a + objective.b) / 2)
        case "hinge":
            return Reading("score", 0.0)
        case "energy":
            return Reading("energy", None)
        case "moment-matching":
            return Reading("witness", 0.0, optimum=False)
        case _:
            return Reading("critic", None, optimum=False)


def family(experiment: "Experiment") -> str:
    """Which shape of D an objective needs; between two of a family it can change while running."""
    name = experiment.objective.name
    return name if name in ("energy", "moment-matching") else "score"
