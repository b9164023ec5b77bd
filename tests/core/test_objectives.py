"""Losses against hand-worked values, scipy, finite differences, and each other."""

import math

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import log_expit, log_softmax

from ganlab_gui.core.models.divergences import DIVERGENCES
from ganlab_gui.core.models.objectives import OBJECTIVES, mad_gan, objective_of, pull_away
from ganlab_gui.core.theory.fdivergences import divergence
from ganlab_gui.core.theory.optimum import optimal_discriminator
from ganlab_gui.experiment import schema
from ganlab_gui.experiment.objectives import reading

SCORES = st.lists(st.floats(-50, 50), min_size=4, max_size=4).map(
    lambda s: torch.tensor([s], dtype=torch.float64)
)
LIKELIHOODS = ("minimax", "non-saturating")
GAMES = [name for name in OBJECTIVES if name != "f-gan"] + [f"f-gan/{d}" for d in DIVERGENCES]


def objective(name, generators=1, **values):
    name, _, divergence = name.partition("/")
    values |= {"divergence": divergence} if divergence else {}
    return objective_of(schema.Objective(name=name, **values), generators)


def outputs(name, runs=2, batch=6, seed=0):
    """Raw outputs of D on data and on samples that the objective can get, in float64."""
    g = torch.Generator().manual_seed(seed)
    shape = (runs, batch, 2) if name == "moment-matching" else (runs, batch)
    real, fake = (torch.randn(shape, generator=g, dtype=torch.float64) for _ in range(2))
    return (real.abs(), fake.abs()) if name == "energy" else (real, fake)


def logit(p):
    return math.log(p / (1 - p))


def row(*values):
    return torch.tensor([values], dtype=torch.float64)


# -- by hand ---------------------------------------------------------------------------------------


def test_log_likelihood_losses_by_hand():
    real, fake = row(logit(0.8), logit(0.5)), row(logit(0.25), logit(0.5))
    minimax, other = objective("minimax"), objective("non-saturating")
    value = (math.log(0.8) + math.log(0.5)) / 2 + (math.log(0.75) + math.log(0.5)) / 2
    for game in (minimax, other):
        assert game.value(real, fake).item() == pytest.approx(value)
        assert game.d_loss(real, fake).item() == pytest.approx(-value)
    assert minimax.g_loss(None, fake).item() == pytest.approx((math.log(0.75) + math.log(0.5)) / 2)
    assert other.g_loss(None, fake).item() == pytest.approx(-(math.log(0.25) + math.log(0.5)) / 2)


def test_label_smoothing_by_hand():
    """Target 0.9 on data: −0.9 log D − 0.1 log(1 − D); nothing changes on samples or in V."""
    real, fake = row(logit(0.8)), row(logit(0.25))
    plain, smooth = objective("minimax"), objective("minimax", label_smoothing=0.1)
    want = -0.9 * math.log(0.8) - 0.1 * math.log(0.2) - math.log(0.75)
    assert smooth.d_loss(real, fake).item() == pytest.approx(want)
    assert smooth.g_loss(None, fake).item() == plain.g_loss(None, fake).item()
    assert smooth.value(real, fake).item() == plain.value(real, fake).item()


def test_critic_losses_by_hand():
    critic = objective("wasserstein")
    real, fake = torch.tensor([[3.0, 5.0], [1.0, 1.0]]), torch.tensor([[-1.0, 0.0], [2.0, 4.0]])
    assert critic.value(real, fake).tolist() == [4.5, -2.0]
    assert critic.d_loss(real, fake).tolist() == [-4.5, 2.0]
    assert critic.g_loss(None, fake).tolist() == [0.5, -3.0]


def test_least_squares_losses_by_hand():
    game = objective("least-squares", a=-1.0, b=2.0, c=0.5)
    real, fake = row(1.0, 4.0), row(0.0, -3.0)
    assert game.d_loss(real, fake).item() == pytest.approx((1 + 4) / 4 + (1 + 4) / 4)
    assert game.g_loss(None, fake).item() == pytest.approx((0.25 + 12.25) / 4)
    assert game.guess(row(0.4, 0.6)).tolist()[0] == pytest.approx([-0.1, 0.1])


def test_least_squares_realness_grows_towards_b_even_below_a():
    game = objective("least-squares", a=1.0, b=-2.0)
    assert game.realness(row(-2.0, -0.5, 1.0)).tolist() == [[1.0, -0.5, -2.0]]
    assert (game.guess(row(-2.0, -0.6, -0.4, 1.0)) > 0).tolist() == [[True, True, False, False]]


