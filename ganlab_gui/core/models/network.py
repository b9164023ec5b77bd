"""R independent multilayer perceptrons in stacked weights: every tensor has a leading runs axis."""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

import torch
from torch import Tensor
from torch.nn import functional as F

from ganlab_gui.core.models import norms

MAXOUT_PIECES = 5
"""Linear pieces a maxout unit chooses from (Goodfellow et al. 2013; PacGAN's toy discriminator)."""

START_ITERATIONS = 200
"""Power iterations at the start, after which σ is right to a fraction of a percent."""
REFERENCES = 256
"""Most reference samples that minibatch features of single points rest on."""

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


@dataclass(frozen=True)
class Context:
    """What lets a network look at single points as it looks at the samples of a minibatch.

    ``moments`` has a variance and a mean (R, 1, width) for every hidden layer under batch norm;
    ``reference`` (R, K, F, 5) are the rows M of K reference samples under minibatch discrimination,
    which count as ``companions`` samples; ``sigmas`` (R, 1, 1) are the largest singular values of
    every weight matrix under spectral norm.
    """

    moments: list[norms.Moments]
    reference: Tensor | None
    companions: int
    sigmas: list[Tensor]


class Network:
    """Stacked weights of R networks with the same widths.

    All parameters lie in one flat tensor, of which ``parameters`` are views: an optimizer then
    updates a single tensor. They are a weight and a bias for every layer, then the gain of every
    hidden layer under batch and layer norm and its shift under layer norm, then T of minibatch
    discrimination. ``shapes`` are theirs within a run. ``dropout`` masks come from outside
    (``masks``), so that a network draws no random numbers.

    ``norm`` acts on what a hidden layer passes to its activation. "batch" norms every unit over the
    minibatch, in pictures over a ``context``, and adds the bias behind; it keeps no running
    averages. "layer" norms every sample over its units and "instance" the same without a gain: an
    MLP has one "channel". "spectral" divides every weight matrix, the last as well, by its largest
    singular value as ``vectors`` (flat, (R, Σ i + o)) estimate it. ``features`` numbers of
    minibatch discrimination stand beside the last hidden layer's.
    """

    def __init__(
        self, sizes: list[int], activation: str, output: str, runs: int, device: torch.device,
        norm: str = "none", features: int = 0,
    ) -> None:  # fmt: skip
        self.sizes, self.runs, self.norm, self.features = sizes, runs, norm, features
        self.activation, self.output = ACTIVATIONS[activation], OUTPUTS[output]
        self.depth = len(sizes) - 2
        pieces = MAXOUT_PIECES if activation == "maxout" else 1
        into = [*sizes[:-2], sizes[-2] + features]
        wide = [n * pieces for n in sizes[1:-1]] + [sizes[-1]]
        self.shapes = [shape for i, o in zip(into, wide, strict=True) for shape in ((i, o), (1, o))]
        self._layers = len(self.shapes)
        if norm in norms.GAINED:
            self.shapes += [(1, o) for o in wide[:-1]]
        if norm == "layer":
            self.shapes += [(1, o) for o in wide[:-1]]
        if features:
            self.shapes.append((sizes[-2], features * norms.KERNEL_SIZE))
        self._allocate(device)
        spectral = self.shapes[: self._layers : 2] if norm == "spectral" else []
        self.vectors = torch.zeros(runs * sum(i + o for i, o in spectral), device=device)
        self._plain = norm == "none" and not features

    def _allocate(self, device: torch.device) -> None:
        self.flat = torch.zeros(self.runs * sum(i * o for i, o in self.shapes), device=device)
        self.parameters, start = [], 0
        for i, o in self.shapes:
            end = start + self.runs * i * o
            view = self.flat[start:end].view(self.runs, i, o)
            self.parameters.append(view.requires_grad_())
            start = end

    def __call__(
        self, x: Tensor, weights: list[Tensor] | None = None, masks: list[Tensor] | None = None,
        groups: int = 1, context: Context | None = None,
    ) -> Tensor:  # fmt: skip
        """(R, B, in) to (R, B, out).

        ``masks`` has a multiplier (R, B, width) for every hidden layer. ``groups`` equal
        consecutive parts of the batch do not see each other: cat([real, fake], 1) in two groups is
        as good as two passes. With a ``context`` no two samples see each other.
        """
        weights = self.parameters if weights is None else weights
        if not self._plain:
            return self._dressed(x, weights, masks, groups, context)
        last = len(weights) - 2
        for layer in range(0, last, 2):
            x = self.activation(torch.baddbmm(weights[layer + 1], x, weights[layer]))
            if masks:
                x = x * masks[layer // 2]
        return self.output(torch.baddbmm(weights[last + 1], x, weights[last]))

    def hidden(
        self, x: Tensor, weights: list[Tensor] | None = None, layer: int = -1,
        groups: int = 1, context: Context | None = None,
    ) -> Tensor:  # fmt: skip
        """(R, B, in) to the activations (R, B, width) of hidden layer ``layer``, the first 0."""
        weights = self.parameters if weights is None else weights
        matrices = self._matrices(weights, context)
        for number in range(range(self.depth)[layer] + 1):
            x = self._layer(x, number, matrices, weights, groups, context)
        return x

    def context(
        self, x: Tensor, weights: list[Tensor] | None = None, groups: int = 1,
        companions: int | None = None,
    ) -> Context | None:  # fmt: skip
        """What ``x`` (R, K, in) leaves behind for single points, without gradients.

        Moments are taken over all of ``x``, and singular values exactly. ``companions`` is how many
        others a sample meets in training; unless given, as many as in one of ``groups`` equal parts
        of ``x``, of which 256 at most, evenly spaced, stand for them all. None where samples never
        see each other and no weights are divided.
        """
        if self.norm not in ("batch", "spectral") and not self.features:
            return None
        weights = [w.detach() for w in (self.parameters if weights is None else weights)]
        companions = x.shape[1] // groups - 1 if companions is None else companions
        divided = weights[: self._layers : 2] if self.norm == "spectral" else []
        sigmas = [norms.largest_singular_value(w) for w in divided]
        context = Context([], None, companions, sigmas)
        matrices = self._matrices(weights, context)
        with torch.no_grad():
            for layer in range(self.depth):
                if self.norm == "batch":
                    context.moments.append(norms.moments(torch.bmm(x, matrices[layer])))
                x = self._layer(x, layer, matrices, weights, 1, context)
            if not self.features:
                return context
            some = x[:, :: -(-x.shape[1] // REFERENCES)]
            return replace(context, reference=norms.rows(some, weights[-1]))

    def _dressed(
        self, x: Tensor, weights: list[Tensor], masks: list[Tensor] | None, groups: int,
        context: Context | None,
    ) -> Tensor:  # fmt: skip
        matrices = self._matrices(weights, context)
        for layer in range(self.depth):
            x = self._layer(x, layer, matrices, weights, groups, context)
            if masks:
                x = x * masks[layer]
        if self.features:
            m = norms.rows(x, weights[-1])
            if context is None or context.reference is None:
                near = norms.company(m, groups)
            else:
                near = norms.company_among(m, context.reference, context.companions)
            x = torch.cat([x, near], -1)
        return self.output(torch.baddbmm(weights[self._layers - 1], x, matrices[-1]))

    def _layer(
        self, x: Tensor, layer: int, matrices: list[Tensor], weights: list[Tensor], groups: int,
        context: Context | None,
    ) -> Tensor:  # fmt: skip
        bias = weights[2 * layer + 1]
        if self.norm != "batch":
            x = torch.baddbmm(bias, x, matrices[layer])
            return self.activation(self._normed(x, layer, weights))
        x = torch.bmm(x, matrices[layer])
        if context is None:
            x = norms.over_batch(x, groups)
        else:
            x = norms.standardise(x, *context.moments[layer])
        return self.activation(torch.addcmul(bias, x, weights[self._layers + layer]))

    def _normed(self, x: Tensor, layer: int, weights: list[Tensor]) -> Tensor:
        """Each sample of a layer normed over its units, where that is the norm."""
        if self.norm in norms.PER_SAMPLE:
            x = norms.over_units(x)
        if self.norm != "layer":
            return x
        gain = self._layers + layer
        return torch.addcmul(weights[gain + self.depth], x, weights[gain])

    def _matrices(self, weights: list[Tensor], context: Context | None) -> list[Tensor]:
        """Every layer's weights as they act."""
        matrices = weights[: self._layers : 2]
        if self.norm != "spectral":
            return matrices
        if context is not None:
            sigmas = context.sigmas
        elif len(matrices[0]) == self.runs:
            pairs = zip(matrices, self._vector_pairs(), strict=True)
            sigmas = [norms.sigma(w, u, v) for w, (u, v) in pairs]
        else:  # The vectors do not tell whose weights a choice of runs are.
            sigmas = [norms.largest_singular_value(w) for w in matrices]
        return [w / sigma for w, sigma in zip(matrices, sigmas, strict=True)]

    def _vector_pairs(self) -> list[tuple[Tensor, Tensor]]:
        shapes = self.shapes[: self._layers : 2]
        sizes = [self.runs * n for shape in shapes for n in shape]
        vectors = [part.view(self.runs, -1) for part in self.vectors.split(sizes)]
        return list(zip(vectors[::2], vectors[1::2], strict=True))

    def renew(self, times: int = 1) -> None:
        """Bring the singular vectors nearer those of the weights as they are; else do nothing.

        To be called once before each update. A run whose weights are not finite keeps its vectors.
        """
        if self.norm != "spectral":
            return
        matrices = [w.detach() for w in self.parameters[: self._layers : 2]]
        pairs = zip(matrices, self._vector_pairs(), strict=True)
        new = [v for w, (u, _) in pairs for v in norms.power_iteration(w, u, times)]
        flat = torch.cat([v.reshape(-1) for v in new])
        # A new tensor: the old one may stand in a graph that is still to be walked back.
        self.vectors = torch.where(flat.isfinite(), flat, self.vectors)

    def frozen(self) -> list[Tensor]:
        """The parameters without gradients, for the other player's turn and for pictures."""
        return [p.detach() for p in self.parameters]

    def initialise(self, how: str, activation: str, generators: list[torch.Generator]) -> None:
        """Draw run r's weights from ``generators[r]`` alone.

        Biases start at 0 except by default; those behind batch norm always do. Gains start at 1,
        shifts at 0.
        """
        with torch.no_grad():
            for run, g in enumerate(generators):
                for number, p in enumerate(self.parameters):
                    if self._drawn(number, how):
                        weight = number if number >= self._layers else number - number % 2
                        fan_in = self.shapes[weight][0]
                        p[run].copy_(INITS[how](p.shape[1:], fan_in, activation, g))
            if self.norm in norms.GAINED:
                for gain in self.parameters[self._layers : self._layers + self.depth]:
                    gain.fill_(1)
            for pair in self._vector_pairs() if self.norm == "spectral" else ():
                for vector in pair:
                    vector.copy_(norms.start(vector.shape[1], vector).expand_as(vector))
        self.renew(START_ITERATIONS)

    def _drawn(self, number: int, how: str) -> bool:
        """Whether parameter ``number`` is drawn instead of starting at a constant."""
        if number >= self._layers:
            return bool(self.features) and number == len(self.shapes) - 1
        normed = self.norm == "batch" and number < 2 * self.depth
        return number % 2 == 0 or (how == "default" and not normed)


class Numbers(Network):
    """``count`` parameters (R, 1, 1) in a network's place, for players that have no layers."""

    def __init__(self, count: int, runs: int, device: torch.device) -> None:
        super().__init__([1, 1], "relu", "linear", runs, device)
        self.shapes = [(1, 1)] * count
        self._allocate(device)


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
