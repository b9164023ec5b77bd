"""MMD² by hand, against double sums in NumPy, a closed form, and finite differences."""

import math

import numpy as np
import pytest
import torch

from ganlab_gui.core.models.kernels import halving_chains, kernel, mmd2, mmd2_by_autograd, witness

WIDTHS = (0.1, 0.2, 0.5, 1.0, 2.0)


def cloud(runs=2, n=7, dim=2, seed=0, shift=0.0):
    g = torch.Generator().manual_seed(seed)
    return torch.randn(runs, n, dim, generator=g, dtype=torch.float64) + shift


def double_sum(x, y, widths=WIDTHS):
    """The unbiased estimate of one run, spelt out in NumPy."""

    def k(a, b):
        apart = ((a[:, None] - b[None]) ** 2).sum(-1)
        return sum(np.exp(-apart / 2 / w**2) for w in widths)

    n, m = len(x), len(y)
    within = [(k(a, a).sum() - len(widths) * len(a)) / (len(a) * (len(a) - 1)) for a in (x, y)]
    return sum(within) - 2 * k(x, y).sum() / (n * m)


def test_mmd_by_hand():
    """Pairs 1 apart within x, 2 within y; across 3, 5, 2, 4: one bandwidth of 1."""
    x, y = torch.tensor([[[0.0], [1.0]]]), torch.tensor([[[3.0], [5.0]]])
    across = sum(math.exp(-(d**2) / 2) for d in (3, 5, 2, 4)) / 4
    want = math.exp(-0.5) + math.exp(-2) - 2 * across
    assert mmd2(x, y, (1.0,)).item() == pytest.approx(want, rel=1e-5)


def test_mmd_equals_the_double_sum_with_unequal_sizes():
    for widths in (WIDTHS, (0.3,), (1.0, 0.7, 0.7, 0.35)):
        x, y = cloud(n=7), cloud(n=5, seed=1, shift=0.5)
        want = [double_sum(a.numpy(), b.numpy(), widths) for a, b in zip(x, y, strict=True)]
        assert mmd2(x, y, widths).numpy() == pytest.approx(np.array(want), rel=1e-9)
        assert mmd2_by_autograd(x, y, widths).numpy() == pytest.approx(np.array(want), rel=1e-9)


@pytest.mark.parametrize("dim", [1, 2, 3])
def test_its_gradients_equal_finite_differences(dim):
    x, y = cloud(dim=dim), cloud(n=5, dim=dim, seed=1).requires_grad_()
    assert torch.autograd.gradcheck(lambda y: mmd2(x, y, WIDTHS), (y,))
    assert torch.autograd.gradgradcheck(lambda y: mmd2(x, y, WIDTHS), (y,))


def test_the_expectation_is_that_of_two_gaussians():
    """E k = σ²/(σ² + 2) exp(−‖Δ‖² / 2(σ² + 2)) in the plane, for unit Gaussians Δ apart."""
    x, y = cloud(runs=40, n=200, seed=2), cloud(runs=40, n=200, seed=3, shift=1.0)

    def mean_kernel(squared, width):
        return width**2 / (width**2 + 2) * math.exp(-squared / 2 / (width**2 + 2))

    want = sum(2 * mean_kernel(0, w) - 2 * mean_kernel(2, w) for w in WIDTHS)
    found = mmd2(x, y, WIDTHS)
    assert found.mean().item() == pytest.approx(want, abs=4 * found.std().item() / math.sqrt(40))
    same = mmd2(x, cloud(runs=40, n=200, seed=4), WIDTHS)
    assert abs(same.mean().item()) < 4 * same.std().item() / math.sqrt(40)


def test_order_turn_and_shift_change_nothing_and_runs_stay_apart():
    x, y = cloud(runs=3), cloud(runs=3, seed=1)
    still = mmd2(x, y, WIDTHS)
    turn = torch.tensor([[0.6, -0.8], [0.8, 0.6]], dtype=torch.float64)
    assert torch.allclose(mmd2(x @ turn + 40, y @ turn + 40, WIDTHS), still)
    order = torch.randperm(7)
    assert torch.allclose(mmd2(x[:, order], y[:, order.flip(0)], WIDTHS), still)
    for r in range(3):
        assert torch.allclose(mmd2(x[r : r + 1], y[r : r + 1], WIDTHS)[0], still[r])


def test_a_single_sample_a_side_counts_only_across():
    x, y = torch.zeros(1, 1, 2), torch.ones(1, 1, 2)
    assert mmd2(x, y, (1.0,)).item() == pytest.approx(-2 * math.exp(-1), rel=1e-6)


def test_half_bandwidths_are_chained_and_keep_their_accuracy():
    assert halving_chains(WIDTHS) == ((2.0, 1.0, 0.5), (0.2, 0.1))
    assert sorted(sum(halving_chains((1.0, 1.0, 0.5, 0.5, 3.0)), ())) == [0.5, 0.5, 1.0, 1.0, 3.0]
    apart = torch.linspace(0, 30, 500)
    want = sum(np.exp(-apart.double().numpy() / 2 / w**2) for w in WIDTHS)
    assert kernel(apart, WIDTHS).numpy() == pytest.approx(want, rel=2e-5, abs=1e-30)


def test_the_witness_by_hand_and_in_blocks():
    points = torch.linspace(-3, 3, 2500)[None, :, None].double()
    real, fake = cloud(runs=1, n=9, dim=1), cloud(runs=1, n=4, dim=1, seed=1, shift=2.0)
    found = witness(points, real, fake, (0.5, 1.0))

    def mean(samples):
        apart = (points[0] - samples[0, :, 0]).numpy() ** 2
        return (np.exp(-apart / 2 / 0.25) + np.exp(-apart / 2)).mean(1)

    assert found.shape == (1, 2500)
    assert found[0].numpy() == pytest.approx(mean(real) - mean(fake))
    assert (found[0, 0] > 0) == (real.min() < fake.min())


def test_the_pull_on_a_sample_follows_the_witness():
    """Far more samples than one: −∇L is ∇ witness times 2 / m, the sample itself left out."""
    x, y = cloud(runs=1, n=30), cloud(runs=1, n=20, seed=1).requires_grad_()
    (gradient,) = torch.autograd.grad(mmd2(x, y, WIDTHS).sum(), y)
    step, first = 1e-5, y.detach()[:, :1]
    others = y.detach()[:, 1:]
    for axis in range(2):
        shift = torch.zeros(1, 1, 2, dtype=torch.float64)
        shift[..., axis] = step
        up, down = (witness(first + s, x, others, WIDTHS).item() for s in (shift, -shift))
        assert -gradient[0, 0, axis].item() == pytest.approx(
            2 / 20 * (up - down) / 2 / step, rel=1e-5
        )
