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
from ganlab_gui.core.models.network import Network
from ganlab_gui.core.models.objectives import OBJECTIVES
from ganlab_gui.core.streams import NOISES, Draw, Stream, generator
from ganlab_gui.experiment.io import ExperimentError, changes
from ganlab_gui.experiment.knobs import is_hot
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.examiner import Examiner
from ganlab_gui.lab.history import ROW_COLUMNS, Edit
from ganlab_gui.lab.step import Game, Outcome, d_alone, g_alone, train_step

CHUNK = 64
"""Steps between two looks at the rows.

Their numbers are worked out together, which costs next to nothing.
"""

SPARE = 64
"""Numbers after the last row's.

Torch works out an array's last few in another way, to another last bit, than the rest, and a row
must not depend on how many are worked out together.
"""

Rows = tuple[NDArray[np.int64], NDArray[np.float32]]
Take = Callable[[Game, Experiment], Outcome]

PLAYERS = ("generator", "discriminator")
STREAMS = ("data", "noise", "mixing", "silence")


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
        self.steps = 0
        self.seeds = experiment.seeds
        self.distribution = data.build(experiment.data)
        self.game = self._build()
        self.diverged_at: list[int | None] = [None] * experiment.runs
        self.cause = ""
        self.edits: list[Edit] = []
        self._frozen: dict[int, dict[str, list[Tensor]]] = {}
        self._rows: list[Rows] = []
        self._examiner: Examiner | None = None
        self._good = self.state()

    def _build(self) -> Game:
        e, device = self.experiment, self.device
        inits = [generator(seed, "init") for seed in self.seeds]
        g = Network(
            [e.noise.dim, *e.generator.hidden, self.distribution.dim],
            e.generator.activation, e.generator.output, e.runs, device,
        )  # fmt: skip
        g.initialise(e.generator.init, e.generator.activation, inits)
        d = Network(
            [self.distribution.dim, *e.discriminator.hidden, 1],
            e.discriminator.activation, "linear", e.runs, device,
        )  # fmt: skip
        d.initialise(e.discriminator.init, e.discriminator.activation, inits)
        return Game(
            g, d,
            optimizers.build(g.flat, e.generator_optimizer),
            optimizers.build(d.flat, e.discriminator_optimizer),
            data=self._stream(self.distribution.sample, self.distribution.dim, "data"),
            noise=self._stream(NOISES[e.noise.name](e.noise.dim), e.noise.dim, "noise"),
            mixing=self._stream(lambda n, g: torch.rand(n, 1, generator=g), 1, "penalty"),
            silence=self._silence(),
        )  # fmt: skip

    def _stream(self, draw: Draw, width: int, purpose: str) -> Stream:
        return Stream(draw, width, self.seeds, purpose, self.device)

    def _silence(self) -> Stream:
        width = max(1, sum(self.experiment.discriminator.hidden))
        return self._stream(lambda n, g: torch.rand(n, width, generator=g), width, "dropout")

    # -- steps -------------------------------------------------------------------------------------

    def step(self, n: int = 1) -> int:
        """Take ``n`` steps; fewer where every run has diverged. Returns how many were taken."""
        first = self.steps
        while self.steps - first < n and not self.all_diverged:
            self._advance(train_step, min(CHUNK, n - (self.steps - first)))
        return self.steps - first

    def step_d(self) -> None:
        """One update of D alone; counts as a step."""
        if not self.all_diverged:
            self._advance(d_alone, 1)

    def step_g(self) -> None:
        """One update of G alone; counts as a step."""
        if not self.all_diverged:
            self._advance(g_alone, 1)

    @property
    def all_diverged(self) -> bool:
        return all(step is not None for step in self.diverged_at)

    def rows(self) -> Rows:
        """Rows since the last call: steps (T,) and values (T, R, K), columns ``ROW_COLUMNS``."""
        rows, self._rows = self._rows, []
        if not rows:
            return np.zeros(0, np.int64), np.zeros(
                (0, len(self.seeds), len(ROW_COLUMNS)), np.float32
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
        self.steps += count
        return tabulate(outcomes, self.experiment, len(self.seeds), self.game)

    def _stop_first(self, take: Take, count: int) -> None:
        """Go back to the last good state, mark the run that breaks first, keep its weights.

        Going through the steps again one at a time finds the exact step, however many are looked at
        together.
        """
        self._restore(self._good)
        for _ in range(count):
            before = {p: [w.clone() for w in getattr(self.game, p).frozen()] for p in PLAYERS}
            outcome = take(self.game, self.experiment)
            self.steps += 1
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
        """A player's stacked weights for pictures and measures.

        A diverged run's are its last finite ones.
        """
        network: Network = getattr(self.game, player)
        weights = network.frozen()
        if self._frozen:
            weights = [w.clone() for w in weights]
            for r, kept in self._frozen.items():
                for w, old in zip(weights, kept[player], strict=True):
                    w[r] = old
        return weights

    def samples(self, n: int) -> NDArray[np.float32]:
        """(R, n, dim) generated samples; they depend on the experiment and the step alone."""
        draw = NOISES[self.experiment.noise.name](self.experiment.noise.dim)
        noise = torch.stack([draw(n, generator(s, "picture", self.steps)) for s in self.seeds])
        with torch.no_grad():
            fake = self.game.generator(noise.to(self.device), self.weights("generator"))
        return fake.cpu().numpy()

    @property
    def examiner(self) -> Examiner:
        if self._examiner is None:
            self._examiner = Examiner(self.distribution, self.experiment.seed)
        return self._examiner

    def measures(self, names: tuple[str, ...] | None = None) -> dict[str, NDArray[np.float64]]:
        """Every measure of the current generators, name to (R,).

        Depends on the experiment and the step alone.
        """
        return self.examiner.measure(self.samples(self.examiner.n), names)

    # -- settings ----------------------------------------------------------------------------------

    def apply(self, experiment: Experiment) -> list[Edit]:
        """Apply hot settings between two steps.

        Raises ExperimentError, changing nothing, where a cold one differs.
        """
        edits, refused = [], []
        changed = changes(self.experiment, experiment)
        for path, (old, new) in changed.items():
            if path in ("title", "notes", "expect"):
                continue
            # Another data set brings its own parameters: its name says it all.
            if "data.name" in changed and path.startswith("data.") and path != "data.name":
                continue
            if is_hot(path, experiment):
                edits.append(Edit(self.steps, path, old, new))
            else:
                refused.append(f"{path}: cannot change while running; it rebuilds the networks.")
        if refused:
            raise ExperimentError(refused)
        before, self.experiment = self.experiment, experiment
        for player in PLAYERS:
            self._apply_optimizer(player, before)
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
        game.g_optimizer.load_state_dict(deepcopy(state["g_optimizer"]))
        game.d_optimizer.load_state_dict(deepcopy(state["d_optimizer"]))
        for name in STREAMS:
            getattr(game, name).load_state(state["streams"][name])
        self.steps = state["steps"]
        self.diverged_at = list(state["diverged_at"])
        self._frozen = {r: dict(kept) for r, kept in state["frozen"].items()}
        self.cause = state["cause"]


def tabulate(
    outcomes: list[Outcome], experiment: Experiment, runs: int, game: Game
) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """Rows (T, R, K) of T outcomes, and whether everything in them was finite, (T, R)."""
    objective = OBJECTIVES[experiment.objective.name]
    table = torch.full((len(outcomes), runs, len(ROW_COLUMNS)), float("nan"))
    finite = torch.ones(len(outcomes), runs, dtype=torch.bool)

    def stacked(name: str) -> Tensor | None:
        parts = [getattr(o, name) for o in outcomes]
        if parts[0] is None:
            return None
        spare = parts[-1:] * -(-SPARE // parts[0].numel())
        return torch.stack(parts + spare).flatten(0, 1)

    def per_run(values: Tensor) -> Tensor:
        return values.view(-1, runs)[: len(outcomes)].cpu()

    def put(column: str, values: Tensor) -> None:
        table[:, :, ROW_COLUMNS.index(column)] = per_run(values)

    real, fake, answer = stacked("real"), stacked("fake"), stacked("answer")
    if real is not None and fake is not None:
        put("d_loss", objective.d_loss(real, fake))
        put("value", objective.value(real, fake))
        if not objective.critic:
            put("accuracy_real", (real > 0).float().mean(1))
            put("accuracy_fake", (fake < 0).float().mean(1))
        finite &= per_run((real.sum(1) + fake.sum(1)).isfinite())
    if answer is not None:
        put("g_loss", objective.g_loss(answer) * experiment.objective.adversarial_weight)
        finite &= per_run(answer.sum(1).isfinite())
    penalty = stacked("penalty")
    if penalty is not None:
        put("penalty", penalty * experiment.penalty.weight)
        finite &= per_run(penalty.isfinite())
    for network in (game.generator, game.discriminator):
        if not network.flat.isfinite().all():
            for p in network.frozen():
                finite[-1] &= p.isfinite().flatten(1).all(1).cpu()
    return table.numpy(), finite.numpy()


def culprit(outcome: Outcome, runs: list[int]) -> str:
    """Which number first stopped being finite in the step that broke ``runs``, in words."""
    numbers = {
        "D's scores of the data": outcome.real,
        "D's scores of the samples": outcome.fake,
        "the penalty": outcome.penalty,
        "G's loss": outcome.answer,
    }
    for words, tensor in numbers.items():
        if tensor is not None and not tensor[runs].reshape(len(runs), -1).sum(1).isfinite().all():
            return words
    return "the weights"
