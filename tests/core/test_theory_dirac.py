"""The Dirac-GAN: closed forms of the literature, autograd, integrators, and numerical Jacobians."""

from typing import get_args

import numpy as np
import pytest
import torch
from numpy.testing import assert_allclose
from scipy import integrate

from ganlab_gui.core.models.objectives import objective_of
from ganlab_gui.core.models.penalties import PENALTIES
from ganlab_gui.core.theory import dirac
from ganlab_gui.experiment.objectives import NAMES, THRESHOLDS
from ganlab_gui.experiment.schema import Experiment, Objective

SGD = {"name": "sgd", "lr": 0.1}
SCORED = [name for name in NAMES if name not in ("energy", "moment-matching")]
GAMES = [{"name": name} for name in SCORED if name != "f-gan"]
GAMES += [{"name": "least-squares", "a": -1, "b": 0.5, "c": 0.3}]
GAMES += [
    {"name": "f-gan", "divergence": divergence, "alternative": alternative}
    for divergence in THRESHOLDS
    for alternative in (False, True)
]
THETA, PSI = np.meshgrid(np.linspace(-1.7, 1.9, 7), np.linspace(-1.6, 1.8, 6))
START = np.array([1.0, 0.4])


@pytest.fixture(autouse=True)
def double():
    torch.set_default_dtype(torch.float64)
    yield
    torch.set_default_dtype(torch.float32)


def experiment(name="minimax", lr=0.1, objective=None, **tables):
    """A Dirac-GAN with plain SGD; Wasserstein's usual k, clip and optimizers are left out."""
    sgd = {"name": "sgd", "lr": lr}
    tables["training"] = {"d_steps": 1} | tables.get("training", {})
    tables["clip"] = tables.get("clip", {"c": 0})
    optimizers = {"generator_optimizer": sgd, "discriminator_optimizer": sgd}
    return Experiment.model_validate(
        {"data": {"name": "dirac"}, "objective": {"name": name} | (objective or {})}
        | optimizers
        | tables
    )


def sigmoid(s):
    return 1 / (1 + np.exp(-s))


def radius(path):
    return np.linalg.norm(path, axis=-1)


def flow(e, start, end, **options):
    return integrate.solve_ivp(
        lambda t, z: np.array(dirac.field(e, z[0], z[1])),
        (0, end),
        start,
        rtol=1e-10,
        atol=1e-12,
        **options,
    ).y.T


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("minimax", lambda t, p: (p * sigmoid(t * p), -t * sigmoid(t * p))),
        ("non-saturating", lambda t, p: (p * sigmoid(-t * p), -t * sigmoid(t * p))),
        ("wasserstein", lambda t, p: (p, -t)),
    ],
)
def test_the_fields_are_those_of_the_paper(name, wanted):
    """Mescheder et al. 2018 with D's sign turned: f'(t) = σ(−t), their ψ is minus ours."""
    assert_allclose(dirac.field(experiment(name), THETA, PSI), wanted(THETA, PSI), atol=1e-15)


def test_one_point_by_hand():
    """θψ = ln 3, so σ = ¾: θ̇ = 1 · ¾, ψ̇ = −ln 3 · ¾ − 0.5 · 1."""
    e = experiment(penalty={"name": "r1", "weight": 0.5})
    assert_allclose(dirac.field(e, np.log(3), 1), (0.75, -0.75 * np.log(3) - 0.5))


