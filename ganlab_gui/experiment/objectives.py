"""The objectives' names, and how what D says under each of them is read."""

from dataclasses import dataclass, replace
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

FORMULAS = {
    "minimax": "L_D = −E log D(x) − E log(1 − D(G(z))) · L_G = E log(1 − D(G(z)))",
    "non-saturating": "L_D = −E log D(x) − E log(1 − D(G(z))) · L_G = −E log D(G(z))",
    "wasserstein": "L_D = E s(G(z)) − E s(x) · L_G = −E s(G(z))",
    "f-gan": "L_D = E f*(T(G(z))) − E T(x) · L_G = −E f*(T(G(z)))",
    "least-squares": "L_D = ½ E(s(x) − b)² + ½ E(s(G(z)) − a)² · L_G = ½ E(s(G(z)) − c)²",
    "hinge": "L_D = E[1 − s(x)]₊ + E[1 + s(G(z))]₊ · L_G = −E s(G(z))",
    "energy": "L_D = E(x) + [m − E(G(z))]₊ · L_G = E(G(z)), E(x) = ‖D(x) − x‖²",
    "relativistic": "L_D = −E log σ(s(x) − E s(G(z))) − E log σ(E s(x) − s(G(z)))"
    " · L_G = −E log σ(s(G(z)) − E s(x)) − E log σ(E s(G(z)) − s(x))",
    "moment-matching": "L_G = MMD² = E k(x, x′) − 2 E k(x, G(z)) + E k(G(z), G(z′))",
}
"""What D and G minimise under every objective; s is D's raw output, D = σ(s)."""

DIVERGENCE_FORMULAS = {
    "kl": "f(u) = u ln u · f*(t) = exp(t − 1) · T = v",
    "reverse-kl": "f(u) = −ln u · f*(t) = −1 − ln(−t) · T = −exp v",
    "pearson": "f(u) = (u − 1)² · f*(t) = t²/4 + t · T = v",
    "neyman": "f(u) = (1 − u)²/u · f*(t) = 2 − 2√(1 − t) · T = 1 − exp v",
    "squared-hellinger": "f(u) = (√u − 1)² · f*(t) = t/(1 − t) · T = 1 − exp v",
    "jeffrey": "f(u) = (u − 1) ln u · f*(t) = W + 1/W + t − 2, W = W(exp(1 − t)) · T = v",
    "jensen-shannon": "f(u) = u ln u − (u + 1) ln((1 + u)/2) · f*(t) = −ln(2 − exp t)"
    " · T = ln 2 − ln(1 + exp(−v))",
    "gan": "f(u) = u ln u − (u + 1) ln(u + 1) · f*(t) = −ln(1 − exp t) · T = −ln(1 + exp(−v))",
    "total-variation": "f(u) = ½ |u − 1| · f*(t) = t · T = ½ tanh v",
}
"""f, its conjugate and what D's raw output v passes through (Nowozin et al. 2016, tables 1, 2)."""

OPTIMA = {
    "minimax": "D*(x) = p(x) / (p(x) + p_g(x))",
    "non-saturating": "D*(x) = p(x) / (p(x) + p_g(x))",
    "f-gan": "T*(x) = f′(p(x) / p_g(x))",
    "least-squares": "D*(x) = (b p(x) + a p_g(x)) / (p(x) + p_g(x))",
    "hinge": "D*(x) = sign(p(x) − p_g(x))",
    "energy": "E*(x) = 0 where p(x) ≥ p_g(x), m elsewhere",
}
"""The best D against a fixed generator, where it is known (see ``core.theory.optimum``)."""


def optimum_formula(experiment: "Experiment") -> str:
    """What D* is under the experiment's objective; "" if unknown.

    With N generators p_g counts N times; label smoothing s lowers the target on data to 1 − s.
    """
    formula, count = OPTIMA.get(experiment.objective.name, ""), experiment.generator.count
    if experiment.objective.label_smoothing > 0:
        formula = formula.replace("= p(x)", "= (1 − s) p(x)")
    return formula.replace("+ p_g", f"+ {count} p_g") if count > 1 else formula


def reading(experiment: "Experiment") -> Reading:
    """How D is read under the experiment's objective."""
    found = _reading(experiment)
    # D* of a single point is unknown where D is told a class, or sees several points at once; under
    # instance noise it is that of blurred densities.
    company = experiment.training.conditional or experiment.discriminator.pack > 1
    blurred = experiment.training.instance_noise > 0
    return replace(found, optimum=False) if company or blurred else found


def _reading(experiment: "Experiment") -> Reading:
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
