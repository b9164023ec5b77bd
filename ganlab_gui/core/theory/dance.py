"""Small two-player games stepped in two ways, and how far each step takes them from rest.

The Dirac-GAN's games are those of ``dirac`` with plain SGD at one step size h for both players and
n_d updates of D a step; the bilinear game is that of ``bilinear``. Points are (first player, second
player): (θ, ψ) or (x, y).
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import expit

from ganlab_gui.core.theory import bilinear, dirac, portrait
from ganlab_gui.core.theory.bilinear import Order
from ganlab_gui.experiment.schema import Experiment

Array = NDArray[np.float64]
Pace = Callable[[Array, Array], Array]

NODES = 201
"""Of the means over the instance noise along paths."""

GAMES: dict[str, tuple[str, ...]] = {
    "gan": ("minimax",),
    "non-saturating": ("non-saturating",),
    "wgan": ("wasserstein",),
    "wgan-clip": ("wasserstein", "clip"),
    "wgan-gp": ("wasserstein", "gradient"),
    "r1": ("minimax", "r1"),
    "instance-noise": ("minimax", "instance-noise"),
    "consensus": ("minimax", "consensus"),
    "bilinear": (),
}
"""What each game is made of, by the keys of ``dirac.METHODS``."""


@dataclass(frozen=True)
class Moves:
    """How a game is stepped. ``damping`` is γ of the penalty or of consensus, ``noise`` σ.

    WGAN-GP's penalty is (γ/2)(|ψ| − 1)², R1's (γ/2)ψ², so that ψ̇ loses γ(|ψ| − 1) sgn ψ and γψ.
    """

    game: str = "gan"
    h: float = 0.2
    d_steps: int = 1
    damping: float = 0.5
    noise: float = 1.0
    clip: float = 0.7


def experiment(moves: Moves, order: Order = "simultaneous") -> Experiment:
    """The Dirac-GAN of a game other than the bilinear one."""
    parts = GAMES[moves.game]
    sgd = {"name": "sgd", "lr": moves.h}
    tables: dict[str, Any] = {
        "data": {"name": "dirac"},
        "objective": {"name": parts[0]},
        "clip": {"c": moves.clip if "clip" in parts else 0.0},
        "training": {
            "d_steps": moves.d_steps,
            "instance_noise": moves.noise if "instance-noise" in parts else 0.0,
        },
        "generator_optimizer": sgd,
        "discriminator_optimizer": sgd,
    }
    if "gradient" in parts:
        tables["penalty"] = {"name": "gradient", "weight": moves.damping / 2, "target": 1.0}
    if "r1" in parts:
        tables["penalty"] = {"name": "r1", "weight": moves.damping}
    built = Experiment.model_validate(tables)
    # Past validation: training takes consensus with one step of each at once, theory any.
    consensus = moves.damping if "consensus" in parts else 0.0
    changes = {"order": order, "consensus": consensus}
    training = built.training.model_copy(update=changes)
    return built.model_copy(update={"training": training})


def drift(moves: Moves, x: ArrayLike, y: ArrayLike) -> tuple[Array, Array]:
    """The field at (x, y) of any shapes that broadcast, each player at unit pace."""
    if moves.game == "bilinear":
        return bilinear.field(x, y)
    return dirac.field(experiment(moves), x, y)


def eigenvalues(moves: Moves) -> NDArray[np.complex128]:
    """Eigenvalues (2,) of the field's Jacobian J at (0, 0); NaN where the field jumps there."""
    if moves.game == "bilinear":
        return bilinear.eigenvalues()
    return dirac.eigenvalues(experiment(moves))


def multipliers(moves: Moves, order: Order) -> NDArray[np.complex128]:
    """Eigenvalues (2,) of one step's Jacobian at (0, 0); for n_d = 1 and both at once I + hJ."""
    if moves.game == "bilinear":
        return bilinear.multipliers(moves.h, moves.d_steps, order)
    return portrait.multipliers(experiment(moves, order))


