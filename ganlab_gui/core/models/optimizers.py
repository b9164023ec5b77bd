"""torch's own optimizers, one a player, on the player's single flat tensor."""

import inspect
from collections.abc import Callable
from functools import cache
from typing import Any

import torch
from torch import Tensor

from ganlab_gui.experiment.schema import Optimizer

OPTIMIZERS: dict[str, Callable[[list[Tensor], Optimizer], torch.optim.Optimizer]] = {
    "sgd": lambda p, o: torch.optim.SGD(p, lr=o.lr, fused=True),
    "momentum": lambda p, o: torch.optim.SGD(p, lr=o.lr, momentum=o.momentum, fused=True),
    "rmsprop": lambda p, o: torch.optim.RMSprop(p, lr=o.lr, alpha=o.beta2),
    "adam": lambda p, o: torch.optim.Adam(p, lr=o.lr, betas=(o.beta1, o.beta2), fused=True),
}


def spare_the_compiler() -> None:
    """Keep torch from loading its compiler for optimizers that are never compiled.

    Three methods of ``torch.optim.Optimizer`` import it (0.7 s) when first called, only to ask it
    for an uncompiled copy of themselves; the answer is given to them beforehand. Where a version of
    torch does it differently, nothing happens.
    """
    for name in ("add_param_group", "state_dict", "load_state_dict"):
        method = getattr(getattr(torch.optim.Optimizer, name), "__wrapped__", None)
        if method is not None and not hasattr(method, "__dynamo_disable"):
            setattr(method, "__dynamo_disable", method)


def update(optimizer: torch.optim.Optimizer) -> None:
    """One update from the gradients at hand, without the wrappers around ``step``.

    They serve profilers and differentiable updates, which nothing here uses, and load the compiler.
    """
    _bare_step(type(optimizer).__name__)(optimizer)


@cache
def _bare_step(kind: str) -> Callable[[torch.optim.Optimizer], None]:
    return inspect.unwrap(getattr(torch.optim, kind).step)


def build(flat: Tensor, settings: Optimizer) -> torch.optim.Optimizer:
    spare_the_compiler()
    return OPTIMIZERS[settings.name]([flat], settings)


def adjust(optimizer: torch.optim.Optimizer, settings: Optimizer) -> None:
    """Apply learning rate and memories to a running optimizer; its accumulated state stays."""
    values: dict[str, dict[str, Any]] = {
        "sgd": {},
        "momentum": {"momentum": settings.momentum},
        "rmsprop": {"alpha": settings.beta2},
        "adam": {"betas": (settings.beta1, settings.beta2)},
    }
    optimizer.param_groups[0].update(lr=settings.lr, **values[settings.name])
