"""R independent multilayer perceptrons in stacked weights: every tensor has a leading runs axis."""

import math
from collections.abc import Callable

import torch
from torch import Tensor
from torch.nn import functional as F

MAXOUT_PIECES = 5
"""Linear pieces a maxout unit chooses from (Goodfellow et al. 2013; PacGAN's toy discriminator)."""

ACTIVATIONS: dict[str, Callable[[Tensor], Tensor]] = {
    "relu": F.relu,
    "leaky-relu": lambda x: F.leaky_relu(x, 0.2),
    "elu": F.elu,
    "tanh": torch.tanh,
    "sigmoid": torch.sigmoid,
    "softplus": F.softplus,
    "maxout": lambda x: x.unflatten(-1, (-1, MAXOUT_PIECES)).amax(-1),
}
OUTPUTS: dict[str, Callable[[Tensor], Tensor]] = {
    "linear": lambda x: x,
    "tanh": torch.tanh,
    "sigmoid": torch.sigmoid,
}


class Network:
    """Stacked weights of R networks with the same widths.

    All parameters lie in one flat tensor, of which ``parameters`` are views: an optimizer then
    updates a single tensor. ``dropout`` masks come from outside (``masks``), so that a network
    draws no random numbers.
    """

    def __init__(
        self, sizes: list[int], activation: str, output: str, runs: int, device: torch.device
    ) -> None:
        self.sizes, self.runs = sizes, runs
        self.activation, self.output = ACTIVATIONS[activation], OUTPUTS[output]
        pieces = MAXOUT_PIECES if activation == "maxout" else 1
        wide = [n * pieces for n in sizes[1:-1]] + [sizes[-1]]
        self.shapes = [
            shape for i, o in zip(sizes, wide, strict=False) for shape in ((i, o), (1, o))
        ]
        self.flat = torch.zeros(runs * sum(i * o for i, o in self.shapes), device=device)
        self.parameters = self._views()

    def _views(self) -> list[Tensor]:
        views, start = [], 0
        for i, o in self.shapes:
            end = start + self.runs * i * o
            views.append(self.flat[start:end].view(self.runs, i, o).requires_grad_())
            start = end
        return views

    def __call__(
        self, x: Tensor, weights: list[Tensor] | None = None, masks: list[Tensor] | None = None
    ) -> Tensor:
        """(R, B, in) to (R, B, out).

        ``masks`` has a multiplier (R, B, width) for every hidden layer.
        """
        weights = self.parameters if weights is None else weights
        last = len(weights) - 2
        for layer in range(0, last, 2):
            x = self.activation(torch.baddbmm(weights[layer + 1], x, weights[layer]))
            if masks:
                x = x * masks[layer // 2]
        return self.output(torch.baddbmm(weights[last + 1], x, weights[last]))

    def frozen(self) -> list[Tensor]:
        """The parameters without gradients, for the other player's turn and for pictures."""
        return [p.detach() for p in self.parameters]

    def initialise(self, how: str, activation: str, generators: list[torch.Generator]) -> None:
        """Draw run r's weights from ``generators[r]`` alone.

        Biases start at 0 except by default.
        """
        with torch.no_grad():
            for run, g in enumerate(generators):
                for number, p in enumerate(self.parameters):
                    fan_in = self.shapes[number - number % 2][0]
                    if number % 2 == 0 or how == "default":
                        p[run].copy_(INITS[how](p.shape[1:], fan_in, activation, g))


Initialiser = Callable[[torch.Size, int, str, torch.Generator], Tensor]


GAINS = {"relu": math.sqrt(2), "tanh": 5 / 3, "leaky-relu": math.sqrt(2 / (1 + 0.2**2))}
"""Gain that keeps a layer's variance (He et al. 2015; torch.nn.init.calculate_gain); else 1."""


def _default(shape: torch.Size, fan_in: int, activation: str, g: torch.Generator) -> Tensor:
    """PyTorch's own for ``nn.Linear``: weights and biases uniform on ±1/√fan_in."""
    return (torch.rand(shape, generator=g) * 2 - 1) / math.sqrt(fan_in)


def _xavier(shape: torch.Size, fan_in: int, activation: str, g: torch.Generator) -> Tensor:
    bound = math.sqrt(6 / (shape[0] + shape[1]))
    return (torch.rand(shape, generator=g) * 2 - 1) * bound


def _he(shape: torch.Size, fan_in: int, activation: str, g: torch.Generator) -> Tensor:
    return torch.randn(shape, generator=g) * (GAINS.get(activation, 1.0) / math.sqrt(fan_in))


def _orthogonal(shape: torch.Size, fan_in: int, activation: str, g: torch.Generator) -> Tensor:
    """Saxe et al. 2014, scaled by the activation's gain."""
    return torch.nn.init.orthogonal_(torch.empty(shape), GAINS.get(activation, 1.0), generator=g)


def _normal(shape: torch.Size, fan_in: int, activation: str, g: torch.Generator) -> Tensor:
    """N(0, 0.02²), as DCGAN draws its weights."""
    return torch.randn(shape, generator=g) * 0.02


INITS: dict[str, Initialiser] = {
    "default": _default,
    "xavier": _xavier,
    "he": _he,
    "orthogonal": _orthogonal,
    "normal": _normal,
}
