"""Norms and minibatch discrimination.

By hand, against torch's own layers, by loops and by finite differences.
"""

import math

import pytest
import torch
from torch import nn
from torch.autograd import gradcheck, gradgradcheck
from torch.nn import functional as F

from ganlab_gui.core.models import norms
from ganlab_gui.core.models.network import Network

CPU = torch.device("cpu")
KINDS = ["none", "batch", "layer", "instance", "spectral"]
DRESSED = [(norm, 0) for norm in KINDS[1:]] + [(norm, 3) for norm in KINDS]


@pytest.fixture
def double():
    torch.set_default_dtype(torch.float64)
    yield
    torch.set_default_dtype(torch.float32)


def network(sizes, norm, features=0, activation="tanh", seeds=(0, 1, 2), init="default"):
    net = Network(list(sizes), activation, "linear", len(seeds), CPU, norm, features)
    net.initialise(init, activation, [torch.Generator().manual_seed(s) for s in seeds])
    return net


def scramble(net):
    """Weights that are nothing special: no bias is 0 and no gain is 1."""
    g = torch.Generator().manual_seed(7)
    with torch.no_grad():
        net.flat.add_(torch.randn(net.flat.shape, generator=g) / 3)
    net.renew(300)
    return net


def alone(net, run):
    """Run ``run`` as a network of its own."""
    one = network(net.sizes, net.norm, net.features, seeds=(0,))
    with torch.no_grad():
        for p, q in zip(one.parameters, net.parameters, strict=True):
            p.copy_(q[run : run + 1])
    one.renew(300)
    return one


def sample(net, n=12):
    generator = torch.Generator().manual_seed(11)
    return torch.randn(net.runs, n, net.sizes[0], generator=generator)


# -- by hand ---------------------------------------------------------------------------------------


def test_batch_norm_by_hand():
    x = torch.tensor([[[1.0], [3.0], [10.0], [10.0]]])
    variance, mean = norms.moments(x[:, :2])
    assert (variance.item(), mean.item()) == (1, 2)  # biased: ((1 − 2)² + (3 − 2)²) / 2
    one = 1 / math.sqrt(1 + norms.EPSILON)
    assert norms.over_batch(x, 2).flatten().tolist() == pytest.approx([-one, one, 0, 0])
    assert norms.standardise(x[:, :2], variance, mean).flatten().tolist() == pytest.approx(
        [-one, one]
    )
    lone = norms.over_batch(x[:, 2:], 2).flatten()
    assert lone.tolist() == pytest.approx([0, 0], abs=1e-3)  # 10 − 10, each times 1/√ε


def test_layer_norm_by_hand():
    x = torch.tensor([[[1.0, 3.0], [5.0, 5.0]]])
    one = 1 / math.sqrt(1 + norms.EPSILON)
    assert norms.over_units(x).flatten().tolist() == pytest.approx([-one, one, 0, 0])


def test_singular_value_by_hand():
    weight = torch.tensor([[[3.0, 0.0], [0.0, 4.0]]])
    u, v = norms.power_iteration(weight, norms.start(2, weight)[None], 60)
    assert u.abs().flatten().tolist() == pytest.approx([0, 1], abs=1e-6)
    assert norms.sigma(weight, u, v).item() == pytest.approx(4)
    assert norms.largest_singular_value(weight).item() == pytest.approx(4)


def test_minibatch_features_by_hand():
    """Two samples whose rows differ by ln 2 keep half a companion each; a third is far away."""
    m = torch.zeros(1, 3, 1, 5)
    m[0, 1, 0, 3] = math.log(2)
    m[0, 2] = 100
    assert norms.company(m).flatten().tolist() == pytest.approx([0.5, 0.5, 0])
    assert norms.company(m[:, :1]).item() == 0
    reference = m[:, :2]
    among = norms.company_among(m[:, :1], reference, companions=10)
    assert among.item() == pytest.approx(10 * (1 + 0.5) / 2)


