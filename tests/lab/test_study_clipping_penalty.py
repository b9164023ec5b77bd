"""Critics by clipping and by penalty: against plain torch, and what is said of them."""

import numpy as np
import pytest
import torch
from torch.nn.functional import relu

from ganlab_gui.core.models.optimizers import build, update
from ganlab_gui.experiment.players import Optimizer
from ganlab_gui.lab.studies import study
from ganlab_gui.lab.studies.clipping_penalty import (
    RATE,
    activation_gradients,
    clipped_step,
    critic,
    loss_of,
    matrices,
    pair_of,
    shrunk,
)
from ganlab_gui.pages.clipping_penalty import TARGETS, ClippingPenaltySettings, requests

RING = TARGETS["8 Gaussians"]


def last_of(which, steps, **settings):
    request = requests(ClippingPenaltySettings(**settings))[which]
    answers = list(study(request.study)(**{**request.arguments, "steps": steps}))
    assert answers[0][0] == 0.0
    assert answers[-1][0] == 1.0
    return answers[-1][1]


def test_gradients_by_layer_are_those_of_plain_torch():
    d = critic(3, 2, seed=4)
    shrunk(d, torch.tensor([0.05, 1.0]).view(-1, 1, 1))
    x = torch.randn(1, 7, 2)
    f, ours = activation_gradients(d, x)
    for run in range(2):
        w = [p[run].detach() for p in d.parameters]
        for layer in range(4):

            def rest(a, start=layer, w=w):
                for k in range(start, 3):
                    a = relu(a @ w[2 * k] + w[2 * k + 1])
                return (a @ w[6] + w[7]).squeeze(-1)

            a = x[0]
            for k in range(layer):
                a = relu(a @ w[2 * k] + w[2 * k + 1])
            jacobian = torch.autograd.functional.jacobian(lambda a: rest(a).sum(), a)
            assert torch.allclose(ours[layer][run], jacobian, rtol=1e-4, atol=1e-9)
        assert torch.allclose(f[run], rest(x[0], 0, w), rtol=1e-4, atol=1e-7)


def test_a_clipped_step_is_rmsprop_at_each_runs_own_rate():
    bounds = torch.tensor([0.02, 0.4]).view(-1, 1, 1)
    pair = pair_of(RING, 1.0, 0)
    both = critic(2, 2, seed=1)
    shrunk(both, bounds)
    optimizer = build(both.flat, Optimizer(name="rmsprop", lr=1.0, beta2=0.99))
    batches = [pair.take() for _ in range(3)]
    alone = []
    for c in bounds.flatten():
        d = critic(2, 1, seed=1)
        shrunk(d, c.view(1, 1, 1))
        plain = build(d.flat, Optimizer(name="rmsprop", lr=float(RATE * c), beta2=0.99))
        for real, fake in batches:
            gradients = torch.autograd.grad(loss_of(d, real, fake).sum(), d.parameters)
            d.flat.grad = torch.cat([g.flatten() for g in gradients])
            update(plain)
            d.flat.clamp_(-c, c)
        alone.append(d)
    for seen in batches:
        clipped_step(both, optimizer, seen, RATE * bounds, bounds)
    for run, d in enumerate(alone):
        for together, own in zip(both.parameters, d.parameters, strict=True):
            assert torch.allclose(together[run], own[0], rtol=1e-4, atol=1e-5 * float(bounds[run]))


def test_no_weight_starts_at_the_limit_and_none_ends_beyond_it():
    d = critic(3, 2, seed=0)
    bounds = torch.tensor([1e-3, 1.0]).view(-1, 1, 1)
    shrunk(d, bounds)
    for w in matrices(d):
        share = (w.abs() >= 0.99 * bounds).float().mean((1, 2))
        assert (w.abs() <= bounds * 1.0001).all()
        assert share.max() < 0.05
    found = last_of(0, 60)
    assert found["weights"].sum(1) == pytest.approx(np.ones(7))


@pytest.fixture(scope="module")
def both():
    return last_of(0, 120), last_of(1, 300)


def test_small_c_vanishes_large_c_explodes_and_the_penalty_does_neither(both):
    clip, penalty = both
    to_input = clip["norms"][:, 0] / clip["norms"][:, -1]
    assert to_input[1] < 1e-4
    assert to_input[-1] > 1e3
    assert (np.diff(clip["norms"][:, 0]) > 0).all()
    assert penalty["norms"].min() > 0.3
    assert penalty["norms"].max() < 3
    assert clip["clipped"][2:].min() > 0.1
    edges = clip["weights"][4, [0, -1]]
    assert edges.min() > 4 * np.median(clip["weights"][4])
    assert penalty["weights"][0, [0, -1]].max() < 0.01


def test_no_critic_finds_more_than_the_distance_there_is(both):
    """Kantorovich: E f(x) − E f(x̃) ≤ L · W₁; the steepest slope seen stands for L."""
    clip, penalty = both
    found = np.append(clip["gain"] / clip["steepest"], penalty["gain"] / penalty["steepest"])
    assert (found <= 1.02 * clip["w1"]).all()
    assert found[-1] > 0.3 * clip["w1"]
    assert clip["w1"] == penalty["w1"]


def test_the_same_twice_and_the_weight_is_obeyed(both):
    first, again = last_of(1, 40), last_of(1, 40)
    for key in ("surface", "norms", "weights"):
        assert np.array_equal(first[key], again[key])
    soft = last_of(1, 300, weight=0.1)
    assert soft["steepest"][0] > 3 * both[1]["steepest"][0]