def autograd_field(e, theta, psi):
    """Minus the gradients of the lab's own losses, every quantity a leaf of torch's."""
    rule = objective_of(e.objective)
    t = torch.tensor(theta.reshape(-1, 1, 1), requires_grad=True)
    p = torch.tensor(psi.reshape(-1, 1, 1), requires_grad=True)
    zeros = torch.zeros_like(t)

    def score(x):
        return (p * x).squeeze(-1)

    d_loss = rule.d_loss(score(zeros), score(t))
    if e.penalty.name != "none":
        epsilon = torch.full_like(t, 0.3)
        penalty = PENALTIES[e.penalty.name](score, zeros, t, epsilon, e.penalty.target)
        d_loss = d_loss + e.penalty.weight * penalty
    g_loss = rule.g_loss(score(zeros), score(t)) * e.objective.adversarial_weight
    v = torch.autograd.grad(-g_loss.sum(), t, create_graph=True)[0]
    w = torch.autograd.grad(-d_loss.sum(), p, create_graph=True)[0]
    if e.training.consensus > 0:
        energy = (v.square() + w.square()).sum() / 2
        pulls = torch.autograd.grad(energy, (t, p), allow_unused=True)
        v, w = (a - e.training.consensus * b for a, b in zip((v, w), pulls, strict=True))
    return v.detach().numpy().reshape(theta.shape), w.detach().numpy().reshape(theta.shape)


@pytest.mark.parametrize("game", GAMES, ids=lambda g: "-".join(map(str, g.values())))
def test_every_objective_equals_autograd_of_the_trained_losses(game):
    for tables in (
        {},
        {"training": {"order": "simultaneous", "consensus": 0.3}},
    ):
        e = experiment(game["name"], objective=game | {"adversarial_weight": 0.7}, **tables)
        assert_allclose(
            dirac.field(e, THETA, PSI), autograd_field(e, THETA, PSI), rtol=1e-10, atol=1e-12
        )


@pytest.mark.parametrize("name", PENALTIES)
def test_every_penalty_equals_autograd_and_its_formula(name):
    e = experiment(penalty={"name": name, "weight": 0.8, "target": 0.5})
    found = dirac.field(e, THETA, PSI)
    assert_allclose(found, autograd_field(e, THETA, PSI), rtol=1e-10, atol=1e-12)
    excess = np.abs(PSI) - 0.5
    slope = {
        "gradient": 2 * 0.8 * excess * np.sign(PSI),
        "lipschitz": 2 * 0.8 * np.maximum(excess, 0) * np.sign(PSI),
        "r1": 0.8 * PSI,
        "r2": 0.8 * PSI,
    }[name]
    assert_allclose(dirac.field(experiment(), THETA, PSI)[1] - found[1], slope, atol=1e-12)


def test_label_smoothing_changes_nothing():
    smooth = experiment(objective={"label_smoothing": 0.2})
    assert_allclose(autograd_field(smooth, THETA, PSI), dirac.field(smooth, THETA, PSI), atol=1e-14)


@pytest.mark.parametrize("name", ["minimax", "relativistic", "least-squares"])
def test_instance_noise_is_the_mean_over_it_by_adaptive_quadrature(name):
    e = experiment(name, training={"instance_noise": 0.6})
    theta, psi, sigma = 0.7, -1.3, 0.6
    slopes = dirac.SLOPES[name](e.objective)

    def mean(f):
        def weighted(z):
            return float(f(np.array(sigma * z))) * np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi)

        return integrate.quad(weighted, -9, 9, epsabs=1e-13)[0]

    wanted = (
        mean(lambda n: -psi * slopes.generator(psi * (theta + n))),
        -mean(lambda n: n * slopes.real(psi * n))
        - mean(lambda n: (theta + n) * slopes.fake(psi * (theta + n))),
    )
    assert_allclose(dirac.field(e, theta, psi), wanted, atol=1e-11)


def test_instance_noise_of_a_steep_d_is_still_right():
    """A sigmoid 30 times as steep as the noise is wide, against a sum over two million nodes."""
    e = experiment(training={"instance_noise": 2.0})
    v, _ = dirac.field(e, 1.0, 15.0)
    z = np.linspace(-9, 9, 2_000_001)
    density = np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi)
    wanted = 15 * (density * sigmoid(15 * (1 + 2 * z))).sum() * (z[1] - z[0])
    assert v == pytest.approx(wanted, rel=1e-6)


