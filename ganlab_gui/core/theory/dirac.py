"""The Dirac-GAN: data at 0, G(z) = θ, D(x) = ψx (Mescheder et al. 2018, section 2).

Here as everywhere in the lab D's score is high on data; the paper's D is high on samples, so its ψ
is minus ours, its pictures are these mirrored, and its eigenvalues are the same. All arrays are
float64; losses are in nats.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import wrightomega

from ganlab_gui.core.models.schedules import rate
from ganlab_gui.experiment import schema

Array = NDArray[np.float64]
Numbers = NDArray[Any]
"""Real numbers, or complex ones whose imaginary part carries a derivative."""
Slope = Callable[[Numbers], Numbers]

TINY = 1e-30
"""The imaginary step of a derivative: Im f(x + ih) / h cancels nothing (Squire & Trapp 1998)."""
REACH = 8.0
"""How many standard deviations of the instance noise are summed over, by ``NODES`` nodes."""
NODES = 401


@dataclass(frozen=True)
class Slopes:
    """Derivatives of the losses by a score s, elementwise and analytic but for steps.

    ``real`` and ``fake`` are of D's loss on data and on samples, ``generator`` of G's loss.
    """

    real: Slope
    fake: Slope
    generator: Slope


@dataclass(frozen=True)
class Method:
    """One ingredient of the simulated game: its name, its part in (θ̇, ψ̇), and what it does."""

    label: str
    formula: str
    behaviour: str


METHODS: dict[str, Method] = {
    "minimax": Method(
        "minimax",
        "θ̇ = ψσ(θψ), ψ̇ = −θσ(θψ)",
        "The flow circles for ever; simultaneous steps spiral outwards.",
    ),
    "non-saturating": Method(
        "non-saturating",
        "θ̇ = ψσ(−θψ), ψ̇ = −θσ(θψ)",
        "The flow does converge, but no faster than √(8/t).",
    ),
    "wasserstein": Method(
        "Wasserstein",
        "θ̇ = ψ, ψ̇ = −θ",
        "The flow circles; simultaneous steps multiply the radius by √(1 + h²).",
    ),
    "f-gan": Method(
        "f-GAN",
        "θ̇ = ψ ∂f*(T)/∂s, ψ̇ = −θ ∂f*(T)/∂s at s = θψ",
        "With the bound as G's loss the flow circles for every divergence.",
    ),
    "least-squares": Method(
        "least squares",
        "θ̇ = −ψ(θψ − c), ψ̇ = −θ(θψ − a)",
        "D has no constant to reach a and b with, so only their signs turn the flow.",
    ),
    "hinge": Method(
        "hinge",
        "θ̇ = ψ, ψ̇ = −θ while θψ > −1",
        "Near the equilibrium it is the Wasserstein game: circles.",
    ),
    "relativistic": Method(
        "relativistic average",
        "θ̇ = 2ψσ(−θψ), ψ̇ = −2θσ(θψ)",
        "The non-saturating game at twice the speed.",
    ),
    "clip": Method(
        "weight clipping",
        "ψ ∈ [−c, c]",
        "Cuts the circle off and leaves an orbit inside.",
    ),
    "gradient": Method(
        "gradient penalty",
        "ψ̇: − 2λ(|ψ| − g₀) sgn ψ",
        "Draws ψ to ±g₀, so that with g₀ > 0 the players never come to rest.",
    ),
    "lipschitz": Method(
        "Lipschitz penalty",
        "ψ̇: − 2λ[|ψ| − g₀]₊ sgn ψ",
        "Damps steep slopes alone: inside |ψ| ≤ g₀ the flow is the unpenalised one.",
    ),
    "r1": Method("R1", "ψ̇: − λψ", "Damps the circle: the flow spirals in."),
    "r2": Method("R2", "ψ̇: − λψ", "The same as R1 here, where D has one slope everywhere."),
    "instance-noise": Method(
        "instance noise",
        "D(x + ε), ε ~ N(0, σ²)",
        "Smooths the losses, which damps the circle where they are curved.",
    ),
    "consensus": Method(
        "consensus",
        "v − γ∇½‖v‖²",
        "Both players also descend the length of the field: the flow spirals in.",
    ),
}


def methods(experiment: schema.Experiment) -> tuple[str, ...]:
    """The keys of METHODS that make up the experiment's field, its objective first."""
    game = experiment.training
    parts = (
        (experiment.objective.name, True),
        (experiment.penalty.name, experiment.penalty.name != "none"),
        ("clip", experiment.clip.c > 0),
        ("instance-noise", game.instance_noise > 0),
        ("consensus", game.consensus > 0),
    )
    return tuple(name for name, used in parts if used)


