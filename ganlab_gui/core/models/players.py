"""The two players: what the settings make of networks, and how samples pass them.

Samples are (R, B, dim), or (R, B, dim + C) where they carry the one-hot of their class in the last
C columns.
"""

from typing import Literal

import torch
from torch import Tensor

from ganlab_gui.core.models.network import Context, Network, Numbers
from ganlab_gui.experiment.objectives import family
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.experiment.toys import Dirac

SETS = 4
"""Sets of companions beside which a packed D judges a single point."""

Scaling = tuple[Tensor, Tensor] | None
"""Centre and half width of the data's box, (dim,) each; None leaves the data as they are."""
Kind = Literal["score", "energy", "identity"]
KINDS: dict[str, Kind] = {"score": "score", "energy": "energy", "moment-matching": "identity"}
"""A family of objectives to the shape of D that it needs."""


class Player:
    """A network as a player.

    ``flat`` is its one tensor of parameters, ``parameters`` are views of it with the runs first,
    and ``shapes`` theirs within a run.
    """

    def __init__(self, net: Network) -> None:
        self.net, self.flat, self.parameters = net, net.flat, net.parameters
        self.shapes: list[tuple[int, ...]] = list(net.shapes)

    @property
    def vectors(self) -> Tensor:
        """The flat singular vectors of spectral norm; of zero length without it."""
        return self.net.vectors

    def renew(self) -> None:
        """One power iteration of spectral norm, before an update; else nothing."""
        self.net.renew()

    def frozen(self) -> list[Tensor]:
        """The parameters without gradients, for the other player's turn and for pictures."""
        return [p.detach() for p in self.parameters]

    def initialise(self, how: str, activation: str, generators: list[torch.Generator]) -> None:
        """Draw run r's weights from ``generators[r]`` alone."""
        self.net.initialise(how, activation, generators)


class Generator(Player):
    """Noise to samples: x = centre + half · net(z).

    With ``count`` N > 1 (MAD-GAN, Ghosh et al. 2018) a run has N independent networks, and
    ``parameters`` are (R, N, i, o); sample j is made by network j mod N. With ``classes`` C > 0 the
    last C columns of z are the one-hot of the class: the network is told them, and the samples
    carry them along.
    """

    def __init__(
        self, net: Network, count: int = 1, classes: int = 0, scaling: Scaling = None
    ) -> None:
        super().__init__(net)
        self.count, self.classes, self.scaling = count, classes, scaling
        self.runs = net.runs // count
        self._direct = count == 1 and not classes and scaling is None
        if count > 1:
            self.shapes = [(count, *shape) for shape in net.shapes]
            views = [p.detach().view(self.runs, count, *p.shape[1:]) for p in net.parameters]
            self.parameters = [view.requires_grad_() for view in views]

    def __call__(
        self, z: Tensor, weights: list[Tensor] | None = None, context: Context | None = None
    ) -> Tensor:
        """(R, B, noise + C) to (R, B, dim + C)."""
        if self._direct:
            return self.net(z, weights, context=context)
        x = self.net(self._dealt(z), self._stacked(weights), context=context)
        if self.count > 1:
            x = x.unflatten(0, (-1, self.count)).transpose(1, 2).flatten(1, 2)[:, : z.shape[1]]
        if self.scaling is not None:
            centre, half = self.scaling
            x = centre + half * x
        return torch.cat([x, z[:, :, -self.classes :]], -1) if self.classes else x

    def context(self, z: Tensor, weights: list[Tensor] | None = None) -> Context | None:
        """What reference noise ``z`` (R, K, noise + C) leaves behind; see ``Network.context``."""
        return self.net.context(self._dealt(z), self._stacked(weights))

    def _dealt(self, z: Tensor) -> Tensor:
        """(R, B, n) to (R·N, ⌈B/N⌉, n): each network its share of the noise.

        Where N does not divide B, the first noise is used again to fill up, and its samples are
        cut off afterwards.
        """
        if self.count == 1:
            return z
        lacking = -z.shape[1] % self.count
        while lacking:
            part = z[:, :lacking]
            z, lacking = torch.cat([z, part], 1), lacking - part.shape[1]
        return z.unflatten(1, (-1, self.count)).transpose(1, 2).flatten(0, 1)

    def _stacked(self, weights: list[Tensor] | None) -> list[Tensor]:
        weights = self.parameters if weights is None else weights
        return weights if self.count == 1 else [w.flatten(0, 1) for w in weights]

    def initialise(self, how: str, activation: str, generators: list[torch.Generator]) -> None:
        """Draw run r's weights from ``generators[r]`` alone, its networks one after the other."""
        self.net.initialise(how, activation, [g for g in generators for _ in range(self.count)])