def test_instance_noise_equals_the_trained_losses_on_a_large_minibatch():
    """Antithetic and stratified noise, so that the minibatch's mean is the expectation's."""
    e = experiment("relativistic", training={"instance_noise": 0.5})
    n = 20_001
    noise = 0.5 * torch.special.ndtri((torch.arange(n) + 0.5) / n)[None]
    theta = torch.tensor(0.8, requires_grad=True)
    psi = torch.tensor(1.2, requires_grad=True)
    rule = objective_of(e.objective)
    real, fake = psi * noise, psi * (theta + noise)
    wanted = (
        -torch.autograd.grad(rule.g_loss(real, fake).sum(), theta, retain_graph=True)[0],
        -torch.autograd.grad(rule.d_loss(real, fake).sum(), psi)[0],
    )
    assert_allclose(dirac.field(e, 0.8, 1.2), [float(x) for x in wanted], atol=2e-4)


def test_instance_noise_decays_to_none():
    decaying = experiment(training={"instance_noise": 0.6, "instance_noise_steps": 100})
    half = experiment(training={"instance_noise": 0.3})
    assert_allclose(dirac.field(decaying, 1, 1, step=50), dirac.field(half, 1, 1), rtol=1e-14)
    assert_allclose(dirac.field(decaying, 1, 1, step=100), dirac.field(experiment(), 1, 1))
    assert_allclose(dirac.field(decaying, 1, 1, step=900), dirac.field(experiment(), 1, 1))


@pytest.mark.parametrize(
    ("tables", "wanted"),
    [
        ({}, [0.5j, -0.5j]),
        ({"name": "non-saturating"}, [0.5j, -0.5j]),
        ({"name": "wasserstein"}, [1j, -1j]),
        ({"name": "hinge"}, [1j, -1j]),
        ({"name": "relativistic"}, [1j, -1j]),
        (
            {"penalty": {"name": "r1", "weight": 0.6}},
            [-0.3 + 0.4j, -0.3 - 0.4j],
        ),
        ({"penalty": {"name": "r2", "weight": 2.0}}, [-1 + np.sqrt(0.75), -1 - np.sqrt(0.75)]),
        (
            {"penalty": {"name": "gradient", "weight": 0.3, "target": 0.0}},
            [-0.3 + 0.4j, -0.3 - 0.4j],
        ),
        (
            {"penalty": {"name": "lipschitz", "weight": 0.3, "target": 0.0}},
            [-0.3 + 0.4j, -0.3 - 0.4j],
        ),
        ({"penalty": {"name": "lipschitz", "weight": 0.3, "target": 1.0}}, [0.5j, -0.5j]),
        # f''(0)σ² ± √(f''(0)²σ⁴ − f'(0)²), f''(0) = −¼.
        ({"training": {"instance_noise": 1.0}}, [-0.25 + 0.1875**0.5 * 1j] * 2),
        (
            {"training": {"consensus": 0.8, "order": "simultaneous"}},
            [-0.2 + 0.5j, -0.2 - 0.5j],
        ),
    ],
)
def test_eigenvalues_at_the_equilibrium(tables, wanted):
    found = dirac.eigenvalues(experiment(**tables))
    wanted = [wanted[0], np.conj(wanted[0])] if wanted[0] == wanted[1] else wanted
    assert_allclose(found, wanted, atol=1e-12)


@pytest.mark.parametrize("game", GAMES, ids=lambda g: "-".join(map(str, g.values())))
def test_eigenvalues_equal_those_of_a_numerical_jacobian(game):
    training = {"instance_noise": 0.4, "consensus": 0.2, "order": "simultaneous"}
    penalty = {"name": "r1", "weight": 0.7}
    e = experiment(game["name"], objective=game, training=training, penalty=penalty)
    h = 1e-5
    columns = [
        (np.array(dirac.field(e, *step)) - np.array(dirac.field(e, *-step))) / (2 * h)
        for step in h * np.eye(2)
    ]
    wanted = np.linalg.eigvals(np.array(columns).T)
    found = dirac.eigenvalues(e)
    assert_allclose(found.sum(), wanted.sum(), atol=1e-8)
    assert_allclose(found.prod(), wanted.prod(), atol=1e-8)


