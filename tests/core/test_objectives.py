"""Losses against hand-worked values, scipy, and each other."""

import math

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import log_expit

from ganlab_gui.core.models.objectives import OBJECTIVES, optimal_discriminator

SCORES = st.lists(st.floats(-50, 50), min_size=4, max_size=4).map(
    lambda s: torch.tensor([s], dtype=torch.float64)
)


def logit(p):
    return math.log(p / (1 - p))


def test_log_likelihood_losses_by_hand():
    real = torch.tensor([[logit(0.8), logit(0.5)]])
    fake = torch.tensor([[logit(0.25), logit(0.5)]])
    minimax, other = OBJECTIVES["minimax"], OBJECTIVES["non-saturating"]
    value = (math.log(0.8) + math.log(0.5)) / 2 + (math.log(0.75) + math.log(0.5)) / 2
    for objective in (minimax, other):
        assert objective.value(real, fake).item() == pytest.approx(value, rel=1e-6)
        assert objective.d_loss(real, fake).item() == pytest.approx(-value, rel=1e-6)
    assert minimax.g_loss(fake).item() == pytest.approx((math.log(0.75) + math.log(0.5)) / 2)
    assert other.g_loss(fake).item() == pytest.approx(-(math.log(0.25) + math.log(0.5)) / 2)


def test_critic_losses_by_hand():
    critic = OBJECTIVES["wasserstein"]
    real, fake = torch.tensor([[3.0, 5.0], [1.0, 1.0]]), torch.tensor([[-1.0, 0.0], [2.0, 4.0]])
    assert critic.value(real, fake).tolist() == [4.5, -2.0]
    assert critic.d_loss(real, fake).tolist() == [-4.5, 2.0]
    assert critic.g_loss(fake).tolist() == [0.5, -3.0]


@settings(max_examples=50, deadline=None)
@given(SCORES, SCORES)
def test_log_likelihood_losses_equal_scipys_log_sigmoid(real, fake):
    on_real, on_fake = log_expit(real.numpy()).mean(), log_expit(-fake.numpy()).mean()
    for name in ("minimax", "non-saturating"):
        loss = OBJECTIVES[name].d_loss(real, fake).item()
        assert loss == pytest.approx(-on_real - on_fake, rel=1e-9, abs=1e-12)
    assert OBJECTIVES["minimax"].g_loss(fake).item() == pytest.approx(on_fake, rel=1e-9, abs=1e-12)
    assert OBJECTIVES["non-saturating"].g_loss(fake).item() == pytest.approx(
        -log_expit(fake.numpy()).mean(), rel=1e-9, abs=1e-12
    )


def test_value_is_minus_log_4_where_d_is_one_half():
    zero = torch.zeros(1, 7)
    for name in ("minimax", "non-saturating"):
        assert OBJECTIVES[name].value(zero, zero).item() == pytest.approx(-math.log(4))
        assert OBJECTIVES[name].realness(zero).unique().tolist() == [0.5]
    assert OBJECTIVES["wasserstein"].value(zero, zero).item() == 0


@pytest.mark.parametrize("name", OBJECTIVES)
def test_losses_stay_finite_where_d_is_certain(name):
    objective = OBJECTIVES[name]
    sure = torch.full((1, 3), 1e4)
    for real, fake in ((sure, -sure), (-sure, sure)):
        assert objective.d_loss(real, fake).isfinite().all()
        assert objective.g_loss(fake).isfinite().all()


@settings(max_examples=30, deadline=None)
@given(SCORES)
def test_every_generator_is_pulled_towards_higher_scores(fake):
    for objective in OBJECTIVES.values():
        fake = fake.detach().requires_grad_()
        (gradient,) = torch.autograd.grad(objective.g_loss(fake).sum(), fake)
        assert (gradient <= 0).all()


def test_minimax_saturates_where_non_saturating_does_not():
    fake = torch.tensor([[-20.0]], requires_grad=True)
    (weak,) = torch.autograd.grad(OBJECTIVES["minimax"].g_loss(fake).sum(), fake)
    (strong,) = torch.autograd.grad(OBJECTIVES["non-saturating"].g_loss(fake).sum(), fake)
    assert -weak.item() == pytest.approx(math.exp(-20), rel=1e-3)
    assert -strong.item() == pytest.approx(1, rel=1e-6)


def test_minimax_and_non_saturating_gradients_meet_where_d_is_one_half():
    fake = torch.zeros(1, 1, requires_grad=True)
    for name in ("minimax", "non-saturating"):
        (gradient,) = torch.autograd.grad(OBJECTIVES[name].g_loss(fake).sum(), fake)
        assert gradient.item() == -0.5


def test_minimax_is_a_zero_sum_game():
    real, fake = torch.randn(2, 5), torch.randn(2, 5)
    minimax = OBJECTIVES["minimax"]
    on_real = -torch.nn.functional.softplus(-real).mean(1)
    assert torch.allclose(minimax.g_loss(fake), minimax.value(real, fake) - on_real, atol=1e-6)


@pytest.mark.parametrize("name", OBJECTIVES)
def test_loss_gradients_equal_finite_differences(name):
    objective = OBJECTIVES[name]
    real = torch.randn(2, 4, dtype=torch.float64, requires_grad=True)
    fake = torch.randn(2, 4, dtype=torch.float64, requires_grad=True)
    assert torch.autograd.gradcheck(objective.d_loss, (real, fake))
    assert torch.autograd.gradcheck(objective.g_loss, (fake,))


@pytest.mark.parametrize("name", OBJECTIVES)
def test_runs_are_averaged_apart(name):
    objective, real, fake = OBJECTIVES[name], torch.randn(3, 8), torch.randn(3, 8)
    together = objective.d_loss(real, fake)
    assert together.shape == (3,)
    for r in range(3):
        alone = objective.d_loss(real[r : r + 1], fake[r : r + 1])
        assert torch.allclose(together[r], alone[0])


def test_only_the_critic_is_unbounded():
    assert [name for name, o in OBJECTIVES.items() if o.critic] == ["wasserstein"]
    scores = torch.linspace(-9, 9, 19)
    for objective in OBJECTIVES.values():
        assert (objective.realness(scores).diff() > 0).all()


def test_optimal_discriminator_by_hand_and_as_a_sigmoid():
    p, q = np.array([0.3, 0.0, 0.2, 0.0]), np.array([0.1, 0.5, 0.2, 0.0])
    assert optimal_discriminator(p, q) == pytest.approx([0.75, 0, 0.5, 0.5])
    p, q = np.random.default_rng(0).uniform(0.01, 2, (2, 20))
    assert optimal_discriminator(p, q) == pytest.approx(1 / (1 + np.exp(np.log(q) - np.log(p))))


def test_optimal_discriminator_attains_the_jensen_shannon_bound():
    """C(G) = −log 4 + 2 JSD (Goodfellow et al. 2014, Theorem 1), and no other D does better."""
    p, q = np.array([0.7, 0.2, 0.1]), np.array([0.1, 0.3, 0.6])
    best = optimal_discriminator(p, q)

    def value(d):
        return float((p * np.log(d) + q * np.log(1 - d)).sum())

    m = (p + q) / 2
    jsd = 0.5 * float((p * np.log(p / m) + q * np.log(q / m)).sum())
    assert value(best) == pytest.approx(-math.log(4) + 2 * jsd)
    for shift in (-0.05, 0.05):
        assert value(best + shift) < value(best)
