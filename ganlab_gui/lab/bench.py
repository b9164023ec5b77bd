"""Figures that need no window: training here against a plain PyTorch loop on the same work.

Both sides draw fresh data and noise at every update, train the same networks with the same losses
and optimizers on one thread, and take turns (A B A B …), so that a busy machine slows both.
"""

import json
import os
import platform
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from math import pi
from statistics import median

import torch
from torch import Tensor, nn

from ganlab_gui.experiment.io import validate
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.memory import keep_freed_memory
from ganlab_gui.lab.trainer import Trainer

PAIRS = 5
SECONDS = 1.5
"""Each repetition trains about this long."""
READ_EVERY = 100
"""The plain loop looks at its losses once in so many steps; ours makes a row of every step."""


@dataclass(frozen=True)
class Figure:
    """One promise of speed and what was measured; ``met`` is None where nothing was measured."""

    name: str
    measured: float | None
    target: float
    unit: str
    at_least: bool = True
    note: str = ""

    @property
    def met(self) -> bool | None:
        if self.measured is None:
            return None
        return self.measured >= self.target if self.at_least else self.measured <= self.target

    def cells(self) -> tuple[str, ...]:
        """The texts under HEADINGS."""
        measured = "–" if self.measured is None else f"{self.measured:.4g} {self.unit}"
        sign = "≥" if self.at_least else "≤"
        verdict = {True: "met", False: "NOT met", None: "–"}[self.met]
        return self.name, measured, f"{sign} {self.target:g} {self.unit}", verdict, self.note


HEADINGS = ("figure", "measured", "target", "", "")


def report(figures: Sequence[Figure]) -> str:
    """Figures and the machine they were measured on, as JSON."""
    machine = {
        "platform": platform.platform(),
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "torch": torch.__version__,
    }
    measured = [asdict(figure) | {"met": figure.met} for figure in figures]
    return (
        json.dumps({"machine": machine, "figures": measured}, indent=2, ensure_ascii=False) + "\n"
    )


# -- the plain loop --------------------------------------------------------------------------------


class PlainLoop:
    """What a researcher writes instead: nn.Sequential, BCEWithLogitsLoss, Adam, a ring."""

    def __init__(self, width: int, batch: int) -> None:
        self.batch = batch
        self.generator = _mlp(width, 2)
        self.discriminator = _mlp(width, 1)
        self.g_optimizer = torch.optim.Adam(
            self.generator.parameters(), lr=1e-3, betas=(0.5, 0.999)
        )
        self.d_optimizer = torch.optim.Adam(
            self.discriminator.parameters(), lr=1e-3, betas=(0.5, 0.999)
        )
        self.criterion = nn.BCEWithLogitsLoss()
        self.ones, self.zeros = torch.ones(batch, 1), torch.zeros(batch, 1)
        angles = torch.arange(8) * (2 * pi / 8)
        self.centres = torch.stack([angles.cos(), angles.sin()], 1) * 2
        self.losses: list[tuple[float, float]] = []
        self.steps = 0

    def data(self) -> Tensor:
        """(batch, 2) fresh points of the ring."""
        modes = torch.randint(8, (self.batch,))
        return self.centres[modes] + 0.02 * torch.randn(self.batch, 2)

    def step(self, n: int) -> None:
        """``n`` steps of one discriminator and one generator update, non-saturating."""
        for _ in range(n):
            with torch.no_grad():
                fake = self.generator(torch.randn(self.batch, 2))
            d_loss = self.criterion(self.discriminator(self.data()), self.ones) + self.criterion(
                self.discriminator(fake), self.zeros
            )
            self.d_optimizer.zero_grad()
            d_loss.backward()
            self.d_optimizer.step()

            fake = self.generator(torch.randn(self.batch, 2))
            g_loss = self.criterion(self.discriminator(fake), self.ones)
            self.g_optimizer.zero_grad()
            g_loss.backward()
            self.g_optimizer.step()

            self.steps += 1
            if self.steps % READ_EVERY == 0:
                self.losses.append((d_loss.item(), g_loss.item()))


def _mlp(width: int, outputs: int) -> nn.Sequential:
    return nn.Sequential(
        nn.Linear(2, width),
        nn.ReLU(),
        nn.Linear(width, width),
        nn.ReLU(),
        nn.Linear(width, outputs),
    )


# -- ours on the same work -------------------------------------------------------------------------


def work(width: int, batch: int, runs: int = 1) -> Experiment:
    """The experiment that does what `PlainLoop` does."""
    layers = {"hidden": [width, width], "activation": "relu"}
    adam = {"name": "adam", "lr": 1e-3, "beta1": 0.5, "beta2": 0.999}
    values = {
        "title": "Benchmark",
        "runs": runs,
        "data": {"name": "ring"},
        "noise": {"name": "gaussian", "dim": 2},
        "generator": layers,
        "discriminator": layers,
        "objective": {"name": "non-saturating"},
        "training": {"batch": batch, "d_steps": 1, "g_steps": 1},
        "generator_optimizer": adam,
        "discriminator_optimizer": adam,
    }
    return validate(values, "benchmark")


class Ours:
    """A trainer that takes steps and hands out their rows, on one thread, as the worker does."""

    def __init__(self, experiment: Experiment) -> None:
        torch.set_num_threads(1)
        keep_freed_memory()
        self.trainer = Trainer(experiment, "cpu")

    def step(self, n: int) -> None:
        self.trainer.step(n)
        self.trainer.rows()


# -- measuring -------------------------------------------------------------------------------------


def rate(step: Callable[[int], None], seconds: float) -> float:
    """Steps a second of about ``seconds`` of training."""
    slice_, taken = 32, 0
    began = time.perf_counter()
    while (spent := time.perf_counter() - began) < seconds:
        step(slice_)
        taken += slice_
    return taken / spent


def compare(
    width: int, batch: int, runs: int = 1, pairs: int = PAIRS, seconds: float = SECONDS
) -> tuple[float, float, float]:
    """Medians of ours and the plain loop's steps a second, and of the pairs' ratio of run-steps."""
    ours, plain = Ours(work(width, batch, runs)), PlainLoop(width, batch)
    for side in (ours, plain):
        rate(side.step, seconds / 5)
    measured = [(rate(plain.step, seconds), rate(ours.step, seconds)) for _ in range(pairs)]
    return (
        median(b for _, b in measured),
        median(a for a, _ in measured),
        median(runs * b / a for a, b in measured),
    )


COMPARISONS = (
    ("headless steps/s, 2×32, batch 150, R = 1, over a plain loop", 32, 150, 1, 1.4),
    ("headless steps/s, 2×128, batch 256, R = 1, over a plain loop", 128, 256, 1, 1.1),
    ("runs·steps/s, 2×32, batch 150, R = 16, over that plain loop", 32, 150, 16, 4.0),
)


def headless(quick: bool = False) -> Iterator[Figure]:
    """The figures of the table that need no window."""
    pairs, seconds = (3, 0.3) if quick else (PAIRS, SECONDS)
    for name, width, batch, runs, target in COMPARISONS:
        ours, plain, ratio = compare(width, batch, runs, pairs, seconds)
        note = f"{ours:.0f} against {plain:.0f} steps/s, median of {pairs} pairs"
        yield Figure(name, ratio, target, "×", note=note)
