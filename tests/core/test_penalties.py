"""Gradient penalties: linear critics by hand, per sample, and their gradients in the weights."""

import pytest
import torch

from ganlab_gui.core.models.network import Network
from ganlab_gui.core.models.penalties import PENALTIES, input_gradient_norms

CPU = torch.device("cpu")


def linear(*slope):
    """A critic ⟨w, x⟩ for x (R, B, dim)."""
    return lambda x: (x * torch.tensor(slope, dtype=x.dtype)).sum(-1, keepdim=True)


def points(runs=2, batch=5, dim=2):
    g = torch.Generator().manual_seed(3)
    return [torch.randn(runs, batch, n, generator=g) for n in (dim, dim)] + [
        torch.rand(runs, batch, 1, generator=g)
    ]


@pytest.mark.parametrize(
    ("slope", "gradient", "lipschitz", "zero_centred"),
    [
        ((0.6, 0.8), 0, 0, 0.5),
        ((0.0, 2.0), 1, 1, 2),
        ((3.0, 4.0), 16, 16, 12.5),
        ((0.0, 0.5), 0.25, 0, 0.125),
        ((0.0, 0.0), 1, 0, 0),
    ],
)
def test_linear_critics_by_hand(slope, gradient, lipschitz, zero_centred):
    real, fake, epsilon = points()
    score = linear(*slope)
    want = {
        "gradient": gradient,
        "lipschitz": lipschitz,
        "r1": zero_centred,
        "r2": zero_centred,
    }
    for name, penalty in PENALTIES.items():
        assert penalty(score, real, fake, epsilon).tolist() == pytest.approx(
            [want[name]] * 2, abs=1e-6
        )


def test_the_target_slope_by_hand():
    real, fake, epsilon = points()
    score = linear(0.0, 2.0)
    for target, two_sided, one_sided in ((0.0, 4, 4), (0.5, 2.25, 2.25), (2.0, 0, 0), (3.0, 1, 0)):
        for name, want in (("gradient", two_sided), ("lipschitz", one_sided)):
            penalty = PENALTIES[name](score, real, fake, epsilon, target)
            assert penalty.tolist() == pytest.approx([want] * 2, abs=1e-6)
        for name in ("r1", "r2"):
            assert PENALTIES[name](score, real, fake, epsilon, target).tolist() == [2, 2]


def test_the_one_sided_penalty_takes_each_sample_by_itself():
    """Slopes 0 and 3 of x²/2: the gentle one neither costs nor makes up for the steep one."""
    real = torch.tensor([[[0.0], [3.0]]])
    fake, epsilon = torch.zeros_like(real), torch.ones_like(real)
    penalty = PENALTIES["lipschitz"](lambda x: x.square() / 2, real, fake, epsilon, 1.0)
    assert penalty.item() == pytest.approx((0 + 4) / 2)


@pytest.mark.parametrize("name", PENALTIES)
def test_columns_behind_the_first_dim_have_no_slope(name):
    """A class is no place: the steep slope along its columns does not count."""
    real, fake, epsilon = points(dim=5)
    place = linear(0.0, 2.0)
    want = PENALTIES[name](place, real[..., :2], fake[..., :2], epsilon)
    found = PENALTIES[name](linear(0.0, 2.0, 7.0, -9.0, 5.0), real, fake, epsilon, dim=2)
    assert torch.allclose(found, want)
    assert not torch.allclose(PENALTIES[name](linear(0, 2, 7, -9, 5), real, fake, epsilon), want)


@pytest.mark.parametrize("name", PENALTIES)
def test_packed_samples_each_have_their_own_slope(name):
    """Two at once, D = 2 x₁ + 3 y₂: slopes 2 and 3, and one score for both."""
    real, fake, epsilon = points(runs=2, batch=6)

    def score(x):
        both = x.reshape(2, 3, 4)
        return 2 * both[..., 0] + 3 * both[..., 3]

    want = {"gradient": (1 + 4) / 2, "lipschitz": (1 + 4) / 2, "r1": 13 / 4, "r2": 13 / 4}
    found = PENALTIES[name](score, real, fake, epsilon)
    assert found.tolist() == pytest.approx([want[name]] * 2)


