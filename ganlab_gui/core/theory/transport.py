"""Optimal transport on the line: the map that moves p onto q for least work, and its proof.

In one dimension the monotone map T = F_q⁻¹ ∘ F_p is optimal for every cost that is convex in the
distance; its work is W₁, and the critic f with slope sign(F_q − F_p) earns as much: E_p f − E_q f.
Villani 2003, section 2.2; Kantorovich-Rubinstein duality as in Arjovsky et al. 2017, equation 2;
displacement interpolation of McCann 1997. Lengths and W in the unit of x, W₂ too.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ganlab_gui.core.theory.line_mixture import NODES, Mixture

Array = NDArray[np.float64]


def optimal_map(p: Mixture, q: Mixture, x: ArrayLike) -> Array:
    """T(x) = F_q⁻¹(F_p(x)), of the shape of ``x``: where the mass at x goes."""
    return q.quantile(p.cdf(x))


@dataclass(frozen=True)
class LinePlan:
    """How p becomes q: the optimal plan by quantiles, the potential, and what both are worth.

    ``u`` (m,) are levels, fine enough for both; ``source`` and ``target`` (m,) the quantiles of p
    and q there. ``x``, ``p_below``, ``q_below`` and ``potential`` (k,) are the line, F_p, F_q and
    the critic f, which is 0 at x = 0.
    """

    p: Mixture
    q: Mixture
    u: Array
    source: Array
    target: Array
    x: Array
    p_below: Array
    q_below: Array
    potential: Array

    @property
    def primal(self) -> float:
        """W₁ = ∫ |T(x) − x| p(x) dx, by the trapezoidal rule over the levels."""
        return float(np.trapezoid(np.abs(self.target - self.source), self.u))

    @property
    def w2(self) -> float:
        """W₂ = √∫ (T(x) − x)² p(x) dx."""
        return float(np.sqrt(np.trapezoid((self.target - self.source) ** 2, self.u)))

    @property
    def area(self) -> float:
        """W₁ = ∫ |F_p − F_q| dx, by the trapezoidal rule over x."""
        return float(np.trapezoid(np.abs(self.p_below - self.q_below), self.x))

    @property
    def dual(self) -> float:
        """W₁ = E_p f − E_q f = ∫ f (p − q) dx, by the trapezoidal rule over x."""
        return self.mean_p - self.mean_q

    @property
    def mean_p(self) -> float:
        """E_p f."""
        return float(np.trapezoid(self.potential * self.p.density(self.x), self.x))

    @property
    def mean_q(self) -> float:
        """E_q f."""
        return float(np.trapezoid(self.potential * self.q.density(self.x), self.x))

    def along(self, t: float) -> tuple[Array, Array]:
        """Places (m,), increasing, and the density there of (1 − t) x + t T(x), x ~ p."""
        with np.errstate(divide="ignore"):
            thinness = _share(1 - t, self.p.density(self.source))
            thinness = thinness + _share(t, self.q.density(self.target))
            return (1 - t) * self.source + t * self.target, 1 / thinness


def line_plan(p: Mixture, q: Mixture) -> LinePlan:
    """The optimal plan from p to q. Its readings agree to about 1e-5."""
    x = np.union1d(*(np.linspace(*heap.support, NODES) for heap in (p, q)))
    below = p.cdf(x), q.cdf(x)
    # The smaller tails tell p from q where both distribution functions round to 1.
    gap = np.where(below[0] + below[1] > 1, p.above(x) - q.above(x), below[1] - below[0])
    # Between two such levels neither quantile function goes further than a cell of x.
    u = np.unique(np.concatenate(below))
    return LinePlan(p, q, u, p.quantile(u), q.quantile(u), x, *below, _potential(x, gap))


def _potential(x: Array, gap: Array) -> Array:
    """f (k,) with slope the sign of ``gap`` = F_q − F_p (k,), f(0) = 0."""
    rises = mean_signs(gap) * np.diff(x)
    f = np.concatenate([[0.0], np.cumsum(rises)])
    return np.asarray(f - np.interp(0.0, x, f))


def mean_signs(values: Array) -> Array:
    """Mean sign between neighbours (…, k − 1) of what is straight between its values (…, k)."""
    left, right = values[..., :-1], values[..., 1:]
    size = np.abs(left) + np.abs(right)
    # The share of the cell before the crossing is |left| / size.
    balance = np.divide(np.abs(left) - np.abs(right), size, out=np.zeros_like(size), where=size > 0)
    crosses = np.sign(left) * np.sign(right) < 0
    return np.asarray(np.where(crosses, np.sign(left) * balance, np.sign(left + right)))


def _share(share: float, density: Array) -> Array:
    return share / density if share else np.zeros_like(density)
