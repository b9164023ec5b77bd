"""Maximum mean discrepancy with a sum of Gaussian kernels (Gretton et al. 2012), R runs at once.

k(x, y) = Σ_σ exp(−‖x − y‖² / 2σ²) over the bandwidths σ. Distances are taken coordinate by
coordinate, without the cancellation of ‖x‖² + ‖y‖² − 2⟨x, y⟩: points lie in few dimensions here.
"""

from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor

POINTS_AT_ONCE = 1024
"""Points of the witness that are compared with the samples in one go; bounds the memory."""


def squared_distances(x: Tensor, y: Tensor) -> Tensor:
    """‖xᵢ − yⱼ‖²: x (R, n, dim ≥ 1) and y (R, m, dim) to (R, n, m)."""
    return torch.stack(
        [
            (a.unsqueeze(-1) - b.unsqueeze(-2)).square()
            for a, b in zip(x.unbind(-1), y.unbind(-1), strict=True)
        ]
    ).sum(0)


def kernel(distances: Tensor, bandwidths: Sequence[float]) -> Tensor:
    """k of squared distances, any shape."""
    total = torch.zeros_like(distances)
    for width in bandwidths:
        total = total + torch.exp(distances * (-0.5 / width**2))
    return total


def mean_apart(k: Tensor, diagonal: float) -> Tensor:
    """Mean of k (R, n, n) off its diagonal of equal numbers, (R,); 0 where n = 1."""
    n = k.shape[-1]
    return (k.sum((1, 2)) - n * diagonal) / max(n * (n - 1), 1)


def mmd2_by_autograd(x: Tensor, y: Tensor, bandwidths: Sequence[float]) -> Tensor:
    """``mmd2`` spelt out, as often differentiable as wanted, in x and in y."""
    within_x, within_y, across = (
        kernel(squared_distances(a, b), bandwidths) for a, b in ((x, x), (y, y), (x, y))
    )
    diagonal = float(len(bandwidths))
    apart = mean_apart(within_x, diagonal) + mean_apart(within_y, diagonal)
    return apart - 2 * across.mean((1, 2))


class SquaredDiscrepancy(torch.autograd.Function):
    """``mmd2`` with its gradient in y found on the way: one exponential a pair and bandwidth."""

    @staticmethod
    def forward(ctx: Any, x: Tensor, y: Tensor, bandwidths: Sequence[float]) -> Tensor:
        n, m = x.shape[1], y.shape[1]
        both = torch.cat([x, y], 1)
        distances = squared_distances(y, both)
        k, slope = torch.zeros_like(distances), torch.zeros_like(distances)
        buffer = torch.empty_like(distances)
        for width in bandwidths:
            torch.mul(distances, -0.5 / width**2, out=buffer).exp_()
            k += buffer
            slope.add_(buffer, alpha=1 / width**2)
        # Weights of every pair in the estimate: −2 / nm across, 1 / m(m − 1) within, twice for y.
        slope[:, :, :n] *= -2 / (n * m)
        slope[:, :, n:] *= 2 / max(m * (m - 1), 1)
        pull = torch.bmm(slope, both) - slope.sum(2, keepdim=True) * y
        ctx.save_for_backward(x, y, pull)
        ctx.bandwidths = bandwidths
        diagonal = float(len(bandwidths))
        within_x = kernel(squared_distances(x, x), bandwidths)
        across = k[:, :, :n].mean((1, 2))
        return mean_apart(within_x, diagonal) + mean_apart(k[:, :, n:], diagonal) - 2 * across

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> tuple[None, Tensor, None]:
        x, y, pull = ctx.saved_tensors
        if torch.is_grad_enabled():  # asked to be differentiable in turn
            value = mmd2_by_autograd(x, y, ctx.bandwidths)
            (pull,) = torch.autograd.grad(value.sum(), y, create_graph=True)
        return None, gradients[0].view(-1, 1, 1) * pull, None


def mmd2(x: Tensor, y: Tensor, bandwidths: Sequence[float]) -> Tensor:
    """MMD² between x (R, n, dim) and y (R, m, dim), (R,): the unbiased estimate.

    Off-diagonal means of K_xx and K_yy minus twice the mean of K_xy (Gretton et al. 2012,
    equation 3): about 0, of either sign, for samples of one distribution. Differentiable in y
    only; x is data. A side of one sample has no pairs and counts 0.
    """
    value: Tensor = SquaredDiscrepancy.apply(x.detach(), y, tuple(bandwidths))
    return value


def witness(points: Tensor, real: Tensor, fake: Tensor, bandwidths: Sequence[float]) -> Tensor:
    """E k(point, x) − E k(point, G(z)): points (R, P, dim) to (R, P) (Gretton et al. 2012, 2.3).

    Positive where the data is denser, as the kernels see it. Without gradients.
    """
    with torch.no_grad():
        return torch.cat(
            [
                kernel(squared_distances(some, real), bandwidths).mean(2)
                - kernel(squared_distances(some, fake), bandwidths).mean(2)
                for some in points.split(POINTS_AT_ONCE, 1)
            ],
            1,
        )
