"""Curves in the plane with Gaussian noise around them."""

from collections.abc import Callable, Sequence

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

Curve = Callable[[Array], Array]
"""Points (n, 2) of a curve at parameters t (n,) in [0, 1]."""

NODES = 8
PANEL = 3.2
"""Length in standard deviations of a panel of ``NODES`` Gauss-Legendre nodes."""
FEWEST_PANELS = 16


class NoisyCurve(Labelled):
    """Equally likely curves, each with its parameter uniform on [0, 1], plus N(0, std² I).

    The curves are the classes.
    """

    dim = 2
    modes: Modes | None = None

    def __init__(self, curves: Sequence[Curve], std: float) -> None:
        self._curves = curves
        self._std = std
        self.classes = shares(np.ones(len(curves)))
        nodes, weights = zip(*(_quadrature(curve, PANEL * std) for curve in curves), strict=True)
        self._nodes = np.concatenate(nodes) / std
        self._weights = np.concatenate(weights) / len(curves)
        reach = SPREAD * std
        points = self._nodes * std
        self.extent = viewing_box(points.min(axis=0) - reach, points.max(axis=0) + reach)

    def sample_labelled(self, n: int, generator: Generator) -> tuple[Tensor, Tensor]:
        """n points (n, 2) and their curves (n,): a curve, a place on it, then noise."""
        label = torch.randint(len(self._curves), (n,), generator=generator)
        which = label.numpy()
        t = torch.rand(n, generator=generator, dtype=torch.float64).numpy()
        points = np.empty((n, 2))
        for k, curve in enumerate(self._curves):
            points[which == k] = curve(t[which == k])
        noise = torch.randn(n, 2, generator=generator)
        return torch.from_numpy(points.astype(np.float32)) + self._std * noise, label

    def log_prob(self, x: Array) -> Array:
        """Log density in nats at x (n, 2): (n,), by Gauss-Legendre quadrature over t.

        Good to 1e-4 where samples fall, and to a thousandth of itself in the farthest tails.
        """
        return in_chunks(self._log_prob, x, len(self._nodes))

    def _log_prob(self, x: Array) -> Array:
        x = x / self._std
        # −‖x − c‖²/2 by one matrix product; what is lost to cancellation is 1e-16 of the squares.
        exponents = x @ self._nodes.T
        exponents -= (self._nodes**2).sum(axis=1) / 2
        constant = np.log(2 * np.pi * self._std**2)
        return log_sum(exponents, self._weights) - (x**2).sum(axis=1) / 2 - constant


def _quadrature(curve: Curve, panel: float) -> tuple[Array, Array]:
    """Nodes (n, 2) on the curve and weights (n,) summing to 1 of the mean over t in [0, 1].

    The panels are equally long on the curve, at most ``panel``, so that a curve run through at
    uneven speed is resolved everywhere.
    """
    t = np.linspace(0, 1, 4097)
    lengths = np.linalg.norm(np.diff(curve(t), axis=0), axis=1)
    arc = np.concatenate([[0.0], lengths.cumsum()])
    panels = max(FEWEST_PANELS, int(np.ceil(arc[-1] / panel)))
    edges = np.interp(np.linspace(0, arc[-1], panels + 1), arc, t)
    nodes, weights = np.polynomial.legendre.leggauss(NODES)
    half = np.diff(edges)[:, None] / 2
    places = edges[:-1, None] + half * (1 + nodes)
    return curve(places.ravel()), (half * weights).ravel()


def _polar(radius: Array | float, angle: Array) -> Array:
    return np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)


class SwissRoll(NoisyCurve):
    """r ∝ angle; 1.5 turns are the roll of scikit-learn and of WGAN-GP (Gulrajani et al. 2017)."""

    def __init__(self, s: data.SwissRoll) -> None:
        def roll(t: Array) -> Array:
            share = (1 + 2 * t) / 3
            return _polar(s.scale * share, 3 * np.pi * s.turns * share)

        super().__init__([roll], s.std)


class Moons(NoisyCurve):
    """The half circles of scikit-learn's ``make_moons``, moved to have their middle at 0."""

    def __init__(self, s: data.Moons) -> None:
        def upper(t: Array) -> Array:
            return _polar(1.0, np.pi * t) - (0.5, 0.25)

        def lower(t: Array) -> Array:
            return 0 - upper(t)

        super().__init__([upper, lower], s.std)


class Circles(NoisyCurve):
    """Circles of radius 2 and 2 · ratio."""

    def __init__(self, s: data.Circles) -> None:
        def outer(t: Array) -> Array:
            return _polar(2.0, 2 * np.pi * t)

        def inner(t: Array) -> Array:
            return s.ratio * outer(t)

        super().__init__([outer, inner], s.std)


class Spiral(NoisyCurve):
    """Archimedean spirals from radius 0.2 to 2, evenly turned against each other."""

    def __init__(self, s: data.Spiral) -> None:
        def arm(k: int) -> Curve:
            start = 2 * np.pi * k / s.arms
            return lambda t: _polar(0.2 + 1.8 * t, start + 2 * np.pi * s.turns * t)

        super().__init__([arm(k) for k in range(s.arms)], s.std)
