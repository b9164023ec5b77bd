"""One step of Algorithm 1 (Goodfellow et al. 2014).

K discriminator updates, then one generator update.
"""

from dataclasses import dataclass

import torch
from torch import Tensor

from ganlab_gui.core.models import optimizers
from ganlab_gui.core.models.network import Network
from ganlab_gui.core.models.objectives import OBJECTIVES
from ganlab_gui.core.models.penalties import PENALTIES
from ganlab_gui.core.streams import Stream
from ganlab_gui.experiment.schema import Experiment


@dataclass
class Game:
    """Two players, their optimizers and their random streams.

    Every tensor has a leading runs axis.
    """

    generator: Network
    discriminator: Network
    g_optimizer: torch.optim.Optimizer
    d_optimizer: torch.optim.Optimizer
    data: Stream
    noise: Stream
    mixing: Stream
    silence: Stream


@dataclass
class Outcome:
    """What a step leaves for its row: raw scores (R, B) of the last updates and penalties (R,).

    None where none was made.
    """

    real: Tensor | None = None
    fake: Tensor | None = None
    penalty: Tensor | None = None
    answer: Tensor | None = None


def train_step(game: Game, settings: Experiment) -> Outcome:
    outcome = Outcome()
    if settings.training.order == "simultaneous":
        gradients = [g_gradient(game, settings, outcome) for _ in range(settings.training.g_steps)]
        for _ in range(settings.training.d_steps):
            d_update(game, settings, outcome)
        for gradient in gradients:
            descend(game.generator, game.g_optimizer, gradient)
        return outcome
    for _ in range(settings.training.d_steps):
        d_update(game, settings, outcome)
    for _ in range(settings.training.g_steps):
        g_update(game, settings, outcome)
    return outcome


def d_update(game: Game, settings: Experiment, outcome: Outcome) -> None:
    """Ascend V in the discriminator, on a fresh minibatch of data and of noise."""
    d, batch = game.discriminator, settings.training.batch
    real = game.data.take(batch)
    with torch.no_grad():
        fake = game.generator(game.noise.take(batch))
    masks = dropout_masks(game, settings, 2 * batch)
    scores = d(torch.cat([real, fake], 1), masks=masks).squeeze(-1)
    on_real, on_fake = scores[:, :batch], scores[:, batch:]
    loss = OBJECTIVES[settings.objective.name].d_loss(on_real, on_fake)
    if settings.penalty.name != "none":
        epsilon = game.mixing.take(batch)
        penalty = PENALTIES[settings.penalty.name](d, real, fake, epsilon)
        loss = loss + settings.penalty.weight * penalty
        outcome.penalty = penalty.detach()
    descend(d, game.d_optimizer, torch.autograd.grad(loss.sum(), d.parameters))
    if settings.clip.c > 0:
        d.flat.clamp_(-settings.clip.c, settings.clip.c)
    outcome.real, outcome.fake = on_real.detach(), on_fake.detach()


def g_update(game: Game, settings: Experiment, outcome: Outcome) -> None:
    """Descend the generator's loss, on a fresh minibatch of noise."""
    descend(game.generator, game.g_optimizer, g_gradient(game, settings, outcome))


def d_alone(game: Game, settings: Experiment) -> Outcome:
    """One update of the discriminator and none of the generator."""
    outcome = Outcome()
    d_update(game, settings, outcome)
    return outcome


def g_alone(game: Game, settings: Experiment) -> Outcome:
    """One update of the generator and none of the discriminator."""
    outcome = Outcome()
    g_update(game, settings, outcome)
    return outcome


def g_gradient(game: Game, settings: Experiment, outcome: Outcome) -> tuple[Tensor, ...]:
    g, batch = game.generator, settings.training.batch
    fake = g(game.noise.take(batch))
    masks = dropout_masks(game, settings, batch)
    score = game.discriminator(fake, game.discriminator.frozen(), masks).squeeze(-1)
    loss = OBJECTIVES[settings.objective.name].g_loss(score)
    outcome.answer = score.detach()
    weighted = loss.sum() * settings.objective.adversarial_weight
    return torch.autograd.grad(weighted, g.parameters)


def descend(
    network: Network, optimizer: torch.optim.Optimizer, gradients: tuple[Tensor, ...]
) -> None:
    network.flat.grad = torch.cat([gradient.reshape(-1) for gradient in gradients])
    optimizers.update(optimizer)


def dropout_masks(game: Game, settings: Experiment, batch: int) -> list[Tensor] | None:
    """A multiplier (R, batch, width) a hidden layer.

    0 with probability p, else 1 / (1 − p) (Srivastava et al. 2014).
    """
    p, widths = settings.discriminator.dropout, settings.discriminator.hidden
    if p == 0 or not widths:
        return None
    uniform = game.silence.take(batch)
    return [(part >= p).to(part) / (1 - p) for part in uniform.split(list(widths), -1)]
