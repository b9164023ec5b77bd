"""The trainer owns networks, optimizers and random streams, takes steps and keeps their rows."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from ganlab_gui.core import data
from ganlab_gui.core.models import optimizers
from ganlab_gui.core.streams import generator
from ganlab_gui.experiment.io import ExperimentError, changes
from ganlab_gui.experiment.knobs import is_hot, is_silent
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.examiner import Examiner
from ganlab_gui.lab.game import STREAMS, Game, build, latent
from ganlab_gui.lab.gradient import g_gradient_norm
from ganlab_gui.lab.history import AVERAGED, OF_NETWORKS, Edit, row_columns
from ganlab_gui.lab.rows import culprit, tabulate
from ganlab_gui.lab.step import Outcome, Watch, d_alone, g_alone, train_step

CHUNK = 64
"""Steps between two looks at the rows.

Their numbers are worked out together, which costs next to nothing.
"""

Rows = tuple[NDArray[np.int64], NDArray[np.float32]]
Take = Callable[[Game, Experiment], Outcome]

GRADIENT_POINTS = 128
"""Noise points of the reading of G's gradient: enough to know its size, and next to free."""

PLAYERS = ("generator", "discriminator")


def device_of(name: str) -> torch.device:
    """``auto``, ``cpu`` or ``cuda`` to a device.

    Raises ExperimentError where CUDA is asked for and absent.
    """
    if name == "auto":
        name = "cuda" if torch.cuda.is_available() else "cpu"
    if name == "cuda" and not torch.cuda.is_available():
        raise ExperimentError(["device: cuda is not available here; allowed: auto, cpu."])
    return torch.device(name)


