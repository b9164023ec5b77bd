"""Critics of one fixed pair of distributions, kept Lipschitz by clipping or by a penalty.

Gulrajani et al. 2017, figures 1a and 1b: the generator is the data plus Gaussian noise and stays.
"""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from pydantic import TypeAdapter
from torch import Tensor

from ganlab_gui.core import data, streams
from ganlab_gui.core.measures.transport import wasserstein1
from ganlab_gui.core.models.network import Network
from ganlab_gui.core.models.objectives import critic_d
from ganlab_gui.core.models.optimizers import build
from ganlab_gui.core.models.penalties import PENALTIES
from ganlab_gui.core.models.players import Discriminator
from ganlab_gui.experiment.data import Data
from ganlab_gui.experiment.players import Optimizer
from ganlab_gui.lab.step import descend

CPU = torch.device("cpu")
EVERY = 0.18
"""Seconds between two answers."""
GRID = 40
SHOWN = 500
WIDTH, BATCH = 64, 256
BINS = 50
CLOSE = 0.99
"""Share of c from which on a weight counts as clipped."""
RATE, LARGEST_RATE = 1 / 50, 0.01
"""RMSProp's learning rate, as a share of c, and the largest."""
Box = tuple[float, float, float, float]
Answers = Iterator[tuple[float, dict[str, Any]]]


@dataclass
class Pair:
    """Data and data plus noise: minibatches to train on, and (1, n, 2) of each to look at."""

    data: streams.Stream
    noise: streams.Stream
    mixing: streams.Stream
    spread: float
    real: Tensor
    fake: Tensor
    w1: float

    def take(self) -> tuple[Tensor, Tensor]:
        """A minibatch (1, B, 2) of each."""
        fake = self.data.take(BATCH) + self.spread * self.noise.take(BATCH)
        return self.data.take(BATCH), fake


def clipped(
    target: dict[str, Any], spread: float, depth: int, limits: Sequence[float], box: Box,
    steps: int = 800, seed: int = 0,
) -> Answers:  # fmt: skip
    """One critic for each c of ``limits`` (R,), all on the same minibatches.

    After every RMSProp step all weights and biases are brought to ±c. They start where `shrunk`
    brings them; learning rates are c / 50, at most 0.01. An answer is what `reading` gives, with
    ``weights`` over ±c, ``clipped`` (R,), the share of weights within 1 % of ±c, and ``step``.
    """
    bounds = torch.tensor(limits, dtype=torch.float32).view(-1, 1, 1)
    pair, d = pair_of(target, spread, seed), critic(depth, len(limits), seed)
    shrunk(d, bounds)
    optimizer = build(d.flat, Optimizer(name="rmsprop", lr=1.0, beta2=0.99))
    rates = (RATE * bounds).clamp_max(LARGEST_RATE)
    said = 0.0
    for step in range(steps + 1):
        if step == steps or time.monotonic() - said > EVERY:
            said = time.monotonic()
            found = reading(d, pair, box, bounds.flatten().tolist())
            near = [[(w[r].abs() >= CLOSE * c).float() for w in matrices(d)]
                    for r, c in enumerate(bounds.flatten())]  # fmt: skip
            shares = [float(torch.cat([w.flatten() for w in of_run]).mean()) for of_run in near]
            yield step / steps, {**found, "clipped": np.array(shares), "step": step}
        clipped_step(d, optimizer, pair.take(), rates, bounds)


def penalised(
    target: dict[str, Any], spread: float, depth: int, weight: float, box: Box, reach: float,
    steps: int = 2500, seed: int = 0,
) -> Answers:  # fmt: skip
    """One critic with ``weight`` times the two-sided gradient penalty, by Adam 1e-3 (0.5, 0.9).

    An answer is what `reading` gives, with ``weights`` over ±``reach``, and ``step``.
    """
    pair, d = pair_of(target, spread, seed), critic(depth, 1, seed)
    optimizer = build(d.flat, Optimizer(name="adam", lr=1e-3, beta1=0.5, beta2=0.9))
    said = 0.0
    for step in range(steps + 1):
        if step == steps or time.monotonic() - said > EVERY:
            said = time.monotonic()
            yield step / steps, {**reading(d, pair, box, [reach]), "step": step}
        real, fake = pair.take()
        slope = PENALTIES["gradient"](d, real, fake, pair.mixing.take(BATCH))
        loss = loss_of(d, real, fake) + weight * slope
        descend(d, optimizer, torch.autograd.grad(loss.sum(), d.parameters))


# -- what is trained -------------------------------------------------------------------------------


def pair_of(target: dict[str, Any], spread: float, seed: int) -> Pair:
    """The data of these settings, and the same with noise of that standard deviation."""
    distribution = data.build(TypeAdapter(Data).validate_python(target))
    g = streams.generator(seed, "picture")
    real, fake = (distribution.sample(SHOWN, g)[None] for _ in range(2))
    fake = fake + spread * torch.randn(fake.shape, generator=g)
    return Pair(
        streams.Stream(distribution.sample, 2, [seed], "data", CPU),
        streams.Stream(streams.gaussian(2), 2, [seed], "noise", CPU),
        streams.Stream(lambda n, g: torch.rand(n, 1, generator=g), 1, [seed], "penalty", CPU),
        spread,
        real,
        fake,
        wasserstein1(real[0].numpy(), fake[0].numpy()),
    )


