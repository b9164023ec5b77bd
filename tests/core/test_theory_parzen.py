"""Parzen windows against scipy, brute force and what a Gaussian's windows come to exactly."""

import math

import numpy as np
import pytest
from scipy.integrate import quad
from scipy.stats import gaussian_kde, multivariate_normal, norm

from ganlab_gui.core.theory.parzen import (
    SIGMAS,
    contenders,
    cross_validated,
    endless_likelihood,
    gaussian_likelihood,
    log_density,
    log_parzen,
    score,
    single_likelihood,
    squared_distances,
    validation_curve,
)


def test_in_one_dimension_it_is_scipys_density_of_the_same_width():
    rng = np.random.default_rng(0)
    samples, x = rng.standard_normal(50), np.linspace(-3, 3, 31)
    sigma = 0.37
    theirs = gaussian_kde(samples, bw_method=sigma / samples.std(ddof=1))
    ours = log_density(x[:, None], samples[:, None], sigma)
    np.testing.assert_allclose(ours, theirs.logpdf(x), rtol=1e-10)


@pytest.mark.parametrize("dimension", [2, 3, 8, 20])
def test_it_is_the_mean_of_gaussians_summed_one_by_one(dimension):
    rng = np.random.default_rng(1)
    samples, x = rng.standard_normal((7, dimension)), rng.standard_normal((5, dimension))
    each = [multivariate_normal(s, 0.6**2 * np.eye(dimension)).pdf(x) for s in samples]
    ours = log_density(x, samples, 0.6)
    np.testing.assert_allclose(ours, np.log(np.mean(each, axis=0)), rtol=1e-9)


def test_far_away_and_in_blocks_it_stays_finite_and_the_same(monkeypatch):
    rng = np.random.default_rng(2)
    samples, x = rng.standard_normal((30, 12)), 40 + rng.standard_normal((11, 12))
    whole = log_density(x, samples, 0.05)
    assert np.isfinite(whole).all()
    monkeypatch.setattr("ganlab_gui.core.theory.parzen.BLOCK", 100)
    np.testing.assert_allclose(log_density(x, samples, 0.05), whole, rtol=1e-12)


@pytest.mark.parametrize("sigma", [0.2, 1.0, 1.7])
def test_the_mean_of_many_windowed_densities_is_a_wider_gaussian(sigma):
    rng = np.random.default_rng(3)
    samples = rng.standard_normal((200_000, 1))
    for x in (-1.3, 0.0, 2.0):
        windows = norm.pdf(x, samples[:, 0], sigma)
        error = windows.std() / math.sqrt(len(windows))
        assert windows.mean() == pytest.approx(norm.pdf(x, 0, math.hypot(1, sigma)), abs=5 * error)
    value, _ = quad(lambda x: norm.pdf(x) * norm.logpdf(x, 0, math.hypot(1, sigma)), -12, 12)
    assert endless_likelihood(1, sigma) == pytest.approx(value, abs=1e-9)
    assert endless_likelihood(7, sigma) == pytest.approx(7 * value, abs=1e-8)


def test_a_gaussian_models_likelihood_by_quadrature_and_from_samples():
    value, _ = quad(lambda x: norm.pdf(x) * norm.logpdf(x, 0, 0.7), -12, 12)
    assert gaussian_likelihood(1, 0.7) == pytest.approx(value, abs=1e-9)
    x = np.random.default_rng(4).standard_normal((40_000, 5))
    logs = multivariate_normal(np.zeros(5), 0.49 * np.eye(5)).logpdf(x)
    assert gaussian_likelihood(5, 0.7) == pytest.approx(logs.mean(), abs=5 * logs.std() / 200)
    assert gaussian_likelihood(5) == pytest.approx(-2.5 * math.log(2 * math.pi * math.e))


def test_one_sample_is_best_at_root_two_and_half_d_ln_two_too_low():
    sigmas = np.linspace(0.5, 3, 2501)
    for d in (1, 10):
        best = sigmas[np.argmax(single_likelihood(d, sigmas))]
        assert best == pytest.approx(math.sqrt(2), abs=1e-3)
        lost = gaussian_likelihood(d) - single_likelihood(d, math.sqrt(2))
        assert lost == pytest.approx(d / 2 * math.log(2))
    rng = np.random.default_rng(5)
    x, y = rng.standard_normal((2, 50_000, 4))
    each = multivariate_normal(np.zeros(4), 1.5**2 * np.eye(4)).logpdf(x - y)
    assert single_likelihood(4, 1.5) == pytest.approx(each.mean(), abs=5 * each.std() / 223)


def test_a_mean_score_lies_between_one_sample_and_endless_ones():
    rng = np.random.default_rng(6)
    x = rng.standard_normal((4000, 6))
    for sigma in (0.6, 1.0, 1.5):
        mean = log_parzen(squared_distances(x, rng.standard_normal((100, 6))), 6, sigma).mean()
        assert single_likelihood(6, sigma) < mean < endless_likelihood(6, sigma)


def test_cross_validation_takes_the_grids_best_on_the_validation_set_only():
    rng = np.random.default_rng(7)
    samples, held_out, test = (rng.standard_normal((n, 3)) for n in (200, 300, 400))
    result = cross_validated(samples, held_out, test)
    by_hand = [log_density(held_out, samples, sigma).mean() for sigma in SIGMAS]
    curve = validation_curve(squared_distances(held_out, samples), 3)
    np.testing.assert_allclose(curve, by_hand, rtol=1e-12)
    assert result.sigma == SIGMAS[int(np.argmax(by_hand))]
    logs = log_density(test, samples, result.sigma)
    assert (result.mean, result.error) == pytest.approx((logs.mean(), logs.std(ddof=1) / 20))
    assert score(logs, result.sigma) == result


def test_models_that_only_repeat_points_beat_the_datas_own_samples():
    rng = np.random.default_rng(8)
    d = 30
    held_out, test = rng.standard_normal((2, 400, d))
    found = {
        m.name: (m.truth, cross_validated(m.samples, held_out, test))
        for m in contenders(d, 200, 20, 1000, rng)
    }
    truth, own = found["true"]
    assert truth == pytest.approx(float(gaussian_likelihood(d)))
    for name in ("shrunken", "k-means", "point"):
        worse, cheat = found[name]
        assert worse < truth
        assert cheat.mean - own.mean > 3 * (cheat.error + own.error)
    assert own.mean < truth - 3 * own.error
    assert found["memory"][1].mean == pytest.approx(own.mean, abs=1.0)