def test_hinge_losses_by_hand():
    game = objective("hinge")
    real, fake = row(2.0, 0.5, -1.0), row(-2.0, -0.5, 1.0)
    assert game.d_loss(real, fake).item() == pytest.approx((0 + 0.5 + 2) / 3 * 2)
    assert game.g_loss(None, fake).item() == pytest.approx(0.5)


def test_energy_losses_by_hand():
    game = objective("energy", margin=2.0)
    real, fake = row(0.5, 1.5), row(0.5, 3.0)
    assert game.d_loss(real, fake).item() == pytest.approx(1 + (1.5 + 0) / 2)
    assert game.g_loss(None, fake).item() == pytest.approx(1.75)
    assert game.realness(fake).tolist() == [[-0.5, -3.0]]


def test_relativistic_losses_by_hand():
    """Means 2 and −1; the data stand 2 and 4 above the samples' mean, samples −3 and −3 below."""
    game = objective("relativistic")
    real, fake = row(1.0, 3.0), row(-1.0, -1.0)

    def softplus(x):
        return math.log1p(math.exp(x))

    d_loss = (softplus(-2) + softplus(-4)) / 2 + softplus(-3)
    g_loss = (softplus(2) + softplus(4)) / 2 + softplus(3)
    assert game.d_loss(real, fake).item() == pytest.approx(d_loss)
    assert game.g_loss(real, fake).item() == pytest.approx(g_loss)


def test_a_loss_that_needs_data_says_so():
    for name in ("relativistic", "moment-matching"):
        assert objective(name).needs_real
        with pytest.raises(ValueError, match="needs a minibatch of data"):
            objective(name).g_loss(None, torch.zeros(1, 2, 1))


def test_only_moment_matching_trains_no_discriminator():
    assert [name for name in OBJECTIVES if not objective(name).trains_d] == ["moment-matching"]


# -- f-GAN -----------------------------------------------------------------------------------------


def test_f_gan_losses_by_hand():
    """KL: T = v and f*(T) = e^{v − 1}; Hellinger: T = 1 − e^v and f*(T) = e^{−v} − 1."""
    real, fake = row(1.0, 2.0), row(0.0, 1.0)
    kl = objective("f-gan/kl")
    assert kl.value(real, fake).item() == pytest.approx(1.5 - (math.exp(-1) + 1) / 2)
    assert kl.g_loss(None, fake).item() == pytest.approx(-(math.exp(-1) + 1) / 2)
    other = objective("f-gan/squared-hellinger", alternative=True)
    assert other.g_loss(None, fake).item() == pytest.approx(-(1 - 1 + 1 - math.e) / 2)
    assert other.d_loss(real, fake).item() == pytest.approx(
        (math.e + math.e**2) / 2 - 1 + (1 + math.exp(-1)) / 2 - 1
    )


def test_f_gan_with_goodfellows_divergence_is_minimax():
    real, fake = outputs("f-gan")
    minimax = objective("minimax")
    saturating = objective("f-gan/gan")
    assert torch.allclose(saturating.d_loss(real, fake), minimax.d_loss(real, fake))
    assert torch.allclose(saturating.g_loss(None, fake), minimax.g_loss(None, fake))
    alternative = objective("f-gan/gan", alternative=True)
    strong = objective("non-saturating").g_loss(None, fake)
    assert torch.allclose(alternative.g_loss(None, fake), strong)


# -- the pulling-away term -------------------------------------------------------------------------


def test_pulling_away_by_hand():
    """Cosines of (1,0), (0,2), (3,3): 0, 1/√2, 1/√2."""
    codes = torch.tensor([[[1.0, 0.0], [0.0, 2.0], [3.0, 3.0]]])
    assert pull_away(codes).item() == pytest.approx((0 + 0.5 + 0.5) / 3)
    assert pull_away(torch.eye(5)[None]).item() == 0
    assert pull_away(torch.ones(2, 4, 3)).tolist() == pytest.approx([1, 1])
    assert pull_away(torch.ones(1, 1, 3)).item() == pytest.approx(0, abs=1e-6)


def test_pulling_away_equals_the_double_sum_and_its_gradient_finite_differences():
    codes = torch.randn(2, 7, 3, dtype=torch.float64, requires_grad=True)
    cosines = torch.nn.functional.cosine_similarity(codes[:, :, None], codes[:, None], dim=-1)
    off = ~torch.eye(7, dtype=torch.bool)
    want = cosines.square()[:, off].mean(1)
    assert torch.allclose(pull_away(codes), want)
    assert torch.autograd.gradcheck(pull_away, (codes,))


# -- several generators ----------------------------------------------------------------------------


