"""The f-divergences D_f(p‖q) = ∫ q f(p / q): f, f' and f*, and their values by quadrature, in nats.

f and f* are those of Nowozin et al. 2016, table 6. "jensen-shannon" is without the ½'s: twice the
JSD that lies below ln 2. "gan" is Goodfellow's value: 2 JSD − ln 4.
"""

import warnings
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import wrightomega, xlogy

Array = NDArray[np.float64]
Curve = Callable[[Array], Array]

PIECES = 32
"""Parts of the line that adaptive quadrature starts from, so that it misses no narrow feature."""


@dataclass(frozen=True)
class FDivergence:
    """One f-divergence. All curves are elementwise; silence numpy at the ends of their domains.

    ``f`` is on [0, ∞), ``slope`` is f' on (0, ∞), ``conjugate`` is f*(t) = sup_u (ut − f(u)) on the
    range of f'. ``dual`` names the divergence with p and q exchanged: D_f(p‖q) = D_dual(q‖p).
    """

    f: Curve
    slope: Curve
    conjugate: Curve
    dual: str


def _jeffrey_conjugate(t: Array) -> Array:
    w = wrightomega(1 - t)  # W(e^{1−t})
    return w + 1 / w + t - 2


F_DIVERGENCES: dict[str, FDivergence] = {
    "kl": FDivergence(
        lambda u: xlogy(u, u), lambda u: 1 + np.log(u), lambda t: np.exp(t - 1), "reverse-kl"
    ),
    "reverse-kl": FDivergence(
        lambda u: -np.log(u), lambda u: -1 / u, lambda t: -1 - np.log(-t), "kl"
    ),
    "pearson": FDivergence(
        lambda u: (u - 1) ** 2, lambda u: 2 * (u - 1), lambda t: t**2 / 4 + t, "neyman"
    ),
    "neyman": FDivergence(
        lambda u: (1 - u) ** 2 / u,
        lambda u: 1 - u**-2.0,
        lambda t: 2 - 2 * np.sqrt(1 - t),
        "pearson",
    ),
    "squared-hellinger": FDivergence(
        lambda u: (np.sqrt(u) - 1) ** 2,
        lambda u: 1 - u**-0.5,
        lambda t: t / (1 - t),
        "squared-hellinger",
    ),
    "jeffrey": FDivergence(
        lambda u: (u - 1) * np.log(u),
        lambda u: np.log(u) + 1 - 1 / u,
        _jeffrey_conjugate,
        "jeffrey",
    ),
    "jensen-shannon": FDivergence(
        lambda u: xlogy(u, u) - (u + 1) * np.log((1 + u) / 2),
        lambda u: np.log(2 * u / (1 + u)),
        lambda t: -np.log(2 - np.exp(t)),
        "jensen-shannon",
    ),
    "gan": FDivergence(
        lambda u: xlogy(u, u) - (u + 1) * np.log1p(u),
        lambda u: np.log(u / (1 + u)),
        lambda t: -np.log(-np.expm1(t)),
        "gan",
    ),
    "total-variation": FDivergence(
        lambda u: np.abs(u - 1) / 2,
        lambda u: np.sign(u - 1) / 2,
        lambda t: t,
        "total-variation",
    ),
}


def integrand(name: str, p: ArrayLike, q: ArrayLike) -> Array:
    """q f(p / q) pointwise, densities of one shape; its limits, +inf among them, at p or q = 0.

    Written as p f°(q / p) with the dual f° where p > q, so that no ratio leaves [0, 1].
    """
    divergence = F_DIVERGENCES[name]
    p, q = np.asarray(p, np.float64), np.asarray(q, np.float64)
    larger = np.maximum(p, q)
    with np.errstate(all="ignore"):
        ratio = np.where(larger > 0, np.minimum(p, q) / larger, 1.0)
        dual = F_DIVERGENCES[divergence.dual].f(ratio)
        density = np.where(p > q, dual, divergence.f(ratio))
        return np.where(larger > 0, larger * density, 0.0)


def divergence(name: str, p: ArrayLike, q: ArrayLike, weights: ArrayLike = 1.0) -> float:
    """D_f(p‖q) = Σ weights q f(p / q) over a grid of densities (or probabilities), in nats.

    ``weights`` are the cells' sizes, a number or an array that broadcasts; +inf where it is.
    Both must sum to 1 under the weights for the divergence to be one.
    """
    return float((integrand(name, p, q) * np.asarray(weights, np.float64)).sum())


def divergence_1d(
    name: str,
    p_log: Callable[[float], float],
    q_log: Callable[[float], float],
    low: float,
    high: float,
) -> float:
    """D_f(p‖q) of log densities on [low, high] by adaptive quadrature, in nats; +inf where it is.

    Outside of [low, high] both densities must be negligible; log densities may be −inf. Infinite is
    what has an infinite integrand at a node; features narrower than a hundredth of the range may
    be missed.
    """

    from scipy.integrate import IntegrationWarning, quad

    infinite = False

    def height(x: float) -> float:
        nonlocal infinite
        found = float(integrand(name, np.exp(p_log(x)), np.exp(q_log(x))))
        infinite = infinite or not np.isfinite(found)
        return found if np.isfinite(found) else 0.0

    breaks = np.linspace(low, high, PIECES + 1)[1:-1]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", IntegrationWarning)
        with np.errstate(all="ignore"):
            found = quad(height, low, high, points=breaks, limit=400, epsabs=1e-12, epsrel=1e-10)[0]
    return float("inf") if infinite else float(found)
