"""A real run of the preset ring-collapse, looked at every few steps."""

import time
from collections.abc import Iterator
from typing import Any

import numpy as np

from ganlab_gui.core.theory.collapse import mode_shares
from ganlab_gui.experiment.io import load_preset, with_values
from ganlab_gui.lab.probe import Probe
from ganlab_gui.lab.snapshot import Box, Needs
from ganlab_gui.lab.trainer import Trainer

PAUSE = 0.2
"""Seconds between two answers."""


def train(
    seed: int, steps: int, every: int, points: int, cells: int, box: Box
) -> Iterator[tuple[float, dict[str, Any]]]:
    """Train ``steps`` steps; pictures at step 0 and every ``every`` steps from there.

    Answers hold what there is so far: ``steps`` (T,), ``samples`` (T, n, 2) from noise that stays
    the same, ``d`` (T, cells, cells) D's probability of "real" over ``box`` with its outer points
    on the box, ``shares`` (T, M) of samples nearest to each mode; and, always whole, ``data``
    (n, 2) and ``centres`` (M, 2). Same arguments, same numbers.
    """
    experiment = with_values(load_preset("ring-collapse"), {"seed": seed})
    trainer = Trainer(experiment, "cpu")
    probe = Probe(trainer)
    scene = probe.scene()
    assert scene.centres is not None
    needs = Needs(frozenset({"samples", "d"}), points=points, cells=cells, box=box)
    count = steps // every + 1
    samples = np.empty((count, points, 2), np.float32)
    d = np.empty((count, cells, cells), np.float32)
    shares = np.empty((count, len(scene.centres)))
    told = time.monotonic()
    for k in range(count):
        trainer.step(every * k - trainer.steps)
        picture = probe.snapshot(needs)
        assert picture.fake is not None
        assert picture.d is not None
        samples[k], d[k] = picture.fake[0], picture.d[0]
        shares[k] = mode_shares(samples[k : k + 1], scene.centres)[0]
        last = k == count - 1
        if last or k == 0 or time.monotonic() - told >= PAUSE:
            told = time.monotonic()
            yield (
                (k + 1) / count,
                {
                    "steps": every * np.arange(k + 1),
                    "samples": samples[: k + 1].copy(),
                    "d": d[: k + 1].copy(),
                    "shares": shares[: k + 1].copy(),
                    "data": scene.real[:points],
                    "centres": scene.centres,
                },
            )