def test_a_gradient_penalty_that_asks_for_a_slope_has_no_eigenvalues():
    e = experiment("wasserstein", penalty={"name": "gradient", "weight": 1.0, "target": 1.0})
    assert np.isnan(dirac.eigenvalues(e)).all()


@pytest.mark.parametrize("divergence", THRESHOLDS)
def test_the_flow_of_every_zero_sum_game_keeps_its_radius(divergence):
    e = experiment("f-gan", objective={"divergence": divergence})
    assert_allclose(radius(flow(e, START, 20)), radius(START), rtol=1e-8)


def test_the_non_saturating_flow_converges_as_the_root_of_eight_over_t():
    e, end = experiment("non-saturating"), 800.0
    assert radius(flow(e, START, end)[-1]) == pytest.approx(np.sqrt(8 / end), rel=0.05)


def test_a_wasserstein_flow_is_a_rotation_and_its_simultaneous_steps_grow():
    e = experiment("wasserstein", lr=0.1, training={"order": "simultaneous"})
    turn = np.array([[np.cos(2), np.sin(2)], [-np.sin(2), np.cos(2)]])
    assert_allclose(flow(e, START, 2.0)[-1], turn @ START, atol=1e-9)
    path = dirac.iterate(e, START, 500)
    assert path.shape == (501, 2)
    assert_allclose(radius(path), radius(START) * 1.01 ** (np.arange(501) / 2), rtol=1e-12)
    map_of_a_step = np.array([[1, 0.1], [-0.1, 1]])
    assert_allclose(path[7], np.linalg.matrix_power(map_of_a_step, 7) @ START, rtol=1e-13)


def test_simultaneous_steps_of_the_gan_grow_by_the_linear_rate_near_the_equilibrium():
    for name in ("minimax", "non-saturating"):
        e = experiment(name, lr=0.2, training={"order": "simultaneous"})
        path = dirac.iterate(e, 1e-5 * START, 200)
        assert_allclose(radius(path[1:]) / radius(path[:-1]), np.sqrt(1 + 0.2**2 / 4), rtol=1e-9)


@pytest.mark.parametrize(("n_d", "n_g"), [(1, 1), (4, 1), (3, 2)])
def test_alternating_steps_stay_bounded_up_to_the_limit_and_not_beyond(n_d, n_g):
    """h √(n_g n_d) f'(0) ≤ 2 (Mescheder et al. 2018, lemma 2.4)."""
    limit = 4 / np.sqrt(n_g * n_d)
    training = {"d_steps": n_d, "g_steps": n_g, "order": "alternating"}
    start = 1e-6 * START
    bounded, growing = (
        radius(dirac.iterate(experiment(lr=share * limit, training=training), start, 3000))
        for share in (0.97, 1.03)
    )
    assert bounded.max() < 20 * radius(start)
    assert growing[:200].max() > 1e3 * radius(start)


def test_alternating_and_simultaneous_steps_by_hand():
    """Wasserstein, h = 0.1, (θ, ψ) = (1, 0.5), two updates of D and of G."""
    training = {"d_steps": 2, "g_steps": 2}
    turns = experiment("wasserstein", training=training | {"order": "alternating"})
    assert_allclose(dirac.iterate(turns, (1, 0.5), 1)[1], (1 + 2 * 0.1 * 0.3, 0.3))
    at_once = experiment("wasserstein", training=training | {"order": "simultaneous"})
    assert_allclose(dirac.iterate(at_once, (1, 0.5), 1)[1], (1 + 2 * 0.1 * 0.5, 0.3))


