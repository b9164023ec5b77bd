"""The discriminator as further steps of its optimizer would make it, differentiable throughout.

Each optimizer is written as a pure function of the flat weights (n,), their gradient and what it
remembers; the numbers are those of torch's own, which update in place and so cut the gradient.
"""

from collections.abc import Callable

import torch
from torch import Tensor

from ganlab_gui.experiment.schema import Optimizer

EPSILON = 1e-8
"""Torch's own, added to the root of the mean square."""
TINY = 1e-24
"""Mean squares below this count as it: the slope of a root at 0 is infinite."""

Memory = dict[str, Tensor]
Update = Callable[[Tensor, Tensor, Memory, Optimizer, float], tuple[Tensor, Memory]]


def sgd(w: Tensor, g: Tensor, m: Memory, o: Optimizer, lr: float) -> tuple[Tensor, Memory]:
    """w − lr g."""
    return w - lr * g, m


def momentum(w: Tensor, g: Tensor, m: Memory, o: Optimizer, lr: float) -> tuple[Tensor, Memory]:
    """b ← μ b + g, w − lr b; b starts as the first g."""
    buffer = o.momentum * m["momentum_buffer"] + g if m else g
    return w - lr * buffer, {"momentum_buffer": buffer}


def rmsprop(w: Tensor, g: Tensor, m: Memory, o: Optimizer, lr: float) -> tuple[Tensor, Memory]:
    """v ← α v + (1 − α) g², w − lr g / (√v + ε) (Tieleman & Hinton 2012)."""
    square = _mean_square(g, m.get("square_avg"), o.beta2)
    return w.addcdiv(g, _root(square) + EPSILON, value=-lr), {"square_avg": square}


def adam(w: Tensor, g: Tensor, m: Memory, o: Optimizer, lr: float) -> tuple[Tensor, Memory]:
    """Moments of g corrected for their start at 0 (Kingma & Ba 2015, algorithm 1)."""
    mean = torch.lerp(m["exp_avg"], g, 1 - o.beta1) if m else (1 - o.beta1) * g
    square = _mean_square(g, m.get("exp_avg_sq"), o.beta2)
    step = m["step"] + 1 if m else torch.ones(())
    count = float(step)
    root = _root(square) * _bias(o.beta2, count) ** -0.5 + EPSILON
    moved = w.addcdiv(mean, root, value=-lr / _bias(o.beta1, count))
    return moved, {"step": step, "exp_avg": mean, "exp_avg_sq": square}


def _mean_square(g: Tensor, before: Tensor | None, memory: float) -> Tensor:
    if before is None:
        return (1 - memory) * g * g
    return torch.addcmul(memory * before, g, g, value=1 - memory)


def _bias(memory: float, count: float) -> float:
    return 1 - memory**count


def _root(square: Tensor) -> Tensor:
    return square.clamp_min(TINY).sqrt()


UPDATES: dict[str, Update] = {"sgd": sgd, "momentum": momentum, "rmsprop": rmsprop, "adam": adam}


def unrolled(
    parameters: list[Tensor],
    loss: Callable[[list[Tensor]], Tensor],
    optimizer: torch.optim.Optimizer,
    settings: Optimizer,
    steps: int,
    clip: float = 0.0,
) -> list[Tensor]:
    """The parameters after ``steps`` more steps of ``optimizer`` (Metz et al. 2017, equation 6).

    ``loss`` maps parameters to a scalar and may depend on other tensors, such as the generator's
    samples: gradients flow to them through every step and through what the optimizer remembers.
    The parameters and the optimizer themselves stay as they are.
    """
    rate = float(optimizer.param_groups[0]["lr"])
    kept: dict[str, Tensor | None] = next(iter(optimizer.state.values()), {})
    memory = {name: value for name, value in kept.items() if value is not None}
    flat = torch.cat([p.detach().reshape(-1) for p in parameters]).requires_grad_()
    views = _split(flat, parameters)
    for _ in range(steps):
        (gradient,) = torch.autograd.grad(loss(views), flat, create_graph=True)
        flat, memory = UPDATES[settings.name](flat, gradient, memory, settings, rate)
        if clip > 0:
            flat = flat.clamp(-clip, clip)
        views = _split(flat, parameters)
    return views


def _split(flat: Tensor, like: list[Tensor]) -> list[Tensor]:
    parts = flat.split([p.numel() for p in like])
    return [part.view(p.shape) for part, p in zip(parts, like, strict=True)]
