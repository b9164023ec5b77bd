"""Distributions in closed form that are no mixtures of Gaussians."""

import math

import numpy as np
import torch
from torch import Generator, Tensor

from ganlab_gui.core.data.base import SPREAD, Array, Labelled, Modes, Unlabelled, viewing_box
from ganlab_gui.core.data.mixtures import Mixture, on_circle
from ganlab_gui.core.measures.cells import CELLS
from ganlab_gui.experiment import data

PINWHEEL_RADIUS = 2.0


class Uniform(Unlabelled):
    """Uniform on [low, high]."""

    dim = 1
    modes: Modes | None = None

    def __init__(self, s: data.Uniform) -> None:
        self._low, self._high = s.low, s.high
        self.extent = viewing_box(np.array([s.low]), np.array([s.high]))

    def sample(self, n: int, generator: Generator) -> Tensor:
        """n points (n, 1)."""
        return self._low + (self._high - self._low) * torch.rand(n, 1, generator=generator)

    def log_prob(self, x: Array) -> Array:
        """Log density in nats at x (n, 1): (n,); minus infinity outside."""
        inside = (x[:, 0] >= self._low) & (x[:, 0] <= self._high)
        return np.where(inside, -np.log(self._high - self._low), -np.inf)


class Laplace(Unlabelled):
    """p(x) = exp(−|x − mean| / scale) / (2 scale)."""

    dim = 1
    modes: Modes | None = None

    def __init__(self, s: data.Laplace) -> None:
        self._mean, self._scale = s.mean, s.scale
        reach = SPREAD * np.sqrt(2) * s.scale
        self.extent = viewing_box(np.array([s.mean - reach]), np.array([s.mean + reach]))

    def sample(self, n: int, generator: Generator) -> Tensor:
        """n points (n, 1): the difference of two exponentials is Laplace."""
        waits = torch.empty(n, 2).exponential_(generator=generator)
        return self._mean + self._scale * (waits[:, :1] - waits[:, 1:])

    def log_prob(self, x: Array) -> Array:
        """Log density in nats at x (n, 1): (n,)."""
        result: Array = -np.abs(x[:, 0] - self._mean) / self._scale - np.log(2 * self._scale)
        return result


class Checkerboard(Unlabelled):
    """Uniform on the cells (i, j) of a board over [−half_width, half_width]² with i + j even."""

    dim = 2
    modes: Modes | None = None

    def __init__(self, s: data.Checkerboard) -> None:
        self._cells, self._low, self._side = s.cells, -s.half_width, 2 * s.half_width / s.cells
        filled = np.argwhere(np.indices((s.cells, s.cells)).sum(axis=0) % 2 == 0)
        self._filled = torch.from_numpy(filled)
        self._log_density = -np.log(len(filled) * self._side**2)
        corner = np.full(2, s.half_width)
        self.extent = viewing_box(-corner, corner)

    def sample(self, n: int, generator: Generator) -> Tensor:
        """n points (n, 2): a filled cell, then a place in it."""
        cell = self._filled[torch.randint(len(self._filled), (n,), generator=generator)]
        place = torch.rand(n, 2, generator=generator, dtype=torch.float64)
        return (self._low + self._side * (cell + place)).float()

    def log_prob(self, x: Array) -> Array:
        """Log density in nats at x (n, 2): (n,); minus infinity on empty cells and outside."""
        cell = np.floor((x - self._low) / self._side)
        inside = ((cell >= 0) & (cell < self._cells)).all(axis=1) & (cell.sum(axis=1) % 2 == 0)
        return np.where(inside, self._log_density, -np.inf)


class Pinwheel(Labelled):
    """Stretched Gaussians, one an arm, with every point x turned by twist · ‖x‖ about the origin.

    After Johnson et al. 2016 (SVAE), whose angle grows with one coordinate before the turn. Here it
    depends on the norm alone: the map then keeps areas, and the density at x is that of the
    straight arms at x turned back.
    """

    dim = 2
    modes: Modes | None = None

    def __init__(self, s: data.Pinwheel) -> None:
        outward = on_circle(s.arms, 1.0)
        across = np.stack([-outward[:, 1], outward[:, 0]], axis=1)
        axes = np.stack([s.radial_std * outward, s.tangential_std * across], axis=2)
        factors = np.linalg.cholesky(axes @ axes.transpose(0, 2, 1)).astype(np.float64)
        self._straight = Mixture(PINWHEEL_RADIUS * outward, factors, np.ones(s.arms))
        self.classes = self._straight.classes
        self._twist = s.twist
        corner = np.full(2, PINWHEEL_RADIUS + SPREAD * s.radial_std)
        self.extent = viewing_box(-corner, corner)

    def sample_labelled(self, n: int, generator: Generator) -> tuple[Tensor, Tensor]:
        """n points (n, 2) and their arms (n,): a point of the straight arms, then turned."""
        x, arm = self._straight.sample_labelled(n, generator)
        angle = self._twist * x.norm(dim=1)
        c, s = angle.cos(), angle.sin()
        return torch.stack([c * x[:, 0] - s * x[:, 1], s * x[:, 0] + c * x[:, 1]], dim=1), arm

    def log_prob(self, x: Array) -> Array:
        """Log density in nats at x (n, 2): (n,)."""
        angle = self._twist * np.linalg.norm(x, axis=1)
        c, s = np.cos(angle), np.sin(angle)
        back = np.stack([c * x[:, 0] + s * x[:, 1], c * x[:, 1] - s * x[:, 0]], axis=1)
        return self._straight.log_prob(back)


class ParallelSegments(Unlabelled):
    """x ~ N(theta, std²) and y ~ U[0, 1]; std → 0 is example 1 of Arjovsky et al. 2017 (WGAN)."""

    dim = 2
    modes: Modes | None = None

    def __init__(self, s: data.ParallelSegments) -> None:
        self._theta, self._std = s.theta, s.std
        reach = SPREAD * s.std
        low, high = min(s.theta, 0.0) - reach, max(s.theta, 0.0) + reach
        self.extent = viewing_box(np.array([low, 0.0]), np.array([high, 1.0]))

    def sample(self, n: int, generator: Generator) -> Tensor:
        """n points (n, 2)."""
        x = self._theta + self._std * torch.randn(n, 1, generator=generator)
        return torch.cat([x, torch.rand(n, 1, generator=generator)], dim=1)

    def log_prob(self, x: Array) -> Array:
        """Log density in nats at x (n, 2): (n,); minus infinity where y is outside [0, 1]."""
        z = (x[:, 0] - self._theta) / self._std
        inside = (x[:, 1] >= 0) & (x[:, 1] <= 1)
        return np.where(inside, -(z**2) / 2 - np.log(np.sqrt(2 * np.pi) * self._std), -np.inf)


class Dirac(Unlabelled):
    """All data at 0: the point mass of the Dirac-GAN (Mescheder et al. 2018, definition 2.1).

    The box shows the circle that the start of θ and ψ lies on. It is half a cell off centre, so
    that 0 is the middle of a cell, not an edge that rounding would put points on either side of.
    """

    dim = 1
    modes: Modes | None = None

    def __init__(self, s: data.Dirac) -> None:
        reach = np.array([max(2.0, 1.5 * math.hypot(s.theta, s.psi))])
        half = reach / CELLS[1]
        self.extent = half - reach, half + reach

    def sample(self, n: int, generator: Generator) -> Tensor:
        """n zeros (n, 1)."""
        return torch.zeros(n, 1)

    def log_prob(self, x: Array) -> Array | None:
        """None: a point mass has no density."""
        return None
