"""Players: what settings make of networks, who makes which sample, and what D is shown."""

import cmath
import math

import pytest
import torch
from torch import nn

from ganlab_gui.core.models import optimizers
from ganlab_gui.core.models.network import Network
from ganlab_gui.core.models.players import (
    Discriminator,
    Generator,
    Point,
    Slope,
    build_players,
    initialise,
)
from ganlab_gui.core.streams import generator
from ganlab_gui.experiment.schema import Experiment, Optimizer

CPU = torch.device("cpu")
SCALING = (torch.tensor([1.0, -2.0]), torch.tensor([2.0, 4.0]))
SETTINGS = {
    "plain": {},
    "wide": {"generator": {"norm": "batch"}, "discriminator": {"hidden": [7, 3, 3, 9]}},
    "mad": {"generator": {"count": 3, "norm": "batch"}},
    "packed": {"discriminator": {"pack": 2, "norm": "spectral", "minibatch_features": 2}},
    "batch": {"discriminator": {"norm": "batch"}},
    "energy": {"objective": {"name": "energy"}, "discriminator": {"hidden": [8, 3, 8]}},
}


def experiment(runs=2, seed=0, **settings):
    return Experiment.model_validate({"runs": runs, "seed": seed, **settings})


def players(runs=2, seed=0, classes=0, scaling=None, dim=2, **settings):
    e = experiment(runs, seed, **settings)
    built = build_players(e, dim, classes, scaling, CPU)
    initialise(e, built, [generator(s, "init") for s in e.seeds])
    return built


def noise(runs, n, classes=0, width=2, seed=3):
    g = torch.Generator().manual_seed(seed)
    z = torch.randn(runs, n, width, generator=g)
    if not classes:
        return z
    labels = torch.randint(classes, (runs, n), generator=g)
    return torch.cat([z, nn.functional.one_hot(labels, classes).to(z)], -1)


def conditional(samples, classes):
    return torch.cat([samples, noise(*samples.shape[:2], classes)[..., 2:]], -1)


# -- plain players ---------------------------------------------------------------------------------


def test_plain_players_are_plain_networks_bit_for_bit():
    g, d = players(runs=3, seed=5)
    draws = [generator(s, "init") for s in (5, 6, 7)]
    by_hand = Network([2, 32, 32, 2], "relu", "linear", 3, CPU)
    by_hand.initialise("default", "relu", draws)
    judge = Network([2, 32, 32, 1], "relu", "linear", 3, CPU)
    judge.initialise("default", "relu", draws)
    assert torch.equal(g.flat, by_hand.flat)
    assert torch.equal(d.flat, judge.flat)
    z = noise(3, 10)
    assert torch.equal(g(z), by_hand(z))
    assert torch.equal(d(z), judge(z).squeeze(-1))
    masks = [torch.rand(3, 10, 32), torch.rand(3, 10, 32)]
    assert torch.equal(d(z, masks=masks), judge(z, masks=masks).squeeze(-1))
    assert d.vectors.numel() == g.vectors.numel() == 0


@pytest.mark.parametrize("classes", [0, 3])
@pytest.mark.parametrize("scaling", [None, SCALING])
@pytest.mark.parametrize("name", SETTINGS)
def test_a_run_is_as_if_alone(name, scaling, classes):
    many = players(3, 4, classes, scaling, **SETTINGS[name])
    alone = players(1, 5, classes, scaling, **SETTINGS[name])
    z = noise(3, 12, classes)
    x = conditional(noise(3, 12, seed=8), classes) if classes else noise(3, 12, seed=8)

    def played(both, z, x):
        g, d = both
        scores = d(torch.cat([x, g(z)], 1), groups=2)
        loss = scores.square().flatten(1).mean(1).sum()
        return scores, torch.autograd.grad(loss, [*g.parameters, *d.parameters])

    scores, gradients = played(many, z, x)
    own, expected = played(alone, z[1:2], x[1:2])
    assert torch.allclose(scores[1:2], own, atol=1e-4)
    for got, want in zip(gradients, expected, strict=True):
        assert torch.allclose(got[1], want[0], atol=1e-4, rtol=1e-3)


