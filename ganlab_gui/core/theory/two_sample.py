"""Are two samples on the line from one distribution? Six test statistics and their p-values.

A statistic T is larger the more the samples differ. Under H0 the
labels are exchangeable, so T over random relabellings of the pooled sample is its null
distribution, and p = (1 + #{T_b ≥ T}) / (1 + B) is exact (Phipson & Smyth 2010).

The classifier test (Lopez-Paz & Oquab 2017) trains D on half of either sample and takes as T its
accuracy on the other half, whose labels alone are permuted: D is given, they are exchangeable.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.polynomial.legendre import legvander
from numpy.typing import ArrayLike, NDArray
from scipy.special import expit, log_expit
from scipy.stats import norm

from ganlab_gui.core.measures.moments import median_bandwidth

Array = NDArray[np.float64]
Labels = NDArray[np.bool_]

STATISTICS = ("mean", "std", "Kolmogorov-Smirnov", "energy distance", "mmd", "classifier")
LEVEL = 0.05
DEGREE = 4
RIDGE = 0.05
_TIE = 1e-12


@dataclass(frozen=True)
class Pooled:
    """Both samples as one, ascending: values (N,), whether each is of the first, kernel (N, N)."""

    values: Array
    first: Labels
    kernel: Array
    bandwidth: float


@dataclass(frozen=True)
class TestResult:
    """The statistic, its p-value, and its values (B,) over the relabellings."""

    __test__ = False

    value: float
    p: float
    null: Array


@dataclass(frozen=True)
class Classifier:
    """D(x), the probability that x is of the first sample: a logistic regression.

    Its features are the Legendre polynomials to degree 4 of (x − centre)/(3 scale), held in
    [−1, 1].
    """

    centre: float
    scale: float
    weights: Array

    def __call__(self, x: ArrayLike) -> Array:
        """D at x (n,), shape (n,)."""
        return np.asarray(expit(_features(np.asarray(x), self.centre, self.scale) @ self.weights))


def pool(x: ArrayLike, y: ArrayLike) -> Pooled:
    """x (n,) and y (m,), n, m ≥ 2. The Gaussian kernel's width is the pooled median distance."""
    both = np.concatenate([np.asarray(x, np.float64), np.asarray(y, np.float64)])
    order = np.argsort(both, kind="stable")
    values, bandwidth = both[order], median_bandwidth(both)
    kernel = np.exp(-0.5 * ((values[:, None] - values) / bandwidth) ** 2)
    return Pooled(values, order < len(np.asarray(x)), kernel, bandwidth)


@dataclass(frozen=True)
class Relabellings:
    """B choices of the first n of N pooled points, (B, N), and what of them is not of the data.

    So that a picture drawn again while one drags computes these once.
    """

    labels: Labels

    @cached_property
    def sizes(self) -> tuple[int, int]:
        """Points in the first and in the second sample."""
        n = int(self.labels[0].sum())
        return n, self.labels.shape[1] - n

    @cached_property
    def ones(self) -> Array:
        """1 for the first sample, 0 for the second, (B, N)."""
        return self.labels.astype(np.float64)

    @cached_property
    def weights(self) -> Array:
        """1/n for the first sample, −1/m for the second, (B, N)."""
        n, m = self.sizes
        return self.ones * (1.0 / n + 1.0 / m) - 1.0 / m

    @cached_property
    def gaps(self) -> Array:
        """F − G of the two empirical distribution functions at each pooled value, (B, N)."""
        return np.cumsum(self.weights, axis=1)


def relabellings(n: int, m: int, count: int, rng: np.random.Generator) -> Relabellings:
    """``count`` random choices of n out of n + m points."""
    rows = np.broadcast_to(np.arange(n + m) < n, (count, n + m))
    return Relabellings(rng.permuted(rows, axis=1))


