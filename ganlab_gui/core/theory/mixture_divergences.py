"""D_f(p‖q) of a 1-D Gaussian mixture p and one Gaussian q = N(μ, σ²), with its slopes, in nats.

By Gauss-Legendre quadrature on panels that follow every component and q, whatever their scales, in
logarithms throughout; Pearson's χ² in closed form and total variation by distribution functions
between the points where p = q. The slopes rest on ∂D/∂θ = ∫ ∂q/∂θ (f(u) − u f′(u)) dx, u = p/q.
"""

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.polynomial import legendre
from numpy.typing import ArrayLike, NDArray
from scipy.special import logsumexp, ndtr

from ganlab_gui.core.theory.divergence_integrals import INTEGRALS
from ganlab_gui.core.theory.fdivergences import F_DIVERGENCES

Array = NDArray[np.float64]

LOG_ROOT_TAU = 0.5 * math.log(2 * math.pi)
SUMMING_SLACK = 1e-6
"""How far from 1 the sum of the weights may be."""
FAR = 60.0
"""How many spans of the mixture are integrated over on either side."""


@dataclass(frozen=True)
class Mixture:
    """Components sorted by mean; arrays (m,). Made by ``mixture_of``."""

    means: Array
    stds: Array
    weights: Array

    @property
    def mean(self) -> float:
        return float(self.weights @ self.means)

    @property
    def std(self) -> float:
        """√(Σ w (s² + (m − mean)²))."""
        return math.sqrt(float(self.weights @ (self.stds**2 + (self.means - self.mean) ** 2)))

    def log_density(self, x: Array) -> Array:
        """ln p at x, any shape."""
        heights = np.log(self.weights / self.stds) - LOG_ROOT_TAU
        # One component after the other: an axis more would cost more than the loop.
        parts = [
            h - 0.5 * ((x - m) / s) ** 2
            for h, m, s in zip(heights, self.means, self.stds, strict=True)
        ]
        top = np.maximum.reduce(parts)
        if len(parts) == 1:
            return np.asarray(top)
        return np.asarray(top + np.log(sum(np.exp(part - top) for part in parts)))

    def cumulative(self, x: Array) -> Array:
        """P(X ≤ x) at x (n,)."""
        return np.asarray(ndtr((x[:, None] - self.means) / self.stds) @ self.weights)

    def moved(self, by: float, scale: float) -> "Mixture":
        """The distribution of (X − by) / scale."""
        return Mixture((self.means - by) / scale, self.stds / scale, self.weights)


def mixture_of(means: ArrayLike, stds: ArrayLike, weights: ArrayLike) -> Mixture:
    """A checked mixture. Components of weight 0 are left out, equal ones made one.

    Raises ValueError, in a sentence, where lengths differ or are 0, a number is not finite, a std
    is not positive, a weight is negative, or the weights do not sum to 1 within 1e-6 (what is left
    is divided out).
    """
    given = {"means": means, "stds": stds, "weights": weights}
    m, s, w = (_numbers(name, values) for name, values in given.items())
    if not len(m) == len(s) == len(w):
        raise ValueError(
            f"means, stds and weights have {len(m)}, {len(s)} and {len(w)} numbers;"
            " they must have as many."
        )
    if (s <= 0).any():
        raise ValueError(f"stds: {s.min():g} is not allowed; each must be above 0.")
    if (w < 0).any():
        raise ValueError(f"weights: {w.min():g} is not allowed; none may be below 0.")
    if abs(w.sum() - 1) > SUMMING_SLACK:
        raise ValueError(f"weights: they sum to {w.sum():g}; they must sum to 1 (within 1e-6).")
    used = w > 0
    pairs, place = np.unique(np.stack([m[used], s[used]], 1), axis=0, return_inverse=True)
    sums = np.bincount(place.ravel(), w[used] / w.sum())
    return Mixture(pairs[:, 0], pairs[:, 1], np.asarray(sums, np.float64))