@pytest.mark.parametrize("classes", [0, 3])
@pytest.mark.parametrize("name", SETTINGS)
def test_meta_players_have_the_same_shapes(name, classes):
    e = experiment(**SETTINGS[name])
    real = build_players(e, 2, classes, None, CPU)
    meta = build_players(e, 2, classes, None, torch.device("meta"))
    for a, b in zip(real, meta, strict=True):
        assert b.flat.is_meta
        assert (a.flat.shape, a.vectors.shape, a.shapes) == (
            b.flat.shape,
            b.vectors.shape,
            b.shapes,
        )
        assert [tuple(p.shape[1:]) for p in b.parameters] == [tuple(s) for s in b.shapes]
        assert a.flat.numel() == sum(p.numel() for p in a.parameters)


def test_players_in_double_precision():
    torch.set_default_dtype(torch.float64)
    try:
        for settings in SETTINGS.values():
            g, d = players(**settings)
            assert d(g(noise(2, 12))).dtype == g.flat.dtype == torch.float64
    finally:
        torch.set_default_dtype(torch.float32)


def test_frozen_parameters_follow_without_gradient():
    for settings in SETTINGS.values():
        g, d = players(**settings)
        z = noise(2, 12)
        fake = g(z, g.frozen())
        assert not fake.requires_grad
        assert torch.allclose(fake, g(z), atol=1e-6)
        assert not d(fake, d.frozen()).requires_grad
        with torch.no_grad():
            g.flat.zero_()
        assert not any(p.any() for p in (*g.parameters, *g.frozen()))


# -- scaling and classes ---------------------------------------------------------------------------


def test_scaling_stretches_samples_and_shrinks_what_d_sees():
    g, d = players(scaling=SCALING)
    plain_g, plain_d = players()
    z, (centre, half) = noise(2, 9), SCALING
    assert torch.allclose(g(z), centre + half * plain_g(z))
    assert torch.allclose(d(g(z)), plain_d(plain_g(z)), atol=1e-5)


def test_tanh_and_scaling_reach_just_the_box():
    g, _ = players(scaling=SCALING, generator={"output": "tanh", "init": "he"})
    x = g(1000 * noise(2, 500))
    low, high = SCALING[0] - SCALING[1], SCALING[0] + SCALING[1]
    assert ((x >= low) & (x <= high)).all()
    assert torch.allclose(x.amax((0, 1)), high, atol=1e-3)


@pytest.mark.parametrize("scaling", [None, SCALING])
@pytest.mark.parametrize("count", [1, 3])
def test_samples_carry_their_class_along(count, scaling):
    g, d = players(classes=4, scaling=scaling, generator={"count": count})
    z = noise(2, 10, 4)
    x = g(z)
    assert x.shape == (2, 10, 6)
    assert torch.equal(x[..., 2:], z[..., 2:])
    other = z.clone()
    other[..., 2:] = z[..., 2:].roll(1, -1)
    assert not torch.allclose(g(other)[..., :2], x[..., :2])
    told = torch.cat([x[..., :2], other[..., 2:]], -1)
    assert not torch.allclose(d(told), d(x))
    assert d.net.sizes[0] == 6


# -- several generators ----------------------------------------------------------------------------


@pytest.mark.parametrize("n", [1, 2, 3, 7, 9])
def test_generators_take_turns(n):
    g, d = players(runs=2, generator={"count": 3, "hidden": [5]})
    z = noise(2, n)
    x = g(z)
    assert x.shape == (2, n, 2)
    assert [tuple(p.shape) for p in g.parameters][:2] == [(2, 3, 2, 5), (2, 3, 1, 5)]
    for run in range(2):
        for j in range(n):
            w0, b0, w1, b1 = (p[run, j % 3] for p in g.parameters)
            want = torch.relu(z[run, j : j + 1] @ w0 + b0) @ w1 + b1
            assert torch.allclose(x[run, j : j + 1], want, atol=1e-6)
    assert d(x).shape == (2, n, 4)


def test_generators_of_a_run_are_drawn_one_after_the_other():
    g, d = players(runs=2, seed=3, generator={"count": 2, "hidden": [5]})
    draw = generator(4, "init")
    for network in range(2):
        one = Network([2, 5, 2], "relu", "linear", 1, CPU)
        one.initialise("default", "relu", [draw])
        for p, q in zip(g.parameters, one.parameters, strict=True):
            assert torch.equal(p[1, network], q[0])
    judge = Network([2, 32, 32, 3], "relu", "linear", 1, CPU)
    judge.initialise("default", "relu", [draw])
    assert all(torch.equal(p[1], q[0]) for p, q in zip(d.parameters, judge.parameters, strict=True))


