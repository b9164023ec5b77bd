"""Penalties on the discriminator's input gradient, per sample, (R,) each, before their weight.

``score`` takes samples (R, B, width) to a number each, (R, B) or (R, B, 1); a discriminator that
judges m at once gives (R, B / m), and the slope is still every sample's own. Of a sample's
coordinates only the first ``dim`` count as the place where it lies (None: all of them); what
follows, such as a class, is held fixed. ``target`` is the slope g₀ asked for.
"""

from collections.abc import Callable

import torch
from torch import Tensor

Score = Callable[[Tensor], Tensor]


def input_gradient_norms(score: Score, x: Tensor, dim: int | None = None) -> Tensor:
    """‖∇_x D(x)‖₂ of every sample: x (R, B, width) to (R, B), differentiable in D's weights.

    Where x comes out of a generator that is being differentiated, the norms follow it too.
    """
    if not x.requires_grad:
        x = x.detach().requires_grad_()
    (gradient,) = torch.autograd.grad(score(x).sum(), x, create_graph=True)
    return gradient[..., :dim].square().sum(-1).clamp_min(1e-24).sqrt()


def between(real: Tensor, fake: Tensor, epsilon: Tensor, dim: int | None = None) -> Tensor:
    """x̂ = ε x + (1 − ε) G(z), one ε (R, B, 1) a sample; what follows ``dim`` is the data's."""
    mixed = epsilon * real + (1 - epsilon) * fake
    if dim is None or dim == real.shape[-1]:
        return mixed
    return torch.cat([mixed[..., :dim], real[..., dim:]], -1)


def gradient_penalty(
    score: Score,
    real: Tensor,
    fake: Tensor,
    epsilon: Tensor,
    target: float = 1.0,
    dim: int | None = None,
) -> Tensor:
    """E (‖∇D(x̂)‖₂ − g₀)² between data and samples (Gulrajani et al. 2017, equation 3)."""
    norms = input_gradient_norms(score, between(real, fake, epsilon, dim), dim)
    return (norms - target).square().mean(1)


def lipschitz_penalty(
    score: Score,
    real: Tensor,
    fake: Tensor,
    epsilon: Tensor,
    target: float = 1.0,
    dim: int | None = None,
) -> Tensor:
    """E [‖∇D(x̂)‖₂ − g₀]₊²: gentler slopes are free (Petzka et al. 2018, WGAN-LP)."""
    norms = input_gradient_norms(score, between(real, fake, epsilon, dim), dim)
    return (norms - target).clamp_min(0).square().mean(1)


def r1(
    score: Score,
    real: Tensor,
    fake: Tensor,
    epsilon: Tensor,
    target: float = 1.0,
    dim: int | None = None,
) -> Tensor:
    """½ E ‖∇D(x)‖² on the data (Mescheder et al. 2018, equation 9)."""
    return input_gradient_norms(score, real, dim).square().mean(1) / 2


def r2(
    score: Score,
    real: Tensor,
    fake: Tensor,
    epsilon: Tensor,
    target: float = 1.0,
    dim: int | None = None,
) -> Tensor:
    """½ E ‖∇D(G(z))‖² on the samples (Mescheder et al. 2018, equation 10)."""
    return input_gradient_norms(score, fake, dim).square().mean(1) / 2


PENALTIES: dict[str, Callable[..., Tensor]] = {
    "gradient": gradient_penalty,
    "lipschitz": lipschitz_penalty,
    "r1": r1,
    "r2": r2,
}
"""Name to (score, real, fake, epsilon, target, dim) → (R,)."""