def departures(experiment: schema.Experiment) -> tuple[str, ...]:
    """Why training takes another path than ``iterate``: a sentence each, none where it does not."""
    game = experiment.training
    optimizers = experiment.generator_optimizer, experiment.discriminator_optimizer
    reasons = (
        (any(o.name != "sgd" for o in optimizers), "The optimizers are not plain SGD."),
        (game.unroll > 0, "G looks ahead of D's updates (unroll)."),
        (game.instance_noise > 0, "The instance noise is drawn at random; here is its mean."),
        (game.label_noise > 0, "Labels are exchanged at random."),
        (game.history > 0, "D also sees old samples."),
    )
    return tuple(sentence for holds, sentence in reasons if holds)


# -- the losses' slopes ----------------------------------------------------------------------------


def _sigmoid(s: Numbers) -> Numbers:
    return (1 + np.tanh(s / 2)) / 2


def _one(s: Numbers) -> Numbers:
    return np.ones_like(s)


def _bell(s: Numbers) -> Numbers:
    """d/ds ½ tanh s."""
    return (1 - np.tanh(s) ** 2) / 2


def _below(s: Numbers, bound: float) -> Numbers:
    return np.where(s.real <= bound, 1.0, 0.0)


F_GAN: dict[str, tuple[Slope, Slope]] = {
    "kl": (_one, lambda s: np.exp(s - 1)),
    "reverse-kl": (lambda s: -np.exp(s), lambda s: -_one(s)),
    "pearson": (_one, lambda s: s / 2 + 1),
    "neyman": (lambda s: -np.exp(s), lambda s: -np.exp(s / 2)),
    "squared-hellinger": (lambda s: -np.exp(s), lambda s: -np.exp(-s)),
    "jeffrey": (_one, lambda s: 1 / wrightomega(1 - s)),
    "jensen-shannon": (lambda s: _sigmoid(-s), _sigmoid),
    "gan": (lambda s: _sigmoid(-s), _sigmoid),
    "total-variation": (_bell, _bell),
}
"""dT/ds and df*(T)/ds for T = g_f(s) (Nowozin et al. 2016, tables 2 and 6).

df*/dT = u where f'(u) = T; for Jeffrey u = 1/W(e^{1−T}), W Lambert's function.
"""


def _f_gan(o: schema.Objective) -> Slopes:
    output, conjugate = F_GAN[o.divergence]
    own = output if o.alternative else conjugate
    return Slopes(lambda s: -output(s), conjugate, lambda s: -own(s))


SLOPES: dict[str, Callable[[schema.Objective], Slopes]] = {
    "minimax": lambda o: Slopes(lambda s: -_sigmoid(-s), _sigmoid, lambda s: -_sigmoid(s)),
    "non-saturating": lambda o: Slopes(lambda s: -_sigmoid(-s), _sigmoid, lambda s: -_sigmoid(-s)),
    "wasserstein": lambda o: Slopes(lambda s: -_one(s), _one, lambda s: -_one(s)),
    "f-gan": _f_gan,
    "least-squares": lambda o: Slopes(lambda s: s - o.b, lambda s: s - o.a, lambda s: s - o.c),
    "hinge": lambda o: Slopes(lambda s: -_below(s, 1), lambda s: _below(-s, 1), lambda s: -_one(s)),
    # Every score is told apart from the other side's mean, 0 or θψ: all terms fall on the samples.
    "relativistic": lambda o: Slopes(
        np.zeros_like, lambda s: 2 * _sigmoid(s), lambda s: -2 * _sigmoid(-s)
    ),
}
"""One-sided label smoothing is missing for a reason: D(0) = 0 whatever ψ, so it changes nothing."""


def _slopes(objective: schema.Objective) -> Slopes:
    if objective.name not in SLOPES:
        raise ValueError(
            f"The Dirac-GAN has no field under {objective.name}; allowed: {', '.join(SLOPES)}."
        )
    return SLOPES[objective.name](objective)


# -- the field -------------------------------------------------------------------------------------


def field(
    experiment: schema.Experiment, theta: ArrayLike, psi: ArrayLike, step: int = 0
) -> tuple[Array, Array]:
    """(θ̇, ψ̇) at θ and ψ of any shapes that broadcast, in their common shape.

    The flow of both players down their own losses at unit rate, with the instance noise of
    ``step``; at the walls of the clip nothing flows outwards. ValueError where the objective has no
    score (energy, moment matching).
    """
    theta, psi = np.broadcast_arrays(np.asarray(theta, np.float64), np.asarray(psi, np.float64))
    v, w = _field(experiment, theta, psi, step)
    c = experiment.clip.c
    if c > 0:
        w = np.where((np.abs(psi) >= c) & (w * psi > 0), 0.0, w)
    return v, w


def eigenvalues(experiment: schema.Experiment) -> NDArray[np.complex128]:
    """Eigenvalues (2,) of the field's Jacobian at (0, 0), by falling imaginary part.

    NaN under a gradient penalty with g₀ > 0, whose field jumps there.
    """
    if experiment.penalty.name == "gradient" and experiment.penalty.target > 0:
        return np.full(2, np.nan, np.complex128)
    jacobian = np.array(_jacobian(experiment, np.zeros(()), np.zeros(()), 0))
    # The field is 0 here, so that of ∇½‖v‖² = Jᵀv only JᵀJ is left to differentiate.
    jacobian = jacobian - experiment.training.consensus * jacobian.T @ jacobian
    found = np.linalg.eigvals(jacobian.astype(np.complex128))
    return found[np.lexsort((-found.real, -found.imag))]


