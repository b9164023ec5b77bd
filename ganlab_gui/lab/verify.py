"""Trains what a preset's ``[[expect]]`` promises, and says whether it holds."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from ganlab_gui.experiment.io import ExperimentError, with_values
from ganlab_gui.experiment.schema import Expect, Experiment
from ganlab_gui.lab.gradient import g_gradient_norm
from ganlab_gui.lab.history import MEASURE_COLUMNS, POINT_COLUMNS, ROW_COLUMNS, row_columns
from ganlab_gui.lab.memory import keep_freed_memory
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


def d_accuracy(trainer: Trainer, rows: Readings) -> Readings:
    """(R,) share of data and samples that D tells apart, over the last rows (T, R, K)."""
    both = [ROW_COLUMNS.index(name) for name in ("accuracy_real", "accuracy_fake")]
    return np.asarray(rows[:, :, both].mean((0, 2)), np.float64)


def diverged(trainer: Trainer, rows: Readings) -> Readings:
    """(R,) 1 where a run diverged, else 0."""
    return np.array([float(at is not None) for at in trainer.diverged_at])


def label_accuracy(trainer: Trainer, rows: Readings) -> Readings:
    """(R,) share of samples whose nearest mode is the class they were asked to be of."""
    return np.array([float((own == asked).mean()) for own, asked in _places(trainer)])


def division(trainer: Trainer, rows: Readings) -> Readings:
    """(R,) how well the generator that made a sample tells its mode: their mutual information.

    In nats; 0 where all generators cover all modes alike, ln N where N generators share out the
    modes evenly. A plug-in estimate from 2 500 samples, which is never below 0.
    """
    out = []
    for mode, maker in _places(trainer):
        joint = np.zeros((mode.max() + 1, maker.max() + 1))
        np.add.at(joint, (mode, maker), 1 / len(mode))
        apart = joint.sum(1, keepdims=True) * joint.sum(0, keepdims=True)
        there = joint > 0
        out.append(float((joint[there] * np.log(joint[there] / apart[there])).sum()))
    return np.array(out)


def _places(trainer: Trainer) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """For every run, the nearest mode of each sample (n,) and the sample's kind (n,)."""
    modes = trainer.distribution.modes
    samples, kinds = trainer.labelled_samples(PROBE_BATCH)
    for points, kind in zip(samples, kinds, strict=True):
        if modes is None or not np.isfinite(points).all():
            yield np.zeros(1, np.int64), np.zeros(1, np.int64)
            continue
        apart = np.linalg.norm(points[:, None] - modes.centres, axis=2)
        yield apart.argmin(1), kind


def spread(trainer: Trainer, rows: Readings) -> Readings:
    """(R,) root mean square distance of the samples from their mean, in the data's units."""
    samples = trainer.samples(PROBE_BATCH).astype(np.float64)
    centred = samples - samples.mean(1, keepdims=True)
    return np.asarray(np.sqrt(np.square(centred).sum(2).mean(1)))


def radius(trainer: Trainer, rows: Readings) -> Readings:
    """(R,) the Dirac-GAN's distance |(θ, ψ)| from its equilibrium, the mean over the last rows."""
    columns = row_columns(trainer.experiment)
    if not set(POINT_COLUMNS) <= set(columns):
        return np.full(trainer.experiment.runs, np.nan)
    theta, psi = (rows[:, :, columns.index(name)] for name in POINT_COLUMNS)
    return np.asarray(np.hypot(theta, psi).mean(0), np.float64)


DERIVED: dict[str, Callable[[Trainer, Readings], Readings]] = {
    "g_gradient_norm": lambda trainer, rows: g_gradient_norm(trainer, PROBE_BATCH),
    "d_accuracy": d_accuracy,
    "diverged": diverged,
    "division": division,
    "label_accuracy": label_accuracy,
    "radius": radius,
    "spread": spread,
}
MEASURES = (*MEASURE_COLUMNS, *ROW_COLUMNS, *POINT_COLUMNS, *DERIVED)


def read(measure: str, trainer: Trainer, rows: Readings) -> Readings:
    """(R,) one of MEASURES at the present step; ``rows`` (T, R, K) are the last training rows."""
    if measure in DERIVED:
        values = DERIVED[measure](trainer, rows)
    elif measure in row_columns(trainer.experiment):
        values = rows[:, :, row_columns(trainer.experiment).index(measure)].mean(0)
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
    keep_freed_memory()
    trainer = Trainer(experiment, "cpu")
    last: Readings = np.zeros((0, experiment.runs, len(row_columns(experiment))))
    while trainer.steps < expect.steps and not trainer.all_diverged:
        trainer.step(min(1_000, expect.steps - trainer.steps))
        last = np.concatenate([last, trainer.rows()[1]])[-LAST_ROWS:]
    return read(expect.measure, trainer, last)
