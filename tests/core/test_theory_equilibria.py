"""What the players lose at p_g = p, against the losses themselves with D at its optimum."""

import math

import numpy as np
import pytest
import torch

from ganlab_gui.core.models.objectives import objective_of
from ganlab_gui.core.theory.equilibria import equilibrium, named
from ganlab_gui.experiment.objectives import THRESHOLDS
from ganlab_gui.experiment.schema import Objective

LOSSES = [
    {"name": "minimax"},
    {"name": "non-saturating", "adversarial_weight": 0.5},
    {"name": "non-saturating", "label_smoothing": 0.1},
    {"name": "minimax", "label_smoothing": 0.3},
    {"name": "least-squares"},
    {"name": "least-squares", "a": -1.0, "b": 1.0, "c": 0.0},
    {"name": "hinge"},
    {"name": "relativistic"},
    *({"name": "f-gan", "divergence": name} for name in THRESHOLDS),
    *({"name": "f-gan", "divergence": name, "alternative": True} for name in THRESHOLDS),
]


@pytest.mark.parametrize("settings", LOSSES, ids=lambda s: " ".join(map(str, s.values())))
def test_the_best_constant_score_loses_as_much(settings):
    """Where p_g = p, D's best answer is the same everywhere: found by trying them all."""
    objective = Objective(**settings)
    rule, found = objective_of(objective), equilibrium(objective)
    scores = torch.linspace(-4, 4, 80_001, dtype=torch.float64)[:, None]
    losses = rule.d_loss(scores, scores)
    best = int(losses.argmin())
    assert found.d == pytest.approx(float(losses[best]), abs=1e-6)
    score = scores[best : best + 1]
    assert found.value == pytest.approx(float(rule.value(score, score)), abs=2e-5)
    if found.g is not None:
        g_loss = objective.adversarial_weight * rule.g_loss(score, score)
        assert found.g == pytest.approx(float(g_loss), abs=2e-4)


@pytest.mark.parametrize("smoothing", [0.0, 0.2])
@pytest.mark.parametrize("generators", [2, 5])
def test_generators_that_share_the_data_out(generators, smoothing):
    """Region i of the data belongs to generator i; D's best there is one more free number."""
    objective = Objective(name="non-saturating", label_smoothing=smoothing)
    rule, found = objective_of(objective, generators), equilibrium(objective, generators)
    said = torch.linspace(0.01, 0.99, 9_801, dtype=torch.float64)
    # Sample i is generator i's and lies in region i, where D names it or the data.
    logits = torch.full((len(said), generators, generators + 1), -40.0, dtype=torch.float64)
    logits[..., -1] = said.log()[:, None]
    for i in range(generators):
        logits[:, i, i] = torch.log1p(-said)
    losses = rule.d_loss(logits, logits)
    best = int(losses.argmin())
    assert found.d == pytest.approx(float(losses[best]), abs=1e-6)
    assert found.g == pytest.approx(float(rule.g_loss(None, logits)[best]), abs=5e-3)
    if not smoothing:
        n = generators
        assert found.d == pytest.approx((n + 1) * math.log(n + 1) - n * math.log(n))


def test_energies_lose_the_margin_and_critics_nothing_known():
    assert equilibrium(Objective(name="energy", margin=0.7)).d == 0.7
    for name in ("wasserstein", "moment-matching"):
        level = equilibrium(Objective(name=name))
        assert (level.d, level.g, level.value) == (None, None, None)


def test_an_energy_of_any_height_below_the_margin_loses_it():
    rule = objective_of(Objective(name="energy", margin=0.7))
    for energy in np.linspace(0, 0.7, 5):
        raw = torch.full((1, 8), float(energy))
        assert float(rule.d_loss(raw, raw)) == pytest.approx(0.7, abs=1e-6)


def test_values_are_named():
    assert [named(v) for v in (math.log(4), -math.log(2), 0.0, -0.0, -1.0, 2.7034)] == [
        "log 4", "−log 2", "0", "0", "−1", "2.7",
    ]  # fmt: skip