@pytest.mark.parametrize("name", PENALTIES)
def test_a_turn_of_the_plane_and_another_order_change_nothing(name):
    real, fake, epsilon = (t.double() for t in points())
    angle = torch.tensor(0.7, dtype=torch.float64)
    turn = torch.stack([angle.cos(), -angle.sin(), angle.sin(), angle.cos()]).view(2, 2)

    def score(x):
        return torch.sin(2 * x[..., 0]) + x[..., 1].pow(3)

    still = PENALTIES[name](score, real, fake, epsilon)
    turned = PENALTIES[name](lambda x: score(x @ turn), real @ turn.T, fake @ turn.T, epsilon)
    assert torch.allclose(turned, still)
    order = [4, 2, 0, 1, 3]
    shuffled = PENALTIES[name](score, real[:, order], fake[:, order], epsilon[:, order])
    assert torch.allclose(shuffled, still)


def test_slopes_are_taken_per_sample():
    """f(x) = x²/2 has slope |x|: 0 and 2, each off by 1; a norm over the batch would say 2."""
    real = torch.tensor([[[0.0], [2.0]]])
    fake, epsilon = torch.zeros_like(real), torch.ones_like(real)

    def score(x):
        return x.square() / 2

    assert input_gradient_norms(score, real).tolist() == [[pytest.approx(0, abs=1e-6), 2]]
    assert PENALTIES["gradient"](score, real, fake, epsilon).item() == pytest.approx(1)
    assert PENALTIES["r1"](score, real, fake, epsilon).item() == pytest.approx((0 + 4) / 2 / 2)
    assert PENALTIES["r2"](score, real, fake, epsilon).item() == pytest.approx(0)


def test_the_mixture_lies_between_with_one_epsilon_a_sample():
    """f(x) = x²/2 again: the slope tells where x̂ was."""
    real, fake = torch.tensor([[[4.0], [4.0]]]), torch.tensor([[[2.0], [2.0]]])
    epsilon = torch.tensor([[[0.25], [1.0]]])
    # x̂ = 2.5 and 4: slopes off by 1.5 and 3.
    penalty = PENALTIES["gradient"](lambda x: x.square() / 2, real, fake, epsilon)
    assert penalty.item() == pytest.approx((1.5**2 + 3**2) / 2)


def test_runs_are_penalised_apart():
    real, fake, epsilon = points(runs=3)
    weights = torch.tensor([1.0, 2.0, 3.0]).view(3, 1, 1)
    for name, want in (("gradient", [0, 1, 4]), ("r1", [0.5, 2, 4.5])):
        penalty = PENALTIES[name](lambda x: x[..., :1] * weights, real, fake, epsilon)
        assert penalty.tolist() == pytest.approx(want)


@pytest.mark.parametrize("name", PENALTIES)
@pytest.mark.parametrize("activation", ["tanh", "softplus", "elu"])
def test_gradients_in_the_weights_equal_finite_differences(name, activation):
    d = Network([2, 4, 1], activation, "linear", 2, CPU)
    g = torch.Generator().manual_seed(1)
    weights = [
        torch.randn(p.shape, generator=g, dtype=torch.float64).requires_grad_()
        for p in d.parameters
    ]
    real, fake, epsilon = (t.double() for t in points())

    def penalty(*w):
        return PENALTIES[name](lambda x: d(x, list(w)), real, fake, epsilon).sum()

    # The last bias has no part in a slope, and autograd says so with None.
    for w in range(len(weights) - 1):
        found = torch.autograd.grad(penalty(*weights), weights[w])[0].flatten()
        for i in range(weights[w].numel()):
            with torch.no_grad():
                shifted = [v.clone() for v in weights]
                shifted[w].view(-1)[i] += 1e-6
            up = penalty(*shifted).item()
            with torch.no_grad():
                shifted[w].view(-1)[i] -= 2e-6
            down = penalty(*shifted).item()
            assert found[i].item() == pytest.approx((up - down) / 2e-6, rel=1e-4, abs=1e-6)


def test_a_flat_critic_gives_no_nan():
    """The norm's own derivative at 0 is 0 here, not 0/0."""
    weight = torch.zeros(1, 1, 2, requires_grad=True)
    real, fake, epsilon = points(runs=1)
    for penalty in PENALTIES.values():
        value = penalty(lambda x: (x * weight).sum(-1, keepdim=True), real, fake, epsilon)
        (gradient,) = torch.autograd.grad(value.sum(), weight)
        assert value.isfinite().all()
        assert gradient.isfinite().all()
