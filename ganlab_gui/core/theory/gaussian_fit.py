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
CLOSE = 1e-3
"""How near to the least value a minimum of total variation is settled once more."""
SAME = 1e-3
"""Minima nearer than this, in σ and in ln σ, count as one."""
MUS, SIGMAS = 41, 21
"""Size of the coarse grid of starts over (μ, ln σ)."""
EDGE = 1e-7
"""How far in ln σ the search keeps from where the integral diverges."""
INWARD = np.array([0.005, 0.02, 0.06])
"""Rows of that grid next to there, in ln σ: minima lie that close to it."""
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
    if divergence == "kl":  # the moments are the only minimum
        return (Fit(by, scale, evaluator.slope(0.0, 0.0)[0]),)
    box = _box(mixture, divergence)
    starts = np.concatenate([_moments(mixture), _low_points(mixture, divergence, box)])
    fits = [_descend(evaluator, start, box) for start in _apart(starts)]
    certain = [fit for fit in fits if _is_minimum(evaluator, fit, box)]
    minima = _distinct(evaluator, certain or fits)
    if divergence == "total-variation":
        minima = _polished(evaluator, minima, box)
    least = min(fit.value for fit in minima)
    tied = least + TIE * max(1.0, abs(least))
    ranked = sorted(minima, key=lambda f: (f.value, f.mu, f.sigma))
    equal = sum(fit.value <= tied for fit in ranked)
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
    if name == "pearson":
        low = max(low, math.log(s.max() / math.sqrt(2)) + EDGE)
    if name == "neyman":
        limit = math.log(s.max() * math.sqrt(2))
        # With two components as wide, D_f is finite at the limit itself.
        high = min(high, limit if (s == s.max()).sum() > 1 else limit - EDGE)
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
    low, high = max(box[1, 0], math.log(mixture.stds.min() / 2)), box[1, 1]
    rows = [np.linspace(low, high, SIGMAS)]
    rows += {"pearson": [low + INWARD], "neyman": [high - INWARD]}.get(name, [])
    grid = np.meshgrid(mu, np.unique(np.concatenate(rows)))
    values = Evaluator(mixture, name, order=3).values(grid[0].ravel(), np.exp(grid[1].ravel()))
    framed = np.pad(values.reshape(grid[0].shape), 1, constant_values=np.inf)
    here = framed[1:-1, 1:-1]
    ways = [(i, j) for i in (0, 1, 2) for j in (0, 1, 2) if (i, j) != (1, 1)]
    ny, nx = here.shape
    around = np.min([framed[i : i + ny, j : j + nx] for i, j in ways], axis=0)
    lowest = here < around
    return np.stack([grid[0][lowest], grid[1][lowest]], 1)


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
    inward = np.minimum((0.0, INWARD[0]), (box[:, 1] - box[:, 0]) / 4)  # D_f may be infinite at box
    held = np.clip(start, box[:, 0] + inward, box[:, 1] - inward)
    unit = math.exp(held[1])

    def objective(at: Array) -> tuple[float, Array]:
        value, slope = evaluator.slope(at[0] * unit, at[1])
        return (value, slope * (unit, 1.0)) if math.isfinite(value) else (1e300, np.zeros(2))

    ftol = 1e-9 if evaluator.name == "total-variation" else 1e-15  # the former is settled later
    found = minimize(
        objective, held / (unit, 1.0), jac=True, method="L-BFGS-B",
        bounds=box / np.array([[unit], [1.0]]),
        options={"ftol": ftol, "gtol": 1e-10, "maxiter": 200},
    )  # fmt: skip
    value = evaluator.worth(float(found.fun))
    if evaluator.name != "gan":
        value = max(0.0, value)  # where p is all but a Gaussian, rounding may leave −1e−16
    return Fit(float(found.x[0] * unit), math.exp(found.x[1]), value)


def _polished(evaluator: Evaluator, minima: list[Fit], box: Array) -> list[Fit]:
    """The same, the lowest ones without slopes: these jump where roots of p = q come and go.

    A step that gains less than rounding is not taken, so that flat minima stay where they are.
    """
    least = min(fit.value for fit in minima)
    return [_settled(evaluator, f, box) if f.value < least + CLOSE else f for f in minima]


def _settled(evaluator: Evaluator, fit: Fit, box: Array) -> Fit:
    def height(at: Array) -> float:
        return evaluator.slope(fit.mu + fit.sigma * at[0], math.log(fit.sigma) + at[1])[0]

    for size in (0.03, 0.003):
        corners = size * np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0]])
        bounds = (box - [[fit.mu], [math.log(fit.sigma)]]) / [[fit.sigma], [1.0]]
        found = minimize(
            height, corners[0], method="Nelder-Mead", bounds=bounds,
            options={"initial_simplex": corners, "xatol": 1e-6, "fatol": 1e-14, "maxiter": 150},
        )  # fmt: skip
        if found.fun < fit.value - 1e-13:
            mu, sigma = fit.mu + fit.sigma * found.x[0], fit.sigma * math.exp(found.x[1])
            fit = Fit(float(mu), float(sigma), float(found.fun))
    return fit


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