class Discriminator(Player):
    """Samples to raw scores, by ``kind``.

    "score": a number a sample, or ``outputs`` numbers where those are more than one. "energy": the
    network is an auto-encoder and the score its energy ‖D(x) − x‖₂² (Zhao et al. 2017, section 2.3,
    squared here), summed over the coordinates as the network sees them, scaled where scaling is on;
    a class is told it and not reconstructed. "identity": no network; what comes in comes out.

    With ``pack`` m (Lin et al. 2018) m consecutive samples are judged together. What the network
    sees is (x − centre) / half.
    """

    def __init__(
        self, net: Network, kind: Kind, dim: int, pack: int = 1, outputs: int = 1,
        classes: int = 0, scaling: Scaling = None,
    ) -> None:  # fmt: skip
        super().__init__(net)
        self.kind, self.dim, self.pack, self.outputs = kind, dim, pack, outputs
        self.classes, self.scaling, self.runs = classes, scaling, net.runs
        self._direct = kind == "score" and pack == outputs == 1 and scaling is None

    def __call__(
        self, x: Tensor, weights: list[Tensor] | None = None, masks: list[Tensor] | None = None,
        groups: int = 1, context: Context | None = None,
    ) -> Tensor:  # fmt: skip
        """(R, B, dim + C) to (R, B), (R, B, outputs) or, packed, (R, B // m).

        ``masks`` has a multiplier (R, packs, width) for every hidden layer. ``groups`` equal
        consecutive parts of the batch are packed and normed apart. Samples that fill no pack are
        dropped.
        """
        if self._direct:
            return self.net(x, weights, masks, groups, context).squeeze(-1)
        if self.kind == "identity":
            return x
        return self._judge(self._packed(x, groups), weights, masks, groups, context)

    def at(
        self, points: Tensor, companions: Tensor | None = None,
        weights: list[Tensor] | None = None, context: Context | None = None,
    ) -> Tensor:  # fmt: skip
        """Raw scores (R, P) or (R, P, outputs) of single points (R, P, dim + C), for pictures.

        A packed D is asked about each point beside m − 1 of the ``companions`` (R, K, dim + C), in
        4 sets taken in order, from the first again where K is less; the score is the mean of the 4.
        Raises ValueError where it has none.
        """
        if self.kind == "identity" or self.pack == 1:
            return self(points, weights, context=context)
        others = self.pack - 1
        if companions is None or not companions.shape[1]:
            raise ValueError(f"a packed discriminator needs {others} companions or more")
        order = torch.arange(SETS * others, device=points.device) % companions.shape[1]
        beside = companions[:, order].unflatten(1, (SETS, 1, others))
        beside = beside.expand(-1, -1, points.shape[1], -1, -1)
        packs = torch.cat([points[:, None, :, None].expand(-1, SETS, -1, -1, -1), beside], 3)
        raw = self(packs.flatten(1, 3), weights, context=context)
        return raw.unflatten(1, (SETS, -1)).mean(1)

    def code(
        self, x: Tensor, weights: list[Tensor] | None = None, groups: int = 1,
        context: Context | None = None,
    ) -> Tensor:  # fmt: skip
        """Activations (R, packs, width) of the narrowest hidden layer, the first such.

        Without a hidden layer the code is what the network sees.
        """
        seen, widths = self._packed(x, groups), self.net.sizes[1:-1]
        if not widths:
            return seen
        return self.net.hidden(seen, weights, widths.index(min(widths)), groups, context)

    def context(
        self, x: Tensor, weights: list[Tensor] | None = None, groups: int = 1,
        companions: int | None = None,
    ) -> Context | None:  # fmt: skip
        """What reference samples ``x`` (R, K, dim + C) leave behind; see ``Network.context``.

        Under ``pack`` they are packed, and ``companions`` counts packs.
        """
        return self.net.context(self._packed(x, groups), weights, groups, companions)

    def _judge(
        self, seen: Tensor, weights: list[Tensor] | None, masks: list[Tensor] | None, groups: int,
        context: Context | None,
    ) -> Tensor:  # fmt: skip
        out = self.net(seen, weights, masks, groups, context)
        if self.kind == "energy":
            return (out - seen[..., : self.dim]).square().sum(-1)
        return out if self.outputs > 1 else out.squeeze(-1)

    def _packed(self, x: Tensor, groups: int) -> Tensor:
        """(R, B, dim + C) to what the network sees, (R, packs, m (dim + C))."""
        if self.scaling is not None:
            centre, half = self.scaling
            scaled = (x[..., : self.dim] - centre) / half
            x = torch.cat([scaled, x[..., self.dim :]], -1) if self.classes else scaled
        if self.pack == 1:
            return x
        parts = x.unflatten(1, (groups, -1))
        whole = parts.shape[2] // self.pack * self.pack
        return parts[:, :, :whole].unflatten(2, (-1, self.pack)).flatten(3).flatten(1, 2)