def test_uneven_groups_are_refused():
    net = network((2, 4, 1), "batch")
    with pytest.raises(ValueError, match="5 samples do not split into 2 equal parts"):
        net(sample(net, 5), groups=2)
    with pytest.raises(ValueError, match="5 samples do not split into 2 equal parts"):
        norms.company(torch.zeros(1, 5, 1, 5), 2)


@pytest.mark.parametrize("groups", [1, 3])
def test_moments_of_each_group_norm_it(groups):
    """Torch's own batch norm, and the definition."""
    x = 3 + torch.randn(2, 12, 4, generator=torch.Generator().manual_seed(0))
    parts = [norms.standardise(part, *norms.moments(part)) for part in x.chunk(groups, 1)]
    assert torch.allclose(norms.over_batch(x, groups), torch.cat(parts, 1), atol=1e-5)


# -- against torch's own ---------------------------------------------------------------------------


def by_torch(net, run, x):
    """One run with torch's own norms, written out layer by layer."""
    for layer in range(net.depth):
        weight, bias = (p[run].detach() for p in net.parameters[2 * layer : 2 * layer + 2])
        x = x @ weight
        further = [p[run, 0].detach() for p in net.parameters[net._layers + layer :: net.depth]]
        if net.norm == "instance":
            x = F.instance_norm((x + bias)[:, None])[:, 0]
        elif net.norm == "layer":
            x = F.layer_norm(x + bias, x.shape[1:], *further[:2])
        else:
            own = nn.BatchNorm1d(x.shape[1])
            own.load_state_dict(own.state_dict() | {"weight": further[0], "bias": bias[0]})
            x = own.train()(x)
        x = torch.tanh(x)
    weight, bias = (p[run].detach() for p in net.parameters[2 * net.depth : 2 * net.depth + 2])
    return x @ weight + bias


@pytest.mark.parametrize("norm", ["batch", "layer", "instance"])
def test_networks_equal_torchs_own_norms(norm):
    net = scramble(network((2, 7, 6, 3), norm))
    x = sample(net)
    for run in range(3):
        assert torch.allclose(net(x)[run], by_torch(net, run, x[run]), atol=1e-5)


@pytest.mark.parametrize("norm", ["layer", "instance"])
def test_a_norm_over_units_leaves_the_length_of_the_input_to_be_seen(norm):
    """The bias comes before it: else the first layer would see the direction alone."""
    net = scramble(network((2, 7, 1), norm))
    near, far = (net(torch.tensor([[length, 0.0]]).expand(3, 1, 2)) for length in (1.0, 5.0))
    assert ((near - far).abs() > 1e-3).all()


def test_spectral_norm_is_torchs_own():
    net = scramble(network((4, 9, 1), "spectral"))
    layers = []
    for layer in range(2):
        own = nn.Linear(*net.parameters[2 * layer].shape[1:])
        with torch.no_grad():
            own.weight.copy_(net.parameters[2 * layer][1].T)
            own.bias.copy_(net.parameters[2 * layer + 1][1, 0])
        layers.append(nn.utils.parametrizations.spectral_norm(own, n_power_iterations=300))
    x = sample(net)
    want = layers[1](torch.tanh(layers[0](x[1])))
    assert torch.allclose(net(x)[1], want, atol=1e-5)


@pytest.mark.parametrize("init", ["default", "orthogonal", "normal"])
def test_singular_values_are_right_from_the_start(init):
    net = network((2, 40, 40, 1), "spectral", init=init)
    for w, (u, v) in zip(net.parameters[::2], net._vector_pairs(), strict=True):
        right = torch.linalg.matrix_norm(w.detach(), 2)
        assert torch.allclose(norms.sigma(w, u, v).flatten(), right, rtol=2e-3)


