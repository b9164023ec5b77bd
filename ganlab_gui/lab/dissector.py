"""Takes one step of a trainer apart: watches, draws nothing, and leaves the run as it would be."""

from dataclasses import replace
from typing import Any

import torch
from torch import Tensor

from ganlab_gui.core.models.players import Discriminator, Generator
from ganlab_gui.experiment.objectives import reading
from ganlab_gui.lab.dissection import Dissection, Player, Stage, StageName
from ganlab_gui.lab.game import objective
from ganlab_gui.lab.probe import Probe
from ganlab_gui.lab.snapshot import Array, Box, Needs, Snapshot
from ganlab_gui.lab.trainer import Trainer, kinds

CELLS = {1: 96, 2: 36}
"""Points a side of the grid that D is asked on, by the data's dimension."""
REACHED = 300
"""Samples whose places widen the grid of a 1-D picture."""


def dissect(trainer: Trainer, probe: Probe, kind: str = "both", run: int = 0) -> Dissection | None:
    """Take one step, or one update of "d" or "g" alone, and tell what happened in ``run``.

    The trainer is left exactly as an ordinary step would leave it. None where nothing could happen:
    all runs have diverged, or there was no update to make.
    """
    recorders: list[Recorder] = []

    def begin() -> Recorder:
        recorders.append(Recorder(trainer, probe, run))
        return recorders[-1]

    trainer.watched(kind, begin)
    return recorders[-1].dissection(kind) if recorders and recorders[-1].stages else None