@pytest.mark.parametrize(
    "tables",
    [
        {"name": "minimax"},
        {"name": "non-saturating", "penalty": {"name": "r1", "weight": 0.5}},
        {"name": "wasserstein", "penalty": {"name": "gradient", "weight": 0.5, "target": 0.0}},
        {"name": "hinge", "training": {"instance_noise": 0.5}},
        {"training": {"consensus": 0.5, "order": "simultaneous"}},
        {"name": "f-gan", "objective": {"divergence": "jeffrey", "alternative": True}},
    ],
)
def test_small_steps_follow_the_flow_of_the_field(tables):
    h = 2e-4
    path = dirac.iterate(experiment(lr=h, **tables), START, int(3 / h))
    assert_allclose(path[-1], flow(experiment(**tables), START, 3)[-1], atol=20 * h)


def test_clipping_holds_psi_between_its_walls():
    e = experiment("wasserstein", lr=0.05, clip={"c": 0.3})
    path = dirac.iterate(e, (1.0, 0.1), 400)
    assert np.abs(path[:, 1]).max() == 0.3
    assert path[:, 0].min() < -0.2
    v, w = dirac.field(e, [1.0, 1.0, -1.0, 1.0], [0.3, -0.3, -0.3, 0.1])
    assert_allclose(v, [0.3, -0.3, -0.3, 0.1])
    assert_allclose(w, [-1.0, 0.0, 1.0, -1.0])


def test_a_schedule_a_frozen_d_and_unequal_rates_are_followed():
    tables = {
        "generator_optimizer": {"name": "sgd", "lr": 0.2, "schedule": "linear", "horizon": 2},
        "discriminator_optimizer": {"name": "sgd", "lr": 0.1},
        "training": {"order": "simultaneous", "d_until": 1},
    }
    path = dirac.iterate(experiment("wasserstein", **tables), (1.0, 0.5), 3)
    assert_allclose(path, [[1, 0.5], [1.1, 0.4], [1.14, 0.4], [1.14, 0.4]], rtol=1e-14)


def test_many_runs_are_iterated_at_once_each_as_alone():
    e = experiment("non-saturating", training={"instance_noise": 0.2})
    starts = np.random.default_rng(0).normal(size=(3, 2))
    together = dirac.iterate(e, starts, 20)
    assert together.shape == (21, 3, 2)
    for run, start in enumerate(starts):
        assert_allclose(together[:, run], dirac.iterate(e, start, 20), rtol=1e-13)


def test_the_field_broadcasts_and_survives_large_numbers():
    e = experiment("f-gan", objective={"divergence": "kl"})
    v, w = dirac.field(e, np.zeros((1, 4)), np.ones((3, 1)))
    assert v.shape == w.shape == (3, 4)
    assert np.isinf(dirac.field(e, 1e3, 1e3)).all()


def test_what_is_simulated_is_named():
    e = experiment(
        "wasserstein",
        penalty={"name": "gradient"},
        clip={"c": 0.1},
        training={"instance_noise": 0.1, "consensus": 0.1, "order": "simultaneous"},
    )
    wanted = ("wasserstein", "gradient", "clip", "instance-noise", "consensus")
    assert dirac.methods(e) == wanted
    assert dirac.methods(experiment()) == ("minimax",)
    assert set(dirac.SLOPES) == set(SCORED)
    assert {*SCORED, *PENALTIES, "clip", "instance-noise", "consensus"} == set(dirac.METHODS)
    assert set(dirac.F_GAN) == set(get_args(Objective.model_fields["divergence"].annotation))


def test_departures_from_training_are_said():
    assert dirac.departures(experiment()) == ()
    adam = experiment(generator_optimizer={"name": "adam"}, training={"unroll": 2})
    assert len(dirac.departures(adam)) == 2


def test_an_objective_without_a_score_is_refused():
    e = experiment().model_copy(update={"objective": Objective(name="energy")})
    with pytest.raises(ValueError, match="no field under energy; allowed: minimax, "):
        dirac.field(e, 0, 0)
