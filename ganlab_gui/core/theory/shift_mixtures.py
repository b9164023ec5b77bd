"""Two mixtures a shift θ apart, beside the pairs of ``shift``: each distance, by quadrature.

Kept apart because these need scipy, which the lab's own small panel of shifts must not load.
"""

import math
from functools import lru_cache

import numpy as np
from numpy.typing import ArrayLike

from ganlab_gui.core.theory.line_mixture import Mixture
from ganlab_gui.core.theory.shift import LN2, SHIFTS, Array, Curve, Shift
from ganlab_gui.core.theory.transport import mean_signs

MIXTURE_P = Mixture((-1.5, 1.5), (0.4, 0.4), (0.5, 0.5))
MIXTURE_Q = Mixture((-1.5, 1.5), (0.4, 0.4), (0.3, 0.7))
"""q_0 has the modes of p with other weights: no shift makes the two equal."""

SMOOTH = 5.0
"""Beyond this many units from its centre neither mixture has mass to speak of."""
CELL = 0.04
"""Step of the quadrature over x, a tenth of a mode's standard deviation."""


def _mixtures(name: str) -> Curve:
    """One of the mixtures' curves, by quadrature."""
    return lambda theta: _by_quadrature(np.asarray(theta, np.float64), name)


def _by_quadrature(theta: Array, name: str) -> Array:
    found = _mixture_curves(tuple(theta.flat))
    return found[name].reshape(theta.shape)


@lru_cache(maxsize=64)
def _mixture_curves(thetas: tuple[float, ...]) -> dict[str, Array]:
    """Every curve of the mixtures at k numbers θ, (k,) each, by the trapezoidal rule over x.

    JS, KL and their slopes to about 1e-9, for the integrands are analytic; TV and W₁, which have
    kinks, and their slopes to about 1e-4.
    """
    theta = np.asarray(thetas)[:, None]
    low, high = min(0.0, theta.min()) - SMOOTH, max(0.0, theta.max()) + SMOOTH
    x, dx = np.linspace(low, high, 1 + math.ceil((high - low) / CELL), retstep=True)
    log_p, log_q = MIXTURE_P.log_density(x), MIXTURE_Q.log_density(x - theta)
    p, q, score = np.exp(log_p), np.exp(log_q), MIXTURE_Q.score(x - theta)
    ahead = log_p - log_q
    share_q = LN2 - np.logaddexp(0.0, ahead)  # ln 2q/(p + q)
    below = MIXTURE_P.cdf(x) - (below_q := MIXTURE_Q.cdf(x - theta))
    return {
        "js": 0.5 * dx * (p @ (share_q + ahead).T + (q * share_q).sum(1)),
        "kl": dx * (ahead @ p),
        "tv": 0.5 * dx * np.abs(p - q).sum(1),
        "w1": dx * np.abs(below).sum(1),
        "d_js": -0.5 * dx * (q * score * share_q).sum(1),
        "d_kl": dx * (score @ p),
        "d_tv": -0.5 * (mean_signs(q - p) * np.diff(q)).sum(1),
        "d_w1": (mean_signs(below) * np.diff(below_q)).sum(1),
    }


def _mixture_densities(theta: float, x: ArrayLike) -> tuple[Array, Array]:
    x = np.asarray(x, np.float64)
    return MIXTURE_P.density(x), MIXTURE_Q.density(x - theta)


PAIRS: dict[str, Shift] = {
    **SHIFTS,
    "mixtures": Shift(
        label="Two mixtures",
        formula="the same two modes, weights ½, ½ and 0.3, 0.7, θ apart: by quadrature",
        js=_mixtures("js"),
        kl=_mixtures("kl"),
        tv=_mixtures("tv"),
        w1=_mixtures("w1"),
        d_js=_mixtures("d_js"),
        d_kl=_mixtures("d_kl"),
        d_tv=_mixtures("d_tv"),
        d_w1=_mixtures("d_w1"),
        densities=_mixture_densities,
    ),
}
"""Those, and two mixtures that are never equal: JS has valleys that lead nowhere, W₁ has one."""
