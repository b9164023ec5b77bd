"""Any valid experiment builds, trains, is seen and measured, and goes on from a checkpoint."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import HealthCheck, given, settings
from support.experiments import MANY, Values, covering, deep, experiments, own_data
from support.same import same

from ganlab_gui.experiment.io import validate
from ganlab_gui.lab import checkpoint, keyframe
from ganlab_gui.lab.examiner import QUICK
from ganlab_gui.lab.packed import pack_scene, pack_snapshot, unpack_scene, unpack_snapshot
from ganlab_gui.lab.probe import Probe
from ganlab_gui.lab.recording import Place
from ganlab_gui.lab.snapshot import FIELDS, RUN_FIELDS, Needs, Snapshot
from ganlab_gui.lab.trainer import PLAYERS, Trainer

ALL = Needs(frozenset(FIELDS), points=40, cells=8, runs=())
LOOKS = (
    ALL,
    replace(ALL, label=0),
    replace(ALL, points=8, runs=(0,), box=(-1.0, 1.0, 0.0, 0.0), bandwidth=0.1),
    replace(ALL, points=8, runs=(0,), box=(-1.0, 1.0, -1.0, 1.0), label=40),
)
"""All of it; of one class; of one run, in a box for data on a line or in the plane."""

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
    probe = Probe(trainer)
    for needs in LOOKS:
        seen(probe.snapshot(needs), needs, trainer)
    assert same(vars(unpack_scene(pack_scene(probe.scene()))), vars(probe.scene()))
    measured(trainer)
    assert same(kept(trainer), before), "looking changed the run"
    saved, frame = checkpoint.loads(checkpoint.dumps(trainer)), keyframe.dumps(trainer)
    assert saved.experiment == experiment
    here = Place(frame, ((taken, experiment),), taken)
    others = [checkpoint.restore(saved, "cpu"), keyframe.restore(here, "cpu")]
    assert all(same(kept(other), before) for other in others)
    trainer.step(1)
    row = trainer.rows()[1]
    for other in others:
        other.step(1)
        np.testing.assert_array_equal(other.rows()[1], row)
    others.append(keyframe.restore(replace(here, step=taken + 1), "cpu"))
    assert all(same(kept(other), kept(trainer)) for other in others)


def seen(picture: Snapshot, needs: Needs, trainer: Trainer) -> None:
    """Every run in every array, and finite numbers where weights are of a size to multiply."""
    experiment = trainer.experiment
    runs, dim = len(needs.runs) or experiment.runs, experiment.dim
    assert picture.runs == tuple(range(runs))
    assert picture.fake is not None
    assert picture.fake.shape == (runs, needs.points, dim)
    weights = [w[:runs].flatten(1) for player in PLAYERS for w in trainer.weights(player)]
    tame = (torch.cat(weights, 1).abs() < TAME).all(1).numpy()
    for name in RUN_FIELDS:
        array = getattr(picture, name)
        assert array is None or array.shape[0] == runs, name
        assert array is None or np.isfinite(array[tame]).all(), name
    assert same(vars(unpack_snapshot(pack_snapshot(picture))), vars(picture))


def measured(trainer: Trainer) -> None:
    for name, readings in trainer.measures(QUICK).items():
        assert len(readings) == trainer.experiment.runs, name


DRAWN = settings(
    deadline=None, derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)  # fmt: skip


@pytest.mark.parametrize("row", range(len(covering())))
def test_every_choice_there_is_goes_the_whole_way(row: int) -> None:
    whole_way(covering()[row])


@settings(DRAWN, max_examples=60)
@given(experiments())
def test_any_experiment_goes_the_whole_way(values: Values) -> None:
    whole_way(values)


@deep
@settings(DRAWN, max_examples=MANY or 1, derandomize=False)
@given(experiments())
def test_many_experiments_go_the_whole_way(values: Values) -> None:
    whole_way(values)
