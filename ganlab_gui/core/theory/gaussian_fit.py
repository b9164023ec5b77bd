"""The Gaussian nearest to a 1-D Gaussian mixture by each f-divergence: Nowozin et al. 2016, 2.4.

p is the mixture (the data) and q = N(μ, σ²) the model; D_f(p‖q) is in nats, "jensen-shannon"
without its ½'s and "gan" 2 JSD − ln 4.
"""

import itertools
import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.optimize import minimize

from ganlab_gui.core.theory.mixture_divergences import Evaluator, Mixture, mixture_of

Array = NDArray[np.float64]

LN2 = math.log(2.0)
CEILINGS = {
    "squared-hellinger": 2.0,
    "jensen-shannon": 2 * LN2,
    "gan": 0.0,
    "total-variation": 1.0,
}
"""What D_f comes to where p and q do not overlap, for those that stay finite."""
TIE = 1e-9
"""Values nearer than this count as equal."""
SAME = 1e-3
"""Minima nearer than this, in σ and in ln σ, count as one."""
MUS, SIGMAS = 33, 17
"""Size of the coarse grid of starts over (μ, ln σ)."""
SUBSETS = 5
"""Up to so many components every subset of them is a start; beyond, every run of neighbours."""


class Fit(NamedTuple):
    """N(mu, sigma²) and D_f(p‖N(mu, sigma²)) in nats."""

    mu: float
    sigma: float
    value: float


def fit_gaussian(means: ArrayLike, stds: ArrayLike, weights: ArrayLike, divergence: str) -> Fit:
    """(μ, σ, D_f): the global minimum of D_f(p‖N(μ, σ²)), in nats.

    p = Σ w N(m, s²) with ``means``, ``stds`` and ``weights`` (m,) each; ``divergence`` is one of
    ``objective.divergence``. Of equal minima, as reverse KL has two for a
    symmetric mixture, it is that with the smallest μ, then σ; where a minimum is flat, as total
    variation's may be, its point nearest to a component. Raises ValueError, in a sentence, for what
    is not a mixture (see ``mixture_of``) and for an unknown divergence.
    """
    return local_minima(means, stds, weights, divergence)[0]


def local_minima(
    means: ArrayLike, stds: ArrayLike, weights: ArrayLike, divergence: str
) -> tuple[Fit, ...]:  # fmt: skip
    """All minima that were found, the global one first, then by value.

    Searched from the lowest points of a grid over (μ, ln σ), from every component, and from the
    moments of subsets of components; each start descends by L-BFGS-B with analytic slopes.
    """
    whole = mixture_of(means, stds, weights)
    by, scale = whole.mean, whole.std
    mixture = whole.moved(by, scale)  # D_f does not change when both are moved and scaled alike
    evaluator = Evaluator(mixture, divergence)
    if len(mixture.means) == 1:
        best = -2 * LN2 if divergence == "gan" else 0.0
        return (Fit(float(whole.means[0]), float(whole.stds[0]), best),)
    box = _box(mixture, divergence)
    starts = np.concatenate([_moments(mixture), _low_points(mixture, divergence, box)])
    fits = [_descend(evaluator, start, box) for start in _apart(starts)]
    minima = _distinct(evaluator, [fit for fit in fits if _is_minimum(evaluator, fit, box)])
    least = min(minima, key=lambda fit: fit.value).value
    ranked = sorted(minima, key=lambda f: (f.value > least + TIE, f.value, f.mu, f.sigma))
    equal = sum(fit.value <= least + TIE for fit in ranked)
    ranked[:equal] = sorted(ranked[:equal], key=lambda fit: (fit.mu, fit.sigma))
    return tuple(Fit(by + scale * f.mu, scale * f.sigma, f.value) for f in ranked)


def landscape(
    means: ArrayLike, stds: ArrayLike, weights: ArrayLike, divergence: str,
    mu: ArrayLike, sigma: ArrayLike,
) -> Array:  # fmt: skip
    """D_f(p‖N(μ, σ²)) over the grid of μ (nx,) and σ (ny,): (ny, nx), +inf where it is.

    By quadrature with four nodes a panel: right to about 1e-3, for pictures.
    """
    mixture = mixture_of(means, stds, weights)
    mus, sigmas = np.meshgrid(np.asarray(mu, np.float64), np.asarray(sigma, np.float64))
    found = Evaluator(mixture, divergence, order=4).values(mus.ravel(), sigmas.ravel())
    return found.reshape(mus.shape)


# -- starts ----------------------------------------------------------------------------------------


def _box(mixture: Mixture, name: str) -> Array:
    """Bounds (2, 2) of μ and ln σ: (low, high) each."""
    s = mixture.stds
    span = float(np.ptp(mixture.means) + s.max())
    low, high = math.log(s.min() / 4), math.log(4 * span)
    edge = 1e-7  # inside of where the integral diverges
    if name == "pearson":
        low = max(low, math.log(s.max() / math.sqrt(2)) + edge)
    if name == "neyman":
        high = min(high, math.log(s.max() * math.sqrt(2)))
    return np.array([[mixture.means.min() - span, mixture.means.max() + span], [low, high]])


