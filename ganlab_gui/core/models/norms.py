"""What lets a layer look beyond one unit of one sample: norms, and minibatch discrimination.

Every function is pure, takes tensors with a leading runs axis, and keeps the runs apart.
"""

import math
from functools import reduce

import torch
from torch import Tensor
from torch.nn import functional as F

EPSILON = 1e-5
"""Added to every variance, as in torch's own norms."""
KERNEL_SIZE = 5
"""Numbers in a row of M, for every feature of minibatch discrimination (Salimans et al. 2016)."""
TINY = 1e-12
"""Least singular value that weights are divided by: weights may all be 0."""
DISTANCES = 1 << 22
"""Distances at a time where every point of a picture meets every reference sample."""
GAINED: tuple[str, ...] = ("batch", "layer")
"""Norms with a learned gain."""
PER_SAMPLE: tuple[str, ...] = ("layer", "instance")
"""Norms of every sample over its units, which a layer's bias comes before, as in torch.

Without it a first layer would see the direction of its input and not the length. Batch norm takes
a unit's bias away with its mean: there the bias is added behind it.
"""
GOLDEN = (math.sqrt(5) - 1) / 2

Moments = tuple[Tensor, Tensor]


def over_batch(x: Tensor, groups: int = 1) -> Tensor:
    """Every unit with mean 0 and variance 1 over the minibatch (Ioffe & Szegedy 2015, algorithm 1).

    x is (R, B, o); ``groups`` equal consecutive parts of B are normed apart. Raises ValueError
    where B is no multiple of it.
    """
    parts = _parted(x, groups, "batch norm").transpose(0, 2)
    columns = parts.reshape(parts.shape[0], -1)
    # The functional form refuses a minibatch of one, whose variance is 0 like any other's.
    normed = torch.batch_norm(columns, None, None, None, None, True, 0.0, EPSILON, False)
    return normed.view(parts.shape).transpose(0, 2).flatten(1, 2)


def moments(x: Tensor) -> Moments:
    """Biased variance and mean of every unit over the batch: x (R, B, o) to (R, 1, o)."""
    variance, mean = torch.var_mean(x, 1, correction=0, keepdim=True)
    return variance, mean


def standardise(x: Tensor, variance: Tensor, mean: Tensor) -> Tensor:
    """(x − mean) / √(variance + ε): batch norm with moments from elsewhere."""
    return (x - mean) * torch.rsqrt(variance + EPSILON)


def _parted(x: Tensor, groups: int, what: str) -> Tensor:
    if x.shape[1] % groups:
        raise ValueError(f"{what}: {x.shape[1]} samples do not split into {groups} equal parts")
    return x.unflatten(1, (groups, -1))


def over_units(x: Tensor) -> Tensor:
    """Every sample with mean 0 and variance 1 over its units (Ba et al. 2016, equation 3).

    Also instance norm (Ulyanov et al. 2016): a hidden layer is one channel whose pixels are units.
    """
    return F.layer_norm(x, x.shape[-1:], eps=EPSILON)


# -- spectral norm ---------------------------------------------------------------------------------


def start(size: int, like: Tensor) -> Tensor:
    """A unit vector (size,) that no weights one would write by hand are orthogonal to."""
    spread = (torch.arange(1, size + 1, device=like.device) * GOLDEN).frac() + 0.5
    return F.normalize(spread.to(like.dtype), dim=0)


def power_iteration(weight: Tensor, u: Tensor, times: int = 1) -> tuple[Tensor, Tensor]:
    """Left and right singular vectors u (R, i), v (R, o) of weight (R, i, o), nearer the largest.

    Miyato et al. 2018, algorithm 1.
    """
    v = u
    for _ in range(times):
        v = F.normalize(torch.bmm(u[:, None], weight)[:, 0], dim=1)
        u = F.normalize(torch.bmm(weight, v[:, :, None])[:, :, 0], dim=1)
    return u, v


def sigma(weight: Tensor, u: Tensor, v: Tensor) -> Tensor:
    """σ = uᵀWv, (R, 1, 1): the largest singular value, u and v being constants in the graph."""
    return torch.bmm(torch.bmm(u[:, None], weight), v[:, :, None]).clamp_min(TINY)


def largest_singular_value(weight: Tensor) -> Tensor:
    """What ``sigma`` converges to, (R, 1, 1), by a decomposition of weight (R, i, o).

    Numbers that are not finite count as 0, for they would stop the decomposition of all runs.
    """
    finite = weight.nan_to_num(0.0, 0.0, 0.0)
    return torch.linalg.matrix_norm(finite, 2)[:, None, None].clamp_min(TINY)


# -- minibatch discrimination ----------------------------------------------------------------------


def rows(h: Tensor, t: Tensor) -> Tensor:
    """M = h T: activations (R, B, h) and T (R, h, 5F) to (R, B, F, 5)."""
    return torch.bmm(h, t).unflatten(-1, (-1, KERNEL_SIZE))


def company(m: Tensor, groups: int = 1) -> Tensor:
    """o_f(x_i) = Σ_{j≠i} exp(−‖M_if − M_jf‖₁): M (R, B, F, 5) to (R, B, F).

    Salimans et al. 2016, section 3.2, whose sum counts x_i itself as well; here that constant 1 is
    taken off, so that a sample alone has no company. Sums stay inside each of ``groups``. Raises
    ValueError where B is no multiple of it.
    """
    # One number of the rows at a time, samples last: a third of the time of all at once.
    parts = _parted(m, groups, "minibatch discrimination").permute(4, 0, 1, 3, 2).contiguous()
    apart = (_magnitude(k.unsqueeze(-1) - k.unsqueeze(-2)) for k in parts)
    distances = reduce(torch.add, apart)
    return (torch.exp(-distances).sum(-1) - 1).transpose(2, 3).flatten(1, 2)


def _magnitude(x: Tensor) -> Tensor:
    """|x|, in two thirds of the time; and torch's own loads its compiler where derived twice."""
    return x * x.detach().sign()


def company_among(m: Tensor, reference: Tensor, companions: int) -> Tensor:
    """The same for M (R, B, F, 5), each of B alone among ``reference`` (R, K, F, 5): (R, B, F).

    The mean over the K counts ``companions`` times. Differentiable once.
    """
    among = reference.transpose(1, 2)
    size = max(1, DISTANCES // among[..., 0].numel())
    parts = [torch.cdist(part.transpose(1, 2), among, p=1) for part in m.split(size, 1)]
    return torch.cat([torch.exp(-d).mean(-1) for d in parts], 2).transpose(1, 2) * companions
