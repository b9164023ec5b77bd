"""One Gaussian fitted to a mixture: by quadrature for every f-divergence, and by f-GAN training.

The one-dimensional experiment of Nowozin et al. 2016, section 2.4.
"""

import math
from collections.abc import Iterator
from typing import Any

import numpy as np
import torch

from ganlab_gui.core import streams
from ganlab_gui.core.models.divergences import DIVERGENCES
from ganlab_gui.core.models.network import Network, Numbers
from ganlab_gui.core.models.objectives import f_gan_d, f_gan_g
from ganlab_gui.core.models.optimizers import build
from ganlab_gui.core.models.players import Discriminator, Generator
from ganlab_gui.core.theory.fdivergences import F_DIVERGENCES
from ganlab_gui.core.theory.gaussian_fit import Fit, landscape, local_minima
from ganlab_gui.core.theory.mixture_divergences import Evaluator, mixture_of
from ganlab_gui.experiment.players import Optimizer
from ganlab_gui.lab.step import descend
from ganlab_gui.lab.studies.fit_discriminator import CPU, minibatches

Parameters = tuple[tuple[float, ...], tuple[float, ...], tuple[float, ...]]
HIDDEN = (64, 64)
"""D as in the paper: two hidden layers of 64 tanh units."""
BATCH = 512
D_STEPS = 3
RATES = {"d": 5e-3, "g": 1e-2}
LOOK = 10
"""Steps of G between two answers."""


def fit(
    mixture: Parameters, divergence: str, grid: tuple[float, float, int, float, float, int]
) -> Iterator[tuple[float, dict[str, Any]]]:  # fmt: skip
    """First all minima, then also the ``landscape`` (ny, nx) of D_f.

    ``mixture`` is (means, stds, weights); ``grid`` is (low, high, n) of μ and then of log10 σ.
    """
    minima = local_minima(*mixture, divergence)
    yield 0.2, {"minima": minima}
    mu, log_sigma = np.linspace(*grid[:3]), np.linspace(*grid[3:])
    rows: list[np.ndarray] = []
    for some in np.array_split(10.0**log_sigma, 4):
        rows.append(landscape(*mixture, divergence, mu, some))
        if len(rows) < 4:
            yield 0.2 + 0.2 * len(rows), {"minima": minima}
    yield 1.0, {"minima": minima, "landscape": np.concatenate(rows)}


def all_fits(mixture: Parameters) -> Iterator[tuple[float, dict[str, tuple[Fit, ...]]]]:
    """The minima of each divergence, one more an answer."""
    found: dict[str, tuple[Fit, ...]] = {}
    for name in F_DIVERGENCES:
        found = {**found, name: local_minima(*mixture, name)}
        yield len(found) / len(F_DIVERGENCES), found


def train(
    mixture: Parameters, divergence: str, start: tuple[float, float], steps: int, seed: int
) -> Iterator[tuple[float, dict[str, np.ndarray]]]:  # fmt: skip
    """G(z) = μ + σz against a network D by the variational bound (equation 6), so far.

    ``start`` is (μ, σ). An answer has, every tenth step: ``steps`` (k,), ``mu`` and ``sigma`` (k,),
    ``bound`` (k,), the mean of D's bound on the minibatches since the last, and ``exact`` (k,), D_f
    of the Gaussian that G is, by quadrature. Adam, β = (0.5, 0.999); log σ is what is learned.
    """
    divergent = DIVERGENCES[divergence]
    d, d_rule = _discriminator(seed)
    g = Generator(Numbers(2, 1, CPU))
    with torch.no_grad():
        g.flat.copy_(torch.tensor([start[0], math.log(start[1])]))
    g_rule = build(g.flat, Optimizer(lr=RATES["g"], beta1=0.5))
    real = minibatches(mixture, "data", seed)
    noise = streams.Stream(streams.gaussian(1), 1, [seed], "noise", CPU)
    evaluator = Evaluator(mixture_of(*mixture), divergence, order=4)
    path: list[tuple[float, ...]] = []
    bounds: list[float] = []
    for step in range(steps + 1):
        if step % LOOK == 0:
            mu, sigma = float(g.flat[0].detach()), math.exp(float(g.flat[1].detach()))
            exact = float(evaluator.values([mu], [sigma])[0])
            path.append((step, mu, sigma, float(np.mean(bounds or [math.nan])), exact))
            names = ("steps", "mu", "sigma", "bound", "exact")
            yield step / steps, dict(zip(names, np.array(path).T, strict=True))
            bounds = []
        for _ in range(D_STEPS):
            fake = (g.parameters[0] + g.parameters[1].exp() * noise.take(BATCH)).detach()
            on_real, on_fake = d(torch.cat([real.take(BATCH), fake], 1)).chunk(2, 1)
            loss = f_gan_d(on_real, on_fake, divergent)
            descend(d, d_rule, torch.autograd.grad(loss.sum(), d.parameters))
        bounds.append(-float(loss.detach()))
        fake = g.parameters[0] + g.parameters[1].exp() * noise.take(BATCH)
        loss = f_gan_g(None, d(fake, d.frozen()), divergent)
        descend(g, g_rule, torch.autograd.grad(loss.sum(), g.parameters))


def _discriminator(seed: int) -> tuple[Discriminator, torch.optim.Optimizer]:
    d = Discriminator(Network([1, *HIDDEN, 1], "tanh", "linear", 1, CPU), "score", 1)
    d.initialise("default", "tanh", [streams.generator(seed, "init")])
    return d, build(d.flat, Optimizer(lr=RATES["d"], beta1=0.5))