@lru_cache(maxsize=8)
def fixed_relabellings(n: int, m: int, count: int, seed: int) -> Relabellings:
    """The same, remembered."""
    return relabellings(n, m, count, np.random.default_rng([seed, n, m, count]))


def _mean(pooled: Pooled, chosen: Relabellings) -> Array:
    return np.abs(chosen.weights @ pooled.values)


def _std(pooled: Pooled, chosen: Relabellings) -> Array:
    powers = np.stack([pooled.values, pooled.values**2], axis=1)
    (n, m), sums = chosen.sizes, chosen.ones @ powers
    first, second = (
        np.sqrt(np.maximum(part[:, 1] - part[:, 0] ** 2 / k, 0.0) / (k - 1))
        for part, k in ((sums, n), (powers.sum(axis=0) - sums, m))
    )
    return np.asarray(np.abs(first - second))


def _ks(pooled: Pooled, chosen: Relabellings) -> Array:
    # Of equal values only the last one ends a step of the distribution functions.
    ends = np.append(np.diff(pooled.values) > 0, True)
    gaps = chosen.gaps if ends.all() else chosen.gaps[:, ends]
    return np.asarray(np.maximum(gaps.max(axis=1), -gaps.min(axis=1)))


def _energy(pooled: Pooled, chosen: Relabellings) -> Array:
    return np.asarray(2.0 * chosen.gaps[:, :-1] ** 2 @ np.diff(pooled.values))


def _mmd(pooled: Pooled, chosen: Relabellings) -> Array:
    (n, m), rows = chosen.sizes, pooled.kernel.sum(axis=1)
    within = np.einsum("bi,bi->b", chosen.ones @ pooled.kernel, chosen.ones)
    touching = chosen.ones @ rows
    across, others = touching - within, rows.sum() - 2.0 * touching + within
    return np.asarray(
        (within - n) / (n * (n - 1)) + (others - m) / (m * (m - 1)) - 2.0 * across / (n * m)
    )


LABELLED: Mapping[str, Callable[[Pooled, Relabellings], Array]] = {
    "mean": _mean,
    "std": _std,
    "Kolmogorov-Smirnov": _ks,
    "energy distance": _energy,
    "mmd": _mmd,
}
"""|Δ mean|, |Δ std| (n − 1), sup |F − G|, 2∫(F − G)² (scipy's energy_distance, squared), and the
unbiased MMD² (Gretton et al. 2012, eq. 3), each (B,) for B relabellings of a pooled sample."""


def _features(x: Array, centre: float, scale: float) -> Array:
    held = np.clip((x - centre) / (3.0 * scale), -1.0, 1.0)
    return np.asarray(legvander(held, DEGREE), np.float64)


def fit_classifier(x: Array, y: Array) -> Classifier:
    """The logistic regression of x (n,) against y (m,), by Newton's method; ridge 0.05."""
    both = np.concatenate([x, y])
    centre, scale = float(both.mean()), float(both.std()) or 1.0
    features = _features(both, centre, scale)
    signs = np.where(np.arange(len(both)) < len(x), 1.0, -1.0)
    ridge = np.full(DEGREE + 1, RIDGE)

    def loss(w: Array) -> float:
        return float(0.5 * ridge @ w**2 - log_expit(signs * (features @ w)).sum())

    weights = np.zeros(DEGREE + 1)
    for _ in range(30):
        d = expit(features @ weights)
        slope = ridge * weights - features.T @ (signs * expit(-signs * (features @ weights)))
        curvature = (features.T * (d * (1.0 - d))) @ features + np.diag(ridge)
        step, before, length = np.linalg.solve(curvature, slope), loss(weights), 1.0
        while loss(weights - length * step) > before and length > 1e-6:
            length /= 2.0
        weights = weights - length * step
        if np.abs(step).max() < 1e-8:
            break
    return Classifier(centre, scale, weights)


