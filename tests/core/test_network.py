"""Stacked networks against torch.nn.Sequential with the same weights, and their initial weights."""

import math

import pytest
import torch
from torch import nn

from ganlab_gui.core.models.network import (
    ACTIVATIONS,
    INITS,
    MAXOUT_PIECES,
    OUTPUTS,
    Network,
    Numbers,
)

CPU = torch.device("cpu")
RUNS = 3


class Maxout(nn.Module):
    """The largest of each unit's pieces, by a loop."""

    def forward(self, x):
        units = x.split(MAXOUT_PIECES, -1)
        return torch.stack([unit.max(-1).values for unit in units], -1)


MODULES = {
    "relu": nn.ReLU,
    "leaky-relu": lambda: nn.LeakyReLU(0.2),
    "elu": nn.ELU,
    "tanh": nn.Tanh,
    "sigmoid": nn.Sigmoid,
    "softplus": nn.Softplus,
    "maxout": Maxout,
    "linear": nn.Identity,
}


def generators(seeds=range(RUNS)):
    return [torch.Generator().manual_seed(s) for s in seeds]


def network(sizes, activation="relu", output="linear", init="default", seeds=range(RUNS)):
    net = Network(list(sizes), activation, output, len(seeds), CPU)
    net.initialise(init, activation, generators(seeds))
    return net


def sequential(net, activation, output, run):
    """Run ``run`` of a stacked network as torch's own layers."""
    layers = []
    pairs = list(zip(net.parameters[::2], net.parameters[1::2], strict=True))
    for number, (weight, bias) in enumerate(pairs):
        layer = nn.Linear(*weight.shape[1:])
        with torch.no_grad():
            layer.weight.copy_(weight[run].T)
            layer.bias.copy_(bias[run, 0])
        last = number == len(pairs) - 1
        layers += [layer, MODULES[output if last else activation]()]
    return nn.Sequential(*layers)


@pytest.mark.parametrize("hidden", [(), (7,), (8, 5, 6)])
@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_each_run_is_torchs_own_network(activation, hidden):
    net = network((2, *hidden, 3), activation)
    x = torch.randn(RUNS, 11, 2)
    out = net(x)
    assert out.shape == (RUNS, 11, 3)
    for r in range(RUNS):
        assert torch.allclose(out[r], sequential(net, activation, "linear", r)(x[r]), atol=1e-6)


@pytest.mark.parametrize("output", OUTPUTS)
def test_outputs(output):
    net = network((2, 6, 2), "tanh", output)
    x = 10 * torch.randn(RUNS, 9, 2)
    for r in range(RUNS):
        assert torch.allclose(net(x)[r], sequential(net, "tanh", output, r)(x[r]), atol=1e-6)


@pytest.mark.parametrize("activation", ["relu", "maxout", "tanh"])
def test_a_run_trains_as_if_alone(activation):
    """Gradients of the summed loss are each run's own, and those of torch's own layers."""
    net, x = network((2, 8, 1), activation), torch.randn(RUNS, 20, 2)
    stacked = torch.autograd.grad(net(x).square().mean((1, 2)).sum(), net.parameters)
    for r in range(RUNS):
        alone = sequential(net, activation, "linear", r)
        alone(x[r]).square().mean().backward()
        for got, want in zip(stacked, alone.parameters(), strict=True):
            assert torch.allclose(got[r].T.reshape(want.shape), want.grad, atol=1e-6)


def test_maxout_by_hand():
    x = torch.tensor([[[1.0, 5, 2, 3, 4, -9, -7, -6, -8, -5]]])
    assert ACTIVATIONS["maxout"](x).tolist() == [[[5, -5]]]
    net = network((2, 4, 1), "maxout")
    assert [tuple(p.shape[1:]) for p in net.parameters] == [(2, 20), (1, 20), (4, 1), (1, 1)]


def test_no_hidden_layer_is_one_linear_map():
    net = network((2, 1))
    x = torch.randn(RUNS, 5, 2)
    assert torch.allclose(net(x), x @ net.parameters[0] + net.parameters[1])


def test_parameters_are_views_of_one_flat_tensor():
    net = network((2, 4, 1))
    assert sum(p.numel() for p in net.parameters) == net.flat.numel()
    with torch.no_grad():
        net.flat.fill_(2.0)
    assert all((p == 2).all() for p in net.parameters)
    assert all(p.is_leaf and p.requires_grad for p in net.parameters)


def test_frozen_weights_follow_but_carry_no_gradient():
    net, x = network((2, 4, 1)), torch.randn(RUNS, 5, 2)
    frozen = net.frozen()
    assert not net(x, frozen).requires_grad
    with torch.no_grad():
        net.flat.mul_(2)
    assert torch.equal(net(x, frozen), net(x).detach())


def test_other_weights_can_be_put_in_and_in_double_precision():
    net = network((2, 4, 1), "tanh")
    x = torch.randn(RUNS, 5, 2, dtype=torch.float64)
    double = [p.detach().double() for p in net.parameters]
    out = net(x, double)
    assert out.dtype == torch.float64
    assert torch.allclose(out.float(), net(x.float()), atol=1e-6)


@pytest.mark.parametrize("activation", ["tanh", "softplus", "elu", "sigmoid"])
def test_gradients_in_the_weights_equal_finite_differences(activation):
    net = network((2, 4, 3, 1), activation, seeds=range(2))
    weights = [p.detach().double().requires_grad_() for p in net.parameters]
    x = torch.randn(2, 4, 2, dtype=torch.float64)
    assert torch.autograd.gradcheck(lambda *w: net(x, list(w)), weights)