def test_runs_are_picked_by_the_first_axis_alike_for_all():
    g, _ = players(runs=3, generator={"count": 2})
    z = noise(3, 8)
    chosen = g(z[[2, 0]], [w[[2, 0]] for w in g.frozen()])
    assert torch.allclose(chosen, g(z)[[2, 0]], atol=1e-6)


def test_each_generator_is_normed_over_its_own_samples():
    g, _ = players(runs=1, generator={"count": 2, "norm": "batch"})
    z = noise(1, 8)
    other = z.clone()
    other[:, 1] += 5
    assert torch.allclose(g(other)[:, ::2], g(z)[:, ::2], atol=1e-5)
    assert not torch.allclose(g(other)[:, 1::2], g(z)[:, 1::2], atol=1e-2)


@pytest.mark.parametrize("count", [1, 3])
def test_a_context_of_noise_lets_points_be_generated_alone(count):
    g, _ = players(generator={"count": count, "norm": "batch"})
    z, context = noise(2, 6), g.context(noise(2, 300, seed=9))
    together = g(z, context=context)
    one = g(z[:, :1], context=context)
    assert torch.allclose(together[:, :1], one, atol=1e-5)
    assert not torch.allclose(g(z), together)


# -- packing ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("classes", [0, 2])
def test_packs_are_consecutive_samples(classes):
    _, d = players(classes=classes, discriminator={"pack": 3})
    x = conditional(noise(2, 8), 2) if classes else noise(2, 8)
    scores = d(x)
    assert scores.shape == (2, 2)
    for pack in range(2):
        row = x[:, 3 * pack : 3 * pack + 3].reshape(2, 1, -1)
        assert torch.allclose(scores[:, pack : pack + 1], d.net(row).squeeze(-1), atol=1e-6)


def test_packs_never_mix_two_groups():
    _, d = players(discriminator={"pack": 3, "norm": "batch"})
    real, fake = noise(2, 8), 4 + noise(2, 8)
    together = d(torch.cat([real, fake], 1), groups=2)
    assert together.shape == (2, 4)
    assert torch.allclose(together, torch.cat([d(real), d(fake)], 1), atol=1e-5)


def test_a_packed_d_is_asked_about_points_beside_companions():
    _, d = players(discriminator={"pack": 3})
    points, companions = noise(2, 5), noise(2, 6, seed=4)
    got = d.at(points, companions)
    assert got.shape == (2, 5)
    order = [(0, 1), (2, 3), (4, 5), (0, 1)]
    for p in range(5):
        raw = [d(torch.stack([points[:, p], *companions[:, pair].unbind(1)], 1)) for pair in order]
        assert torch.allclose(got[:, p], torch.stack(raw).mean(0)[:, 0], atol=1e-6)
    with pytest.raises(ValueError, match="needs 2 companions"):
        d.at(points)


@pytest.mark.parametrize("name", ["packed", "batch", "plain", "energy", "mad"])
def test_d_judges_points_whatever_stands_beside_them(name):
    _, d = players(**SETTINGS[name])
    reference, points = noise(2, 40, seed=1), 2 * noise(2, 7)
    context = d.context(reference, groups=2)
    got = d.at(points, reference, context=context)
    single = torch.cat([d.at(p, reference, context=context) for p in points.split(1, 1)], 1)
    assert got.shape == ((2, 7, 4) if name == "mad" else (2, 7))
    assert torch.allclose(got, single, atol=1e-5)
    if name == "packed":
        assert context.companions == 40 // 2 // 2 - 1


# -- energies --------------------------------------------------------------------------------------


@pytest.mark.parametrize("classes", [0, 3])
def test_energy_is_the_squared_error_of_reconstruction(classes):
    settings = SETTINGS["energy"]
    _, d = players(classes=classes, scaling=SCALING, **settings)
    x = conditional(noise(2, 6), 3) if classes else noise(2, 6)
    seen = torch.cat([(x[..., :2] - SCALING[0]) / SCALING[1], x[..., 2:]], -1)
    energy = ((d.net(seen) - seen[..., :2]) ** 2).sum(-1)
    assert torch.allclose(d(x), energy)
    assert energy.shape == (2, 6)
    assert d.net.sizes == [2 + classes, 8, 3, 8, 2]


