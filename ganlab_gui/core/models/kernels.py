"""Maximum mean discrepancy with a sum of Gaussian kernels (Gretton et al. 2012), R runs at once.

k(x, y) = Σ_σ exp(−‖x − y‖² / 2σ²) over the bandwidths σ. Distances are taken coordinate by
coordinate, without the cancellation of ‖x‖² + ‖y‖² − 2⟨x, y⟩: points lie in few dimensions here.
"""

import math
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import torch
from torch import Tensor

POINTS_AT_ONCE = 1024
"""Points of the witness that are compared with the samples in one go; bounds the memory."""


def squared_distances(x: Tensor, y: Tensor) -> Tensor:
    """‖xᵢ − yⱼ‖²: x (R, n, dim ≥ 1) and y (R, m, dim) to (R, n, m). Not differentiable."""
    total, apart = x.new_empty(2, x.shape[0], x.shape[1], y.shape[1])
    for i, (a, b) in enumerate(zip(x.unbind(-1), y.unbind(-1), strict=True)):
        torch.sub(a.unsqueeze(-1), b.unsqueeze(-2), out=apart)
        if i == 0:
            torch.mul(apart, apart, out=total)
        else:
            total.addcmul_(apart, apart)
    return total


@lru_cache(maxsize=16)
def halving_chains(bandwidths: tuple[float, ...]) -> tuple[tuple[float, ...], ...]:
    """The bandwidths in chains in which each is half the one before."""
    chains: list[list[float]] = []
    for width in sorted(bandwidths, reverse=True):
        for chain in chains:
            if math.isclose(chain[-1], 2 * width):
                chain.append(width)
                break
        else:
            chains.append([width])
    return tuple(map(tuple, chains))


def kernels(distances: Tensor, bandwidths: tuple[float, ...]) -> Iterator[tuple[float, Tensor]]:
    """Every bandwidth σ and exp(−distance / 2σ²), in a buffer that the next one overwrites.

    Half a bandwidth is the fourth power of the kernel, which is faster than an exponential. What
    is below 1e-34 is kept there: denormal numbers are ten times slower. Not differentiable.
    """
    buffer = torch.empty_like(distances)
    for first, *halves in halving_chains(bandwidths):
        torch.mul(distances, -0.5 / first**2, out=buffer).clamp_(min=-78).exp_()
        yield first, buffer
        for width in halves:
            buffer.clamp_(min=10**-8.5).square_().square_()
            yield width, buffer


def kernel(distances: Tensor, bandwidths: tuple[float, ...]) -> Tensor:
    """k of squared distances, any shape. Not differentiable."""
    total = torch.zeros_like(distances)
    for _, part in kernels(distances, bandwidths):
        total += part
    return total


def mean_apart(k: Tensor, diagonal: float) -> Tensor:
    """Mean of k (R, n, n) off its diagonal of equal numbers, (R,); 0 where n = 1."""
    n = k.shape[-1]
    return (k.sum((1, 2)) - n * diagonal) / max(n * (n - 1), 1)


def mmd2_by_autograd(x: Tensor, y: Tensor, bandwidths: tuple[float, ...]) -> Tensor:
    """``mmd2`` spelt out, as often differentiable as wanted, in x and in y."""
    exponents = -0.5 / y.new_tensor(bandwidths).square()

    def compare(a: Tensor, b: Tensor) -> Tensor:
        distances = (a.unsqueeze(2) - b.unsqueeze(1)).square().sum(-1, keepdim=True)
        return torch.exp(distances * exponents).sum(-1)

    diagonal = float(len(bandwidths))
    apart = mean_apart(compare(x, x), diagonal) + mean_apart(compare(y, y), diagonal)
    return apart - 2 * compare(x, y).mean((1, 2))


class SquaredDiscrepancy(torch.autograd.Function):
    """``mmd2`` with its gradient in y found on the way, from the same exponentials."""

    @staticmethod
    def forward(ctx: Any, x: Tensor, y: Tensor, bandwidths: tuple[float, ...]) -> Tensor:
        n, m = x.shape[1], y.shape[1]
        both = torch.cat([x, y], 1)
        distances = squared_distances(y, both)
        k, slope = torch.zeros_like(distances), torch.zeros_like(distances)
        for width, part in kernels(distances, bandwidths):
            k += part
            slope.add_(part, alpha=1 / width**2)
        # What a pair weighs in the estimate: −2 / nm across, and 1 / m(m − 1) twice within y.
        weights = torch.full_like(both[..., :1], -2 / (n * m))
        weights[:, n:] = 2 / max(m * (m - 1), 1)
        # Σⱼ wⱼ slopeᵢⱼ (bothⱼ − yᵢ), by one product whose long sides are the fast ones.
        sums = torch.bmm(torch.cat([weights * both, weights], 2).mT.contiguous(), slope.mT).mT
        ctx.save_for_backward(x, y, sums[..., :-1] - sums[..., -1:] * y)
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


def mmd2(x: Tensor, y: Tensor, bandwidths: tuple[float, ...]) -> Tensor:
    """MMD² between x (R, n, dim) and y (R, m, dim), (R,): the unbiased estimate.

    Off-diagonal means of K_xx and K_yy minus twice the mean of K_xy (Gretton et al. 2012,
    equation 3): about 0, of either sign, for samples of one distribution. Differentiable in y
    only; x is data. A side of one sample has no pairs and counts 0.
    """
    value: Tensor = SquaredDiscrepancy.apply(x.detach(), y, bandwidths)
    return value


def witness(points: Tensor, real: Tensor, fake: Tensor, bandwidths: tuple[float, ...]) -> Tensor:
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
