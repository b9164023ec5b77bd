"""A discriminator trained against two fixed densities (Goodfellow et al. 2014, Proposition 1)."""

from collections.abc import Iterator, Sequence
from functools import partial

import numpy as np
import torch
from torch import Tensor

from ganlab_gui.core import streams
from ganlab_gui.core.models.network import Network
from ganlab_gui.core.models.objectives import log_likelihood_d
from ganlab_gui.core.models.optimizers import build
from ganlab_gui.core.models.players import Discriminator
from ganlab_gui.core.theory.game_value import cells, value_of_scores
from ganlab_gui.core.theory.line_mixture import Mixture
from ganlab_gui.experiment.players import Optimizer
from ganlab_gui.lab.step import descend

CPU = torch.device("cpu")
LOOKS = 60
"""How often a network is looked at evenly in the step, and again in its logarithm: at first most
happens, and later no answer shall be long in coming."""
Parameters = Sequence[Sequence[float]]


def fit(
    p: Parameters, q: Parameters, grid: tuple[float, float, int], hidden: tuple[int, ...],
    lr: float, batch: int, steps: int, seed: int,
) -> Iterator[tuple[float, dict[str, np.ndarray]]]:  # fmt: skip
    """Train D on minibatches of both, and yield how it has come so far, ever more rarely.

    ``p`` and ``q`` are (means, stds, weights); ``grid`` is (low, high, n). An answer has ``steps``
    (k,), D's ``scores`` s on the grid at each of them (k, n) in single precision, D = σ(s), and
    ``values`` (k,), V(G, D) by quadrature over the grid, in nats. Adam with β = (0.5, 0.999).
    """
    x = np.linspace(*grid)
    p_x, q_x = (Mixture(*map(tuple, of)).density(x) for of in (p, q))
    d, optimizer = network(hidden, Optimizer(lr=lr), seed)
    real, fake = minibatches(p, "data", seed), minibatches(q, "noise", seed)
    points, due = column(x), looks(steps)
    taken, scores, values = [], [], []
    for step in range(steps + 1):
        if step in due:
            with torch.no_grad():
                scores.append(d(points)[0].numpy())
            taken.append(step)
            values.append(value_of_scores(p_x, q_x, scores[-1].astype(np.float64), cells(x)))
            yield (
                step / steps,
                {"steps": np.array(taken), "scores": np.array(scores), "values": np.array(values)},
            )
        on_real, on_fake = d(torch.cat([real.take(batch), fake.take(batch)], 1)).chunk(2, 1)
        loss = log_likelihood_d(on_real, on_fake)
        descend(d, optimizer, torch.autograd.grad(loss.sum(), d.parameters))


def looks(steps: int) -> set[int]:
    """The steps after which a network is looked at: 0, 1, 2 and so on to ``steps``."""
    even, early = np.linspace(0, steps, LOOKS + 1), np.geomspace(1, steps, LOOKS)
    return {int(step) for step in np.concatenate([even, early]).round()}


def network(
    hidden: tuple[int, ...], settings: Optimizer, seed: int
) -> tuple[Discriminator, torch.optim.Optimizer]:
    """A ReLU network from the line to a score, drawn by the seed, and its optimizer."""
    net = Network([1, *hidden, 1], "relu", "linear", 1, CPU)
    d = Discriminator(net, "score", 1)
    d.initialise("default", "relu", [streams.generator(seed, "init")])
    return d, build(d.flat, settings)


def minibatches(mixture: Parameters, purpose: str, seed: int) -> streams.Stream:
    """Minibatches (1, n, 1) of a mixture given as (means, stds, weights)."""
    means, stds, weights = (torch.tensor(v, dtype=torch.float32) for v in mixture)
    draw = partial(_draw, means, stds, weights)
    return streams.Stream(draw, 1, [seed], purpose, CPU)


def _draw(means: Tensor, stds: Tensor, weights: Tensor, n: int, g: torch.Generator) -> Tensor:
    chosen = torch.multinomial(weights, n, replacement=True, generator=g)
    return (means[chosen] + stds[chosen] * torch.randn(n, generator=g))[:, None]


def column(x: np.ndarray) -> Tensor:
    """Points (n,) as a batch (1, n, 1)."""
    return torch.tensor(x, dtype=torch.float32)[None, :, None]
