"""Run r is the same whatever the number of runs, under every objective and trick, in float64."""

from typing import get_args

import numpy as np
import pytest
import torch

from ganlab_gui.experiment.io import with_values
from ganlab_gui.experiment.losses import Divergence
from ganlab_gui.experiment.objectives import NAMES
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.trainer import Trainer

pytestmark = pytest.mark.usefixtures("float64")

SMALL = {
    "generator.hidden": [6],
    "discriminator.hidden": [6, 5],
    "discriminator.activation": "leaky-relu",
    "training.batch": 12,
    "noise.dim": 3,
    "generator_optimizer.name": "sgd",
    "discriminator_optimizer.name": "sgd",
    "generator_optimizer.lr": 0.02,
    "discriminator_optimizer.lr": 0.03,
}
ADAM = {"generator_optimizer.name": "adam", "discriminator_optimizer.name": "adam"}
NORMS = ("batch", "layer", "instance", "spectral")
DIVERGENCES = get_args(Divergence)
CASES = {
    **{name: {"objective.name": name} for name in NAMES if name != "f-gan"},
    **{f"f-GAN {f}": {"objective.name": "f-gan", "objective.divergence": f} for f in DIVERGENCES},
    "f-GAN alternative": {"objective.name": "f-gan", "objective.alternative": True},
    "pulling away": {"objective.name": "energy", "objective.pull_away": 0.5},
    "mirrored least squares": {"objective.name": "least-squares", "objective.a": 2.0},
    "several generators": {"generator.count": 5},
    "several conditional generators": {"generator.count": 2, "training.conditional": True},
    "conditional": {"training.conditional": True, "data.name": "grid"},
    "conditional moment matching": {
        "training.conditional": True, "objective.name": "moment-matching"
    },
    "packed": {"discriminator.pack": 5},
    "packed, smooth": {"discriminator.pack": 2, "penalty.name": "gradient"},
    **{f"unrolled {o}": {"training.unroll": 3, "discriminator_optimizer.name": o}
       for o in ("sgd", "momentum", "rmsprop", "adam")},
    "unrolled critic": {"training.unroll": 2, "objective.name": "wasserstein",
                        "penalty.name": "gradient"},
    "consensus": {"training.consensus": 0.5, "training.order": "simultaneous"},
    **{f"G {norm}": {"generator.norm": norm} for norm in NORMS},
    **{f"D {norm}": {"discriminator.norm": norm} for norm in NORMS},
    "mixed minibatches": {"discriminator.norm": "batch", "training.minibatches": "mixed"},
    "minibatch features": {"discriminator.minibatch_features": 3},
    "label smoothing": {"objective.label_smoothing": 0.2},
    "label noise": {"training.label_noise": 0.3},
    "instance noise": {"training.instance_noise": 0.4, "training.instance_noise_steps": 15},
    "history": {"training.history": 17},
    "scaling": {"training.scaling": "unit", "generator.output": "tanh"},
    "average": {"generator.average": 0.8},
    "schedules": {"generator_optimizer.schedule": "cosine", "generator_optimizer.horizon": 15,
                  "discriminator_optimizer.schedule": "exponential"},
    "D frozen": {"training.d_until": 7},
    "all at once": ADAM | {
        "training.conditional": True, "discriminator.pack": 2, "discriminator.norm": "layer",
        "discriminator.minibatch_features": 2, "training.unroll": 1, "training.history": 30,
        "training.label_noise": 0.1, "training.instance_noise": 0.2, "generator.average": 0.9,
        "discriminator.dropout": 0.2, "penalty.name": "r1", "training.scaling": "unit",
    },
    "Adam": ADAM,
    "dirac": {"data.name": "dirac", "noise.dim": 1, "penalty.name": "r1", "penalty.weight": 1.0},
}  # fmt: skip


def trained(**values):
    trainer = Trainer(with_values(Experiment(), SMALL | values), "cpu")
    trainer.step(20)
    return trainer


@pytest.mark.parametrize("case", CASES)
def test_a_run_among_three_is_the_run_alone(case):
    many = trained(**CASES[case], runs=3, seed=40)
    alone = trained(**CASES[case], seed=41)
    assert many.diverged_at == [None] * 3
    players = ["generator", "discriminator"]
    players += ["average"] if alone.game.average is not None else []
    for player in players:
        for p, q in zip(many.weights(player), alone.weights(player), strict=True):
            assert torch.allclose(p[1], q[0], rtol=1e-8, atol=1e-10)
        assert not torch.equal(many.weights("generator")[0][0], many.weights("generator")[0][1])
    (_, rows), (_, row) = many.rows(), alone.rows()
    np.testing.assert_allclose(rows[:, 1], row[:, 0], rtol=1e-7, atol=1e-9)
    for mine, own in zip(many.labelled_samples(9), alone.labelled_samples(9), strict=True):
        np.testing.assert_allclose(mine[1], own[0], rtol=1e-8, atol=1e-9)
    if alone.game.memory is not None:
        assert torch.allclose(many.game.memory[1], alone.game.memory[0], rtol=1e-8, atol=1e-10)


PLAIN = {"Adam", "D frozen", "non-saturating"}
ELSEWHERE = {
    "several generators", "several conditional generators", "conditional", "dirac", "consensus",
    "conditional moment matching", "packed", "packed, smooth", "all at once", "scaling",
    "minibatch features", "energy", "pulling away", "moment-matching", "average",
}  # fmt: skip


@pytest.mark.parametrize("case", sorted(set(CASES) - PLAIN - ELSEWHERE))
def test_every_setting_makes_a_difference(case):
    """Where the networks have the same shapes: other weights than without it."""
    plain, other = trained(), trained(**CASES[case])
    one, two = plain.weights("generator")[0], other.weights("generator")[0]
    assert not torch.allclose(one, two, rtol=1e-6)