def _field(
    experiment: schema.Experiment, theta: Array, psi: Array, step: int
) -> tuple[Array, Array]:
    with np.errstate(over="ignore", invalid="ignore"):
        v, w = _own(experiment, theta, psi, step)
        gamma = experiment.training.consensus
        if gamma == 0:
            return v, w
        (v_theta, v_psi), (w_theta, w_psi) = _jacobian(experiment, theta, psi, step)
        return v - gamma * (v_theta * v + w_theta * w), w - gamma * (v_psi * v + w_psi * w)


def _jacobian(
    experiment: schema.Experiment, theta: Array, psi: Array, step: int
) -> tuple[tuple[Array, Array], tuple[Array, Array]]:
    """((∂θ̇/∂θ, ∂θ̇/∂ψ), (∂ψ̇/∂θ, ∂ψ̇/∂ψ)) of the field without consensus."""
    by_theta = _own(experiment, theta + 1j * TINY, psi, step)
    by_psi = _own(experiment, theta, psi + 1j * TINY, step)
    rows = zip(by_theta, by_psi, strict=True)
    first, second = ((a.imag / TINY, b.imag / TINY) for a, b in rows)
    return first, second


def _own(
    experiment: schema.Experiment, theta: Numbers, psi: Numbers, step: int
) -> tuple[Numbers, Numbers]:
    """Minus each player's own gradient, the mean over the instance noise."""
    slopes = _slopes(experiment.objective)
    noise, weights = _noise(experiment.training, step)
    slope = psi[..., None]
    seen = theta[..., None] + noise
    scores = slope * seen
    of_g = slopes.generator(scores) @ weights
    of_d = (noise * slopes.real(slope * noise) + seen * slopes.fake(scores)) @ weights
    return (
        -experiment.objective.adversarial_weight * psi * of_g,
        -of_d - _penalty_slope(experiment.penalty, psi),
    )


def _penalty_slope(penalty: schema.Penalty, psi: Numbers) -> Numbers:
    """d/dψ of the weighted penalty; ∇D = ψ everywhere."""
    excess = psi - penalty.target * np.sign(psi.real)
    match penalty.name:
        case "gradient":
            return 2 * penalty.weight * excess
        case "lipschitz":
            return 2 * penalty.weight * excess * (np.abs(psi.real) >= penalty.target)
        case "r1" | "r2":
            return penalty.weight * psi
        case _:
            return 0 * psi


def _noise(training: schema.Training, step: int) -> tuple[Array, Array]:
    """Nodes and weights of the mean over the instance noise at ``step``.

    The trapezoidal rule, which for a Gaussian mean of a sigmoid is far ahead of Gauss-Hermite's of
    as many nodes once D is steep, because its nodes are nearer to each other.
    """
    sigma, steps = training.instance_noise, training.instance_noise_steps
    level = sigma * max(0.0, 1 - step / steps) if steps else sigma
    if level == 0:
        return np.zeros(1), np.ones(1)
    nodes = np.linspace(-REACH, REACH, NODES)
    weights = np.exp(-(nodes**2) / 2)
    return level * nodes, weights / weights.sum()


# -- the steps -------------------------------------------------------------------------------------


def iterate(experiment: schema.Experiment, start: ArrayLike, steps: int) -> Array:
    """The path (steps + 1, …, 2) of (θ, ψ) from ``start`` (…, 2) under plain SGD.

    With the experiment's rates, schedules, order and numbers of updates, D first; ψ is clipped
    after each of its updates. Instance noise enters by its mean. It is the trainer's path, up to
    its rounding, where ``departures`` is empty. ValueError as ``field``.
    """
    path = np.empty((steps + 1, *np.shape(start)))
    path[0] = start
    for step in range(steps):
        theta, psi = _step(experiment, path[step, ..., 0], path[step, ..., 1], step)
        path[step + 1, ..., 0], path[step + 1, ..., 1] = theta, psi
    return path


def _step(
    experiment: schema.Experiment, theta: Array, psi: Array, step: int
) -> tuple[Array, Array]:
    training, c, old = experiment.training, experiment.clip.c, psi
    g_rate = rate(experiment.generator_optimizer, step)
    d_rate = rate(experiment.discriminator_optimizer, step)
    learns = not training.d_until or step < training.d_until
    for _ in range(training.d_steps if learns else 0):
        psi = psi + d_rate * _field(experiment, theta, psi, step)[1]
        psi = np.clip(psi, -c, c) if c > 0 else psi
    if training.order == "simultaneous":
        # Every update of G was worked out at the state before the step.
        return theta + training.g_steps * g_rate * _field(experiment, theta, old, step)[0], psi
    for _ in range(training.g_steps):
        theta = theta + g_rate * _field(experiment, theta, psi, step)[0]
    return theta, psi
