"""What a step of training works on: the players, their optimizers and their random streams."""

from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor
from torch.nn.functional import one_hot

from ganlab_gui.core.data import Distribution
from ganlab_gui.core.models import optimizers
from ganlab_gui.core.models.objectives import Objective, objective_of
from ganlab_gui.core.models.players import (
    Discriminator,
    Generator,
    Scaling,
    build_players,
    initialise,
)
from ganlab_gui.core.streams import NOISES, Draw, Stream, generator
from ganlab_gui.experiment.schema import Experiment

STREAMS = ("data", "noise", "mixing", "silence", "blur", "flips", "recall")
"""The random streams of a game, one each for everything that training draws."""


@dataclass
class Game:
    """Two players, their optimizers and their random streams.

    Every tensor has a leading runs axis. ``steps`` counts the steps taken; ``average`` is the
    running average of the generator's flat weights; ``memory`` (R, n, width) holds old generated
    samples, of which ``remembered`` are there so far.
    """

    generator: Generator
    discriminator: Discriminator
    g_optimizer: torch.optim.Optimizer
    d_optimizer: torch.optim.Optimizer
    data: Stream
    noise: Stream
    mixing: Stream
    silence: Stream
    blur: Stream
    flips: Stream
    recall: Stream
    dim: int
    classes: int = 0
    steps: int = 0
    average: Tensor | None = None
    memory: Tensor | None = None
    remembered: int = 0


def objective(experiment: Experiment) -> Objective:
    """The experiment's objective, for as many generators as it has."""
    return objective_of(experiment.objective, experiment.generator.count)


def build(
    experiment: Experiment, distribution: Distribution, seeds: list[int], device: torch.device
) -> Game:
    """The game at step 0; run r draws from ``seeds[r]`` alone."""
    classes = class_count(experiment, distribution)
    g, d = build_players(
        experiment, distribution.dim, classes, scaling(experiment, distribution, device), device
    )
    initialise(experiment, (g, d), [generator(seed, "init") for seed in seeds])
    draws = {
        "data": labelled(distribution) if classes else distribution.sample,
        "noise": latent(experiment, distribution),
        "mixing": _uniform(1),
        "silence": _uniform(widths(experiment, classes)["silence"]),
        "blur": lambda n, g: torch.randn(n, distribution.dim, generator=g),
        "flips": _uniform(1),
        "recall": _uniform(1),
    }
    streams: dict[str, Any] = {
        name: Stream(draws[name], width, seeds, PURPOSE[name], device)
        for name, width in widths(experiment, classes).items()
    }
    game = Game(
        g, d,
        optimizers.build(g.flat, experiment.generator_optimizer),
        optimizers.build(d.flat, experiment.discriminator_optimizer),
        dim=distribution.dim, classes=classes, **streams,
    )  # fmt: skip
    if experiment.generator.average:
        game.average = g.flat.detach().clone()
    if experiment.training.history:
        shape = (len(seeds), experiment.training.history, distribution.dim + classes)
        game.memory = torch.zeros(shape, device=device)
    return game


PURPOSE = {
    "data": "data", "noise": "noise", "mixing": "penalty", "silence": "dropout",
    "blur": "instance noise", "flips": "label noise", "recall": "history",
}  # fmt: skip
"""What each stream's numbers are drawn for: the name its seed is made with."""


def widths(experiment: Experiment, classes: int) -> dict[str, int]:
    """How many numbers one draw of each stream has."""
    return {
        "data": experiment.dim + classes,
        "noise": experiment.noise.dim + classes,
        "mixing": 1,
        "silence": max(1, sum(experiment.discriminator.hidden)),
        "blur": experiment.dim,
        "flips": 1,
        "recall": 1,
    }


def class_count(experiment: Experiment, distribution: Distribution) -> int:
    """How many classes the players are told of; 0 where the game is not conditional."""
    if not experiment.training.conditional or distribution.classes is None:
        return 0
    return len(distribution.classes)


def scaling(
    experiment: Experiment, distribution: Distribution, device: torch.device
) -> Scaling | None:
    """Centre and half width (dim,) of the data's box, where the players see it as [−1, 1]."""
    if experiment.training.scaling == "none":
        return None
    low, high = (torch.from_numpy(corner) for corner in distribution.extent)
    kind = torch.get_default_dtype()
    return ((low + high) / 2).to(device, kind), ((high - low) / 2).to(device, kind)


def labelled(distribution: Distribution) -> Draw:
    """Data with the one-hot of its class behind it: (n, dim + C)."""
    assert distribution.classes is not None
    classes = len(distribution.classes)

    def draw(n: int, g: torch.Generator) -> Tensor:
        x, y = distribution.sample_labelled(n, g)
        return torch.cat([x, one_hot(y, classes).to(x)], 1)

    return draw


def latent(experiment: Experiment, distribution: Distribution) -> Draw:
    """Noise; in a conditional game with the one-hot of a class, drawn as often as in the data."""
    noise = NOISES[experiment.noise.name](experiment.noise.dim)
    classes = class_count(experiment, distribution)
    if not classes:
        return noise
    weights = torch.from_numpy(distribution.classes)

    def draw(n: int, g: torch.Generator) -> Tensor:
        z = noise(n, g)
        y = torch.multinomial(weights, n, replacement=True, generator=g)
        return torch.cat([z, one_hot(y, classes).to(z)], 1)

    return draw


def _uniform(width: int) -> Draw:
    return lambda n, g: torch.rand(n, width, generator=g)
