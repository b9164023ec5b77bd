"""Two distributions a shift θ apart: what each distance says, and which slope it gives.

The example of Arjovsky et al. 2017 (WGAN, example 1) and two relatives. All functions take θ as a
number or an array of any shape and answer in that shape. Divergences are in nats, JS with the ½.
Slopes are d/dθ: 0 where the distance is flat, NaN where it has none (a kink, a jump, infinity).
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]
Curve = Callable[[ArrayLike], Array]

LN2 = math.log(2.0)


@dataclass(frozen=True)
class Shift:
    """A pair (p, q_θ): its distances and their slopes as functions of θ.

    `kl` is KL(p‖q_θ), +inf where it is infinite; in `SHIFTS` it is equal to KL(q_θ‖p).
    `densities(θ, x)` gives (p, q_θ) at the points x for one number θ, None in place of the function
    where the distributions have no density.
    """

    label: str
    formula: str
    js: Curve
    kl: Curve
    tv: Curve
    w1: Curve
    d_js: Curve
    d_kl: Curve
    d_tv: Curve
    d_w1: Curve
    densities: Callable[[float, ArrayLike], tuple[Array, Array]] | None


def _distance(theta: ArrayLike) -> Array:
    return np.abs(np.asarray(theta, np.float64))


def _direction(theta: ArrayLike) -> Array:
    """Slope of |θ|: ±1, and NaN at the kink."""
    theta = np.asarray(theta, np.float64)
    return np.where(theta == 0, np.nan, np.sign(theta))


def _zero_or(theta: ArrayLike, elsewhere: float) -> Array:
    """0 at θ = 0 and one constant everywhere else."""
    return np.where(np.asarray(theta, np.float64) == 0, 0.0, elsewhere)


def _infinite_off_zero(theta: ArrayLike) -> Array:
    return _zero_or(theta, np.inf)


def _no_slope(theta: ArrayLike) -> Array:
    return np.full(np.shape(theta), np.nan)


def _flat_off_zero(theta: ArrayLike) -> Array:
    return np.where(np.asarray(theta, np.float64) == 0, np.nan, 0.0)


def _uniforms_tv(theta: ArrayLike) -> Array:
    return np.minimum(_distance(theta), 1.0)


def _uniforms_d_tv(theta: ArrayLike) -> Array:
    size = _distance(theta)
    return np.where(size == 1.0, np.nan, np.where(size > 1.0, 0.0, _direction(theta)))


def _uniforms_densities(theta: float, x: ArrayLike) -> tuple[Array, Array]:
    x = np.asarray(x, np.float64)
    p = ((x >= 0.0) & (x <= 1.0)).astype(np.float64)
    q = ((x >= theta) & (x <= theta + 1.0)).astype(np.float64)
    return p, q


def _gaussians_kl(theta: ArrayLike) -> Array:
    return 0.5 * _distance(theta) ** 2


def _gaussians_d_kl(theta: ArrayLike) -> Array:
    return np.array(theta, np.float64)


def _gaussians_tv(theta: ArrayLike) -> Array:
    """2Φ(|θ|/2) − 1 = erf(|θ|/√8)."""
    size = _distance(theta) / math.sqrt(8.0)
    return np.array([math.erf(v) for v in size.flat]).reshape(size.shape)


def _gaussians_d_tv(theta: ArrayLike) -> Array:
    return _direction(theta) * _normal(0.5 * _distance(theta))


def _gaussians_js(theta: ArrayLike) -> Array:
    """JS = ln 2 − E ln(1 + e^u), u = θz − θ²/2 = ln(q/p) at z ~ N(0, 1).

    KL(p‖m), which by symmetry is KL(q‖m). The trapezoidal rule is exact to about 1e-15 here,
    because the integrand is analytic and its poles lie under the tail of the Gaussian.
    """
    log_ratio, _, weights = _quadrature(theta)
    return np.maximum(0.0, LN2 - np.logaddexp(0.0, log_ratio) @ weights)


def _gaussians_d_js(theta: ArrayLike) -> Array:
    """−E[σ(u)(z − θ)], the derivative under the integral of `_gaussians_js`."""
    log_ratio, score, weights = _quadrature(theta)
    return -(0.5 * (1.0 + np.tanh(0.5 * log_ratio)) * score) @ weights


def _gaussians_densities(theta: float, x: ArrayLike) -> tuple[Array, Array]:
    x = np.asarray(x, np.float64)
    return _normal(x), _normal(x - theta)


def _quadrature(theta: ArrayLike) -> tuple[Array, Array, Array]:
    """u and du/dθ at θ (…) and nodes z, both (…, nodes), and the weights of E over z (nodes,)."""
    theta = np.asarray(theta, np.float64)[..., None]
    z = np.linspace(-10.0, 10.0, 401)
    weights = _normal(z)
    return theta * z - 0.5 * theta**2, z - theta, weights / weights.sum()


def _normal(x: Array) -> Array:
    return np.asarray(np.exp(-0.5 * x**2) / math.sqrt(2.0 * math.pi))


SHIFTS: dict[str, Shift] = {
    "uniforms": Shift(
        label="Uniforms",
        formula="U[0, 1] and U[θ, θ+1]:  JS = min(|θ|, 1)·ln 2,  W₁ = |θ|",
        js=lambda theta: LN2 * _uniforms_tv(theta),
        kl=_infinite_off_zero,
        tv=_uniforms_tv,
        w1=_distance,
        d_js=lambda theta: LN2 * _uniforms_d_tv(theta),
        d_kl=_no_slope,
        d_tv=_uniforms_d_tv,
        d_w1=_direction,
        densities=_uniforms_densities,
    ),
    "segments": Shift(
        label="Parallel segments",
        formula="(0, η) and (θ, η), η ~ U[0, 1]:  JS = ln 2 for every θ ≠ 0,  W₁ = |θ|",
        js=lambda theta: _zero_or(theta, LN2),
        kl=_infinite_off_zero,
        tv=lambda theta: _zero_or(theta, 1.0),
        w1=_distance,
        d_js=_flat_off_zero,
        d_kl=_no_slope,
        d_tv=_flat_off_zero,
        d_w1=_direction,
        densities=None,
    ),
    "gaussians": Shift(
        label="Gaussians",
        formula="N(0, 1) and N(θ, 1):  KL = θ²/2,  TV = 2Φ(|θ|/2) − 1,  W₁ = |θ|",
        js=_gaussians_js,
        kl=_gaussians_kl,
        tv=_gaussians_tv,
        w1=_distance,
        d_js=_gaussians_d_js,
        d_kl=_gaussians_d_kl,
        d_tv=_gaussians_d_tv,
        d_w1=_direction,
        densities=_gaussians_densities,
    ),
}
"""Two equal distributions: at θ = 0 they are one."""