def test_singular_values_follow_the_weights():
    net, weight = network((2, 30, 30, 1), "spectral"), 2
    with torch.no_grad():
        net.flat.add_(torch.randn(net.flat.shape, generator=torch.Generator().manual_seed(0)))
    right = torch.linalg.matrix_norm(net.parameters[weight].detach(), 2)

    def error():
        u, v = net._vector_pairs()[1]
        return (norms.sigma(net.parameters[weight], u, v).flatten() / right - 1).abs().max()

    before = error()
    for _ in range(150):
        net.renew()
    assert error() < 5e-3 < before


def test_a_spectrally_normed_linear_network_is_1_lipschitz():
    net = Network([3, 16, 1], "relu", "linear", 2, CPU, "spectral")
    net.initialise("he", "relu", [torch.Generator().manual_seed(s) for s in range(2)])
    scramble(net)
    x, y = torch.randn(2, 2, 200, 3)
    slope = (net(x) - net(y)).abs().squeeze(-1) / (x - y).norm(dim=-1)
    assert slope.max() <= 1 + 1e-4
    line = scramble(network((3, 1), "spectral"))
    weight = line.parameters[0].detach()
    steepest = weight.transpose(1, 2) / weight.norm(dim=1, keepdim=True)
    rise = line(steepest) - line(torch.zeros_like(steepest))
    assert torch.allclose(rise, torch.ones_like(rise), atol=1e-5)


def test_vectors_exist_under_spectral_norm_alone():
    assert network((2, 4, 1), "batch").vectors.numel() == 0
    net = network((2, 4, 1), "spectral")
    assert net.vectors.shape == (3 * (2 + 4 + 4 + 1),)
    before = net.vectors
    net.renew()
    assert net.vectors is not before  # a graph may still hold the old ones


def test_a_run_that_is_lost_keeps_its_vectors():
    net = network((2, 4, 1), "spectral")
    before = [pair[0].clone() for pair in net._vector_pairs()]
    with torch.no_grad():
        net.parameters[0][1] = math.nan
    net.renew()
    assert torch.equal(net._vector_pairs()[0][0][1], before[0][1])
    assert net.vectors.isfinite().all()
    x = sample(net)
    out = net(x, context=net.context(x))
    assert out[[0, 2]].isfinite().all()
    assert out[1].isnan().all()


def test_weights_that_are_all_0_stay_0():
    net = Network([2, 3, 1], "relu", "linear", 1, CPU, "spectral")
    net.renew()
    x = sample(net)
    assert not net(x).any()
    assert not net(x, context=net.context(x)).any()


def test_minibatch_features_by_a_double_loop():
    net = scramble(network((2, 6, 1), "none", features=3))
    x = sample(net, 5)
    w0, b0, w1, b1, t = (p.detach() for p in net.parameters)
    for run in range(3):
        h = torch.tanh(x[run] @ w0[run] + b0[run])
        m = (h @ t[run]).view(5, 3, 5)
        near = torch.zeros(5, 3)
        for i in range(5):
            for j in range(5):
                if i != j:
                    near[i] += torch.exp(-(m[i] - m[j]).abs().sum(-1))
        want = torch.cat([h, near], 1) @ w1[run] + b1[run]
        assert torch.allclose(net(x)[run], want, atol=1e-5)


# -- what samples see of each other ----------------------------------------------------------------


@pytest.mark.parametrize(("norm", "features"), DRESSED)
def test_two_groups_are_two_passes(norm, features):
    net = scramble(network((2, 6, 5, 1), norm, features))
    real, fake = sample(net), 3 + sample(net) ** 2
    together = net(torch.cat([real, fake], 1), groups=2)
    assert torch.allclose(together, torch.cat([net(real), net(fake)], 1), atol=1e-6)
    sees = norm == "batch" or features > 0
    mixed = net(torch.cat([real, fake], 1))
    assert torch.allclose(mixed, together, atol=1e-5) is not sees