class Recorder:
    """The watcher of one step: keeps a copy of what each stage works on."""

    def __init__(self, trainer: Trainer, probe: Probe, run: int) -> None:
        self.trainer, self.probe, self.run = trainer, probe, run
        self.stages: list[Stage] = []
        self._rule = objective(trainer.experiment)
        self._begun: dict[str, list[dict[str, Any]]] = {"d": [], "g": []}
        self._noise: dict[str, list[Tensor | None]] = {"d": [], "g": []}
        self._made = {"d": 0, "g": 0}
        self._weights = {player: self._copy(player) for player in self._made}
        self._box: Box | None = None
        first = self._look()
        assert first.xs is not None
        if first.ys is None:
            self._box = float(first.xs[0]), float(first.xs[-1]), 0.0, 0.0
        self._grid, self._ground = (first.xs, first.ys), first

    def __call__(self, stage: str, player: str, tensors: dict[str, Any]) -> None:
        getattr(self, f"_{stage}")(player, **tensors)

    def dissection(self, kind: str) -> Dissection:
        """All stages, each with the number of its player's updates."""
        game, trains_d = self.trainer.game, self._rule.trains_d
        sizes = {"g": tuple(game.generator.net.sizes), "d": tuple(game.discriminator.net.sizes)}
        if self.trainer.experiment.data.name == "dirac" or not trains_d:
            sizes["d"] = ()
        if self.trainer.experiment.data.name == "dirac":
            sizes["g"] = ()
        runs = self.trainer.experiment.runs
        weights = {
            "g": game.generator.flat.numel() // runs, "d": game.discriminator.flat.numel() // runs
        }  # fmt: skip
        return Dissection(
            self.trainer.steps, self.run, kind, reading(self.trainer.experiment),
            self._grid[0], self._grid[1],
            tuple(replace(stage, of=len(self._begun[stage.player])) for stage in self.stages),
            sizes, weights,
        )  # fmt: skip

    # -- the stages --------------------------------------------------------------------------------

    def _sample(
        self, player: Player, noise: Tensor | None, fake: Tensor, real: Tensor | None = None
    ) -> None:
        game = self.trainer.game
        shown: dict[str, Any] = {"fake": self._points(fake)}
        if noise is not None:
            width = noise.shape[-1] - game.classes
            shown["noise"] = _numpy(noise[self.run, :, :width])
        if real is not None:
            shown["real"] = self._points(real)
        if game.classes:
            shown["kinds"] = fake[self.run, :, game.dim :].detach().argmax(-1).cpu().numpy()
        elif game.generator.count > 1:
            shown["kinds"] = kinds(fake, game)[self.run]
        self._begun[player].append(shown)
        self._noise[player].append(noise)
        self._tell("sample", player)

    def _forward(self, player: Player, real: Tensor | None, fake: Tensor) -> None:
        own = self._begun[player][-1]
        if not self._rule.trains_d:  # what comes in comes out: the samples themselves
            own["real"] = None if real is None else self._points(real)
            return
        own["said_fake"] = self._realness(fake)
        if real is not None:
            own["said_real"] = self._realness(real)
        self._tell("forward", player)

    def _loss(
        self, player: Player, loss: Tensor, penalty: Tensor | None = None,
        samples: Tensor | None = None,
    ) -> None:  # fmt: skip
        settings, own = self.trainer.experiment, self._begun[player][-1]
        weight = settings.objective.adversarial_weight if player == "g" else 1.0
        own["loss"] = weight * float(loss[self.run].detach())
        if penalty is not None:
            own["penalty"] = settings.penalty.weight * float(penalty[self.run])
        if samples is not None:
            # The graph is kept: the step still walks it back to G's weights.
            (slope,) = torch.autograd.grad(weight * loss.sum(), samples, retain_graph=True)
            own["pull"] = -slope.shape[1] * self._points(slope)
        self._tell("loss", player)

    def _backward(self, player: Player, gradient: tuple[Tensor, ...]) -> None:
        own = self._begun[player][-1]
        parts = [g[self.run].detach() for g in gradient]
        own["slopes"], own["slope"] = self._layers(player, parts), _length(parts)
        self._tell("backward", player)

    def _update(self, player: Player) -> None:
        # Where G's gradients come before D's updates, its updates follow in the same order.
        own, noise = (
            self._begun[player][self._made[player]],
            self._noise[player][self._made[player]],
        )
        self._made[player] += 1
        old, new = self._weights[player], self._copy(player)
        steps = [after - before for after, before in zip(new, old, strict=True)]
        own["moves"], own["move"] = self._layers(player, steps), _length(steps)
        own["length"] = _length(old)
        self._weights[player] = new
        before = self._ground
        if player == "g" and noise is not None:
            with torch.no_grad():
                own["moved"] = self._points(self.trainer.game.generator(noise))
        if player == "d" or not self._rule.trains_d:
            self._ground = self._look()
        own["before"] = _d(before)
        self._tell("update", player)

    def _tell(self, name: StageName, player: Player) -> None:
        begun = self._begun[player]
        number = self._made[player] if name == "update" else len(begun)
        fields = {**begun[number - 1], "ground": _d(self._ground)}
        self.stages.append(Stage(name, player, number, **fields))

    # -- copies ------------------------------------------------------------------------------------

    def _look(self) -> Snapshot:
        """D's realness on the grid as the weights are now."""
        dim = self.probe.dim
        fields = {"d", "samples"} if dim == 1 else {"d"}
        needs = Needs(frozenset(fields), REACHED, CELLS.get(dim, 0), (self.run,), self._box)
        return self.probe.snapshot(needs)

    def _copy(self, player: str) -> list[Tensor]:
        return [p.detach()[self.run].clone() for p in self._network(player).parameters]

    def _network(self, player: str) -> Generator | Discriminator:
        game = self.trainer.game
        return game.generator if player == "g" else game.discriminator

    def _layers(self, player: str, parts: list[Tensor]) -> tuple[float, ...]:
        """Lengths of weight and bias together, layer by layer."""
        count = len(self._network(player).net.sizes) - 1
        return tuple(_length(parts[2 * layer : 2 * layer + 2]) for layer in range(count))

    def _points(self, x: Tensor) -> Array:
        """(B, dim) of samples (R, B, dim + C)."""
        return _numpy(x[self.run, :, : self.trainer.game.dim])

    def _realness(self, raw: Tensor) -> Array:
        return _numpy(self._rule.realness(raw.detach())[self.run])


def _d(snapshot: Snapshot) -> Array | None:
    return None if snapshot.d is None else snapshot.d[0]


def _length(parts: list[Tensor]) -> float:
    return float(torch.stack([p.square().sum() for p in parts]).sum().sqrt()) if parts else 0.0


def _numpy(x: Tensor) -> Array:
    copy: Array = x.detach().cpu().numpy().copy()
    return copy