def halves(x: Array, y: Array) -> tuple[Array, Array, Array, Array]:
    """Trained on (x, y), held out (x, y): the first half of either, and the rest."""
    n, m = len(x) // 2, len(y) // 2
    return x[:n], y[:m], x[n:], y[m:]


def accuracies(found: Classifier, x: Array, y: Array, chosen: Relabellings) -> Array:
    """The share (B,) that D > ½ tells rightly of x (n,) then y (m,), relabelled."""
    real = found(np.concatenate([x, y])) > 0.5
    return np.asarray((chosen.labels == real).mean(axis=1))


def statistic_values(x: Array, y: Array) -> Array:
    """The six statistics of x (n,) and y (m,), (6,), in the order of STATISTICS; n, m ≥ 4."""
    return _values(x, y, pool(x, y), fit_classifier(*halves(x, y)[:2]))


def _values(x: Array, y: Array, pooled: Pooled, found: Classifier) -> Array:
    held_x, held_y = halves(x, y)[2:]
    given = Relabellings((np.arange(len(held_x) + len(held_y)) < len(held_x))[None])
    label = Relabellings(pooled.first[None])
    whole = [statistic(pooled, label)[0] for statistic in LABELLED.values()]
    return np.array([*whole, accuracies(found, held_x, held_y, given)[0]])


def two_sample_tests(
    x: Array, y: Array, whole: Relabellings, held: Relabellings
) -> dict[str, TestResult]:
    """All six tests of x (n,) and y (m,), n, m ≥ 4, by name.

    ``whole`` are relabellings of all n + m points, ``held`` those of the n + m − n//2 − m//2 that
    are held out from training.
    """
    pooled, found = pool(x, y), fit_classifier(*halves(x, y)[:2])
    nulls = [statistic(pooled, whole) for statistic in LABELLED.values()]
    nulls.append(accuracies(found, *halves(x, y)[2:], held))
    return {
        name: TestResult(float(value), p_value(float(value), null), null)
        for name, value, null in zip(STATISTICS, _values(x, y, pooled, found), nulls, strict=True)
    }


def p_value(value: float, null: Array) -> float:
    """(1 + #{null ≥ value}) / (1 + B); what differs by rounding only counts as equal."""
    return float((1 + np.count_nonzero(null >= value - _TIE)) / (1 + len(null)))


def critical_value(null: Array, level: float = LEVEL) -> float:
    """What the statistic exceeds where p ≤ ``level``; of ``null`` at most that share is larger."""
    rejecting = math.floor(level * (1 + len(null)) + _TIE) - 1
    return float(np.sort(null)[-1 - rejecting]) if rejecting >= 0 else math.inf


def p_values(x: Array, y: Array, count: int, rng: np.random.Generator) -> Array:
    """The six p-values (6,) from ``count`` fresh relabellings."""
    n, m = len(x), len(y)
    whole = relabellings(n, m, count, rng)
    held = relabellings(n - n // 2, m - m // 2, count, rng)
    return np.array([result.p for result in two_sample_tests(x, y, whole, held).values()])


def mean_power(n: int | Array, shift: float, level: float = LEVEL) -> Array:
    """Power of the two-sided z-test of two means, unit variances, n a sample: closed form."""
    push, edge = np.asarray(shift * np.sqrt(np.asarray(n) / 2.0)), norm.isf(level / 2.0)
    return np.asarray(norm.sf(edge - push) + norm.cdf(-edge - push))


def rate_interval(hits: ArrayLike, trials: ArrayLike) -> tuple[Array, Array]:
    """Wilson's 95 % interval of a rate, elementwise; (0, 1) where there were no trials."""
    k, n, z = np.asarray(hits, np.float64), np.asarray(trials, np.float64), norm.isf(0.025)
    middle = (k + z**2 / 2.0) / (n + z**2)
    reach = z / (n + z**2) * np.sqrt(np.maximum(k * (n - k), 0.0) / np.maximum(n, 1.0) + z**2 / 4)
    return middle - reach, middle + reach