@pytest.mark.parametrize(("norm", "features"), DRESSED)
def test_a_run_is_as_if_alone(norm, features):
    net = scramble(network((2, 6, 5, 1), norm, features))
    x = sample(net)
    stacked = torch.autograd.grad(net(x).square().mean((1, 2)).sum(), net.parameters)
    for run in range(3):
        one = alone(net, run)
        assert torch.allclose(one(x[run : run + 1]), net(x)[run : run + 1], atol=1e-5)
        own = torch.autograd.grad(one(x[run : run + 1]).square().mean(), one.parameters)
        for got, want in zip(stacked, own, strict=True):
            assert torch.allclose(got[run], want[0], atol=1e-5)


@pytest.mark.parametrize(("norm", "features"), DRESSED)
def test_permuting_samples_permutes_answers(norm, features):
    net = scramble(network((2, 6, 5, 1), norm, features))
    x, order = sample(net), torch.randperm(12, generator=torch.Generator().manual_seed(0))
    assert torch.allclose(net(x[:, order]), net(x)[:, order], atol=1e-5)


@pytest.mark.parametrize(("norm", "features"), DRESSED)
def test_with_a_context_points_do_not_see_each_other(norm, features):
    net = scramble(network((2, 6, 5, 1), norm, features))
    reference, x = sample(net, 64), 2 * sample(net)
    context = net.context(reference)
    together = net(x, context=context)
    single = torch.cat([net(point, context=context) for point in x.split(1, 1)], 1)
    assert torch.allclose(together, single, atol=1e-5)
    assert (context is None) == (norm in ("none", "layer", "instance") and not features)


@pytest.mark.parametrize(("norm", "features"), DRESSED)
def test_a_context_gives_its_own_samples_what_training_gives_them(norm, features):
    """With features each meets one more: its own copy in the reference."""
    net = scramble(network((2, 6, 5, 1), norm, features))
    x = sample(net)
    context = net.context(x)
    if not features:
        assert torch.allclose(net(x, context=context), net(x), atol=1e-5)
        return
    assert context is not None
    assert context.companions == 11
    h = net.hidden(x, context=context)
    m = norms.rows(h, net.parameters[-1])
    own = norms.company_among(m, context.reference, 12) - 1
    assert torch.allclose(own, norms.company(m), atol=1e-5)


def test_companions_are_those_of_a_minibatch():
    net = network((2, 6, 1), "none", features=2)
    assert net.context(sample(net, 40)).companions == 39
    assert net.context(sample(net, 40), groups=2).companions == 19
    assert net.context(sample(net, 40), companions=7).companions == 7
    context = net.context(sample(net, 1000))
    assert context.companions == 999
    assert context.reference.shape == (3, 250, 2, 5)


def test_a_context_suits_chosen_runs_and_other_weights():
    net = scramble(network((2, 6, 1), "spectral"))
    x = sample(net)
    weights = [w[[2, 0]] for w in net.frozen()]
    context = net.context(x[[2, 0]], weights)
    chosen = net(x[[2, 0]], weights, context=context)
    assert torch.allclose(chosen, net(x)[[2, 0]], atol=1e-5)
    assert torch.allclose(net(x[[2, 0]], weights), chosen, atol=1e-5)
    assert not chosen.requires_grad


# -- starts and shapes -----------------------------------------------------------------------------


@pytest.mark.parametrize("norm", KINDS)
@pytest.mark.parametrize("init", ["default", "he"])
def test_a_norm_changes_no_weight_that_is_drawn(norm, init):
    """Except by default, where biases behind batch norm are not drawn but 0."""
    plain, net = network((2, 6, 5, 1), "none", init=init), network((2, 6, 5, 1), norm, init=init)
    assert torch.equal(plain.parameters[0], net.parameters[0])
    shifted = norm == "batch"
    for bias in net.parameters[1:5:2]:
        assert bool((bias == 0).all()) is (shifted or init == "he")
    if init == "he" or not shifted:
        for p, q in zip(plain.parameters, net.parameters, strict=False):
            assert torch.equal(p, q)
    gains, shifts = net.parameters[6:8], net.parameters[8:]
    assert len(gains) == (2 if norm in norms.GAINED else 0)
    assert all((gain == 1).all() for gain in gains)
    assert len(shifts) == (2 if norm == "layer" else 0)
    assert all((shift == 0).all() for shift in shifts)