class Point(Generator):
    """The Dirac-GAN's generator, G(z) = θ for every z (Mescheder et al. 2018, definition 2.1)."""

    def __init__(self, runs: int, device: torch.device) -> None:
        super().__init__(Numbers(1, runs, device))

    def __call__(
        self, z: Tensor, weights: list[Tensor] | None = None, context: Context | None = None
    ) -> Tensor:
        """(R, B, noise) to (R, B, 1), all θ."""
        theta = (self.parameters if weights is None else weights)[0]
        return theta.expand(-1, z.shape[1], 1)


class Slope(Discriminator):
    """The Dirac-GAN's discriminator, D(x) = ψx (Mescheder et al. 2018, definition 2.1)."""

    def __init__(self, runs: int, device: torch.device) -> None:
        super().__init__(Numbers(1, runs, device), "score", 1)

    def __call__(
        self, x: Tensor, weights: list[Tensor] | None = None, masks: list[Tensor] | None = None,
        groups: int = 1, context: Context | None = None,
    ) -> Tensor:  # fmt: skip
        """(R, B, 1) to (R, B)."""
        psi = (self.parameters if weights is None else weights)[0]
        return (psi * x).squeeze(-1)


def build_players(
    experiment: Experiment, dim: int, classes: int, scaling: Scaling, device: torch.device
) -> tuple[Generator, Discriminator]:
    """Both players as the settings describe them, all parameters 0 (see ``initialise``).

    ``dim`` is the data's dimension, ``classes`` is 0 unless the game is conditional. On the device
    "meta" they have shapes and no memory.
    """
    if isinstance(experiment.data, Dirac):
        return Point(experiment.runs, device), Slope(experiment.runs, device)
    g = experiment.generator
    net = Network(
        [experiment.noise.dim + classes, *g.hidden, dim], g.activation, g.output,
        experiment.runs * g.count, device, g.norm,
    )  # fmt: skip
    generator = Generator(net, g.count, classes, scaling)
    return generator, _discriminator(experiment, dim, classes, scaling, device)


def _discriminator(
    experiment: Experiment, dim: int, classes: int, scaling: Scaling, device: torch.device
) -> Discriminator:
    d, kind = experiment.discriminator, KINDS[family(experiment)]
    if kind == "identity":
        return Discriminator(Numbers(0, experiment.runs, device), kind, dim)
    count = experiment.generator.count
    outputs = count + 1 if count > 1 else 1
    net = Network(
        [d.pack * (dim + classes), *d.hidden, dim if kind == "energy" else outputs],
        d.activation, "linear", experiment.runs, device, d.norm, d.minibatch_features,
    )  # fmt: skip
    return Discriminator(net, kind, dim, d.pack, outputs, classes, scaling)


def initialise(
    experiment: Experiment,
    players: tuple[Generator, Discriminator],
    generators: list[torch.Generator],
) -> None:
    """Draw every run's first weights from its own generator, G's before D's.

    The Dirac-GAN starts at (θ, ψ), in the run of seed s turned by s golden angles.
    """
    generator, discriminator = players
    if isinstance(experiment.data, Dirac):
        starts = [experiment.data.start(seed) for seed in experiment.seeds]
        generator.flat.copy_(torch.tensor([start.real for start in starts]))
        discriminator.flat.copy_(torch.tensor([start.imag for start in starts]))
        return
    g, d = experiment.generator, experiment.discriminator
    generator.initialise(g.init, g.activation, generators)
    discriminator.initialise(d.init, d.activation, generators)