def test_mad_gan_losses_equal_scipys_log_softmax():
    g = torch.Generator().manual_seed(0)
    real, fake = (torch.randn(2, 6, 4, generator=g, dtype=torch.float64) for _ in range(2))
    on_real, on_fake = log_softmax(real.numpy(), -1), log_softmax(fake.numpy(), -1)
    told = [on_fake[:, i::3, i].mean(1) for i in range(3)]
    for name in LIKELIHOODS:
        game = objective(name, generators=3)
        want = -on_real[..., 3].mean(1) - np.sum(told, 0)
        assert game.d_loss(real, fake).numpy() == pytest.approx(want)
        assert game.value(real, fake).numpy() == pytest.approx(-want)
        assert game.realness(real).numpy() == pytest.approx(np.exp(on_real[..., 3]))
    share = np.exp(on_fake[..., 3])
    weak, strong = (objective(name, generators=3).g_loss(None, fake) for name in LIKELIHOODS)
    assert weak.numpy() == pytest.approx(np.log1p(-share).mean(1))
    assert strong.numpy() == pytest.approx(-np.log(share).mean(1))


def test_mad_gan_of_one_generator_is_the_plain_game():
    real, fake = outputs("minimax")
    logits = [torch.stack([torch.zeros_like(s), s], -1) for s in (real, fake)]
    plain = objective("minimax", label_smoothing=0.2)
    wrapped = mad_gan(plain, schema.Objective(name="minimax", label_smoothing=0.2))
    assert torch.allclose(wrapped.d_loss(*logits), plain.d_loss(real, fake))
    assert torch.allclose(wrapped.g_loss(None, logits[1]), plain.g_loss(None, fake))


@pytest.mark.parametrize("generators", [2, 5])
def test_mad_gans_value_at_the_equilibrium(generators):
    """−(N + 1) ln(N + 1) with like generators, N ln N more where they divide the data up."""
    n = generators
    game = objective("minimax", generators=n)
    like = torch.zeros(1, n, n + 1, dtype=torch.float64)
    assert game.value(like, like).item() == pytest.approx(-(n + 1) * math.log(n + 1))
    assert (game.guess(like).abs() < 1e-12).all()
    # Where only generator i makes samples, D_i = N / (N + 1) and D_{N+1} = 1 / (N + 1).
    apart = torch.full((1, n, n + 1), -1e9, dtype=torch.float64)
    apart[0, range(n), range(n)] = math.log(n)
    apart[..., -1] = 0
    want = -(n + 1) * math.log(n + 1) + n * math.log(n)
    assert game.value(apart, apart).item() == pytest.approx(want)


def test_an_objective_for_one_generator_refuses_several():
    with pytest.raises(ValueError, match="hinge takes one generator"):
        objective("hinge", generators=2)


# -- second methods --------------------------------------------------------------------------------


@settings(max_examples=50, deadline=None)
@given(SCORES, SCORES)
def test_log_likelihood_losses_equal_scipys_log_sigmoid(real, fake):
    on_real, on_fake = log_expit(real.numpy()).mean(), log_expit(-fake.numpy()).mean()
    for name in LIKELIHOODS:
        loss = objective(name).d_loss(real, fake).item()
        assert loss == pytest.approx(-on_real - on_fake, rel=1e-9, abs=1e-12)
    weak, strong = (objective(name).g_loss(None, fake).item() for name in LIKELIHOODS)
    assert weak == pytest.approx(on_fake, rel=1e-9, abs=1e-12)
    assert strong == pytest.approx(-log_expit(fake.numpy()).mean(), rel=1e-9, abs=1e-12)


def test_least_squares_with_b_minus_c_1_and_b_minus_a_2_is_a_pearson_chi_squared():
    """Mao et al. 2017, theorem 1, by quadrature over two Gaussians."""
    x = np.linspace(-12, 12, 4001)
    p, q = (
        np.exp(-((x - m) ** 2) / 2 / s**2) / s / math.sqrt(2 * math.pi)
        for m, s in ((0, 1), (0.5, 1.2))
    )
    dx = x[1] - x[0]
    best = torch.tensor(optimal_discriminator(p, q) * 2 - 1)
    loss = objective("least-squares", a=-1.0, b=1.0, c=0.0).g_loss
    per_point = loss(None, best[:, None]).numpy()
    want = divergence("pearson", 2 * q, p + q, dx)
    assert 2 * float((per_point * (p + q)).sum() * dx) == pytest.approx(want, rel=1e-6)


# -- what all share --------------------------------------------------------------------------------