class Trainer:
    """Trains R runs of an experiment at once.

    ``steps`` counts steps taken; ``diverged_at[r]`` is the step at which run r's scores or weights
    stopped being finite numbers (None while they are). A diverged run keeps the weights it had just
    before for every later picture and measure.
    """

    def __init__(self, experiment: Experiment, device: str = "auto") -> None:
        self.experiment = experiment
        self.device = device_of(device)
        self.seeds = experiment.seeds
        self.distribution = data.build(experiment.data)
        self.game = build(experiment, self.distribution, self.seeds, self.device)
        self.diverged_at: list[int | None] = [None] * experiment.runs
        self.cause = ""
        self.edits: list[Edit] = []
        self._frozen: dict[int, dict[str, list[Tensor]]] = {}
        self._rows: list[Rows] = []
        self._examiner: Examiner | None = None
        self._good = self.state()

    @property
    def steps(self) -> int:
        return self.game.steps

    # -- steps -------------------------------------------------------------------------------------

    def step(self, n: int = 1) -> int:
        """Take ``n`` steps; fewer where every run has diverged. Returns how many were taken."""
        first = self.steps
        while self.steps - first < n and not self.all_diverged:
            self._advance(train_step, min(self._stretch(), n - (self.steps - first)))
        return self.steps - first

    def _stretch(self) -> int:
        """Steps whose rows have the same numbers: up to where D is frozen."""
        left = self.experiment.training.d_until - self.steps
        return min(CHUNK, left) if left > 0 else CHUNK

    def step_d(self) -> None:
        """One update of D alone; counts as a step."""
        if not self.all_diverged:
            self._advance(d_alone, 1)

    def step_g(self) -> None:
        """One update of G alone; counts as a step."""
        if not self.all_diverged:
            self._advance(g_alone, 1)

    def watched(self, kind: str, watch: Callable[[], Watch]) -> None:
        """One step of "both", or one update of "d" or "g" alone, as ever, but watched.

        ``watch`` gives a new watcher each time the step is begun: it is gone through again where a
        run diverges in it.
        """
        take = {"both": train_step, "d": d_alone, "g": g_alone}[kind]
        if not self.all_diverged:
            self._advance(lambda game, settings: take(game, settings, watch()), 1)

    @property
    def all_diverged(self) -> bool:
        return all(step is not None for step in self.diverged_at)

    def rows(self) -> Rows:
        """Rows since the last call: steps (T,) and values (T, R, K), columns ``row_columns``."""
        rows, self._rows = self._rows, []
        if not rows:
            return np.zeros(0, np.int64), np.zeros(
                (0, len(self.seeds), len(row_columns(self.experiment))), np.float32
            )
        return np.concatenate([r[0] for r in rows]), np.concatenate([r[1] for r in rows])

    def _advance(self, take: Take, count: int) -> None:
        """Take ``count`` steps and keep their rows.

        A run that diverges on the way is stopped at its last finite step.
        """
        first, target = self.steps, self.steps + count
        while True:
            values, finite = self._table(take, target - first)
            alive = [r for r, at in enumerate(self.diverged_at) if at is None]
            if finite[:, alive].all():
                break
            self._stop_first(take, count)
            if self.all_diverged:
                # The row that says so is the last one.
                target = max(at for at in self.diverged_at if at is not None)
        numbers = np.arange(first + 1, target + 1)
        for r, at in enumerate(self.diverged_at):
            if at is not None:
                values[numbers >= at, r] = np.nan
        self._rows.append((numbers, values))
        self._good = self.state()

    def _table(self, take: Take, count: int) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
        outcomes = [take(self.game, self.experiment) for _ in range(count)]
        return tabulate(outcomes, self.experiment, len(self.seeds), self.game)

    def _stop_first(self, take: Take, count: int) -> None:
        """Go back to the last good state, mark the run that breaks first, keep its weights.

        Going through the steps again one at a time finds the exact step, however many are looked at
        together.
        """
        self._restore(self._good)
        for _ in range(count):
            before = {p: [w.clone() for w in self._weights(p)] for p in self._players()}
            outcome = take(self.game, self.experiment)
            _, finite = tabulate([outcome], self.experiment, len(self.seeds), self.game)
            broken = [r for r, at in enumerate(self.diverged_at) if at is None and not finite[0, r]]
            for r in broken:
                self.diverged_at[r] = self.steps
                self._frozen[r] = {p: [w[r].clone() for w in ws] for p, ws in before.items()}
            if broken:
                self.cause = culprit(outcome, broken)
                break
        self._good = self._good | self._losses()
        self._restore(self._good)

    # -- looking -----------------------------------------------------------------------------------

    def weights(self, player: str) -> list[Tensor]:
        """The stacked weights of "generator", "discriminator" or "average" for pictures.

        A diverged run's are its last finite ones.
        """
        weights = self._weights(player)
        if self._frozen:
            weights = [w.clone() for w in weights]
            for r, kept in self._frozen.items():
                for w, old in zip(weights, kept.get(player, kept["generator"]), strict=True):
                    w[r] = old
        return weights

    def _weights(self, player: str) -> list[Tensor]:
        if player != "average":
            weights: list[Tensor] = getattr(self.game, player).frozen()
            return weights
        assert self.game.average is not None
        g = self.game.generator
        parts = self.game.average.split([p.numel() for p in g.parameters])
        return [part.view(p.shape) for part, p in zip(parts, g.parameters, strict=True)]

    def _players(self) -> tuple[str, ...]:
        return PLAYERS if self.game.average is None else (*PLAYERS, "average")

    def latent(self, n: int, seed: int, step: int = 0) -> Tensor:
        """(n, width) noise for pictures of the run of ``seed``, no part of training's."""
        draw = latent(self.experiment, self.distribution)
        return draw(n, generator(seed, "picture", step)).to(torch.get_default_dtype())

    def samples(self, n: int, player: str = "generator") -> NDArray[np.float32]:
        """(R, n, dim) generated samples; they depend on the experiment and the step alone."""
        return self.labelled_samples(n, player)[0]

    def labelled_samples(
        self, n: int, player: str = "generator"
    ) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
        """(R, n, dim) samples and (R, n) their kind: the class each was asked to be of, else the
        generator that made it."""
        noise = torch.stack([self.latent(n, s, self.steps) for s in self.seeds]).to(self.device)
        g, weights = self.game.generator, self.weights(player)
        # The singular values kept for spectral norm are those of the weights in training.
        averaged = player == "average" and self.experiment.generator.norm == "spectral"
        around = g.context(noise, weights) if averaged else None
        with torch.no_grad():
            fake = g(noise, weights, around).cpu()
        return fake[..., : self.game.dim].numpy(), kinds(noise, self.game)

    @property
    def examiner(self) -> Examiner:
        if self._examiner is None:
            self._examiner = Examiner(self.distribution, self.experiment.seed)
        return self._examiner

    @examiner.setter
    def examiner(self, examiner: Examiner) -> None:
        """One of the same data and seed: its reference samples need not be drawn again."""
        self._examiner = examiner

    def measures(self, names: tuple[str, ...] | None = None) -> dict[str, NDArray[np.float64]]:
        """Every measure of the current generators, name to (R,).

        Depends on the experiment and the step alone.
        """
        found = self.examiner.measure(self.samples(self.examiner.n), names)
        averaged = {a: m for a, m in AVERAGED.items() if names is None or a in names}
        if averaged and self.game.average is not None:
            samples = self.samples(self.examiner.n, "average")
            smooth = self.examiner.measure(samples, tuple(averaged.values()))
            found |= {a: smooth[m] for a, m in averaged.items()}
        if names is None or OF_NETWORKS in names:
            found[OF_NETWORKS] = g_gradient_norm(self, GRADIENT_POINTS)
        return found

    # -- settings ----------------------------------------------------------------------------------

    def apply(self, experiment: Experiment) -> list[Edit]:
        """Apply hot settings between two steps.

        Raises ExperimentError, changing nothing, where a cold one differs.
        """
        edits, refused = [], []
        changed = changes(self.experiment, experiment)
        for path, (old, new) in changed.items():
            if is_silent(path):
                continue
            # Another data set brings its own parameters: its name says it all.
            if "data.name" in changed and path.startswith("data.") and path != "data.name":
                continue
            if is_hot(path, experiment, self.experiment):
                edits.append(Edit(self.steps, path, old, new))
            else:
                refused.append(f"{path}: cannot change while running; it rebuilds the networks.")
        if refused:
            raise ExperimentError(refused)
        before, self.experiment = self.experiment, experiment
        for player in PLAYERS:
            self._apply_optimizer(player, before)
        self._apply_average()
        self.edits += edits
        self._good = self.state()
        return edits

    def _apply_optimizer(self, player: str, before: Experiment) -> None:
        new = getattr(self.experiment, f"{player}_optimizer")
        slot = f"{player[0]}_optimizer"
        if getattr(before, f"{player}_optimizer").name == new.name:
            optimizers.adjust(getattr(self.game, slot), new)
        else:
            flat = getattr(self.game, player).flat
            setattr(self.game, slot, optimizers.build(flat, new))

    def _apply_average(self) -> None:
        """Start the generator's average where it is switched on, forget it where off."""
        if not self.experiment.generator.average:
            self.game.average = None
        elif self.game.average is None:
            self.game.average = self.game.generator.flat.detach().clone()

    # -- state -------------------------------------------------------------------------------------

    def state(self) -> dict[str, Any]:
        """Everything the next step depends on: tensors and plain values only."""
        game = self.game
        return {
            "steps": self.steps,
            "generator": game.generator.flat.detach().clone(),
            "discriminator": game.discriminator.flat.detach().clone(),
            "g_optimizer": deepcopy(game.g_optimizer.state_dict()),
            "d_optimizer": deepcopy(game.d_optimizer.state_dict()),
            "g_vectors": game.generator.vectors.clone(),
            "d_vectors": game.discriminator.vectors.clone(),
            "average": None if game.average is None else game.average.clone(),
            "memory": None if game.memory is None else game.memory.clone(),
            "remembered": game.remembered,
            "streams": {name: getattr(game, name).state() for name in STREAMS},
        } | self._losses()

    def _losses(self) -> dict[str, Any]:
        """Which runs are lost, where, why, and their last finite weights."""
        frozen = {r: dict(kept) for r, kept in self._frozen.items()}
        return {"diverged_at": list(self.diverged_at), "frozen": frozen, "cause": self.cause}

    def load_state(self, state: dict[str, Any]) -> None:
        """Go to a state of the same experiment; rows not yet fetched are forgotten."""
        self._restore(state)
        self._rows, self._good = [], state

    def _restore(self, state: dict[str, Any]) -> None:
        game = self.game
        with torch.no_grad():
            game.generator.flat.copy_(state["generator"])
            game.discriminator.flat.copy_(state["discriminator"])
            game.generator.vectors.copy_(state["g_vectors"])
            game.discriminator.vectors.copy_(state["d_vectors"])
            for name in ("average", "memory"):
                kept = state[name]
                setattr(game, name, None if kept is None else kept.to(self.device, copy=True))
        game.remembered = state["remembered"]
        game.g_optimizer.load_state_dict(deepcopy(state["g_optimizer"]))
        game.d_optimizer.load_state_dict(deepcopy(state["d_optimizer"]))
        for name in STREAMS:
            getattr(game, name).load_state(state["streams"][name])
        game.steps = state["steps"]
        self.diverged_at = list(state["diverged_at"])
        self._frozen = {r: dict(kept) for r, kept in state["frozen"].items()}
        self.cause = state["cause"]


def kinds(noise: Tensor, game: Game) -> NDArray[np.int64]:
    """(R, n) of latents (R, n, width): the class each asks for, else whose generator's it is."""
    if game.classes:
        return noise[..., -game.classes :].argmax(-1).cpu().numpy()
    n = noise.shape[1]
    return np.broadcast_to(np.arange(n) % game.generator.count, (len(noise), n)).copy()
