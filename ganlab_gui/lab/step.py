"""One step of Algorithm 1 (Goodfellow et al. 2014).

K discriminator updates, then one generator update. Every GAN of the lab is trained by it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from ganlab_gui.core.models import optimizers
from ganlab_gui.core.models.objectives import pull_away
from ganlab_gui.core.models.penalties import PENALTIES
from ganlab_gui.core.models.players import Discriminator, Generator
from ganlab_gui.core.models.schedules import rate
from ganlab_gui.core.models.unroll import unrolled
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.game import Game, objective
from ganlab_gui.lab.minibatch import Minibatch, blurred, dropout_masks, exchanged, minibatch

Gradient = tuple[Tensor, ...]
Watch = Callable[[str, str, dict[str, Any]], None]
"""Is handed a stage ("sample", "forward", "loss", "backward", "update"), the player ("d", "g")
whose update it belongs to, and the tensors at hand there. It must change none of them.
"""


@dataclass
class Outcome:
    """What a step leaves for its row, of its last updates; None where none was made.

    ``real``, ``fake`` and ``answer`` are D's raw outputs (R, B, …), the last on G's own minibatch;
    losses and penalties (R,) come without their weights; ``point`` (R, 2) holds both players where
    each is a single number.
    """

    real: Tensor | None = None
    fake: Tensor | None = None
    d_loss: Tensor | None = None
    penalty: Tensor | None = None
    answer: Tensor | None = None
    g_loss: Tensor | None = None
    point: Tensor | None = None
    watch: Watch | None = None

    def show(self, stage: str, player: str, **tensors: Any) -> None:
        """Hand what a stage works on to who watches, if anyone does."""
        if self.watch is not None:
            self.watch(stage, player, tensors)


def train_step(game: Game, settings: Experiment, watch: Watch | None = None) -> Outcome:
    outcome, training = Outcome(watch=watch), settings.training
    set_rates(game, settings)
    if training.consensus > 0:
        consensus_update(game, settings, outcome)
    elif training.order == "simultaneous":
        gradients = [g_gradient(game, settings, outcome) for _ in range(training.g_steps)]
        for _ in range(d_steps(game, settings)):
            d_update(game, settings, outcome)
        for gradient in gradients:
            g_descend(game, gradient, outcome)
    else:
        for _ in range(d_steps(game, settings)):
            d_update(game, settings, outcome)
        for _ in range(training.g_steps):
            g_update(game, settings, outcome)
    return finish(game, settings, outcome)


def d_update(game: Game, settings: Experiment, outcome: Outcome) -> None:
    """Ascend V in the discriminator, on a fresh minibatch of data and of noise."""
    d = game.discriminator
    d.renew()
    seen = minibatch(game, settings)
    outcome.show("sample", "d", noise=seen.noise, real=seen.real, fake=seen.fake)
    loss = d_loss(game, settings, seen, d.parameters, outcome)
    gradient = torch.autograd.grad(loss.sum(), d.parameters)
    outcome.show("backward", "d", gradient=gradient)
    descend(d, game.d_optimizer, gradient)
    clip(game, settings)
    outcome.show("update", "d")


def g_update(game: Game, settings: Experiment, outcome: Outcome) -> None:
    """Descend the generator's loss, on a fresh minibatch of noise."""
    g_descend(game, g_gradient(game, settings, outcome), outcome)


def g_descend(game: Game, gradient: Gradient, outcome: Outcome) -> None:
    descend(game.generator, game.g_optimizer, gradient)
    outcome.show("update", "g")


def g_gradient(game: Game, settings: Experiment, outcome: Outcome) -> Gradient:
    game.generator.renew()
    noise = game.noise.take(settings.training.batch)
    fake = game.generator(noise)
    outcome.show("sample", "g", noise=noise, fake=fake)
    weights = game.discriminator.frozen()
    if settings.training.unroll:
        weights = unroll(game, settings, fake)
    loss = g_loss(game, settings, fake, weights, outcome).sum()
    gradient = torch.autograd.grad(
        loss * settings.objective.adversarial_weight, game.generator.parameters
    )
    outcome.show("backward", "g", gradient=gradient)
    return gradient


# -- both losses -----------------------------------------------------------------------------------


def d_loss(
    game: Game, settings: Experiment, seen: Minibatch, weights: list[Tensor], outcome: Outcome
) -> Tensor:
    """(R,) D's loss with its penalty at ``weights``."""
    d, rule = game.discriminator, objective(settings)
    groups = 1 if settings.training.minibatches == "mixed" else 2
    called = exchanged(seen.flip, seen.real, seen.fake)
    scores = d(torch.cat(called, 1), weights, seen.masks, groups)
    real, fake = scores.chunk(2, 1)
    loss = rule.d_loss(real, fake)
    real, fake = exchanged(seen.flip, real, fake)
    outcome.real, outcome.fake, outcome.d_loss = real.detach(), fake.detach(), loss.detach()
    outcome.show("forward", "d", real=outcome.real, fake=outcome.fake)
    if seen.epsilon is not None:

        def score(x: Tensor) -> Tensor:
            raw = d(x, weights)
            return rule.guess(raw) if raw.dim() > 2 and rule.guess else raw

        penalty = PENALTIES[settings.penalty.name](
            score, seen.real, seen.fake, seen.epsilon, settings.penalty.target, dim=game.dim
        )
        outcome.penalty = penalty.detach()
        loss = loss + settings.penalty.weight * penalty
    outcome.show("loss", "d", loss=outcome.d_loss, penalty=outcome.penalty)
    return loss


