"""Likelihood on the line: against scipy, finite differences, closed forms and sampling."""

import numpy as np
import pytest
from scipy.stats import norm

from ganlab_gui.core.theory import maximum_likelihood as ml
from ganlab_gui.core.theory.maximum_likelihood import Density

POINTS = np.array([-2.6, -1.9, -1.5, 0.6, 1.4, 2.0, 2.6, 3.7])
Q = Density(np.array([-1.0, 1.5]), np.array([0.8, 1.3]), np.array([0.3, 0.7]))


def test_density_and_likelihood_are_scipys():
    other = 0.3 * norm.pdf(POINTS, -1.0, 0.8) + 0.7 * norm.pdf(POINTS, 1.5, 1.3)
    assert Q.density(POINTS) == pytest.approx(other, rel=1e-12)
    assert float(Q.log_likelihood(POINTS)) == pytest.approx(np.log(other).mean(), rel=1e-12)
    assert Q.responsibilities(POINTS).sum(-1) == pytest.approx(1.0)


def test_slopes_are_those_of_central_differences():
    def likelihood(theta):
        weights = np.exp(theta[4:]) / np.exp(theta[4:]).sum()
        return float(Density(theta[:2], np.exp(theta[2:4]), weights).log_likelihood(POINTS))

    at, h = np.concatenate([Q.means, np.log(Q.stds), np.log(Q.weights)]), 1e-6
    other = [(likelihood(at + h * e) - likelihood(at - h * e)) / (2 * h) for e in np.eye(6)]
    assert np.concatenate(ml.gradient(Q, POINTS)) == pytest.approx(other, abs=1e-8)
    assert ml.pulls(Q, POINTS).sum(0) == pytest.approx(other[:2], abs=1e-8)


def test_a_lift_is_how_the_likelihood_rises_with_the_density_there():
    heights, h = Q.density(POINTS), 1e-7
    for i, lift in enumerate(ml.lifts(Q, POINTS)):
        more = heights + h * (np.arange(len(POINTS)) == i)
        rise = (np.log(more).mean() - np.log(heights).mean()) / h
        assert lift == pytest.approx(rise, rel=1e-5)


@pytest.mark.parametrize("rate", [None, 0.3])
def test_a_single_gaussian_comes_to_mean_and_standard_deviation(rate):
    way = ml.climb(Density(np.array([-3.0]), np.array([1.0]), np.ones(1)), POINTS, 300, 0.1, rate)
    mean, std, best = ml.best_gaussian(POINTS, 0.1)
    assert (mean, std) == pytest.approx(norm.fit(POINTS))
    assert best == pytest.approx(norm.logpdf(POINTS, *norm.fit(POINTS)).mean())
    assert way.means[-1, 0] == pytest.approx(mean, abs=1e-4)
    assert way.stds[-1, 0] == pytest.approx(std, abs=1e-4)
    if rate is None:
        assert way.means[1, 0] == pytest.approx(mean, abs=1e-12), "EM is there after one round"


@pytest.mark.parametrize("rate", [None, 0.5, 2.0])
@pytest.mark.parametrize("seed", range(8))
def test_the_likelihood_never_falls(seed, rate):
    rng = np.random.default_rng(seed)
    k = int(rng.integers(1, 5))
    points = np.concatenate([rng.normal(0, 3, 12), [1.0, 1.0, 1.0]])
    start = Density(rng.normal(0, 4, k), rng.uniform(0.05, 3, k), rng.dirichlet(np.ones(k)))
    way = ml.climb(start, points, 80, 0.1, rate)
    rise = np.diff(way.log_likelihood(points))
    assert (rise >= -1e-12).all()
    assert (way.stds >= 0.1).all()
    assert way.weights.sum(-1) == pytest.approx(1.0)


def test_a_component_on_one_point_ends_at_the_floor_and_not_at_zero():
    points = np.array([-1.0, 0.0, 1.0, 6.0])
    start = Density(np.array([0.0, 6.0]), np.array([1.0, 0.5]), np.array([0.5, 0.5]))
    way = ml.climb(start, points, 60, 0.05)
    assert way.stds[-1, 1] == 0.05
    assert np.isfinite(way.log_likelihood(points)).all()
    assert ml.best_gaussian(np.array([2.0, 2.0]), 0.3) == pytest.approx(
        (2.0, 0.3, norm.logpdf(0, 0, 0.3))
    )


def test_a_component_that_no_point_belongs_to_stays_where_it_is():
    start = Density(np.array([0.0, 1e3]), np.array([1.0, 0.1]), np.array([0.5, 0.5]))
    after = ml.em_step(start, POINTS, 0.1)
    assert (after.means[1], after.stds[1], after.weights[1]) == (1e3, 0.1, 0.0)
    assert np.isfinite(ml.em_step(after, POINTS, 0.1).log_likelihood(POINTS))


def test_cross_entropy_is_kl_and_entropy_in_closed_form():
    p = Density(np.array([1.0]), np.array([1.5]), np.ones(1))
    q = Density(np.array([-0.5]), np.array([2.0]), np.ones(1))
    entropy = 0.5 * np.log(2 * np.pi * np.e * 1.5**2)
    kl = np.log(2.0 / 1.5) + (1.5**2 + 1.5**2) / (2 * 2.0**2) - 0.5
    assert float(ml.cross_entropy(p, p)) == pytest.approx(entropy, abs=1e-10)
    assert float(ml.cross_entropy(p, q)) == pytest.approx(kl + entropy, abs=1e-10)
    mean, var = Q.weights @ Q.means, Q.weights @ (Q.stds**2 + Q.means**2)
    closed = 0.5 * np.log(2 * np.pi * 4) + (var + 2 * 0.5 * mean + 0.25) / 8
    assert float(ml.cross_entropy(Q, q)) == pytest.approx(closed, abs=1e-10)


def test_the_likelihood_of_a_sample_tends_to_minus_the_cross_entropy():
    other = Density(np.array([0.0]), np.array([2.0]), np.ones(1))
    points = ml.sample(Q, 200_000, 3)
    spread = other.log_density(points).std() / np.sqrt(len(points))
    away = float(other.log_likelihood(points)) + float(ml.cross_entropy(Q, other))
    assert abs(away) < 4 * spread


def test_no_points_and_no_floor_are_refused():
    with pytest.raises(ValueError, match="at least one"):
        ml.climb(Q, np.array([]), 1, 0.1)
    with pytest.raises(ValueError, match="floor: 0 is not allowed"):
        ml.climb(Q, POINTS, 1, 0.0)