def test_value_is_minus_log_4_where_d_is_one_half():
    zero = torch.zeros(1, 7)
    for name in LIKELIHOODS:
        assert objective(name).value(zero, zero).item() == pytest.approx(-math.log(4))
        assert objective(name).realness(zero).unique().tolist() == [0.5]
    for name in ("wasserstein", "f-gan/pearson", "f-gan/jensen-shannon", "f-gan/jeffrey"):
        assert objective(name).value(zero, zero).item() == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize(
    "name",
    [*LIKELIHOODS, "wasserstein", "hinge", "relativistic", "f-gan/gan", "f-gan/jensen-shannon"],
)
def test_losses_stay_finite_where_d_is_certain(name):
    game, sure = objective(name), torch.full((1, 3), 1e4)
    for real, fake in ((sure, -sure), (-sure, sure)):
        assert game.d_loss(real, fake).isfinite().all()
        assert game.g_loss(real, fake).isfinite().all()


@settings(max_examples=20, deadline=None)
@given(SCORES)
def test_every_generator_is_pulled_towards_realness(fake):
    """Away from where the loss is flat; least squares pulls to c, and so is left out."""
    for name in GAMES:
        if name in ("least-squares", "moment-matching"):
            continue
        for alternative in (False, True):
            raw = fake.abs() if name == "energy" else fake / 50
            raw = raw.detach().requires_grad_()
            game = objective(name, alternative=alternative)
            (pull,) = torch.autograd.grad(game.g_loss(torch.zeros_like(raw), raw).sum(), raw)
            (rise,) = torch.autograd.grad(game.realness(raw).sum(), raw)
            assert (pull * rise <= 1e-9).all(), name


def test_minimax_saturates_where_non_saturating_does_not():
    fake = torch.tensor([[-20.0]], requires_grad=True)
    (weak,) = torch.autograd.grad(objective("minimax").g_loss(None, fake).sum(), fake)
    (strong,) = torch.autograd.grad(objective("non-saturating").g_loss(None, fake).sum(), fake)
    assert -weak.item() == pytest.approx(math.exp(-20), rel=1e-3)
    assert -strong.item() == pytest.approx(1, rel=1e-6)


def test_minimax_and_non_saturating_gradients_meet_where_d_is_one_half():
    fake = torch.zeros(1, 1, requires_grad=True)
    for name in LIKELIHOODS:
        (gradient,) = torch.autograd.grad(objective(name).g_loss(None, fake).sum(), fake)
        assert gradient.item() == -0.5


def test_minimax_is_a_zero_sum_game():
    real, fake = outputs("minimax")
    minimax = objective("minimax")
    on_real = -torch.nn.functional.softplus(-real).mean(1)
    assert torch.allclose(minimax.g_loss(None, fake), minimax.value(real, fake) - on_real)


@pytest.mark.parametrize("name", GAMES)
def test_loss_gradients_equal_finite_differences(name):
    game = objective(name, label_smoothing=0.1)
    real, fake = (raw.requires_grad_() for raw in outputs(name))
    if name == "moment-matching":  # data have no gradient there
        real = real.detach()
    assert torch.autograd.gradcheck(game.d_loss, (real, fake))
    assert torch.autograd.gradcheck(lambda x: game.g_loss(real, x), (fake,))
    assert torch.autograd.gradgradcheck(lambda x: game.g_loss(real, x), (fake,))


@pytest.mark.parametrize("name", GAMES)
def test_runs_are_averaged_apart_and_samples_have_no_order(name):
    game, (real, fake) = objective(name), outputs(name, runs=3)
    order = torch.randperm(real.shape[1])
    for loss in (game.d_loss, game.g_loss, game.value):
        together = loss(real, fake)
        assert together.shape == (3,)
        for r in range(3):
            assert torch.allclose(together[r], loss(real[r : r + 1], fake[r : r + 1])[0])
        assert torch.allclose(loss(real[:, order], fake[:, order]), together)


@pytest.mark.parametrize("name", [name for name in GAMES if name != "moment-matching"])
def test_guesses_are_where_realness_passes_the_readings_threshold(name):
    game = objective(name)
    raw = torch.linspace(-3, 3, 600, dtype=torch.float64)[None] + (2 if name == "f-gan/kl" else 0)
    settings_ = {"name": name.partition("/")[0], "divergence": name.partition("/")[2] or "kl"}
    threshold = reading(schema.Experiment.model_validate({"objective": settings_})).threshold
    assert (game.guess is None) == (threshold is None)
    if game.guess is not None:
        says_real = game.guess(raw) > 0
        assert says_real.any()
        assert not says_real.all()
        assert torch.equal(says_real, game.realness(raw) > threshold)


@pytest.mark.parametrize("name", GAMES)
def test_the_value_is_minus_ds_loss_without_smoothing(name):
    game, (real, fake) = objective(name), outputs(name)
    assert torch.equal(game.value(real, fake), -game.d_loss(real, fake))