def paths(moves: Moves, start: tuple[float, float], steps: int) -> Array:
    """The paths (2, steps + 1, 2) from ``start``: simultaneous steps, then alternating ones.

    D (or y) moves first, n_d times; simultaneously, the other answers where it was before. A path
    is not finite from where it has grown past floats. For each order the path of
    ``dirac.iterate`` or ``bilinear.iterate``, in a tenth of the time.
    """
    wall = moves.clip if "clip" in GAMES[moves.game] else math.inf
    first, second = _paces(moves)
    path = np.empty((steps + 1, 2, 2))
    path[0] = start
    with np.errstate(over="ignore", invalid="ignore"):
        for k in range(steps):
            x, y = path[k, :, 0], path[k, :, 1]
            for _ in range(moves.d_steps):
                y = y + moves.h * second(x, y)
                y = np.minimum(np.maximum(y, -wall), wall)
            seen = np.array([path[k, 0, 1], y[1]])
            path[k + 1, :, 0] = x + moves.h * first(x, seen)
            path[k + 1, :, 1] = y
    return np.ascontiguousarray(np.moveaxis(path, 1, 0))


def _paces(moves: Moves) -> tuple[Pace, Pace]:
    """ẋ and ẏ of ``drift`` as two functions of x and y (n,), written out: a tenth of its time."""
    gamma = moves.damping
    match moves.game:
        case "bilinear":
            return lambda x, y: -y, lambda x, y: x
        case "wgan" | "wgan-clip":
            return lambda x, y: y, lambda x, y: -x
        case "wgan-gp":
            return lambda x, y: y, lambda x, y: -x - gamma * (y - np.sign(y))
        case "non-saturating":
            return lambda x, y: y * expit(-x * y), lambda x, y: -x * expit(x * y)
        case "r1":
            return lambda x, y: y * expit(x * y), lambda x, y: -x * expit(x * y) - gamma * y
        case "instance-noise":
            return _noisy_paces(moves.noise)
        case "consensus":
            return _consensus_paces(gamma)
    return lambda x, y: y * expit(x * y), lambda x, y: -x * expit(x * y)


def _noisy_paces(sigma: float) -> tuple[Pace, Pace]:
    """Means over the noise, by the trapezoidal rule."""
    z = np.linspace(-dirac.REACH, dirac.REACH, NODES)
    weights = np.exp(-0.5 * z**2) / np.exp(-0.5 * z**2).sum()
    noise = sigma * z

    def first(x: Array, y: Array) -> Array:
        return y * (expit(y[:, None] * (x[:, None] + noise)) @ weights)

    def second(x: Array, y: Array) -> Array:
        slope, seen = y[:, None], x[:, None] + noise
        on_data, on_samples = expit(-slope * noise), expit(slope * seen)
        return (noise * on_data - seen * on_samples) @ weights

    return first, second


def _consensus_paces(gamma: float) -> tuple[Pace, Pace]:
    """v − γ∇½‖v‖² for v = (yσ, −xσ), σ = σ(xy): ½‖v‖² = ½ (x² + y²) σ²."""

    def first(x: Array, y: Array) -> Array:
        share = expit(x * y)
        return y * share - gamma * share**2 * (x + (x**2 + y**2) * (1 - share) * y)

    def second(x: Array, y: Array) -> Array:
        share = expit(x * y)
        return -x * share - gamma * share**2 * (y + (x**2 + y**2) * (1 - share) * x)

    return first, second


def growth(points: NDArray[np.floating[Any]]) -> float:
    """Geometric mean factor of the radius a step on a path (n, 2), as far as it is finite.

    NaN for a path that has no step, or starts or ends at the equilibrium.
    """
    with np.errstate(over="ignore", invalid="ignore"):
        radius = np.hypot(points[:, 0], points[:, 1])
    finite = radius[np.isfinite(radius)]
    if len(finite) < 2 or finite[0] == 0 or finite[-1] == 0:
        return math.nan
    return float((finite[-1] / finite[0]) ** (1 / (len(finite) - 1)))


SLOPE = {"gan": 0.5, "non-saturating": 0.5, "wgan": 1.0, "bilinear": 1.0}
"""f'(0) of the games whose field only turns: nothing damps it, nothing holds it."""


def closed_form(moves: Moves) -> float:
    """√(1 + h² n_d f'(0)²): a simultaneous step's factor of the radius; NaN for the other games.

    Exact for WGAN and the bilinear game everywhere where n_d = 1, for the others near (0, 0).
    """
    return math.hypot(1, moves.h * math.sqrt(moves.d_steps) * SLOPE.get(moves.game, math.nan))


def bound(moves: Moves) -> float:
    """h √(n_g n_d) f'(0) at n_g = 1: alternating steps stay while it is ≤ 2; NaN for the others."""
    return moves.h * math.sqrt(moves.d_steps) * SLOPE.get(moves.game, math.nan)
