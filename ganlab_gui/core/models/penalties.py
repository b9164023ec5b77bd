"""Penalties on the discriminator's input gradient, per sample, (R,) each, before their weight."""

from collections.abc import Callable

import torch
from torch import Tensor

Score = Callable[[Tensor], Tensor]


def input_gradient_norms(score: Score, x: Tensor) -> Tensor:
    """‖∇_x D(x)‖₂ of every sample: x (R, B, dim) to (R, B), differentiable in D's weights."""
    x = x.detach().requires_grad_()
    (gradient,) = torch.autograd.grad(score(x).sum(), x, create_graph=True)
    return gradient.square().sum(-1).clamp_min(1e-24).sqrt()


def gradient_penalty(score: Score, real: Tensor, fake: Tensor, epsilon: Tensor) -> Tensor:
    """E (‖∇D(x̂)‖₂ − 1)² at x̂ = ε x + (1 − ε) G(z), one ε a sample (Gulrajani et al.

    2017, equation 3).
    """
    mixed = epsilon * real + (1 - epsilon) * fake
    return (input_gradient_norms(score, mixed) - 1).square().mean(1)


def r1(score: Score, real: Tensor, fake: Tensor, epsilon: Tensor) -> Tensor:
    """½ E ‖∇D(x)‖² on the data (Mescheder et al. 2018, equation 9)."""
    return input_gradient_norms(score, real).square().mean(1) / 2


def r2(score: Score, real: Tensor, fake: Tensor, epsilon: Tensor) -> Tensor:
    """½ E ‖∇D(G(z))‖² on the samples (Mescheder et al. 2018, equation 10)."""
    return input_gradient_norms(score, fake).square().mean(1) / 2


PENALTIES: dict[str, Callable[[Score, Tensor, Tensor, Tensor], Tensor]] = {
    "gradient": gradient_penalty,
    "r1": r1,
    "r2": r2,
}
