"""Inception score, Fréchet distance and MMD of mixtures of round Gaussians in the plane, exactly.

A mixture is its ``means`` (C, 2), ``stds`` (…, C) and ``weights`` (…, C),
which sum to 1; leading axes are as many mixtures over the same means. A std may be 0: a point.
Entropies are in nats.
"""

from dataclasses import dataclass, field
from functools import cache, cached_property

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import chndtr, entr, softmax

Array = NDArray[np.float64]


def moments(means: Array, stds: Array, weights: Array) -> tuple[Array, Array]:
    """Mean (…, 2) and covariance (…, 2, 2) of the mixture."""
    mean = weights @ means
    second = (means.T * weights[..., None, :]) @ means
    round_part = np.sum(weights * stds**2, axis=-1)[..., None, None] * np.eye(2)
    return mean, second + round_part - mean[..., :, None] * mean[..., None, :]


def frechet(mean: Array, cov: Array, other_mean: Array, other_cov: Array) -> Array:
    """‖Δμ‖² + Tr(Σ₁ + Σ₂ − 2(Σ₁Σ₂)^½), shape (…): W2² of the two Gaussians (Heusel et al. 2017).

    In the plane Tr (Σ₁Σ₂)^½ = √(Tr Σ₁Σ₂ + 2√(det Σ₁ det Σ₂)): closed form.
    """
    shift = np.sum((mean - other_mean) ** 2, axis=-1)
    traces = np.trace(cov, axis1=-2, axis2=-1) + np.trace(other_cov, axis1=-2, axis2=-1)
    product = np.einsum("...ij,...ji->...", cov, other_cov)
    dets = np.maximum(np.linalg.det(cov) * np.linalg.det(other_cov), 0.0)
    return np.asarray(np.maximum(shift + traces - 2 * np.sqrt(product + 2 * np.sqrt(dets)), 0.0))


def mean_kernel(
    means: Array, stds: Array, weights: Array,
    other_means: Array, other_stds: Array, other_weights: Array, bandwidth: float,
) -> Array:  # fmt: skip
    """E k(x, y), shape (…), x and y independent, k = exp(−‖x − y‖²/(2h²)): closed form.

    Between N(a, s²I) and N(b, t²I) it is h²/v · exp(−‖a − b‖²/(2v)) with v = h² + s² + t².
    """
    apart = np.sum((means[:, None] - other_means) ** 2, axis=-1)
    spread = bandwidth**2 + stds[..., :, None] ** 2 + other_stds[..., None, :] ** 2
    kernel = bandwidth**2 / spread * np.exp(-apart / (2.0 * spread))
    return np.asarray(np.sum(weights * (kernel @ other_weights[..., None])[..., 0], axis=-1))