def _numbers(name: str, values: ArrayLike) -> Array:
    try:
        found = np.asarray(values, np.float64)
    except (TypeError, ValueError):
        raise ValueError(f"{name}: must be a list of numbers.") from None
    if found.ndim != 1 or not len(found):
        raise ValueError(f"{name}: must be a list of at least one number.")
    if not np.isfinite(found).all():
        raise ValueError(f"{name}: every number must be finite.")
    return found


def check_name(name: str) -> None:
    """Raises ValueError, naming the divergences there are."""
    if not isinstance(name, str) or name not in F_DIVERGENCES:
        raise ValueError(
            f"divergence {name!r}: no such divergence; there are: {', '.join(F_DIVERGENCES)}."
        )


# -- by quadrature ---------------------------------------------------------------------------------


@lru_cache
def leggauss(order: int) -> tuple[Array, Array]:
    """Nodes on [−1, 1] and their weights."""
    return legendre.leggauss(order)


def _steps(reach: float) -> Array:
    """Distances 0, ½, … 8 and on geometrically to ``reach``, in standard deviations."""
    near = np.arange(0.0, 8.25, 0.5)
    far = 8.0 * 1.4 ** np.arange(1, max(2, math.ceil(math.log(reach / 8.0, 1.4)) + 1))
    return np.concatenate([near, far])


def _ends(mixture: Mixture) -> Array:
    """Where panels end for the mixture's sake: about components, and where two are as likely."""
    span = float(np.ptp(mixture.means)) + float(mixture.stds.max())
    found = []
    for m, s in zip(mixture.means, mixture.stds, strict=True):
        steps = s * _steps(FAR * span / s)
        found += [m - steps, m + steps]
    logs = np.log(mixture.weights / mixture.stds)
    for i in range(len(logs)):
        for j in range(i):
            (mi, mj), (vi, vj) = mixture.means[[i, j]], mixture.stds[[i, j]] ** 2
            constant = mi**2 / vi - mj**2 / vj - 2 * (logs[i] - logs[j])
            square, linear = 1 / vi - 1 / vj, -2 * (mi / vi - mj / vj)
            roots = np.roots([square, linear, constant]) if square else [-constant / linear]
            found.append(np.real(np.asarray(roots)[np.isreal(roots)]))
    every = np.concatenate(found)
    return np.unique(every[np.abs(every - mixture.mean) <= 2 * FAR * span])