def g_loss(
    game: Game, settings: Experiment, fake: Tensor, weights: list[Tensor], outcome: Outcome
) -> Tensor:
    """(R,) G's loss before its weight, on its samples ``fake``, against D at ``weights``."""
    d, rule, real, made = game.discriminator, objective(settings), None, fake
    packs = fake.shape[1] // settings.discriminator.pack

    def shown(x: Tensor) -> Tensor:
        return blurred(game, settings, x) if settings.training.instance_noise > 0 else x

    if rule.needs_real:
        masks = dropout_masks(game, settings, packs)
        real = d(shown(game.data.take(fake.shape[1])), weights, masks)
    fake = shown(fake)
    score = d(fake, weights, dropout_masks(game, settings, packs))
    outcome.show("forward", "g", real=real, fake=score)
    loss = rule.g_loss(real, score)
    if settings.objective.pull_away > 0 and settings.objective.name == "energy":
        loss = loss + settings.objective.pull_away * pull_away(d.code(fake, weights))
    outcome.answer, outcome.g_loss = score.detach(), loss.detach()
    outcome.show("loss", "g", loss=loss, samples=made)
    return loss


# -- other ways to move ----------------------------------------------------------------------------


def unroll(game: Game, settings: Experiment, fake: Tensor) -> list[Tensor]:
    """D's parameters K steps ahead, on one minibatch with G's own samples (Metz et al. 2017)."""
    seen = minibatch(game, settings, fake)
    return unrolled(
        game.discriminator.parameters,
        lambda weights: d_loss(game, settings, seen, weights, Outcome()).sum(),
        game.d_optimizer, settings.discriminator_optimizer, settings.training.unroll,
        settings.clip.c,
    )  # fmt: skip


def consensus_update(game: Game, settings: Experiment, outcome: Outcome) -> None:
    """Both descend their own loss and γ ½‖v‖², v the gradients of both (Mescheder et al. 2017)."""
    g, d = game.generator, game.discriminator
    g.renew()
    d.renew()
    noise = game.noise.take(settings.training.batch)
    fake = g(noise)
    seen = minibatch(game, settings, fake)
    outcome.show("sample", "g", noise=noise, fake=fake)
    outcome.show("sample", "d", noise=noise, real=seen.real, fake=seen.fake)
    losses = (
        g_loss(game, settings, fake, d.parameters, outcome) * settings.objective.adversarial_weight,
        d_loss(game, settings, seen, d.parameters, outcome),
    )
    own = [
        torch.autograd.grad(loss.sum(), player.parameters, create_graph=True)
        for loss, player in zip(losses, (g, d), strict=True)
    ]
    lengths = [gradient.square().sum() for gradients in own for gradient in gradients]
    energy = torch.stack(lengths).sum() / 2
    parameters = [*g.parameters, *d.parameters]
    pulls = torch.autograd.grad(energy * settings.training.consensus, parameters, allow_unused=True)
    total = [
        gradient.detach() + (0 if pull is None else pull)
        for gradient, pull in zip([*own[0], *own[1]], pulls, strict=True)
    ]
    gradients = {"g": tuple(total[: len(own[0])]), "d": tuple(total[len(own[0]) :])}
    for player, gradient in gradients.items():
        outcome.show("backward", player, gradient=gradient)
    g_descend(game, gradients["g"], outcome)
    descend(d, game.d_optimizer, gradients["d"])
    clip(game, settings)
    outcome.show("update", "d")


def d_alone(game: Game, settings: Experiment, watch: Watch | None = None) -> Outcome:
    """One update of the discriminator and none of the generator."""
    outcome = Outcome(watch=watch)
    set_rates(game, settings)
    if objective(settings).trains_d:
        d_update(game, settings, outcome)
    return finish(game, settings, outcome, moved=False)


def g_alone(game: Game, settings: Experiment, watch: Watch | None = None) -> Outcome:
    """One update of the generator and none of the discriminator."""
    outcome = Outcome(watch=watch)
    set_rates(game, settings)
    g_update(game, settings, outcome)
    return finish(game, settings, outcome)


# -- the small print -------------------------------------------------------------------------------


def d_steps(game: Game, settings: Experiment) -> int:
    """How many updates D makes in this step: none without a D, or once it is frozen."""
    until = settings.training.d_until
    frozen = (until and game.steps >= until) or not objective(settings).trains_d
    return 0 if frozen else settings.training.d_steps


def descend(
    network: Generator | Discriminator, optimizer: torch.optim.Optimizer, gradients: Gradient
) -> None:
    network.flat.grad = torch.cat([gradient.reshape(-1) for gradient in gradients])
    optimizers.update(optimizer)


def clip(game: Game, settings: Experiment) -> None:
    if settings.clip.c > 0:
        game.discriminator.flat.clamp_(-settings.clip.c, settings.clip.c)


def set_rates(game: Game, settings: Experiment) -> None:
    """The learning rates of this step, where a schedule moves them."""
    players = (
        (game.g_optimizer, settings.generator_optimizer),
        (game.d_optimizer, settings.discriminator_optimizer),
    )
    for optimizer, own in players:
        if own.schedule != "constant":
            optimizer.param_groups[0]["lr"] = rate(own, game.steps)


def finish(game: Game, settings: Experiment, outcome: Outcome, moved: bool = True) -> Outcome:
    """Count the step; let the generator's average follow where the generator moved."""
    game.steps += 1
    if game.average is not None and moved and settings.training.g_steps:
        game.average.lerp_(game.generator.flat.detach(), 1 - settings.generator.average)
    if settings.data.name == "dirac":
        players = (game.generator.flat, game.discriminator.flat)
        outcome.point = torch.stack([flat.detach() for flat in players], 1)
    return outcome
