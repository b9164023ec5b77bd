"""A frozen G against a D that learns: gradients against plain torch, and what the paper says."""

import numpy as np
import pytest
import torch
from torch.nn.functional import leaky_relu, logsigmoid, relu

from ganlab_gui.core import streams
from ganlab_gui.core.theory.cauchy import slope_per_decade
from ganlab_gui.experiment.schema import Experiment
from ganlab_gui.lab.studies import study, vanishing_gradient
from ganlab_gui.lab.studies.vanishing_gradient import MINIBATCHES, gradients, steps_looked_at
from ganlab_gui.lab.trainer import Trainer
from ganlab_gui.pages.vanishing_gradient import VanishingGradientSettings, requests


def arguments(d_steps, **settings):
    request = requests(VanishingGradientSettings(**settings))[0]
    return {**request.arguments, "d_steps": d_steps}


def last_of(asked):
    answers = list(study("vanishing-gradient")(**asked))
    assert answers[-1][0] == 1.0
    return answers[-1][1]


@pytest.mark.parametrize("noise", [0.0, 0.4])
def test_gradients_are_those_of_plain_torch(noise):
    asked = arguments(10, seeds=1, latent=2)
    trainer = Trainer(Experiment.model_validate(asked["experiment"]), "cpu")
    trainer.step(3)
    game, batch = trainer.game, 16
    draws = torch.randn(1, MINIBATCHES * batch, 4, generator=streams.generator(5, "reference"))
    ours, belief = gradients(game, draws, noise)
    g = [w[0].detach().clone().requires_grad_() for w in game.generator.parameters]
    d = [w[0].detach() for w in game.discriminator.parameters]
    for number, part in enumerate(draws[0].split(batch)):
        x = part[:, :2]
        for layer in (0, 2):
            x = leaky_relu(x @ g[layer] + g[layer + 1], 0.2)
        x = x @ g[4] + g[5] + noise * part[:, 2:]
        for layer in (0, 2):
            x = relu(x @ d[layer] + d[layer + 1])
        s = x @ d[4] + d[5]
        assert belief[0, number].item() == pytest.approx(s.sigmoid().mean().item(), rel=1e-5)
        for loss, value in enumerate((logsigmoid(-s).mean(), -logsigmoid(s).mean())):
            parts = torch.autograd.grad(value, g, retain_graph=True)
            theirs = torch.cat([p.flatten() for p in parts])
            assert torch.allclose(ours[loss, 0, number], theirs, rtol=1e-4, atol=1e-7)


def test_minimax_falls_by_orders_of_magnitude_and_the_other_loss_grows():
    found = last_of(arguments(1000, target="gaussian", g_steps=0, seeds=4))
    minimax, other = np.median(found["norms"], -1).T
    assert minimax[-1] < minimax.max() / 300
    assert other[-1] > 10 * other[0]
    late = found["n"] >= 100
    assert slope_per_decade(found["n"][late], minimax[late]) < -1.5
    assert found["belief"][-1].max() < 0.01
    assert (found["ks"][-1, 0] < found["ks"][-1, 1]).all()


def test_noise_for_d_keeps_the_minimax_gradient_alive():
    plain, noisy = (
        last_of(arguments(600, target="gaussian", g_steps=0, seeds=2, noise=noise))
        for noise in (0.0, 2.0)
    )
    ends = [np.median(found["norms"][-1, 0]) for found in (plain, noisy)]
    assert ends[1] > 20 * ends[0]


def test_the_same_twice_and_a_run_does_not_depend_on_how_many_there_are():
    vanishing_gradient._kept.clear()
    asked = arguments(20, g_steps=60, seeds=3)
    first = last_of(asked)
    again = last_of({**asked, "g_steps": 60})  # from the game kept
    alone = last_of(arguments(20, g_steps=60, seeds=1))
    for key in ("norms", "variances", "samples", "scores"):
        assert np.array_equal(first[key], again[key])
    assert alone["norms"][..., 0] == pytest.approx(first["norms"][..., 0], rel=1e-2)
    assert alone["samples"] == pytest.approx(first["samples"], abs=1e-3)


def test_a_longer_training_goes_on_from_a_shorter_one():
    vanishing_gradient._kept.clear()
    list(study("vanishing-gradient")(**arguments(2, g_steps=30, seeds=2)))
    after = last_of(arguments(2, g_steps=70, seeds=2))
    vanishing_gradient._kept.clear()
    assert np.array_equal(after["norms"], last_of(arguments(2, g_steps=70, seeds=2))["norms"])


def test_steps_looked_at_have_both_ends_and_eight_a_decade():
    places = sorted(steps_looked_at(4000))
    assert places[0] == 1
    assert places[-1] == 4000
    assert len([n for n in places if 100 <= n < 1000]) == 8
