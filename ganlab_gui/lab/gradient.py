"""The length of the generator's gradient, the sign of life that a perfect D takes away."""

from typing import TYPE_CHECKING

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from ganlab_gui.core.streams import generator
from ganlab_gui.lab.game import labelled, objective

if TYPE_CHECKING:
    from ganlab_gui.lab.trainer import Trainer


def g_gradient_norm(trainer: "Trainer", points: int) -> NDArray[np.float64]:
    """(R,) ‖∇_θ λ L_G‖₂ over the generator's parameters, at this step, on ``points`` noise points.

    λ is the adversarial weight: it is the gradient that G's optimizer is handed. L_G is the
    objective's alone, without pull-away, instance noise, dropout or unrolling, and the noise is the
    step's own, no part of training's.
    """
    game, rule = trainer.game, objective(trainer.experiment)
    z = torch.stack([trainer.latent(points, s, trainer.steps) for s in trainer.seeds])
    weights = [w.clone().requires_grad_() for w in trainer.weights("generator")]
    fake = game.generator(z.to(trainer.device), weights)
    d_weights = trainer.weights("discriminator")
    real = game.discriminator(_data(trainer, points), d_weights) if rule.needs_real else None
    loss = rule.g_loss(real, game.discriminator(fake, d_weights)).sum()
    weighted = loss * trainer.experiment.objective.adversarial_weight
    gradients = torch.autograd.grad(weighted, weights)
    squares = torch.stack([g.double().square().flatten(1).sum(1) for g in gradients])
    norm: NDArray[np.float64] = squares.sum(0).sqrt().cpu().numpy()
    return norm


def _data(trainer: "Trainer", points: int) -> Tensor:
    """(R, points, dim + C) data for losses that compare with it."""
    draw = labelled(trainer.distribution) if trainer.game.classes else trainer.distribution.sample
    drawn = [draw(points, generator(seed, "reference", 1)) for seed in trainer.seeds]
    return torch.stack(drawn).to(trainer.device, torch.get_default_dtype())