@dataclass(frozen=True)
class ScoredData:
    """The true mixture of M separate modes, equal in std and weight, and what scores compare.

    p(y|x) is the posterior over its modes. ``reach`` is half the side of the square, about 0, of
    the quadrature, ``spacing`` that of its points: at most twice σ²/(distance of two modes), the
    width over which p(y|x) turns from one mode to the next.
    """

    means: Array
    std: float
    reach: float = 10.0
    spacing: float = 0.05

    @cached_property
    def stds(self) -> Array:
        return np.full(len(self.means), self.std)

    @cached_property
    def weights(self) -> Array:
        return np.full(len(self.means), 1.0 / len(self.means))

    @cached_property
    def moments(self) -> tuple[Array, Array]:
        return moments(self.means, self.stds, self.weights)

    def posterior(self, x: Array) -> Array:
        """p(y|x) at x (…, 2), shape (…, M)."""
        logits = (x @ self.means.T - 0.5 * np.sum(self.means**2, axis=1)) / self.std**2
        odds = np.exp(logits - logits.max(axis=-1, keepdims=True))
        return np.asarray(odds / odds.sum(axis=-1, keepdims=True))

    @cached_property
    def _line(self) -> Array:
        count = 2 * round(self.reach / self.spacing) + 1
        return np.linspace(-self.reach, self.reach, count)

    @cached_property
    def _maps(self) -> Array:
        """H(y|x) and every p(y|x) at the points of the quadrature, (1 + M, n, n), first x."""
        x, y = np.meshgrid(self._line, self._line, indexing="ij")
        posterior = np.moveaxis(self.posterior(np.stack([x, y], axis=-1)), -1, 0)
        return np.concatenate([entr(posterior).sum(axis=0)[None], posterior])

    def read(self, means: ArrayLike, stds: ArrayLike) -> tuple[Array, Array]:
        """E H(y|x) (C,) and E p(y|x) (C, M) for x from each N(means (C, 2), stds (C,)² I).

        The trapezoid rule on the square; a Gauss-Hermite rule about the mean where the std is
        below the spacing. Either is right to 1e-5 for what lies within the square.
        """
        centres, widths = np.asarray(means, np.float64), np.asarray(stds, np.float64)
        entropy, labels = np.empty(len(widths)), np.empty((len(widths), len(self.means)))
        narrow = widths < self.spacing
        if narrow.any():
            entropy[narrow], labels[narrow] = self._read_near(centres[narrow], widths[narrow])
        wide = ~narrow
        if wide.any():
            away = (self._line - centres[wide][..., None]) / widths[wide][:, None, None]
            density = np.exp(-0.5 * away**2)
            across, up = np.moveaxis(density / density.sum(axis=-1, keepdims=True), 1, 0)
            found = np.einsum("mcy,cy->cm", across @ self._maps, up)
            entropy[wide], labels[wide] = found[:, 0], found[:, 1:]
        return entropy, labels

    def _read_near(self, means: Array, stds: Array) -> tuple[Array, Array]:
        offsets, shares = _plane_rule(12)
        posterior = self.posterior(means[:, None] + stds[:, None, None] * offsets)
        return entr(posterior).sum(axis=-1) @ shares, np.einsum("cpm,p->cm", posterior, shares)

    def unsure(self, line: Array) -> Array:
        """H(y|x) at all points with coordinates of ``line`` (n,), (n, n), the second one first."""
        x, y = np.meshgrid(line, line)
        return np.asarray(entr(self.posterior(np.stack([x, y], axis=-1))).sum(axis=-1))

    def fid(self, means: Array, stds: Array, weights: Array) -> Array:
        """Fréchet distance of the mixture from the data, in data space, shape (…)."""
        return frechet(*self.moments, *moments(means, stds, weights))

    def mmd2(self, means: Array, stds: Array, weights: Array, bandwidth: float) -> Array:
        """MMD² of the mixture from the data, Gaussian kernel, shape (…): closed form."""
        here, true = (means, stds, weights), (self.means, self.stds, self.weights)
        within = mean_kernel(*here, *here, bandwidth) + mean_kernel(*true, *true, bandwidth)
        return np.asarray(np.maximum(within - 2.0 * mean_kernel(*here, *true, bandwidth), 0.0))

    def high_quality(self, means: Array, stds: Array, weights: Array) -> float:
        """The share of one mixture (C,) within 3 σ of a mode, whose discs must not overlap.

        ‖x − m‖²/s² has the non-central χ² distribution: closed form.
        """
        radius = 3.0 * self.std
        apart = np.sum((means[:, None] - self.means) ** 2, axis=-1)
        s = np.maximum(stds, 1e-3 * self.std)[:, None] ** 2
        # Farther out than 9 s the distribution is 0 or 1 to rounding, where its series is slow.
        edge = np.sqrt(apart) - radius
        inside = np.where(
            np.abs(edge) > 9.0 * np.sqrt(s),
            edge < 0,
            chndtr(radius**2 / s, 2.0, np.minimum(apart / s, 1e4)),
        )
        return float(weights @ inside.sum(axis=1))


