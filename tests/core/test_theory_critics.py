"""Best discriminator and best critic between Gaussians: closed forms, quadrature, sampling."""

import itertools
import math

import numpy as np
import pytest
from scipy.integrate import quad
from scipy.special import expit
from scipy.stats import norm, wasserstein_distance

from ganlab_gui.core.theory import critics
from ganlab_gui.core.theory.critics import PULLS, Gaussian
from ganlab_gui.core.theory.game_value import cells

X = np.linspace(-25, 25, 5001)
PAIRS = [
    (Gaussian(-3.0, 1.0), Gaussian(3.0, 1.0)),
    (Gaussian(-1.0, 1.0), Gaussian(0.5, 2.0)),
    (Gaussian(2.0, 1.5), Gaussian(-1.0, 0.5)),
    (Gaussian(0.0, 1.0), Gaussian(0.0, 0.3)),
]


@pytest.mark.parametrize(("p", "q"), PAIRS)
def test_gaussians_are_scipys(p, q):
    for of in (p, q):
        scipys = norm(of.mean, of.std)
        assert of.density(X) == pytest.approx(scipys.pdf(X), abs=1e-14)
        assert of.below(X) == pytest.approx(scipys.cdf(X), abs=1e-14)
        assert of.quantile(0.2) == pytest.approx(scipys.ppf(0.2))
        expected = quad(lambda t: abs(t - 0.7) * scipys.pdf(t), -25, 25, points=[0.7])[0]  # noqa: B023
        assert of.mean_distance(0.7) == pytest.approx(expected, abs=1e-7)


@pytest.mark.parametrize(("p", "q"), PAIRS)
def test_the_potential_earns_w1_and_nothing_with_its_slope_earns_more(p, q):
    """The dual's value, the primal by quantiles, by distribution functions and from samples."""
    w = cells(X)
    f, p_x, q_x = critics.potential(p, q, X), p.density(X), q.density(X)
    exact = critics.w1(p, q)
    assert critics.found(f, p_x, q_x, w) == pytest.approx(exact, abs=1e-4)
    by_functions = float((np.abs(p.below(X) - q.below(X)) * w).sum())
    assert by_functions == pytest.approx(exact, abs=1e-4)
    u = (np.arange(20_000) + 0.5) / 20_000
    assert wasserstein_distance(p.quantile(u), q.quantile(u)) == pytest.approx(exact, rel=2e-3)
    assert float((f * (p_x + q_x) * w).sum()) == pytest.approx(0.0, abs=1e-4)
    rng = np.random.default_rng(0)
    for _ in range(20):
        other = np.cumsum(rng.choice([-1.0, 1.0], 51)[np.arange(len(X)) // 100]) * (X[1] - X[0])
        assert critics.found(other, p_x, q_x, w) <= exact + 1e-3


@pytest.mark.parametrize(("p", "q"), PAIRS)
def test_the_potential_has_the_slope_it_says(p, q):
    numeric = np.gradient(critics.potential(p, q, X), X)
    at = critics.crossing(p, q)
    smooth = np.abs(X - at) > 0.02 if at is not None else np.full(len(X), True)
    slope = critics.potential_slope(p, q, X)
    assert numeric[smooth] == pytest.approx(slope[smooth], abs=1e-9)
    # Where the two functions differ by more than rounding, they say the same.
    apart = q.below(X) - p.below(X)
    some = np.abs(apart) > 1e-12
    assert (np.sign(apart) == slope)[some].all()


@pytest.mark.parametrize(("p", "q"), PAIRS)
def test_scores_and_pulls_are_the_derivatives(p, q):
    x, h = np.linspace(-4, 4, 33), 1e-5
    s, slope = critics.best_score(p, q, x), critics.best_score_slope(p, q, x)
    assert expit(s) == pytest.approx(p.density(x) / (p.density(x) + q.density(x)))

    def at(t, of):
        return of(critics.best_score(p, q, t))

    curves = {
        "minimax": lambda s: -np.logaddexp(0, s),
        "non-saturating": lambda s: np.logaddexp(0, -s),
        "d": expit,
    }
    for name, curve in curves.items():
        numeric = np.abs(at(x + h, curve) - at(x - h, curve)) / (2 * h)
        assert PULLS[name](s, slope) == pytest.approx(numeric, rel=1e-4, abs=1e-6), name


def test_a_perfect_d_passes_on_less_the_farther_apart_and_the_critic_does_not():
    pulls = []
    for distance in (2.0, 4.0, 6.0, 8.0):
        p, q = Gaussian(-distance / 2, 1.0), Gaussian(distance / 2, 1.0)
        s, slope = (of(p, q, q.mean) for of in (critics.best_score, critics.best_score_slope))
        pulls.append(float(PULLS["minimax"](s, slope)))
        assert pulls[-1] == pytest.approx(distance * expit(-(distance**2) / 2))
        assert float(PULLS["non-saturating"](s, slope)) == pytest.approx(distance, rel=0.2)
        assert abs(float(critics.potential_slope(p, q, q.mean))) == 1
    assert all(b < a for a, b in itertools.pairwise(pulls))
    assert pulls[-1] < 1e-12


def test_lipschitz_centred_and_reach():
    p, q = PAIRS[0]
    low, high = critics.reach(p, q)
    assert (low, high) == pytest.approx((-3 - 3.0902, 3 + 3.0902), abs=1e-3)
    f = np.stack([3.0 * X, np.sin(X)])
    slopes = np.stack([np.full_like(X, 3.0), np.cos(X)])
    inside = (low <= X) & (high >= X)
    assert critics.lipschitz(slopes, inside) == pytest.approx([3.0, 1.0], abs=1e-4)
    p_x, q_x, w = p.density(X), q.density(X), cells(X)
    middle = critics.centred(f + 5.0, p_x, q_x, w)
    assert (middle * (p_x + q_x) * w).sum(-1) == pytest.approx([0.0, 0.0], abs=1e-9)
    assert critics.found(f[0], p_x, q_x, w) / 3.0 == pytest.approx(-critics.w1(p, q))


def test_equal_gaussians_have_nothing_to_move():
    p = Gaussian(1.0, 1.0)
    assert critics.w1(p, p) == 0
    assert (critics.potential(p, p, X) == 0).all()
    assert (critics.potential_slope(p, p, X) == 0).all()
    with pytest.raises(ValueError, match="above 0"):
        Gaussian(0.0, 0.0)
    assert critics.w1(p, Gaussian(1.0, 2.0)) == pytest.approx(math.sqrt(2 / math.pi))
