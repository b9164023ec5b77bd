"""The f-divergences as a discriminator meets them: T = g_f(v) and f*(T) of its raw output v.

Both are written directly in v, so that nothing is lost to exponentials and logarithms that cancel
(Nowozin et al. 2016, tables 2 and 6). All are elementwise, in any shape, and twice differentiable.
f and f* themselves, for paper and pencil, are in ``core.theory.fdivergences``.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor
from torch.nn.functional import softplus

from ganlab_gui.experiment.objectives import THRESHOLDS

LN2 = math.log(2.0)
NEWTON_STEPS = 4
"""From the start below, Newton's rule is within 2e-15 after so many, relative to 1 + |ln u|."""


@dataclass(frozen=True)
class Divergence:
    """An f-divergence: T = ``activation``(v), f*(T) = ``conjugate``(v), and f'(1).

    T grows with p / q, whatever the sign of v.
    """

    activation: Callable[[Tensor], Tensor]
    conjugate: Callable[[Tensor], Tensor]
    threshold: float


class JeffreyLogRatio(torch.autograd.Function):
    """ln u where f'(u) = ln u + 1 − 1/u = t, elementwise: −ln W(e^{1−t}), W Lambert's function.

    The left side rises and is concave in ln u, and the start lies below the root: Newton's rule
    climbs to it without overshooting. The slope is 1 / (1 + 1/u).
    """

    @staticmethod
    def forward(ctx: Any, t: Tensor) -> Tensor:
        rest = 1 - t
        minus = torch.where(t > 0, torch.minimum(rest, t / -2), torch.log1p(-t.clamp_max(0)))
        for _ in range(NEWTON_STEPS):  # on −ln u, in place
            inverse = torch.exp(minus)
            minus = torch.addcmul(rest, minus.sub_(1), inverse).div_(inverse.add_(1))
        log_u = minus.neg_()
        ctx.save_for_backward(log_u)
        return log_u

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> Tensor:
        (log_u,) = ctx.saved_tensors
        return gradients[0] * torch.sigmoid(log_u)


def jeffrey_conjugate(t: Tensor) -> Tensor:
    """W(e^{1−t}) + 1/W(e^{1−t}) + t − 2, which is u + ln u − 1 at u = 1/W."""
    log_u: Tensor = JeffreyLogRatio.apply(t)
    return torch.exp(log_u) + log_u - 1


def itself(v: Tensor) -> Tensor:
    """T = v, for the divergences whose f* is finite everywhere."""
    return v


def below_one(v: Tensor) -> Tensor:
    """T = 1 − e^v: large v means "fake"."""
    return -torch.expm1(v)


def half_tanh(v: Tensor) -> Tensor:
    """T = ½ tanh v, in (−½, ½)."""
    return torch.tanh(v) / 2


DIVERGENCES: dict[str, Divergence] = {
    "kl": Divergence(itself, lambda v: torch.exp(v - 1), THRESHOLDS["kl"]),
    "reverse-kl": Divergence(lambda v: -torch.exp(v), lambda v: -1 - v, THRESHOLDS["reverse-kl"]),
    "pearson": Divergence(itself, lambda v: v.square() / 4 + v, THRESHOLDS["pearson"]),
    "neyman": Divergence(below_one, lambda v: 2 - 2 * torch.exp(v / 2), THRESHOLDS["neyman"]),
    "squared-hellinger": Divergence(
        below_one, lambda v: torch.expm1(-v), THRESHOLDS["squared-hellinger"]
    ),
    "jeffrey": Divergence(itself, jeffrey_conjugate, THRESHOLDS["jeffrey"]),
    "jensen-shannon": Divergence(
        lambda v: LN2 - softplus(-v), lambda v: softplus(v) - LN2, THRESHOLDS["jensen-shannon"]
    ),
    "gan": Divergence(lambda v: -softplus(-v), softplus, THRESHOLDS["gan"]),
    "total-variation": Divergence(half_tanh, half_tanh, THRESHOLDS["total-variation"]),
}