def test_energy_by_hand():
    """An auto-encoder that always answers (1, 2)."""
    d = Discriminator(Network([2, 2], "relu", "linear", 1, CPU), "energy", 2)
    with torch.no_grad():
        d.parameters[1].copy_(torch.tensor([[[1.0, 2.0]]]))
    x = torch.tensor([[[1.0, 2.0], [0.0, 0.0], [4.0, 6.0]]])
    assert d(x).tolist() == [[0, 5, 25]]
    assert torch.equal(d.code(x), x)


def test_the_code_is_the_narrowest_hidden_layer():
    _, d = players(discriminator={"hidden": [7, 3, 3, 9]})
    x = noise(2, 6)
    w = d.parameters
    first = torch.relu(x @ w[0] + w[1])
    assert torch.allclose(d.code(x), torch.relu(first @ w[2] + w[3]), atol=1e-6)
    assert not d.code(x, d.frozen()).requires_grad


# -- no network at all -----------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["sgd", "momentum", "rmsprop", "adam"])
def test_without_d_samples_pass_as_they_are_and_optimizers_run_empty(name):
    _, d = players(objective={"name": "moment-matching"}, scaling=SCALING)
    x = noise(2, 5)
    assert d(x) is x
    assert d.at(x) is x
    assert d.context(x) is None
    assert d.frozen() == d.parameters == d.shapes == []
    d.renew()
    optimizer = optimizers.build(d.flat, Optimizer(name=name))
    d.flat.grad = torch.zeros_like(d.flat)
    optimizers.update(optimizer)
    assert d.flat.numel() == 0


def test_dirac_players_are_one_number_each():
    g, d = players(runs=2, dim=1, data={"name": "dirac", "theta": 0.5, "psi": -2.0})
    assert isinstance(g, Point)
    assert isinstance(d, Slope)
    x = g(noise(2, 4))
    assert x.shape == (2, 4, 1)
    assert (x[0] == 0.5).all()
    points = torch.tensor([[[3.0], [-1.0]], [[1.0], [2.0]]])
    assert d(points)[0].tolist() == [-6, 2]
    assert torch.equal(d.at(points), d(points))
    (slope,) = torch.autograd.grad(d(x).mean(1).sum(), d.parameters)
    assert torch.allclose(slope.flatten(), g.flat)
    (pull,) = torch.autograd.grad(d(g(noise(2, 4))).mean(1).sum(), g.parameters)
    assert torch.allclose(pull.flatten(), d.flat)
    assert g.shapes == d.shapes == [(1, 1)]
    assert g.context(x) is d.context(x) is None


def test_dirac_runs_start_turned_by_golden_angles():
    g, d = players(runs=3, seed=0, dim=1, data={"name": "dirac", "theta": 1.0, "psi": 0.0})
    angle = 2 * math.pi * (1 - 2 / (1 + math.sqrt(5)))
    for run in range(3):
        start = cmath.rect(1, run * angle)
        assert g.flat[run].item() == pytest.approx(start.real, abs=1e-6)
        assert d.flat[run].item() == pytest.approx(start.imag, abs=1e-6)
    later = players(runs=1, seed=2, dim=1, data={"name": "dirac", "theta": 1.0, "psi": 0.0})
    assert torch.equal(later[0].flat, g.flat[2:])


# -- gradients -------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SETTINGS)
def test_gradients_through_both_players_equal_finite_differences(name):
    torch.set_default_dtype(torch.float64)
    try:
        small = {k: dict(v) for k, v in SETTINGS[name].items()}
        for player, hidden in (("generator", [3]), ("discriminator", [4, 3])):
            small[player] = {**small.get(player, {}), "hidden": hidden, "activation": "tanh"}
        scaling = tuple(part.double() for part in SCALING)
        g, d = players(classes=2, scaling=scaling, **small)
        z = noise(2, 6, 2)
        count = len(g.parameters)

        def scores(*weights):
            return d(g(z, list(weights[:count])), list(weights[count:]))

        weights = [w.requires_grad_() for w in (*g.frozen(), *d.frozen())]
        assert torch.autograd.gradcheck(scores, weights)
    finally:
        torch.set_default_dtype(torch.float32)


def test_generator_and_discriminator_can_be_built_around_any_network():
    g = Generator(Network([3, 2], "relu", "linear", 4, CPU), count=2)
    assert g.runs == 2
    assert g(torch.randn(2, 5, 3)).shape == (2, 5, 2)