def test_shapes_of_everything_at_once():
    net = Network([2, 4, 3, 1], "maxout", "linear", 2, CPU, "batch", 6)
    assert net.shapes == [
        (2, 20), (1, 20), (4, 15), (1, 15), (3 + 6, 1), (1, 1), (1, 20), (1, 15), (3, 30),
    ]  # fmt: skip
    assert net.flat.numel() == 2 * sum(i * o for i, o in net.shapes)
    net.initialise("xavier", "maxout", [torch.Generator().manual_seed(s) for s in range(2)])
    assert net(torch.randn(2, 8, 2)).shape == (2, 8, 1)


@pytest.mark.parametrize(("norm", "features"), DRESSED)
def test_no_hidden_layer(norm, features):
    net = network((2, 3), norm, features)
    x = sample(net)
    assert net(x, context=net.context(x)).shape == (3, 12, 3)


@pytest.mark.parametrize(("norm", "features"), DRESSED)
def test_meta_networks_have_shapes_only(norm, features):
    meta = torch.device("meta")
    net, real = Network([2, 4, 1], "relu", "linear", 3, meta, norm, features), None
    real = Network([2, 4, 1], "relu", "linear", 3, CPU, norm, features)
    assert net.flat.is_meta
    assert (net.flat.shape, net.vectors.shape) == (real.flat.shape, real.vectors.shape)


def test_masks_come_behind_the_norm():
    net = network((2, 4, 1), "batch")
    x, mask = sample(net), torch.zeros(3, 12, 4)
    assert torch.equal(net(x, masks=[mask]), net.parameters[3].expand(3, 12, 1))


# -- gradients -------------------------------------------------------------------------------------


@pytest.mark.usefixtures("double")
@pytest.mark.parametrize("groups", [1, 2])
@pytest.mark.parametrize(("norm", "features"), DRESSED)
def test_gradients_equal_finite_differences(norm, features, groups):
    net = scramble(network((2, 4, 3, 1), norm, min(features, 2), seeds=(0, 1)))
    weights = [p.detach().requires_grad_() for p in net.parameters]
    x = sample(net, 4).requires_grad_()
    assert x.dtype == net.flat.dtype == torch.float64
    assert gradcheck(lambda x, *w: net(x, list(w), groups=groups), (x, *weights))


@pytest.mark.usefixtures("double")
@pytest.mark.parametrize(("norm", "features"), DRESSED)
def test_second_gradients_equal_finite_differences(norm, features):
    """Gradient penalties and unrolling differentiate through the gradient."""
    net = scramble(network((1, 3, 1), norm, min(features, 1), seeds=(0,)))
    weights = [p.detach().requires_grad_() for p in net.parameters]
    x = sample(net, 3).requires_grad_()
    assert gradgradcheck(lambda x, *w: net(x, list(w)), (x, *weights))


@pytest.mark.usefixtures("double")
def test_the_gradient_of_a_normed_weight_holds_its_vectors_constant():
    """∂/∂W of ⟨A, W/σ⟩ is (A − ⟨A, W/σ⟩ u vᵀ) / σ (Miyato et al. 2018, equation 12)."""
    w = torch.randn(1, 3, 4, generator=torch.Generator().manual_seed(2)).requires_grad_()
    a = torch.randn(1, 3, 4, generator=torch.Generator().manual_seed(3))
    u, v = norms.power_iteration(w.detach(), norms.start(3, w)[None], 500)
    sigma = norms.sigma(w, u, v)
    inner = (a * w / sigma).sum()
    (gradient,) = torch.autograd.grad(inner, w)
    want = (a - inner * u[:, :, None] * v[:, None]) / sigma
    assert torch.allclose(gradient, want)
