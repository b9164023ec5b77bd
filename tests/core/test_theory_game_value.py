"""V(G, D) and C(G): hand values, and C(G) by independent ways over random pairs."""

import math

import numpy as np
import pytest
from scipy.integrate import quad
from scipy.optimize import minimize_scalar
from scipy.special import expit
from scipy.stats import norm

from ganlab_gui.core.theory import game_value
from ganlab_gui.core.theory.game_value import LN4, Mixture
from ganlab_gui.core.theory.optimum import optimal_discriminator
from ganlab_gui.core.theory.shift import SHIFTS


def random_mixture(rng):
    k = int(rng.integers(1, 4))
    return Mixture(
        tuple(rng.uniform(-3, 3, k)), tuple(rng.uniform(0.3, 1.5, k)), tuple(rng.uniform(0.2, 1, k))
    )


PAIRS = [
    (random_mixture(rng), random_mixture(rng)) for rng in map(np.random.default_rng, range(20))
]


def on_grid(p, q, n=4001):
    x = np.linspace(-22, 22, n)
    return x, p.density(x), q.density(x), game_value.cells(x)


@pytest.mark.parametrize(("p", "q"), PAIRS)
def test_what_the_best_d_earns_is_twice_jsd_less_log_four(p, q):
    """On a grid, by adaptive quadrature of the definitions, and by scipy's own densities."""
    _, p_x, q_x, w = on_grid(p, q)
    best = game_value.best_value(p_x, q_x, w)
    assert best == pytest.approx(-LN4 + 2 * game_value.jsd_1d(p, q), abs=1e-6)
    assert game_value.best_value_1d(p, q) == pytest.approx(
        -LN4 + 2 * game_value.jsd(p_x, q_x, w), abs=1e-6
    )

    def entropy(of):
        return quad(lambda t: -float(of(t)) * math.log(float(of(t))), -12, 12, limit=400)[0]

    def density(mixture):
        parts = list(zip(mixture.means, mixture.stds, mixture.weights, strict=True))
        total = sum(mixture.weights)
        return lambda t: sum(w * norm.pdf(t, m, s) for m, s, w in parts) / total + 1e-300

    f, g = density(p), density(q)
    # JSD is the entropy of the mean less the mean of the entropies (Lin 1991, equation 4.1).
    by_entropies = entropy(lambda t: (f(t) + g(t)) / 2) - (entropy(f) + entropy(g)) / 2
    assert best == pytest.approx(-LN4 + 2 * by_entropies, abs=1e-6)


@pytest.mark.parametrize(("p", "q"), PAIRS[:8])
def test_the_best_value_is_what_maximising_point_by_point_finds(p, q):
    """No formula for D*: one-dimensional searches over D(x) at each x of a grid."""
    _, p_x, q_x, w = on_grid(p, q, 301)
    found = [
        -minimize_scalar(
            lambda s, a=a, b=b: -float(game_value.value_of_scores(a, b, s, 1.0)),
            bounds=(-60, 60), method="bounded", options={"xatol": 1e-9},
        ).fun
        for a, b in zip(p_x, q_x, strict=True)
    ]  # fmt: skip
    assert float(np.dot(found, w)) == pytest.approx(game_value.best_value(p_x, q_x, w), abs=1e-6)


@pytest.mark.parametrize(("p", "q"), PAIRS[:5])
def test_no_other_d_earns_more(p, q):
    x, p_x, q_x, w = on_grid(p, q)
    best = game_value.best_value(p_x, q_x, w)
    d = np.clip(optimal_discriminator(p_x, q_x), 1e-15, 1 - 1e-15)  # as far as doubles go
    assert game_value.value(p_x, q_x, d, w) == pytest.approx(best, abs=1e-9)
    for bump in (0.1 * np.sin(x), np.full_like(x, -0.05)):
        assert game_value.value(p_x, q_x, np.clip(d + bump, 1e-9, 1 - 1e-9), w) < best


def test_a_perfect_generator_leaves_minus_log_four_and_distant_ones_nothing():
    same, far = Mixture((0.0,), (1.0,)), Mixture((60.0,), (1.0,))
    assert game_value.best_value_1d(same, same) == pytest.approx(-LN4, abs=1e-9)
    x = np.linspace(-15, 75, 9001)
    w = game_value.cells(x)
    assert game_value.best_value(same.density(x), far.density(x), w) == pytest.approx(0, abs=1e-9)
    assert game_value.jsd(same.density(x), far.density(x), w) == pytest.approx(math.log(2))


def test_gaussians_agree_with_the_shift_page():
    for theta in (0.5, 1.0, 3.0):
        p, q = Mixture((0.0,), (1.0,)), Mixture((theta,), (1.0,))
        assert game_value.jsd_1d(p, q) == pytest.approx(float(SHIFTS["gaussians"].js(theta)))


def test_the_two_areas_are_never_negative_and_are_the_two_kls():
    p, q = PAIRS[3]
    _, p_x, q_x, w = on_grid(p, q)
    m = (p_x + q_x) / 2
    for area, density in zip(game_value.js_parts(p_x, q_x), (p_x, q_x), strict=True):
        assert area.min() >= -1e-15
        some = density > 1e-300
        kl = float((density * np.log(np.where(some, density, 1) / np.where(some, m, 1)) * w).sum())
        assert float((area * w).sum()) == pytest.approx(kl, abs=1e-9)


def test_the_pointwise_maximum_is_at_the_share():
    a, b = 0.3, 0.1
    y = np.linspace(0, 1, 100_001)
    curve = game_value.point_value(a, b, y)
    assert y[np.argmax(curve)] == pytest.approx(a / (a + b))
    assert curve[0] == curve[-1] == -np.inf
    assert game_value.point_value(0.0, 0.0, 0.0) == 0


def test_values_of_scores_stay_finite_however_sure_d_is():
    p, q, w = np.array([1.0, 0.0]), np.array([0.0, 1.0]), 1.0
    sure = np.array([2000.0, -2000.0])
    assert game_value.value_of_scores(p, q, sure, w) == 0
    assert game_value.value_of_scores(p, q, -sure, w) == pytest.approx(-4000)
    s = np.array([0.7, -1.1])
    assert game_value.value_of_scores(p, q, s, w) == pytest.approx(
        game_value.value(p, q, expit(s), w)
    )


def test_mixtures_are_normed_and_two_humps_without_a_gap_are_one():
    x = np.linspace(-20, 20, 2001)
    w = game_value.cells(x)
    for mixture in (*PAIRS[0], game_value.two_humps(1, 0.5, 3), game_value.two_humps(1, 0.5, 0)):
        assert float((mixture.density(x) * w).sum()) == pytest.approx(1, abs=1e-12)
    assert game_value.two_humps(1, 0.5, 0).means == (1,)
    with pytest.raises(ValueError, match="as many"):
        Mixture((0.0, 1.0), (1.0,))
    with pytest.raises(ValueError, match="above 0"):
        Mixture((0.0,), (0.0,))


def test_densities_at_the_end_of_a_double_s_range_have_a_finite_divergence():
    p, q = np.array([5e-324, 1.0]), np.array([0.0, 1.0])
    for part in game_value.js_parts(p, q):
        assert np.isfinite(part).all()
    assert game_value.jsd(p, q, 1.0) == 0.0
