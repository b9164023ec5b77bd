"""Maximum likelihood of a k-component Gaussian mixture on the line: EM and gradient ascent.

Log-likelihoods are means over the points, in nats. Dempster, Laird & Rubin 1977; Goodfellow 2016
(tutorial), section 2.1 and figure 8, for the pull of points on a density.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

LOG_ROOT_TAU = 0.5 * float(np.log(2 * np.pi))
HALVINGS = 30
"""How often a step of gradient ascent is halved at most until the likelihood does not fall."""
REACH, NODES = 9.0, 181
"""Standard deviations and nodes of the trapezoidal rule under each Gaussian of an expectation."""


@dataclass(frozen=True)
class Density:
    """Σ w N(mean, std²); arrays (k,), or (…, k) for several at once. The weights sum to 1."""

    means: Array
    stds: Array
    weights: Array

    def log_parts(self, x: Array) -> Array:
        """ln of every component's share of the density, (…, n, k) at x (n,)."""
        z = (x[:, None] - self.means[..., None, :]) / self.stds[..., None, :]
        with np.errstate(divide="ignore"):
            heights = np.log(self.weights) - np.log(self.stds) - LOG_ROOT_TAU
        return np.asarray(heights[..., None, :] - 0.5 * z**2)

    def log_density(self, x: Array) -> Array:
        """ln q, (…, n) at x (n,)."""
        logs = self.log_parts(x)
        top = logs.max(-1)
        return np.asarray(top + np.log(np.exp(logs - top[..., None]).sum(-1)))

    def density(self, x: Array) -> Array:
        """q, (…, n) at x (n,)."""
        return np.exp(self.log_density(x))

    def log_likelihood(self, points: Array) -> Array:
        """Mean of ln q over the points (n,): (…,)."""
        return np.asarray(self.log_density(points).mean(-1))

    def responsibilities(self, points: Array) -> Array:
        """P(component | point), (…, n, k)."""
        logs = self.log_parts(points)
        shares = np.exp(logs - logs.max(-1, keepdims=True))
        return np.asarray(shares / shares.sum(-1, keepdims=True))

    def at(self, index: int) -> "Density":
        """One of several."""
        return Density(self.means[index], self.stds[index], self.weights[index])


def lifts(q: Density, points: Array) -> Array:
    """1 / (n q(x_i)) at every point (n,): how the log-likelihood rises with the density there.

    Held at e^700 / n, beyond which there is no float.
    """
    return np.exp(np.minimum(-q.log_density(points), 700.0)) / len(points)


def pulls(q: Density, points: Array) -> Array:
    """(n, k): what point i adds to ∂L/∂mean_k, r_ik (x_i − mean_k) / (n std_k²)."""
    away = points[:, None] - q.means
    return np.asarray(q.responsibilities(points) * away / q.stds**2 / len(points))


def gradient(q: Density, points: Array) -> tuple[Array, Array, Array]:
    """∂L by the means, by ln std, and by the logits of the weights, (k,) each."""
    r = q.responsibilities(points)
    z2 = ((points[:, None] - q.means) / q.stds) ** 2
    by_std = (r * (z2 - 1)).mean(0)
    return pulls(q, points).sum(0), by_std, r.mean(0) - q.weights


def em_step(q: Density, points: Array, floor: float) -> Density:
    """One round of EM with every std at least ``floor``; the likelihood never falls.

    The M step is the maximum under that bound, because its objective has one peak in each std. A
    component that no point belongs to keeps its mean and std.
    """
    r = q.responsibilities(points)
    mass = r.sum(0)
    used = mass > 1e-12 * len(points)
    total = np.where(used, mass, 1.0)
    means = np.where(used, (r * points[:, None]).sum(0) / total, q.means)
    squares = (r * (points[:, None] - means) ** 2).sum(0) / total
    stds = np.where(used, np.maximum(np.sqrt(squares), floor), q.stds)
    return Density(means, stds, mass / mass.sum())


def ascent_step(q: Density, points: Array, floor: float, rate: float) -> Density:
    """One step of gradient ascent in (mean, ln std, logit), std ≥ floor.

    A gradient longer than 1 is cut to length 1; the step is halved until L does not fall.
    """
    slopes = gradient(q, points)
    by_mean, by_std, by_logit = np.array(slopes) / max(1.0, float(np.linalg.norm(slopes)))
    before = float(q.log_likelihood(points))
    for _ in range(HALVINGS):
        stds = np.maximum(q.stds * np.exp(rate * by_std), floor)
        weights = q.weights * np.exp(rate * by_logit)
        after = Density(q.means + rate * by_mean, stds, weights / weights.sum())
        if float(after.log_likelihood(points)) >= before:
            return after
        rate /= 2
    return q


def climb(
    start: Density, points: Array, steps: int, floor: float, rate: float | None = None
) -> Density:
    """The way from ``start``: (steps + 1, k) by EM, or by gradient ascent at ``rate``.

    ``start`` is first held at the floor. Raises ValueError where there are no points, one is not
    finite, or the floor is not positive.
    """
    if not len(points) or not np.isfinite(points).all():
        raise ValueError("points: there must be at least one, and all must be finite.")
    if floor <= 0:
        raise ValueError(f"floor: {floor:g} is not allowed; it must be above 0.")
    q = Density(start.means, np.maximum(start.stds, floor), start.weights)
    way = [q]
    for _ in range(steps):
        q = em_step(q, points, floor) if rate is None else ascent_step(q, points, floor, rate)
        way.append(q)
    kinds = ([getattr(one, name) for one in way] for name in ("means", "stds", "weights"))
    return Density(*(np.array(kind) for kind in kinds))


def best_gaussian(points: Array, floor: float) -> tuple[float, float, float]:
    """(mean, std, L) of the most likely Gaussian with std ≥ floor, in closed form."""
    mean, spread = float(points.mean()), float(points.std())
    std = max(spread, floor)
    return mean, std, float(-LOG_ROOT_TAU - np.log(std) - 0.5 * (spread / std) ** 2)


def cross_entropy(p: Density, q: Density) -> Array:
    """H(p, q) = −∫ p ln q in nats, (…,) for several q; H(p, p) is p's entropy.

    By the trapezoidal rule under each Gaussian of p; for one Gaussian q it is
    ln σ + ½ ln 2π + (Var p + (E p − μ)²) / 2σ². H(p, q) = KL(p‖q) + H(p).
    """
    z = np.linspace(-REACH, REACH, NODES)
    shares = np.exp(-0.5 * z**2)
    shares /= shares.sum()
    x = p.means[:, None] + p.stds[:, None] * z
    logs = q.log_density(x.ravel())
    return np.asarray(-(logs @ (p.weights[:, None] * shares).ravel()))


def sample(p: Density, n: int, seed: int) -> Array:
    """n points (n,) drawn from p."""
    rng = np.random.default_rng(seed)
    chosen = rng.choice(len(p.weights), n, p=p.weights)
    return np.asarray(rng.normal(p.means[chosen], p.stds[chosen]))
