"""Any valid experiment builds, trains, is seen and measured, and goes on from a checkpoint."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import HealthCheck, example, given, settings
from support.experiments import Values, covering, experiments, own_data
from support.same import same

from ganlab_gui.experiment.io import dumps, loads, validate
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab import checkpoint
from ganlab_gui.lab.examiner import QUICK
from ganlab_gui.lab.probe import Probe
from ganlab_gui.lab.snapshot import FIELDS, RUN_FIELDS, Needs, Snapshot
from ganlab_gui.lab.trainer import PLAYERS, Trainer

ALL = Needs(frozenset(FIELDS), points=40, cells=8, runs=())

TAME = 100.0
"""Weights up to which no picture of a small network overflows."""


@pytest.fixture(scope="module", autouse=True)
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with own_data(tmp_path_factory.mktemp("own")):
        yield


def kept(trainer: Trainer) -> dict[str, Any]:
    """All that the next step depends on: tensors and plain values.

    Rates are left out: a schedule sets them anew before each update.
    """
    state = trainer.state()
    return state | {slot: state[slot]["state"] for slot in ("g_optimizer", "d_optimizer")}


def whole_way(values: Values) -> None:
    experiment = validate(values, "drawn")
    trainer = Trainer(experiment, "cpu")
    taken = trainer.step(3)
    assert taken == 3 or trainer.all_diverged
    trainer.rows()
    before = kept(trainer)
    seen(Probe(trainer).snapshot(ALL), trainer)
    measured(trainer)
    assert same(kept(trainer), before), "looking changed the run"
    resumed = checkpoint.restore(checkpoint.loads(checkpoint.dumps(trainer)), "cpu")
    assert resumed.experiment == experiment
    assert same(kept(resumed), before)
    trainer.step(1), resumed.step(1)
    np.testing.assert_array_equal(trainer.rows()[1], resumed.rows()[1])
    assert same(kept(trainer), kept(resumed))


def seen(picture: Snapshot, trainer: Trainer) -> None:
    """Every run in every array, and finite numbers where weights are of a size to multiply."""
    experiment = trainer.experiment
    runs, dim = experiment.runs, experiment.dim
    assert picture.runs == tuple(range(runs))
    assert picture.fake is not None and picture.fake.shape == (runs, 40, dim)
    weights = [w.flatten(1) for player in PLAYERS for w in trainer.weights(player)]
    tame = (torch.cat(weights, 1).abs() < TAME).all(1).numpy()
    for name in RUN_FIELDS:
        array = getattr(picture, name)
        assert array is None or array.shape[0] == runs, name
        assert array is None or np.isfinite(array[tame]).all(), name


def measured(trainer: Trainer) -> None:
    for name, readings in trainer.measures(QUICK).items():
        assert len(readings) == trainer.experiment.runs, name