@dataclass(frozen=True)
class LatticeData(ScoredData):
    """Modes at all pairs of the coordinates ``side`` (k,), the second one running faster.

    p(y|x) is then the product of the posteriors of the two coordinates, each over a mixture on the
    line, and so is its mean under a round Gaussian: two quadratures on the line.
    """

    side: Array = field(default_factory=lambda: np.zeros(1))

    def read(self, means: ArrayLike, stds: ArrayLike) -> tuple[Array, Array]:
        """E H(y|x) (C,) and E p(y|x) (C, M) for x from each N(means (C, 2), stds (C,)² I)."""
        centres, widths = np.asarray(means, np.float64), np.asarray(stds, np.float64)
        pairs = np.stack([centres.T.ravel(), np.tile(widths, 2)], axis=1)
        each, places = np.unique(pairs, axis=0, return_inverse=True)
        entropy, labels = self._along(each[:, 0], each[:, 1])
        first, second = places.reshape(2, len(widths))
        both = labels[first][:, :, None] * labels[second][:, None]
        return entropy[first] + entropy[second], both.reshape(len(widths), -1)

    def unsure(self, line: Array) -> Array:
        """The same, as a sum over the two coordinates."""
        along = self._along(line, np.zeros(len(line)))[0]
        return np.asarray(along[:, None] + along)

    def _along(self, centres: Array, widths: Array) -> tuple[Array, Array]:
        """The same on the line, (C,) and (C, k), by the trapezoid rule over 8 stds each way.

        Its points lie as close as the width σ²/(distance of two modes) over which p(y|x) turns.
        """
        entropy, labels = np.empty(len(widths)), np.empty((len(widths), len(self.side)))
        wide, point = widths > 1.0, widths == 0.0
        for part, nodes in ((wide, 2001), (~wide & ~point, 801), (point, 1)):
            z = np.linspace(-8.0, 8.0, nodes) if nodes > 1 else np.zeros(1)
            mass = np.exp(-0.5 * z**2)
            x = centres[part, None] + widths[part, None] * z
            logits = (x[..., None] * self.side - 0.5 * self.side**2) / self.std**2
            posterior = softmax(logits, axis=-1)
            entropy[part] = entr(posterior).sum(axis=-1) @ (mass / mass.sum())
            labels[part] = np.einsum("czm,z->cm", posterior, mass / mass.sum())
        return entropy, labels


@cache
def _plane_rule(order: int) -> tuple[Array, Array]:
    """The Gauss-Hermite rule of N(0, I) in the plane: points (order², 2), weights (order²,)."""
    nodes, weights = np.polynomial.hermite_e.hermegauss(order)
    points = np.stack(np.meshgrid(nodes, nodes, indexing="ij"), axis=-1).reshape(-1, 2)
    return points, np.outer(weights, weights).ravel() / weights.sum() ** 2


def inception_score(entropy: ArrayLike, labels: ArrayLike) -> Array:
    """exp(H(p(y)) − E H(y|x)) = exp E KL(p(y|x)‖p(y)), shape (…) (Salimans et al. 2016).

    ``entropy`` (…) is E H(y|x), ``labels`` (…, M) is p(y) = E p(y|x).
    """
    return np.asarray(np.exp(entr(np.asarray(labels)).sum(axis=-1) - np.asarray(entropy)))


def ring(modes: int = 8, radius: float = 2.0, std: float = 0.2) -> ScoredData:
    """The ring of modes: 8 of std 0.2 at radius 2, 7.7 stds from one to the next."""
    angles = 2.0 * np.pi * np.arange(modes) / modes
    return ScoredData(radius * np.stack([np.cos(angles), np.sin(angles)], axis=1), std)


def lattice(side: tuple[float, ...] = (-4.0, -2.0, 0.0, 2.0, 4.0), std: float = 0.2) -> LatticeData:
    """The grid of 25 modes, 2 apart, 10 stds from one to the next."""
    along = np.array(side)
    means = np.stack(np.meshgrid(along, along, indexing="ij"), axis=-1).reshape(-1, 2)
    return LatticeData(means, std, side=along)