def _moments(mixture: Mixture) -> Array:
    """(k, 2) means and ln σ of subsets of components, single components among them."""
    m = len(mixture.means)
    chosen: list[Sequence[int]] = [range(i, j) for i in range(m) for j in range(i + 1, m + 1)]
    if m <= SUBSETS:
        chosen = [c for size in range(1, m + 1) for c in itertools.combinations(range(m), size)]
    found = []
    for some in chosen:
        at = list(some)
        w = mixture.weights[at] / mixture.weights[at].sum()
        part = Mixture(mixture.means[at], mixture.stds[at], w)
        found.append((part.mean, math.log(part.std)))
    return np.array(found)


def _low_points(mixture: Mixture, name: str, box: Array) -> Array:
    """(k, 2) points of a grid over μ and ln σ that are lower than all their neighbours."""
    mu = np.linspace(mixture.means.min(), mixture.means.max(), MUS)
    log_sigma = np.linspace(max(box[1, 0], math.log(mixture.stds.min() / 2)), box[1, 1], SIGMAS)
    grid = np.meshgrid(mu, log_sigma)
    values = Evaluator(mixture, name, order=3).values(grid[0].ravel(), np.exp(grid[1].ravel()))
    framed = np.pad(values.reshape(SIGMAS, MUS), 1, constant_values=np.inf)
    here = framed[1:-1, 1:-1]
    ways = [(i, j) for i in (0, 1, 2) for j in (0, 1, 2) if (i, j) != (1, 1)]
    around = np.min([framed[i : i + SIGMAS, j : j + MUS] for i, j in ways], axis=0)
    low = here < around
    return np.stack([grid[0][low], grid[1][low]], 1)


def _apart(starts: Array) -> list[Array]:
    """Those that are not next to an earlier one."""
    kept: list[Array] = []
    for start in starts:
        if not any(_distance(start, other) < 0.1 for other in kept):
            kept.append(start)
    return kept


def _distance(one: Array, other: Array) -> float:
    """In units of the smaller σ, and of ln σ."""
    away = abs(one[0] - other[0]) / math.exp(min(one[1], other[1]))
    return float(max(away, abs(one[1] - other[1])))


# -- descent ---------------------------------------------------------------------------------------


def _descend(evaluator: Evaluator, start: Array, box: Array) -> Fit:
    """The minimum that lies downhill of ``start``. μ is scaled by the start's σ."""
    held = np.clip(start, box[:, 0], box[:, 1])
    unit = math.exp(held[1])

    def objective(at: Array) -> tuple[float, Array]:
        value, slope = evaluator.slope(at[0] * unit, at[1])
        return (value, slope * (unit, 1.0)) if math.isfinite(value) else (1e300, np.zeros(2))

    found = minimize(
        objective, held / (unit, 1.0), jac=True, method="L-BFGS-B",
        bounds=box / np.array([[unit], [1.0]]),
        options={"ftol": 1e-15, "gtol": 1e-10, "maxiter": 200},
    )  # fmt: skip
    value = evaluator.worth(float(found.fun))
    if evaluator.name != "gan":
        value = max(0.0, value)  # where p is all but a Gaussian, rounding may leave −1e−16
    return Fit(float(found.x[0] * unit), math.exp(found.x[1]), value)


def _is_minimum(evaluator: Evaluator, fit: Fit, box: Array) -> bool:
    """Whether it is below its surroundings, and not on the plain where p and q are apart."""
    ceiling = CEILINGS.get(evaluator.name, math.inf)
    if not math.isfinite(fit.value) or fit.value >= ceiling - 1e-7:
        return False
    for turn in np.arange(8) * (math.pi / 4):
        mu = fit.mu + 0.01 * fit.sigma * math.cos(turn)
        log_sigma = math.log(fit.sigma) + 0.01 * math.sin(turn)
        if not box[1, 0] <= log_sigma <= box[1, 1]:
            continue
        around = evaluator.worth(evaluator.slope(mu, log_sigma)[0])
        if around < fit.value - TIE * max(1.0, abs(fit.value)):
            return False
    return True


def _distinct(evaluator: Evaluator, fits: list[Fit]) -> list[Fit]:
    """One a valley: the lowest, of equal ones that nearest to a component."""
    valleys: list[list[Fit]] = []
    for fit in sorted(fits, key=lambda f: (f.value, f.mu, f.sigma)):
        home = next((v for v in valleys if _joined(evaluator, v[0], fit)), None)
        if home is None:
            valleys.append([fit])
        else:
            home.append(fit)
    return [_typical(evaluator.mixture, valley) for valley in valleys]


def _joined(evaluator: Evaluator, lower: Fit, fit: Fit) -> bool:
    """Whether they are one point, or no hill lies on the straight way between them."""
    one, other = (np.array([f.mu, math.log(f.sigma)]) for f in (lower, fit))
    if _distance(one, other) < SAME:
        return True
    way = [one + share * (other - one) for share in np.linspace(0, 1, 11)[1:-1]]
    slack = TIE * max(1.0, abs(fit.value))
    heights = (evaluator.worth(evaluator.slope(*at)[0]) for at in way)
    return all(height <= fit.value + slack for height in heights)


def _typical(mixture: Mixture, valley: list[Fit]) -> Fit:
    least = valley[0].value
    equal = [fit for fit in valley if fit.value <= least + 1e-12]

    def remoteness(fit: Fit) -> float:
        pairs = zip(mixture.means, mixture.stds, strict=True)
        return min(abs(fit.mu - m) / s + abs(math.log(fit.sigma / s)) for m, s in pairs)

    return min(equal, key=remoteness)
