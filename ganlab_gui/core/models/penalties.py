"""Penalties on the discriminator's input gradient, per sample, (R,) each, before their weight.

``score`` takes samples (R, B, width) to a number each, (R, B) or (R, B, 1); a discriminator that
judges m at once gives (R, B / m), and the slope is still every sample's own. Of a sample's
coordinates only the first ``dim`` count as the place where it lies (None: all of them); what
follows, such as a class, is held fixed. ``target`` is the slope g₀ asked for.
"""

from collections.abc import Callable
from dataclasses import dataclass

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


def on_data(real: Tensor, fake: Tensor, epsilon: Tensor, dim: int | None = None) -> Tensor:
    """x itself."""
    return real


def on_samples(real: Tensor, fake: Tensor, epsilon: Tensor, dim: int | None = None) -> Tensor:
    """G(z) itself."""
    return fake


def two_sided(norms: Tensor, target: float) -> Tensor:
    """E (‖∇D‖₂ − g₀)² (Gulrajani et al. 2017, equation 3, between data and samples)."""
    return (norms - target).square().mean(1)


def one_sided(norms: Tensor, target: float) -> Tensor:
    """E [‖∇D‖₂ − g₀]₊²: gentler slopes are free (Petzka et al. 2018, WGAN-LP)."""
    return (norms - target).clamp_min(0).square().mean(1)


def zero_centred(norms: Tensor, target: float) -> Tensor:
    """½ E ‖∇D‖² (Mescheder et al. 2018: R1, equation 9, on data; R2, equation 10, on samples)."""
    return norms.square().mean(1) / 2


@dataclass(frozen=True)
class Penalty:
    """Where D's slopes are looked at, and what they cost: (real, fake, …) to (R,)."""

    where: Callable[[Tensor, Tensor, Tensor, int | None], Tensor]
    cost: Callable[[Tensor, float], Tensor]

    def __call__(
        self, score: Score, real: Tensor, fake: Tensor, epsilon: Tensor, target: float = 1.0,
        dim: int | None = None,
    ) -> Tensor:  # fmt: skip
        norms = input_gradient_norms(score, self.where(real, fake, epsilon, dim), dim)
        return self.cost(norms, target)


PENALTIES: dict[str, Penalty] = {
    "gradient": Penalty(between, two_sided),
    "lipschitz": Penalty(between, one_sided),
    "r1": Penalty(on_data, zero_centred),
    "r2": Penalty(on_samples, zero_centred),
}
