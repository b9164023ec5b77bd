"""The trainer's path of (θ, ψ) against the closed-form iteration, step by step, in float64."""

import numpy as np
import pytest
import torch
from numpy.testing import assert_allclose

from ganlab_gui.core import data
from ganlab_gui.core.theory import dirac
from ganlab_gui.experiment.objectives import THRESHOLDS
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab import game, step

ORDERS = ("alternating", "simultaneous")
AT_ONCE = {"order": "simultaneous"}
METHODS = [
    {"objective": {"name": "minimax"}},
    {"objective": {"name": "non-saturating", "label_smoothing": 0.2, "adversarial_weight": 0.5}},
    {"objective": {"name": "wasserstein"}},
    {"objective": {"name": "wasserstein"}, "clip": {"c": 0.3}},
    {"objective": {"name": "wasserstein"}, "penalty": {"name": "gradient", "weight": 0.5}},
    {"objective": {"name": "wasserstein"}, "penalty": {"name": "lipschitz", "weight": 0.5}},
    {"penalty": {"name": "r1", "weight": 0.5}},
    {"penalty": {"name": "r2", "weight": 0.5}},
    {"objective": {"name": "hinge"}},
    {"objective": {"name": "relativistic"}},
    {"objective": {"name": "least-squares"}},
    {"training": {"d_steps": 3, "g_steps": 2, "d_until": 20}},
    {"training": AT_ONCE | {"consensus": 0.5}},
    {"training": AT_ONCE | {"consensus": 0.5}, "penalty": {"name": "r1", "weight": 0.5}},
    {"generator_optimizer": {"name": "sgd", "lr": 0.2, "schedule": "cosine", "horizon": 30}},
    *({"objective": {"name": "f-gan", "divergence": name}} for name in THRESHOLDS),
]


@pytest.fixture(autouse=True)
def double():
    torch.set_default_dtype(torch.float64)
    yield
    torch.set_default_dtype(torch.float32)


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("tables", METHODS, ids=str)
def test_the_trainer_walks_the_closed_form(tables, order):
    sgd = {"name": "sgd", "lr": 0.1}
    base = {
        "data": {"name": "dirac"},
        "runs": 3,
        "objective": {"name": "minimax"},
        "generator_optimizer": sgd,
        "discriminator_optimizer": sgd,
        "clip": {"c": 0},
    }
    training = {"d_steps": 1, "batch": 4, "order": order} | tables.get("training", {})
    experiment = Experiment.model_validate(base | tables | {"training": training})
    assert dirac.departures(experiment) == ()
    played = game.build(
        experiment, data.build(experiment.data), experiment.seeds, torch.device("cpu")
    )
    players = played.generator.flat, played.discriminator.flat
    start = np.stack([flat.detach().numpy().copy() for flat in players], axis=1)
    path = [step.train_step(played, experiment).point.numpy() for _ in range(60)]
    assert_allclose(path, dirac.iterate(experiment, start, 60)[1:], rtol=1e-10, atol=1e-12)
