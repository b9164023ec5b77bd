"""Unrolled discriminators: against torch's optimizers, finite differences, and by hand."""

from collections.abc import Iterator
from copy import deepcopy

import pytest
import torch

from ganlab_gui.core.models.optimizers import OPTIMIZERS, build
from ganlab_gui.core.models.unroll import UPDATES, unrolled
from ganlab_gui.experiment.io import with_values
from ganlab_gui.experiment.schema import Experiment, Optimizer
from ganlab_gui.lab.game import STREAMS
from ganlab_gui.lab.step import Outcome, d_update, g_gradient, train_step
from ganlab_gui.lab.trainer import Trainer


@pytest.fixture(autouse=True)
def float64() -> Iterator[None]:
    before = torch.get_default_dtype()
    torch.set_default_dtype(torch.float64)
    yield
    torch.set_default_dtype(before)


def uneven(weights):
    """A scalar of parameters of any shapes, curved and different in every coordinate."""
    flat = torch.cat([w.reshape(-1) for w in weights])
    place = torch.arange(1, len(flat) + 1, dtype=flat.dtype)
    return torch.sin(flat * place).sum() + (flat**4 / place).sum() + flat.prod()


def own_steps(optimizer, flat, steps, clip=0.0):
    for _ in range(steps):
        leaf = flat.clone().requires_grad_()
        (flat.grad,) = torch.autograd.grad(uneven([leaf]), leaf)
        optimizer.step()
        if clip:
            flat.clamp_(-clip, clip)


@pytest.mark.parametrize("warm", [0, 1, 5])
@pytest.mark.parametrize("clip", [0.0, 0.4])
@pytest.mark.parametrize("name", UPDATES)
def test_ten_steps_are_torchs_own(name, clip, warm):
    settings = Optimizer(name=name, lr=0.03, momentum=0.7, beta1=0.6, beta2=0.9)
    flat = torch.linspace(-0.8, 0.9, 6)
    optimizer = build(flat, settings)
    own_steps(optimizer, flat, warm)
    optimizer.param_groups[0]["lr"] = 0.02  # as a schedule leaves it
    kept, memory = flat.clone(), deepcopy(optimizer.state_dict())
    ahead = unrolled(
        [flat[:2].view(1, 2), flat[2:].view(2, 2)], uneven, optimizer, settings, 10, clip
    )
    assert [w.shape for w in ahead] == [(1, 2), (2, 2)]
    assert torch.equal(flat, kept)
    assert str(optimizer.state_dict()) == str(memory)
    own_steps(optimizer, flat, 10, clip)
    moved = torch.cat([w.detach().reshape(-1) for w in ahead])
    torch.testing.assert_close(moved, flat, rtol=1e-12, atol=1e-12)


def test_every_optimizer_can_be_unrolled():
    assert set(UPDATES) == set(OPTIMIZERS)


@pytest.mark.parametrize("name", UPDATES)
def test_no_steps_give_the_parameters_bit_for_bit(name):
    flat = torch.randn(6)
    settings = Optimizer(name=name)
    (same,) = unrolled([flat], uneven, build(flat, settings), settings, 0)
    assert torch.equal(same, flat)


# -- the generator's gradient ----------------------------------------------------------------------

TINY = {
    "data.name": "gaussian-2d",
    "noise.dim": 2,
    "generator.hidden": [4],
    "generator.activation": "tanh",
    "discriminator.hidden": [4],
    "discriminator.activation": "tanh",
    "training.batch": 6,
    "runs": 1,
    "generator_optimizer.lr": 0.02,
    "discriminator_optimizer.lr": 0.05,
}


def held(values, warm=3):
    """A game that has been played a little and draws the same numbers from now on."""
    experiment = with_values(Experiment(), TINY | values)
    game = Trainer(experiment, "cpu").game
    for _ in range(warm):
        train_step(game, experiment)
    for name in STREAMS:
        stream = getattr(game, name)
        drawn = stream.take(32).clone()
        stream.take = lambda n, drawn=drawn: drawn[:, :n]
    return game, experiment


def gradient_and_slopes(game, experiment, h=1e-6):
    """G's gradient at every parameter, and the same by central differences of its loss."""

    def loss():
        outcome = Outcome()
        found = g_gradient(game, experiment, outcome)
        return outcome.g_loss.sum(), torch.cat([g.reshape(-1) for g in found])

    flat, slopes = game.generator.flat, []
    _, gradient = loss()
    for i in range(len(flat)):
        ends = []
        for side in (h, -h):
            flat[i] += side
            ends.append(loss()[0])
            flat[i] -= side
        slopes.append((ends[0] - ends[1]) / (2 * h))
    return gradient, torch.stack(slopes)


