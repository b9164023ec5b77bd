"""Trains what a preset's ``[[expect]]`` promises, and says whether it holds."""

import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from ganlab_gui.core.models.objectives import OBJECTIVES
from ganlab_gui.core.streams import NOISES, generator
from ganlab_gui.experiment.io import ExperimentError, with_values
from ganlab_gui.experiment.schema import Expect, Experiment
from ganlab_gui.lab.history import MEASURE_COLUMNS, ROW_COLUMNS
from ganlab_gui.lab.trainer import Trainer

LAST_ROWS = 100
"""Rows at the end that a column of the rows is averaged over."""
PROBE_BATCH = 2_500
"""Noise points a gradient is averaged over."""
SIDE_BY_SIDE = 1 << 21
"""Numbers in the widest layer of all runs together, beyond which training in turn is as fast."""

HEADINGS = (
    "preset", "measure", "bound", "share required", "share met", "median", "", "seconds",
)  # fmt: skip

Readings = NDArray[np.float64]


@dataclass(frozen=True)
class Outcome:
    """What became of one promise: ``values`` (R,) has a reading a seed, NaN for a diverged run."""

    expect: Expect
    values: Readings
    seconds: float

    @property
    def share(self) -> float:
        """Share of the seeds within the bounds."""
        low, high = self.expect.at_least, self.expect.at_most
        within = np.isfinite(self.values)
        if low is not None:
            within &= self.values >= low
        if high is not None:
            within &= self.values <= high
        return float(within.mean())

    @property
    def median(self) -> float:
        """Of the runs that have a reading; NaN where none has."""
        known = self.values[np.isfinite(self.values)]
        return float(np.median(known)) if len(known) else float("nan")

    @property
    def met(self) -> bool:
        return self.share >= self.expect.share

    def cells(self) -> tuple[str, ...]:
        """The texts under HEADINGS, after the preset's name."""
        expect = self.expect
        signs = (("≥", expect.at_least), ("≤", expect.at_most))
        bounds = [f"{sign} {bound:g}" for sign, bound in signs if bound is not None]
        return (
            _name(expect), ", ".join(bounds), f"{expect.share:.0%} of {expect.runs}",
            f"{self.share:.0%}", f"{self.median:.4g}", "met" if self.met else "NOT met",
            f"{self.seconds:.1f}",
        )  # fmt: skip


def _name(expect: Expect) -> str:
    """The measure, with the settings that differ from the preset's."""
    changed = ", ".join(f"{path}={value}" for path, value in expect.set.items())
    where = f" at step {expect.steps}"
    return f"{expect.measure}{where}" + (f" ({changed})" if changed else "")


# -- measures beyond the examiner's ----------------------------------------------------------------


def g_gradient_norm(trainer: Trainer, rows: Readings) -> Readings:
    """(R,) ‖∇_θ L_G‖₂ over the generator's parameters, at this step, on noise of its own."""
    noise = trainer.experiment.noise
    draw = NOISES[noise.name](noise.dim)
    seeds, step = trainer.seeds, trainer.steps
    z = torch.stack([draw(PROBE_BATCH, generator(seed, "picture", step)) for seed in seeds])
    weights = [w.clone().requires_grad_() for w in trainer.weights("generator")]
    game = trainer.game
    fake = game.generator(z.to(trainer.device), weights)
    score = game.discriminator(fake, trainer.weights("discriminator")).squeeze(-1)
    loss = OBJECTIVES[trainer.experiment.objective.name].g_loss(score).sum()
    weighted = loss * trainer.experiment.objective.adversarial_weight
    gradients = torch.autograd.grad(weighted, weights)
    squares = torch.stack([g.double().square().sum((1, 2)) for g in gradients])
    norm: Readings = squares.sum(0).sqrt().cpu().numpy()
    return norm


def d_accuracy(trainer: Trainer, rows: Readings) -> Readings:
    """(R,) share of data and samples that D tells apart, over the last rows (T, R, K)."""
    both = [ROW_COLUMNS.index(name) for name in ("accuracy_real", "accuracy_fake")]
    return np.asarray(rows[:, :, both].mean((0, 2)), np.float64)


def diverged(trainer: Trainer, rows: Readings) -> Readings:
    """(R,) 1 where a run diverged, else 0."""
    return np.array([float(at is not None) for at in trainer.diverged_at])


DERIVED: dict[str, Callable[[Trainer, Readings], Readings]] = {
    "g_gradient_norm": g_gradient_norm,
    "d_accuracy": d_accuracy,
    "diverged": diverged,
}
MEASURES = (*MEASURE_COLUMNS, *ROW_COLUMNS, *DERIVED)


def read(measure: str, trainer: Trainer, rows: Readings) -> Readings:
    """(R,) one of MEASURES at the present step; ``rows`` (T, R, K) are the last training rows."""
    if measure in DERIVED:
        values = DERIVED[measure](trainer, rows)
    elif measure in ROW_COLUMNS:
        values = rows[:, :, ROW_COLUMNS.index(measure)].mean(0)
    else:
        values = trainer.measures((measure,))[measure]
    if measure == "diverged":
        return values
    broke = [at is not None for at in trainer.diverged_at]
    return np.where(broke, np.nan, values).astype(np.float64)


# -- promises --------------------------------------------------------------------------------------


def check(experiment: Experiment) -> None:
    """Raises ExperimentError where a promise cannot be tested, with a line for each."""
    lines = []
    for number, expect in enumerate(experiment.expect, 1):
        where = f"{experiment.title}: expect {number}"
        if expect.measure not in MEASURES:
            known = ", ".join(MEASURES)
            lines.append(f"{where}: measure is {expect.measure!r}; allowed: {known}.")
        try:
            promised(experiment, expect)
        except ExperimentError as error:
            lines += [f"{where}: {line}" for line in error.lines]
    if lines:
        raise ExperimentError(lines)


def promised(experiment: Experiment, expect: Expect) -> Experiment:
    """The experiment that a promise is about."""
    return with_values(experiment, {**expect.set, "runs": expect.runs}, "set")


def verify(experiment: Experiment) -> list[Outcome]:
    """The outcome of every promise; raises ExperimentError where one cannot be tested."""
    check(experiment)
    return [_outcome(experiment, expect) for expect in experiment.expect]


def _outcome(experiment: Experiment, expect: Expect) -> Outcome:
    began = time.perf_counter()
    promise = promised(experiment, expect)
    parts = [
        _train(with_values(promise, {"seed": promise.seeds[first], "runs": count}), expect)
        for first, count in _portions(promise)
    ]
    return Outcome(expect, np.concatenate(parts), time.perf_counter() - began)


def _portions(experiment: Experiment) -> list[tuple[int, int]]:
    """(first run, count) of the runs trained side by side: a run is the same in any company."""
    widest = max([1, *experiment.generator.hidden, *experiment.discriminator.hidden])
    size = max(1, SIDE_BY_SIDE // (widest * 2 * experiment.training.batch))
    return [
        (first, min(size, experiment.runs - first)) for first in range(0, experiment.runs, size)
    ]


def _train(experiment: Experiment, expect: Expect) -> Readings:
    torch.set_num_threads(1)
    trainer = Trainer(experiment, "cpu")
    last: Readings = np.zeros((0, experiment.runs, len(ROW_COLUMNS)))
    while trainer.steps < expect.steps and not trainer.all_diverged:
        trainer.step(min(1_000, expect.steps - trainer.steps))
        last = np.concatenate([last, trainer.rows()[1]])[-LAST_ROWS:]
    return read(expect.measure, trainer, last)
