"""What D earns against fixed densities: V(G, D) at any D, and at the best one, C(G). In nats.

Goodfellow et al. 2014, section 4.1. Arrays of densities p (data) and q (p_g)
have any one shape; ``weights`` are the sizes of the grid's cells, a number or an array that
broadcasts, under which both densities must sum to 1.
"""

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import log_expit, rel_entr, xlog1py, xlogy

from ganlab_gui.core.theory.fdivergences import divergence_1d
from ganlab_gui.core.theory.line_mixture import Mixture

Array = NDArray[np.float64]

LN4 = math.log(4.0)
TAIL = 12.0
"""Standard deviations beyond which a Gaussian has no mass that a double would notice."""


def two_humps(mean: float, std: float, gap: float) -> Mixture:
    """Two equal Gaussians ``gap`` apart about ``mean``; one where the gap is 0."""
    if gap == 0:
        return Mixture((mean,), (std,))
    return Mixture((mean - gap / 2, mean + gap / 2), (std, std), (0.5, 0.5))


def cells(x: Array) -> Array:
    """Weights of the trapezoidal rule on the points x (n,), in increasing order, (n,).

    For smooth densities that vanish at both ends the rule is exact to about e^(−2π²(σ/h)²).
    """
    steps = np.diff(x)
    return np.asarray((np.append(steps, 0.0) + np.insert(steps, 0, 0.0)) / 2)


def point_value(a: ArrayLike, b: ArrayLike, y: ArrayLike) -> Array:
    """a ln y + b ln(1 − y), y in [0, 1], elementwise: what D earns at one x where it says y.

    −inf where D is sure and wrong. Its maximum is at a / (a + b) (Proposition 1).
    """
    return np.asarray(xlogy(a, y) + xlog1py(b, np.negative(y)))


def value(p: Array, q: Array, d: Array, weights: Array | float) -> float:
    """V(G, D) = ∫ p ln D + q ln(1 − D) (equation 3) of D's probabilities."""
    return float((point_value(p, q, d) * weights).sum())


def value_of_scores(p: Array, q: Array, scores: Array, weights: Array | float) -> float:
    """The same of D = σ(s), however sure D is."""
    return float(((p * log_expit(scores) + q * log_expit(-scores)) * weights).sum())


def best_value(p: Array, q: Array, weights: Array | float) -> float:
    """C(G) = max_D V(G, D) = ∫ p ln(p / (p + q)) + q ln(q / (p + q)) (equation 4)."""
    return float(((rel_entr(p, p + q) + rel_entr(q, p + q)) * weights).sum())


def js_parts(p: Array, q: Array) -> tuple[Array, Array]:
    """Two integrands ≥ 0, whose integrals are KL(p‖m) and KL(q‖m), m = (p + q) / 2.

    p ln(p / m) − p + m, and the same of q: what is added integrates to 0, and cancels in the sum,
    which is p ln(p / m) + q ln(q / m). Both of the densities' shape.
    """
    total = p + q  # which is 0 only where both are: half of it rounds to 0 before that
    m, ln2 = total / 2, LN4 / 2
    return rel_entr(p, total) + ln2 * p - p + m, rel_entr(q, total) + ln2 * q - q + m


def jsd(p: Array, q: Array, weights: Array | float) -> float:
    """JSD(p‖q) with the ½: (KL(p‖m) + KL(q‖m)) / 2, from 0 to ln 2."""
    first, second = js_parts(p, q)
    return float(((first + second) * weights).sum()) / 2


def best_value_1d(p: Mixture, q: Mixture) -> float:
    """C(G) by adaptive quadrature, as the f-divergence of f(u) = u ln u − (u + 1) ln(u + 1)."""
    return divergence_1d("gan", _log(p), _log(q), *_both(p, q))


def jsd_1d(p: Mixture, q: Mixture) -> float:
    """JSD with the ½ by adaptive quadrature."""
    return divergence_1d("jensen-shannon", _log(p), _log(q), *_both(p, q)) / 2


def _log(mixture: Mixture) -> Callable[[float], float]:
    return lambda x: float(mixture.log_density(x))


def _both(p: Mixture, q: Mixture) -> tuple[float, float]:
    ends = (*p.span(TAIL), *q.span(TAIL))
    return min(ends), max(ends)