class Evaluator:
    """D_f(p‖N(μ, σ²)) of one mixture for as many (μ, σ) as are asked for."""

    def __init__(self, mixture: Mixture, name: str, order: int = 8) -> None:
        check_name(name)
        self.mixture, self.name, self.order = mixture, name, order
        self._ends = _ends(mixture)

    def values(self, mu: ArrayLike, sigma: ArrayLike) -> Array:
        """D_f (k,) at μ and σ (k,), +inf where it is. By quadrature, relative error about 1e-9.

        Total variation's integrand has corners, which leave about 1e-4.
        """
        mus, sigmas = np.atleast_1d(np.asarray(mu, float)), np.atleast_1d(np.asarray(sigma, float))
        found = np.empty(len(mus))
        chunk = max(1, 400_000 // (len(self._ends) * self.order))
        with np.errstate(all="ignore"):
            for start in range(0, len(mus), chunk):
                part = slice(start, start + chunk)
                x, weights = self.grid(mus[part], sigmas[part])
                a, b = self.logs(x, mus[part], sigmas[part])
                found[part] = (INTEGRALS[self.name].value(a, b) * weights).sum(-1)
        return np.where(self.infinite(mus, sigmas) | ~np.isfinite(found), np.inf, found)

    def grid(self, mu: Array, sigma: Array, order: int | None = None) -> tuple[Array, Array]:
        """Nodes and their weights, (k, n), ``order`` or its own number of them a panel."""
        nodes, sizes = leggauss(order or self.order)
        reach = FAR * (np.ptp(self.mixture.means) + self.mixture.stds.max())
        steps = _steps(max(16.0, float(reach / sigma.min())))
        own = sigma[:, None] * np.concatenate([-steps[:0:-1], steps]) + mu[:, None]
        shared = np.broadcast_to(self._ends, (len(mu), len(self._ends)))
        ends = np.sort(np.concatenate([shared, own], 1), 1)
        half = np.diff(ends, axis=1)[..., None] / 2
        x = ends[:, :-1, None] + half * (1 + nodes)
        return x.reshape(len(mu), -1), (half * sizes).reshape(len(mu), -1)

    def logs(self, x: Array, mu: Array, sigma: Array) -> tuple[Array, Array]:
        """ln p and ln q at x (k, n)."""
        z = (x - mu[:, None]) / sigma[:, None]
        return self.mixture.log_density(x), -0.5 * z**2 - np.log(sigma)[:, None] - LOG_ROOT_TAU

    def infinite(self, mu: Array, sigma: Array) -> NDArray[np.bool_]:
        """Where the integral diverges: a tail that is squared over one that is too light.

        Pearson's for σ ≤ s/√2 and Neyman's for σ > s√2, s the largest std, and Neyman's at σ = s√2
        too unless μ lies between the means of the components that have it.
        """
        widest = self.mixture.stds.max()
        if self.name == "pearson":
            return np.asarray(2 * sigma**2 <= widest**2)
        if self.name != "neyman":
            return np.zeros(len(mu), bool)
        means = self.mixture.means[self.mixture.stds == widest]
        inside = (means.min() < mu) & (mu < means.max())
        at, limit = sigma**2, 2 * widest**2
        return np.asarray((at > limit * (1 + 1e-12)) | ((at > limit * (1 - 1e-12)) & ~inside))

    def slope(self, mu: float, log_sigma: float) -> tuple[float, Array]:
        """What is minimised and its derivative (2,) by μ and ln σ, exact to about 1e-9.

        It is D_f, but ln(1 + χ²) for Pearson's and Neyman's, whose exponents would overflow.
        """
        with np.errstate(all="ignore"):
            if self.name == "pearson":
                return _pearson(self.mixture, mu, log_sigma)
            if self.name == "total-variation":
                return self._total_variation(mu, log_sigma)
            return self._by_quadrature(mu, log_sigma)

    def worth(self, objective: float) -> float:
        """D_f of what ``slope`` minimises."""
        if self.name not in ("pearson", "neyman"):
            return objective
        return math.expm1(objective) if objective < 700 else math.inf

    def _by_quadrature(self, mu: float, log_sigma: float) -> tuple[float, Array]:
        mus, sigmas = np.array([mu]), np.exp([log_sigma])
        if self.infinite(mus, sigmas)[0]:
            return math.inf, np.zeros(2)
        x, weights = (v[0] for v in self.grid(mus, sigmas))
        a, b = (v[0] for v in self.logs(x[None], mus, sigmas))
        z = (x - mu) / sigmas[0]
        scores = np.stack([z / sigmas[0], z**2 - 1])
        if self.name == "neyman":
            logs = 2 * b - a
            total = float(logsumexp(logs, b=weights))
            return total, 2 * scores @ (np.exp(logs - total) * weights)
        pull = INTEGRALS[self.name].pull(a, b) * weights
        return float(INTEGRALS[self.name].value(a, b) @ weights), scores @ pull

    def _total_variation(self, mu: float, log_sigma: float) -> tuple[float, Array]:
        """½ Σ |ΔP − ΔQ| between the points where p = q."""
        mus, sigmas = np.array([mu]), np.exp([log_sigma])
        x = self.grid(mus, sigmas, 3)[0][0]
        a, b = (v[0] for v in self.logs(x[None], mus, sigmas))
        brackets = self._brackets(x, a - b, mus, sigmas)
        cuts = self._crossings(*brackets, mus, sigmas)
        z = (cuts - mu) / sigmas[0]
        excess = np.diff(self.mixture.cumulative(cuts) - ndtr(z), prepend=0.0, append=0.0)
        height = np.exp(-0.5 * z**2 - LOG_ROOT_TAU) / sigmas[0]
        moved = np.stack([-height, -height * (cuts - mu)])
        sides = np.diff(moved, prepend=0.0, append=0.0)
        return float(np.abs(excess).sum() / 2), -sides @ np.sign(excess) / 2

    def _brackets(self, x: Array, gap: Array, mu: Array, sigma: Array) -> tuple[Array, Array]:
        """Ends (n,) of intervals in which ln p − ln q, ``gap`` at x, changes its sign once.

        Where it comes near 0 between two nodes and turns back, both roots are looked for.
        """
        size, change = np.abs(gap), np.flatnonzero((gap[1:] > 0) != (gap[:-1] > 0))
        turns = 1 + np.flatnonzero((size[1:-1] < size[:-2]) & (size[1:-1] <= size[2:]))
        side = np.sign(gap[turns])
        kept = (side == np.sign(gap[turns - 1])) & (side == np.sign(gap[turns + 1]))
        turns, side, rows = turns[kept], side[kept], np.arange(int(kept.sum()))
        low, high, middle = x[turns - 1], x[turns + 1], x[turns]
        beyond = np.zeros(len(turns), bool)
        for _ in range(3 if len(turns) else 0):
            nodes = low[:, None] + (high - low)[:, None] * np.linspace(0.0, 1.0, 17)
            a, b = self.logs(nodes, mu, sigma)
            height = (a - b) * side[:, None]
            nearest = height[:, 1:-1].argmin(1) + 1
            low, middle, high = (nodes[rows, nearest + step] for step in (-1, 0, 1))
            beyond = height[rows, nearest] < 0
        turns, middle = turns[beyond], middle[beyond]
        lows = np.concatenate([x[change], x[turns - 1], middle])
        highs = np.concatenate([x[change + 1], middle, x[turns + 1]])
        order = np.argsort(lows)
        return lows[order], highs[order]

    def _crossings(self, low: Array, high: Array, mu: Array, sigma: Array) -> Array:
        """The roots of ln p − ln q, one in each bracket (n,), by cutting it in 32, five times."""
        shares, rows = np.linspace(0.0, 1.0, 33), np.arange(len(low))
        for _ in range(5 if len(low) else 0):
            x = low[:, None] + (high - low)[:, None] * shares
            a, b = self.logs(x, mu, sigma)
            above = a > b
            first = np.argmax(above[:, 1:] != above[:, :-1], 1)
            low, high = x[rows, first], x[rows, first + 1]
        return (low + high) / 2


# -- closed form -----------------------------------------------------------------------------------


def _pearson(mixture: Mixture, mu: float, log_sigma: float) -> tuple[float, Array]:
    """ln ∫ p²/q: a sum over pairs of components, each a Gaussian integral, and its slopes."""
    precision = math.exp(-2 * log_sigma)
    own = mixture.stds**-2.0
    away = mixture.means - mu
    both = own[:, None] + own - precision
    if (both <= 0).any():
        return math.inf, np.zeros(2)
    pull = (own * away)[:, None] + own * away
    squares = (own * away**2)[:, None] + own * away**2
    logs = np.log(mixture.weights / mixture.stds)
    pairs = (
        logs[:, None] + logs + log_sigma - 0.5 * np.log(both)
        - 0.5 * (squares - pull**2 / both)
    )  # fmt: skip
    total = float(logsumexp(pairs))
    shares, centre = np.exp(pairs - total), pull / both
    by_mu = -precision * centre
    by_sigma = 1 - precision * (1 / both + centre**2)
    return total, np.array([(shares * by_mu).sum(), (shares * by_sigma).sum()])
