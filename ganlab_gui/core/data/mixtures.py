"""Everything that is a mixture of Gaussians, in one or two dimensions."""

import numpy as np
import torch
from torch import Generator, Tensor

from ganlab_gui.core.data.base import (
    SPREAD,
    Array,
    Labelled,
    Modes,
    in_chunks,
    log_sum,
    shares,
    viewing_box,
)
from ganlab_gui.experiment import data


class Mixture(Labelled):
    """A mixture of Gaussians, whose components are the classes.

    Takes the centres (M, dim), the lower Cholesky factors of the covariances (M, dim, dim) and
    positive weights (M,). A component's ``modes.stds`` is the root mean square of its standard
    deviations over the axes.
    """

    def __init__(self, centres: Array, factors: Array, weights: Array) -> None:
        self.dim = centres.shape[1]
        weights = weights / weights.sum()
        variances = (factors**2).sum(axis=2)
        self.modes: Modes | None = Modes(centres, np.sqrt(variances.mean(axis=1)), weights)
        self.classes = shares(weights)
        reach = SPREAD * np.sqrt(variances)
        self.extent = viewing_box((centres - reach).min(axis=0), (centres + reach).max(axis=0))
        self._bounds = torch.from_numpy(weights.cumsum()[:-1].astype(np.float32))
        self._centres = torch.from_numpy(centres.astype(np.float32))
        self._factors = torch.from_numpy(factors.astype(np.float32))
        self._whiten = np.linalg.inv(factors)
        self._shift = np.einsum("mij,mj->mi", self._whiten, centres)
        log_volume = np.log(np.diagonal(factors, axis1=1, axis2=2)).sum(axis=1)
        self._peaks = weights * np.exp(-log_volume) / (2 * np.pi) ** (self.dim / 2)

    def sample_labelled(self, n: int, generator: Generator) -> tuple[Tensor, Tensor]:
        """n points (n, dim) and their components (n,).

        A component by its weight, then a Gaussian around its centre.
        """
        component = torch.bucketize(torch.rand(n, generator=generator), self._bounds, right=True)
        noise = torch.randn(n, self.dim, 1, generator=generator)
        points = self._centres[component] + (self._factors[component] * noise.mT).sum(dim=2)
        return points, component

    def log_prob(self, x: Array) -> Array:
        """Log density in nats at x (n, dim): (n,)."""
        return in_chunks(self._log_prob, x, len(self._peaks))

    def log_prob_of(self, x: Array, label: int) -> Array:
        """Log density in nats of component ``label`` alone."""
        assert self.modes is not None
        white = x @ self._whiten[label].T - self._shift[label]
        peak = np.log(self._peaks[label] / self.modes.weights[label])
        return np.asarray(peak - (white**2).sum(axis=1) / 2)

    def _log_prob(self, x: Array) -> Array:
        white = x @ self._whiten.reshape(-1, self.dim).T - self._shift.reshape(-1)
        squares = (white.reshape(len(x), len(self._peaks), self.dim) ** 2).sum(axis=2)
        return log_sum(squares / -2, self._peaks)


def isotropic(stds: Array, dim: int) -> Array:
    """Cholesky factors (M, dim, dim) of round components with standard deviations ``stds`` (M,)."""
    return stds[:, None, None] * np.eye(dim)


def on_circle(count: int, radius: float) -> Array:
    """``count`` points (count, 2) evenly spaced on a circle from the x axis on, none twice."""
    angles = 2 * np.pi * np.arange(count) / count
    return radius * np.stack([np.cos(angles), np.sin(angles)], axis=1)


class _Line(Mixture):
    def __init__(self, means: Array, stds: Array, weights: Array) -> None:
        super().__init__(means[:, None], isotropic(stds, 1), weights)


class _Round(Mixture):
    def __init__(self, centres: Array, std: float, weights: Array | None = None) -> None:
        ones = np.ones(len(centres))
        super().__init__(centres, isotropic(std * ones, 2), ones if weights is None else weights)


class Gaussian(_Line):
    """N(mean, std²)."""

    def __init__(self, s: data.Gaussian) -> None:
        super().__init__(np.array([s.mean]), np.array([s.std]), np.ones(1))


class GaussianMixture(_Line):
    """Σ wᵢ N(μᵢ, σᵢ²)."""

    def __init__(self, s: data.GaussianMixture) -> None:
        super().__init__(np.array(s.means), np.array(s.stds), np.array(s.weights))


class MadGan(_Line):
    """The 1-D mixture of Ghosh et al. 2018 (MAD-GAN), section 5.1."""

    def __init__(self, s: data.MadGan) -> None:
        means = np.array([10.0, 20.0, 60.0, 80.0, 110.0])
        stds = np.array([3.0, 3.0, 2.0, 2.0, 1.0])
        super().__init__(s.scale * means, s.scale * stds, np.ones(5))


class Gaussian2D(Mixture):
    """One Gaussian with any covariance."""

    def __init__(self, s: data.Gaussian2D) -> None:
        rest = np.sqrt(1 - s.correlation**2)
        factor = np.array([[s.std_x, 0.0], [s.correlation * s.std_y, rest * s.std_y]])
        super().__init__(np.array([[s.mean_x, s.mean_y]]), factor[None], np.ones(1))


class Ring(_Round):
    """Equal modes on a circle."""

    def __init__(self, s: data.Ring) -> None:
        super().__init__(on_circle(s.modes, s.radius), s.std)


class Grid(_Round):
    """Equal modes on a square grid around the origin, row by row from the lower left."""

    def __init__(self, s: data.Grid) -> None:
        ticks = s.spacing * (np.arange(s.side) - (s.side - 1) / 2)
        y, x = np.meshgrid(ticks, ticks, indexing="ij")
        super().__init__(np.stack([x.ravel(), y.ravel()], axis=1), s.std)


class UnbalancedRing(_Round):
    """A ring with weights falling geometrically from ``ratio`` to 1."""

    def __init__(self, s: data.UnbalancedRing) -> None:
        weights = np.geomspace(s.ratio, 1, s.modes)
        super().__init__(on_circle(s.modes, s.radius), s.std, weights)


class RandomMixture(_Round):
    """Equal modes at centres uniform on [−spread, spread]²."""

    def __init__(self, s: data.RandomMixture) -> None:
        layout = np.random.default_rng(s.layout_seed)
        super().__init__(layout.uniform(-s.spread, s.spread, (s.modes, 2)), s.std)
