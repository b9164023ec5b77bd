"""torch's own optimizers, one a player, on the player's single flat tensor."""

from collections.abc import Callable
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


def build(flat: Tensor, settings: Optimizer) -> torch.optim.Optimizer:
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