CASES = {
    "sgd": {"discriminator_optimizer.name": "sgd"},
    "momentum": {"discriminator_optimizer.name": "momentum"},
    "rmsprop": {"discriminator_optimizer.name": "rmsprop", "discriminator_optimizer.beta2": 0.9},
    "adam": {"discriminator_optimizer.beta2": 0.9},
    "gradient penalty": {"penalty.name": "gradient", "penalty.weight": 0.5},
    "R2": {"penalty.name": "r2", "penalty.weight": 2.0},
    "critic": {"objective.name": "wasserstein", "penalty.name": "lipschitz",
               "penalty.target": 0.1, "training.d_steps": 1},
    "clip": {"objective.name": "wasserstein", "clip.c": 0.3, "training.d_steps": 1,
             "discriminator_optimizer.lr": 0.05, "discriminator_optimizer.name": "adam"},
    "f-GAN": {"objective.name": "f-gan", "objective.divergence": "jeffrey"},
    "energy": {"objective.name": "energy", "objective.pull_away": 0.3, "objective.margin": 9.0},
    "several generators": {"generator.count": 2},
    "pack": {"discriminator.pack": 2, "penalty.name": "gradient"},
    "conditional": {"data.name": "ring", "training.conditional": True},
    "batch norm": {"discriminator.norm": "batch", "generator.norm": "batch"},
    "spectral norm": {"discriminator.norm": "spectral"},
    "minibatch features": {"discriminator.minibatch_features": 2},
    "instance noise": {"training.instance_noise": 0.3},
    "label noise": {"training.label_noise": 0.5},
}  # fmt: skip


@pytest.mark.parametrize("steps", [1, 3])
@pytest.mark.parametrize("case", CASES)
def test_the_generators_gradient_flows_through_every_step(case, steps):
    game, experiment = held(CASES[case] | {"training.unroll": steps})
    gradient, slopes = gradient_and_slopes(game, experiment)
    assert slopes.abs().max() > 1e-4
    torch.testing.assert_close(gradient, slopes, rtol=1e-5, atol=1e-7)


def test_the_first_step_of_adam_is_differentiated_too():
    game, experiment = held({"training.unroll": 2, "discriminator_optimizer.lr": 0.01}, warm=0)
    gradient, slopes = gradient_and_slopes(game, experiment, h=1e-7)
    torch.testing.assert_close(gradient, slopes, rtol=1e-3, atol=1e-5)


def test_the_gradient_is_not_that_of_a_fixed_discriminator_ahead():
    """Without the flow through D's steps, G's gradient would be another."""
    game, experiment = held({"training.unroll": 3, "discriminator_optimizer.name": "sgd",
                             "discriminator_optimizer.lr": 0.5})  # fmt: skip
    full = torch.cat([g.reshape(-1) for g in g_gradient(game, experiment, Outcome())])
    for _ in range(3):
        d_update(game, experiment, Outcome())
    plain = with_values(experiment, {"training.unroll": 0})
    cut = torch.cat([g.reshape(-1) for g in g_gradient(game, plain, Outcome())])
    assert (full - cut).abs().max() > 1e-3


@pytest.mark.parametrize("steps", [1, 2, 5])
def test_dirac_by_hand(steps):
    """L_D = ψθ, so ψ_K = ψ − Kηθ, L_G = −ψ_K θ and dL_G/dθ = −ψ + 2Kηθ."""
    game, experiment = held({
        "data.name": "dirac", "data.theta": 0.7, "data.psi": -0.4, "noise.dim": 1, "runs": 1,
        "objective.name": "wasserstein", "clip.c": 0.0, "training.d_steps": 1,
        "training.unroll": steps, "discriminator_optimizer.name": "sgd",
        "discriminator_optimizer.lr": 0.1,
    }, warm=0)  # fmt: skip
    (gradient,) = g_gradient(game, experiment, Outcome())
    assert gradient.item() == pytest.approx(0.4 + 2 * steps * 0.1 * 0.7, abs=1e-14)


def test_looking_ahead_leaves_d_where_it_is():
    game, experiment = held({"training.unroll": 4})
    d, memory = game.discriminator.flat.clone(), deepcopy(game.d_optimizer.state_dict())
    g_gradient(game, experiment, Outcome())
    assert torch.equal(game.discriminator.flat, d)
    assert str(game.d_optimizer.state_dict()) == str(memory)


def test_a_step_without_unrolling_is_the_plain_one_bit_for_bit():
    (one, plain), (other, _) = held({}), held({})
    answered = other.discriminator.frozen()
    ahead = unrolled(
        other.discriminator.parameters, lambda w: w[0].sum(), other.d_optimizer,
        plain.discriminator_optimizer, 0,
    )  # fmt: skip
    assert all(torch.equal(a, b) for a, b in zip(ahead, answered, strict=True))
    train_step(one, plain)
    train_step(other, with_values(plain, {"training.unroll": 0}))
    assert torch.equal(one.generator.flat, other.generator.flat)
    assert torch.equal(one.discriminator.flat, other.discriminator.flat)