def critic(depth: int, runs: int, seed: int) -> Discriminator:
    """``runs`` critics of ``depth`` hidden layers of 64 ReLUs, all with the same first weights."""
    net = Network([2, *[WIDTH] * depth, 1], "relu", "linear", runs, CPU)
    d = Discriminator(net, "score", 2)
    d.initialise("default", "relu", [streams.generator(seed, "init") for _ in range(runs)])
    return d


def shrunk(d: Discriminator, bounds: Tensor) -> None:
    """Scale each layer's parameters so that the largest is at most c: none starts at the bound.

    Cutting them off instead would put nearly all there before anything is learned.
    """
    with torch.no_grad():
        for p in d.parameters:
            largest = p.abs().amax((1, 2), keepdim=True)
            p.mul_((bounds / largest).clamp_max(1.0))


def clipped_step(
    d: Discriminator, optimizer: torch.optim.Optimizer, seen: tuple[Tensor, Tensor], rates: Tensor,
    bounds: Tensor,
) -> None:  # fmt: skip
    """One step at each run's own rate (R, 1, 1), then every parameter to ±its c (R, 1, 1).

    The optimizer's own rate is 1; its step is proportional to the rate.
    """
    before = [p.detach().clone() for p in d.parameters]
    loss = loss_of(d, *seen)
    descend(d, optimizer, torch.autograd.grad(loss.sum(), d.parameters))
    with torch.no_grad():
        for p, old in zip(d.parameters, before, strict=True):
            p.copy_((old + rates * (p - old)).clamp(-bounds, bounds))


def loss_of(d: Discriminator, real: Tensor, fake: Tensor) -> Tensor:
    """E f(x̃) − E f(x), (R,)."""
    both = torch.cat([real, fake], 1).expand(d.runs, -1, -1)
    return critic_d(*d(both).chunk(2, 1))


def matrices(d: Discriminator) -> list[Tensor]:
    """The weights (R, i, o) without the biases."""
    return [w.detach() for w in d.parameters[::2]]


# -- what is looked at -----------------------------------------------------------------------------


def reading(d: Discriminator, pair: Pair, box: Box, reaches: Sequence[float]) -> dict[str, Any]:
    """What has become of R critics.

    ``surface`` (R, GRID, GRID) is f at the middles of the cells of ``box``; ``norms``
    (R, depth + 1) the mean of ‖∂f/∂a‖ over data and samples, a the input and the activations of
    each hidden layer; ``weights`` (R, BINS) the shares of weights in bins over ±``reaches``;
    ``gain`` (R,) E f(x) − E f(x̃); ``steepest`` (R,) the largest ‖∂f/∂x‖ there and on the surface;
    ``w1`` the distance of the two samples (exact for these); ``real`` and ``fake`` (n, 2).
    """
    x0, x1, y0, y1 = box
    middles = (np.arange(GRID) + 0.5) / GRID
    x, y = np.meshgrid(x0 + middles * (x1 - x0), y0 + middles * (y1 - y0))
    grid = torch.from_numpy(np.stack([x, y], -1).astype(np.float32)).view(1, -1, 2)
    scores, of_grid = activation_gradients(d, grid)
    seen, of_samples = activation_gradients(d, torch.cat([pair.real, pair.fake], 1))
    real, fake = seen.chunk(2, 1)
    slopes = torch.cat([of_grid[0], of_samples[0]], 1).double().norm(dim=-1)
    parts = [torch.cat([w[r].flatten() for w in matrices(d)]).numpy() for r in range(d.runs)]
    counts = [
        np.histogram(part, BINS, (-reach * 1.0001, reach * 1.0001))[0] / len(part)
        for part, reach in zip(parts, reaches, strict=True)
    ]
    samples = [side[0].numpy() for side in (pair.real, pair.fake)]
    return {
        "surface": scores.view(-1, GRID, GRID).numpy(),
        "norms": torch.stack([g.double().norm(dim=-1).mean(1) for g in of_samples], 1).numpy(),
        "weights": np.array(counts),
        "gain": (real.double().mean(1) - fake.double().mean(1)).numpy(),
        "steepest": slopes.amax(1).numpy(),
        "w1": pair.w1,
        "real": samples[0],
        "fake": samples[1],
    }


def activation_gradients(d: Discriminator, x: Tensor) -> tuple[Tensor, list[Tensor]]:
    """f (R, B) at x (1, B, 2), and ∂f/∂a (R, B, width) for the input and each hidden layer's a."""
    weights = d.frozen()
    a = x.expand(d.runs, -1, -1).clone().requires_grad_()
    activations = [a]
    for layer in range(d.net.depth):
        a = d.net.activation(torch.baddbmm(weights[2 * layer + 1], a, weights[2 * layer]))
        activations.append(a)
    f = torch.baddbmm(weights[-1], a, weights[-2]).squeeze(-1)
    return f.detach(), list(torch.autograd.grad(f.sum(), activations))
