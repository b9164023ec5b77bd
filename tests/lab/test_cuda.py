"""The same numbers on a GPU, to float rounding; skipped where there is none."""

import numpy as np
import pytest

from ganlab_gui.experiment.io import with_values
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab import checkpoint
from ganlab_gui.lab.probe import Probe
from ganlab_gui.lab.snapshot import FIELDS, Needs
from ganlab_gui.lab.trainer import Trainer

pytestmark = pytest.mark.cuda

SMALL = with_values(Experiment(), {"training.batch": 64, "runs": 3, "seed": 5})
CASES = [
    {},
    {"objective.name": "wasserstein", "clip.c": 0.01, "discriminator_optimizer.name": "rmsprop"},
    {"objective.name": "wasserstein", "penalty.name": "gradient"},
    {"penalty.name": "r1", "discriminator.activation": "maxout", "discriminator.dropout": 0.2},
    {"training.order": "simultaneous", "generator_optimizer.name": "momentum"},
    {"objective.name": "f-gan", "objective.divergence": "jeffrey"},
    {"objective.name": "least-squares", "generator.average": 0.9},
    {"objective.name": "hinge", "discriminator.norm": "spectral"},
    {"objective.name": "relativistic", "generator.norm": "batch"},
    {"objective.name": "energy", "objective.pull_away": 0.1},
    {"objective.name": "moment-matching"},
    {"generator.count": 3},
    {"training.conditional": True, "training.history": 200},
    {"discriminator.pack": 2, "discriminator.minibatch_features": 3},
    {"training.unroll": 2, "training.scaling": "unit"},
    {"training.consensus": 0.1, "training.order": "simultaneous"},
    {"training.instance_noise": 0.3, "training.label_noise": 0.1},
    {"data.name": "dirac", "noise.dim": 1, "penalty.name": "r1"},
]


@pytest.mark.parametrize("values", CASES)
def test_a_gpu_trains_as_a_cpu_does(values: dict[str, object]) -> None:
    experiment = with_values(SMALL, values)
    here, there = Trainer(experiment, "cpu"), Trainer(experiment, "cuda")
    here.step(20)
    there.step(20)
    np.testing.assert_allclose(here.samples(100), there.samples(100), rtol=5e-3, atol=5e-3)
    np.testing.assert_allclose(here.rows()[1], there.rows()[1], rtol=2e-2, atol=2e-2)


@pytest.mark.parametrize("values", [{}, {"training.history": 100, "generator.average": 0.9}])
def test_a_gpu_repeats_itself_and_resumes_bit_for_bit(values: dict[str, object]) -> None:
    experiment = with_values(SMALL, values)
    first, second = Trainer(experiment, "cuda"), Trainer(experiment, "cuda")
    first.step(40)
    second.step(25)
    resumed = checkpoint.restore(checkpoint.loads(checkpoint.dumps(second)), "cuda")
    resumed.step(15)
    np.testing.assert_array_equal(first.samples(100), resumed.samples(100))


def test_a_checkpoint_moves_between_devices() -> None:
    there = Trainer(SMALL, "cuda")
    there.step(10)
    here = checkpoint.restore(checkpoint.loads(checkpoint.dumps(there)), "cpu")
    np.testing.assert_allclose(here.samples(100), there.samples(100), atol=1e-4)


def test_pictures_and_measures_come_from_a_gpu() -> None:
    trainer = Trainer(SMALL, "cuda")
    trainer.step(5)
    snapshot = Probe(trainer).snapshot(Needs(frozenset(FIELDS), 50, 16, ()))
    assert snapshot.d is not None
    assert np.isfinite(snapshot.d).all()
    assert np.isfinite(trainer.measures()["w1"]).all()