def test_masks_silence_hidden_units():
    net, x = network((2, 3, 1)), torch.randn(RUNS, 5, 2)
    none = net(x, masks=[torch.zeros(RUNS, 5, 3)])
    assert torch.equal(none, net.parameters[2 + 1].expand(RUNS, 5, 1))
    assert torch.equal(net(x, masks=[torch.ones(RUNS, 5, 3)]), net(x))


@pytest.mark.parametrize("init", INITS)
def test_run_r_starts_from_its_own_generator_alone(init):
    many, alone = (
        network((2, 9, 1), init=init, seeds=[4, 5, 6]),
        network((2, 9, 1), init=init, seeds=[5]),
    )
    for p, q in zip(many.parameters, alone.parameters, strict=True):
        assert torch.equal(p[1], q[0])
    assert not torch.equal(many.parameters[0][0], many.parameters[0][2])


@pytest.mark.parametrize("init", sorted(set(INITS) - {"default"}))
def test_biases_start_at_zero_except_by_default(init):
    assert all((bias == 0).all() for bias in network((2, 9, 1), init=init).parameters[1::2])


def test_default_is_torchs_own_bound():
    """nn.Linear draws weights and biases uniformly on ±1/√fan_in."""
    net = network((50, 400, 1), seeds=[0])
    bound = 1 / math.sqrt(50)
    torchs = nn.Linear(50, 400)
    for mine, its in ((net.parameters[0], torchs.weight), (net.parameters[1], torchs.bias)):
        assert mine.abs().max() <= bound
        assert its.abs().max() <= bound
        assert mine.abs().max().item() == pytest.approx(bound, rel=0.03)
        assert mine.std().item() == pytest.approx(bound / math.sqrt(3), rel=0.1)


@pytest.mark.parametrize(
    ("init", "activation", "variance"),
    [
        ("xavier", "relu", 2 / (300 + 200)),
        ("he", "relu", 2 / 300),
        ("he", "leaky-relu", 2 / (1 + 0.2**2) / 300),
        ("he", "tanh", (5 / 3) ** 2 / 300),
        ("he", "sigmoid", 1 / 300),
        ("normal", "relu", 0.02**2),
    ],
)
def test_variances_of_the_initial_weights(init, activation, variance):
    weight = network((300, 200, 1), activation, init=init, seeds=[1]).parameters[0]
    assert weight.var().item() == pytest.approx(variance, rel=0.03)
    assert weight.mean().item() == pytest.approx(0, abs=4 * math.sqrt(variance / weight.numel()))


@pytest.mark.parametrize("shape", [(6, 6), (4, 9), (9, 4)])
@pytest.mark.parametrize(("activation", "gain"), [("tanh", 5 / 3), ("relu", math.sqrt(2))])
def test_orthogonal_weights_are_orthogonal_times_the_gain(shape, activation, gain):
    weights = network((*shape, 1), activation, init="orthogonal").parameters[0].detach()
    for weight in weights / gain:
        small = weight @ weight.T if shape[0] <= shape[1] else weight.T @ weight
        assert torch.allclose(small, torch.eye(min(shape)), atol=1e-5)


def test_he_keeps_the_size_of_the_signal_through_relu_layers():
    net = network((256, *[256] * 6, 256), init="he", seeds=[0])
    with torch.no_grad():
        out = net(torch.randn(1, 500, 256))
    # Six ReLU layers keep the second moment; the last, linear one doubles it.
    assert out.square().mean().item() == pytest.approx(2, rel=0.5)


def plainly(net, x):
    """The forward pass of a network without extras, operation by operation."""
    weights = net.parameters
    for layer in range(0, len(weights) - 2, 2):
        x = net.activation(torch.baddbmm(weights[layer + 1], x, weights[layer]))
    return net.output(torch.baddbmm(weights[-1], x, weights[-2]))


@pytest.mark.parametrize("activation", ACTIVATIONS)
@pytest.mark.parametrize("init", INITS)
def test_without_norm_and_features_nothing_is_added_or_drawn(activation, init):
    """Bit for bit: published and recorded numbers rest on it."""
    net = network((2, 8, 6, 1), activation, "tanh", init)
    x = torch.randn(RUNS, 9, 2)
    assert torch.equal(net(x, groups=3), plainly(net, x))
    gradients = torch.autograd.grad(net(x).sum(), net.parameters)
    expected = torch.autograd.grad(plainly(net, x).sum(), net.parameters)
    assert all(map(torch.equal, gradients, expected))
    for run, g in enumerate(generators()):
        for number, p in enumerate(net.parameters):
            if number % 2 and init != "default":
                continue
            fan_in = net.parameters[number - number % 2].shape[1]
            assert torch.equal(p[run], INITS[init](p.shape[1:], fan_in, activation, g))
    assert net.context(x) is None
    assert net.vectors.numel() == 0


def test_hidden_gives_the_activations_of_a_layer():
    net, x = network((2, 8, 6, 1), "tanh"), torch.randn(RUNS, 9, 2)
    w = net.parameters
    first = torch.tanh(x @ w[0] + w[1])
    second = torch.tanh(first @ w[2] + w[3])
    assert torch.allclose(net.hidden(x, layer=0), first, atol=1e-6)
    assert torch.allclose(net.hidden(x), second, atol=1e-6)
    assert torch.allclose(second @ w[4] + w[5], net(x), atol=1e-6)


def test_numbers_without_layers():
    numbers = Numbers(2, RUNS, CPU)
    assert [tuple(p.shape) for p in numbers.parameters] == [(RUNS, 1, 1)] * 2
    assert Numbers(0, RUNS, CPU).parameters == []
